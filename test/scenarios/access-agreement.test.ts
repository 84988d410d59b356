import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { follow } from '#app/follow.ts';
import { project } from '#app/project.ts';
import { roles } from '#domain/directory.ts';
import { feedSecrets } from '#runtime/world.ts';
import { nameOf } from '#store/database.ts';
import { openFeeds } from '#store/feeds.ts';
import { keys } from '#store/table.ts';
import { send, tokenOf } from '../support/api.ts';
import { freshKey } from '../support/http.ts';
import { tokenOfSeat } from '../support/matrix.ts';
import { mayDo, seesOf } from '../support/rights-in-words.ts';
import { openStandings, type Seated, type Standings, seated } from '../support/standings.ts';

let stage: Standings;
let administrator: object;

beforeAll(async () => {
  stage = await openStandings();
  const { api, cases } = stage;
  const seat = seated.find(({ role, unit }) => role === 'ADMINISTRATOR' && unit === 'VN');
  administrator = tokenOf(seat?.officer ?? '');
  const { ledger, world } = api.around;
  const { notices, subscriptions, projections } = api;
  for (const { id } of Object.values(cases))
    await project(id, {
      ledger,
      notices,
      subscriptions,
      projections,
      hasten: async () => undefined,
      world,
    });
});
afterAll(() => stage.api.close());

/** Each officer once; nobody sits in two posts. */
const officers = [...new Map(seated.map((seat) => [seat.officer, seat])).values()];
const asks = (seat: Seated, query: string, variables: object = {}) =>
  send(stage.api.serve, tokenOfSeat(seat), query, variables);
const ids = () => Object.values(stage.cases).map(({ id }) => id);

/** The cases somebody sees, by asking for each of them. */
async function seenBy(seat: Seated): Promise<ReadonlySet<string>> {
  const [a, b, c] = ids();
  const query = `query ($a: ID!, $b: ID!, $c: ID!) {
    a: case(id: $a) { id } b: case(id: $b) { id } c: case(id: $c) { id }
    d: node(id: $a) { id } e: node(id: $b) { id } f: node(id: $c) { id } }`;
  const { data } = await asks(seat, query, { a, b, c });
  expect([data.d, data.e, data.f]).toEqual([data.a, data.b, data.c]);
  return new Set([data.a, data.b, data.c].flatMap((found) => (found === null ? [] : [found.id])));
}

const listQuery = `query ($unit: UnitCode!, $agency: ID, $list: ListKind!) {
  cases(unit: $unit, agency: $agency, list: $list, first: 100) {
    totalCount nodes { id case { id } } } }`;

/** The ids in one list of a unit, or nothing where it is not theirs to read. */
async function listedFor(seat: Seated, wish: object): Promise<readonly string[] | undefined> {
  const { data, errors } = await asks(seat, listQuery, wish);
  if (data === null || data === undefined) {
    expect(errors.map(({ extensions }) => extensions['code'])).toEqual(['NOT_ALLOWED']);
    return undefined;
  }
  type Row = { readonly id: string; readonly case: { readonly id: string } | null };
  const rows: readonly Row[] = data.cases.nodes;
  // Whoever gets a row can open it, and the count tells of no more than the rows.
  for (const row of rows) expect([seat.officer, row.case?.id]).toEqual([seat.officer, row.id]);
  expect([seat.officer, data.cases.totalCount]).toEqual([seat.officer, rows.length]);
  return rows.map(({ id }) => id);
}

describe.each(roles)('what %s is told', (role) => {
  const own = officers.filter((seat) => seat.role === role);

  it('agrees between a case by its id, lists and their counts', async () => {
    for (const seat of own) {
      const seen = await seenBy(seat);
      const { unit, agency } = seat;
      const wishes = [
        ...['OPEN', 'OVERDUE', 'CLOSED'].map((list) => ({ unit, list })),
        { unit, list: 'OPEN', agency: agency ?? `agency-${unit}` },
      ];
      for (const wish of wishes) {
        const listed = await listedFor(seat, wish);
        for (const id of listed ?? [])
          expect([seat.officer, seen.has(id)]).toEqual([seat.officer, true]);
      }
    }
  });

  it('agrees between a case by its id and the notices to a post', async () => {
    for (const seat of own) {
      const seen = await seenBy(seat);
      const post = `${role}@${seat.unit}${seat.agency === undefined ? '' : '/2'}`;
      const query =
        'query ($post: ID!) { inbox(post: $post, first: 100) { nodes { caseCode case { id } } } }';
      const { data } = await asks(seat, query, { post });
      const codes = new Map(Object.values(stage.cases).map(({ code, id }) => [code, id]));
      for (const notice of data.inbox.nodes) {
        const id = codes.get(notice.caseCode) ?? '';
        expect([seat.officer, notice.case?.id]).toEqual([
          seat.officer,
          seen.has(id) ? id : undefined,
        ]);
      }
    }
  });

  it('agrees between a case by its id and the calendar of a post', async () => {
    const { api } = stage;
    const { digestOf } = feedSecrets(api.around.world);
    const feeds = openFeeds(api.database, digestOf);
    const { worklists, now } = api;
    for (const seat of own) {
      const post = `${role}@${seat.unit}${seat.agency === undefined ? '' : '/2'}`;
      const query = `mutation ($input: CreateCalendarFeedInput!) {
        createCalendarFeed(input: $input) { url userErrors { code } } }`;
      const input = { post, idempotencyKey: freshKey() };
      const { data } = await asks(seat, query, { input });
      const url: string | undefined = data?.createCalendarFeed?.url;
      if (url === undefined) continue;
      const secret = /feeds\/(.+)\.ics$/.exec(url)?.[1] ?? '';
      const followed = await follow(secret, { feeds, worklists, ledger: api.around.ledger, now });
      const seen = await seenBy(seat);
      for (const { caseId } of followed?.entries ?? [])
        expect([seat.officer, seen.has(caseId)]).toEqual([seat.officer, true]);
    }
  });

  it('is what an administrator is explained, from rows that grant it', async () => {
    const query = `query ($officer: ID!, $caseId: ID!) { explainAccess(officer: $officer, caseId: $caseId) {
      caseCode sees may posts { post { role } relations { relation sees may } } missing
      userErrors { code } } }`;
    for (const seat of seated.filter((each) => each.role === role)) {
      const { id, code } = stage.cases[seat.of];
      const variables = { officer: seat.officer, caseId: id };
      const { data, text } = await send(stage.api.administer, administrator, query, variables);
      const { sees, may, missing, caseCode, userErrors } = data.explainAccess;
      const expected = { sees: seesOf(role, seat.stands), may: mayDo(role, seat.stands) };
      expect({ officer: seat.officer, sees, may: may.toSorted() }).toEqual({
        officer: seat.officer,
        sees: expected.sees,
        may: expected.may.toSorted(),
      });
      expect([caseCode, userErrors]).toEqual([code, []]);
      expect(missing.length > 0).toBe(expected.sees.length === 0);
      expect(text).not.toMatch(/Thử|giả định/i);
    }
  });
});

