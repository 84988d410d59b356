import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Sandbox } from '../../infra/local/sandbox.ts';
import { ends, local, receive, utc } from '../support/followed.ts';
import { history, moveClock, type Officer, officer, seen, startSandbox } from '../support/http.ts';

const commune = '99001';
const received = '2026-03-09 08:00';
let sandbox: Sandbox;
let worker: Officer;
let chair: Officer;
let police: Officer;

beforeAll(async () => {
  sandbox = await startSandbox({ near: false, clock: Date.parse(local(received)) });
  worker = await officer(sandbox.origin, 'COMMUNE_WORKER', commune);
  chair = await officer(sandbox.origin, 'COMMUNE_CHAIR', commune);
  police = await officer(sandbox.origin, 'COMMUNE_POLICE', commune);
});
afterAll(() => sandbox.close());

const harm = { ground: 'CARER_IS_HARM_SOURCE' };
const inError = { raisedInError: true };
const twelveHours = ['D05', utc('2026-03-09 20:00'), 'PLANNED'];

it('asks for no emergency measure once Form 02 finds no serious harm', async () => {
  const followed = await receive(worker, commune, received);
  const after = await followed.does(worker, 'assessInitially', { seriousHarm: false });
  expect(after.deadlines.map(({ rule }) => rule)).toEqual(['D06']);
});

it('asks for one before Form 02 when the police raise an emergency, whatever Form 02 finds', async () => {
  const followed = await receive(worker, commune, received);
  expect(ends(await followed.does(police, 'raiseEmergency', harm))).toContainEqual(twelveHours);
  const assessed = await followed.does(worker, 'assessInitially', { seriousHarm: false });
  expect(ends(assessed)).toContainEqual(twelveHours);
});

it('lets the hours of the receipt run on when an emergency is lowered before Form 02', async () => {
  const followed = await receive(worker, commune, received);
  await followed.does(worker, 'raiseEmergency', harm);
  const lowered = await followed.does(chair, 'lowerEmergency', inError);
  expect(ends(lowered)).toContainEqual([...twelveHours.slice(0, 2), 'CONDITIONAL']);
  const found = await followed.does(worker, 'assessInitially', { seriousHarm: true });
  expect(ends(found)).toContainEqual(twelveHours);
});

it('takes a measure before Form 02 as the measure that Form 02 then calls for', async () => {
  const followed = await receive(worker, commune, received);
  await followed.does(police, 'applyEmergencyMeasure', { measures: ['ACT_STOPPED_BY_POLICE'] });
  const after = await followed.does(worker, 'assessInitially', { seriousHarm: true });
  expect(after.emergency).toBe(true);
  expect(after.deadlines.map(({ rule }) => rule)).toEqual(['D06']);
});

it('gives no new twelve hours to an emergency that is lowered and raised again within them', async () => {
  const followed = await receive(worker, commune, received);
  await followed.does(worker, 'assessInitially', { seriousHarm: true });
  await moveClock(sandbox.origin, local('2026-03-09 19:00'));
  const lowered = await followed.does(chair, 'lowerEmergency', inError);
  expect(lowered.deadlines.map(({ rule }) => rule)).toEqual(['D06']);
  expect(ends(await followed.does(worker, 'raiseEmergency', harm))).toContainEqual(twelveHours);
});

it('gives an emergency raised after the lowered one was due twelve hours of its own', async () => {
  const followed = await receive(worker, commune, received);
  await followed.does(worker, 'assessInitially', { seriousHarm: true });
  await followed.does(chair, 'lowerEmergency', inError);
  await moveClock(sandbox.origin, local('2026-03-09 21:00'));
  const raised = { ...harm, happenedAt: local('2026-03-09 20:30') };
  const again = await followed.does(worker, 'raiseEmergency', raised);
  expect(ends(again)).toContainEqual(['D05', utc('2026-03-10 08:30'), 'PLANNED']);
});

it('lets nobody call off a breach after Form 02 found serious harm: the province is still told', async () => {
  const followed = await receive(worker, commune, '2026-03-09 21:00');
  await followed.does(worker, 'assessInitially', { seriousHarm: true });
  await moveClock(sandbox.origin, local('2026-03-10 09:00'));
  expect((await seen(worker, followed.id)).overdue).toBe(true);
  const lowered = await followed.does(chair, 'lowerEmergency', inError);
  expect([lowered.emergency, lowered.overdue]).toEqual([false, true]);
  await moveClock(sandbox.origin, local('2026-03-10 11:00'));
  const climbed = (await history(worker, followed.id)).filter(({ act }) => act === 'sweep');
  expect(climbed.map(({ type, about }) => [type, about]).slice(-2)).toEqual([
    ['BreachRecorded', utc('2026-03-10 09:00')],
    ['Escalated', utc('2026-03-10 09:15')],
  ]);
  const late = { measures: ['SAFE_SHELTER'] };
  expect((await followed.does(chair, 'applyEmergencyMeasure', late)).overdue).toBe(false);
});
