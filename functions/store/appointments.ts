import type { Contact } from '#app/ports/contacts.ts';
import type { Appointment, PostSeat } from '#app/ports/directory.ts';
import type { Post } from '#domain/directory.ts';
import { ahead, most } from '#domain/personnel.ts';
import { type Refusal, refuse } from '#domain/refusal.ts';
import type { Instant } from '#domain/time.ts';
import { itemVersion } from './body.ts';
import { readOfficer } from './directory.ts';
import type { Draft } from './draft.ts';
import {
  changeOfficer,
  endDelegation,
  holding,
  isLink,
  keepPost,
  keepTenure,
  postIn,
  standingOf,
  without,
} from './posts.ts';
import { keys } from './table.ts';

/** Puts an officer into a post; whoever had it leaves it. */
export async function appoint(
  draft: Draft,
  wish: Appointment,
  now: Instant,
): Promise<Post | Refusal> {
  const { unit, role, agency, officer: id, email, phone = null } = wish;
  const held = { id: postIdOf(wish), role, unit, agency };
  const before = await postIn(draft, { unit, post: held.id });
  const stays = before?.holder === id && before.agency === agency;
  if (!stays) await leave(draft, before, now);
  const item = await draft.read(keys.officer(id));
  if (isLink(item)) return refuse('SUBJECT_TAKEN', ['officer']);
  const known = readOfficer(item) ?? { id, posts: [], disabled: false };
  const posts = before?.disabled === true ? known.posts : holding(known.posts, held);
  if (posts.length > most.posts) return refuse('TOO_MANY', ['officer']);
  const post = { ...seated(before, stays, now), ...held, holder: id, ...standingOf(known) };
  keepPost(draft, post);
  draft.write({
    ...item,
    ...keys.officer(id),
    v: itemVersion,
    officer: { ...known, posts },
    ...contactOf({ email, phone }),
  });
  if (!stays) keepTenure(draft, { post: held.id, officer: id, agency, from: now });
  return post;
}

/** An address or a number is replaced by another and never wiped by a change that names none. */
export function contactOf({ email, phone }: Pick<Contact, 'email' | 'phone'>) {
  return { ...(email !== null && { email }), ...(phone !== null && { phone }) };
}

/** What a post keeps: all of it with its holder, and whether it is disabled with any. */
function seated(before: Post | undefined, stays: boolean, now: Instant) {
  const { since = now, delegations = [] } = (stays && before) || {};
  return { disabled: before?.disabled === true, since, delegations };
}

/** Posts of one role in one unit are numbered; the first bears no number. */
export function postIdOf({ role, unit, seat }: Appointment): string {
  return seat === 1 ? `${role}@${unit}` : `${role}@${unit}/${seat}`;
}

/** Empties a post. */
export async function vacate(draft: Draft, seat: PostSeat, now: Instant): Promise<boolean> {
  const post = await postIn(draft, seat);
  if (post === undefined) return false;
  await leave(draft, post, now);
  const { id, role, unit, agency, disabled } = post;
  if (post.holder !== undefined) keepPost(draft, { id, role, unit, agency, disabled });
  return true;
}

/** Whoever leaves a post leaves its calendar behind for good, even if they come back. */
async function leave(draft: Draft, post: Post | undefined, now: Instant): Promise<void> {
  if (post?.holder === undefined) return;
  const { id, unit, holder, since } = post;
  await changeOfficer(draft, holder, (officer) => without(officer, id));
  for (const each of ahead(post.delegations, now)) await endDelegation(draft, post, each, now);
  const feed = await draft.read(keys.feed(unit, id));
  if (feed?.['digest'] !== undefined) draft.write({ ...keys.feed(unit, id), v: itemVersion });
  if (since === undefined) return;
  keepTenure(draft, { post: id, officer: holder, agency: post.agency, from: since, until: now });
}
