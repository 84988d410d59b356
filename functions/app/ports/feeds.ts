import type { Unit } from '#domain/directory.ts';
import type { Feed, FeedGround } from '#domain/feed.ts';
import type { Actor } from '#domain/permission.ts';
import type { Instant } from '#domain/time.ts';
import type { PostSeat } from './directory.ts';

/** A link as first made, or made before by the same request. */
export type FeedLink = { readonly secret: string; readonly replayed: boolean };

/** What officers keep of their calendars: one for each post, and only the digest of its secret. */
export type FeedRegister = {
  /**
   * Makes the link of a post; the one before is dead from then on.
   *
   * A repeat under the same key gets the same secret, unless its link is dead by now or was for another post.
   */
  readonly create: (
    feed: Feed,
    request: { readonly key: string; readonly by: Actor; readonly now: Instant },
  ) => Promise<FeedLink | 'KEY_REUSED'>;
  /** Kills the link of a post; false when it has none. */
  readonly revoke: (seat: PostSeat, by: Actor, now: Instant) => Promise<boolean>;
};

/** A feed and everything it hangs on, as it stands now. */
export type FoundFeed = {
  readonly feed: Feed;
  readonly ground: FeedGround;
  readonly unit: Unit;
};

/** Feeds by their secret. */
export type Feeds = {
  /** Read strongly: what was revoked a moment ago is not found. */
  readonly find: (secret: string) => Promise<FoundFeed | undefined>;
};
