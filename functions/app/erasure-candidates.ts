import type { UnitCode } from '#domain/directory.ts';
import { type Candidate, candidate } from '#domain/retention.ts';
import type { Instant } from '#domain/time.ts';
import { type CaseloadRoom, caseload } from './caseload.ts';
import type { Page, PageWish } from './ports/worklists.ts';

/** What the rules of retention propose of a page of the caseload of some units; nothing is written. */
export async function erasureCandidates(
  room: CaseloadRoom & { readonly now: Instant },
  units: readonly UnitCode[],
  wish: PageWish,
): Promise<Page<Candidate>> {
  const { rows, next } = await caseload(room, units, wish);
  return { rows: rows.flatMap(({ state }) => candidate(state, room.now) ?? []), next };
}
