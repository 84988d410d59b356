import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Sandbox } from '../../infra/local/sandbox.ts';
import {
  freshKey,
  moveClock,
  type Officer,
  officer,
  post,
  report,
  startSandbox,
  withToken,
} from '../support/http.ts';

const canary = 'CANARY4471';
const commune = '99001';
const received = '2026-01-05T07:10:00+07:00';
let sandbox: Sandbox;
let worker: Officer;
let chair: Officer;

beforeAll(async () => {
  sandbox = await startSandbox({ near: false });
  worker = await officer(sandbox.origin, 'COMMUNE_WORKER', commune);
  chair = await officer(sandbox.origin, 'COMMUNE_CHAIR', commune);
});
afterAll(() => sandbox.close());

type Fault = { readonly message: string; readonly extensions: Readonly<Record<string, unknown>> };

async function send(body: object, { token }: Officer = worker, path = '/graphql') {
  const headers = { authorization: `Bearer ${token}` };
  const { status, text, json } = await post(sandbox.origin + path, body, headers);
  const { data, errors } = json as { data?: Record<string, unknown>; errors?: Fault[] };
  return { status, text, data, fault: errors?.[0]?.extensions };
}

const door = '/administration/graphql';

const newReport = (more: object = {}) => ({
  idempotencyKey: freshKey(),
  ...report(commune, received, more),
});

async function machine(id: string): Promise<Officer> {
  const credentials = { client_id: id, client_secret: `${id}-secret` };
  const asked = { grant_type: 'client_credentials', ...credentials };
  const { json } = await post(`${sandbox.origin}/oauth/token`, asked);
  return withToken(sandbox.origin, (json as { access_token: string }).access_token);
}

describe('a document that asks for too much', () => {
  const unit = '{ userErrors { code } }';
  const vacate = `revokeCalendarFeed(input: { post: "none" }) ${unit}`;

  it.each([
    ['aliases', 15, `{ ${Array.from({ length: 16 }, (_, at) => `a${at}: serverTime`).join(' ')} }`],
    ['mutations', 1, `mutation { ${vacate} again: ${vacate} }`],
    ['mutations', 1, `mutation { ... on Mutation { ${vacate} again: ${vacate} } }`],
    ['mutations', 1, `mutation { ...F } fragment F on Mutation { ${vacate} again: ${vacate} }`],
    [
      'rows',
      5_000,
      '{ cases(unit: "99001", first: 100) { nodes { case { history(first: 100) { nodes { seq } } } } } }',
    ],
  ])('is told that the limit is the one on %s, and that it is %d', async (limit, most, query) => {
    const { status, fault } = await send({ query });
    expect({ status, ...fault }).toMatchObject({
      status: 400,
      code: 'LIMIT_EXCEEDED',
      limit,
      most,
    });
  });
});

describe('a variable that does not fit', () => {
  const query = `mutation ($${canary}: ReceiveReportInput!) {
    receiveReport(input: $${canary}) { userErrors { code } } }`;
  const child = (more: object) => newReport({ child: { sex: 'MALE', ...more } });

  it.each([
    ['a word that is no member of an enum', ['channel'], newReport({ channel: canary })],
    ['a kind of value that is another', ['child', 'estimatedAge'], child({ estimatedAge: canary })],
    ['a place in a list', ['categories', '1'], newReport({ categories: ['VIOLENCE', canary] })],
    ['a member that is missing', ['child', 'sex'], newReport({ child: { fullName: canary } })],
    ['a member nobody knows', ['child'], child({ [canary]: canary })],
    ['no input at all', [], null],
  ])('is told by its place and never by what stands there: %s', async (_, field, input) => {
    const { status, text, fault } = await send({ query, variables: { [canary]: input } });
    expect({ status, ...fault }).toMatchObject({ status: 400, code: 'BAD_REQUEST', field });
    expect(text).not.toContain(canary);
  });
});

it('variables wrong in thousands of places are told of the first fifty', async () => {
  const query = `mutation ($input: ReceiveReportInput!) {
    receiveReport(input: $input) { userErrors { code } } }`;
  const categories = Array.from({ length: 10_000 }, () => canary);
  const headers = { authorization: `Bearer ${worker.token}` };
  const variables = { input: newReport({ categories }) };
  const { json } = await post(`${sandbox.origin}/graphql`, { query, variables }, headers);
  const { errors } = json as { errors: Fault[] };
  const fields = errors.map(({ extensions }) => extensions['field']);
  expect(fields.slice(0, 50)).toEqual(
    Array.from({ length: 50 }, (_, at) => ['categories', String(at)]),
  );
  expect(new Set(errors.map(({ extensions }) => extensions['code']))).toEqual(
    new Set(['BAD_REQUEST']),
  );
});

