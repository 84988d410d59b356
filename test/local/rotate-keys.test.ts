import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { describe, expect, it } from 'vitest';
import { readEnvironment } from '#runtime/environment.ts';
import { openSealing } from '#runtime/sealing.ts';
import { openLedger } from '#store/cases.ts';
import { openDatabase } from '#store/database.ts';
import { startDynamoDB } from '../../infra/local/dynamodb.ts';
import { officer, report, startSandbox } from '../support/http.ts';

const command = new URL('../../infra/local/rotate-keys.ts', import.meta.url).pathname;

const run = (...options: readonly string[]) =>
  spawnSync(process.execPath, [command, ...options], { encoding: 'utf8' });

/** The identity of the child of a case that is kept in a directory. */
async function identityIn(dir: string, id: string) {
  const engine = await startDynamoDB({ dir, now: () => 0 });
  const credentials = { accessKeyId: 'test', secretAccessKey: 'test' };
  const at = { endpoint: engine.endpoint, region: 'ap-southeast-1', credentials };
  const client = new DynamoDBClient(at);
  const ledger = openLedger(openDatabase(client, { prefix: '', pause: async () => undefined }));
  const state = (await ledger.head(id))?.state;
  if (state === undefined) throw new Error('The case is missing');
  const [paper] = await ledger.papers(state, [{ kind: 'IDENTITY', version: 1 }]);
  const wrapped = (await ledger.incidents([state.incident])).get(state.incident)?.keys[id];
  if (paper === undefined || wrapped === undefined)
    throw new Error('The paper or its key is missing');
  const file = { SEALING_KEY_FILE: join(dir, 'sealing.key') };
  const plain = openSealing({ ...readEnvironment(), ...file }).open({
    subject: id,
    wrapped,
    paper,
  });
  await plain.catch(() => undefined);
  client.destroy();
  await engine.close();
  return plain;
}

describe('the command that changes the master key', () => {
  it('gives a sandbox kept in a directory another one, under which everything opens', async () => {
    const dir = mkdtempSync(join(tmpdir(), 'rotated-'));
    const sandbox = await startSandbox({ dir });
    const worker = await officer(sandbox.origin, 'COMMUNE_WORKER', '99001');
    const { id } = await worker.does('receiveReport', report('99001', '2026-01-05T07:30:00+07:00'));
    await sandbox.close();
    const former = readFileSync(join(dir, 'sealing.key'));
    const { status, stdout } = run('--data', dir);
    expect(stdout).toContain('1 incidents, 2 keys, 128 bytes of keys, in 2 walks');
    expect(status).toBe(0);
    const newest = readFileSync(join(dir, 'sealing.key'));
    expect([newest.length, newest.equals(former)]).toEqual([32, false]);
    expect(await identityIn(dir, id)).toMatchObject({ fullName: 'Trẻ Thử Nghiệm' });
  });

  it('says what it needs, and where no sandbox is kept', () => {
    expect(run().stderr).toContain('npm run rotate-keys -- --data DIR');
    const nowhere = run('--data', mkdtempSync(join(tmpdir(), 'empty-')));
    expect([nowhere.status, nowhere.stderr]).toEqual([
      1,
      expect.stringContaining('No sandbox is kept there'),
    ]);
  });
});
