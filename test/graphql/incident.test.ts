import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openTestApi, send, type TestApi, type Token, tokenOf } from '../support/api.ts';
import { unitsUsed } from '../support/load.ts';

const child = (name: string) => ({ sex: 'FEMALE', estimatedAge: 9, fullName: name });
const report = {
  receivedAt: '2026-01-05T07:00:00+07:00',
  channel: 'PHONE',
  subjectGroup: 'ABUSED',
  categories: ['VIOLENCE'],
  incidentUnit: '91001',
  child: child('Trẻ Thử Nghiệm A'),
  otherChildren: [child('Trẻ Thử Nghiệm B')],
  narrative: { currentCondition: 'lời báo thứ nhất' },
  informant: { name: 'Người Báo Một' },
};
const another = {
  receivedAt: '2026-01-05T06:00:00+07:00',
  channel: 'IN_PERSON',
  narrative: { currentCondition: 'lời báo thứ hai' },
  informant: { name: 'Người Báo Hai' },
  perpetrators: [{ fullName: 'Đối Tượng Giả Định' }],
  otherChildren: [child('Trẻ Thử Nghiệm C')],
};

let api: TestApi;
let hotline: Token;
let worker: Token;
let chair: Token;
let police: Token;
let supervisor: Token;
let stranger: Token;
let id: string;
let keys = 0;

