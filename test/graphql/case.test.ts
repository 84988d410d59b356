import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openTestApi, send, type TestApi, tokenOf } from '../support/api.ts';

const report = {
  receivedAt: '2026-01-05T07:00:00+07:00',
  channel: 'PHONE',
  subjectGroup: 'ABUSED',
  categories: ['VIOLENCE', 'OTHER'],
  incidentUnit: '91001',
  child: { sex: 'FEMALE', bornOn: '2016-02-03', fullName: 'Trẻ Thử Nghiệm' },
  narrative: { currentCondition: 'giả định' },
  informant: { name: 'Người Báo Tin' },
  perpetrators: [{ fullName: 'Đối Tượng Giả Định', birthYear: 1980 }],
};

let api: TestApi;
let worker: ReturnType<typeof tokenOf>;
let supervisor: ReturnType<typeof tokenOf>;
let police: ReturnType<typeof tokenOf>;
let stranger: ReturnType<typeof tokenOf>;
let id: string;
let keys = 0;

const nextKey = () => `case-test-key-${String(++keys).padStart(6, '0')}`;

async function act(name: string, more: object, by = worker) {
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input!`;
  const document = `mutation ($input: ${type}) { ${name}(input: $input) {
    case { id version step } userErrors { code field message currentVersion } replayed
  } }`;
  const input = { idempotencyKey: nextKey(), ...more };
  return (await send(api.serve, by, document, { input })).data[name];
}

const read = (selection: string, by = worker) =>
  send(api.serve, by, `query ($id: ID!) { case(id: $id) { ${selection} } }`, { id });

beforeAll(async () => {
  api = await openTestApi();
  worker = tokenOf((await api.appoint('COMMUNE_WORKER', '91001')).id);
  supervisor = tokenOf((await api.appoint('PROVINCE_SUPERVISOR', '91')).id);
  police = tokenOf((await api.appoint('COMMUNE_POLICE', '91001', 'CA-91001')).id);
  stranger = tokenOf((await api.appoint('COMMUNE_CHAIR', '92001')).id);
  id = (await act('receiveReport', report)).case.id;
});
afterAll(() => api.close());
beforeEach(() => {
  api.reads.length = 0;
  api.broken.register = false;
});

describe('a case', () => {
  it('is shown to those it is with, and does not exist for others', async () => {
    expect((await read('id step')).data.case).toEqual({ id, step: 'INITIAL_ASSESSMENT' });
    expect((await read('id step', stranger)).data.case).toBeNull();
  });

  it('does not exist for others who want to act on it either', async () => {
    const asked = { caseId: id, expectedVersion: 1, seriousHarm: true };
    const refused = await act('assessInitially', asked, stranger);
    expect(refused.userErrors.map(({ code }: { code: string }) => code)).toEqual(['NOT_FOUND']);
    const absent = await act('assessInitially', { ...asked, caseId: 'none' }, stranger);
    expect(absent).toEqual(refused);
  });

  it('comes with each deadline, its article and the way it was counted', async () => {
    const selection = `deadlines { rule basis source dueAt explanation {
      from to counts reason label { vi en } occasion { vi } source status granted } }`;
    const { deadlines } = (await read(selection)).data.case;
    const emergency = deadlines.find((each: { rule: string }) => each.rule === 'D05');
    expect(emergency).toEqual({
      rule: 'D05',
      basis: 'LAW',
      source: 'ND56/2017 Art. 26.3, 31.2, 32.2',
      dueAt: '2026-01-05T12:00:00.000Z',
      explanation: [
        {
          from: '2026-01-05T00:00:00.000Z',
          to: '2026-01-05T12:00:00.000Z',
          counts: true,
          reason: 'HOURS',
          label: { vi: 'Giờ liên tục', en: 'Clock hours' },
          occasion: null,
          source: null,
          status: null,
          granted: false,
        },
      ],
    });
  });

  it('tells what happened to it and nothing of its content', async () => {
    const { text, data } = await read(
      'history(first: 1) { nodes { seq act facts { type } hash } }',
    );
    expect(data.case.history.nodes[0].act).toBe('receiveReport');
    expect(text).not.toContain('Thử');
  });
});

describe('the sealed parts of a case', () => {
  it('are opened for whoever may see them', async () => {
    const selection = `identity { fullName bornOn estimatedAge father { fullName } }
      narrative { currentCondition } informant { name } perpetrators { fullName birthYear }`;
    expect((await read(selection)).data.case).toEqual({
      identity: {
        fullName: 'Trẻ Thử Nghiệm',
        bornOn: '2016-02-03',
        estimatedAge: null,
        father: null,
      },
      narrative: { currentCondition: 'giả định' },
      informant: { name: 'Người Báo Tin' },
      perpetrators: [{ fullName: 'Đối Tượng Giả Định', birthYear: 1980 }],
    });
  });

  it('are written into the register once for one request', async () => {
    await read('identity { fullName } narrative { currentCondition } informant { name }');
    expect(api.reads.map(({ caseId, classes }) => ({ caseId, classes }))).toEqual([
      { caseId: id, classes: ['IDENTITY', 'NARRATIVE', 'INFORMANT'] },
    ]);
  });

  it('leave no entry when nothing was opened', async () => {
    await read('id profile { categories } deadlines { id } decision { text }');
    expect(api.reads).toEqual([]);
  });

  it('do not leave when the register cannot be reached', async () => {
    api.broken.register = true;
    const answer = await read('identity { fullName }');
    expect(answer.status).toBe(500);
    expect(answer.text).not.toContain('Thử');
    expect(answer.errors[0]?.extensions['code']).toBe('INTERNAL');
  });

  it('stay closed to those of other posts', async () => {
    const selection = 'informant { name } identity { fullName } perpetrators { fullName }';
    expect((await read(selection, police)).data.case).toEqual({
      informant: null,
      identity: { fullName: 'Trẻ Thử Nghiệm' },
      perpetrators: [{ fullName: 'Đối Tượng Giả Định' }],
    });
    expect((await read(selection, supervisor)).data.case).toEqual({
      informant: null,
      identity: null,
      perpetrators: null,
    });
  });

  it('stay closed to an app without the scope, which then sees no case at all', async () => {
    const narrow = tokenOf(worker.sub, 'notices');
    expect((await read('id', narrow)).data.case).toBeNull();
  });
});

describe('an act', () => {
  it('refuses a version that has passed and tells the present one', async () => {
    const refused = await act('assessInitially', {
      caseId: id,
      expectedVersion: 77,
      seriousHarm: true,
    });
    expect(refused.userErrors).toEqual([
      {
        code: 'CONFLICT',
        field: ['expectedVersion'],
        message: 'The case has changed. Read it again and repeat with its current version.',
        currentVersion: 1,
      },
    ]);
  });

  it('is done once under one key', async () => {
    const note = { idempotencyKey: nextKey(), caseId: id, text: 'ghi chú' };
    const first = await act('addNote', note);
    const again = await act('addNote', note);
    expect([first.replayed, again.replayed]).toEqual([false, true]);
    expect(again.case).toEqual(first.case);
  });

  it('is another one with other content, and the key is refused', async () => {
    const note = { idempotencyKey: nextKey(), caseId: id, text: 'ghi chú' };
    await act('addNote', note);
    const other = await act('addNote', { ...note, text: 'khác' });
    expect(other.userErrors[0].code).toBe('IDEMPOTENCY_KEY_REUSED');
  });

  it('is too large with more than 64 KB in one paper', async () => {
    const items = Array.from({ length: 50 }, (_, at) => ({
      item: String(at),
      level: 'LOW',
      note: 'x'.repeat(2_000),
    }));
    const asked = { caseId: id, expectedVersion: 1, seriousHarm: true, form: { items } };
    expect((await act('assessInitially', asked)).userErrors[0].code).toBe('TOO_LARGE');
  });
});

describe('the list of a unit', () => {
  const list = 'query ($unit: UnitCode!) { cases(unit: $unit) { totalCount nodes { id code } } }';

  it('counts what it lists', async () => {
    const { cases } = (await send(api.serve, worker, list, { unit: '91001' })).data;
    expect(cases.totalCount).toBe(cases.nodes.length);
    expect(cases.nodes[0].id).toBe(id);
  });

  it('is open to those above the unit and to nobody beside it', async () => {
    expect((await send(api.serve, supervisor, list, { unit: '91001' })).errors).toEqual([]);
    const { errors } = await send(api.serve, stranger, list, { unit: '91001' });
    expect(errors[0]?.extensions['code']).toBe('NOT_ALLOWED');
  });

  it('goes on where a cursor says, and for nobody else', async () => {
    const page =
      'query ($after: String) { units(first: 1, after: $after) { nodes { code } pageInfo { endCursor } } }';
    const first = (await send(api.serve, worker, page)).data.units;
    const after = first.pageInfo.endCursor;
    const second = (await send(api.serve, worker, page, { after })).data.units;
    expect([first.nodes[0].code, second.nodes[0].code]).toEqual(['91', '92']);
    const { errors } = await send(api.serve, stranger, page, { after });
    expect(errors[0]?.extensions['code']).toBe('BAD_REQUEST');
  });
});
