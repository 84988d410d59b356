import type { Access, AccessLog } from '#app/ports/proof.ts';
import type { PageWish } from '#app/ports/worklists.ts';
import { checkVersion } from './body.ts';
import { type Database, type Item, isNew, putIf } from './database.ts';
import { paged } from './paging.ts';
import { keys, prefixes, readAt } from './table.ts';
import { administeredItem } from './turn.ts';

/** The register of reads as those who oversee may read it; no door that opens papers has it. */
export function openAccessLog(database: Database, newId: () => string): AccessLog {
  return {
    list: (caseId, wish) => list(database, caseId, wish),
    asked: async ({ act, caseId, by, now }) => {
      const item = administeredItem({ by, now, act, about: [caseId] }, newId());
      const isFirst = await putIf(database, 'audit', item, isNew);
      if (!isFirst) throw new Error('This look is in the log already');
    },
  };
}

async function list(database: Database, caseId: string, wish: PageWish) {
  const values = { ':pk': keys.read(caseId, '', '').pk, ':reads': prefixes.read };
  const where = 'pk = :pk AND begins_with(sk, :reads)';
  const question = { table: 'audit', where, values, newestFirst: true } as const;
  const { items, next } = await paged(database, question, wish);
  return { rows: items.map(readAccess), next };
}

function readAccess(item: Item): Access {
  checkVersion(item);
  const { kind, officer, app, request, posts, classes } = item;
  // The members are as the register wrote them under this version.
  return { at: readAt(item), kind, officer, app, request, posts, classes } as Access;
}
