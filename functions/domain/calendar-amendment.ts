import type { Calendar, CalendarRow, LocalDays, OfficeHours } from './calendar.ts';
import { nation, type Unit, type UnitCode } from './directory.ts';
import type { PlainDate } from './time.ts';

/** A day that differs from a plain week in a unit and the units below it. */
export type PlacedRow = CalendarRow & { readonly unit: UnitCode };

/** Office hours of a unit and the units below it. */
export type PlacedHours = { readonly unit: UnitCode; readonly hours: OfficeHours };

/** What one import changes of a calendar; nothing in it is ever changed itself. */
export type Amendment = {
  readonly rows: readonly PlacedRow[];
  readonly hours: readonly PlacedHours[];
  /** Years whose days have been reviewed with this amendment. */
  readonly years: readonly number[];
};

/** Rows of an amendment by what they are to a calendar. */
export type Changes = {
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
};

/** The calendar after an amendment, one revision up; a later row for a day and unit replaces an earlier one. */
export function amended(before: Calendar, { rows, hours, years }: Amendment): Calendar {
  const locals = new Map(before.locals);
  for (const { unit, ...row } of rows)
    if (unit !== nation) locals.set(unit, withRow(locals.get(unit), row));
  for (const { unit, hours: week } of hours)
    if (unit !== nation) locals.set(unit, { rows: new Map(), ...locals.get(unit), hours: week });
  const ofCountry = rows.filter(({ unit }) => unit === nation);
  return {
    revision: before.revision + 1,
    years: [...new Set([...before.years, ...years])].toSorted((a, b) => a - b),
    rows: new Map([
      ...before.rows,
      ...ofCountry.map(({ unit: _, ...row }) => [row.on, row] as const),
    ]),
    hours: hours.findLast(({ unit }) => unit === nation)?.hours ?? before.hours,
    locals,
  };
}

function withRow(days: LocalDays | undefined, row: CalendarRow): LocalDays {
  return { ...days, rows: new Map([...(days?.rows ?? []), [row.on, row]]) };
}

/** The rows a unit has of its own; the country's are those of the calendar itself. */
export function rowsIn(calendar: Calendar, unit: UnitCode): ReadonlyMap<PlainDate, CalendarRow> {
  if (unit === nation) return calendar.rows;
  return calendar.locals.get(unit)?.rows ?? new Map();
}

function hoursIn(calendar: Calendar, unit: UnitCode): OfficeHours | undefined {
  return unit === nation ? calendar.hours : calendar.locals.get(unit)?.hours;
}

/** What the rows of an amendment are to a calendar. */
export function changesOf(before: Calendar, { rows }: Amendment): Changes {
  const known = rows.map((row) => rowsIn(before, row.unit).get(row.on));
  const added = known.filter((row) => row === undefined).length;
  const unchanged = rows.filter((row, at) => isSame(row, known[at])).length;
  return { added, changed: rows.length - added - unchanged, unchanged };
}

function isSame(row: PlacedRow, known: CalendarRow | undefined): boolean {
  const { kind, name, source, status } = row;
  if (known === undefined) return false;
  const isNamed = known.name.vi === name.vi && known.name.en === name.en;
  return isNamed && known.kind === kind && known.source === source && known.status === status;
}

/** Whether an amendment leaves a calendar as it is. */
export function changesNothing(before: Calendar, amendment: Amendment): boolean {
  const { unchanged } = changesOf(before, amendment);
  const isOld = ({ unit, hours }: PlacedHours) =>
    JSON.stringify(hoursIn(before, unit)) === JSON.stringify(hours);
  return (
    unchanged === amendment.rows.length &&
    amendment.hours.every(isOld) &&
    amendment.years.every((year) => before.years.includes(year))
  );
}

/** A unit and those above it whose days hold in it, the narrowest first. */
export function territoryOf({ code, level, parent }: Unit): readonly UnitCode[] {
  if (level === 'NATION') return [];
  return level === 'COMMUNE' ? [code, parent] : [code];
}
