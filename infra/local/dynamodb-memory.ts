import { Stream } from 'node:stream';
import * as db from 'dynalite/db/index.js';
import type { TableShape } from '#store/table.ts';
import type { Item } from './dynamodb-capacity.ts';
import { applyIndex, type Definition, type Index, indexesOf, names } from './dynamodb-indexes.ts';
import { type Bounds, newSortedMap, type SortedMap } from './dynamodb-sorted-map.ts';

export type Table = {
  readonly name: string;
  readonly definition: Definition;
  readonly items: SortedMap<Item>;
  readonly indexes: readonly Index[];
  readonly streams: boolean;
  readonly expires: string | undefined;
  /** Keys of the items that carry an expiry, soonest first. */
  readonly expiring: SortedMap<string>;
  /** How many writes have changed it. */
  changes: number;
};

/** One item before and after; `after` absent means deleted. */
export type Write = {
  readonly table: Table;
  readonly key: string;
  readonly before: Item | undefined;
  readonly after: Item | undefined;
};

/** One item looked up by its key. */
export type Read = {
  readonly table: Table;
  readonly key: string;
  readonly item: Item | undefined;
};

/** What one operation touched: items read by key, items walked by a query, writes not yet applied. */
export type Trace = {
  readonly reads: Read[];
  readonly writes: Write[];
  walked: readonly Item[];
};

/** A face of the memory on which dynalite's actions run; their writes are traced, not applied. */
export type View = { readonly store: object; readonly trace: Trace };

const maxItemSize = 400 * 1024;

function keySchema(partition: string, sort: string): readonly db.KeyPart[] {
  return [
    { AttributeName: partition, KeyType: 'HASH' },
    { AttributeName: sort, KeyType: 'RANGE' },
  ];
}

/** The CreateTable description of one of the deployed tables. */
export function definitionOf(shape: TableShape, prefix: string): Definition {
  const keyNames = ['pk', 'sk', ...shape.indexes.flatMap((index) => [index.partition, index.sort])];
  const indexes = shape.indexes.map(({ name, partition, sort, carries }) => ({
    IndexName: name,
    KeySchema: keySchema(partition, sort),
    Projection: carries.length
      ? { ProjectionType: 'INCLUDE' as const, NonKeyAttributes: carries }
      : { ProjectionType: 'KEYS_ONLY' as const },
  }));
  return {
    TableName: prefix + shape.name,
    KeySchema: keySchema('pk', 'sk'),
    AttributeDefinitions: [...new Set(keyNames)].map((AttributeName) => ({
      AttributeName,
      AttributeType: 'S',
    })),
    ...(indexes.length ? { GlobalSecondaryIndexes: indexes } : {}),
  };
}

/** An empty table; only the deployed shapes stream and expire. */
export function newTable(definition: Definition, shape?: TableShape): Table {
  return {
    name: definition.TableName,
    definition,
    items: newSortedMap(),
    indexes: indexesOf(definition),
    streams: shape?.stream !== undefined,
    expires: shape?.expires,
    expiring: newSortedMap(),
    changes: 0,
  };
}

/** The key attributes of an item. */
export function keysOf(table: Table, item: Item): Item {
  const keyNames = names(table.definition.KeySchema);
  return Object.fromEntries(Object.entries(item).filter(([name]) => keyNames.includes(name)));
}

/** A sortable mark of an epoch second; ten digits last until the year 2286. */
export function expiryMark(epochSecond: number): string {
  return Math.floor(epochSecond).toString().padStart(12, '0');
}

function expiryKey({ table, key }: Write, item: Item | undefined): string | undefined {
  const attribute = table.expires === undefined ? undefined : item?.[table.expires];
  if (!attribute || !('N' in attribute)) return undefined;
  return `${expiryMark(Number(attribute.N))}/${key}`;
}

function applyExpiry(write: Write): void {
  const [old, fresh] = [expiryKey(write, write.before), expiryKey(write, write.after)];
  if (old) write.table.expiring.delete(old);
  if (fresh) write.table.expiring.set(fresh, write.key);
}

/** Carries out a write on its table and everything kept beside the table. */
export function apply(write: Write): void {
  const { table, key, after } = write;
  table.changes += 1;
  if (after) table.items.set(key, after);
  else table.items.delete(key);
  for (const index of table.indexes) applyIndex(index, table.definition, [write.before, after]);
  applyExpiry(write);
}

type Done = (error: Error | null, value?: unknown) => void;

/** dynalite pipes what it walks through an old-style stream, which ends in the same turn here. */
function streamOf(items: readonly Item[]): Stream {
  const stream = new Stream();
  process.nextTick(() => {
    for (const item of items) stream.emit('data', item);
    stream.emit('end');
  });
  return stream;
}

function walk(trace: Trace, from: SortedMap<Item>, bounds: Bounds): Stream {
  trace.walked = from.range(bounds);
  return streamOf(trace.walked);
}

function itemsFace(table: Table, trace: Trace): object {
  const trackWrite = (key: string, after: Item | undefined, done: Done) => {
    trace.writes.push({ table, key, before: table.items.get(key), after });
    done(null);
  };
  return {
    lock: (_key: string, run: (release: (done: Done) => Done) => void) => run((done) => done),
    get(key: string, done: Done) {
      const item = table.items.get(key);
      trace.reads.push({ table, key, item });
      done(null, item);
    },
    put: trackWrite,
    del: (key: string, done: Done) => trackWrite(key, undefined, done),
    createValueStream: (bounds: Bounds) => walk(trace, table.items, bounds),
  };
}

function indexFace(index: Index, trace: Trace): object {
  return {
    put: (_key: string, _entry: Item, done: Done) => done(null),
    del: (_key: string, done: Done) => done(null),
    createValueStream: (bounds: Bounds) => walk(trace, index.entries, bounds),
  };
}

function notFound(name: string): Error {
  const error = db.validationError(`Requested resource not found: Table: ${name} not found`);
  error.body.__type = 'com.amazonaws.dynamodb.v20120810#ResourceNotFoundException';
  return error;
}

/** The tables, and the faces through which operations see them. */
export type Memory = ReturnType<typeof newMemory>;

export function newMemory() {
  const tables = new Map<string, Table>();

  function named(name: string): Table {
    const table = tables.get(name);
    if (table) return table;
    throw notFound(name);
  }
  function getTable(name: string, ...rest: readonly unknown[]): void {
    const done = rest.at(-1) as Done;
    const table = tables.get(name);
    if (table) done(null, table.definition);
    else done(notFound(name));
  }
  function view(): View {
    const trace: Trace = { reads: [], writes: [], walked: [] };
    const indexNamed = (name: string, indexName: string) => {
      const index = named(name).indexes.find((each) => each.name === indexName);
      if (!index) throw new Error(`table ${name} keeps no index ${indexName}`);
      return index;
    };
    const store = {
      options: { maxItemSize },
      getTable,
      getItemDb: (name: string) => itemsFace(named(name), trace),
      getIndexDb: (_kind: string, name: string, index: string) =>
        indexFace(indexNamed(name, index), trace),
    };
    return { store, trace };
  }
  return { tables, named, view };
}
