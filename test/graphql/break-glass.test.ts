import { afterAll, beforeAll, expect, it } from 'vitest';
import { execute } from '#app/execute.ts';
import { isRefusal } from '#domain/refusal.ts';
import { newId } from '#runtime/world.ts';
import { openTestApi, send, type TestApi, tokenOf } from '../support/api.ts';
import { reportOf } from '../support/commands.ts';

let api: TestApi;
let caseId: string;

beforeAll(async () => {
  api = await openTestApi();
  const worker = await api.appoint('COMMUNE_WORKER', '91001');
  await api.appoint('COMMUNE_POLICE', '92001');
  const command = reportOf('91001', newId(), api.now());
  const asked = { actor: worker, command, idempotencyKey: newId(), expectedVersion: null };
  const done = await execute(asked, api.around);
  if (isRefusal(done)) throw new Error(done.refused);
  caseId = done.state.id;
  const reason = 'Trẻ đang ở đồn công an, cần tìm người chăm sóc.';
  const query = `mutation ($input: BreakGlassInput!) { breakGlass(input: $input) {
    case { id } userErrors { code } } }`;
  const input = { idempotencyKey: newId(), caseId, reason };
  const { data } = await send(api.serve, stranger, query, { input });
  expect(data.breakGlass.userErrors).toEqual([]);
});
afterAll(() => api.close());

const stranger = tokenOf('officer-COMMUNE_POLICE-92001', 'cases:read');

it.each([
  ['who the child is', 'identity { fullName }', ['STATUS', 'IDENTITY']],
  ['where it stands and nothing more', 'step', ['STATUS']],
])('a reading under a broken glass is marked so: %s', async (_, field, classes) => {
  const before = api.reads.length;
  const query = `{ case(id: "${caseId}") { ${field} } }`;
  const { data, errors } = await send(api.serve, stranger, query);
  expect([data.case === null, errors]).toEqual([false, []]);
  const [entry, ...others] = api.reads.slice(before);
  expect(others).toEqual([]);
  expect(entry).toMatchObject({ caseId, classes, glass: 'g2' });
  expect(entry?.actor.id).toBe('officer-COMMUNE_POLICE-92001');
});

it('a reading by right is not marked', async () => {
  const before = api.reads.length;
  const query = `{ case(id: "${caseId}") { identity { fullName } } }`;
  await send(api.serve, tokenOf('officer-COMMUNE_WORKER-91001'), query);
  expect(api.reads.slice(before)).toMatchObject([{ classes: ['IDENTITY'], glass: null }]);
});

it('the reason is in no line of the log and in no clear item', async () => {
  expect(JSON.stringify(api.lines)).not.toContain('đồn công an');
  const events = await api.around.ledger.events(caseId, 0);
  expect(JSON.stringify(events)).not.toContain('đồn công an');
});

it.each([
  ['an instant before it was broken, by a clock set back', '2026-01-05T07:29:59.999+07:00', false],
  ['when it was broken', '2026-01-05T07:30:00+07:00', true],
  ['an instant before three hours are over', '2026-01-05T10:29:59.999+07:00', true],
  ['when three hours are over', '2026-01-05T10:30:00+07:00', false],
])('is judged by comparison: %s', async (_, at, isSeen) => {
  api.setClock(at);
  const { data } = await send(api.serve, stranger, `{ case(id: "${caseId}") { step } }`);
  expect(data.case !== null).toBe(isSeen);
});
