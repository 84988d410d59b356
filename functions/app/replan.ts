import { replanCase } from './clockwork.ts';
import { nameOf } from './failure.ts';
import type { Head } from './ports/ledger.ts';
import type { Surroundings } from './surroundings.ts';
import { casesIn, type WalkRoom } from './walk.ts';

/** What re-planning needs around it. */
export type ReplanRoom = Surroundings & WalkRoom;

/** What a re-planning came to: open cases looked at, deadlines that moved, cases that failed. */
export type Replanned = { readonly cases: number; readonly moved: number; readonly failed: number };

/** Lets the open deadlines of all cases follow the present calendar, by facts. */
export async function replanAll(room: ReplanRoom): Promise<Replanned> {
  let total: Replanned = { cases: 0, moved: 0, failed: 0 };
  for await (const rows of casesIn(room, ['OPEN', 'CLOSED'])) {
    const heads = await room.ledger.heads(rows.map(({ id }) => id));
    for (const head of heads.values()) total = plus(total, await replanOne(head, room));
  }
  return total;
}

function plus(a: Replanned, b: Replanned): Replanned {
  return { cases: a.cases + b.cases, moved: a.moved + b.moved, failed: a.failed + b.failed };
}

/** A case that fails is named with an alarm and left for the next night; it holds nothing up. */
async function replanOne(head: Head, room: ReplanRoom): Promise<Replanned> {
  try {
    return { cases: 1, moved: await replanCase(head, room), failed: 0 };
  } catch (failure) {
    const caseId = head.state.id;
    room.world.log({ event: 'replan_failed', alarm: true, caseId, code: nameOf(failure) });
    return { cases: 1, moved: 0, failed: 1 };
  }
}
