import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { deliveriesOf } from '#domain/delivery.ts';
import type { Notice } from '#domain/notice.ts';
import { instant } from '#domain/time.ts';
import { received } from '../../docs/webhook-receiver.ts';
import { openTestApi, send, type TestApi, tokenOf } from '../support/api.ts';
import { itemsOf } from '../support/raw.ts';
import { answers, openReceiver, type Receiver } from '../support/receiver.ts';

let api: TestApi;
let receiver: Receiver;
let administrator: object;
let worker: object;
let names = 0;

beforeAll(async () => {
  api = await openTestApi();
  const founder = await api.appoint('ADMINISTRATOR', 'VN');
  administrator = tokenOf(founder.id);
  worker = tokenOf((await api.appoint('COMMUNE_WORKER', '91001')).id);
  await api.appoint('COMMUNE_POLICE', '91001', 'CA-91001');
  for (const id of ['partner', 'other'])
    await api.administration.registerApp(
      { id, scopes: ['notices'], disabled: false, secretSha256: null },
      founder,
      api.now(),
    );
});
afterAll(() => api.close());
beforeEach(async () => {
  receiver = await openReceiver();
});
afterEach(() => receiver.close());

async function asks(query: string, variables: object = {}, by = administrator) {
  const { data, errors, text } = await send(api.administer, by, query, variables);
  return { data, codes: errors.map(({ extensions }) => extensions['code']), text };
}

const inputs: Readonly<Record<string, string>> = {
  enableWebhook: 'WebhookInput',
  disableWebhook: 'WebhookInput',
  testWebhook: 'WebhookInput',
};
const selections: Readonly<Record<string, string>> = {
  registerWebhook: 'webhook changed secret',
  rotateWebhook: 'version secret',
  enableWebhook: 'enabled answer { code status }',
  disableWebhook: 'changed',
  testWebhook: 'answer { code status }',
  replayWebhook: 'replayed',
  replayWebhooks: 'replayed endCursor',
};

async function does(name: string, input: object, by = administrator) {
  const own = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
  const document = `mutation ($input: ${inputs[name] ?? own}!) { ${name}(input: $input) {
    ${selections[name]} userErrors { code field message currentVersion } } }`;
  const { data, codes, text } = await asks(document, { input }, by);
  const answer = data?.[name];
  const refusals = (answer?.userErrors ?? []).map(({ code }: { code: string }) => code);
  return { answer, refusals, codes, text };
}

/** A new webhook of the partner for 91001, off. */
async function registered(more: object = {}) {
  names += 1;
  const input = { name: `partner-${names}`, app: 'partner', unit: '91001', url: receiver.url };
  const { answer } = await does('registerWebhook', { ...input, ...more });
  return answer as { webhook: string; secret: string | null; changed: boolean };
}

async function enabled(more: object = {}) {
  const made = await registered(more);
  const { answer } = await does('enableWebhook', { webhook: made.webhook });
  expect(answer.enabled).toBe(true);
  return made;
}

const webhookFields = `id app unitCode agency url kinds on enabledAt stoppedAt stopReason version
  keys { version publicKey until }`;
const webhookOf = async (id: string) =>
  (await asks(`query ($id: ID!) { webhook(id: $id) { ${webhookFields} } }`, { id })).data.webhook;

