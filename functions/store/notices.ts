import { GetCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { InboxItem, NoticeKey, Notices } from '#app/ports/notices.ts';
import type { Notice } from '#domain/notice.ts';
import { type Instant, plusHours } from '#domain/time.ts';
import { checkVersion, itemVersion } from './body.ts';
import { ask, type Database, getAll, type Item, isNew, nameOf, putIf, word } from './database.ts';
import { paged } from './paging.ts';
import { attemptPartition, inboxPartition, indexed, keys } from './table.ts';

const leaseHours = 1 / 12;

/** Inbox items and their way to carriers in the `notices` table. */
export function openNotices(database: Database): Notices {
  return {
    putNew: async (notices, now) => {
      const written = await Promise.all(
        notices.map((notice) => putIf(database, 'notices', inboxItem(notice, now), isNew)),
      );
      return notices.filter((_, index) => written[index]);
    },
    inbox: (post, wish) => inbox(database, post, wish),
    find: async (post, id) => {
      const Key = keys.notice(post, id);
      const TableName = nameOf(database, 'notices');
      const command = new GetCommand({ TableName, Key, ConsistentRead: true });
      const { Item } = await database.client.send(command);
      return Item && readInboxItem(Item as Item);
    },
    claim: (post, id, now) => claim(database, { post, id }, now),
    settle: (post, id, outcome) => settle(database, { post, id }, outcome),
    due: async (now, limit) => {
      const { items } = await ask(database, {
        table: 'notices',
        index: 'attempts',
        where: 'attemptPk = :pk AND attemptSk <= :now',
        values: { ':pk': attemptPartition, ':now': `${now}#~` },
        limit,
      });
      return items.map(readKey);
    },
    next: async () => {
      const values = { ':pk': attemptPartition };
      const where = 'attemptPk = :pk';
      const question = { table: 'notices', index: 'attempts', where, values, limit: 1 } as const;
      const [first] = (await ask(database, question)).items;
      return first && (String(first['attemptSk']).split('#')[0] as Instant);
    },
  };
}

function readKey(item: Item): NoticeKey {
  return {
    post: decodeURIComponent(item.pk.slice(inboxPartition('').length)),
    id: item.sk.slice('N#'.length),
  };
}

/** Written with its first attempt already due: a lost queue message loses nothing. */
function inboxItem(notice: Notice, now: Instant): Item {
  return {
    ...keys.notice(notice.post.id, notice.id),
    v: itemVersion,
    notice: JSON.stringify(notice),
    written: now,
    email: 'PENDING',
    attempts: 0,
    ...indexed.inbox(notice.post.id, notice.about, notice.id),
    ...indexed.attempt(now, notice.id),
  };
}

function readInboxItem(item: Item): InboxItem {
  checkVersion(item);
  const notice = JSON.parse(String(item['notice'])) as Notice;
  return {
    ...notice,
    written: item['written'] as Instant,
    email: item['email'] as InboxItem['email'],
    attempts: Number(item['attempts']),
  };
}

async function inbox(
  database: Database,
  post: string,
  wish: Parameters<Notices['inbox']>[1],
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

/** Claiming and voiding are one conditional write each on `email`, so nothing is claimed after the void. */
async function claim(
  database: Database,
  { post, id }: NoticeKey,
  now: Instant,
): Promise<InboxItem | undefined> {
  const lease = plusHours(now, leaseHours);
  const attempt = indexed.attempt(lease, id);
  const changed = await change(database, keys.notice(post, id), {
    set: 'email = :claimed, lease = :lease, attempts = attempts + :one, attemptSk = :attempt',
    when: 'email = :pending OR (email = :claimed AND lease < :now)',
    values: {
      ':claimed': 'CLAIMED',
      ':pending': 'PENDING',
      ':lease': lease,
      ':now': now,
      ':one': 1,
      ':attempt': attempt.attemptSk,
    },
  });
  return changed && readInboxItem(changed);
}

async function settle(
  database: Database,
  { post, id }: NoticeKey,
  outcome: Parameters<Notices['settle']>[2],
): Promise<void> {
  const key = keys.notice(post, id);
  if ('retryAt' in outcome && outcome.retryAt !== null) {
    const { attemptSk } = indexed.attempt(outcome.retryAt, id);
    await change(database, key, {
      set: 'email = :pending, attemptSk = :attempt',
      when: 'email = :claimed',
      values: { ':pending': 'PENDING', ':claimed': 'CLAIMED', ':attempt': attemptSk },
    });
    return;
  }
  const email = 'email' in outcome ? outcome.email : 'FAILED';
  await change(database, key, {
    set: 'email = :email REMOVE attemptPk, attemptSk',
    when: email === 'VOID' ? 'email = :pending OR email = :claimed' : 'email = :claimed',
    values: {
      ':email': email,
      ':claimed': 'CLAIMED',
      ...(email === 'VOID' && { ':pending': 'PENDING' }),
    },
  });
}

type Change = {
  readonly set: string;
  readonly when: string;
  readonly values: Readonly<Record<string, string | number>>;
};

async function change(
  database: Database,
  key: { readonly pk: string; readonly sk: string },
  { set, when, values }: Change,
): Promise<Item | undefined> {
  const command = new UpdateCommand({
    TableName: nameOf(database, 'notices'),
    Key: key,
    UpdateExpression: `SET ${set}`,
    ConditionExpression: when,
    ExpressionAttributeValues: values,
    ReturnValues: 'ALL_NEW',
  });
  try {
    return (await database.client.send(command)).Attributes as Item | undefined;
  } catch (failure) {
    if ((failure as Error).name === 'ConditionalCheckFailedException') return undefined;
    throw failure;
  }
}
