import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { InboxItem, NoticeKey, Notices } from '#app/ports/notices.ts';
import { isCanaryPost } from '#domain/case/canary.ts';
import type { Notice } from '#domain/notice.ts';
import { type Instant, plusHours } from '#domain/time.ts';
import { itemVersion } from './body.ts';
import { ask, type Database, get, type Item, isNew, nameOf, putIf } from './database.ts';
import { inbox, readInboxItem } from './inbox.ts';
import { canaryExpiry } from './items.ts';
import { attemptPartition, indexed, keys, noticeOf } from './table.ts';

const leaseHours = 1 / 12;

/** Inbox items and their way to carriers in the `notices` table. */
export function openNotices(database: Database): Notices {
  return {
    putNew: async (notices, now) => {
      const written: Notice[] = [];
      for (let at = 0; at < notices.length; at += atOnce)
        written.push(...(await putChunk(database, notices.slice(at, at + atOnce), now)));
      return written;
    },
    inbox: (post, wish, hidden) => inbox(database, { post, wish, hidden }),
    find: async ({ post, id }) => {
      const item = await get(database, 'notices', keys.notice(post, id));
      return item && readInboxItem(item);
    },
    claim: (key, now) => claim(database, key, now),
    void: (key, now) => voidIt(database, key, now),
    settle: (item, outcome) => settle(database, item, outcome),
    postpone: (key, until) => postpone(database, key, until),
    arrived: (key, at) => arrived(database, key, at),
    due: async (now, limit) => {
      const { items } = await ask(database, {
        table: 'notices',
        index: 'attempts',
        where: 'attemptPk = :pk AND attemptSk <= :now',
        values: { ':pk': attemptPartition, ':now': `${now}#~` },
        limit,
      });
      return items.map(noticeOf);
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

// After an outage a case may have hundreds of notices; they are not all sent at the store at once.
const atOnce = 25;

async function putChunk(database: Database, chunk: readonly Notice[], now: Instant) {
  const written = await Promise.all(
    chunk.map((notice) => putIf(database, 'notices', inboxItem(notice, now), isNew)),
  );
  return chunk.filter((_, index) => written[index]);
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
    ...(isCanaryPost(notice.post) && { expiresOn: canaryExpiry(now) }),
  };
}

// Free to be taken: waiting, or taken by a worker whose lease has run out.
const free = 'email = :pending OR (email = :claimed AND lease < :now)';
const freeValues = (now: Instant) => ({
  ':pending': 'PENDING',
  ':claimed': 'CLAIMED',
  ':now': now,
});

/** Claiming and voiding are one conditional write each on the same state, so nothing is claimed after the void. */
async function claim(
  database: Database,
  { post, id }: NoticeKey,
  now: Instant,
): Promise<InboxItem | undefined> {
  const lease = plusHours(now, leaseHours);
  const { attemptSk } = indexed.attempt(lease, id);
  const changed = await change(database, keys.notice(post, id), {
    set: 'email = :claimed, lease = :lease, attempts = attempts + :one, attemptSk = :attempt',
    when: free,
    values: { ...freeValues(now), ':lease': lease, ':one': 1, ':attempt': attemptSk },
  });
  return changed && readInboxItem(changed);
}

async function voidIt(database: Database, { post, id }: NoticeKey, now: Instant): Promise<boolean> {
  const changed = await change(database, keys.notice(post, id), {
    set: 'email = :void REMOVE attemptPk, attemptSk',
    when: free,
    values: { ...freeValues(now), ':void': 'VOID' },
  });
  return changed !== undefined;
}

/** The number of attempts fences the lease: a worker that overslept it settles nothing of the next one's. */
async function settle(
  database: Database,
  item: InboxItem,
  outcome: Parameters<Notices['settle']>[1],
): Promise<boolean> {
  const mine = 'email = :claimed AND attempts = :attempts';
  const values = { ':claimed': 'CLAIMED', ':attempts': item.attempts };
  const changed = await change(
    database,
    keys.notice(item.post.id, item.id),
    typeof outcome === 'string'
      ? {
          set: 'email = :email REMOVE attemptPk, attemptSk',
          when: mine,
          values: { ...values, ':email': outcome },
        }
      : {
          set: 'email = :pending, attemptSk = :attempt',
          when: mine,
          values: {
            ...values,
            ':pending': 'PENDING',
            ':attempt': indexed.attempt(outcome.retryAt, item.id).attemptSk,
          },
        },
  );
  return changed !== undefined;
}

async function postpone(
  database: Database,
  { post, id }: NoticeKey,
  until: Instant,
): Promise<void> {
  await change(database, keys.notice(post, id), {
    set: 'attemptSk = :attempt',
    when: 'attribute_exists(attemptPk)',
    values: { ':attempt': indexed.attempt(until, id).attemptSk },
  });
}

async function arrived(database: Database, { post, id }: NoticeKey, at: Instant): Promise<void> {
  await change(database, keys.notice(post, id), {
    set: 'arrivedAt = if_not_exists(arrivedAt, :at)',
    when: 'attribute_exists(pk)',
    values: { ':at': at },
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
