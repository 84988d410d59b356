import type { Uses } from '#app/ports/personnel.ts';
import { type Instant, localDate, type PlainDate } from '#domain/time.ts';
import { itemVersion } from './body.ts';
import { askAll, type Database, putIf } from './database.ts';
import { keys } from './table.ts';

/**
 * Notes on which day an app was last used. It lies apart from what the app may do, so that a door which notes
 * it can change nothing else.
 *
 * One process asks the table once a day for each app, and one write a day of all processes goes through.
 */
export function appUses(database: Database): (app: string, at: Instant) => Promise<void> {
  const noted = new Map<string, PlainDate>();
  return async (app, at) => {
    const day = localDate(at);
    if (noted.get(app) === day) return;
    await noteUse(database, { app }, day);
    noted.set(app, day);
  };
}

/** Notes on which day a credential was last used, where its secret is checked. */
export async function noteCredential(
  database: Database,
  used: Required<Used>,
  at: Instant,
): Promise<void> {
  await noteUse(database, used, localDate(at));
}

/** An app, or one of its credentials. */
type Used = { readonly app: string; readonly credential?: string };

async function noteUse(database: Database, used: Used, day: PlainDate): Promise<void> {
  const key = keys.used(used.app, used.credential);
  const item = { ...key, v: itemVersion, ...used, usedOn: day };
  const when = 'attribute_not_exists(pk) OR usedOn < :day';
  await putIf(database, 'directory', item, { when, values: { ':day': day } });
}

/** The days of last use of an app and its credentials. */
export async function usesOf(database: Database, app: string): Promise<Uses> {
  const { pk } = keys.used(app);
  const question = { table: 'directory', where: 'pk = :pk', values: { ':pk': pk } } as const;
  const items = await askAll(database, question);
  const days = new Map(
    items.map((item) => [String(item['credential'] ?? ''), item['usedOn'] as PlainDate] as const),
  );
  return { app: days.get('') ?? null, credentials: days };
}
