import type { ShredEntry, ShredList } from '#app/ports/erasures.ts';
import { checkVersion, itemVersion } from './body.ts';
import { askAll, type Database, type Item } from './database.ts';
import { keys, shredPartition } from './table.ts';

/**
 * The list of destroyed keys in the `audit` table, where items are only ever added.
 *
 * It lies in another table than the keys, so that it is not set back with them when a backup is restored.
 */
export function openShredList(database: Database): ShredList {
  const entries = async (prefix: string) => {
    const items = await askAll(database, {
      table: 'audit',
      where: 'pk = :pk AND begins_with(sk, :prefix)',
      values: { ':pk': shredPartition, ':prefix': prefix },
    });
    return items.map(readEntry);
  };
  return {
    of: (incident) => entries(keys.shredded(incident, '').sk),
    all: async () => {
      const where = 'pk = :pk';
      const values = { ':pk': shredPartition };
      return (await askAll(database, { table: 'audit', where, values })).map(readEntry);
    },
  };
}

/** The entry a destroyed key leaves. */
export function shredItem(entry: ShredEntry): Item {
  return { ...keys.shredded(entry.incident, entry.subject), v: itemVersion, ...entry };
}

function readEntry(item: Item): ShredEntry {
  checkVersion(item);
  const { incident, subject, caseId, order, ground, at } = item as unknown as ShredEntry;
  return { incident, subject, caseId, order, ground, at };
}
