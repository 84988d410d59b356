import { fromEpoch, type Instant } from '#domain/time.ts';

/** Milliseconds after 1970 by some clock. */
export type Clock = () => number;

/** The clock on the wall; tokens and key caches always use it. */
export const realClock: Clock = () => Date.now();

/** Milliseconds since this process began; unlike the clock on the wall it is never set back. */
export const steadyClock: Clock = () => performance.now();

let clock: Clock = realClock;

/** Puts another clock in the place of the real one: the sandbox's, for the whole process. */
export function setClock(other: Clock): void {
  clock = other;
}

/** The present instant for every door. */
export function now(): Instant {
  return fromEpoch(clock());
}

/** A budget of real time: answers false once it is spent. */
export function budget(milliseconds: number): () => boolean {
  const end = steadyClock() + milliseconds;
  return () => steadyClock() < end;
}
