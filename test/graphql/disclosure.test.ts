import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '#runtime/world.ts';
import { openTestApi, send, type TestApi, tokenOf } from '../support/api.ts';

type Token = ReturnType<typeof tokenOf>;

let api: TestApi;
let worker: Token;
let province: Token;
let id: string;

async function act(name: string, input: object, by = worker) {
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input!`;
  const document = `mutation ($input: ${type}) { ${name}(input: $input) {
    case { id } userErrors { code field } } }`;
  const sent = { input: { idempotencyKey: newId(), ...input } };
  return (await send(api.serve, by, document, sent)).data[name];
}

const disclosure = (recipientName: string, more: object = {}) => ({
  ...{ caseId: id, recipient: 'CLINIC', recipientName, legalBasis: 'PLAN' },
  ...{ secrecy: 'NAMED_PERSONS', purpose: 'TREATMENT', parts: ['IDENTITY'], ...more },
});

const query = `query ($id: ID!) { case(id: $id) { consentWithdrawnAt disclosures {
  at recipient legalBasis secrecy purpose parts recipientName } } }`;

beforeAll(async () => {
  api = await openTestApi();
  worker = tokenOf((await api.appoint('COMMUNE_WORKER', '91001')).id);
  province = tokenOf((await api.appoint('PROVINCE_SUPERVISOR', '91')).id);
  const report = {
    receivedAt: '2026-01-05T07:00:00+07:00',
    channel: 'PHONE',
    subjectGroup: 'ABUSED',
    categories: ['VIOLENCE'],
    incidentUnit: '91001',
    child: { sex: 'FEMALE', estimatedAge: 9, fullName: 'Trẻ Thử Nghiệm' },
  };
  id = (await act('receiveReport', report)).case.id;
});
afterAll(() => api.close());

describe('what was told outside', () => {
  it('is seen by whoever sees the case; each recipient by those who may read, and that is audited', async () => {
    expect((await act('recordDisclosure', disclosure('Bệnh viện Giả Định 1'))).userErrors).toEqual(
      [],
    );
    await act('recordDisclosure', disclosure('Bệnh viện Giả Định 2', { purpose: 'SUPPORT' }));
    const seen = await send(api.serve, worker, query, { id });
    const names = seen.data.case.disclosures.map(
      (each: { recipientName: string }) => each.recipientName,
    );
    expect(names).toEqual(['Bệnh viện Giả Định 1', 'Bệnh viện Giả Định 2']);
    expect(api.reads.at(-1)).toMatchObject({ caseId: id, classes: ['NARRATIVE'] });
    const above = await send(api.serve, province, query, { id });
    expect(above.data.case.disclosures[1]).toEqual({
      ...{ at: api.now(), recipient: 'CLINIC', legalBasis: 'PLAN', secrecy: 'NAMED_PERSONS' },
      ...{ purpose: 'SUPPORT', parts: ['IDENTITY'], recipientName: null },
    });
  });

  it('under consent is refused once it is taken back, and the place at fault is named', async () => {
    const consent = { child: true, representative: true, givenAt: '2026-01-05T07:20:00+07:00' };
    const asked = disclosure('Báo Giả Định', { legalBasis: 'CONSENT', consent });
    const missing = await act('recordDisclosure', { ...asked, consent: null });
    expect(missing.userErrors).toEqual([{ code: 'CONSENT_MISSING', field: ['consent'] }]);
    expect((await act('recordDisclosure', asked)).userErrors).toEqual([]);
    expect((await act('withdrawConsent', { caseId: id, by: 'CHILD' })).userErrors).toEqual([]);
    const refused = await act('recordDisclosure', asked);
    expect(refused.userErrors).toEqual([{ code: 'CONSENT_WITHDRAWN', field: ['consent'] }]);
    const seen = await send(api.serve, province, query, { id });
    expect(seen.data.case.consentWithdrawnAt).toBe(api.now());
  });

  it('is shown as far as the last fifty, each with the recipient that was told, and is all in the events', async () => {
    for (let n = 1; n <= 50; n += 1)
      expect(
        (await act('recordDisclosure', disclosure(`Trường Giả Định ${n}`))).userErrors,
      ).toEqual([]);
    const { data } = await send(api.serve, worker, query, { id });
    const names = data.case.disclosures.map(
      (each: { recipientName: string }) => each.recipientName,
    );
    expect(names).toEqual(Array.from({ length: 50 }, (_, at) => `Trường Giả Định ${at + 1}`));
    await act('recordDisclosure', disclosure('Trường Giả Định 51'));
    const next = await send(api.serve, worker, query, { id });
    expect(next.data.case.disclosures[0].recipientName).toBe('Trường Giả Định 2');
    expect(next.data.case.disclosures).toHaveLength(50);
    const events = await api.around.ledger.events(id, 0);
    const told = events
      .flatMap(({ facts }) => facts)
      .filter(({ type }) => type === 'DisclosureRecorded');
    expect(told).toHaveLength(54);
  });
});
