import {
  type Case,
  type Deadline,
  emergencyClock,
  type Isolation,
  type Leg,
  type Plan,
  planRevision,
  withoutWorker,
} from './case.ts';
import { type DeadlineKey, deadlineId, type Fact, type FactOf, type FactType } from './event.ts';
import { receiptMoved } from './incident.ts';
import { filed } from './paper.ts';

type Evolve<Type extends FactType> = (state: Case, fact: FactOf<Type>) => Case;
type Evolvers = { readonly [Type in Exclude<FactType, 'ReportReceived'>]: Evolve<Type> };

/** The case after one more fact; the first fact makes it. */
export function evolve(state: Case | undefined, fact: Fact, id: string): Case {
  if (fact.type === 'ReportReceived') return opened(fact, id);
  if (state === undefined) throw new Error(`A case cannot begin with ${fact.type}`);
  const step = evolvers[fact.type] as Evolve<typeof fact.type>;
  const next = step(state, fact);
  const begun = next.step === state.step ? next : { ...next, stepSince: fact.about };
  return 'papers' in fact ? { ...begun, papers: filed(begun.papers, fact.papers) } : begun;
}

/** The case after some facts in order, without counting a commit. */
export function fold(state: Case | undefined, facts: readonly Fact[], id: string): Case {
  let next = state;
  for (const fact of facts) next = evolve(next, fact, id);
  if (next === undefined) throw new Error('A case needs at least one fact');
  return next;
}

/** The case after a commit: its facts, one more `seq`, and one more `revision` if people changed it. */
export function committed(
  state: Case | undefined,
  facts: readonly Fact[],
  commit: { readonly id: string; readonly raisesRevision: boolean },
): Case {
  const next = fold(state, facts, commit.id);
  const revision = (state?.revision ?? 0) + (commit.raisesRevision ? 1 : 0);
  return { ...next, seq: (state?.seq ?? 0) + 1, revision };
}

function opened(fact: FactOf<'ReportReceived'>, id: string): Case {
  const leg: Leg = { unit: fact.unit, province: fact.province, procedure: fact.procedure };
  return {
    id,
    incident: fact.incident,
    code: fact.code,
    synthetic: fact.synthetic,
    seq: 0,
    revision: 0,
    step: 'INITIAL_ASSESSMENT',
    stepSince: fact.about,
    openedBy: fact.openedBy,
    receivedAt: fact.about,
    residenceUnit: fact.residenceUnit,
    profile: fact.profile,
    emergencySince: null,
    loweredFrom: null,
    seriousHarm: null,
    incidentLeg: leg,
    residenceLeg: leg,
    offer: null,
    declinedBy: [],
    workers: {},
    cycle: 1,
    meetingAt: null,
    plan: null,
    isolations: [],
    review: null,
    closedAt: null,
    archivedAt: null,
    papers: {},
    deadlines: [],
  };
}

const unchanged = (state: Case): Case => state;

