import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ends, type Followed, receive, utc } from '../support/followed.ts';
import { history, type Officer, seen } from '../support/http.ts';
import { explained, listed, type Office, openOffice } from '../support/office.ts';

const here = '99001';
const there = '98001';
let office: Office;
let worker: Officer;
let chair: Officer;

beforeAll(async () => {
  office = await openOffice('2026-03-10 08:00');
  worker = await office.by('COMMUNE_WORKER', here);
  chair = await office.by('COMMUNE_CHAIR', here);
});
afterAll(() => office.sandbox.close());

describe('a report that belongs to another commune', () => {
  let id: string;
  let code: string;

  beforeAll(async () => {
    const followed = await receive(worker, here, '2026-03-10 08:00');
    ({ id } = followed);
    ({ code } = await seen(worker, id));
    await office.to('2026-03-10 10:00');
    const payload = await worker.tries('forwardReport', {
      caseId: id,
      expectedVersion: 1,
      to: there,
    });
    expect(payload.userErrors).toEqual([]);
  });

  it('goes on with its clocks as they run', async () => {
    const after = await seen(await office.by('COMMUNE_WORKER', there), id);
    expect(ends(after)).toEqual([
      ['D04', utc('2026-03-10 20:00'), 'PLANNED'],
      ['D05', utc('2026-03-10 20:00'), 'CONDITIONAL'],
    ]);
  });

  it('is told to workers and chairs of both communes, by mail too', async () => {
    await office.to('2026-03-10 10:01');
    for (const post of [`COMMUNE_WORKER@${there}`, `COMMUNE_CHAIR@${there}`]) {
      expect(await office.told(post, code)).toEqual(['FORWARDED']);
      expect(await office.mails(post, code)).toHaveLength(1);
    }
    for (const post of [`COMMUNE_WORKER@${here}`, `COMMUNE_CHAIR@${here}`]) {
      // Once when it came in, once when it went on.
      expect(await office.told(post, code)).toEqual(['FORWARDED', 'FORWARDED']);
      expect(await office.mails(post, code)).toHaveLength(2);
    }
  });

  it('can be acted on there only; the chair of the first commune finds no such case', async () => {
    const act = { caseId: id, expectedVersion: 2 };
    const assess = { ...act, seriousHarm: false };
    expect((await worker.tries('assessInitially', assess)).userErrors[0]?.code).toBe('NOT_ALLOWED');
    const unfounded = { ...act, ground: 'NOT_SUBSTANTIATED' };
    const refused = (await chair.tries('markUnfounded', unfounded)).userErrors[0]?.code;
    expect(refused).toBe('NOT_ALLOWED');
  });

  it('is in the lists of the new commune and its province, and of the agency that took it down', async () => {
    const seats = [
      ['COMMUNE_WORKER', there, there],
      ['PROVINCE_SUPERVISOR', '98', '98'],
    ] as const;
    for (const [role, seat, unit] of seats)
      expect((await listed(await office.by(role, seat), unit)).codes).toContain(code);
    expect((await listed(worker, here)).codes).not.toContain(code);
    expect((await listed(worker, here, 'OPEN', `UBND-${here}`)).codes).toContain(code);
    const province = await office.by('PROVINCE_SUPERVISOR', '99');
    expect((await listed(province, '99')).codes).not.toContain(code);
  });

  it('tells the twelve hours in the new commune and province, and nobody of the old ones', async () => {
    await office.to('2026-03-10 22:00');
    expect(await office.told(`COMMUNE_CHAIR@${there}`, code)).toContain('BREACH D04');
    expect(await office.told(`COMMUNE_POLICE@${there}`, code)).toEqual(['BREACH D04']);
    expect(await office.told('PROVINCE_SUPERVISOR@98', code)).toEqual(['ESCALATION D04']);
    expect(await office.told(`COMMUNE_CHAIR@${here}`, code)).not.toContain('BREACH D04');
    expect(await office.told('PROVINCE_SUPERVISOR@99', code)).toEqual([]);
  });
});

