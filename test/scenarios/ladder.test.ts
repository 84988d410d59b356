import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { local, utc } from '../support/followed.ts';
import { freshKey, inbox, type Officer, report } from '../support/http.ts';
import { type Office, openOffice } from '../support/office.ts';

const province = '98';
const commune = '98001';
const supervisorPost = `PROVINCE_SUPERVISOR@${province}`;
const chairPost = `COMMUNE_CHAIR@${commune}`;
let office: Office;
let administrator: Officer;
let worker: Officer;
let chair: Officer;
let police: Officer;
let supervisor: Officer;

beforeAll(async () => {
  office = await openOffice('2026-03-02 07:30');
  administrator = await office.by('ADMINISTRATOR');
  worker = await office.by('COMMUNE_WORKER', commune);
  chair = await office.by('COMMUNE_CHAIR', commune);
  police = await office.by('COMMUNE_POLICE', commune);
  supervisor = await office.by('PROVINCE_SUPERVISOR', province);
});
afterAll(() => office.sandbox.close());

// The clock of a sandbox runs on between two of its moves.
const minuteOf = (at: string) => at.slice(0, 16);
const span = (unit: string, count: number) => ({ unit, count });
const minutes = (count: number) => span('MINUTES', count);
const emergency = (first: object) => ({
  name: 'EMERGENCY',
  rungs: [
    { id: '3/4', kind: 'REMINDER', share: 0.75, tell: ['COMMUNE_WORKER'] },
    {
      id: 'due',
      kind: 'BREACH',
      share: 1,
      tell: ['COMMUNE_WORKER', 'COMMUNE_CHAIR', 'COMMUNE_POLICE'],
    },
    { id: 'first', kind: 'ESCALATION', after: first, tell: ['PROVINCE_SUPERVISOR'] },
    {
      id: '+6h',
      kind: 'ESCALATION',
      after: span('HOURS', 6),
      tell: ['PROVINCE_CHAIR', 'HOTLINE_111'],
    },
  ],
  named: { effect: 'SLOWS', by: span('HOURS', 2) },
  anonymous: { effect: 'SLOWS', by: minutes(10) },
});

async function imports(first: object, more: object = {}) {
  const document = `mutation ($input: ImportLadderInput!) { importLadder(input: $input) {
    policy { id revision ladders { name rungs { id after { unit count } } } } replayed
    problems { code field message } userErrors { code field currentVersion } } }`;
  const input = { province, document: '12/QĐ-UBND', validFrom: '2026-03-02', expectedRevision: 0 };
  const { importLadder } = await administrator.administer<{ importLadder: ImportSeen }>(document, {
    input: { ...input, ladders: [emergency(first)], ...more },
  });
  return importLadder;
}

type ImportSeen = {
  readonly policy: { readonly id: string; readonly revision: number } | null;
  readonly replayed: boolean;
  readonly problems: readonly { readonly code: string; readonly field: readonly string[] }[];
  readonly userErrors: readonly object[];
};

type Explained = {
  readonly wanted: readonly string[];
  readonly insteadOf: readonly { readonly role: string; readonly why: string }[];
  readonly delegated: boolean;
  readonly account: { readonly vi: string; readonly en: string };
  readonly climb: {
    readonly ladders: { readonly id: string };
    readonly rung: { readonly id: string };
    readonly plannedAt: string;
    readonly counted: readonly object[];
    readonly holds: readonly { readonly at: string; readonly until: string }[];
  } | null;
};

async function explains(by: Officer, id: string) {
  const query = `query ($id: ID!) { explainNotice(id: $id) { userErrors { code field } explanation {
    id kind caseCode seq about known writtenAt post role unitCode wanted delegated
    insteadOf { role unitCode why } account { vi en } climb { deadline rule title { vi } procedure
      startedAt dueAt ladders { id document } ladder rung { id share after { unit count } tell } number
      plannedAt counted { from to counts reason label { vi } } holds { at until anonymous } } } } }`;
  const { explainNotice } = await by.administer<{
    explainNotice: { explanation: Explained | null; userErrors: readonly object[] };
  }>(query, { id });
  return explainNotice;
}

async function explanation(by: Officer, id: string): Promise<Explained> {
  const { explanation: found, userErrors } = await explains(by, id);
  if (found === null) throw new Error(JSON.stringify(userErrors));
  return found;
}

async function notice(by: Officer, post: string, code: string, kind: string) {
  const found = (await inbox(by, post)).find(
    (each) => each.caseCode === code && each.kind === kind,
  );
  if (found === undefined) throw new Error(`${post} has no ${kind} of ${code}`);
  return found;
}

