import { afterAll, beforeAll, expect, it } from 'vitest';
import { ends, type Followed, follow, receive, utc } from '../support/followed.ts';
import { history, type Officer, seen } from '../support/http.ts';
import { explained, listed, type Office, openOffice } from '../support/office.ts';

const home = '99001';
const carers = '98001';
const items = [{ id: 'care1', measure: 'COUNSELLING', startOn: '2026-03-10', endOn: '2026-03-20' }];
const safe = { outcome: 'CLOSE', atRisk: false, stable: true };
let office: Office;
let worker: Officer;
let chair: Officer;
let carer: Officer;
let followed: Followed;
let code: string;

beforeAll(async () => {
  office = await openOffice('2026-03-10 08:00');
  worker = await office.by('COMMUNE_WORKER', home);
  chair = await office.by('COMMUNE_CHAIR', home);
  carer = await office.by('COMMUNE_WORKER', carers);
  followed = await receive(worker, home, '2026-03-10 08:00');
  await followed.does(worker, 'assessInitially', { seriousHarm: true });
  const measure = { measures: ['SAFE_SHELTER'], description: 'Biện pháp giả định.' };
  await followed.does(worker, 'applyEmergencyMeasure', measure);
  await followed.does(worker, 'assessNeeds', { planNeeded: true });
  await followed.does(worker, 'recordMeeting');
  await followed.does(worker, 'submitPlan', { items });
  ({ code } = await followed.does(chair, 'approvePlan'));
});
afterAll(() => office.sandbox.close());

const everything = `visibleParts care { id unitCode endedAt } placement { carer } identity { fullName }
  narrative { currentCondition } informant { name } emergencyMeasure plan { cycle } planForm { goals }
  isolations { order } seriousHarm followUpFindings`;

async function parts(by: Officer): Promise<Record<string, unknown> | null> {
  const query = `query ($id: ID!) { case(id: $id) { ${everything} } }`;
  return (await by.ask<{ case: Record<string, unknown> | null }>(query, { id: followed.id })).case;
}

it('brings the child to a carer in another province, and tells its commune', async () => {
  expect(await parts(carer)).toBeNull();
  const placement = { carer: 'Người Chăm Sóc Giả Định', address: 'Thôn Giả Định' };
  const placed = await followed.does(chair, 'placeInCare', {
    form: 'NON_RELATIVE',
    unit: carers,
    placement,
  });
  expect(ends(placed).filter(([rule]) => /^D1[567]$/.test(rule))).toEqual([
    ['D15', utc('2026-04-11 00:00'), 'PLANNED'],
    ['D16', utc('2026-09-11 00:00'), 'PLANNED'],
    ['D17', utc('2026-09-11 00:00'), 'PLANNED'],
  ]);
  await office.to('2026-03-10 08:01');
  for (const role of ['COMMUNE_WORKER', 'COMMUNE_CHAIR']) {
    expect(await office.told(`${role}@${carers}`, code)).toEqual(['CARE_PLACED']);
    const [mail] = await office.mails(`${role}@${carers}`, code);
    expect(mail?.text).toContain('Có trẻ được chăm sóc thay thế tại địa bàn');
    expect(mail?.text).not.toMatch(/Giả Định|Thử Nghiệm/);
  }
  expect((await listed(carer, carers)).codes).toEqual([code]);
});

it('shows that commune who the child is and where it lives, and not what happened before', async () => {
  expect(await parts(carer)).toEqual({
    visibleParts: ['STATUS', 'IDENTITY', 'CARE'],
    care: [{ id: 'care1', unitCode: carers, endedAt: null }],
    placement: { carer: 'Người Chăm Sóc Giả Định' },
    identity: { fullName: 'Trẻ Thử Nghiệm' },
    narrative: null,
    informant: null,
    emergencyMeasure: null,
    plan: null,
    planForm: null,
    isolations: null,
    seriousHarm: null,
    followUpFindings: null,
  });
});

it('lets it do nothing to the case but follow the child up', async () => {
  const query = 'query ($id: ID!) { case(id: $id) { availableActions } }';
  const { case: found } = await carer.ask<{ case: { availableActions: string[] } }>(query, {
    id: followed.id,
  });
  // Whoever is of the family of the alleged perpetrator may always say so.
  expect(found.availableActions).toEqual(['acknowledge', 'recordFollowUp', 'declareConflict']);
  expect(await followed.refused(carer, 'sendDecision', { recipients: 1 })).toBe('NOT_ALLOWED');
});

it('tells it nothing of a service of the plan, whatever its office calls that', async () => {
  await office.to('2026-03-21 08:00');
  expect(await office.told(`COMMUNE_WORKER@${home}`, code)).toContain('BREACH D10');
  expect(await office.told(`COMMUNE_WORKER@${carers}`, code)).toEqual(['CARE_PLACED']);
});

