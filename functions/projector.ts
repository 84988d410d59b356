import type { DynamoDBBatchResponse, DynamoDBStreamEvent } from 'aws-lambda';
import { nameOf } from '#app/failure.ts';
import { project } from '#app/project.ts';
import { hastener, sqsClient } from '#channels/queue.ts';
import { needed } from '#runtime/environment.ts';
import { once, openStage, openWorld } from '#runtime/world.ts';
import { openLedger } from '#store/cases.ts';
import { eventOf } from '#store/named.ts';
import { openNotices } from '#store/notices.ts';
import { openProjections } from '#store/stats.ts';
import { openSubscriptions } from '#store/webhooks.ts';

const room = once(() => {
  const { settings, database, near } = openStage();
  const queueUrl = needed(settings, 'NOTICE_QUEUE_URL');
  return {
    ledger: openLedger(database),
    notices: openNotices(database),
    subscriptions: openSubscriptions(database),
    projections: openProjections(database),
    hasten: hastener(near?.queue ?? sqsClient(settings.SQS_ENDPOINT), queueUrl),
    world: openWorld(),
  };
});

/** A batch of the change feed: each case named in it is brought up to date, once. */
export async function handler(batch: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> {
  const failed: string[] = [];
  for (const [caseId, sequence] of casesIn(batch)) {
    try {
      await project(caseId, room());
    } catch (failure) {
      // One case that fails is named and tried again; it never holds back the others of its batch.
      const code = nameOf(failure);
      room().world.log({ event: 'projection_failed', alarm: true, caseId, code });
      failed.push(sequence);
    }
  }
  return { batchItemFailures: failed.map((itemIdentifier) => ({ itemIdentifier })) };
}

function casesIn(batch: DynamoDBStreamEvent): ReadonlyMap<string, string> {
  const cases = new Map<string, string>();
  for (const { dynamodb } of batch.Records) {
    const caseId = eventOf(dynamodb?.Keys?.['pk']?.S, dynamodb?.Keys?.['sk']?.S);
    const sequence = dynamodb?.SequenceNumber;
    if (caseId !== undefined && sequence !== undefined && !cases.has(caseId))
      cases.set(caseId, sequence);
  }
  return cases;
}
