import type { PageWish } from '#app/ports.ts';
import { type Answer, ask, type Database, type Key, type Question } from './database.ts';

/** A page of a question: at most `first` items, and where the next page begins. */
export async function paged(
  database: Database,
  question: Question,
  { first, after }: PageWish,
): Promise<Pick<Answer, 'items'> & { readonly next: string | undefined }> {
  const start = readCursor(after, question.values[':pk'] ?? '');
  const limited = { ...question, limit: first, ...(start && { after: start }) };
  const { items, last } = await ask(database, limited);
  return { items, next: last && writeCursor(last) };
}

/** A place in a partition as opaque text. */
export function writeCursor(last: Readonly<Record<string, unknown>>): string {
  return Buffer.from(JSON.stringify(last)).toString('base64url');
}

type Place = Key & Readonly<Record<string, string>>;

/** The place a text names; a text of another partition names none and the list begins at its head. */
export function readCursor(text: string | undefined, partition: string): Place | undefined {
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
