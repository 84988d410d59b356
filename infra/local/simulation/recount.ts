import type { StatisticalRecord } from '#domain/statistics.ts';
import { sender } from '../partner.ts';
import { type Entered, oneMore } from './book.ts';
import { fetchToken } from './desk.ts';
import { day, hour, quarterAt } from './local-time.ts';

type Count = { readonly value: number | null; readonly suppressed: boolean };
type CategoryCount = { readonly category: string; readonly count: Count };

/** A release as the analytics client reads it. */
export type Release = {
  readonly period: string;
  readonly createdAt: string;
  readonly rows: readonly {
    readonly province: string;
    readonly counts: readonly CategoryCount[];
    readonly total: Count;
  }[];
  readonly totals: readonly CategoryCount[];
  readonly grandTotal: Count;
};

const count = '{ value suppressed }';
const document = `{ releases(first: 100) { nodes { period createdAt
  rows { province counts { category count ${count} } total ${count} }
  totals { category count ${count} } grandTotal ${count} } } }`;

/** Every release there is, through the statistics door. */
export async function readReleases(origin: string): Promise<readonly Release[]> {
  const send = sender(origin, await fetchToken(origin, 'analytics'), '/statistics/graphql');
  type Answer = { readonly releases: { readonly nodes: readonly Release[] } };
  return (await send<Answer>(document)).releases.nodes;
}

const total = 'TOTAL';

/** True counts by `province/category` with their margins, counted one report after another. */
function countsOf(reports: readonly Entered[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { province, category } of reports)
    for (const cell of [
      `${province}/${category}`,
      `${province}/${total}`,
      `${total}/${category}`,
      `${total}/${total}`,
    ])
      oneMore(counts, cell);
  return counts;
}

/** The cells of a release by name, margins included. */
function cellsOf({ rows, totals, grandTotal }: Release): ReadonlyMap<string, Count> {
  return new Map([
    ...rows.flatMap(({ province, counts, total: sum }) => [
      ...counts.map(({ category, count }) => [`${province}/${category}`, count] as const),
      [`${province}/${total}`, sum] as const,
    ]),
    ...totals.map(({ category, count }) => [`${total}/${category}`, count] as const),
    [`${total}/${total}`, grandTotal] as const,
  ]);
}

const isSmall = (count: number): boolean => count >= 1 && count <= 7;

/**
 * Where a release says otherwise than the book: a shown count that is not the recount, a small count that is
 * shown, a hidden one that is neither small nor hides another of its row or column.
 */
export function releaseDifferences(release: Release, book: readonly Entered[]): readonly string[] {
  const createdAt = Date.parse(release.createdAt);
  const known = book.filter(
    ({ quarter, writtenAt }) => quarter === release.period && writtenAt < createdAt,
  );
  const truth = countsOf(known);
  const cells = cellsOf(release);
  const strange = [...truth.keys()].filter((name) => !cells.has(name));
  const wrong = [...cells].filter(([name, { value, suppressed }]) => {
    const counted = truth.get(name) ?? 0;
    if (!suppressed) return value !== counted || isSmall(counted);
    return value !== null || (!isSmall(counted) && !hidesAnother(name, cells));
  });
  return [...strange, ...wrong.map(([name]) => name)].map((name) => `${release.period} ${name}`);
}

function hidesAnother(name: string, cells: ReadonlyMap<string, Count>): boolean {
  const [row, column] = name.split('/');
  return [...cells].some(([other, { suppressed }]) => {
    const [otherRow, otherColumn] = other.split('/');
    return suppressed && other !== name && (row === otherRow || column === otherColumn);
  });
}

/** Where the statistical records of a quarter say otherwise than the book, nothing hidden. */
export function recordDifferences(
  quarter: string,
  records: readonly StatisticalRecord[],
  book: readonly Entered[],
): readonly string[] {
  const truth = countsOf(book.filter((each) => each.quarter === quarter));
  const found = new Map<string, number>();
  for (const { incidentProvince: province, category } of records)
    for (const cell of [`${province}/${category}`, `${total}/${total}`]) oneMore(found, cell);
  const names = [...truth.keys(), ...found.keys()].filter(
    (name) => name === `${total}/${total}` || !name.includes(total),
  );
  return [...new Set(names)]
    .filter((name) => (truth.get(name) ?? 0) !== (found.get(name) ?? 0))
    .map((name) => `${quarter} records ${name}`);
}

// A quarter settles for ten days, and is released in the night after.
const settling = 10 * day + 3 * hour;

/** The quarters whose release is to be expected at an instant: all that end long enough before. */
export function quartersOver(from: number, end: number): readonly string[] {
  const quarters: string[] = [];
  for (let at = from; at < end - settling; at += day) {
    const quarter = quarterAt(at);
    const isOver = quarterAt(end - settling) !== quarter;
    if (isOver && quarters.at(-1) !== quarter) quarters.push(quarter);
  }
  return quarters;
}
