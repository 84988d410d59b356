import type { KeptDelivery, Notices, Settlement } from '#app/ports/notices.ts';
import { withEntry } from '#domain/attempt.ts';
import type { Instant } from '#domain/time.ts';
import type { Database } from './database.ts';
import { change } from './delivery-change.ts';
import { indexed, keys } from './table.ts';

/** The number of attempts fences the lease: a worker that overslept it settles nothing of the next one's. */
export async function settle(
  database: Database,
  item: KeptDelivery,
  settlement: Settlement,
): Promise<boolean> {
  const { at, outcome, code, words, message } = settlement;
  const changed = await change(database, keys.delivery(item), {
    ...(settlement.outcome === 'LATER'
      ? waiting(settlement.retryAt, item.id)
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

/** The index says when it is looked for, which a retry job puts off; the instant itself stays. */
const waiting = (retryAt: Instant, id: string) => ({
  set: 'delivery = :state, ledger = :ledger, attemptSk = :attempt, retryAt = :retryAt',
  values: {
    ':state': 'PENDING',
    ':attempt': indexed.attempt(retryAt, id).attemptSk,
    ':retryAt': retryAt,
  },
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

/** Takes back what had left, or writes down that it was complained of. */
export async function returned(
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
export async function redrive(
  database: Database,
  item: KeptDelivery,
  at: Instant,
): Promise<boolean> {
  const line = { at, outcome: 'REDRIVEN', code: null, words: null, message: null } as const;
  const { attemptPk, attemptSk } = indexed.attempt(at, item.id);
  const set = 'delivery = :pending, attemptsBefore = :attempts, ledger = :ledger';
  const changed = await change(database, keys.delivery(item), {
    set: `${set}, attemptPk = :pk, attemptSk = :sk REMOVE deadPk, deadSk, retryAt`,
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
