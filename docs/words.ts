import type { RowKind, RowStatus } from '#domain/calendar.ts';
import type { Role } from '#domain/directory.ts';
import type { RungKind } from '#domain/ladder.ts';
import type { Verdict } from '#domain/overlay-strictness.ts';
import type { FieldClass } from '#domain/permission.ts';
import type { LimitLeg, Step, Subject, Turn } from '#domain/procedure.ts';
import type { Relation } from '#domain/relation.ts';
import { roleWords } from '#domain/role-words.ts';

/** A role in English. */
export const roleWord = (role: Role): string => roleWords[role].en;

/** How a post may stand to a case, as the end of "its unit is …". */
export const relationWords: Record<Relation, string> = {
  INCIDENT: 'the commune of the incident',
  RESIDENCE: 'the commune that answers for the residence leg',
  OFFERED: 'a commune asked to take over',
  CARE: 'the commune of an alternative carer',
  OPENER: 'the place that took the report down',
  PROVINCE: 'a province of the case',
  PROVINCE_OVERDUE: 'a province of the case, while a breach is open',
  CARE_PROVINCE: 'the province of an alternative carer',
  NATION: 'the ministry',
};

/** What the parts of a case hold. */
export const partWords: Record<FieldClass, string> = {
  STATUS: 'steps, deadlines, units, history',
  IDENTITY: 'who the child is',
  NARRATIVE: 'what happened; notes',
  INFORMANT: 'who reported it',
  PERPETRATOR: 'who is alleged to have done it',
  ASSESSMENT: 'Forms 02, 03, 06; minutes',
  PROTECTION: 'emergency measures, isolation',
  CARE: 'placements in alternative care, follow-ups',
  PLAN: 'Forms 04 and 05',
  OVERSIGHT: 'who is kept out, who looked in an emergency or asked to see it, and why',
};

/** Whose duty a limit is. */
export const legWords: Record<LimitLeg, string> = {
  INCIDENT: 'commune of the incident',
  RESIDENCE: 'commune of residence',
  ACCOUNTABLE: 'commune that answers when it starts',
};

/** What a limit is counted for, where a case has several of it at once. */
export const subjectWords: Record<Subject, string> = {
  PLAN_ITEM: 'each plan item',
  PLAN: 'the last expected end of the plan',
  ISOLATION: 'each isolation order',
  CARE: 'each placement in care',
  CHILD: 'a child of 14 or 15',
  GLASS: 'each access in an emergency',
  REQUEST: 'each request',
};

/** When a fact that may start a limit does. */
export const turnWords: Record<Turn, string> = {
  GOES_ON: 'if a plan is to follow',
  ENDS: 'if it leads to closing',
  PLACE_SETTLED: 'if the child turns out to live in the commune that answers',
  PLACE_DISPUTED: 'if the residence is unknown or its commune declines',
  HARM_FOUND: 'if serious harm was found and no measure has been taken',
  FOR_PROVINCE: 'if nobody of the province or the ministry did it',
  FOR_MINISTRY: 'if somebody of the province or the ministry did it',
};

/** How a local limit stands to that of the statute. */
export const verdictWords: Record<Verdict, string> = {
  STRICTER: 'stricter: never later, and at times earlier',
  SAME: 'the same',
  LOOSER: '**looser**: later from some starts or all',
  BEYOND: 'a duty of its own',
};

/** What a case waits for at each step. */
export const stepWords: Record<Step, string> = {
  INITIAL_ASSESSMENT: 'Form 02 (Art. 26)',
  NEEDS_ASSESSMENT: 'Form 03 (Art. 27)',
  PLAN_DRAFTING: 'the plan on Form 04 (Art. 28.1)',
  PLAN_APPROVAL: 'the decision of the chair on Form 05 (Art. 28.4)',
  EXECUTION: 'services, and then the review on Form 06 (Art. 29, 30)',
  CLOSING: 'the chair to close the case (Art. 30.1b)',
  CLOSED: 'the archive (Art. 30.3)',
  ARCHIVED: 'nothing more',
};

/** What a rung does. */
export const rungWords: Record<RungKind, string> = {
  REMINDER: 'remind',
  BREACH: 'record the breach',
  ESCALATION: 'escalate',
};

/** How a day differs from a plain week. */
export const rowWords: Record<RowKind, string> = {
  HOLIDAY: 'holiday',
  COMPENSATORY: 'day off in lieu',
  SWAPPED_OFF: 'day off, worked another day',
  SWAPPED_WORK: 'worked for another day',
  REVOKED: 'revoked: as in a plain week',
};

/** How sure a calendar row is. */
export const statusWords: Record<RowStatus, string> = {
  CONFIRMED: 'confirmed',
  ANNOUNCED: '**announced**',
  UNCONFIRMED: '**unconfirmed**',
};
