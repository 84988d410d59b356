import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { Entry } from '#domain/attempt.ts';
import type { Held } from '#domain/calm.ts';
import { type Database, type Item, type Key, nameOf } from './database.ts';

/** A conditional write on one item of the `notices` table. */
export type Change = {
  readonly set: string;
  readonly when: string;
  readonly values: Values;
  readonly also?: Values;
};

type Values = Readonly<Record<string, string | number | Held | readonly Entry[]>>;

/** Changes an item if it is as it should be; answers it as it is then. */
export async function change(
  database: Database,
  key: Key,
  { set, when, values, also }: Change,
): Promise<Item | undefined> {
  const command = new UpdateCommand({
    TableName: nameOf(database, 'notices'),
    Key: key,
    UpdateExpression: `SET ${set}`,
    ConditionExpression: when,
    ExpressionAttributeValues: { ...values, ...also },
    ReturnValues: 'ALL_NEW',
  });
  try {
    return (await database.client.send(command)).Attributes as Item | undefined;
  } catch (failure) {
    if ((failure as Error).name === 'ConditionalCheckFailedException') return undefined;
    throw failure;
  }
}
