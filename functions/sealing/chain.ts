import { createHash, createHmac } from 'node:crypto';
import type { Anchor, ChainFault, ChainVerdict } from '#app/ports/proof.ts';
import { canonical, type Json } from '#domain/canonical.ts';

export type { Anchor, ChainVerdict };

/** An event as stored: its members, the hash of the event before it, and its own. */
export type Linked = Anchor & {
  readonly previous: string;
  readonly [member: string]: Json | undefined;
};

/** The position before the first event, and the last one as kept elsewhere, if it is known. */
export type Ends = { readonly start: Anchor; readonly head?: Anchor };

/** Where the chain of a subject begins; no two subjects share it, so a whole chain cannot move. */
export const chainStart = (subject: string): Anchor => ({ seq: 0, hash: link('', subject) });

/** The hash of an event: hex SHA-256 of the hash before it and the event's canonical text. */
export const link = (previousHash: string, event: Json): string =>
  createHash('sha256').update(linkedText(previousHash, event)).digest('hex');

/** The text behind {@link link}: whoever has it can hash it with any tool. */
export const linkedText = (previousHash: string, event: Json): string =>
  `${previousHash}${canonical(event)}`;

/** Equal inputs have equal fingerprints; without the secret none can be guessed back. */
export const fingerprint = (secret: Uint8Array, value: Json): string =>
  createHmac('sha256', secret).update(canonical(value)).digest('base64url');

/**
 * Walks events in stored order from `start`, the position before the first of them.
 *
 * Truncated tails, appended events and a tail forged whole show only against a `head` that was
 * kept elsewhere; a tail forged whole is named at the head, because nothing earlier contradicts it.
 */
export function verifyChain(events: readonly Linked[], ends: Ends): ChainVerdict {
  const { last, reason } = walk(events, ends);
  if (reason === undefined) return { ok: true, head: last };
  if (reason === 'NOT_LINKED' && last.seq > ends.start.seq) {
    const rest = events.slice(last.seq - ends.start.seq);
    if (isVouchedFor(rest, ends.head)) return { ok: false, at: last.seq, reason: 'REPLACED' };
  }
  return { ok: false, at: last.seq + 1, reason };
}

type Walk = { readonly last: Anchor; readonly reason?: ChainFault | undefined };

function walk(events: readonly Linked[], { start, head }: Ends): Walk {
  let last = start;
  for (const event of events) {
    const reason = faultOf(event, last, head);
    if (reason) return { last, reason };
    last = { seq: event.seq, hash: event.hash };
  }
  return { last, reason: endFault(last, head) };
}

function faultOf(linked: Linked, last: Anchor, head?: Anchor): ChainFault | undefined {
  const { hash, previous, ...event } = linked;
  if (last.seq === head?.seq) return 'BEYOND_HEAD';
  if (event.seq !== last.seq + 1) return 'NOT_IN_SEQUENCE';
  if (previous !== last.hash) return 'NOT_LINKED';
  if (hash !== linkIfAny(previous, event)) return 'CHANGED';
  return event.seq === head?.seq && hash !== head.hash ? 'NOT_THE_HEAD' : undefined;
}

/** A stored event that somebody made into something else than JSON has no hash at all. */
function linkIfAny(previous: string, event: Json): string | undefined {
  try {
    return link(previous, event);
  } catch {
    return undefined;
  }
}

function endFault(last: Anchor, head?: Anchor): ChainFault | undefined {
  if (head === undefined) return undefined;
  if (last.seq !== head.seq) return 'SHORT_OF_HEAD';
  return last.hash === head.hash ? undefined : 'NOT_THE_HEAD';
}

/**
 * Of two events that do not link, one is false. If the later one and all that follows lead to the
 * head, the head vouches for the hash it names: the event before it was rewritten.
 */
function isVouchedFor(rest: readonly Linked[], head?: Anchor): boolean {
  const [first] = rest;
  if (first === undefined || head === undefined) return false;
  const named = { seq: first.seq - 1, hash: first.previous };
  return walk(rest, { start: named, head }).reason === undefined;
}
