import { refuse } from '../refusal.ts';
import { openIsolation } from './case.ts';
import { type Decider, dated } from './decider.ts';
import { nextNumber } from './moment.ts';
import { paperRefs } from './paper.ts';

/**
 * The review on Form 06: close, or go round again from the plan.
 *
 * Closing needs both: no more risk of abuse, and a stable child.
 *
 * @law ND56/2017 Art. 30.1, 30.2
 * @refuses REVIEW_NOT_SAFE
 */
export const reviewPlan: Decider<'reviewPlan'> = (state, command, moment) => {
  const safe = !command.atRisk && command.stable;
  if (command.outcome === 'CLOSE' && !safe) return refuse('REVIEW_NOT_SAFE', ['outcome']);
  return [
    {
      type: 'PlanReviewed',
      ...dated(command, moment),
      papers: paperRefs(state, command.papers),
      number: nextNumber('F06', moment),
      outcome: command.outcome,
      atRisk: command.atRisk,
      stable: command.stable,
    },
  ];
};

/**
 * The chair closes the case after a review that proposed it, or after Form 03 found no plan needed.
 *
 * An offer nobody has answered ends with the case.
 *
 * @law ND56/2017 Art. 30.1b
 * @refuses ISOLATION_OPEN, EMERGENCY_MEASURE_MISSING
 */
export const closeCase: Decider<'closeCase'> = (state, command, moment) => {
  if (openIsolation(state) !== undefined) return refuse('ISOLATION_OPEN');
  const owed = state.deadlines.some(
    ({ rule, local, status }) => rule === 'D05' && !local && status !== 'CONDITIONAL',
  );
  if (owed && state.emergencySince !== null) return refuse('EMERGENCY_MEASURE_MISSING');
  return [{ type: 'CaseClosed', ...dated(command, moment) }];
};

/**
 * The dossier is archived at the commune and entered in the national child database.
 *
 * @law ND56/2017 Art. 30.3
 */
export const archiveCase: Decider<'archiveCase'> = (_state, command, moment) => [
  { type: 'CaseArchived', ...dated(command, moment), nationalRecord: command.nationalRecord },
];

/**
 * A closed case is taken up again, with its history.
 *
 * New information is a receipt: Form 02 again, and the twelve hours run from when it came in. A case closed in
 * error goes on with Form 03.
 *
 * @law ND56/2017 Art. 25.1, 26, 27
 * @policy 0027
 */
export const reopenCase: Decider<'reopenCase'> = (state, command, moment) => {
  const isAssessed = state.seriousHarm !== null;
  const isAnew = command.ground === 'NEW_INFORMATION' || !isAssessed;
  return [
    {
      type: 'CaseReopened',
      ...dated(command, moment),
      papers: paperRefs(state, command.papers),
      ground: command.ground,
      to: isAnew ? 'INITIAL_ASSESSMENT' : 'NEEDS_ASSESSMENT',
    },
  ];
};
