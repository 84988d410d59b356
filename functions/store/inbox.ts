import type { Hidden, InboxItem, Notices } from '#app/ports/notices.ts';
import type { PageWish } from '#app/ports/worklists.ts';
import type { Notice } from '#domain/notice.ts';
import type { Instant } from '#domain/time.ts';
import { checkVersion } from './body.ts';
import { type Database, getAll, type Item, word } from './database.ts';
import { paged, without } from './paging.ts';
import { inboxPartition, noticeOf } from './table.ts';

/** Reads a notice. */
export function readInboxItem(item: Item): InboxItem {
  checkVersion(item);
  const notice = JSON.parse(String(item['notice'])) as Notice;
  return {
    ...notice,
    written: item['written'] as Instant,
    email: item['email'] as InboxItem['email'],
    attempts: Number(item['attempts']),
    arrivedAt: (item['arrivedAt'] as Instant | undefined) ?? null,
  };
}

type Wanted = {
  readonly post: string;
  readonly wish: PageWish;
  readonly hidden?: Hidden | undefined;
};

/** A page of what a post was told, newest first, without what is about cases that are to be hidden. */
export async function inbox(
  database: Database,
  { post, wish, hidden }: Wanted,
): ReturnType<Notices['inbox']> {
  const page = await paged(
    database,
    {
      table: 'notices',
      index: 'inbox',
      where: 'inboxPk = :pk',
      values: { ':pk': inboxPartition(post) },
      newestFirst: true,
    },
    wish,
    hidden && without(hidden, caseOfNotice),
  );
  const found = await getAll(
    database,
    'notices',
    page.items.map(({ pk, sk }) => ({ pk, sk })),
  );
  const rows = page.items.flatMap((key) => {
    const item = found.get(word(key));
    return item ? [readInboxItem(item)] : [];
  });
  return { rows, next: page.next };
}

/** The id of a notice begins with that of its case. */
function caseOfNotice(item: Item): string {
  return noticeOf(item).id.split('#')[0] ?? '';
}
