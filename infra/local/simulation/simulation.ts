import { readFile } from 'node:fs/promises';
import type { Ledger, StoredEvent } from '#app/ports/ledger.ts';
import { type PlainDate, plusDays } from '#domain/time.ts';
import { openStage } from '#runtime/world.ts';
import { openLedger } from '#store/cases.ts';
import { eventOf } from '#store/named.ts';
import { openNotices } from '#store/notices.ts';
import { recordsOf } from '#store/stats.ts';
import { textOf } from '../river.ts';
import { openSandbox, type Sandbox } from '../sandbox.ts';
import { type Book, openBook } from './book.ts';
import { caseloadOf, type Happening, type Share, shareOf } from './caseload.ts';
import { type Chance, chanceOf } from './chance.ts';
import { importTerritory, staff } from './country.ts';
import { openDesk } from './desk.ts';
import { caseloadFigures, type Figures } from './figures.ts';
import { inspect, type Records } from './inspection.ts';
import { at } from './local-time.ts';
import { hearLog } from './operator-log.ts';
import {
  quartersOver,
  type Release,
  readReleases,
  recordDifferences,
  releaseDifferences,
} from './recount.ts';
import { openSpending } from './spending.ts';
import { readTelling } from './telling.ts';
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
  /** A list of units; four made-up provinces without it. */
  readonly units?: string;
  /** Only the provinces of one share; all of them without it. */
  readonly share?: Share;
  readonly onProgress: (progress: Progress) => void;
};

/** How far it has come. */
export type Progress = { readonly at: number; readonly reports: number; readonly acts: number };

/** Opens a sandbox, lives through a caseload on its clock, and reads again what is left of it. */
export async function simulate(wish: Wish): Promise<Figures> {
  const chance = chanceOf(wish.seed);
  const territory = await territoryOf(wish, chance.of('territory'));
  const whole = caseloadOf({ ...wish, territory, chance: chance.of('caseload') });
  const caseload = shareOf(whole, wish.share ?? { index: 0, of: 1 });
  const faults: string[] = [];
  const log = hearLog();
  const sandbox = await openSandbox({
    port: 0,
    clock: at(plusDays(wish.from, -1), 12),
    skip: 0,
    seeded: false,
    near: true,
    onFault: (fault) => faults.push(String(fault)),
  });
  try {
    const lived = await live({ wish, chance, territory, caseload, sandbox });
    return { ...lived, faults, alarms: log.alarms };
  } finally {
    await sandbox.close();
    log.stop();
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
    wish.onProgress({ at: now, reports: book.reports().length, acts: book.acknowledgements() });
  await liveThrough(caseload, end, { sandbox, desk, book, spending, chance, onInstant });
  const { database } = openStage();
  const records = await readRecords(sandbox, openLedger(database));
  return {
    caseload: caseloadFigures(caseload),
    ...{ units, posts, reports: book.reports().length, spent: spending.entries() },
    ...{ counts: book.counts(), surprises: book.surprises() },
    inspection: inspect(records, book, end),
    telling: await readTelling(records, openNotices(database)),
    ...(await recounted(wish, end, { book, origin: sandbox.origin, database })),
  };
}

type Counted = {
  readonly book: Book;
  readonly origin: string;
  readonly database: ReturnType<typeof openStage>['database'];
};

/** Every release of the stretch, and the statistical records behind it, beside a count of the book. */
async function recounted({ from }: Wish, end: number, { book, origin, database }: Counted) {
  const quarters = quartersOver(at(from, 0), end);
  const releases = await readReleases(origin);
  const releaseDifferences = quarters.flatMap((quarter) => releaseOf(quarter, releases, book));
  for (const quarter of quarters) {
    const records = await recordsOf(database, quarter);
    releaseDifferences.push(...recordDifferences(quarter, records, book.reports()));
  }
  return { releases: quarters, releaseDifferences };
}

function releaseOf(quarter: string, releases: readonly Release[], book: Book): readonly string[] {
  const [release, ...more] = releases.filter(({ period }) => period === quarter);
  if (release === undefined || more.length > 0) return [`${quarter} is not released once`];
  return releaseDifferences(release, book.reports());
}

/** The records of every case there is, whether the book knows of it or not. */
async function readRecords({ engine }: Sandbox, ledger: Ledger): Promise<Records> {
  const changes = engine.feed.read(0, Number.POSITIVE_INFINITY);
  const ids = changes.flatMap(({ Keys }) => eventOf(textOf(Keys['pk']), textOf(Keys['sk'])) ?? []);
  const records = new Map<string, readonly StoredEvent[]>();
  for (const id of new Set(ids)) records.set(id, await ledger.events(id, 0));
  return records;
}
