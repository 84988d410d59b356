import { after, rungAt } from '../escalation.ts';
import { type Acknowledger, type Ladder, spanOf } from '../ladder.ts';
import { earliest, type Instant } from '../time.ts';
import type { Deadline } from './case.ts';
import type { Moment } from './moment.ts';

/**
 * When the next rung is told after an acknowledgement; nothing where the ladder says that it stops the climb.
 *
 * A breach is recorded when it happens, whoever has seen it coming; and a rung waits for one hold
 * only, so acknowledging again and again never stops the climb.
 *
 * @policy 0009
 */
export function heldUntil(
  { from, dueAt, nextAt, rung }: Pick<Deadline, 'from' | 'dueAt' | 'nextAt' | 'rung'>,
  { rungs, hold }: Ladder,
  by: Acknowledger,
  { now, calendar }: Pick<Moment, 'now' | 'calendar'>,
): Instant | null {
  if (nextAt === null || dueAt === null) return nextAt;
  const isEscalation = rungs[rung]?.kind === 'ESCALATION';
  const held = hold[by];
  if (held.effect === 'STOPS') return isEscalation ? null : later(nextAt, dueAt);
  const span = spanOf(held.by);
  const planned = rungAt(rungs, rung, { from, dueAt }, calendar) ?? nextAt;
  const once = after(span, planned, calendar);
  const latest = isEscalation ? once : earliest(once, dueAt);
  return later(nextAt, earliest(after(span, now, calendar), latest));
}

function later(one: Instant, other: Instant): Instant {
  return one > other ? one : other;
}
