import type { Case } from './case/case.ts';
import type { ErasureGround } from './case/terms.ts';
import type { Actor } from './permission.ts';
import type { RefusalCode } from './refusal.ts';
import { type Instant, localDate, type PlainDate, plusDays, plusHours } from './time.ts';
import { isShutOut } from './wall.ts';

/** Who signed an order, by which post, and when. */
export type Signature = {
  readonly officer: string;
  readonly app: string;
  readonly post: string;
  readonly at: Instant;
};

/** That the keys of some cases are to be destroyed, for good and in every copy. */
export type ErasureOrder = {
  readonly id: string;
  readonly cases: readonly string[];
  readonly ground: ErasureGround;
  /** The document by which it is ordered. */
  readonly document: string;
  readonly ordered: Signature;
  readonly approved: Signature | null;
  readonly withdrawn: Signature | null;
  /** The last day on which it can be approved and carried out. */
  readonly expiresOn: PlainDate;
};

/** The most cases one order may name: all of them are looked at when it is signed. */
export const mostCasesOrdered = 20;

/**
 * How long an approved order waits before it is carried out, in hours, and how many days it holds.
 *
 * Nothing brings a destroyed key back, so there is time for somebody to notice.
 *
 * @policy 0040
 */
export const erasureTerms = { waitHours: 72, days: 30 } as const;

/** How an order may stand; that it is done shows on its cases. */
export const orderStatuses = ['ORDERED', 'WAITING', 'DUE', 'DONE', 'WITHDRAWN', 'EXPIRED'] as const;
/** One of {@link orderStatuses}. */
export type OrderStatus = (typeof orderStatuses)[number];

/** The last day on which an order of an instant holds. */
export function lastDayOf(orderedAt: Instant): PlainDate {
  return plusDays(localDate(orderedAt), erasureTerms.days);
}

/** When an approved order may be carried out; nothing before it is approved. */
export function dueFrom({ approved }: ErasureOrder): Instant | null {
  return approved && plusHours(approved.at, erasureTerms.waitHours);
}

/** How an order stands at an instant, whatever has come of its cases. */
export function statusOf(order: ErasureOrder, now: Instant): Exclude<OrderStatus, 'DONE'> {
  if (order.withdrawn !== null) return 'WITHDRAWN';
  if (order.expiresOn < localDate(now)) return 'EXPIRED';
  const due = dueFrom(order);
  if (due === null) return 'ORDERED';
  return now < due ? 'WAITING' : 'DUE';
}

type Erasable = Pick<Case, 'erasedAt'>;

/** How an order stands with what has come of its cases; what another order erased does not make this one done. */
export function standingOf(
  order: ErasureOrder,
  cases: readonly Erasable[],
  now: Instant,
): OrderStatus {
  const { approved, withdrawn, expiresOn } = order;
  const isGone = ({ erasedAt }: Erasable) =>
    erasedAt !== undefined && localDate(erasedAt) <= expiresOn;
  const isDone = approved !== null && withdrawn === null && cases.every(isGone);
  return isDone ? 'DONE' : statusOf(order, now);
}

type Held = Actor['posts'][number];

/**
 * The post by which somebody may order an erasure: an administrator's. No machine and no clock signs.
 *
 * @policy 0040
 */
export function orderingPost({ kind, scopes, posts }: Actor): Held | undefined {
  if (kind !== 'OFFICER' || !scopes.includes('directory:admin')) return undefined;
  return posts.find(({ role }) => role === 'ADMINISTRATOR');
}

/**
 * The post by which somebody may sign second: another administrator, or the chair of the province in which
 * every one of the cases is; nobody who is kept out of one of them. Whether it is another person is asked beside this.
 *
 * @policy 0038
 * @policy 0040
 */
export function approvingPost(actor: Actor, cases: readonly Case[]): Held | undefined {
  const { kind, scopes, posts } = actor;
  if (cases.some((state) => isShutOut(actor, state))) return undefined;
  if (kind !== 'OFFICER' || !scopes.includes('cases:write')) return orderingPost(actor);
  const chair = posts.find(
    ({ role, unit }) =>
      role === 'PROVINCE_CHAIR' && cases.every((state) => state.residenceLeg.province === unit),
  );
  return orderingPost(actor) ?? chair;
}

/**
 * Why a case cannot be erased: its dossier is not archived, or somebody still owes something for the child.
 *
 * @law ND56/2017 Art. 30.3
 */
export function erasureRefusal(state: Case): RefusalCode | undefined {
  if (state.erasedAt !== undefined) return 'ALREADY_ERASED';
  if (state.step !== 'ARCHIVED') return 'NOT_ARCHIVED';
  return state.deadlines.length > 0 ? 'DUTY_OPEN' : undefined;
}

/** Whether an order still waits for its second signature, and whose it may be. */
export function approvalRefusal(
  order: ErasureOrder,
  actor: Actor,
  now: Instant,
): RefusalCode | undefined {
  if (statusOf(order, now) !== 'ORDERED') return 'ORDER_NOT_OPEN';
  return order.ordered.officer === actor.id ? 'SAME_SIGNER' : undefined;
}
