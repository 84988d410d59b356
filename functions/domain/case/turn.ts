import type { UnitCode } from '../directory.ts';
import type { Turn } from '../procedure.ts';
import { type Case, emergencyClock, isHandedOver, isInWork } from './case.ts';
import type { Fact } from './event.ts';

/** Whether a fact takes the case this turn. */
export function takesTurn(turn: Turn, fact: Fact, state: Case): boolean {
  // A finding of harm goes with either answer to where the case goes on.
  return turn === 'HARM_FOUND' ? findsHarm(fact, state) : turn === way(fact, state);
}

/** A measure taken before Form 02 is the one that Form 02 would call for. */
function findsHarm(fact: Fact, state: Case): boolean {
  return fact.type === 'InitialAssessed' && fact.seriousHarm && emergencyClock(state) !== null;
}

/** Which way an assessment, a review or a correction turns the case. */
function way(fact: Fact, state: Case): Turn {
  switch (fact.type) {
    case 'NeedsAssessed':
      return fact.planNeeded ? 'GOES_ON' : 'ENDS';
    case 'PlanReviewed':
      return fact.outcome === 'CONTINUE' ? 'GOES_ON' : 'ENDS';
    case 'ResidenceCorrected':
      return wayToPlace(fact.residenceUnit, state);
    case 'InitialAssessed':
    case 'CaseReopened':
      return isUnplaced(state) ? 'PLACE_DISPUTED' : 'GOES_ON';
    case 'HandoverDeclined':
      return 'PLACE_DISPUTED';
    default:
      return 'GOES_ON';
  }
}

/** A child that turns out to live in the commune that answers is in dispute no more. */
function wayToPlace(residence: UnitCode | null, state: Case): Turn {
  if (residence === null) return isPlaceable(state) ? 'PLACE_DISPUTED' : 'GOES_ON';
  return residence === state.residenceLeg.unit ? 'PLACE_SETTLED' : 'GOES_ON';
}

/** Nobody knows where the child lives, and no other commune has been found to answer meanwhile. */
function isUnplaced(state: Case): boolean {
  return state.residenceUnknown && isPlaceable(state) && !isHandedOver(state);
}

/** Who answers for the residence leg is asked from Form 03 on, while the case is in work. */
function isPlaceable(state: Case): boolean {
  return isInWork(state) && state.step !== 'INITIAL_ASSESSMENT';
}
