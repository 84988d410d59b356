import { describe, expect, it } from 'vitest';
import { laterCommandTypes } from '#domain/case/acts.ts';
import { nation, type Role } from '#domain/directory.ts';
import { may } from '#domain/permission.ts';
import { steps } from '#domain/procedure.ts';
import { isOverdue } from '#domain/relation.ts';
import { recordAfter } from '#domain/statistics-projection.ts';
import { fromEpoch, toEpoch } from '#domain/time.ts';
import { view } from '#domain/view.ts';
import {
  act,
  far,
  home,
  neighbour,
  officer,
  postId,
  province,
  seat,
  vn,
} from '../../support/builders.ts';
import {
  caseAt,
  due,
  endings,
  factsOf,
  further,
  given,
  lastFacts,
  only,
  open,
  outcome,
  swept,
} from '../../support/given.ts';

const stranger = officer('COMMUNE_POLICE', far);
const at = '2026-03-02 09:00';
const broken = further(given('2026-03-02 08:00'), [[at, act('breakGlass'), stranger]]);
const lent = ['STATUS', 'IDENTITY', 'NARRATIVE', 'PROTECTION', 'CARE'];
const seen = (now: string, by = stranger, { state } = broken) => [
  ...(view(by, state, vn(now))?.sees ?? []),
];

describe('the glass', () => {
  it('shows what is lent for three hours and not an instant longer', () => {
    expect(seen(at)).toEqual(lent);
    const last = fromEpoch(toEpoch(vn('2026-03-02 12:00')) - 1);
    expect(view(stranger, broken.state, last)?.lent?.glass).toBe('g2');
    expect(seen('2026-03-02 12:00')).toEqual([]);
  });

  it('shows nothing before it was broken, nothing without an instant, and nothing to others', () => {
    expect(seen('2026-03-02 08:59')).toEqual([]);
    expect(view(stranger, broken.state)).toBeUndefined();
    expect(seen('2026-03-02 10:00', officer('COMMUNE_CHAIR', far))).toEqual([]);
  });

  it('gives no act', () => {
    expect(laterCommandTypes.filter((type) => may(stranger, type, broken.state))).toEqual([]);
  });

  it.each(steps)('may be broken at %s', (step) => {
    const story = caseAt(step);
    const [, ...rest] = ['', '2026-03-10 09:00'];
    expect(outcome(story, [rest[0] ?? '', act('breakGlass'), stranger])).toBe('DONE');
  });

  it.each([
    ['ANALYST', 'NOT_ALLOWED'],
    ['ADMINISTRATOR', 'NOT_ALLOWED'],
    ['HOTLINE_111', 'DONE'],
    ['MINISTRY_SUPERVISOR', 'DONE'],
    ['PROVINCE_CHAIR', 'DONE'],
    ['COMMUNE_WORKER', 'DONE'],
  ] as const)('by %s: %s', (role: Role, expected) => {
    const by = officer(role, seat(role, far));
    expect(outcome(broken, ['2026-03-02 10:00', act('breakGlass'), by])).toBe(expected);
  });

  it('is for officers with the right to read, who are not kept out', () => {
    const when = '2026-03-02 10:00';
    const machine = officer('HOTLINE_111', nation, { kind: 'MACHINE' });
    expect(outcome(broken, [when, act('breakGlass'), machine])).toBe('NOT_ALLOWED');
    const blind = officer('COMMUNE_WORKER', neighbour, { scopes: ['cases:write'] });
    expect(outcome(broken, [when, act('breakGlass'), blind])).toBe('NOT_ALLOWED');
    const named = act('declareConflict', { unit: far, post: null });
    const directory = { named: undefined };
    const shut = further(given('2026-03-02 08:00', {}, directory), [
      [at, named, officer('COMMUNE_WORKER', home)],
    ]);
    expect(outcome(shut, [when, act('breakGlass'), stranger])).toBe('NOT_ALLOWED');
  });

  it('shows nothing any more to whoever is kept out after breaking it', () => {
    const named = act('declareConflict', { unit: far, post: postId('COMMUNE_POLICE', far) });
    const shut = further(broken, [['2026-03-02 10:00', named, officer('COMMUNE_WORKER', home)]]);
    expect(seen('2026-03-02 10:30', stranger, shut)).toEqual([]);
  });

  it('is not needed by whoever sees these parts, or breaks it twice within its time', () => {
    expect(
      outcome(broken, ['2026-03-02 10:00', act('breakGlass'), officer('COMMUNE_CHAIR', home)]),
    ).toBe('GLASS_NOT_NEEDED');
    expect(outcome(broken, ['2026-03-02 11:59', act('breakGlass'), stranger])).toBe(
      'GLASS_NOT_NEEDED',
    );
    const again = further(broken, [['2026-03-02 12:00', act('breakGlass'), stranger]]);
    expect(again.state.glasses?.map(({ id }) => id)).toEqual(['g2', 'g3']);
  });

  it('tells the chair, the supervisor and whoever has to judge it, each once', () => {
    const told = (by = stranger) =>
      only(
        lastFacts(further(given('2026-03-02 08:00'), [[at, act('breakGlass'), by]])),
        'GlassBroken',
      )
        .flatMap((fact) => fact.told)
        .map(({ id }) => id);
    const owners = [postId('COMMUNE_CHAIR', home), postId('PROVINCE_SUPERVISOR', province)];
    expect(told()).toEqual(owners);
    expect(told(officer('PROVINCE_CHAIR', '99'))).toEqual([
      ...owners,
      postId('MINISTRY_SUPERVISOR', nation),
    ]);
  });
});

