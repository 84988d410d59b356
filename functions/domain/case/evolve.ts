import { canaryReport } from './canary.ts';
import { type Case, emergencyClock, type Isolation, type Plan, planRevision } from './case.ts';
import { closed, placed, received, reopened, repinned } from './course.ts';
import { mostDisclosures } from './disclosure-terms.ts';
import type { Fact, FactOf, FactType } from './event.ts';
import { boundByHarm, deadlineEvolvers } from './evolve-deadlines.ts';
import { declared, judged, lifted } from './oversight-course.ts';
import { filed } from './paper.ts';

type Evolve<Type extends FactType> = (state: Case, fact: FactOf<Type>) => Case;
type Evolvers = { readonly [Type in Exclude<FactType, 'ReportReceived'>]: Evolve<Type> };

/** The case after one more fact; the first fact makes it. */
export function evolve(state: Case | undefined, fact: Fact, id: string): Case {
  if (fact.type === 'ReportReceived') return received(fact, id);
  if (state === undefined) return { ...received(canaryReport(fact, id), id), canary: true };
  const step = evolvers[fact.type] as Evolve<typeof fact.type>;
  const next = step(state, fact);
  const begun = next.step === state.step ? next : { ...next, stepSince: fact.about };
  if (begun.erasedAt !== undefined) return begun;
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

const unchanged = (state: Case): Case => state;
const evolvers: Evolvers = {
  CanarySetOff: unchanged,
  ReportRecorded: unchanged,
  ReportAdded: unchanged,
  ReceiptCorrected: unchanged,
  ReportForwarded: (state, fact) => placed(state, 'INCIDENT', fact),
  ReportUnfounded: (state, fact) => ({ ...closed(state, fact.about), unfounded: true }),
  ReferredToInvestigation: (state, fact) => ({
    ...state,
    investigatedSince: state.investigatedSince ?? fact.about,
  }),
  InitialAssessed: assessed,
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
      { order: fact.order, from: fact.about, days: fact.days, endedAt: null, inCourt: false },
    ],
  }),
  IsolationExtended: (state, fact) => changeIsolation(state, fact.order, { days: fact.days }),
  IsolationEnded: (state, fact) => changeIsolation(state, fact.order, { endedAt: fact.about }),
  HandoverOffered: (state, fact) => ({
    ...state,
    offer: { to: fact.to, province: fact.province, at: fact.about },
  }),
  HandoverAccepted: (state, fact) => placed({ ...state, offer: null }, 'RESIDENCE', fact),
  HandoverDeclined: (state, fact) => ({
    ...state,
    offer: null,
    declinedBy: [...state.declinedBy, fact.unit],
  }),
  CommuneAssigned: (state, fact) => placed({ ...state, offer: null }, fact.leg, fact),
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
  PlanRefused: (state, fact) => ({ ...state, planRefusedAt: fact.about }),
  CourtRequested: (state, fact) =>
    fact.order === null ? state : changeIsolation(state, fact.order, { inCourt: true }),
  CaseClosed: (state, fact) => closed(state, fact.about),
  CaseReopened: (state, fact) => reopened(state, fact),
  CaseArchived: (state, fact) => ({ ...state, step: 'ARCHIVED', archivedAt: fact.about }),
  CarePlaced: (state, { care: id, form, unit, province, about }) => ({
    ...state,
    care: [...state.care, { id, form, unit, province, from: about, endedAt: null }],
  }),
  FollowUpRecorded: unchanged,
  CareEnded: (state, fact) => ({
    ...state,
    care: state.care.map((each) =>
      each.id === fact.care ? { ...each, endedAt: fact.about } : each,
    ),
  }),
  ResidenceCorrected: (state, { residenceUnit }) => ({
    ...state,
    residenceUnit,
    residenceUnknown: residenceUnit === null,
  }),
  ChildCorrected: (state, { sex, ageGroup, sixteenFrom }) => ({
    ...state,
    profile: { ...state.profile, sex, ageGroup },
    sixteenFrom,
  }),
  ReceiptMoved: (state, { receivedAt }) => ({
    ...state,
    receivedAt,
    informedAt: state.informedAt === state.receivedAt ? receivedAt : state.informedAt,
    // A first step taken up again began later, and stays where it began.
    stepSince: state.stepSince === state.receivedAt ? receivedAt : state.stepSince,
  }),
  WorkerAssigned: (state, fact) => ({
    ...state,
    workers: { ...state.workers, [fact.leg]: fact.post },
  }),
  ProcedureMigrated: repinned,
  NoteAdded: unchanged,
  DisclosureRecorded: (state, { about: at, recipient, legalBasis, secrecy, purpose, parts }) => ({
    ...state,
    disclosures: [
      ...(state.disclosures ?? []),
      { at, recipient, legalBasis, secrecy, purpose, parts },
    ].slice(-mostDisclosures),
  }),
  ConsentWithdrawn: (state, { about }) => ({
    ...state,
    // The last one counts, in whatever order they are written down.
    consentWithdrawnAt: [state.consentWithdrawnAt ?? about, about].toSorted().at(-1) ?? about,
  }),
  SubjectRequestRecorded: (state, { request }) => ({
    ...state,
    subjectRequests: [...(state.subjectRequests ?? []), request],
  }),
  SubjectRequestAnswered: (state, { request, refusedOn, about: answeredAt }) => ({
    ...state,
    subjectRequests: (state.subjectRequests ?? []).map((each) =>
      each.id === request ? { ...each, answeredAt, refusedOn } : each,
    ),
  }),
  CaseErased: (state, { about }) => ({ ...state, papers: {}, sixteenFrom: null, erasedAt: about }),
  ConflictDeclared: declared,
  ConflictLifted: lifted,
  GlassBroken: (state, { glass }) => ({ ...state, glasses: [...(state.glasses ?? []), glass] }),
  GlassReviewed: judged,
  ...deadlineEvolvers,
};

function assessed(before: Case, fact: FactOf<'InitialAssessed'>): Case {
  const { procedure, overlay, seriousHarm } = fact;
  const state: Case = {
    ...before,
    step: 'NEEDS_ASSESSMENT',
    residenceLeg: { ...before.residenceLeg, procedure, overlay },
    seriousHarm,
    emergencySince: before.emergencySince ?? (seriousHarm ? fact.about : null),
  };
  // What was done late is judged by a fact of its own.
  const bound = state.ended.map((each) => (each.how === 'MET' ? boundByHarm(each, state) : each));
  return { ...state, ended: bound };
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
