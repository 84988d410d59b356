import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Sandbox } from '../../infra/local/sandbox.ts';
import { local, receive, utc } from '../support/followed.ts';
import { history, moveClock, type Officer, officer, startSandbox } from '../support/http.ts';

const received = '2026-03-09 08:00';
let sandbox: Sandbox;

beforeAll(async () => {
  sandbox = await startSandbox({ clock: Date.parse(local(received)) });
});
afterAll(() => sandbox.close());

async function breachesOf(by: Officer, id: string) {
  const facts = await history(by, id);
  return facts
    .filter(({ type }) => type === 'BreachRecorded')
    .map(({ deadline, about }) => [deadline, about]);
}

it('rings for the eight hours a commune has adopted, and again for the twelve of the law', async () => {
  const worker = await officer(sandbox.origin, 'COMMUNE_WORKER', '99005');
  const followed = await receive(worker, '99005', received);
  await followed.does(worker, 'assessInitially', { seriousHarm: true });
  await moveClock(sandbox.origin, local('2026-03-09 20:00'));
  expect(await breachesOf(worker, followed.id)).toEqual([
    ['D05.I.1.-.1.0.L', utc('2026-03-09 16:00')],
    ['D05.I.1.-.1.0', utc('2026-03-09 20:00')],
  ]);
  const mails = await fetch(`${sandbox.origin}/sandbox/mail`).then((page) => page.text());
  expect(mails).toContain('Quy trình của địa phương, không thay thời hạn luật định: QT-45');
});

it('counts the working hours another has adopted, while the law counts through the night', async () => {
  const worker = await officer(sandbox.origin, 'COMMUNE_WORKER', '99006');
  await moveClock(sandbox.origin, local('2026-03-10 16:00'));
  const at = '2026-03-10 16:00';
  const followed = await receive(worker, '99006', at, { happenedAt: local(at) });
  await moveClock(sandbox.origin, local('2026-03-11 11:00'));
  expect(await breachesOf(worker, followed.id)).toEqual([
    ['D04.I.1.-.1.0', utc('2026-03-11 04:00')],
    ['D04.I.1.-.1.0.L', utc('2026-03-11 10:30')],
  ]);
});
