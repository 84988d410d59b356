import type { Resolvers } from '#schema/generated.ts';

/** An open deadline that would end otherwise. */
export const movement = {
  DeadlineMovement: { unitCode: ({ unit }) => unit },
} satisfies Resolvers<unknown>;
