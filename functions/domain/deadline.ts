import { type Calendar, type CalendarDay, type CalendarRow, dayOf } from './calendar.ts';
import {
  daysBetween,
  endOfDay,
  type Instant,
  localDate,
  type PlainDate,
  plusDays,
  plusHours,
  plusMonths,
  startOfDay,
  yearOf,
} from './time.ts';

/**
 * How long a duty may take.
 *
 * `UNTIL_DAY` ends with a day named in the record (a plan item's expected end).
 */
export type Span =
  | { readonly unit: 'HOURS'; readonly count: number }
  | { readonly unit: 'WORKING_DAYS'; readonly count: number }
  | { readonly unit: 'CALENDAR_DAYS'; readonly count: number; readonly rolls: boolean }
  | { readonly unit: 'MONTHS'; readonly count: number; readonly rolls: boolean }
  | { readonly unit: 'UNTIL_DAY' };

/** Clock hours: nights, weekends and holidays count (Civil Code 2015 Art. 147.1). */
export const hours = (count: number): Span => ({ unit: 'HOURS', count });
/** Days on which state offices work, from the day after the trigger (Civil Code Art. 147.2). */
export const workingDays = (count: number): Span => ({ unit: 'WORKING_DAYS', count });
/** Days one after another, the last moved off a rest day (Civil Code 2015 Art. 148.5). */
export const calendarDays = (count: number): Span => ({
  unit: 'CALENDAR_DAYS',
  count,
  rolls: true,
});
/** Days one after another that end where they end, for limits that protect a liberty. */
export const cappedDays = (count: number): Span => ({
  unit: 'CALENDAR_DAYS',
  count,
  rolls: false,
});
/** From day to day of the month (Civil Code 2015 Art. 148.3). */
export const months = (count: number): Span => ({ unit: 'MONTHS', count, rolls: true });
/** To the end of a day named in the record. */
export const untilDay: Span = { unit: 'UNTIL_DAY' };

/** A time during which a clock stood still. */
export type Pause = { readonly from: Instant; readonly until: Instant };

/** What the record adds to a span. */
export type Terms = {
  /** The day named in the record, for a span that ends with it. */
  readonly named?: PlainDate | undefined;
  readonly pauses?: readonly Pause[];
  /** Units of the span granted beyond it by extensions. */
  readonly extra?: number;
};

/** A stretch of time and why it does or does not count. */
export type Interval = {
  readonly from: Instant;
  readonly to: Instant;
  readonly counts: boolean;
  readonly reason:
    | 'HOURS'
    | 'DAY_OF_TRIGGER'
    | 'WORKING_DAY'
    | 'CALENDAR_DAY'
    | 'WEEKEND'
    | 'NAMED_DAY'
    | CalendarRow['kind'];
  /** The document behind a skipped or swapped day. */
  readonly source?: string;
};

/** When a duty ends and why; the intervals follow one another and the last ends at `dueAt`. */
export type Counted = {
  readonly status: 'PLANNED' | 'PROVISIONAL';
  readonly dueAt: Instant;
  readonly explanation: readonly Interval[];
};

/** A count that cannot be made because a year of the calendar has not been reviewed. */
export type Uncountable = { readonly status: 'UNPLANNED'; readonly missingYear: number };

type Walk = {
  readonly days: Calendar;
  readonly explanation: Interval[];
  isProvisional: boolean;
};

/** A walk ends on a day, or in a year that has not been reviewed. */
type WalkEnd = { readonly on: PlainDate } | { readonly missingYear: number };

/**
 * The first instant at which a duty is late, with its explanation.
 *
 * The day of the trigger is not counted; a duty whose last day nobody works ends with the next
 * worked day, and the rest days before that one are not counted. A count that touches a row which
 * is not confirmed is `PROVISIONAL`.
 *
 * @law Civil Code 2015 Art. 147, 148
 */
