import { type Payload, pingOf, versionsAt, type WebhookStanding } from '#domain/webhook.ts';
import type { Answer, Message, Outside, WebhookSigner } from './ports/webhooks.ts';
import type { World } from './ports/world.ts';

/** What calling a partner's server needs around it. */
export type CallRoom = {
  readonly signer: WebhookSigner;
  readonly outside: Outside;
  readonly world: Pick<World, 'now'>;
};

/** Posts a payload to the server of a webhook, signed under every secret that is good now. */
export function call(
  { webhook }: WebhookStanding,
  { id, payload }: { readonly id: string; readonly payload: Payload },
  { signer, outside, world }: CallRoom,
): Promise<Answer> {
  const at = world.now();
  const message: Message = { id, at, body: JSON.stringify(payload) };
  const signatures = signer.signatures(webhook.id, versionsAt(webhook, at), message);
  const headers = {
    'content-type': 'application/json',
    'user-agent': 'la-chan-webhooks',
    'webhook-id': id,
    'webhook-timestamp': signer.timestampOf(message),
    'webhook-signature': signatures,
  };
  return outside.post({ url: webhook.url, headers, body: message.body });
}

/** Tries the server of a webhook; each try is a message of its own. */
export function ping(standing: WebhookStanding, nonce: string, room: CallRoom): Promise<Answer> {
  const { webhook } = standing;
  const payload = pingOf(webhook, room.world.now());
  return call(standing, { id: room.signer.idOf(webhook.id, nonce), payload }, room);
}
