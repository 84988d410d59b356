import { abilities } from '#domain/ability.ts';
import type { Resolvers } from '#schema/generated.ts';

/** What the caller can do on a case. */
export const ability = {
  Case: {
    viewerCan: ({ state }, _arguments, { actor }) => [...abilities(actor, state)],
  },
  Ability: {
    allowed: ({ why }) => why === null,
  },
} satisfies Resolvers;
