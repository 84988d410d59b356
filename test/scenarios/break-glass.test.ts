import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freshKey, type Officer, post, report } from '../support/http.ts';
import { type Office, openOffice } from '../support/office.ts';

const home = '99001';
const reason = 'Trẻ được đưa đến đồn công an lúc nửa đêm, cần biết nơi bảo vệ.';
let office: Office;
let worker: Officer;
let chair: Officer;
let supervisor: Officer;
let stranger: Officer;

beforeAll(async () => {
  office = await openOffice('2026-01-05 07:30');
  worker = await office.by('COMMUNE_WORKER', home);
  chair = await office.by('COMMUNE_CHAIR', home);
  supervisor = await office.by('PROVINCE_SUPERVISOR', '99');
  stranger = await office.by('COMMUNE_POLICE', '98001');
});
afterAll(() => office.sandbox.close());

const receive = (now: string) =>
  worker.does('receiveReport', report(home, now, { narrative: { currentCondition: 'Giả định.' } }));
const question = `query ($id: ID!) { case(id: $id) { visibleParts availableActions
  identity { fullName } narrative { currentCondition } informant { name } perpetrators { fullName }
  planForm { goals } glasses { id } } }`;
type Seen = Readonly<Record<string, unknown>> | null;
const look = async (by: Officer, id: string): Promise<Seen> =>
  (await by.ask<{ case: Seen }>(question, { id })).case;

describe('a glass that is broken', () => {
  it('shows what is lent by the code of the case, for three hours and no act more', async () => {
    await office.to('2026-01-05 08:00');
    const { id, code, version } = await receive('2026-01-05T07:50:00+07:00');
    expect(await look(stranger, id)).toBeNull();
    const done = await stranger.does('breakGlass', { caseId: code, reason });
    expect(done.id).toBe(id);
    expect(await look(stranger, id)).toEqual({
      visibleParts: ['STATUS', 'IDENTITY', 'NARRATIVE', 'PROTECTION', 'CARE'],
      availableActions: [],
      identity: { fullName: 'Trẻ Thử Nghiệm' },
      narrative: { currentCondition: 'Giả định.' },
      informant: null,
      perpetrators: null,
      planForm: null,
      glasses: null,
    });
    const note = { caseId: id, text: 'Ghi chú.' };
    expect((await stranger.tries('addNote', note)).userErrors[0]?.code).toBe('NOT_ALLOWED');
    const forward = { caseId: id, expectedVersion: version, to: '99002' };
    expect((await stranger.tries('forwardReport', forward)).userErrors[0]?.code).toBe(
      'NOT_ALLOWED',
    );
    await office.to('2026-01-05 10:59');
    expect(await look(stranger, id)).not.toBeNull();
    // The clock of the sandbox runs, so the glass was broken some seconds past eight.
    await office.to('2026-01-05 11:01');
    expect(await look(stranger, id)).toBeNull();
    expect((await stranger.tries('addNote', note)).userErrors[0]?.code).toBe('NOT_FOUND');
  });

  it('is told to the owners at once, once each, with the code alone', async () => {
    await office.to('2026-01-05 12:00');
    const { id, code } = await receive('2026-01-05T11:50:00+07:00');
    const key = { idempotencyKey: freshKey() };
    await stranger.does('breakGlass', { caseId: id, reason, ...key });
    const again = await stranger.tries('breakGlass', { caseId: id, reason, ...key });
    expect(again).toMatchObject({ replayed: true, userErrors: [] });
    await office.to('2026-01-05 12:01');
    for (const told of [`COMMUNE_CHAIR@${home}`, 'PROVINCE_SUPERVISOR@99']) {
      const kinds = await office.told(told, code);
      expect(kinds.filter((kind) => kind === 'GLASS_BROKEN')).toHaveLength(1);
      const mails = await office.mails(told, code);
      expect(mails.filter(({ subject }) => subject.includes('truy cập khẩn cấp'))).toHaveLength(1);
      for (const { subject, text } of mails) expect(subject + text).not.toContain('nửa đêm');
    }
  });

  it('by two officers at once is two accesses, each to be judged', async () => {
    await office.to('2026-01-05 13:00');
    const { id } = await receive('2026-01-05T12:50:00+07:00');
    const other = await office.by('HOTLINE_111');
    const both = [stranger, other].map((by) => by.does('breakGlass', { caseId: id, reason }));
    await Promise.all(both);
    const query =
      '{ case(id: "$") { glasses { id officer reviewer reviewed reason } deadlines { rule } } }';
    type Judged = {
      glasses: { id: string; reason: string }[];
      deadlines: { rule: string }[];
    };
    const data = await supervisor.ask<{ case: Judged }>(query.replace('$', id));
    expect(new Set(data.case.glasses.map((glass) => glass.id)).size).toBe(2);
    expect(data.case.glasses.map((glass) => glass.reason)).toEqual([reason, reason]);
    expect(data.case.deadlines.filter(({ rule }) => rule === 'P07')).toHaveLength(2);
    const [first] = data.case.glasses;
    const judged = { caseId: id, glass: first?.id, outcome: 'UNJUSTIFIED', note: 'Không cần.' };
    expect((await chair.tries('reviewBreakGlass', judged)).userErrors[0]?.code).toBe('NOT_ALLOWED');
    const after = await supervisor.does('reviewBreakGlass', judged);
    expect(after.deadlines.filter(({ rule }) => rule === 'P07')).toHaveLength(1);
    const views = await Promise.all([look(stranger, id), look(other, id)]);
    expect(views.filter((view) => view === null)).toHaveLength(1);
  });

  it('is judged late by nobody unnoticed: reminded, breached and escalated to the ministry', async () => {
    await office.to('2026-01-06 08:00');
    const { id, code } = await receive('2026-01-06T07:50:00+07:00');
    await stranger.does('breakGlass', { caseId: id, reason });
    await office.to('2026-01-16 08:00');
    const told = async (to: string) =>
      (await office.told(to, code)).filter((kind) => kind.endsWith('P07'));
    expect(await told('PROVINCE_SUPERVISOR@99')).toEqual(['REMINDER P07', 'BREACH P07']);
    expect(await told('PROVINCE_CHAIR@99')).toEqual(['ESCALATION P07']);
    expect(await told('MINISTRY_SUPERVISOR@VN')).toEqual(['ESCALATION P07']);
  });
});

