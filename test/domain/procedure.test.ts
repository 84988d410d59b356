import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FactType } from '#domain/case/event.ts';
import { nation, roles } from '#domain/directory.ts';
import { inForce } from '#domain/in-force.ts';
import { type Limit, limitOf, type Procedure, rules } from '#domain/procedure.ts';
import { decree56 } from '#domain/procedures/decree-56-2017.ts';
import { procedures } from '#domain/procedures/registry.ts';
import { plainDate } from '#domain/time.ts';
import { home, province } from '../support/builders.ts';
import { factsOf } from '../support/given.ts';
import { anyMove, anyStart, storyOf } from '../support/random-story.ts';

const everyLimit = procedures.flatMap(({ id, limits }) =>
  limits.map((limit): [string, Limit] => [`${id} ${limit.id}`, limit]),
);

function emitted(): ReadonlySet<FactType> {
  const moves = fc.array(anyMove, { minLength: 10, maxLength: 45, size: 'max' });
  const samples = fc.sample(fc.tuple(anyStart, moves), { numRuns: 400, seed: 56 });
  const facts = samples.flatMap(([start, each]) => factsOf(storyOf(start, each)));
  return new Set(facts.map(({ type }) => type));
}

describe.each(everyLimit)('the limit %s', (_, limit) => {
  it('stands in a law or in a policy of ours, and never in both', () => {
    expect([limit.law, limit.policy].filter((each) => each !== undefined)).toHaveLength(1);
  });

  it('cites an article, or a policy record by its number', () => {
    if (limit.law !== undefined && !limit.local)
      expect(limit.law).toMatch(/^(ND|TT|L)\d+\/\d{4} Art\. \d+/);
    if (limit.policy !== undefined) expect(limit.policy).toMatch(/^\d{4}$/);
    if (limit.startChosenBy !== undefined) expect(limit.law).toBeDefined();
  });

  it('has a name in both languages, somebody whose duty it is, a start and a fulfilment', () => {
    expect(limit.title.vi).not.toBe('');
    expect(limit.title.en).not.toBe('');
    expect(roles).toContain(limit.by);
    expect(limit.from).not.toEqual([]);
    expect(limit.until).not.toEqual([]);
  });

  it('is not met and void by one fact', () => {
    expect(limit.until.filter((fact) => limit.voidedBy.includes(fact))).toEqual([]);
  });
});

describe('the decree', () => {
  it('has each limit from D02 to D17, the answer to the child and the eight of policy alone once', () => {
    expect(decree56.limits.map(({ id }) => id)).toEqual(rules);
    const statutory = Array.from({ length: 16 }, (_, at) => `D${String(at + 2).padStart(2, '0')}`);
    const policy = Array.from({ length: 8 }, (_, at) => `P0${at + 1}`);
    expect(rules).toEqual([...statutory, 'D26', ...policy]);
  });

  it('shows as law what the law says in numbers, and no more', () => {
    const law = decree56.limits.filter((limit) => limit.law !== undefined).map(({ id }) => id);
    expect(law).toEqual([...['D05', 'D07', 'D08', 'D10', 'D13', 'D14'], ...['D15', 'D16', 'D17']]);
  });

  it('has the numbers of the decree', () => {
    const within = (rule: (typeof rules)[number]) => limitOf(decree56, rule)?.within;
    expect(within('D05')).toEqual({ unit: 'HOURS', count: 12 });
    expect(within('D07')).toEqual({ unit: 'WORKING_DAYS', count: 5 });
    expect(within('D08')).toEqual({ unit: 'WORKING_DAYS', count: 2 });
    expect(within('D13')).toEqual({ unit: 'CALENDAR_DAYS', count: 15, rolls: false });
  });

  it('binds to the twelve hours alone on a condition, and climbs in hours for it and Form 02', () => {
    const of = (test: (limit: Limit) => boolean) =>
      decree56.limits.filter(test).map(({ id }) => id);
    expect(of(({ conditional }) => conditional)).toEqual(['D05']);
    expect(of(({ ladder }) => ladder === 'EMERGENCY')).toEqual(['D04', 'D05']);
  });

  it('gives no limit of law any relief', () => {
    const relieved = decree56.limits.filter(({ pausable, extendable }) => pausable ?? extendable);
    expect(relieved.map(({ id, policy }) => [id, policy])).toEqual([
      ['D06', '0008'],
      ['D11', '0008'],
      ['D12', '0008'],
    ]);
  });

  it('starts, meets and voids by nothing that no act ever leaves', () => {
    const known = emitted();
    const spoken = decree56.limits.flatMap(({ from, until, voidedBy }) => [
      ...from,
      ...until,
      ...voidedBy,
    ]);
    expect([...new Set(spoken)].filter((fact) => !known.has(fact))).toEqual([]);
  });

  it('chooses a start of its own for the five working days and says where', () => {
    const chosen = decree56.limits.filter(({ startChosenBy }) => startChosenBy !== undefined);
    expect(chosen.map(({ id, startChosenBy }) => [id, startChosenBy])).toEqual([['D07', '0007']]);
  });
});

describe('the procedure in force', () => {
  const local = (id: string, unit: string, from: string, until?: string): Procedure => ({
    ...decree56,
    id,
    territory: [unit],
    validFrom: plainDate(from),
    ...(until !== undefined && { validUntil: plainDate(until) }),
  });
  const all = [
    decree56,
    local('of the province', province, '2024-01-01', '2025-07-01'),
    local('of the commune', home, '2025-01-01'),
  ];
  const at = (day: string, territory = [home, province, nation]) =>
    inForce(all, territory, plainDate(day))?.id;

  it('is that of the narrowest territory', () => {
    expect(at('2025-01-01')).toBe('of the commune');
    expect(at('2024-12-31')).toBe('of the province');
    expect(at('2023-12-31')).toBe('ND56/2017');
  });

  it('is so from its first day to the day before it ends', () => {
    const around = [province, nation];
    expect(at('2024-01-01', around)).toBe('of the province');
    expect(at('2025-06-30', around)).toBe('of the province');
    expect(at('2025-07-01', around)).toBe('ND56/2017');
  });

  it('is none before the decree', () => {
    expect(at('2017-06-30')).toBeUndefined();
    expect(at('2017-07-01')).toBe('ND56/2017');
  });
});

describe('the registry', () => {
  it('has each version once and never two for one territory on one day', () => {
    const ids = procedures.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const each of procedures) {
      const rivals = procedures.filter(
        (other) =>
          other.validFrom <= each.validFrom &&
          (other.validUntil === undefined || each.validFrom < other.validUntil) &&
          other.territory.some((unit) => each.territory.includes(unit)),
      );
      expect(rivals).toEqual([each]);
    }
  });
});
