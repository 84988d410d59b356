import { refuse } from '../refusal.ts';
import { groundOf } from '../wall.ts';
import type { Case } from './case.ts';
import { type Decider, dated } from './decider.ts';
import { paperRefs } from './paper.ts';
import type { SubjectRequest, WithholdingGround } from './subject-terms.ts';

/** The request of this id that nobody has answered yet. */
export function unanswered(state: Case, id: string): SubjectRequest | undefined {
  return state.subjectRequests?.find((each) => each.id === id && each.answeredAt === null);
}

/**
 * The ground on which a request has to be refused, by what is on record of who asks; null where it may be granted.
 *
 * @policy 0044
 */
export function groundOffered({ conflict, verifiedBy }: SubjectRequest): WithholdingGround | null {
  if (conflict !== null) return 'ASKER_IN_CONFLICT';
  return verifiedBy === 'NOT_VERIFIED' ? 'ASKER_NOT_VERIFIED' : null;
}

/**
 * The child, or somebody for the child, asks to see what is kept about it; the term runs from the receipt.
 *
 * An officer who asks as a parent is held against the wall; their id is not kept.
 *
 * @law Law 91/2025/QH15 Art. 24
 * @refuses OFFICER_UNKNOWN
 */
export const recordSubjectRequest: Decider<'recordSubjectRequest'> = (state, command, moment) => {
  const { asker, verifiedBy, officer } = command;
  const { named } = moment;
  if (officer !== null && named === undefined) return refuse('OFFICER_UNKNOWN', ['officer']);
  const when = dated(command, moment);
  const papers = paperRefs(state, command.papers);
  const request = {
    ...{ id: `r${state.seq + 1}`, at: when.about, asker, verifiedBy },
    conflict: command.conflict ?? (named && groundOf(named, state)) ?? null,
    note: papers[0]?.version ?? null,
    ...{ answeredAt: null, refusedOn: null },
  };
  return [{ type: 'SubjectRequestRecorded', ...when, request, papers }];
};

/**
 * The record was given to whoever asked, or refused; never given to somebody in conflict or unverified.
 *
 * @policy 0044
 * @refuses REQUEST_UNKNOWN, HAPPENED_BEFORE_STEP, NOT_TO_BE_GIVEN
 */
export const answerSubjectRequest: Decider<'answerSubjectRequest'> = (state, command, moment) => {
  const { request, refusedOn } = command;
  const found = unanswered(state, request);
  if (found === undefined) return refuse('REQUEST_UNKNOWN', ['request']);
  const when = dated(command, moment);
  if (when.about < found.at) return refuse('HAPPENED_BEFORE_STEP', ['happenedAt']);
  if (refusedOn === null && groundOffered(found) !== null)
    return refuse('NOT_TO_BE_GIVEN', ['outcome']);
  const papers = paperRefs(state, command.papers);
  return [{ type: 'SubjectRequestAnswered', ...when, request, refusedOn, papers }];
};
