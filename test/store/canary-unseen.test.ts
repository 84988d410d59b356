import { afterAll, beforeAll, expect, it } from 'vitest';
import { catchUp } from '#app/catch-up.ts';
import { execute } from '#app/execute.ts';
import { replanAll } from '#app/replan.ts';
import { casesIn } from '#app/walk.ts';
import { commandTypes } from '#domain/case/acts.ts';
import { canaryId, canaryPost, stations } from '#domain/case/canary.ts';
import { nation, roles, tierOf } from '#domain/directory.ts';
import { type Actor, may } from '#domain/permission.ts';
import { relationsOf } from '#domain/relation.ts';
import { view } from '#domain/view.ts';
import { newId } from '#runtime/world.ts';
import { recordsOf } from '#store/stats.ts';
import { keys } from '#store/table.ts';
import { openTestApi, send, type TestApi, tokenOf } from '../support/api.ts';
import { anyAct } from '../support/builders.ts';
import { canaryWay } from '../support/canaries.ts';
import { openCases } from '../support/load.ts';

let api: TestApi;
let way: ReturnType<typeof canaryWay>;
let everybody: readonly Actor[];
let real: string;

/** Everybody there can be in the province of a canary, with one real case beside it. */
beforeAll(async () => {
  api = await openTestApi();
  way = canaryWay(api);
  everybody = await Promise.all(
    roles.map((role) => {
      const unit = { COMMUNE: '91001', PROVINCE: '91', NATION: nation }[tierOf(role)];
      return api.appoint(role, unit, role === 'HOTLINE_111' ? '111' : 'canary');
    }),
  );
  await way.round();
  way.wait(2);
  await way.pass(['swept']);
  const worker = everybody.find(({ posts }) => posts[0]?.role === 'COMMUNE_WORKER');
  if (worker === undefined) throw new Error('Nobody takes reports down');
  [real = ''] = await openCases(api, worker, { count: 1, receivedAt: api.now() });
});
afterAll(() => api.close());

const provinces = async () => ['91', '92'];
const owners = [nation, '91', '92', '91001'].map((unit) => ({ unit, agency: null }));

it('is overdue, so that it would show wherever it were shown', async () => {
  const { state } = await way.head('91');
  expect(state.deadlines[0]?.breachedAt).not.toBeNull();
});

it.each(['OPEN', 'OVERDUE', 'CLOSED'] as const)('is in no list and no count: %s', async (kind) => {
  for (const owner of [...owners, { unit: '91', agency: 'canary' }]) {
    const { rows } = await api.worklists.list(owner, kind, { first: 100, after: undefined });
    expect(rows.filter(({ id }) => id !== real)).toEqual([]);
    expect(await api.worklists.count(owner, kind)).toBe(rows.length);
  }
});

it('leaves no item but its head and its events, and takes no number', async () => {
  const { pk } = keys.head(canaryId('91'));
  const changed = api.engine.feed.read(0, 1000).map(({ Keys }) => Keys as Record<string, object>);
  const left = changed.map((key) => [textOf(key['pk']), textOf(key['sk'])]);
  const own = left.filter(([partition]) => partition?.includes('canary-'));
  expect(new Set(own.map(([partition]) => partition))).toEqual(
    new Set([pk, keys.head(canaryId('92')).pk]),
  );
  expect(new Set(own.map(([, sort]) => sort?.slice(0, 2)))).toEqual(new Set(['HE', 'E#']));
  const head = await api.around.ledger.head(real);
  expect(head?.state.code).toMatch(/^LC-0000001-/);
});

it('is met by no walk over the cases: neither re-planned nor caught up', async () => {
  const walk = { worklists: api.worklists, provinces };
  const met: string[] = [];
  for await (const rows of casesIn(walk, ['OPEN', 'OVERDUE', 'CLOSED']))
    met.push(...rows.map(({ id }) => id));
  expect(new Set(met)).toEqual(new Set([real]));
  expect(await replanAll({ ...api.around, ...walk })).toMatchObject({ cases: 1, failed: 0 });
  const night = { ...way.projection, ...walk, ledger: api.around.ledger };
  expect(await catchUp(night)).toMatchObject({ cases: 1, failed: 0 });
});

it('has no statistical record, and so is in no release', async () => {
  await way.pass(['projected']);
  expect(await api.projections.cursor(canaryId('91'))).toBe(2);
  expect(await api.projections.record(canaryId('91'))).toBeUndefined();
  const records = await recordsOf(api.database, '2026-Q1');
  expect(records.map(({ caseId }) => caseId)).toEqual([real]);
});

it('stands to nobody: not seen and not acted on from any post', async () => {
  const { state } = await way.head('91');
  for (const actor of everybody) {
    expect(actor.posts.flatMap((post) => relationsOf(post, state))).toEqual([]);
    expect(view(actor, state)).toBeUndefined();
    const acts = commandTypes.filter((type) => type !== 'receiveReport');
    expect(acts.filter((type) => may(actor, type, state))).toEqual([]);
  }
});

it.each(commandTypes.filter((type) => type !== 'receiveReport'))(
  'does not exist for whoever asks to %s',
  async (type) => {
    const command = { ...anyAct(type), caseId: canaryId('91') };
    for (const actor of everybody) {
      const asked = { actor, command, idempotencyKey: newId(), expectedVersion: null };
      expect(await execute(asked, api.around)).toEqual({ refused: 'NOT_FOUND' });
    }
  },
);

it('is answered as nothing by case and node, and its inbox is opened to nobody', async () => {
  const id = canaryId('91');
  const post = canaryPost((await way.head('91')).state).id;
  for (const { id: sub } of everybody) {
    const by = tokenOf(sub);
    const seen = await send(
      api.serve,
      by,
      'query ($id: ID!) { case(id: $id) { id } node(id: $id) { id } }',
      { id },
    );
    expect([seen.errors, seen.data]).toEqual([[], { case: null, node: null }]);
    const inbox = 'query ($post: ID!) { inbox(post: $post) { nodes { id } } }';
    const { errors } = await send(api.serve, by, inbox, { post });
    expect(errors.map(({ extensions }) => extensions['code'])).toEqual(['NOT_ALLOWED']);
  }
});

it('is in no inbox of anybody and in no list of procedures', async () => {
  await way.pass(stations);
  const posts = everybody.flatMap((actor) => actor.posts);
  for (const { id } of posts) {
    const { rows } = await api.notices.inbox(id, { first: 100, after: undefined });
    expect(rows.filter(({ caseId }) => caseId !== real)).toEqual([]);
  }
  const procedures = await api.around.directories.procedures();
  expect(JSON.stringify(procedures)).not.toMatch(/P00|CANARY/i);
});

function textOf(key: object | undefined): string | undefined {
  return key !== undefined && 'S' in key ? String(key.S) : undefined;
}
