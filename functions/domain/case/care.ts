import { provinceOf } from '../directory.ts';
import { type Refusal, refuse } from '../refusal.ts';
import { type Care, type Case, findCare } from './case.ts';
import { type Decider, dated } from './decider.ts';
import { communeRefusal } from './handover.ts';
import { postsFor } from './moment.ts';
import { paperRefs } from './paper.ts';

/**
 * The child is handed to an alternative carer; the carer's commune follows it up, beyond the end of the case.
 *
 * @law Law on Children 2016 Art. 61; ND56/2017 Art. 43.2
 * @refuses CARE_OPEN, UNIT_UNKNOWN, UNIT_NOT_COMMUNE
 */
export const placeInCare: Decider<'placeInCare'> = (state, command, moment) => {
  if (state.care.some(({ endedAt }) => endedAt === null)) return refuse('CARE_OPEN');
  const wrong = communeRefusal(command.unit, undefined, moment, 'unit');
  if (wrong !== undefined) return wrong;
  const place = { unit: command.unit, province: provinceOf(command.unit, moment.directory) };
  return [
    {
      type: 'CarePlaced',
      ...dated(command, moment),
      papers: paperRefs(state, command.papers),
      care: `care${state.care.length + 1}`,
      form: command.form,
      ...place,
      told: postsFor(['COMMUNE_WORKER', 'COMMUNE_CHAIR'], place, moment),
    },
  ];
};

/**
 * The child was seen in care: on Form 13, by the carer's own word, or in the commune's evaluation.
 *
 * @law ND56/2017 Art. 43.2; Law on Children 2016 Art. 64.1b, 68.2
 * @refuses CARE_UNKNOWN, CARE_ENDED, FOLLOW_UP_NOT_DUE, HAPPENED_BEFORE_STEP
 */
export const recordFollowUp: Decider<'recordFollowUp'> = (state, command, moment) => {
  const when = dated(command, moment);
  const care = openCare(state, command.care, when.about);
  if ('refused' in care) return care;
  const due = state.deadlines.find(
    ({ rule, subject }) => rule === command.followUp && subject === care.id,
  );
  if (due === undefined) return refuse('FOLLOW_UP_NOT_DUE', ['followUp']);
  // The next look at a child cannot lie before the last one.
  if (when.about < due.from) return refuse('HAPPENED_BEFORE_STEP', ['happenedAt']);
  return [
    {
      type: 'FollowUpRecorded',
      ...when,
      papers: paperRefs(state, command.papers),
      care: care.id,
      followUp: command.followUp,
      month: due.count ?? 0,
    },
  ];
};

/**
 * The placement ends, and with it what was owed for it.
 *
 * @law ND56/2017 Art. 48
 * @refuses CARE_UNKNOWN, CARE_ENDED, HAPPENED_BEFORE_STEP
 */
export const endCare: Decider<'endCare'> = (state, command, moment) => {
  const when = dated(command, moment);
  const care = openCare(state, command.care, when.about);
  if ('refused' in care) return care;
  return [{ type: 'CareEnded', ...when, care: care.id, outcome: command.outcome }];
};

function openCare(state: Case, id: string, at: string): Care | Refusal {
  const care = findCare(state, id);
  if (care === undefined) return refuse('CARE_UNKNOWN', ['care']);
  if (care.endedAt !== null) return refuse('CARE_ENDED', ['care']);
  return at < care.from ? refuse('HAPPENED_BEFORE_STEP', ['happenedAt']) : care;
}
