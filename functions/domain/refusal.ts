/** Every reason to say no, with what the caller can do about it. */
export const refusals = {
  NOT_FOUND: 'No such case for you. Check the id and the unit you act for.',
  NOT_ALLOWED: 'Your posts do not permit this act on this case. Ask the accountable commune.',
  NOT_AVAILABLE:
    'This act is not available at the present step. Read `step` and `availableActions`.',
  CONFLICT: 'The case has changed. Read it again and repeat with its current version.',
  BUSY: 'Others are writing this case. Repeat with the same idempotency key.',
  IDEMPOTENCY_KEY_REUSED: 'This key was used for another request. Use a new key.',
  HAPPENED_IN_FUTURE: 'An act can be recorded only after it happened. Correct the instant.',
  HAPPENED_BEFORE_STEP:
    'The act lies before what it answers: the step it belongs to had not begun. Correct the instant.',
  HAPPENED_BEFORE_RECEIPT: 'An act lies before the report was received. Correct the instant.',
  UNIT_UNKNOWN: 'No such administrative unit on that day. Use a code of the current unit list.',
  UNIT_NOT_COMMUNE: 'A commune-level unit is needed here. Use its five-digit code.',
  PROCEDURE_UNKNOWN: 'No procedure is in force for this unit on that day.',
  LIMIT_UNKNOWN: 'No such version of the procedure, or it has no such limit. Read `procedures`.',
  NAMED_DAY_MISSING: 'This limit is counted with a day the record names. Say which day.',
  TERM_UNFIT: 'This limit takes no such term. Leave it out.',
  SAME_COMMUNE: 'The case is already with this commune. Name another one.',
  HANDOVER_PENDING: 'A hand-over offer is open. It is to be accepted or declined first.',
  NO_HANDOVER: 'No open hand-over offer to your commune.',
  EMERGENCY_ALREADY_RAISED: 'The case is already an emergency.',
  NO_EMERGENCY: 'The case is not an emergency.',
  ISOLATION_OPEN: 'An isolation order is in force. End it first.',
  NO_ISOLATION: 'No isolation order is in force.',
  ISOLATION_LAPSED: 'The order would have ended before this act. End it and order anew.',
  ISOLATION_CAP_EXCEEDED: 'Isolation may last 15 days in total. Shorten it or request the court.',
  EMERGENCY_MEASURE_MISSING:
    'An emergency measure is still due. Record it or lower the emergency first.',
  MEETING_MISSING: 'The dossier needs the minutes of the meeting. Record the meeting first.',
  PLAN_ITEMS_INVALID: 'A plan needs items, with distinct ids and ends not before their starts.',
  PLAN_ITEM_UNKNOWN: 'The plan has no such item.',
  PLAN_ITEM_STATE: 'The plan item is already started or completed.',
  PLAN_ITEM_COMPLETED_CHANGED: 'A completed plan item cannot be changed or left out.',
  REVIEW_NOT_SAFE: 'Closing needs a child no longer at risk and stable. Continue instead.',
  DEADLINE_UNKNOWN: 'The case has no such open deadline.',
  POST_UNKNOWN: 'No such post in that unit.',
  KNOWN_OUT_OF_ORDER:
    'An act is known after it happened and before it is written down. Correct the instant.',
  EMERGENCY_OPEN: 'The case is an emergency. Lower it first.',
  ALREADY_HANDED_OVER: 'Another commune answers for the case now. It can only be closed there.',
  LEG_NOT_ASSIGNABLE:
    'At this step the other leg is the one to be assigned. Name that, or wait for its step.',
  PLAN_REFUSAL_MISSING: 'No refusal of the plan is on record. Record it first.',
  CARE_OPEN: 'The child is in alternative care already. End that placement first.',
  CARE_UNKNOWN: 'The case has no such placement in care.',
  CARE_ENDED: 'This placement in care has ended.',
  FOLLOW_UP_NOT_DUE: 'No follow-up of this kind is owed for this placement.',
  NOTHING_CHANGED: 'The record says so already.',
  NOT_PAUSABLE: 'The clock of this limit cannot be stopped: nothing allows it.',
  NOT_EXTENDABLE: 'This limit cannot be extended: nothing allows it.',
  GROUND_NOT_TAKEN: 'This limit takes no such ground. Read `relief` of its procedure.',
  CAP_EXCEEDED: 'More than may be granted in total. Ask for less.',
  DEADLINE_PAST: 'The deadline has passed; time that is over cannot be granted.',
  DEADLINE_PAUSED: 'The clock of this deadline stands still already.',
  DEADLINE_NOT_PAUSED: 'The clock of this deadline is running.',
  PAUSE_WITHOUT_EFFECT:
    'The clock would stand still through no time that counts, so the end would stay. Stop it for longer, or extend the deadline.',
  UNIT_EXCLUDED:
    'The offices of this unit are kept out of the case by a conflict of interest. Name another.',
  EXCLUSION_UNKNOWN: 'The case has no such exclusion. Read `exclusions`.',
  GLASS_NOT_NEEDED: 'You may see these parts already.',
  GLASS_UNKNOWN: 'The case has no such access to be judged. Read `glasses`.',
  TOO_LARGE: 'The content is too large. Shorten the texts.',
  TOO_MANY_CHILDREN: 'One incident may concern at most 15 children.',
  CONSENT_MISSING:
    'Consent of the representative and, from seven years on, of the child is needed before the disclosure.',
  CONSENT_WITHDRAWN: 'This consent was taken back. A new one is needed, or another basis.',
  REQUEST_UNKNOWN: 'The case has no such unanswered request. Read `subjectRequests`.',
  NOT_TO_BE_GIVEN:
    'By what is on record of who asks it cannot be given. Refuse it on `groundOffered`.',
  ALREADY_ERASED: 'The papers of this case are erased already.',
  NOT_ARCHIVED: 'Only an archived case can be erased. Archive it first.',
  DUTY_OPEN: 'Somebody still owes something for this child. Read `deadlines`.',
  ORDER_UNKNOWN: 'There is no such order.',
  ORDER_NOT_OPEN: 'The order is approved, withdrawn or has expired. Read its status.',
  NEW_SIGNER: 'Whoever signs second had the post before the order was made. Ask somebody who had.',
  SAME_SIGNER: "The second signature is another person's. Ask somebody else to approve.",
  REPORT_UNKNOWN: 'The incident has no such report. Read `incident.reports`.',
  SAME_RECEIPT: 'The report was received then already. Give another instant.',
  OFFICER_UNKNOWN: 'No such officer in the directory. Appoint them to a post first.',
  APP_UNKNOWN: 'No such app. Register it first.',
  SUBJECT_TAKEN:
    'This id is that of another officer at the identity provider. Move it there first.',
  POST_VACANT: 'Nobody holds this post, or it is disabled. Appoint somebody first.',
  DELEGATE_UNFIT: 'This officer cannot act by the post then. Read `delegatePost` in the schema.',
  STRETCH_UNFIT: 'The stretch is empty or over. Correct its ends.',
  STRETCH_TAKEN: 'Another leave or delegation covers a part of this stretch. End that first.',
  TOO_MANY: 'No more are kept at once. End or retire one first.',
  CREDENTIAL_KNOWN: 'Another active credential has this id or this secret. Use new ones.',
  LAST_ADMINISTRATOR: 'There must always be an administrator who can act. Appoint another first.',
  OWN_ACCOUNT:
    'This would shut you out. Another administrator does it, or you through another app.',
  WEBHOOK_UNKNOWN: 'No such webhook. Register it first.',
  WEBHOOK_TAKEN: 'Another app has a webhook of this name in this unit. Choose another name.',
  WEBHOOK_UNANSWERED:
    'The server did not take the ping. Install the secret there, and try with `testWebhook`.',
  DELIVERY_UNKNOWN: 'The webhook has no such delivery. Read `webhookDeliveries`.',
  DELIVERY_ON_ITS_WAY: 'The delivery is waiting for its next attempt already.',
  DELIVERY_NOT_DEAD: 'Only a delivery that was given up is sent again. Read `deadLetters`.',
  OWN_RIGHTS: 'Nobody gives posts to themselves. Another administrator does it.',
  ROLES_APART:
    'Nobody who administers or analyses holds a post that follows cases, nor the reverse. Name another officer.',
  NO_LONGER_ADMITTED: 'You were suspended, or your app was disabled, while this was being done.',
} as const;

/** A stable code partners program against. */
export type RefusalCode = keyof typeof refusals;

/** An answer that says no: a value, never thrown, and without any content of the request. */
export type Refusal = {
  readonly refused: RefusalCode;
  /** Path of the input at fault, when one is. */
  readonly field?: readonly string[];
  /** The current human revision, with `CONFLICT`. */
  readonly revision?: number;
};

/** Says no. */
export function refuse(refused: RefusalCode, field?: readonly string[]): Refusal {
  return field === undefined ? { refused } : { refused, field };
}

/** Whether an answer says no. */
export function isRefusal(answer: object): answer is Refusal {
  return 'refused' in answer;
}
