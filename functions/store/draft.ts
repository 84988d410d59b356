import { isDeepStrictEqual } from 'node:util';
import { nation } from '#domain/directory.ts';
import { isRefusal, type Refusal, refuse } from '#domain/refusal.ts';
import { askAll, type Database, get, type Item, type Key, put, word } from './database.ts';
import { readApp, readOfficer, readPost } from './directory.ts';
import { keys, prefixes } from './table.ts';
import { type Administered, change, inTurn, type Register, type Signed } from './turn.ts';

/** Items of the directory as one turn read them, and as it leaves them. */
export type Draft = {
  readonly read: (key: Key) => Promise<Item | undefined>;
  readonly write: (item: Item) => void;
  /** The items that are not as they were. */
  readonly changed: () => readonly Item[];
  /** Whether an administrator who could act no longer could, and no other can. */
  readonly leavesNobody: () => Promise<boolean>;
};

/** Opens a draft; what it reads is read strongly and once. */
export function openDraft(database: Database): Draft {
  const before = new Map<string, Promise<Item | undefined>>();
  const known = new Map<string, Item | undefined>();
  const after = new Map<string, Item>();
  const fetched = async (key: Key) => {
    const item = await get(database, 'directory', key);
    known.set(word(key), item);
    return item;
  };
  const changed = () =>
    [...after.values()].filter((item) => !isDeepStrictEqual(known.get(word(item)), item));
  return {
    read: async (key) => {
      const at = word(key);
      const reading = before.get(at) ?? fetched(key);
      before.set(at, reading);
      const item = await reading;
      return after.get(at) ?? item;
    },
    write: (item) => void after.set(word(item), item),
    changed,
    leavesNobody: async () => {
      const isLost = changed().some((item) => isAble(known.get(word(item))) && !isAble(item));
      return isLost && !(await othersAble(database, after));
    },
  };
}

/** Whether an item is the post of an administrator who can act. */
function isAble(item: Item | undefined): boolean {
  if (item === undefined || !('post' in item)) return false;
  const { role, holder, disabled, suspended } = readPost(item);
  return role === 'ADMINISTRATOR' && holder !== undefined && !disabled && suspended !== true;
}

async function othersAble(database: Database, after: ReadonlyMap<string, Item>): Promise<boolean> {
  const { pk } = keys.unit(nation);
  const posts = await askAll(database, {
    table: 'directory',
    where: 'pk = :pk AND begins_with(sk, :posts)',
    values: { ':pk': pk, ':posts': prefixes.post },
  });
  const left = posts.filter((item) => !after.has(word(item)));
  return [...after.values(), ...left].some(isAble);
}

type Act<Done> = (draft: Draft) => Promise<Done | Refusal>;

/** Carries out one act in a turn of its own: whole with its audit entry, refused, or nothing to do. */
export function drafted<Done>(
  register: Register,
  entry: Administered,
  act: Act<Done>,
): Promise<{ readonly done: Done; readonly changed: boolean } | Refusal> {
  return inTurn(register, async (turn) => {
    if (await isShutOut(turn.database, entry)) return refuse('NO_LONGER_ADMITTED');
    const draft = openDraft(turn.database);
    const done = await act(draft);
    if (isRefused(done)) return done;
    const items = draft.changed();
    if (items.length === 0) return { done, changed: false };
    if (await draft.leavesNobody()) return refuse('LAST_ADMINISTRATOR');
    const puts = items.map((item) => put(turn.database, 'directory', item));
    await change(turn, puts, entry);
    return { done, changed: true };
  });
}

function isRefused(done: unknown): done is Refusal {
  return typeof done === 'object' && done !== null && isRefusal(done);
}

/**
 * Whether whoever signs was suspended, or their app disabled, since they were let in.
 *
 * It is read after the revision on which the change depends, so nothing is written after a suspension.
 */
async function isShutOut(database: Database, { by }: Signed): Promise<boolean> {
  if (by.kind !== 'OFFICER') return false;
  const [officer, app] = await Promise.all([
    get(database, 'directory', keys.officer(by.id)),
    get(database, 'directory', keys.app(by.app)),
  ]);
  return readOfficer(officer)?.disabled === true || readApp(app)?.disabled === true;
}
