import { hours, type Span, workingDays, workingHours } from './deadline.ts';
import type { Role, UnitCode } from './directory.ts';
import type { LadderName } from './procedure.ts';
import type { PlainDate } from './time.ts';

/** What a rung does: remind before, record the breach at, escalate after the due instant. */
export const rungKinds = ['REMINDER', 'BREACH', 'ESCALATION'] as const;
/** One of {@link rungKinds}. */
export type RungKind = (typeof rungKinds)[number];

/** The units a ladder is measured in: clock time, or time in which offices work. */
export const ladderUnits = ['MINUTES', 'HOURS', 'WORKING_HOURS', 'WORKING_DAYS'] as const;
/** One of {@link ladderUnits}. */
export type LadderUnit = (typeof ladderUnits)[number];

/** A span of a ladder; `count` is whole and above zero. */
export type LadderSpan = { readonly unit: LadderUnit; readonly count: number };

const minutesPerHour = 60;
const spans: Readonly<Record<LadderUnit, (count: number) => Span>> = {
  MINUTES: (count) => hours(count / minutesPerHour),
  HOURS: hours,
  WORKING_HOURS: workingHours,
  WORKING_DAYS: workingDays,
};

/** A span of a ladder as it is counted. */
export function spanOf({ unit, count }: LadderSpan): Span {
  return spans[unit](count);
}

/** Where a rung stands: at a share of the way from trigger to due instant, or a span before or after that one. */
export type RungPlace =
  | { readonly share: number }
  | { readonly before: LadderSpan }
  | { readonly after: LadderSpan };

/** One rung of a ladder: when it is reached and whom it tells. */
export type Rung = {
  readonly id: string;
  readonly kind: RungKind;
  readonly at: RungPlace;
  readonly tell: readonly Role[];
};

/** What an acknowledgement does to the climb: the next rung waits a span, or nobody further up is told. */
export type Hold =
  | { readonly effect: 'SLOWS'; readonly by: LadderSpan }
  | { readonly effect: 'STOPS' };

/** Who acknowledges: an officer by name, or whoever opened a link. */
export type Acknowledger = 'NAMED' | 'ANONYMOUS';

/** The rungs of a ladder, lowest first, and what an acknowledgement does to it. */
export type Ladder = {
  readonly rungs: readonly Rung[];
  readonly hold: Readonly<Record<Acknowledger, Hold>>;
};

/**
 * A revision of the ladders of the nation or of a province, from a day on. No article sets an escalation timer:
 * these are policy and shown as such.
 *
 * @policy 0045
 */
export type LadderPolicy = {
  /** Where and which revision: `default/1`, `79/2`. A deadline keeps the one it was set under. */
  readonly id: string;
  readonly province: UnitCode;
  readonly revision: number;
  readonly validFrom: PlainDate;
  /** Number of the policy record, or of the document of the province. */
  readonly document: string;
  readonly ladders: Readonly<Record<LadderName, Ladder>>;
};
