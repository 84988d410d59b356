import * as db from 'dynalite/db/index.js';
import { type EntryRule, entryOf, type Item, isSame } from './dynamodb-capacity.ts';
import { newSortedMap, type SortedMap } from './dynamodb-sorted-map.ts';

/** The description of a table as CreateTable takes it. */
export type Definition = db.KeyedTable & {
  readonly TableName: string;
  readonly GlobalSecondaryIndexes?: readonly {
    readonly IndexName: string;
    readonly KeySchema: readonly db.KeyPart[];
    readonly Projection: {
      readonly ProjectionType: 'ALL' | 'KEYS_ONLY' | 'INCLUDE';
      readonly NonKeyAttributes?: readonly string[];
    };
  }[];
};

/** An index of a table, and what it holds. */
export type Index = EntryRule & {
  readonly keySchema: readonly db.KeyPart[];
  readonly entries: SortedMap<Item>;
  /** The sort keys of all its partitions in one order. */
  readonly order: SortedMap<string>;
};

/** The attributes of a key, its partition first. */
export function names(schema: readonly db.KeyPart[]): string[] {
  return schema.map((part) => part.AttributeName);
}

/** The empty indexes of a table. */
export function indexesOf(definition: Definition): Index[] {
  return (definition.GlobalSecondaryIndexes ?? []).map((index) => {
    const keys = names(index.KeySchema);
    const carried = index.Projection.NonKeyAttributes ?? [];
    return {
      name: index.IndexName,
      keySchema: index.KeySchema,
      keys,
      projected:
        index.Projection.ProjectionType === 'ALL'
          ? ('ALL' as const)
          : [...keys, ...names(definition.KeySchema), ...carried],
      entries: newSortedMap<Item>(),
      order: newSortedMap<string>(),
    };
  });
}

/** Lets an index follow one item of its table, from one image to the next. */
export function applyIndex(
  index: Index,
  definition: Definition,
  [before, after]: readonly [Item | undefined, Item | undefined],
): void {
  const [old, fresh] = [entryOf(before, index), entryOf(after, index)];
  if (isSame(old, fresh)) return;
  const keyOf = (entry: Item) => db.createIndexKey(entry, definition, index.keySchema);
  if (old) forget(index, keyOf(old), sortKeyOf(old, index));
  if (fresh) keep(index, keyOf(fresh), fresh);
}

function forget({ entries, order }: Index, key: string, sortKey: string): void {
  entries.delete(key);
  order.delete(`${sortKey}\n${key}`);
}

function keep(index: Index, key: string, entry: Item): void {
  const sortKey = sortKeyOf(entry, index);
  index.entries.set(key, entry);
  index.order.set(`${sortKey}\n${key}`, sortKey);
}

/** The sort key of an entry as text; indexes of ours are sorted by texts. */
function sortKeyOf(entry: Item, { keySchema }: Index): string {
  const sort = keySchema.find(({ KeyType }) => KeyType === 'RANGE')?.AttributeName ?? '';
  const key = entry[sort];
  return key && 'S' in key ? key.S : '';
}
