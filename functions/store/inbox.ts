import type { Box } from '#app/ports/deliveries.ts';
import type { Hidden, KeptDelivery, Notices } from '#app/ports/notices.ts';
import type { PageWish } from '#app/ports/worklists.ts';
import type { Entry } from '#domain/attempt.ts';
import type { Notice } from '#domain/notice.ts';
import type { Instant } from '#domain/time.ts';
import { checkVersion } from './body.ts';
import type { Database, Item } from './database.ts';
import { deliveryOf } from './named.ts';
import { behind, paged, without } from './paging.ts';
import { boxPartition } from './table.ts';

/** Reads a notice with one of its ways. */
export function readDelivery(item: Item): KeptDelivery {
  checkVersion(item);
  const { channel, to } = deliveryOf(item);
  const notice = JSON.parse(String(item['notice'])) as Notice;
  return {
    ...notice,
    channel,
    to,
    written: item['written'] as Instant,
    state: item['delivery'] as KeptDelivery['state'],
    attempts: Number(item['attempts']),
    attemptsBefore: Number(item['attemptsBefore'] ?? 0),
    ledger: (item['ledger'] as readonly Entry[] | undefined) ?? [],
    retryAt: (item['retryAt'] as Instant | undefined) ?? null,
    held: (item['held'] as KeptDelivery['held'] | undefined) ?? null,
    arrivedAt: (item['arrivedAt'] as Instant | undefined) ?? null,
  };
}

type Wanted = Box & {
  readonly wish: PageWish;
  readonly hidden?: Hidden | undefined;
};

/** A page of what goes to a recipient by one way, newest first, without what is about cases that are to be hidden. */
export async function box(
  database: Database,
  { channel, to, wish, hidden }: Wanted,
): ReturnType<Notices['inbox']> {
  const page = await paged(
    database,
    {
      table: 'notices',
      index: 'inbox',
      where: 'inboxPk = :pk',
      values: { ':pk': boxPartition(channel, to) },
      newestFirst: true,
    },
    wish,
    hidden && without(hidden, caseOfNotice),
  );
  const rows = (await behind(database, 'notices', page.items)).map(readDelivery);
  return { rows, next: page.next };
}

/** The id of a notice begins with that of its case. */
function caseOfNotice(item: Item): string {
  return deliveryOf(item).id.split('#')[0] ?? '';
}
