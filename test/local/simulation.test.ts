import { describe, expect, it } from 'vitest';
import type { StoredEvent } from '#app/ports/ledger.ts';
import type { Fact } from '#domain/case/event.ts';
import { abuseCategories } from '#domain/classification.ts';
import { plainDate } from '#domain/time.ts';
import { newAgenda } from '../../infra/local/simulation/agenda.ts';
import { openBook } from '../../infra/local/simulation/book.ts';
import { caseloadOf, shareOf } from '../../infra/local/simulation/caseload.ts';
import { chanceOf } from '../../infra/local/simulation/chance.ts';
import { inspect } from '../../infra/local/simulation/inspection.ts';
import { at, inOffice, openFrom, quarterAt } from '../../infra/local/simulation/local-time.ts';
import { quartersOver, releaseDifferences } from '../../infra/local/simulation/recount.ts';
import { listedTerritory, madeUpTerritory } from '../../infra/local/simulation/territory.ts';

const year = { from: plainDate('2026-01-01'), until: plainDate('2027-01-01') };

function caseload(seed: string, cases = 1500) {
  const chance = chanceOf(seed);
  return caseloadOf({ ...year, cases, territory: madeUpTerritory(chance), chance });
}

const shareIn = <Thing>(things: readonly Thing[], is: (each: Thing) => boolean) =>
  things.filter(is).length / things.length;

describe('a caseload', () => {
  const plain = (seed: string) => caseload(seed).map(({ chance, ...rest }) => rest);

  it('is the same again for the same seed, and another for another', () => {
    expect(plain('7')).toEqual(plain('7'));
    expect(plain('7')).not.toEqual(plain('8'));
  });

  it('has the mix of the published statistics', () => {
    const cases = caseload('1');
    expect(shareIn(cases, ({ category }) => category === 'SEXUAL_ABUSE')).toBeCloseTo(0.73, 1);
    expect(shareIn(cases, ({ sex }) => sex === 'FEMALE')).toBeCloseTo(0.83, 1);
    expect(shareIn(cases, ({ tie }) => tie === 'RELATIVE')).toBeCloseTo(0.21, 1);
    expect(new Set(cases.map(({ category }) => category)).size).toBe(abuseCategories.length);
  });

  it('lies in its year, earliest first, at Tết and at night too, and every name is marked', () => {
    const cases = caseload('1');
    const times = cases.map(({ receivedAt }) => receivedAt);
    expect(times).toEqual(times.toSorted((a, b) => a - b));
    expect(times[0]).toBeGreaterThanOrEqual(at(year.from, 0));
    expect(times.at(-1)).toBeLessThan(at(year.until, 0));
    const tet = [at(plainDate('2026-02-16'), 0), at(plainDate('2026-02-23'), 0)] as const;
    expect(times.filter((each) => each >= tet[0] && each < tet[1]).length).toBeGreaterThan(3);
    expect(cases.filter(({ name }) => !name.endsWith('(giả định)'))).toEqual([]);
  });

  it('has some incidents of several children, and some reported to a wrong commune of the province', () => {
    const cases = caseload('1');
    expect(shareIn(cases, ({ siblings }) => siblings.length > 0)).toBeCloseTo(0.08, 1);
    const mistaken = cases.filter((each) => each.mistaken !== undefined);
    expect(mistaken.length).toBeGreaterThan(0);
    for (const { mistaken: wrong, commune } of mistaken) {
      expect(wrong?.province).toBe(commune.province);
      expect(wrong?.code).not.toBe(commune.code);
    }
  });

  it('falls on a few busy communes and a long tail', () => {
    const counts = [...Map.groupBy(caseload('1'), ({ commune }) => commune.code).values()];
    const sizes = counts.map(({ length }) => length).sort((a, b) => b - a);
    expect(sizes[0]).toBeGreaterThan(4 * (sizes.at(-1) ?? 0));
  });

  it('is divided by province without loss', () => {
    const cases = caseload('3');
    const parts = [0, 1].map((index) => shareOf(cases, { index, of: 2 }));
    const provinces = parts.map((part) => new Set(part.map(({ commune }) => commune.province)));
    expect(parts.flat().length).toBe(cases.length);
    expect([...(provinces[0] ?? [])].filter((each) => provinces[1]?.has(each))).toEqual([]);
    expect(shareOf(cases, { index: 0, of: 1 })).toEqual(cases);
  });

  it('falls on the communes of a list', () => {
    const rows = ['01,province,A,Tỉnh A,', '00011,commune,B,Xã B,01', '00012,commune,C,Xã C,01'];
    const csv = ['code,level,name,full_name,parent_code', ...rows].join('\n');
    const territory = listedTerritory(csv, chanceOf('1'));
    expect(territory.communes.map(({ code }) => code).sort()).toEqual(['00011', '00012']);
  });
});

