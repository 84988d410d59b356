import type { Resolvers } from '#schema/generated.ts';
import { isAdministrator } from '../administer.ts';
import type { AdministrationContext } from '../context.ts';
import { connection, wishOf } from '../cursor.ts';
import { fault } from '../errors.ts';

const months = /^\d{4}-(0[1-9]|1[0-2])$/;

/** What was told of officers who met much in a short time. */
export const anomaly = {
  Query: {
    anomalies: async (_parent, { month, ...page }, { actor, anomalies, around }) => {
      if (!isAdministrator(actor)) throw fault('NOT_ALLOWED');
      const listing = { name: 'anomalies', of: month, actor, world: around.world };
      const wish = wishOf(page, listing);
      const found = months.test(month) ? await anomalies.list(month, wish) : nothing;
      return connection(found, listing);
    },
  },
} satisfies Resolvers<AdministrationContext>;

const nothing = { rows: [], next: undefined };
