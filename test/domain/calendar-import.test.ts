import { describe, expect, it } from 'vitest';
import { calendar, calendarIn, dayOf } from '#domain/calendar.ts';
import { amended, changesNothing, changesOf } from '#domain/calendar-amendment.ts';
import {
  type AmendmentDraft,
  calendarProblems,
  type HoursDraft,
  type RowDraft,
  readAmendment,
} from '#domain/calendar-import.ts';
import { vietnam } from '#domain/calendars/vietnam.ts';
import { nation } from '#domain/directory.ts';
import { plainDate } from '#domain/time.ts';
import { home, province, unitOf } from '../support/builders.ts';

const units = new Map([
  [nation, unitOf(nation, { level: 'NATION', parent: nation })],
  [province, unitOf(province, { level: 'PROVINCE', parent: nation })],
  [home, unitOf(home, {})],
]);

function row(date: string, kind = 'HOLIDAY', more: Partial<RowDraft> = {}): RowDraft {
  const names = { name_vi: 'Ngày nghỉ', name_en: 'A day off' };
  return { date, kind, ...names, source: 'QĐ 1/QĐ-TTg', status: 'CONFIRMED', unit: '', ...more };
}

const plainWeek = {
  monday: '07:30-11:30 13:30-17:00',
  tuesday: '07:30-11:30 13:30-17:00',
  wednesday: '',
  thursday: '',
  friday: '',
  saturday: '',
  sunday: '',
};

function hours(more: Partial<HoursDraft> = {}): HoursDraft {
  return { unit: home, ...plainWeek, ...more };
}

function draft(more: Partial<AmendmentDraft>): AmendmentDraft {
  return { rows: [], hours: [], years: [], ...more };
}

function faults(more: Partial<AmendmentDraft>, present = vietnam): readonly string[] {
  const read = readAmendment(draft(more), { present, units });
  if ('amendment' in read) return [];
  return read.problems.map(({ code, field }) => `${code} ${field.join('.')}`);
}

function imported(more: Partial<AmendmentDraft>, present = vietnam) {
  const read = readAmendment(draft(more), { present, units });
  if (!('amendment' in read)) throw new Error(JSON.stringify(read.problems));
  return { days: amended(present, read.amendment), amendment: read.amendment };
}

const holidaysOf2028 = [
  row('2028-01-01'),
  ...['24', '25', '26', '27', '28'].map((day) => row(`2028-01-${day}`)),
  row('2028-04-30'),
  row('2028-05-01'),
  row('2028-09-02'),
];

const off = row('2026-06-01', 'SWAPPED_OFF');
const worked = row('2026-06-06', 'SWAPPED_WORK');

describe('a row that cannot be read', () => {
  it.each<[string, Partial<RowDraft>]>([
    ['DAY_UNKNOWN csv.1.date', { date: '2026-02-30' }],
    ['DAY_UNKNOWN csv.1.date', { date: '30/04/2026' }],
    ['KIND_UNKNOWN csv.1.kind', { kind: 'FERIE' }],
    ['STATUS_UNKNOWN csv.1.status', { status: 'SURE' }],
    ['NAME_MISSING csv.1.name_vi', { name_vi: '' }],
    ['NAME_MISSING csv.1.name_en', { name_en: '' }],
    ['SOURCE_MISSING csv.1.source', { source: '' }],
    ['UNIT_UNKNOWN csv.1.unit', { unit: '12345' }],
  ])('is told as %s', (fault, more) => {
    expect(faults({ rows: [row('2026-03-06'), { ...row('2026-03-09'), ...more }] })).toEqual([
      fault,
    ]);
  });

  it('is told with every other one, and nothing is said yet of what they mean together', () => {
    const rows = [row('2026-03-06', 'X'), row('2029-03-09'), row('x')];
    expect(faults({ rows })).toEqual(['KIND_UNKNOWN csv.0.kind', 'DAY_UNKNOWN csv.2.date']);
  });
});

