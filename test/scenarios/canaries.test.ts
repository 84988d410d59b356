import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, ScanCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { unpack } from '#store/body.ts';
import { type TableName, tables } from '#store/table.ts';
import type { Sandbox } from '../../infra/local/sandbox.ts';
import {
  freshKey,
  moveClock,
  type Officer,
  officer,
  report,
  startSandbox,
} from '../support/http.ts';
import { canariesIn, canary } from '../support/lived.ts';

let sandbox: Sandbox;
let worker: Officer;
let caseId: string;
let code: string;

const child = {
  sex: 'FEMALE',
  estimatedAge: 9,
  fullName: canary('IDENTITY', 'fullName'),
  address: canary('IDENTITY', 'address'),
};

beforeAll(async () => {
  sandbox = await startSandbox();
  const { origin } = sandbox;
  worker = await officer(origin, 'COMMUNE_WORKER', '99001');
  const opened = await worker.does(
    'receiveReport',
    report('99001', '2026-01-05T07:00:00+07:00', {
      child,
      narrative: { currentCondition: canary('NARRATIVE', 'condition') },
      informant: { name: canary('INFORMANT', 'name'), phone: '0900000000' },
      perpetrators: [{ fullName: canary('PERPETRATOR', 'fullName') }],
    }),
  );
  [caseId, code] = [opened.id, opened.code];
  await worker.does('addNote', { caseId, text: canary('NARRATIVE', 'note') });
  // Reminders, breaches, letters, digests and a release of the quarter.
  await moveClock(origin, 'P98D');
});
afterAll(() => sandbox.close());

/** Everything in a table, packed bodies as the text they hold. */
async function dumped(table: TableName): Promise<string> {
  const credentials = { accessKeyId: 'test', secretAccessKey: 'test' };
  const { endpoint } = sandbox.engine;
  const plain = new DynamoDBClient({ endpoint, region: 'ap-southeast-1', credentials });
  const client = DynamoDBDocumentClient.from(plain);
  const items: unknown[] = [];
  let ExclusiveStartKey: Record<string, unknown> | undefined;
  do {
    const TableName = tables[table].name;
    const page = await client.send(
      new ScanCommand({ TableName, ...(ExclusiveStartKey && { ExclusiveStartKey }) }),
    );
    items.push(...(page.Items ?? []));
    ExclusiveStartKey = page.LastEvaluatedKey;
  } while (ExclusiveStartKey !== undefined);
  plain.destroy();
  return JSON.stringify(items, (_, value: unknown) => legible(value));
}

/** Bytes as text, whether they are packed or not. */
function legible(value: unknown): unknown {
  const bytes = value instanceof Uint8Array ? value : undefined;
  if (bytes === undefined) return value;
  try {
    return unpack(bytes);
  } catch {
    return Buffer.from(bytes).toString('latin1');
  }
}

describe('what was said of a child', () => {
  it('is read by those it is for', async () => {
    const query = 'query ($id: ID!) { case(id: $id) { identity { fullName } lastNote } }';
    const text = JSON.stringify(await worker.ask(query, { id: caseId }));
    expect(canariesIn(text)).toEqual(['IDENTITY', 'NARRATIVE']);
  });

  it.each(Object.keys(tables) as TableName[])('lies nowhere in clear: %s', async (table) => {
    const text = await dumped(table);
    expect(text.length).toBeGreaterThan(100);
    expect(canariesIn(text)).toEqual([]);
  });

  it('is in no letter', async () => {
    const text = await (await fetch(`${sandbox.origin}/sandbox/mail`)).text();
    expect(text).toContain(code);
    expect(canariesIn(text)).toEqual([]);
  });

  it('is in no calendar that is subscribed to', async () => {
    const input = { post: 'COMMUNE_WORKER@99001', idempotencyKey: freshKey() };
    const made = await worker.ask<{ createCalendarFeed: { url: string } }>(
      `mutation ($input: CreateCalendarFeedInput!) { createCalendarFeed(input: $input) { url } }`,
      { input },
    );
    const text = await (await fetch(made.createCalendarFeed.url)).text();
    expect(text).toContain('BEGIN:VCALENDAR');
    expect(canariesIn(text)).toEqual([]);
  });

  it('is in no inbox, list, history or forecast, nor in a release or the book of digests', async () => {
    const supervisor = await officer(sandbox.origin, 'PROVINCE_SUPERVISOR', '99');
    const administrator = await officer(sandbox.origin, 'ADMINISTRATOR');
    const answers = [
      await worker.ask(`{ inbox(post: "COMMUNE_WORKER@99001", first: 100) { nodes {
        id kind caseCode post emergency about duty { deadline rule dueAt } email } } }`),
      await worker.ask('{ cases(unit: "99001") { totalCount nodes { id code step } } }'),
      await worker.ask(
        `query ($id: ID!) { case(id: $id) { history(first: 100) { nodes {
        act byKind facts { type about told { id } } } } } }`,
        { id: caseId },
      ),
      await supervisor.ask('{ forecast(unit: "99") { cases agencies { unitCode } } }'),
      await administrator.administer('{ headDigests(first: 100) { nodes { number text } } }'),
    ];
    expect(canariesIn(JSON.stringify(answers))).toEqual([]);
    expect(JSON.stringify(answers.at(-1))).toContain(caseId);
  });
});
