import { refuse } from '../refusal.ts';
import type { Decider } from './decider.ts';
import { dated } from './decider.ts';
import { nextNumber, pinsFor } from './moment.ts';
import { paperRefs } from './paper.ts';

/**
 * The initial assessment on Form 02: whether the child suffers or risks serious harm.
 *
 * Serious harm makes the case an emergency and the twelve hours binding.
 *
 * @law ND56/2017 Art. 26.2, 26.3
 */
export const assessInitially: Decider<'assessInitially'> = (state, command, moment) => {
  const { residenceLeg } = state;
  // Steps 3 to 6 begin here: their leg pins the versions in force now, not those of the receipt.
  const { procedure, overlay } = pinsFor(residenceLeg, moment.now, moment) ?? residenceLeg;
  return [
    {
      type: 'InitialAssessed',
      ...dated(command, moment),
      papers: paperRefs(state, command.papers),
      number: nextNumber('F02', moment),
      seriousHarm: command.seriousHarm,
      procedure,
      overlay,
    },
  ];
};

/**
 * The child needs emergency protection, found outside Form 02 or after it.
 *
 * @law ND56/2017 Art. 31.1
 * @refuses EMERGENCY_ALREADY_RAISED
 */
export const raiseEmergency: Decider<'raiseEmergency'> = (state, command, moment) => {
  if (state.emergencySince !== null) return refuse('EMERGENCY_ALREADY_RAISED');
  return [{ type: 'EmergencyRaised', ...dated(command, moment), ground: command.ground }];
};

/**
 * The emergency is over or was raised in error; a breach recorded meanwhile stays.
 *
 * @law ND56/2017 Art. 31
 * @refuses NO_EMERGENCY, ISOLATION_OPEN
 */
export const lowerEmergency: Decider<'lowerEmergency'> = (state, command, moment) => {
  if (state.emergencySince === null) return refuse('NO_EMERGENCY');
  if (state.isolations.some(({ endedAt }) => endedAt === null)) return refuse('ISOLATION_OPEN');
  return [
    { type: 'EmergencyLowered', ...dated(command, moment), raisedInError: command.raisedInError },
  ];
};

/**
 * The specific assessment on Form 03: what the child needs, and whether a plan is needed.
 *
 * While a hand-over is only offered, the commune that still answers can still do it.
 *
 * @law ND56/2017 Art. 27.1
 */
export const assessNeeds: Decider<'assessNeeds'> = (state, command, moment) => [
  {
    type: 'NeedsAssessed',
    ...dated(command, moment),
    papers: paperRefs(state, command.papers),
    number: nextNumber('F03', moment),
    planNeeded: command.planNeeded,
  },
];

/**
 * The meeting the chair holds with all concerned; its minutes belong to the dossier.
 *
 * @law ND56/2017 Art. 27.2, 28.2b
 */
export const recordMeeting: Decider<'recordMeeting'> = (state, command, moment) => [
  {
    type: 'MeetingRecorded',
    ...dated(command, moment),
    papers: paperRefs(state, command.papers),
  },
];