async function act(by: Token, name: string, more: object) {
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input!`;
  const document = `mutation ($input: ${type}) { ${name}(input: $input) {
    case { id version receivedAt } caseCode openedCaseCodes userErrors { code field } replayed } }`;
  const idempotencyKey = `incident-test-key-${String(++keys).padStart(6, '0')}`;
  return (await send(api.serve, by, document, { input: { idempotencyKey, ...more } })).data[name];
}

async function read(by: Token, selection: string, of = id) {
  const query = `query ($id: ID!) { case(id: $id) { ${selection} } }`;
  return (await send(api.serve, by, query, { id: of })).data.case;
}

async function siblings(by: Token): Promise<readonly string[]> {
  const { incident } = await read(by, 'incident { cases { id } }');
  return incident.cases.map((each: { id: string }) => each.id);
}

beforeAll(async () => {
  api = await openTestApi();
  hotline = tokenOf((await api.appoint('HOTLINE_111', 'VN', 'TD-111')).id);
  worker = tokenOf((await api.appoint('COMMUNE_WORKER', '91001')).id);
  chair = tokenOf((await api.appoint('COMMUNE_CHAIR', '91001')).id);
  police = tokenOf((await api.appoint('COMMUNE_POLICE', '91001', 'CA-91001')).id);
  supervisor = tokenOf((await api.appoint('PROVINCE_SUPERVISOR', '91', 'SYT-91')).id);
  stranger = tokenOf((await api.appoint('COMMUNE_CHAIR', '92001')).id);
  id = (await act(hotline, 'receiveReport', report)).case.id;
  const added = await act(police, 'addReport', { caseId: id, ...another });
  expect(added).toMatchObject({ userErrors: [], case: { id, version: 1 } });
});
afterAll(() => api.close());
beforeEach(() => {
  api.reads.length = 0;
});

describe('the incident of a case', () => {
  it('tells its reports, who took each down, and the number of its Form 01', async () => {
    const selection = `receivedAt incident { childCount reports {
      number receivedAt channel unitCode agency role form { form agency number } } }`;
    expect(await read(worker, selection)).toEqual({
      receivedAt: '2026-01-04T23:00:00.000Z',
      incident: {
        childCount: 3,
        reports: [
          {
            number: 1,
            receivedAt: '2026-01-05T00:00:00.000Z',
            channel: 'PHONE',
            unitCode: 'VN',
            agency: 'TD-111',
            role: 'HOTLINE_111',
            form: { form: 'F01', agency: 'TD-111', number: 1 },
          },
          {
            number: 2,
            receivedAt: '2026-01-04T23:00:00.000Z',
            channel: 'IN_PERSON',
            unitCode: '91001',
            agency: 'CA-91001',
            role: 'COMMUNE_POLICE',
            form: { form: 'F01', agency: 'CA-91001', number: 1 },
          },
        ],
      },
    });
  });

  it('leads to those of its cases the caller may see', async () => {
    expect(await siblings(worker)).toHaveLength(3);
    // The third child is known by the report of the police, and no case of 111.
    expect(await siblings(hotline)).toHaveLength(2);
    expect((await read(hotline, 'incident { childCount }')).incident.childCount).toBe(3);
    expect(await read(stranger, 'incident { childCount }')).toBeNull();
  });

  it('gives each child a name of its own', async () => {
    const { incident } = await read(worker, 'incident { cases { identity { fullName } } }');
    const names = incident.cases.map((each: { identity: object }) => each.identity);
    expect(names).toEqual(['A', 'B', 'C'].map((x) => ({ fullName: `Trẻ Thử Nghiệm ${x}` })));
    expect(api.reads).toHaveLength(3);
  });

  it('is read once, however much of it is asked', async () => {
    const calls = async (selection: string) => {
      api.engine.capacity.reset();
      await read(worker, selection);
      return unitsUsed(api, 'cases').calls;
    };
    expect(await calls('incident { reports { number } }')).toBe(2);
    const parts = 'narrative { currentCondition } informant { name }';
    expect(await calls(`identity { fullName } ${parts}`)).toBe(3);
    // What the reports say is at most one more read, however many there are.
    const all = await calls(`identity { fullName } ${parts} incident { reports { ${parts} } }`);
    expect(all).toBeLessThanOrEqual(4);
  });

  it('is counted in the cost of a query', async () => {
    const query = `query ($id: ID!) { case(id: $id) { incident { cases { incident { cases {
      incident { reports { number } } } } } } } }`;
    const { errors } = await send(api.serve, worker, query, { id });
    expect(errors[0]?.extensions).toMatchObject({ code: 'LIMIT_EXCEEDED', limit: 'rows' });
  });
});

describe('what the reports say', () => {
  const parts = `narrative { currentCondition } informant { name } perpetrators { fullName }`;
  const ofBoth = async (by: Token, of = id) =>
    (await read(by, `${parts} incident { reports { ${parts} } }`, of)) ?? null;
  const first = {
    narrative: { currentCondition: 'lời báo thứ nhất' },
    informant: { name: 'Người Báo Một' },
    perpetrators: null,
  };
  const second = {
    narrative: { currentCondition: 'lời báo thứ hai' },
    informant: { name: 'Người Báo Hai' },
    perpetrators: [{ fullName: 'Đối Tượng Giả Định' }],
  };
  const none = { narrative: null, informant: null, perpetrators: null };

  it('is each open to the commune, the newest as that of the case', async () => {
    const { incident, ...newest } = await ofBoth(worker);
    expect(newest).toEqual(second);
    expect(incident.reports).toEqual([first, second]);
    expect(api.reads).toHaveLength(1);
    expect(api.reads[0]?.classes.toSorted()).toEqual(['INFORMANT', 'NARRATIVE', 'PERPETRATOR']);
  });

  it('shows 111 its own report, and never who reported to the police', async () => {
    const { incident, ...newest } = await ofBoth(hotline);
    expect(newest).toEqual(first);
    expect(incident.reports).toEqual([first, none]);
  });

  it('shows the police who reported to them, and never who reported to 111', async () => {
    const { incident, informant } = await ofBoth(police);
    expect(informant).toBeNull();
    expect(incident.reports).toEqual([{ ...first, informant: null }, second]);
  });

  it('shows the province nothing of it, and leaves no entry in the register', async () => {
    const { incident, ...newest } = await ofBoth(supervisor);
    expect([newest, ...incident.reports]).toEqual([none, none, none]);
    expect(api.reads).toEqual([]);
  });

  it('is not shown for a child the report did not speak of', async () => {
    const [, , third] = await siblings(worker);
    const { incident } = await ofBoth(worker, third);
    expect(incident.reports).toEqual([none, second]);
  });
});

describe('an act on an incident', () => {
  const codesOf = async (of: string): Promise<readonly string[]> => {
    const { incident } = await read(worker, 'incident { cases { code } }', of);
    return incident.cases.map(({ code }: { code: string }) => code);
  };
  const sameKey = { idempotencyKey: 'incident-test-same-key' };

  it('answers with the code of every case it opened, also when it is asked again', async () => {
    const first = await act(hotline, 'receiveReport', { ...report, ...sameKey });
    const codes = await codesOf(first.case.id);
    expect(codes).toHaveLength(2);
    expect(first).toMatchObject({ caseCode: codes[0], openedCaseCodes: codes, replayed: false });
    const again = await act(hotline, 'receiveReport', { ...report, ...sameKey });
    expect(again).toEqual({ ...first, replayed: true });

    const asked = { caseId: first.case.id, ...another, ...sameKey };
    const added = await act(police, 'addReport', asked);
    const [, , third] = await codesOf(first.case.id);
    expect(added).toMatchObject({ caseCode: codes[0], openedCaseCodes: [third] });
    expect(await act(police, 'addReport', asked)).toEqual({ ...added, replayed: true });
  });

  it('answers with no code where it opened no case', async () => {
    const { case: opened } = await act(hotline, 'receiveReport', report);
    const asked = { caseId: opened.id, ...another };
    const added = await act(police, 'addReport', { ...asked, otherChildren: [] });
    expect(added).toMatchObject({ openedCaseCodes: [], userErrors: [] });
    const refused = await act(stranger, 'addReport', asked);
    expect(refused).toMatchObject({ caseCode: null, openedCaseCodes: [] });
  });

  it('names the field that is at fault', async () => {
    const many = Array.from({ length: 13 }, () => child('Trẻ Thử Nghiệm'));
    const refused = await act(worker, 'addReport', {
      caseId: id,
      ...another,
      otherChildren: many,
    });
    expect(refused.userErrors).toEqual([{ code: 'TOO_MANY_CHILDREN', field: ['otherChildren'] }]);
    const corrected = await act(chair, 'correctReceipt', {
      caseId: id,
      expectedVersion: 1,
      report: 7,
      receivedAt: another.receivedAt,
      reason: 'SLIP',
    });
    expect(corrected.userErrors).toEqual([{ code: 'REPORT_UNKNOWN', field: ['report'] }]);
  });

  it('names a child at fault by its place', async () => {
    const otherChildren = [child('Trẻ Thử Nghiệm'), { ...child('Trẻ'), bornOn: '2026-02-30' }];
    const refused = await act(worker, 'receiveReport', { ...report, otherChildren });
    expect(refused.userErrors).toEqual([
      { code: 'INVALID_INPUT', field: ['otherChildren', '1', 'bornOn'] },
    ]);
  });

  it('shows in the history of each case which report it was about', async () => {
    const selection = 'history { nodes { act facts { type report receivedAt } } }';
    const [, , third] = await siblings(worker);
    const { nodes } = (await read(worker, selection, third)).history;
    expect(nodes[0].act).toBe('addReport');
    const recorded = { type: 'ReportRecorded', report: 2, receivedAt: null };
    expect(nodes[0].facts).toContainEqual(recorded);
    const before = (await read(worker, selection)).history.nodes;
    expect(before.at(-1)).toMatchObject({ act: 'addReport' });
    expect(before.at(-1).facts.slice(0, 2)).toEqual([
      { type: 'ReportAdded', report: 2, receivedAt: '2026-01-04T23:00:00.000Z' },
      { type: 'ReceiptMoved', report: null, receivedAt: '2026-01-04T23:00:00.000Z' },
    ]);
  });
});
