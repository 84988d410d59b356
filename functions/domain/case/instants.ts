import { type Refusal, refuse } from '../refusal.ts';
import type { Instant } from '../time.ts';
import type { Case } from './case.ts';
import type { Command } from './command.ts';

type Later = Exclude<Command, { type: 'receiveReport' }>;

/** What the instants of an act are held against; `begun` is when what it answers began. */
type Around = { readonly state: Case; readonly begun: Instant; readonly now: Instant };

/** Why an act cannot have happened, or been known, when it is said to have. */
export function instantRefusal(command: Later, { state, begun, now }: Around): Refusal | undefined {
  if (!isKnownInOrder(command, now)) return refuse('KNOWN_OUT_OF_ORDER', ['knownAt']);
  const { type, happenedAt } = command;
  // A report has a receipt of its own and is dated by that.
  if (happenedAt === null || type === 'addReport') return undefined;
  const at = ['happenedAt'];
  if (happenedAt > now) return refuse('HAPPENED_IN_FUTURE', at);
  if (happenedAt < state.receivedAt) return refuse('HAPPENED_BEFORE_RECEIPT', at);
  return happenedAt < begun ? refuse('HAPPENED_BEFORE_STEP', at) : undefined;
}

/** An act is known after it happened, and before it is written down. */
function isKnownInOrder({ happenedAt, knownAt = null }: Later, now: Instant): boolean {
  return knownAt === null || ((happenedAt ?? now) <= knownAt && knownAt <= now);
}
