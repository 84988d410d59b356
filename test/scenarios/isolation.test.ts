import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Sandbox } from '../../infra/local/sandbox.ts';
import { ends, type Followed, local, receive, utc } from '../support/followed.ts';
import { history, inbox, moveClock, type Officer, officer, startSandbox } from '../support/http.ts';

const commune = '99001';
let sandbox: Sandbox;
let worker: Officer;
let chair: Officer;
let followed: Followed;

beforeAll(async () => {
  sandbox = await startSandbox({ clock: Date.parse(local('2026-03-10 08:00')) });
  worker = await officer(sandbox.origin, 'COMMUNE_WORKER', commune);
  chair = await officer(sandbox.origin, 'COMMUNE_CHAIR', commune);
  followed = await receive(worker, commune, '2026-03-10 08:00');
  await followed.does(worker, 'assessInitially', { seriousHarm: true });
});
afterAll(() => sandbox.close());

const minute = (text: string) => utc(text).slice(0, 16);
const order = { ground: 'ABUSED_BY_CARER' };
const cap = (end: string) => ['D13', utc(end), 'PLANNED'];
const assessment = (end: string) => ['D14', utc(end), 'PLANNED'];

it('meets the twelve hours, and asks for an assessment at its end and the cap', async () => {
  const ordered = await followed.does(chair, 'orderIsolation', { ...order, days: 7 });
  expect(ordered.deadlines.map(({ rule }) => rule)).not.toContain('D05');
  expect(ends(ordered)).toContainEqual(assessment('2026-03-18 00:00'));
  expect(ends(ordered)).toContainEqual(cap('2026-03-26 00:00'));
});

it('moves the assessment when it is extended, and never the cap', async () => {
  expect(await followed.refused(chair, 'extendIsolation', { days: 9 })).toBe(
    'ISOLATION_CAP_EXCEEDED',
  );
  const extended = await followed.does(chair, 'extendIsolation', { days: 8 });
  expect(ends(extended)).toContainEqual(assessment('2026-03-26 00:00'));
  expect(ends(extended)).toContainEqual(cap('2026-03-26 00:00'));
});

it('cannot be ordered twice at a time, nor outlast the emergency unseen', async () => {
  expect(await followed.refused(chair, 'orderIsolation', { ...order, days: 1 })).toBe(
    'ISOLATION_OPEN',
  );
  const over = { raisedInError: false };
  expect(await followed.refused(chair, 'lowerEmergency', over)).toBe('ISOLATION_OPEN');
});

it('leaves to a second order the days the first did not take', async () => {
  await moveClock(sandbox.origin, local('2026-03-15 09:00'));
  await followed.does(chair, 'endIsolation', { outcome: 'RETURNED_HOME' });
  expect(await followed.refused(chair, 'orderIsolation', { ...order, days: 11 })).toBe(
    'ISOLATION_CAP_EXCEEDED',
  );
  const second = await followed.does(chair, 'orderIsolation', { ...order, days: 10 });
  expect(ends(second)).toContainEqual(cap('2026-03-26 00:00'));
});

it('breaches the cap on the sixteenth day and climbs by working days', async () => {
  await moveClock(sandbox.origin, local('2026-03-31 08:00'));
  const facts = await history(worker, followed.id);
  const climb = facts.filter(({ act, deadline }) => act === 'sweep' && deadline?.startsWith('D13'));
  expect(climb.map(({ type, about }) => [type, about.slice(0, 16)])).toEqual([
    ['ReminderRecorded', minute('2026-03-23 08:15')],
    ['BreachRecorded', minute('2026-03-26 00:00')],
    ['Escalated', minute('2026-03-27 00:00')],
    ['Escalated', minute('2026-03-31 00:00')],
  ]);
  const told = await inbox(chair, `COMMUNE_CHAIR@${commune}`);
  expect(told.filter(({ duty }) => duty?.rule === 'D13')).toHaveLength(1);
});

it('ends late when the court is asked', async () => {
  const ended = await followed.does(chair, 'endIsolation', { outcome: 'COURT_REQUESTED' });
  expect(ended.deadlines.map(({ rule }) => rule)).toEqual(['D06']);
});
