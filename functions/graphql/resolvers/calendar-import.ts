import type { Resolvers } from '#schema/generated.ts';
import { importCalendar, previewCalendarRevision } from '../calendar.ts';
import type { AdministrationContext } from '../context.ts';

/** What administrators do to the working calendar. */
export const calendarImport = {
  Query: { previewCalendarRevision },
  Mutation: { importCalendar },
} satisfies Resolvers<AdministrationContext>;