describe('a request for what there is not', () => {
  it.each([
    ['a subscription', { query: 'subscription { serverTime }' }],
    [
      'a persisted query',
      {
        query: '{ serverTime }',
        extensions: { persistedQuery: { version: 1, sha256Hash: 'a'.repeat(64) } },
      },
    ],
  ])('is the fault of whoever sends %s', async (_, body) => {
    expect((await send(body)).fault?.['code']).toBe('BAD_REQUEST');
  });

  it.each([
    ['case(id: $id)', 'ID'],
    ['node(id: $id)', 'ID'],
    ['unit(code: $id)', 'UnitCode'],
  ])('finds nothing by an id longer than any key, in %s', async (field, type) => {
    const query = `query ($id: ${type}!) { found: ${field} { id } }`;
    const asked = (id: string) => send({ query, variables: { id } });
    expect((await asked('x'.repeat(3_000))).data).toEqual({ found: null });
    expect((await asked(`unit:${'x'.repeat(3_000)}`)).data).toEqual({ found: null });
  });

  it('finds no release and no client by such an id either', async () => {
    const id = 'x'.repeat(3_000);
    const analyst = await officer(sandbox.origin, 'ANALYST');
    const query = 'query ($id: ID!) { release(id: $id) { id } }';
    const { data } = await send({ query, variables: { id } }, analyst, '/statistics/graphql');
    expect(data).toEqual({ release: null });
    const asked = { grant_type: 'client_credentials', client_id: id, client_secret: id };
    expect((await post(`${sandbox.origin}/oauth/token`, asked)).status).toBe(401);
  });
});

describe('reports that come at once', () => {
  it('are all taken down, each under its own code', async () => {
    const done = await Promise.all(
      Array.from({ length: 15 }, () => worker.does('receiveReport', newReport())),
    );
    expect(new Set(done.map(({ code }) => code)).size).toBe(15);
  });

  it('are one case when they are one request', async () => {
    const same = newReport();
    const done = await Promise.all(
      Array.from({ length: 20 }, () => worker.tries('receiveReport', same)),
    );
    expect(new Set(done.map((payload) => payload.case?.id)).size).toBe(1);
    expect(done.filter(({ replayed }) => !replayed)).toHaveLength(1);
  });

  it('are repeated without a refusal by a machine that may not read what it wrote', async () => {
    const intake = await machine('hotline-intake');
    const asked = newReport();
    const first = await intake.tries('receiveReport', asked);
    const again = await intake.tries('receiveReport', asked);
    expect(first).toEqual({ case: null, userErrors: [], replayed: false });
    expect(again).toEqual({ case: null, userErrors: [], replayed: true });
  });
});

describe('a plan', () => {
  it('cannot run to a day after which nothing can be counted', async () => {
    const { id: caseId } = await worker.does('receiveReport', newReport());
    const item = { id: 'i1', measure: 'COUNSELLING', startOn: '2026-01-05' };
    const submit = (endOn: string) =>
      worker.tries('submitPlan', { caseId, expectedVersion: 3, items: [{ ...item, endOn }] });
    await worker.does('assessInitially', { caseId, expectedVersion: 1, seriousHarm: true });
    await worker.does('assessNeeds', { caseId, expectedVersion: 2, planNeeded: true });
    expect((await submit('9999-12-31')).userErrors[0]).toMatchObject({
      code: 'INVALID_INPUT',
      field: ['items', '0', 'endOn'],
    });
    expect((await submit('2100-12-31')).userErrors).toEqual([]);
    const approved = await chair.does('approvePlan', { caseId, expectedVersion: 4 });
    expect(approved.step).toBe('EXECUTION');
  });
});

it('half a character in a list of units is refused and not replaced', async () => {
  const administrator = await officer(sandbox.origin, 'ADMINISTRATOR');
  const query = `mutation ($input: ImportUnitsInput!) {
    importUnits(input: $input) { rows userErrors { code field } } }`;
  const csv = 'code,level,name,full_name,parent_code\n91,province,\ud83d,Tỉnh A,';
  const { data } = await send({ query, variables: { input: { csv } } }, administrator, door);
  const refused = [{ code: 'INVALID_INPUT', field: ['csv'] }];
  expect(data).toEqual({ importUnits: { rows: null, userErrors: refused } });
});

it.each([
  ['UNIT_UNKNOWN', '98765'],
  ['INVALID_INPUT', '99'],
])('a machine client cannot sit where its role has no post: %s', async (code, unit) => {
  const administrator = await officer(sandbox.origin, 'ADMINISTRATOR');
  const query = `mutation ($input: RegisterAppInput!) {
    registerApp(input: $input) { app userErrors { code field } } }`;
  const seat = { role: 'HOTLINE_111', unit, agency: 'none' };
  const input = { id: 'misplaced', scopes: ['cases:read'], machine: seat };
  const { data } = await send({ query, variables: { input } }, administrator, door);
  const refused = [{ code, field: ['machine', 'unit'] }];
  expect(data).toEqual({ registerApp: { app: null, userErrors: refused } });
});

describe('the clock of the sandbox', () => {
  it('adds up what is asked of it at once', async () => {
    const { origin, now } = sandbox;
    const before = now();
    await Promise.all([moveClock(origin, 'PT1H'), moveClock(origin, 'PT1H')]);
    expect(now() - before).toBeGreaterThanOrEqual(2 * 3_600_000);
  });

  it('stands at the start after a reset, whatever came with it', async () => {
    const { origin, now } = sandbox;
    await moveClock(origin, 'P2D');
    const resets = [1, 2].map(() => post(`${origin}/sandbox/reset`, {}));
    const [first, second] = await Promise.all([...resets, moveClock(origin, 'PT1H')]);
    expect([first, second]).toMatchObject([{ status: 200 }, { status: 200 }]);
    expect(new Date(now()).toISOString()).toMatch(/^2026-01-05T01:3/);
  });
});
