import { DynamoDB } from '@aws-sdk/client-dynamodb';
import { onTestFinished } from 'vitest';
import { type DynamoDBOptions, startDynamoDB } from '../../infra/local/dynamodb.ts';

/** The real SDK against an endpoint; each call is tried once, so that a test sees every error. */
export function clientOf(endpoint: string): DynamoDB {
  const client = new DynamoDB({
    endpoint,
    region: 'local',
    credentials: { accessKeyId: 'any', secretAccessKey: 'any' },
    maxAttempts: 1,
  });
  onTestFinished(() => client.destroy());
  return client;
}

/** An engine with a clock of its own and a client, both gone when the test is over. */
export async function started(options: Partial<DynamoDBOptions> = {}) {
  const clock = { now: Date.UTC(2026, 0, 5) };
  const engine = await startDynamoDB({ now: () => clock.now, ...options });
  let isOpen = true;
  const close = async () => {
    if (isOpen) await engine.close();
    isOpen = false;
  };
  onTestFinished(close);
  return { engine, clock, close, client: clientOf(engine.endpoint) };
}

/** The key of an item, both parts strings. */
export function key(pk: string, sk = 'HEAD') {
  return { pk: { S: pk }, sk: { S: sk } };
}
