import type { Projections, Release, Releases } from '#app/ports/statistics.ts';
import type { Page, PageWish } from '#app/ports/worklists.ts';
import type { StatisticalRecord } from '#domain/statistics.ts';
import { checkVersion, itemVersion } from './body.ts';
import { askAll, type Database, get, isNew, put, putIf, transact } from './database.ts';
import { paged } from './paging.ts';
import { keys, periodPartition, releasePartition } from './table.ts';

/** How far each case is projected, and its statistical record. */
export function openProjections(database: Database): Projections {
  return {
    cursor: async (caseId) => {
      const item = await get(database, 'notices', keys.cursor(caseId));
      return Number(item?.['seq'] ?? 0);
    },
    record: async (caseId) => {
      const item = await get(database, 'stats', keys.record(caseId));
      return item && readRecord(item);
    },
    advance: async ({ caseId, from, to, record }) => {
      const when = from === 0 ? isNew : { when: 'seq = :from', values: { ':from': from } };
      const cursor = { ...keys.cursor(caseId), v: itemVersion, seq: to };
      const kept = record && { v: itemVersion, record: JSON.stringify(record) };
      const reasons = await transact(database, [
        put(database, 'notices', cursor, when),
        ...(record && kept
          ? [
              put(database, 'stats', { ...keys.record(caseId), ...kept }),
              put(database, 'stats', { ...keys.recordOfPeriod(record.period, caseId), ...kept }),
            ]
          : []),
      ]);
      return reasons === undefined;
    },
  };
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
  const values = { ':pk': periodPartition(period) };
  const items = await askAll(database, { table: 'stats', where: 'pk = :pk', values });
  return items.map(readRecord);
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