const receive = (at: string, where = commune, by = worker) =>
  by.does('receiveReport', report(where, local(at)));
const gaps = ({ insteadOf }: Explained) => insteadOf.map(({ role, why }) => `${role} ${why}`);
const direct = async (act: string, type: string, input: object) => {
  const document = `mutation ($input: ${type}!) { ${act}(input: $input) { userErrors { code } } }`;
  expect(await administrator.administer(document, { input })).toEqual({
    [act]: { userErrors: [] },
  });
};

describe('ladders of a province', () => {
  let before: { readonly id: string; readonly code: string };
  let after: typeof before & { readonly deadlines: readonly { id: string; rule: string }[] };
  let third: typeof before;

  it('are refused where they tell later, with the path and how to mend it', async () => {
    before = await receive('2026-03-02 07:20');
    const refused = await imports(minutes(20));
    expect(refused).toMatchObject({ policy: null, userErrors: [{ code: 'INVALID_INPUT' }] });
    expect(refused.problems).toEqual([
      {
        code: 'TOLD_LATER',
        field: ['ladders', '0', 'rungs', '2'],
        message:
          'The default tells this role earlier. Move the rung down, or use its unit or clock time.',
      },
    ]);
  });

  it('are tried, imported once, and shown beside the default', async () => {
    expect(await imports(minutes(5), { dryRun: true })).toMatchObject({ policy: { id: '98/1' } });
    const key = { idempotencyKey: freshKey() };
    expect(await imports(minutes(5), key)).toMatchObject({
      policy: { id: '98/1' },
      replayed: false,
    });
    expect(await imports(minutes(5), key)).toMatchObject({
      policy: { id: '98/1' },
      replayed: true,
    });
    expect((await imports(minutes(6), key)).userErrors).toMatchObject([
      { code: 'IDEMPOTENCY_KEY_REUSED' },
    ]);
    expect((await imports(minutes(5))).userErrors).toMatchObject([
      { code: 'CONFLICT', currentVersion: 1 },
    ]);
    const book = `{ ladders(province: "98") { inForce revisions { id document } } }`;
    expect(await supervisor.administer(book)).toEqual({
      ladders: {
        inForce: '98/1',
        revisions: [
          { id: 'default/1', document: '0009' },
          { id: '98/1', document: '12/QĐ-UBND' },
        ],
      },
    });
  });

  it('are climbed by what is set from then on, and by nothing set before', async () => {
    after = await receive('2026-03-02 07:25');
    await worker.does('declareConflict', {
      caseId: after.id,
      unit: commune,
      post: chairPost,
      ground: 'RELATED_TO_PERPETRATOR',
    });
    const week = { from: local('2026-03-02 07:30'), until: local('2026-03-09 00:00') };
    await direct('recordLeave', 'RecordLeaveInput', {
      officer: `demo-commune-worker.${commune}`,
      ...week,
    });
    await direct('delegatePost', 'DelegatePostInput', {
      unit: province,
      post: supervisorPost,
      to: `demo-province-chair.${province}`,
      ...week,
      document: '13/QĐ-UBND',
    });
    await office.to('2026-03-02 19:27');
    const [duty] = after.deadlines.filter(({ rule }) => rule === 'D04');
    await police.does('acknowledge', { caseId: after.id, deadline: duty?.id });
    await office.to('2026-03-02 21:30');
    const escalated = await Promise.all(
      [before, after].map(({ code }) => notice(supervisor, supervisorPost, code, 'ESCALATION')),
    );
    expect(escalated.map(({ about }) => minuteOf(about))).toEqual([
      minuteOf(utc('2026-03-02 19:35')),
      minuteOf(utc('2026-03-02 21:27')),
    ]);
  });

  it('explain a rung that waited: who acknowledged when, and where it would have stood', async () => {
    const { id } = await notice(supervisor, supervisorPost, after.code, 'ESCALATION');
    const found = await explanation(supervisor, id);
    expect(found).toMatchObject({
      wanted: ['PROVINCE_SUPERVISOR'],
      insteadOf: [],
      delegated: true,
      climb: {
        ladders: { id: '98/1', document: '12/QĐ-UBND' },
        rung: { id: 'first', after: { unit: 'MINUTES', count: 5 } },
        number: 3,
        dueAt: utc('2026-03-02 19:25'),
        plannedAt: utc('2026-03-02 19:30'),
        holds: [{ anonymous: false }],
        counted: [{ from: utc('2026-03-02 19:25'), to: utc('2026-03-02 19:30'), reason: 'HOURS' }],
      },
    });
    const [hold] = found.climb?.holds ?? [];
    expect([hold?.at, hold?.until].map((at = '') => minuteOf(at))).toEqual(
      ['19:27', '21:27'].map((at) => minuteOf(utc(`2026-03-02 ${at}`))),
    );
    expect(found.account.vi).toContain('nên bậc này chờ đến 21:27 02/03/2026');
    expect(found.account.en).toContain('5 minutes after it was due');
    expect(found.account.en).toContain('Somebody acted by the post for its holder.');
  });

  it('explain whom a post stands in for, to those who oversee the case with every reason', async () => {
    const { id } = await notice(supervisor, supervisorPost, after.code, 'BREACH');
    const found = await explanation(supervisor, id);
    expect(found.wanted).toEqual(['COMMUNE_WORKER', 'COMMUNE_CHAIR']);
    expect(gaps(found)).toEqual(['COMMUNE_WORKER ON_LEAVE', 'COMMUNE_CHAIR KEPT_OUT']);
    expect(found.account.vi).toContain('Thay cho Chủ tịch UBND cấp xã tại 98001');
    expect(found.account.vi).toContain('xung đột lợi ích');
  });

  it('explain a notice to whoever holds the post told, and to nobody else', async () => {
    const own = await notice(chair, chairPost, before.code, 'BREACH');
    const found = await explanation(chair, own.id);
    expect(found.climb).toMatchObject({ ladders: { id: 'default/1' }, rung: { id: 'due' } });
    expect(gaps(found)).toEqual(['COMMUNE_WORKER ON_LEAVE']);
    const theirs = await notice(supervisor, supervisorPost, after.code, 'BREACH');
    const unknown = [{ code: 'NOT_FOUND', field: ['id'] }];
    for (const by of [chair, police, administrator])
      expect(await explains(by, theirs.id)).toEqual({ explanation: null, userErrors: unknown });
    expect((await explains(supervisor, `${theirs.id}x`)).userErrors).toEqual(unknown);
    expect((await explains(supervisor, 'none')).userErrors).toEqual(unknown);
  });

  it('do not say to a recipient that somebody is kept out', async () => {
    third = await receive('2026-03-02 21:00');
    await worker.does('declareConflict', {
      caseId: third.id,
      unit: commune,
      post: chairPost,
      ground: 'RELATED_TO_PERPETRATOR',
    });
    await direct('vacatePost', 'VacatePostInput', { unit: province, post: supervisorPost });
    await office.to('2026-03-03 09:00');
    const post = `PROVINCE_CHAIR@${province}`;
    const by = await office.by('PROVINCE_CHAIR', province);
    const { id } = await notice(by, post, third.code, 'BREACH');
    const found = await explanation(by, id);
    expect(gaps(found)).toEqual([
      'COMMUNE_WORKER ON_LEAVE',
      'COMMUNE_CHAIR NOT_SAID',
      'PROVINCE_SUPERVISOR VACANT',
    ]);
    expect(found.account.vi).not.toContain('xung đột');
  });
});

