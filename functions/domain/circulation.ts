import { type CountTable, inCodeOrder } from './statistics.ts';

/**
 * One number of a two-way table with margins, seen as a flow.
 *
 * Rows and columns are junctions. What enters a row as its total leaves it as its cells; the cells
 * of a column leave it as its total; the totals meet in the grand total and start again. A table
 * that adds up is a circulation, and every other table with the same shown numbers is this one with
 * amounts moved around circles of hidden cells. That makes the bounds below exact.
 */
export type Cell = {
  readonly name: string;
  readonly value: number;
  /** What the cell is at least: a hidden number is 1 or more unless it is zero. */
  readonly floor: number;
  /** What is lost when the cell is not shown; whole and at least 1. */
  readonly loss: number;
  readonly from: number;
  readonly to: number;
};

/** The cells of one row or one column, its total last. */
export type Line = readonly Cell[];

/** The same cells twice: by row and by column, the margins as the last of each. */
export type Lines = { readonly rows: readonly Line[]; readonly columns: readonly Line[] };

/** A table and the cells of it that are not shown. */
export type View = { readonly cells: readonly Cell[]; readonly hidden: ReadonlySet<string> };

/** Up or down from the true value. */
export type Direction = 1 | -1;

/** How far a cell could be from its true value, and what moves the other cells make for it. */
export type Stretch = {
  readonly reach: number;
  readonly moved: ReadonlyMap<string, number>;
};

/** A cell used with its flow or against it; against it there is only room down to the floor. */
type Arc = {
  readonly cell: Cell;
  readonly direction: Direction;
  readonly from: number;
  readonly to: number;
  readonly room: number;
  readonly cost: number;
};

type Ends = { readonly from: number; readonly to: number };

// Above the number of steps in any route, so that steps only decide between equal losses.
const perLoss = 1_000;

// A total tells more than a cell, and the grand total is what everybody asks for first.
const losses = { cell: 1, total: 8, grandTotal: 64 } as const;

/** The name of a margin where a code or a column stands otherwise. */
export const margin = 'TOTAL';

/** The name of a cell. */
export function cellName(code: string, column: string): string {
  return `${code}/${column}`;
}

/** The circulation of a table that adds up, rows in code order. */
export function circulationOf(table: CountTable): Lines {
  const ordered = inCodeOrder(table.rows);
  const codes = [...ordered.map((row) => row.code), margin];
  const columnNames = [...table.columns, margin];
  const grid = [
    ...ordered.map((row) => [...row.counts, row.total]),
    [...table.totals, table.grandTotal],
  ];
  const rows = codes.map((code, row) =>
    columnNames.map((column, at): Cell => {
      const value = grid[row]?.[at] ?? 0;
      const junctions = { row, column: codes.length + at };
      const name = cellName(code, column);
      return { name, value, floor: Math.min(value, 1), ...placeOf(code, column, junctions) };
    }),
  );
  const columns = columnNames.map((_, at) => rows.flatMap((row) => row.slice(at, at + 1)));
  return { rows, columns };
}

type Junctions = { readonly row: number; readonly column: number };

function placeOf(code: string, column: string, junctions: Junctions): Ends & { loss: number } {
  const isRowTotal = column === margin;
  const isColumnTotal = code === margin;
  const along = { from: junctions.row, to: junctions.column };
  if (isRowTotal && isColumnTotal) return { ...along, loss: losses.grandTotal };
  if (!isRowTotal && !isColumnTotal) return { ...along, loss: losses.cell };
  return { from: junctions.column, to: junctions.row, loss: losses.total };
}

/**
 * The farthest a cell can move in one direction while all that is shown stays as it is.
 *
 * Every whole number on the way is possible too.
 */
export function stretch(view: View, target: Cell, direction: Direction): Stretch {
  const moved = new Map<string, number>();
  const limit = direction === 1 ? Number.POSITIVE_INFINITY : target.value - target.floor;
  const open = view.cells.filter((cell) => view.hidden.has(cell.name) && cell.name !== target.name);
  let reach = 0;
  while (reach < limit) {
    const arcs = open.flatMap((cell) => arcsOf(cell, moved, 1));
    const route = cheapestRoute(arcs, endsOf(target, direction));
    if (route === undefined) break;
    const amount = Math.min(limit - reach, ...route.map((arc) => arc.room));
    reach += amount;
    for (const { cell, direction: way } of route) {
      moved.set(cell.name, (moved.get(cell.name) ?? 0) + way * amount);
    }
  }
  return { reach, moved };
}

/** Cells that, once hidden, let a stretched cell move farther, at the least total loss. */
export function widening(view: View, target: Cell, direction: Direction): readonly Cell[] {
  const { moved } = stretch(view, target, direction);
  const arcs = view.cells
    .filter((cell) => cell.name !== target.name)
    .flatMap((cell) => {
      const cost = view.hidden.has(cell.name) ? 1 : cell.loss * perLoss;
      return arcsOf(cell, moved, cost);
    });
  const route = cheapestRoute(arcs, endsOf(target, direction)) ?? [];
  return route.map((arc) => arc.cell).filter((cell) => !view.hidden.has(cell.name));
}

/** A cell that rises needs a way back from its end to its start; one that falls, another way on. */
function endsOf(target: Cell, direction: Direction): Ends {
  const { from, to } = target;
  return direction === 1 ? { from: to, to: from } : { from, to };
}

function arcsOf(cell: Cell, moved: ReadonlyMap<string, number>, cost: number): readonly Arc[] {
  const { from, to } = cell;
  const room = cell.value - cell.floor + (moved.get(cell.name) ?? 0);
  const along: Arc = { cell, direction: 1, from, to, room: Number.POSITIVE_INFINITY, cost };
  if (room === 0) return [along];
  return [along, { cell, direction: -1, from: to, to: from, room, cost }];
}

/** Bellman and Ford: of routes that cost the same, the one whose arcs come first. */
function cheapestRoute(arcs: readonly Arc[], ends: Ends): readonly Arc[] | undefined {
  const costs = new Map<number, number>([[ends.from, 0]]);
  const lastArcs = new Map<number, Arc>();
  while (arcs.filter((arc) => isShorter(arc, costs, lastArcs)).length > 0);
  return routeBack(lastArcs, ends);
}

/** Takes the arc if it reaches its end at less cost than was known, and says whether it did. */
function isShorter(arc: Arc, costs: Map<number, number>, lastArcs: Map<number, Arc>): boolean {
  const cost = (costs.get(arc.from) ?? Number.POSITIVE_INFINITY) + arc.cost;
  if (cost >= (costs.get(arc.to) ?? Number.POSITIVE_INFINITY)) return false;
  costs.set(arc.to, cost);
  lastArcs.set(arc.to, arc);
  return true;
}

function routeBack(lastArcs: ReadonlyMap<number, Arc>, ends: Ends): readonly Arc[] | undefined {
  const route: Arc[] = [];
  for (let at = ends.to; at !== ends.from; ) {
    const arc = lastArcs.get(at);
    if (arc === undefined) return undefined;
    route.unshift(arc);
    at = arc.from;
  }
  return route;
}
