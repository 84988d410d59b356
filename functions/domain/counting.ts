import {
  type Calendar,
  type CalendarDay,
  type CalendarRow,
  dayOf,
  sessionsOf,
} from './calendar.ts';
import type { Interval, Pause } from './deadline.ts';
import {
  dayLength,
  fromEpoch,
  type Instant,
  localDateAt,
  midnightBefore,
  minuteLength,
  toEpoch,
  yearOf,
} from './time.ts';

/** A time during which a clock stands still, in milliseconds after 1970-01-01T00:00Z. */
export type Standstill = { readonly from: number; readonly until: number };

/**
 * A count on its way from the trigger to the due instant.
 *
 * Times are milliseconds after 1970-01-01T00:00Z and lengths are milliseconds, for days too.
 */
export type Walk = {
  readonly days: Calendar;
  /** In order, and none touches another. */
  readonly standstills: readonly Standstill[];
  /** The part of the time that was granted beyond the span; it is used up last. */
  readonly granted: number;
  readonly explanation: Interval[];
  /** How far the time has been told, as a number and as text. */
  at: number;
  told: Instant;
  /** The time that is not used up yet. */
  left: number;
  /** The part of it that only worked days may use up. */
  kept: number;
  isProvisional: boolean;
};

/** Why a stretch is told as it is; `row` where the calendar says so. */
type Ground = { readonly reason: Interval['reason']; readonly row?: CalendarRow | undefined };

/** The standstills in order, those that overlap or touch as one. */
export function standstillsOf(pauses: readonly Pause[]): readonly Standstill[] {
  const inOrder = pauses
    .map(({ from, until }) => ({ from: toEpoch(from), until: toEpoch(until) }))
    .filter(({ from, until }) => from < until)
    .toSorted((a, b) => a.from - b.from);
  const merged: Standstill[] = [];
  for (const next of inOrder) {
    const last = merged.at(-1);
    if (last === undefined || next.from > last.until) merged.push(next);
    else merged.splice(-1, 1, { from: last.from, until: Math.max(last.until, next.until) });
  }
  return merged;
}

/**
 * The standstills cut down to the days in Vietnam that lie wholly within them.
 *
 * @policy 0024
 */
export function wholeDays(standstills: readonly Standstill[]): readonly Standstill[] {
  return standstills
    .map(({ from, until }) => ({
      from: midnightBefore(from + dayLength - 1),
      until: midnightBefore(until),
    }))
    .filter(({ from, until }) => from < until);
}

/** Tells the rest of the trigger's day as not counted (Civil Code 2015 Art. 147.2). */
export function leaveTrigger(walk: Walk): void {
  pass(walk, midnightBefore(walk.at) + dayLength, { reason: 'DAY_OF_TRIGGER' });
}

/** The clock runs up to a time except through standstills, unless all that may be used is used up before. */
export function run(walk: Walk, until: number, ground: Ground): void {
  for (const standstill of walk.standstills) {
    if (standstill.from >= until) break;
    spend(walk, standstill.from, ground);
    if (walk.left <= walk.kept) return;
    pass(walk, Math.min(standstill.until, until), { reason: 'PAUSED' });
  }
  spend(walk, until, ground);
}

/** Takes one day after another, whatever the calendar says of it, but for what is kept. */
export function walkCalendarDays(walk: Walk): void {
  while (walk.left > walk.kept) run(walk, walk.at + dayLength, { reason: 'CALENDAR_DAY' });
}

/** Uses up all that is left by worked days; the answer is the first year that has not been reviewed. */
export function walkWorkingDays(walk: Walk): number | undefined {
  walk.kept = 0;
  while (walk.left > 0) {
    const on = localDateAt(walk.at);
    const day = dayOf(walk.days, on);
    if (day === undefined) return yearOf(on);
    const midnight = walk.at + dayLength;
    if (day.worked) run(walk, midnight, groundOf(day, 'WORKING_DAY'));
    else pass(walk, midnight, groundOf(day, 'WEEKEND'));
  }
  return undefined;
}

/** Uses up all that is left by office sessions; the answer is the first year that has not been reviewed. */
export function walkSessions(walk: Walk): number | undefined {
  for (let midnight = midnightBefore(walk.at); walk.left > 0; midnight += dayLength) {
    const on = localDateAt(midnight);
    const day = dayOf(walk.days, on);
    if (day === undefined) return yearOf(on);
    const sessions = sessionsOf(walk.days, on, day);
    if (sessions.length === 0) passDayOff(walk, midnight, groundOf(day, 'WEEKEND'));
    for (const { from, to } of sessions) {
      serve(walk, midnight + from * minuteLength, midnight + to * minuteLength, day);
    }
  }
  return undefined;
}

function passDayOff(walk: Walk, midnight: number, ground: Ground): void {
  pass(walk, midnight, { reason: 'OUTSIDE_HOURS' });
  pass(walk, midnight + dayLength, ground);
}

function serve(walk: Walk, opens: number, closes: number, day: CalendarDay): void {
  // What closed before the trigger is neither told nor used.
  if (walk.left === 0) return;
  pass(walk, opens, { reason: 'OUTSIDE_HOURS' });
  run(walk, closes, groundOf(day, 'WORKING_HOURS'));
}

function groundOf({ row }: CalendarDay, inAPlainWeek: Interval['reason']): Ground {
  return { reason: row?.kind ?? inAPlainWeek, row };
}

/** Uses up the time up to an instant: first what the span gives, then what was granted. */
function spend(walk: Walk, until: number, ground: Ground): void {
  const { at, left, granted, kept } = walk;
  use(walk, Math.min(until, at + left - Math.max(granted, kept)), ground, false);
  use(walk, Math.min(until, at + left - kept), ground, granted > 0);
}

function use(walk: Walk, to: number, ground: Ground, granted: boolean): void {
  if (to <= walk.at) return;
  walk.left -= to - walk.at;
  tell(walk, to, { ...ground, counts: true, granted });
}

function pass(walk: Walk, to: number, ground: Ground): void {
  if (to > walk.at) tell(walk, to, { ...ground, counts: false, granted: false });
}

type Telling = Ground & { readonly counts: boolean; readonly granted: boolean };

function tell(walk: Walk, to: number, { reason, row, counts, granted }: Telling): void {
  const from = walk.told;
  walk.at = to;
  walk.told = fromEpoch(to);
  if (row !== undefined && row.status !== 'CONFIRMED') walk.isProvisional = true;
  walk.explanation.push({
    from,
    to: walk.told,
    counts,
    reason,
    ...(row && { source: row.source, status: row.status, occasion: row.name }),
    ...(granted && { granted }),
  });
}
