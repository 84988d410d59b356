import { vietnam } from '#domain/calendars/vietnam.ts';
import {
  calendarDays,
  cappedDays,
  cappedMonths,
  count,
  hours,
  months,
  type Span,
  workingDays,
  workingHours,
} from '#domain/deadline.ts';
import { vn } from './builders.ts';

/** A count done by hand on the calendar of Vietnam; all times are Vietnamese, to the minute. */
export type WorkedCount = {
  readonly what: string;
  readonly span: Span;
  readonly from: string;
  readonly due: string;
  readonly pauses?: readonly (readonly [from: string, until: string])[];
  readonly extra?: number;
  readonly provisional?: true;
};

type Row = readonly [span: Span, from: string, due: string, what: string];
type More = Pick<WorkedCount, 'pauses' | 'extra' | 'provisional'>;

function worked([span, from, due, what]: Row, more: More = {}): WorkedCount {
  return { what, span, from, due, ...more };
}

const national = [
  worked([hours(12), '2026-02-16 22:10', '2026-02-17 10:10', 'a night in Tết']),
  worked([workingDays(5), '2026-02-12 09:00', '2026-02-27 00:00', 'over Tết']),
  worked([workingDays(2), '2026-02-26 09:00', '2026-03-03 00:00', 'over a weekend']),
  worked([workingDays(5), '2026-04-24 09:00', '2026-05-07 00:00', 'over four days off']),
  worked([workingDays(5), '2025-12-31 09:00', '2026-01-10 00:00', 'over a swapped 2 January']),
  worked([workingDays(5), '2026-08-27 09:00', '2026-09-09 00:00', 'over National Day']),
  worked([workingDays(5), '2026-11-20 09:00', '2026-12-01 00:00', 'over Culture Day'], {
    provisional: true,
  }),
  worked([workingDays(7), '2026-11-20 09:00', '2026-12-03 00:00', 'plan and decision as one'], {
    provisional: true,
  }),
  worked([cappedDays(15), '2026-09-01 09:00', '2026-09-17 00:00', 'isolation from a holiday']),
];

// The common office: 07:30–11:30 and 13:30–17:00, seven and a half hours a day.
const officeHours = [
  worked([workingHours(2), '2026-03-03 08:00', '2026-03-03 10:00', 'within a morning']),
  worked([workingHours(2), '2026-03-03 10:30', '2026-03-03 14:30', 'over noon']),
  worked([workingHours(2), '2026-03-03 12:00', '2026-03-03 15:30', 'from noon']),
  worked([workingHours(2), '2026-03-03 09:30', '2026-03-03 11:30', 'to the end of a morning']),
  worked([workingHours(2), '2026-03-03 11:30', '2026-03-03 15:30', 'from the end of a morning']),
  worked([workingHours(2), '2026-03-03 05:00', '2026-03-03 09:30', 'from before the opening']),
  worked([workingHours(2), '2026-03-03 16:00', '2026-03-04 08:30', 'over a night']),
  worked([workingHours(2), '2026-03-03 23:59', '2026-03-04 09:30', 'from a night']),
  worked([workingHours(8), '2026-03-03 08:00', '2026-03-04 08:30', 'more than a day has']),
  worked([workingHours(0.5), '2026-03-03 11:15', '2026-03-03 13:45', 'half an hour over noon']),
  worked([workingHours(2), '2026-03-06 16:30', '2026-03-09 09:00', 'over a weekend']),
  worked([workingHours(2), '2026-03-07 10:00', '2026-03-09 09:30', 'from a Saturday']),
  worked([workingHours(2), '2026-02-13 16:00', '2026-02-23 08:30', 'over Tết']),
  worked([workingHours(2), '2026-02-17 10:00', '2026-02-23 09:30', 'from Tết']),
  worked([workingHours(2), '2026-01-09 16:00', '2026-01-10 08:30', 'into a make-up Saturday']),
  worked([workingHours(10), '2026-01-09 16:00', '2026-01-12 09:00', 'over a make-up Saturday']),
  worked([workingHours(1), '2025-12-31 16:30', '2026-01-05 08:00', 'over the end of a year']),
  worked([workingHours(2), '2026-11-23 16:00', '2026-11-25 08:30', 'over Culture Day'], {
    provisional: true,
  }),
];

