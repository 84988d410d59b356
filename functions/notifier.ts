import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import * as z from 'zod';
import { nameOf } from '#app/failure.ts';
import { notify } from '#app/notify.ts';
import { emailCarrier, sesClient } from '#channels/email.ts';
import { letterOf } from '#channels/words/letter.ts';
import { noticesPerLetter } from '#domain/calm.ts';
import { channels } from '#domain/delivery.ts';
import type { Notice } from '#domain/notice.ts';
import { once, openStage, openWorld, versions } from '#runtime/world.ts';
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
  return {
    ledger: openLedger(database),
    directories: openDirectories(database, versions),
    notices: openNotices(database),
    carry: emailCarrier(near?.mail ?? sesClient(settings.SES_ENDPOINT), settings.MAIL_FROM),
    letter: (notices: readonly Notice[]) => letterOf(notices, settings.CONSOLE_URL),
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
