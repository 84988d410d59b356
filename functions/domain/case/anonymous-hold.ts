import { hours, type Span } from '../deadline.ts';
import type { LadderName } from '../procedure.ts';
import type { Case } from './case.ts';

const quarter = hours(0.25);
const half = hours(12);

/**
 * How long an acknowledgement by a link holds the ladder: nobody knows whose it is, so it slows and never stops.
 *
 * @policy 0051
 */
const anonymousHold: Record<LadderName, Span> = {
  EMERGENCY: quarter,
  ROUTINE: half,
  PROVINCE: half,
  MINISTRY: half,
  // Nobody sees a canary, so nobody acknowledges one.
  CANARY: hours(0),
};

/** The hold of a link on a ladder; in an emergency a quarter of an hour, whatever the ladder is. */
export function anonymousHoldOn(ladder: LadderName, { emergencySince }: Case): Span {
  return emergencySince === null ? anonymousHold[ladder] : quarter;
}
