import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { hours } from '#domain/deadline.ts';
import type { Procedure } from '#domain/procedure.ts';
import { decree56 } from '#domain/procedures/decree-56-2017.ts';
import { overlays } from '#domain/procedures/overlays.ts';
import { plainDate } from '#domain/time.ts';
import { openTestApi, send, type TestApi, tokenOf } from '../support/api.ts';
import { factsOf, openCases } from '../support/load.ts';

const [found] = overlays.filter(({ id }) => id === 'QUANG-TRUNG/QT45');
if (found === undefined) throw new Error('There is no such local procedure');
const { validUntil: _, ...qt45 } = found;
const changeOver = plainDate('2026-01-06');
const old: Procedure = { ...qt45, id: 'OLD', territory: ['91'], validUntil: changeOver };
const next: Procedure = {
  ...qt45,
  id: 'NEW',
  territory: ['91'],
  validFrom: changeOver,
  limits: qt45.limits.map((limit) => ({ ...limit, within: hours(6) })),
};

let api: TestApi;
let administrator: object;
let ids: readonly string[];

beforeEach(async () => {
  api = await openTestApi();
  api.law.procedures = [decree56, old, next];
  administrator = tokenOf((await api.appoint('ADMINISTRATOR', 'VN')).id);
  const worker = await api.appoint('COMMUNE_WORKER', '91001');
  await api.appoint('COMMUNE_CHAIR', '91001');
  const elsewhere = await api.appoint('COMMUNE_WORKER', '92001');
  api.setClock('2026-01-05T23:00:00+07:00');
  ids = await openCases(api, worker, { count: 3, receivedAt: api.now() });
  await openCases(api, elsewhere, { count: 1, receivedAt: api.now() });
  api.setClock('2026-01-06T00:30:00+07:00');
});
afterEach(() => api.close());

const order = { unit: '91', from: 'OLD', to: 'NEW', document: '16/QĐ-UBND' };

async function migrates(input: object = {}, by = administrator) {
  const document = `mutation ($input: MigrateProcedureInput!) { migrateProcedure(input: $input) {
    cases moved voided failed done userErrors { code field message } } }`;
  const idempotencyKey = 'order-of-the-province-1';
  const sent = { input: { ...order, idempotencyKey, ...input } };
  const { data, errors, text } = await send(api.administer, by, document, sent);
  return { answer: data?.migrateProcedure, errors, text };
}

async function previews(wish: object = {}, by = administrator) {
  const document = `query ($unit: UnitCode!, $from: ID!, $to: ID!, $first: Int!, $after: String) {
    previewProcedureMigration(unit: $unit, from: $from, to: $to, first: $first, after: $after) {
      nodes { caseCode unitCode deadline rule before { dueAt status } after { dueAt status } breached }
      pageInfo { endCursor hasNextPage } userErrors { code field } } }`;
  const variables = { unit: '91', from: 'OLD', to: 'NEW', first: 50, ...wish };
  const { data, errors } = await send(api.administer, by, document, variables);
  return { answer: data?.previewProcedureMigration, errors };
}

const migrated = () => factsOf(api, ids, ['ProcedureMigrated', 'DeadlineMoved']);

