import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '#runtime/world.ts';
import { openTestApi, send, type TestApi, type Token, tokenOf } from '../support/api.ts';

let api: TestApi;
let worker: Token;
let chair: Token;
let supervisor: Token;
let caseId: string;

async function act(name: string, input: object, by = worker) {
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input!`;
  const document = `mutation ($input: ${type}) { ${name}(input: $input) {
    case { id } userErrors { code field } } }`;
  const sent = { input: { idempotencyKey: newId(), caseId, ...input } };
  const { data, text } = await send(api.serve, by, document, sent);
  if (data?.[name] === undefined) throw new Error(text);
  return data[name].userErrors;
}

const requests = async (by = worker) => {
  const query = `{ case(id: "${caseId}") { subjectRequests {
    id asker verifiedBy conflict groundOffered note answeredAt refusedOn } } }`;
  return (await send(api.serve, by, query)).data.case.subjectRequests;
};
const asked = { asker: 'PARENT', verifiedBy: 'BIRTH_CERTIFICATE' };
const exported = async (request: string, by: Token) => {
  const query = `{ subjectExport(caseId: "${caseId}", request: "${request}") {
    identities { fullName } narratives { currentCondition } } }`;
  return (await send(api.serve, by, query)).data.subjectExport;
};

beforeAll(async () => {
  api = await openTestApi();
  worker = tokenOf((await api.appoint('COMMUNE_WORKER', '91001')).id);
  chair = tokenOf((await api.appoint('COMMUNE_CHAIR', '91001')).id);
  supervisor = tokenOf((await api.appoint('PROVINCE_SUPERVISOR', '91')).id);
  await api.appoint('COMMUNE_POLICE', '91001');
  const report = {
    receivedAt: '2026-01-05T07:00:00+07:00',
    channel: 'PHONE',
    subjectGroup: 'ABUSED',
    categories: ['VIOLENCE'],
    incidentUnit: '91001',
    child: { sex: 'FEMALE', estimatedAge: 9, fullName: 'Trẻ Thử Nghiệm' },
    narrative: { currentCondition: 'Theo lời Bà Báo Tin, trẻ bị đau.' },
    informant: { name: 'Bà Báo Tin' },
  };
  const document = `mutation ($input: ReceiveReportInput!) { receiveReport(input: $input) { case { id } } }`;
  const sent = { input: { idempotencyKey: newId(), ...report } };
  caseId = (await send(api.serve, worker, document, sent)).data.receiveReport.case.id;
});
afterAll(() => api.close());

describe('a request of the child', () => {
  it('is seen by those who watch over the case, and who exactly asked by those who read', async () => {
    expect(await act('recordSubjectRequest', { ...asked, note: 'Người mẹ thử nghiệm' })).toEqual(
      [],
    );
    const seen = {
      ...{ id: 'r2', ...asked, conflict: null, groundOffered: null, answeredAt: null },
      refusedOn: null,
    };
    expect(await requests()).toEqual([{ ...seen, note: 'Người mẹ thử nghiệm' }]);
    expect(api.reads.at(-1)).toMatchObject({ classes: ['NARRATIVE'], subjectRequest: null });
    expect(await requests(supervisor)).toEqual([{ ...seen, note: null }]);
    expect(await requests(tokenOf('officer-COMMUNE_POLICE-91001'))).toBeNull();
    expect(JSON.stringify(await api.around.ledger.events(caseId, 0))).not.toContain('thử nghiệm');
  });

  it('is answered with the record by an app that reads and writes, and through no narrower one', async () => {
    const sub = worker.sub;
    expect(await exported('r2', tokenOf(sub, 'cases:read'))).toBeNull();
    expect(await exported('r2', tokenOf(sub, 'cases:write'))).toBeNull();
    expect(await exported('r2', worker)).toEqual({
      identities: [{ fullName: 'Trẻ Thử Nghiệm' }],
      narratives: [{ currentCondition: 'Theo lời ▇▇▇, trẻ bị đau.' }],
    });
    const entry = { caseId, classes: ['STATUS', 'IDENTITY', 'NARRATIVE'], subjectRequest: 'r2' };
    expect(api.reads.at(-1)).toMatchObject({ ...entry, glass: null });
  });

  it('of a parent whom a conflict of interest keeps out is to be refused, and the ground is offered', async () => {
    const officer = 'officer-COMMUNE_POLICE-91001';
    expect(await act('recordSubjectRequest', { ...asked, officer: 'nobody' })).toEqual([
      { code: 'OFFICER_UNKNOWN', field: ['officer'] },
    ]);
    const ground = { ground: 'RELATED_TO_PERPETRATOR' };
    expect(await act('declareConflict', { officer, ...ground }, chair)).toEqual([]);
    expect(await act('recordSubjectRequest', { ...asked, officer })).toEqual([]);
    const request = (await requests()).at(-1);
    expect(request).toMatchObject({
      ...{ conflict: 'RELATED_TO_PERPETRATOR', groundOffered: 'ASKER_IN_CONFLICT' },
    });
    expect(await exported(request.id, worker)).toBeNull();
    const answer = { request: request.id, outcome: 'GIVEN' };
    expect(await act('answerSubjectRequest', answer, chair)).toEqual([
      { code: 'NOT_TO_BE_GIVEN', field: ['outcome'] },
    ]);
    const refusal = { ...answer, outcome: 'REFUSED', ground: request.groundOffered };
    expect(await act('answerSubjectRequest', refusal, chair)).toEqual([]);
    expect((await requests()).at(-1)).toMatchObject({
      ...{ answeredAt: api.now(), refusedOn: 'ASKER_IN_CONFLICT' },
    });
  });
});
