import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Case } from '#domain/case/case.ts';
import { scopes } from '#domain/directory.ts';
import { put, transact } from '#store/database.ts';
import { keys } from '#store/table.ts';
import { openTestApi, send, type TestApi, tokenOf } from '../support/api.ts';
import { canariesIn, live, reportCanaries, staffOf } from '../support/lived.ts';
import { provable } from '../support/proof.ts';

let api: TestApi;
let state: Case;
let early: Case;
const worker = tokenOf('officer-COMMUNE_WORKER-91001');
const chair = tokenOf('officer-COMMUNE_CHAIR-91001');
const police = tokenOf('officer-COMMUNE_POLICE-91001');
const supervisor = tokenOf('officer-PROVINCE_SUPERVISOR-91');
const governor = tokenOf('officer-PROVINCE_CHAIR-91');
const neighbour = tokenOf('officer-COMMUNE_CHAIR-91002');
const foreign = tokenOf('officer-PROVINCE_SUPERVISOR-92');
const administrator = tokenOf('officer-ADMINISTRATOR-VN');

beforeAll(async () => {
  api = await openTestApi();
  const staff = await staffOf(api, '91001');
  await api.appoint('COMMUNE_CHAIR', '91002');
  await api.appoint('PROVINCE_SUPERVISOR', '92', 'SYT-92');
  await api.appoint('PROVINCE_CHAIR', '91');
  early = await reportCanaries(api, staff.worker);
  state = await live(api, staff, early);
  await provable(api).night();
});
afterAll(() => api.close());
beforeEach(() => {
  api.reads.length = 0;
});

const administer = async (token: object, query: string, variables: object = {}) =>
  send(api.administer, token, query, variables);

const verification = `query ($id: ID!) { verifyCase(caseId: $id) {
  ok events vouchedTo digest at reason explanation { vi en } } }`;
const log = `query ($id: ID!, $first: Int! = 50, $after: String) {
  accessLog(caseId: $id, first: $first, after: $after) {
    nodes { at kind officer app request posts classes } pageInfo { endCursor hasNextPage } } }`;

async function auditOf(day: string) {
  const { client, database } = api;
  const { QueryCommand } = await import('@aws-sdk/lib-dynamodb');
  expect(client).toBeDefined();
  const answer = await database.client.send(
    new QueryCommand({
      TableName: 'audit',
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': `D#${day}` },
    }),
  );
  return answer.Items ?? [];
}

describe('verifyCase', () => {
  it('holds for a case as it was written, down to the last event', async () => {
    for (const token of [administrator, supervisor, governor, chair]) {
      const { data } = await administer(token, verification, { id: state.id });
      const { ok, vouchedTo, reason } = data.verifyCase;
      expect([ok, vouchedTo, reason]).toEqual([true, state.seq, null]);
    }
  });

  it('has nothing for others, nor of a case that is not there', async () => {
    for (const token of [worker, police, neighbour, foreign])
      expect((await administer(token, verification, { id: state.id })).data.verifyCase).toBeNull();
    for (const id of ['none', '', 'x'.repeat(300)])
      expect((await administer(administrator, verification, { id })).data.verifyCase).toBeNull();
  });

  it('names the number and the reason, and nothing of the content', async () => {
    const { database, stage } = { ...api, stage: api };
    const staff = await staffOf(stage, '91001');
    const other = await live(stage, staff, await reportCanaries(stage, staff.worker), [0, 3]);
    const [event] = await api.around.ledger.events(other.id, 1, 1);
    const item = { ...keys.event(other.id, 2), v: 1, at: event?.written, hash: 'x', previous: 'y' };
    await transact(database, [put(database, 'cases', item)]);
    const { data, text } = await administer(administrator, verification, { id: other.id });
    expect(data.verifyCase).toMatchObject({ ok: false, at: 2, reason: 'CHANGED', digest: null });
    expect(data.verifyCase.explanation.vi).toContain('không còn đúng');
    expect(canariesIn(text)).toEqual([]);
  });
});