describe('the judgement', () => {
  const when = '2026-03-03 09:00';
  const review = act('reviewBreakGlass');
  const supervisor = officer('PROVINCE_SUPERVISOR', province);

  it('is due from the province after three working days, and meets the duty', () => {
    expect(open(broken, 'P07')?.dueAt).toBe(vn('2026-03-06 00:00'));
    const judged = further(broken, [[when, review, supervisor]]);
    expect(endings(factsOf(judged), 'P07')).toEqual(['MET']);
    expect(judged.state.glasses).toEqual([]);
    expect(outcome(judged, ['2026-03-03 10:00', review, supervisor])).toBe('GLASS_UNKNOWN');
  });

  it('is due from the ministry where the province broke it', () => {
    const by = officer('PROVINCE_SUPERVISOR', province);
    const story = further(given('2026-03-02 08:00'), [[at, act('breakGlass'), by]]);
    expect([open(story, 'P07'), open(story, 'P08')?.dueAt]).toEqual([
      undefined,
      vn('2026-03-06 00:00'),
    ]);
    expect(outcome(story, [when, review, by])).toBe('NOT_ALLOWED');
    expect(outcome(story, [when, review, { ...by, id: 'a colleague' }])).toBe('NOT_ALLOWED');
    expect(outcome(story, [when, review, officer('MINISTRY_SUPERVISOR', nation)])).toBe('DONE');
  });

  it('is never one’s own, and not for the commune', () => {
    const by = officer('MINISTRY_SUPERVISOR', nation);
    const story = further(given('2026-03-02 08:00'), [[at, act('breakGlass'), by]]);
    expect(outcome(story, [when, review, by])).toBe('NOT_ALLOWED');
    expect(outcome(story, [when, review, { ...by, id: 'a colleague' }])).toBe('DONE');
    expect(outcome(broken, [when, review, officer('COMMUNE_CHAIR', home)])).toBe('NOT_ALLOWED');
  });

  it('ends what was not justified at once, and lets the rest run', () => {
    const soon = '2026-03-02 10:00';
    const not = further(broken, [
      [soon, act('reviewBreakGlass', { outcome: 'UNJUSTIFIED' }), supervisor],
    ]);
    expect(seen('2026-03-02 10:01', stranger, not)).toEqual([]);
    const just = further(broken, [[soon, review, supervisor]]);
    expect(seen('2026-03-02 11:59', stranger, just)).toEqual(lent);
    expect(just.state.glasses?.[0]?.reviewed).toBe(true);
  });

  it('is reminded of, breached and escalated, and is nobody’s overdue case or statistics', () => {
    const kinds = (role: string) =>
      due(broken, '2026-03-20 08:00')
        .filter((fact) => 'told' in fact && fact.told.some(({ id }) => id === role))
        .filter((fact) => 'deadline' in fact && fact.deadline.rule === 'P07')
        .map(({ type }) => type);
    expect(kinds(postId('PROVINCE_SUPERVISOR', province))).toEqual([
      'ReminderRecorded',
      'BreachRecorded',
    ]);
    expect(kinds(postId('MINISTRY_SUPERVISOR', nation))).toEqual(['Escalated']);
    const assessed = further(broken, [
      ['2026-03-02 10:00', act('assessInitially')],
      ['2026-03-02 10:30', act('assessNeeds', { planNeeded: false })],
      ['2026-03-02 11:00', act('closeCase')],
      ['2026-03-02 11:30', act('archiveCase')],
    ]);
    const late = swept(assessed, '2026-03-20 08:00');
    expect(open(late, 'P07')?.breachedAt).not.toBeNull();
    expect(isOverdue(late.state)).toBe(false);
    const event = { caseId: 'case-1', synthetic: false, emergency: false, facts: factsOf(late) };
    const record = recordAfter(undefined, event);
    expect(Object.keys(record?.timeliness ?? {})).not.toContain('P07');
    expect(record?.openBreaches).toEqual([]);
  });
});
