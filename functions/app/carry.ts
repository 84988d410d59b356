import { isCanaryPost } from '#domain/case/canary.ts';
import { letterFor } from '#domain/letter.ts';
import { plusHours } from '#domain/time.ts';
import { canaryCarrier } from './canary-carrier.ts';
import type { Directories } from './ports/directory.ts';
import type { Carrier, KeptDelivery, Notices } from './ports/notices.ts';
import type { World } from './ports/world.ts';

/** What carrying needs around it. */
export type CarryRoom = {
  readonly directories: Pick<Directories, 'address'>;
  readonly notices: Pick<Notices, 'settle' | 'arrived'>;
  readonly carry: Carrier;
  readonly consoleUrl: string;
  readonly world: Pick<World, 'now' | 'log'>;
};

/** What became of a delivery that was claimed. */
export type Carried = 'SENT' | 'LATER' | 'FAILED';

/** Sends a claimed delivery, at least once, carrying its id; what is passing is tried again later. */
export async function carry(claimed: KeptDelivery, room: CarryRoom): Promise<Carried> {
  const outcome = await handedOver(claimed, room);
  if (outcome === 'SENT') return settled(claimed, 'SENT', room);
  if (outcome === 'REFUSED' || claimed.attempts >= maxAttempts) {
    room.world.log({ event: 'notice_undeliverable', alarm: true, caseId: claimed.caseId });
    return settled(claimed, 'FAILED', room);
  }
  const minutes = waitMinutes[claimed.attempts - 1] ?? 60;
  await room.notices.settle(claimed, { retryAt: plusHours(room.world.now(), minutes / 60) });
  return 'LATER';
}

/** By mail to whoever holds the post; a canary is not mailed but written down as arrived. */
async function handedOver(item: KeptDelivery, room: CarryRoom): ReturnType<Carrier> {
  const { post, id } = item;
  const letter = letterFor(item, room.consoleUrl);
  if (isCanaryPost(post)) return canaryCarrier(room)({ to: post.id, ref: id, ...letter });
  const to = await room.directories.address(post.unit, post.id, room.world.now());
  return to === undefined ? 'LATER' : room.carry({ to, ref: id, ...letter });
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
