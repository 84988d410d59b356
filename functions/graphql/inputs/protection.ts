import * as z from 'zod';
import { isolationCapDays } from '#domain/case/protection.ts';
import { emergencyMeasures, isolationGrounds, isolationOutcomes } from '#domain/case/terms.ts';
import type {
  ApplyEmergencyMeasureInput,
  EndIsolationInput,
  ExtendIsolationInput,
  OrderIsolationInput,
  RequestCourtInput,
} from '#schema/generated.ts';
import { filed } from '../papers.ts';
import { type Ask, ask } from './ask.ts';
import { caseAct, documentNumber, line, optional, text } from './fields.ts';
import { questionnaire } from './questionnaire.ts';

const days = z.int().min(1).max(isolationCapDays);
const order = z.strictObject({
  isolatedFrom: z.array(line).max(50),
  placedWith: optional(text),
  note: optional(text),
});

/** Emergency measures other than isolation. */
export const applyEmergencyMeasure = z
  .strictObject({
    ...caseAct,
    measures: z.array(z.enum(emergencyMeasures)).min(1).max(emergencyMeasures.length),
    description: optional(text),
  })
  .transform(({ measures, description, ...head }) =>
    ask('applyEmergencyMeasure', head, {
      measures,
      papers: filed({ MEASURE: description === null ? null : { text: description } }),
    }),
  ) satisfies z.ZodType<Ask<'applyEmergencyMeasure'>, ApplyEmergencyMeasureInput>;

/** The isolation order on Form 07. */
export const orderIsolation = z
  .strictObject({
    ...caseAct,
    ground: z.enum(isolationGrounds),
    days,
    order: optional(order),
  })
  .transform(({ ground, days: ordered, order: wording, ...head }) =>
    ask('orderIsolation', head, { ground, days: ordered, papers: filed({ FORM07: wording }) }),
  ) satisfies z.ZodType<Ask<'orderIsolation'>, OrderIsolationInput>;

/** More days of isolation. */
export const extendIsolation = z
  .strictObject({ ...caseAct, days, order: optional(order) })
  .transform(({ days: more, order: wording, ...head }) =>
    ask('extendIsolation', head, { days: more, papers: filed({ FORM07: wording }) }),
  ) satisfies z.ZodType<Ask<'extendIsolation'>, ExtendIsolationInput>;

/** The end of an isolation, after the child was assessed again on Form 03. */
export const endIsolation = z
  .strictObject({
    ...caseAct,
    outcome: z.enum(isolationOutcomes),
    form: optional(questionnaire),
  })
  .transform(({ outcome, form, ...head }) =>
    ask('endIsolation', head, { outcome, papers: filed({ FORM03: form }) }),
  ) satisfies z.ZodType<Ask<'endIsolation'>, EndIsolationInput>;

/** A request to the court. */
export const requestCourt = z
  .strictObject({ ...caseAct, document: documentNumber })
  .transform(({ document, ...head }) =>
    ask('requestCourt', head, { document }),
  ) satisfies z.ZodType<Ask<'requestCourt'>, RequestCourtInput>;
