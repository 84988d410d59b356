import type { Case } from './case/case.ts';
import { isReview } from './case/terms.ts';
import { nation, type Officer } from './directory.ts';

/** How a post stands to a case. */
export const relations = [
  'INCIDENT',
  'RESIDENCE',
  'OFFERED',
  'CARE',
  'OPENER',
  'PROVINCE',
  'PROVINCE_OVERDUE',
  'CARE_PROVINCE',
  'NATION',
] as const;
/** One of {@link relations}. */
export type Relation = (typeof relations)[number];

type Held = Officer['posts'][number];

/** How a post stands to a case; one post may stand in several ways, and none stands to a canary. */
export function relationsOf(post: Held, state: Case): readonly Relation[] {
  if (state.canary) return [];
  const { incidentLeg, residenceLeg, offer } = state;
  const provinces = [incidentLeg, residenceLeg, offer].map((place) => place?.province);
  const caring = state.care.filter(({ endedAt }) => endedAt === null);
  const tests: Record<Relation, boolean> = {
    INCIDENT: post.unit === incidentLeg.unit,
    RESIDENCE: post.unit === residenceLeg.unit,
    OFFERED: post.unit === offer?.to,
    CARE: caring.some(({ unit }) => unit === post.unit),
    OPENER: isOpener(post, state.openedBy),
    PROVINCE: provinces.includes(post.unit),
    PROVINCE_OVERDUE: provinces.includes(post.unit) && isOverdue(state),
    CARE_PROVINCE: caring.some(({ province }) => province === post.unit),
    NATION: post.role === 'MINISTRY_SUPERVISOR',
  };
  return relations.filter((relation) => tests[relation]);
}

/**
 * Whether a post is of the place that took a report down.
 *
 * Hotline 111 is one for the whole nation, whatever its agency is called; elsewhere the agency counts.
 */
export function isOpener(post: Held, { unit, role, agency }: Case['openedBy']): boolean {
  if (post.unit !== unit) return false;
  return unit === nation ? post.role === role : post.agency === agency;
}

/** Whether a recorded breach is still open; a review that is late is no fault in the child's care. */
export function isOverdue(state: Case): boolean {
  return state.deadlines.some(({ rule, breachedAt }) => breachedAt !== null && !isReview(rule));
}
