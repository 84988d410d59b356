import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import {
  ageOn,
  between,
  daysBetween,
  earliest,
  endOfDay,
  fromEpoch,
  hoursBetween,
  instant,
  isWeekend,
  localDate,
  localDateAt,
  midnightBefore,
  plainDate,
  plusDays,
  plusHours,
  plusMonths,
  spokenDay,
  spokenTime,
  startOfDay,
  toEpoch,
  weekdayOf,
  yearOf,
} from '#domain/time.ts';

const firstMillisecond = Date.parse('0001-01-01T00:00:00.000Z');
const lastMillisecond = Date.parse('9999-12-31T23:59:59.999Z');
const lastDayNumber = 3_652_058;
const anyMillisecond = fc.integer({ min: firstMillisecond, max: lastMillisecond });
const anyDay = fc
  .integer({ min: 0, max: lastDayNumber })
  .map((days) => Temporal.PlainDate.from('0001-01-01').add({ days }));

describe('an instant', () => {
  it.each([
    ['2026-02-16T22:10:00+07:00', '2026-02-16T15:10:00.000Z'],
    ['2026-02-16T15:10:00.1Z', '2026-02-16T15:10:00.100Z'],
    ['2026-02-16T10:10:00-05:00', '2026-02-16T15:10:00.000Z'],
    ['2026-01-01T00:00:00.1239+07:00', '2025-12-31T17:00:00.123Z'],
  ])('%s is written as %s', (text, written) => {
    expect(instant(text)).toBe(written);
  });

  it.each([
    '',
    'now',
    '2026-02-16',
    '2026-02-16T10:00:00',
    '2026-02-30T10:00:00Z',
    '1771254600000',
  ])('is not named by %j', (text) => {
    expect(() => instant(text)).toThrow(RangeError);
  });

  it('is read as Temporal reads it, from any text of its form', () => {
    const two = (most: number) =>
      fc.integer({ min: 0, max: most }).map((n) => `${n}`.padStart(2, '0'));
    const anyZone = fc.oneof(
      fc.constantFrom('Z', 'z'),
      fc
        .tuple(fc.constantFrom('+', '-'), two(23), two(59))
        .map(([sign, h, m]) => `${sign}${h}:${m}`),
    );
    const anyText = fc
      .tuple(
        fc.integer({ min: 1900, max: 2100 }),
        two(13),
        two(32),
        two(24),
        two(60),
        two(59),
        anyZone,
      )
      .map(([y, mo, d, h, mi, s, zone]) => `${y}-${mo}-${d}T${h}:${mi}:${s}.${s}7${zone}`);
    const read = (reader: () => unknown) => {
      try {
        return reader();
      } catch {
        return 'refused';
      }
    };
    fc.assert(
      fc.property(anyText, (text) => {
        const expected = read(() => Temporal.Instant.from(text).epochMilliseconds);
        expect(read(() => toEpoch(instant(text)))).toBe(expected);
      }),
      { numRuns: 3000 },
    );
  });

  it('survives the way through milliseconds and back', () => {
    fc.assert(
      fc.property(anyMillisecond, (at) => {
        expect(toEpoch(fromEpoch(at))).toBe(at);
        expect(fromEpoch(at)).toBe(
          Temporal.Instant.fromEpochMilliseconds(at).toString({ smallestUnit: 'millisecond' }),
        );
      }),
      { numRuns: 2000 },
    );
  });

  it('has one width, so that text order is time order', () => {
    fc.assert(
      fc.property(anyMillisecond, anyMillisecond, (a, b) => {
        expect(fromEpoch(a)).toHaveLength(24);
        expect(fromEpoch(a) < fromEpoch(b)).toBe(a < b);
      }),
    );
  });

  it.each([firstMillisecond - 1, lastMillisecond + 1, 0.5, Number.NaN, Number.POSITIVE_INFINITY])(
    'is not made of %d milliseconds',
    (milliseconds) => {
      expect(() => fromEpoch(milliseconds)).toThrow(RangeError);
    },
  );

  it('is refused in a year that would need five digits', () => {
    expect(() => instant('+010000-01-01T00:00:00Z')).toThrow(RangeError);
  });

  it('moves by hours through midnight, the year end and a leap day', () => {
    expect(plusHours(instant('2026-02-16T22:10:00+07:00'), 12)).toBe('2026-02-17T03:10:00.000Z');
    expect(plusHours(instant('2025-12-31T20:00:00Z'), 5)).toBe('2026-01-01T01:00:00.000Z');
    expect(plusHours(instant('2028-02-28T23:00:00Z'), 2)).toBe('2028-02-29T01:00:00.000Z');
    expect(plusHours(instant('2026-01-01T00:00:00Z'), 0.25)).toBe('2026-01-01T00:15:00.000Z');
  });

  it('lies at a share of the way between two others', () => {
    const from = instant('2026-02-16T00:00:00Z');
    const to = instant('2026-02-16T12:00:00Z');
    expect(between(from, to, 0.75)).toBe('2026-02-16T09:00:00.000Z');
    expect(between(from, to, 0)).toBe(from);
    expect(between(from, fromEpoch(toEpoch(from) + 3), 0.5)).toBe('2026-02-16T00:00:00.001Z');
    expect(between(from, to, 1)).toBe(to);
    expect(hoursBetween(from, to)).toBe(12);
    expect(hoursBetween(to, from)).toBe(-12);
    expect(earliest(to, from)).toBe(from);
  });
});

