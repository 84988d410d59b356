import type { Resolvers } from '#schema/generated.ts';

/** What was told of a case outside this system. */
export const disclosure = {
  Case: {
    disclosures: (view) => {
      const { disclosures: told = [], papers } = view.state;
      // Those before the ones that are held have papers too.
      const before = (papers.DISCLOSURE ?? told.length) - told.length;
      return told.map((each, at) => ({ ...each, version: before + at + 1, view }));
    },
    consentWithdrawnAt: ({ state }) => state.consentWithdrawnAt ?? null,
  },
  Disclosure: {
    parts: ({ parts }) => [...parts],
    recipientName: async ({ view, version }, _arguments, { opener }) =>
      (await opener.open(view, 'DISCLOSURE', version))?.recipient ?? null,
  },
} satisfies Resolvers;
