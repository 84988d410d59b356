import type { LogEntry, Roster } from '#app/ports/personnel.ts';
import type { Page, PageWish } from '#app/ports/worklists.ts';
import type { Tenure } from '#domain/directory.ts';
import { type PlainDate, plusDays } from '#domain/time.ts';
import { checkVersion } from './body.ts';
import { contactIn } from './contacts.ts';
import { askAll, type Database, get, type Item } from './database.ts';
import { readApp, readOfficer, readPost } from './directory.ts';
import { behind, paged } from './paging.ts';
import { appPartition, keys, prefixes } from './table.ts';
import { usesOf } from './uses.ts';

/** What administrators look up in the directory, and in the audit of what they do. */
export function openRoster(database: Database): Roster {
  return {
    posts: async (unit) => {
      const items = await askAll(database, {
        table: 'directory',
        where: 'pk = :pk AND begins_with(sk, :posts)',
        values: { ':pk': keys.unit(unit).pk, ':posts': prefixes.post },
      });
      return items.map(readPost);
    },
    officerOnFile: async (id) => {
      const [item, mark] = await Promise.all([
        get(database, 'directory', keys.officer(id)),
        get(database, 'directory', keys.unreachable(id)),
      ]);
      const officer = readOfficer(item);
      return officer && { ...officer, ...contactIn(item, mark) };
    },
    apps: (wish) => apps(database, wish),
    uses: (app) => usesOf(database, app),
    tenures: async (post, wish) => {
      const values = { ':pk': keys.tenure(post, '', '').pk };
      const question = {
        table: 'directory',
        where: 'pk = :pk',
        values,
        newestFirst: true,
      } as const;
      const { items, next } = await paged(database, question, wish);
      return { rows: items.map(readTenure), next };
    },
    log: (days, wish) => log(database, days, wish),
  };
}

async function apps(database: Database, wish: PageWish) {
  const values = { ':pk': appPartition };
  const where = 'parentPk = :pk';
  const question = { table: 'directory', index: 'children', where, values } as const;
  const { items, next } = await paged(database, question, wish);
  const found = await behind(database, 'directory', items);
  const rows = found.flatMap((item) => readApp(item) ?? []);
  return { rows, next };
}

function readTenure(item: Item): Tenure {
  checkVersion(item);
  return item['tenure'] as Tenure;
}

/** Each day lies in a partition of its own; a page goes on into the days that follow. */
async function log(
  database: Database,
  { from, to }: { readonly from: PlainDate; readonly to: PlainDate },
  { first, after }: PageWish,
): Promise<Page<LogEntry>> {
  const [begun = from, place] = (after?.split(' ') ?? []) as [PlainDate?, string?];
  const rows: LogEntry[] = [];
  let within = place === '' ? undefined : place;
  for (let day = begun; day <= to; day = plusDays(day, 1)) {
    if (rows.length === first) return { rows, next: `${day} ` };
    const { pk } = keys.administered(day, '', '');
    const question = { table: 'audit', where: 'pk = :pk', values: { ':pk': pk } } as const;
    const page = await paged(database, question, { first: first - rows.length, after: within });
    rows.push(...page.items.map(readEntry));
    if (page.next !== undefined) return { rows, next: `${day} ${page.next}` };
    within = undefined;
  }
  return { rows, next: undefined };
}

function readEntry(item: Item): LogEntry {
  checkVersion(item);
  const { sk, act, about, officer, app } = item;
  return { at: sk.split('#')[0], act, about, officer, app } as LogEntry;
}
