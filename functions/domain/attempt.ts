import type { Instant } from './time.ts';

/**
 * What a carrier says of what it was given: handed over, refused for good, to be tried later, for nobody, or to be
 * kept until a person has it begun anew.
 */
export const verdicts = ['SENT', 'REFUSED', 'LATER', 'NOBODY', 'PARKED'] as const;
/** One of {@link verdicts}. */
export type Verdict = (typeof verdicts)[number];

/** How an attempt ended, why, in which words, and what the carrier calls what left. */
export type Handover = {
  readonly verdict: Verdict;
  /** A stable code, never words of a carrier; nothing where there is nothing to say. */
  readonly code: string | null;
  /** Version of the words it was written in. */
  readonly words: string | null;
  /** The carrier's own id of the message. */
  readonly message: string | null;
  /** Not before this instant, where whoever was asked said so. */
  readonly notBefore?: Instant;
};

/** An attempt of which no carrier has anything to say: nothing was written, or nothing left. */
export function unwritten(verdict: Verdict, code: string | null): Handover {
  return { verdict, code, words: null, message: null };
}

/**
 * What happened to a delivery, as its ledger tells it.
 *
 * `SENT`: handed to the carrier; `LATER`: to be tried again; `FAILED`: given up; `VOID`: needed no longer, or for
 * nobody; `RETURNED`: came back after it had left; `COMPLAINED`: unwanted; `PARKED`: kept, because it has nowhere
 * to go now; `REDRIVEN`: begun anew by a person.
 */
export const outcomes = [
  'SENT',
  'LATER',
  'FAILED',
  'VOID',
  'RETURNED',
  'COMPLAINED',
  'PARKED',
  'REDRIVEN',
] as const;
/** One of {@link outcomes}. */
export type Outcome = (typeof outcomes)[number];

/** One line of the ledger of a delivery. */
export type Entry = Omit<Handover, 'verdict' | 'notBefore'> & {
  readonly at: Instant;
  readonly outcome: Outcome;
};

/** Lines a ledger keeps; older ones are counted in the attempts and forgotten. */
export const entriesKept = 20;

const longestCode = 60;
const longestMessage = 120;

/** A ledger with one line more, never longer than {@link entriesKept} and no line longer than it may be. */
export function withEntry(ledger: readonly Entry[], entry: Entry): readonly Entry[] {
  const short = {
    ...entry,
    code: entry.code?.slice(0, longestCode) ?? null,
    message: entry.message?.slice(0, longestMessage) ?? null,
  };
  return [...ledger, short].slice(-entriesKept);
}
