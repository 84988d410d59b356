import type { Resolvers } from '#schema/generated.ts';

/** Which commune answers, and which is asked to. */
export const handover = {
  Leg: {
    unitCode: ({ unit }) => unit,
    unit: ({ unit }, _arguments, { units }) => units.load(unit),
    provinceCode: ({ province }) => province,
    worker: ({ worker }) => worker ?? null,
  },
  Care: {
    unitCode: ({ unit }) => unit,
    unit: ({ unit }, _arguments, { units }) => units.load(unit),
  },
  HandoverOffer: {
    toCode: ({ to }) => to,
    to: ({ to }, _arguments, { units }) => units.load(to),
  },
} satisfies Resolvers;
