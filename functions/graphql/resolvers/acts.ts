import type { CommandType } from '#domain/case/command.ts';
import type { Resolvers } from '#schema/generated.ts';
import type { ActOf } from '../inputs/ask.ts';
import * as assessment from '../inputs/assessment.ts';
import { breakGlass, reviewBreakGlass } from '../inputs/break-glass.ts';
import * as care from '../inputs/care.ts';
import { declareConflict, liftConflict } from '../inputs/conflict.ts';
import * as correction from '../inputs/correction.ts';
import { recordDisclosure, withdrawConsent } from '../inputs/disclosure.ts';
import * as handover from '../inputs/handover.ts';
import { addReport, correctReceipt, receiveReport } from '../inputs/intake.ts';
import * as plan from '../inputs/plan.ts';
import * as protection from '../inputs/protection.ts';
import { acknowledge, addNote } from '../inputs/record.ts';
import * as relief from '../inputs/relief.ts';
import * as review from '../inputs/review.ts';
import { answerSubjectRequest, recordSubjectRequest } from '../inputs/subject.ts';
import * as verification from '../inputs/verification.ts';
import { type Write, write } from '../write.ts';

/** Every act on a case, by the name of its command. */
export const acts = {
  Mutation: {
    receiveReport: write(receiveReport),
    addReport: write(addReport),
    assessInitially: write(assessment.assessInitially),
    raiseEmergency: write(assessment.raiseEmergency),
    lowerEmergency: write(assessment.lowerEmergency),
    applyEmergencyMeasure: write(protection.applyEmergencyMeasure),
    orderIsolation: write(protection.orderIsolation),
    extendIsolation: write(protection.extendIsolation),
    endIsolation: write(protection.endIsolation),
    offerHandover: write(handover.offerHandover),
    acceptHandover: write(handover.acceptHandover),
    declineHandover: write(handover.declineHandover),
    assessNeeds: write(assessment.assessNeeds),
    recordMeeting: write(assessment.recordMeeting),
    submitPlan: write(plan.submitPlan),
    returnPlan: write(plan.returnPlan),
    approvePlan: write(plan.approvePlan),
    sendDecision: write(plan.sendDecision),
    adjustPlan: write(plan.adjustPlan),
    startPlanItem: write(plan.startPlanItem),
    completePlanItem: write(plan.completePlanItem),
    reviewPlan: write(review.reviewPlan),
    closeCase: write(review.closeCase),
    archiveCase: write(review.archiveCase),
    assignWorker: write(handover.assignWorker),
    acknowledge: write(acknowledge),
    addNote: write(addNote),
    correctReceipt: write(correctReceipt),
    forwardReport: write(verification.forwardReport),
    markUnfounded: write(verification.markUnfounded),
    referToInvestigation: write(verification.referToInvestigation),
    requestCourt: write(protection.requestCourt),
    recordPlanRefusal: write(plan.recordPlanRefusal),
    reopenCase: write(review.reopenCase),
    assignCommune: write(handover.assignCommune),
    placeInCare: write(care.placeInCare),
    recordFollowUp: write(care.recordFollowUp),
    endCare: write(care.endCare),
    correctResidence: write(correction.correctResidence),
    correctChild: write(correction.correctChild),
    extendDeadline: write(relief.extendDeadline),
    pauseDeadline: write(relief.pauseDeadline),
    resumeDeadline: write(relief.resumeDeadline),
    recordDisclosure: write(recordDisclosure),
    withdrawConsent: write(withdrawConsent),
    recordSubjectRequest: write(recordSubjectRequest),
    answerSubjectRequest: write(answerSubjectRequest),
    declareConflict: write(declareConflict),
    liftConflict: write(liftConflict),
    breakGlass: write(breakGlass),
    reviewBreakGlass: write(reviewBreakGlass),
  } satisfies { readonly [Type in CommandType]: Write<ActOf<Type>> },
} satisfies Resolvers;