describe('accessLog', () => {
  it('shows who opened which parts, through which app, newest first and page by page', async () => {
    const read = 'query ($id: ID!) { case(id: $id) { identity { fullName } } }';
    await send(api.serve, worker, read, { id: state.id });
    api.setClock('2026-03-01T08:00:00+07:00');
    await send(api.serve, chair, read.replace('fullName } ', 'age: estimatedAge } lastNote '), {
      id: state.id,
    });
    const { data, text } = await administer(chair, log, { id: state.id, first: 1 });
    expect(data.accessLog.nodes).toEqual([
      {
        at: '2026-03-01T01:00:00.000Z',
        kind: 'OFFICER',
        officer: 'officer-COMMUNE_CHAIR-91001',
        app: 'test-app',
        request: 'request-1',
        posts: ['COMMUNE_CHAIR@91001'],
        classes: ['IDENTITY', 'NARRATIVE'],
      },
    ]);
    expect(canariesIn(text)).toEqual([]);
    const after = data.accessLog.pageInfo.endCursor;
    const next = await administer(chair, log, { id: state.id, first: 1, after });
    expect(next.data.accessLog.nodes[0].officer).toBe('officer-COMMUNE_WORKER-91001');
    const stolen = await administer(supervisor, log, { id: state.id, first: 1, after });
    expect(stolen.errors[0]?.extensions['code']).toBe('BAD_REQUEST');
  });

  it('tells what the app was for when it was used, whatever it is for now', async () => {
    const { administration, now } = api;
    const founder = { kind: 'SYSTEM', id: 'test', app: 'test', scopes: [], posts: [] } as const;
    const wish = { id: 'clinic', scopes: [...scopes], disabled: false, secretSha256: null };
    const through = { ...worker, azp: 'clinic' };
    const read = 'query ($id: ID!) { case(id: $id) { identity { fullName } } }';
    const used = async (purpose: string | null, hour: number) => {
      await administration.registerApp({ ...wish, purpose }, founder, now());
      api.setClock(`2026-03-02T${hour}:00:00+07:00`);
      await send(api.serve, through, read, { id: state.id });
    };
    await used(null, 10);
    await used('Khám và điều trị', 11);
    await used('Theo dõi tại trường', 12);
    api.setClock('2026-03-02T13:00:00+07:00');
    const note = `mutation ($input: AddNoteInput!) { addNote(input: $input) { userErrors { code } } }`;
    const input = { idempotencyKey: 'a-note-by-a-stranger', caseId: state.id, text: 'ghi chú' };
    await send(api.serve, { ...neighbour, azp: 'clinic' }, note, { input });
    const query = log.replace('app request', 'app purpose refused request');
    const { data } = await administer(chair, query, { id: state.id, first: 4 });
    const told = data.accessLog.nodes.map((each: Record<string, unknown>) => [
      each['app'],
      each['purpose'],
      each['refused'],
    ]);
    expect(told).toEqual([
      ['clinic', 'Theo dõi tại trường', 'addNote'],
      ['clinic', 'Theo dõi tại trường', null],
      ['clinic', 'Khám và điều trị', null],
      ['clinic', null, null],
    ]);
  });

  it('has nothing for those who do not oversee the case', async () => {
    for (const token of [worker, police, governor, neighbour, foreign])
      expect((await administer(token, log, { id: state.id })).data.accessLog).toBeNull();
  });

  it('is itself written down, before it is shown', async () => {
    api.setClock('2026-04-01T08:00:00+07:00');
    await administer(supervisor, log, { id: state.id });
    await administer(administrator, verification, { id: state.id });
    await administer(neighbour, log, { id: state.id });
    const entries = await auditOf('2026-04-01');
    const looks = entries.map(({ act, officer, about }) => [act, officer, about]);
    expect(looks.toSorted()).toEqual([
      ['readAccessLog', 'officer-PROVINCE_SUPERVISOR-91', [state.id]],
      ['verifyCase', 'officer-ADMINISTRATOR-VN', [state.id]],
    ]);
  });
});

