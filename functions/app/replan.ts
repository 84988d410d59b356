import { wholeCaseload } from './caseload.ts';
import { replanCase } from './clockwork.ts';
import { nameOf } from './failure.ts';
import type { CalendarProgress } from './ports/calendars.ts';
import type { Head } from './ports/ledger.ts';
import type { Surroundings } from './surroundings.ts';
import type { WalkRoom } from './walk.ts';

/** What re-planning needs around it. */
export type ReplanRoom = Surroundings & WalkRoom;
/** What following the calendar needs around it; within one run its calendar must stay the same. */
export type FollowRoom = ReplanRoom & { readonly progress: CalendarProgress };

/** What a re-planning came to: open cases looked at, deadlines that moved, cases that failed. */
export type Replanned = { readonly cases: number; readonly moved: number; readonly failed: number };

const nothing: Replanned = { cases: 0, moved: 0, failed: 0 };

/** Lets the open deadlines of all cases follow the present calendar, by facts. */
export async function replanAll(room: ReplanRoom): Promise<Replanned> {
  let total = nothing;
  for await (const heads of wholeCaseload(room, await room.provinces()))
    for (const head of heads) total = plus(total, await replanOne(head, room));
  return total;
}

/**
 * Re-plans all cases if the calendar has moved since they last were; two small reads if it has not.
 *
 * A run that is cut short leaves no mark, and the next one goes over all of it again. A case that fails does
 * not: it is left for the night.
 */
export async function followCalendar(room: FollowRoom): Promise<Replanned> {
  const { directories, progress, world } = room;
  const [{ revision }, done] = await Promise.all([directories.calendar(), progress.replannedTo()]);
  if (revision <= done) return nothing;
  const total = await replanAll(room);
  await progress.replanned(revision);
  if (total.cases > 0) world.log({ event: 'replanned', count: total.moved });
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
