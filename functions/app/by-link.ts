import { type Deadline, findDeadline } from '#domain/case/case.ts';
import type { Post } from '#domain/directory.ts';
import { answersSince, isFresh, type NoticeLink } from '#domain/link.ts';
import type { Notice } from '#domain/notice.ts';
import { type Actor, may } from '#domain/permission.ts';
import { isRefusal, type Refusal } from '#domain/refusal.ts';
import { type Instant, localDate, yearOf } from '#domain/time.ts';
import { isPostShutOut } from '#domain/wall.ts';
import { type Asked, execute, requestOf } from './execute.ts';
import type { Audit } from './ports/directory.ts';
import type { Ledger } from './ports/ledger.ts';
import type { LinkTokens } from './ports/links.ts';
import type { KeptDelivery, Notices } from './ports/notices.ts';
import type { World } from './ports/world.ts';
import type { Surroundings } from './surroundings.ts';

/** What following a link needs around it. */
export type LinkRoom = {
  readonly links: Pick<LinkTokens, 'read'>;
  readonly notices: Pick<Notices, 'find'>;
  readonly audit: Pick<Audit, 'refused'>;
  readonly around: Surroundings;
};

/** What a link comes to: it may act, it has acted before or just now, or there is nothing left to acknowledge. */
export type LinkState = 'OPEN' | 'USED' | 'DONE' | 'OVER';

/** A link as whoever follows it is shown it: code and duty, and nothing about a child. */
export type FollowedLink = {
  readonly state: LinkState;
  readonly caseCode: string;
  readonly duty: NonNullable<Notice['duty']>;
  /** When the duty was last acknowledged, by whomever. */
  readonly acknowledgedAt: Instant | null;
};

/** What a link leads to; it writes nothing. Nothing where it does not act, whatever the reason. */
export async function lookByLink(token: string, room: LinkRoom): Promise<FollowedLink | undefined> {
  const { grounds } = await find(token, room);
  return grounds?.shown;
}

/**
 * Acknowledges by a link, once for each notice however often it is asked; what does not act is on record.
 *
 * Nothing where it does not act, whatever the reason; `BUSY` where others were first again and again.
 *
 * @policy 0051
 */
export async function acknowledgeByLink(
  token: string,
  requestId: string,
  room: LinkRoom,
): Promise<FollowedLink | 'BUSY' | undefined> {
  const found = await find(token, room);
  const answer = found.grounds && (await act(found.grounds, room.around));
  return answer ?? refused(found, requestId, room);
}

async function act({ asked, shown }: Grounds, around: Surroundings) {
  if (shown.state !== 'OPEN') return shown;
  const done = await execute(asked, around);
  if (isRefusal(done)) return afterRefusal(done, shown);
  const open = findDeadline(done.state, shown.duty.deadline);
  return shownAs(done.replayed ? 'USED' : 'DONE', shown, open);
}

/** What others did in the same moment: the duty is over, or the link acts no longer. */
function afterRefusal({ refused: code }: Refusal, shown: FollowedLink) {
  if (code === 'BUSY') return code;
  const isOver = code === 'DEADLINE_UNKNOWN' || code === 'NOT_AVAILABLE';
  return isOver ? ({ ...shown, state: 'OVER' } as const) : undefined;
}

type Grounds = { readonly asked: Asked; readonly shown: FollowedLink };
type Found = {
  /** Of a link that was made here, whether it still acts or not. */
  readonly link?: NoticeLink;
  readonly caseId?: string;
  readonly grounds?: Grounds;
};

async function find(token: string, room: LinkRoom): Promise<Found> {
  const link = room.links.read(token);
  const item = link && (await room.notices.find({ channel: 'EMAIL', to: link.to, id: link.id }));
  if (link === undefined || item === undefined) return { ...(link && { link }) };
  const { caseId } = item;
  const grounds = await groundsOf(link, item, room.around);
  return { link, caseId, ...(grounds && { grounds }) };
}

/** What is asked for by a link that acts: all of it is read strongly each time. */
async function groundsOf(
  link: NoticeLink,
  item: KeptDelivery,
  around: Surroundings,
): Promise<Grounds | undefined> {
  const { caseId, duty } = item;
  const post = await postBehind(link, item, around);
  if (post === undefined || duty === null) return undefined;
  const command = {
    type: 'acknowledge',
    caseId,
    happenedAt: null,
    deadline: duty.deadline,
  } as const;
  const actor = actorOf(link, [post]);
  const asked = { actor, command, idempotencyKey: link.id, expectedVersion: null };
  const now = around.world.now();
  const { head, prior } = await around.ledger.load(wanted(asked, now, around.world));
  if (
    head === undefined ||
    isPostShutOut(post, head.state, now) ||
    !may(actor, command.type, head.state)
  )
    return undefined;
  const open = findDeadline(head.state, duty.deadline);
  const state = open ? 'OPEN' : 'OVER';
  return { asked, shown: shownAs(prior ? 'USED' : state, { ...item, duty }, open) };
}

/** The post a link speaks for; none once the link is old or another answers for the post. */
async function postBehind(
  { to, left }: NoticeLink,
  item: KeptDelivery,
  { directories, world }: Surroundings,
): Promise<Post | undefined> {
  const now = world.now();
  if (!isFresh(left, item, now)) return undefined;
  const post = await directories.post({ unit: item.post.unit, post: to });
  return post && answersSince(post, left, now) ? post : undefined;
}

function wanted(asked: Asked, now: Instant, world: World): Parameters<Ledger['load']>[0] {
  const { caseId } = asked.command;
  const request = requestOf(asked, world);
  const year = yearOf(localDate(now));
  return { caseId, request, agency: asked.actor.app, year, now, with: [], isSeen: () => true };
}

function shownAs(
  state: LinkState,
  { caseCode, duty }: Pick<FollowedLink, 'caseCode' | 'duty'>,
  open: Deadline | undefined,
): FollowedLink {
  const { procedure, dueAt } = open ?? duty;
  return {
    state,
    caseCode,
    duty: { ...duty, procedure, dueAt: dueAt ?? duty.dueAt },
    acknowledgedAt: open?.acknowledgedAt ?? null,
  };
}

/** Whoever follows a link is the post it was sent to, and nobody by name. */
function actorOf({ to, left }: NoticeLink, posts: Actor['posts']): Actor {
  return {
    kind: 'LINK',
    id: to,
    app: 'link',
    scopes: ['cases:read', 'cases:write'],
    posts,
    toldAt: left,
  };
}

const nobody: Actor = { kind: 'LINK', id: 'unknown', app: 'link', scopes: [], posts: [] };

async function refused({ link, caseId }: Found, requestId: string, room: LinkRoom) {
  const { audit, around } = room;
  const actor = link === undefined ? nobody : actorOf(link, []);
  const at = around.world.now();
  await audit.refused({ act: 'acknowledge', caseId: caseId ?? null, actor, requestId, at });
  return undefined;
}
