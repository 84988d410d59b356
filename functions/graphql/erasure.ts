import { erasureCandidates as candidatesOf } from '#app/erasure-candidates.ts';
import type { Json } from '#domain/canonical.ts';
import type { Case } from '#domain/case/case.ts';
import { actsSince } from '#domain/directory.ts';
import {
  approvalRefusal,
  approvingPost,
  type ErasureOrder,
  erasureRefusal,
  lastDayOf,
  orderingPost,
  type Signature,
  standingOf,
} from '#domain/erasure.ts';
import { type Refusal, type RefusalCode, refuse } from '#domain/refusal.ts';
import { isShutOut } from '#domain/wall.ts';
import type {
  QueryErasureCandidatesArgs,
  QueryErasureOrdersArgs,
  RequireFields,
  UserError,
} from '#schema/generated.ts';
import { caseloadOf, listsFor, mayPreview } from './caseload.ts';
import type { AdministrationContext } from './context.ts';
import { connection, wishOf } from './cursor.ts';
import { fault } from './errors.ts';
import * as inputs from './inputs/erasure.ts';
import { problemsOf } from './problems.ts';
import { userError } from './write.ts';

/** An order beside its cases as they stand now. */
export type OrderWithCases = { readonly order: ErasureOrder; readonly cases: readonly Case[] };

type Payload = { readonly order: OrderWithCases | null; readonly userErrors: readonly UserError[] };
type Asked = { readonly input: unknown };

const refused = (...refusals: readonly Refusal[]): Payload => ({
  order: null,
  userErrors: refusals.map(userError),
});

/** Writes an order of erasure down. */
export async function orderErasure(
  _parent: unknown,
  { input }: Asked,
  context: AdministrationContext,
): Promise<Payload> {
  const { actor, around, erasures } = context;
  const post = orderingPost(actor);
  if (post === undefined) throw fault('NOT_ALLOWED');
  const admitted = inputs.orderErasure.safeParse(input);
  if (!admitted.success) return { order: null, userErrors: problemsOf(admitted.error) };
  const { idempotencyKey: key, ...wish } = admitted.data;
  const now = around.world.now();
  const order: ErasureOrder = {
    ...wish,
    id: `${lastDayOf(now)}.${around.world.newId()}`,
    ordered: { officer: actor.id, app: actor.app, post: post.id, at: now },
    approved: null,
    withdrawn: null,
    expiresOn: lastDayOf(now),
  };
  const fingerprint = around.world.fingerprint(wish as unknown as Json);
  const before = await erasures.ofRequest({ key, fingerprint }, actor);
  if (before === 'KEY_REUSED') return refused(refuse('IDEMPOTENCY_KEY_REUSED', ['idempotencyKey']));
  if (before !== undefined) return answered(before, context);
  const wrong = await wrongIn(wish.cases, context);
  if (wrong.length > 0) return refused(...wrong);
  const written = await erasures.order(order, { key, fingerprint }, actor);
  return written ? answered(order, context) : refused(refuse('BUSY'));
}

/** What is wrong with the cases an order names, each by its place. */
async function wrongIn(
  cases: readonly string[],
  { actor, around }: AdministrationContext,
): Promise<readonly Refusal[]> {
  const heads = await around.ledger.heads(cases);
  return cases.flatMap((id, at) => {
    const state = heads.get(id)?.state;
    const isThere = state !== undefined && !state.canary && !isShutOut(actor, state);
    const code: RefusalCode | undefined = isThere ? erasureRefusal(state) : 'NOT_FOUND';
    return code === undefined ? [] : [refuse(code, ['cases', String(at)])];
  });
}

/** The second signature. */
export async function approveErasure(
  _parent: unknown,
  { input }: Asked,
  context: AdministrationContext,
): Promise<Payload> {
  const found = await orderFor(input, context);
  if ('userErrors' in found) return found;
  const { order, cases, signature } = found;
  const refusal = approvalRefusal(order, context.actor, signature.at);
  if (refusal !== undefined) return refused(refuse(refusal, ['order']));
  if (!(await heldBefore(order, signature, context)))
    return refused(refuse('NEW_SIGNER', ['order']));
  const wrong = cases.flatMap((state) => erasureRefusal(state) ?? []);
  if (wrong.length > 0) return refused(...wrong.map((code) => refuse(code, ['order'])));
  return sign({ ...order, approved: signature }, order, context);
}

