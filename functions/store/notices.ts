import type { Budget, DeliveryKey, KeptDelivery, Notices, Recipient } from '#app/ports/notices.ts';
import type { Held } from '#domain/calm.ts';
import { isCanaryPost } from '#domain/case/canary.ts';
import type { Delivery } from '#domain/delivery.ts';
import { type Instant, plusHours } from '#domain/time.ts';
import { itemVersion } from './body.ts';
import { ask, type Database, get, type Item, isNew, putIf } from './database.ts';
import { change } from './delivery-change.ts';
import { redrive, returned, settle } from './endings.ts';
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

type ToHold = Parameters<Notices['hold']>[0];

async function hold(database: Database, key: ToHold, held: Held): Promise<boolean> {
  const { attemptSk } = indexed.attempt(held.until, key.id, key.about);
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
    // What was put off for longer meanwhile stays so.
    when: 'attemptSk < :attempt',
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
