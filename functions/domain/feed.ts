import {
  type App,
  type Officer,
  type Post,
  postsAt,
  type Role,
  type UnitCode,
} from './directory.ts';
import type { Actor } from './permission.ts';
import type { Instant } from './time.ts';
import type { Person } from './wall.ts';

/**
 * A calendar that an officer follows for a post by a secret link.
 *
 * It is good only as long as that officer holds the post and might ask through that app.
 */
export type Feed = {
  readonly unit: UnitCode;
  readonly post: string;
  readonly officer: string;
  readonly app: string;
};

/**
 * Posts of a place where deadlines are owed or supervised; the others follow no list of one unit.
 *
 * @policy 0030
 */
export const feedRoles: readonly Role[] = [
  'COMMUNE_WORKER',
  'COMMUNE_CHAIR',
  'COMMUNE_POLICE',
  'PROVINCE_SUPERVISOR',
  'PROVINCE_CHAIR',
];

/** What the directory says now of everything a feed hangs on. */
export type FeedGround = {
  readonly post: Post | undefined;
  readonly officer: Officer | undefined;
  readonly app: App | undefined;
};

/** For whom a feed reads now, with the right to read alone; nothing once its ground is gone. */
export function readerOf(feed: Feed, { post, officer, app }: FeedGround): Actor | undefined {
  if (post === undefined || officer === undefined || app === undefined) return undefined;
  if (post.disabled || officer.disabled || app.disabled) return undefined;
  const isHeld = post.holder === feed.officer && officer.id === feed.officer;
  if (!isHeld || !mayFollow({ posts: officer.posts, scopes: app.scopes }, feed.post))
    return undefined;
  const posts = officer.posts.filter(({ id }) => id === feed.post);
  return { kind: 'OFFICER', id: officer.id, app: app.id, scopes: ['cases:read'], posts };
}

/**
 * The person behind a feed with every post they act by: a conflict of interest closes a case to the person, by
 * whichever post.
 *
 * @policy 0038
 */
export function personOf({ officer }: FeedGround, at: Instant): Person {
  return officer === undefined ? nobody : { id: officer.id, posts: postsAt(officer, at) };
}

const nobody: Person = { id: '', posts: [] };

/** Whether somebody holds a post whose deadlines may be followed, and may read cases at all. */
export function mayFollow(
  { posts, scopes }: Pick<Actor, 'posts' | 'scopes'>,
  post: string,
): boolean {
  const held = posts.find(({ id }) => id === post);
  return scopes.includes('cases:read') && held !== undefined && feedRoles.includes(held.role);
}
