import { describe, expect, it } from 'vitest';
import {
  type Calendar,
  type CalendarRow,
  calendar,
  calendarIn,
  commonOfficeHours,
  dayOf,
  type OfficeHours,
  sessionsOf,
} from '#domain/calendar.ts';
import { vietnam } from '#domain/calendars/vietnam.ts';
import { isWeekend, type PlainDate, plainDate, plusDays, yearOf } from '#domain/time.ts';

const rows = [...vietnam.rows.values()];

function daysOfYear(year: number): PlainDate[] {
  const days: PlainDate[] = [];
  for (let on = plainDate(`${year}-01-01`); yearOf(on) === year; on = plusDays(on, 1))
    days.push(on);
  return days;
}

function workedDays(year: number): PlainDate[] {
  return daysOfYear(year).filter((on) => dayOf(vietnam, on)?.worked);
}

function freeWeekdays(year: number): string[] {
  const free = daysOfYear(year).filter((on) => !isWeekend(on) && !dayOf(vietnam, on)?.worked);
  return free.map((on) => on.slice(5));
}

describe('a calendar', () => {
  const holiday: CalendarRow = {
    on: plainDate('2026-03-04'),
    kind: 'HOLIDAY',
    name: { vi: 'Ngày nghỉ', en: 'A day off' },
    source: 'Decision 1',
    status: 'CONFIRMED',
  };

  it('works a plain week where no row says otherwise', () => {
    const plain = calendar(1, [2026], []);
    expect(dayOf(plain, plainDate('2026-03-06'))).toEqual({ worked: true });
    expect(dayOf(plain, plainDate('2026-03-07'))).toEqual({ worked: false });
    expect(dayOf(plain, plainDate('2026-03-08'))).toEqual({ worked: false });
  });

  it('says nothing of a year that has not been reviewed, even where it has a row', () => {
    const unreviewed = calendar(1, [2025, 2027], [holiday]);
    expect(dayOf(unreviewed, holiday.on)).toBeUndefined();
    expect(dayOf(unreviewed, plainDate('2026-12-31'))).toBeUndefined();
    expect(dayOf(unreviewed, plainDate('2027-01-01'))).toBeDefined();
  });

  it.each(['HOLIDAY', 'COMPENSATORY', 'SWAPPED_OFF'] as const)(
    'rests on a day of kind %s',
    (kind) => {
      const row = { ...holiday, kind };
      expect(dayOf(calendar(1, [2026], [row]), row.on)).toEqual({ worked: false, row });
    },
  );

  it('works on a Saturday swapped for a day off', () => {
    const row: CalendarRow = { ...holiday, on: plainDate('2026-03-07'), kind: 'SWAPPED_WORK' };
    expect(dayOf(calendar(1, [2026], [row]), row.on)).toEqual({ worked: true, row });
  });

  it('lets a later row for a day replace an earlier one', () => {
    const revoked: CalendarRow = { ...holiday, kind: 'SWAPPED_WORK', source: 'Decision 2' };
    const corrected = calendar(2, [2026], [holiday, revoked]);
    expect(dayOf(corrected, holiday.on)).toEqual({ worked: true, row: revoked });
  });
});

const monday = plainDate('2026-03-02');
const saturday = plainDate('2026-03-07');
const morning = { from: 7 * 60, to: 11 * 60 };
const oddRow = (on: PlainDate, kind: CalendarRow['kind'], source: string): CalendarRow => ({
  on,
  kind,
  name: { vi: 'Ngày khác', en: 'Another day' },
  source,
  status: 'CONFIRMED',
});

function sessionsIn(days: Calendar, on: PlainDate) {
  const day = dayOf(days, on);
  if (day === undefined) throw new Error(`${on} is not in a reviewed year`);
  return sessionsOf(days, on, day);
}

