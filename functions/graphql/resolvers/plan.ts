import type { Resolvers } from '#schema/generated.ts';

/** The plan and how far each of its items has come. */
export const plan = {
  Plan: {
    items: ({ items, started, completed }) =>
      items.map((item) => ({
        ...item,
        started: started.includes(item.id),
        completed: completed.includes(item.id),
      })),
  },
} satisfies Resolvers;
