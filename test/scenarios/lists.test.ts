import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Sandbox } from '../../infra/local/sandbox.ts';
import { type Officer, officer, report, startSandbox } from '../support/http.ts';

let sandbox: Sandbox;
const on = '2026-01-05T07:00:00+07:00';

beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.close());

type List = { cases: { totalCount: number; nodes: { code: string; case: object | null }[] } };

async function listed(by: Officer, unit: string, agency: string | null = null): Promise<List> {
  const query = `query ($unit: UnitCode!, $agency: ID) {
    cases(unit: $unit, agency: $agency, first: 100) { totalCount nodes { code case { id } } } }`;
  return by.ask<List>(query, { unit, agency });
}

it('shows nobody a row of a case they cannot open, and counts what it shows', async () => {
  const { origin } = sandbox;
  const police = await officer(origin, 'COMMUNE_POLICE', '99001');
  await police.does('receiveReport', report('99002', on));
  const hotline = await officer(origin, 'HOTLINE_111');
  await hotline.does('receiveReport', report('99003', on));
  const there = await officer(origin, 'COMMUNE_WORKER', '99002');
  const own = await there.does('receiveReport', report('99002', on));
  const at = { caseId: own.id, expectedVersion: own.version };
  const assessed = await there.does('assessInitially', { ...at, seriousHarm: false });
  const offer = { caseId: own.id, expectedVersion: assessed.version, to: '99004' };
  await there.does('offerHandover', offer);
  const seats: readonly [string, string | undefined, string, string | null, number][] = [
    ['COMMUNE_WORKER', '99001', '99001', null, 0],
    ['COMMUNE_POLICE', '99001', '99001', 'CA-99001', 1],
    ['COMMUNE_WORKER', '99002', '99002', null, 2],
    ['COMMUNE_POLICE', '99004', '99004', null, 1],
    ['COMMUNE_CHAIR', '99004', '99004', null, 1],
    ['PROVINCE_SUPERVISOR', '99', '99', null, 3],
    ['HOTLINE_111', undefined, 'VN', null, 1],
  ];
  for (const [role, seat, unit, agency, count] of seats) {
    const list = await listed(await officer(origin, role, seat), unit, agency);
    expect([role, list.cases.totalCount]).toEqual([role, count]);
    expect(list.cases.nodes).toHaveLength(count);
    for (const row of list.cases.nodes) expect(row.case).not.toBeNull();
  }
});

it("refuses another agency's list", async () => {
  const worker = await officer(sandbox.origin, 'COMMUNE_WORKER', '99001');
  await expect(listed(worker, '99001', 'CA-99001')).rejects.toThrow('NOT_ALLOWED');
});
