import { describe, expect, it } from 'vitest';
import { laterCommandTypes } from '#domain/case/acts.ts';
import type { Case } from '#domain/case/case.ts';
import { paperKinds } from '#domain/case/terms.ts';
import { nation, type Role, roles } from '#domain/directory.ts';
import {
  type Actor,
  classOfPaper,
  fieldClasses,
  may,
  permitted,
  receivingPost,
  sight,
  visible,
} from '#domain/permission.ts';
import { type Relation, relationsOf } from '#domain/relation.ts';
import { view } from '#domain/view.ts';
import { officer } from '../support/builders.ts';
import { given } from '../support/given.ts';

const caring = { form: 'RELATIVE', from: given().state.receivedAt } as const;

// A case in which every way of standing to it has a unit of its own.
const apart: Case = {
  ...given().state,
  incidentLeg: { unit: '11001', province: '11', procedure: 'ND56/2017', overlay: null },
  residenceLeg: { unit: '12001', province: '12', procedure: 'ND56/2017', overlay: null },
  offer: { to: '13001', province: '13', at: given().state.receivedAt },
  openedBy: { unit: '14001', agency: 'people@14001', role: 'COMMUNE_WORKER' },
  care: [
    { ...caring, id: 'care1', unit: '17001', province: '17', endedAt: given().state.receivedAt },
    { ...caring, id: 'care2', unit: '16001', province: '16', endedAt: null },
  ],
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
  ['in the commune of the carer', '16001', apart, ['CARE']],
  ['in the province of the carer', '16', breached, ['CARE_PROVINCE']],
  ['in the commune of a former carer', '17001', apart, []],
  ['in the province of a former carer', '17', apart, []],
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
    expect(Object.keys(permitted).sort()).toEqual([...laterCommandTypes].sort());
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
    const expected = laterCommandTypes.filter((type) => permitted[type].some(matches));
    expect(laterCommandTypes.filter((type) => may(actor, type, state))).toEqual(expected);
  });

  it('sees what a row shows and nothing else', () => {
    const expected = fieldClasses.filter((part) =>
      visible.some((row) => matches(row) && row.see.includes(part)),
    );
    expect(fieldClasses.filter((part) => sight(actor, state).has(part))).toEqual(expected);
  });

  it('may and sees nothing through an app without the scope', () => {
    const bare: Actor = { ...actor, scopes: ['notices', 'statistics:read', 'directory:admin'] };
    expect(laterCommandTypes.filter((type) => may(bare, type, state))).toEqual([]);
    expect(sight(bare, state).size).toBe(0);
    expect(receivingPost(bare, '98001')).toBeUndefined();
  });
});