describe('a webhook', () => {
  it('is registered off, with its secret shown once', async () => {
    const { webhook, secret, changed } = await registered();
    expect([webhook, changed]).toEqual([`partner-${names}@91001`, true]);
    expect(secret).toMatch(/^whsec_/);
    const again = { name: `partner-${names}`, app: 'partner', unit: '91001', url: receiver.url };
    expect((await does('registerWebhook', again)).answer).toEqual({
      webhook,
      changed: false,
      secret: null,
      userErrors: [],
    });
    expect(await webhookOf(webhook)).toMatchObject({
      app: 'partner',
      unitCode: '91001',
      agency: null,
      kinds: null,
      on: false,
      enabledAt: null,
      stoppedAt: null,
      version: 1,
    });
    const changedKinds = await does('registerWebhook', { ...again, kinds: ['BREACH'] });
    expect(changedKinds.answer).toMatchObject({ changed: true, secret: null });
    expect((await webhookOf(webhook)).kinds).toEqual(['BREACH']);
  });

  it('is enabled by a server that takes a signed ping, and by no other', async () => {
    const { webhook, secret } = await registered();
    receiver.behaves(answers(401));
    const refused = await does('enableWebhook', { webhook });
    expect(refused.refusals).toEqual(['WEBHOOK_UNANSWERED']);
    expect(refused.answer.answer).toEqual({ code: 'REJECTED', status: 401 });
    expect((await webhookOf(webhook)).on).toBe(false);
    receiver.behaves(answers(200));
    expect((await does('enableWebhook', { webhook })).answer).toMatchObject({
      enabled: true,
      answer: { code: 'ANSWERED', status: 200 },
    });
    const seen = await webhookOf(webhook);
    expect(seen.on).toBe(true);
    const [, ping] = receiver.received;
    const publicKeys = [seen.keys[0].publicKey];
    const request = { headers: ping?.headers ?? {}, body: Buffer.from(ping?.body ?? '') };
    const now = Date.parse(api.now()) / 1000;
    for (const keys of [
      { secrets: [String(secret)], publicKeys: [] },
      { secrets: [], publicKeys },
    ])
      expect(received(request, keys, { has: () => false }, now)).toMatchObject({
        verdict: 'NEW',
        message: { type: 'webhook.ping', data: { webhook } },
      });
  });

  it('is off again when it goes elsewhere, and when it is disabled', async () => {
    const { webhook } = await enabled();
    const elsewhere = { name: `partner-${names}`, app: 'partner', unit: '91001' };
    await does('registerWebhook', { ...elsewhere, url: `${receiver.url}?other` });
    expect((await webhookOf(webhook)).on).toBe(false);
    await does('enableWebhook', { webhook });
    expect((await does('disableWebhook', { webhook })).answer.changed).toBe(true);
    expect((await does('disableWebhook', { webhook })).answer.changed).toBe(false);
    expect((await webhookOf(webhook)).on).toBe(false);
  });

  it('is off while its app is disabled or may read no notices', async () => {
    const { webhook } = await enabled({ app: 'other', name: 'of-other' });
    await does('registerWebhook', { name: 'x', app: 'none', unit: '91001', url: receiver.url });
    const founder = await api.appoint('ADMINISTRATOR', 'VN');
    await api.administration.carryOut('disableApp', { app: 'other' }, founder, api.now());
    expect((await webhookOf(webhook)).on).toBe(false);
    await api.administration.carryOut('enableApp', { app: 'other' }, founder, api.now());
    expect((await webhookOf(webhook)).on).toBe(true);
    const less = {
      id: 'other',
      scopes: ['cases:read'],
      disabled: false,
      secretSha256: null,
    } as const;
    await api.administration.registerApp(less, founder, api.now());
    expect((await webhookOf(webhook)).on).toBe(false);
  });

  it('has another secret under each version, of which two sign for as long as was said', async () => {
    const { webhook, secret } = await enabled();
    const { answer } = await does('rotateWebhook', { webhook, version: 1, overlapHours: 24 });
    expect(answer).toMatchObject({ version: 2, userErrors: [] });
    expect(answer.secret).not.toBe(secret);
    const repeated = await does('rotateWebhook', { webhook, version: 1 });
    expect(repeated.answer.userErrors).toMatchObject([{ code: 'CONFLICT', currentVersion: 2 }]);
    expect(repeated.answer.secret).toBeNull();
    const { keys } = await webhookOf(webhook);
    expect(keys).toMatchObject([
      { version: 2, until: null },
      { version: 1, until: '2026-01-06T00:30:00.000Z' },
    ]);
    await does('rotateWebhook', { webhook, version: 2, overlapHours: 0 });
    expect((await webhookOf(webhook)).keys).toMatchObject([{ version: 3, until: null }]);
  });

  it.each([
    ['an app nobody knows', { app: 'none' }, 'APP_UNKNOWN'],
    ['a unit nobody knows', { unit: '99999' }, 'UNIT_UNKNOWN'],
    ['an address within', { url: 'https://10.0.0.1/' }, 'INVALID_INPUT'],
    ['the address of metadata', { url: 'https://169.254.169.254/latest' }, 'INVALID_INPUT'],
    ['an address in other figures', { url: 'https://0x7f.1/' }, 'INVALID_INPUT'],
    ['an address without encryption', { url: 'http://partner.test.example/' }, 'INVALID_INPUT'],
    ['a name that is not there', { url: 'https://nobody.test.example/' }, 'INVALID_INPUT'],
    ['a name in capitals', { name: 'Partner' }, 'INVALID_INPUT'],
    ['no such kind', { name: 'a', kinds: ['REMINDER'], unit: 'x' }, 'INVALID_INPUT'],
  ])('is refused with %s, of which nothing is repeated', async (_, more, code) => {
    const input = { name: 'partner', app: 'partner', unit: '91001', url: receiver.url, ...more };
    const { refusals, text } = await does('registerWebhook', input);
    expect(refusals).toEqual([code]);
    for (const said of Object.values(more).filter((value) => String(value).length > 4))
      expect(text).not.toContain(String(said));
  });

  it('keeps its name from other apps', async () => {
    await registered();
    const input = { name: `partner-${names}`, app: 'other', unit: '91001', url: receiver.url };
    expect((await does('registerWebhook', input)).refusals).toEqual(['WEBHOOK_TAKEN']);
  });

  it('is for administrators alone, and a page of it for whoever began it', async () => {
    const { webhook } = await registered();
    for (const name of ['enableWebhook', 'testWebhook', 'disableWebhook'])
      expect((await does(name, { webhook }, worker)).codes).toEqual(['NOT_ALLOWED']);
    expect(receiver.received).toEqual([]);
    await registered();
    const page = (after?: string) =>
      `{ webhooks(app: "partner", first: 1${after ? `, after: "${after}"` : ''}) {
        nodes { id } pageInfo { endCursor } } }`;
    const { data } = await asks(page());
    const { endCursor } = data.webhooks.pageInfo;
    expect((await asks(page(endCursor))).data.webhooks.nodes).toHaveLength(1);
    const through = { ...administrator, azp: 'second-app' };
    const founder = await api.appoint('ADMINISTRATOR', 'VN');
    const second = { id: 'second-app', scopes: ['directory:admin'], disabled: false } as const;
    await api.administration.registerApp({ ...second, secretSha256: null }, founder, api.now());
    expect((await asks(page(endCursor), {}, through)).codes).toEqual(['BAD_REQUEST']);
    expect((await asks(page(), {}, through)).data.webhooks.nodes).toHaveLength(1);
  });

  it('leaves neither secret nor address in the log, and no secret in any table', async () => {
    const { webhook, secret } = await enabled({ name: 'secretive' });
    await does('rotateWebhook', { webhook, version: 1 });
    const { data } = await asks(`{ administrationLog(from: "2026-01-05", first: 100) {
      nodes { act about } } }`);
    const log: { act: string; about: string[] }[] = data.administrationLog.nodes;
    const own = log.filter(({ about }) => about.includes(webhook));
    expect(own.map(({ act }) => act)).toEqual(
      expect.arrayContaining(['registerWebhook', 'testWebhook', 'enableWebhook', 'rotateWebhook']),
    );
    expect(JSON.stringify(log)).not.toContain('127.0.0.1');
    const stored = [];
    for (const table of ['directory', 'audit', 'notices'] as const)
      stored.push(...(await itemsOf(api.database.client, table)));
    const text = JSON.stringify(stored);
    expect(text).toContain(webhook);
    expect(text).not.toContain(String(secret).slice('whsec_'.length));
    expect(text).not.toContain('whsec_');
  });

  it('that nobody knows is said to be so', async () => {
    const webhook = 'nobody@91001';
    for (const name of ['enableWebhook', 'disableWebhook', 'testWebhook'])
      expect((await does(name, { webhook })).refusals).toEqual(['WEBHOOK_UNKNOWN']);
    expect((await does('rotateWebhook', { webhook, version: 1 })).refusals).toEqual([
      'WEBHOOK_UNKNOWN',
    ]);
    expect(await webhookOf(webhook)).toBeNull();
    expect(await webhookOf('no id at all')).toBeNull();
  });
});