const evolvers: Evolvers = {
  ReportRecorded: unchanged,
  ReportForwarded: unchanged,
  ReportAdded: unchanged,
  ReceiptCorrected: unchanged,
  ReceiptMoved: receiptMoved,
  InitialAssessed: (state, fact) => ({
    ...state,
    step: 'NEEDS_ASSESSMENT',
    residenceLeg: { ...state.residenceLeg, procedure: fact.procedure },
    seriousHarm: fact.seriousHarm,
    emergencySince: state.emergencySince ?? (fact.seriousHarm ? fact.about : null),
  }),
  EmergencyRaised: (state, fact) => ({ ...state, emergencySince: fact.about }),
  EmergencyLowered: (state) => ({
    ...state,
    emergencySince: null,
    loweredFrom: emergencyClock(state),
  }),
  EmergencyMeasureApplied: unchanged,
  IsolationOrdered: (state, fact) => ({
    ...state,
    isolations: [
      ...state.isolations,
      { order: fact.order, from: fact.about, days: fact.days, endedAt: null },
    ],
  }),
  IsolationExtended: (state, fact) => changeIsolation(state, fact.order, { days: fact.days }),
  IsolationEnded: (state, fact) => changeIsolation(state, fact.order, { endedAt: fact.about }),
  HandoverOffered: (state, fact) => ({
    ...state,
    offer: { to: fact.to, province: fact.province, at: fact.about },
  }),
  HandoverAccepted: (state, fact) => ({
    ...state,
    offer: null,
    residenceLeg: { unit: fact.unit, province: fact.province, procedure: fact.procedure },
    workers: withoutWorker(state, 'RESIDENCE'),
  }),
  HandoverDeclined: (state, fact) => ({
    ...state,
    offer: null,
    declinedBy: [...state.declinedBy, fact.unit],
  }),
  NeedsAssessed: (state, fact) => ({
    ...state,
    step: fact.planNeeded ? 'PLAN_DRAFTING' : 'CLOSING',
  }),
  MeetingRecorded: (state, fact) => ({ ...state, meetingAt: fact.about }),
  PlanSubmitted: (state, fact) => ({
    ...state,
    step: 'PLAN_APPROVAL',
    plan: {
      cycle: state.cycle,
      revision: planRevision(state) + 1,
      items: fact.items,
      started: [],
      completed: [],
    },
  }),
  PlanReturned: (state) => ({ ...state, step: 'PLAN_DRAFTING' }),
  PlanApproved: (state) => ({ ...state, step: 'EXECUTION' }),
  DecisionSent: unchanged,
  PlanAdjusted: (state, fact) =>
    changePlan(state, { items: fact.items, revision: planRevision(state) + 1 }),
  PlanItemStarted: (state, fact) =>
    changePlan(state, { started: [...(state.plan?.started ?? []), fact.item] }),
  PlanItemCompleted: (state, fact) =>
    changePlan(state, { completed: [...(state.plan?.completed ?? []), fact.item] }),
  PlanReviewed: (state, fact) =>
    fact.outcome === 'CLOSE'
      ? { ...state, step: 'CLOSING', review: 'CLOSE' }
      : { ...state, step: 'PLAN_DRAFTING', review: 'CONTINUE', cycle: state.cycle + 1 },
  CaseClosed: (state, fact) => ({
    ...state,
    step: 'CLOSED',
    closedAt: fact.about,
    offer: null,
    emergencySince: null,
  }),
  CaseArchived: (state, fact) => ({ ...state, step: 'ARCHIVED', archivedAt: fact.about }),
  WorkerAssigned: (state, fact) => ({
    ...state,
    workers: { ...state.workers, [fact.leg]: fact.post },
  }),
  NoteAdded: unchanged,
  DeadlineSet: (state, fact) => ({ ...state, deadlines: [...state.deadlines, newDeadline(fact)] }),
  DeadlineMoved: (state, fact) =>
    changeDeadline(state, fact, {
      dueAt: fact.dueAt,
      status: fact.status,
      planning: fact.planning,
      calendar: fact.calendar,
      nextAt: fact.nextAt,
      rung: fact.rung,
      since: fact.known,
    }),
  DeadlineConfirmed: (state, fact) =>
    changeDeadline(state, fact, { status: 'PLANNED', nextAt: fact.nextAt, since: fact.known }),
  DeadlineClosed: (state, fact) => ({
    ...state,
    deadlines: state.deadlines.filter((each) => deadlineId(each) !== deadlineId(fact.deadline)),
  }),
  Acknowledged: (state, fact) =>
    changeDeadline(state, fact, { acknowledgedAt: fact.about, nextAt: fact.nextAt }),
  ReminderRecorded: (state, fact) => climbed(state, fact, {}),
  BreachRecorded: (state, fact) => climbed(state, fact, { breachedAt: fact.about }),
  Escalated: (state, fact) => climbed(state, fact, {}),
};

function newDeadline(fact: FactOf<'DeadlineSet'>): Deadline {
  return {
    ...fact.deadline,
    procedure: fact.procedure,
    from: fact.from,
    dueAt: fact.dueAt,
    status: fact.status,
    planning: fact.planning,
    calendar: fact.calendar,
    since: fact.known,
    rung: fact.rung,
    nextAt: fact.nextAt,
    breachedAt: null,
    acknowledgedAt: null,
    days: fact.days ?? null,
    named: fact.named ?? null,
  };
}

function climbed(
  state: Case,
  fact: FactOf<'ReminderRecorded' | 'BreachRecorded' | 'Escalated'>,
  more: Partial<Deadline>,
): Case {
  return changeDeadline(state, fact, { ...more, rung: fact.rung + 1, nextAt: fact.nextAt });
}

function changeDeadline(
  state: Case,
  fact: { readonly deadline: DeadlineKey },
  change: Partial<Deadline>,
): Case {
  const id = deadlineId(fact.deadline);
  const deadlines = state.deadlines.map((each) =>
    deadlineId(each) === id ? { ...each, ...change } : each,
  );
  return { ...state, deadlines };
}

function changeIsolation(state: Case, order: string, change: Partial<Isolation>): Case {
  const isolations = state.isolations.map((each) =>
    each.order === order ? { ...each, ...change } : each,
  );
  return { ...state, isolations };
}

function changePlan(state: Case, change: Partial<Plan>): Case {
  return state.plan === null ? state : { ...state, plan: { ...state.plan, ...change } };
}
