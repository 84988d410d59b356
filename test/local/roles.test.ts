import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import { SendMessageCommand, type SQSClient } from '@aws-sdk/client-sqs';
import { GetCommand, TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type NearClients, openStage } from '#runtime/world.ts';
import type { Door } from '../../infra/bundle.ts';
import { behind, denial, grants, wishesOf } from '../../infra/local/roles.ts';
import type { Sandbox } from '../../infra/local/sandbox.ts';
import { startSandbox } from '../support/http.ts';

const S = (text: string) => ({ S: text });
const question = (TableName: string, pk: string, IndexName?: string) => ({
  TableName,
  ...(IndexName && { IndexName }),
  KeyConditionExpression: IndexName ? '#p = :p AND begins_with(sk, :s)' : 'pk = :p',
  ExpressionAttributeNames: { '#p': IndexName === 'due' ? 'duePk' : 'listPk' },
  ExpressionAttributeValues: { ':p': S(pk), ':s': S('x') },
});
const get = (TableName: string, pk: string) => ({ TableName, Key: { pk: S(pk), sk: S('x') } });
const put = (TableName: string, pk: string) => ({ TableName, Item: { pk: S(pk), sk: S('x') } });
const batch = (table: string, ...of: readonly string[]) => ({
  RequestItems: { [table]: { Keys: of.map((pk) => get(table, pk).Key) } },
});

const allows = (door: Door, command: string, input: object) =>
  wishesOf(`${command}Command`, input).every((wish) => grants(door, wish));

type Row = readonly [Door, string, object, boolean];

describe('what a role grants', () => {
  it.each<Row>([
    ['feeds', 'GetItem', get('directory', 'U#91'), true],
    ['feeds', 'GetItem', get('directory', 'R'), false],
    ['feeds', 'GetItem', get('notices', 'B#x'), false],
    ['feeds', 'BatchGetItem', batch('cases', 'C#1', 'C#2'), true],
    ['feeds', 'BatchGetItem', batch('cases', 'C#1', 'K#CASE'), false],
    ['statistics', 'Query', question('stats', 'RELEASE'), true],
    ['statistics', 'Query', question('stats', 'DIGEST'), false],
    ['sweeper', 'Query', question('cases', 'D#91#0', 'due'), true],
    ['sweeper', 'Query', question('cases', 'W#91', 'worklist'), false],
    ['sweeper', 'Query', question('cases', 'C#1'), false],
    ['api', 'GetItem', get('audit', 'W#app#officer'), true],
    ['api', 'GetItem', get('audit', 'W#app'), false],
    ['api', 'PutItem', put('audit', 'C#1'), true],
    ['api', 'UpdateItem', get('notices', 'B#x'), false],
    ['administration', 'UpdateItem', get('notices', 'B#x'), true],
    ['administration', 'UpdateItem', get('notices', 'C#x'), false],
    ['api', 'DeleteItem', get('cases', 'C#1'), false],
    ['api', 'TransactWriteItems', { TransactItems: [{ Put: put('cases', 'C#1') }] }, true],
    ['api', 'TransactWriteItems', { TransactItems: [{ Update: get('cases', 'C#1') }] }, false],
    [
      'api',
      'TransactWriteItems',
      { TransactItems: [{ Put: put('cases', 'C#1') }, { ConditionCheck: get('cases', 'C#2') }] },
      false,
    ],
    [
      'statistics',
      'TransactWriteItems',
      { TransactItems: [{ Put: put('directory', 'L#app') }, { Put: put('directory', 'A#app') }] },
      false,
    ],
    ['projector', 'SendMessageBatch', {}, true],
    ['sweeper', 'SendMessage', {}, false],
    ['notifier', 'SendEmail', {}, true],
    ['jobs', 'SendEmail', {}, false],
  ])('%s: %s %j is %s', (door, command, input, isGranted) => {
    expect(allows(door, command, input)).toBe(isGranted);
  });

  it('takes a request whose partition it cannot read for one that is within none', () => {
    expect(grants('statistics', { action: 'Query', table: 'stats', partitions: [] })).toBe(false);
  });

  it('says what is missing, and no value', () => {
    const [wish] = wishesOf('QueryCommand', question('cases', 'W#91001', 'worklist'));
    expect(wish && denial('sweeper', wish).message).toBe(
      'The role of sweeper does not grant Query on cases/index/worklist',
    );
  });
});

describe.each([true, false])('a sandbox whose services are near: %s', (near) => {
  let sandbox: Sandbox;
  let queue: SQSClient;
  let tables: DynamoDBClient;
  const told: unknown[] = [];
  beforeAll(async () => {
    const meddle = (clients: NearClients) => {
      queue = clients.queue;
      tables = clients.tables;
    };
    sandbox = await startSandbox({ near, meddle, onFault: (fault) => void told.push(fault) });
  });
  afterAll(() => sandbox.close());

  const denied = expect.objectContaining({ name: 'AccessDeniedException' });
  const read = (pk: string) =>
    openStage().database.client.send(
      new GetCommand({ TableName: 'directory', Key: { pk, sk: 'UNIT' } }),
    );

  it('refuses a door what its role does not grant, and tells of it', async () => {
    told.length = 0;
    await expect(behind('feeds', read)('R')).rejects.toEqual(denied);
    await expect.poll(() => told).toEqual([denied]);
  });

  it('lets a door do what its role grants, and who stands behind no door do anything', async () => {
    told.length = 0;
    expect((await behind('feeds', read)('U#VN')).Item).toBeDefined();
    expect((await read('R')).Item).toBeUndefined();
    expect(told).toEqual([]);
  });

  it('writes nothing of a transaction of which one part is refused', async () => {
    const at = (pk: string) => ({ TableName: 'directory', Item: { pk, sk: 'UNIT' } });
    const TransactItems = [{ Put: at('L#an-app') }, { Put: at('A#an-app') }];
    const write = () =>
      openStage().database.client.send(new TransactWriteCommand({ TransactItems }));
    await expect(behind('statistics', write)()).rejects.toEqual(denied);
    expect((await read('L#an-app')).Item).toBeUndefined();
  });

  it('guards the queue and plain commands too', async () => {
    const QueueUrl = process.env['NOTICE_QUEUE_URL'];
    const send = () => queue.send(new SendMessageCommand({ QueueUrl, MessageBody: '{}' }));
    await expect(behind('sweeper', send)()).rejects.toEqual(denied);
    const write = () => tables.send(new PutItemCommand(put('stats', 'RELEASE')));
    await expect(behind('statistics', write)()).rejects.toEqual(denied);
  });
});