describe('who is subscribed', () => {
  const notice = (more: object = {}): Notice => ({
    id: 'case#-#1#FORWARDED#COMMUNE_WORKER@91001',
    caseId: 'case',
    caseCode: 'LC-1',
    kind: 'FORWARDED',
    post: { id: 'COMMUNE_WORKER@91001', role: 'COMMUNE_WORKER', unit: '91001' },
    emergency: false,
    about: instant('2026-01-05T07:30:00+07:00'),
    duty: null,
    ...more,
  });
  const told = async (of: Notice) =>
    deliveriesOf(of, await api.subscriptions.subscribed([of.post.unit]))
      .filter(({ channel, to }) => channel === 'WEBHOOK' && to.startsWith('sub-'))
      .map(({ to }) => to);

  it('is told of its unit, its agency and its kinds, on or off, from the next revision on', async () => {
    const police = { id: 'COMMUNE_POLICE@91001', role: 'COMMUNE_POLICE', unit: '91001' } as const;
    expect(await told(notice())).toEqual([]);
    await registered({ name: 'sub-all' });
    await registered({ name: 'sub-police', agency: 'CA-91001' });
    await registered({ name: 'sub-breach', kinds: ['BREACH'] });
    await registered({ name: 'sub-none', kinds: [] });
    await registered({ name: 'sub-there', unit: '91002' });
    expect(await told(notice())).toEqual(['sub-all@91001']);
    expect(await told(notice({ post: police }))).toEqual(['sub-all@91001', 'sub-police@91001']);
    expect(await told(notice({ kind: 'BREACH' }))).toEqual(['sub-all@91001', 'sub-breach@91001']);
    expect(await told(notice({ post: { ...police, unit: '91002', id: 'x' } }))).toEqual([
      'sub-there@91002',
    ]);
  });

  it('costs one strong read of the revision while nothing changes', async () => {
    await api.subscriptions.subscribed(['91001']);
    api.engine.capacity.reset();
    await api.subscriptions.subscribed(['91001', '91001']);
    const { GetItem, ...others } = api.engine.capacity.totals();
    const read = Object.values(GetItem ?? {}).reduce((sum, { readUnits }) => sum + readUnits, 0);
    expect([read, others]).toEqual([1, {}]);
  });
});
