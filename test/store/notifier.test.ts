import { SESv2Client } from '@aws-sdk/client-sesv2';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { execute } from '#app/execute.ts';
import { type MailRoom, mailCarrier } from '#app/mail-carrier.ts';
import { type NotifyRoom, notify } from '#app/notify.ts';
import type { Batch, DeliveryKey, Parcel, Service } from '#app/ports/notices.ts';
import { retry } from '#app/retry.ts';
import { emailService } from '#channels/email.ts';
import { letterOf } from '#channels/words/letter.ts';
import { byMail, deliveriesOf } from '#domain/delivery.ts';
import { type NoticeKind, noticesOf } from '#domain/notice.ts';
import { isRefusal } from '#domain/refusal.ts';
import { instant, plusHours } from '#domain/time.ts';
import { newId } from '#runtime/world.ts';
import { openContacts } from '#store/contacts.ts';
import { type MailCatcher, openMail } from '../../infra/local/mail.ts';
import { act } from '../support/builders.ts';
import { openCases, sweepOnce } from '../support/load.ts';
import { openTestStage, type TestStage } from '../support/stage.ts';

const sender = { from: 'la-chan@test.invalid', events: undefined };
let stage: TestStage;
let mail: MailCatcher;
let room: NotifyRoom;
let caseId: string;
/** The breach notice of the worker, written and not yet sent. */
let breach: DeliveryKey;

const byPost = (service: Service<Parcel>): MailRoom => ({
  contacts: openContacts(stage.database),
  letter: (notices) => letterOf(notices, 'https://console.test.invalid'),
  service,
  world: stage.around.world,
});

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
    carriers: { EMAIL: mailCarrier(byPost(emailService(ses, sender))) },
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
  await stage.notices.putNew(
    notices.flatMap((notice) => deliveriesOf(notice, [])),
    stage.now(),
  );
  const toWorker = notices.find(
    ({ kind, post }) => kind === 'BREACH' && post.role === 'COMMUNE_WORKER',
  );
  if (toWorker === undefined) throw new Error('The worker is told of the breach');
  breach = byMail(toWorker);
});
afterEach(async () => {
  await mail.close();
  await stage.close();
});

const assessed = async () => stage.assess(await stage.appoint('COMMUNE_WORKER', '91001'), caseId);

const batchOf = ({ channel, to, id }: DeliveryKey) => ({ channel, to, ids: [id] });
/** What became of one delivery that was to leave on its own. */
const notified = async (key: DeliveryKey) => (await notify(batchOf(key), room))[0];

const status = async () => (await stage.notices.find(breach))?.state;

it('sends a notice once, with its reference, and not again', async () => {
  expect(await notified(breach)).toBe('SENT');
  expect(await notified(breach)).toBe('NOT_OURS');
  expect(mail.mails()).toHaveLength(1);
  expect(mail.mails()[0]?.headers).toMatchObject({ 'X-La-Chan-Notice': breach.id });
  expect(await status()).toBe('SENT');
});

it('voids a notice whose duty is done before it is sent', async () => {
  await assessed();
  expect(await notified(breach)).toBe('VOID');
  expect(mail.mails()).toEqual([]);
  expect(await stage.notices.claim(breach, stage.now())).toBeUndefined();
});

