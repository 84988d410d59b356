import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freshKey, type Officer, post, report, seen } from '../support/http.ts';
import { type Office, openOffice } from '../support/office.ts';

const home = '99001';
let office: Office;
let worker: Officer;
let chair: Officer;
let police: Officer;
let supervisor: Officer;
let stranger: Officer;

beforeAll(async () => {
  office = await openOffice('2026-01-05 07:30');
  worker = await office.by('COMMUNE_WORKER', home);
  chair = await office.by('COMMUNE_CHAIR', home);
  police = await office.by('COMMUNE_POLICE', home);
  supervisor = await office.by('PROVINCE_SUPERVISOR', '99');
  stranger = await office.by('COMMUNE_CHAIR', '99002');
});
afterAll(() => office.sandbox.close());

// Whoever must not stand in what is given, and a name for each that is found wherever it goes.
const others = {
  informant: 'Bà Kanari Báo Tin',
  phone: '0912 345 678',
  perpetrator: 'Ông Kanari Đối Tượng',
  sibling: 'Em Kanari Thử Nghiệm',
  parent: 'Mẹ Kanari Thử Nghiệm',
  carer: 'Cô Kanari Nuôi Dưỡng',
  signer: 'Chủ Tịch Kanari',
  noted: 'Lời Kanari ghi chú',
} as const;
const child = 'Trẻ Thử Nghiệm Chính';
const everybody = `${others.informant}, 0912345678, ${others.perpetrator.toUpperCase()}, ${others.sibling}, ${others.carer}`;
const said = (what: string) => `${what} (${everybody})`;
const form = {
  items: [{ item: '1', level: 'HIGH', note: said('điều quan sát') }],
  conclusion: said('kết luận'),
};
const item = {
  ...{ id: 'i1', measure: 'COUNSELLING', startOn: '2026-01-06', endOn: '2026-02-06', costVnd: 0 },
  ...{ service: said('dịch vụ'), responsible: others.signer, provider: said('cơ sở') },
};

const reported = {
  child: {
    ...{ sex: 'FEMALE', estimatedAge: 9, fullName: child, address: 'Ngõ Giả Định' },
    mother: { fullName: others.parent },
  },
  otherChildren: [{ sex: 'MALE', estimatedAge: 4, fullName: others.sibling }],
  informant: { name: others.informant, phone: others.phone, address: 'Ngõ Giả Định' },
  perpetrators: [{ fullName: others.perpetrator, relationToChild: 'hàng xóm' }],
  narrative: { currentCondition: said('tình trạng'), currentCarer: said('người nuôi') },
};

/** A case with every paper filed, other persons named in the words of each; it ends in the archive. */
async function lived(receivedAt: string): Promise<{ readonly id: string; readonly code: string }> {
  const opened = await worker.does('receiveReport', report(home, receivedAt, reported));
  let version = opened.version;
  const does = async (act: string, input: object, by = chair) => {
    const on = { caseId: opened.id, expectedVersion: version };
    version = (await by.does(act, { ...on, ...input })).version;
  };
  await does('assessInitially', { seriousHarm: true, form });
  await does('applyEmergencyMeasure', { measures: ['FIRST_AID'], description: said('sơ cứu') });
  await does('orderIsolation', {
    ...{ ground: 'ABUSED_BY_CARER', days: 3 },
    order: { isolatedFrom: [others.perpetrator], placedWith: others.carer, note: said('ghi') },
  });
  await does('endIsolation', { outcome: 'RETURNED_HOME' });
  await does('lowerEmergency', { raisedInError: false });
  const placement = { carer: others.carer, address: 'Nhà Kanari', note: 'Ghi chú Kanari' };
  await does('placeInCare', { form: 'RELATIVE', unit: home, placement });
  await does('assessNeeds', { planNeeded: true, form });
  await does('recordMeeting', { minutes: { participants: [others.signer], text: said('họp') } });
  await does('submitPlan', { items: [item], goals: said('mục tiêu') });
  await does('approvePlan', { decision: { signer: others.signer, text: said('quyết định') } });
  await does('reviewPlan', { outcome: 'CLOSE', atRisk: false, stable: true, form });
  await chair.does('addNote', { caseId: opened.id, text: others.noted });
  await chair.does('recordDisclosure', {
    ...{ caseId: opened.id, recipient: 'CLINIC', recipientName: said('Bệnh viện Giả Định') },
    ...{ legalBasis: 'PLAN', secrecy: 'INTERNAL', purpose: 'TREATMENT', parts: ['IDENTITY'] },
  });
  await does('closeCase', {});
  await does('archiveCase', { nationalRecord: 'TE-2026-0001' });
  return opened;
}

const whole = `caseCode receivedAt step categories identities { fullName address estimatedAge bornOn }
  narratives { incidentPlace currentCondition predictedConsequence familyCircumstances currentCarer priorActions }
  initialAssessments { edition items { item level note } conclusion highCount }
  needsAssessments { items { item level note } conclusion } reviews { items { note } conclusion }
  minutes plans { goals items { id service responsible provider } } decisions isolations measures
  followUps disclosures { at recipient recipientName purpose }
  steps { type at words { vi en } dueAt how }`;
