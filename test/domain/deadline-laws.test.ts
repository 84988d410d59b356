import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Calendar,
  type CalendarRow,
  calendar,
  commonOfficeHours,
  type OfficeHours,
  rowKinds,
  rowStatuses,
} from '#domain/calendar.ts';
import { vietnam } from '#domain/calendars/vietnam.ts';
import {
  type Counted,
  calendarDays,
  cappedDays,
  cappedMonths,
  count,
  hours,
  type Interval,
  isInHours,
  months,
  type Pause,
  type Span,
  untilDay,
  workingDays,
  workingHours,
} from '#domain/deadline.ts';
import { fromEpoch, type Instant, plainDate, plusDays, toEpoch } from '#domain/time.ts';
import { tried } from '../support/breadth.ts';
import { dayOfText, type SlowCalendar, slowCount, slowLength } from '../support/slow-count.ts';

const runs = { numRuns: tried(1000) };
const minuteLength = 60 * 1000;
const dayLength = 24 * 60 * minuteLength;
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

const morning = { from: 7 * 60, to: 11 * 60 + 45 };
const night = { from: 20 * 60, to: 24 * 60 };
// Common hours; Saturday mornings; few and late hours; day and night.
const anyHours: fc.Arbitrary<OfficeHours> = fc.constantFrom<OfficeHours[]>(
  commonOfficeHours,
  [...commonOfficeHours.slice(0, 5), [morning], []],
  [[], [morning], [], [night], [night], [], []],
  Array.from({ length: 7 }, () => [{ from: 0, to: 24 * 60 }]),
);

// The real calendar with other rows laid over it, sometimes with a year missing.
const anyCalendar: fc.Arbitrary<Calendar> = fc
  .tuple(
    fc.constantFrom([2024, 2025, 2026, 2027, 2028], [2025, 2026, 2027], [2025, 2027], [2026]),
    fc.array(anyRow, { maxLength: 60 }),
    anyHours,
  )
  .map(([years, rows, hours]) =>
    calendar(1, years, [...vietnam.rows.values(), ...rows], { hours }),
  );

type CountedSpan = Exclude<Span, { readonly unit: 'UNTIL_DAY' }>;
type Maker = (units: number) => CountedSpan;
const makers = [
  hours,
  workingHours,
  workingDays,
  calendarDays,
  cappedDays,
  months,
  cappedMonths,
] as readonly Maker[];
const anyMaker = fc.constantFrom(...makers);
const anyLength = fc.integer({ min: 1, max: 40 });
const anyGrant = fc.integer({ min: 1, max: 10 });
const anySpan = fc.tuple(anyMaker, anyLength).map(([make, length]) => make(length));

const anyMinute = fc.oneof(
  fc.constantFrom(0, 1, 450, 690, 810, 1020, 1439),
  fc.integer({ min: 0, max: 1439 }),
);
const anyMinutes = fc.oneof(
  fc.constantFrom(0, 1, 1440, 2880, 4320),
  fc.integer({ min: 0, max: 6000 }),
);

/** A pause on whole minutes, from before a trigger to after most ends; it may be of no length. */
const anyPauseAfter = fc
  .tuple(fc.integer({ min: -3, max: 50 }), anyMinute, anyMinutes)
  .map(([days, minute, minutes]) => (trigger: Instant): Pause => {
    const today = Math.floor((toEpoch(trigger) - firstMidnight) / dayLength) + days;
    const from = firstMidnight + today * dayLength + minute * minuteLength;
    return { from: fromEpoch(from), until: fromEpoch(from + minutes * minuteLength) };
  });

/** All that a count is made of. */
type Counting = {
  readonly span: CountedSpan;
  readonly from: Instant;
  readonly days: Calendar;
  readonly pauses: readonly Pause[];
  readonly extra: number;
};

const anyCounting: fc.Arbitrary<Counting> = fc
  .record({
    span: anySpan,
    from: anyInstant,
    days: anyCalendar,
    after: fc.array(anyPauseAfter, { maxLength: 4 }),
    extra: fc.oneof(fc.constant(0), anyGrant),
  })
  .map(({ after, ...rest }) => ({ ...rest, pauses: after.map((pause) => pause(rest.from)) }));

const counted = ({ span, from, days, pauses, extra }: Counting) =>
  count(span, from, days, { pauses, extra });

/** A count that cannot be made is later than any that can. */
function due(counting: Counting): number {
  const found = counted(counting);
  return found.status === 'UNPLANNED' ? Number.POSITIVE_INFINITY : toEpoch(found.dueAt);
}

function plannedOrSkip(counting: Counting): Counted {
  const found = counted(counting);
  fc.pre(found.status !== 'UNPLANNED');
  return found as Counted;
}

