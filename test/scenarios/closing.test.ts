import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Sandbox } from '../../infra/local/sandbox.ts';
import { ends, type Followed, local, receive, utc } from '../support/followed.ts';
import { history, moveClock, type Officer, officer, seen, startSandbox } from '../support/http.ts';

const commune = '99001';
let sandbox: Sandbox;
let worker: Officer;
let chair: Officer;

beforeAll(async () => {
  sandbox = await startSandbox({ clock: Date.parse(local('2026-03-09 08:00')) });
  worker = await officer(sandbox.origin, 'COMMUNE_WORKER', commune);
  chair = await officer(sandbox.origin, 'COMMUNE_CHAIR', commune);
});
afterAll(() => sandbox.close());

const items = [{ id: 'i1', measure: 'COUNSELLING', startOn: '2026-03-10', endOn: '2026-04-10' }];
const safe = { outcome: 'CLOSE', atRisk: false, stable: true };
const unsafe = { outcome: 'CONTINUE', atRisk: true, stable: false };

async function assessed(planNeeded: boolean): Promise<Followed> {
  const followed = await receive(worker, commune, '2026-03-09 08:00');
  await followed.does(worker, 'assessInitially', { seriousHarm: false });
  await followed.does(worker, 'assessNeeds', { planNeeded });
  return followed;
}

async function planned(): Promise<Followed> {
  const followed = await assessed(true);
  await followed.does(worker, 'recordMeeting');
  await followed.does(worker, 'submitPlan', { items });
  await followed.does(chair, 'approvePlan');
  return followed;
}

async function actsOf(by: Officer, { id }: Followed): Promise<readonly string[]> {
  const query = 'query ($id: ID!) { case(id: $id) { availableActions } }';
  return (await by.ask<{ case: { availableActions: string[] } }>(query, { id })).case
    .availableActions;
}

it('offers the chair an assessment, and no review, where there never was a plan', async () => {
  const followed = await assessed(false);
  const acts = await actsOf(chair, followed);
  expect(acts).toContain('closeCase');
  expect(acts).toContain('assessNeeds');
  expect(acts).not.toContain('reviewPlan');
  const back = await followed.does(chair, 'assessNeeds', { planNeeded: true });
  expect([back.step, ...ends(back)]).toEqual([
    'PLAN_DRAFTING',
    ['D07', utc('2026-03-17 00:00'), 'PLANNED'],
  ]);
});

it('offers the chair a review, and no assessment, where there was a plan', async () => {
  const followed = await planned();
  await followed.does(worker, 'reviewPlan', safe);
  const acts = await actsOf(chair, followed);
  expect(acts).toContain('reviewPlan');
  expect(acts).not.toContain('assessNeeds');
  const back = await followed.does(chair, 'reviewPlan', unsafe);
  expect([back.step, back.cycle]).toEqual(['PLAN_DRAFTING', 2]);
});

it('goes round as often as reviews say so, with five new working days each time', async () => {
  const followed = await planned();
  await followed.does(worker, 'reviewPlan', unsafe);
  await followed.does(worker, 'submitPlan', { items });
  await followed.does(chair, 'approvePlan');
  const third = await followed.does(worker, 'reviewPlan', unsafe);
  expect([third.cycle, ...ends(third)]).toEqual([3, ['D07', utc('2026-03-17 00:00'), 'PLANNED']]);
});

it('starts the five working days again when the chair returns a plan', async () => {
  const followed = await assessed(true);
  await followed.does(worker, 'recordMeeting');
  await followed.does(worker, 'submitPlan', { items });
  await moveClock(sandbox.origin, local('2026-03-10 08:00'));
  const returned = await followed.does(chair, 'returnPlan');
  expect(ends(returned)).toEqual([['D07', utc('2026-03-18 00:00'), 'PLANNED']]);
});

it('holds the chair to two working days for closing, and the archive to ten', async () => {
  const followed = await assessed(false);
  expect(ends(await seen(worker, followed.id))).toEqual([
    ['P02', utc('2026-03-13 00:00'), 'PLANNED'],
  ]);
  await moveClock(sandbox.origin, local('2026-03-13 08:00'));
  const closed = await followed.does(chair, 'closeCase');
  expect(ends(closed)).toEqual([['D12', utc('2026-03-28 00:00'), 'PLANNED']]);
  await moveClock(sandbox.origin, local('2026-03-30 08:00'));
  const archived = await followed.does(worker, 'archiveCase', { nationalRecord: 'TE-2026-0001' });
  expect([archived.step, archived.deadlines]).toEqual(['ARCHIVED', []]);
  const breaches = (await history(worker, followed.id)).filter(
    ({ type, deadline }) => type === 'BreachRecorded' && /^(P02|D12)/.test(deadline ?? ''),
  );
  expect(breaches.map(({ about }) => about)).toEqual([
    utc('2026-03-13 00:00'),
    utc('2026-03-28 00:00'),
  ]);
});

it('is no emergency any more once it is closed, so the archive is reminded of without alarm', async () => {
  const followed = await receive(worker, commune, '2026-03-30 08:00');
  await followed.does(worker, 'assessInitially', { seriousHarm: true });
  await followed.does(chair, 'applyEmergencyMeasure', { measures: ['FIRST_AID'] });
  await followed.does(worker, 'assessNeeds', { planNeeded: false });
  const closed = await followed.does(chair, 'closeCase');
  expect(closed.emergency).toBe(false);
  await moveClock(sandbox.origin, local('2026-04-14 08:00'));
  const answer = await fetch(`${sandbox.origin}/sandbox/mail`);
  const mails = (await answer.json()) as { subject: string }[];
  const about = mails.filter(({ subject }) => subject.includes(closed.code));
  expect(about[0]?.subject).toBe(`${closed.code}: Đã quá thời hạn`);
});
