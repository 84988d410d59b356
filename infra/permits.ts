import type { Action, TableRight } from './rights.ts';

/** One thing a right to a table comes to: actions on the table itself or on indexes, within partitions or anywhere. */
export type Permit = {
  readonly actions: readonly Action[];
  /** The indexes it is for; the table itself where there are none. */
  readonly indexes?: readonly string[];
  /** Patterns of which every partition key must match one. */
  readonly within?: readonly string[];
};

/** What a right to a table comes to, for the policy in the cloud and for the sandbox alike. */
export function permitsOf(right: TableRight): readonly Permit[] {
  const { actions = [], indexes = [], partitions, looksUp } = right;
  return [
    ...(actions.length > 0 ? [{ actions, ...(partitions && { within: partitions }) }] : []),
    ...(indexes.length > 0 ? [{ actions: ['Query'] as const, indexes }] : []),
    ...(looksUp ? [{ actions: ['GetItem'] as const, within: looksUp }] : []),
  ];
}