describe('the time of an office', () => {
  it('begins on the next morning that is worked', () => {
    // The Friday before Tết, and the Monday after it.
    expect(openFrom(at(plainDate('2026-02-13'), 18))).toBe(at(plainDate('2026-02-23'), 7.5));
    expect(openFrom(at(plainDate('2026-03-03'), 12))).toBe(at(plainDate('2026-03-03'), 13.5));
    const now = at(plainDate('2026-03-03'), 9);
    expect(inOffice(now, chanceOf('1'))).toBe(now);
  });

  it('knows its quarter by the clocks of Vietnam', () => {
    expect(quarterAt(Date.parse('2026-03-31T16:59:59Z'))).toBe('2026-Q1');
    expect(quarterAt(Date.parse('2026-03-31T17:00:00Z'))).toBe('2026-Q2');
    expect(quartersOver(at(year.from, 0), at(plainDate('2026-07-12'), 12))).toEqual([
      '2026-Q1',
      '2026-Q2',
    ]);
  });
});

describe('an agenda', () => {
  it('gives the earliest first, and equals in their order', () => {
    const agenda = newAgenda<{ at: number; name: string }>();
    for (const [index, when] of [5, 1, 3, 1, 9, 3, 1].entries())
      agenda.put({ at: when, name: String(index) });
    const taken = () => agenda.take(8).map(({ name }) => name);
    expect([taken(), taken(), taken(), taken()]).toEqual([['1', '3', '6'], ['2', '5'], ['0'], []]);
  });
});

const deadline = {
  rule: 'D07',
  leg: 'RESIDENCE',
  cycle: 1,
  subject: '-',
  triggerSeq: 1,
  planRevision: 0,
};
const minutes = (count: number) => new Date(Date.UTC(2026, 4, 4, 10, count)).toISOString();

function event(act: string, written: string, facts: readonly object[]): StoredEvent {
  const by = { kind: act === 'sweep' ? 'SYSTEM' : 'OFFICER' };
  return { act, written, by, facts } as unknown as StoredEvent;
}

const set = event('assessNeeds', minutes(0), [
  { type: 'DeadlineSet', deadline, planning: 0, dueAt: minutes(20), nextAt: minutes(10) },
]);
const rung = (type: Fact['type'], number: number, nextAt: string | null) => ({
  ...{ type, deadline, planning: 0, rung: number, nextAt, dueAt: minutes(20), told: [] },
});

function inspected(events: readonly StoredEvent[], end = minutes(60)) {
  const book = openBook();
  book.acknowledged('c', 'assessNeeds');
  const { late, doubledRungs, missed, actDifferences } = inspect(
    new Map([['c', events]]),
    book,
    Date.parse(end),
  );
  return [late.length, doubledRungs.length, missed.length, actDifferences];
}

