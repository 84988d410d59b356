import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { abuseCategories } from '#domain/classification.ts';
import {
  casesByProvinceAndCategory,
  quarterOf,
  type StatisticalRecord,
  type TableScope,
  tabulate,
} from '#domain/statistics.ts';
import { instant, localDate, plainDate } from '#domain/time.ts';

const definition = casesByProvinceAndCategory;
const scope: TableScope = {
  period: '2026-Q1',
  provinces: ['01', '15', '79'],
  includeSynthetic: false,
};

function record(change: Partial<StatisticalRecord> = {}): StatisticalRecord {
  return {
    caseId: 'case-1',
    incidentId: 'incident-1',
    receivedAt: instant('2026-01-05T00:30:00Z'),
    period: '2026-Q1',
    incidentProvince: '01',
    incidentCommune: '00004',
    category: 'VIOLENCE',
    sex: 'FEMALE',
    ageGroup: '10-13',
    channel: 'PHONE',
    emergency: false,
    steps: {},
    openBreaches: [],
    timeliness: {},
    synthetic: false,
    ...change,
  };
}

const records = fc.array(
  fc
    .record({
      incidentProvince: fc.constantFrom('01', '15', '79', '99'),
      category: fc.constantFrom(...abuseCategories),
      period: fc.constantFrom('2026-Q1' as const, '2026-Q2' as const),
      synthetic: fc.boolean(),
    })
    .map(record),
  { maxLength: 60 },
);

describe('the quarter of a case', () => {
  it.each([
    ['2026-01-01', '2026-Q1'],
    ['2026-03-31', '2026-Q1'],
    ['2026-04-01', '2026-Q2'],
    ['2026-06-30', '2026-Q2'],
    ['2026-07-01', '2026-Q3'],
    ['2026-09-30', '2026-Q3'],
    ['2026-10-01', '2026-Q4'],
    ['2026-12-31', '2026-Q4'],
  ])('has %s in %s', (day, quarter) => {
    expect(quarterOf(plainDate(day))).toBe(quarter);
  });

  it('begins at midnight in Vietnam, seven hours before it does in UTC', () => {
    expect(quarterOf(localDate(instant('2026-03-31T16:59:59Z')))).toBe('2026-Q1');
    expect(quarterOf(localDate(instant('2026-03-31T17:00:00Z')))).toBe('2026-Q2');
  });
});

describe('cases by province and category', () => {
  it('counts child-cases, never incidents or perpetrators', () => {
    const twoChildren = [record(), record({ caseId: 'case-2' })];
    const table = tabulate(definition, twoChildren, scope);
    expect(table).toMatchObject({ unit: 'CHILD_CASE', grandTotal: 2 });
  });

  it('has a row for every province, in code order, also where nothing was received', () => {
    const table = tabulate(definition, [record({ incidentProvince: '79' })], {
      ...scope,
      provinces: ['79', '01', '15', '79'],
    });
    expect(table.rows.map((row) => [row.code, row.total])).toEqual([
      ['01', 0],
      ['15', 0],
      ['79', 1],
    ]);
  });

  it('counts a case where it happened, not where the child lives', () => {
    const away = record({ incidentProvince: '15', residenceProvince: '79' });
    const table = tabulate(definition, [away], scope);
    expect(table.rows.find((row) => row.code === '15')?.total).toBe(1);
    expect(table.rows.find((row) => row.code === '79')?.total).toBe(0);
  });

  it('leaves out other quarters', () => {
    expect(tabulate(definition, [record({ period: '2026-Q2' })], scope).grandTotal).toBe(0);
  });

  it('leaves out synthetic cases outside a sandbox and says when they are counted', () => {
    const synthetic = [record({ synthetic: true })];
    const real = tabulate(definition, synthetic, scope);
    const sandbox = tabulate(definition, synthetic, { ...scope, includeSynthetic: true });
    expect(real).toMatchObject({ grandTotal: 0, unplaced: 0, includesSynthetic: false });
    expect(sandbox).toMatchObject({ grandTotal: 1, includesSynthetic: true });
  });

  it('tells of records it has no row for instead of losing them', () => {
    const table = tabulate(definition, [record({ incidentProvince: '99' })], scope);
    expect(table).toMatchObject({ grandTotal: 0, unplaced: 1 });
  });

  it('adds up along rows, columns and overall, and agrees with a recount', () => {
    fc.assert(
      fc.property(records, (all) => {
        const table = tabulate(definition, all, scope);
        const real = all.filter((each) => each.period === '2026-Q1' && !each.synthetic);
        const placed = real.filter((each) => each.incidentProvince !== '99');
        for (const { code, counts, total } of table.rows) {
          const ofRow = placed.filter((each) => each.incidentProvince === code);
          expect(total).toBe(ofRow.length);
          expect(counts).toEqual(
            abuseCategories.map((each) => ofRow.filter((one) => one.category === each).length),
          );
        }
        expect(table.totals).toEqual(
          abuseCategories.map((each) => placed.filter((one) => one.category === each).length),
        );
        expect(table.grandTotal).toBe(placed.length);
        expect(table.unplaced).toBe(real.length - placed.length);
      }),
    );
  });

  it('is the same table for any order of records', () => {
    fc.assert(
      fc.property(records, (all) => {
        const forward = tabulate(definition, all, scope);
        const backward = tabulate(definition, all.toReversed(), scope);
        expect(JSON.stringify(backward)).toBe(JSON.stringify(forward));
      }),
    );
  });
});
