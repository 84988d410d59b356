import type { Entry } from './attempt.ts';

/** What somebody should do about a delivery that was given up, before it is begun anew; the schema says it in words. */
export const remedies = ['APPOINT', 'GIVE_ADDRESS', 'CORRECT_ADDRESS', 'ASK_CARRIER'] as const;
/** One of {@link remedies}. */
export type Remedy = (typeof remedies)[number];

const byCode: Readonly<Record<string, Remedy>> = {
  POST_VACANT: 'APPOINT',
  NO_ADDRESS: 'GIVE_ADDRESS',
  ADDRESS_UNREACHABLE: 'CORRECT_ADDRESS',
};

/** The line of the ledger with which a delivery was given up. */
export function lastWord(ledger: readonly Entry[]): Entry | undefined {
  return ledger.findLast(({ outcome }) => outcome === 'FAILED' || outcome === 'RETURNED');
}

/** What helps against the end a ledger tells of. */
export function remedyOf(ledger: readonly Entry[]): Remedy {
  const last = lastWord(ledger);
  if (last?.outcome === 'RETURNED') return 'CORRECT_ADDRESS';
  return byCode[last?.code ?? ''] ?? 'ASK_CARRIER';
}
