import type { WebhookActs } from '#app/ports/webhooks.ts';
import { isRefusal, type Refusal, refuse } from '#domain/refusal.ts';
import { rotated, type Webhook } from '#domain/webhook.ts';
import { checkVersion, itemVersion } from './body.ts';
import type { Item } from './database.ts';
import type { Draft } from './draft.ts';
import { indexed, keys } from './table.ts';
import type { Signed } from './turn.ts';

type Done = Promise<Refusal | undefined>;

/** Reads a webhook. */
export function readWebhook(item: Item | undefined): Webhook | undefined {
  if (item === undefined) return undefined;
  checkVersion(item);
  return item['webhook'] as Webhook;
}

/** The acts on webhooks. */
export const webhookActs = {
  registerWebhook: async (draft, { webhook: id, ...wish }) => {
    const { app, unit } = wish;
    if ((await draft.read(keys.app(app))) === undefined) return refuse('APP_UNKNOWN', ['app']);
    if ((await draft.read(keys.unit(unit))) === undefined) return refuse('UNIT_UNKNOWN', ['unit']);
    const before = await webhookIn(draft, id);
    if (before !== undefined && before.app !== app) return refuse('WEBHOOK_TAKEN', ['name']);
    keep(draft, { ...begun, ...before, id, ...wish, enabledAt: enabledAfter(before, wish) });
    return undefined;
  },
  rotateWebhook: (draft, { webhook, version, overlapHours }, { now }) =>
    changeWebhook(draft, webhook, (each) =>
      each.version === version
        ? rotated(each, overlapHours, now)
        : { ...refuse('CONFLICT', ['version']), revision: each.version },
    ),
  enableWebhook: (draft, { webhook }, { now }) =>
    changeWebhook(draft, webhook, (each) => ({ ...each, enabledAt: now })),
  disableWebhook: (draft, { webhook }) =>
    changeWebhook(draft, webhook, (each) => ({ ...each, enabledAt: null })),
} satisfies {
  readonly [Act in keyof WebhookActs]: (
    draft: Draft,
    wish: WebhookActs[Act],
    signed: Signed,
  ) => Done;
};

const begun = { version: 1, formerUntil: null };

/** A server that has not shown that it answers is sent nothing: neither a new one nor another than before. */
function enabledAfter(before: Webhook | undefined, { url }: Pick<Webhook, 'url'>) {
  return before?.url === url ? before.enabledAt : null;
}

async function changeWebhook(
  draft: Draft,
  id: string,
  to: (webhook: Webhook) => Webhook | Refusal,
): Done {
  const webhook = await webhookIn(draft, id);
  if (webhook === undefined) return refuse('WEBHOOK_UNKNOWN', ['webhook']);
  const after = to(webhook);
  if (isRefusal(after)) return after;
  keep(draft, after);
  return undefined;
}

async function webhookIn(draft: Draft, id: string): Promise<Webhook | undefined> {
  return readWebhook(await draft.read(keys.webhook(id)));
}

function keep(draft: Draft, webhook: Webhook): void {
  const { id, app } = webhook;
  draft.write({ ...keys.webhook(id), v: itemVersion, webhook, ...indexed.webhook(app, id) });
}
