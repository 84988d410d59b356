import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import * as z from 'zod';
import { nameOf } from '#app/failure.ts';
import { notify } from '#app/notify.ts';
import { emailCarrier, sesClient } from '#channels/email.ts';
import { letterOf } from '#channels/words/letter.ts';
import { noticesPerLetter } from '#domain/calm.ts';
import { channels } from '#domain/delivery.ts';
import { hasLink } from '#domain/link.ts';
import type { Notice } from '#domain/notice.ts';
import { now } from '#runtime/clock.ts';
import { linkSecrets } from '#runtime/link-secrets.ts';
import { once, openStage, openWorld, versions } from '#runtime/world.ts';
import { linkTokens } from '#sealing/link-token.ts';
import { openLedger } from '#store/cases.ts';
import { openDirectories } from '#store/directory.ts';
import { openNotices } from '#store/notices.ts';

const message = z.strictObject({
  channel: z.enum(channels),
  to: z.string(),
  ids: z.array(z.string()).min(1).max(noticesPerLetter),
});

const room = once(() => {
  const { settings, database, near } = openStage();
  const links = linkTokens(linkSecrets(settings));
  const linkOf = (notice: Notice) => {
    if (!hasLink(notice)) return undefined;
    const { id, post } = notice;
    return `${settings.PUBLIC_URL}/acknowledge/${links.sign({ to: post.id, id, left: now() })}`;
  };
  return {
    ledger: openLedger(database),
    directories: openDirectories(database, versions),
    notices: openNotices(database),
    carry: emailCarrier(near?.mail ?? sesClient(settings.SES_ENDPOINT), settings.MAIL_FROM),
    letter: (notices: readonly Notice[]) => letterOf(notices, settings.CONSOLE_URL, linkOf),
    world: openWorld(),
  };
});

/** A batch of the queue: each notice named in it is sent, void, or left for a later attempt. */
export async function handler(batch: SQSEvent): Promise<SQSBatchResponse> {
  const failed: string[] = [];
  for (const { messageId, body } of batch.Records) {
    try {
      await notify(message.parse(JSON.parse(body)), room());
    } catch (failure) {
      room().world.log({ event: 'notice_failed', alarm: true, code: nameOf(failure) });
      failed.push(messageId);
    }
  }
  return { batchItemFailures: failed.map((itemIdentifier) => ({ itemIdentifier })) };
}
