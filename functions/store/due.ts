import type { DueIndex } from '#app/ports/worklists.ts';
import type { Instant } from '#domain/time.ts';
import { ask, type Database, type Item } from './database.ts';
import { duePartition, dueShards } from './table.ts';

/** The due index of the cases: entries lag, so every case found is judged again on its own head. */
export function openDueIndex(database: Database): DueIndex {
  return {
    due: async (province, now, limit) => {
      const shards = Array.from({ length: dueShards }, (_, shard) => shard);
      const found = await Promise.all(
        shards.map((shard) => dueInShard(database, { province, shard, now, limit })),
      );
      const oldestFirst = found.flat().toSorted((a, b) => (a.at < b.at ? -1 : 1));
      return oldestFirst.slice(0, limit).map(({ caseId }) => caseId);
    },
    next: async (province) => {
      const shards = Array.from({ length: dueShards }, (_, shard) => shard);
      const first = await Promise.all(
        shards.map((shard) => firstInShard(database, province, shard)),
      );
      return first.filter((at) => at !== undefined).toSorted()[0];
    },
  };
}

async function firstInShard(
  database: Database,
  province: string,
  shard: number,
): Promise<Instant | undefined> {
  const values = { ':pk': duePartition(province, shard) };
  const { items } = await ask(database, {
    table: 'cases',
    index: 'due',
    where: 'duePk = :pk',
    values,
    limit: 1,
  });
  return items[0] && (placeOf(items[0]).at as Instant);
}

function placeOf(item: Item): { readonly at: string; readonly caseId: string } {
  const [at = '', caseId = ''] = String(item['dueSk']).split('#');
  return { at, caseId };
}

type Asked = {
  readonly province: string;
  readonly shard: number;
  readonly now: string;
  readonly limit: number;
};

async function dueInShard(database: Database, { province, shard, now, limit }: Asked) {
  const { items } = await ask(database, {
    table: 'cases',
    index: 'due',
    where: 'duePk = :pk AND dueSk <= :now',
    // What is due at this very instant has the case id behind it, which sorts before the tilde.
    values: { ':pk': duePartition(province, shard), ':now': `${now}#~` },
    limit,
  });
  return items.map(placeOf);
}
