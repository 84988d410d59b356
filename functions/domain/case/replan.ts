import type { Case } from './case.ts';
import type { FactOf } from './event.ts';
import { moved } from './planning.ts';
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
  return state.deadlines
    .filter((open) => open.calendar !== moment.calendar.revision)
    .flatMap((open) => moved({ before: open, after: open, why: 'CALENDAR' }, state, moment));
}
