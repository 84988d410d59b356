import { setTimeout } from 'node:timers/promises';
import { type Clock, steadyClock } from './clock.ts';

/** How a pace knows the time and lets it pass, in milliseconds. */
export type Passing = {
  readonly clock: Clock;
  readonly wait: (milliseconds: number) => Promise<unknown>;
};

const realTime: Passing = { clock: steadyClock, wait: setTimeout };

/** A turnstile that lets through so many a second and no burst: each call ends when its turn has come. */
export function pace(perSecond: number, { clock, wait } = realTime): () => Promise<void> {
  const interval = 1000 / perSecond;
  let next = clock();
  return async () => {
    const now = clock();
    const turn = Math.max(now, next);
    next = turn + interval;
    if (turn > now) await wait(turn - now);
  };
}
