import type { Anchored, DigestBody, DigestBook, HeadDigest } from '#app/ports/proof.ts';
import { checkVersion, itemVersion, pack, unpack } from './body.ts';
import {
  ask,
  type Database,
  get,
  getAll,
  type Item,
  isNew,
  put,
  transact,
  word,
} from './database.ts';
import { paged } from './paging.ts';
import { digestPartition, keys } from './table.ts';

/** The book of signed digests in the `stats` table, to which no door that answers people may write. */
export function openDigests(database: Database): DigestBook {
  const whole = {
    table: 'stats',
    where: 'pk = :pk',
    values: { ':pk': digestPartition },
    newestFirst: true,
  } as const;
  return {
    last: async () => (await ask(database, { ...whole, limit: 1 })).items.map(readDigest)[0],
    find: async (seq) => {
      const item = await get(database, 'stats', keys.digest(seq));
      return item && readDigest(item);
    },
    list: async (wish) => {
      const { items, next } = await paged(database, whole, wish);
      return { rows: items.map(readDigest), next };
    },
    anchors: async (caseIds) => {
      const found = await getAll(database, 'stats', caseIds.map(keys.anchor));
      return new Map(caseIds.flatMap((id) => anchorIn(id, found)));
    },
    append: (digest) => append(database, digest),
  };
}

async function append(database: Database, digest: HeadDigest): Promise<boolean> {
  const anchors = digest.cases.map(({ case: caseId, from, hashes }) => {
    const seq = from + hashes.length - 1;
    const item = { ...keys.anchor(caseId), v: itemVersion, seq, hash: hashes.at(-1) };
    return put(database, 'stats', { ...item, digest: digest.seq });
  });
  const sheet = put(database, 'stats', digestItem(digest), isNew);
  const reasons = await transact(database, [sheet, ...anchors]);
  if (reasons === undefined) return true;
  if (reasons[0] === 'ConditionalCheckFailed') return false;
  throw new Error('The digest could not be written now');
}

function digestItem({ previous, hash, signature, keyId, ...body }: HeadDigest): Item {
  const signed = { previous, hash, signature, keyId };
  return { ...keys.digest(body.seq), v: itemVersion, ...signed, body: pack(body) };
}

function readDigest(item: Item): HeadDigest {
  checkVersion(item);
  const { previous, hash, signature, keyId } = item;
  // The members are as `digestItem` wrote them under this version.
  return { ...unpack<DigestBody>(item['body']), previous, hash, signature, keyId } as HeadDigest;
}

function anchorIn(caseId: string, found: ReadonlyMap<string, Item>) {
  const item = found.get(word(keys.anchor(caseId)));
  if (item === undefined) return [];
  const anchored: Anchored = {
    seq: Number(item['seq']),
    hash: String(item['hash']),
    digest: Number(item['digest']),
  };
  return [[caseId, anchored] as const];
}
