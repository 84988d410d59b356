import type { UnitCode } from '#domain/directory.ts';
import { nameOf } from './failure.ts';
import type { Ledger } from './ports/ledger.ts';
import { type ListedCase, type ListKind, listKinds, type Worklists } from './ports/worklists.ts';
import { type ProjectionRoom, project } from './project.ts';

/** What catching up needs around it. */
export type CatchUpRoom = ProjectionRoom & {
  readonly ledger: Pick<Ledger, 'events' | 'heads'>;
  readonly worklists: Pick<Worklists, 'list'>;
  readonly provinces: () => Promise<readonly UnitCode[]>;
};

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
  for (const province of await room.provinces())
    for (const kind of listKinds.filter((each) => each !== 'OVERDUE'))
      for await (const rows of pagesOf(province, kind, room))
        total = sum(total, await walk(rows, room));
  if (total.behind > 0)
    room.world.log({ event: 'projection_behind', alarm: true, count: total.behind });
  return total;
}

const pageSize = 100;

async function* pagesOf(province: UnitCode, kind: ListKind, { worklists }: CatchUpRoom) {
  let after: string | undefined;
  do {
    const page = await worklists.list({ unit: province, agency: null }, kind, {
      first: pageSize,
      after,
    });
    yield page.rows;
    after = page.next;
  } while (after !== undefined);
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
