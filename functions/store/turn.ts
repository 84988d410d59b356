import type { Actor } from '#domain/permission.ts';
import { type Instant, localDate } from '#domain/time.ts';
import { itemVersion } from './body.ts';
import {
  type Action,
  type Database,
  get,
  type Item,
  isNew,
  put,
  putIf,
  transact,
} from './database.ts';
import { keys } from './table.ts';

/** The directory as administrators write it. */
export type Register = { readonly database: Database; readonly newId: () => string };
/** One administrator's turn: what is written holds only if the directory is still at this revision. */
export type Turn = Register & { readonly revision: number };

class TurnLost extends Error {}
const turns = 20;

/** Administrators write one after another; who was second reads again and repeats. */
export async function inTurn<Done>(
  register: Register,
  act: (turn: Turn) => Promise<Done>,
): Promise<Done> {
  for (let tried = 1; ; tried += 1) {
    const item = await get(register.database, 'directory', keys.directoryRevision());
    try {
      return await act({ ...register, revision: Number(item?.['n'] ?? 0) });
    } catch (failure) {
      if (!(failure instanceof TurnLost) || tried === turns) throw failure;
      await register.database.pause(Math.min(tried, 4));
    }
  }
}

/** Who changes something, and when. */
export type Signed = { readonly by: Actor; readonly now: Instant };

/** Whether whoever signs is the officer of an id. */
export function isThemselves({ kind, id }: Actor, officer: string | undefined): boolean {
  return kind === 'OFFICER' && id === officer;
}

/** A change as the audit keeps it. */
export type Administered = Signed & { readonly act: string; readonly about: readonly string[] };

/** The entry a change leaves in the audit. */
export function administeredItem({ by, now, act, about }: Administered, id: string): Item {
  const key = keys.administered(localDate(now), now, id);
  return { ...key, v: itemVersion, act, about, officer: by.id, app: by.app };
}

/** Writes an audit entry of what changed nothing. */
export async function note({ database, newId }: Register, entry: Administered): Promise<void> {
  const isFirst = await putIf(database, 'audit', administeredItem(entry, newId()), isNew);
  if (!isFirst) throw new Error('This is in the audit already');
}

/** Writes a change with its audit entry and the next revision of the directory: all of it or nothing. */
export async function change(
  turn: Turn,
  actions: readonly Action[],
  entry: Administered,
): Promise<void> {
  const { database, newId, revision } = turn;
  // A number alone would not say so: another directory may have grown to the same one.
  const next = { ...keys.directoryRevision(), n: revision + 1, id: newId() };
  const reasons = await transact(database, [
    ...actions,
    put(database, 'audit', administeredItem(entry, newId()), isNew),
    put(
      database,
      'directory',
      next,
      revision === 0 ? isNew : { when: 'n = :before', values: { ':before': revision } },
    ),
  ]);
  if (reasons !== undefined) throw new TurnLost();
}
