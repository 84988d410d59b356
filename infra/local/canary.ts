import type { SandboxClock } from './clock.ts';
import type { River } from './river.ts';
import type { TimeMachine } from './time-machine.ts';

type Parts = {
  readonly clock: Pick<SandboxClock, 'now'>;
  readonly river: Pick<River, 'canary'>;
  readonly time: Pick<TimeMachine, 'alone'>;
};

const quarter = 15 * 60_000;

/**
 * A round of the canaries for each quarter of an hour that the running clock has come to.
 *
 * A clock that is moved passes quarters without a round: a year would be thirty-five thousand of them, and
 * what is moved through is tried by the cases themselves.
 */
export function canaryRounds({ clock, river, time }: Parts): () => Promise<void> {
  let begun = Number.NEGATIVE_INFINITY;
  return async () => {
    const present = Math.floor(clock.now() / quarter);
    if (present === begun) return;
    begun = present;
    await time.alone(river.canary);
  };
}
