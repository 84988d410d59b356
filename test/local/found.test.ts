import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type DynamoDB, startDynamoDB } from '../../infra/local/dynamodb.ts';

let engine: DynamoDB;

beforeAll(async () => {
  engine = await startDynamoDB({ now: Date.now, prefix: 'stage-' });
});
afterAll(() => engine.close());

const run = promisify(execFile);
const script = new URL('../../infra/local/found.ts', import.meta.url).pathname;

async function found(...given: string[]): Promise<{ code: number; said: string }> {
  const env = {
    ...process.env,
    TABLE_PREFIX: 'stage-',
    DYNAMODB_ENDPOINT: engine.endpoint,
    AWS_REGION: 'ap-southeast-1',
    AWS_ACCESS_KEY_ID: 'test',
    AWS_SECRET_ACCESS_KEY: 'test',
  };
  return run(process.execPath, [script, ...given], { env }).then(
    ({ stdout }) => ({ code: 0, said: stdout }),
    ({ code, stderr }) => ({ code, said: stderr }),
  );
}

const first = ['--officer', 'sub-1', '--app', 'app-1', '--email', 'first@test.invalid'];

it('appoints the first administrator of a stage, once', async () => {
  expect(await found(...first)).toEqual({
    code: 0,
    said: 'The first administrator is appointed.\n',
  });
  const again = await found('--officer', 'sub-2', '--app', 'app-1', '--email', 'x@test.invalid');
  expect(again).toMatchObject({ code: 1, said: expect.stringContaining('already') });
});

it('says how it is used when something is missing', async () => {
  const wrong = await found('--officer', 'sub-1');
  expect(wrong).toMatchObject({ code: 1, said: expect.stringContaining('--email ADDRESS') });
});
