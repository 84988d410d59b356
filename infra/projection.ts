import { Duration, type Stack } from 'aws-cdk-lib';
import type { ITable, TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import {
  FilterCriteria,
  FilterRule,
  type Function as Lambda,
  StartingPosition,
} from 'aws-cdk-lib/aws-lambda';
import { DynamoEventSource, SqsDlq } from 'aws-cdk-lib/aws-lambda-event-sources';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { prefixes } from '#store/table.ts';
import { deadLetters } from './queue.ts';

/** What the event source filters on: only new events of a case reach the projector. */
const newEvents = FilterCriteria.filter({
  eventName: FilterRule.isEqual('INSERT'),
  dynamodb: { Keys: { sk: { S: FilterRule.beginsWith(prefixes.event) } } },
});

/**
 * The stream of `cases` into the projector. Answers where batches end that failed five times.
 *
 * A bad record is cut out by halves and leaves the shard; its case is caught up by the nightly job,
 * unless a later event did so. What made it fail is for a person to find: the queue has an alarm.
 */
export function projection(
  stack: Stack,
  { cases, projector }: { cases: TableV2; projector: Lambda },
): Queue {
  const parked = deadLetters(stack, 'ParkedEvents');
  projector.addEventSource(
    // The CDK's own classes do not meet its interfaces under exactOptionalPropertyTypes.
    new DynamoEventSource(cases as ITable, {
      startingPosition: StartingPosition.TRIM_HORIZON,
      filters: [newEvents],
      batchSize: 100,
      reportBatchItemFailures: true,
      bisectBatchOnError: true,
      retryAttempts: 5,
      maxRecordAge: Duration.hours(24),
      onFailure: new SqsDlq(parked),
    }),
  );
  return parked;
}
