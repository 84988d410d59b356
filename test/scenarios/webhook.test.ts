import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Keys, received } from '../../docs/webhook-receiver.ts';
import type { Sandbox } from '../../infra/local/sandbox.ts';
import { inbox, moveClock, type Officer, officer, report, startSandbox } from '../support/http.ts';
import { answers, openReceiver, type Receiver } from '../support/receiver.ts';

const unit = '99001';
const webhook = `phan-mem@${unit}`;
let sandbox: Sandbox;
let receiver: Receiver;
let administrator: Officer;
let worker: Officer;
let keys: Keys;

beforeAll(async () => {
  sandbox = await startSandbox();
  receiver = await openReceiver();
  administrator = await officer(sandbox.origin, 'ADMINISTRATOR');
  worker = await officer(sandbox.origin, 'COMMUNE_WORKER', unit);
});
afterAll(async () => {
  await sandbox.close();
  await receiver.close();
});

async function administers(name: string, type: string, input: object, selection: string) {
  const document = `mutation ($input: ${type}!) { ${name}(input: $input) {
    ${selection} userErrors { code field } } }`;
  const data = await administrator.administer<Record<string, Record<string, unknown>>>(document, {
    input,
  });
  expect(data[name]?.['userErrors']).toEqual([]);
  return data[name] ?? {};
}

const seconds = () => sandbox.now() / 1000;
/** The messages that came since a place, as the receiver of the papers judges them. */
const judged = (after: number) =>
  receiver.received.slice(after).map(({ headers, body }) => {
    const request = { headers, body: Buffer.from(body) };
    const verdict = received(request, keys, { has: () => false }, seconds());
    if (verdict.verdict !== 'NEW') throw new Error('A message is not as it should be');
    return verdict.message as { type: string; data: Record<string, string> };
  });

it('is registered, shown to work, and told of what the worker of its commune is told', async () => {
  const app = { id: 'phan-mem', scopes: ['notices'] };
  await administers('registerApp', 'RegisterAppInput', app, 'app');
  const wish = { name: 'phan-mem', app: 'phan-mem', unit, url: receiver.url };
  const made = await administers('registerWebhook', 'RegisterWebhookInput', wish, 'secret');
  keys = { secrets: [String(made['secret'])], publicKeys: [] };
  await administers('enableWebhook', 'WebhookInput', { webhook }, 'enabled');
  expect(judged(0).map(({ type }) => type)).toEqual(['webhook.ping']);
  const { code } = await worker.does('receiveReport', report(unit, '2026-01-05T07:20:00+07:00'));
  await moveClock(sandbox.origin, 'PT1M');
  const told = await inbox(worker, `COMMUNE_WORKER@${unit}`);
  const own = judged(1).filter(({ data }) => data['post'] === `COMMUNE_WORKER@${unit}`);
  expect(told.length).toBeGreaterThan(0);
  expect(own.map(({ type, data }) => [type, data['kind'], data['caseCode']])).toEqual(
    told.map(({ kind }) => [`notice.${kind.toLowerCase()}`, kind, code]),
  );
});

it('is told of everything after its server was down, and keeps it while off until it is replayed', async () => {
  receiver.behaves(answers(500));
  const before = receiver.received.length;
  await moveClock(sandbox.origin, 'PT13H');
  expect(receiver.received.length).toBeGreaterThan(before);
  receiver.behaves(answers(204));
  await administers('disableWebhook', 'WebhookInput', { webhook }, 'changed');
  await moveClock(sandbox.origin, 'P1D');
  const listed = `{ webhookDeliveries(webhook: "${webhook}", first: 100) {
    nodes { id state attempts tries { answer { code status } } } } }`;
  type Listed = { webhookDeliveries: { nodes: { id: string; state: string; tries: object[] }[] } };
  const nodes = async () =>
    (await administrator.administer<Listed>(listed)).webhookDeliveries.nodes;
  const parked = (await nodes()).filter(({ state }) => state === 'PARKED');
  expect(parked.length).toBeGreaterThan(0);
  expect(JSON.stringify(parked)).toContain('"FAULT"');
  await administers('enableWebhook', 'WebhookInput', { webhook }, 'enabled');
  const range = { webhook, from: '2026-01-05T00:00:00+07:00', to: '2026-02-01T00:00:00+07:00' };
  const selection = 'replayed endCursor';
  const done = await administers('replayWebhooks', 'ReplayWebhooksInput', range, selection);
  expect(done).toMatchObject({ replayed: parked.length, endCursor: null });
  await moveClock(sandbox.origin, 'PT10M');
  expect(new Set((await nodes()).map(({ state }) => state))).toEqual(new Set(['SENT']));
  const ids = new Set(receiver.received.map(({ headers }) => headers['webhook-id']));
  for (const { id } of await nodes()) expect(ids).toContain(id);
});
