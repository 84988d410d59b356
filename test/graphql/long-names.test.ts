import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { openTestApi, send, type TestApi, tokenOf } from '../support/api.ts';

let api: TestApi;
let administrator: object;

beforeAll(async () => {
  api = await openTestApi();
  administrator = tokenOf((await api.appoint('ADMINISTRATOR', 'VN')).id);
});
afterAll(() => api.close());

// A store refuses to look for a key of more than 2,048 bytes, and that would read like an outage.
it.each([
  [
    'units',
    'query ($name: UnitCode!) { found: units(parent: $name) { nodes { code } } }',
    { nodes: [] },
  ],
  ['unitPosts', 'query ($name: UnitCode!) { found: unitPosts(unit: $name) { id } }', []],
])('%s asks the store for nothing under a name longer than any', async (_, query, nothing) => {
  const sent = vi.spyOn(api.database.client, 'send');
  for (const name of ['x'.repeat(3_000), '']) {
    const { data, errors } = await send(api.administer, administrator, query, { name });
    expect([data?.found, errors]).toEqual([nothing, []]);
  }
  expect(JSON.stringify(sent.mock.calls.map(([command]) => command.input))).not.toContain('xxx');
  sent.mockRestore();
});
