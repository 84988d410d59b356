import { type Case, findDeadline } from '#domain/case/case.ts';
import { isPostShutOut, marksShutOut } from '#domain/wall.ts';
import { type Carried, type CarryRoom, carry } from './carry.ts';
import type { Directories } from './ports/directory.ts';
import type { Ledger } from './ports/ledger.ts';
import type { DeliveryKey, KeptDelivery, Notices } from './ports/notices.ts';

/** What notifying needs around it. */
export type NotifyRoom = CarryRoom & {
  readonly ledger: Pick<Ledger, 'head'>;
  readonly directories: Pick<Directories, 'post'>;
  readonly notices: Notices;
};

/** What became of one notice. */
export type Notified = Carried | 'VOID' | 'NOT_OURS';

/**
 * Sends one notice by one of its ways, at least once, carrying its id.
 *
 * A deadline closed meanwhile makes it void, and so does another end a reminder of it, or a
 * conflict of interest: that is seen on a strong read before the claim, and nothing is claimed after the void.
 */
export async function notify(key: DeliveryKey, room: NotifyRoom): Promise<Notified> {
  const { notices, world } = room;
  const item = await notices.find(key);
  if (item === undefined || item.state === 'SENT' || item.state === 'VOID') return 'NOT_OURS';
  if (await isOver(item, room)) return (await notices.void(key, world.now())) ? 'VOID' : 'NOT_OURS';
  const claimed = await notices.claim(key, world.now());
  if (claimed === undefined) return 'NOT_OURS';
  const [carried = 'NOT_OURS'] = await carry([claimed], room);
  return carried;
}

/** Whether there is nothing left to tell: the duty is done, or the end a reminder names no longer holds. */
async function isOver(item: KeptDelivery, room: NotifyRoom): Promise<boolean> {
  const { channel, caseId, duty, kind } = item;
  const head = await room.ledger.head(caseId);
  if (head && (await isKeptOut(item.post, head.state, room))) return true;
  // What a machine is told is that a post was told, and that stays so.
  if (duty === null || channel === 'WEBHOOK') return false;
  const open = head && findDeadline(head.state, duty.deadline);
  if (open === undefined) return true;
  // A duty that moves reminds anew of its new end. Its breach is recorded once and told once, whatever moves.
  return kind === 'REMINDER' && open.dueAt !== duty.dueAt;
}

/** Whether the post, or whoever holds it now, is kept out of the case by a conflict of interest. */
async function isKeptOut(
  { unit, id }: KeptDelivery['post'],
  state: Case,
  { directories, world }: NotifyRoom,
): Promise<boolean> {
  if (marksShutOut(state).length === 0) return false;
  const post = await directories.post({ unit, post: id });
  return post !== undefined && isPostShutOut(post, state, world.now());
}
