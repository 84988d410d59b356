import { type Refusal, refuse } from '../refusal.ts';
import { endOfDay, localDate, plusDays } from '../time.ts';
import { type Case, openIsolation } from './case.ts';
import { type Decider, dated } from './decider.ts';
import { nextNumber } from './moment.ts';
import { isolationDaysUsed } from './openings.ts';
import { paperRefs } from './paper.ts';

/**
 * Days a child may be kept from its parents in total, all orders together.
 *
 * @law ND56/2017 Art. 32.3
 */
export const isolationCapDays = 15;

/**
 * Emergency measures other than isolation: within twelve hours of the receipt.
 *
 * @law ND56/2017 Art. 26.3, 31.2
 */
export const applyEmergencyMeasure: Decider<'applyEmergencyMeasure'> = (state, command, moment) => [
  {
    type: 'EmergencyMeasureApplied',
    ...dated(command, moment),
    papers: paperRefs(state, command.papers),
    measures: command.measures,
  },
];

/**
 * The chair's decision on Form 07 to keep the child from parents or carers for some days.
 *
 * @law ND56/2017 Art. 32.1–32.3
 * @refuses ISOLATION_OPEN, ISOLATION_CAP_EXCEEDED, PLAN_REFUSAL_MISSING
 */
export const orderIsolation: Decider<'orderIsolation'> = (state, command, moment) => {
  if (openIsolation(state) !== undefined) return refuse('ISOLATION_OPEN');
  if (command.ground === 'CARER_REFUSES_PLAN' && state.planRefusedAt === null)
    return refuse('PLAN_REFUSAL_MISSING', ['ground']);
  const over = capRefusal(state, command.days);
  if (over !== undefined) return over;
  return [
    {
      type: 'IsolationOrdered',
      ...dated(command, moment),
      papers: paperRefs(state, command.papers),
      number: nextNumber('F07', moment),
      ground: command.ground,
      days: command.days,
      order: `iso${state.isolations.length + 1}`,
    },
  ];
};

/**
 * More days under the order in force; the cap of fifteen days never moves, unless a court was asked.
 *
 * @law ND56/2017 Art. 32.3
 * @refuses NO_ISOLATION, ISOLATION_CAP_EXCEEDED, ISOLATION_LAPSED
 */
export const extendIsolation: Decider<'extendIsolation'> = (state, command, moment) => {
  const open = openIsolation(state);
  if (open === undefined) return refuse('NO_ISOLATION');
  const over = open.inCourt ? undefined : capRefusal(state, command.days);
  if (over !== undefined) return over;
  const { about } = dated(command, moment);
  const end = endOfDay(plusDays(localDate(open.from), open.days + command.days));
  if (end <= about) return refuse('ISOLATION_LAPSED', ['days']);
  return [
    {
      type: 'IsolationExtended',
      ...dated(command, moment),
      papers: paperRefs(state, command.papers),
      order: open.order,
      days: open.days + command.days,
    },
  ];
};

/**
 * The order ends and the child was assessed: home, into alternative care, or the court is asked.
 *
 * @law ND56/2017 Art. 32.3; TT14/2020 Art. 14.3
 * @refuses NO_ISOLATION
 */
export const endIsolation: Decider<'endIsolation'> = (state, command, moment) => {
  const open = openIsolation(state);
  if (open === undefined) return refuse('NO_ISOLATION');
  return [
    {
      type: 'IsolationEnded',
      ...dated(command, moment),
      papers: paperRefs(state, command.papers),
      order: open.order,
      outcome: command.outcome,
    },
  ];
};

/**
 * The court is asked to restrict the parents' rights, or to let an isolation go on beyond the fifteen days.
 *
 * @law Law on Children 2016 Art. 52.3; Decree 147/2025/ND-CP; TT14/2020 Art. 14.3
 */
export const requestCourt: Decider<'requestCourt'> = (state, command, moment) => {
  const when = dated(command, moment);
  const open = openIsolation(state);
  // A court asked before the order was asked for something else.
  const order = open !== undefined && open.from <= when.about ? open.order : null;
  return [{ type: 'CourtRequested', ...when, document: command.document, order }];
};

function capRefusal(state: Case, moreDays: number): Refusal | undefined {
  const total = isolationDaysUsed(state) + moreDays;
  return total > isolationCapDays ? refuse('ISOLATION_CAP_EXCEEDED', ['days']) : undefined;
}
