import { isCanaryPost } from '#domain/case/canary.ts';
import type { Notice } from '#domain/notice.ts';
import { plusHours } from '#domain/time.ts';
import type { Directories } from './ports/directory.ts';
import type { Carrier, KeptDelivery, Letter, Notices } from './ports/notices.ts';
import type { World } from './ports/world.ts';

/** What carrying needs around it. */
export type CarryRoom = {
  readonly directories: Pick<Directories, 'address'>;
  readonly notices: Pick<Notices, 'settle' | 'arrived'>;
  readonly carry: Carrier;
  /** The letter of one or several notices that leave together. */
  readonly letter: (notices: readonly Notice[]) => Letter;
  readonly world: Pick<World, 'now' | 'log'>;
};

/** What became of a delivery that was claimed. */
export type Carried = 'SENT' | 'LATER' | 'FAILED';

/** Sends claimed deliveries of one recipient as one, at least once, carrying their id; what is passing is tried again. */
export async function carry(
  claimed: readonly KeptDelivery[],
  room: CarryRoom,
): Promise<readonly Carried[]> {
  const outcome = await handedOver(claimed, room);
  return Promise.all(claimed.map((item) => settle(item, outcome, room)));
}

async function settle(
  item: KeptDelivery,
  outcome: Awaited<ReturnType<Carrier>>,
  room: CarryRoom,
): Promise<Carried> {
  if (outcome === 'SENT') return settled(item, 'SENT', room);
  if (outcome === 'REFUSED' || item.attempts >= maxAttempts) {
    room.world.log({ event: 'notice_undeliverable', alarm: true, caseId: item.caseId });
    return settled(item, 'FAILED', room);
  }
  const minutes = waitMinutes[item.attempts - 1] ?? 60;
  await room.notices.settle(item, { retryAt: plusHours(room.world.now(), minutes / 60) });
  return 'LATER';
}

/** By mail to whoever holds the post; of a canary nobody is told, only when it arrived is written down. */
async function handedOver(claimed: readonly KeptDelivery[], room: CarryRoom): ReturnType<Carrier> {
  const [first, ...others] = claimed;
  if (first === undefined) return 'SENT';
  const { post, id } = first;
  if (isCanaryPost(post)) return arrived(claimed, room);
  const letter = room.letter(claimed);
  const ref = others.length === 0 ? id : `${id} +${others.length}`;
  const to = await room.directories.address(post.unit, post.id, room.world.now());
  return to === undefined ? 'LATER' : room.carry({ to, ref, ...letter });
}

async function arrived(claimed: readonly KeptDelivery[], { notices, world }: CarryRoom) {
  for (const item of claimed) await notices.arrived(item, world.now());
  return 'SENT' as const;
}

// Minutes until the next attempt, by attempts made: an hour at most, for some three days.
const waitMinutes = [1, 2, 5, 15, 30, 60];
const maxAttempts = 75;

async function settled(
  item: KeptDelivery,
  outcome: 'SENT' | 'FAILED',
  { notices, world }: CarryRoom,
): Promise<Carried> {
  const isMine = await notices.settle(item, outcome);
  // The mail has left all the same; a repeat by the next holder carries the same reference.
  if (!isMine) world.log({ event: 'lease_overslept', alarm: true, caseId: item.caseId });
  return outcome;
}
