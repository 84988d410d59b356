import type { Contact } from '#app/ports/contacts.ts';
import type { Appointment, PostSeat } from '#app/ports/directory.ts';
import type { Officer, Post, Role } from '#domain/directory.ts';
import { ahead, mayHold, most } from '#domain/personnel.ts';
import { type Refusal, refuse } from '#domain/refusal.ts';
import type { Instant } from '#domain/time.ts';
import { itemVersion } from './body.ts';
import { readOfficer } from './directory.ts';
import type { Draft } from './draft.ts';
import {
  endDelegation,
  holding,
  isLink,
  keepPost,
  keepTenure,
  losePost,
  postIn,
  standingOf,
} from './posts.ts';
import { keys } from './table.ts';
import { isThemselves, type Signed } from './turn.ts';

/** Puts an officer into a post; whoever had it leaves it. */
export async function appoint(
  draft: Draft,
  wish: Appointment,
  { by, now }: Signed,
): Promise<Post | Refusal> {
  const { unit, role, agency, officer: id, email, phone = null } = wish;
  const held = { id: postIdOf(wish), role, unit, agency };
  const before = await postIn(draft, { unit, post: held.id });
  const stays = isHeldBy(wish, before);
  if (!stays && isThemselves(by, id)) return refuse('OWN_RIGHTS', ['officer']);
  if (!stays) await leave(draft, before, now);
  const item = await draft.read(keys.officer(id));
  const known = readOfficer(item) ?? { id, posts: [], disabled: false };
  const posts = isDisabled(before) ? known.posts : holding(known.posts, held);
  const wrong = isLink(item) ? 'SUBJECT_TAKEN' : unfit({ ...known, posts }, role, now);
  if (wrong !== undefined) return refuse(wrong, ['officer']);
  const post = { ...seated(before, stays, now), ...held, holder: id, ...standingOf(known) };
  keepPost(draft, post);
  const officer = { ...known, posts };
  const contact = contactOf({ email, phone });
  draft.write({ ...item, ...keys.officer(id), v: itemVersion, officer, ...contact });
  if (!stays) keepTenure(draft, { post: held.id, officer: id, agency, from: now });
  return post;
}

/** An address or a number is replaced by another and never wiped by a change that names none. */
export function contactOf({ email, phone }: Pick<Contact, 'email' | 'phone'>) {
  return { ...(email !== null && { email }), ...(phone !== null && { phone }) };
}

function isHeldBy({ officer, agency }: Appointment, post: Post | undefined): boolean {
  return post?.holder === officer && post.agency === agency;
}

function isDisabled(post: Post | undefined): boolean {
  return post?.disabled === true;
}

/** Why an officer cannot hold these posts and one of a role. */
function unfit(officer: Officer, role: Role, now: Instant) {
  if (!mayHold(officer, role, now)) return 'ROLES_APART';
  return officer.posts.length > most.posts ? 'TOO_MANY' : undefined;
}

/** What a post keeps: all of it with its holder, and whether it is disabled with any. */
function seated(before: Post | undefined, stays: boolean, now: Instant) {
  const { since = now, delegations = [] } = (stays && before) || {};
  return { disabled: isDisabled(before), since, delegations };
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
  await losePost(draft, holder, id, now);
  for (const each of ahead(post.delegations, now)) await endDelegation(draft, post, each, now);
  const feed = await draft.read(keys.feed(unit, id));
  if (feed?.['digest'] !== undefined) draft.write({ ...keys.feed(unit, id), v: itemVersion });
  if (since === undefined) return;
  keepTenure(draft, { post: id, officer: holder, agency: post.agency, from: since, until: now });
}
