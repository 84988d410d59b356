import type { Messages } from './messages.ts';

/** The words of letters in English, which stand second. */
export const en: Messages = {
  subjectOfOne: '{urgent, select, yes {[URGENT] } other {}}{code}: {heading}',
  subjectOfMany:
    '{urgent, select, yes {[URGENT] } other {}}{count, plural, one {# notice} other {# notices}}{overdue, plural, =0 {} other {, # overdue}}',
  intro: 'There are {count} notices, in order of time, the oldest first.',
  dutyNotice:
    '{urgent, select, yes {[URGENT] } other {}}{heading}\nCase code: {code}\n{duty}\n{link}',
  acknowledge: 'Acknowledge (no login, works once): {acknowledgement}',
  actNotice: '{urgent, select, yes {[URGENT] } other {}}{heading}\nCase code: {code}\n{link}',
  closing:
    'Sent by a machine to the post you hold; please do not answer. What the case is about can be read only after a login.',
  headingFORWARDED: 'A new case has come to you',
  headingREPORT_ADDED: 'Another report of a case has come in',
  headingHANDOVER_OFFERED: 'A hand-over is offered',
  headingHANDOVER_ACCEPTED: 'The hand-over is accepted',
  headingHANDOVER_DECLINED: 'The hand-over is declined',
  headingCOMMUNE_ASSIGNED: 'It was decided which commune answers',
  headingCARE_PLACED: 'A child is placed in care in your commune',
  headingCONFLICT_DECLARED: 'Somebody is kept out of a case by a conflict of interest',
  headingGLASS_BROKEN: 'A case was opened in an emergency',
  headingREMINDER: 'A time limit is near',
  headingBREACH: 'A time limit has passed',
  headingESCALATION: 'Overdue and still not done',
};
