import { type Calendar, type RowKind, type RowStatus, rowKinds, rowStatuses } from './calendar.ts';
import type { Amendment, PlacedHours, PlacedRow } from './calendar-amendment.ts';
import { contradictions } from './calendar-rules.ts';
import { nation, type Unit, type UnitCode } from './directory.ts';
import { areInOrder, sessionsOf, type WrittenWeek, weekdays } from './office-hours.ts';
import { plainDate } from './time.ts';

/** The columns of a calendar as people write it; an empty `unit` means the whole country. */
export const rowColumns = [
  'date',
  'kind',
  'name_vi',
  'name_en',
  'source',
  'status',
  'unit',
] as const;
/** One row as it was written. */
export type RowDraft = Readonly<Record<(typeof rowColumns)[number], string>>;

/** Office hours of a unit as they were written. */
export type HoursDraft = WrittenWeek & { readonly unit: UnitCode };

/** An amendment as it was written, before anything about it is believed. */
export type AmendmentDraft = {
  readonly rows: readonly RowDraft[];
  readonly hours: readonly HoursDraft[];
  readonly years: readonly number[];
};

/** Everything that can be wrong with a calendar, with how it is mended. */
export const calendarProblems = {
  DAY_UNKNOWN: 'There is no such day. Write it as YYYY-MM-DD.',
  KIND_UNKNOWN: 'Use HOLIDAY, COMPENSATORY, SWAPPED_OFF, SWAPPED_WORK or REVOKED.',
  STATUS_UNKNOWN: 'Use CONFIRMED, ANNOUNCED or UNCONFIRMED.',
  NAME_MISSING: 'Name the day in Vietnamese and in English.',
  SOURCE_MISSING: 'Name the document that says so.',
  UNIT_UNKNOWN: 'Use the code of a known province or commune, or leave it empty for the country.',
  YEAR_NOT_REVIEWED: 'Declare the year of this day reviewed in `years`, with all its holidays.',
  ROW_REPEATED: 'Keep one row for this day and unit.',
  SWAP_ON_WORKDAY: 'A day worked for another one is a Saturday or a Sunday. Correct the day.',
  OFF_ON_REST_DAY: 'This day is a Saturday or a Sunday, which rests anyway. Correct the day.',
  NOTHING_COMPENSATED:
    'A day in lieu follows a holiday on a rest day within two weeks. Add that holiday.',
  SWAP_UNPAIRED:
    'A source swaps as many days off as days worked in a unit. Add or revoke the other side.',
  REVOKES_NOTHING: 'The calendar says nothing of this day here. Leave the row out.',
  SESSION_UNREADABLE: 'Write sessions as `07:30-11:30 13:30-17:00`, or nothing for a rest day.',
  SESSIONS_OUT_OF_ORDER: 'Each session ends after it begins and before the next one. Order them.',
  WEEK_EMPTY: 'A week needs at least one session.',
  HOURS_REPEATED: 'Keep one week for this unit.',
  YEAR_INCOMPLETE:
    'The year lacks holidays of Labour Code Art. 112: 1 January, 30 April, 1 May, 2 September and five days of Tết. Add them.',
} as const;
/** A stable code of {@link calendarProblems}. */
export type CalendarProblemCode = keyof typeof calendarProblems;

/** What is wrong and where: the path of the input, with rows and lists counted from 0; never the value. */
export type CalendarProblem = {
  readonly code: CalendarProblemCode;
  readonly field: readonly string[];
};

/** What a draft is read against: the present calendar, and the units it names as far as they are known. */
export type Ground = {
  readonly present: Calendar;
  readonly units: ReadonlyMap<UnitCode, Unit>;
};

/** The amendment a draft means, or everything that is wrong with it. */
export type Read =
  | { readonly amendment: Amendment }
  | { readonly problems: readonly CalendarProblem[] };

/**
 * Reads a draft. What its rows say together is judged only once each of them can be read.
 *
 * @law Labour Code 2019 Art. 111.3, 112
 */
export function readAmendment(draft: AmendmentDraft, ground: Ground): Read {
  const unreadable = [
    ...draft.rows.flatMap((row, at) => faultsOfRow(row, at, ground)),
    ...draft.hours.flatMap((hours, at) => faultsOfHours(hours, at, { draft, ground })),
  ];
  if (unreadable.length > 0) return { problems: unreadable };
  const amendment = {
    rows: draft.rows.map(rowOf),
    hours: draft.hours.map(hoursOf),
    years: draft.years,
  };
  const problems = contradictions(amendment, ground);
  return problems.length > 0 ? { problems } : { amendment };
}

type Cell = readonly [column: keyof RowDraft, code: CalendarProblemCode, fits: boolean];

function faultsOfRow(row: RowDraft, at: number, { units }: Ground): readonly CalendarProblem[] {
  const cells: readonly Cell[] = [
    ['date', 'DAY_UNKNOWN', isDay(row.date)],
    ['kind', 'KIND_UNKNOWN', (rowKinds as readonly string[]).includes(row.kind)],
    ['name_vi', 'NAME_MISSING', row.name_vi !== ''],
    ['name_en', 'NAME_MISSING', row.name_en !== ''],
    ['source', 'SOURCE_MISSING', row.source !== ''],
    ['status', 'STATUS_UNKNOWN', (rowStatuses as readonly string[]).includes(row.status)],
    ['unit', 'UNIT_UNKNOWN', row.unit === '' || units.has(row.unit)],
  ];
  return cells.flatMap(([column, code, fits]) =>
    fits ? [] : [{ code, field: ['csv', String(at), column] }],
  );
}

function isDay(text: string): boolean {
  try {
    return plainDate(text) === text;
  } catch {
    return false;
  }
}

function rowOf(draft: RowDraft): PlacedRow {
  const { date, kind, name_vi: vi, name_en: en, source, status, unit } = draft;
  return {
    on: plainDate(date),
    kind: kind as RowKind,
    name: { vi, en },
    source,
    status: status as RowStatus,
    unit: unit === '' ? nation : unit,
  };
}

type Draft = { readonly draft: AmendmentDraft; readonly ground: Ground };

function faultsOfHours(
  hours: HoursDraft,
  at: number,
  { draft, ground }: Draft,
): readonly CalendarProblem[] {
  const place = ['officeHours', String(at)];
  const isRepeated = draft.hours.findIndex(({ unit }) => unit === hours.unit) < at;
  const ofUnit: readonly (readonly [CalendarProblemCode, boolean])[] = [
    ['UNIT_UNKNOWN', !ground.units.has(hours.unit)],
    ['HOURS_REPEATED', isRepeated],
    ['WEEK_EMPTY', weekdays.every((day) => hours[day].trim() === '')],
  ];
  return [
    ...ofUnit.flatMap(([code, holds]) => (holds ? [{ code, field: [...place, 'unit'] }] : [])),
    ...weekdays.flatMap((day) => {
      const code = faultOfDay(hours[day]);
      return code === undefined ? [] : [{ code, field: [...place, day] }];
    }),
  ];
}

function faultOfDay(text: string): CalendarProblemCode | undefined {
  const sessions = sessionsOf(text);
  if (sessions === undefined) return 'SESSION_UNREADABLE';
  return areInOrder(sessions) ? undefined : 'SESSIONS_OUT_OF_ORDER';
}

function hoursOf(draft: HoursDraft): PlacedHours {
  return { unit: draft.unit, hours: weekdays.map((day) => sessionsOf(draft[day]) ?? []) };
}
