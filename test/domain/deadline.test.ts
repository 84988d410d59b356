import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { type CalendarRow, calendar, commonOfficeHours } from '#domain/calendar.ts';
import { vietnam } from '#domain/calendars/vietnam.ts';
import {
  type Counted,
  calendarDays,
  cappedDays,
  cappedMonths,
  count,
  hours,
  isBreached,
  isInHours,
  isMetInTime,
  months,
  type Span,
  type Terms,
  untilDay,
  workingDays,
  workingHours,
} from '#domain/deadline.ts';
import { endOfDay, instant, localDate, plainDate, plusHours, spokenTime } from '#domain/time.ts';
import { tried } from '../support/breadth.ts';
import { vn } from '../support/builders.ts';
import { countByHand, workedCounts } from '../support/worked-counts.ts';

type Case = readonly [from: string, span: Span, lastDay: string, status: Counted['status']];

const noon = (day: string) => instant(`${day}T12:00:00+07:00`);

function without(...days: string[]) {
  const rows = [...vietnam.rows.values()].filter((row) => !days.includes(row.on));
  return calendar(2, vietnam.years, rows);
}

function planned(span: Span, from: string, days = vietnam): Counted {
  const counted = count(span, noon(from), days);
  if (counted.status === 'UNPLANNED') throw new Error(`${counted.missingYear} is not reviewed`);
  return counted;
}

/** The explanation in short: the day of each stretch, whether it counts, and its reason. */
function told({ explanation }: Counted): string[] {
  return explanation.map(
    ({ from, counts, reason }) => `${localDate(from)} ${counts ? '+' : '-'} ${reason}`,
  );
}

describe('counts done by hand', () => {
  const groups = Object.entries(workedCounts);

  it.each(groups)('come out the same: %s', (_, examples) => {
    const found = examples.map((example) => ({ ...example, counted: countByHand(example) }));
    expect(found.length).toBeGreaterThan(0);
    for (const { what, due, provisional = false, counted } of found) {
      expect([what, counted]).toMatchObject([
        what,
        { dueAt: vn(due), status: provisional ? 'PROVISIONAL' : 'PLANNED' },
      ]);
    }
  });
});

/** The explanation in short, with the Vietnamese time at which each stretch begins. */
function timed({ explanation }: Counted): string[] {
  return explanation.map(({ from, counts, reason }) => {
    const day = localDate(from).slice(5);
    return `${day} ${spokenTime(from)} ${counts ? '+' : '-'} ${reason}`;
  });
}

function counts(span: Span, from: string, terms: Terms = {}): Counted {
  const counted = count(span, vn(from), vietnam, terms);
  if (counted.status === 'UNPLANNED') throw new Error(`${counted.missingYear} is not reviewed`);
  return counted;
}

describe('the limits of the decree, on another calendar of 2026', () => {
  it('end a day sooner when 31 August is not swapped', () => {
    const { dueAt } = planned(workingDays(5), '2026-08-27', without('2026-08-31', '2026-08-22'));
    expect(dueAt).toBe(endOfDay(plainDate('2026-09-07')));
  });

  it('end on Friday, for certain, where 24 November is no holiday', () => {
    const { dueAt, status } = planned(workingDays(5), '2026-11-20', without('2026-11-24'));
    expect(dueAt).toBe(endOfDay(plainDate('2026-11-27')));
    expect(status).toBe('PLANNED');
  });
});

