import type { Entry } from './attempt.ts';

/** What somebody should do about a delivery that was given up, before it is begun anew. */
export const remedies = {
  APPOINT: 'Nobody held the post for the whole schedule. Appoint somebody, then send it again.',
  GIVE_ADDRESS: 'The officer has no address. Give one by `setContact`, then send it again.',
  CORRECT_ADDRESS:
    'The address brings nothing. Give another by `setContact`, or `restoreAddress` if it is mended, then send it again.',
  ASK_CARRIER:
    'The service refused the message or could not be reached for the whole schedule. Look at its code, then send it again.',
} as const;
/** One of {@link remedies}. */
export type Remedy = keyof typeof remedies;

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
