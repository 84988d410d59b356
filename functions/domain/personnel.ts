import { covers, type Delegation, overlaps, type Stretch } from './absence.ts';
import { apartRoles, type Officer, type Post, type Role } from './directory.ts';
import { type Refusal, refuse } from './refusal.ts';
import type { Instant } from './time.ts';

/** Posts an officer may hold, and stretches that are kept ahead: a suspension is one transaction. */
export const most = {
  posts: 20,
  delegated: 10,
  delegations: 5,
  leave: 10,
  credentials: 2,
} as const;

/** What is not over yet. */
export function ahead<Each extends Pick<Stretch, 'until'>>(
  stretches: readonly Each[] | undefined,
  now: Instant,
): readonly Each[] {
  return (stretches ?? []).filter(({ until }) => until > now);
}

/** Whether one person may act by posts of both roles: on one side of the wall between cases and what is apart from them. */
function goTogether(one: Role, other: Role): boolean {
  return one === other || !(apartRoles.includes(one) || apartRoles.includes(other));
}

/**
 * Whether an officer may hold a post of a role beside all they act by now or are to act by.
 *
 * @policy 0036
 */
export function mayHold({ posts, delegated }: Officer, role: Role, now: Instant): boolean {
  return [...posts, ...ahead(delegated, now)].every((each) => goTogether(each.role, role));
}

/**
 * Whether an officer may act by a post: they hold another one in the same unit, on the same side of the wall
 * between those who follow cases and those who follow none.
 *
 * @policy 0036
 */
export function mayStandIn({ id, posts, disabled }: Officer, post: Post): boolean {
  if (disabled || post.holder === id) return false;
  return posts.some(({ unit, role }) => unit === post.unit && goTogether(role, post.role));
}

/**
 * The delegation that is to be kept, or nothing when it is kept already. It never begins before it is written.
 *
 * @policy 0036
 * @refuses POST_VACANT, DELEGATE_UNFIT, STRETCH_UNFIT, STRETCH_TAKEN, TOO_MANY
 */
export function delegating(
  post: Post,
  officer: Officer,
  wish: Delegation,
  now: Instant,
): Delegation | Refusal | undefined {
  if (post.holder === undefined || post.disabled) return refuse('POST_VACANT', ['post']);
  const kept = ahead(post.delegations, now);
  if (kept.some((each) => isSame(each, wish))) return undefined;
  const delegation = { ...wish, from: wish.from < now ? now : wish.from };
  const isFull = ahead(officer.delegated, now).length >= most.delegated;
  if (isFull || kept.length >= most.delegations) return refuse('TOO_MANY', ['to']);
  return misfit(delegation, officer, post) ?? clash(delegation, kept) ?? delegation;
}

function misfit(delegation: Delegation, officer: Officer, post: Post): Refusal | undefined {
  if (delegation.until <= delegation.from) return refuse('STRETCH_UNFIT', ['until']);
  const isAway = officer.leave?.some((each) => overlaps(each, delegation)) === true;
  return isAway || !mayStandIn(officer, post) ? refuse('DELEGATE_UNFIT', ['to']) : undefined;
}

function clash(stretch: Stretch, others: readonly Stretch[]): Refusal | undefined {
  const isTaken = others.some((each) => overlaps(each, stretch));
  return isTaken ? refuse('STRETCH_TAKEN', ['from']) : undefined;
}

/** The same order sent again; what was to begin earlier began when it was written. */
function isSame(kept: Delegation, wish: Delegation): boolean {
  const isOne = kept.to === wish.to && kept.document === wish.document;
  return isOne && kept.until === wish.until && wish.from <= kept.from;
}

/**
 * The leave of an officer with another stretch of it. Whoever stands in for somebody cannot be away as well.
 *
 * @refuses STRETCH_UNFIT, STRETCH_TAKEN, TOO_MANY
 */
export function leaving(
  { leave, delegated }: Officer,
  { from, until }: Stretch,
  now: Instant,
): readonly Stretch[] | Refusal {
  const kept = ahead(leave, now);
  const stretch = { from, until };
  if (kept.some((each) => each.from === from && each.until === until)) return kept;
  if (until <= from || until <= now) return refuse('STRETCH_UNFIT', ['until']);
  if (kept.length >= most.leave) return refuse('TOO_MANY', ['officer']);
  return clash(stretch, [...kept, ...ahead(delegated, now)]) ?? [...kept, stretch];
}

/** A secret of a machine client, known by its digest alone; `expiresAt` null means until it is retired. */
export type Credential = {
  readonly id: string;
  readonly sha256: string;
  readonly addedAt: Instant;
  readonly expiresAt: Instant | null;
};

/** Whether a credential is good at an instant. */
export function isActive({ addedAt, expiresAt }: Credential, at: Instant): boolean {
  return expiresAt === null || covers({ from: addedAt, until: expiresAt }, at);
}

/**
 * The credentials with one more: the old one and the new one are good while a secret is being changed.
 *
 * @refuses STRETCH_UNFIT, CREDENTIAL_KNOWN, TOO_MANY
 */
export function withCredential(
  credentials: readonly Credential[],
  added: Credential,
): readonly Credential[] | Refusal {
  const { id, sha256, addedAt, expiresAt } = added;
  const active = credentials.filter((each) => isActive(each, addedAt));
  const same = active.find((each) => each.id === id || each.sha256 === sha256);
  if (same !== undefined) {
    const isRepeated = same.id === id && same.sha256 === sha256 && same.expiresAt === expiresAt;
    return isRepeated ? credentials : refuse('CREDENTIAL_KNOWN', ['credential']);
  }
  if (expiresAt !== null && expiresAt <= addedAt) return refuse('STRETCH_UNFIT', ['expiresAt']);
  return active.length < most.credentials ? [...active, added] : refuse('TOO_MANY', ['credential']);
}
