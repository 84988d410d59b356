import {
  type Cell,
  cellName,
  circulationOf,
  type Direction,
  type Line,
  margin,
  stretch,
  type View,
  widening,
} from './circulation.ts';
import { isSmall, largestSmall, readingOf, smallest } from './sensitivity.ts';
import { type CountTable, inCodeOrder } from './statistics.ts';

declare const publicCount: unique symbol;

/**
 * A count that may leave the house: its value, or only the fact that it is hidden.
 *
 * Whether it is hidden for its own sake or for another's is not said: of two hidden cells that are
 * known to be small and sum to 14, each is 7. Made by {@link publish} alone.
 */
export type PublicCount = {
  readonly value: number | null;
  readonly suppressed: boolean;
  readonly [publicCount]: true;
};

/** The method by which a release is protected: 1–7 hidden, and what would give them away. */
export type DisclosureMethod = 'SUPPRESS_1_7';

/** Why a cell is hidden; known inside only. */
export type Suppression = 'PRIMARY' | 'SECONDARY';

/** The hidden cells by name, `province/category`; a margin is named `TOTAL`. */
export type SuppressionPlan = ReadonlyMap<string, Suppression>;

/** Plain JSON, rows in code order: the same counts are the same text, to be hashed and signed. */
export type ProtectedTable = Omit<CountTable, 'rows' | 'totals' | 'grandTotal' | 'unplaced'> & {
  readonly disclosureMethod: DisclosureMethod;
  readonly rows: readonly {
    readonly code: string;
    readonly counts: readonly PublicCount[];
    readonly total: PublicCount;
  }[];
  readonly totals: readonly PublicCount[];
  readonly grandTotal: PublicCount;
};

/** What a reader can work out about a cell that was to be hidden; `most` may be infinite. */
export type Exposure = {
  readonly cell: string;
  readonly least: number;
  readonly most: number;
  readonly candidates: number;
};

/** A table that was not released; for the operator, never for a reader. */
export type ReleaseRefusal =
  | { readonly refused: 'NOT_ADDITIVE' | 'RECORDS_WITHOUT_A_ROW' }
  | {
      readonly refused: 'FEWER_THAN_THREE_CANDIDATES';
      readonly exposed: readonly Exposure[];
    };

const enoughCandidates = 3;
const directions: readonly Direction[] = [1, -1];

/**
 * The table as it may be published, or why it may not.
 *
 * Counts of 1 to 7 are hidden, totals among them, and with each as many others as leave a reader
 * three candidates for it. A zero is shown, for it says nothing of a child where a whole province
 * could have been counted; but where all cases of a line are of one kind the zeros would say it of
 * each of them, so there the full cell and one empty one are hidden.
 */
export function protect(table: CountTable): ProtectedTable | ReleaseRefusal {
  return publish(table, planSuppression(table));
}

/**
 * What a plan publishes of a table, if the auditor lets it pass; the only way to a `PublicCount`.
 *
 * The auditor does not ask how the plan was made.
 */
export function publish(table: CountTable, plan: SuppressionPlan): ProtectedTable | ReleaseRefusal {
  if (!isAdditive(table)) return { refused: 'NOT_ADDITIVE' };
  if (table.unplaced > 0) return { refused: 'RECORDS_WITHOUT_A_ROW' };
  const exposed = audit(table, plan);
  if (exposed.length > 0) return { refused: 'FEWER_THAN_THREE_CANDIDATES', exposed };
  return masked(table, plan);
}

/** The sensitive cells of a table that a plan leaves with fewer than three candidates. */
export function audit(table: CountTable, plan: SuppressionPlan): readonly Exposure[] {
  const { cells, sensitive } = readingOf(table);
  const view = { cells, hidden: new Set(plan.keys()) };
  return sensitive
    .map((cell) => exposureOf(view, cell))
    .filter((exposure) => exposure.candidates < enoughCandidates);
}

