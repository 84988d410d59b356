import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freshKey, type Officer, post, report, withToken } from '../support/http.ts';
import { type Office, openOffice } from '../support/office.ts';

const home = '99001';
const chairPost = `COMMUNE_CHAIR@${home}`;
let office: Office;
let worker: Officer;
let chair: Officer;
let supervisor: Officer;

beforeAll(async () => {
  office = await openOffice('2026-01-05 07:30');
  worker = await office.by('COMMUNE_WORKER', home);
  chair = await office.by('COMMUNE_CHAIR', home);
  supervisor = await office.by('PROVINCE_SUPERVISOR', '99');
});
afterAll(() => office.sandbox.close());

let received = 0;
const receive = (more: object = {}) => {
  received += 1;
  const at = `2026-01-05T07:${String(received % 30).padStart(2, '0')}:00+07:00`;
  return worker.does('receiveReport', report(home, at, more));
};
const wall = (caseId: string, more: object = { unit: home, post: chairPost }) =>
  worker.does('declareConflict', { caseId, ground: 'RELATED_TO_PERPETRATOR', ...more });

/** Everything one may ask about a case, with the answer letter by letter but for the id of the request. */
const questions = (id: string) =>
  [
    `{ case(id: "${id}") { id code step history(first: 5) { nodes { seq } } } }`,
    `{ node(id: "${id}") { id } }`,
    `{ subjectExport(caseId: "${id}", request: "r2") { caseCode } }`,
    `{ case(id: "${id}") { identity { fullName } incident { id cases { id } } exclusions { id } glasses { id } } }`,
  ] as const;

async function raw(by: Officer, query: string, variables: object = {}): Promise<string> {
  const headers = { authorization: `Bearer ${by.token}` };
  const { status, text } = await post(`${office.origin}/graphql`, { query, variables }, headers);
  return `${status} ${text}`;
}

const acts = {
  addNote: { text: 'Ghi chú.' },
  acknowledge: { deadline: 'D04.I.1.-.1.0' },
  orderIsolation: { ground: 'ABUSED_BY_CARER', days: 3, expectedVersion: 1 },
  assignWorker: { post: `COMMUNE_WORKER@${home}`, leg: 'INCIDENT', expectedVersion: 1 },
  addReport: { receivedAt: '2026-01-05T07:20:00+07:00', channel: 'PHONE' },
  recordSubjectRequest: { asker: 'CHILD', verifiedBy: 'KNOWN_IN_PERSON' },
  answerSubjectRequest: { request: 'r2', outcome: 'GIVEN' },
  declareConflict: { unit: home, ground: 'PARTY_TO_MATTER' },
  liftConflict: { exclusion: 'x', reason: 'Lý do.' },
  breakGlass: { reason: 'Trẻ đang ở đồn công an, cần tìm người chăm sóc.' },
  reviewBreakGlass: { glass: 'g2', outcome: 'JUSTIFIED', note: 'Lý do.' },
} as const;

/** The answers to every question and act about an id, which is left out of them. */
async function answersAbout(id: string, by: Officer): Promise<readonly string[]> {
  const asked = questions(id).map((query) => raw(by, query));
  const tried = Object.entries(acts).map(([act, content]) => {
    const type = `${act.charAt(0).toUpperCase()}${act.slice(1)}Input!`;
    const query = `mutation ($input: ${type}) { ${act}(input: $input) {
      replayed caseCode case { id } userErrors { code field message currentVersion } } }`;
    return raw(by, query, { input: { idempotencyKey: freshKey(), caseId: id, ...content } });
  });
  return (await Promise.all([...asked, ...tried])).map((each) => each.replaceAll(id, ''));
}

/** What the lists, counts, forecasts and the inbox of an officer say, letter by letter. */
async function everythingListed(by: Officer, held: string): Promise<readonly string[]> {
  const list = (kind: string) => `{ cases(unit: "${home}", list: ${kind}, first: 2) {
    totalCount pageInfo { endCursor hasNextPage } nodes { id code } } }`;
  const queries = [
    ...['OPEN', 'OVERDUE', 'CLOSED'].map(list),
    `{ forecast(unit: "${home}", days: 30, first: 2) { cases complete agencies { role unitCode breached later rules } } }`,
    `{ inbox(post: "${held}", first: 3) { pageInfo { hasNextPage endCursor } nodes { id caseCode } } }`,
  ];
  return Promise.all(queries.map((query) => raw(by, query)));
}