function overlaid(days: Calendar, ...rows: readonly CalendarRow[]): Calendar {
  const { revision, years, hours } = days;
  return calendar(revision + 1, years, [...days.rows.values(), ...rows], { hours });
}

function inSlowWords(days: Calendar): SlowCalendar {
  const rows = [...days.rows.values()].filter((row) => row.kind !== 'REVOKED');
  const numbers = (worked: boolean) =>
    rows.filter((row) => (row.kind === 'SWAPPED_WORK') === worked).map((row) => dayOfText(row.on));
  return {
    years: new Set(days.years),
    off: new Set(numbers(false)),
    worked: new Set(numbers(true)),
    hours: days.hours,
  };
}

/** What the reference makes of it; to it an extension is but a longer span. */
function slowlyCounted({ span, from, days, pauses, extra }: Counting) {
  const stops = pauses.map((each) => ({
    from: Date.parse(each.from),
    until: Date.parse(each.until),
  }));
  const whole = { ...span, count: span.count + extra };
  return slowCount(whole, Date.parse(from), inSlowWords(days), stops);
}

/** Beyond a year that was not reviewed, what begins or ends later may be the first that can be counted. */
const hasNoGap = ({ years }: Calendar) => years.length === 5;

const lengthOf = ({ from, to }: Interval) => toEpoch(to) - toEpoch(from);
const sumOf = (intervals: readonly Interval[]) =>
  intervals.reduce((sum, each) => sum + lengthOf(each), 0);

