import * as z from 'zod';
import { reviewOutcomes } from '#domain/case/event.ts';
import type { ArchiveCaseInput, CloseCaseInput, ReviewPlanInput } from '#schema/generated.ts';
import { filed } from '../papers.ts';
import { type Ask, ask } from './ask.ts';
import { caseAct, optional } from './fields.ts';
import { questionnaire } from './questionnaire.ts';

/** The review on Form 06. */
export const reviewPlan = z
  .strictObject({
    ...caseAct,
    outcome: z.enum(reviewOutcomes),
    atRisk: z.boolean(),
    stable: z.boolean(),
    form: optional(questionnaire),
  })
  .transform(({ outcome, atRisk, stable, form, ...head }) =>
    ask('reviewPlan', head, { outcome, atRisk, stable, papers: filed({ FORM06: form }) }),
  ) satisfies z.ZodType<Ask<'reviewPlan'>, ReviewPlanInput>;

/** The end of the case. */
export const closeCase = z
  .strictObject(caseAct)
  .transform((head) => ask('closeCase', head, {})) satisfies z.ZodType<
  Ask<'closeCase'>,
  CloseCaseInput
>;

/** The dossier in the archive. */
export const archiveCase = z
  .strictObject({ ...caseAct, nationalRecord: z.string().regex(/^[A-Za-z0-9./-]{1,64}$/) })
  .transform(({ nationalRecord, ...head }) =>
    ask('archiveCase', head, { nationalRecord }),
  ) satisfies z.ZodType<Ask<'archiveCase'>, ArchiveCaseInput>;
