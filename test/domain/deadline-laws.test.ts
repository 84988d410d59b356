import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Calendar,
  type CalendarRow,
  calendar,
  rowKinds,
  rowStatuses,
} from '#domain/calendar.ts';
import { vietnam } from '#domain/calendars/vietnam.ts';
import {
  type Counted,
  calendarDays,
  cappedDays,
  count,
  hours,
  type Interval,
  type Span,
  untilDay,
  workingDays,
} from '#domain/deadline.ts';
import { fromEpoch, type Instant, plainDate, plusDays, toEpoch } from '#domain/time.ts';
import {
  dayOfText,
  type SlowCalendar,
  type SlowResult,
  slowCalendarDays,
  slowCappedDays,
  slowHours,
  slowWorkingDays,
} from '../support/slow-count.ts';

const runs = { numRuns: 1000 };
const dayLength = 24 * 60 * 60 * 1000;
const firstDay = plainDate('2025-01-01');
const firstMidnight = Date.parse('2025-01-01T00:00:00+07:00');

const anyDay = fc.integer({ min: 0, max: 1094 }).map((days) => plusDays(firstDay, days));

// Midnights and the milliseconds beside them are where counting goes wrong.
const anyInstant: fc.Arbitrary<Instant> = fc
  .tuple(
    fc.integer({ min: 0, max: 1094 }),
    fc.oneof(fc.constantFrom(-1, 0, 1), fc.integer({ min: 0, max: dayLength - 1 })),
  )
  .map(([days, rest]) => fromEpoch(firstMidnight + days * dayLength + rest));

const anyRow: fc.Arbitrary<CalendarRow> = fc.record({
  on: anyDay,
  kind: fc.constantFrom(...rowKinds),
  name: fc.constant({ vi: 'Ngày khác', en: 'Another day' }),
  source: fc.constant('Decision 1'),
  status: fc.constantFrom(...rowStatuses),
});

// The real calendar with other rows laid over it, sometimes with a year missing.
const anyCalendar: fc.Arbitrary<Calendar> = fc
  .tuple(
    fc.constantFrom([2024, 2025, 2026, 2027, 2028], [2025, 2026, 2027], [2025, 2027], [2026]),
    fc.array(anyRow, { maxLength: 60 }),
  )
  .map(([years, rows]) => calendar(1, years, [...vietnam.rows.values(), ...rows]));

const anyLength = fc.integer({ min: 1, max: 60 });
const anySpan: fc.Arbitrary<Exclude<Span, { unit: 'UNTIL_DAY' }>> = anyLength.chain((length) =>
  fc.constantFrom(
    ...([hours, workingDays, calendarDays, cappedDays].map((make) => make(length)) as Exclude<
      Span,
      { unit: 'UNTIL_DAY' }
    >[]),
  ),
);

/** A count that cannot be made is later than any that can. */
function due(span: Span, from: Instant, days: Calendar): number {
  const counted = count(span, from, days);
  return counted.status === 'UNPLANNED' ? Number.POSITIVE_INFINITY : toEpoch(counted.dueAt);
}

function plannedOrSkip(span: Span, from: Instant, days: Calendar): Counted {
  const counted = count(span, from, days);
  fc.pre(counted.status !== 'UNPLANNED');
  return counted as Counted;
}

function overlaid(days: Calendar, ...rows: CalendarRow[]): Calendar {
  return calendar(days.revision + 1, days.years, [...days.rows.values(), ...rows]);
}

function inSlowWords(days: Calendar): SlowCalendar {
  const rows = [...days.rows.values()].filter((row) => row.kind !== 'REVOKED');
  const numbers = (worked: boolean) =>
    rows.filter((row) => (row.kind === 'SWAPPED_WORK') === worked).map((row) => dayOfText(row.on));
  return {
    years: new Set(days.years),
    off: new Set(numbers(false)),
    worked: new Set(numbers(true)),
  };
}

function slowCount(
  span: Exclude<Span, { unit: 'UNTIL_DAY' }>,
  from: Instant,
  days: Calendar,
): SlowResult {
  const at = Date.parse(from);
  const known = inSlowWords(days);
  if (span.unit === 'HOURS') return slowHours(span.count, at);
  if (span.unit === 'WORKING_DAYS') return slowWorkingDays(span.count, at, known);
  if (span.rolls) return slowCalendarDays(span.count, at, known);
  return slowCappedDays(span.count, at);
}