describe('the book of digests', () => {
  const book = `{ signingKey headDigests(first: 20) { nodes {
    number writtenAt caseCount complete previousHash hash text signature keyId } } }`;

  it('can be checked without the system', async () => {
    const { data, text } = await administer(administrator, book);
    const [sheet] = data.headDigests.nodes;
    expect(sheet).toMatchObject({ number: 1, caseCount: 1, complete: true });
    expect(sheet.text.startsWith(sheet.previousHash)).toBe(true);
    const { checker, digestOf } = await import('#sealing/signing.ts');
    expect(digestOf(sheet.text)).toBe(sheet.hash);
    expect(await checker(data.signingKey)(sheet)).toBe(true);
    expect(await checker(data.signingKey)({ ...sheet, text: `${sheet.text} ` })).toBe(false);
    expect(canariesIn(text)).toEqual([]);
  });

  it('is for administrators', async () => {
    for (const token of [chair, supervisor]) {
      const { errors } = await administer(token, book);
      expect(errors[0]?.extensions['code']).toBe('NOT_ALLOWED');
    }
  });
});

describe('caseAsOf', () => {
  const then = `query ($id: ID!, $at: DateTime!) { caseAsOf(id: $id, at: $at) { caseId version step
    narrative { currentCondition } minutes { text } identity { fullName } visibleParts
    deadlines { id rule dueAt status breachedAt calendarRevision } plan { items { id } } } }`;
  const ask = (token: object, at: string, id = state.id) =>
    send(api.serve, token, then, { id, at });

  it('shows a case as it was known, with its deadlines and the papers of then', async () => {
    const { data } = await ask(worker, early.receivedAt);
    expect(data.caseAsOf).toMatchObject({ version: 1, step: 'INITIAL_ASSESSMENT', minutes: null });
    const open = data.caseAsOf.deadlines.map(({ rule, dueAt }: (typeof early.deadlines)[0]) => ({
      rule,
      dueAt,
    }));
    const owed = early.deadlines.map(({ rule, dueAt }) => ({ rule, dueAt }));
    expect(open.toSorted(byRule)).toEqual(owed.toSorted(byRule));
    expect(api.reads.map(({ classes }) => classes)).toEqual([['NARRATIVE', 'IDENTITY']]);
  });

  it('is the case itself for an instant that has passed since the last act', async () => {
    const { data } = await ask(worker, '2026-12-31T00:00:00+07:00');
    const now = await send(
      api.serve,
      worker,
      then
        .replace('($id: ID!, $at: DateTime!)', '($id: ID!)')
        .replace('caseAsOf(id: $id, at: $at) { caseId', 'case(id: $id) { caseId: id'),
      { id: state.id },
    );
    expect(data.caseAsOf).toEqual(now.data.case);
  });

  it('folds to each state the case ever had', async () => {
    for (const event of await api.around.ledger.events(state.id, 0)) {
      const { data } = await ask(supervisor, event.written);
      expect(data.caseAsOf.version).toBeGreaterThanOrEqual(event.revision);
    }
  });

  it('shows no more than is seen of the case now', async () => {
    const { data } = await ask(police, '2026-12-31T00:00:00+07:00');
    expect(data.caseAsOf.minutes).toBeNull();
    expect(data.caseAsOf.plan).toBeNull();
    for (const token of [neighbour, foreign])
      expect((await ask(token, '2026-12-31T00:00:00+07:00')).data.caseAsOf).toBeNull();
  });

  it('is nothing before the case was known, and asks for an instant', async () => {
    expect((await ask(worker, '2025-12-31T00:00:00+07:00')).data.caseAsOf).toBeNull();
    const { errors } = await ask(worker, 'yesterday');
    expect(errors[0]?.extensions['code']).toBe('BAD_REQUEST');
    expect(errors[0]?.message).toContain('`at`');
  });
});

type Owed = { readonly rule: string; readonly dueAt: string | null };

function byRule(a: Owed, b: Owed): number {
  return a.rule === b.rule ? 0 : a.rule < b.rule ? -1 : 1;
}
