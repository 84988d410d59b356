import {
  type AbuseCategory,
  type AgeGroup,
  abuseCategories,
  type Channel,
  type Sex,
} from './classification.ts';
import type { UnitCode } from './directory.ts';
import type { RuleId } from './procedure.ts';
import type { Instant, PlainDate } from './time.ts';

/** How a time limit ended: in time, late, or no longer owed. */
export const timelinessOutcomes = ['MET', 'MET_LATE', 'VOID'] as const;

/** The outcome of one time limit of one case. */
export type TimelinessOutcome = (typeof timelinessOutcomes)[number];

/**
 * Units in which the field counts: a child in a case, an incident (vụ), a child (trẻ em), a
 * perpetrator (đối tượng).
 *
 * Counts of different units are never added and never share a table.
 */
export const countUnits = ['CHILD_CASE', 'INCIDENT', 'CHILD', 'PERPETRATOR'] as const;

/** The one unit of a table. */
export type CountUnit = (typeof countUnits)[number];

/** A calendar quarter in Vietnam. */
export type Quarter = `${string}-Q${1 | 2 | 3 | 4}`;

/**
 * All that statistics keep of one child's case.
 *
 * It has no name and no free text; `period` is the quarter in which the report was received by the
 * clocks of Vietnam, and `category` the principal one.
 */
export type StatisticalRecord = {
  readonly caseId: string;
  readonly incidentId: string;
  readonly receivedAt: Instant;
  readonly period: Quarter;
  readonly incidentProvince: UnitCode;
  readonly incidentCommune: UnitCode;
  readonly residenceProvince?: UnitCode;
  readonly category: AbuseCategory;
  readonly sex: Sex;
  readonly ageGroup: AgeGroup;
  readonly channel: Channel;
  readonly emergency: boolean;
  readonly steps: Readonly<Partial<Record<string, Instant>>>;
  /** Ids of the duties that are late and still not done. */
  readonly openBreaches: readonly string[];
  /** The worst ending of each limit so far. */
  readonly timeliness: Readonly<Partial<Record<RuleId, TimelinessOutcome>>>;
  readonly synthetic: boolean;
};

/** What a table counts, along which two dimensions, and in whose words; plain, so it is printed. */
export type TableDefinition = {
  readonly id: string;
  readonly unit: CountUnit;
  readonly methodVersion: string;
  readonly title: { readonly vi: string; readonly en: string };
  readonly definition: { readonly vi: string; readonly en: string };
  readonly row: 'incidentProvince';
  readonly column: 'category';
  readonly columns: readonly string[];
};

/** Cases received by province of the incident × abuse category per quarter. */
export const casesByProvinceAndCategory = {
  id: 'cases-by-province-and-category',
  unit: 'CHILD_CASE',
  methodVersion: '1',
  title: {
    vi: 'Số trẻ em trong các vụ việc được tiếp nhận, theo tỉnh nơi xảy ra và loại xâm hại',
    en: 'Child-cases received, by province of the incident and category of abuse',
  },
  definition: {
    vi:
      'Mỗi trẻ em trong mỗi vụ việc tính một lần, vào quý tiếp nhận thông tin (giờ Việt Nam), ' +
      'tại tỉnh nơi xảy ra vụ việc, theo loại xâm hại chính. Không cộng với số vụ, số trẻ em ' +
      'hoặc số đối tượng.',
    en:
      'Each child in each incident counts once, in the quarter in which the report was received ' +
      '(time of Vietnam), in the province of the incident, under the principal category of ' +
      'abuse. Not to be added to numbers of incidents, of children or of perpetrators.',
  },
  row: 'incidentProvince',
  column: 'category',
  columns: abuseCategories,
} as const satisfies TableDefinition;

/** Which records enter a table: one quarter, these provinces, real cases only unless a sandbox. */
export type TableScope = {
  readonly period: Quarter;
  readonly provinces: readonly UnitCode[];
  readonly includeSynthetic: boolean;
};

/** True counts of one row, in the order of the table's columns. */
export type CountRow = {
  readonly code: string;
  readonly counts: readonly number[];
  readonly total: number;
};

/**
 * True counts with their margins, for the statutory report and for disclosure control only.
 *
 * `unplaced` are records in scope whose province or category the table does not have: they are in
 * no cell and no total, and a table that has any cannot be released.
 */
export type CountTable = {
  readonly definitionId: string;
  readonly unit: CountUnit;
  readonly methodVersion: string;
  readonly period: Quarter;
  readonly includesSynthetic: boolean;
  readonly columns: readonly string[];
  readonly rows: readonly CountRow[];
  readonly totals: readonly number[];
  readonly grandTotal: number;
  readonly unplaced: number;
};

/** The quarter in which a day lies. */
export function quarterOf(localDate: PlainDate): Quarter {
  const month = localDate.slice(5, 7);
  const year = localDate.slice(0, 4);
  if (month < '04') return `${year}-Q1`;
  if (month < '07') return `${year}-Q2`;
  return month < '10' ? `${year}-Q3` : `${year}-Q4`;
}

/** The exact table of the records in scope, rows in code order, the same for any order of records. */
export function tabulate(
  definition: TableDefinition,
  records: readonly StatisticalRecord[],
  scope: TableScope,
): CountTable {
  const inScope = records.filter((record) => isInScope(record, scope));
  const frequencies = countPairs(definition, inScope);
  const rows = [...new Set(scope.provinces)].map((code) => {
    const counts = definition.columns.map((column) => frequencies.get(`${code}/${column}`) ?? 0);
    return { code, counts, total: sum(counts) };
  });
  const totals = definition.columns.map((_, at) => sum(rows.map((row) => row.counts[at] ?? 0)));
  const grandTotal = sum(totals);
  return {
    definitionId: definition.id,
    unit: definition.unit,
    methodVersion: definition.methodVersion,
    period: scope.period,
    includesSynthetic: scope.includeSynthetic,
    columns: [...definition.columns],
    rows: inCodeOrder(rows),
    totals,
    grandTotal,
    unplaced: inScope.length - grandTotal,
  };
}

/** Rows as they are printed, whatever order they came in. */
export function inCodeOrder(rows: readonly CountRow[]): readonly CountRow[] {
  return rows.toSorted((a, b) => (a.code < b.code ? -1 : 1));
}

function isInScope(record: StatisticalRecord, scope: TableScope): boolean {
  return record.period === scope.period && (scope.includeSynthetic || !record.synthetic);
}

function countPairs(
  definition: TableDefinition,
  records: readonly StatisticalRecord[],
): ReadonlyMap<string, number> {
  const frequencies = new Map<string, number>();
  for (const record of records) {
    const pair = `${record[definition.row]}/${record[definition.column]}`;
    frequencies.set(pair, (frequencies.get(pair) ?? 0) + 1);
  }
  return frequencies;
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0);
}
