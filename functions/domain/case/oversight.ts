import type { Role, UnitCode } from '../directory.ts';
import type { Instant } from '../time.ts';

/** Why somebody is kept out of a case. */
export const conflictGrounds = [
  'RELATED_TO_PERPETRATOR',
  'DEPENDENT_ON_PERPETRATOR',
  'IS_PERPETRATOR',
  'PARTY_TO_MATTER',
] as const;
/** One of {@link conflictGrounds}. */
export type ConflictGround = (typeof conflictGrounds)[number];

/** Who is named: one officer; or the holders of one post, of an agency of a unit, or of a whole unit. */
export type Excluded = {
  readonly officer: string | null;
  readonly unit: UnitCode | null;
  readonly post: string | null;
  readonly agency: string | null;
};

/** A post that was held by somebody who is kept out, when that was declared. */
export type HeldThen = {
  readonly id: string;
  readonly role: Role;
  readonly unit: UnitCode;
  readonly officer: string;
};

/** One conflict of interest on a case: whom it keeps out, and why. */
export type Exclusion = Excluded & {
  readonly id: string;
  readonly ground: ConflictGround;
  readonly at: Instant;
  /** Whoever left such a post since is kept out all the same. */
  readonly held: readonly HeldThen[];
  /** Version of the sealed note, where there is one. */
  readonly note: number | null;
};

/** How a human judged an access in an emergency. */
export const glassOutcomes = ['JUSTIFIED', 'UNJUSTIFIED'] as const;
/** One of {@link glassOutcomes}. */
export type GlassOutcome = (typeof glassOutcomes)[number];

/** A break-glass access of one officer to one case. */
export type Glass = {
  readonly id: string;
  readonly officer: string;
  readonly at: Instant;
  /** The first instant at which it shows nothing any more. */
  readonly until: Instant;
  /** Who has to judge it. */
  readonly reviewer: Role;
  readonly reviewed: boolean;
  /** Version of the sealed reason. */
  readonly reason: number;
};

/** Who is kept out of a case, and who looked into it in an emergency; absent where nobody is. */
export type Overseen = {
  readonly exclusions?: readonly Exclusion[];
  readonly glasses?: readonly Glass[];
};
