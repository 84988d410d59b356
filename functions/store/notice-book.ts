import type { KeptDelivery, NoticeBook } from '#app/ports/notices.ts';
import type { Channel } from '#domain/delivery.ts';
import { askAll, type Database } from './database.ts';
import { readDelivery } from './inbox.ts';
import { keys } from './table.ts';

const toPosts: readonly Channel[] = ['EMAIL', 'SMS'];

/** What is kept of the notices of a case. */
export function openNoticeBook(database: Database): NoticeBook {
  return {
    ofCase: async (caseId, posts) => {
      const boxes = posts.flatMap((to) => toPosts.map((channel) => ({ channel, to, id: caseId })));
      const found: KeptDelivery[] = [];
      for (const box of boxes) {
        // The id of a notice begins with that of its case.
        const { pk, sk } = keys.delivery(box);
        const values = { ':pk': pk, ':sk': `${sk}#` };
        const where = 'pk = :pk AND begins_with(sk, :sk)';
        const items = await askAll(database, { table: 'notices', where, values });
        found.push(...items.map(readDelivery));
      }
      return found;
    },
  };
}
