import type { Case } from '#domain/case/case.ts';
import { fold } from '#domain/case/evolve.ts';
import type { Instant } from '#domain/time.ts';
import type { Ledger } from './ports/ledger.ts';

/**
 * A case as it was known here at an instant: what had been written by then, whatever it was about. Nothing where
 * it was not known yet.
 */
export async function caseAsOf(
  caseId: string,
  at: Instant,
  ledger: Pick<Ledger, 'events'>,
): Promise<Case | undefined> {
  const events = (await ledger.events(caseId, 0)).filter(({ written }) => written <= at);
  const last = events.at(-1);
  if (last === undefined) return undefined;
  const facts = events.flatMap((event) => event.facts);
  return { ...fold(undefined, facts, caseId), seq: last.seq, revision: last.revision };
}
