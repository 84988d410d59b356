import * as z from 'zod';
import { reopeningGrounds, reviewOutcomes } from '#domain/case/terms.ts';
import type {
  ArchiveCaseInput,
  CloseCaseInput,
  ReopenCaseInput,
  ReviewPlanInput,
} from '#schema/generated.ts';
import { filed } from '../papers.ts';
import { type Ask, ask } from './ask.ts';
import { caseAct, noted, optional, text } from './fields.ts';
import { questionnaire } from './questionnaire.ts';

/** Number of a record of the national database; it lies in clear, so no telephone's and no person's is taken. */
const nationalRecord = z.string().regex(/^(?!\d{9}$|0\d{9}$|0\d{11}$)[A-Za-z0-9./-]{1,64}$/);

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
  .strictObject({ ...caseAct, nationalRecord })
  .transform(({ nationalRecord, ...head }) =>
    ask('archiveCase', head, { nationalRecord }),
  ) satisfies z.ZodType<Ask<'archiveCase'>, ArchiveCaseInput>;

/** A closed case taken up again. */
export const reopenCase = z
  .strictObject({ ...caseAct, ground: z.enum(reopeningGrounds), note: optional(text) })
  .transform(({ ground, note, ...head }) =>
    ask('reopenCase', head, { ground, papers: noted(note) }),
  ) satisfies z.ZodType<Ask<'reopenCase'>, ReopenCaseInput>;
