import { SendMessageBatchCommand, SQSClient } from '@aws-sdk/client-sqs';
import type { DeliveryKey } from '#app/ports/notices.ts';

const batchSize = 10;

/** Puts notices into the queue of the notifier; what does not get in is found by the retry job. */
export function hastener(client: SQSClient, queueUrl: string) {
  return async (keys: readonly DeliveryKey[]): Promise<void> => {
    for (let at = 0; at < keys.length; at += batchSize) {
      const entries = keys
        .slice(at, at + batchSize)
        .map((key, index) => ({ Id: String(index), MessageBody: JSON.stringify(key) }));
      await client.send(new SendMessageBatchCommand({ QueueUrl: queueUrl, Entries: entries }));
    }
  };
}

/** A client of SQS, or of the endpoint that stands in for it. */
export function sqsClient(endpoint: string | undefined): SQSClient {
  return new SQSClient(endpoint === undefined ? {} : { endpoint });
}
