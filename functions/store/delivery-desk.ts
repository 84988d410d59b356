import type { DeliveryDesk } from '#app/ports/deliveries.ts';
import type { PageWish } from '#app/ports/worklists.ts';
import type { Database } from './database.ts';
import { box, readDelivery } from './inbox.ts';
import { openNotices } from './notices.ts';
import { behind, paged } from './paging.ts';
import { deadOf, deadPartition } from './table.ts';

/** Deliveries in the `notices` table, as they are looked up and begun anew. */
export function openDeliveryDesk(database: Database): DeliveryDesk {
  const { find, redrive } = openNotices(database);
  return {
    find,
    redrive,
    list: ({ channel, to }, wish, hidden) => box(database, { channel, to, wish, hidden }),
    dead: (to, wish) => dead(database, to, wish),
  };
}

/** The index may be a moment late: what was begun anew meanwhile is no dead letter any more. */
async function dead(database: Database, to: string | null, wish: PageWish) {
  const within = to === null ? '' : ' AND begins_with(deadSk, :to)';
  const { items, next } = await paged(
    database,
    {
      table: 'notices',
      index: 'dead',
      where: `deadPk = :pk${within}`,
      values: { ':pk': deadPartition, ...(to !== null && { ':to': deadOf(to) }) },
    },
    wish,
  );
  const kept = (await behind(database, 'notices', items)).map(readDelivery);
  return { rows: kept.filter(({ state }) => state === 'FAILED'), next };
}
