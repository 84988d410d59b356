import {
  type EntryRule,
  indexCharges,
  itemBytes,
  readUnits,
  writeCost,
} from './dynamodb-capacity.ts';
import { type Heat, newHeat, type Peaks } from './dynamodb-heat.ts';
import type { Read, Table, Write } from './dynamodb-memory.ts';

/** What one touch of one table costs. */
export type Cost = {
  readonly table: string;
  readonly kind: 'read' | 'write';
  readonly base: number;
  readonly indexes: Readonly<Record<string, number>>;
  /** Where a write that was carried out fell; nothing for reads and for what was refused. */
  readonly heat?: readonly Heat[];
};

export type Totals = {
  readonly calls: number;
  readonly readUnits: number;
  readonly writeUnits: number;
};

type ReadManner = Parameters<typeof readUnits>[1];

/** Cost of an item read by its key. */
export function costOfRead({ table, item }: Read, manner: ReadManner): Cost {
  const base = readUnits(item ? itemBytes(item) : 0, manner);
  return { table: table.name, kind: 'read', base, indexes: {} };
}

/** Cost of a write; a transaction doubles the base. */
export function costOfWrite({ table, before, after }: Write, transactional = false): Cost {
  const write = { before, after, indexes: table.indexes, transactional };
  const cost = writeCost(write);
  const [first] = table.definition.KeySchema;
  const partition = (after ?? before)?.[first?.AttributeName ?? ''];
  const heat = [
    { place: table.name, partition, units: cost.table },
    ...indexCharges(write).map(({ index, ...charge }) => ({
      place: `${table.name}.${index}`,
      ...charge,
    })),
  ];
  return { table: table.name, kind: 'write', base: cost.table, indexes: cost.indexes, heat };
}

/** Cost of a write that a condition stopped, or of a condition alone: sized on the image read. */
export function costOfCheck({ table, item }: Read, transactional = false): Cost {
  const noIndexes: readonly EntryRule[] = [];
  const cost = writeCost({ before: item, after: undefined, indexes: noIndexes, transactional });
  return { table: table.name, kind: 'write', base: cost.table, indexes: {} };
}

/** Cost of a walk over a table or one of its indexes: bytes are summed, then rounded once. */
export function costOfWalk(
  table: Table,
  walk: { readonly bytes: number; readonly index?: string | undefined; readonly strong: boolean },
): Cost {
  const units = readUnits(walk.bytes, walk.strong ? 'strong' : 'eventual');
  return walk.index === undefined
    ? { table: table.name, kind: 'read', base: units, indexes: {} }
    : { table: table.name, kind: 'read', base: 0, indexes: { [walk.index]: units } };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}

function unitsOf({ base, indexes }: Cost): number {
  return base + sum(Object.values(indexes));
}

function byTable(costs: readonly Cost[]): [string, Cost[]][] {
  return Object.entries(Object.groupBy(costs, (cost) => cost.table)).map(([table, own = []]) => [
    table,
    own,
  ]);
}

function indexPart(costs: readonly Cost[]): object {
  const charged = costs.flatMap(({ indexes }) => Object.entries(indexes));
  const grouped = Object.entries(Object.groupBy(charged, ([name]) => name));
  if (grouped.length === 0) return {};
  const units = grouped.map(([name, own = []]) => [
    name,
    { CapacityUnits: sum(own.map(([, each]) => each)) },
  ]);
  return { GlobalSecondaryIndexes: Object.fromEntries(units) };
}

/** ConsumedCapacity as an answer carries it, one entry for each table. */
export function consumedCapacity(costs: readonly Cost[], detail: unknown): object[] {
  if (detail !== 'TOTAL' && detail !== 'INDEXES') return [];
  return byTable(costs).map(([table, own]) => ({
    TableName: table,
    CapacityUnits: sum(own.map(unitsOf)),
    ...(detail === 'INDEXES'
      ? { Table: { CapacityUnits: sum(own.map(({ base }) => base)) }, ...indexPart(own) }
      : {}),
  }));
}

function unitsOfKind(costs: readonly Cost[], kind: Cost['kind']): number {
  return sum(costs.filter((cost) => cost.kind === kind).map(unitsOf));
}

/** Running totals by operation and table, what was refused included as AWS charges it. */
export function newMeter(now: () => number) {
  const heat = newHeat(now);
  let totals: Record<string, Record<string, Totals>> = {};
  let units = { read: 0, write: 0 };

  function addTo(operation: string, table: string, costs: readonly Cost[]): void {
    const rows = totals[operation] ?? {};
    const { calls, ...before } = rows[table] ?? { calls: 0, readUnits: 0, writeUnits: 0 };
    rows[table] = {
      calls: calls + 1,
      readUnits: before.readUnits + unitsOfKind(costs, 'read'),
      writeUnits: before.writeUnits + unitsOfKind(costs, 'write'),
    };
    totals[operation] = rows;
  }
  return {
    count(operation: string, costs: readonly Cost[]): void {
      for (const [table, own] of byTable(costs)) addTo(operation, table, own);
      for (const cost of costs) units[cost.kind] += unitsOf(cost);
      for (const { heat: felt = [] } of costs) heat.add(felt);
    },
    totals: (): Readonly<Record<string, Readonly<Record<string, Totals>>>> =>
      structuredClone(totals),
    /** All units so far, whatever they were used for. */
    units: (): Readonly<Record<Cost['kind'], number>> => ({ ...units }),
    /** The most write units any one partition was charged in one second, by table and index. */
    peaks: (): Peaks => heat.peaks(),
    reset(): void {
      totals = {};
      units = { read: 0, write: 0 };
      heat.reset();
    },
  };
}

export type Meter = ReturnType<typeof newMeter>;
