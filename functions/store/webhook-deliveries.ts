import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { KeptDelivery } from '#app/ports/notices.ts';
import type { ReplayRange, WebhookDesk } from '#app/ports/webhooks.ts';
import type { Page, PageWish } from '#app/ports/worklists.ts';
import { withEntry } from '#domain/attempt.ts';
import type { DeliveryState } from '#domain/delivery.ts';
import { type Instant, plusHours } from '#domain/time.ts';
import { type Database, get, getAll, type Item, nameOf, type Question, word } from './database.ts';
import { readDelivery } from './inbox.ts';
import { paged, type Shown } from './paging.ts';
import { boxPartition, indexed, keys } from './table.ts';

/** What went to webhooks or waits for them, as administrators see it and have it sent again. */
export function openDeliveries(
  database: Database,
): Pick<WebhookDesk, 'deliveries' | 'delivery' | 'replay' | 'replayRange'> {
  return {
    deliveries: (webhook, state, wish) => deliveries(database, { webhook, state }, wish),
    delivery: async (webhook, id) => {
      const key = keys.delivery({ channel: 'WEBHOOK', to: webhook, id });
      const item = await get(database, 'notices', key);
      return item && readDelivery(item);
    },
    replay: (delivery, now) => replay(database, delivery, now),
    replayRange: (range, now, wish) => replayRange(database, { range, now }, wish),
  };
}

type Wanted = { readonly webhook: string; readonly state: DeliveryState | null };

async function deliveries(
  database: Database,
  { webhook, state }: Wanted,
  wish: PageWish,
): Promise<Page<KeptDelivery>> {
  const question: Question = {
    table: 'notices',
    index: 'inbox',
    where: 'inboxPk = :pk',
    values: { ':pk': boxPartition('WEBHOOK', webhook) },
    newestFirst: true,
  };
  const ofState = (item: KeptDelivery) => state === null || item.state === state;
  const { items, next } = await paged(database, question, wish, whole(database, ofState));
  return { rows: items.map(readDelivery), next };
}

/** The index has keys alone: the items behind them, as far as they are wanted. */
function whole(database: Database, isWanted: (delivery: KeptDelivery) => boolean): Shown {
  return async (rows) => {
    const found = await getAll(
      database,
      'notices',
      rows.map(({ pk, sk }) => ({ pk, sk })),
    );
    const items: readonly Item[] = rows.flatMap((row) => found.get(word(row)) ?? []);
    return items.filter((item) => isWanted(readDelivery(item)));
  };
}

type Order = { readonly range: ReplayRange; readonly now: Instant };

const millisecond = 1 / 3_600_000;

/** One page of a range, oldest first; its attempts are due one after another, so that they leave in this order. */
async function replayRange(
  database: Database,
  { range: { webhook, from, to, sentToo }, now }: Order,
  wish: PageWish,
): Promise<{ readonly replayed: number; readonly next: string | undefined }> {
  const question: Question = {
    table: 'notices',
    index: 'inbox',
    where: 'inboxPk = :pk AND inboxSk BETWEEN :from AND :to',
    values: { ':pk': boxPartition('WEBHOOK', webhook), ':from': from, ':to': `${to}#~` },
  };
  const isWanted = ({ state }: KeptDelivery) => again(sentToo).includes(state);
  const { items, next } = await paged(database, question, wish, whole(database, isWanted));
  const done = await Promise.all(
    items.map((item, at) => replay(database, readDelivery(item), plusHours(now, at * millisecond))),
  );
  return { replayed: done.filter(Boolean).length, next };
}

const again = (sentToo: boolean): readonly DeliveryState[] =>
  sentToo ? ['PARKED', 'FAILED', 'SENT'] : ['PARKED', 'FAILED'];

/** Begins the schedule of a delivery anew; false where somebody has it or it waits already. */
async function replay(database: Database, delivery: KeptDelivery, at: Instant): Promise<boolean> {
  const { attemptPk, attemptSk } = indexed.attempt(at, delivery.id);
  const begun = { at, outcome: 'REDRIVEN', code: null, words: null, message: null } as const;
  const command = new UpdateCommand({
    TableName: nameOf(database, 'notices'),
    Key: keys.delivery(delivery),
    UpdateExpression:
      'SET delivery = :pending, attemptsBefore = :attempts, attemptPk = :pk, attemptSk = :sk, ledger = :ledger REMOVE deadPk, deadSk, retryAt',
    ConditionExpression: 'delivery = :before AND attempts = :attempts',
    ExpressionAttributeValues: {
      ':pending': 'PENDING',
      ':pk': attemptPk,
      ':sk': attemptSk,
      ':ledger': withEntry(delivery.ledger, begun),
      ':before': delivery.state,
      ':attempts': delivery.attempts,
    },
  });
  try {
    await database.client.send(command);
    return true;
  } catch (failure) {
    if ((failure as Error).name === 'ConditionalCheckFailedException') return false;
    throw failure;
  }
}
