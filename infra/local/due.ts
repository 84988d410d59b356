import type { DynamoDB } from './dynamodb.ts';

/** What waits for its time: cases for the sweeper, notices for the retry job. */
export type Waiting = {
  /** When the next case becomes due, in epoch milliseconds; nothing when none will. */
  readonly cases: () => number | undefined;
  readonly notices: () => number | undefined;
  /** The earlier of the two. */
  readonly first: () => number | undefined;
};

/**
 * Looks into the same indexes as the sweeper and the retry job read.
 *
 * It is looked up beside the wire: the clock asks at every step, and what it asks is no capacity of anybody's.
 */
export function waitingIn({ soonest }: Pick<DynamoDB, 'soonest'>): Waiting {
  const cases = () => instantOf(soonest('cases', 'due'));
  const notices = () => instantOf(soonest('notices', 'attempts'));
  return { cases, notices, first: () => earlier(cases(), notices()) };
}

function instantOf(sortKey: string | undefined): number | undefined {
  return sortKey === undefined ? undefined : Date.parse(sortKey.split('#')[0] ?? '');
}

function earlier(a: number | undefined, b: number | undefined): number | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  return Math.min(a, b);
}