describe('a mass organisation that supervises', () => {
  it('is told of code and duty three days on, and sees neither case nor list', async () => {
    const here = await office.by('COMMUNE_WORKER', '99001');
    const { id, code, version } = await receive('2026-03-03 08:30', '99001', here);
    const assessed = { caseId: id, expectedVersion: version, seriousHarm: false };
    await here.does('assessInitially', assessed);
    await office.to('2026-03-30 08:00');
    const role = 'COMMUNE_MASS_ORGANISATION';
    const by = await office.by(role, '99001');
    expect(await office.told(`${role}@99001`, code)).toEqual(['ESCALATION D06']);
    expect(await by.ask(`{ case(id: "${id}") { id } }`)).toEqual({ case: null });
    const items = `{ inbox(post: "${role}@99001") { nodes { case { id } duty { rule } } } }`;
    expect(await by.ask(items)).toEqual({
      inbox: { nodes: [{ case: null, duty: { rule: 'D06' } }] },
    });
    await expect(by.ask('{ cases(unit: "99001") { nodes { id } } }')).rejects.toThrow(
      'NOT_ALLOWED',
    );
    const glass = { caseId: id, reason: 'Trẻ đang ở đồn công an, cần tìm người chăm sóc.' };
    expect((await by.tries('breakGlass', glass)).userErrors).toMatchObject([{ code: 'NOT_FOUND' }]);
  });
});