describe('office hours', () => {
  const [common] = commonOfficeHours;
  const withSaturdays: OfficeHours = [[], ...commonOfficeHours.slice(1, 5), [morning], []];

  it('are seven and a half a day, on five days, where nobody set others', () => {
    const minutes = commonOfficeHours.map((sessions) =>
      sessions.reduce((sum, { from, to }) => sum + to - from, 0),
    );
    expect(minutes).toEqual([450, 450, 450, 450, 450, 0, 0]);
    expect(common).toEqual([
      { from: 450, to: 690 },
      { from: 810, to: 1020 },
    ]);
  });

  it('are those of the day of the week', () => {
    const days = calendar(1, [2026], [], { hours: withSaturdays });
    expect(sessionsIn(days, monday)).toEqual([]);
    expect(sessionsIn(days, plusDays(monday, 1))).toEqual(common);
    expect(sessionsIn(days, saturday)).toEqual([morning]);
    expect(sessionsIn(days, plusDays(saturday, 1))).toEqual([]);
  });

  it.each(['HOLIDAY', 'COMPENSATORY', 'SWAPPED_OFF'] as const)(
    'are none on a day of kind %s, be it a Saturday that is served',
    (kind) => {
      const rows = [monday, saturday].map((on) => oddRow(on, kind, 'Decision 1'));
      const days = calendar(1, [2026], rows, { hours: withSaturdays });
      expect([monday, saturday].map((on) => sessionsIn(days, on))).toEqual([[], []]);
    },
  );

  it('on a day worked for another are those of the first served day of the week', () => {
    const row = oddRow(saturday, 'SWAPPED_WORK', 'Decision 1');
    expect(sessionsIn(calendar(1, [2026], [row]), saturday)).toEqual(common);
    const hours: OfficeHours = [[], [morning], ...commonOfficeHours.slice(2)];
    expect(sessionsIn(calendar(1, [2026], [row], { hours }), saturday)).toEqual([morning]);
    const shut = calendar(1, [2026], [row], { hours: [[], [], [], [], [], [], []] });
    expect(sessionsIn(shut, saturday)).toEqual([]);
  });
});

describe('a calendar in a unit', () => {
  const national = oddRow(monday, 'HOLIDAY', 'Decision of the nation');
  const ofProvince = oddRow(saturday, 'SWAPPED_WORK', 'Decision of the province');
  const ofCommune = oddRow(saturday, 'HOLIDAY', 'Decision of the commune');
  const late: OfficeHours = [[{ from: 8 * 60, to: 12 * 60 }], [], [], [], [], [], []];
  const rowsOf = (...rows: CalendarRow[]) => new Map(rows.map((row) => [row.on, row]));
  const days = calendar(4, [2026], [national], {
    locals: new Map([
      ['98', { rows: rowsOf(ofProvince), hours: late }],
      ['98001', { rows: rowsOf(ofCommune) }],
    ]),
  });

  it('is that of the nation where no unit decided anything', () => {
    expect(calendarIn(days, ['99001', '99', 'VN'])).toBe(days);
  });

  it('has the days of the narrowest unit that decided, and those of the nation', () => {
    const sourceIn = (territory: string[], on: PlainDate) =>
      dayOf(calendarIn(days, territory), on)?.row?.source;
    expect(sourceIn(['98001', '98', 'VN'], saturday)).toBe('Decision of the commune');
    expect(sourceIn(['98002', '98', 'VN'], saturday)).toBe('Decision of the province');
    expect(sourceIn(['98001', '98', 'VN'], monday)).toBe('Decision of the nation');
  });

  it('has the hours of the narrowest unit that set any', () => {
    expect(calendarIn(days, ['98001', '98', 'VN']).hours).toBe(late);
    expect(calendarIn(days, ['99001', '99', 'VN']).hours).toBe(commonOfficeHours);
    expect(calendarIn(days, ['98001', '98', 'VN']).revision).toBe(4);
  });
});

