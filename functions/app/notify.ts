import { calendarIn } from '#domain/calendar.ts';
import { budgetHour, type Held, heldBack, lettersPerHour, overBudget } from '#domain/calm.ts';
import { isCanaryPost } from '#domain/case/canary.ts';
import { type Case, findDeadline } from '#domain/case/case.ts';
import { delegateOf, nation, postsAt } from '#domain/directory.ts';
import type { Instant } from '#domain/time.ts';
import { isPostShutOut, isShutOut, marksShutOut } from '#domain/wall.ts';
import { type Carried, type CarryRoom, carry } from './carry.ts';
import type { Directories } from './ports/directory.ts';
import type { Ledger } from './ports/ledger.ts';
import type { Batch, KeptDelivery, Notices } from './ports/notices.ts';

/** What notifying needs around it. */
export type NotifyRoom = CarryRoom & {
  readonly ledger: Pick<Ledger, 'head'>;
  readonly directories: Pick<Directories, 'around' | 'calendar' | 'officer'>;
  readonly notices: Notices;
};

/** What became of one delivery. */
export type Notified = Carried | 'VOID' | 'HELD' | 'NOT_OURS';

/**
 * Sends what is to leave by one way for one recipient, at least once, carrying its id: several notices to a
 * post as one letter. Answers what became of each, in the order of the batch.
 *
 * A deadline closed meanwhile makes a notice void, and so does another end a reminder of it, or a conflict of
 * interest: that is seen on a strong read before the claim, and nothing is claimed after the void. What can
 * wait is held until somebody should be disturbed.
 */
export async function notify(batch: Batch, room: NotifyRoom): Promise<readonly Notified[]> {
  const { channel, to, ids } = batch;
  const judged = await Promise.all(ids.map((id) => judge({ channel, to, id }, room)));
  const leaving = judged.filter((each) => typeof each !== 'string');
  if (await isOneTooMany(leaving, room)) return judged.map(outcomeOr('HELD'));
  const claims = await Promise.all(
    leaving.map((item) => room.notices.claim(item, room.world.now())),
  );
  const claimed = claims.filter((claim) => claim !== undefined);
  if (claimed.length === 0) return judged.map(outcomeOr('NOT_OURS'));
  const carried = await carry(claimed, room);
  const became = new Map(claimed.map(({ id }, at) => [id, carried[at]]));
  return judged.map((each) =>
    typeof each === 'string' ? each : (became.get(each.id) ?? 'NOT_OURS'),
  );
}

type Judged = KeptDelivery | 'VOID' | 'HELD' | 'NOT_OURS';

const outcomeOr =
  (leaving: Notified) =>
  (judged: Judged): Notified =>
    typeof judged === 'string' ? judged : leaving;

/** The delivery if it is to leave now; else it is void, or held. */
async function judge(key: Parameters<Notices['find']>[0], room: NotifyRoom): Promise<Judged> {
  const { notices, world } = room;
  const item = await notices.find(key);
  if (item === undefined || !isWaiting(item, world.now())) return 'NOT_OURS';
  if (await isOver(item, room)) return (await notices.void(key, world.now())) ? 'VOID' : 'NOT_OURS';
  const held = await heldNow(item, room);
  return held === undefined ? item : hold(item, held, room);
}

/** A message that comes twice, or late, must not use the attempts up that were meant for another hour. */
function isWaiting({ state, retryAt }: KeptDelivery, now: Instant): boolean {
  return state === 'CLAIMED' || (state === 'PENDING' && (retryAt === null || retryAt <= now));
}

async function hold(
  item: KeptDelivery,
  held: Held,
  { notices }: NotifyRoom,
): Promise<'HELD' | 'NOT_OURS'> {
  return (await notices.hold(item, held)) ? 'HELD' : 'NOT_OURS';
}

/** Whether somebody is disturbed by it: no machine is, and nobody by a canary. */
function disturbs({ channel, post }: KeptDelivery): boolean {
  return channel !== 'WEBHOOK' && !isCanaryPost(post);
}

/** Until when nobody should be disturbed by it. */
async function heldNow(item: KeptDelivery, room: NotifyRoom): Promise<Held | undefined> {
  if (item.emergency || !disturbs(item)) return undefined;
  const { unit } = item.post;
  const [{ units }, calendar] = await Promise.all([
    room.directories.around([unit]),
    room.directories.calendar(),
  ]);
  const territory = [unit, units.get(unit)?.parent ?? nation, nation];
  const days = calendarIn(calendar, territory);
  return heldBack(item, { now: room.world.now(), written: item.written, days });
}

/**
 * Whether a letter would be one too many in its hour; then all of it waits for others to leave with it.
 *
 * What has waited for that does not wait again, unless an attempt came to nothing since: after an outage each would
 * come back at a moment of its own. What another worker has was counted when that one took it.
 */
async function isOneTooMany(leaving: readonly KeptDelivery[], room: NotifyRoom): Promise<boolean> {
  const fresh = leaving.filter(({ state }) => state !== 'CLAIMED');
  const [first] = fresh;
  if (first === undefined || !disturbs(first) || fresh.some(hasWaited)) return false;
  const now = room.world.now();
  const hour = budgetHour(now);
  if (await room.notices.take(first, { hour, limit: lettersPerHour })) return false;
  await Promise.all(leaving.map((item) => hold(item, overBudget(item, now), room)));
  return true;
}

function hasWaited({ held, retryAt }: KeptDelivery): boolean {
  return held?.why === 'NOISE_BUDGET' && (retryAt === null || retryAt <= held.until);
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

/** Whether the post, or whoever has its mail now, by whichever post, is kept out of the case by a conflict of interest. */
async function isKeptOut(
  { unit, id }: KeptDelivery['post'],
  state: Case,
  { directories, world }: NotifyRoom,
): Promise<boolean> {
  if (marksShutOut(state).length === 0) return false;
  const { posts } = await directories.around([unit]);
  const post = posts.find((each) => each.id === id);
  if (post === undefined) return false;
  const now = world.now();
  const reader = await directories.officer(delegateOf(post, now)?.to ?? post.holder ?? '');
  const isClosed = reader && isShutOut({ id: reader.id, posts: postsAt(reader, now) }, state);
  return isClosed === true || isPostShutOut(post, state, now);
}
