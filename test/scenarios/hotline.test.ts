import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Sandbox } from '../../infra/local/sandbox.ts';
import { local, machineToken, utc } from '../support/followed.ts';
import {
  inbox,
  moveClock,
  type Officer,
  officer,
  report,
  startSandbox,
  withToken,
} from '../support/http.ts';

const commune = '99001';
const received = '2026-03-09 08:00';
const personal = {
  narrative: { currentCondition: 'Tình huống giả định.' },
  informant: { name: 'Người Báo Tin' },
  perpetrators: [{ fullName: 'Đối Tượng Giả Định' }],
};
const told = report(commune, local(received), personal);
let sandbox: Sandbox;
let hotline: Officer;
let machine: Officer;
let worker: Officer;
let police: Officer;
let farPolice: Officer;

beforeAll(async () => {
  sandbox = await startSandbox({ near: false, clock: Date.parse(local(received)) });
  const { origin } = sandbox;
  hotline = await officer(origin, 'HOTLINE_111');
  machine = withToken(origin, await machineToken(origin, 'hotline-intake'));
  worker = await officer(origin, 'COMMUNE_WORKER', commune);
  police = await officer(origin, 'COMMUNE_POLICE', commune);
  farPolice = await officer(origin, 'COMMUNE_POLICE', '99003');
});
afterAll(() => sandbox.close());

type Parts = { visibleParts: string[]; informant: { name: string } | null; perpetrators: unknown };

async function parts(by: Officer, id: string): Promise<Parts | null> {
  const query = `query ($id: ID!) { case(id: $id) {
    visibleParts informant { name } perpetrators { fullName } } }`;
  return (await by.ask<{ case: Parts | null }>(query, { id })).case;
}

const openers = ['STATUS', 'IDENTITY', 'NARRATIVE', 'INFORMANT'];

it('answers a repeated intake as done before, though the machine may read no case', async () => {
  const once = { ...told, idempotencyKey: 'hotline-intake-repeat-1' };
  const first = await machine.tries('receiveReport', once);
  expect(first).toEqual({ replayed: false, case: null, userErrors: [] });
  const second = await machine.tries('receiveReport', once);
  expect(second).toEqual({ replayed: true, case: null, userErrors: [] });
});

it('shows officers of 111 the case their machine opened, with its informant and no more', async () => {
  const list = '{ cases(unit: "VN") { totalCount nodes { id } } }';
  type Listed = { cases: { totalCount: number; nodes: { id: string }[] } };
  const { cases } = await hotline.ask<Listed>(list);
  expect(cases.totalCount).toBe(1);
  const [opened] = cases.nodes;
  expect(await parts(hotline, opened?.id ?? '')).toEqual({
    visibleParts: openers,
    informant: { name: 'Người Báo Tin' },
    perpetrators: null,
  });
});

it('shows 111 no case that the commune opened itself', async () => {
  const own = await worker.does('receiveReport', told);
  expect(await parts(hotline, own.id)).toBeNull();
});

it('shows the police who received a report its informant, and the police of the place never', async () => {
  const { id } = await farPolice.does('receiveReport', told);
  expect((await parts(farPolice, id))?.visibleParts).toEqual(openers);
  const there = await parts(police, id);
  expect(there?.informant).toBeNull();
  expect(there?.perpetrators).toEqual([{ fullName: 'Đối Tượng Giả Định' }]);
});

it('tells 111 on the last rung of its own cases only, six hours after the breach', async () => {
  await hotline.does('receiveReport', told);
  await moveClock(sandbox.origin, local('2026-03-10 01:59'));
  expect(await inbox(hotline, 'HOTLINE_111@VN')).toEqual([]);
  await moveClock(sandbox.origin, local('2026-03-10 12:00'));
  const items = await inbox(hotline, 'HOTLINE_111@VN');
  const last = { kind: 'ESCALATION', about: utc('2026-03-10 02:00'), email: 'SENT' };
  expect(items).toMatchObject([last, last]);
  expect(new Set(items.map(({ caseCode }) => caseCode)).size).toBe(2);
});
