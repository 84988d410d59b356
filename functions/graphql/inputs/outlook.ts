import * as z from 'zod';
import type { LimitDraft } from '#domain/policy-draft.ts';
import { ladderNames, rules } from '#domain/procedure.ts';
import type { PolicyDraftInput } from '#schema/generated.ts';
import { id, optional } from './fields.ts';

/** Limits as somebody would have them, and of which version of the procedure. */
export type PolicyDraft = {
  readonly procedure: string | null;
  readonly limits: readonly LimitDraft[];
};

const spanUnits = [
  'HOURS',
  'WORKING_HOURS',
  'WORKING_DAYS',
  'CALENDAR_DAYS',
  'MONTHS',
  'UNTIL_DAY',
] as const satisfies readonly LimitDraft['unit'][];

const limit = z.strictObject({
  rule: z.enum(rules),
  unit: z.enum(spanUnits),
  count: optional(z.int()),
  ladder: optional(z.enum(ladderNames)),
});

/** A draft to be simulated. */
export const policyDraft = z.strictObject({
  procedure: optional(id),
  limits: z.array(limit).min(1).max(rules.length),
}) satisfies z.ZodType<PolicyDraft, PolicyDraftInput>;