describe('a deadline', () => {
  it('is what a slow count by Civil Code 147 and 148 finds', () => {
    fc.assert(
      fc.property(anySpan, anyInstant, anyCalendar, (span, from, days) => {
        const counted = count(span, from, days);
        const found =
          counted.status === 'UNPLANNED'
            ? { missingYear: counted.missingYear }
            : { dueAt: Date.parse(counted.dueAt) };
        expect(found).toEqual(slowCount(span, from, days));
      }),
      { numRuns: 5000 },
    );
  });

  it('is the sum of its explanation', () => {
    fc.assert(
      fc.property(anySpan, anyInstant, anyCalendar, (span, from, days) => {
        const { explanation, dueAt } = plannedOrSkip(span, from, days);
        expect(explanation[0]?.from).toBe(from);
        expect(explanation.at(-1)?.to).toBe(dueAt);
        const starts = explanation.slice(1).map((each) => each.from);
        expect(starts).toEqual(explanation.slice(0, -1).map((each) => each.to));
        const lengths = explanation.map((each) => toEpoch(each.to) - toEpoch(each.from));
        expect(toEpoch(from) + lengths.reduce((sum, each) => sum + each)).toBe(toEpoch(dueAt));
      }),
      runs,
    );
  });

  it('counts as many days as its span has, each of them whole and the last one counted', () => {
    fc.assert(
      fc.property(anySpan, anyInstant, anyCalendar, (span, from, days) => {
        fc.pre(span.unit !== 'HOURS');
        const { explanation } = plannedOrSkip(span, from, days);
        const counted = explanation.filter((each) => each.counts);
        expect(counted).toHaveLength(span.count);
        const isWhole = (each: Interval) => toEpoch(each.to) - toEpoch(each.from) === dayLength;
        expect(counted.every(isWhole)).toBe(true);
        expect(explanation.at(-1)?.counts).toBe(true);
      }),
      runs,
    );
  });

  it('is never earlier for one more holiday', () => {
    fc.assert(
      fc.property(anySpan, anyInstant, anyCalendar, anyDay, (span, from, days, on) => {
        const holiday: CalendarRow = {
          on,
          kind: 'HOLIDAY',
          name: { vi: 'Ngày nghỉ thêm', en: 'One more holiday' },
          source: 'Decision 2',
          status: 'CONFIRMED',
        };
        const before = due(span, from, days);
        expect(due(span, from, overlaid(days, holiday))).toBeGreaterThanOrEqual(before);
      }),
      runs,
    );
  });

  it('is never earlier for a later trigger', () => {
    fc.assert(
      fc.property(anySpan, anyInstant, anyInstant, anyCalendar, (span, a, b, days) => {
        // Before the first reviewed year a later trigger may be the first that can be counted.
        fc.pre(days.years.includes(2024));
        const [earlier, later] = a < b ? [a, b] : [b, a];
        expect(due(span, later, days)).toBeGreaterThanOrEqual(due(span, earlier, days));
      }),
      runs,
    );
  });

  it('is never earlier for a longer span', () => {
    fc.assert(
      fc.property(anyLength, anyInstant, anyCalendar, (length, from, days) => {
        for (const make of [hours, workingDays, cappedDays]) {
          const longer = due(make(length + 1), from, days);
          expect(longer).toBeGreaterThanOrEqual(due(make(length), from, days));
        }
      }),
      runs,
    );
  });

  it('does not depend on what the calendar says of later days', () => {
    fc.assert(
      fc.property(anySpan, anyInstant, anyCalendar, anyRow, (span, from, days, row) => {
        const counted = plannedOrSkip(span, from, days);
        fc.pre(dayOfText(row.on) * dayLength > toEpoch(counted.dueAt));
        expect(count(span, from, overlaid(days, row))).toEqual(counted);
      }),
      runs,
    );
  });

  it('keeps its instant and is no longer provisional once every row is confirmed', () => {
    fc.assert(
      fc.property(anySpan, anyInstant, anyCalendar, (span, from, days) => {
        const { dueAt, explanation, status } = plannedOrSkip(span, from, days);
        const rows = [...days.rows.values()];
        const sure = overlaid(
          days,
          ...rows.map((row) => ({ ...row, status: 'CONFIRMED' as const })),
        );
        expect(count(span, from, sure)).toEqual({ dueAt, explanation, status: 'PLANNED' });
        const passed = new Set(explanation.filter((each) => each.source).map((each) => each.from));
        const unsure = rows.some(
          (row) =>
            row.status !== 'CONFIRMED' &&
            passed.has(fromEpoch(Date.parse(`${row.on}T00:00:00+07:00`))),
        );
        expect(status).toBe(unsure ? 'PROVISIONAL' : 'PLANNED');
      }),
      runs,
    );
  });

  it('that ends with a named day ends at its midnight, whatever it started with', () => {
    fc.assert(
      fc.property(anyInstant, anyDay, anyCalendar, (from, named, days) => {
        const midnight = Date.parse(`${named}T00:00:00+07:00`) + dayLength;
        expect(count(untilDay, from, days, { named })).toMatchObject({
          dueAt: fromEpoch(midnight),
          status: 'PLANNED',
        });
      }),
      runs,
    );
  });
});
