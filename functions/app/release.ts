import { canonical, type Json } from '#domain/canonical.ts';
import { exists, type Unit } from '#domain/directory.ts';
import { protect } from '#domain/disclosure.ts';
import {
  type CountTable,
  casesByProvinceAndCategory,
  type Quarter,
  quarterOf,
  type StatisticalRecord,
  tabulate,
} from '#domain/statistics.ts';
import {
  type Instant,
  localDate,
  type PlainDate,
  plainDate,
  plusDays,
  plusMonths,
} from '#domain/time.ts';
import type { Releases } from './ports/statistics.ts';
import type { World } from './ports/world.ts';

/** What making a release needs around it. */
export type ReleaseRoom = {
  readonly records: (period: Quarter) => Promise<readonly StatisticalRecord[]>;
  readonly provinces: () => Promise<readonly Unit[]>;
  readonly releases: Releases;
  readonly digest: (text: string) => string;
  readonly sign: (
    digest: string,
  ) => Promise<{ readonly signature: string; readonly keyId: string }>;
  /** The sandbox holds nothing but made-up cases; elsewhere they are never counted. */
  readonly includeSynthetic: boolean;
  readonly world: Pick<World, 'now' | 'log'>;
};

// Late paper entries reach a quarter for some days after its end.
const settlingDays = 10;

/** The last quarter that is over and settled at an instant. */
export function settledQuarter(now: Instant): Quarter {
  const settled = plusDays(localDate(now), -settlingDays);
  const firstOfMonth = plainDate(`${settled.slice(0, 7)}-01`);
  return quarterOf(plusMonths(firstOfMonth, -3));
}

/** What became of a release. */
export type Released = 'RELEASED' | 'ALREADY_RELEASED' | 'NOT_SETTLED' | 'REFUSED';

/**
 * Freezes the protected table of a quarter, once.
 *
 * A quarter that is not over and settled is left for later: what is released never changes. One that cannot
 * be protected is refused with an alarm.
 */
export async function release(period: Quarter, room: ReleaseRoom): Promise<Released> {
  if (period > settledQuarter(room.world.now())) return 'NOT_SETTLED';
  const id = `${casesByProvinceAndCategory.id}.${period}`;
  if (await room.releases.find(id)) return 'ALREADY_RELEASED';
  const table = protect(await countedTable(period, room));
  if ('refused' in table) {
    room.world.log({ event: 'release_refused', alarm: true, code: table.refused });
    return 'REFUSED';
  }
  const hash = room.digest(canonical(table as unknown as Json));
  const signed = await room.sign(hash);
  const createdAt = room.world.now();
  const written = await room.releases.putNew({ id, createdAt, table, hash, ...signed });
  return written ? 'RELEASED' : 'ALREADY_RELEASED';
}

async function countedTable(period: Quarter, room: ReleaseRoom): Promise<CountTable> {
  const { includeSynthetic } = room;
  const [records, units] = await Promise.all([room.records(period), room.provinces()]);
  const lastDay = lastDayOf(period);
  const there = units.filter(
    (unit) => exists(unit, lastDay) && (includeSynthetic || !unit.fictional),
  );
  const provinces = there.map(({ code }) => code);
  return tabulate(casesByProvinceAndCategory, records, { period, provinces, includeSynthetic });
}

function lastDayOf(period: Quarter): PlainDate {
  const month = String((Number(period.slice(-1)) - 1) * 3 + 1).padStart(2, '0');
  return plusDays(plusMonths(plainDate(`${period.slice(0, 4)}-${month}-01`), 3), -1);
}
