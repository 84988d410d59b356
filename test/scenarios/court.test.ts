import { afterAll, beforeAll, expect, it } from 'vitest';
import { ends, type Followed, receive, utc } from '../support/followed.ts';
import type { CaseSeen, Officer } from '../support/http.ts';
import { explained, type Office, openOffice } from '../support/office.ts';

const commune = '99001';
const items = [{ id: 'i1', measure: 'COUNSELLING', startOn: '2026-03-11', endOn: '2026-05-29' }];
const refusing = { ground: 'CARER_REFUSES_PLAN', days: 15 };
const document = { document: '15/CV-UBND' };
let office: Office;
let worker: Officer;
let chair: Officer;
let followed: Followed;
let code: string;

beforeAll(async () => {
  office = await openOffice('2026-03-10 08:00');
  worker = await office.by('COMMUNE_WORKER', commune);
  chair = await office.by('COMMUNE_CHAIR', commune);
  followed = await receive(worker, commune, '2026-03-10 08:00');
  await followed.does(worker, 'assessInitially', { seriousHarm: false });
  await followed.does(worker, 'assessNeeds', { planNeeded: true });
  await followed.does(worker, 'recordMeeting');
  ({ code } = await followed.does(worker, 'submitPlan', { items }));
});
afterAll(() => office.sandbox.close());

const of = (seen: CaseSeen, rules: RegExp) => ends(seen).filter(([rule]) => rules.test(rule));

it('isolates on the ground of a refused plan only once the refusal is on record', async () => {
  expect(await followed.refused(chair, 'orderIsolation', refusing)).toBe('PLAN_REFUSAL_MISSING');
  const refused = await followed.does(worker, 'recordPlanRefusal', { by: 'PARENTS', note: 'Ghi.' });
  expect(of(refused, /P05/)).toEqual([['P05', utc('2026-03-13 00:00'), 'PLANNED']]);
});

it('answers the refusal by an isolation of at most fifteen days', async () => {
  await office.to('2026-03-12 08:00');
  const ordered = await followed.does(chair, 'orderIsolation', refusing);
  expect(of(ordered, /P05|D13|D14/)).toEqual([
    ['D13', utc('2026-03-28 00:00'), 'PLANNED'],
    ['D14', utc('2026-03-28 00:00'), 'PLANNED'],
  ]);
  expect(await followed.refused(chair, 'extendIsolation', { days: 1 })).toBe(
    'ISOLATION_CAP_EXCEEDED',
  );
});

it('may go on beyond them once the court is asked, and is then asked after', async () => {
  await office.to('2026-03-26 10:00');
  expect(await followed.refused(worker, 'requestCourt', document)).toBe('NOT_ALLOWED');
  const asked = await followed.does(chair, 'requestCourt', document);
  expect(of(asked, /D13|D14|P04/)).toEqual([['P04', utc('2026-04-10 00:00'), 'PLANNED']]);
  const extended = await followed.does(chair, 'extendIsolation', { days: 10 });
  expect(of(extended, /D13|D14/)).toEqual([['D14', utc('2026-04-07 00:00'), 'PLANNED']]);
  const found = await explained(worker, followed.id, 'P04');
  expect(found.account.vi).toContain('Thời hạn theo quy định nội bộ 0027, không phải luật định.');
});

it('breaches neither the cap nor the assessment that the request met, and the follow-up if nobody asks', async () => {
  await office.to('2026-04-10 00:01');
  const told = await office.told(`COMMUNE_CHAIR@${commune}`, code);
  expect(told.filter((each) => /D13/.test(each))).toEqual([]);
  expect(told).toContain('BREACH P04');
  // The extension named another day for the assessment.
  expect(told).toContain('BREACH D14');
});

it('begins the ten working days anew with the next request, and ends with the isolation', async () => {
  const again = await followed.does(chair, 'requestCourt', document);
  expect(of(again, /P04/)).toEqual([['P04', utc('2026-04-25 00:00'), 'PLANNED']]);
  const ended = await followed.does(chair, 'endIsolation', { outcome: 'ALTERNATIVE_CARE' });
  expect(of(ended, /D13|D14|P04/)).toEqual([]);
  const more = { ground: 'RISK_OF_CONTINUED_ABUSE', days: 1 };
  expect(await followed.refused(chair, 'orderIsolation', more)).toBe('ISOLATION_CAP_EXCEEDED');
});

it('answers the refusal by the court alone, too', async () => {
  const other = await receive(worker, commune, '2026-04-10 00:01');
  await other.does(worker, 'assessInitially', { seriousHarm: false });
  await other.does(worker, 'assessNeeds', { planNeeded: true });
  await other.does(worker, 'recordMeeting');
  await other.does(worker, 'submitPlan', { items });
  await other.does(chair, 'approvePlan');
  await other.does(worker, 'recordPlanRefusal', { by: 'CARERS' });
  const asked = await other.does(chair, 'requestCourt', document);
  expect(of(asked, /^P/)).toEqual([]);
});
