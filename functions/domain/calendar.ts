import { isWeekend, type PlainDate, yearOf } from './time.ts';

/** How sure a calendar row is: decided and published, announced, or expected only. */
export const rowStatuses = ['CONFIRMED', 'ANNOUNCED', 'UNCONFIRMED'] as const;
/** One of {@link rowStatuses}. */
export type RowStatus = (typeof rowStatuses)[number];

/** Why a day differs from a plain week: public holiday, day off in lieu, or one side of a swap. */
export const rowKinds = ['HOLIDAY', 'COMPENSATORY', 'SWAPPED_OFF', 'SWAPPED_WORK'] as const;
/** One of {@link rowKinds}. */
export type RowKind = (typeof rowKinds)[number];

/** One day that differs from a plain week, with the document that says so. */
export type CalendarRow = {
  readonly on: PlainDate;
  readonly kind: RowKind;
  readonly name: { readonly vi: string; readonly en: string };
  readonly source: string;
  readonly status: RowStatus;
};

/** The reviewed years and the rows in them; every change of it raises `revision`. */
export type Calendar = {
  readonly revision: number;
  readonly years: readonly number[];
  readonly rows: ReadonlyMap<PlainDate, CalendarRow>;
};

/** What a calendar says of a day; `row` is there when the day differs from a plain week. */
export type CalendarDay = { readonly worked: boolean; readonly row?: CalendarRow };

/** Builds a calendar; a later row for a day replaces an earlier one. */
export function calendar(
  revision: number,
  years: readonly number[],
  rows: readonly CalendarRow[],
): Calendar {
  return { revision, years, rows: new Map(rows.map((row) => [row.on, row])) };
}

/** The day, or nothing when its year has not been reviewed: a year is never guessed. */
export function dayOf(days: Calendar, on: PlainDate): CalendarDay | undefined {
  if (!days.years.includes(yearOf(on))) return undefined;
  const row = days.rows.get(on);
  if (row === undefined) return { worked: !isWeekend(on) };
  return { worked: row.kind === 'SWAPPED_WORK', row };
}
