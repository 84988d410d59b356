import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { type CalendarRow, calendar } from '#domain/calendar.ts';
import { vietnam } from '#domain/calendars/vietnam.ts';
import {
  type Counted,
  calendarDays,
  cappedDays,
  count,
  hours,
  isBreached,
  isMetInTime,
  type Span,
  untilDay,
  workingDays,
} from '#domain/deadline.ts';
import { endOfDay, instant, localDate, plainDate, plusHours } from '#domain/time.ts';

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

describe('the limits of the decree, on the calendar of 2026', () => {
  it.each<Case>([
    ['2026-02-12', workingDays(5), '2026-02-26', 'PLANNED'],
    ['2026-02-26', workingDays(2), '2026-03-02', 'PLANNED'],
    ['2026-04-24', workingDays(5), '2026-05-06', 'PLANNED'],
    ['2025-12-31', workingDays(5), '2026-01-09', 'PLANNED'],
    ['2026-08-27', workingDays(5), '2026-09-08', 'PLANNED'],
    ['2026-11-20', workingDays(5), '2026-11-30', 'PROVISIONAL'],
    ['2026-11-20', workingDays(7), '2026-12-02', 'PROVISIONAL'],
    ['2026-09-01', cappedDays(15), '2026-09-16', 'PLANNED'],
  ])('from %s %j ends with %s and is %s', (from, span, lastDay, status) => {
    expect(count(span, noon(from), vietnam)).toMatchObject({
      dueAt: endOfDay(plainDate(lastDay)),
      status,
    });
  });

  it('give twelve hours for an emergency reported at night in Tết', () => {
    expect(count(hours(12), instant('2026-02-16T22:10:00+07:00'), vietnam)).toMatchObject({
      dueAt: instant('2026-02-17T10:10:00+07:00'),
      status: 'PLANNED',
    });
  });

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

  it('has no say: two thousand counts are the same in four time zones', async () => {
    const seen = await Promise.all(
      zones.map(async ([zone]) => {
        const env = { ...process.env, TZ: zone };
        const { stdout } = await promisify(execFile)(process.execPath, [script], { env });
        return JSON.parse(stdout) as { offset: number; digest: string };
      }),
    );
    expect(seen.map(({ offset }) => offset)).toEqual(zones.map(([, offset]) => offset));
    expect(new Set(seen.map(({ digest }) => digest)).size).toBe(1);
  });
});
