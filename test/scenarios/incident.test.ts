import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Sandbox } from '../../infra/local/sandbox.ts';
import { local, utc } from '../support/followed.ts';
import {
  type CaseSeen,
  history,
  inbox,
  moveClock,
  type Officer,
  officer,
  report,
  seen,
  startSandbox,
} from '../support/http.ts';

const commune = '99001';
const child = (fullName: string) => ({ sex: 'UNKNOWN', estimatedAge: 8, fullName });
let sandbox: Sandbox;
let worker: Officer;
let chair: Officer;
let police: Officer;
let opened: CaseSeen;

beforeAll(async () => {
  sandbox = await startSandbox({ clock: Date.parse(local('2026-03-09 08:00')) });
  worker = await officer(sandbox.origin, 'COMMUNE_WORKER', commune);
  chair = await officer(sandbox.origin, 'COMMUNE_CHAIR', commune);
  police = await officer(sandbox.origin, 'COMMUNE_POLICE', commune);
  const otherChildren = [child('Trẻ Thử Nghiệm 2')];
  const told = report(commune, local('2026-03-09 08:00'), { otherChildren });
  opened = await worker.does('receiveReport', told);
});
afterAll(() => sandbox.close());

async function cases(): Promise<readonly { readonly id: string; readonly version: number }[]> {
  const query = `query ($id: ID!) { case(id: $id) { incident { cases { id version } } } }`;
  type Answer = { case: { incident: { cases: { id: string; version: number }[] } } };
  return (await worker.ask<Answer>(query, { id: opened.id })).case.incident.cases;
}

const notices = async (kind: string) => {
  const told = await inbox(chair, `COMMUNE_CHAIR@${commune}`);
  return told.filter((notice) => notice.kind === kind);
};

it('tells the commune of each child of one report', async () => {
  await moveClock(sandbox.origin, local('2026-03-09 09:00'));
  expect(await notices('FORWARDED')).toHaveLength(2);
});

it('lets each child have twelve hours of its own, and a case that goes its own way', async () => {
  await worker.does('assessInitially', {
    caseId: opened.id,
    expectedVersion: opened.version,
    seriousHarm: false,
  });
  await moveClock(sandbox.origin, local('2026-03-09 20:30'));
  const [first, second] = await Promise.all((await cases()).map(({ id }) => seen(worker, id)));
  expect([first?.step, first?.overdue]).toEqual(['NEEDS_ASSESSMENT', false]);
  expect([second?.step, second?.overdue]).toEqual(['INITIAL_ASSESSMENT', true]);
});

it('takes a further report into every case, with a child nobody had spoken of', async () => {
  const receivedAt = local('2026-03-09 21:00');
  await moveClock(sandbox.origin, local('2026-03-09 21:05'));
  const more = { otherChildren: [child('Trẻ Thử Nghiệm 3')] };
  const asked = { caseId: opened.id, receivedAt, channel: 'IN_PERSON', ...more };
  await police.does('addReport', asked);
  await moveClock(sandbox.origin, local('2026-03-09 22:00'));
  expect(await notices('REPORT_ADDED')).toHaveLength(2);
  expect(await notices('FORWARDED')).toHaveLength(3);
  const third = (await cases())[2]?.id ?? '';
  const form02 = (await seen(worker, third)).deadlines.find(({ rule }) => rule === 'D04');
  expect(form02?.dueAt).toBe(utc('2026-03-10 09:00'));
});

it('corrects when the first report was received, on record in every case it spoke of', async () => {
  const [first] = await cases();
  const receivedAt = local('2026-03-09 07:30');
  const said = { caseId: opened.id, report: 1, receivedAt, reason: 'EVIDENCE' };
  await chair.does('correctReceipt', { ...said, expectedVersion: first?.version });
  const types = await Promise.all(
    (await cases()).map(async ({ id }) => {
      const facts = await history(worker, id);
      return facts.filter(({ act }) => act === 'correctReceipt').map(({ type }) => type);
    }),
  );
  const inFirst = types.slice(0, 2).map((each) => each.slice(0, 2));
  expect(inFirst).toEqual(inFirst.map(() => ['ReceiptCorrected', 'ReceiptMoved']));
  expect(types[2]).toEqual(['ReceiptCorrected']);
});
