import { GetItemCommand, QueryCommand, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DynamoDB, startDynamoDB } from '../../infra/local/dynamodb.ts';
import { nearClient } from '../../infra/local/dynamodb-near.ts';
import { tried } from '../support/breadth.ts';

let engine: DynamoDB;
let client: ReturnType<typeof nearClient>;
beforeAll(async () => {
  engine = await startDynamoDB({ now: () => 0 });
  client = nearClient(engine);
});
afterAll(() => engine.close());

const Key = { pk: { S: 'P' }, sk: { S: 'S' } };
const TableName = 'cases';

const set = (value: object, more: object = {}) =>
  client.send(
    new UpdateItemCommand({
      ...{ TableName, Key, UpdateExpression: 'SET kept = :value' },
      ExpressionAttributeValues: { ':value': value as { readonly S: string } },
      ...more,
    }),
  );
const kept = async () => (await client.send(new GetItemCommand({ TableName, Key }))).Item?.['kept'];

const anyValue = fc.oneof(
  fc.string({ minLength: 1 }).map((S) => ({ S })),
  fc.integer().map((N) => ({ N: String(N) })),
  fc.boolean().map((BOOL) => ({ BOOL })),
  fc
    .array(
      fc.string({ minLength: 1 }).map((S) => ({ S })),
      { maxLength: 3 },
    )
    .map((L) => ({ L })),
);

describe('an expression that was read before', () => {
  it('means its values of now', async () => {
    await fc.assert(
      fc.asyncProperty(anyValue, async (value) => {
        await set(value);
        expect(await kept()).toEqual(value);
      }),
      { numRuns: tried(120) },
    );
  });

  it('holds under its values of now', async () => {
    await set({ N: '5' });
    const below = (limit: string) =>
      set(
        { N: '5' },
        {
          ConditionExpression: 'kept < :limit',
          ExpressionAttributeValues: { ':value': { N: '5' }, ':limit': { N: limit } },
        },
      );
    await below('6');
    await expect(below('5')).rejects.toThrow('The conditional request failed');
    await below('7');
  });

  it('is refused for what is wrong this time', async () => {
    await set({ S: 'a' });
    const unused = { ':value': { S: 'a' }, ':more': { S: 'b' } };
    await expect(set({}, { ExpressionAttributeValues: unused })).rejects.toThrow('unused');
    const renamed = { ':other': { S: 'a' } };
    await expect(set({}, { ExpressionAttributeValues: renamed })).rejects.toThrow('not defined');
    await set({ S: 'c' });
    expect(await kept()).toEqual({ S: 'c' });
  });

  it('compares its bounds each time', async () => {
    const within = (from: string, to: string) =>
      client.send(
        new QueryCommand({
          ...{ TableName, KeyConditionExpression: 'pk = :pk AND sk BETWEEN :from AND :to' },
          ExpressionAttributeValues: { ':pk': { S: 'P' }, ':from': { S: from }, ':to': { S: to } },
        }),
      );
    expect((await within('A', 'Z')).Count).toBe(1);
    await expect(within('Z', 'A')).rejects.toThrow('BETWEEN');
  });

  it('gives no two items one value', async () => {
    await set({ L: [{ S: 'a' }] });
    const before = await kept();
    await set({ L: [{ S: 'b' }] });
    expect(before).toEqual({ L: [{ S: 'a' }] });
  });
});