describe('a report with nothing behind it', () => {
  let followed: Followed;
  let code: string;

  beforeAll(async () => {
    await office.to('2026-03-11 08:00');
    followed = await receive(worker, here, '2026-03-11 08:00');
    ({ code } = await seen(worker, followed.id));
  });

  it('is closed by the chair, never while it is an emergency, and owes nothing more', async () => {
    const ground = { ground: 'NOT_SUBSTANTIATED', note: 'Không xác minh được.' };
    expect(await followed.refused(worker, 'markUnfounded', ground)).toBe('NOT_ALLOWED');
    await followed.does(worker, 'raiseEmergency', { ground: 'THREATENED_SERIOUS_HARM' });
    expect(await followed.refused(chair, 'markUnfounded', ground)).toBe('EMERGENCY_OPEN');
    await followed.does(chair, 'lowerEmergency', { raisedInError: true });
    const closed = await followed.does(chair, 'markUnfounded', ground);
    expect([closed.step, closed.deadlines]).toEqual(['CLOSED', []]);
    expect((await listed(worker, here)).codes).not.toContain(code);
    expect((await listed(worker, here, 'CLOSED')).codes).toContain(code);
  });

  it('is taken up again on new information, with twelve hours from when that came in', async () => {
    await office.to('2026-03-16 09:00');
    const news = { ground: 'NEW_INFORMATION', happenedAt: '2026-03-16T08:15:00+07:00' };
    const reopened = await followed.does(chair, 'reopenCase', news);
    expect([reopened.step, reopened.cycle, ...ends(reopened)]).toEqual([
      'INITIAL_ASSESSMENT',
      2,
      ['D04', utc('2026-03-16 20:15'), 'PLANNED'],
      ['D05', utc('2026-03-16 20:15'), 'CONDITIONAL'],
    ]);
    expect((await listed(worker, here)).codes).toContain(code);
    expect((await listed(worker, here, 'CLOSED')).codes).not.toContain(code);
  });

  it('tells in both languages why its deadlines end when they do', async () => {
    const found = await explained(worker, followed.id, 'D05');
    expect(found.explanation).toMatchObject([{ counts: true, reason: 'HOURS' }]);
    expect(found.account.vi).toContain('lúc 08:15 ngày 16/03/2026');
    expect(found.account.vi).toContain('khoản 3 Điều 26');
    expect(found.account.en).toContain('It has to be done before 20:15 on 16/03/2026.');
  });

  it('keeps the whole of its history', async () => {
    const acts = (await history(worker, followed.id)).map(({ act }) => act);
    expect([...new Set(acts)]).toEqual([
      'receiveReport',
      'raiseEmergency',
      'lowerEmergency',
      'markUnfounded',
      'reopenCase',
    ]);
  });

  it('cannot be reopened to before it was closed, nor while it is open', async () => {
    const again = { ground: 'NEW_INFORMATION' };
    expect(await followed.refused(chair, 'reopenCase', again)).toBe('NOT_AVAILABLE');
    await followed.does(chair, 'markUnfounded', { ground: 'DUPLICATE_REPORT' });
    const early = { ...again, happenedAt: '2026-03-16T08:59:00+07:00' };
    expect(await followed.refused(chair, 'reopenCase', early)).toBe('HAPPENED_BEFORE_STEP');
  });

  it('reopened twice at once is reopened once', async () => {
    const { version } = await seen(chair, followed.id);
    const asked = { caseId: followed.id, expectedVersion: version, ground: 'CLOSED_IN_ERROR' };
    const answers = await Promise.all([1, 2].map(() => chair.tries('reopenCase', asked)));
    expect(answers.map(({ userErrors }) => userErrors[0]?.code ?? 'DONE').toSorted()).toEqual([
      'CONFLICT',
      'DONE',
    ]);
    expect((await seen(chair, followed.id)).cycle).toBe(3);
  });
});
