import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Sandbox } from '../../infra/local/sandbox.ts';
import { moveClock, officer, post, report, startSandbox } from '../support/http.ts';

let sandbox: Sandbox;

beforeAll(async () => {
  sandbox = await startSandbox({ clock: Date.parse('2026-03-20T08:00:00+07:00') });
  const worker = await officer(sandbox.origin, 'COMMUNE_WORKER', '99001');
  const received: readonly [string, number][] = [
    ['VIOLENCE', 12],
    ['SEXUAL_ABUSE', 3],
    ['TRAFFICKING', 9],
  ];
  for (const [category, count] of received)
    for (let opened = 0; opened < count; opened += 1)
      await worker.does(
        'receiveReport',
        report('99001', '2026-03-19T08:00:00+07:00', { categories: [category] }),
      );
}, 60_000);
afterAll(() => sandbox.close());

async function analytics(query: string) {
  const form = new URLSearchParams({
    grant_type: 'client_credentials',
    client_id: 'analytics',
    client_secret: 'analytics-secret',
  });
  const token = await fetch(`${sandbox.origin}/oauth/token`, { method: 'POST', body: form });
  const { access_token } = (await token.json()) as { access_token: string };
  const headers = { authorization: `Bearer ${access_token}` };
  return post(`${sandbox.origin}/statistics/graphql`, { query }, headers);
}

const releases = `{ releases(first: 10) { nodes { id period hash signature
  rows { province counts { category count { value suppressed } } total { value suppressed } }
  grandTotal { value suppressed } } } }`;

type Answer = { data: { releases: { nodes: Release[] } } };
type Count = { value: number | null; suppressed: boolean };
type Release = {
  id: string;
  period: string;
  hash: string;
  signature: string;
  rows: { province: string; counts: { category: string; count: Count }[]; total: Count }[];
  grandTotal: Count;
};

it('releases no quarter before it has settled', async () => {
  await moveClock(sandbox.origin, '2026-04-10T12:00:00+07:00');
  const { json } = await analytics(releases);
  const periods = (json as Answer).data.releases.nodes.map(({ period }) => period);
  expect(periods).not.toContain('2026-Q1');
});

it('releases the settled quarter once, with small counts and a complement suppressed', async () => {
  await moveClock(sandbox.origin, '2026-04-14T12:00:00+07:00');
  const { json } = await analytics(releases);
  const quarter = (json as Answer).data.releases.nodes.filter(({ period }) => period === '2026-Q1');
  expect(quarter).toHaveLength(1);
  const row = quarter[0]?.rows.find(({ province }) => province === '99');
  const shown = row?.counts.filter(({ count }) => !count.suppressed) ?? [];
  const hidden = row?.counts
    .filter(({ count }) => count.suppressed)
    .map(({ category }) => category);
  expect(hidden).toContain('SEXUAL_ABUSE');
  expect(hidden?.length).toBeGreaterThan(1);
  expect(shown.map(({ count }) => count.value)).not.toContain(3);
  expect(quarter[0]?.grandTotal).toEqual({ value: 24, suppressed: false });
});

it('shows the analytics client no case', async () => {
  const { json } = await analytics('{ cases(unit: "99001") { totalCount } }');
  expect((json as { errors: { extensions: { code: string } }[] }).errors[0]?.extensions.code).toBe(
    'BAD_REQUEST',
  );
});
