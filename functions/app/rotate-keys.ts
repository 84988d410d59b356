import { wholeCaseload } from './caseload.ts';
import { nameOf } from './failure.ts';
import type { Keyring, Masters } from './ports/keyring.ts';
import type { IncidentHead, Ledger } from './ports/ledger.ts';
import type { World } from './ports/world.ts';
import type { WalkRoom } from './walk.ts';

/** What changing the master key needs around it. */
export type RotationRoom = WalkRoom & {
  readonly ledger: Pick<Ledger, 'heads' | 'incidents'>;
  readonly keyring: Keyring;
  readonly masters: Masters;
  readonly world: Pick<World, 'pause' | 'log'>;
  /** False once this run has to end; the next one goes on where it stopped. */
  readonly hasTime: () => boolean;
};

/** What a change of the master key came to. */
export type Rotation = {
  readonly walks: number;
  /** Incidents whose keys were looked at under a master, each time they were. */
  readonly incidents: number;
  /** Data keys wrapped anew, and the bytes of their wrappings; nothing else is rewritten. */
  readonly keys: number;
  readonly bytes: number;
  readonly failed: number;
  /** A whole walk has found every key under the newest master: those before it can go. */
  readonly done: boolean;
};

type Counts = Pick<Rotation, 'incidents' | 'keys' | 'bytes' | 'failed'>;

const nothing: Counts = { incidents: 0, keys: 0, bytes: 0, failed: 0 };

/**
 * Wraps the data keys of all incidents anew under the newest master; no paper is read or written.
 *
 * A case may change its list behind the walk, so it walks until a whole walk finds nothing left to do. An
 * incident that is done says so on itself: a run that is cut short is gone on with by running again. Where
 * there is one master only there is nothing to do.
 */
export async function rotateKeys(room: RotationRoom): Promise<Rotation> {
  let total = nothing;
  if (!room.masters.hasFormer) return { ...total, walks: 0, done: true };
  for (let walks = 1; ; walks += 1) {
    const found = await walkOnce(room);
    total = plus(total, found);
    const isWhole = room.hasTime();
    const done = isWhole && found.incidents === 0;
    // What failed once would fail again: somebody has to look at it first.
    if (done || !isWhole || found.failed > 0) return { ...total, walks, done };
  }
}

async function walkOnce(room: RotationRoom): Promise<Counts> {
  const seen = new Set<string>();
  let total = nothing;
  for await (const heads of wholeCaseload(room, await room.provinces())) {
    if (!room.hasTime()) return total;
    const ids = new Set(heads.map(({ state }) => state.incident));
    const fresh = [...ids].filter((id) => !seen.has(id));
    for (const id of fresh) seen.add(id);
    const incidents = await room.ledger.incidents(fresh);
    for (const incident of incidents.values()) total = plus(total, await rotateOne(incident, room));
  }
  return total;
}

function plus(a: Counts, b: Counts): Counts {
  return {
    incidents: a.incidents + b.incidents,
    keys: a.keys + b.keys,
    bytes: a.bytes + b.bytes,
    failed: a.failed + b.failed,
  };
}

/** An incident that fails is named by its first case with an alarm, and holds nothing up. */
async function rotateOne(incident: IncidentHead, room: RotationRoom): Promise<Counts> {
  try {
    return await rewrapped(incident, room);
  } catch (failure) {
    const caseId = incident.incident.cases[0]?.id ?? '';
    room.world.log({ event: 'rotation_failed', alarm: true, caseId, code: nameOf(failure) });
    return { ...nothing, incidents: 1, failed: 1 };
  }
}

const attempts = 8;

async function rewrapped(first: IncidentHead, room: RotationRoom): Promise<Counts> {
  const { keyring, ledger, masters, world } = room;
  const { id } = first.incident;
  let read: IncidentHead | undefined = first;
  for (let attempt = 1; read !== undefined && attempt <= attempts; attempt += 1) {
    if (read.master === masters.newest) return nothing;
    const anew = await anewUnder(masters, read);
    const kept = await keyring.rewrap(read, { ...read.keys, ...anew }, masters.newest);
    const wrappings = Object.values(anew);
    const bytes = wrappings.reduce((sum, { length }) => sum + length, 0);
    if (kept) return { incidents: 1, keys: wrappings.length, bytes, failed: 0 };
    await world.pause(attempt);
    read = (await ledger.incidents([id])).get(id);
  }
  throw new Error('Others write this incident again and again');
}

/** The keys that lie under an older master, under the newest. */
async function anewUnder({ rewrap }: Masters, { keys }: IncidentHead) {
  const wrapped = await Promise.all(
    Object.entries(keys).map(async ([subject, key]) => [subject, await rewrap(key, subject)]),
  );
  return Object.fromEntries(wrapped.filter(([, key]) => key !== undefined)) as IncidentHead['keys'];
}