it('lists of a unit hold every case whoever works there sees, and the police only what is with them', async () => {
  const { apart, overdue } = stage.cases;
  const listOf = async (role: string, unit: string, list = 'OPEN') => {
    const seat = officers.find((each) => each.role === role && each.unit === unit);
    if (seat === undefined) throw new Error('Nobody sits there');
    return (await listedFor(seat, { unit, list }))?.toSorted();
  };
  const both = [apart.id, overdue.id].toSorted();
  expect(await listOf('COMMUNE_WORKER', '85001')).toEqual(both);
  expect(await listOf('COMMUNE_POLICE', '85001')).toEqual([]);
  expect(await listOf('COMMUNE_POLICE', '85001', 'OVERDUE')).toEqual([]);
  expect(await listOf('COMMUNE_POLICE', '83001')).toEqual([apart.id]);
  expect(await listOf('COMMUNE_POLICE', '81001', 'OVERDUE')).toEqual([overdue.id]);
  expect(await listOf('PROVINCE_CHAIR', '85')).toEqual(both);
  expect(await listOf('HOTLINE_111', 'VN')).toEqual([stage.cases.hotline.id]);
  expect(await listOf('ANALYST', '81001')).toBeUndefined();
});

describe('a question why', () => {
  const query = `query ($officer: ID!, $caseId: ID!, $app: ID) {
    explainAccess(officer: $officer, caseId: $caseId, app: $app) {
      caseCode sees missing userErrors { code field } } }`;
  const asked = (variables: object, by = administrator) =>
    send(stage.api.administer, by, query, variables);

  it('is written down before it is answered, also where there is no such case', async () => {
    const before = await entries();
    const { data } = await asked({ officer: 'nobody', caseId: 'none' });
    expect(data.explainAccess).toEqual({
      caseCode: null,
      sees: [],
      missing: [],
      userErrors: [{ code: 'NOT_FOUND', field: ['caseId'] }],
    });
    const known = new Set(before.map(({ sk }) => sk));
    const written = (await entries()).filter(({ sk }) => !known.has(sk));
    // What has not the form of an id of a case is not kept.
    expect(written).toMatchObject([{ act: 'explainAccess', about: ['nobody', '-'] }]);
  });

  it('is no question of officers, not even of the ministry or of whoever may do everything else', async () => {
    for (const role of roles.filter((each) => each !== 'ADMINISTRATOR')) {
      const [seat] = officers.filter((each) => each.role === role && each.unit === 'VN');
      if (seat === undefined) throw new Error('Each role has a seat in the nation');
      const { errors } = await asked({ officer: 'nobody', caseId: 'none' }, tokenOfSeat(seat));
      expect([role, errors[0]?.extensions['code']]).toEqual([role, 'NOT_ALLOWED']);
    }
  });

  it('takes no id that is none, and says of an app what it leaves', async () => {
    const { data } = await asked({ officer: 'a b', caseId: stage.cases.apart.id });
    expect(data.explainAccess.userErrors).toEqual([{ code: 'INVALID_INPUT', field: ['officer'] }]);
    const chair = officers.find(({ role, unit }) => role === 'COMMUNE_CHAIR' && unit === '82001');
    const wish = { officer: chair?.officer, caseId: stage.cases.apart.id };
    const unknown = await asked({ ...wish, app: 'no-such-app' });
    expect(unknown.data.explainAccess).toMatchObject({ sees: [], missing: ['APP_UNKNOWN'] });
    const known = await asked({ ...wish, app: 'test-app' });
    expect(known.data.explainAccess).toMatchObject({ missing: [] });
  });

  async function entries() {
    const { database, now } = stage.api;
    const found = await database.client.send(
      new QueryCommand({
        TableName: nameOf(database, 'audit'),
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': keys.administered(now().slice(0, 10), '', '').pk },
      }),
    );
    const items = found.Items ?? [];
    return items.filter(({ act }) => act === 'explainAccess');
  }
});
