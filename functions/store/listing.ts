import type { ListedCase, ListOwner } from '#app/ports/worklists.ts';
import { type Case, isHandedOver, isInWork, placesOf } from '#domain/case/case.ts';
import { nation, type UnitCode } from '#domain/directory.ts';
import { isOverdue } from '#domain/relation.ts';
import type { Instant } from '#domain/time.ts';

/**
 * The lists a case is in: of the communes that answer or are asked to, of the provinces above them, and of
 * the agency that took the report down for another unit.
 *
 * Whoever may read one of these lists may see the state of every case in it. A canary is in none.
 */
export function listOwners(state: Case): readonly ListOwner[] {
  if (state.canary) return [];
  const units = new Set(placesOf(state).flatMap(({ unit, province }) => [unit, province]));
  const owners = [...units].map((unit) => ({ unit, agency: null }));
  return [...owners, ...openerList(state, units)];
}

function openerList({ openedBy }: Case, units: ReadonlySet<UnitCode>): readonly ListOwner[] {
  const { unit, agency } = openedBy;
  if (units.has(unit)) return [];
  // Only hotline 111 takes reports down for the nation, so its list is the nation's.
  return [{ unit, agency: unit === nation ? null : agency }];
}

/** The row of a case in a worklist. */
export function listedCase(state: Case): ListedCase {
  return {
    id: state.id,
    code: state.code,
    step: state.step,
    emergency: state.emergencySince !== null,
    overdue: isOverdue(state),
    receivedAt: state.receivedAt,
    dueAt: earliestDue(state),
    incidentUnit: state.incidentLeg.unit,
    residenceUnit: state.residenceLeg.unit,
    handover: handoverOf(state),
    synthetic: state.synthetic,
  };
}

function handoverOf(state: Case): ListedCase['handover'] {
  if (state.offer !== null) return 'OFFERED';
  return isHandedOver(state) ? 'ACCEPTED' : 'NONE';
}

function earliestDue(state: Case): Instant | null {
  const binding = state.deadlines.filter(({ status }) => status !== 'CONDITIONAL');
  return binding.reduce<Instant | null>(
    (first, { dueAt }) => (dueAt !== null && (first === null || dueAt < first) ? dueAt : first),
    null,
  );
}

/** The letter a case is sorted under in a worklist. */
export function listLetter(state: Case): 'O' | 'C' {
  return isInWork(state) ? 'O' : 'C';
}