describe('whoever is kept out', () => {
  it('is answered letter by letter as for a case there is not, by every way', async () => {
    const { id, code } = await receive();
    await wall(id);
    const none = 'z'.repeat(id.length);
    expect(await answersAbout(id, chair)).toEqual(await answersAbout(none, chair));
    // The code is no way round the wall either.
    expect((await answersAbout(code, chair)).at(-2)).toBe((await answersAbout(none, chair)).at(-2));
    expect((await worker.ask<{ case: object }>(questions(id)[0])).case).not.toBeNull();
  });

  it('has lists, counts, pages, a forecast and an inbox as if the case had never come', async () => {
    for (let more = 0; more < 4; more += 1) await receive();
    await office.to('2026-01-05 07:31');
    const before = await everythingListed(chair, chairPost);
    // It came first, so that it would stand at the head of the list.
    const first = { receivedAt: '2026-01-05T06:00:00+07:00' };
    const walled = await receive(first);
    await office.to('2026-01-05 07:32');
    expect(await everythingListed(chair, chairPost)).not.toEqual(before);
    await wall(walled.id);
    await office.to('2026-01-05 07:33');
    expect(await everythingListed(chair, chairPost)).toEqual(before);
    // For whoever is not kept out nothing is missing.
    const { cases } = await worker.ask<{ cases: { totalCount: number; nodes: object[] } }>(
      `{ cases(unit: "${home}", first: 100) { totalCount nodes { id } } }`,
    );
    expect(cases.nodes).toHaveLength(cases.totalCount);
    expect(cases.nodes).toContainEqual({ id: walled.id });
  });

  it('is kept out of the other children of the incident, and of one found later', async () => {
    const child = { child: { sex: 'MALE', estimatedAge: 7, fullName: 'Trẻ Thử Nghiệm' } };
    const { id } = await receive({ otherChildren: [child.child] });
    const cases = async (by: Officer, of: string) => {
      const query = `{ case(id: "${of}") { incident { cases { id exclusions { id note } } } } }`;
      type Seen = { id: string; exclusions: { id: string; note: string | null }[] };
      const data = await by.ask<{ case: { incident: { cases: Seen[] } } }>(query);
      return data.case.incident.cases;
    };
    await wall(id, { unit: home, post: chairPost, note: 'Là anh ruột của đối tượng.' });
    await worker.does('addReport', {
      caseId: id,
      receivedAt: '2026-01-05T07:20:00+07:00',
      channel: 'PHONE',
      otherChildren: [{ ...child.child, sex: 'FEMALE' }],
    });
    const all = await cases(worker, id);
    expect(all).toHaveLength(3);
    expect(new Set(all.map(({ exclusions }) => exclusions[0]?.id)).size).toBe(1);
    expect(all.map(({ exclusions }) => exclusions[0]?.note)).toEqual([
      'Là anh ruột của đối tượng.',
      null,
      null,
    ]);
    for (const each of all)
      expect(await chair.ask(`{ case(id: "${each.id}") { id } }`)).toEqual({ case: null });
    const [, second] = all;
    const lift = {
      caseId: second?.id,
      exclusion: all[0]?.exclusions[0]?.id,
      reason: 'Nhầm người.',
    };
    await supervisor.does('liftConflict', lift);
    for (const each of all)
      expect(await chair.ask(`{ case(id: "${each.id}") { id } }`)).toEqual({
        case: { id: each.id },
      });
  });

  it('is told nothing from then on, and the next above is', async () => {
    const { id, code } = await receive();
    await wall(id);
    await office.to('2026-01-05 20:00');
    expect(await office.told(chairPost, code)).toEqual([]);
    const supervised = await office.told('PROVINCE_SUPERVISOR@99', code);
    expect(supervised.filter((kind) => kind === 'CONFLICT_DECLARED')).toHaveLength(1);
    expect(supervised).toContain('BREACH D04');
    expect(await office.mails(chairPost, code)).toHaveLength(0);
  });

  it('stays out in another post, and a successor in the old one too', async () => {
    const { id } = await receive();
    await wall(id);
    const query = `{ case(id: "${id}") { id } }`;
    const { officer: person } = await self(chair);
    const administrator = await office.by('ADMINISTRATOR');
    const appoint = (unit: string, role: string, officer: string) =>
      post(
        `${office.origin}/administration/graphql`,
        {
          query: `mutation ($input: AppointOfficerInput!) { appointOfficer(input: $input) { userErrors { code } } }`,
          variables: { input: { unit, role, agency: 'so-y-te', officer } },
        },
        { authorization: `Bearer ${administrator.token}` },
      );
    expect((await appoint('99', 'PROVINCE_CHAIR', person)).text).toContain('"userErrors":[]');
    expect(await chair.ask(query)).toEqual({ case: null });
  });

  it('may say so of themselves, and then the supervisor stands in', async () => {
    const { id, code, version } = await receive();
    const { officer: person } = await self(chair);
    const said = await chair.tries('declareConflict', {
      caseId: id,
      officer: person,
      ground: 'PARTY_TO_MATTER',
    });
    expect(said).toMatchObject({ case: null, userErrors: [] });
    expect(await chair.ask(`{ case(id: "${id}") { id } }`)).toEqual({ case: null });
    const order = { caseId: id, expectedVersion: version, ground: 'ABUSED_BY_CARER', days: 3 };
    expect((await supervisor.does('orderIsolation', order)).code).toBe(code);
  });
});

async function self(by: Officer): Promise<{ readonly officer: string }> {
  const { viewer } = await withToken(office.origin, by.token).ask<{ viewer: { id: string } }>(
    '{ viewer { id } }',
  );
  return { officer: viewer.id };
}

it.each([
  ['nobody', {}, ['officer']],
  ['both', { officer: 'x', unit: home }, ['officer']],
  ['a post without its unit', { officer: 'x', post: chairPost }, ['unit']],
  ['a post and an agency', { unit: home, post: chairPost, agency: 'x' }, ['post']],
])('naming %s is no conflict', async (_, named, field) => {
  const { id } = await receive();
  const said = await worker.tries('declareConflict', {
    caseId: id,
    ground: 'PARTY_TO_MATTER',
    ...named,
  });
  expect(said.userErrors[0]).toMatchObject({ code: 'INVALID_INPUT', field });
});
