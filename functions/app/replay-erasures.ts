import { attempts, type ErasureRoom, erasing, type Wish, without } from './erase.ts';
import { nameOf } from './failure.ts';
import type { ShredEntry } from './ports/erasures.ts';
import type { Commit, Head } from './ports/ledger.ts';

/** What replaying the list came to: keys a restored backup had brought back, and cases that had forgotten. */
export type Replayed = { readonly keys: number; readonly cases: number; readonly failed: number };

const nothing: Replayed = { keys: 0, cases: 0, failed: 0 };

/**
 * Destroys again what a restored backup brought back, by the list of destroyed keys.
 *
 * The list is the order: nobody is asked again, whatever the case has come to by the backup.
 */
export async function replayErasures(room: ErasureRoom): Promise<Replayed> {
  const byIncident = Map.groupBy(await room.shredList.all(), ({ incident }) => incident);
  let total = nothing;
  for (const entries of byIncident.values()) {
    const came = await replayOne(entries, room);
    total = {
      keys: total.keys + came.keys,
      cases: total.cases + came.cases,
      failed: total.failed + came.failed,
    };
  }
  return total;
}

async function replayOne(entries: readonly ShredEntry[], room: ErasureRoom): Promise<Replayed> {
  try {
    return await destroyedAgain(entries, room);
  } catch (failure) {
    const caseId = entries[0]?.caseId ?? '';
    room.world.log({ event: 'replay_failed', alarm: true, caseId, code: nameOf(failure) });
    return { ...nothing, failed: 1 };
  }
}

async function destroyedAgain(
  entries: readonly ShredEntry[],
  room: ErasureRoom,
): Promise<Replayed> {
  for (let attempt = 1; attempt <= attempts; attempt += 1) {
    const { commit, ...came } = await again(entries, room);
    if (commit === undefined) return nothing;
    if ((await room.ledger.commit(commit)) === 'COMMITTED') {
      room.world.log({ event: 'erasure_replayed', alarm: true, count: came.keys });
      return { ...came, failed: 0 };
    }
    await room.world.pause(attempt);
  }
  throw new Error('Others write this incident again and again');
}

type Again = Omit<Replayed, 'failed'> & { readonly commit: Commit | undefined };

/** The commit by which the keys of one incident go again, and its cases say so; none where they have. */
async function again(entries: readonly ShredEntry[], room: ErasureRoom): Promise<Again> {
  const { ledger, world } = room;
  const byCase = new Map(entries.map((entry) => [entry.caseId, entry]));
  const incident = entries[0]?.incident ?? '';
  const before = (await ledger.incidents([incident])).get(incident);
  const heads = [...(await ledger.heads([...byCase.keys()])).values()];
  const back = entries.map(({ subject }) => subject).filter((subject) => before?.keys[subject]);
  const forgetful = heads.filter(({ state }) => state.erasedAt === undefined);
  const came = { keys: back.length, cases: forgetful.length };
  if (back.length === 0 && forgetful.length === 0) return { ...came, commit: undefined };
  const cases = forgetful.map((head) => erasing(head, orderOf(head, byCase), room));
  const gone = before && back.length > 0 ? { incident: without(before, back) } : {};
  return { ...came, commit: { cases: await Promise.all(cases), ...gone, now: world.now() } };
}

function orderOf({ state }: Head, byCase: ReadonlyMap<string, ShredEntry>): Wish {
  const entry = byCase.get(state.id);
  if (entry === undefined) throw new Error('A case is on the list by its key');
  return { id: entry.order, ground: entry.ground };
}
