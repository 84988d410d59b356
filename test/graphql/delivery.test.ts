import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Channel } from '#domain/delivery.ts';
import type { Notice } from '#domain/notice.ts';
import { openTestApi, send, type TestApi, tokenOf } from '../support/api.ts';

let api: TestApi;
let administrator: object;
let chair: object;
let neighbour: object;
const post = { id: 'COMMUNE_WORKER@91001', role: 'COMMUNE_WORKER', unit: '91001' } as const;

const noticeOf = (id: string): Notice => ({
  id,
  caseId: 'a-case',
  caseCode: 'LC-0000001-3',
  kind: 'FORWARDED',
  post,
  emergency: true,
  about: api.now(),
  duty: null,
});

async function ended(id: string, outcome: 'SENT' | 'FAILED' | 'VOID', channel: Channel = 'EMAIL') {
  await api.notices.putNew([{ channel, to: post.id, notice: noticeOf(id) }], api.now());
  const claimed = await api.notices.claim({ channel, to: post.id, id }, api.now());
  if (claimed === undefined) throw new Error('It should have been free');
  const entry = { at: api.now(), code: `${outcome}_CODE`, words: '1', message: null };
  await api.notices.settle(claimed, { ...entry, outcome });
}

beforeAll(async () => {
  api = await openTestApi();
  administrator = tokenOf((await api.appoint('ADMINISTRATOR', 'VN')).id);
  await api.appoint('COMMUNE_WORKER', '91001');
  chair = tokenOf((await api.appoint('COMMUNE_CHAIR', '91001')).id);
  neighbour = tokenOf((await api.appoint('COMMUNE_CHAIR', '91002')).id);
  await ended('a-case#1', 'SENT');
  await ended('a-case#2', 'FAILED');
  await ended('a-case#2', 'VOID', 'SMS');
  await ended('a-case#3', 'FAILED');
});
afterAll(() => api.close());

const asks = (query: string, by = administrator, variables: object = {}) =>
  send(api.administer, by, query, variables);
const listed = `{ deliveries(unit: "91001", post: "${post.id}") {
  nodes { notice state attempts ledger { outcome code words } remedy } } }`;

it('an administrator reads how each delivery to a post stands, and what became of its attempts', async () => {
  const { data } = await asks(listed);
  expect(data.deliveries.nodes).toContainEqual({
    notice: 'a-case#2',
    state: 'FAILED',
    attempts: 1,
    ledger: [{ outcome: 'FAILED', code: 'FAILED_CODE', words: '1' }],
    remedy: 'ASK_CARRIER',
  });
  expect(data.deliveries.nodes).toHaveLength(3);
});

it('whoever oversees the post may look, without what is about cases closed to them; others may not', async () => {
  const seen = await asks(listed, chair);
  // There is no such case, so nobody but an administrator sees anything about it.
  expect(seen.data.deliveries.nodes).toEqual([]);
  const { errors } = await asks(listed, neighbour);
  expect(errors.map(({ extensions }) => extensions['code'])).toEqual(['NOT_ALLOWED']);
});

it('a post of another unit is not reached by naming a unit of one’s own', async () => {
  const { data } = await asks(
    `{ deliveries(unit: "91002", post: "${post.id}") { nodes { notice } } }`,
    neighbour,
  );
  expect(data.deliveries.nodes).toEqual([]);
});

it('the ways of one notice stand side by side', async () => {
  const { data } = await asks(`{ noticeDeliveries(unit: "91001", post: "${post.id}",
    notice: "a-case#2") { channel state } }`);
  expect(data.noticeDeliveries).toEqual([
    { channel: 'EMAIL', state: 'FAILED' },
    { channel: 'SMS', state: 'VOID' },
  ]);
});

const redriving = `mutation ($input: RedriveDeliveryInput!) { redriveDelivery(input: $input) {
  redriven userErrors { code field } } }`;
const dead = async () =>
  (await asks('{ deadLetters { nodes { notice } } }')).data.deadLetters.nodes.map(
    ({ notice }: { notice: string }) => notice,
  );

