import type { Resolvers } from '#schema/generated.ts';
import type { AdministrationContext } from '../context.ts';
import { importLadder, ladders, shownLadders } from '../ladder.ts';
import { explainNotice } from '../notice-explanation.ts';

/** The ladders of provinces, and why somebody was told. */
export const ladder = {
  Query: { ladders, explainNotice },
  Mutation: { importLadder },
  LadderPolicy: { ladders: shownLadders },
  Hold: { by: (hold) => hold.by ?? null },
} satisfies Resolvers<AdministrationContext>;
