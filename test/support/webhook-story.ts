import { notify } from '#app/notify.ts';
import type { Batch } from '#app/ports/notices.ts';
import { webhookCarrier } from '#app/webhook-carrier.ts';
import { noticeKinds } from '#domain/notice.ts';
import type { Actor } from '#domain/permission.ts';
import { openContacts } from '#store/contacts.ts';
import { openWebhooks } from '#store/webhooks.ts';
import type { TestApi } from './api.ts';
import { answers, openReceiver, type Received } from './receiver.ts';

const webhook = 'partner@91001';

/** A partner whose server takes what the posts of 91001 are told, until it is gone. */
export async function openPartner(api: TestApi, founder: Actor) {
  const receiver = await openReceiver();
  const { administration, now } = api;
  const place = { unit: '91001', agency: null, url: receiver.url, kinds: noticeKinds };
  const app = { id: 'partner', scopes: ['notices'], disabled: false, secretSha256: null } as const;
  await administration.registerApp(app, founder, now());
  const wish = { webhook, app: 'partner', ...place };
  await administration.carryOut('registerWebhook', wish, founder, now());
  await administration.carryOut('enableWebhook', { webhook }, founder, now());
  const rotation = { webhook, version: 1, overlapHours: 24 };
  await administration.carryOut('rotateWebhook', rotation, founder, now());
  const { keys: signer, outside, desk } = api.webhooks;
  const { ledger, directories, world } = api.around;
  const carrier = webhookCarrier({
    webhooks: openWebhooks(api.database),
    directories,
    contacts: openContacts(api.database),
    mail: async () => ({ verdict: 'SENT', code: null, message: null }),
    signer,
    outside,
    world,
  });
  const room = { ledger, directories, notices: api.notices, carriers: { WEBHOOK: carrier }, world };
  return {
    /** Sends everything that was written, the last of it to a server that is gone; then begins one anew. */
    taken: async (batches: readonly Batch[]): Promise<readonly Received[]> => {
      const own = batches.filter(({ channel }) => channel === 'WEBHOOK');
      for (const [at, batch] of own.entries()) {
        if (at === own.length - 1) receiver.behaves(answers(410));
        await notify(batch, room);
      }
      const [first] = own;
      const kept = first && (await desk.delivery(webhook, first.ids[0] ?? ''));
      if (kept !== undefined) await desk.replay(kept, now());
      return receiver.received;
    },
    close: receiver.close,
  };
}
