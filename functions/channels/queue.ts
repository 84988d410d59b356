import { SendMessageBatchCommand, SQSClient } from '@aws-sdk/client-sqs';
import type { Batch } from '#app/ports/notices.ts';

const batchSize = 10;

/** Puts what leaves together into the queue of the notifier; what does not get in is found by the retry job. */
export function hastener(client: SQSClient, queueUrl: string) {
  return async (batches: readonly Batch[]): Promise<void> => {
    for (let at = 0; at < batches.length; at += batchSize) {
      const entries = batches
        .slice(at, at + batchSize)
        .map((batch, index) => ({ Id: String(index), MessageBody: JSON.stringify(batch) }));
      await client.send(new SendMessageBatchCommand({ QueueUrl: queueUrl, Entries: entries }));
    }
  };
}

/** A client of SQS, or of the endpoint that stands in for it. */
export function sqsClient(endpoint: string | undefined): SQSClient {
  return new SQSClient(endpoint === undefined ? {} : { endpoint });
}
