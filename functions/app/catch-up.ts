import { nameOf } from './failure.ts';
import type { Ledger } from './ports/ledger.ts';
import type { ListedCase } from './ports/worklists.ts';
import { type ProjectionRoom, project } from './project.ts';
import { casesIn, type WalkRoom } from './walk.ts';

/** What catching up needs around it. */
export type CatchUpRoom = ProjectionRoom &
  WalkRoom & { readonly ledger: Pick<Ledger, 'events' | 'heads'> };

/** What a night's walk found: cases looked at, cases that were behind, cases that still are. */
export type CaughtUp = { readonly cases: number; readonly behind: number; readonly failed: number };

/**
 * Projects every case whose events the change feed failed to bring; nothing is left behind for good.
 *
 * A feed keeps its records for a day and a case it fails on is parked: this walk finds both by comparing
 * each case's cursor with its last commit.
 */
export async function catchUp(room: CatchUpRoom): Promise<CaughtUp> {
  let total: CaughtUp = { cases: 0, behind: 0, failed: 0 };
  for await (const rows of casesIn(room, ['OPEN', 'CLOSED']))
    total = sum(total, await walk(rows, room));
  if (total.behind > 0)
    room.world.log({ event: 'projection_behind', alarm: true, count: total.behind });
  return total;
}

async function walk(rows: readonly ListedCase[], room: CatchUpRoom): Promise<CaughtUp> {
  const ids = rows.map(({ id }) => id);
  const [heads, cursors] = await Promise.all([
    room.ledger.heads(ids),
    room.projections.cursors(ids),
  ]);
  const behind = [...heads.values()].filter(({ state }) => cursors.get(state.id) !== state.seq);
  let failed = 0;
  for (const { state } of behind) failed += await projectOrCount(state.id, room);
  return { cases: heads.size, behind: behind.length, failed };
}

/** A case that still fails is counted, and does not keep the walk from the others. */
async function projectOrCount(caseId: string, room: CatchUpRoom): Promise<number> {
  try {
    await project(caseId, room);
    return 0;
  } catch (failure) {
    room.world.log({ event: 'projection_failed', alarm: true, caseId, code: nameOf(failure) });
    return 1;
  }
}

function sum(a: CaughtUp, b: CaughtUp): CaughtUp {
  return { cases: a.cases + b.cases, behind: a.behind + b.behind, failed: a.failed + b.failed };
}
