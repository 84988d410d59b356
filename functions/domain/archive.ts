import type { Case } from './case/case.ts';
import type { LaterCommandType } from './case/command.ts';
import { partsOfChild } from './case/subject-terms.ts';
import type { FieldClass } from './permission.ts';

/**
 * What of an archived case is shown as before: how it stands and how it went, and who looked into it.
 *
 * @law ND56/2017 Art. 30.3
 * @policy 0040
 */
export const shownInArchive: readonly FieldClass[] = ['STATUS', 'OVERSIGHT'];

/** A duty that goes on in the archive, the act that meets it, and the parts this takes. */
export type GoingOn = {
  readonly act: LaterCommandType;
  readonly isOwed: (state: Case) => boolean;
  readonly opens: readonly FieldClass[];
};

/**
 * Why papers of an archived case are opened in everyday work: a duty that outlives the plan, and nothing else.
 *
 * They stay open to whoever may do its act, and only those that they saw before.
 *
 * @law ND56/2017 Art. 43.2; Law on Children 2016 Art. 64
 * @policy 0040
 */
export const goingOnInArchive: readonly GoingOn[] = [
  {
    act: 'recordFollowUp',
    isOwed: ({ care }) => care.some(({ endedAt }) => endedAt === null),
    opens: ['IDENTITY', 'CARE'],
  },
  {
    act: 'answerSubjectRequest',
    isOwed: ({ subjectRequests = [] }) =>
      subjectRequests.some(({ answeredAt }) => answeredAt === null),
    opens: partsOfChild,
  },
];

/**
 * The parts of a case that its archiving leaves open to somebody who may do some acts; all before it and after a
 * reopening.
 *
 * @policy 0040
 */
export function isOpen(
  part: FieldClass,
  state: Case,
  may: (act: LaterCommandType) => boolean,
): boolean {
  if (state.step !== 'ARCHIVED' || shownInArchive.includes(part)) return true;
  return goingOnInArchive.some(
    ({ act, isOwed, opens }) => opens.includes(part) && isOwed(state) && may(act),
  );
}