describe('working days', () => {
  it.each<Case>([
    // 2025
    ['2024-12-31', workingDays(5), '2025-01-08', 'PLANNED'],
    ['2025-01-24', workingDays(5), '2025-02-07', 'PLANNED'],
    ['2025-04-24', workingDays(5), '2025-05-05', 'PLANNED'],
    ['2025-08-27', workingDays(5), '2025-09-05', 'PLANNED'],
    // across the end of a year
    ['2025-12-24', workingDays(5), '2025-12-31', 'PLANNED'],
    ['2025-12-25', workingDays(5), '2026-01-05', 'PLANNED'],
    ['2026-12-31', workingDays(5), '2027-01-08', 'PLANNED'],
    ['2027-12-24', workingDays(5), '2027-12-31', 'PLANNED'],
    // swapped Saturdays count
    ['2026-01-08', workingDays(2), '2026-01-10', 'PLANNED'],
    ['2026-01-08', workingDays(5), '2026-01-14', 'PLANNED'],
    ['2026-08-19', workingDays(5), '2026-08-25', 'PLANNED'],
    // from a day of rest
    ['2026-01-04', workingDays(2), '2026-01-06', 'PLANNED'],
    ['2026-02-17', workingDays(1), '2026-02-23', 'PLANNED'],
    // 2027, as expected
    ['2027-02-03', workingDays(5), '2027-02-17', 'PROVISIONAL'],
    ['2027-04-12', workingDays(5), '2027-04-20', 'PLANNED'],
    ['2027-04-29', workingDays(5), '2027-05-10', 'PROVISIONAL'],
  ])('from %s %j end with %s and are %s', (from, span, lastDay, status) => {
    expect(count(span, noon(from), vietnam)).toMatchObject({
      dueAt: endOfDay(plainDate(lastDay)),
      status,
    });
  });

  it.each([
    ['2026-02-12T23:59:59.999+07:00', 5, '2026-02-26'],
    ['2026-02-13T00:00:00.000+07:00', 5, '2026-02-27'],
    ['2026-02-13T23:59:59.999+07:00', 5, '2026-02-27'],
    ['2026-02-14T00:00:00.000+07:00', 5, '2026-02-27'],
    ['2026-03-05T16:59:59.999Z', 1, '2026-03-06'],
    ['2026-03-05T17:00:00.000Z', 1, '2026-03-09'],
  ])('take the day of %s as it is in Vietnam: %d end with %s', (from, days, lastDay) => {
    expect(count(workingDays(days), instant(from), vietnam)).toMatchObject({
      dueAt: endOfDay(plainDate(lastDay)),
    });
  });

  it.each([
    ['2027-12-31', 2028],
    ['2027-12-27', 2028],
    ['2028-02-29', 2028],
    ['2024-12-30', 2024],
  ])('are not counted from %s: %d has not been reviewed', (from, missingYear) => {
    const counted = count(workingDays(5), noon(from), vietnam);
    expect(counted).toEqual({ status: 'UNPLANNED', missingYear });
  });
});

describe('calendar days', () => {
  it.each<Case>([
    ['2026-02-02', calendarDays(15), '2026-02-23', 'PLANNED'],
    ['2026-03-26', calendarDays(30), '2026-04-28', 'PLANNED'],
    ['2026-08-15', calendarDays(7), '2026-08-22', 'PLANNED'],
    ['2026-11-09', calendarDays(15), '2026-11-25', 'PROVISIONAL'],
    ['2026-11-09', calendarDays(16), '2026-11-25', 'PLANNED'],
    ['2027-12-01', calendarDays(30), '2027-12-31', 'PLANNED'],
  ])('from %s %j end with %s and are %s', (from, span, lastDay, status) => {
    expect(count(span, noon(from), vietnam)).toMatchObject({
      dueAt: endOfDay(plainDate(lastDay)),
      status,
    });
  });

  it.each<Case>([
    ['2026-02-02', cappedDays(15), '2026-02-17', 'PLANNED'],
    ['2026-11-09', cappedDays(15), '2026-11-24', 'PLANNED'],
    ['2027-12-20', cappedDays(15), '2028-01-04', 'PLANNED'],
    ['2028-02-29', cappedDays(15), '2028-03-15', 'PLANNED'],
  ])('that cap a liberty, from %s %j, end with %s and are %s', (from, span, lastDay, status) => {
    expect(count(span, noon(from), vietnam)).toMatchObject({
      dueAt: endOfDay(plainDate(lastDay)),
      status,
    });
  });

  it('are not counted when nobody has reviewed the year of the last one', () => {
    const counted = count(calendarDays(15), noon('2027-12-20'), vietnam);
    expect(counted).toEqual({ status: 'UNPLANNED', missingYear: 2028 });
  });
});

