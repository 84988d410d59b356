import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ends, type Followed, local, receive, utc } from '../support/followed.ts';
import { history, type Officer } from '../support/http.ts';
import { type Office, openOffice } from '../support/office.ts';

const commune = '99001';
const items = [{ id: 'i1', measure: 'COUNSELLING', startOn: '2026-03-11', endOn: '2026-12-18' }];
let office: Office;
let worker: Officer;
let chair: Officer;

beforeAll(async () => {
  office = await openOffice('2026-03-10 08:00');
  worker = await office.by('COMMUNE_WORKER', commune);
  chair = await office.by('COMMUNE_CHAIR', commune);
});
afterAll(() => office.sandbox.close());

describe('a child whose birth date was taken down wrongly', () => {
  let followed: Followed;
  const born = (bornOn: string, more: object = {}) => ({
    child: { sex: 'FEMALE', bornOn, fullName: 'Trẻ Thử Nghiệm', ...more },
  });

  beforeAll(async () => {
    followed = await receive(worker, commune, '2026-03-10 08:00', born('2011-09-20'));
    await followed.does(worker, 'assessInitially', { seriousHarm: false });
    await followed.does(worker, 'assessNeeds', { planNeeded: true });
    await followed.does(worker, 'recordMeeting');
    await followed.does(worker, 'submitPlan', { items });
    const approved = await followed.does(chair, 'approvePlan');
    expect(ends(approved)).toContainEqual(['P06', utc('2027-09-01 00:00'), 'PLANNED']);
  });

  async function child() {
    const query = `query ($id: ID!) { case(id: $id) { profile { sex ageGroup } sixteenFrom
      identity { fullName bornOn address } } }`;
    return (await worker.ask<{ case: object }>(query, { id: followed.id })).case;
  }

  it('has the review before the sixteenth birthday moved with it', async () => {
    const told = born('2010-07-02', { sex: 'MALE', address: 'Thôn Giả Định' });
    const corrected = await followed.does(worker, 'correctChild', told);
    expect(ends(corrected)).toContainEqual(['P06', utc('2026-07-01 00:00'), 'PLANNED']);
    expect(await child()).toEqual({
      profile: { sex: 'MALE', ageGroup: 'AGE_14_15' },
      sixteenFrom: '2026-07-01',
      identity: { fullName: 'Trẻ Thử Nghiệm', bornOn: '2010-07-02', address: 'Thôn Giả Định' },
    });
  });

  it('is in another age group, and owes no such review, when it turns out to be younger', async () => {
    const corrected = await followed.does(worker, 'correctChild', born('2017-07-02'));
    expect(corrected.deadlines.map(({ rule }) => rule)).not.toContain('P06');
    // All of it is given anew, so an address that is left out is gone.
    expect(await child()).toEqual({
      profile: { sex: 'FEMALE', ageGroup: 'AGE_6_9' },
      sixteenFrom: '2033-07-01',
      identity: { fullName: 'Trẻ Thử Nghiệm', bornOn: '2017-07-02', address: null },
    });
  });

  it('leaves the corrections in the history, and no name in it', async () => {
    const facts = await history(worker, followed.id);
    expect(facts.filter(({ type }) => type === 'ChildCorrected')).toHaveLength(2);
    expect(JSON.stringify(facts)).not.toMatch(/Thử|Giả/);
  });

  it('is corrected by the communes that answer and by nobody above them', async () => {
    const province = await office.by('PROVINCE_SUPERVISOR', '99');
    const refused = await followed.refused(province, 'correctChild', born('2017-07-03'));
    expect(refused).toBe('NOT_ALLOWED');
  });
});

describe('a residence that was taken down wrongly', () => {
  it('follows in the record, and the commune that answers stays', async () => {
    const followed = await receive(worker, commune, '2026-03-10 08:00', { residenceUnit: '99002' });
    const wrong = await followed.does(worker, 'correctResidence', { residenceUnit: '98001' });
    expect(wrong.residenceLeg.unitCode).toBe(commune);
    const query = `query ($id: ID!) { case(id: $id) { residenceUnit residenceUnknown } }`;
    const now = async () => (await worker.ask<{ case: object }>(query, { id: followed.id })).case;
    expect(await now()).toEqual({ residenceUnit: '98001', residenceUnknown: false });
    await followed.does(worker, 'correctResidence', { residenceUnit: null });
    expect(await now()).toEqual({ residenceUnit: null, residenceUnknown: true });
    const refused = await followed.refused(worker, 'correctResidence', { residenceUnit: null });
    expect(refused).toBe('NOTHING_CHANGED');
    const unknown = { residenceUnit: '98765' };
    expect(await followed.refused(worker, 'correctResidence', unknown)).toBe('UNIT_UNKNOWN');
  });
});

describe('a paper that comes late', () => {
  it('was in time by what it says, and the breach the clock has written stays beside it', async () => {
    await office.to('2026-03-11 08:00');
    const followed = await receive(worker, commune, '2026-03-11 08:00');
    await office.to('2026-03-11 21:00');
    const done = await followed.does(worker, 'assessInitially', {
      seriousHarm: false,
      happenedAt: local('2026-03-11 15:00'),
      knownAt: local('2026-03-11 16:30'),
    });
    expect(done.overdue).toBe(false);
    const query = `query ($id: ID!) { case(id: $id) { history(first: 100) { nodes {
      act writtenAt facts { type about known deadline how } } } } }`;
    type Fact = {
      type: string;
      about: string;
      known: string;
      deadline: string | null;
      how: string;
    };
    type Node = { act: string; writtenAt: string; facts: Fact[] };
    const { case: found } = await worker.ask<{ case: { history: { nodes: Node[] } } }>(query, {
      id: followed.id,
    });
    const facts = found.history.nodes.flatMap((node) => node.facts);
    const of04 = facts.filter(({ deadline }) => deadline?.startsWith('D04'));
    expect(of04.map(({ type, how }) => [type, how])).toEqual([
      ['DeadlineSet', null],
      ['ReminderRecorded', null],
      ['BreachRecorded', null],
      ['Escalated', null],
      ['DeadlineClosed', 'MET'],
    ]);
    const entry = found.history.nodes.at(-1);
    expect(entry?.facts[0]).toMatchObject({
      type: 'InitialAssessed',
      about: utc('2026-03-11 15:00'),
      known: utc('2026-03-11 16:30'),
    });
    expect(entry?.writtenAt.slice(0, 13)).toBe(utc('2026-03-11 21:00').slice(0, 13));
    const out = { planNeeded: true, happenedAt: local('2026-03-11 18:00') };
    const early = { ...out, knownAt: local('2026-03-11 17:00') };
    expect(await followed.refused(worker, 'assessNeeds', early)).toBe('KNOWN_OUT_OF_ORDER');
  });
});
