import { Duration, type Stack } from 'aws-cdk-lib';
import type { Function as Lambda } from 'aws-cdk-lib/aws-lambda';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { deadLetters, queue } from './queue.ts';

/** The way of a notice to the one door that talks to people. */
export type Notification = {
  readonly queue: Queue;
  readonly dead: Queue;
  readonly deliverTo: (notifier: Lambda) => void;
};

/** Six times what the notifier may take, so that no message comes back while it is being sent. */
const visibilityTimeout = Duration.minutes(3);

/** The queue of notices, and the one for those that failed five times. */
export function notification(stack: Stack): Notification {
  const dead = deadLetters(stack, 'NoticesDead');
  const notices = queue(stack, 'Notices', {
    visibilityTimeout,
    retentionPeriod: Duration.days(4),
    deadLetterQueue: { queue: dead, maxReceiveCount: 5 },
  });
  const source = new SqsEventSource(notices, {
    batchSize: 10,
    reportBatchItemFailures: true,
    maxConcurrency: 5,
  });
  return { queue: notices, dead, deliverTo: (notifier) => notifier.addEventSource(source) };
}
