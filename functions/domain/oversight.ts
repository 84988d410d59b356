import { accountableLeg, type Case } from './case/case.ts';
import type { Role } from './directory.ts';
import type { Actor } from './permission.ts';
import { relationsOf } from './relation.ts';
import { view } from './view.ts';

/** What those who oversee a case may look into: whether its record holds, and who opened it. */
export type Oversight = 'RECORD' | 'ACCESS';

const provincial: Readonly<Record<Oversight, readonly Role[]>> = {
  RECORD: ['PROVINCE_SUPERVISOR', 'PROVINCE_CHAIR'],
  ACCESS: ['PROVINCE_SUPERVISOR'],
};

/**
 * Whether an actor oversees a case in this: by a post of its province, or as chair of the commune that answers
 * for it now. Whoever does not see the case oversees nothing of it.
 *
 * @policy 0042
 */
export function oversees(actor: Actor, what: Oversight, state: Case): boolean {
  if (view(actor, state) === undefined) return false;
  return actor.posts.some((post) => {
    const { role, unit } = post;
    if (role === 'COMMUNE_CHAIR') return unit === accountableLeg(state).unit;
    return provincial[what].includes(role) && relationsOf(post, state).includes('PROVINCE');
  });
}
