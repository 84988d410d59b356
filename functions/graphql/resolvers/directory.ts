import { nation } from '#domain/directory.ts';
import { basisOf } from '#domain/procedure.ts';
import type { Resolvers } from '#schema/generated.ts';
import type { Context } from '../context.ts';
import { connection, type Listing, wishOf } from '../cursor.ts';
import { nodeIdOf } from './access.ts';

function childrenOf(parent: string, { actor, around }: Context): Listing {
  return { name: 'units', of: parent, actor, world: around.world };
}

/** Units and the procedures. */
export const directory = {
  Query: {
    unit: (_parent, { code }, { units }) => units.load(code),
    units: async (_parent, { parent, ...page }, context) => {
      const listing = childrenOf(parent, context);
      const wish = wishOf(page, listing);
      return connection(await context.around.directories.children(parent, wish), listing);
    },
    procedures: async (_parent, _arguments, { law }) => [...(await law()).procedures],
  },
  Unit: {
    id: nodeIdOf,
    parentCode: ({ parent }) => parent,
    parent: ({ code, parent }, _arguments, { units }) =>
      code === nation ? null : units.load(parent),
    validFrom: ({ from }) => from,
    validUntil: ({ until }) => until ?? null,
  },
  Procedure: {
    over: ({ over }) => over ?? null,
    unconfirmed: ({ unconfirmed }) => unconfirmed ?? null,
    adoptedBy: ({ adoptedBy }) => [...(adoptedBy ?? [])],
  },
  Adoption: {
    unitCode: ({ by }) => by,
    validFrom: ({ from }) => from,
    validUntil: ({ until }) => until ?? null,
  },
  TimeLimit: {
    unit: ({ within }) => within.unit,
    count: ({ within }) => ('count' in within ? within.count : null),
    basis: basisOf,
    source: ({ law, policy }) => law ?? policy ?? '',
  },
} satisfies Resolvers;
