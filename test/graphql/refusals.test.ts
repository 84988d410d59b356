import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { newId } from '#runtime/world.ts';
import { openTestApi, send, type TestApi, tokenOf } from '../support/api.ts';
import { type Charged, meterOn } from '../support/meter.ts';
import { itemsOf } from '../support/raw.ts';

const report = {
  receivedAt: '2026-01-05T07:00:00+07:00',
  channel: 'PHONE',
  subjectGroup: 'ABUSED',
  categories: ['VIOLENCE'],
  incidentUnit: '91001',
  child: { sex: 'FEMALE', estimatedAge: 9, fullName: 'Trẻ Thử Nghiệm' },
};

let api: TestApi;
let meter: ReturnType<typeof meterOn>;
type Token = ReturnType<typeof tokenOf>;
let worker: Token;
let chair: Token;
let administrator: Token;
let id: string;

const head = () => ({ idempotencyKey: `refusals-${newId()}` });

async function act(name: string, more: object, by: Token) {
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input!`;
  const document = `mutation ($input: ${type}) { ${name}(input: $input) {
    case { id } userErrors { code field message currentVersion } replayed caseCode } }`;
  return send(api.serve, by, document, { input: { ...head(), ...more } });
}

async function opened(more: object = {}): Promise<string> {
  return (await act('receiveReport', { ...report, ...more }, worker)).data.receiveReport.case.id;
}

beforeAll(async () => {
  api = await openTestApi();
  meter = meterOn(api.client);
  worker = tokenOf((await api.appoint('COMMUNE_WORKER', '91001')).id);
  chair = tokenOf((await api.appoint('COMMUNE_CHAIR', '91001')).id);
  administrator = tokenOf((await api.appoint('ADMINISTRATOR', 'VN')).id);
  id = await opened();
});
afterAll(() => api.close());
beforeEach(() => {
  api.lines.length = 0;
  api.refusals.length = 0;
  api.broken.register = false;
});

/** An officer of another commune whom nobody has watched yet. */
async function stranger(): Promise<Token> {
  const officer = newId();
  const wish = { unit: '92001', role: 'COMMUNE_CHAIR', seat: 1, agency: 'UBND-92001', email: null };
  const founder = { kind: 'SYSTEM', id: 'test', app: 'test', scopes: [], posts: [] } as const;
  await api.administration.appoint({ ...wish, role: 'COMMUNE_CHAIR', officer }, founder, api.now());
  return tokenOf(officer);
}

const asking = (by: Token, about: string, field = 'case') =>
  send(api.serve, by, `query ($id: ID!) { ${field}(id: $id) { id } }`, { id: about });

/** What is answered and what it costs, for a case of others and for none. */
async function both(
  ask: (by: Token, about: string) => ReturnType<typeof asking>,
  foreign: string = id,
) {
  const told: { text: string; charged: Charged }[] = [];
  for (const about of [foreign, newId()]) {
    const by = await stranger();
    meter.take();
    const { text } = await ask(by, about);
    told.push({ text: text.replaceAll(about, 'ID'), charged: meter.take() });
  }
  return told;
}

describe('a case of others and a case there is not', () => {
  const version = { expectedVersion: 1 };
  const later = { receivedAt: '2026-01-05T06:00:00+07:00', channel: 'IN_PERSON' };

  it.each<[string, (by: Token, about: string) => ReturnType<typeof asking>]>([
    ['case', (by, about) => asking(by, about)],
    ['node', (by, about) => asking(by, about, 'node')],
    ['addNote', (by, caseId) => act('addNote', { caseId, text: 'ghi chú' }, by)],
    [
      'assessInitially',
      (by, caseId) => act('assessInitially', { caseId, ...version, seriousHarm: true }, by),
    ],
    ['addReport', (by, caseId) => act('addReport', { caseId, ...later }, by)],
    [
      'correctReceipt',
      (by, caseId) =>
        act(
          'correctReceipt',
          { caseId, ...version, report: 1, receivedAt: later.receivedAt, reason: 'SLIP' },
          by,
        ),
    ],
    ['closeCase', (by, caseId) => act('closeCase', { caseId, ...version }, by)],
  ])('are one to %s: in bytes, calls, units and register', async (_, ask) => {
    const [foreign, unknown] = await both(ask);
    expect(foreign?.text).toBe(unknown?.text);
    const units = ({ calls, table, index }: Charged) => ({ calls, table, index });
    expect(units(foreign?.charged as Charged)).toEqual(units(unknown?.charged as Charged));
    expect(api.refusals.map(({ act: what }) => what)).toHaveLength(2);
    expect(api.refusals[0]?.caseId).toBe(id);
  });
});

describe('a case of others with a plan', () => {
  let planned: string;

  beforeAll(async () => {
    planned = await opened();
    const item = { id: 'i1', measure: 'COUNSELLING', startOn: '2026-01-06', endOn: '2026-02-06' };
    const course: readonly (readonly [string, object])[] = [
      ['assessInitially', { expectedVersion: 1, seriousHarm: false }],
      ['assessNeeds', { expectedVersion: 2, planNeeded: true }],
      ['recordMeeting', { expectedVersion: 3 }],
      ['submitPlan', { expectedVersion: 4, items: [item] }],
    ];
    for (const [name, more] of course) {
      const { data } = await act(name, { caseId: planned, ...more }, worker);
      expect(data[name].userErrors).toEqual([]);
    }
  });

  it.each<[string, (by: Token, about: string) => ReturnType<typeof asking>]>([
    ['case', (by, about) => asking(by, about)],
    ['addNote', (by, caseId) => act('addNote', { caseId, text: 'ghi chú' }, by)],
    ['closeCase', (by, caseId) => act('closeCase', { caseId, expectedVersion: 5 }, by)],
    [
      'caseAsOf',
      (by, about) =>
        send(
          api.serve,
          by,
          'query ($id: ID!) { caseAsOf(id: $id, at: "2026-01-06T00:00:00Z") { step } }',
          { id: about },
        ),
    ],
    [
      'accessLog',
      (by, about) =>
        send(api.administer, by, 'query ($id: ID!) { accessLog(caseId: $id) { nodes { at } } }', {
          id: about,
        }),
    ],
  ])('is read no further than one there is not, by %s', async (_, ask) => {
    const [foreign, unknown] = await both(ask, planned);
    expect(foreign?.text).toBe(unknown?.text);
    expect(foreign?.charged.calls).toBe(unknown?.charged.calls);
  });
});

describe('what is refused', () => {
  it('leaves who, by what, about which case, and nothing else', async () => {
    const by = await stranger();
    await asking(by, id);
    const [entry] = api.refusals;
    const items = await itemsOf(api.database.client, 'audit', api.database.prefix);
    const stored = items.find(({ officer }) => officer === by.sub);
    expect(entry).toMatchObject({ act: 'case', caseId: id, requestId: 'request-1' });
    const { pk, sk, ...rest } = stored ?? {};
    expect([pk, sk]).toEqual([`C#${id}`, expect.stringMatching(/^R#2026/)]);
    expect(rest).toEqual({
      ...{ v: 1, kind: 'OFFICER', officer: by.sub, app: 'test-app', request: 'request-1' },
      ...{ purpose: 'Chạy thử trên máy', posts: ['COMMUNE_CHAIR@92001'] },
      ...{ classes: [], act: 'case', outcome: 'DENIED' },
    });
  });

  it('is kept where the case is one’s own and the act is not', async () => {
    const police = tokenOf((await api.appoint('COMMUNE_POLICE', '91001', 'CA-91001')).id);
    const asked = { caseId: id, expectedVersion: 1, seriousHarm: true };
    const { data } = await act('assessInitially', asked, police);
    expect(data.assessInitially.userErrors[0].code).toBe('NOT_ALLOWED');
    expect(api.refusals).toMatchObject([{ act: 'assessInitially', caseId: id }]);
  });

  it('is kept once for each case, however often one request names it', async () => {
    const by = await stranger();
    const other = newId();
    await send(
      api.serve,
      by,
      `{ a: case(id: "${id}") { id } b: case(id: "${id}") { id }
      c: node(id: "${other}") { id } }`,
    );
    expect(api.refusals.map(({ caseId }) => caseId).toSorted()).toEqual([id, other].toSorted());
  });

  it('keeps the field of the schema and never what the caller calls it, nor what was sent', async () => {
    const by = await stranger();
    const name = 'NguyenVanA';
    await send(
      api.serve,
      by,
      `{ ${name}: cases(unit: "91001", agency: "${name}") { totalCount } }`,
    );
    await asking(by, 'Nguyễn Văn A 079123456789');
    await asking(by, '079123456789');
    expect(api.refusals).toMatchObject([
      { act: 'cases', caseId: null },
      { act: 'case', caseId: null },
      { act: 'case', caseId: null },
    ]);
    expect(JSON.stringify(api.refusals)).not.toMatch(/Nguy|079/);
    expect(JSON.stringify(api.lines)).not.toMatch(/Nguy|079/);
  });

  it('is kept at the door of administrators too', async () => {
    const by = await stranger();
    const document = 'mutation { vacatePost(input: { unit: "91001", post: "x" }) { vacated } }';
    const { errors } = await send(api.administer, by, document);
    expect(errors[0]?.extensions['code']).toBe('NOT_ALLOWED');
    expect(api.refusals).toMatchObject([{ act: 'vacatePost', caseId: null }]);
  });

  it('is not told to whoever asks when it cannot be kept', async () => {
    const by = await stranger();
    api.broken.register = true;
    for (const about of [id, newId()]) {
      const { data, errors } = await asking(by, about);
      expect([data, errors[0]?.extensions['code']]).toEqual([undefined, 'INTERNAL']);
    }
  });
});

