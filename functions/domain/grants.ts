import type { Case } from './case/case.ts';
import type { Officer, Role } from './directory.ts';
import { type Relation, relationsOf } from './relation.ts';

/** Roles that are granted something, standing how to the case. */
export type Grant = { readonly roles: readonly Role[]; readonly as: readonly Relation[] };

/** Whether a grant is for a post, as it stands to a case. */
export function covers(grant: Grant, post: Officer['posts'][number], state: Case): boolean {
  if (!grant.roles.includes(post.role)) return false;
  return relationsOf(post, state).some((relation) => grant.as.includes(relation));
}

/** The office of a commune. */
export const commune: readonly Role[] = ['COMMUNE_WORKER', 'COMMUNE_CHAIR'];
/** Whoever decides for a commune. */
export const chair: readonly Role[] = ['COMMUNE_CHAIR'];
/** The police of a commune. */
export const police: readonly Role[] = ['COMMUNE_POLICE'];
/** Of the commune of the incident. */
export const incident: readonly Relation[] = ['INCIDENT'];
/** Of the commune that answers for the residence leg. */
export const residence: readonly Relation[] = ['RESIDENCE'];
/** Of either of the two. */
export const either: readonly Relation[] = ['INCIDENT', 'RESIDENCE'];

/** Who may grant more time. */
export const relieving: readonly Grant[] = [
  { roles: chair, as: [...either, 'CARE'] },
  { roles: ['PROVINCE_SUPERVISOR'], as: ['PROVINCE', 'CARE_PROVINCE'] },
];

/** Who watches over how a case is handled. */
export const overseeing: readonly Grant[] = [
  { roles: ['PROVINCE_SUPERVISOR'], as: ['PROVINCE'] },
  { roles: ['MINISTRY_SUPERVISOR'], as: ['NATION'] },
];

/** Who may say of anybody that a conflict of interest keeps them out. */
export const accusing: readonly Grant[] = [
  { roles: [...commune, ...police], as: either },
  { roles: ['PROVINCE_SUPERVISOR'], as: ['PROVINCE'] },
];

/** Who may say so at all: whoever sees the case in any other way only of themselves. */
export const declaring: readonly Grant[] = [
  ...accusing,
  { roles: [...commune, ...police], as: ['OFFERED', 'OPENER'] },
  { roles: commune, as: ['CARE'] },
  { roles: ['PROVINCE_SUPERVISOR', 'HOTLINE_111'], as: ['OPENER'] },
  { roles: ['PROVINCE_SUPERVISOR', 'PROVINCE_CHAIR'], as: ['PROVINCE', 'CARE_PROVINCE'] },
  { roles: ['MINISTRY_SUPERVISOR'], as: ['NATION'] },
];

/**
 * All that whoever follows a link may do and see, where the post of the link may.
 *
 * @policy 0051
 */
export const byLink = { act: 'acknowledge', see: ['STATUS'] } as const;
