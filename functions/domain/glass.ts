import type { Case } from './case/case.ts';
import type { Glass } from './case/oversight.ts';
import { apartRoles, type Officer, type Role, type Scope } from './directory.ts';
import { type Instant, plusHours } from './time.ts';
import { isShutOut } from './wall.ts';

/**
 * The parts of a case that breaking the glass shows: enough to help a child tonight, and not who reported it, who
 * is alleged, what was assessed or planned.
 *
 * @policy 0039
 */
export const partsLent = ['STATUS', 'IDENTITY', 'NARRATIVE', 'PROTECTION', 'CARE'] as const;

const hours = 3;

/**
 * The first instant at which an access in an emergency is over.
 *
 * @policy 0039
 */
export function lentUntil(from: Instant): Instant {
  return plusHours(from, hours);
}

/** Who asks, as far as breaking the glass looks at them. */
export type Breaker = Pick<Officer, 'id' | 'posts'> & {
  readonly kind: 'OFFICER' | 'MACHINE' | 'SYSTEM' | 'LINK';
  readonly scopes: readonly Scope[];
};

/**
 * Whether an officer may break the glass of a case: whoever follows cases anywhere and is not kept out of it.
 *
 * For everybody else there is no such case.
 *
 * @policy 0039
 */
export function mayBreakGlass(actor: Breaker, state: Case): boolean {
  if (actor.kind !== 'OFFICER' || !actor.scopes.includes('cases:read')) return false;
  if (state.canary || isShutOut(actor, state)) return false;
  return actor.posts.some(({ role }) => !apartRoles.includes(role));
}

/** The access an officer has to a case in an emergency at an instant; compared, never left to expire by itself. */
export function lentTo(actor: Breaker, state: Case, now: Instant): Glass | undefined {
  const own = state.glasses?.find(
    ({ officer, at, until }) => officer === actor.id && at <= now && now < until,
  );
  return own && mayBreakGlass(actor, state) ? own : undefined;
}

const above: readonly Role[] = ['PROVINCE_SUPERVISOR', 'PROVINCE_CHAIR', 'MINISTRY_SUPERVISOR'];

/** Who judges an access: the provincial supervisor, or the ministry where the province or it broke the glass. */
export function reviewerOf({ posts }: Pick<Officer, 'posts'>): Role {
  return posts.some(({ role }) => above.includes(role))
    ? 'MINISTRY_SUPERVISOR'
    : 'PROVINCE_SUPERVISOR';
}