const question = `query ($caseId: ID!, $request: ID!) {
  subjectExport(caseId: $caseId, request: $request) { ${whole} } }`;

async function exported(by: Officer, caseId: string, request: string, token = by.token) {
  const headers = { authorization: `Bearer ${token}` };
  const variables = { caseId, request };
  const { status, text } = await post(
    `${office.origin}/graphql`,
    { query: question, variables },
    headers,
  );
  return { status, text, given: (JSON.parse(text).data?.subjectExport ?? null) as Given | null };
}
type Given = Readonly<Record<string, unknown>> & {
  readonly identities: readonly { readonly fullName: string; readonly address: string }[];
  readonly narratives: readonly { readonly currentCondition: string }[];
  readonly steps: readonly { readonly type: string; readonly words: { readonly vi: string } }[];
};

/** Records a request and answers its id. */
async function asks(caseId: string, more: object = {}, by = worker): Promise<string> {
  const asked = { caseId, asker: 'PARENT', verifiedBy: 'BIRTH_CERTIFICATE', note: 'Mẹ của trẻ.' };
  await by.does('recordSubjectRequest', { ...asked, ...more });
  const query = `query ($id: ID!) { case(id: $id) { subjectRequests { id groundOffered note } } }`;
  type Asked = { id: string; groundOffered: string | null; note: string | null };
  const { case: found } = await worker.ask<{ case: { subjectRequests: Asked[] } }>(query, {
    id: caseId,
  });
  return found.subjectRequests.at(-1)?.id ?? '';
}
const codeOf = async (by: Officer, act: string, input: object) =>
  (await by.tries(act, input)).userErrors[0]?.code;
const register = async (caseId: string) => {
  const query = `query ($id: ID!) { accessLog(caseId: $id) { nodes { classes refused subjectRequest } } }`;
  type Entry = { classes: string[]; refused: string | null; subjectRequest: string | null };
  const { accessLog } = await chair.administer<{ accessLog: { nodes: Entry[] } }>(query, {
    id: caseId,
  });
  return accessLog.nodes;
};

describe('a request of the child', () => {
  it('is recorded, answered out of the archive with the whole record, and met in time', async () => {
    await office.to('2026-01-05 08:00');
    const { id } = await lived('2026-01-05T07:50:00+07:00');
    const request = await asks(id);
    const { given, text } = await exported(worker, id, request);
    expect(given?.identities).toMatchObject([{ fullName: child, address: 'Ngõ Giả Định' }]);
    for (const list of ['narratives', 'initialAssessments', 'needsAssessments', 'reviews'])
      expect([list, given?.[list]]).toEqual([list, [expect.anything()]]);
    for (const list of ['minutes', 'plans', 'decisions', 'isolations', 'measures', 'disclosures'])
      expect([list, given?.[list]]).toEqual([list, [expect.anything()]]);
    expect(given?.narratives[0]?.currentCondition).toBe('tình trạng (▇▇▇, ▇▇▇, ▇▇▇, ▇▇▇, ▇▇▇)');
    // Not one of the others stands in it, in whatever letters, nor what the office noted for itself.
    expect(text.toLowerCase()).not.toContain('kanari');
    expect(text).not.toContain('345');
    expect(given?.steps.map(({ type }) => type)).toContain('CaseArchived');
    expect(given?.steps.map(({ words }) => words.vi)).toContain(
      'Trả lời yêu cầu xem dữ liệu cá nhân của trẻ',
    );
    await office.to('2026-01-07 23:50');
    const answered = { caseId: id, request, outcome: 'GIVEN' };
    const after = await chair.does('answerSubjectRequest', answered);
    expect(after.deadlines.filter(({ rule }) => rule === 'D26')).toEqual([]);
    expect(after.overdue).toBe(false);
    expect(await codeOf(chair, 'answerSubjectRequest', answered)).toBe('REQUEST_UNKNOWN');
    expect((await exported(worker, id, request)).given).toBeNull();
  });

  it('stands in the register of reads with a purpose of its own, beside what was read and refused', async () => {
    await office.to('2026-01-08 08:00');
    const { id } = await lived('2026-01-08T07:50:00+07:00');
    const request = await asks(id);
    const read = `{ case(id: "${id}") { narrative { incidentPlace } } subjectExport(caseId: "${id}",
      request: "${request}") { identities { fullName } minutes } }`;
    await worker.ask(read);
    await exported(worker, id, 'r999');
    const [refused, ...opened] = (await register(id)).slice(0, 3);
    expect(refused).toEqual({ classes: [], refused: 'subjectExport', subjectRequest: null });
    expect(opened).toHaveLength(2);
    expect(opened).toContainEqual({
      ...{ classes: ['NARRATIVE'], refused: null, subjectRequest: null },
    });
    const own = opened.find(({ subjectRequest }) => subjectRequest === request);
    expect(own?.classes.toSorted()).toEqual(['ASSESSMENT', 'IDENTITY', 'STATUS']);
  });

  it('nobody answers is reminded of, breached and escalated like any other duty', async () => {
    await office.to('2026-01-09 08:00');
    const { id, code } = await worker.does(
      'receiveReport',
      report(home, '2026-01-09T07:50:00+07:00'),
    );
    const request = await asks(id, { asker: 'CHILD', happenedAt: '2026-01-09T07:55:00+07:00' });
    await office.to('2026-01-20 08:00');
    const told = async (to: string) =>
      (await office.told(to, code)).filter((kind) => kind.endsWith('D26'));
    expect(await told(`COMMUNE_WORKER@${home}`)).toEqual(['REMINDER D26', 'BREACH D26']);
    expect(await told('PROVINCE_SUPERVISOR@99')).toEqual(['ESCALATION D26']);
    expect(await told('PROVINCE_CHAIR@99')).toEqual(['ESCALATION D26']);
    // It is late, and the child still has a right to it.
    expect((await exported(chair, id, request)).given).not.toBeNull();
    await chair.does('answerSubjectRequest', { caseId: id, request, outcome: 'GIVEN' });
    const query = `{ case(id: "${id}") { history(first: 100) { nodes { facts { type how deadline } } } } }`;
    type Facts = { type: string; how: string | null; deadline: string | null }[];
    const data = await worker.ask<{ case: { history: { nodes: { facts: Facts }[] } } }>(query);
    const ended = data.case.history.nodes
      .flatMap(({ facts }) => facts)
      .filter(({ type, deadline }) => type === 'DeadlineClosed' && deadline?.startsWith('D26'));
    expect(ended.map(({ how }) => how)).toEqual(['MET_LATE']);
  });
});

