import type { Calendar, CalendarRow, RowStatus } from './calendar.ts';
import {
  leaveTrigger,
  run,
  standstillsOf,
  type Walk,
  walkCalendarDays,
  walkSessions,
  walkWorkingDays,
  wholeDays,
} from './counting.ts';
import {
  dayLength,
  daysBetween,
  endOfDay,
  hourLength,
  type Instant,
  localDate,
  type PlainDate,
  plusMonths,
  toEpoch,
} from './time.ts';

/**
 * How long a duty may take; `count` is above zero, and whole but for hours.
 *
 * `UNTIL_DAY` ends with a day named in the record (a plan item's expected end).
 */
export type Span =
  | { readonly unit: 'HOURS'; readonly count: number }
  | { readonly unit: 'WORKING_HOURS'; readonly count: number }
  | { readonly unit: 'WORKING_DAYS'; readonly count: number }
  | { readonly unit: 'CALENDAR_DAYS'; readonly count: number; readonly rolls: boolean }
  | { readonly unit: 'MONTHS'; readonly count: number; readonly rolls: boolean }
  | { readonly unit: 'UNTIL_DAY' };

/** Clock hours: nights, weekends and holidays count (Civil Code 2015 Art. 147.1). */
export const hours = (count: number): Span => ({ unit: 'HOURS', count });
/**
 * Hours in which the office of the unit is open, from the very minute of the trigger.
 *
 * @policy 0024
 */
export const workingHours = (count: number): Span => ({ unit: 'WORKING_HOURS', count });
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
/** To the same day of a later month, moved off a rest day (Civil Code 2015 Art. 148.3, 148.5). */
export const months = (count: number): Span => ({ unit: 'MONTHS', count, rolls: true });
/** To the same day of a later month, whatever day of the week it is. */
export const cappedMonths = (count: number): Span => ({ unit: 'MONTHS', count, rolls: false });
/** To the end of a day named in the record. */
export const untilDay: Span = { unit: 'UNTIL_DAY' };

/** Whether a span ends at an instant of its own; every other one ends with a day. */
export function isInHours({ unit }: Span): boolean {
  return unit === 'HOURS' || unit === 'WORKING_HOURS';
}

/** A time during which a clock stood still; `until` is the first instant at which it runs again. */
export type Pause = { readonly from: Instant; readonly until: Instant };

/** What the record adds to a span. */
export type Terms = {
  /** The day named in the record, for a span that ends with it. */
  readonly named?: PlainDate | undefined;
  readonly pauses?: readonly Pause[];
  /** Units of the span granted beyond it by extensions; a day named in the record is named anew instead. */
  readonly extra?: number;
};

/** A stretch of time and why it does or does not count. */
export type Interval = {
  readonly from: Instant;
  readonly to: Instant;
  readonly counts: boolean;
  readonly reason:
    | 'HOURS'
    | 'WORKING_HOURS'
    | 'OUTSIDE_HOURS'
    | 'DAY_OF_TRIGGER'
    | 'WORKING_DAY'
    | 'CALENDAR_DAY'
    | 'MONTHS'
    | 'WEEKEND'
    | 'NAMED_DAY'
    | 'PAUSED'
    | CalendarRow['kind'];
  /** The document behind a skipped or swapped day. */
  readonly source?: string;
  /** How sure that document makes the day. */
  readonly status?: RowStatus;
  /** What that day is called. */
  readonly occasion?: CalendarRow['name'];
  /** There where the time counted was granted beyond the span. */
  readonly granted?: true;
};

/** When a duty ends and why; the intervals follow one another and the last ends at `dueAt`. */
export type Counted = {
  readonly status: 'PLANNED' | 'PROVISIONAL';
  readonly dueAt: Instant;
  readonly explanation: readonly Interval[];
};

/** A count that cannot be made because a year of the calendar has not been reviewed. */
export type Uncountable = { readonly status: 'UNPLANNED'; readonly missingYear: number };

