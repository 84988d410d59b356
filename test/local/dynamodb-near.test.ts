import {
  BatchGetItemCommand,
  ConditionalCheckFailedException,
  type DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  TransactionCanceledException,
  TransactWriteItemsCommand,
} from '@aws-sdk/client-dynamodb';
import { expect, it, onTestFinished } from 'vitest';
import { nearClient } from '../../infra/local/dynamodb-near.ts';
import { key, started } from './dynamodb-client.ts';

const item = {
  ...key('P1', 'HEAD'),
  text: { S: 'trẻ em ✓' },
  n: { N: '7' },
  body: { B: new Uint8Array([0, 1, 254, 255]) },
  // An attribute may be called as a type is.
  B: { S: 'AAEC' },
  BS: { BS: [new Uint8Array([7]), new Uint8Array([8, 9])] },
  list: { L: [{ B: Buffer.from('tờ khai') }, { M: { B: { BOOL: true }, none: { NULL: true } } }] },
  set: { SS: ['a', 'b'] },
};
const isNew = 'attribute_not_exists(pk)';

/** What an engine says to the same requests, by one client or another. */
async function conversation(client: DynamoDBClient) {
  const put = { TableName: 'cases', Item: item, ConditionExpression: isNew };
  const said = [await client.send(new PutItemCommand(put))];
  const again = await client.send(new PutItemCommand(put)).catch((failure) => failure);
  const both = { TransactItems: [{ Put: { TableName: 'cases', Item: key('P2') } }, { Put: put }] };
  const cancelled = await client
    .send(new TransactWriteItemsCommand(both))
    .catch((failure) => failure);
  const get = { TableName: 'cases', Key: key('P1', 'HEAD'), ConsistentRead: true };
  const read = await client.send(new GetItemCommand(get));
  const batch = await client.send(
    new BatchGetItemCommand({
      RequestItems: { cases: { Keys: [key('P1', 'HEAD'), key('none')] } },
    }),
  );
  const query = await client.send(
    new QueryCommand({
      TableName: 'cases',
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': { S: 'P1' } },
    }),
  );
  expect(again).toBeInstanceOf(ConditionalCheckFailedException);
  expect(cancelled).toBeInstanceOf(TransactionCanceledException);
  const reasons = (cancelled as TransactionCanceledException).CancellationReasons;
  const answers = [...said, read, batch, query].map(({ $metadata, ...rest }) => rest);
  return { answers, reasons, codes: [again.name, cancelled.name] };
}

it('says without the wire what it says over the wire, refusals included', async () => {
  const [near, far] = [await started(), await started()];
  const client = nearClient(near.engine);
  onTestFinished(() => client.destroy());
  expect(await conversation(client)).toEqual(await conversation(far.client));
});

it('gives every transaction a token, as the client of the wire does', async () => {
  const { engine } = await started();
  const said: string[] = [];
  const speak: typeof engine.speak = (target, body) => {
    said.push(JSON.stringify(body));
    return engine.speak(target, body);
  };
  const client = nearClient({ ...engine, speak });
  const write = { TransactItems: [{ Put: { TableName: 'cases', Item: key('P1') } }] };
  for (const ClientRequestToken of [undefined, 'mine', undefined])
    await client.send(
      new TransactWriteItemsCommand({
        ...write,
        ...(ClientRequestToken && { ClientRequestToken }),
      }),
    );
  const tokens = said.map((text) => String(JSON.parse(text).ClientRequestToken));
  expect(tokens[1]).toBe('mine');
  expect(tokens[0]).toMatch(/^[0-9a-f-]{36}$/);
  expect(new Set(tokens).size).toBe(3);
});

it('knows what comes next in an index, over all its partitions', async () => {
  const { engine, client } = await started();
  expect(engine.soonest('cases', 'due')).toBeUndefined();
  const due = (pk: string, province: string, at: string) => ({
    ...key(pk),
    duePk: { S: `D#${province}#0` },
    dueSk: { S: at },
  });
  for (const each of [
    due('A', '01', '2026-05'),
    due('B', '99', '2026-03'),
    due('C', '01', '2026-04'),
  ])
    await client.putItem({ TableName: 'cases', Item: each });
  expect(engine.soonest('cases', 'due')).toBe('2026-03');
  await client.putItem({ TableName: 'cases', Item: due('B', '99', '2026-06') });
  expect(engine.soonest('cases', 'due')).toBe('2026-04');
  await client.deleteItem({ TableName: 'cases', Key: key('C') });
  expect(engine.soonest('cases', 'due')).toBe('2026-05');
});