describe('the record of a child is given to nobody', () => {
  let id: string;
  let request: string;
  const asking = (caseId: string) => ({ caseId, asker: 'CHILD', verifiedBy: 'KNOWN_IN_PERSON' });
  const nothing = '{"data":{"subjectExport":null}}';
  beforeAll(async () => {
    await office.to('2026-01-21 08:00');
    ({ id } = await lived('2026-01-21T07:50:00+07:00'));
    request = await asks(id);
  });

  it('by another commune, the police, those above or an analyst: one answer, as for a case there is not', async () => {
    const askers = [police, supervisor, stranger, await office.by('MINISTRY_SUPERVISOR')];
    for (const by of [...askers, await office.by('HOTLINE_111'), await office.by('ANALYST')])
      for (const caseId of [id, 'none', 'canary-99'])
        expect((await exported(by, caseId, request)).text.trim()).toBe(nothing);
    expect(await codeOf(stranger, 'recordSubjectRequest', asking(id))).toBe('NOT_FOUND');
    expect(await codeOf(police, 'recordSubjectRequest', asking(id))).toBe('NOT_ALLOWED');
  });

  it('for somebody linked to who is alleged, or not verified, whatever the officer wants', async () => {
    for (const [more, ground] of [
      [{ conflict: 'RELATED_TO_PERPETRATOR' }, 'ASKER_IN_CONFLICT'],
      [{ verifiedBy: 'NOT_VERIFIED' }, 'ASKER_NOT_VERIFIED'],
    ] as const) {
      const asked = await asks(id, more);
      expect((await exported(chair, id, asked)).text.trim()).toBe(nothing);
      const answer = { caseId: id, request: asked };
      const give = { ...answer, outcome: 'GIVEN' };
      expect(await codeOf(chair, 'answerSubjectRequest', give)).toBe('NOT_TO_BE_GIVEN');
      await chair.does('answerSubjectRequest', { ...answer, outcome: 'REFUSED', ground });
    }
  });

  it('by an answer that says both or neither, or by a child said to be in conflict', async () => {
    const answer = { caseId: id, request, idempotencyKey: freshKey() };
    for (const more of [
      { outcome: 'REFUSED' },
      { outcome: 'GIVEN', ground: 'HINDERS_PROCEEDINGS' },
    ])
      expect(await codeOf(chair, 'answerSubjectRequest', { ...answer, ...more })).toBe(
        'INVALID_INPUT',
      );
    const odd = { ...asking(id), conflict: 'IS_PERPETRATOR' };
    expect(await codeOf(worker, 'recordSubjectRequest', odd)).toBe('INVALID_INPUT');
  });

  it('twice by one key: the request is recorded once', async () => {
    const key = { idempotencyKey: freshKey() };
    await worker.does('recordSubjectRequest', { ...asking(id), ...key });
    const before = (await seen(worker, id)).deadlines.filter(({ rule }) => rule === 'D26').length;
    expect(await worker.tries('recordSubjectRequest', { ...asking(id), ...key })).toMatchObject({
      replayed: true,
    });
    const after = (await seen(worker, id)).deadlines.filter(({ rule }) => rule === 'D26').length;
    expect(after).toBe(before);
  });
});
