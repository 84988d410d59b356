import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Sandbox } from '../../infra/local/sandbox.ts';
import {
  history,
  inbox,
  moveClock,
  type Officer,
  officer,
  report,
  seen,
  startSandbox,
} from '../support/http.ts';

const incident = '99001';
const residence = '99003';
let sandbox: Sandbox;
let worker: Officer;
let chair: Officer;
let police: Officer;
let province: Officer;
let there: { worker: Officer; chair: Officer };
let id: string;
let version: number;

beforeAll(async () => {
  sandbox = await startSandbox({ clock: Date.parse('2026-02-16T21:00:00+07:00') });
  const { origin } = sandbox;
  worker = await officer(origin, 'COMMUNE_WORKER', incident);
  chair = await officer(origin, 'COMMUNE_CHAIR', incident);
  police = await officer(origin, 'COMMUNE_POLICE', incident);
  province = await officer(origin, 'PROVINCE_SUPERVISOR', '99');
  there = {
    worker: await officer(origin, 'COMMUNE_WORKER', residence),
    chair: await officer(origin, 'COMMUNE_CHAIR', residence),
  };
});
afterAll(() => sandbox.close());

const to = (text: string) => moveClock(sandbox.origin, `${text}:00+07:00`);
const utc = (text: string) => new Date(`${text}:00+07:00`).toISOString();

async function act(by: Officer, name: string, input: object = {}) {
  const done = await by.does(name, { caseId: id, expectedVersion: version, ...input });
  version = done.version;
  return done;
}

it('gives a report in the night of Tết twelve hours by the clock', async () => {
  await to('2026-02-16T22:10');
  const opened = await worker.does('receiveReport', report(incident, '2026-02-16T22:10:00+07:00'));
  id = opened.id;
  version = opened.version;
  const due = opened.deadlines.map(({ rule, dueAt, status }) => [rule, dueAt, status]);
  expect(due).toEqual([
    ['D04', utc('2026-02-17T10:10'), 'PLANNED'],
    ['D05', utc('2026-02-17T10:10'), 'CONDITIONAL'],
  ]);
});

it('reminds the worker after nine hours and tells worker, chair and police at twelve', async () => {
  await to('2026-02-17T07:10');
  const reminded = await inbox(worker, `COMMUNE_WORKER@${incident}`);
  expect(reminded.map(({ kind }) => kind)).toEqual(['FORWARDED', 'REMINDER']);
  await to('2026-02-17T10:10');
  const breach = { kind: 'BREACH', about: utc('2026-02-17T10:10'), email: 'SENT' };
  for (const [by, post] of [
    [worker, `COMMUNE_WORKER@${incident}`],
    [chair, `COMMUNE_CHAIR@${incident}`],
    [police, `COMMUNE_POLICE@${incident}`],
  ] as const)
    expect((await inbox(by, post)).at(-1)).toMatchObject({ ...breach, duty: { rule: 'D04' } });
});

it('makes the statutory breach visible once the late Form 02 finds serious harm', async () => {
  await to('2026-02-17T11:00');
  await act(worker, 'assessInitially', { seriousHarm: true });
  await to('2026-02-17T11:01');
  const facts = await history(worker, id);
  const breaches = facts.filter(({ type }) => type === 'BreachRecorded');
  expect(breaches.map(({ about, deadline }) => [deadline?.slice(0, 3), about])).toEqual([
    ['D04', utc('2026-02-17T10:10')],
    ['D05', utc('2026-02-17T10:10')],
  ]);
  expect(breaches[1]?.known.slice(0, 16)).toBe(utc('2026-02-17T11:00').slice(0, 16));
});

it('climbs to the province a quarter of an hour after the breach nobody acknowledges', async () => {
  const told = await inbox(province, 'PROVINCE_SUPERVISOR@99');
  expect(told.map(({ kind, duty }) => [kind, duty?.rule])).toEqual([
    ['ESCALATION', 'D04'],
    ['ESCALATION', 'D05'],
  ]);
  expect(told.map(({ about }) => about)).toEqual([
    utc('2026-02-17T10:25'),
    utc('2026-02-17T10:25'),
  ]);
});

