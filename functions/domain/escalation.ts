import type { Calendar } from './calendar.ts';
import { count, hours, isInHours, type Span, workingDays } from './deadline.ts';
import type { Role } from './directory.ts';
import type { LadderName } from './procedure.ts';
import { between, fromEpoch, type Instant, plusHours, toEpoch } from './time.ts';

/** What a rung does: remind before, record the breach at, escalate after the due instant. */
export const rungKinds = ['REMINDER', 'BREACH', 'ESCALATION'] as const;
/** One of {@link rungKinds}. */
export type RungKind = (typeof rungKinds)[number];

/** One rung of a ladder: when it is reached and whom it tells. */
export type Rung = {
  readonly id: string;
  readonly kind: RungKind;
  /** Share of the way from trigger to due instant, or a span after the due instant. */
  readonly at: { readonly share: number } | { readonly after: Span };
  readonly tell: readonly Role[];
};

/**
 * The default ladders. No article sets an escalation timer: these are policy and shown as such.
 *
 * @policy 0009
 */
export const ladders: Record<LadderName, readonly Rung[]> = {
  EMERGENCY: [
    { id: '3/4', kind: 'REMINDER', at: { share: 0.75 }, tell: ['COMMUNE_WORKER'] },
    {
      id: 'due',
      kind: 'BREACH',
      at: { share: 1 },
      tell: ['COMMUNE_WORKER', 'COMMUNE_CHAIR', 'COMMUNE_POLICE'],
    },
    { id: '+2h', kind: 'ESCALATION', at: { after: hours(2) }, tell: ['PROVINCE_SUPERVISOR'] },
    {
      id: '+6h',
      kind: 'ESCALATION',
      at: { after: hours(6) },
      tell: ['PROVINCE_CHAIR', 'HOTLINE_111'],
    },
  ],
  ROUTINE: [
    { id: '3/4', kind: 'REMINDER', at: { share: 0.75 }, tell: ['COMMUNE_WORKER'] },
    { id: 'due', kind: 'BREACH', at: { share: 1 }, tell: ['COMMUNE_WORKER', 'COMMUNE_CHAIR'] },
    { id: '+1d', kind: 'ESCALATION', at: { after: workingDays(1) }, tell: ['PROVINCE_SUPERVISOR'] },
    {
      id: '+3d',
      kind: 'ESCALATION',
      at: { after: workingDays(3) },
      tell: ['PROVINCE_CHAIR', 'HOTLINE_111'],
    },
  ],
  PROVINCE: [
    { id: '3/4', kind: 'REMINDER', at: { share: 0.75 }, tell: ['PROVINCE_SUPERVISOR'] },
    { id: 'due', kind: 'BREACH', at: { share: 1 }, tell: ['PROVINCE_SUPERVISOR', 'COMMUNE_CHAIR'] },
    { id: '+1d', kind: 'ESCALATION', at: { after: workingDays(1) }, tell: ['PROVINCE_CHAIR'] },
    { id: '+3d', kind: 'ESCALATION', at: { after: workingDays(3) }, tell: ['MINISTRY_SUPERVISOR'] },
  ],
  MINISTRY: [
    { id: '3/4', kind: 'REMINDER', at: { share: 0.75 }, tell: ['MINISTRY_SUPERVISOR'] },
    { id: 'due', kind: 'BREACH', at: { share: 1 }, tell: ['MINISTRY_SUPERVISOR', 'COMMUNE_CHAIR'] },
    { id: '+1d', kind: 'ESCALATION', at: { after: workingDays(1) }, tell: ['MINISTRY_SUPERVISOR'] },
    { id: '+3d', kind: 'ESCALATION', at: { after: workingDays(3) }, tell: ['MINISTRY_SUPERVISOR'] },
  ],
  // Told to a post of its own, which no directory resolves.
  CANARY: [{ id: 'due', kind: 'BREACH', at: { share: 1 }, tell: [] }],
};

/** The rung of a ladder on which a breach is recorded. */
export function breachRung(ladder: LadderName): number {
  return ladders[ladder].findIndex(({ kind }) => kind === 'BREACH');
}

/**
 * How long an acknowledgement holds the ladder before it climbs on.
 *
 * @policy 0009
 */
export const acknowledgementHold: Record<LadderName, Span> = {
  EMERGENCY: hours(2),
  ROUTINE: workingDays(1),
  PROVINCE: workingDays(1),
  MINISTRY: workingDays(1),
  // Nobody sees a canary, so nobody acknowledges one.
  CANARY: hours(0),
};

/** The times a ladder is measured from. */
export type Climb = { readonly from: Instant; readonly dueAt: Instant };

/** The instant of a rung, or nothing above the last one. */
export function rungAt(
  ladder: LadderName,
  rung: number,
  climb: Climb,
  days: Calendar,
): Instant | undefined {
  const step = ladders[ladder][rung];
  if (step === undefined) return undefined;
  // A duty whose end was past before it began climbs from its beginning: nobody could have acted before.
  const end = climb.dueAt > climb.from ? climb.dueAt : climb.from;
  if ('share' in step.at) return between(climb.from, end, step.at.share);
  return after(step.at.after, end, days);
}

/**
 * The instant a span after another one.
 *
 * A ladder never waits for a calendar: days that cannot be counted yet count as plain days, because a late
 * telling harms a child and an early one does not.
 */
export function after(span: Span, from: Instant, days: Calendar): Instant {
  // A day limit is late from 00:00 of the next day, which is not yet the day of the breach.
  const counted = count(span, isInHours(span) ? from : lastInstantBefore(from), days);
  if (counted.status !== 'UNPLANNED') return counted.dueAt;
  const units = 'count' in span ? span.count : 1;
  return plusHours(from, isInHours(span) ? units : 24 * units);
}

function lastInstantBefore(at: Instant): Instant {
  return fromEpoch(toEpoch(at) - 1);
}
