import { canonical, type Json } from '#domain/canonical.ts';
import type { UnitCode } from '#domain/directory.ts';
import { protect } from '#domain/disclosure.ts';
import {
  casesByProvinceAndCategory,
  type Quarter,
  quarterOf,
  type StatisticalRecord,
  tabulate,
} from '#domain/statistics.ts';
import { type Instant, localDate, plainDate, plusDays, plusMonths } from '#domain/time.ts';
import type { Releases } from './ports/statistics.ts';
import type { World } from './ports/world.ts';

/** What making a release needs around it. */
export type ReleaseRoom = {
  readonly records: (period: Quarter) => Promise<readonly StatisticalRecord[]>;
  readonly provinces: () => Promise<readonly UnitCode[]>;
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
export type Released = 'RELEASED' | 'ALREADY_RELEASED' | 'REFUSED';

/**
 * Freezes the protected table of a quarter, once; a quarter that cannot be protected is refused with an alarm.
 */
export async function release(period: Quarter, room: ReleaseRoom): Promise<Released> {
  const id = `${casesByProvinceAndCategory.id}.${period}`;
  if (await room.releases.find(id)) return 'ALREADY_RELEASED';
  const [records, provinces] = await Promise.all([room.records(period), room.provinces()]);
  const { includeSynthetic } = room;
  const counted = tabulate(casesByProvinceAndCategory, records, {
    period,
    provinces,
    includeSynthetic,
  });
  const table = protect(counted);
  if ('refused' in table) {
    room.world.log({ event: 'release_refused', alarm: true, code: table.refused });
    return 'REFUSED';
  }
  const hash = room.digest(canonical(table as unknown as Json));
  const { signature, keyId } = await room.sign(hash);
  const written = await room.releases.putNew({
    id,
    createdAt: room.world.now(),
    table,
    hash,
    signature,
    keyId,
  });
  return written ? 'RELEASED' : 'ALREADY_RELEASED';
}