describe('a preview', () => {
  it('tells each deadline with its old and its new end, and writes nothing', async () => {
    const { answer } = await previews();
    expect(answer.nodes).toHaveLength(3);
    expect(answer.nodes[0]).toMatchObject({
      unitCode: '91001',
      deadline: 'D05.I.1.-.1.0.L',
      rule: 'D05',
      before: { dueAt: '2026-01-06T00:00:00.000Z', status: 'CONDITIONAL' },
      after: { dueAt: '2026-01-05T22:00:00.000Z', status: 'CONDITIONAL' },
      breached: false,
    });
    expect(await migrated()).toEqual([]);
  });

  it('goes page by page, each case once', async () => {
    const codes: string[] = [];
    let after: string | null = null;
    do {
      const { answer } = await previews({ first: 1, after });
      codes.push(...answer.nodes.map(({ caseCode }: { caseCode: string }) => caseCode));
      after = answer.pageInfo.endCursor;
    } while (after !== null);
    expect(new Set(codes).size).toBe(3);
    expect(codes).toHaveLength(3);
  });

  it('is for administrators and for supervisors above the unit', async () => {
    const own = tokenOf((await api.appoint('PROVINCE_SUPERVISOR', '91')).id);
    const other = tokenOf((await api.appoint('PROVINCE_SUPERVISOR', '92')).id);
    const worker = tokenOf('officer-COMMUNE_WORKER-91001');
    expect((await previews({}, own)).answer.nodes).toHaveLength(3);
    for (const by of [other, worker])
      expect((await previews({}, by)).errors[0]?.extensions['code']).toBe('NOT_ALLOWED');
  });

  it('says what it cannot preview', async () => {
    const errorsOf = async (wish: object) => (await previews(wish)).answer.userErrors;
    expect(await errorsOf({ from: 'NONE' })).toMatchObject([{ field: ['from'] }]);
    expect(await errorsOf({ to: 'NONE' })).toMatchObject([{ field: ['to'] }]);
    expect(await errorsOf({ to: 'OLD' })).toMatchObject([{ field: ['to'] }]);
    expect(await errorsOf({ to: 'ND56/2017' })).toMatchObject([{ field: ['to'] }]);
    expect(await errorsOf({ from: '' })).toMatchObject([{ field: ['from'] }]);
  });
});

describe('an order', () => {
  it('lets the cases of the unit change over by facts, and none elsewhere', async () => {
    const { answer } = await migrates();
    const counts = { cases: 3, moved: 3, voided: 0, failed: 0 };
    expect(answer).toEqual({ ...counts, done: true, userErrors: [] });
    const types = (await migrated()).map(({ type }) => type);
    expect(types.filter((type) => type === 'ProcedureMigrated')).toHaveLength(6);
    const head = await api.around.ledger.head(ids[0] ?? '');
    expect(head?.state.incidentLeg.overlay).toBe('NEW');
    expect(head?.state.revision).toBe(1);
    const [event] = (await api.around.ledger.events(ids[0] ?? '', 0)).slice(-1);
    expect(event).toMatchObject({ act: 'migrate', by: { kind: 'SYSTEM' } });
    expect(event?.facts[0]).toMatchObject({ document: '16/QĐ-UBND' });
    expect((await previews()).answer.nodes).toEqual([]);
  });

  it('is carried out once under its key, and answers the same again', async () => {
    const first = await migrates();
    const facts = await migrated();
    expect((await migrates()).answer).toEqual(first.answer);
    expect(await migrated()).toEqual(facts);
    const { answer } = await migrates({ document: '17/QĐ-UBND' });
    expect(answer).toMatchObject({
      cases: null,
      done: null,
      userErrors: [{ code: 'IDEMPOTENCY_KEY_REUSED', field: ['idempotencyKey'] }],
    });
  });

  it('goes on where it was left, some cases at a time', async () => {
    const worker = await api.appoint('COMMUNE_WORKER', '91002');
    api.setClock('2026-01-05T23:30:00+07:00');
    await openCases(api, worker, { count: 60, receivedAt: api.now() });
    api.setClock('2026-01-06T00:30:00+07:00');
    const first = await migrates();
    expect(first.answer).toMatchObject({ cases: 50, moved: 50, done: false });
    expect((await migrates()).answer).toMatchObject({ cases: 63, moved: 63, done: true });
  });

  it('names a case that fails with an alarm, and lets the others change over', async () => {
    const { ledger } = api.around;
    const commit: typeof ledger.commit = (wish) => {
      if (wish.cases.some(({ after }) => after.id === ids[1])) throw new TypeError('broken');
      return ledger.commit(wish);
    };
    Object.assign(api.around, { ledger: { ...ledger, commit } });
    expect((await migrates()).answer).toMatchObject({ cases: 2, failed: 1, done: true });
    expect(api.lines).toContainEqual({
      event: 'migration_failed',
      alarm: true,
      caseId: ids[1],
      code: 'TypeError',
    });
    Object.assign(api.around, { ledger });
    const again = await migrates({ idempotencyKey: 'order-of-the-province-2' });
    expect(again.answer).toMatchObject({ cases: 1, failed: 0, done: true });
  });

  it('waits for whoever was first with a case, and is not lost', async () => {
    const { ledger } = api.around;
    let conflicts = 1;
    const commit: typeof ledger.commit = async (wish) => {
      conflicts -= 1;
      return conflicts < 0 ? ledger.commit(wish) : 'OTHER_COMMIT';
    };
    Object.assign(api.around, { ledger: { ...ledger, commit } });
    expect((await migrates()).answer).toMatchObject({ cases: 3, failed: 0 });
  });

  it('is for administrators alone', async () => {
    const supervisor = tokenOf((await api.appoint('PROVINCE_SUPERVISOR', '91')).id);
    expect((await migrates({}, supervisor)).errors[0]?.extensions['code']).toBe('NOT_ALLOWED');
    expect(await migrated()).toEqual([]);
  });

  it('says what is wrong with it, and never repeats what was sent', async () => {
    const { answer, text } = await migrates({ to: 'SECRET', from: 'OLD' });
    expect(answer.userErrors).toMatchObject([{ field: ['to'] }]);
    expect(text).not.toContain('SECRET');
    expect((await migrates({ unit: '77' })).answer.userErrors).toMatchObject([
      { code: 'UNIT_UNKNOWN', field: ['unit'] },
    ]);
    expect((await migrates({ document: '' })).answer.userErrors).toMatchObject([
      { field: ['document'] },
    ]);
  });
});

