import type { DirectoryActs } from '#app/ports/personnel.ts';
import type { Answer, WebhookActs } from '#app/ports/webhooks.ts';
import { ping } from '#app/webhook-call.ts';
import { type RefusalCode, refuse } from '#domain/refusal.ts';
import type { Instant } from '#domain/time.ts';
import type { UserError } from '#schema/generated.ts';
import { administer } from './administer.ts';
import type { AdministrationContext } from './context.ts';
import { connection, wishOf } from './cursor.ts';
import * as inputs from './inputs/webhook.ts';
import { problem } from './problems.ts';
import { userError } from './write.ts';

type Refused = { readonly userErrors: readonly UserError[] };

const notOutside =
  'This leads to no server of the internet that may be called. See `url` in the schema.';
const replaysPerCall = 100;

/** Registers a webhook whose address leads outside; a new one comes with its secret. */
export const registerWebhook = administer(inputs.registerWebhook, async (wish, context) => {
  const { desk, outside, keys } = context.webhooks;
  const before = await desk.standing(wish.webhook);
  if (!(await outside.isOutside(wish.url))) return { userErrors: [problem(['url'], notOutside)] };
  const changed = await carried('registerWebhook', wish, context);
  if (typeof changed !== 'boolean') return changed;
  const secret = before === undefined && changed ? keys.secret(wish.webhook, 1) : null;
  return { webhook: wish.webhook, changed, secret, userErrors: [] };
});

/** Puts the next secret into force. */
export const rotateWebhook = administer(inputs.rotateWebhook, async (wish, context) => {
  const changed = await carried('rotateWebhook', wish, context);
  if (typeof changed !== 'boolean') return changed;
  const version = wish.version + 1;
  return { version, secret: context.webhooks.keys.secret(wish.webhook, version), userErrors: [] };
});

/** Switches a webhook on whose server answers. */
export const enableWebhook = administer(inputs.webhookNamed, async ({ webhook }, context) => {
  const answer = await pinged(webhook, context);
  if ('userErrors' in answer) return answer;
  const isTaken = answer.code === 'ANSWERED';
  if (!isTaken) return { answer, ...refused('WEBHOOK_UNANSWERED', 'webhook') };
  const changed = await carried('enableWebhook', { webhook }, context);
  return typeof changed === 'boolean' ? { enabled: true, answer, userErrors: [] } : changed;
});

/** Switches a webhook off. */
export const disableWebhook = administer(inputs.webhookNamed, async (wish, context) => {
  const changed = await carried('disableWebhook', wish, context);
  return typeof changed === 'boolean' ? { changed, userErrors: [] } : changed;
});

/** Tries the server of a webhook. */
export const testWebhook = administer(inputs.webhookNamed, async ({ webhook }, context) => {
  const answer = await pinged(webhook, context);
  return 'userErrors' in answer ? answer : { answer, userErrors: [] };
});

/** Sends one delivery again. */
export const replayWebhook = administer(inputs.replayWebhook, async (wish, context) => {
  const { webhook, notice } = wish;
  const { desk } = context.webhooks;
  const delivery = await desk.delivery(webhook, notice);
  if (delivery === undefined) return refused('DELIVERY_UNKNOWN', 'notice');
  const isOnItsWay = delivery.state === 'PENDING' || delivery.state === 'CLAIMED';
  if (isOnItsWay) return refused('DELIVERY_ON_ITS_WAY', 'notice');
  const now = await noted('replayWebhook', [webhook, delivery.caseId], context);
  const replayed = await desk.replay(delivery, now);
  return replayed ? { replayed, userErrors: [] } : refused('DELIVERY_ON_ITS_WAY', 'notice');
});

/** Sends a page of a range again. */
export const replayWebhooks = administer(
  inputs.replayWebhooks,
  async ({ after, ...range }, context) => {
    const { webhook, from, to, sentToo } = range;
    const { actor, around, webhooks } = context;
    if ((await webhooks.desk.standing(webhook)) === undefined)
      return refused('WEBHOOK_UNKNOWN', 'webhook');
    const of = [webhook, from, to, sentToo].join(' ');
    const listing = { name: 'webhookReplay', of, actor, world: around.world };
    const wish = wishOf({ first: replaysPerCall, after }, listing);
    const now = await noted('replayWebhooks', [webhook, from, to], context);
    const { replayed, next } = await webhooks.desk.replayRange(range, now, wish);
    const { endCursor } = connection({ rows: [], next }, listing).pageInfo;
    return { replayed, endCursor, userErrors: [] };
  },
);

async function carried<Act extends keyof WebhookActs>(
  act: Act,
  wish: DirectoryActs[Act],
  { administration, actor, around }: AdministrationContext,
): Promise<boolean | Refused> {
  const done = await administration.carryOut(act, wish, actor, around.world.now());
  return typeof done === 'boolean' ? done : { userErrors: [userError(done)] };
}

/** What came back from the server of a webhook; that it was asked is in the log before. */
async function pinged(webhook: string, context: AdministrationContext): Promise<Answer | Refused> {
  const { around, webhooks } = context;
  const standing = await webhooks.desk.standing(webhook);
  if (standing === undefined) return refused('WEBHOOK_UNKNOWN', 'webhook');
  await noted('testWebhook', [webhook], context);
  const { keys: signer, outside } = webhooks;
  return ping(standing, around.world.newId(), { signer, outside, world: around.world });
}

/** The instant under which something that changes no directory is in the log. */
async function noted(
  act: string,
  about: readonly string[],
  { administration, actor, around }: AdministrationContext,
): Promise<Instant> {
  const now = around.world.now();
  await administration.asked({ act, about }, actor, now);
  return now;
}

const refused = (code: RefusalCode, field: string): Refused => ({
  userErrors: [userError(refuse(code, [field]))],
});
