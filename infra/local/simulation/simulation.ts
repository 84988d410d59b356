import { readFile } from 'node:fs/promises';
import type { Ledger, StoredEvent } from '#app/ports/ledger.ts';
import { fromEpoch, type PlainDate, plusDays } from '#domain/time.ts';
import { openStage } from '#runtime/world.ts';
import { openLedger } from '#store/cases.ts';
import { openNotices } from '#store/notices.ts';
import { recordsOf } from '#store/stats.ts';
import { eventOf } from '#store/table.ts';
import { textOf } from '../river.ts';
import { openSandbox, type Sandbox } from '../sandbox.ts';
import { type Book, openBook } from './book.ts';
import { caseloadOf, type Happening } from './caseload.ts';
import { type Chance, chanceOf } from './chance.ts';
import { importTerritory, staff } from './country.ts';
import { openDesk } from './desk.ts';
import { type Inspection, inspect, type Records } from './inspection.ts';
import { at } from './local-time.ts';
import {
  quartersOver,
  type Release,
  readReleases,
  recordDifferences,
  releaseDifferences,
} from './recount.ts';
import { openSpending, type Spending } from './spending.ts';
import { readTelling, type Telling } from './telling.ts';
import { listedTerritory, madeUpTerritory, type Territory } from './territory.ts';
import { liveThrough } from './year.ts';

/** What is to be lived through. */
export type Wish = {
  readonly cases: number;
  readonly seed: string;
  /** First day on which reports come in, the first on which none does, and the day on which the clock stops. */
  readonly from: PlainDate;
  readonly until: PlainDate;
  readonly end: PlainDate;
  /** A list of units; three made-up provinces without it. */
  readonly units?: string;
  readonly onProgress: (progress: Progress) => void;
};

/** How far it has come. */
export type Progress = { readonly at: number; readonly reports: number; readonly acts: number };

/** All that a simulated stretch of time came to. */
export type Lived = {
  readonly caseload: readonly Happening[];
  readonly units: number;
  readonly posts: number;
  readonly book: Book;
  readonly spending: Spending;
  readonly inspection: Inspection;
  readonly telling: Telling;
  readonly releases: readonly string[];
  /** Where releases and statistical records differ from the recount. */
  readonly releaseDifferences: readonly string[];
  readonly faults: readonly unknown[];
};

/** Opens a sandbox, lives through a caseload on its clock, and reads again what is left of it. */
export async function simulate(wish: Wish): Promise<Lived> {
  const chance = chanceOf(wish.seed);
  const territory = await territoryOf(wish, chance.of('territory'));
  const caseload = caseloadOf({ ...wish, territory, chance: chance.of('caseload') });
  const faults: unknown[] = [];
  const sandbox = await openSandbox({
    port: 0,
    clock: at(plusDays(wish.from, -1), 12),
    skip: 0,
    seeded: false,
    near: true,
    onFault: (fault) => faults.push(fault),
  });
  try {
    const lived = await live({ wish, chance, territory, caseload, sandbox });
    return { ...lived, faults };
  } finally {
    await sandbox.close();
  }
}

async function territoryOf({ units }: Wish, chance: Chance): Promise<Territory> {
  return units === undefined
    ? madeUpTerritory(chance)
    : listedTerritory(await readFile(units, 'utf8'), chance);
}

type Scenery = {
  readonly wish: Wish;
  readonly chance: Chance;
  readonly territory: Territory;
  readonly caseload: readonly Happening[];
  readonly sandbox: Sandbox;
};

async function live({ wish, chance, territory, caseload, sandbox }: Scenery) {
  const desk = openDesk(sandbox.origin);
  const book = openBook();
  const end = at(wish.end, 12);
  // Every receipt of the year finds its unit, whenever the list itself came into force.
  const units = await importTerritory(territory, plusDays(wish.from, -366), desk);
  const posts = await staff(caseload, desk);
  const spending = openSpending(sandbox.engine);
  const onInstant = (now: number) =>
    wish.onProgress({ at: now, reports: book.reports().length, acts: actsIn(book) });
  await liveThrough(caseload, end, { sandbox, desk, book, spending, chance, onInstant });
  const { database } = openStage();
  const records = await readRecords(sandbox, openLedger(database));
  const releases = await readReleases(sandbox.origin);
  const quarters = quartersOver(at(wish.from, 0), end);
  const counted = quarters.map(async (quarter) => ({
    quarter,
    records: await recordsOf(database, quarter),
  }));
  return {
    ...{ caseload, units, posts, book, spending, releases: quarters },
    inspection: inspect(records, book, end),
    telling: await readTelling(records, openNotices(database)),
    releaseDifferences: [
      ...quarters.flatMap((quarter) => releaseOf(quarter, releases, book)),
      ...(await Promise.all(counted)).flatMap(({ quarter, records: found }) =>
        recordDifferences(quarter, found, book.reports()),
      ),
    ],
  };
}

function releaseOf(quarter: string, releases: readonly Release[], book: Book): readonly string[] {
  const [release, ...more] = releases.filter(({ period }) => period === quarter);
  if (release === undefined || more.length > 0) return [`${quarter} is not released once`];
  return releaseDifferences(release, book.reports());
}

function actsIn(book: Book): number {
  let acts = 0;
  for (const own of book.acts().values()) for (const times of own.values()) acts += times;
  return acts;
}

/** The records of every case there is, whether the book knows of it or not. */
async function readRecords({ engine }: Sandbox, ledger: Ledger): Promise<Records> {
  const changes = engine.feed.read(0, Number.POSITIVE_INFINITY);
  const ids = changes.flatMap(({ Keys }) => eventOf(textOf(Keys['pk']), textOf(Keys['sk'])) ?? []);
  const records = new Map<string, readonly StoredEvent[]>();
  for (const id of new Set(ids)) records.set(id, await ledger.events(id, 0));
  return records;
}

/** An instant as people in Vietnam would write it. */
export const written = (instant: number): string => fromEpoch(instant + 7 * 3_600_000).slice(0, 16);
