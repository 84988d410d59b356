import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freshKey, type Officer, post, report } from '../support/http.ts';
import { type Office, openOffice } from '../support/office.ts';

const home = '99001';
const care = '99004';
const none = '0'.repeat(26);
let office: Office;
let worker: Officer;
let chair: Officer;
let supervisor: Officer;
let governor: Officer;
let administrator: Officer;

beforeAll(async () => {
  office = await openOffice('2026-01-05 07:30');
  worker = await office.by('COMMUNE_WORKER', home);
  chair = await office.by('COMMUNE_CHAIR', home);
  supervisor = await office.by('PROVINCE_SUPERVISOR', '99');
  governor = await office.by('PROVINCE_CHAIR', '99');
  administrator = await office.by('ADMINISTRATOR');
});
afterAll(() => office.sandbox.close());

const receive = (by = worker, unit = home) =>
  by.does('receiveReport', report(unit, '2026-01-05T07:10:00+07:00'));
const shutOut = (caseId: string, named: object) =>
  worker.does('declareConflict', { caseId, ground: 'RELATED_TO_PERPETRATOR', ...named });
const officerAt = (post: string) => `demo-${post}`;

/** An answer at the door of administrators, without the id that was asked for. */
async function administered(by: Officer, query: string, id: string, variables: object = {}) {
  const { text } = await post(
    `${office.origin}/administration/graphql`,
    { query: query.replaceAll('$ID', id), variables },
    { authorization: `Bearer ${by.token}` },
  );
  return text.replaceAll(id, 'ID').replace(/"requestId":"[^"]*"/g, '');
}

