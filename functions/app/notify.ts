import { isCanaryPost } from '#domain/case/canary.ts';
import { type Case, findDeadline } from '#domain/case/case.ts';
import { delegateOf, postsAt } from '#domain/directory.ts';
import { letterFor } from '#domain/letter.ts';
import { plusHours } from '#domain/time.ts';
import { isPostShutOut, isShutOut, marksShutOut } from '#domain/wall.ts';
import { canaryCarrier } from './canary-carrier.ts';
import type { Directories } from './ports/directory.ts';
import type { Ledger } from './ports/ledger.ts';
import type { Carrier, InboxItem, NoticeKey, Notices } from './ports/notices.ts';
import type { World } from './ports/world.ts';

/** What notifying needs around it. */
export type NotifyRoom = {
  readonly ledger: Pick<Ledger, 'head'>;
  readonly directories: Pick<Directories, 'address' | 'officer' | 'post'>;
  readonly notices: Notices;
  readonly carry: Carrier;
  readonly consoleUrl: string;
  readonly world: Pick<World, 'now' | 'log'>;
};

/** What became of one notice. */
export type Notified = 'SENT' | 'VOID' | 'NOT_OURS' | 'LATER' | 'FAILED';

/**
 * Sends one notice to its post by e-mail, at least once, carrying its id.
 *
 * A deadline closed meanwhile makes it void, and so does another end a reminder of it, or a
 * conflict of interest: that is seen on a strong read before the claim, and nothing is claimed after the void.
 */
export async function notify(key: NoticeKey, room: NotifyRoom): Promise<Notified> {
  const { notices, world } = room;
  const item = await notices.find(key);
  if (item === undefined || item.email === 'SENT' || item.email === 'VOID') return 'NOT_OURS';
  if (await isOver(item, room)) return (await notices.void(key, world.now())) ? 'VOID' : 'NOT_OURS';
  const claimed = await notices.claim(key, world.now());
  return claimed === undefined ? 'NOT_OURS' : send(claimed, room);
}

/** Whether there is nothing left to tell: the duty is done, or the end a reminder names no longer holds. */
async function isOver(item: InboxItem, room: NotifyRoom): Promise<boolean> {
  const { caseId, duty, kind } = item;
  const head = await room.ledger.head(caseId);
  if (head && (await isKeptOut(item.post, head.state, room))) return true;
  if (duty === null) return false;
  const open = head && findDeadline(head.state, duty.deadline);
  if (open === undefined) return true;
  // A duty that moves reminds anew of its new end. Its breach is recorded once and told once, whatever moves.
  return kind === 'REMINDER' && open.dueAt !== duty.dueAt;
}

/** Whether the post, or whoever has its mail now, by whichever post, is kept out of the case by a conflict of interest. */
async function isKeptOut(
  { unit, id }: InboxItem['post'],
  state: Case,
  { directories, world }: NotifyRoom,
): Promise<boolean> {
  if (marksShutOut(state).length === 0) return false;
  const post = await directories.post({ unit, post: id });
  if (post === undefined) return false;
  const now = world.now();
  const reader = await directories.officer(delegateOf(post, now)?.to ?? post.holder ?? '');
  const isClosed = reader && isShutOut({ id: reader.id, posts: postsAt(reader, now) }, state);
  return isClosed === true || isPostShutOut(post, state, now);
}

async function send(item: InboxItem, room: NotifyRoom): Promise<Notified> {
  const outcome = await carried(item, room);
  if (outcome === 'SENT') return settled(item, 'SENT', room);
  if (outcome === 'REFUSED' || item.attempts >= maxAttempts) {
    room.world.log({ event: 'notice_undeliverable', alarm: true, caseId: item.caseId });
    return settled(item, 'FAILED', room);
  }
  const minutes = waitMinutes[item.attempts - 1] ?? 60;
  await room.notices.settle(item, { retryAt: plusHours(room.world.now(), minutes / 60) });
  return 'LATER';
}

/** By mail to whoever holds the post; a canary is not mailed but written down as arrived. */
async function carried(item: InboxItem, room: NotifyRoom): ReturnType<Carrier> {
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
  item: InboxItem,
  outcome: 'SENT' | 'FAILED',
  { notices, world }: NotifyRoom,
): Promise<Notified> {
  const isMine = await notices.settle(item, outcome);
  // The mail has left all the same; a repeat by the next holder carries the same reference.
  if (!isMine) world.log({ event: 'lease_overslept', alarm: true, caseId: item.caseId });
  return outcome;
}
