import type { SandboxClock } from './clock.ts';
import type { River } from './river.ts';
import { turnstile } from './river.ts';

/** Goes to an instant; done when every due tick up to it has run, in order. */
export type GoTo = (target: number) => Promise<void>;

/** Moves the sandbox clock forward through every tick that has something to do. */
export type TimeMachine = {
  /** Runs something while nothing else ticks or moves the clock. */
  readonly alone: <Done>(run: (goTo: GoTo) => Promise<Done>) => Promise<Done>;
  /** Lets everything written so far flow to its end; the clock stays. */
  readonly settle: () => Promise<void>;
  /** Ends a move of the clock after the tick it is in. */
  readonly stop: () => void;
  /** Begins again at the present position of the clock. */
  readonly restart: () => void;
  /** Runs the ticks that real time has made due since the last one. */
  readonly keepUp: () => Promise<void>;
};

type Parts = {
  /** What runs once a night. */
  readonly nightly: () => Promise<void>;
  readonly clock: SandboxClock;
  readonly river: River;
  /** When the next case or notice becomes due, in milliseconds; nothing when none will. */
  readonly nextDue: () => number | undefined;
  /** Keeps the position of the clock. */
  readonly remember: (position: number) => Promise<void>;
};

const minute = 60_000;
const day = 24 * 60 * minute;
// The nightly release runs at 02:00 in Vietnam.
const nightOffset = 19 * 60 * minute;

const minuteOf = (at: number): number => Math.floor(at / minute) * minute;

/** Opens the machine at the present position of the clock. */
export function timeMachine({ clock, river, nextDue, nightly, remember }: Parts): TimeMachine {
  const inTurn = turnstile();
  let ticked = minuteOf(clock.position());
  let kept = ticked;
  let stopped = false;

  const stepTo = async (target: number) => {
    const at = Math.max(clock.position(), target);
    if (at > clock.now()) clock.advanceTo(at);
    await remember(clock.now());
  };
  const runTick = async (at: number) => {
    await stepTo(at);
    const nights = Math.floor((at - nightOffset) / day) - Math.floor((ticked - nightOffset) / day);
    ticked = Math.max(at, minuteOf(clock.now()));
    await river.tick(at);
    if (nights > 0) await nightly();
  };
  const runDue = async (target: number) => {
    // An import, or another calendar in the code, decides when the next tick is due.
    await river.followCalendar();
    await river.drain();
    for (;;) {
      const at = nextTick(nextDue(), ticked);
      if (at > target || stopped) return;
      await runTick(at);
    }
  };
  const goTo = async (target: number) => {
    await runDue(target);
    if (!stopped) await stepTo(target);
  };
  return {
    stop: () => {
      stopped = true;
    },
    alone: (run) => inTurn(() => run(goTo)),
    settle: () => inTurn(river.drain),
    restart: () => {
      ticked = minuteOf(clock.position());
      kept = ticked;
    },
    keepUp: async () => {
      const present = minuteOf(clock.now());
      if (present === kept) return;
      kept = present;
      // The clock is read when it is our turn: it may have been reset since.
      await inTurn(() => runDue(minuteOf(clock.now())));
    },
  };
}

/** The next minute with something to do after the last tick; empty minutes are skipped. */
function nextTick(due: number | undefined, ticked: number): number {
  const night = Math.floor((ticked - nightOffset) / day) * day + nightOffset + day;
  const at = Math.min(due === undefined ? night : Math.ceil(due / minute) * minute, night);
  return Math.max(at, ticked + minute);
}
