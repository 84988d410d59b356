import { type Calendar, type CalendarRow, calendarIn } from '#domain/calendar.ts';
import { territoryOf } from '#domain/calendar-amendment.ts';
import type { UnitCode } from '#domain/directory.ts';
import { written } from '#domain/office-hours.ts';
import { yearOf } from '#domain/time.ts';
import type { Resolvers } from '#schema/generated.ts';
import type { Shared } from '../context.ts';

/** The working calendar. */
export const calendar = {
  Query: {
    calendar: async (_parent, { year, unit: code }, { law, units }) => {
      const { calendar: whole } = await law();
      const unit = code == null ? null : await units.load(code);
      const territory = unit === null ? [] : territoryOf(unit);
      const days = calendarIn(whole, territory);
      const rows = [...days.rows.values()].filter(({ on }) => yearOf(on) === year);
      return {
        year,
        reviewed: days.years.includes(year),
        revision: days.revision,
        rows: rows
          .toSorted((a, b) => (a.on < b.on ? -1 : 1))
          .map((row) => ({ ...row, unitCode: decidedIn(row, territory, whole) })),
        officeHours: written(days.hours),
      };
    },
  },
} satisfies Resolvers<Shared>;

/** The unit of its own that says so of a day; nothing where the whole country does. */
function decidedIn(
  row: CalendarRow,
  territory: readonly UnitCode[],
  { locals }: Calendar,
): UnitCode | null {
  return territory.find((unit) => locals.get(unit)?.rows.get(row.on) === row) ?? null;
}