export function count(
  span: Span,
  from: Instant,
  days: Calendar,
  { named }: Terms = {},
): Counted | Uncountable {
  if (span.unit === 'HOURS') return uninterrupted('HOURS', from, plusHours(from, span.count));
  if (span.unit === 'UNTIL_DAY') {
    return uninterrupted('NAMED_DAY', from, endOfDay(named ?? localDate(from)));
  }
  const walk: Walk = { days, explanation: [], isProvisional: false };
  const end = walkSpan(walk, span, leaveTrigger(walk, from));
  if ('missingYear' in end) return { status: 'UNPLANNED', missingYear: end.missingYear };
  return {
    status: walk.isProvisional ? 'PROVISIONAL' : 'PLANNED',
    dueAt: endOfDay(end.on),
    explanation: walk.explanation,
  };
}

function uninterrupted(reason: 'HOURS' | 'NAMED_DAY', from: Instant, dueAt: Instant): Counted {
  // An end that was past before the start leaves no time to be counted.
  const isPast = dueAt < from;
  const interval = { from: isPast ? dueAt : from, to: dueAt, counts: !isPast, reason };
  return { status: 'PLANNED', dueAt, explanation: [interval] };
}

/** The rest of the trigger's day is written down as not counted. */
function leaveTrigger(walk: Walk, from: Instant): PlainDate {
  const on = localDate(from);
  walk.explanation.push({ from, to: endOfDay(on), counts: false, reason: 'DAY_OF_TRIGGER' });
  return on;
}

type DaySpan = Extract<Span, { readonly unit: 'WORKING_DAYS' | 'CALENDAR_DAYS' | 'MONTHS' }>;

function walkSpan(walk: Walk, span: DaySpan, after: PlainDate): WalkEnd {
  if (span.unit === 'MONTHS') {
    const to = plusMonths(after, span.count);
    return walkWorkingDays(walk, walkCalendarDays(walk, after, daysBetween(after, to) - 1), 1);
  }
  if (span.unit === 'WORKING_DAYS') return walkWorkingDays(walk, after, span.count);
  if (!span.rolls) return { on: walkCalendarDays(walk, after, span.count) };
  // Only the last day has to be worked, so only its year has to be reviewed.
  return walkWorkingDays(walk, walkCalendarDays(walk, after, span.count - 1), 1);
}

function walkCalendarDays(walk: Walk, after: PlainDate, target: number): PlainDate {
  let on = after;
  for (let left = target; left > 0; left -= 1) {
    on = plusDays(on, 1);
    walk.explanation.push({ ...wholeDay(on), counts: true, reason: 'CALENDAR_DAY' });
  }
  return on;
}

function walkWorkingDays(walk: Walk, after: PlainDate, target: number): WalkEnd {
  let on = after;
  for (let left = target; left > 0; ) {
    on = plusDays(on, 1);
    const day = dayOf(walk.days, on);
    if (day === undefined) return { missingYear: yearOf(on) };
    tellDay(walk, on, day);
    if (day.worked) left -= 1;
  }
  return { on };
}

function tellDay(walk: Walk, on: PlainDate, { worked, row }: CalendarDay): void {
  if (row !== undefined && row.status !== 'CONFIRMED') walk.isProvisional = true;
  const reason = row?.kind ?? (worked ? 'WORKING_DAY' : 'WEEKEND');
  const source = row && { source: row.source };
  walk.explanation.push({ ...wholeDay(on), counts: worked, reason, ...source });
}

function wholeDay(on: PlainDate): { from: Instant; to: Instant } {
  return { from: startOfDay(on), to: endOfDay(on) };
}

/** A duty is met in time when it happened before its due instant. */
export function isMetInTime(happenedAt: Instant, dueAt: Instant): boolean {
  return happenedAt < dueAt;
}

/** A duty is breached from its due instant on, for hours and days alike. */
export function isBreached(now: Instant, dueAt: Instant): boolean {
  return now >= dueAt;
}
