import type { MigrationOrder, MigrationProgress, Migrations } from '#app/ports/migrations.ts';
import type { Actor } from '#domain/permission.ts';
import { checkVersion, itemVersion } from './body.ts';
import { get, type Item, isNew, put, putIf } from './database.ts';
import { keys } from './table.ts';
import { change, inTurn, type Register, type Signed, type Turn } from './turn.ts';

/** The orders by which cases follow another version, each with its audit entry and how far it has come. */
export function openMigrations(register: Register): Migrations {
  const { database } = register;
  return {
    begin: (order, by, now) => inTurn(register, (turn) => begin(turn, order, { by, now })),
    advance: (key, by, progress) => {
      const values = { ':before': progress.pages - 1 };
      const when = { when: 'progress.pages = :before', values };
      return putIf(database, 'directory', orderItem(key, by, progress), when);
    },
  };
}

async function begin(
  turn: Turn,
  order: MigrationOrder,
  signed: Signed,
): Promise<MigrationProgress> {
  const { unit, from, to, document, key, fingerprint } = order;
  const before = await get(turn.database, 'directory', keyOf(key, signed.by));
  if (before !== undefined) return readProgress(before);
  const counts = { cases: 0, moved: 0, voided: 0, failed: 0 };
  const progress = { fingerprint, pages: 0, done: false, counts };
  const item = orderItem(key, signed.by, progress);
  await change(turn, [put(turn.database, 'directory', item, isNew)], {
    ...signed,
    act: 'migrateProcedure',
    about: [unit, from, to, document],
  });
  return progress;
}

const keyOf = (key: string, { app, id }: Actor) => keys.migrationOrder(app, id, key);

function orderItem(key: string, by: Actor, { next, ...progress }: MigrationProgress): Item {
  const kept = next === undefined ? progress : { ...progress, next };
  return { ...keyOf(key, by), v: itemVersion, progress: kept };
}

function readProgress(item: Item): MigrationProgress {
  checkVersion(item);
  return item['progress'] as MigrationProgress;
}