describe('rows that contradict the calendar', () => {
  it.each<[string, readonly RowDraft[], readonly string[]]>([
    ['in a year nobody has reviewed', [row('2028-03-06')], ['YEAR_NOT_REVIEWED csv.0.date']],
    [
      'twice for a day',
      [row('2026-03-06'), row('2026-03-06', 'HOLIDAY', { source: 'QĐ 2' })],
      ['ROW_REPEATED csv.1.date'],
    ],
    [
      'with a worked side on a weekday',
      [off, row('2026-06-03', 'SWAPPED_WORK')],
      ['SWAP_ON_WORKDAY csv.1.date'],
    ],
    [
      'with a free side on a weekend',
      [row('2026-06-07', 'SWAPPED_OFF'), worked],
      ['OFF_ON_REST_DAY csv.0.date'],
    ],
    ['with one side of a swap', [off], ['SWAP_UNPAIRED csv.0.kind']],
    [
      'with sides of two sources',
      [off, { ...worked, source: 'QĐ 2' }],
      ['SWAP_UNPAIRED csv.0.kind', 'SWAP_UNPAIRED csv.1.kind'],
    ],
    [
      'with sides in two units',
      [off, { ...worked, unit: home }],
      ['SWAP_UNPAIRED csv.0.kind', 'SWAP_UNPAIRED csv.1.kind'],
    ],
    [
      'with a day in lieu of nothing',
      [row('2026-06-01', 'COMPENSATORY')],
      ['NOTHING_COMPENSATED csv.0.kind'],
    ],
    [
      'with a day in lieu fifteen days after the holiday',
      [row('2026-05-31'), row('2026-06-15', 'COMPENSATORY')],
      ['NOTHING_COMPENSATED csv.1.kind'],
    ],
    ['revoking a plain day', [row('2026-06-02', 'REVOKED')], ['REVOKES_NOTHING csv.0.kind']],
    [
      'revoking one side of a swap of before',
      [row('2026-08-31', 'REVOKED')],
      ['SWAP_UNPAIRED csv.0.kind'],
    ],
  ])('are refused %s', (_, rows, expected) => {
    expect(faults({ rows })).toEqual(expected);
  });

  it.each<[string, readonly RowDraft[]]>([
    ['a swap with both its sides', [off, worked]],
    [
      'two rows for one day in two units',
      [row('2026-03-06'), row('2026-03-06', 'HOLIDAY', { unit: home })],
    ],
    ['a day in lieu fourteen days after', [row('2026-05-31'), row('2026-06-12', 'COMPENSATORY')]],
    [
      'a local day in lieu of a holiday of the country',
      [row('2026-05-31'), row('2026-06-01', 'COMPENSATORY', { unit: home })],
    ],
    ['both sides of a swap revoked', [row('2026-08-31', 'REVOKED'), row('2026-08-22', 'REVOKED')]],
    [
      'a holiday of the country revoked in one commune',
      [row('2026-11-24', 'REVOKED', { unit: home })],
    ],
  ])('are taken: %s', (_, rows) => {
    expect(faults({ rows })).toEqual([]);
  });
});

describe('a year declared reviewed', () => {
  it('is taken with the holidays no year goes without', () => {
    const { days } = imported({ rows: holidaysOf2028, years: [2028] });
    expect(days.years).toEqual([2025, 2026, 2027, 2028]);
    expect(dayOf(days, plainDate('2028-01-24'))?.worked).toBe(false);
    expect(dayOf(days, plainDate('2028-01-31'))).toEqual({ worked: true });
  });

  it.each(holidaysOf2028.map(({ date }) => date))('is refused without %s', (absent) => {
    const rows = holidaysOf2028.filter(({ date }) => date !== absent);
    expect(faults({ rows, years: [2027, 2028] })).toEqual(['YEAR_INCOMPLETE years.1']);
  });

  it('is refused when a commune alone has its holidays', () => {
    const rows = holidaysOf2028.map((each) => ({ ...each, unit: home }));
    expect(faults({ rows, years: [2028] })).toEqual(['YEAR_INCOMPLETE years.0']);
  });
});