/** Whether whoever signs had the post when the order was made: nobody is appointed to sign an order. */
async function heldBefore(
  { ordered }: ErasureOrder,
  { officer, post: id, at }: Signature,
  { actor, around }: AdministrationContext,
): Promise<boolean> {
  const unit = actor.posts.find((held) => held.id === id)?.unit ?? '';
  const post = await around.directories.post({ unit, post: id });
  const since = post && actsSince(post, officer, at);
  return since !== undefined && since <= ordered.at;
}

/** Takes an order back. */
export async function withdrawErasure(
  _parent: unknown,
  { input }: Asked,
  context: AdministrationContext,
): Promise<Payload> {
  const found = await orderFor(input, context);
  if ('userErrors' in found) return found;
  const { order, cases, signature } = found;
  const status = standingOf(order, cases, signature.at);
  if (status === 'WITHDRAWN' || status === 'EXPIRED' || status === 'DONE')
    return refused(refuse('ORDER_NOT_OPEN', ['order']));
  return sign({ ...order, withdrawn: signature }, order, context);
}

async function sign(
  signed: ErasureOrder,
  before: ErasureOrder,
  context: AdministrationContext,
): Promise<Payload> {
  const act = signed.withdrawn === null ? 'approveErasure' : 'withdrawErasure';
  const isKept = await context.erasures.sign(signed, { act, before }, context.actor);
  return isKept ? answered(signed, context) : refused(refuse('BUSY'));
}

type Found = OrderWithCases & { readonly signature: Signature };

/** The order somebody wants to sign, for those who may. */
async function orderFor(input: unknown, context: AdministrationContext): Promise<Found | Payload> {
  const { actor, around, erasures } = context;
  if (approvingPost(actor, []) === undefined) throw fault('NOT_ALLOWED');
  const admitted = inputs.signErasure.safeParse(input);
  if (!admitted.success) return { order: null, userErrors: problemsOf(admitted.error) };
  const order = await erasures.find(admitted.data.order);
  const found = order && (await withCases([order], context))[0];
  const post = found && approvingPost(actor, found.cases);
  // Whoever may not sign an order does not learn whether there is one.
  if (found === undefined || post === undefined) return refused(refuse('ORDER_UNKNOWN', ['order']));
  const at = around.world.now();
  return { ...found, signature: { officer: actor.id, app: actor.app, post: post.id, at } };
}

/** An order as it stands; one that is repeated is shown to whoever might still sign it. */
async function answered(order: ErasureOrder, context: AdministrationContext): Promise<Payload> {
  const [found] = await withCases([order], context);
  const isShown = found !== undefined && approvingPost(context.actor, found.cases) !== undefined;
  return { order: isShown ? found : null, userErrors: [] };
}

async function withCases(
  orders: readonly ErasureOrder[],
  { around }: AdministrationContext,
): Promise<readonly OrderWithCases[]> {
  const heads = await around.ledger.heads([...new Set(orders.flatMap(({ cases }) => cases))]);
  return orders.map((order) => ({
    order,
    cases: order.cases.flatMap((id) => heads.get(id)?.state ?? []),
  }));
}

/** Orders for those who may sign them. */
export async function erasureOrders(
  _parent: unknown,
  page: RequireFields<QueryErasureOrdersArgs, 'first'>,
  context: AdministrationContext,
) {
  const { actor, around, erasures } = context;
  if (approvingPost(actor, []) === undefined) throw fault('NOT_ALLOWED');
  const listing = { name: 'erasureOrders', of: '', actor, world: around.world };
  const { rows, next } = await erasures.list(wishOf(page, listing));
  const found = await withCases(rows, context);
  const shown = found.filter(({ cases }) => approvingPost(actor, cases) !== undefined);
  return connection({ rows: shown, next }, listing);
}

/** What the rules of retention propose. */
export async function erasureCandidates(
  _parent: unknown,
  { unit: code, ...page }: RequireFields<QueryErasureCandidatesArgs, 'first'>,
  context: AdministrationContext,
) {
  const { actor, around, units } = context;
  const unit = await units.load(code);
  if (unit === null || !mayPreview(actor, unit)) throw fault('NOT_ALLOWED');
  const listing = { name: 'erasureCandidates', of: code, actor, world: around.world };
  const room = { ledger: around.ledger, worklists: listsFor(context), now: around.world.now() };
  const found = await candidatesOf(room, await caseloadOf(unit, context), wishOf(page, listing));
  return connection(found, listing);
}
