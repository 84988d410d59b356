import {
  canaryId,
  heartbeat,
  lossCode,
  lostAt,
  type Passage,
  patienceHours,
} from '#domain/case/canary.ts';
import { setOff } from '#domain/case/canary-round.ts';
import { committed } from '#domain/case/evolve.ts';
import { byMail } from '#domain/delivery.ts';
import { exists, type UnitCode } from '#domain/directory.ts';
import { noticesOf } from '#domain/notice.ts';
import type { Actor } from '#domain/permission.ts';
import { hoursBetween, type Instant, localDate, plusHours } from '#domain/time.ts';
import { linked } from './entry.ts';
import { nameOf } from './failure.ts';
import type { Head } from './ports/ledger.ts';
import type { Notices } from './ports/notices.ts';
import type { Surroundings } from './surroundings.ts';

/** What the canaries need around them. */
export type CanaryRoom = Pick<Surroundings, 'ledger' | 'directories' | 'world'> & {
  readonly notices: Pick<Notices, 'find'>;
};

/** What a run came to: canaries set off, those of them lost in the round before, provinces that failed. */
export type Canaries = { readonly setOff: number; readonly lost: number; readonly failed: number };

/**
 * Looks whether the canary of each province came through its last round, and sets it off on the next.
 *
 * The alarm goes by the log of this job and by nothing that a canary tries. The last line says how many
 * were set off: where it stays away or says none, whoever watches the log raises the alarm.
 */
export async function canaryRound(room: CanaryRoom): Promise<Canaries> {
  const { directories, world } = room;
  const units = await directories.provinces();
  const present = units.filter((unit) => exists(unit, localDate(world.now())));
  const rounds = await Promise.all(present.map(({ code }) => roundOrFailure(code, room)));
  const those = (...wanted: readonly Round[]) =>
    rounds.filter((round) => wanted.includes(round)).length;
  const total = { setOff: those('SET_OFF', 'LOST'), lost: those('LOST'), failed: those('FAILED') };
  world.log({ event: heartbeat, count: total.setOff });
  return total;
}

type Round = 'SET_OFF' | 'LOST' | 'UNDER_WAY' | 'FAILED';

/** A province that fails is named with an alarm and holds no other up. */
async function roundOrFailure(province: UnitCode, room: CanaryRoom): Promise<Round> {
  try {
    return await round(province, room);
  } catch (failure) {
    const caseId = canaryId(province);
    room.world.log({ event: 'canary_failed', alarm: true, caseId, code: nameOf(failure) });
    return 'FAILED';
  }
}

const attempts = 8;

async function round(province: UnitCode, room: CanaryRoom): Promise<Round> {
  for (let attempt = 1; attempt <= attempts; attempt += 1) {
    const ended = await tryOnce(province, room);
    if (ended !== 'AGAIN') return ended;
    await room.world.pause(attempt);
  }
  throw new Error('The canary could not be set off');
}

/** How the last round went is told by the run that begins the next one, and so once. */
async function tryOnce(province: UnitCode, room: CanaryRoom): Promise<Round | 'AGAIN'> {
  const head = await room.ledger.head(canaryId(province));
  const last = head && lastRound(head);
  if (last !== undefined && room.world.now() < last.latest) return 'UNDER_WAY';
  const passage = last && (await passageOf(last, room));
  if (!(await isSetOff(province, head, room))) return 'AGAIN';
  return last && passage ? told(last, passage, room) : 'SET_OFF';
}

type Last = {
  readonly caseId: string;
  /** The commit that began it. */
  readonly seq: number;
  readonly isSwept: boolean;
  readonly dueAt: Instant;
  /** When the canary must have come through. */
  readonly latest: Instant;
};

function lastRound({ state }: Head): Last {
  const [open] = state.deadlines;
  if (open === undefined || open.dueAt === null) throw new Error('A canary has no duty');
  const { dueAt, triggerSeq: seq } = open;
  const latest = plusHours(dueAt, patienceHours);
  return { caseId: state.id, seq, isSwept: open.breachedAt !== null, dueAt, latest };
}

async function passageOf(last: Last, room: CanaryRoom): Promise<Passage | undefined> {
  // A round has one rung, so what follows its beginning is the sweep that found it due.
  const [sweep] = await room.ledger.events(last.caseId, last.seq, 1);
  // What a round leaves behind goes after a month: how one so long ago went on is not known any more.
  if (sweep === undefined && last.isSwept) return undefined;
  const [notice] = sweep === undefined ? [] : noticesOf(sweep);
  const item = notice && (await room.notices.find(byMail(notice)));
  return {
    swept: sweep?.written ?? null,
    projected: item?.written ?? null,
    delivered: item?.state === 'SENT' ? item.arrivedAt : null,
  };
}

function told({ caseId, dueAt, latest }: Last, passage: Passage, { world }: CanaryRoom): Round {
  const lost = lostAt(passage, latest);
  if (lost !== undefined) {
    world.log({ event: 'canary_lost', alarm: true, caseId, code: lossCode(lost) });
    return 'LOST';
  }
  const hours = hoursBetween(dueAt, passage.delivered ?? latest);
  world.log({ event: 'canary_arrived', caseId, lagSeconds: Math.round(hours * 3600) });
  return 'SET_OFF';
}

const actor: Actor = { kind: 'SYSTEM', id: 'canary', app: 'jobs', scopes: [], posts: [] };

/** Begins the next round; false where another commit was first. */
async function isSetOff(
  province: UnitCode,
  before: Head | undefined,
  { ledger, directories, world }: CanaryRoom,
): Promise<boolean> {
  const now = world.now();
  const [directory, calendar] = await Promise.all([directories.around([]), directories.calendar()]);
  const moment = { now, actor, directory, calendar };
  const facts = setOff(before?.state, province, moment);
  const after = committed(before?.state, facts, { id: canaryId(province), raisesRevision: false });
  const event = linked(before, after, { act: 'canary', moment, facts, papers: [] }, world);
  const cases = [{ before, after, event, papers: [] }];
  return (await ledger.commit({ cases, now })) === 'COMMITTED';
}
