import type { Erasures } from '#app/ports/erasures.ts';
import type { ErasureOrder } from '#domain/erasure.ts';
import { checkVersion, itemVersion } from './body.ts';
import { type Action, askAll, get, type Item, isNew, put, transact } from './database.ts';
import { paged } from './paging.ts';
import { erasurePartition, keys } from './table.ts';
import { type Administered, administeredItem, type Register } from './turn.ts';

/** The orders of erasure in the `directory` table; each change is one transaction with its audit entry. */
export function openErasures(register: Register): Erasures {
  const { database } = register;
  const find = async (id: string) => {
    const item = await get(database, 'directory', keys.erasure(id));
    return item && readOrder(item);
  };
  return {
    ofRequest: async ({ key, fingerprint }, by) => {
      const kept = await get(database, 'directory', keys.request(by.app, by.id, key));
      if (kept === undefined) return undefined;
      if (kept['fingerprint'] !== fingerprint) return 'KEY_REUSED';
      return find(String(kept['order']));
    },
    order: (order, { key, fingerprint }, by) => {
      const request = { ...keys.request(by.app, by.id, key), fingerprint, order: order.id };
      const actions = [
        put(database, 'directory', { ...request, v: itemVersion }, isNew),
        put(database, 'directory', orderItem(order), isNew),
      ];
      const about = [order.id, ...order.cases];
      return change(register, actions, { by, now: order.ordered.at, act: 'orderErasure', about });
    },
    sign: (signed, { act, before }, by) => {
      const condition = {
        when: 'signatures = :before',
        values: { ':before': signaturesOn(before) },
      };
      const action = put(database, 'directory', orderItem(signed), condition);
      const now = (signed.withdrawn ?? signed.approved ?? signed.ordered).at;
      return change(register, [action], { by, now, act, about: [signed.id] });
    },
    find,
    list: async (wish) => {
      const values = { ':pk': erasurePartition };
      const question = {
        table: 'directory',
        where: 'pk = :pk',
        values,
        newestFirst: true,
      } as const;
      const { items, next } = await paged(database, question, wish);
      return { rows: items.map(readOrder), next };
    },
    holding: async (on) => {
      const values = { ':pk': erasurePartition, ':on': on };
      const where = 'pk = :pk AND sk >= :on';
      return (await askAll(database, { table: 'directory', where, values })).map(readOrder);
    },
  };
}

/** Writes an order and its audit entry; false where the order is not as it was read. */
async function change(
  { database, newId }: Register,
  actions: readonly Action[],
  entry: Administered,
): Promise<boolean> {
  const audited = put(database, 'audit', administeredItem(entry, newId()), isNew);
  return (await transact(database, [...actions, audited])) === undefined;
}

function orderItem(order: ErasureOrder): Item {
  return { ...keys.erasure(order.id), v: itemVersion, signatures: signaturesOn(order), order };
}

function signaturesOn({ approved, withdrawn }: ErasureOrder): number {
  return 1 + Number(approved !== null) + Number(withdrawn !== null);
}

function readOrder(item: Item): ErasureOrder {
  checkVersion(item);
  return item['order'] as ErasureOrder;
}
