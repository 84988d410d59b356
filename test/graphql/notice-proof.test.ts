import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { proveCases } from '#app/notice-proof.ts';
import { notify } from '#app/notify.ts';
import type { Carrier } from '#app/ports/notices.ts';
import { project } from '#app/project.ts';
import { openTestApi, send, type TestApi, tokenOf } from '../support/api.ts';
import { openCases, sweepOnce } from '../support/load.ts';

let api: TestApi;
let id: string;
const supervisor = tokenOf('officer-PROVINCE_SUPERVISOR-91');
const chair = tokenOf('officer-COMMUNE_CHAIR-91001');
const worker = tokenOf('officer-COMMUNE_WORKER-91001');
const foreign = tokenOf('officer-PROVINCE_SUPERVISOR-92');
const administrator = tokenOf('officer-ADMINISTRATOR-VN');

const taken: Carrier = async () => ({ verdict: 'SENT', code: null, words: null, message: null });
const room = () => ({
  ...api.around,
  ...api.told,
  notices: api.notices,
  subscriptions: api.subscriptions,
  worklists: api.worklists,
  provinces: async () => ['91'],
  carriers: { EMAIL: taken, SMS: taken },
});

/** Projects the case, and sends what that brings unless it is to be left lying. */
async function projected(isSent: boolean): Promise<void> {
  const hasten = async (batches: Parameters<Parameters<typeof project>[1]['hasten']>[0]) => {
    if (isSent) for (const batch of batches) await notify(batch, room());
  };
  await project(id, { ...room(), hasten });
}

beforeAll(async () => {
  api = await openTestApi();
  await api.appoint('COMMUNE_CHAIR', '91001');
  await api.appoint('PROVINCE_SUPERVISOR', '91', 'SYT-91');
  await api.appoint('PROVINCE_CHAIR', '91');
  await api.appoint('PROVINCE_SUPERVISOR', '92', 'SYT-92');
  const officer = await api.appoint('COMMUNE_WORKER', '91001');
  [id = ''] = await openCases(api, officer, { count: 1, receivedAt: api.now() });
});
afterAll(() => api.close());

const question = `query ($id: ID!) { noticeProof(caseId: $id) { ok faults events projectedTo unheard
  notices { id event kind post about verdict reason duty { rule dueAt } ways { channel state } }
  duties { rule verdict at } } }`;

const prove = async (token: object, caseId = id) =>
  (await send(api.administer, token, question, { id: caseId })).data.noticeProof;

const kinds = (proof: { notices: { kind: string; verdict: string }[] }) =>
  new Set(proof.notices.map(({ kind, verdict }) => `${kind} ${verdict}`));

describe('noticeProof', () => {
  it('finds nobody told and nobody missed at the beginning, and says when somebody will be', async () => {
    await projected(true);
    const proof = await prove(chair);
    expect(proof).toMatchObject({ ok: true, faults: 0 });
    const open = proof.duties.filter(({ verdict }: { verdict: string }) => verdict === 'OPEN');
    expect(open.map(({ at }: { at: string }) => at > api.now())).not.toContain(false);
    expect(open.length).toBeGreaterThan(0);
  });

  it('misses a tick that did not come', async () => {
    api.setClock('2026-01-05T20:30:00+07:00');
    const proof = await prove(supervisor);
    expect(proof.ok).toBe(false);
    expect(proof.duties).toContainEqual(expect.objectContaining({ verdict: 'OVERDUE' }));
  });

  it('has every notice of the sweep as missing while nothing is projected, and as told in the end', async () => {
    await sweepOnce(api);
    expect(kinds(await prove(administrator))).toContain('BREACH WAITING');
    api.setClock('2026-01-05T20:40:00+07:00');
    const unprojected = await prove(administrator);
    expect(kinds(unprojected)).toContain('BREACH MISSING');
    expect(unprojected.ok).toBe(false);
    await projected(false);
    expect(kinds(await prove(administrator))).toContain('BREACH WAITING');
  });

  it('has nothing for whoever does not oversee the case, nor of a case that is not there', async () => {
    expect(await prove(worker)).toBeNull();
    expect(await prove(foreign)).toBeNull();
    expect(await prove(administrator, 'none')).toBeNull();
  });

  it('and the account of a notice are for nobody whose app may not read cases, officer or machine', async () => {
    const told = (await prove(supervisor)).notices[0].id;
    const why = `query ($id: ID!) { explainNotice(id: $id) { explanation { id }
      userErrors { code field message } } }`;
    const explained = async (token: object, of: string) =>
      (await send(api.administer, token, why, { id: of })).data.explainNotice;
    expect((await explained(supervisor, told)).explanation).toEqual({ id: told });
    const founder = await api.appoint('ADMINISTRATOR', 'VN');
    const machine = { role: 'COMMUNE_WORKER', unit: '91001', agency: 'UBND-91001' } as const;
    const app = { id: 'machine', scopes: ['cases:write'], disabled: false, machine } as const;
    await api.administration.registerApp({ ...app, secretSha256: null }, founder, api.now());
    const machines = { sub: 'machine', azp: 'machine', scope: 'cases:write' };
    const few = [supervisor, chair, worker].map((token) => ({ ...token, scope: 'none' }));
    for (const token of [...few, machines, foreign]) {
      expect(await prove(token)).toBeNull();
      expect(await explained(token, told)).toEqual(await explained(token, 'none#-#1'));
    }
  });
});

describe('the nightly look', () => {
  const alarms = () =>
    api.lines.filter((line) => (line as { event: string }).event === 'notices_wrong');

  it('finds nothing wrong where every notice is there', async () => {
    api.lines.length = 0;
    await sweepOnce(api);
    await projected(true);
    expect(await proveCases(room())).toEqual({ cases: 1, wrong: 0 });
    expect(alarms()).toEqual([]);
  });

  it('tells an operator of the case in which somebody was not told', async () => {
    api.setClock('2026-01-06T20:40:00+07:00');
    await sweepOnce(api);
    api.setClock('2026-01-06T20:50:00+07:00');
    api.lines.length = 0;
    expect(await proveCases(room())).toEqual({ cases: 1, wrong: 1 });
    expect(alarms()).toEqual([expect.objectContaining({ alarm: true, caseId: id })]);
  });
});
