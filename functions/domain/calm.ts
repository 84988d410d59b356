import { type Calendar, dayOf, sessionsOf } from './calendar.ts';
import { isInHours } from './deadline.ts';
import { limitCited } from './letter.ts';
import type { Notice, NoticeKind } from './notice.ts';
import {
  dayLength,
  fromEpoch,
  type Instant,
  isWeekend,
  localDateAt,
  midnightBefore,
  minuteLength,
  toEpoch,
} from './time.ts';

/** How soon a notice has to reach a person: at any hour, in office hours, or with the mail of the day. */
export const urgencies = ['EMERGENCY', 'PROMPT', 'ROUTINE'] as const;
/** One of {@link urgencies}. */
export type Urgency = (typeof urgencies)[number];

/** Why a delivery waits although it could leave. */
export const heldReasons = ['QUIET_HOURS', 'DIGEST', 'NOISE_BUDGET'] as const;
/** One of {@link heldReasons}. */
export type HeldReason = (typeof heldReasons)[number];

/** Until when a delivery waits, and why. */
export type Held = { readonly until: Instant; readonly why: HeldReason };

// Nobody has to do anything today because of them.
const forTheDay: readonly NoticeKind[] = ['REMINDER', 'REPORT_ADDED', 'HANDOVER_ACCEPTED'];

/**
 * How soon a notice has to reach a person.
 *
 * @policy 0049
 */
export function urgencyOf({ emergency, kind }: Pick<Notice, 'emergency' | 'kind'>): Urgency {
  if (emergency) return 'EMERGENCY';
  return forTheDay.includes(kind) ? 'ROUTINE' : 'PROMPT';
}

/**
 * Mails that leave for a post in one hour as letters of their own; what comes beyond leaves condensed.
 *
 * @policy 0049
 */
export const lettersPerHour = 6;

/** Deliveries that leave as one letter at most. */
export const noticesPerLetter = 50;

/** When somebody may be disturbed, in minutes after 00:00. */
type Day = { readonly from: number; readonly to: number };

// A limit in hours runs on Sundays and through Tết: only the night is left to people.
const waking: Day = { from: 7 * 60, to: 21 * 60 };

/** What is known when a delivery could leave: `days` is the calendar of the unit of its post. */
export type Leaving = { readonly now: Instant; readonly written: Instant; readonly days: Calendar };

/**
 * Whether a delivery to a person waits, and until when; an emergency never does.
 *
 * Routine notices leave with the first mail of the next day of work, all others when the office is open. A
 * reminder that would lose more than half of the time that is left for the duty does not wait for that.
 *
 * @policy 0049
 */
export function heldBack(notice: Notice, leaving: Leaving): Held | undefined {
  const urgency = urgencyOf(notice);
  if (urgency === 'EMERGENCY') return undefined;
  const quiet = untilOpen(notice, leaving);
  const holds = urgency === 'ROUTINE' ? [forDigest(leaving), quiet] : [quiet];
  const due = holds.filter((held) => held !== undefined);
  return due.find((held) => isInTime(held, notice, leaving.now));
}

function forDigest({ now, written, days }: Leaving): Held | undefined {
  const until = nextOpening(written, (on) => officeDay(on, days));
  return now < until ? { until, why: 'DIGEST' } : undefined;
}

function untilOpen(notice: Notice, { now, days }: Leaving): Held | undefined {
  const dayOn = isOfHours(notice) ? () => waking : (on: number) => officeDay(on, days);
  const midnight = midnightBefore(toEpoch(now));
  const minute = (toEpoch(now) - midnight) / minuteLength;
  const day = dayOn(midnight);
  if (day !== undefined && day.from <= minute && minute < day.to) return undefined;
  return { until: nextOpening(now, dayOn), why: 'QUIET_HOURS' };
}

function isOfHours({ duty }: Notice): boolean {
  return duty !== null && isInHours(limitCited(duty).within);
}

/** Whether a reminder still leaves half of the time that is left. */
function isInTime({ until }: Held, { kind, duty }: Notice, now: Instant): boolean {
  if (kind !== 'REMINDER' || duty === null) return true;
  return 2 * (toEpoch(until) - toEpoch(now)) <= toEpoch(duty.dueAt) - toEpoch(now);
}

/** From the first to the last session of a day; a break at noon disturbs no mail. */
function officeDay(midnight: number, days: Calendar): Day | undefined {
  const on = localDateAt(midnight);
  // A letter is no deadline: a year that nobody has reviewed is one of plain weeks.
  const sessions = sessionsOf(days, on, dayOf(days, on) ?? { worked: !isWeekend(on) });
  const [first, last] = [sessions[0], sessions.at(-1)];
  return first && last && { from: first.from, to: last.to };
}

// Longer than any row of holidays; an office that is never open is written to at the end of it.
const furthestDays = 30;

function nextOpening(after: Instant, dayOn: (midnight: number) => Day | undefined): Instant {
  const first = midnightBefore(toEpoch(after));
  for (let ahead = 0; ahead < furthestDays; ahead += 1) {
    const midnight = first + ahead * dayLength;
    const day = dayOn(midnight);
    const opening = day && midnight + day.from * minuteLength;
    if (opening !== undefined && opening > toEpoch(after)) return fromEpoch(opening);
  }
  return fromEpoch(first + furthestDays * dayLength);
}

/** The hour whose letters are counted together. */
export function budgetHour(now: Instant): string {
  return now.slice(0, 13);
}

/**
 * Until when a letter waits that would be one too many in its hour: there it leaves together with all others
 * that wait. Nothing is dropped, an emergency waits for a minute and not again, and a reminder no longer than
 * half of the time that is left for the duty.
 *
 * @policy 0049
 */
export function overBudget(notice: Notice, now: Instant): Held {
  const minute = toEpoch(now) - (toEpoch(now) % minuteLength) + minuteLength;
  const hour = toEpoch(now) - (toEpoch(now) % (60 * minuteLength)) + 60 * minuteLength;
  const next = { until: fromEpoch(notice.emergency ? minute : hour), why: 'NOISE_BUDGET' } as const;
  if (notice.duty === null || isInTime(next, notice, now)) return next;
  const half = (toEpoch(now) + toEpoch(notice.duty.dueAt)) / 2;
  return { ...next, until: fromEpoch(Math.max(minute, half)) };
}
