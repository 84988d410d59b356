/** A row of figures as it is printed. */
export type Row = Readonly<Record<string, string | number>>;

/** Figures, and what in them is not as it must be. */
export type Shown = { readonly rows: readonly Row[]; readonly faults?: readonly string[] };

/** Says which of these columns are not nought. */
export function notNought(rows: readonly Row[], columns: readonly string[]): readonly string[] {
  return columns
    .filter((column) => rows.some((row) => row[column] !== 0))
    .map((column) => `${column} must be 0 in every row`);
}

/** Says which of these columns are not the same in every row. */
export function unequal(rows: readonly Row[], columns: readonly string[]): readonly string[] {
  return columns
    .filter((column) => new Set(rows.map((row) => row[column])).size > 1)
    .map((column) => `${column} must be the same in every row`);
}

/** Says whether a column is above a limit anywhere. */
export function above(rows: readonly Row[], column: string, limit: number): readonly string[] {
  const isAbove = rows.some((row) => Number(row[column]) > limit);
  return isAbove ? [`${column} must be at most ${limit} in every row`] : [];
}
