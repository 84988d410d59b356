import type { Resolvers } from '#schema/generated.ts';

/** What was told of a case outside this system. */
export const disclosure = {
  Case: {
    disclosures: (view) =>
      (view.state.disclosures ?? []).map((each, at) => ({ ...each, version: at + 1, view })),
    consentWithdrawnAt: ({ state }) => state.consentWithdrawnAt ?? null,
  },
  Disclosure: {
    parts: ({ parts }) => [...parts],
    recipientName: async ({ view, version }, _arguments, { opener }) =>
      (await opener.open(view, 'DISCLOSURE', version))?.recipient ?? null,
  },
} satisfies Resolvers;
