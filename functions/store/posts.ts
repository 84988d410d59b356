import type { PostSeat } from '#app/ports/directory.ts';
import type { Delegation } from '#domain/absence.ts';
import type { Officer, Post, Tenure } from '#domain/directory.ts';
import { ahead, mayStandIn } from '#domain/personnel.ts';
import type { Instant } from '#domain/time.ts';
import { itemVersion } from './body.ts';
import type { Item } from './database.ts';
import { readOfficer, readPost } from './directory.ts';
import type { Draft } from './draft.ts';
import { keys } from './table.ts';

// What the resolver needs lies on the post and what admission needs on the officer; both are written together.

/** Whether an item leads from a subject to an officer of another id. */
export function isLink(item: Item | undefined): boolean {
  return typeof item?.['subjectOf'] === 'string';
}

/** A post keeps its place among those of an officer, so that what is repeated changes nothing. */
export function holding(posts: Officer['posts'], held: Officer['posts'][number]): Officer['posts'] {
  const isKnown = posts.some(({ id }) => id === held.id);
  return isKnown ? posts.map((each) => (each.id === held.id ? held : each)) : [...posts, held];
}

/** The officer without one post. */
function without(officer: Officer, post: string): Officer {
  return { ...officer, posts: officer.posts.filter(({ id }) => id !== post) };
}

/** What a post has to say of its holder. */
export function standingOf({ disabled, leave = [] }: Officer) {
  return { suspended: disabled, leave };
}

/** An officer as the draft has them. */
export async function officerIn(draft: Draft, id: string): Promise<Officer | undefined> {
  return readOfficer(await draft.read(keys.officer(id)));
}

/** Changes an officer, if there is such. */
export async function changeOfficer(
  draft: Draft,
  id: string,
  to: (officer: Officer) => Officer,
): Promise<undefined> {
  const item = await draft.read(keys.officer(id));
  const officer = readOfficer(item);
  if (officer !== undefined) draft.write({ ...item, ...keys.officer(id), officer: to(officer) });
  return undefined;
}

/** A post as the draft has it. */
export async function postIn(draft: Draft, { unit, post }: PostSeat): Promise<Post | undefined> {
  const item = await draft.read(keys.post(unit, post));
  return item && readPost(item);
}

/** Writes a post. */
export function keepPost(draft: Draft, post: Post): void {
  draft.write({ ...keys.post(post.unit, post.id), v: itemVersion, post });
}

/** Writes a tenure; what begins at one instant is told apart by whose it is. */
export function keepTenure(draft: Draft, tenure: Tenure): void {
  const kind = tenure.document === undefined ? 'HELD' : 'DELEGATED';
  const key = keys.tenure(tenure.post, tenure.from, `${kind}#${tenure.officer}`);
  draft.write({ ...key, v: itemVersion, tenure });
}
/** Takes a delegation from the delegate; the post is left to whoever writes it. */
export async function endDelegation(
  draft: Draft,
  { id, agency }: Pick<Post, 'id' | 'agency'>,
  { to, from, document }: Delegation,
  now: Instant,
): Promise<void> {
  await changeOfficer(draft, to, (officer) => ({
    ...officer,
    delegated: (officer.delegated ?? []).filter((each) => each.id !== id || each.from !== from),
  }));
  const until = from < now ? now : from;
  keepTenure(draft, { post: id, officer: to, agency, from, until, document });
}

/** Ends what was delegated to an officer, on the post as well. */
export async function standDown(
  draft: Draft,
  officer: string,
  { unit, id, from }: NonNullable<Officer['delegated']>[number],
  now: Instant,
): Promise<void> {
  const post = await postIn(draft, { unit, post: id });
  const found = post?.delegations?.find((each) => each.to === officer && each.from === from);
  if (post === undefined || found === undefined) return;
  const others = (post.delegations ?? []).filter((each) => each !== found);
  keepPost(draft, { ...post, delegations: others });
  await endDelegation(draft, post, found, now);
}

/** Takes a post from an officer, and with it what was delegated to them and they do not fit any more. */
export async function losePost(
  draft: Draft,
  officer: string,
  lost: string,
  now: Instant,
): Promise<void> {
  await changeOfficer(draft, officer, (each) => without(each, lost));
  const left = await officerIn(draft, officer);
  for (const each of ahead(left?.delegated, now)) {
    const post = await postIn(draft, { unit: each.unit, post: each.id });
    const isFit = left !== undefined && post !== undefined && mayStandIn(left, post);
    if (!isFit) await standDown(draft, officer, each, now);
  }
}
