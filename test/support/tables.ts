import {
  CreateTableCommand,
  type DynamoDBClient,
  waitUntilTableExists,
} from '@aws-sdk/client-dynamodb';
import { type IndexShape, type TableShape, tables } from '#store/table.ts';

/** Creates the tables on any endpoint that speaks DynamoDB, under a prefix of their own. */
export async function createTables(client: DynamoDBClient, prefix: string): Promise<void> {
  const shapes: readonly TableShape[] = Object.values(tables);
  for (const shape of shapes) await client.send(new CreateTableCommand(definition(shape, prefix)));
  for (const { name } of shapes)
    await waitUntilTableExists({ client, maxWaitTime: 120 }, { TableName: prefix + name });
}

function definition({ name, indexes }: TableShape, prefix: string) {
  const attributes = ['pk', 'sk', ...indexes.flatMap(({ partition, sort }) => [partition, sort])];
  return {
    TableName: prefix + name,
    BillingMode: 'PAY_PER_REQUEST' as const,
    KeySchema: keySchema('pk', 'sk'),
    AttributeDefinitions: attributes.map((AttributeName) => ({
      AttributeName,
      AttributeType: 'S' as const,
    })),
    ...(indexes.length > 0 && { GlobalSecondaryIndexes: indexes.map(secondary) }),
  };
}

function secondary({ name, partition, sort, carries }: IndexShape) {
  const Projection =
    carries.length === 0
      ? { ProjectionType: 'KEYS_ONLY' as const }
      : { ProjectionType: 'INCLUDE' as const, NonKeyAttributes: [...carries] };
  return { IndexName: name, KeySchema: keySchema(partition, sort), Projection };
}

function keySchema(partition: string, sort: string) {
  return [
    { AttributeName: partition, KeyType: 'HASH' as const },
    { AttributeName: sort, KeyType: 'RANGE' as const },
  ];
}