describe('a duty that has got another end before the mail left', () => {
  const told = async (id: string, kind: NoticeKind) => {
    const events = await stage.around.ledger.events(id, 1);
    const notices = events.flatMap(noticesOf).filter((each) => each.kind === kind);
    await stage.notices.putNew(
      notices.flatMap((notice) => deliveriesOf(notice, [])),
      stage.now(),
    );
    return notices.map(byMail);
  };
  const received = async (id: string, receivedAt: string) => {
    const worker = await stage.appoint('COMMUNE_WORKER', '91001');
    const command = act('correctReceipt', { caseId: id, receivedAt: instant(receivedAt) });
    const asked = { actor: worker, command, idempotencyKey: newId(), expectedVersion: null };
    expect(isRefusal(await execute(asked, stage.around))).toBe(false);
  };
  /** A case received at ten: at eight in the evening its worker has been reminded of D04, due at ten. */
  const reminded = async () => {
    const worker = await stage.appoint('COMMUNE_WORKER', '91001');
    const receivedAt = instant('2026-01-05T10:00:00+07:00');
    const [id = ''] = await openCases(stage, worker, { count: 1, receivedAt });
    await sweepOnce(stage);
    const [reminder, ...others] = await told(id, 'REMINDER');
    if (reminder === undefined || others.length > 0) throw new Error('One reminder is due');
    return [id, reminder] as const;
  };

  it('is reminded of under that end alone', async () => {
    const [id, reminder] = await reminded();
    await received(id, '2026-01-05T09:00:00+07:00');
    expect(await notified(reminder)).toBe('VOID');
    expect(mail.mails()).toEqual([]);
    await sweepOnce(stage);
    const [, anew, ...others] = await told(id, 'REMINDER');
    if (anew === undefined) throw new Error('The new end is to be told');
    expect(others).toEqual([]);
    expect(await notified(anew)).toBe('SENT');
    expect(mail.mails().map(({ text }) => text)).toEqual([
      expect.stringContaining('Thời hạn: 21:00 05/01/2026'),
    ]);
  });

  it('is reminded of as before where its end has come back', async () => {
    const [id, reminder] = await reminded();
    await received(id, '2026-01-05T09:00:00+07:00');
    await received(id, '2026-01-05T10:00:00+07:00');
    expect(await notified(reminder)).toBe('SENT');
  });

  it('is told late all the same: nobody would tell of that breach again', async () => {
    const before = await told(caseId, 'BREACH');
    expect(before).toContainEqual(breach);
    await received(caseId, '2026-01-05T07:30:00+07:00');
    await sweepOnce(stage);
    expect(await told(caseId, 'BREACH')).toEqual(before);
    expect(await notified(breach)).toBe('SENT');
    expect(mail.mails()[0]?.text).toContain('Thời hạn: 20:00 05/01/2026');
  });
});

it('lets one of two workers send', async () => {
  const ends = await Promise.all([notified(breach), notified(breach)]);
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
  const entry = { at: stage.now(), code: null, words: null, message: null };
  expect(await stage.notices.settle(slow, { ...entry, outcome: 'FAILED' })).toBe(false);
  expect(await stage.notices.settle(next, { ...entry, outcome: 'SENT' })).toBe(true);
});

it('tries again later when the carrier is busy, and the retry job finds it then', async () => {
  mail.failNext(1, 'throttle');
  expect(await notified(breach)).toBe('LATER');
  expect(await status()).toBe('PENDING');
  const found: DeliveryKey[] = [];
  const hasten = async (batches: readonly Batch[]) =>
    void found.push(...batches.flatMap(({ ids, ...to }) => ids.map((id) => ({ ...to, id }))));
  await retry(plusHours(stage.now(), 1 / 61), { notices: stage.notices, hasten });
  expect(found).not.toContainEqual(breach);
  await retry(plusHours(stage.now(), 1.25 / 60), { notices: stage.notices, hasten });
  expect(found).toContainEqual(breach);
});

it('gives up with an alarm what the carrier refuses for good', async () => {
  mail.failNext(1, 'reject');
  expect(await notified(breach)).toBe('FAILED');
  expect(stage.lines).toContainEqual({ event: 'notice_undeliverable', alarm: true, caseId });
});

it('repeats under the same reference when the answer of the carrier was lost', async () => {
  mail.failNext(1, 'applied-then-500');
  expect(await notified(breach)).toBe('LATER');
  stage.setClock(plusHours(stage.now(), 1 / 20));
  expect(await notified(breach)).toBe('SENT');
  const refs = mail.mails().map(({ headers }) => headers['X-La-Chan-Notice']);
  expect(refs).toEqual([breach.id, breach.id]);
});

it('throws what is wrong with the account, so that an operator sees it', async () => {
  const EMAIL = () => Promise.reject(Object.assign(new Error('no'), { name: 'AccessDenied' }));
  await expect(notify(batchOf(breach), { ...room, carriers: { EMAIL } })).rejects.toThrow('no');
});

it('waits for a vacant post to be filled', async () => {
  await stage.vacate('COMMUNE_WORKER', '91001');
  expect(await notified(breach)).toBe('LATER');
  await stage.appoint('COMMUNE_WORKER', '91001');
  stage.setClock(plusHours(stage.now(), 1 / 20));
  expect(await notified(breach)).toBe('SENT');
});
