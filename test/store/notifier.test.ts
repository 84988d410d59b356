import { SESv2Client } from '@aws-sdk/client-sesv2';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type NotifyRoom, notify } from '#app/notify.ts';
import type { NoticeKey } from '#app/ports/notices.ts';
import { retry } from '#app/retry.ts';
import { emailCarrier } from '#channels/email.ts';
import { noticesOf } from '#domain/notice.ts';
import { instant, plusHours } from '#domain/time.ts';
import { type MailCatcher, openMail } from '../../infra/local/mail.ts';
import { openCases, sweepOnce } from '../support/load.ts';
import { openTestStage, type TestStage } from '../support/stage.ts';

let stage: TestStage;
let mail: MailCatcher;
let room: NotifyRoom;
let caseId: string;
/** The breach notice of the worker, written and not yet sent. */
let breach: NoticeKey;

beforeEach(async () => {
  stage = await openTestStage('2026-01-05T08:00:00+07:00');
  mail = await openMail({ now: Date.now });
  const credentials = { accessKeyId: 'test', secretAccessKey: 'test' };
  const region = 'ap-southeast-1';
  const ses = new SESv2Client({ endpoint: mail.endpoint, region, credentials, maxAttempts: 1 });
  room = {
    ledger: stage.around.ledger,
    directories: stage.around.directories,
    notices: stage.notices,
    carry: emailCarrier(ses, 'la-chan@test.invalid'),
    consoleUrl: 'https://console.test.invalid',
    world: stage.around.world,
  };
  await stage.appoint('COMMUNE_CHAIR', '91001');
  await stage.appoint('COMMUNE_POLICE', '91001', 'CA-91001');
  const worker = await stage.appoint('COMMUNE_WORKER', '91001');
  const received = instant('2026-01-05T08:00:00+07:00');
  [caseId = ''] = await openCases(stage, worker, { count: 1, receivedAt: received });
  stage.setClock('2026-01-05T20:00:00+07:00');
  await sweepOnce(stage);
  const events = await stage.around.ledger.events(caseId, 1);
  const notices = events.flatMap(noticesOf);
  await stage.notices.putNew(notices, stage.now());
  const toWorker = notices.find(
    ({ kind, post }) => kind === 'BREACH' && post.role === 'COMMUNE_WORKER',
  );
  breach = { post: toWorker?.post.id ?? '', id: toWorker?.id ?? '' };
});
afterEach(async () => {
  await mail.close();
  await stage.close();
});

const assessed = async () => stage.assess(await stage.appoint('COMMUNE_WORKER', '91001'), caseId);

const status = async () => (await stage.notices.find(breach))?.email;

it('sends a notice once, with its reference, and not again', async () => {
  expect(await notify(breach, room)).toBe('SENT');
  expect(await notify(breach, room)).toBe('NOT_OURS');
  expect(mail.mails()).toHaveLength(1);
  expect(mail.mails()[0]?.headers).toMatchObject({ 'X-La-Chan-Notice': breach.id });
  expect(await status()).toBe('SENT');
});

it('voids a notice whose duty is done before it is sent', async () => {
  await assessed();
  expect(await notify(breach, room)).toBe('VOID');
  expect(mail.mails()).toEqual([]);
  expect(await stage.notices.claim(breach, stage.now())).toBeUndefined();
});

it('lets one of two workers send', async () => {
  const ends = await Promise.all([notify(breach, room), notify(breach, room)]);
  expect(ends.toSorted()).toEqual(['NOT_OURS', 'SENT']);
  expect(mail.mails()).toHaveLength(1);
});

it('never voids what is being sent', async () => {
  await stage.notices.claim(breach, stage.now());
  expect(await stage.notices.void(breach, stage.now())).toBe(false);
});

it('gives a worker that overslept its lease no say about the next attempt', async () => {
  const slow = await stage.notices.claim(breach, stage.now());
  stage.setClock('2026-01-05T20:06:00+07:00');
  const next = await stage.notices.claim(breach, stage.now());
  if (slow === undefined || next === undefined) throw new Error('Both should have claimed');
  expect(await stage.notices.settle(slow, 'FAILED')).toBe(false);
  expect(await stage.notices.settle(next, 'SENT')).toBe(true);
});

it('tries again later when the carrier is busy, and the retry job finds it then', async () => {
  mail.failNext(1, 'throttle');
  expect(await notify(breach, room)).toBe('LATER');
  expect(await status()).toBe('PENDING');
  const found: NoticeKey[] = [];
  const hasten = async (keys: readonly NoticeKey[]) => void found.push(...keys);
  await retry(plusHours(stage.now(), 1 / 120), { notices: stage.notices, hasten });
  expect(found).not.toContainEqual(breach);
  await retry(plusHours(stage.now(), 1 / 60), { notices: stage.notices, hasten });
  expect(found).toContainEqual(breach);
});

it('gives up with an alarm what the carrier refuses for good', async () => {
  mail.failNext(1, 'reject');
  expect(await notify(breach, room)).toBe('FAILED');
  expect(stage.lines).toContainEqual({ event: 'notice_undeliverable', alarm: true, caseId });
});

it('repeats under the same reference when the answer of the carrier was lost', async () => {
  mail.failNext(1, 'applied-then-500');
  expect(await notify(breach, room)).toBe('LATER');
  expect(await notify(breach, room)).toBe('SENT');
  const refs = mail.mails().map(({ headers }) => headers['X-La-Chan-Notice']);
  expect(refs).toEqual([breach.id, breach.id]);
});

it('throws what is wrong with the account, so that an operator sees it', async () => {
  const carry = () => Promise.reject(Object.assign(new Error('no'), { name: 'AccessDenied' }));
  await expect(notify(breach, { ...room, carry })).rejects.toThrow('no');
});

it('waits for a vacant post to be filled', async () => {
  await stage.vacate('COMMUNE_WORKER', '91001');
  expect(await notify(breach, room)).toBe('LATER');
  await stage.appoint('COMMUNE_WORKER', '91001');
  expect(await notify(breach, room)).toBe('SENT');
});
