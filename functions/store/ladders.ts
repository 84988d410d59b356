import type { KeptLadders, LadderBook, LadderImport } from '#app/ports/ladders.ts';
import type { UnitCode } from '#domain/directory.ts';
import type { LadderPolicy } from '#domain/ladder.ts';
import { checkVersion, itemVersion, pack, unpack } from './body.ts';
import { askAll, type Database, get, type Item, isNew, put } from './database.ts';
import { keys, ladderPartition } from './table.ts';
import { change, inTurn, type Register, type Signed, type Turn } from './turn.ts';

/** The ladders of all provinces, every revision. */
export async function importedLadders(database: Database): Promise<readonly LadderPolicy[]> {
  const where = 'pk = :pk';
  const items = await askAll(database, {
    table: 'directory',
    where,
    values: { ':pk': ladderPartition },
  });
  return items.map((item) => readLadders(item).policy);
}

/** The ladders of the provinces as administrators keep them. */
export function openLadders(register: Register): LadderBook {
  return {
    of: (province) => ofProvince(register.database, province),
    add: (wish, by, now) => inTurn(register, (turn) => add(turn, wish, { by, now })),
  };
}

async function ofProvince(database: Database, province: UnitCode): Promise<readonly KeptLadders[]> {
  const { pk, sk } = keys.ladder(province, 0);
  const items = await askAll(database, {
    table: 'directory',
    where: 'pk = :pk AND sk BETWEEN :first AND :last',
    values: { ':pk': pk, ':first': sk, ':last': keys.ladder(province, mostRevisions).sk },
  });
  return items.map(readLadders);
}

const mostRevisions = 99_999_999;

/** An import raises the revision of the directory, so that whoever keeps a snapshot of it reads the ladders anew. */
async function add(turn: Turn, wish: LadderImport, signed: Signed): Promise<boolean> {
  const { id, province, revision, document } = wish.policy;
  const key = keys.ladder(province, revision);
  if ((await get(turn.database, 'directory', key)) !== undefined) return false;
  const { policy, request } = wish;
  const item: Item = {
    ...key,
    v: itemVersion,
    request,
    officer: signed.by.id,
    app: signed.by.app,
    at: signed.now,
    body: pack(policy),
  };
  const entry = { ...signed, act: 'importLadder', about: [id, document] };
  await change(turn, [put(turn.database, 'directory', item, isNew)], entry);
  return true;
}

function readLadders(item: Item): KeptLadders {
  checkVersion(item);
  const { request, at, officer: id, app } = item;
  const policy = unpack<LadderPolicy>(item['body']);
  // The members are as `add` wrote them under this version.
  return { policy, request, at, by: { id, app } } as KeptLadders;
}
