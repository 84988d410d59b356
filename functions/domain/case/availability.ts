import type { Step } from '../procedure.ts';

import type { LaterCommandType } from './command.ts';

/** Acts that protect a child at once. */
export const protective = [
  'raiseEmergency',
  'lowerEmergency',
  'applyEmergencyMeasure',
  'orderIsolation',
  'extendIsolation',
  'endIsolation',
  'requestCourt',
  'referToInvestigation',
] as const;
const followingUp = ['recordFollowUp', 'endCare'] as const;
const corrections = ['correctResidence', 'correctChild', 'correctReceipt'] as const;
const relief = ['extendDeadline', 'pauseDeadline', 'resumeDeadline'] as const;
const disclosing = ['recordDisclosure', 'withdrawConsent'] as const;
const answering = ['recordSubjectRequest', 'answerSubjectRequest'] as const;
const oversight = ['declareConflict', 'liftConflict', 'breakGlass', 'reviewBreakGlass'] as const;
const following = [...followingUp, ...disclosing, ...answering, ...oversight] as const;
const always = ['acknowledge', 'addNote', 'addReport', ...following] as const;
const beside = [...always, ...corrections, ...relief] as const;
/** What may be done in a case as long as it is open. */
export const anyTime = ['assignWorker', 'placeInCare', ...beside] as const;
const handover = ['offerHandover', 'acceptHandover', 'declineHandover', 'assignCommune'] as const;

/**
 * Which acts are available at which step.
 *
 * @law ND56/2017 Art. 25–32
 */
export const available = {
  INITIAL_ASSESSMENT: [
    'assessInitially',
    'forwardReport',
    'markUnfounded',
    'assignCommune',
    ...protective,
    ...anyTime,
  ],
  NEEDS_ASSESSMENT: ['assessNeeds', 'markUnfounded', ...handover, ...protective, ...anyTime],
  PLAN_DRAFTING: ['recordMeeting', 'submitPlan', ...handover, ...protective, ...anyTime],
  PLAN_APPROVAL: [
    'approvePlan',
    'returnPlan',
    'recordPlanRefusal',
    ...handover,
    ...protective,
    ...anyTime,
  ],
  EXECUTION: [
    'sendDecision',
    'startPlanItem',
    'completePlanItem',
    'adjustPlan',
    'recordPlanRefusal',
    'reviewPlan',
    ...handover,
    ...protective,
    ...anyTime,
  ],
  CLOSING: ['closeCase', 'assessNeeds', 'reviewPlan', ...handover, ...protective, ...anyTime],
  CLOSED: ['archiveCase', 'reopenCase', ...beside],
  ARCHIVED: ['reopenCase', ...always],
} as const satisfies Record<Step, readonly LaterCommandType[]>;