it('closes the breach late when the measure is applied', async () => {
  const after = await act(chair, 'applyEmergencyMeasure', { measures: ['SAFE_SHELTER'] });
  expect(after.deadlines.map(({ rule }) => rule)).toEqual(['D06']);
  expect(after.overdue).toBe(false);
});

it('tells both communes of a hand-over and moves the residence leg when it is accepted', async () => {
  await to('2026-02-23T09:00');
  await act(worker, 'offerHandover', { to: residence });
  await to('2026-02-23T10:00');
  const offers = await Promise.all([
    inbox(worker, `COMMUNE_WORKER@${incident}`),
    inbox(there.chair, `COMMUNE_CHAIR@${residence}`),
  ]);
  for (const items of offers) expect(items.at(-1)?.kind).toBe('HANDOVER_OFFERED');
  version = (await seen(there.chair, id)).version;
  const accepted = await act(there.chair, 'acceptHandover');
  expect(accepted.residenceLeg.unitCode).toBe(residence);
});

it('no longer lets the commune of the incident act on the steps of the residence', async () => {
  const refused = await worker.tries('assessNeeds', {
    caseId: id,
    expectedVersion: version,
    planNeeded: true,
  });
  expect(refused.userErrors[0]?.code).toBe('NOT_ALLOWED');
});

it('gives five working days for the plan and two for its approval', async () => {
  await to('2026-02-24T09:00');
  const assessed = await act(there.worker, 'assessNeeds', { planNeeded: true });
  expect(assessed.deadlines).toMatchObject([{ rule: 'D07', dueAt: utc('2026-03-04T00:00') }]);
  await act(there.worker, 'recordMeeting');
  await to('2026-03-03T16:00');
  const items = [
    { id: 'i1', measure: 'MEDICAL_CARE', startOn: '2026-03-05', endOn: '2026-03-20' },
    { id: 'i2', measure: 'COUNSELLING', startOn: '2026-03-05', endOn: '2026-04-10' },
  ];
  const submitted = await act(there.worker, 'submitPlan', { items });
  expect(submitted.deadlines).toMatchObject([{ rule: 'D08', dueAt: utc('2026-03-06T00:00') }]);
  const approved = await act(there.chair, 'approvePlan');
  expect(approved.deadlines.map(({ rule }) => rule).toSorted()).toEqual([
    'D09',
    'D10',
    'D10',
    'D11',
  ]);
});

it('goes round again after a review that continues, and closes after one that is safe', async () => {
  await act(there.worker, 'sendDecision', { recipients: 3 });
  await to('2026-03-20T09:00');
  await act(there.worker, 'completePlanItem', { item: 'i1' });
  await to('2026-04-13T09:00');
  const again = await act(there.worker, 'reviewPlan', {
    outcome: 'CONTINUE',
    atRisk: true,
    stable: false,
  });
  expect([again.step, again.cycle]).toEqual(['PLAN_DRAFTING', 2]);
  const items = [{ id: 'j1', measure: 'COUNSELLING', startOn: '2026-04-15', endOn: '2026-05-15' }];
  await to('2026-04-14T09:00');
  await act(there.worker, 'submitPlan', { items });
  await act(there.chair, 'approvePlan');
  await act(there.worker, 'sendDecision', { recipients: 2 });
  await to('2026-05-14T09:00');
  await act(there.worker, 'completePlanItem', { item: 'j1' });
  const unsafe = await there.worker.tries('reviewPlan', {
    caseId: id,
    expectedVersion: version,
    outcome: 'CLOSE',
    atRisk: true,
    stable: true,
  });
  expect(unsafe.userErrors[0]?.code).toBe('REVIEW_NOT_SAFE');
  await act(there.worker, 'reviewPlan', { outcome: 'CLOSE', atRisk: false, stable: true });
  const closed = await act(there.chair, 'closeCase');
  expect(closed.deadlines.map(({ rule }) => rule)).toEqual(['D12']);
  const archived = await act(there.worker, 'archiveCase', { nationalRecord: 'TE-2026-0001' });
  expect([archived.step, archived.deadlines]).toEqual(['ARCHIVED', []]);
});

it('writes no mail that names the child', async () => {
  const mails = await (await fetch(`${sandbox.origin}/sandbox/mail`)).text();
  expect(mails).toContain('LC-0000001-3');
  expect(mails).not.toContain('Trẻ Thử Nghiệm');
});
