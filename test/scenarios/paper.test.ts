import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Sandbox } from '../../infra/local/sandbox.ts';
import { type Followed, local, receive, utc } from '../support/followed.ts';
import { history, moveClock, type Officer, officer, startSandbox } from '../support/http.ts';

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

const yesterday = (time: string) => local(`2026-03-08 ${time}`);
const enter = () =>
  receive(worker, commune, '2026-03-08 08:00', { happenedAt: yesterday('09:00') });

async function told(followed: Followed, type: string) {
  return (await history(worker, followed.id)).filter((fact) => fact.type === type);
}

it('keeps what was done in time yesterday and written down today free of breaches', async () => {
  const followed = await enter();
  await followed.does(worker, 'assessInitially', {
    seriousHarm: true,
    happenedAt: yesterday('10:00'),
  });
  const done = await followed.does(chair, 'applyEmergencyMeasure', {
    measures: ['FIRST_AID'],
    happenedAt: yesterday('12:00'),
  });
  await moveClock(sandbox.origin, local('2026-03-09 08:30'));
  expect(done.overdue).toBe(false);
  expect(await told(followed, 'BreachRecorded')).toEqual([]);
  const [measure] = await told(followed, 'EmergencyMeasureApplied');
  expect(measure?.about).toBe(utc('2026-03-08 12:00'));
  expect(measure?.known.slice(0, 10)).toBe('2026-03-09');
});

it('never erases a breach that was recorded before the paper came', async () => {
  const followed = await enter();
  await moveClock(sandbox.origin, local('2026-03-09 08:45'));
  const [breach] = await told(followed, 'BreachRecorded');
  expect(breach?.about).toBe(utc('2026-03-08 20:00'));
  const after = await followed.does(worker, 'assessInitially', {
    seriousHarm: false,
    happenedAt: yesterday('10:00'),
  });
  expect(after.overdue).toBe(false);
  expect(await told(followed, 'BreachRecorded')).toEqual([breach]);
});

it('takes no paper from before the report nor from the future', async () => {
  const followed = await enter();
  const early = { seriousHarm: false, happenedAt: yesterday('07:59') };
  const late = { seriousHarm: false, happenedAt: local('2026-03-19 08:00') };
  expect(await followed.refused(worker, 'assessInitially', early)).toBe('HAPPENED_BEFORE_RECEIPT');
  expect(await followed.refused(worker, 'assessInitially', late)).toBe('HAPPENED_IN_FUTURE');
});
