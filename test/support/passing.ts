import { setTimeout } from 'node:timers/promises';
import { fromEpoch, toEpoch } from '#domain/time.ts';
import type { Passing } from '#runtime/pace.ts';
import type { TestStage } from './stage.ts';

/** Time that a stage lives through while it is swept. */
export type StageTime = Passing & {
  /** Goes on to the next full minute. */
  readonly nextMinute: () => void;
  /** Brings the clock of the stage to where this time stands. */
  readonly show: () => void;
};

/** Time that passes only where somebody waits: what it comes to is the same on every machine. */
export function countedTime(stage: TestStage): StageTime {
  let at = toEpoch(stage.now());
  const show = () => stage.setClock(fromEpoch(Math.floor(at)));
  return {
    clock: () => at,
    wait: async (milliseconds) => {
      at += milliseconds;
    },
    nextMinute: () => {
      at = minuteAfter(at);
    },
    show,
  };
}

/** Time as it passes on this machine; only the rest of a minute is skipped. */
export function realTime(stage: TestStage): StageTime {
  let offset = toEpoch(stage.now()) - performance.now();
  const clock = () => offset + performance.now();
  return {
    clock,
    wait: setTimeout,
    nextMinute: () => {
      offset += minuteAfter(clock()) - clock();
    },
    show: () => stage.setClock(fromEpoch(Math.floor(clock()))),
  };
}

const minute = 60_000;
const minuteAfter = (at: number): number => (Math.floor(at / minute) + 1) * minute;
