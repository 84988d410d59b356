import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Calendar, calendar, rowKinds } from '#domain/calendar.ts';
import {
  calendarDays,
  cappedDays,
  cappedMonths,
  count,
  hours,
  months,
  type Span,
  untilDay,
  workingDays,
  workingHours,
} from '#domain/deadline.ts';
import { isNeverLater } from '#domain/strictness.ts';
import { fromEpoch, plainDate, plusDays, toEpoch } from '#domain/time.ts';
import { vn } from '../support/builders.ts';

const from = plainDate('2026-01-01');
const name = { vi: 'Ngày giả định', en: 'A day made up' };

/** Years with days off and worked rest days anywhere, and offices that are open at any hours. */
const anyCalendar: fc.Arbitrary<Calendar> = fc
  .record({
    rows: fc.array(fc.record({ day: fc.nat(500), kind: fc.constantFrom(...rowKinds) }), {
      maxLength: 60,
      size: 'max',
    }),
    week: fc.constantFrom(
      [[{ from: 0, to: 24 * 60 }]],
      [
        [
          { from: 450, to: 690 },
          { from: 810, to: 1020 },
        ],
      ],
      [[{ from: 600, to: 660 }]],
    ),
    served: fc.integer({ min: 1, max: 7 }),
  })
  .map(({ rows, week, served }) =>
    calendar(
      1,
      [2025, 2026, 2027, 2028, 2029],
      rows.map(({ day, kind }) => ({
        on: plusDays(from, day),
        kind,
        name,
        source: 'QĐ 1',
        status: 'CONFIRMED' as const,
      })),
      { hours: Array.from({ length: 7 }, (_, at) => (at < served ? (week[0] ?? []) : [])) },
    ),
  );

const span = (units: readonly ((count: number) => Span)[], most: number) =>
  fc.tuple(fc.constantFrom(...units), fc.integer({ min: 1, max: most })).map(([of, n]) => of(n));
const anySpan = fc.oneof(
  span([hours], 72),
  span([workingHours], 24),
  span([workingDays, calendarDays, cappedDays], 12),
  span([months, cappedMonths], 2),
);
// The edges of a day are where hours and days are nearest to one another.
const anyStart = fc
  .tuple(fc.nat(400), fc.constantFrom(0, 1, 8 * 3_600_000, 86_399_999, 43_200_000))
  .map(([day, time]) => fromEpoch(toEpoch(vn('2026-01-01 00:00')) + day * 86_400_000 + time));

it('is right about every start there is', () => {
  let proved = 0;
  fc.assert(
    fc.property(
      anySpan,
      anySpan,
      anyCalendar,
      fc.array(anyStart, { minLength: 20, maxLength: 20 }),
      (a, b, days, starts) => {
        if (!isNeverLater(a, b)) return;
        proved += 1;
        for (const start of starts) {
          const [end, other] = [count(a, start, days), count(b, start, days)];
          if (end.status === 'UNPLANNED' || other.status === 'UNPLANNED') continue;
          expect(end.dueAt <= other.dueAt).toBe(true);
        }
      },
    ),
    { numRuns: 3_000 },
  );
  expect(proved).toBeGreaterThan(300);
}, 60_000);

describe('a span', () => {
  it.each<[string, Span, Span, boolean]>([
    ['8 hours', hours(8), hours(12), true],
    ['12 hours', hours(12), hours(12), true],
    ['12 working hours', workingHours(12), hours(12), false],
    ['one working day', workingDays(1), hours(12), false],
    ['one capped day', cappedDays(1), hours(48), true],
    ['one capped day against an hour less', cappedDays(1), hours(47), false],
    ['one day that rolls', calendarDays(1), hours(48), false],
    ['24 hours', hours(24), workingDays(1), true],
    ['25 hours', hours(25), workingDays(1), false],
    ['12 hours', hours(12), workingHours(12), true],
    ['five calendar days', calendarDays(5), workingDays(5), true],
    ['seven calendar days', calendarDays(7), workingDays(5), false],
    ['seven working days', workingDays(7), workingDays(5), false],
    ['15 days that roll', calendarDays(15), cappedDays(15), false],
    ['15 capped days', cappedDays(15), calendarDays(15), true],
    ['28 days', calendarDays(28), months(1), true],
    ['29 days', calendarDays(29), months(1), false],
    ['one month', months(1), calendarDays(31), true],
    ['one month that rolls', months(1), cappedDays(31), false],
    ['20 days that roll', calendarDays(20), cappedMonths(1), false],
    ['a named day', untilDay, untilDay, true],
    ['a named day and an hour', untilDay, hours(1), false],
    ['an hour and a named day', hours(1), untilDay, false],
  ])('of %s never ends later than the other: %#', (_, a, b, expected) => {
    expect(isNeverLater(a, b)).toBe(expected);
  });

  it('is never found stricter where a start shows that it ends later', () => {
    const days = calendar(1, [2026, 2027], []);
    const friday = vn('2026-03-06 16:00');
    const [a, b] = [count(workingDays(1), friday, days), count(hours(12), friday, days)];
    expect(a.status !== 'UNPLANNED' && b.status !== 'UNPLANNED' && a.dueAt > b.dueAt).toBe(true);
    expect(isNeverLater(workingDays(1), hours(12))).toBe(false);
  });
});
