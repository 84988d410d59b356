import { committed } from '#domain/case/evolve.ts';
import { type ErasureOrder, erasureRefusal, statusOf } from '#domain/erasure.ts';
import type { Actor } from '#domain/permission.ts';
import { localDate } from '#domain/time.ts';
import { linked } from './entry.ts';
import { nameOf } from './failure.ts';
import type { Directories } from './ports/directory.ts';
import type { Erasures, ShredEntry, ShredList } from './ports/erasures.ts';
import type { CaseCommit, Head, IncidentHead, Ledger } from './ports/ledger.ts';
import type { World } from './ports/world.ts';

/** What destroying keys needs around it. */
export type ErasureRoom = {
  readonly ledger: Pick<Ledger, 'head' | 'heads' | 'incidents' | 'commit'>;
  readonly shredList: ShredList;
  readonly world: World;
  /** Every event names the directory it was written under. */
  readonly directories: Pick<Directories, 'around' | 'officer'>;
};

/** What carrying orders out came to. */
export type Erased = {
  readonly orders: number;
  /** Cases erased by this run, and the keys destroyed with them. */
  readonly cases: number;
  readonly keys: number;
  /** Cases that may not be erased as they stand now. */
  readonly refused: number;
  readonly failed: number;
};

type Counts = Omit<Erased, 'orders'>;
/** The order by which a case is erased. */
export type Wish = Pick<ErasureOrder, 'id' | 'ground'>;

const nothing: Counts = { cases: 0, keys: 0, refused: 0, failed: 0 };
const clockwork: Actor = { kind: 'SYSTEM', id: 'erasure', app: 'jobs', scopes: [], posts: [] };

/**
 * Carries out the orders that have both signatures and have waited; each may be met again without harm.
 *
 * Every case is judged again as it stands now: one that was taken up again meanwhile is left alone, and so are all
 * while somebody who signed is suspended.
 */
export async function eraseDue(
  room: ErasureRoom & { readonly erasures: Erasures },
): Promise<Erased> {
  const now = room.world.now();
  const holding = await room.erasures.holding(localDate(now));
  const due = holding.filter((order) => statusOf(order, now) === 'DUE');
  let total = nothing;
  for (const { id, cases } of due)
    for (const caseId of cases) {
      // It may be taken back while the run is at it, and then goes no further.
      const order = await room.erasures.find(id);
      if (order !== undefined && statusOf(order, now) === 'DUE')
        total = plus(total, await eraseIfStoodFor(caseId, order, room));
    }
  return { orders: due.length, ...total };
}

function plus(a: Counts, b: Counts): Counts {
  return {
    cases: a.cases + b.cases,
    keys: a.keys + b.keys,
    refused: a.refused + b.refused,
    failed: a.failed + b.failed,
  };
}

async function eraseIfStoodFor(
  caseId: string,
  order: ErasureOrder,
  room: ErasureRoom,
): Promise<Counts> {
  const { ordered, approved } = order;
  const signers = await Promise.all(
    [ordered, approved].map((each) => room.directories.officer(each?.officer ?? '')),
  );
  if (signers.every((signer) => signer?.disabled === false)) return eraseOne(caseId, order, room);
  room.world.log({ event: 'erasure_refused', alarm: true, caseId, code: 'SIGNER_SUSPENDED' });
  return { ...nothing, refused: 1 };
}

/** A case that fails is named with an alarm; the order is gone on with by the next run, while it holds. */
async function eraseOne(caseId: string, order: Wish, room: ErasureRoom): Promise<Counts> {
  try {
    const head = await room.ledger.head(caseId);
    if (head === undefined || head.state.erasedAt !== undefined) return nothing;
    const refusal = erasureRefusal(head.state);
    if (refusal === undefined)
      return { ...nothing, cases: 1, keys: await erase(head, order, room) };
    room.world.log({ event: 'erasure_refused', alarm: true, caseId, code: refusal });
    return { ...nothing, refused: 1 };
  } catch (failure) {
    room.world.log({ event: 'erasure_failed', alarm: true, caseId, code: nameOf(failure) });
    return { ...nothing, failed: 1 };
  }
}

/** How often a commit is tried while others are first. */
export const attempts = 8;

/** Destroys the key of a case, and that of its incident where no other case is left; answers how many. */
async function erase(first: Head, order: Wish, room: ErasureRoom): Promise<number> {
  const { ledger, shredList, world } = room;
  let head: Head | undefined = first;
  for (let attempt = 1; head !== undefined && attempt <= attempts; attempt += 1) {
    if (head.state.erasedAt !== undefined) return 0;
    if (erasureRefusal(head.state) !== undefined) throw new Error('The case has changed meanwhile');
    const before = await incidentOf(head, room);
    const subjects = goingWith(head, before);
    const known = await shredList.of(before.incident.id);
    const shredded = entriesFor(subjects, head, { ...order, at: world.now() }).filter(
      ({ subject }) => known.every((entry) => entry.subject !== subject),
    );
    const outcome = await ledger.commit({
      cases: [await erasing(head, order, room)],
      incident: without(before, subjects),
      shredded,
      now: world.now(),
    });
    if (outcome === 'COMMITTED') return subjects.length;
    await world.pause(attempt);
    head = await ledger.head(head.state.id);
  }
  throw new Error('Others write this case again and again');
}

async function incidentOf({ state }: Head, { ledger }: ErasureRoom): Promise<IncidentHead> {
  const found = (await ledger.incidents([state.incident])).get(state.incident);
  if (found === undefined) throw new Error('The incident of a case is missing');
  return found;
}

/** The keys that go with a case: its own, and with the last case of an incident that of the incident. */
function goingWith({ state }: Head, { incident, keys }: IncidentHead): readonly string[] {
  const left = incident.cases.some(({ id }) => id !== state.id && keys[id] !== undefined);
  const subjects = left ? [state.id] : [state.id, incident.id];
  return subjects.filter((subject) => keys[subject] !== undefined);
}

type Named = Wish & Pick<ShredEntry, 'at'>;

function entriesFor(
  subjects: readonly string[],
  { state }: Head,
  { id: order, ground, at }: Named,
): readonly ShredEntry[] {
  const { id: caseId, incident } = state;
  return subjects.map((subject) => ({ incident, subject, caseId, order, ground, at }));
}

/** The commit on the case: the fact, after which it names no paper. */
export async function erasing(
  head: Head,
  { id: order, ground }: Wish,
  room: ErasureRoom,
): Promise<CaseCommit> {
  const { world, directories } = room;
  const now = world.now();
  const facts = [{ type: 'CaseErased', about: now, known: now, order, ground }] as const;
  const after = committed(head.state, facts, { id: head.state.id, raisesRevision: true });
  const moment = { now, actor: clockwork, directory: await directories.around([]) };
  const event = linked(head, after, { act: 'erase', moment, facts, papers: [] }, world);
  return { before: head, after, event, papers: [] };
}

/** The incident with these keys gone; its reports and cases stay on record. */
export function without(before: IncidentHead, subjects: readonly string[]) {
  const kept = Object.entries(before.keys).filter(([subject]) => !subjects.includes(subject));
  return { before, after: before.incident, keys: Object.fromEntries(kept), papers: [] };
}
