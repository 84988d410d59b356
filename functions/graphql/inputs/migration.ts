import * as z from 'zod';
import type { MigrateProcedureInput } from '#schema/generated.ts';
import { idempotencyKey, line, unitCode } from './fields.ts';

/** Which cases are to follow which version, as it was sent. */
export type MigrationAsked = {
  readonly unit: string;
  readonly from: string;
  readonly to: string;
};

const versions = { unit: unitCode, from: line, to: line };

/** A migration to be previewed. */
export const previewProcedureMigration = z.strictObject(versions);

/** A migration to be carried out. */
export const migrateProcedure = z.strictObject({
  ...versions,
  idempotencyKey,
  document: line,
}) satisfies z.ZodType<
  MigrationAsked & { readonly idempotencyKey: string; readonly document: string },
  MigrateProcedureInput
>;
