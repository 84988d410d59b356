import { Temporal } from 'temporal-polyfill';
import * as z from 'zod';

/** Why the clock was not moved, in words a partner can act on; nothing of the input comes back. */
export type ClockRefusal = { readonly code: ClockRefusalCode; readonly message: string };

const refusals = {
  CLOCK_REQUEST_UNCLEAR:
    'Send exactly one of {"advance": "PT12H"} and {"to": "2026-02-17T10:10:00+07:00"}.',
  CLOCK_DURATION_UNCLEAR:
    'advance must be an ISO 8601 duration of days, hours, minutes and seconds, longer than zero.',
  CLOCK_INSTANT_UNCLEAR:
    'to must be an ISO 8601 date and time with its offset from UTC, such as +07:00.',
  CLOCK_ONLY_FORWARD: 'The sandbox clock goes forward only; to go back, reset the sandbox.',
  CLOCK_TOO_FAR: 'The sandbox clock moves at most ten years at a time.',
} as const;

type ClockRefusalCode = keyof typeof refusals;

const refuse = (code: ClockRefusalCode): ClockRefusal => ({ code, message: refusals[code] });

/** The clock every door of the sandbox takes its *now* from. */
export type SandboxClock = {
  /** Runs at real speed and is never earlier than any instant given out before. */
  readonly now: () => number;
  /** The new instant, or a refusal when the target lies in the past. */
  readonly advanceTo: (epochMs: number) => number | ClockRefusal;
  /** Starts anew at an instant, which may lie in the past. */
  readonly reset: (epochMs: number) => void;
  /** The latest instant given out: where a stopped sandbox goes on. */
  readonly position: () => number;
};

/** A clock that starts where it is told, runs at real speed and is moved forward by hand. */
export const sandboxClock = ({
  start,
  realNow,
}: {
  start: number;
  realNow: () => number;
}): SandboxClock => {
  let anchor = { shown: start, real: realNow() };
  let latest = start;
  const reset = (epochMs: number): void => {
    anchor = { shown: epochMs, real: realNow() };
    latest = epochMs;
  };
  const now = (): number => {
    // The machine's own clock may be set back; ours stands still until it has caught up.
    latest = Math.max(latest, anchor.shown + realNow() - anchor.real);
    return latest;
  };
  const advanceTo = (epochMs: number): number | ClockRefusal => {
    if (epochMs < now()) return refuse('CLOCK_ONLY_FORWARD');
    reset(epochMs);
    return epochMs;
  };
  return { now, advanceTo, reset, position: () => latest };
};

const farthestMs = 3_653 * 24 * 60 * 60 * 1000;

const requestSchema = z.union([
  z.strictObject({ advance: z.string().max(64) }),
  z.strictObject({ to: z.string().max(64) }),
]);

const attempt = <T>(read: () => T): T | undefined => {
  try {
    return read();
  } catch {
    return undefined;
  }
};

const millisecondsOf = (text: string): number | undefined => {
  const duration = attempt(() => Temporal.Duration.from(text));
  if (!duration || duration.years || duration.months || duration.weeks) return undefined;
  return Math.trunc(duration.total('milliseconds'));
};

const advanced = (text: string, now: number): number | ClockRefusal => {
  const milliseconds = millisecondsOf(text);
  if (milliseconds === undefined || milliseconds <= 0) return refuse('CLOCK_DURATION_UNCLEAR');
  return now + milliseconds;
};

const instantOf = (text: string): number | ClockRefusal =>
  attempt(() => Temporal.Instant.from(text).epochMilliseconds) ?? refuse('CLOCK_INSTANT_UNCLEAR');

/** The instant a request to move the clock asks for, or why it cannot be moved so. */
export const clockTarget = (request: unknown, now: number): number | ClockRefusal => {
  const { data } = requestSchema.safeParse(request);
  if (!data) return refuse('CLOCK_REQUEST_UNCLEAR');
  const target = 'advance' in data ? advanced(data.advance, now) : instantOf(data.to);
  if (typeof target !== 'number') return target;
  if (target < now) return refuse('CLOCK_ONLY_FORWARD');
  return target - now > farthestMs ? refuse('CLOCK_TOO_FAR') : target;
};
