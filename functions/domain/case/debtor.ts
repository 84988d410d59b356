import { type Case, findCare, legOf, offeredPlace, type Place } from './case.ts';
import { type DeadlineKey, isFollowUp } from './terms.ts';

type Owed = Pick<DeadlineKey, 'rule' | 'leg' | 'subject'>;

/**
 * Where an open duty is owed, and by whose days it goes: the leg's commune, the one asked to take over, that
 * of the carer; or the province, asked which commune answers.
 *
 * @policy 0027
 */
export function debtorPlace(state: Case, { rule, leg, subject }: Owed): Place {
  const own = legOf(state, leg);
  if (rule === 'P01') return offeredPlace(state) ?? own;
  if (rule === 'P03') return { unit: own.province, province: own.province };
  return (isFollowUp(rule) ? findCare(state, subject) : undefined) ?? own;
}
