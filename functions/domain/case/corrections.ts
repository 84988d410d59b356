import { refuse } from '../refusal.ts';
import { type Decider, dated } from './decider.ts';
import { communeRefusal } from './handover.ts';
import { ageGroupOf, sixteenFrom } from './intake.ts';
import { paperRefs } from './paper.ts';

/**
 * Where the child lives was recorded wrongly, or turns out to be unknown.
 *
 * The record follows; who answers changes by a hand-over or by the province, never by a correction.
 *
 * @law Law on Children 2016 Art. 52.2
 * @refuses NOTHING_CHANGED, UNIT_UNKNOWN, UNIT_NOT_COMMUNE
 */
export const correctResidence: Decider<'correctResidence'> = (state, command, moment) => {
  const { residenceUnit } = command;
  const isKnownSo = residenceUnit !== null || state.residenceUnknown;
  if (residenceUnit === state.residenceUnit && isKnownSo)
    return refuse('NOTHING_CHANGED', ['residenceUnit']);
  const wrong =
    residenceUnit === null
      ? undefined
      : communeRefusal(residenceUnit, undefined, moment, 'residenceUnit');
  if (wrong !== undefined) return wrong;
  return [{ type: 'ResidenceCorrected', ...dated(command, moment), residenceUnit }];
};

/**
 * Who the child is was recorded wrongly: the sealed identity gets a new version, sex and age group follow.
 *
 * The age that counts is that at the receipt; the month of the sixteenth birthday moves its duty.
 *
 * @law Law on Children 2016 Art. 1
 */
export const correctChild: Decider<'correctChild'> = (state, command, moment) => [
  {
    type: 'ChildCorrected',
    ...dated(command, moment),
    papers: paperRefs(state, command.papers),
    sex: command.child.sex,
    ageGroup: ageGroupOf(command.child, state.receivedAt),
    sixteenFrom: sixteenFrom(command.child),
  },
];