it('what was given up is begun anew once, on record, under the same entry of the inbox', async () => {
  expect(await dead()).toEqual(['a-case#2', 'a-case#3']);
  const input = { channel: 'EMAIL', to: post.id, notice: 'a-case#2' };
  const first = await asks(redriving, administrator, { input });
  expect(first.data.redriveDelivery).toEqual({ redriven: 1, userErrors: [] });
  const second = await asks(redriving, administrator, { input });
  expect(second.data.redriveDelivery).toEqual({
    redriven: null,
    userErrors: [{ code: 'DELIVERY_NOT_DEAD', field: ['notice'] }],
  });
  expect(await dead()).toEqual(['a-case#3']);
  const key = { channel: 'EMAIL', to: post.id, id: 'a-case#2' } as const;
  expect(await api.notices.find(key)).toMatchObject({ state: 'PENDING', attemptsBefore: 1 });
  const box = await api.notices.inbox(post.id, { first: 100, after: undefined });
  expect(box.rows.filter(({ id }) => id === key.id)).toHaveLength(1);
  const { data } = await asks('{ administrationLog(from: "2026-01-05") { nodes { act about } } }');
  expect(data.administrationLog.nodes).toContainEqual({
    act: 'redriveDelivery',
    about: ['EMAIL', post.id, 'a-case'],
  });
});

it('what is void is not begun anew', async () => {
  const input = { channel: 'SMS', to: post.id, notice: 'a-case#2' };
  const { data } = await asks(redriving, administrator, { input });
  expect(data.redriveDelivery.userErrors).toMatchObject([{ code: 'DELIVERY_NOT_DEAD' }]);
});

it('all that was given up for a post is begun anew at once', async () => {
  await ended('a-case#4', 'FAILED', 'SMS');
  const all = `mutation ($input: RedriveDeliveriesInput!) { redriveDeliveries(input: $input) {
    redriven more userErrors { code } } }`;
  const nobody = await asks(all, administrator, { input: { to: 'COMMUNE_WORKER@9100' } });
  expect(nobody.data.redriveDeliveries).toEqual({ redriven: 0, more: false, userErrors: [] });
  const { data } = await asks(all, administrator, { input: { to: post.id } });
  expect(data.redriveDeliveries).toEqual({ redriven: 2, more: false, userErrors: [] });
  expect(await dead()).toEqual([]);
});

it('a telephone and an address are kept apart, and a number that is none is not taken', async () => {
  const setting = `mutation ($input: SetContactInput!) { setContact(input: $input) {
    changed userErrors { field } } }`;
  const officer = 'officer-COMMUNE_WORKER-91001';
  const set = async (input: object) =>
    (await asks(setting, administrator, { input: { officer, ...input } })).data.setContact;
  expect(await set({ phone: '+84912345678' })).toEqual({ changed: true, userErrors: [] });
  expect((await set({ phone: '0912345678' })).userErrors).toEqual([{ field: ['phone'] }]);
  expect((await set({})).userErrors).toHaveLength(1);
  const { data } = await asks(`{ officer(id: "${officer}") { email phone unreachable { code } } }`);
  expect(data.officer).toEqual({
    email: 'officer-commune_worker-91001@test.invalid',
    phone: '+84912345678',
    unreachable: null,
  });
  const { text } = await asks('{ administrationLog(from: "2026-01-05") { nodes { about } } }');
  expect(text).not.toContain('+84912345678');
});

it('a list of officers may have telephones, written without the sign', async () => {
  const importing = `mutation ($input: ImportOfficersInput!) { importOfficers(input: $input) {
    outcomes userErrors { field } } }`;
  const csv = `unit,role,seat,agency,officer,email,phone
91001,COMMUNE_POLICE,,CA-91001,police-1,,84987654321`;
  const { data } = await asks(importing, administrator, { input: { csv } });
  expect(data.importOfficers).toEqual({ outcomes: ['ADDED'], userErrors: [] });
  const { data: seen } = await asks('{ officer(id: "police-1") { phone } }');
  expect(seen.officer.phone).toBe('+84987654321');
});
