import { Duration, type Stack } from 'aws-cdk-lib';
import { Queue, QueueEncryption, type QueueProps } from 'aws-cdk-lib/aws-sqs';

/** A queue encrypted at rest and on the way. */
export const queue = (stack: Stack, id: string, props: QueueProps = {}): Queue =>
  new Queue(stack, id, { encryption: QueueEncryption.SQS_MANAGED, enforceSSL: true, ...props });

/** Where what failed for good waits for a person, as long as SQS keeps anything. */
export const deadLetters = (stack: Stack, id: string): Queue =>
  queue(stack, id, { retentionPeriod: Duration.days(14) });
