import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Database, get, openDatabase, put, transact } from '#store/database.ts';
import { keys } from '#store/table.ts';
import { startDynamoDB } from '../../infra/local/dynamodb.ts';
import { type Exported, exportedIn, verifyData, verifyExport } from '../../infra/local/verify.ts';
import { moveClock, officer, report, startSandbox } from '../support/http.ts';

let dir: string;
let exported: Exported;
const ids: string[] = [];

const book = `{ signingKey headDigests(first: 100) { nodes { number previousHash hash text signature } } }`;

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'la-chan-verify-'));
  const sandbox = await startSandbox({ dir });
  const { origin } = sandbox;
  const worker = await officer(origin, 'COMMUNE_WORKER', '99001');
  for (let opened = 0; opened < 3; opened += 1) {
    const { id } = await worker.does('receiveReport', report('99001', '2026-01-05T07:00:00+07:00'));
    ids.push(id);
  }
  await moveClock(origin, 'PT72H');
  const administrator = await officer(origin, 'ADMINISTRATOR');
  exported = exportedIn(JSON.stringify({ data: await administrator.administer(book) }));
  await moveClock(origin, 'PT24H');
  await sandbox.close();
});
afterAll(() => rm(dir, { recursive: true, force: true }));

/** Lays hands on the store while no sandbox runs. */
async function tamper(act: (database: Database) => Promise<void>): Promise<void> {
  const engine = await startDynamoDB({ dir, now: Date.now });
  const credentials = { accessKeyId: 'test', secretAccessKey: 'test' };
  const region = 'ap-southeast-1';
  const client = new DynamoDBClient({ endpoint: engine.endpoint, region, credentials });
  await act(openDatabase(client, { prefix: '', pause: async () => undefined }));
  client.destroy();
  await engine.close();
}

describe('npm run verify', () => {
  it('finds that everything holds, in the directory and in what was exported', async () => {
    const { sheets, key = '' } = exported;
    expect(sheets.length).toBeGreaterThan(1);
    expect(await verifyExport(exported, key)).toMatchObject({ ok: true });
    const { lines, ok } = await verifyData(dir, sheets);
    expect(lines).toContain('cases: 3 of 3 hold');
    expect(ok).toBe(true);
  });

  it('names the sheet at which an export does not hold', async () => {
    const { sheets, key = '' } = exported;
    const [first, second, ...rest] = sheets;
    if (first === undefined || second === undefined) throw new Error('There are no sheets');
    const faultOf = async (wrong: Exported['sheets']) =>
      (await verifyExport({ sheets: wrong, key }, key)).lines[0]?.replace(/^.*; /, '');
    expect(await faultOf([second, ...rest])).toBe('number 1 does not: MISSING');
    const changed = { ...second, text: `${second.text} ` };
    expect(await faultOf([first, changed, ...rest])).toBe('number 2 does not: CHANGED');
    const forged = { ...second, signature: first.signature };
    expect(await faultOf([first, forged, ...rest])).toBe('number 2 does not: NOT_SIGNED');
    const elsewhere = { ...second, previousHash: second.hash };
    expect(await faultOf([first, elsewhere, ...rest])).toBe('number 2 does not: NOT_LINKED');
  });

  it('names the case and the number at which the store does not hold, and the sheet that is gone', async () => {
    const id = ids[1] ?? '';
    const kept: Record<string, unknown>[] = [];
    await tamper(async (database) => {
      const event = await get(database, 'cases', keys.event(id, 2));
      const sheet = await get(database, 'stats', keys.digest(2));
      if (event === undefined || sheet === undefined) throw new Error('Nothing to change');
      kept.push(event, sheet);
      await transact(database, [put(database, 'cases', { ...event, at: 'never' })]);
    });
    const wrong = await verifyData(dir, exported.sheets);
    expect(wrong.ok).toBe(false);
    expect(wrong.lines).toContain('cases: 2 of 3 hold');
    expect(wrong.lines.at(-1)).toContain(`case ${id}: number 2 does not hold: CHANGED.`);
    await tamper(async (database) => {
      const [, sheet] = kept;
      const spoilt = { ...sheet, ...keys.digest(2), hash: 'f'.repeat(64) };
      await transact(database, [put(database, 'stats', spoilt)]);
    });
    const { lines } = await verifyData(dir, exported.sheets);
    expect(lines[0]).toContain('number 2 does not: CHANGED');
    expect(lines).toContain('digests: number 2 is not what was kept');
  });

  it('asks for a directory that holds data', async () => {
    await expect(verifyData(join(dir, 'nothing'))).rejects.toThrow('There is no data');
  });
});
