import * as z from 'zod';
import { careForms, careOutcomes, followUps } from '#domain/case/terms.ts';
import type { EndCareInput, PlaceInCareInput, RecordFollowUpInput } from '#schema/generated.ts';
import { filed } from '../papers.ts';
import { type Ask, ask } from './ask.ts';
import { caseAct, id, line, optional, text, unitCode } from './fields.ts';

const placement = z.strictObject({
  carer: optional(line),
  address: optional(text),
  phone: optional(line),
  note: optional(text),
});

/** A child handed to an alternative carer. */
export const placeInCare = z
  .strictObject({
    ...caseAct,
    form: z.enum(careForms),
    unit: unitCode,
    placement: optional(placement),
  })
  .transform(({ form, unit, placement: wording, ...head }) =>
    ask('placeInCare', head, { form, unit, papers: filed({ CARE: wording }) }),
  ) satisfies z.ZodType<Ask<'placeInCare'>, PlaceInCareInput>;

/** A child followed up in care. */
export const recordFollowUp = z
  .strictObject({ ...caseAct, care: id, followUp: z.enum(followUps), findings: optional(text) })
  .transform(({ care, followUp, findings, ...head }) =>
    ask('recordFollowUp', head, {
      care,
      followUp,
      papers: filed({ FOLLOW_UP: findings === null ? null : { text: findings } }),
    }),
  ) satisfies z.ZodType<Ask<'recordFollowUp'>, RecordFollowUpInput>;

/** The end of a placement. */
export const endCare = z
  .strictObject({ ...caseAct, care: id, outcome: z.enum(careOutcomes) })
  .transform(({ care, outcome, ...head }) =>
    ask('endCare', head, { care, outcome }),
  ) satisfies z.ZodType<Ask<'endCare'>, EndCareInput>;
