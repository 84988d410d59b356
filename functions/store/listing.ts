import type { ListedCase, ListKind } from '#app/ports/worklists.ts';
import { type Case, isHandedOver } from '#domain/case/case.ts';
import type { UnitCode } from '#domain/directory.ts';
import { isOverdue } from '#domain/permission.ts';
import type { Instant } from '#domain/time.ts';

/** The units whose worklists a case is in: of the incident, of residence, asked to take over, opening, and above. */
export function listingUnits(state: Case): readonly UnitCode[] {
  const { incidentLeg, residenceLeg, offer, openedBy } = state;
  const offered = offer === null ? [] : [offer.to, offer.province];
  return [
    ...new Set([
      incidentLeg.unit,
      incidentLeg.province,
      residenceLeg.unit,
      residenceLeg.province,
      openedBy.unit,
      ...offered,
    ]),
  ];
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

/** The letter a case is sorted under in a worklist: closed, open, or open and overdue. */
export function listLetter(state: Case): 'O' | 'V' | 'C' {
  if (state.step === 'CLOSED' || state.step === 'ARCHIVED') return 'C';
  return isOverdue(state) ? 'V' : 'O';
}

/** The letters a list reads, as bounds of the sort key; an overdue case is in the open list too. */
export const listBounds: Record<ListKind, readonly [string, string]> = {
  CLOSED: ['C#', 'C#~'],
  OPEN: ['O#', 'V#~'],
  OVERDUE: ['V#', 'V#~'],
};
