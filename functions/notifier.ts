import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import * as z from 'zod';
import { nameOf } from '#app/failure.ts';
import { mailCarrier } from '#app/mail-carrier.ts';
import { messageCarrier } from '#app/message-carrier.ts';
import { notify } from '#app/notify.ts';
import { webhookCarrier } from '#app/webhook-carrier.ts';
import { emailService, sesClient } from '#channels/email.ts';
import { letterOf } from '#channels/words/letter.ts';
import { noticesPerLetter } from '#domain/calm.ts';
import { channels } from '#domain/delivery.ts';
import { hasLink } from '#domain/link.ts';
import type { Notice } from '#domain/notice.ts';
import { now } from '#runtime/clock.ts';
import type { Environment } from '#runtime/environment.ts';
import { linkSecrets } from '#runtime/link-secrets.ts';
import { openOutside } from '#runtime/outside.ts';
import { openShortMessages } from '#runtime/short-messages.ts';
import { once, openStage, openWorld, versions } from '#runtime/world.ts';
import { linkTokens } from '#sealing/link-token.ts';
import { openLedger } from '#store/cases.ts';
import { openContacts } from '#store/contacts.ts';
import { openDirectories } from '#store/directory.ts';
import { openNotices } from '#store/notices.ts';
import { openWebhooks } from '#store/webhooks.ts';

const message = z.strictObject({
  channel: z.enum(channels),
  to: z.string(),
  ids: z.array(z.string()).min(1).max(noticesPerLetter),
});

/** The links of letters that leave now. */
function linksIn(settings: Environment) {
  const { sign } = linkTokens(linkSecrets(settings));
  return (notice: Notice): string | undefined => {
    if (!hasLink(notice)) return undefined;
    const { id, post } = notice;
    return `${settings.PUBLIC_URL}/acknowledge/${sign({ to: post.id, id, left: now() })}`;
  };
}

const room = once(() => {
  const { settings, database, near } = openStage();
  const linkOf = linksIn(settings);
  const directories = openDirectories(database, versions);
  const contacts = openContacts(database);
  const world = openWorld();
  const ses = near?.mail ?? sesClient(settings.SES_ENDPOINT);
  const sender = { from: settings.MAIL_FROM, events: settings.MAIL_EVENTS };
  const mail = emailService(ses, sender);
  const { keys, outside } = openOutside(settings);
  return {
    ledger: openLedger(database),
    directories,
    notices: openNotices(database),
    carriers: {
      EMAIL: mailCarrier({
        contacts,
        letter: (notices) => letterOf(notices, settings.CONSOLE_URL, linkOf),
        service: mail,
        world,
      }),
      WEBHOOK: webhookCarrier({
        webhooks: openWebhooks(database),
        directories,
        contacts,
        mail,
        signer: keys,
        outside,
        world,
      }),
      SMS: messageCarrier({
        contacts,
        language: settings.SMS_LANGUAGE,
        service: openShortMessages(settings),
        world,
      }),
    },
    world,
  };
});

/**
 * A batch of the queue: each notice named in it is sent, void, or left for a later attempt. They leave side by side:
 * a server that keeps one waiting holds up no other.
 */
export async function handler(batch: SQSEvent): Promise<SQSBatchResponse> {
  const failed: string[] = [];
  await Promise.all(
    batch.Records.map(async ({ messageId, body }) => {
      try {
        await notify(message.parse(JSON.parse(body)), room());
      } catch (failure) {
        room().world.log({ event: 'notice_failed', alarm: true, code: nameOf(failure) });
        failed.push(messageId);
      }
    }),
  );
  return { batchItemFailures: failed.map((itemIdentifier) => ({ itemIdentifier })) };
}