describe('office hours', () => {
  it.each<[string, Partial<HoursDraft>]>([
    ['SESSION_UNREADABLE officeHours.0.monday', { monday: '7:30-11:30' }],
    ['SESSION_UNREADABLE officeHours.0.friday', { friday: '07:30-24:30' }],
    ['SESSION_UNREADABLE officeHours.0.sunday', { sunday: 'closed' }],
    ['SESSIONS_OUT_OF_ORDER officeHours.0.monday', { monday: '07:30-11:30 11:00-17:00' }],
    ['SESSIONS_OUT_OF_ORDER officeHours.0.monday', { monday: '13:30-17:00 07:30-11:30' }],
    ['SESSIONS_OUT_OF_ORDER officeHours.0.monday', { monday: '11:30-07:30' }],
    ['SESSIONS_OUT_OF_ORDER officeHours.0.monday', { monday: '08:00-08:00' }],
    ['WEEK_EMPTY officeHours.0.unit', { monday: ' ', tuesday: '' }],
    ['UNIT_UNKNOWN officeHours.0.unit', { unit: '12345' }],
  ])('are refused as %s', (fault, more) => {
    expect(faults({ hours: [hours(more)] })).toEqual([fault]);
  });

  it('are refused twice for a unit', () => {
    expect(faults({ hours: [hours(), hours()] })).toEqual(['HOURS_REPEATED officeHours.1.unit']);
  });

  it('hold in their unit alone, or in the country where no unit has its own', () => {
    const country = hours({ unit: nation, wednesday: '08:00-12:00 12:00-24:00' });
    const { days } = imported({ hours: [hours(), country] });
    const session = { from: 450, to: 690 };
    expect(calendarIn(days, [home, province]).hours[0]).toEqual([session, { from: 810, to: 1020 }]);
    expect(calendarIn(days, [home, province]).hours[2]).toEqual([]);
    expect(calendarIn(days, [province]).hours[2]).toEqual([
      { from: 480, to: 720 },
      { from: 720, to: 1440 },
    ]);
  });
});

describe('an amendment', () => {
  it('raises the revision by one and leaves the calendar before alone', () => {
    const before = calendar(7, [2026], []);
    const { days } = imported({ rows: [row('2026-03-06')] }, before);
    expect([days.revision, days.rows.size, before.rows.size]).toEqual([8, 1, 0]);
  });

  it('makes a revoked holiday a plain day that says why, and a revoked Saturday a day of rest', () => {
    const { days } = imported({
      rows: [
        row('2026-11-24', 'REVOKED'),
        row('2026-08-31', 'REVOKED'),
        row('2026-08-22', 'REVOKED'),
      ],
    });
    const found = ['2026-11-24', '2026-08-31', '2026-08-22'].map((on) =>
      dayOf(days, plainDate(on)),
    );
    expect(found.map((day) => [day?.worked, day?.row?.kind])).toEqual([
      [true, 'REVOKED'],
      [true, 'REVOKED'],
      [false, 'REVOKED'],
    ]);
  });

  it('of a province holds in its communes, and one of a commune wins over it', () => {
    const ofProvince = row('2026-03-06', 'HOLIDAY', { unit: province });
    const { days } = imported({
      rows: [ofProvince, row('2026-03-09', 'HOLIDAY', { unit: province })],
    });
    const { days: after } = imported(
      { rows: [row('2026-03-06', 'REVOKED', { unit: home })] },
      days,
    );
    const worksOn = (on: string, ...territory: readonly string[]) =>
      dayOf(calendarIn(after, territory), plainDate(on))?.worked;
    expect(worksOn('2026-03-06')).toBe(true);
    expect(worksOn('2026-03-06', province)).toBe(false);
    expect(worksOn('2026-03-06', home, province)).toBe(true);
    expect(worksOn('2026-03-09', home, province)).toBe(false);
  });

  it('is counted by what its rows are to the calendar', () => {
    const first = [row('2026-03-06'), row('2026-03-09')];
    const { days, amendment } = imported({ rows: first });
    const second = imported(
      {
        rows: [
          row('2026-03-06'),
          row('2026-03-09', 'HOLIDAY', { status: 'ANNOUNCED' }),
          off,
          worked,
        ],
      },
      days,
    );
    expect(changesOf(vietnam, amendment)).toEqual({ added: 2, changed: 0, unchanged: 0 });
    expect(changesOf(days, second.amendment)).toEqual({ added: 2, changed: 1, unchanged: 1 });
    expect(changesNothing(days, amendment)).toBe(true);
    expect(changesNothing(days, second.amendment)).toBe(false);
    const week = imported({ hours: [hours()] });
    expect(changesNothing(vietnam, week.amendment)).toBe(false);
    expect(changesNothing(week.days, week.amendment)).toBe(true);
  });
});

it('has for every problem a way to mend it, which repeats no value', () => {
  for (const text of Object.values(calendarProblems)) expect(text).toMatch(/\.$/);
});
