import { intervalLabels } from '#domain/deadline-words.ts';
import type { Resolvers } from '#schema/generated.ts';

/** A stretch of time in a count. */
export const interval = {
  Interval: {
    label: ({ reason }) => intervalLabels[reason],
    granted: ({ granted }) => granted ?? false,
  },
} satisfies Resolvers<unknown>;
