import { isCanaryPost } from './case/canary.ts';
import { delegateOf, isManned, type Post } from './directory.ts';
import type { Notice } from './notice.ts';
import { permitted } from './permission.ts';
import { type Instant, plusHours } from './time.ts';

/** A link in a letter: the recipient and the notice it is of, and when it left with the letter. */
export type NoticeLink = { readonly to: string; readonly id: string; readonly left: Instant };

/**
 * Hours for which a link acts from when it left.
 *
 * @policy 0051
 */
export const linkHours = { emergency: 24, other: 72 } as const;

/** Whether a link may still act at an instant, as far as its age goes; one from the future never does. */
export function isFresh(
  left: Instant,
  { emergency }: Pick<Notice, 'emergency'>,
  now: Instant,
): boolean {
  const hours = emergency ? linkHours.emergency : linkHours.other;
  return left <= now && now < plusHours(left, hours);
}

/** Whether the letter of a notice has a link: it is of a duty, and its post may acknowledge one. */
export function hasLink({ duty, post }: Pick<Notice, 'duty' | 'post'>): boolean {
  if (duty === null || isCanaryPost(post)) return false;
  return permitted.acknowledge.some((grant) => grant.roles.includes(post.role));
}

/**
 * Whether whoever answers for a post now did so when a letter left, as far as the post knows.
 *
 * A post that was given to another, is delegated otherwise, is disabled or has nobody in it acts by no link.
 *
 * @policy 0051
 */
export function answersSince(post: Post, left: Instant, now: Instant): boolean {
  const hasChanged = post.since !== undefined && post.since > left;
  const isSame = delegateOf(post, left)?.to === delegateOf(post, now)?.to;
  return isManned(post, now) && !hasChanged && isSame;
}
