import type { Uses } from '#app/ports/personnel.ts';
import { type Instant, localDate, type PlainDate } from '#domain/time.ts';
import { itemVersion } from './body.ts';
import { askAll, type Database, putIf } from './database.ts';
import { credentialOf, keys } from './table.ts';

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
    await noteUse(database, keys.used(app), day);
    noted.set(app, day);
  };
}

/** Notes on which day a credential was last used, where its secret is checked. */
export async function noteCredential(
  database: Database,
  { app, credential }: { readonly app: string; readonly credential: string },
  at: Instant,
): Promise<void> {
  await noteUse(database, keys.used(app, credential), localDate(at));
}

async function noteUse(database: Database, key: ReturnType<typeof keys.used>, day: PlainDate) {
  const item = { ...key, v: itemVersion, usedOn: day };
  const when = 'attribute_not_exists(pk) OR usedOn < :day';
  await putIf(database, 'directory', item, { when, values: { ':day': day } });
}

/** The days of last use of an app and its credentials. */
export async function usesOf(database: Database, app: string): Promise<Uses> {
  const { pk } = keys.used(app);
  const question = { table: 'directory', where: 'pk = :pk', values: { ':pk': pk } } as const;
  const items = await askAll(database, question);
  const days = items.map((item) => [credentialOf(item), item['usedOn'] as PlainDate] as const);
  return {
    app: days.find(([credential]) => credential === undefined)?.[1] ?? null,
    credentials: new Map(
      days.flatMap(([credential, day]) => (credential === undefined ? [] : [[credential, day]])),
    ),
  };
}
