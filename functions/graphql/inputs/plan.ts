import * as z from 'zod';
import { type PlanItem, planRefusers } from '#domain/case/terms.ts';
import type {
  AdjustPlanInput,
  ApprovePlanInput,
  CompletePlanItemInput,
  RecordPlanRefusalInput,
  ReturnPlanInput,
  SendDecisionInput,
  StartPlanItemInput,
  SubmitPlanInput,
} from '#schema/generated.ts';
import { filed, type Written } from '../papers.ts';
import { type Ask, ask } from './ask.ts';
import { caseAct, line, localDate, noted, optional, text } from './fields.ts';

/** A plan item's id becomes part of deadline ids, so it has no dot; it is no number of a telephone or a person. */
const itemId = z.string().regex(/^(?!\d{9,}$)[\w-]{1,32}$/);

const item = z.strictObject({
  id: itemId,
  // A code and never a text, because the item stays clear while its wording is sealed.
  measure: z.string().regex(/^[A-Z][A-Z0-9_]{0,39}$/),
  startOn: localDate,
  endOn: localDate,
  costVnd: z.int().min(0).max(1_000_000_000_000),
  service: optional(text),
  responsible: optional(line),
  provider: optional(line),
});
type Item = z.output<typeof item>;

const plan = { ...caseAct, items: z.array(item).min(1).max(40), goals: optional(text) };

function clear({ id, measure, startOn, endOn, costVnd }: Item): PlanItem {
  return { id, measure, startOn, endOn, costVnd };
}

function wording(goals: string | null, items: readonly Item[]): Written<'FORM04'> {
  return {
    goals,
    items: items.map(({ id, service, responsible, provider }) => ({
      ...{ id, service, responsible, provider },
    })),
  };
}

/** The plan on Form 04. */
export const submitPlan = z.strictObject(plan).transform(({ items, goals, ...head }) =>
  ask('submitPlan', head, {
    items: items.map(clear),
    papers: filed({ FORM04: wording(goals, items) }),
  }),
) satisfies z.ZodType<Ask<'submitPlan'>, SubmitPlanInput>;

/** The plan as changed. */
export const adjustPlan = z.strictObject(plan).transform(({ items, goals, ...head }) =>
  ask('adjustPlan', head, {
    items: items.map(clear),
    papers: filed({ FORM04: wording(goals, items) }),
  }),
) satisfies z.ZodType<Ask<'adjustPlan'>, AdjustPlanInput>;

/** The plan sent back. */
export const returnPlan = z
  .strictObject({ ...caseAct, note: optional(text) })
  .transform(({ note, ...head }) =>
    ask('returnPlan', head, { papers: filed({ NOTE: note === null ? null : { text: note } }) }),
  ) satisfies z.ZodType<Ask<'returnPlan'>, ReturnPlanInput>;

const decision = z.strictObject({ signer: optional(line), text: optional(text) });

/** The decision on Form 05. */
export const approvePlan = z
  .strictObject({ ...caseAct, decision: optional(decision) })
  .transform(({ decision: made, ...head }) =>
    ask('approvePlan', head, { papers: filed({ FORM05: made }) }),
  ) satisfies z.ZodType<Ask<'approvePlan'>, ApprovePlanInput>;

/** Decision and plan as sent. */
export const sendDecision = z
  .strictObject({ ...caseAct, recipients: z.int().min(1).max(100) })
  .transform(({ recipients, ...head }) =>
    ask('sendDecision', head, { recipients }),
  ) satisfies z.ZodType<Ask<'sendDecision'>, SendDecisionInput>;

/** A service has begun. */
export const startPlanItem = z
  .strictObject({ ...caseAct, item: itemId })
  .transform(({ item: begun, ...head }) =>
    ask('startPlanItem', head, { item: begun }),
  ) satisfies z.ZodType<Ask<'startPlanItem'>, StartPlanItemInput>;

/** A service is done. */
export const completePlanItem = z
  .strictObject({ ...caseAct, item: itemId })
  .transform(({ item: done, ...head }) =>
    ask('completePlanItem', head, { item: done }),
  ) satisfies z.ZodType<Ask<'completePlanItem'>, CompletePlanItemInput>;

/** Parents or carers refuse the plan. */
export const recordPlanRefusal = z
  .strictObject({ ...caseAct, by: z.enum(planRefusers), note: optional(text) })
  .transform(({ by, note, ...head }) =>
    ask('recordPlanRefusal', head, { by, papers: noted(note) }),
  ) satisfies z.ZodType<Ask<'recordPlanRefusal'>, RecordPlanRefusalInput>;
