import { describe, expect, it } from 'vitest';
import { laterCommandTypes } from '#domain/case/acts.ts';
import type { Case } from '#domain/case/case.ts';
import { nation, type Role, roles } from '#domain/directory.ts';
import {
  type Actor,
  type FieldClass,
  fieldClasses,
  may,
  permitted,
  sight,
  visible,
} from '#domain/permission.ts';
import { relations } from '#domain/relation.ts';
import {
  act,
  far,
  home,
  neighbour,
  officer,
  otherProvince,
  province,
} from '../support/builders.ts';
import { further, given, later, swept } from '../support/given.ts';

describe('who may do and see what, in words', () => {
  const reported = given();
  const assessed = later(reported, act('assessInitially'));
  const offered = later(assessed, act('offerHandover', { to: neighbour }));
  const moved = later(offered, act('acceptHandover'));
  const late = swept(reported, '2026-03-02 20:00');
  const seen = (role: Role, where: string, state = reported.state): readonly FieldClass[] => [
    ...sight(officer(role, where), state),
  ];
  const can = (role: Role, where: string, type: (typeof laterCommandTypes)[number], state: Case) =>
    may(officer(role, where), type, state);

  it('an officer of another commune sees nothing and may do nothing', () => {
    expect(seen('COMMUNE_CHAIR', far)).toEqual([]);
    expect(
      laterCommandTypes.filter((type) => can('COMMUNE_CHAIR', far, type, moved.state)),
    ).toEqual([]);
  });

  it('the worker and the chair of the incident commune see everything', () => {
    for (const role of ['COMMUNE_WORKER', 'COMMUNE_CHAIR'] as const)
      expect(seen(role, home)).toHaveLength(fieldClasses.length);
  });

  it('a police officer who did not open the case does not see the informant', () => {
    expect(seen('COMMUNE_POLICE', home)).not.toContain('INFORMANT');
    expect(seen('COMMUNE_POLICE', home)).toContain('PERPETRATOR');
  });

  it('a police officer sees neither the assessments nor the plan', () => {
    expect(seen('COMMUNE_POLICE', home)).not.toContain('ASSESSMENT');
    expect(seen('COMMUNE_POLICE', home)).not.toContain('PLAN');
  });

  it('a police post that opened the case elsewhere sees its informant but not the plan', () => {
    const police = officer('COMMUNE_POLICE', far);
    const opened = further({ state: undefined, commits: [], setting: {} }, [
      ['2026-03-02 08:00', act('receiveReport'), police],
    ]);
    expect(sight(police, opened.state)).toContain('INFORMANT');
    expect(sight(police, opened.state)).not.toContain('PLAN');
    // Of the same unit but another agency, the chair there is a stranger to it.
    expect(seen('COMMUNE_CHAIR', far, opened.state)).toEqual([]);
  });

  it('the province supervisor sees identity only while a breach is open', () => {
    expect(seen('PROVINCE_SUPERVISOR', province)).not.toContain('IDENTITY');
    expect(seen('PROVINCE_SUPERVISOR', province, late.state)).toContain('IDENTITY');
    const met = later(late, act('assessInitially'));
    expect(seen('PROVINCE_SUPERVISOR', province, met.state)).not.toContain('IDENTITY');
  });

  it('the supervisor of another province sees nothing', () => {
    expect(seen('PROVINCE_SUPERVISOR', otherProvince, late.state)).toEqual([]);
  });

  it('province chair and ministry see how the case stands, the ministry who is kept out, and no more', () => {
    expect(seen('PROVINCE_CHAIR', province, late.state)).toEqual(['STATUS']);
    expect(seen('MINISTRY_SUPERVISOR', nation, late.state)).toEqual(['STATUS', 'OVERSIGHT']);
  });

  it('analysts and administrators see no case', () => {
    expect(seen('ANALYST', nation, late.state)).toEqual([]);
    expect(seen('ADMINISTRATOR', nation, late.state)).toEqual([]);
  });

  it('hotline 111 sees the cases it opened and no others', () => {
    expect(seen('HOTLINE_111', nation)).toEqual([]);
    const hotline = officer('HOTLINE_111', nation);
    const opened = further({ state: undefined, commits: [], setting: {} }, [
      ['2026-03-02 08:00', act('receiveReport'), hotline],
    ]);
    expect(sight(hotline, opened.state)).toContain('NARRATIVE');
    expect(can('HOTLINE_111', nation, 'addNote', opened.state)).toBe(false);
  });

  it('a commune asked to take the case over sees whose it is, and answers', () => {
    expect(seen('COMMUNE_CHAIR', neighbour, offered.state)).toEqual(['STATUS', 'IDENTITY']);
    expect(can('COMMUNE_CHAIR', neighbour, 'acceptHandover', offered.state)).toBe(true);
    expect(can('COMMUNE_WORKER', neighbour, 'acceptHandover', offered.state)).toBe(false);
    expect(can('COMMUNE_CHAIR', neighbour, 'assessNeeds', offered.state)).toBe(false);
  });

  it('the commune of a carer sees who the child is and where it lives; its province that it is there', () => {
    const placed = later(offered, act('placeInCare', { unit: far }));
    const late = swept(placed, '2026-03-10 08:00');
    expect(seen('COMMUNE_WORKER', far, placed.state)).toEqual(['STATUS', 'IDENTITY', 'CARE']);
    for (const { state } of [placed, late])
      expect(seen('PROVINCE_SUPERVISOR', otherProvince, state)).toEqual(['STATUS']);
    expect(seen('COMMUNE_POLICE', far, placed.state)).toEqual([]);
    const ended = later(placed, act('endCare'));
    expect(seen('COMMUNE_WORKER', far, ended.state)).toEqual([]);
  });

  it('a commune that has declined sees nothing any more', () => {
    const declined = later(offered, act('declineHandover'));
    expect(seen('COMMUNE_CHAIR', neighbour, declined.state)).toEqual([]);
  });

  it('the incident commune may not approve after hand-over', () => {
    expect(can('COMMUNE_CHAIR', home, 'approvePlan', assessed.state)).toBe(true);
    expect(can('COMMUNE_CHAIR', home, 'approvePlan', moved.state)).toBe(false);
    expect(can('COMMUNE_CHAIR', neighbour, 'approvePlan', moved.state)).toBe(true);
  });

  it('the commune of residence may not make the initial assessment', () => {
    expect(can('COMMUNE_WORKER', neighbour, 'assessInitially', moved.state)).toBe(false);
  });

  it('a worker submits a plan and does not approve it', () => {
    expect(can('COMMUNE_WORKER', home, 'submitPlan', assessed.state)).toBe(true);
    expect(can('COMMUNE_WORKER', home, 'approvePlan', assessed.state)).toBe(false);
  });

  it('only a chair takes a child from its parents', () => {
    const mayIsolate = roles.filter((role) => can(role, home, 'orderIsolation', reported.state));
    expect(mayIsolate).toEqual(['COMMUNE_CHAIR']);
  });

  it('the police raise an emergency and do not lower it', () => {
    expect(can('COMMUNE_POLICE', home, 'raiseEmergency', reported.state)).toBe(true);
    expect(can('COMMUNE_POLICE', home, 'lowerEmergency', reported.state)).toBe(false);
  });

  it('the province acknowledges, speaks of reports, says who answers, grants time and watches over, and no more', () => {
    const acts = laterCommandTypes.filter((type) =>
      can('PROVINCE_SUPERVISOR', province, type, late.state),
    );
    expect(acts).toEqual([
      'addReport',
      'acknowledge',
      'correctReceipt',
      'assignCommune',
      'extendDeadline',
      'pauseDeadline',
      'resumeDeadline',
      'declareConflict',
      'liftConflict',
      'reviewBreakGlass',
    ]);
  });

  it('the clock of the system may do nothing that people do', () => {
    const clock: Actor = { ...officer('COMMUNE_CHAIR', home), kind: 'SYSTEM', posts: [] };
    expect(laterCommandTypes.filter((type) => may(clock, type, late.state))).toEqual([]);
  });

  it('an officer in two posts has the rights of both', () => {
    const both = officer('COMMUNE_WORKER', far);
    const posts = [...both.posts, ...officer('COMMUNE_CHAIR', home).posts];
    expect(may({ ...both, posts }, 'assignWorker', reported.state)).toBe(true);
  });

  it('no way of standing to a case is without a meaning in the tables', () => {
    const rows = [...visible, ...Object.values(permitted).flat()];
    const used = new Set(rows.flatMap((row) => row.as));
    expect([...used].sort()).toEqual([...relations].sort());
  });
});
