import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ends, type Followed, follow, receive, utc } from '../support/followed.ts';
import { type Officer, seen } from '../support/http.ts';
import { explained, listed, type Office, openOffice } from '../support/office.ts';

const here = '99001';
const home = '99002';
let office: Office;
let worker: Officer;
let chair: Officer;
let province: Officer;

beforeAll(async () => {
  office = await openOffice('2026-03-09 08:00');
  worker = await office.by('COMMUNE_WORKER', here);
  chair = await office.by('COMMUNE_CHAIR', here);
  province = await office.by('PROVINCE_SUPERVISOR', '99');
});
afterAll(() => office.sandbox.close());

/** A case after Form 02, and its code. */
async function assessed(at: string): Promise<readonly [Followed, string]> {
  await office.to(at);
  const followed = await receive(worker, here, at);
  const { code } = await followed.does(worker, 'assessInitially', { seriousHarm: false });
  return [followed, code];
}

describe('communes that do not agree who answers', () => {
  let followed: Followed;
  let code: string;
  const owed = ['P03', utc('2026-03-11 00:00'), 'PLANNED'] as const;

  beforeAll(async () => {
    [followed, code] = await assessed('2026-03-09 08:00');
    for (const unit of ['99003', home]) {
      await followed.does(worker, 'offerHandover', { to: unit });
      const declined = await followed.refused(
        await office.by('COMMUNE_CHAIR', unit),
        'declineHandover',
      );
      expect(declined).toBeUndefined();
      // Whoever declined saw the case for the last time; the worker goes on from its present version.
      followed = follow(await seen(worker, followed.id));
    }
  });

  it('leave it to the province, from the first that declined', async () => {
    expect(ends(await seen(worker, followed.id))).toContainEqual(owed);
    expect((await explained(worker, followed.id, 'P03')).unitCode).toBe('99');
  });

  it('hear of a late answer with the province, then its chair, then the ministry', async () => {
    await office.to('2026-03-11 00:01');
    expect(await office.told('PROVINCE_SUPERVISOR@99', code)).toEqual([
      'REMINDER P03',
      'BREACH P03',
    ]);
    expect(await office.told(`COMMUNE_CHAIR@${here}`, code)).toContain('BREACH P03');
    expect(await office.told('PROVINCE_CHAIR@99', code)).toEqual([]);
    await office.to('2026-03-12 00:01');
    expect(await office.told('PROVINCE_CHAIR@99', code)).toEqual(['ESCALATION P03']);
    expect(await office.told('MINISTRY_SUPERVISOR@VN', code)).toEqual([]);
    await office.to('2026-03-14 00:01');
    expect(await office.told('MINISTRY_SUPERVISOR@VN', code)).toEqual(['ESCALATION P03']);
    // Nobody is disturbed on a Saturday by a duty of days: the letter leaves when the ministry opens.
    expect(await office.mails('MINISTRY_SUPERVISOR@VN', code)).toEqual([]);
    await office.to('2026-03-16 07:31');
    expect((await office.mails('MINISTRY_SUPERVISOR@VN', code))[0]?.text).toContain(
      'Tỉnh giao xã chịu trách nhiệm (P03)',
    );
  });

  it('cannot be told by another province, nor to one that is not theirs', async () => {
    const beyond = await office.by('PROVINCE_SUPERVISOR', '98');
    const to = { to: home, leg: 'RESIDENCE' };
    expect(await followed.refused(beyond, 'assignCommune', to)).toBe('NOT_FOUND');
    expect(await followed.refused(chair, 'assignCommune', to)).toBe('NOT_ALLOWED');
    const far = { to: '98001', leg: 'RESIDENCE' };
    expect(await followed.refused(province, 'assignCommune', far)).toBe('NOT_ALLOWED');
    const early = { to: home, leg: 'INCIDENT' };
    expect(await followed.refused(province, 'assignCommune', early)).toBe('LEG_NOT_ASSIGNABLE');
  });

  it('are told which of them it is, whatever it said before', async () => {
    const assigned = await followed.does(province, 'assignCommune', {
      to: home,
      leg: 'RESIDENCE',
    });
    expect(assigned.residenceLeg.unitCode).toBe(home);
    expect(assigned.deadlines.map(({ rule }) => rule)).toEqual(['D06']);
    await office.to('2026-03-14 08:00');
    for (const unit of [here, home])
      expect((await office.told(`COMMUNE_CHAIR@${unit}`, code)).at(-1)).toBe('COMMUNE_ASSIGNED');
    expect((await listed(await office.by('COMMUNE_WORKER', home), home)).codes).toEqual([code]);
  });
});

describe('a residence nobody knows', () => {
  let followed: Followed;

  beforeAll(async () => {
    [followed] = await assessed('2026-03-16 08:00');
    const own = { post: `COMMUNE_WORKER@${here}`, leg: 'RESIDENCE' };
    await followed.does(chair, 'assignWorker', own);
    const unknown = await followed.does(worker, 'correctResidence', { residenceUnit: null });
    expect(ends(unknown)).toContainEqual(['P03', utc('2026-03-18 00:00'), 'PLANNED']);
  });

  it('is answered too when the province says that the present commune goes on', async () => {
    const asked = { to: here, leg: 'RESIDENCE' };
    const assigned = await followed.does(province, 'assignCommune', asked);
    expect(assigned.deadlines.map(({ rule }) => rule)).toEqual(['D06']);
    const query = 'query ($id: ID!) { case(id: $id) { residenceLeg { worker } } }';
    expect(await worker.ask(query, { id: followed.id })).toEqual({
      case: { residenceLeg: { worker: `COMMUNE_WORKER@${here}` } },
    });
    expect(await followed.refused(province, 'assignCommune', asked)).toBe('SAME_COMMUNE');
  });
});

describe('communes of two provinces', () => {
  it('are told by the ministry, and by neither province', async () => {
    const [followed] = await assessed('2026-03-17 08:00');
    const to = { to: '98001', leg: 'RESIDENCE' };
    await followed.does(worker, 'offerHandover', { to: '98001' });
    const beyond = await office.by('PROVINCE_SUPERVISOR', '98');
    for (const supervisor of [province, beyond])
      expect(await followed.refused(supervisor, 'assignCommune', to)).toBe('NOT_ALLOWED');
    const ministry = await office.by('MINISTRY_SUPERVISOR');
    const assigned = await followed.does(ministry, 'assignCommune', to);
    expect([assigned.handover, assigned.residenceLeg.unitCode]).toEqual(['ACCEPTED', '98001']);
    expect(assigned.deadlines.map(({ rule }) => rule)).toEqual(['D06']);
  });
});