describe('working hours', () => {
  const morning = [{ from: 7.5 * 60, to: 11.5 * 60 }];
  const withSaturdays = calendar(1, [2026], [], {
    hours: [...commonOfficeHours.slice(0, 5), morning, []],
  });

  it('run on a Saturday on which the office is served, though it is no working day', () => {
    const friday = vn('2026-03-06 16:00');
    expect(count(workingHours(2), friday, withSaturdays)).toMatchObject({
      dueAt: vn('2026-03-07 08:30'),
    });
    expect(count(workingDays(1), friday, withSaturdays)).toMatchObject({
      dueAt: vn('2026-03-10 00:00'),
    });
  });

  it('count to the millisecond', () => {
    expect(count(workingHours(1), instant('2026-03-03T11:29:59.999+07:00'), vietnam)).toMatchObject(
      { dueAt: instant('2026-03-03T14:29:59.999+07:00') },
    );
  });

  it.each([
    ['2027-12-31 16:30', 1, 2028],
    ['2028-01-03 08:00', 1, 2028],
    ['2024-12-31 23:00', 1, 2024],
  ])('are not counted from %s, %d of them: %d has not been reviewed', (from, n, missingYear) => {
    const counted = count(workingHours(n), vn(from), vietnam);
    expect(counted).toEqual({ status: 'UNPLANNED', missingYear });
  });

  it('are not counted where no office is ever open', () => {
    const shut = calendar(1, [2026], [], { hours: [[], [], [], [], [], [], []] });
    const counted = count(workingHours(1), vn('2026-03-03 08:00'), shut);
    expect(counted).toEqual({ status: 'UNPLANNED', missingYear: 2027 });
  });
});

describe('months', () => {
  it('are not counted when nobody has reviewed the year of a last day that has to be worked', () => {
    const from = vn('2027-11-30 08:00');
    expect(count(months(3), from, vietnam)).toEqual({ status: 'UNPLANNED', missingYear: 2028 });
    expect(count(cappedMonths(3), from, vietnam)).toMatchObject({ dueAt: vn('2028-03-01 00:00') });
  });
});

describe('a span', () => {
  it('ends at an instant of its own when it is in hours, and with a day otherwise', () => {
    const inHours = [hours(1), workingHours(1)].map(isInHours);
    const inDays = [workingDays(1), calendarDays(1), cappedDays(1), months(1), untilDay];
    expect([inHours, inDays.map(isInHours)]).toEqual([[true, true], inDays.map(() => false)]);
  });

  it('that names its day takes no notice of pauses and extensions', () => {
    const named = plainDate('2026-03-06');
    const pauses = [{ from: vn('2026-03-03 00:00'), until: vn('2026-03-20 00:00') }];
    const from = vn('2026-03-02 09:00');
    const plain = count(untilDay, from, vietnam, { named });
    expect(count(untilDay, from, vietnam, { named, pauses, extra: 3 })).toEqual(plain);
  });
});

describe('hours and named days', () => {
  it.each([
    ['2026-02-14T08:00:00+07:00', 48, '2026-02-16T08:00:00+07:00'],
    ['2026-02-13T17:30:00+07:00', 72, '2026-02-16T17:30:00+07:00'],
    ['2027-12-31T20:00:00+07:00', 12, '2028-01-01T08:00:00+07:00'],
    ['2028-02-28T18:00:00+07:00', 12, '2028-02-29T06:00:00+07:00'],
  ])('from %s %d hours end at %s, whatever the calendar', (from, span, dueAt) => {
    expect(count(hours(span), instant(from), calendar(1, [], []))).toMatchObject({
      dueAt: instant(dueAt),
      status: 'PLANNED',
    });
  });

  it.each(['2026-06-20', '2026-02-17', '2030-01-01'])('the named day %s ends as itself', (day) => {
    const counted = count(untilDay, noon('2026-01-05'), vietnam, { named: plainDate(day) });
    expect(counted).toMatchObject({ dueAt: endOfDay(plainDate(day)), status: 'PLANNED' });
  });
});

