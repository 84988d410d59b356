import { nation } from '#domain/directory.ts';
import type { StopReason, WebhookStanding } from '#domain/webhook.ts';
import { stopLetter } from '#domain/webhook-letter.ts';
import type { Contacts } from './ports/contacts.ts';
import type { Directories } from './ports/directory.ts';
import type { Parcel, Service } from './ports/notices.ts';
import type { Webhooks } from './ports/webhooks.ts';
import type { World } from './ports/world.ts';

/** What stopping a webhook needs around it. */
export type StopRoom = {
  readonly webhooks: Pick<Webhooks, 'stop'>;
  readonly directories: Pick<Directories, 'around'>;
  readonly contacts: Contacts;
  readonly mail: Service<Parcel>;
  readonly world: Pick<World, 'now' | 'log'>;
};

/** Switches a webhook off and tells the administrators, once however many deliveries find it so. */
export async function stopWebhook(
  standing: WebhookStanding,
  why: StopReason,
  room: StopRoom,
): Promise<void> {
  const { webhooks, world } = room;
  const { webhook } = standing;
  const isFirst = await webhooks.stop(standing, { at: world.now(), why });
  if (!isFirst) return;
  // The operator is told first: whatever happens to the mail, somebody knows.
  const code = `${why}:${webhook.id}`;
  world.log({ event: 'webhook_stopped', alarm: true, code });
  const letter = stopLetter(webhook, why);
  for (const { to, post } of await administrators(room)) {
    const ref = `webhook#${webhook.id}#${webhook.enabledAt}`;
    const { verdict } = await room.mail({ ...letter, to, post, ref });
    if (verdict !== 'SENT')
      world.log({ event: 'administrator_untold', alarm: true, code: verdict });
  }
}

/** Where each administrator is mailed, one letter to an address. */
async function administrators({ directories, contacts, world }: StopRoom) {
  const { posts } = await directories.around([nation]);
  const byAddress = new Map<string, string>();
  for (const { unit, id, role } of posts) {
    const reached =
      role === 'ADMINISTRATOR' ? await contacts.contact(unit, id, world.now()) : undefined;
    if (reached?.email != null) byAddress.set(reached.email, id);
  }
  return [...byAddress].map(([to, post]) => ({ to, post }));
}
