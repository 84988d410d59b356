import { nation } from '#domain/directory.ts';
import type { Resolvers } from '#schema/generated.ts';
import { isId, type Shared } from '../context.ts';
import { connection, type Listing, wishOf } from '../cursor.ts';

/** What the id of a unit as a node begins with. */
export const unitId = 'unit:';

const none = { rows: [], next: undefined };

function childrenOf(parent: string, { actor, around }: Shared): Listing {
  return { name: 'units', of: parent, actor, world: around.world };
}

/** Units. */
export const directory = {
  Query: {
    unit: (_parent, { code }, { units }) => units.load(code),
    units: async (_parent, { parent, ...page }, context) => {
      const listing = childrenOf(parent, context);
      const wish = wishOf(page, listing);
      const { directories } = context.around;
      return connection(isId(parent) ? await directories.children(parent, wish) : none, listing);
    },
  },
  Unit: {
    id: ({ code }) => `${unitId}${code}`,
    parentCode: ({ parent }) => parent,
    parent: ({ code, parent }, _arguments, { units }) =>
      code === nation ? null : units.load(parent),
    validFrom: ({ from }) => from,
    validUntil: ({ until }) => until ?? null,
  },
} satisfies Resolvers<Shared>;
