import type { Hold, Ladder } from '../ladder.ts';
import type { Case } from './case.ts';

const quarter: Hold = { effect: 'SLOWS', by: { unit: 'MINUTES', count: 15 } };

/**
 * A ladder as a link holds it: nobody knows whose acknowledgement it is, so in an emergency it holds any ladder for
 * a quarter of an hour at most.
 *
 * @policy 0051
 */
export function asHeldByLink(ladder: Ladder, { emergencySince }: Case): Ladder {
  if (emergencySince === null) return ladder;
  return { ...ladder, hold: { ...ladder.hold, ANONYMOUS: quarter } };
}
