import { type Case, placesOf } from './case/case.ts';
import { nation, type Officer, type UnitCode } from './directory.ts';

/** How a post stands to a case. */
export const relations = [
  'INCIDENT',
  'RESIDENCE',
  'OFFERED',
  'CARE',
  'OPENER',
  'PROVINCE',
  'PROVINCE_OVERDUE',
  'NATION',
] as const;
/** One of {@link relations}. */
export type Relation = (typeof relations)[number];

type Held = Officer['posts'][number];

/** How a post stands to a case; one post may stand in several ways, and none stands to a canary. */
export function relationsOf(post: Held, state: Case): readonly Relation[] {
  if (state.canary) return [];
  const tests: Record<Relation, boolean> = {
    INCIDENT: post.unit === state.incidentLeg.unit,
    RESIDENCE: post.unit === state.residenceLeg.unit,
    OFFERED: post.unit === state.offer?.to,
    CARE: state.care.some(({ unit, endedAt }) => endedAt === null && unit === post.unit),
    OPENER: isOpener(post, state.openedBy),
    PROVINCE: provincesOf(state).includes(post.unit),
    PROVINCE_OVERDUE: provincesOf(state).includes(post.unit) && isOverdue(state),
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

/** Whether a recorded breach is still open. */
export function isOverdue(state: Case): boolean {
  return state.deadlines.some((each) => each.breachedAt !== null);
}

function provincesOf(state: Case): readonly UnitCode[] {
  return placesOf(state).map(({ province }) => province);
}
