import type { Anomalies, ToldAnomaly, Watches } from '#app/ports/watches.ts';
import { unwatched, type Watch } from '#domain/watch.ts';
import { checkVersion, itemVersion, pack, unpack } from './body.ts';
import { type Database, get, type Item, isNew, put, putIf, transact } from './database.ts';
import { paged } from './paging.ts';
import { anomalyPartition, keys } from './table.ts';

/** The watches in the `audit` table: one item for each officer behind an app. */
export function openWatches(database: Database): Watches {
  return {
    load: async ({ id, app }) => {
      const item = await get(database, 'audit', keys.watch(app, id));
      if (item === undefined) return { watch: unwatched, turn: 0 };
      checkVersion(item);
      return { watch: unpack<Watch>(item['body']), turn: Number(item['n']) };
    },
    keep: async ({ id, app }, { watch, turn }, anomalies) => {
      const item = { ...keys.watch(app, id), v: itemVersion, n: turn, body: pack(watch) };
      const condition =
        turn === 1 ? isNew : { when: 'n = :before', values: { ':before': turn - 1 } };
      if (anomalies.length === 0) return putIf(database, 'audit', item, condition);
      const told = anomalies.map((each) => put(database, 'audit', itemOf(each)));
      const actions = [put(database, 'audit', item, condition), ...told];
      return (await transact(database, actions)) === undefined;
    },
  };
}

function itemOf(anomaly: ToldAnomaly): Item {
  const { at, app, officer, kind } = anomaly;
  return { ...keys.anomaly({ at, app, officer, kind }), v: itemVersion, anomaly };
}

/** What was told of whom, for administrators. */
export function openAnomalies(database: Database): Anomalies {
  return {
    list: async (month, wish) => {
      const question = {
        table: 'audit',
        where: 'pk = :pk',
        values: { ':pk': anomalyPartition(month) },
        newestFirst: true,
      } as const;
      const { items, next } = await paged(database, question, wish);
      return { rows: items.map(readAnomaly), next };
    },
  };
}

function readAnomaly(item: Item): ToldAnomaly {
  checkVersion(item);
  return item['anomaly'] as ToldAnomaly;
}