async function changes(name: string, input: object): Promise<string> {
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input!`;
  const query = `mutation ($input: ${type}) { ${name}(input: $input) { userErrors { code } } }`;
  return administered(administrator, query, none, { input });
}

async function archived(): Promise<string> {
  const { id } = await receive();
  await chair.does('markUnfounded', {
    caseId: id,
    expectedVersion: 1,
    ground: 'NOT_SUBSTANTIATED',
  });
  await worker.does('archiveCase', {
    caseId: id,
    expectedVersion: 2,
    nationalRecord: 'TE-2026-0001',
  });
  return id;
}

const order = `mutation ($input: OrderErasureInput!) { orderErasure(input: $input) {
  order { id } userErrors { code field } } }`;
const wish = (cases: readonly string[]) => ({
  input: { idempotencyKey: freshKey(), cases, ground: 'SUBJECT_REQUEST', document: '7/QĐ-UBND' },
});
const sign = (act: string) => `mutation ($input: SignErasureInput!) { ${act}(input: $input) {
  order { id cases { id code } } userErrors { code field } } }`;

describe('whoever is kept out of a case signs nothing that destroys it', () => {
  it('as chair of the province neither approves, nor takes back, nor lists the order', async () => {
    const id = await archived();
    type Made = { orderErasure: { order: { id: string } } };
    const { orderErasure } = await administrator.administer<Made>(order, wish([id]));
    const asked = { input: { order: orderErasure.order.id } };
    const list = '{ erasureOrders { nodes { id cases { id code } } } }';
    expect(await administered(governor, list, id)).toContain(orderErasure.order.id);
    await shutOut(id, { officer: officerAt('province-chair.99') });
    expect(await administered(governor, list, id)).not.toContain(orderErasure.order.id);
    const unknown = { input: { order: `2026-02-04.${none}` } };
    for (const act of ['approveErasure', 'withdrawErasure'])
      expect(await administered(governor, sign(act), id, asked)).toBe(
        await administered(governor, sign(act), id, unknown),
      );
  });

  it('as administrator orders nothing, and the case is none that there is', async () => {
    const id = await archived();
    await shutOut(id, { officer: officerAt('administrator.vn') });
    expect(await administered(administrator, order, id, wish([id]))).toBe(
      await administered(administrator, order, none, wish([none])),
    );
  });
});

it('an administrator who is kept out does not learn who read the case', async () => {
  const { id } = await receive();
  await shutOut(id, { officer: officerAt('administrator.vn') });
  await worker.ask(`{ case(id: "${id}") { identity { fullName } } }`);
  const query = '{ accessLog(caseId: "$ID") { nodes { officer classes } } }';
  expect(await administered(administrator, query, id)).toContain('"accessLog":null');
});

describe('a second post that is kept out', () => {
  it('closes the calendar and stops the mail of the first, like everything else', async () => {
    const { id, code } = await receive();
    const made = await chair.ask<{ createCalendarFeed: { url: string } }>(
      `mutation ($input: CreateCalendarFeedInput!) { createCalendarFeed(input: $input) { url } }`,
      { input: { post: `COMMUNE_CHAIR@${home}`, idempotencyKey: freshKey() } },
    );
    const calendar = async () => (await fetch(made.createCalendarFeed.url)).text();
    expect(await calendar()).toContain(code);
    await shutOut(id, { unit: '99002', ground: 'PARTY_TO_MATTER' });
    expect(await calendar()).toContain(code);
    const seat = { unit: '99002', role: 'COMMUNE_WORKER', seat: 7, agency: 'UBND-99002' };
    const person = officerAt(`commune-chair.${home}`);
    expect(await changes('appointOfficer', { ...seat, officer: person })).not.toContain('code');
    expect(await chair.ask(`{ case(id: "${id}") { id } }`)).toEqual({ case: null });
    expect(await calendar()).not.toContain(code);
    const before = await office.mails(`COMMUNE_CHAIR@${home}`, code);
    await office.to('2026-01-05 20:00');
    expect(await office.mails(`COMMUNE_CHAIR@${home}`, code)).toEqual(before);
    const left = { unit: '99002', post: 'COMMUNE_WORKER@99002/7' };
    expect(await changes('vacatePost', left)).not.toContain('code');
  });
});

it('a child whose sister is with another commune is kept apart from her by the id of an exclusion too', async () => {
  const sister = { child: { sex: 'MALE', estimatedAge: 7, fullName: 'Trẻ Thử Nghiệm' } };
  const at = '2026-01-05T07:10:00+07:00';
  const { id, code } = await worker.does(
    'receiveReport',
    report(home, at, { otherChildren: [sister.child] }),
  );
  type Seen = { case: { incident: { cases: { id: string; code: string }[] } } };
  const incident = `{ case(id: "${id}") { incident { cases { id code } } } }`;
  const other = (await worker.ask<Seen>(incident)).case.incident.cases.find(
    (each) => each.code !== code,
  );
  const on = { caseId: other?.id ?? '' };
  await worker.does('assessInitially', { ...on, expectedVersion: 1, seriousHarm: false });
  await worker.does('offerHandover', { ...on, expectedVersion: 2, to: '99003' });
  const next = await office.by('COMMUNE_CHAIR', '99003');
  await next.does('acceptHandover', { ...on, expectedVersion: 3 });
  await shutOut(id, { unit: home, post: `COMMUNE_POLICE@${home}` });
  const query = `{ case(id: "${other?.id}") { exclusions { id } incident { cases { code } }
    history(first: 100) { nodes { facts { type document } } } } }`;
  const seen = JSON.stringify(await next.ask(query));
  expect(seen).toContain('ConflictDeclared');
  expect(seen).not.toContain(code);
});

describe('the police of a commune in which a child is only cared for', () => {
  it('turn the pages of their list and of a forecast without meeting the child', async () => {
    const carer = await office.by('COMMUNE_WORKER', care);
    const police = await office.by('COMMUNE_POLICE', care);
    for (let n = 0; n < 2; n += 1) await receive(carer, care);
    const { id } = await receive();
    await chair.does('placeInCare', {
      caseId: id,
      expectedVersion: 1,
      form: 'RELATIVE',
      unit: care,
    });
    await receive(carer, care);
    type Page = {
      nodes: { id: string }[];
      pageInfo: { endCursor: string | null; hasNextPage: boolean };
    };
    const ids: string[] = [];
    let after: string | null = null;
    do {
      const query = `query ($after: String) { cases(unit: "${care}", first: 1, after: $after) {
        nodes { id } pageInfo { endCursor hasNextPage } } }`;
      const { cases }: { cases: Page } = await police.ask(query, { after });
      expect(cases.nodes).toHaveLength(1);
      ids.push(...cases.nodes.map((each) => each.id));
      after = cases.pageInfo.endCursor;
      expect(written(after)).not.toContain(id);
    } while (after !== null);
    expect(ids).toHaveLength(3);
    for (const first of [1, 2, 3, 4]) {
      const query = `{ forecast(unit: "${care}", days: 30, first: ${first}) {
        cases pageInfo { endCursor } } }`;
      type Seen = { forecast: { pageInfo: { endCursor: string | null } } };
      const { forecast } = await police.ask<Seen>(query);
      expect(written(forecast.pageInfo.endCursor)).not.toContain(id);
    }
  });
});

/** What a cursor says to whoever takes it apart. */
function written(cursor: string | null): string {
  const [place = ''] = (cursor ?? '').split('.');
  const text = Buffer.from(place, 'base64url').toString();
  const inner = Buffer.from(text.split('/').at(-1) ?? '', 'base64url').toString();
  return text + inner;
}

it('a case of others looked for as of an instant is a refusal on record', async () => {
  const { id } = await receive();
  const stranger = await office.by('COMMUNE_WORKER', '98001');
  await stranger.ask(`{ caseAsOf(id: "${id}", at: "2026-01-05T08:00:00+07:00") { caseId } }`);
  const query = '{ accessLog(caseId: "$ID") { nodes { officer refused } } }';
  expect(await administered(supervisor, query, id)).toContain('"refused":"caseAsOf"');
});

it('an administrator is explained an access in an emergency while it lasts', async () => {
  const { id } = await receive();
  const stranger = await office.by('COMMUNE_POLICE', '98001');
  const person = officerAt('commune-police.98001');
  const query = `{ explainAccess(officer: "${person}", caseId: "$ID") { sees may missing lentUntil } }`;
  const reason = 'Trẻ đang ở đồn công an, cần tìm người chăm sóc.';
  await stranger.does('breakGlass', { caseId: id, reason });
  const sees = ['STATUS', 'IDENTITY', 'NARRATIVE', 'PROTECTION', 'CARE'];
  expect(JSON.parse(await administered(administrator, query, id)).data.explainAccess).toEqual({
    ...{ sees, may: [], missing: [], lentUntil: expect.stringMatching(/^2026-01-05T16:0/) },
  });
  await office.to('2026-01-05 23:30');
  expect(JSON.parse(await administered(administrator, query, id)).data.explainAccess.sees).toEqual(
    [],
  );
});