const monthly = [
  worked([months(1), '2026-03-15 10:00', '2026-04-16 00:00', 'to the same day']),
  worked([months(6), '2026-03-03 10:00', '2026-09-04 00:00', 'half a year']),
  worked([cappedMonths(1), '2026-01-31 10:00', '2026-03-01 00:00', 'to a month without that day']),
  worked([months(1), '2026-01-31 10:00', '2026-03-03 00:00', '28 February is a Saturday']),
  worked([months(2), '2026-01-31 10:00', '2026-04-01 00:00', 'past the short month']),
  worked([months(6), '2026-08-31 10:00', '2027-03-02 00:00', '28 February is a Sunday']),
  worked([cappedMonths(1), '2028-01-31 10:00', '2028-03-01 00:00', 'in a leap year']),
  worked([cappedMonths(12), '2028-02-29 10:00', '2029-03-01 00:00', 'from a leap day']),
  worked([cappedMonths(3), '2026-11-30 23:59', '2027-03-01 00:00', 'over the end of a year']),
  worked([months(1), '2026-10-24 10:00', '2026-11-26 00:00', 'moved off Culture Day'], {
    provisional: true,
  }),
];

const fromFriday = { pauses: [['2026-03-06 17:00', '2026-03-09 08:00']] } as const;
const midWeek = { pauses: [['2026-03-03 10:00', '2026-03-05 10:00']] } as const;

const paused = [
  worked([workingDays(5), '2026-03-02 09:00', '2026-03-10 00:00', 'no pause']),
  worked([workingDays(5), '2026-03-02 09:00', '2026-03-10 00:00', 'a weekend'], fromFriday),
  worked([workingDays(5), '2026-03-02 09:00', '2026-03-11 00:00', 'one whole day'], midWeek),
  worked([hours(12), '2026-02-16 22:10', '2026-02-17 12:10', 'two hours of a night'], {
    pauses: [['2026-02-16 23:00', '2026-02-17 01:00']],
  }),
  worked([workingHours(2), '2026-03-06 16:30', '2026-03-09 09:30', 'half an hour'], fromFriday),
  worked([workingHours(2), '2026-03-03 10:30', '2026-03-03 15:30', 'noon and an hour'], {
    pauses: [['2026-03-03 11:00', '2026-03-03 14:00']],
  }),
  worked([cappedDays(15), '2026-09-01 09:00', '2026-09-19 00:00', 'two whole days'], {
    pauses: [['2026-09-05 00:00', '2026-09-07 00:00']],
  }),
  worked([calendarDays(7), '2026-08-15 09:00', '2026-08-25 00:00', 'a day, and then a Sunday'], {
    pauses: [['2026-08-20 00:00', '2026-08-21 00:00']],
  }),
  worked([cappedMonths(1), '2026-01-31 09:00', '2026-03-03 00:00', 'two days of a month'], {
    pauses: [['2026-02-02 00:00', '2026-02-04 00:00']],
  }),
  worked([months(1), '2026-02-06 09:00', '2026-03-10 00:00', 'the last day itself'], {
    pauses: [['2026-03-06 00:00', '2026-03-07 00:00']],
  }),
];

const extended = [
  worked([hours(12), '2026-02-16 22:10', '2026-02-17 13:10', 'three hours'], { extra: 3 }),
  worked([workingHours(2), '2026-03-03 10:30', '2026-03-03 15:30', 'an hour'], { extra: 1 }),
  worked([workingDays(5), '2026-02-12 09:00', '2026-03-03 00:00', 'two days'], { extra: 2 }),
  worked([cappedDays(5), '2026-09-01 09:00', '2026-09-10 00:00', 'three days'], { extra: 3 }),
  worked([months(1), '2026-01-31 09:00', '2026-04-01 00:00', 'a month'], { extra: 1 }),
];

/** The worked examples by what they are about. */
export const workedCounts = { national, officeHours, monthly, paused, extended };

/** What the code under test makes of a count that was done by hand. */
export function countByHand({ span, from, pauses = [], extra = 0 }: WorkedCount) {
  const stops = pauses.map(([start, end]) => ({ from: vn(start), until: vn(end) }));
  return count(span, vn(from), vietnam, { pauses: stops, extra });
}
