import type { Bilingual } from './bilingual.ts';
import type { UnitCode } from './directory.ts';
import { isWeekend, type PlainDate, weekdayOf, yearOf } from './time.ts';

/** How sure a calendar row is: decided and published, announced, or expected only. */
export const rowStatuses = ['CONFIRMED', 'ANNOUNCED', 'UNCONFIRMED'] as const;
/** One of {@link rowStatuses}. */
export type RowStatus = (typeof rowStatuses)[number];

/**
 * Why a day differs from a plain week: public holiday, day off in lieu, or one side of a swap; a
 * revoked row leaves the plain week, and the document that says so.
 */
export const rowKinds = [
  'HOLIDAY',
  'COMPENSATORY',
  'SWAPPED_OFF',
  'SWAPPED_WORK',
  'REVOKED',
] as const;
/** One of {@link rowKinds}. */
export type RowKind = (typeof rowKinds)[number];

/** One day that differs from a plain week, with the document that says so. */
export type CalendarRow = {
  readonly on: PlainDate;
  readonly kind: RowKind;
  readonly name: Bilingual;
  readonly source: string;
  readonly status: RowStatus;
};

/** A stretch in which an office works without a break, in minutes after 00:00; `to` is not included. */
export type Session = { readonly from: number; readonly to: number };

/** The sessions of each day of a week, Monday first; a day without any is not served. */
export type OfficeHours = readonly (readonly Session[])[];

const wholeDays: readonly Session[] = [
  { from: 7.5 * 60, to: 11.5 * 60 },
  { from: 13.5 * 60, to: 17 * 60 },
];

/**
 * Office hours where a unit has not set its own: Monday to Friday, 07:30–11:30 and 13:30–17:00.
 *
 * @policy 0024
 */
export const commonOfficeHours: OfficeHours = [
  ...Array.from({ length: 5 }, () => wholeDays),
  [],
  [],
];

/** What a unit decided for itself and the units below it. */
export type LocalDays = {
  readonly rows: ReadonlyMap<PlainDate, CalendarRow>;
  readonly hours?: OfficeHours;
};

/** The reviewed years and the rows in them; every change of it raises `revision`. */
export type Calendar = {
  readonly revision: number;
  readonly years: readonly number[];
  readonly rows: ReadonlyMap<PlainDate, CalendarRow>;
  readonly hours: OfficeHours;
  /** Days and office hours that hold in single provinces or communes only. */
  readonly locals: ReadonlyMap<UnitCode, LocalDays>;
};

/** What a calendar says of a day; `row` is there when a document speaks of the day. */
export type CalendarDay = { readonly worked: boolean; readonly row?: CalendarRow };

/** Builds a calendar; a later row for a day replaces an earlier one. */
export function calendar(
  revision: number,
  years: readonly number[],
  rows: readonly CalendarRow[],
  {
    hours = commonOfficeHours,
    locals = new Map(),
  }: Partial<Pick<Calendar, 'hours' | 'locals'>> = {},
): Calendar {
  return { revision, years, rows: new Map(rows.map((row) => [row.on, row])), hours, locals };
}

/** The calendar as it holds in a unit, given from the narrowest unit to the widest: the narrowest wins. */
export function calendarIn(days: Calendar, territory: readonly UnitCode[]): Calendar {
  const found = territory.flatMap((unit) => days.locals.get(unit) ?? []);
  if (found.length === 0) return days;
  const widestFirst = found.toReversed();
  return {
    ...days,
    rows: new Map([...days.rows, ...widestFirst.flatMap(({ rows }) => [...rows])]),
    hours: found.find(({ hours }) => hours !== undefined)?.hours ?? days.hours,
  };
}

/** The day, or nothing when its year has not been reviewed: a year is never guessed. */
export function dayOf(days: Calendar, on: PlainDate): CalendarDay | undefined {
  if (!days.years.includes(yearOf(on))) return undefined;
  const row = days.rows.get(on);
  if (row === undefined) return { worked: !isWeekend(on) };
  if (row.kind === 'REVOKED') return { worked: !isWeekend(on), row };
  return { worked: row.kind === 'SWAPPED_WORK', row };
}

/**
 * The sessions of a day in an office that keeps the hours of this calendar.
 *
 * A day worked for another has the hours of the first served day of the week. A rest day of the week
 * on which the office is served has its own, although it is no working day.
 *
 * @policy 0024
 */
export function sessionsOf(
  { hours }: Calendar,
  on: PlainDate,
  { worked, row }: CalendarDay,
): readonly Session[] {
  if (row === undefined || row.kind === 'REVOKED') return hours[weekdayOf(on)] ?? [];
  return (worked && hours.find((sessions) => sessions.length > 0)) || [];
}