describe('the inspection of a record', () => {
  const reminded = event('sweep', minutes(10), [rung('ReminderRecorded', 0, minutes(20))]);
  const breached = event('sweep', minutes(20), [rung('BreachRecorded', 1, null)]);

  it('finds nothing where everything was told in its tick', () => {
    expect(inspected([set, reminded, breached])).toEqual([0, 0, 0, 0]);
  });

  it('finds a telling that is a tick late', () => {
    const late = event('sweep', minutes(12), [rung('ReminderRecorded', 0, minutes(20))]);
    expect(inspected([set, late, breached])[0]).toBe(1);
  });

  it('finds a rung told twice', () => {
    expect(inspected([set, reminded, breached, breached])[1]).toBe(1);
  });

  it('finds a deadline past its end without a breach, once a tick could have seen it', () => {
    expect(inspected([set, reminded])[2]).toBe(1);
    expect(inspected([set, reminded], minutes(20))[2]).toBe(0);
  });

  it('leaves a duty alone that is done and judged again by a corrected receipt', () => {
    const done = event('submitPlan', minutes(15), [
      { type: 'DeadlineClosed', deadline, how: 'MET' },
    ]);
    const corrected = event('correctReceipt', minutes(30), [
      { ...rung('BreachRecorded', 1, null), planning: 1, dueAt: minutes(12) },
      { type: 'DeadlineRejudged', deadline, planning: 1, dueAt: minutes(12), how: 'MET_LATE' },
    ]);
    expect(inspected([set, reminded, done, corrected]).slice(0, 3)).toEqual([0, 0, 0]);
    const swept: StoredEvent = { ...corrected, act: 'sweep' };
    expect(inspected([set, reminded, done, swept])[0]).toBe(1);
  });

  it('finds an act on record that nobody was told was done', () => {
    const alone = event('addNote', minutes(1), []);
    expect(inspected([set, reminded, breached, alone])[3]).toBe(1);
    expect(inspected([])[3]).toBe(1);
  });
});

describe('the recount of a release', () => {
  const counts = { VIOLENCE: 12, TRAFFICKING: 3, OTHER: 9 };
  const book = Object.entries(counts).flatMap(([category, times]) =>
    Array.from({ length: times }, (_, index) => ({
      ...{ id: `${category} ${index}`, quarter: '2026-Q1', province: '99', category, writtenAt: 0 },
    })),
  );
  const shown = (value: number) => ({ value, suppressed: false });
  const hidden = { value: null, suppressed: true };
  const line = (violence: object, trafficking: object, other: object) => [
    { category: 'VIOLENCE', count: violence },
    { category: 'TRAFFICKING', count: trafficking },
    { category: 'OTHER', count: other },
  ];
  const differences = (row: readonly object[], totals = row) =>
    releaseDifferences(
      {
        ...{ period: '2026-Q1', createdAt: '2026-04-11T00:00:00Z' },
        rows: [{ province: '99', counts: row, total: shown(24) }],
        ...{ totals, grandTotal: shown(24) },
      } as never,
      book,
    );

  it('agrees with a protected table', () => {
    expect(differences(line(shown(12), hidden, hidden))).toEqual([]);
  });

  it('finds a count that is not the truth, and a small one that is shown', () => {
    const right = line(shown(12), hidden, hidden);
    expect(differences(line(shown(11), hidden, hidden), right)).toEqual(['2026-Q1 99/VIOLENCE']);
    expect(differences(line(hidden, shown(3), hidden), right)).toEqual(['2026-Q1 99/TRAFFICKING']);
  });

  it('finds a large count that hides nothing, and a province the table lacks', () => {
    const all = line(shown(12), hidden, shown(9));
    const strange = differences(all, line(hidden, shown(3), shown(9)));
    expect(strange).toContain('2026-Q1 TOTAL/VIOLENCE');
    const elsewhere = [...book.slice(0, 1)].map((each) => ({ ...each, province: '97' }));
    const release = { period: '2026-Q1', createdAt: '2026-04-11T00:00:00Z', rows: [], totals: [] };
    const found = releaseDifferences({ ...release, grandTotal: hidden } as never, elsewhere);
    expect(found).toContain('2026-Q1 97/VIOLENCE');
  });
});
