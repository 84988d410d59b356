import type { Resolvers } from '#schema/generated.ts';
import type { AdministrationContext } from '../context.ts';
import { explainAccess } from '../explanation.ts';

/** Why somebody sees a case or does not. */
export const explanation = {
  Query: { explainAccess },
} satisfies Resolvers<AdministrationContext>;