/**
 * The first instant at which a duty is late, with its explanation.
 *
 * The day of the trigger is not counted, but hours run from the very minute. A duty whose last day
 * nobody works ends with the next worked day, and the rest days before that one are not counted. A
 * count that touches a row which is not confirmed is `PROVISIONAL`. A clock that stands still takes
 * from hours the time it stands, and from days those it stands through from midnight to midnight.
 *
 * @law Civil Code 2015 Art. 147, 148
 */
export function count(
  span: Span,
  from: Instant,
  days: Calendar,
  terms: Terms = {},
): Counted | Uncountable {
  if (span.unit === 'UNTIL_DAY') return toEndOf(terms.named ?? localDate(from), from);
  const walk = walkFrom(from, span, days, terms);
  const missingYear = walkSpan(walk, span);
  if (missingYear !== undefined) return { status: 'UNPLANNED', missingYear };
  return {
    status: walk.isProvisional ? 'PROVISIONAL' : 'PLANNED',
    dueAt: walk.told,
    explanation: walk.explanation,
  };
}

function toEndOf(named: PlainDate, from: Instant): Counted {
  const dueAt = endOfDay(named);
  // An end that was past before the start leaves no time to be counted.
  const isPast = dueAt < from;
  const start = isPast ? dueAt : from;
  const interval = { from: start, to: dueAt, counts: !isPast, reason: 'NAMED_DAY' } as const;
  return { status: 'PLANNED', dueAt, explanation: [interval] };
}

type CountedSpan = Exclude<Span, { readonly unit: 'UNTIL_DAY' }>;

function walkFrom(
  from: Instant,
  span: CountedSpan,
  days: Calendar,
  { pauses = [], extra = 0 }: Terms,
): Walk {
  const standstills = standstillsOf(pauses);
  const left = lengthOf(span, span.count + extra, from);
  return {
    days,
    standstills: isInHours(span) ? standstills : wholeDays(standstills),
    granted: left - lengthOf(span, span.count, from),
    explanation: [],
    at: toEpoch(from),
    told: from,
    left,
    kept: keptForWorkedDays(span, left),
    isProvisional: false,
  };
}

/** A limit that rolls needs a worked day only as its last, so only the year of that one is looked up. */
function keptForWorkedDays(span: CountedSpan, left: number): number {
  if (span.unit === 'WORKING_DAYS') return left;
  return 'rolls' in span && span.rolls ? dayLength : 0;
}

/** The milliseconds that have to be counted; those of months are fixed by the day of the trigger. */
function lengthOf({ unit }: CountedSpan, units: number, from: Instant): number {
  if (unit === 'HOURS' || unit === 'WORKING_HOURS') return Math.round(units * hourLength);
  if (unit !== 'MONTHS') return units * dayLength;
  const on = localDate(from);
  return daysBetween(on, plusMonths(on, units)) * dayLength;
}

/** Walks to the due instant, or to a year that has not been reviewed and is the answer. */
function walkSpan(walk: Walk, { unit }: CountedSpan): number | undefined {
  if (unit === 'WORKING_HOURS') return walkSessions(walk);
  if (unit !== 'HOURS') return walkDays(walk, unit);
  run(walk, Number.POSITIVE_INFINITY, { reason: 'HOURS' });
  return undefined;
}

function walkDays(walk: Walk, unit: CountedSpan['unit']): number | undefined {
  leaveTrigger(walk);
  if (unit === 'MONTHS') run(walk, Number.POSITIVE_INFINITY, { reason: 'MONTHS' });
  else walkCalendarDays(walk);
  return walkWorkingDays(walk);
}

/** A duty is met in time when it happened before its due instant. */
export function isMetInTime(happenedAt: Instant, dueAt: Instant): boolean {
  return happenedAt < dueAt;
}

/** A duty is breached from its due instant on, for hours and days alike. */
export function isBreached(now: Instant, dueAt: Instant): boolean {
  return now >= dueAt;
}
