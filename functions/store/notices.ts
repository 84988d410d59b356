import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type {
  Budget,
  DeliveryKey,
  KeptDelivery,
  Notices,
  Recipient,
  Settlement,
} from '#app/ports/notices.ts';
import { type Entry, withEntry } from '#domain/attempt.ts';
import type { Held } from '#domain/calm.ts';
import { isCanaryPost } from '#domain/case/canary.ts';
import type { Delivery } from '#domain/delivery.ts';
import { type Instant, plusHours } from '#domain/time.ts';
import { itemVersion } from './body.ts';
import { ask, type Database, get, type Item, isNew, nameOf, putIf } from './database.ts';
import { box, readDelivery } from './inbox.ts';
import { canaryExpiry } from './items.ts';
import { deliveryOf } from './named.ts';
import { attemptPartition, indexed, keys } from './table.ts';

const leaseHours = 1 / 12;

/** Inbox items and their way to carriers in the `notices` table. */
export function openNotices(database: Database): Notices {
  return {
    putNew: async (deliveries, now) => {
      const written: Delivery[] = [];
      for (let at = 0; at < deliveries.length; at += atOnce)
        written.push(...(await putChunk(database, deliveries.slice(at, at + atOnce), now)));
      return written;
    },
    inbox: (post, wish, hidden) => box(database, { channel: 'EMAIL', to: post, wish, hidden }),
    find: async (key) => {
      const item = await get(database, 'notices', keys.delivery(key));
      return item && readDelivery(item);
    },
    claim: (key, now) => claim(database, key, now),
    void: (key, now) => voidIt(database, key, now),
    settle: (item, settlement) => settle(database, item, settlement),
    hold: (key, held) => hold(database, key, held),
    take: (to, budget) => take(database, to, budget),
    postpone: (key, until) => postpone(database, key, until),
    returned: (item, entry) => returned(database, item, entry),
    redrive: (item, at) => redrive(database, item, at),
    arrived: (key, at) => arrived(database, key, at),
    due: async (now, limit) => {
      const { items } = await ask(database, {
        table: 'notices',
        index: 'attempts',
        where: 'attemptPk = :pk AND attemptSk <= :now',
        values: { ':pk': attemptPartition, ':now': `${now}#~` },
        limit,
      });
      return items.map(deliveryOf);
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

async function putChunk(database: Database, chunk: readonly Delivery[], now: Instant) {
  const written = await Promise.all(
    chunk.map((delivery) => putIf(database, 'notices', itemOf(delivery, now), isNew)),
  );
  return chunk.filter((_, index) => written[index]);
}

/** Written with its first attempt already due: a lost queue message loses nothing. */
function itemOf({ channel, to, notice }: Delivery, now: Instant): Item {
  const { id } = notice;
  return {
    ...keys.delivery({ channel, to, id }),
    v: itemVersion,
    notice: JSON.stringify(notice),
    written: now,
    delivery: 'PENDING',
    attempts: 0,
    // People look for when something became due, partners for when it was written.
    ...indexed.box({ channel, to, id }, channel === 'WEBHOOK' ? now : notice.about),
    ...indexed.attempt(now, id),
    ...(isCanaryPost(notice.post) && { expiresOn: canaryExpiry(now) }),
  };
}

// Free to be taken: waiting, or taken by a worker whose lease has run out.
const free = 'delivery = :pending OR (delivery = :claimed AND lease < :now)';
const freeValues = (now: Instant) => ({
  ':pending': 'PENDING',
  ':claimed': 'CLAIMED',
  ':now': now,
});

/** Claiming and voiding are one conditional write each on the same state, so nothing is claimed after the void. */
async function claim(
  database: Database,
  key: DeliveryKey,
  now: Instant,
): Promise<KeptDelivery | undefined> {
  const lease = plusHours(now, leaseHours);
  const { attemptSk } = indexed.attempt(lease, key.id);
  const changed = await change(database, keys.delivery(key), {
    set: 'delivery = :claimed, lease = :lease, attempts = attempts + :one, attemptSk = :attempt',
    when: free,
    values: { ...freeValues(now), ':lease': lease, ':one': 1, ':attempt': attemptSk },
  });
  return changed && readDelivery(changed);
}

async function voidIt(database: Database, key: DeliveryKey, now: Instant): Promise<boolean> {
  const line = { at: now, outcome: 'VOID', code: 'OVER', words: null, message: null } as const;
  const changed = await change(database, keys.delivery(key), {
    // Nothing comes after it, so the ledger is one line longer at most.
    set: `delivery = :void, ledger = list_append(if_not_exists(ledger, :none), :line)
      REMOVE attemptPk, attemptSk`,
    when: free,
    values: { ...freeValues(now), ':void': 'VOID', ':none': [], ':line': [line] },
  });
  return changed !== undefined;
}

/** The number of attempts fences the lease: a worker that overslept it settles nothing of the next one's. */
async function settle(
  database: Database,
  item: KeptDelivery,
  settlement: Settlement,
): Promise<boolean> {
  const { at, outcome, code, words, message } = settlement;
  const changed = await change(database, keys.delivery(item), {
    ...(settlement.outcome === 'LATER'
      ? waiting(indexed.attempt(settlement.retryAt, item.id))
      : over(settlement.outcome, indexed.dead(item, at))),
    when: 'delivery = :claimed AND attempts = :attempts',
    also: {
      ':claimed': 'CLAIMED',
      ':attempts': item.attempts,
      ':ledger': withEntry(item.ledger, { at, outcome, code, words, message }),
    },
  });
  return changed !== undefined;
}

const waiting = ({ attemptSk }: { readonly attemptSk: string }) => ({
  set: 'delivery = :state, ledger = :ledger, attemptSk = :attempt',
  values: { ':state': 'PENDING', ':attempt': attemptSk },
});

type Dead = ReturnType<typeof indexed.dead>;

/** Only what was given up is listed as a dead letter. */
function over(state: 'SENT' | 'FAILED' | 'VOID' | 'PARKED', { deadPk, deadSk }: Dead) {
  const set = 'delivery = :state, ledger = :ledger';
  const remove = 'REMOVE attemptPk, attemptSk';
  if (state !== 'FAILED') return { set: `${set} ${remove}`, values: { ':state': state } };
  return {
    set: `${set}, deadPk = :deadPk, deadSk = :deadSk ${remove}`,
    values: { ':state': state, ':deadPk': deadPk, ':deadSk': deadSk },
  };
}

async function returned(
  database: Database,
  item: KeptDelivery,
  entry: Parameters<Notices['returned']>[1],
): Promise<boolean> {
  const state = entry.outcome === 'RETURNED' ? 'FAILED' : 'SENT';
  const changed = await change(database, keys.delivery(item), {
    ...over(state, indexed.dead(item, entry.at)),
    when: 'delivery = :sent AND attempts = :attempts',
    also: {
      ':sent': 'SENT',
      ':attempts': item.attempts,
      ':ledger': withEntry(item.ledger, entry),
    },
  });
  return changed !== undefined;
}

/** The attempts go on being counted, for they fence leases; only the schedule begins anew. */
async function redrive(database: Database, item: KeptDelivery, at: Instant): Promise<boolean> {
  const line = { at, outcome: 'REDRIVEN', code: null, words: null, message: null } as const;
  const { attemptPk, attemptSk } = indexed.attempt(at, item.id);
  const set = 'delivery = :pending, attemptsBefore = :attempts, ledger = :ledger';
  const changed = await change(database, keys.delivery(item), {
    set: `${set}, attemptPk = :pk, attemptSk = :sk REMOVE deadPk, deadSk`,
    when: 'delivery = :failed AND attempts = :attempts',
    values: {
      ':failed': 'FAILED',
      ':pending': 'PENDING',
      ':attempts': item.attempts,
      ':ledger': withEntry(item.ledger, line),
      ':pk': attemptPk,
      ':sk': attemptSk,
    },
  });
  return changed !== undefined;
}

async function hold(database: Database, key: DeliveryKey, held: Held): Promise<boolean> {
  const { attemptSk } = indexed.attempt(held.until, key.id);
  const changed = await change(database, keys.delivery(key), {
    set: 'held = :held, attemptSk = :attempt',
    when: 'delivery = :pending',
    values: { ':pending': 'PENDING', ':held': held, ':attempt': attemptSk },
  });
  return changed !== undefined;
}

/** Counted in one conditional write, so that two workers never both send the last one. */
async function take(database: Database, to: Recipient, { hour, limit }: Budget): Promise<boolean> {
  const changed = await change(database, keys.letters(to, hour), {
    set: 'letters = if_not_exists(letters, :none) + :one, expiresOn = :expiry',
    when: 'attribute_not_exists(letters) OR letters < :limit',
    values: { ':none': 0, ':one': 1, ':limit': limit, ':expiry': lettersExpiry(hour) },
  });
  return changed !== undefined;
}

function lettersExpiry(hour: string): number {
  return Date.parse(`${hour}:00:00.000Z`) / 1000 + 86_400;
}

async function postpone(database: Database, key: DeliveryKey, until: Instant): Promise<void> {
  await change(database, keys.delivery(key), {
    set: 'attemptSk = :attempt',
    when: 'attribute_exists(attemptPk)',
    values: { ':attempt': indexed.attempt(until, key.id).attemptSk },
  });
}

async function arrived(database: Database, key: DeliveryKey, at: Instant): Promise<void> {
  await change(database, keys.delivery(key), {
    set: 'arrivedAt = if_not_exists(arrivedAt, :at)',
    when: 'attribute_exists(pk)',
    values: { ':at': at },
  });
}

type Change = {
  readonly set: string;
  readonly when: string;
  readonly values: Values;
  readonly also?: Values;
};

type Values = Readonly<Record<string, string | number | Held | readonly Entry[]>>;

async function change(
  database: Database,
  key: { readonly pk: string; readonly sk: string },
  { set, when, values, also }: Change,
): Promise<Item | undefined> {
  const command = new UpdateCommand({
    TableName: nameOf(database, 'notices'),
    Key: key,
    UpdateExpression: `SET ${set}`,
    ConditionExpression: when,
    ExpressionAttributeValues: { ...values, ...also },
    ReturnValues: 'ALL_NEW',
  });
  try {
    return (await database.client.send(command)).Attributes as Item | undefined;
  } catch (failure) {
    if ((failure as Error).name === 'ConditionalCheckFailedException') return undefined;
    throw failure;
  }
}
