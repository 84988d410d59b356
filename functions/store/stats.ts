import type { Projections, Release, Releases } from '#app/ports/statistics.ts';
import type { Page, PageWish } from '#app/ports/worklists.ts';
import type { StatisticalRecord } from '#domain/statistics.ts';
import { checkVersion, itemVersion } from './body.ts';
import {
  type Action,
  askAll,
  type Database,
  get,
  getAll,
  type Item,
  isNew,
  put,
  putIf,
  transact,
  word,
} from './database.ts';
import { paged } from './paging.ts';
import { keys, releasePartition } from './table.ts';

/** How far each case is projected, and its statistical record. */
export function openProjections(database: Database): Projections {
  return {
    cursor: async (caseId) => seqOf(await get(database, 'notices', keys.cursor(caseId))),
    cursors: async (caseIds) => {
      const found = await getAll(database, 'notices', caseIds.map(keys.cursor));
      const seq = (caseId: string) => seqOf(found.get(word(keys.cursor(caseId))));
      return new Map(caseIds.map((caseId) => [caseId, seq(caseId)]));
    },
    record: async (caseId) => {
      const item = await get(database, 'stats', keys.record(caseId));
      return item && readRecord(item);
    },
    advance: (step) => advance(database, step),
  };
}

function seqOf(cursor: Item | undefined): number {
  return Number(cursor?.['seq'] ?? 0);
}

async function advance(
  database: Database,
  { caseId, from, to, before, record }: Parameters<Projections['advance']>[0],
): Promise<boolean> {
  const when = from === 0 ? isNew : { when: 'seq = :from', values: { ':from': from } };
  const cursor = { ...keys.cursor(caseId), v: itemVersion, seq: to };
  const reasons = await transact(database, [
    put(database, 'notices', cursor, when),
    ...(record === undefined ? [] : putRecord(database, record)),
    ...(isElsewhere(before, record) ? [leaveQuarter(database, before)] : []),
  ]);
  if (reasons === undefined) return true;
  // Only a cursor that has moved means that another was first; anything else is tried again as a whole.
  if (reasons[0] === 'ConditionalCheckFailed') return false;
  throw new Error('The projection could not be written now');
}

/** A record lies with its case, to be carried on, and in its quarter, to be counted. */
function putRecord(database: Database, record: StatisticalRecord): readonly Action[] {
  const kept = { v: itemVersion, record: JSON.stringify(record) };
  const places = [keys.record(record.caseId), keys.recordOfPeriod(record.period, record.caseId)];
  return places.map((key) => put(database, 'stats', { ...key, ...kept }));
}

function isElsewhere(
  before: StatisticalRecord | undefined,
  after: StatisticalRecord | undefined,
): before is StatisticalRecord {
  return before !== undefined && before.period !== after?.period;
}

/** A case whose receipt moved to another quarter leaves its place here empty; nothing is deleted. */
function leaveQuarter(database: Database, { period, caseId }: StatisticalRecord): Action {
  return put(database, 'stats', { ...keys.recordOfPeriod(period, caseId), v: itemVersion });
}

function readRecord(item: Readonly<Record<string, unknown>>): StatisticalRecord {
  checkVersion(item);
  return JSON.parse(String(item['record'])) as StatisticalRecord;
}

/** The records of the cases received in a quarter; only the release job reads them. */
export async function recordsOf(
  database: Database,
  period: string,
): Promise<readonly StatisticalRecord[]> {
  const values = { ':pk': keys.recordOfPeriod(period, '').pk };
  const items = await askAll(database, { table: 'stats', where: 'pk = :pk', values });
  return items.filter((item) => item['record'] !== undefined).map(readRecord);
}

/** Frozen releases: written once, never changed. */
export function openReleases(database: Database): Releases {
  return {
    list: (wish) => list(database, wish),
    find: async (id) => {
      const item = await get(database, 'stats', keys.release(id));
      return item && readRelease(item);
    },
    putNew: async (release) => {
      const body = { v: itemVersion, release: JSON.stringify(release) };
      const written = await putIf(
        database,
        'stats',
        { ...keys.release(release.id), ...body },
        isNew,
      );
      // Listed after it is there, and again by a repeat, so that a listed release can always be read.
      await putIf(database, 'stats', { ...keys.releaseList(release.id), ...body }, isNew);
      return written;
    },
  };
}

async function list(database: Database, wish: PageWish): Promise<Page<Release>> {
  const values = { ':pk': releasePartition };
  const question = { table: 'stats', where: 'pk = :pk', values, newestFirst: true } as const;
  const page = await paged(database, question, wish);
  return { rows: page.items.map(readRelease), next: page.next };
}

function readRelease(item: Readonly<Record<string, unknown>>): Release {
  checkVersion(item);
  return JSON.parse(String(item['release'])) as Release;
}
