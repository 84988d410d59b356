import type { Case } from '#domain/case/case.ts';
import type { Actor } from '#domain/permission.ts';
import { isShutOut } from '#domain/wall.ts';
import type { Resolvers } from '#schema/generated.ts';
import { connection, wishOf } from '../cursor.ts';
import { fault } from '../errors.ts';

/** Whether a case is closed to somebody by a conflict of interest. */
function isClosed(actor: Actor, state: Case | null | undefined): boolean {
  return state != null && isShutOut(actor, state);
}

/** What posts were told. */
export const notice = {
  Query: {
    inbox: async (_parent, { post, ...page }, { actor, around, notices, states }) => {
      const isHeld = actor.posts.some(({ id }) => id === post);
      if (!isHeld || !actor.scopes.includes('notices')) throw fault('NOT_ALLOWED');
      const listing = { name: 'inbox', of: post, actor, world: around.world };
      const hidden = async (ids: readonly string[]) => {
        const found = await Promise.all(ids.map((id) => states.load(id)));
        return new Set(ids.filter((_, at) => isClosed(actor, found[at])));
      };
      return connection(await notices.inbox(post, wishOf(page, listing), hidden), listing);
    },
  },
  Notice: {
    case: ({ caseId }, _arguments, { cases }) => cases.load(caseId),
    post: ({ post }) => post.id,
    writtenAt: ({ written }) => written,
    // Mail is never parked: only what goes to a webhook that is off.
    email: ({ state }) => (state === 'PARKED' ? 'PENDING' : state),
    emailHeld: ({ held }) => held,
  },
} satisfies Resolvers;
