import type { Resolvers } from '#schema/generated.ts';
import type { AdministrationContext } from '../context.ts';
import { appointOfficer, importUnits, registerApp, vacatePost } from '../register.ts';

/** What administrators keep. */
export const administration = {
  Mutation: { importUnits, appointOfficer, vacatePost, registerApp },
} satisfies Resolvers<AdministrationContext>;
