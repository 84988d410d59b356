import type { TransactWriteItem, TransactWriteItemsInput } from '@aws-sdk/client-dynamodb';
import { describe, expect, it } from 'vitest';
import { clientOf, key, started } from './dynamodb-client.ts';

const TableName = 'cases';

function put(pk: string, attributes = {}): TransactWriteItem {
  return { Put: { TableName, Item: { ...key(pk), ...attributes } } };
}

function putNew(pk: string, more = {}): TransactWriteItem {
  const ConditionExpression = 'attribute_not_exists(pk)';
  return { Put: { TableName, Item: key(pk), ConditionExpression, ...more } };
}

function increment(pk: string, seq: number) {
  return {
    TableName,
    Key: key(pk),
    UpdateExpression: 'SET seq = :next',
    ConditionExpression: 'seq = :seq',
    ExpressionAttributeValues: { ':seq': { N: `${seq}` }, ':next': { N: `${seq + 1}` } },
  };
}

describe('a condition', () => {
  it('that fails leaves the item and gives its image when asked', async () => {
    const { client } = await started();
    const stored = { ...key('a'), seq: { N: '4' } };
    await client.putItem({ TableName, Item: stored });
    await expect(
      client.updateItem({
        ...increment('a', 3),
        ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
      }),
    ).rejects.toMatchObject({ name: 'ConditionalCheckFailedException', Item: stored });
    await expect(client.updateItem(increment('a', 3))).rejects.not.toHaveProperty('Item.seq');
    const { Item } = await client.getItem({ TableName, Key: key('a') });
    expect(Item).toEqual(stored);
  });

  it('guards a put and a deletion alike', async () => {
    const { client } = await started();
    await client.putItem({ TableName, Item: key('a') });
    const old = { ReturnValuesOnConditionCheckFailure: 'ALL_OLD' } as const;
    const refused = { name: 'ConditionalCheckFailedException', Item: key('a') };
    const ConditionExpression = 'attribute_not_exists(pk)';
    await expect(
      client.putItem({ TableName, Item: key('a'), ConditionExpression, ...old }),
    ).rejects.toMatchObject(refused);
    await expect(
      client.deleteItem({ TableName, Key: key('a'), ConditionExpression, ...old }),
    ).rejects.toMatchObject(refused);
  });

  it('lets exactly one of fifty racers through, round after round', async () => {
    const { client } = await started();
    await client.putItem({ TableName, Item: { ...key('a'), seq: { N: '0' } } });
    for (const seq of [0, 1, 2]) {
      const racers = Array.from({ length: 50 }, () => client.updateItem(increment('a', seq)));
      const ends = await Promise.allSettled(racers);
      expect(ends.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    }
    const { Item } = await client.getItem({ TableName, Key: key('a') });
    expect(Item?.['seq']).toEqual({ N: '3' });
  });
});

describe('a transaction', () => {
  it('writes to several tables at once', async () => {
    const { client } = await started();
    await client.putItem({ TableName, Item: { ...key('a'), seq: { N: '1' } } });
    await client.putItem({ TableName, Item: key('gone') });
    await client.transactWriteItems({
      TransactItems: [
        { Update: increment('a', 1) },
        { Put: { TableName: 'notices', Item: key('n') } },
        { Delete: { TableName, Key: key('gone') } },
        {
          ConditionCheck: {
            TableName: 'directory',
            Key: key('d'),
            ConditionExpression: 'attribute_not_exists(pk)',
          },
        },
      ],
    });
    const { Responses } = await client.transactGetItems({
      TransactItems: [
        { Get: { TableName, Key: key('a') } },
        { Get: { TableName: 'notices', Key: key('n') } },
        { Get: { TableName, Key: key('gone') } },
      ],
    });
    expect(Responses?.map(({ Item }) => Item)).toEqual([
      { ...key('a'), seq: { N: '2' } },
      key('n'),
      undefined,
    ]);
  });

  it('is cancelled whole, with a reason for each action in order', async () => {
    const { client } = await started();
    await client.putItem({ TableName, Item: key('b') });
    const answer = client.transactWriteItems({
      TransactItems: [
        put('a'),
        putNew('b', { ReturnValuesOnConditionCheckFailure: 'ALL_OLD' }),
        putNew('c'),
        { Update: increment('d', 1) },
      ],
    });
    await expect(answer).rejects.toMatchObject({
      name: 'TransactionCanceledException',
      message: expect.stringContaining('[None, ConditionalCheckFailed, None, Conditional'),
      CancellationReasons: [
        { Code: 'None' },
        { Code: 'ConditionalCheckFailed', Item: key('b') },
        { Code: 'None' },
        { Code: 'ConditionalCheckFailed' },
      ],
    });
    const { Items } = await client.scan({ TableName });
    expect(Items).toEqual([key('b')]);
  });

  it('names an operand of the wrong type as a reason', async () => {
    const { client } = await started();
    await client.putItem({ TableName, Item: { ...key('a'), seq: { S: 'text' } } });
    const Update = {
      TableName,
      Key: key('a'),
      UpdateExpression: 'ADD seq :one',
      ExpressionAttributeValues: { ':one': { N: '1' } },
    };
    await expect(
      client.transactWriteItems({ TransactItems: [put('b'), { Update }] }),
    ).rejects.toMatchObject({
      CancellationReasons: [{ Code: 'None' }, { Code: 'ValidationError' }],
    });
  });

  const refused: [string, TransactWriteItem[]][] = [
    ['two actions on one item', [put('a'), { Delete: { TableName, Key: key('a') } }]],
    ['more than a hundred actions', Array.from({ length: 101 }, (_, n) => put(`p${n}`))],
    [
      'more than 4 MB',
      Array.from({ length: 11 }, (_, n) => put(`p${n}`, { b: { S: 'x'.repeat(400_000) } })),
    ],
    ['an action of two kinds', [{ ...put('a'), Delete: { TableName, Key: key('b') } }]],
    ['no action', []],
  ];
  it.each(refused)('is refused with %s', async (_what, TransactItems) => {
    const { client } = await started();
    await expect(client.transactWriteItems({ TransactItems })).rejects.toMatchObject({
      name: 'ValidationException',
    });
    expect((await client.scan({ TableName })).Count).toBe(0);
  });

  it('takes a hundred actions', async () => {
    const { client } = await started();
    const TransactItems = Array.from({ length: 100 }, (_, n) => put(`p${n}`));
    await client.transactWriteItems({ TransactItems });
    expect((await client.scan({ TableName })).Count).toBe(100);
  });

  it('on a table nobody made is refused', async () => {
    const { client } = await started();
    const Put = { TableName: 'unmade', Item: key('a') };
    await expect(client.transactWriteItems({ TransactItems: [{ Put }] })).rejects.toMatchObject({
      name: 'ResourceNotFoundException',
    });
  });
});

describe('a client token', () => {
  const counted = (by: string): TransactWriteItemsInput => ({
    ClientRequestToken: 'token-1',
    ReturnConsumedCapacity: 'TOTAL',
    TransactItems: [
      {
        Update: {
          TableName,
          Key: key('a'),
          UpdateExpression: 'ADD seq :by',
          ExpressionAttributeValues: { ':by': { N: by } },
        },
      },
    ],
  });

  it('makes a repeated transaction one effect, charged as a read', async () => {
    const { client } = await started();
    const first = await client.transactWriteItems(counted('1'));
    const again = await client.transactWriteItems({
      ...counted('1'),
      ReturnConsumedCapacity: 'INDEXES',
    });
    expect(first.ConsumedCapacity).toMatchObject([{ CapacityUnits: 2 }]);
    expect(again.ConsumedCapacity).toMatchObject([{ CapacityUnits: 2 }]);
    const { Item } = await client.getItem({ TableName, Key: key('a') });
    expect(Item?.['seq']).toEqual({ N: '1' });
  });

  it('refuses another content, and is forgotten after ten minutes', async () => {
    const { client, clock } = await started();
    await client.transactWriteItems(counted('1'));
    clock.now += 10 * 60_000 - 1;
    await expect(client.transactWriteItems(counted('2'))).rejects.toMatchObject({
      name: 'IdempotentParameterMismatchException',
    });
    clock.now += 1;
    await client.transactWriteItems(counted('2'));
    const { Item } = await client.getItem({ TableName, Key: key('a') });
    expect(Item?.['seq']).toEqual({ N: '3' });
  });

  it('of a cancelled transaction may be used again', async () => {
    const { client } = await started();
    const request = { ClientRequestToken: 't', TransactItems: [putNew('a')] };
    await client.putItem({ TableName, Item: key('a') });
    await expect(client.transactWriteItems(request)).rejects.toThrow('cancelled');
    await client.deleteItem({ TableName, Key: key('a') });
    await client.transactWriteItems(request);
    expect((await client.scan({ TableName })).Count).toBe(1);
  });
});

describe('the change feed', () => {
  it('tells keys and kind of each change, a transaction under one number', async () => {
    const { client, engine, clock } = await started();
    let calls = 0;
    engine.feed.onAppend(() => {
      calls += 1;
    });
    await client.transactWriteItems({ TransactItems: [put('a'), put('b')] });
    await client.putItem({ TableName, Item: { ...key('a'), secret: { S: 'x' } } });
    await client.deleteItem({ TableName, Key: key('a') });
    const at = clock.now;
    expect(engine.feed.read(0, 10)).toEqual([
      { offset: 1, commit: 1, table: 'cases', eventName: 'INSERT', Keys: key('a'), at },
      { offset: 2, commit: 1, table: 'cases', eventName: 'INSERT', Keys: key('b'), at },
      { offset: 3, commit: 2, table: 'cases', eventName: 'MODIFY', Keys: key('a'), at },
      { offset: 4, commit: 3, table: 'cases', eventName: 'REMOVE', Keys: key('a'), at },
    ]);
    expect(engine.feed.read(1, 2).map(({ offset }) => offset)).toEqual([2, 3]);
    expect(calls).toBe(3);
  });

  it('is silent about writes that change nothing and tables that do not stream', async () => {
    const { client, engine } = await started();
    const Item = { ...key('a'), tags: { SS: ['x', 'y'] }, seq: { N: '1' } };
    await client.putItem({ TableName, Item });
    await client.putItem({ TableName, Item: { ...Item, tags: { SS: ['y', 'x'] } } });
    await client.updateItem({
      TableName,
      Key: key('a'),
      UpdateExpression: 'SET seq = :one',
      ExpressionAttributeValues: { ':one': { N: '1.0' } },
    });
    await client.deleteItem({ TableName, Key: key('never') });
    await client.putItem({ TableName: 'audit', Item: key('a') });
    expect(engine.feed.read(0, 10)).toHaveLength(1);
  });
});

describe('expiry', () => {
  it('deletes what is past its second, only when told, and the feed says so', async () => {
    const { client, engine } = await started();
    const expiresOn = (second: number) => ({ expiresOn: { N: `${second}` } });
    await client.putItem({ TableName, Item: { ...key('old'), ...expiresOn(99) } });
    await client.putItem({ TableName, Item: { ...key('renewed'), ...expiresOn(99) } });
    await client.putItem({ TableName, Item: { ...key('renewed'), ...expiresOn(100) } });
    await client.putItem({ TableName, Item: key('endless') });
    expect((await client.scan({ TableName })).Count).toBe(3);
    expect(await engine.expire(100)).toBe(1);
    const { Items = [] } = await client.scan({ TableName });
    expect(Items.map(({ pk }) => pk?.S).sort()).toEqual(['endless', 'renewed']);
    expect(engine.feed.read(4, 10)).toMatchObject([{ eventName: 'REMOVE', Keys: key('old') }]);
  });
});

describe('an index', () => {
  const IndexName = 'due';
  const due = (at: string) => ({ duePk: { S: 'D' }, dueSk: { S: at } });
  const asked = {
    TableName,
    IndexName,
    KeyConditionExpression: 'duePk = :d AND dueSk <= :now',
    ExpressionAttributeValues: { ':d': { S: 'D' }, ':now': { S: '07' } },
  };

  it('holds only items with its keys, in order, page by page, both ways', async () => {
    const { client } = await started();
    const all = ['03', '01', '09', '07', '05'];
    for (const at of all) await client.putItem({ TableName, Item: { ...key(at), ...due(at) } });
    await client.putItem({ TableName, Item: key('not due') });
    const first = await client.query({ ...asked, Limit: 2 });
    const ExclusiveStartKey = first.LastEvaluatedKey;
    const rest = await client.query({ ...asked, ExclusiveStartKey });
    const back = await client.query({ ...asked, ScanIndexForward: false, Limit: 3 });
    const places = [first, rest, back].map((page) => page.Items?.map(({ sk: _, pk }) => pk?.S));
    expect(places).toEqual([
      ['01', '03'],
      ['05', '07'],
      ['07', '05', '03'],
    ]);
  });

  it('carries its own attributes only, and lets go of an item whose key is removed', async () => {
    const { client } = await started();
    await client.putItem({ TableName, Item: { ...key('a'), ...due('01'), body: { S: 'x' } } });
    expect((await client.query(asked)).Items).toEqual([{ ...key('a'), ...due('01') }]);
    await client.updateItem({ TableName, Key: key('a'), UpdateExpression: 'REMOVE duePk' });
    expect((await client.query(asked)).Items).toEqual([]);
  });

  it('stays in order over many chunks of keys', async () => {
    const { client } = await started();
    const number = (n: number) => String((n * 7919) % 3000).padStart(4, '0');
    for (let n = 0; n < 3000; n += 100) {
      const TransactItems = Array.from({ length: 100 }, (_, i) => ({
        Put: { TableName: 'audit', Item: key('p', number(n + i)) },
      }));
      await client.transactWriteItems({ TransactItems });
    }
    const { Items = [] } = await client.query({
      TableName: 'audit',
      KeyConditionExpression: 'pk = :p',
      ExpressionAttributeValues: { ':p': { S: 'p' } },
    });
    const found = Items.map(({ sk }) => sk?.S);
    expect(found).toHaveLength(3000);
    expect(found).toEqual(found.toSorted());
  });
});

describe('capacity', () => {
  const ReturnConsumedCapacity = 'INDEXES';
  const listed = { listPk: { S: 'L' }, listSk: { S: '1' }, duePk: { S: 'D' }, dueSk: { S: '1' } };

  it('of a transaction doubles the table and not its indexes', async () => {
    const { client } = await started();
    const { ConsumedCapacity } = await client.transactWriteItems({
      ReturnConsumedCapacity,
      TransactItems: [
        put('a', { ...listed, body: { S: 'x'.repeat(1500) } }),
        { Put: { TableName: 'audit', Item: key('a') } },
      ],
    });
    expect(ConsumedCapacity).toMatchObject([
      {
        TableName,
        CapacityUnits: 6,
        Table: { CapacityUnits: 4 },
        GlobalSecondaryIndexes: { due: { CapacityUnits: 1 }, worklist: { CapacityUnits: 1 } },
      },
      { TableName: 'audit', CapacityUnits: 2 },
    ]);
  });

  it('of a query rounds the sum, of a batch rounds each item', async () => {
    const { client } = await started();
    const keys = Array.from({ length: 25 }, (_, n) => key('p', `${n}`));
    for (const Item of keys) await client.putItem({ TableName, Item });
    const walked = await client.query({
      TableName,
      KeyConditionExpression: 'pk = :p',
      ExpressionAttributeValues: { ':p': { S: 'p' } },
      ReturnConsumedCapacity,
    });
    const fetched = await client.batchGetItem({
      RequestItems: { [TableName]: { Keys: keys } },
      ReturnConsumedCapacity,
    });
    expect(walked.ConsumedCapacity?.CapacityUnits).toBe(0.5);
    expect(fetched.ConsumedCapacity?.[0]?.CapacityUnits).toBe(12.5);
  });

  it('is totalled by operation and table, refused writes included', async () => {
    const { client, engine } = await started();
    await client.putItem({ TableName, Item: { ...key('a'), ...listed } });
    await client.getItem({ TableName, Key: key('a'), ConsistentRead: true });
    await expect(
      client.transactWriteItems({ TransactItems: [putNew('a'), put('b')] }),
    ).rejects.toThrow();
    expect(engine.capacity.totals()).toEqual({
      PutItem: { [TableName]: { calls: 1, readUnits: 0, writeUnits: 3 } },
      GetItem: { [TableName]: { calls: 1, readUnits: 1, writeUnits: 0 } },
      TransactWriteItems: { [TableName]: { calls: 1, readUnits: 0, writeUnits: 4 } },
    });
    engine.capacity.reset();
    expect(engine.capacity.totals()).toEqual({});
  });

  it('is told of the hottest partition in its hottest second, what was refused left out', async () => {
    const { client, engine, clock } = await started();
    const due = (at: string) => ({ duePk: { S: 'D' }, dueSk: { S: at } });
    await client.putItem({ TableName, Item: { ...key('a'), ...due('1') } });
    await client.putItem({ TableName, Item: { ...key('a'), ...due('2') } });
    clock.now += 1_000;
    await client.putItem({ TableName, Item: { ...key('b'), ...due('1') } });
    await client.putItem({
      TableName,
      Item: { ...key('b'), duePk: { S: 'E' }, dueSk: { S: '1' } },
    });
    await expect(
      client.transactWriteItems({ TransactItems: [putNew('a'), putNew('b')] }),
    ).rejects.toThrow();
    expect(engine.capacity.peaks()).toEqual({
      [TableName]: { partition: key('a').pk.S, units: 2 },
      [`${TableName}.due`]: { partition: 'D', units: 3 },
    });
    engine.capacity.reset();
    expect(engine.capacity.peaks()).toEqual({});
  });
});

describe('the wire', () => {
  it('refuses a word it does not speak', async () => {
    const { client } = await started();
    await expect(client.listTables({})).rejects.toMatchObject({
      name: 'UnknownOperationException',
      message: expect.stringContaining('ListTables'),
    });
  });

  it('refuses an item over 400 KB, counted in bytes', async () => {
    const { client } = await started();
    const Item = { ...key('a'), body: { S: 'ế'.repeat(140_000) } };
    await expect(client.putItem({ TableName, Item })).rejects.toMatchObject({
      name: 'ValidationException',
    });
  });

  it('takes and gives batches, and puts a prefix before its tables', async () => {
    const { client } = await started({ prefix: 'dev-' });
    const Items = [key('a'), key('b')];
    await client.batchWriteItem({
      RequestItems: { 'dev-cases': Items.map((Item) => ({ PutRequest: { Item } })) },
    });
    const { Responses } = await client.batchGetItem({
      RequestItems: { 'dev-cases': { Keys: [key('c'), key('b'), key('a')] } },
    });
    expect(Responses?.['dev-cases']).toEqual(Items);
  });

  it('lets a client make a table of its own', async () => {
    const { client } = await started();
    const definition = {
      TableName: 'contract',
      BillingMode: 'PAY_PER_REQUEST',
      KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
      AttributeDefinitions: [{ AttributeName: 'id', AttributeType: 'N' }],
    } as const;
    const made = () =>
      client.createTable({
        ...definition,
        KeySchema: [...definition.KeySchema],
        AttributeDefinitions: [...definition.AttributeDefinitions],
      });
    await made();
    await client.putItem({ TableName: 'contract', Item: { id: { N: '1' } } });
    const { Table } = await client.describeTable({ TableName: 'contract' });
    expect(Table?.TableStatus).toBe('ACTIVE');
    expect((await client.scan({ TableName: 'contract' })).Items).toEqual([{ id: { N: '1' } }]);
    await expect(made()).rejects.toMatchObject({ name: 'ResourceInUseException' });
  });

  it('is gone once closed', async () => {
    const { engine, close } = await started();
    await close();
    await expect(clientOf(engine.endpoint).scan({ TableName })).rejects.toThrow('ECONNREFUSED');
  });
});
