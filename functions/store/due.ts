import type { DueIndex } from '#app/ports.ts';
import { ask, type Database } from './database.ts';
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
  };
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
  return items.map((item) => {
    const [at = '', caseId = ''] = String(item['dueSk']).split('#');
    return { at, caseId };
  });
}
