import { KMSClient } from '@aws-sdk/client-kms';
import * as z from 'zod';
import { release, settledQuarter } from '#app/release.ts';
import { hastener, sqsClient } from '#channels/queue.ts';
import { now } from '#runtime/clock.ts';
import { needed } from '#runtime/environment.ts';
import { once, openStage, openWorld, versions } from '#runtime/world.ts';
import { digestOf, kmsSigner, localSigner } from '#sealing/signing.ts';
import { openDirectories } from '#store/directory.ts';
import { openNotices } from '#store/notices.ts';
import { openReleases, recordsOf } from '#store/stats.ts';

const order = z.discriminatedUnion('job', [
  z.object({ job: z.literal('retry') }),
  z.object({
    job: z.literal('release'),
    period: z
      .templateLiteral([z.string().regex(/^\d{4}$/), '-Q', z.enum(['1', '2', '3', '4'])])
      .optional(),
  }),
]);

const stage = once(openStage);

const retryRoom = once(() => {
  const { settings, database } = stage();
  const queueUrl = needed(settings, 'NOTICE_QUEUE_URL');
  return {
    notices: openNotices(database),
    hasten: hastener(sqsClient(settings.SQS_ENDPOINT), queueUrl),
  };
});

const releaseRoom = once(() => {
  const { settings, database } = stage();
  const file = settings.RELEASE_SIGNING_KEY_FILE;
  const sign =
    file === undefined
      ? kmsSigner(new KMSClient(), needed(settings, 'RELEASE_SIGNING_KEY_ID'))
      : localSigner(file);
  return {
    records: (period: string) => recordsOf(database, period),
    provinces: openDirectories(database, versions).provinces,
    releases: openReleases(database),
    digest: digestOf,
    sign,
    includeSynthetic: settings.SANDBOX === '1',
    world: openWorld(''),
  };
});

const retriesPerRun = 1000;

/** A scheduled job: notices whose attempt is due go to the queue again, or a settled quarter is released. */
export async function handler(event: unknown) {
  const wish = order.parse(event);
  if (wish.job === 'retry') return retry();
  return release(wish.period ?? settledQuarter(now()), releaseRoom());
}

async function retry(): Promise<number> {
  const { notices, hasten } = retryRoom();
  const due = await notices.due(now(), retriesPerRun);
  await hasten(due);
  return due.length;
}
