import type { Resolvers } from '#schema/generated.ts';
import type { FilledForm, levels } from '../papers.ts';

type Level = (typeof levels)[number];

function rated(level: Level) {
  return ({ items }: FilledForm) => items.filter((item) => item.level === level).length;
}

/** Forms that rate items, with the totals the paper forms end in. */
export const assessment = {
  Questionnaire: {
    highCount: rated('HIGH'),
    mediumCount: rated('MEDIUM'),
    lowCount: rated('LOW'),
  },
} satisfies Resolvers;