describe('a due instant', () => {
  const dueAt = endOfDay(plainDate('2026-02-26'));

  it('is the first at which a duty is late', () => {
    const justBefore = instant('2026-02-26T23:59:59.999+07:00');
    expect([isMetInTime(justBefore, dueAt), isBreached(justBefore, dueAt)]).toEqual([true, false]);
    expect([isMetInTime(dueAt, dueAt), isBreached(dueAt, dueAt)]).toEqual([false, true]);
  });
});

describe('the explanation', () => {
  it('names each day on the way with its reason', () => {
    expect(told(planned(workingDays(2), '2026-08-28'))).toEqual([
      '2026-08-28 - DAY_OF_TRIGGER',
      '2026-08-29 - WEEKEND',
      '2026-08-30 - WEEKEND',
      '2026-08-31 - SWAPPED_OFF',
      '2026-09-01 - HOLIDAY',
      '2026-09-02 - HOLIDAY',
      '2026-09-03 + WORKING_DAY',
      '2026-09-04 + WORKING_DAY',
    ]);
  });

  it('counts a swapped Saturday and names its document', () => {
    const { explanation } = planned(workingDays(2), '2026-01-08');
    const { source } = vietnam.rows.get(plainDate('2026-01-10')) as CalendarRow;
    expect(explanation.at(-1)).toMatchObject({ counts: true, reason: 'SWAPPED_WORK', source });
  });

  it('does not count the rest days that push the last calendar day on', () => {
    const counted = planned(calendarDays(3), '2026-04-22');
    expect(told(counted)).toEqual([
      '2026-04-22 - DAY_OF_TRIGGER',
      '2026-04-23 + CALENDAR_DAY',
      '2026-04-24 + CALENDAR_DAY',
      '2026-04-25 - WEEKEND',
      '2026-04-26 - HOLIDAY',
      '2026-04-27 - COMPENSATORY',
      '2026-04-28 + WORKING_DAY',
    ]);
    expect(counted.explanation[4]?.source).toBe('Labour Code 2019 Art. 112.1(e)');
    expect(counted.explanation[5]?.source).toBe('Labour Code 2019 Art. 111.3');
  });

  it('tells a span in working hours as sessions, breaks and days off', () => {
    const counted = counts(workingHours(9), '2026-01-09 11:00');
    expect(timed(counted)).toEqual([
      '01-09 11:00 + WORKING_HOURS',
      '01-09 11:30 - OUTSIDE_HOURS',
      '01-09 13:30 + WORKING_HOURS',
      '01-09 17:00 - OUTSIDE_HOURS',
      '01-10 07:30 + SWAPPED_WORK',
      '01-10 11:30 - OUTSIDE_HOURS',
      '01-10 13:30 + SWAPPED_WORK',
    ]);
    const { source, status, name } = vietnam.rows.get(plainDate('2026-01-10')) as CalendarRow;
    expect(counted.explanation[4]).toMatchObject({ source, status, occasion: name });
    expect(timed(counts(workingHours(1), '2026-02-13 16:30')).slice(1, 5)).toEqual([
      '02-13 17:00 - OUTSIDE_HOURS',
      '02-14 00:00 - WEEKEND',
      '02-15 00:00 - WEEKEND',
      '02-16 00:00 - HOLIDAY',
    ]);
  });

  it('tells the months as one stretch, and the last day by itself where it has to be worked', () => {
    expect(timed(counts(months(1), '2026-01-31 10:00'))).toEqual([
      '01-31 10:00 - DAY_OF_TRIGGER',
      '02-01 00:00 + MONTHS',
      '02-28 00:00 - WEEKEND',
      '03-01 00:00 - WEEKEND',
      '03-02 00:00 + WORKING_DAY',
    ]);
    expect(timed(counts(cappedMonths(1), '2026-01-31 10:00'))).toEqual([
      '01-31 10:00 - DAY_OF_TRIGGER',
      '02-01 00:00 + MONTHS',
    ]);
  });

  it('tells a pause by what it takes from the count', () => {
    const pause = (from: string, until: string) => ({
      pauses: [{ from: vn(from), until: vn(until) }],
    });
    const weekend = pause('2026-03-06 16:00', '2026-03-09 08:00');
    expect(timed(counts(workingHours(2), '2026-03-06 15:30', weekend))).toEqual([
      '03-06 15:30 + WORKING_HOURS',
      '03-06 16:00 - PAUSED',
      '03-06 17:00 - OUTSIDE_HOURS',
      '03-07 00:00 - WEEKEND',
      '03-08 00:00 - WEEKEND',
      '03-09 00:00 - OUTSIDE_HOURS',
      '03-09 07:30 - PAUSED',
      '03-09 08:00 + WORKING_HOURS',
    ]);
    const days = pause('2026-03-05 10:00', '2026-03-10 10:00');
    expect(timed(counts(workingDays(2), '2026-03-04 09:00', days))).toEqual([
      '03-04 09:00 - DAY_OF_TRIGGER',
      '03-05 00:00 + WORKING_DAY',
      '03-06 00:00 - PAUSED',
      '03-07 00:00 - WEEKEND',
      '03-08 00:00 - WEEKEND',
      '03-09 00:00 - PAUSED',
      '03-10 00:00 + WORKING_DAY',
    ]);
    const early = pause('2026-03-04 08:00', '2026-03-04 10:00');
    expect(timed(counts(hours(1), '2026-03-04 09:00', early))).toEqual([
      '03-04 09:00 - PAUSED',
      '03-04 10:00 + HOURS',
    ]);
  });

  it('marks what an extension gave', () => {
    const granted = (counted: Counted) =>
      counted.explanation.filter((each) => each.granted).map((each) => each.from);
    const from = '2026-03-03 10:30';
    expect(granted(counts(workingHours(2), from, { extra: 1 }))).toEqual([vn('2026-03-03 14:30')]);
    expect(granted(counts(hours(12), from, { extra: 3 }))).toEqual([vn('2026-03-03 22:30')]);
    expect(granted(counts(workingDays(2), from, { extra: 2 }))).toEqual([
      vn('2026-03-06 00:00'),
      vn('2026-03-09 00:00'),
    ]);
    expect(granted(counts(months(1), from, { extra: 1 }))).toEqual([
      vn('2026-04-04 00:00'),
      vn('2026-05-04 00:00'),
    ]);
    expect(granted(counts(workingDays(2), from))).toEqual([]);
  });

  it('is one stretch for hours and for a named day', () => {
    const from = noon('2026-02-16');
    expect(count(hours(12), from, vietnam)).toMatchObject({
      explanation: [{ from, to: plusHours(from, 12), counts: true, reason: 'HOURS' }],
    });
    expect(count(untilDay, from, vietnam, { named: plainDate('2026-02-20') })).toMatchObject({
      explanation: [{ from, counts: true, reason: 'NAMED_DAY' }],
    });
  });
});

describe('the host', () => {
  const zones = [
    ['UTC', 0],
    ['Asia/Ho_Chi_Minh', -420],
    ['America/New_York', 300],
    ['Pacific/Apia', -780],
  ] as const;
  const script = fileURLToPath(new URL('../support/count-digest.ts', import.meta.url));

  it('has no say: counts and accounts are the same in four time zones', async () => {
    type Seen = { offset: number; digest: string; byHand: unknown };
    const seen = await Promise.all(
      zones.map(async ([zone]) => {
        const env = { ...process.env, TZ: zone };
        const { stdout } = await promisify(execFile)(
          process.execPath,
          [script, String(tried(2000))],
          { env },
        );
        return JSON.parse(stdout) as Seen;
      }),
    );
    const byHand = Object.values(workedCounts).flat().map(countByHand);
    expect(seen.map(({ offset }) => offset)).toEqual(zones.map(([, offset]) => offset));
    expect(seen.map((each) => each.byHand)).toEqual(zones.map(() => byHand));
    expect(new Set(seen.map(({ digest }) => digest)).size).toBe(1);
  });
});
