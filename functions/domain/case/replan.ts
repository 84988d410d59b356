import { rungAt } from '../escalation.ts';
import type { Limit } from '../procedure.ts';
import type { Instant } from '../time.ts';
import type { Case, Deadline } from './case.ts';
import { explain, keyOf, limitBehind } from './deadlines.ts';
import type { DeadlineStatus, FactOf } from './event.ts';
import type { Tick } from './sweep.ts';

/**
 * The facts by which open deadlines follow a newer calendar; none where it changes nothing.
 *
 * The old instant stays in the history. A deadline that moves climbs its ladder anew from the new instant, unless
 * its breach is on record: that is never taken back.
 *
 * @law Civil Code 2015 Art. 147, 148
 */
export function replan(state: Case, moment: Tick): readonly FactOf<'DeadlineMoved'>[] {
  return state.deadlines.flatMap((open) => {
    const planned = plannedNow(open, moment);
    const isSame = planned.dueAt === open.dueAt && planned.status === open.status;
    return isSame ? [] : [moved(open, planned, moment)];
  });
}

/** Where a deadline ends by the present calendar; one counted with it already stays as it is. */
function plannedNow(open: Deadline, moment: Tick): Planned {
  const limit = limitBehind(open, moment.procedures);
  if (limit === undefined) throw new Error(`No procedure knows ${open.rule}`);
  if (open.calendar === moment.calendar.revision) return { limit, ...open };
  const counted = explain(open, moment) ?? open;
  const dueAt = counted.status === 'UNPLANNED' ? null : counted.dueAt;
  return { limit, dueAt, status: open.status === 'CONDITIONAL' ? open.status : counted.status };
}

type Planned = {
  readonly limit: Limit;
  readonly dueAt: Instant | null;
  readonly status: DeadlineStatus;
};

function moved(
  open: Deadline,
  { limit, dueAt, status }: Planned,
  moment: Tick,
): FactOf<'DeadlineMoved'> {
  const hasMoved = open.dueAt !== null && dueAt !== open.dueAt;
  const rung = hasMoved && open.breachedAt === null ? 0 : open.rung;
  return {
    type: 'DeadlineMoved',
    about: moment.now,
    known: moment.now,
    deadline: keyOf(open),
    planning: open.planning + (hasMoved ? 1 : 0),
    dueAt,
    status,
    calendar: moment.calendar.revision,
    nextAt: nextTelling(open, { limit, dueAt, status }, rung, moment),
    rung,
  };
}

function nextTelling(
  open: Deadline,
  { limit, dueAt, status }: Planned,
  rung: number,
  { calendar }: Tick,
): Instant | null {
  if (dueAt === null || status === 'CONDITIONAL') return null;
  if (open.breachedAt !== null) return open.nextAt;
  return rungAt(limit.ladder, rung, { from: open.from, dueAt }, calendar) ?? null;
}
