import { createHash } from 'node:crypto';

/**
 * How carriers outside name what they carry: the same at every attempt, and nothing can be read from it.
 *
 * The id of a notice names the case, and may hold the id of a plan item, which partners choose.
 *
 * @policy 0048
 */
export function referenceOf(ref: string): string {
  return createHash('sha256').update(ref).digest('base64url');
}
