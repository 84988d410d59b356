import * as z from 'zod';
import type { QueryExplainAccessArgs } from '#schema/generated.ts';
import { id, optional } from './fields.ts';

type Question = {
  readonly officer: string;
  readonly caseId: string;
  readonly app: string | null;
};

/** Whose access to which case is asked about. */
export const explainAccess = z.strictObject({
  officer: id,
  caseId: id,
  app: optional(id),
}) satisfies z.ZodType<Question, QueryExplainAccessArgs>;