it('goes on when the case is closed and archived', async () => {
  await followed.does(worker, 'reviewPlan', safe);
  await followed.does(chair, 'closeCase');
  const archived = await followed.does(worker, 'archiveCase', { nationalRecord: 'TE-2026-0007' });
  expect([archived.step, archived.deadlines.map(({ rule }) => rule)]).toEqual([
    'ARCHIVED',
    ['D15', 'D16', 'D17'],
  ]);
  expect((await listed(carer, carers)).codes).toEqual([]);
  expect((await listed(carer, carers, 'CLOSED')).codes).toEqual([code]);
});

it('is seen after a month, then after three; the follow-up is for both communes to read', async () => {
  await office.to('2026-04-08 09:00');
  const visit = { care: 'care1', followUp: 'D15', findings: 'Trẻ ổn định.' };
  const seenNow = await followed.does(carer, 'recordFollowUp', visit);
  expect(ends(seenNow)[0]).toEqual(['D15', utc('2026-06-11 00:00'), 'PLANNED']);
  for (const by of [carer, worker])
    expect(await parts(by)).toMatchObject({ followUpFindings: 'Trẻ ổn định.' });
  const { unitCode, account } = await explained(carer, followed.id, 'D15');
  expect(unitCode).toBe(carers);
  expect(account.en).toMatch(
    /handed to a carer, at 08:00 on 10\/03\/2026 .* Time allowed: 3 months/,
  );
  expect(account.vi).toContain('Thời gian: 3 tháng.');
});

it('takes a follow-up that comes while the clock writes the breach of another', async () => {
  await office.to('2026-06-10 23:59');
  const { version } = await seen(carer, followed.id);
  const notice = { care: 'care1', followUp: 'D16', expectedVersion: version };
  const [payload] = await Promise.all([
    carer.tries('recordFollowUp', { caseId: followed.id, ...notice }),
    office.to('2026-06-11 00:01'),
  ]);
  expect(payload.userErrors).toEqual([]);
  followed = follow(await seen(carer, followed.id));
  const facts = await history(worker, followed.id);
  const of = (type: string, rule: string) =>
    facts.filter((fact) => fact.type === type && fact.deadline?.startsWith(rule));
  expect(of('DeadlineClosed', 'D16')).toHaveLength(1);
  expect(of('BreachRecorded', 'D15').map(({ about }) => about)).toEqual([utc('2026-06-11 00:00')]);
});

it('is overdue in the lists of the carer, closed as it is, when nobody came', async () => {
  await office.to('2026-06-12 08:00');
  const province = await office.by('PROVINCE_SUPERVISOR', '98');
  for (const [by, unit] of [
    [carer, carers],
    [province, '98'],
  ] as const)
    expect((await listed(by, unit, 'OVERDUE')).codes).toEqual([code]);
  expect(await office.told(`COMMUNE_CHAIR@${carers}`, code)).toEqual(['CARE_PLACED', 'BREACH D15']);
  expect(await office.told('PROVINCE_SUPERVISOR@98', code)).toEqual(['ESCALATION D15']);
  const atHome = await office.told(`COMMUNE_CHAIR@${home}`, code);
  expect(atHome.filter((each) => each.includes('D15'))).toEqual([]);
  expect(await office.told('PROVINCE_SUPERVISOR@99', code)).not.toContain('ESCALATION D15');
});

it('is late and done when somebody comes; the next is counted from the hand-over', async () => {
  const visit = { care: 'care1', followUp: 'D15' };
  const done = await followed.does(carer, 'recordFollowUp', visit);
  expect(ends(done)).toContainEqual(['D15', utc('2026-12-11 00:00'), 'PLANNED']);
  expect(done.overdue).toBe(false);
  expect((await listed(carer, carers, 'OVERDUE')).codes).toEqual([]);
});

it('ends, and with it what the carer’s commune may see', async () => {
  const { version } = await seen(carer, followed.id);
  const carersChair = await office.by('COMMUNE_CHAIR', carers);
  const end = { caseId: followed.id, expectedVersion: version, care: 'care1' };
  const payload = await carersChair.tries('endCare', { ...end, outcome: 'RETURNED_HOME' });
  expect(payload).toMatchObject({ userErrors: [], case: null });
  expect(await parts(carer)).toBeNull();
  for (const list of ['OPEN', 'OVERDUE', 'CLOSED'])
    expect((await listed(carer, carers, list)).codes).toEqual([]);
  const after = await seen(worker, followed.id);
  expect([after.step, after.deadlines, after.overdue]).toEqual(['ARCHIVED', [], false]);
});