describe('what breaks no glass', () => {
  const codes = (by: Officer, ids: readonly string[]) =>
    Promise.all(
      ids.map(async (caseId) => {
        const said = await by.tries('breakGlass', { caseId, reason });
        return JSON.stringify(said);
      }),
    );

  it('a wrong code, an analyst, an administrator: one and the same answer', async () => {
    const { id, code } = await receive('2026-01-16T07:50:00+07:00');
    const absent = await codes(stranger, ['LC-9999999-9', 'none', 'canary-99']);
    expect(new Set(absent).size).toBe(1);
    expect(absent[0]).toContain('NOT_FOUND');
    for (const role of ['ANALYST', 'ADMINISTRATOR'])
      expect(new Set([...(await codes(await office.by(role), [id, code])), ...absent]).size).toBe(
        1,
      );
  });

  it.each([
    ['nothing', ''],
    ['nineteen letters', 'a'.repeat(19)],
    ['blanks', ' '.repeat(40)],
    ['what nobody sees', '\u200b\u3164\u00a0\u2800'.repeat(20)],
    ['letters taken apart', 'e\u0302\u0323'.repeat(19)],
  ])('%s for a reason', async (_, words) => {
    const { id } = await receive('2026-01-16T07:50:00+07:00');
    const query = `mutation ($input: BreakGlassInput!) { breakGlass(input: $input) {
      case { id } userErrors { code field message } } }`;
    const input = { idempotencyKey: freshKey(), caseId: id, reason: words };
    const { text } = await post(
      `${office.origin}/graphql`,
      { query, variables: { input } },
      { authorization: `Bearer ${stranger.token}` },
    );
    expect(text).toContain('"case":null');
    expect(text).toContain('"code":"INVALID_INPUT","field":["reason"]');
    expect(await look(stranger, id)).toBeNull();
  });
});