it('half a character asked for is no fault of ours, in a list and a cursor either', async () => {
  const half = 'x\ud800';
  const asked: readonly [string, object][] = [
    ['query ($half: ID!) { case(id: $half) { id } }', { half }],
    ['query ($half: ID!) { inbox(post: $half, after: "a.b") { nodes { id } } }', { half }],
    ['query ($half: UnitCode!) { units(parent: $half, after: "a.b") { nodes { id } } }', { half }],
    ['query ($half: String!) { inbox(post: "x", after: $half) { nodes { id } } }', { half }],
  ];
  for (const [document, variables] of asked) {
    const { text } = await send(api.serve, await stranger(), document, variables);
    expect(text).not.toContain('INTERNAL');
  }
  const document = 'query ($m: String!) { anomalies(month: $m, after: "a.b") { nodes { at } } }';
  const { errors } = await send(api.administer, administrator, document, { m: half });
  expect(errors[0]?.extensions['code']).toBe('BAD_REQUEST');
});

describe('an officer who walks through ids', () => {
  let walker: Token;
  let urgent: string;
  let calm: string;
  const read = (about: string) =>
    send(api.serve, walker, 'query ($id: ID!) { case(id: $id) { step identity { fullName } } }', {
      id: about,
    });

  beforeAll(async () => {
    walker = chair;
    [calm, urgent] = [await opened(), await opened()];
    await act(
      'raiseEmergency',
      { caseId: urgent, expectedVersion: 1, ground: 'THREATENED_SERIOUS_HARM' },
      worker,
    );
  });

  it('is told to the operator once, with the forty-first id', async () => {
    for (let n = 0; n < 60; n += 1) {
      const { text } = await asking(walker, newId());
      expect(text).toBe('{"data":{"case":null}}\n');
    }
    const alarms = api.lines.filter((line) => 'alarm' in line);
    expect(alarms).toEqual([
      { event: 'anomaly', alarm: true, code: 'REFUSED_IN_AN_HOUR', officer: walker.sub, count: 41 },
    ]);
    expect(api.refusals).toHaveLength(60);
  });

  it('sees the step and opens no paper, but in an emergency', async () => {
    const { data, errors } = await read(calm);
    expect(data.case).toEqual({ step: 'INITIAL_ASSESSMENT', identity: null });
    expect(errors[0]?.extensions).toMatchObject({ code: 'LIMIT_EXCEEDED', limit: 'refusals' });
    expect((await read(urgent)).data.case.identity.fullName).toBe('Trẻ Thử Nghiệm');
  });

  it('acts as before, on every case of the office', async () => {
    const done = await act(
      'raiseEmergency',
      { caseId: calm, expectedVersion: 1, ground: 'THREATENED_SERIOUS_HARM' },
      walker,
    );
    expect(done.data.raiseEmergency.userErrors).toEqual([]);
    expect((await read(calm)).data.case.identity.fullName).toBe('Trẻ Thử Nghiệm');
  });

  it('hinders no colleague', async () => {
    const { data } = await send(
      api.serve,
      worker,
      `{ case(id: "${id}") { identity { fullName } } }`,
    );
    expect(data.case.identity.fullName).toBe('Trẻ Thử Nghiệm');
  });

  it('opens papers again an hour later', async () => {
    api.setClock('2026-01-05T08:30:00+07:00');
    expect((await read(id)).data.case.identity.fullName).toBe('Trẻ Thử Nghiệm');
  });

  it('is found by administrators, month by month, and by nobody else', async () => {
    const document = `query ($month: String!, $first: Int!, $after: String) {
      anomalies(month: $month, first: $first, after: $after) {
        nodes { kind count officer app at } pageInfo { endCursor hasNextPage } } }`;
    const list = (by: Token, variables: object) =>
      send(api.administer, by, document, { month: '2026-01', first: 10, ...variables });
    const { data } = await list(administrator, {});
    expect(data.anomalies.nodes).toEqual([
      {
        ...{ kind: 'REFUSED_IN_AN_HOUR', count: 41, officer: walker.sub, app: 'test-app' },
        at: '2026-01-05T00:30:00.000Z',
      },
    ]);
    for (const month of ['2026-02', '2026-13', 'Nguyễn', '2026-01#'])
      expect((await list(administrator, { month })).data.anomalies.nodes).toEqual([]);
    expect((await list(walker, {})).errors[0]?.extensions['code']).toBe('NOT_ALLOWED');
  });
});

it('an officer who opens the papers of thirty-one cases within an hour is told of and not stopped', async () => {
  const ids = [];
  for (let n = 0; n < 31; n += 1) ids.push(await opened());
  const reader = tokenOf((await api.appoint('COMMUNE_POLICE', '91001', 'CA-91001')).id);
  for (let at = 0; at < ids.length; at += 10) {
    const fields = ids
      .slice(at, at + 10)
      .map((each, n) => `c${n}: case(id: "${each}") { identity { fullName } }`);
    const { errors } = await send(api.serve, reader, `{ ${fields.join(' ')} }`);
    expect(errors).toEqual([]);
  }
  expect(api.lines).toEqual([
    { event: 'anomaly', alarm: true, code: 'READ_IN_AN_HOUR', officer: reader.sub, count: 31 },
  ]);
});
