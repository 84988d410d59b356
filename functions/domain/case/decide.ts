import { may } from '../permission.ts';
import { isRefusal, type Refusal, refuse } from '../refusal.ts';
import type { Instant } from '../time.ts';
import {
  assessInitially,
  assessNeeds,
  lowerEmergency,
  raiseEmergency,
  recordMeeting,
} from './assessment.ts';
import { anyTime, available, protective } from './availability.ts';
import { breakGlass, reviewBreakGlass } from './break-glass.ts';
import { endCare, placeInCare, recordFollowUp } from './care.ts';
import { type Case, openIsolation } from './case.ts';
import { type Command, type CommandType, type LaterCommandType, sideActs } from './command.ts';
import { declareConflict, liftConflict } from './conflict.ts';
import { correctChild, correctResidence } from './corrections.ts';
import { withDeadlines } from './deadlines.ts';
import type { Decider } from './decider.ts';
import { recordDisclosure, withdrawConsent } from './disclosure.ts';
import type { Fact } from './event.ts';
import {
  acceptHandover,
  assignCommune,
  assignWorker,
  declineHandover,
  offerHandover,
} from './handover.ts';
import { instantRefusal } from './instants.ts';
import { receiveReport } from './intake.ts';
import type { Moment } from './moment.ts';
import {
  adjustPlan,
  approvePlan,
  completePlanItem,
  recordPlanRefusal,
  returnPlan,
  sendDecision,
  startPlanItem,
  submitPlan,
} from './plan.ts';
import {
  applyEmergencyMeasure,
  endIsolation,
  extendIsolation,
  orderIsolation,
  requestCourt,
} from './protection.ts';
import { acknowledge, addNote } from './record.ts';
import { extendDeadline, pauseDeadline, resumeDeadline } from './relief.ts';
import { addReport, correctReceipt } from './reports.ts';
import { archiveCase, closeCase, reopenCase, reviewPlan } from './review.ts';
import { answerSubjectRequest, recordSubjectRequest } from './subject-request.ts';
import { forwardReport, markUnfounded, referToInvestigation } from './verification.ts';
import { isPermitted, withinWall } from './within.ts';

type Deciders = { readonly [Type in LaterCommandType]: Decider<Type> };

/** Every act and what decides it: the index of what can be done. */
const deciders = {
  assessInitially,
  raiseEmergency,
  lowerEmergency,
  applyEmergencyMeasure,
  orderIsolation,
  extendIsolation,
  endIsolation,
  offerHandover,
  acceptHandover,
  declineHandover,
  assessNeeds,
  recordMeeting,
  submitPlan,
  returnPlan,
  approvePlan,
  sendDecision,
  adjustPlan,
  startPlanItem,
  completePlanItem,
  reviewPlan,
  closeCase,
  archiveCase,
  assignWorker,
  acknowledge,
  addNote,
  addReport,
  correctReceipt,
  forwardReport,
  markUnfounded,
  referToInvestigation,
  requestCourt,
  recordPlanRefusal,
  reopenCase,
  assignCommune,
  placeInCare,
  recordFollowUp,
  endCare,
  correctResidence,
  correctChild,
  extendDeadline,
  pauseDeadline,
  resumeDeadline,
  recordDisclosure,
  withdrawConsent,
  recordSubjectRequest,
  answerSubjectRequest,
  declareConflict,
  liftConflict,
  breakGlass,
  reviewBreakGlass,
} satisfies Deciders;

/** What a decider needs to know beside the moment: which case it is. */
export type CaseMoment = Moment & { readonly caseId: string };

/**
 * The facts an act leaves, with everything that follows for the deadlines; or why not.
 *
 * Permission is judged before availability, so nobody learns the step of a case that is not theirs.
 */
export function decide(
  state: Case | undefined,
  command: Command,
  moment: CaseMoment,
): readonly Fact[] | Refusal {
  const facts =
    command.type === 'receiveReport'
      ? receiveReport(command, moment)
      : proceed(state, command, moment);
  return isRefusal(facts) ? facts : withDeadlines(state, facts, moment);
}

function proceed(
  state: Case | undefined,
  command: Exclude<Command, { type: 'receiveReport' }>,
  moment: CaseMoment,
): readonly Fact[] | Refusal {
  if (state === undefined) return refuse('NOT_FOUND');
  if (!isPermitted(state, command.type, moment)) return refuse('NOT_ALLOWED');
  if (!isAvailable(state, command.type)) return refuse('NOT_AVAILABLE');
  const wrong = instantRefusal(command, {
    ...moment,
    state,
    begun: beginningOf(command.type, state),
  });
  if (wrong !== undefined) return wrong;
  // The table has one decider per command type, each with its own command; TypeScript cannot see the pairing.
  const decider = deciders[command.type] as Decider<typeof command.type>;
  return decider(state, command, withinWall(state, command.type, moment));
}

/** Whether an act is available at the present step, for whoever may do it. */
export function isAvailable(state: Case, act: LaterCommandType): boolean {
  const acts: readonly LaterCommandType[] = available[state.step];
  return acts.includes(act) && isWayOn(state, act);
}

/** Closing after a plan is gone back on by a review, closing without one by another assessment. */
function isWayOn({ plan, erasedAt }: Case, act: LaterCommandType): boolean {
  // What an act would seal could never be opened: an erased case stays as it is.
  if (erasedAt !== undefined) return false;
  if (act === 'assessNeeds') return plan === null;
  return act !== 'reviewPlan' || plan !== null;
}

/**
 * When what an act answers began: its step, the offer, the order or the emergency; protection and the record
 * run beside the steps.
 */
function beginningOf(act: LaterCommandType, state: Case): Instant {
  const { receivedAt, stepSince } = state;
  switch (act) {
    case 'extendIsolation':
    case 'endIsolation':
      return openIsolation(state)?.from ?? receivedAt;
    case 'lowerEmergency':
      return state.emergencySince ?? receivedAt;
    case 'reopenCase':
      return state.closedAt ?? receivedAt;
    case 'acceptHandover':
    case 'declineHandover':
      return state.offer?.at ?? stepSince;
    default: {
      const acts: readonly LaterCommandType[] = [...protective, ...anyTime];
      return acts.includes(act) ? receivedAt : stepSince;
    }
  }
}

/** The acts an actor may do on a case now. */
export function availableActions(state: Case, actor: Moment['actor']): readonly LaterCommandType[] {
  const acts: readonly LaterCommandType[] = available[state.step];
  return acts.filter((act) => isAvailable(state, act) && may(actor, act, state));
}

/** Whether an act changes what others decide on, and so raises the revision. */
export function raisesRevision(act: CommandType): boolean {
  return !sideActs.includes(act);
}
