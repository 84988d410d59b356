import type { Case } from './case/case.ts';
import { erasureRefusal } from './erasure.ts';
import { type Instant, localDate, type PlainDate, plainDate, plusMonths } from './time.ts';

/** How long the papers of archived cases are kept, by a decision with a date. */
export type RetentionRule = {
  readonly id: string;
  readonly validFrom: PlainDate;
  readonly validUntil?: PlainDate;
  /** The cases it is about. */
  readonly of: 'EVERY_CASE' | 'UNFOUNDED';
  /** Whole years after the archiving; kept for good where it is null. */
  readonly years: number | null;
  readonly policy: string;
};

/**
 * The rules there are; of those in force the most special one holds.
 *
 * No law was found that says how long: everything is kept. Where nothing was found behind a report, the child
 * has no use of a dossier about it, and after five years it is proposed for erasure.
 *
 * @law ND56/2017 Art. 30.3
 * @policy 0040
 */
export const retentionRules: readonly RetentionRule[] = [
  {
    id: 'KEEP',
    validFrom: plainDate('2017-07-01'),
    of: 'EVERY_CASE',
    years: null,
    policy: '0040',
  },
  {
    id: 'UNFOUNDED-5',
    validFrom: plainDate('2026-01-01'),
    of: 'UNFOUNDED',
    years: 5,
    policy: '0040',
  },
];

/** A case that may be proposed for erasure: by which rule, and since when. */
export type Candidate = {
  readonly state: Case;
  readonly rule: RetentionRule;
  readonly since: PlainDate;
  readonly archivedAt: Instant;
};

/** The rule that holds for a case on a day. */
export function ruleFor(
  { unfounded }: Pick<Case, 'unfounded'>,
  on: PlainDate,
  rules: readonly RetentionRule[],
): RetentionRule | undefined {
  const inForce = rules.filter(
    ({ validFrom, validUntil }) => validFrom <= on && (validUntil === undefined || on < validUntil),
  );
  const special = unfounded ? inForce.findLast(({ of }) => of === 'UNFOUNDED') : undefined;
  return special ?? inForce.findLast(({ of }) => of === 'EVERY_CASE');
}

/** What a rule proposes of a case today, if anything; it erases nothing. */
export function candidate(
  state: Case,
  now: Instant,
  rules: readonly RetentionRule[] = retentionRules,
): Candidate | undefined {
  const { archivedAt } = state;
  if (archivedAt === null || erasureRefusal(state) !== undefined) return undefined;
  const today = localDate(now);
  const rule = ruleFor(state, today, rules);
  if (rule === undefined || rule.years === null) return undefined;
  const since = plusMonths(localDate(archivedAt), rule.years * 12);
  return since <= today ? { state, rule, since, archivedAt } : undefined;
}
