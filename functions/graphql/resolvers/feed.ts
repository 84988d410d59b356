import { mayFollow } from '#domain/feed.ts';
import { refuse } from '#domain/refusal.ts';
import type { Resolvers } from '#schema/generated.ts';
import type { Context } from '../context.ts';
import { fault } from '../errors.ts';
import { createCalendarFeed, revokeCalendarFeed } from '../inputs/feed.ts';
import { problemsOf } from '../problems.ts';
import type { HeldPost } from '../views.ts';
import { userError } from '../write.ts';

/** The post if an officer who holds it now asks; neither a machine nor a delegate has a calendar. */
function followed(post: string, { actor }: Context): HeldPost {
  const held = actor.posts.find(({ id }) => id === post);
  const isOwn = actor.kind === 'OFFICER' && held?.until === undefined;
  if (held === undefined || !isOwn || !mayFollow(actor, post)) throw fault('NOT_ALLOWED');
  return held;
}

/** Addresses of calendars; what lies behind them is another door. */
export const feed = {
  Mutation: {
    createCalendarFeed: async (_parent, { input }, context) => {
      const admitted = createCalendarFeed.safeParse(input);
      if (!admitted.success) return { replayed: false, userErrors: problemsOf(admitted.error) };
      const { post, idempotencyKey } = admitted.data;
      const { unit } = followed(post, context);
      const { actor, around, feeds, publicUrl } = context;
      const wish = { unit, post, officer: actor.id, app: actor.app };
      const key = around.world.fingerprint(['key', idempotencyKey]);
      const request = { key, by: actor, now: around.world.now() };
      const made = await feeds.create(wish, request);
      if (made === 'KEY_REUSED')
        return { replayed: false, userErrors: [userError(refuse('IDEMPOTENCY_KEY_REUSED'))] };
      const url = `${publicUrl}/feeds/${made.secret}.ics`;
      return { url, replayed: made.replayed, userErrors: [] };
    },
    revokeCalendarFeed: async (_parent, { input }, context) => {
      const admitted = revokeCalendarFeed.safeParse(input);
      if (!admitted.success) return { userErrors: problemsOf(admitted.error) };
      const { post } = admitted.data;
      const { unit } = followed(post, context);
      const { actor, around, feeds } = context;
      const revoked = await feeds.revoke({ unit, post }, actor, around.world.now());
      return { revoked, userErrors: [] };
    },
  },
} satisfies Resolvers;
