import type { Calendar } from './calendar.ts';
import { type Counted, count, isInHours, type Span, type Uncountable } from './deadline.ts';
import { type LadderSpan, type Rung, spanOf } from './ladder.ts';
import { between, fromEpoch, type Instant, minuteLength, plusHours, toEpoch } from './time.ts';

/** The rung of a ladder on which a breach is recorded. */
export function breachRung(rungs: readonly Rung[]): number {
  return rungs.findIndex(({ kind }) => kind === 'BREACH');
}

/** The times a ladder is measured from. */
export type Climb = { readonly from: Instant; readonly dueAt: Instant };

/** The instant of a rung, or nothing above the last one. */
export function rungAt(
  rungs: readonly Rung[],
  rung: number,
  climb: Climb,
  days: Calendar,
): Instant | undefined {
  const step = rungs[rung];
  if (step === undefined) return undefined;
  // A duty whose end was past before it began climbs from its beginning: nobody could have acted before.
  const end = climb.dueAt > climb.from ? climb.dueAt : climb.from;
  if ('share' in step.at) return between(climb.from, end, step.at.share);
  if ('before' in step.at) {
    const own = before(step.at.before, { from: climb.from, dueAt: end }, days);
    return latest(own, rungAt(rungs, rung - 1, climb, days) ?? own);
  }
  return after(spanOf(step.at.after), end, days);
}

function latest(one: Instant, other: Instant): Instant {
  return one > other ? one : other;
}

/**
 * The instant a span after another one.
 *
 * A ladder never waits for a calendar: days that cannot be counted yet count as plain days, because a late
 * telling harms a child and an early one does not.
 */
export function after(span: Span, from: Instant, days: Calendar): Instant {
  const counted = countedFrom(span, from, days);
  if (counted.status !== 'UNPLANNED') return counted.dueAt;
  const units = 'count' in span ? span.count : 1;
  return plusHours(from, isInHours(span) ? units : 24 * units);
}

/** A span after an instant as it is counted, with its explanation; nothing but the missing year where it cannot be. */
export function countedFrom(span: Span, from: Instant, days: Calendar): Counted | Uncountable {
  // A day limit is late from 00:00 of the next day, which is not yet the day of the breach.
  return count(span, isInHours(span) ? from : lastInstantBefore(from), days);
}

function lastInstantBefore(at: Instant): Instant {
  return fromEpoch(toEpoch(at) - 1);
}

/**
 * The last minute of a climb from which a span still ends by the due instant; the beginning where the span is longer
 * than the whole duty.
 */
export function before(span: LadderSpan, { from, dueAt }: Climb, days: Calendar): Instant {
  const counted = spanOf(span);
  const start = toEpoch(from);
  const minute = (number: number) => fromEpoch(start + number * minuteLength);
  let [first, last] = [0, Math.floor((toEpoch(dueAt) - start) / minuteLength)];
  // A span that begins later never ends earlier, so half of what is left can be put aside each time.
  while (first < last) {
    const middle = Math.ceil((first + last) / 2);
    if (after(counted, minute(middle), days) <= dueAt) first = middle;
    else last = middle - 1;
  }
  return minute(first);
}
