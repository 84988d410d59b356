import * as z from 'zod';
import type { HoursDraft } from '#domain/calendar-import.ts';
import { type Weekday, weekdays } from '#domain/office-hours.ts';
import type { ImportCalendarInput, PreviewCalendarRevisionInput } from '#schema/generated.ts';
import { idempotencyKey, line, optional, unitCode, unkept } from './fields.ts';

/** An amendment as it was sent: rows still in one text. */
export type AmendmentWish = {
  readonly csv: string | null;
  readonly officeHours: readonly HoursDraft[];
  readonly years: readonly number[];
};

/** An amendment to be imported. */
export type ImportWish = AmendmentWish & {
  readonly idempotencyKey: string | null;
  readonly expectedRevision: number;
  readonly document: string;
  readonly dryRun: boolean;
};

const sessions = z.string().max(100);
const week = Object.fromEntries(weekdays.map((day) => [day, sessions])) as Record<
  Weekday,
  typeof sessions
>;

const amendment = {
  csv: optional(z.string().refine((csv) => csv.isWellFormed(), unkept)),
  officeHours: z.array(z.strictObject({ unit: unitCode, ...week })).max(500),
  years: z.array(z.int().min(2000).max(2100)).max(20),
};

/** An amendment to be previewed. */
export const previewCalendarRevision = z.strictObject(amendment) satisfies z.ZodType<
  AmendmentWish,
  PreviewCalendarRevisionInput
>;

/** An amendment to be imported. */
export const importCalendar = z.strictObject({
  ...amendment,
  idempotencyKey: optional(idempotencyKey),
  expectedRevision: z.int().min(1),
  document: line,
  dryRun: z.boolean(),
}) satisfies z.ZodType<ImportWish, ImportCalendarInput>;
