import { basisOf } from '#domain/procedure.ts';
import type { Resolvers } from '#schema/generated.ts';

/** The procedures and their limits. */
export const procedure = {
  Query: {
    procedures: async (_parent, _arguments, { law }) => [...(await law()).procedures],
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
