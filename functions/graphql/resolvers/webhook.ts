import { answerCodes } from '#app/ports/webhooks.ts';
import { isOn, presentStop, versionsAt } from '#domain/webhook.ts';
import type { Resolvers } from '#schema/generated.ts';
import { isAdministrator } from '../administer.ts';
import { type AdministrationContext, isId } from '../context.ts';
import { connection, type Listing, wishOf } from '../cursor.ts';
import { fault } from '../errors.ts';
import { isWebhookId } from '../inputs/webhook.ts';
import { open } from '../told.ts';
import * as acts from '../webhooks.ts';

function allowed({ actor }: AdministrationContext): void {
  if (!isAdministrator(actor)) throw fault('NOT_ALLOWED');
}

function listingOf(name: string, of: string, context: AdministrationContext): Listing {
  allowed(context);
  const { actor, around } = context;
  return { name, of, actor, world: around.world };
}

const none = { rows: [], next: undefined };

/** Where partners get notices, and what became of them on that way. */
export const webhook = {
  Query: {
    webhooks: async (_parent, { app, ...page }, context) => {
      const listing = listingOf('webhooks', app, context);
      const wish = wishOf(page, listing);
      const { desk } = context.webhooks;
      return connection(isId(app) ? await desk.webhooks(app, wish) : none, listing);
    },
    webhook: async (_parent, { id }, context) => {
      allowed(context);
      return isWebhookId(id) ? ((await context.webhooks.desk.standing(id)) ?? null) : null;
    },
    webhookDeliveries: async (_parent, { webhook: id, state, ...page }, context) => {
      const listing = listingOf('webhookDeliveries', `${id} ${state ?? ''}`, context);
      const wish = wishOf(page, listing);
      const { desk } = context.webhooks;
      const found = isWebhookId(id) ? await desk.deliveries(id, state ?? null, wish) : none;
      return connection(await open(found, context), listing);
    },
  },
  Mutation: {
    registerWebhook: acts.registerWebhook,
    rotateWebhook: acts.rotateWebhook,
    enableWebhook: acts.enableWebhook,
    disableWebhook: acts.disableWebhook,
    testWebhook: acts.testWebhook,
    replayWebhook: acts.replayWebhook,
    replayWebhooks: acts.replayWebhooks,
  },
  Webhook: {
    id: ({ webhook: { id } }) => id,
    app: ({ webhook: { app } }) => app,
    unitCode: ({ webhook: { unit } }) => unit,
    agency: ({ webhook: { agency } }) => agency,
    url: ({ webhook: { url } }) => url,
    kinds: ({ webhook: { kinds } }) => kinds && [...kinds],
    on: (standing) => isOn(standing),
    enabledAt: ({ webhook: { enabledAt } }) => enabledAt,
    stoppedAt: (standing) => presentStop(standing)?.at ?? null,
    stopReason: (standing) => presentStop(standing)?.why ?? null,
    version: ({ webhook: { version } }) => version,
    keys: ({ webhook: each }, _arguments, { around, webhooks }) =>
      versionsAt(each, around.world.now()).map((version) => ({
        version,
        publicKey: webhooks.keys.publicKey(each.id, version),
        until: version === each.version ? null : each.formerUntil,
      })),
  },
  WebhookDelivery: {
    id: ({ to, id }, _arguments, { webhooks }) => webhooks.keys.idOf(to, id),
    notice: ({ id }) => id,
    post: ({ post }) => post.id,
    writtenAt: ({ written }) => written,
    attempts: ({ attempts, attemptsBefore }) => attempts - attemptsBefore,
    tries: ({ ledger }) => [...ledger],
  },
  WebhookAttempt: { answer: ({ code }) => answerIn(code) },
} satisfies Resolvers<AdministrationContext>;

/** What a line of the ledger says of an answer: its code, and its status where one came. */
function answerIn(line: string | null) {
  const [word, status] = line?.split(' ') ?? [];
  const code = answerCodes.find((each) => each === word);
  return code === undefined ? null : { code, status: status === undefined ? null : Number(status) };
}
