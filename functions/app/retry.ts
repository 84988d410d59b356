import { type Instant, plusHours } from '#domain/time.ts';
import { batchesOf } from './batches.ts';
import type { Batch, Notices } from './ports/notices.ts';

/** What retrying needs around it. */
export type RetryRoom = {
  readonly notices: Pick<Notices, 'due' | 'postpone'>;
  readonly hasten: (batches: readonly Batch[]) => Promise<void>;
};

const noticesPerRun = 1000;
const onItsWayHours = 1 / 12;

/** Puts notices whose attempt is due into the queue again; what a lost message left behind goes on here. */
export async function retry(now: Instant, { notices, hasten }: RetryRoom): Promise<number> {
  const due = await notices.due(now, noticesPerRun);
  const until = plusHours(now, onItsWayHours);
  // Put off first: a run that is cut short then delays a notice, and never floods the queue with it.
  for (const key of due) await notices.postpone(key, until);
  await hasten(batchesOf(due));
  return due.length;
}
