import { provinceOf } from '../directory.ts';
import { refuse } from '../refusal.ts';
import { isHandedOver, openIsolation, type Place } from './case.ts';
import { type Decider, dated } from './decider.ts';
import { bothCommunes, communeRefusal, missedBefore } from './handover.ts';
import { pinsFor } from './moment.ts';
import { paperRefs } from './paper.ts';

/**
 * The incident happened in another commune: the report goes on there, and its clocks go on running.
 *
 * @law ND56/2017 Art. 26.1
 * @refuses SAME_COMMUNE, UNIT_UNKNOWN, UNIT_NOT_COMMUNE, PROCEDURE_UNKNOWN, HANDOVER_PENDING
 */
export const forwardReport: Decider<'forwardReport'> = (state, command, moment) => {
  if (state.offer !== null) return refuse('HANDOVER_PENDING');
  const wrong = communeRefusal(command.to, state.incidentLeg, moment);
  if (wrong !== undefined) return wrong;
  const there: Place = { unit: command.to, province: provinceOf(command.to, moment.directory) };
  const pins = pinsFor(there, moment.now, moment);
  if (pins === undefined) return refuse('PROCEDURE_UNKNOWN', ['to']);
  const when = dated(command, moment);
  return [
    ...missedBefore(when.about, state, moment),
    {
      type: 'ReportForwarded',
      ...when,
      ...there,
      ...pins,
      told: bothCommunes(state.incidentLeg, there, moment),
    },
  ];
};

/**
 * Verification found nothing behind the report; the case is closed and can be reopened.
 *
 * What was breached before stays on record, and an emergency is lowered first, with its own reason.
 *
 * @law ND56/2017 Art. 25.2
 * @refuses EMERGENCY_OPEN, ISOLATION_OPEN, ALREADY_HANDED_OVER
 */
export const markUnfounded: Decider<'markUnfounded'> = (state, command, moment) => {
  if (state.emergencySince !== null) return refuse('EMERGENCY_OPEN');
  if (openIsolation(state) !== undefined) return refuse('ISOLATION_OPEN');
  if (isHandedOver(state)) return refuse('ALREADY_HANDED_OVER');
  return [
    {
      type: 'ReportUnfounded',
      ...dated(command, moment),
      papers: paperRefs(state, command.papers),
      ground: command.ground,
    },
  ];
};

/**
 * Signs of a crime are passed on to the investigating body; the protection of the child goes on beside it.
 *
 * @law ND56/2017 Art. 25.3; TT43/2021/TT-BCA Art. 5.1
 */
export const referToInvestigation: Decider<'referToInvestigation'> = (_state, command, moment) => [
  { type: 'ReferredToInvestigation', ...dated(command, moment), document: command.document },
];
