import { noticesOf } from '#domain/notice.ts';
import { type NoticeProof, proveNotices } from '#domain/notice-proof.ts';
import { plusHours } from '#domain/time.ts';
import { nameOf } from './failure.ts';
import type { Head, Ledger } from './ports/ledger.ts';
import type { NoticeBook } from './ports/notices.ts';
import type { Projections } from './ports/statistics.ts';
import type { World } from './ports/world.ts';
import { casesIn, type WalkRoom } from './walk.ts';

/** What a proof reads. */
export type NoticeProofRoom = {
  readonly ledger: Pick<Ledger, 'head' | 'heads' | 'events'>;
  readonly projections: Pick<Projections, 'cursor'>;
  readonly noticeBook: NoticeBook;
  readonly world: Pick<World, 'now' | 'log'>;
};

/**
 * Every notice that should exist and does, or does not and why; nothing where there is no such case.
 *
 * What was read first is the state, so that an event of the meantime is in both or in neither.
 */
export async function noticeProof(
  caseId: string,
  room: NoticeProofRoom,
): Promise<NoticeProof | undefined> {
  const head = await room.ledger.head(caseId);
  return head && prove(head, room);
}

async function prove({ state }: Head, room: NoticeProofRoom): Promise<NoticeProof> {
  const all = await room.ledger.events(state.id, 0);
  const events = all.filter(({ seq }) => seq <= state.seq);
  const posts = new Set(events.flatMap(noticesOf).map(({ post }) => post.id));
  const [projectedTo, kept] = await Promise.all([
    room.projections.cursor(state.id),
    room.noticeBook.ofCase(state.id, [...posts]),
  ]);
  const newer = new Set(
    all
      .filter(({ seq }) => seq > state.seq)
      .flatMap(noticesOf)
      .map(({ id }) => id),
  );
  const now = room.world.now();
  const ways = kept.filter(({ id }) => !newer.has(id));
  return proveNotices({ events, state, projectedTo, kept: ways, now });
}

/** What a night's look came to: cases looked at, and those with something wrong. */
export type ProvenCases = { readonly cases: number; readonly wrong: number };

// A day and what a job may be late; an older case has been looked at since it last moved.
const lookBackHours = 26;

/**
 * Proves the notices of every case about which something happened in the last day, or somebody should have
 * been told something by now; what is wrong is an alarm.
 */
export async function proveCases(room: NoticeProofRoom & WalkRoom): Promise<ProvenCases> {
  const since = plusHours(room.world.now(), -lookBackHours);
  let [cases, wrong] = [0, 0];
  for await (const rows of casesIn(room, ['OPEN', 'CLOSED'])) {
    const heads = await room.ledger.heads(rows.map(({ id }) => id));
    const moved = [...heads.values()].filter((head) => head.written >= since || isOwed(head, room));
    for (const head of moved) wrong += await faultsOrAlarm(head, room);
    cases += moved.length;
  }
  room.world.log({ event: 'notices_proved', count: cases });
  return { cases, wrong };
}

function isOwed({ state }: Head, { world }: NoticeProofRoom): boolean {
  return state.deadlines.some(({ nextAt }) => nextAt !== null && nextAt <= world.now());
}

/** 1 for a case with something wrong; one that cannot be read is no reason not to look at the next. */
async function faultsOrAlarm(head: Head, room: NoticeProofRoom): Promise<number> {
  const caseId = head.state.id;
  try {
    const { faults } = await prove(head, room);
    if (faults === 0) return 0;
    room.world.log({ event: 'notices_wrong', alarm: true, caseId, count: faults });
  } catch (failure) {
    room.world.log({ event: 'notices_unproved', alarm: true, caseId, code: nameOf(failure) });
  }
  return 1;
}
