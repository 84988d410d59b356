import type { Resolvers } from '#schema/generated.ts';
import type { AdministrationContext } from '../context.ts';
import { migrateProcedure, previewProcedureMigration } from '../migration.ts';

/** Cases that follow another version of the procedure: previewed, then ordered. */
export const migration = {
  Query: { previewProcedureMigration },
  Mutation: { migrateProcedure },
  MigratedDeadline: { unitCode: ({ unit }) => unit },
} satisfies Resolvers<AdministrationContext>;