it('shows local procedures, who adopted them, and the deadlines they set', async () => {
  const adoption = { by: '92002', from: plainDate('2026-01-01'), policy: '12/NQ' };
  api.law.procedures = [decree56, { ...old, adoptedBy: [adoption] }];
  const worker = tokenOf('officer-COMMUNE_WORKER-91001');
  const document = `query ($id: ID!) {
    procedures { id over unconfirmed adoptedBy { unitCode validFrom validUntil policy } limits { basis } }
    case(id: $id) { incidentLeg { procedure overlay }
      deadlines { id rule local basis source account { vi en } } } }`;
  const { data } = await send(api.serve, worker, document, { id: ids[0] });
  expect(data.procedures[0]).toMatchObject({ id: 'ND56/2017', over: null, adoptedBy: [] });
  expect(data.procedures[1]).toMatchObject({
    id: 'OLD',
    over: 'ND56/2017',
    adoptedBy: [{ unitCode: '92002', validFrom: '2026-01-01', validUntil: null, policy: '12/NQ' }],
    limits: [{ basis: 'LOCAL' }],
  });
  expect(data.case.incidentLeg).toEqual({ procedure: 'ND56/2017', overlay: 'OLD' });
  const of = (local: boolean) =>
    data.case.deadlines.find(
      (each: { rule: string; local: boolean }) => each.rule === 'D05' && each.local === local,
    );
  expect(of(false)).toMatchObject({ id: 'D05.I.1.-.1.0', basis: 'LAW' });
  expect(of(true)).toMatchObject({ id: 'D05.I.1.-.1.0.L', basis: 'LOCAL', source: 'QT-45' });
  const { data: told } = await send(
    api.serve,
    worker,
    `query ($id: ID!) { case(id: $id) { history(first: 1) {
      nodes { facts { type deadline procedure } } } } }`,
    { id: ids[0] },
  );
  expect(told.case.history.nodes[0].facts).toContainEqual({
    type: 'DeadlineSet',
    deadline: 'D05.I.1.-.1.0.L',
    procedure: 'OLD',
  });
  expect(of(true).account.vi).toContain('quy trình của địa phương (QT-45)');
  expect(of(true).account.en).toContain('the limit of the law runs beside it');
});
