import { describe, expect, it } from 'vitest';
import type { Case } from '#domain/case/case.ts';
import { commandTypes } from '#domain/case/command.ts';
import { paperKinds } from '#domain/case/event.ts';
import { nation, type Role, roles } from '#domain/directory.ts';
import {
  type Actor,
  classOfPaper,
  type FieldClass,
  fieldClasses,
  may,
  permitted,
  type Relation,
  receivingPost,
  relations,
  relationsOf,
  sight,
  view,
  visible,
} from '#domain/permission.ts';
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

// A case in which every way of standing to it has a unit of its own.
const apart: Case = {
  ...given().state,
  incidentLeg: { unit: '11001', province: '11', procedure: 'ND56/2017' },
  residenceLeg: { unit: '12001', province: '12', procedure: 'ND56/2017' },
  offer: { to: '13001', province: '13', at: given().state.receivedAt },
  openedBy: { unit: '14001', agency: 'people@14001', role: 'COMMUNE_WORKER' },
};
const breached: Case = {
  ...apart,
  deadlines: apart.deadlines.map((each) => ({ ...each, breachedAt: each.dueAt })),
};

type Standing = readonly [name: string, unit: string, state: Case, as: readonly Relation[]];

const standings: readonly Standing[] = [
  ['in the commune of the incident', '11001', apart, ['INCIDENT']],
  ['in the commune of residence', '12001', apart, ['RESIDENCE']],
  ['in the commune asked', '13001', apart, ['OFFERED']],
  ['where the case was opened', '14001', apart, ['OPENER']],
  ['in the province of the incident', '11', apart, ['PROVINCE']],
  ['in the province of residence', '12', apart, ['PROVINCE']],
  ['in the province of the commune asked', '13', apart, ['PROVINCE']],
  ['in the province, a breach open', '11', breached, ['PROVINCE', 'PROVINCE_OVERDUE']],
  ['in the province of the opener', '14', apart, []],
  ['in the nation', nation, apart, []],
  ['elsewhere', '15001', apart, []],
];

function actorIn(role: Role, unit: string): Actor {
  return officer(role, unit, {
    posts: [{ id: 'post', role, unit, agency: `people@${unit}` }],
  });
}

/** The ministry stands above every case, wherever its post hangs. */
const standing = (role: Role, as: readonly Relation[]): readonly Relation[] =>
  role === 'MINISTRY_SUPERVISOR' ? [...as, 'NATION'] : as;

const everyPair = standings.flatMap((each) => roles.map((role) => [role, ...each] as const));

describe('the permission table', () => {
  it('has a row for every act, and every row names roles and relations', () => {
    expect(Object.keys(permitted).sort()).toEqual([...commandTypes].sort());
    for (const grant of Object.values(permitted).flat()) {
      expect(grant.roles).not.toEqual([]);
      expect(grant.as).not.toEqual([]);
    }
  });

  it('puts every paper in a class that somebody may see', () => {
    const seen = new Set(visible.flatMap((row) => row.see));
    for (const kind of paperKinds) expect(seen).toContain(classOfPaper[kind]);
    expect([...seen].sort()).toEqual([...fieldClasses].sort());
  });

  it('lets whoever sees anything see that the case is there', () => {
    for (const [role, , unit, state] of everyPair) {
      const actor = actorIn(role, unit);
      const sees = sight(actor, state);
      expect(view(actor, state) !== undefined).toBe(sees.size > 0);
    }
  });
});

describe.each(everyPair)('%s %s', (role, ...[, unit, state, as]) => {
  const actor = actorIn(role, unit);
  const stands = standing(role, as);
  const matches = (row: { roles: readonly Role[]; as: readonly Relation[] }) =>
    new Set(row.roles).has(role) && row.as.some((relation) => stands.includes(relation));

  it('stands to the case as said', () => {
    const [post] = actor.posts;
    const found = post === undefined ? [] : relationsOf(post, state);
    expect([...found].sort()).toEqual([...stands].sort());
  });

  it('may do what a row permits and nothing else', () => {
    const expected = commandTypes.filter((type) => permitted[type].some(matches));
    expect(commandTypes.filter((type) => may(actor, type, state))).toEqual(expected);
  });

  it('sees what a row shows and nothing else', () => {
    const expected = fieldClasses.filter((part) =>
      visible.some((row) => matches(row) && row.see.includes(part)),
    );
    expect(fieldClasses.filter((part) => sight(actor, state).has(part))).toEqual(expected);
  });

  it('may and sees nothing through an app without the scope', () => {
    const bare: Actor = { ...actor, scopes: ['notices', 'statistics:read', 'directory:admin'] };
    expect(commandTypes.filter((type) => may(bare, type, state))).toEqual([]);
    expect(sight(bare, state).size).toBe(0);
    expect(receivingPost(bare)).toBeUndefined();
  });
});

describe('in words', () => {
  const reported = given();
  const assessed = later(reported, act('assessInitially'));
  const offered = later(assessed, act('offerHandover', { to: neighbour }));
  const moved = later(offered, act('acceptHandover'));
  const late = swept(reported, '2026-03-02 20:00');
  const seen = (role: Role, where: string, state = reported.state): readonly FieldClass[] => [
    ...sight(officer(role, where), state),
  ];
  const can = (role: Role, where: string, type: (typeof commandTypes)[number], state: Case) =>
    may(officer(role, where), type, state);

  it('an officer of another commune sees nothing and may do nothing', () => {
    expect(seen('COMMUNE_CHAIR', far)).toEqual([]);
    expect(commandTypes.filter((type) => can('COMMUNE_CHAIR', far, type, moved.state))).toEqual([]);
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

  it('province chair and ministry see how the case stands and no more', () => {
    expect(seen('PROVINCE_CHAIR', province, late.state)).toEqual(['STATUS']);
    expect(seen('MINISTRY_SUPERVISOR', nation, late.state)).toEqual(['STATUS']);
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

  it('the province acknowledges and changes nothing', () => {
    const acts = commandTypes.filter(
      (type) => type !== 'receiveReport' && can('PROVINCE_SUPERVISOR', province, type, late.state),
    );
    expect(acts).toEqual(['acknowledge']);
  });

  it('the clock of the system may do nothing that people do', () => {
    const clock: Actor = { ...officer('COMMUNE_CHAIR', home), kind: 'SYSTEM', posts: [] };
    expect(commandTypes.filter((type) => may(clock, type, late.state))).toEqual([]);
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
