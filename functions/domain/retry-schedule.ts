import type { Channel } from './delivery.ts';

/** The gaps between the attempts of one delivery, in minutes, the first attempt being made at once. */
export type Schedule = readonly number[];

const every = (minutes: number, times: number): Schedule => new Array<number>(times).fill(minutes);

/**
 * The published schedules, each of some 75 hours: a holiday weekend during which nobody mends anything.
 *
 * People are waited for in steps that grow to six hours, and in an emergency never longer than a quarter of an
 * hour; servers of partners are asked at the steps of the Standard Webhooks.
 *
 * @policy 0047
 */
export const schedules = {
  EMERGENCY: [1, 2, 5, ...every(12, 375)],
  ROUTINE: [1, 5, 15, 30, 60, 120, 240, ...every(360, 11)],
  WEBHOOK: [1 / 12, 5, 30, 120, 300, 600, 840, 1200, 1440],
} as const satisfies Readonly<Record<string, Schedule>>;

/**
 * How much a gap may be longer than published, as a part of it.
 *
 * Chance only adds: what was put off together comes back apart, and no schedule is used up before its time.
 *
 * @policy 0047
 */
export const spread = 1 / 4;

/** Which of the schedules a delivery follows. */
export function scheduleOf(channel: Channel, emergency: boolean): Schedule {
  if (channel === 'WEBHOOK') return schedules.WEBHOOK;
  return emergency ? schedules.EMERGENCY : schedules.ROUTINE;
}

/** What a delivery must say of itself for its next attempt to be found. */
export type Attempted = {
  readonly channel: Channel;
  readonly emergency: boolean;
  /** Attempts of the present round, at least one. */
  readonly attempts: number;
};

/** Minutes until the next attempt, `jitter` being chance from 0 to 1; nothing when the schedule is used up. */
export function nextAttempt(
  { channel, emergency, attempts }: Attempted,
  jitter: number,
): number | undefined {
  const gap = scheduleOf(channel, emergency)[attempts - 1];
  return gap === undefined ? undefined : gap * (1 + spread * jitter);
}
