import { type Cell, circulationOf, type Line } from './circulation.ts';
import type { CountTable } from './statistics.ts';

/** The numbers of a table as a reader at his best takes them, and those he may not learn. */
export type Reading = {
  readonly cells: readonly Cell[];
  readonly sensitive: readonly Cell[];
};

/** The least count that could point at a child. */
export const smallest = 1;

/** The largest count that could point at a child. */
export const largestSmall = 7;

// Five cells of 1 or more in a total of 7 or less leave it three values; six leave it two. To hide
// the same nine whether five, six or seven are full keeps a reader from counting them.
const crowdedFrom = 5;
const crowdHidden = 9;

/** A count of 1 to 7, in a cell or in a margin. */
export function isSmall(count: number): boolean {
  return count >= smallest && count <= largestSmall;
}

/**
 * What is sensitive in a table: small counts, and the cells that would tell of them or of everybody
 * counted.
 *
 * The reader is given more than he has: he knows of each hidden number whether it is zero, but for
 * lines in which zeros are hidden so that he cannot.
 */
export function readingOf(table: CountTable): Reading {
  const { rows, columns } = circulationOf(table);
  const lines = [...rows, ...columns];
  const blurred = new Set(isSmall(table.grandTotal) ? rows.flat() : lines.flatMap(crowd));
  const telling = new Set([...blurred, ...lines.flatMap(companions)]);
  const read = (cell: Cell): Cell => (blurred.has(cell) ? { ...cell, floor: 0 } : cell);
  return {
    cells: rows.flat().map(read),
    sensitive: rows
      .flat()
      .filter((cell) => isSmall(cell.value) || telling.has(cell))
      .map(read),
  };
}

/** The full cells under a small total when they are many, with zeros to lose them among. */
function crowd(line: Line): readonly Cell[] {
  const { full, empty, total } = partsOf(line);
  const isCrowded = isSmall(total) && full.length >= crowdedFrom;
  return isCrowded ? [...full, ...empty].slice(0, crowdHidden) : [];
}

/** Cells that are not small and yet tell something of those that are, or of all that are counted. */
function companions(line: Line): readonly Cell[] {
  const { full, empty } = partsOf(line);
  // Where all cases are of one kind, whoever knows a child was counted knows the kind.
  if (full.length === 1 && empty.length > 0) return [...full, ...empty.slice(0, 1)];
  const small = full.filter((cell) => isSmall(cell.value));
  const large = full.filter((cell) => !isSmall(cell.value));
  // If only the small ones were hidden, their sum would be the total less what is shown.
  const together = small.reduce((sum, cell) => sum + cell.value, 0);
  return isSmall(together) ? large.slice(0, 1) : [];
}

function partsOf(line: Line) {
  const parts = line.slice(0, -1);
  return {
    full: parts.filter((cell) => cell.value > 0),
    empty: parts.filter((cell) => cell.value === 0),
    total: line.at(-1)?.value ?? 0,
  };
}
