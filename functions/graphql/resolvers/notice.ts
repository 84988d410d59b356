import type { Resolvers } from '#schema/generated.ts';
import { connection, wishOf } from '../cursor.ts';
import { fault } from '../errors.ts';

/** What posts were told. */
export const notice = {
  Query: {
    inbox: async (_parent, { post, ...page }, { actor, around, notices }) => {
      const isHeld = actor.posts.some(({ id }) => id === post);
      if (!isHeld || !actor.scopes.includes('notices')) throw fault('NOT_ALLOWED');
      const listing = { name: 'inbox', of: post, actor, world: around.world };
      return connection(await notices.inbox(post, wishOf(page, listing)), listing);
    },
  },
  Notice: {
    case: ({ caseId }, _arguments, { cases }) => cases.load(caseId),
    post: ({ post }) => post.id,
    writtenAt: ({ written }) => written,
  },
} satisfies Resolvers;