describe('the calendar of Vietnam', () => {
  it('rests on these weekdays of 2025', () => {
    expect(freeWeekdays(2025).join(' ')).toBe(
      '01-01 01-27 01-28 01-29 01-30 01-31 04-07 04-30 05-01 05-02 09-01 09-02',
    );
  });

  it('rests on these weekdays of 2026', () => {
    expect(freeWeekdays(2026).join(' ')).toBe(
      '01-01 01-02 02-16 02-17 02-18 02-19 02-20 04-27 04-30 05-01 08-31 09-01 09-02 11-24',
    );
  });

  it('rests on these weekdays of 2027, as far as can be expected', () => {
    expect(freeWeekdays(2027).join(' ')).toBe(
      '01-01 02-04 02-05 02-08 02-09 02-10 04-16 04-30 05-03 09-02 09-03 11-24',
    );
  });

  it('works on three Saturdays and no Sunday', () => {
    const weekends = [2025, 2026, 2027].flatMap(workedDays).filter(isWeekend);
    expect(weekends).toEqual(['2025-04-26', '2026-01-10', '2026-08-22']);
  });

  // Each of the three years has 261 weekdays.
  it.each([
    [2025, 261 - 12 + 1],
    [2026, 261 - 14 + 2],
    [2027, 261 - 12],
  ])('has in %d as many working days as were counted by hand: %d', (year, days) => {
    expect(workedDays(year)).toHaveLength(days);
  });

  it.each([
    [2025, 11],
    [2026, 12],
    [2027, 12],
  ])('gives in %d the %d days the Labour Code grants, none lost to a weekend', (year, granted) => {
    const ofYear = rows.filter((row) => yearOf(row.on) === year);
    const holidays = ofYear.filter((row) => row.kind === 'HOLIDAY');
    const lost = holidays.filter((row) => isWeekend(row.on));
    const inLieu = ofYear.filter((row) => row.kind === 'COMPENSATORY');
    expect(holidays).toHaveLength(granted);
    expect(inLieu).toHaveLength(lost.length);
  });

  it('swaps every day off against one worked Saturday of the same decision', () => {
    const swapped = (kind: CalendarRow['kind']) =>
      rows.filter((row) => row.kind === kind).map((row) => row.source);
    expect(swapped('SWAPPED_OFF')).toEqual(swapped('SWAPPED_WORK'));
  });

  it('rests in lieu or by swap only on days a plain week works', () => {
    const free = rows.filter((row) => ['COMPENSATORY', 'SWAPPED_OFF'].includes(row.kind));
    expect(free.filter((row) => isWeekend(row.on))).toEqual([]);
  });

  it('names every day in both languages, with its document, in a reviewed year', () => {
    for (const row of rows) {
      expect(row.name.vi).not.toBe('');
      expect(row.name.en).not.toBe('');
      expect(row.source).not.toBe('');
      expect(vietnam.years).toContain(yearOf(row.on));
    }
  });

  it('is sure of all but Culture Day and what the Prime Minister has still to decide', () => {
    const unsure = rows.filter((row) => row.status !== 'CONFIRMED');
    expect(unsure.map((row) => `${row.on} ${row.status}`)).toEqual([
      '2026-11-24 ANNOUNCED',
      '2027-02-04 UNCONFIRMED',
      '2027-02-05 UNCONFIRMED',
      '2027-02-06 UNCONFIRMED',
      '2027-02-07 UNCONFIRMED',
      '2027-02-08 UNCONFIRMED',
      '2027-02-09 UNCONFIRMED',
      '2027-02-10 UNCONFIRMED',
      '2027-05-03 UNCONFIRMED',
      '2027-09-03 UNCONFIRMED',
      '2027-11-24 ANNOUNCED',
    ]);
  });

  it('has no Culture Day before the law that made it a holiday', () => {
    expect(dayOf(vietnam, plainDate('2025-11-24'))).toEqual({ worked: true });
  });
});