/** Which cells to hide so that the auditor lets the table pass; the same for the same counts. */
export function planSuppression(table: CountTable): SuppressionPlan {
  const { cells, sensitive } = readingOf(table);
  const hidden = new Set(sensitive.map((cell) => cell.name));
  // Hiding more never narrows what a reader can think, so a cell that is safe stays safe.
  for (const cell of sensitive) hideComplements({ cells, hidden }, hidden, cell);
  const whole = cells.filter((cell) => hidden.has(cell.name));
  return new Map(whole.map((cell) => [cell.name, isSmall(cell.value) ? 'PRIMARY' : 'SECONDARY']));
}

function hideComplements(view: View, hidden: Set<string>, cell: Cell): void {
  while (exposureOf(view, cell).candidates < enoughCandidates) {
    const complement = cheapestComplement(view, cell);
    if (complement === undefined) return;
    for (const { name } of complement) hidden.add(name);
  }
}

/**
 * What a reader at his best knows of a cell: he is told which hidden cells are zero, and if this one
 * is small, that it is.
 */
function exposureOf(view: View, cell: Cell): Exposure {
  const { name, value } = cell;
  if (!view.hidden.has(name)) return { cell: name, least: value, most: value, candidates: 1 };
  const least = value - stretch(view, cell, -1).reach;
  const most = value + stretch(view, cell, 1).reach;
  const { low, high } = rangeOf(cell);
  const candidates = Math.min(most, high) - Math.max(least, low) + 1;
  return { cell: name, least, most, candidates };
}

/** Of the ways to widen a cell, the one that hides least; on a par, upwards. */
function cheapestComplement(view: View, cell: Cell): readonly Cell[] | undefined {
  return directions
    .filter((direction) => !isFarEnough(cell, direction, stretch(view, cell, direction).reach))
    .map((direction) => widening(view, cell, direction))
    .filter((complement) => complement.length > 0)
    .sort((a, b) => lossOf(a) - lossOf(b))
    .at(0);
}

function isFarEnough(cell: Cell, direction: Direction, reach: number): boolean {
  const { low, high } = rangeOf(cell);
  return direction === 1 ? cell.value + reach >= high : cell.value - reach <= low;
}

/** The values that count as candidates. */
function rangeOf(cell: Cell): { readonly low: number; readonly high: number } {
  if (isSmall(cell.value)) return { low: smallest, high: largestSmall };
  return { low: cell.floor, high: Number.POSITIVE_INFINITY };
}

function masked(table: CountTable, plan: SuppressionPlan): ProtectedTable {
  const { definitionId, unit, methodVersion, period, includesSynthetic, columns } = table;
  const show = (code: string, column: string, value: number) =>
    publicCountOf(value, plan.has(cellName(code, column)));
  const showLine = (code: string, counts: readonly number[]) =>
    counts.map((count, at) => show(code, columns[at] ?? margin, count));
  return {
    definitionId,
    unit,
    methodVersion,
    disclosureMethod: 'SUPPRESS_1_7',
    period,
    includesSynthetic,
    columns,
    rows: inCodeOrder(table.rows).map(({ code, counts, total }) => ({
      code,
      counts: showLine(code, counts),
      total: show(code, margin, total),
    })),
    totals: showLine(margin, table.totals),
    grandTotal: show(margin, margin, table.grandTotal),
  };
}

function publicCountOf(value: number, suppressed: boolean): PublicCount {
  // The one place where the brand is given; the auditor has passed the table.
  return { value: suppressed ? null : value, suppressed } as PublicCount;
}

function isAdditive(table: CountTable): boolean {
  const { rows, columns } = circulationOf(table);
  const counted = [...table.rows.map((row) => row.counts), table.totals];
  return (
    areNames(table.rows.map((row) => row.code)) &&
    areNames(table.columns) &&
    counted.every((counts) => counts.length === table.columns.length) &&
    [...rows, ...columns].every(addsUp)
  );
}

function addsUp(line: Line): boolean {
  const values = line.map((cell) => cell.value);
  const areCounts = values.every((value) => Number.isSafeInteger(value) && value >= 0);
  return areCounts && sum(values.slice(0, -1)) === values.at(-1);
}

function areNames(names: readonly string[]): boolean {
  return new Set([...names, margin]).size === names.length + 1;
}

function lossOf(cells: readonly Cell[]): number {
  return sum(cells.map((cell) => cell.loss));
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0);
}
