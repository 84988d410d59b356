import { type Refusal, refuse } from '../refusal.ts';
import type { Case } from './case.ts';
import { type Decider, dated } from './decider.ts';
import { nextNumber } from './moment.ts';
import { paperRefs } from './paper.ts';
import type { PlanItem } from './terms.ts';

/**
 * The worker submits the plan on Form 04 to the chair.
 *
 * The dossier of the first plan holds the minutes of the meeting, except in an emergency.
 *
 * @law ND56/2017 Art. 28.1–28.3
 * @refuses MEETING_MISSING, PLAN_ITEMS_INVALID
 */
export const submitPlan: Decider<'submitPlan'> = (state, command, moment) => {
  const isFirst = state.plan === null;
  if (isFirst && state.emergencySince === null && state.meetingAt === null)
    return refuse('MEETING_MISSING');
  const wrong = itemsRefusal(command.items);
  if (wrong !== undefined) return wrong;
  return [
    {
      type: 'PlanSubmitted',
      ...dated(command, moment),
      papers: paperRefs(state, command.papers),
      number: nextNumber('F04', moment),
      items: command.items,
    },
  ];
};

/**
 * The chair sends the plan back; the five working days start again with the return.
 *
 * @policy 0007
 */
export const returnPlan: Decider<'returnPlan'> = (state, command, moment) => [
  { type: 'PlanReturned', ...dated(command, moment), papers: paperRefs(state, command.papers) },
];

/**
 * The chair's decision on Form 05 that puts the plan in force.
 *
 * @law ND56/2017 Art. 28.4
 */
export const approvePlan: Decider<'approvePlan'> = (state, command, moment) => [
  {
    type: 'PlanApproved',
    ...dated(command, moment),
    papers: paperRefs(state, command.papers),
    number: nextNumber('F05', moment),
  },
];

/**
 * Decision and plan are sent to those responsible and to parents or carers.
 *
 * @law ND56/2017 Art. 28.5
 */
export const sendDecision: Decider<'sendDecision'> = (_state, command, moment) => [
  { type: 'DecisionSent', ...dated(command, moment), recipients: command.recipients },
];

/**
 * The chair changes the plan in force; what is completed stays as it was.
 *
 * @law ND56/2017 Art. 29.1a
 * @refuses PLAN_ITEMS_INVALID, PLAN_ITEM_COMPLETED_CHANGED
 */
export const adjustPlan: Decider<'adjustPlan'> = (state, command, moment) => {
  const wrong = itemsRefusal(command.items) ?? completedRefusal(state, command.items);
  if (wrong !== undefined) return wrong;
  return [
    {
      type: 'PlanAdjusted',
      ...dated(command, moment),
      papers: paperRefs(state, command.papers),
      items: command.items,
    },
  ];
};

/**
 * Parents or carers refuse the plan: a ground to isolate the child or to ask the court.
 *
 * @law ND56/2017 Art. 32.1b; Law on Children 2016 Art. 52.3
 */
export const recordPlanRefusal: Decider<'recordPlanRefusal'> = (state, command, moment) => [
  {
    type: 'PlanRefused',
    ...dated(command, moment),
    papers: paperRefs(state, command.papers),
    by: command.by,
  },
];

/**
 * A service of the plan has begun.
 *
 * @law ND56/2017 Art. 29
 * @refuses PLAN_ITEM_UNKNOWN, PLAN_ITEM_STATE
 */
export const startPlanItem: Decider<'startPlanItem'> = (state, command, moment) => {
  const wrong = itemRefusal(state, command.item, state.plan?.started ?? []);
  return wrong ?? [{ type: 'PlanItemStarted', ...dated(command, moment), item: command.item }];
};

/**
 * A service of the plan is done, started on record or not.
 *
 * @law ND56/2017 Art. 28.3a, 29
 * @refuses PLAN_ITEM_UNKNOWN, PLAN_ITEM_STATE
 */
export const completePlanItem: Decider<'completePlanItem'> = (state, command, moment) => {
  const wrong = itemRefusal(state, command.item, []);
  return wrong ?? [{ type: 'PlanItemCompleted', ...dated(command, moment), item: command.item }];
};

function itemRefusal(state: Case, item: string, begun: readonly string[]): Refusal | undefined {
  const plan = state.plan;
  if (!plan?.items.some(({ id }) => id === item)) return refuse('PLAN_ITEM_UNKNOWN', ['item']);
  const over = plan.completed.includes(item) || begun.includes(item);
  return over ? refuse('PLAN_ITEM_STATE', ['item']) : undefined;
}

function itemsRefusal(items: readonly PlanItem[]): Refusal | undefined {
  const ids = new Set(items.map(({ id }) => id));
  const ordered = items.every(({ startOn, endOn }) => startOn <= endOn);
  // A plan of nothing would have no last day, so nobody would ever be told to review it.
  const sound = items.length > 0 && ids.size === items.length && ordered;
  return sound ? undefined : refuse('PLAN_ITEMS_INVALID', ['items']);
}

function completedRefusal(state: Case, items: readonly PlanItem[]): Refusal | undefined {
  const plan = state.plan;
  const done = plan?.items.filter(({ id }) => plan.completed.includes(id)) ?? [];
  const kept = done.every((before) => items.some((after) => isSameItem(before, after)));
  return kept ? undefined : refuse('PLAN_ITEM_COMPLETED_CHANGED', ['items']);
}

function isSameItem(a: PlanItem, b: PlanItem): boolean {
  return (
    a.id === b.id &&
    a.measure === b.measure &&
    a.startOn === b.startOn &&
    a.endOn === b.endOn &&
    a.costVnd === b.costVnd
  );
}
