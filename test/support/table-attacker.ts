/** A published table as a reader has it: margins last, `null` where a count is hidden. */
export type Sheet = readonly (readonly (number | null)[])[];

/** All that a reader can say of a hidden count. */
export type Bounds = { readonly least: number; readonly most: number };

/** What the reader takes a hidden count to be at least. */
export type Floor = (row: number, column: number) => number;

type Unknown = { readonly row: number; readonly column: number; readonly floor: number };

/** Equations solved for their basic unknowns; the last number of a row is its right side. */
type Tableau = { rows: number[][]; basis: number[] };

/**
 * Bounds of every hidden count, by linear programming over the sums a reader can write down.
 *
 * Shares nothing with the code under test: no flow, no truth to start from. The matrix is that of a
 * network, so every corner is whole and the arithmetic exact.
 */
export function attack(sheet: Sheet, floor: Floor = () => 0): ReadonlyMap<string, Bounds> {
  const unknowns = unknownsOf(sheet, floor);
  const tableau = solved(equationsOf(sheet, unknowns), unknowns.length);
  return new Map(
    unknowns.map((unknown, at) => {
      const least = unknown.floor + minimum(tableau, unit(unknowns.length, at, 1));
      const most = unknown.floor - minimum(tableau, unit(unknowns.length, at, -1));
      return [`${unknown.row},${unknown.column}`, { least, most }];
    }),
  );
}

function unknownsOf(sheet: Sheet, floor: Floor): readonly Unknown[] {
  return sheet.flatMap((line, row) =>
    line.flatMap((count, column) =>
      count === null ? [{ row, column, floor: floor(row, column) }] : [],
    ),
  );
}

/** One equation per row and per column: parts less total is nothing. */
function equationsOf(sheet: Sheet, unknowns: readonly Unknown[]): number[][] {
  const height = sheet.length;
  const width = sheet[0]?.length ?? 0;
  const rows = sheet.map((_, row) =>
    equation(sheet, unknowns, (r, c) => (r === row ? (c === width - 1 ? -1 : 1) : 0)),
  );
  const columns = Array.from({ length: width }, (_, column) =>
    equation(sheet, unknowns, (r, c) => (c === column ? (r === height - 1 ? -1 : 1) : 0)),
  );
  return [...rows, ...columns];
}

function equation(
  sheet: Sheet,
  unknowns: readonly Unknown[],
  sign: (row: number, column: number) => number,
): number[] {
  const shown = sheet.flatMap((line, row) =>
    line.map((count, column) => sign(row, column) * (count ?? 0)),
  );
  const floors = unknowns.map(({ row, column, floor }) => sign(row, column) * floor);
  const known = [...shown, ...floors].reduce((sum, term) => sum + term, 0);
  const line = [...unknowns.map(({ row, column }) => sign(row, column)), -known];
  return known > 0 ? line.map((term) => -term) : line;
}

/** A corner to start from: artificial unknowns pay for what is missing until nothing is. */
function solved(equations: number[][], width: number): Tableau {
  const height = equations.length;
  const rows = equations.map((line, at) => [
    ...line.slice(0, -1),
    ...unit(height, at, 1),
    line.at(-1) ?? 0,
  ]);
  const tableau = { rows, basis: rows.map((_, at) => width + at) };
  const costs = Array.from({ length: width + height }, (_, at) => (at < width ? 0 : 1));
  if (minimum(tableau, costs) !== 0) throw new Error('the published table contradicts itself');
  return withoutArtificial(tableau, width);
}

function withoutArtificial(tableau: Tableau, width: number): Tableau {
  for (const [at, basic] of tableau.basis.entries()) {
    const column = tableau.rows[at]?.slice(0, width).findIndex((term) => term !== 0) ?? -1;
    if (basic >= width && column >= 0) pivot(tableau, at, column);
  }
  const kept = tableau.basis.flatMap((basic, at) => (basic < width ? [at] : []));
  return {
    rows: kept.map((at) =>
      (tableau.rows[at] ?? []).filter((_, c, all) => c < width || c === all.length - 1),
    ),
    basis: kept.map((at) => tableau.basis[at] ?? -1),
  };
}

/** The least a cost can be; the tableau is left at a corner where it is least. */
function minimum(tableau: Tableau, costs: readonly number[]): number {
  for (;;) {
    const reduced = reducedCosts(tableau, costs);
    // The first that helps, and the first of equal rows: so no corner is met twice.
    const entering = reduced.slice(0, -1).findIndex((cost) => cost < 0);
    if (entering < 0) return -(reduced.at(-1) ?? 0);
    const leaving = tightest(tableau, entering);
    if (leaving < 0) return Number.NEGATIVE_INFINITY;
    pivot(tableau, leaving, entering);
  }
}

function reducedCosts(tableau: Tableau, costs: readonly number[]): number[] {
  const reduced = [...costs, 0];
  for (const [at, basic] of tableau.basis.entries()) {
    const cost = costs[basic] ?? 0;
    if (cost !== 0) subtract(reduced, tableau.rows[at] ?? [], cost);
  }
  return reduced;
}

function tightest(tableau: Tableau, column: number): number {
  const ratios = tableau.rows.map((row) => {
    const slope = row[column] ?? 0;
    return slope > 0 ? (row.at(-1) ?? 0) / slope : Number.POSITIVE_INFINITY;
  });
  const least = Math.min(...ratios);
  if (least === Number.POSITIVE_INFINITY) return -1;
  const tied = ratios.flatMap((ratio, at) => (ratio === least ? [at] : []));
  return tied.reduce((a, b) => ((tableau.basis[a] ?? 0) < (tableau.basis[b] ?? 0) ? a : b));
}

function pivot(tableau: Tableau, at: number, column: number): void {
  const divisor = tableau.rows[at]?.[column] ?? 1;
  const row = (tableau.rows[at] ?? []).map((term) => term / divisor);
  tableau.rows[at] = row;
  tableau.basis[at] = column;
  for (const [other, line] of tableau.rows.entries()) {
    const factor = line[column] ?? 0;
    if (other !== at && factor !== 0) subtract(line, row, factor);
  }
}

function subtract(from: number[], line: readonly number[], factor: number): void {
  for (const [at, term] of line.entries()) from[at] = (from[at] ?? 0) - factor * term;
}

function unit(length: number, at: number, value: number): number[] {
  return Array.from({ length }, (_, each) => (each === at ? value : 0));
}