describe('a day', () => {
  it.each([
    '',
    '2026-02-30',
    '2027-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-1-1',
    '20260101',
    '0000-12-31',
    '+010000-01-01',
    '2026-01-01T10:00:00-05:00',
    '2026-01-01[u-ca=gregory]',
    ' 2026-01-01',
  ])('is not named by %j', (text) => {
    expect(() => plainDate(text)).toThrow(RangeError);
  });

  it.each(['0001-01-01', '2000-02-29', '2028-02-29', '9999-12-31'])('may be %s', (text) => {
    expect(plainDate(text)).toBe(text);
  });

  it('agrees with the Gregorian calendar of Temporal over ten thousand years', () => {
    fc.assert(
      fc.property(anyDay, anyDay, (a, b) => {
        const [from, to] = [plainDate(a.toString()), plainDate(b.toString())];
        const days = a.until(b).days;
        expect(daysBetween(from, to)).toBe(days);
        expect(plusDays(from, days)).toBe(to);
        expect(isWeekend(from)).toBe(a.dayOfWeek > 5);
        expect(yearOf(from)).toBe(a.year);
      }),
      { numRuns: 2000 },
    );
  });

  it('follows the one before it through a whole cycle of 400 years', () => {
    let expected = Temporal.PlainDate.from('1900-01-01');
    let on = plainDate('1900-01-01');
    for (let step = 0; step < 146_097; step += 1) {
      if (on !== expected.toString()) expect(on).toBe(expected.toString());
      on = plusDays(on, 1);
      expected = expected.add({ days: 1 });
    }
    expect(on).toBe('2300-01-01');
  });

  it('is not found beyond the years of four digits', () => {
    expect(() => plusDays(plainDate('9999-12-31'), 1)).toThrow(RangeError);
    expect(() => plusDays(plainDate('0001-01-01'), -1)).toThrow(RangeError);
    expect(() => plusDays(plainDate('2026-01-01'), 0.5)).toThrow(RangeError);
  });

  it('begins and ends at midnight in Vietnam', () => {
    expect(startOfDay(plainDate('2026-01-01'))).toBe('2025-12-31T17:00:00.000Z');
    expect(endOfDay(plainDate('2026-01-01'))).toBe('2026-01-01T17:00:00.000Z');
    expect(endOfDay(plainDate('2026-12-31'))).toBe(startOfDay(plainDate('2027-01-01')));
  });

  it('holds every instant from its start until before its end', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 0, max: 86_399_999 }), (day, elapsed) => {
        fc.pre(day.year > 1 && day.year < 9999);
        const on = plainDate(day.toString());
        expect(localDate(fromEpoch(toEpoch(startOfDay(on)) + elapsed))).toBe(on);
        expect(localDate(endOfDay(on))).toBe(plusDays(on, 1));
        const midnight = toEpoch(startOfDay(on));
        expect(localDateAt(midnight + elapsed)).toBe(on);
        expect(midnightBefore(midnight + elapsed)).toBe(midnight);
      }),
    );
  });

  it.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2028-01-31', 1, '2028-02-29'],
    ['2026-08-31', 6, '2027-02-28'],
    ['2026-11-30', 3, '2027-02-28'],
    ['2026-03-15', 12, '2027-03-15'],
    ['2026-03-31', -1, '2026-02-28'],
  ])('%s is followed after %d months by %s', (on, months, expected) => {
    expect(plusMonths(plainDate(on), months)).toBe(expected);
  });

  it('moves by months as in the Gregorian calendar of Temporal', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -500, max: 500 }), (day, months) => {
        const moved = day.add({ months });
        fc.pre(moved.year >= 1 && moved.year <= 9999);
        expect(plusMonths(plainDate(day.toString()), months)).toBe(moved.toString());
      }),
      { numRuns: 2000 },
    );
    expect(() => plusMonths(plainDate('9999-12-31'), 1)).toThrow(RangeError);
    expect(() => plusMonths(plainDate('0001-01-31'), -1)).toThrow(RangeError);
  });

  it('is numbered in its week from Monday', () => {
    const week = ['2026-03-02', '2026-03-03', '2026-03-07', '2026-03-08', '2026-03-09'];
    expect(week.map((on) => weekdayOf(plainDate(on)))).toEqual([0, 1, 5, 6, 0]);
  });

  it('and a time of it are written as officials write them', () => {
    expect(spokenDay(plainDate('2026-03-02'))).toBe('02/03/2026');
    expect(spokenTime(instant('2026-03-01T17:05:59.999Z'))).toBe('00:05');
  });

  it.each([
    ['2010-11-24', '2026-11-23', 15],
    ['2010-11-24', '2026-11-24', 16],
    ['2012-02-29', '2028-02-28', 15],
    ['2012-02-29', '2028-02-29', 16],
    ['2012-02-29', '2027-02-28', 14],
    ['2012-02-29', '2027-03-01', 15],
    ['2026-11-24', '2026-11-24', 0],
  ])('a child born on %s is on %s aged %d', (born, on, years) => {
    expect(ageOn(plainDate(born), plainDate(on))).toBe(years);
  });
});
