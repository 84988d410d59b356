import type { Hidden } from '#app/ports/notices.ts';
import type { PageWish } from '#app/ports/worklists.ts';
import {
  type Answer,
  ask,
  type Database,
  getAll,
  type Item,
  type Key,
  type Question,
  word,
} from './database.ts';
import type { TableName } from './table.ts';
import { type TableShape, tables } from './table.ts';

/** Which of some items somebody may be shown at all. */
export type Shown = (items: readonly Item[]) => Promise<readonly Item[]>;

/** Items without those about cases that are to be hidden. */
export function without(hidden: Hidden, caseOf: (item: Item) => string): Shown {
  return async (items) => {
    const cases = items.map(caseOf);
    const out = await hidden([...new Set(cases)]);
    return items.filter((_, at) => !out.has(cases[at] ?? ''));
  };
}

/**
 * A page of a question: at most `first` items, and where the next page begins.
 *
 * What is left out, by the filter of the question or as not to be shown, leaves no gap: pages are as long as if
 * it were not there.
 */
export async function paged(
  database: Database,
  question: Question,
  { first, after }: PageWish,
  shown: Shown = async (items) => items,
): Promise<Pick<Answer, 'items'> & { readonly next: string | undefined }> {
  // One more than asked for tells whether there is a next page at all.
  const limited = { ...question, limit: first + 1 };
  const found: Item[] = [];
  let start: Question['after'] = readCursor(after, question.values[':pk'] ?? '');
  do {
    const page = await ask(database, { ...limited, ...(start && { after: start }) });
    found.push(...(await shown(page.items)));
    start = page.last as Question['after'];
  } while (start !== undefined && found.length <= first);
  const items = found.slice(0, first);
  const last = found.length > first ? items.at(-1) : undefined;
  return { items, next: last && writeCursor(placeOf(last, question)) };
}

/** The keys of an item in the table and in the index that was asked. */
function placeOf(item: Item, { table, index: asked }: Question): Place {
  const shape: TableShape = tables[table];
  const index = shape.indexes.find(({ name }) => name === asked);
  const names = index === undefined ? [] : [index.partition, index.sort];
  const indexKeys = Object.fromEntries(names.map((name) => [name, String(item[name])]));
  return { pk: item.pk, sk: item.sk, ...indexKeys };
}

/** A place in a partition as opaque text. */
function writeCursor(last: Place): string {
  return Buffer.from(JSON.stringify(last)).toString('base64url');
}

type Place = Key & Readonly<Record<string, string>>;

/** The place a text names; a text of another partition names none and the list begins at its head. */
function readCursor(text: string | undefined, partition: string): Place | undefined {
  if (text === undefined) return undefined;
  const place = parsed(text);
  return place !== undefined && Object.values(place).includes(partition) ? place : undefined;
}

function parsed(text: string): Place | undefined {
  try {
    const place = JSON.parse(Buffer.from(text, 'base64url').toString()) as unknown;
    return isPlace(place) ? place : undefined;
  } catch {
    return undefined;
  }
}

function isPlace(place: unknown): place is Place {
  if (typeof place !== 'object' || place === null) return false;
  return (
    'pk' in place && 'sk' in place && Object.values(place).every((each) => typeof each === 'string')
  );
}

/** The items behind entries of an index, in their order; one that is gone meanwhile is left out. */
export async function behind(
  database: Database,
  table: TableName,
  entries: readonly Item[],
): Promise<readonly Item[]> {
  const found = await getAll(
    database,
    table,
    entries.map(({ pk, sk }) => ({ pk, sk })),
  );
  return entries.flatMap((entry) => found.get(word(entry)) ?? []);
}