describe('a deadline', () => {
  it('is what a slow count by Civil Code 147 and 148 finds', () => {
    fc.assert(
      fc.property(anyCounting, (counting) => {
        const found = counted(counting);
        const end =
          found.status === 'UNPLANNED'
            ? { missingYear: found.missingYear }
            : { dueAt: Date.parse(found.dueAt) };
        expect(end).toEqual(slowlyCounted(counting));
      }),
      { numRuns: tried(5000) },
    );
  });

  it('is what a slow count finds for parts of hours', () => {
    const anyQuarters = fc.integer({ min: 1, max: 100 }).map((quarters) => quarters / 4);
    const inHours = fc.constantFrom(...([hours, workingHours] as Maker[]));
    fc.assert(
      fc.property(anyCounting, inHours, anyQuarters, (counting, make, length) => {
        const parts = { ...counting, span: make(length), extra: counting.extra / 4 };
        fc.pre(due(parts) < Number.POSITIVE_INFINITY);
        expect({ dueAt: due(parts) }).toEqual(slowlyCounted(parts));
      }),
      runs,
    );
  });

  it('is the end of an explanation that has no gap', () => {
    fc.assert(
      fc.property(anyCounting, (counting) => {
        const { explanation, dueAt } = plannedOrSkip(counting);
        expect(explanation[0]?.from).toBe(counting.from);
        expect(explanation.at(-1)?.to).toBe(dueAt);
        const starts = explanation.slice(1).map((each) => each.from);
        expect(starts).toEqual(explanation.slice(0, -1).map((each) => each.to));
        expect(explanation.every((each) => lengthOf(each) > 0)).toBe(true);
        expect(explanation.at(-1)?.counts).toBe(true);
      }),
      runs,
    );
  });

  it('has counted as much as its span and its extensions give', () => {
    fc.assert(
      fc.property(anyCounting, (counting) => {
        const { span, from, extra } = counting;
        const lengthWith = (units: number) =>
          slowLength({ ...span, count: units }, Date.parse(from));
        const all = plannedOrSkip(counting).explanation.filter((each) => each.counts);
        expect(sumOf(all)).toBe(lengthWith(span.count + extra));
        const own = all.filter((each) => !each.granted);
        expect(sumOf(own)).toBe(lengthWith(span.count));
        expect(all.slice(0, own.length)).toEqual(own);
      }),
      runs,
    );
  });

  it('in days has counted each of them whole', () => {
    const isInDays = ({ span }: Counting) =>
      span.unit === 'WORKING_DAYS' || span.unit === 'CALENDAR_DAYS';
    fc.assert(
      fc.property(anyCounting.filter(isInDays), (counting) => {
        const days = plannedOrSkip(counting).explanation.filter((each) => each.counts);
        expect(days).toHaveLength(counting.span.count + counting.extra);
        expect(days.every((each) => lengthOf(each) === dayLength)).toBe(true);
      }),
      runs,
    );
  });

  it('is never earlier for one more holiday', () => {
    fc.assert(
      fc.property(anyCounting, anyDay, (counting, on) => {
        const holiday: CalendarRow = {
          on,
          kind: 'HOLIDAY',
          name: { vi: 'Ngày nghỉ thêm', en: 'One more holiday' },
          source: 'Decision 2',
          status: 'CONFIRMED',
        };
        const after = due({ ...counting, days: overlaid(counting.days, holiday) });
        expect(after).toBeGreaterThanOrEqual(due(counting));
      }),
      runs,
    );
  });

  it('is never earlier for a later trigger', () => {
    fc.assert(
      fc.property(anyCounting, anyInstant, (counting, other) => {
        fc.pre(hasNoGap(counting.days));
        // Months are not of one length: from 28 January a pause may push past what 31 January gives.
        fc.pre(counting.span.unit !== 'MONTHS' || counting.pauses.length === 0);
        const [earlier, later] = [counting.from, other].toSorted() as [Instant, Instant];
        expect(due({ ...counting, from: later })).toBeGreaterThanOrEqual(
          due({ ...counting, from: earlier }),
        );
      }),
      runs,
    );
  });

  it('is never earlier for a longer span', () => {
    fc.assert(
      fc.property(anyCounting, anyMaker, anyLength, (counting, make, length) => {
        fc.pre(hasNoGap(counting.days));
        const longer = due({ ...counting, span: make(length + 1) });
        expect(longer).toBeGreaterThanOrEqual(due({ ...counting, span: make(length) }));
      }),
      runs,
    );
  });

  it('does not depend on what the calendar says of later days', () => {
    fc.assert(
      fc.property(anyCounting, anyRow, (counting, row) => {
        const found = plannedOrSkip(counting);
        // A day begins at 17:00 of the day before in UTC.
        fc.pre(dayOfText(row.on) * dayLength - 7 * 60 * minuteLength >= toEpoch(found.dueAt));
        expect(counted({ ...counting, days: overlaid(counting.days, row) })).toEqual(found);
      }),
      runs,
    );
  });

  it('keeps its instant and is no longer provisional once every row is confirmed', () => {
    fc.assert(
      fc.property(anyCounting, (counting) => {
        const { dueAt, explanation, status } = plannedOrSkip(counting);
        const rows = [...counting.days.rows.values()];
        const confirmed = rows.map((row) => ({ ...row, status: 'CONFIRMED' as const }));
        const sure = plannedOrSkip({ ...counting, days: overlaid(counting.days, ...confirmed) });
        expect(sure).toMatchObject({ dueAt, status: 'PLANNED' });
        const unsure = explanation.some((each) => each.status && each.status !== 'CONFIRMED');
        expect(status).toBe(unsure ? 'PROVISIONAL' : 'PLANNED');
      }),
      runs,
    );
  });

  it('names for each day that differs its row, and for no other', () => {
    fc.assert(
      fc.property(anyCounting, (counting) => {
        for (const { from, reason, source, status, occasion } of plannedOrSkip(counting)
          .explanation) {
          const row = (rowKinds as readonly string[]).includes(reason)
            ? counting.days.rows.get(plainDate(inVietnam(from)))
            : undefined;
          expect({ source, status, occasion }).toEqual({
            source: row?.source,
            status: row?.status,
            occasion: row?.name,
          });
        }
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

function inVietnam(at: Instant): string {
  return new Date(Date.parse(at) + 7 * 60 * minuteLength).toISOString().slice(0, 10);
}

describe('a pause', () => {
  it('never makes a deadline earlier', () => {
    fc.assert(
      fc.property(anyCounting, anyPauseAfter, (counting, pause) => {
        fc.pre(hasNoGap(counting.days));
        const pauses = [...counting.pauses, pause(counting.from)];
        expect(due({ ...counting, pauses })).toBeGreaterThanOrEqual(due(counting));
      }),
      runs,
    );
  });

  it('adds to hours exactly as long as it lasts', () => {
    const inHours = anyLength.map((length) => hours(length) as CountedSpan);
    const anyShare = fc.double({ min: 0, max: 0.99, noNaN: true });
    fc.assert(
      fc.property(anyCounting, inHours, anyShare, fc.nat(1e9), (counting, span, share, length) => {
        const plain = { ...counting, span, pauses: [] };
        const start = toEpoch(plain.from) + Math.floor((due(plain) - toEpoch(plain.from)) * share);
        const pauses = [{ from: fromEpoch(start), until: fromEpoch(start + length) }];
        expect(due({ ...plain, pauses })).toBe(due(plain) + length);
      }),
      runs,
    );
  });

  it('over a weekend adds nothing to working time', () => {
    const anyWeek = fc.integer({ min: 0, max: 150 });
    const unit = fc.constantFrom(...([workingDays, workingHours] as Maker[]));
    fc.assert(
      fc.property(anyInstant, anyWeek, unit, anyLength, (from, week, make, length) => {
        // 2025-01-03 was a Friday.
        const friday = firstMidnight + (2 + 7 * week) * dayLength;
        const saturday = plusDays(firstDay, 3 + 7 * week);
        fc.pre(vietnam.rows.get(saturday)?.kind !== 'SWAPPED_WORK');
        const pause = {
          from: fromEpoch(friday + 17 * 60 * minuteLength),
          until: fromEpoch(friday + 3 * dayLength + 7.5 * 60 * minuteLength),
        };
        const plain = { span: make(length), from, days: vietnam, pauses: [], extra: 0 };
        expect(counted({ ...plain, pauses: [pause] })).toEqual(counted(plain));
      }),
      runs,
    );
  });

  it('that leaves the clock a moment of each day takes no day from the count', () => {
    const anyLeft = fc.integer({ min: 1, max: dayLength });
    const anyStart = fc.integer({ min: 0, max: 40 });
    fc.assert(
      fc.property(anyCounting, anyStart, anyLeft, anyLeft, (counting, days, before, after) => {
        fc.pre(!isInHours(counting.span));
        const midnight =
          Date.parse(`${inVietnam(counting.from)}T00:00:00+07:00`) + days * dayLength;
        const pause = {
          from: fromEpoch(midnight + before),
          until: fromEpoch(midnight + 2 * dayLength - after),
        };
        const plain = { ...counting, pauses: [] };
        expect(counted({ ...plain, pauses: [pause] })).toEqual(counted(plain));
      }),
      runs,
    );
  });

  it('counts once where it overlaps or touches another', () => {
    fc.assert(
      fc.property(anyCounting, anyPauseAfter, fc.nat(), fc.nat(), (counting, pause, a, b) => {
        const whole = pause(counting.from);
        const length = toEpoch(whole.until) - toEpoch(whole.from);
        const cuts = [a, b].map((cut) => toEpoch(whole.from) + (cut % (length + 1)));
        const [first, second] = cuts.toSorted((x, y) => x - y) as [number, number];
        const parts = [
          { from: fromEpoch(first), until: whole.until },
          { from: whole.from, until: fromEpoch(second) },
        ];
        const apart = counted({ ...counting, pauses: [...parts, ...counting.pauses] });
        expect(apart).toEqual(counted({ ...counting, pauses: [...counting.pauses, whole] }));
      }),
      runs,
    );
  });

  it('that ended before the trigger or begins at the end does nothing', () => {
    fc.assert(
      fc.property(anyCounting, anyMinutes, (counting, minutes) => {
        const found = plannedOrSkip(counting);
        const moved = (at: Instant, by: number) => fromEpoch(toEpoch(at) + by * minuteLength);
        const pauses = [
          { from: moved(counting.from, -minutes), until: counting.from },
          ...counting.pauses,
          { from: found.dueAt, until: moved(found.dueAt, minutes) },
        ];
        // A pause that touches one of the others is one with it, and that one may matter.
        const edges = counting.pauses.flatMap(({ from, until }) => [from, until]);
        fc.pre(!edges.some((at) => at === counting.from || at === found.dueAt));
        fc.pre(isInHours(counting.span) || counting.pauses.length === 0);
        expect(counted({ ...counting, pauses })).toEqual(found);
      }),
      runs,
    );
  });

  it('of no length, or that ends before it begins, does nothing', () => {
    fc.assert(
      fc.property(anyCounting, anyPauseAfter, fc.nat(1e7), (counting, pause, back) => {
        const { from } = pause(counting.from);
        const until = fromEpoch(toEpoch(from) - back);
        const pauses = [{ from, until: from }, ...counting.pauses, { from, until }];
        expect(counted({ ...counting, pauses })).toEqual(counted(counting));
      }),
      runs,
    );
  });

  it('is told as long as it kept the count from going on', () => {
    fc.assert(
      fc.property(anyCounting, (counting) => {
        const stopped = plannedOrSkip(counting).explanation.filter(
          ({ reason }) => reason === 'PAUSED',
        );
        for (const { from, to, counts } of stopped) {
          expect(counts).toBe(false);
          const under = counting.pauses.some((each) => each.from <= from && from < each.until);
          const last = fromEpoch(toEpoch(to) - 1);
          const still = counting.pauses.some((each) => each.from <= last && last < each.until);
          expect([under, still]).toEqual([true, true]);
        }
      }),
      runs,
    );
  });
});

describe('an extension', () => {
  it('of some units gives what a span longer by them gives', () => {
    fc.assert(
      fc.property(anyCounting, anyMaker, anyLength, anyGrant, (counting, make, length, units) => {
        const extended = counted({ ...counting, span: make(length), extra: units });
        const longer = counted({ ...counting, span: make(length + units), extra: 0 });
        const { explanation: _, ...end } = extended as Counted;
        expect(longer).toMatchObject(end);
      }),
      runs,
    );
  });
});
