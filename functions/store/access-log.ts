import type { Access, Accesses } from '#app/ports/proof.ts';
import type { PageWish } from '#app/ports/worklists.ts';
import { checkVersion } from './body.ts';
import type { Database, Item } from './database.ts';
import { readAt } from './named.ts';
import { paged } from './paging.ts';
import { keys, prefixes } from './table.ts';

/** The register of reads as those who oversee may read it; no door that opens papers has it. */
export function openAccessLog(database: Database): Accesses {
  return { list: (caseId, wish) => list(database, caseId, wish) };
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
  const { kind, officer, app, request, posts, classes, act, glass, purpose, subjectRequest } = item;
  // The members are as the register wrote them under this version.
  const who = { at: readAt(item), kind, officer, app, request, posts };
  const why = {
    glass: glass ?? null,
    purpose: purpose ?? null,
    subjectRequest: subjectRequest ?? null,
  };
  return { ...who, classes, refused: act ?? null, ...why } as Access;
}
