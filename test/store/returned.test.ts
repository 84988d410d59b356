import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { carry } from '#app/carry.ts';
import { mailCarrier } from '#app/mail-carrier.ts';
import { messageCarrier } from '#app/message-carrier.ts';
import type { ShortParcel } from '#app/ports/notices.ts';
import { returned } from '#app/returned.ts';
import { mailReturn, tagOf, textOf } from '#channels/mail-return.ts';
import type { Handover } from '#domain/attempt.ts';
import type { Channel } from '#domain/delivery.ts';
import type { Notice } from '#domain/notice.ts';
import { plusHours } from '#domain/time.ts';
import { openContacts, openReturns } from '#store/contacts.ts';
import { returnEvent } from '../../infra/local/mail-back.ts';
import { openTestStage, type TestStage } from '../support/stage.ts';

let stage: TestStage;
const officer = 'officer-COMMUNE_WORKER-91001';
const address = `${officer}@test.invalid`.toLowerCase();
const post = { id: 'COMMUNE_WORKER@91001', role: 'COMMUNE_WORKER', unit: '91001' } as const;
const id = 'case#D05.I.1.-.3.0#0#1#COMMUNE_WORKER@91001';
const founder = { kind: 'SYSTEM', id: 'test', app: 'test', scopes: [], posts: [] } as const;
const messages: ShortParcel[] = [];
let mailId = 'mail-1';
let answers: Handover['verdict'] = 'SENT';

const notice = (): Notice => ({
  id,
  caseId: 'case',
  caseCode: 'LC-0000001-3',
  kind: 'BREACH',
  post,
  emergency: false,
  about: stage.now(),
  duty: null,
});
const key = (channel: Channel) => ({ channel, to: post.id, id });
const stateOf = async (channel: Channel) => (await stage.notices.find(key(channel)))?.state;

beforeEach(async () => {
  stage = await openTestStage();
  await stage.appoint('COMMUNE_WORKER', '91001');
  messages.length = 0;
  answers = 'SENT';
  mailId = 'mail-1';
  await stage.notices.putNew([{ channel: 'EMAIL', to: post.id, notice: notice() }], stage.now());
});
afterEach(() => stage.close());

/** Sends what is due by one way. */
async function sends(channel: Channel) {
  const { world } = stage.around;
  const contacts = openContacts(stage.database);
  const carriers = {
    EMAIL: mailCarrier({
      contacts,
      letter: () => ({ subject: '', text: '', words: '7' }),
      service: async () => ({ verdict: answers, code: null, message: mailId }),
      world,
    }),
    SMS: messageCarrier({
      contacts,
      language: 'vi',
      service: async (parcel) => {
        messages.push(parcel);
        return { verdict: 'SENT', code: null, message: 'sms-1' };
      },
      world,
    }),
  };
  const claimed = await stage.notices.claim(key(channel), stage.now());
  return claimed && carry([claimed], { notices: stage.notices, carriers, world });
}

/** The mail comes back, as SES tells of it. */
function comesBack(as: 'permanent' | 'transient' | 'complaint', message = mailId) {
  const tags = { post: tagOf(post.id), notice: tagOf(id) };
  const mail = { id: message, to: [address], tags, at: 0, from: '', subject: '', text: '' };
  const event = returnEvent({ ...mail, headers: {} }, as, Date.parse(stage.now()));
  const { world } = stage.around;
  const contacts = openContacts(stage.database);
  const returns = openReturns(stage.database);
  return returned(mailReturn.parse(event), { notices: stage.notices, contacts, returns, world });
}

const hasPhone = () =>
  stage.administration.carryOut(
    'setContact',
    { officer, email: null, phone: '+84912345678' },
    founder,
    stage.now(),
  );
const onFile = () => stage.administration.officerOnFile(officer);

it('tags carry any id through the letters that SES takes', () => {
  for (const text of [id, post.id, `${id} +49`, 'ở đâu_%'])
    expect([textOf(tagOf(text)), /^[\w-]{1,256}$/.test(tagOf(text))]).toEqual([text, true]);
});

describe('a mail that comes back for good', () => {
  beforeEach(async () => {
    expect(await sends('EMAIL')).toEqual(['SENT']);
  });

  it('marks the address, is a dead letter, and goes by short message', async () => {
    await hasPhone();
    expect(await comesBack('permanent')).toBe(1);
    expect(await stateOf('EMAIL')).toBe('FAILED');
    expect((await onFile())?.unreachable?.code).toBe('BOUNCE_PERMANENT_GENERAL');
    expect(await sends('SMS')).toEqual(['SENT']);
    expect(messages).toEqual([
      { to: '+84912345678', text: 'LC-0000001-3: đã quá hạn. Mở Lá Chắn', ref: id },
    ]);
    expect(stage.lines).toContainEqual(
      expect.objectContaining({ event: 'notice_returned', alarm: true }),
    );
  });

  it('is void by short message where there is no telephone', async () => {
    await comesBack('permanent');
    expect(await sends('SMS')).toEqual(['VOID']);
    const item = await stage.notices.find(key('SMS'));
    expect(item?.ledger.map(({ outcome, code }) => [outcome, code])).toEqual([
      ['VOID', 'NO_PHONE'],
    ]);
  });

  it('is taken back once, however often it is told', async () => {
    expect(await comesBack('permanent')).toBe(1);
    expect(await comesBack('permanent')).toBe(0);
  });

  it('says nothing about a mail that left after it', async () => {
    expect(await comesBack('permanent', 'another mail')).toBe(0);
    expect(await stateOf('EMAIL')).toBe('SENT');
  });

  it('lets no mail leave to that address, until another is given or it is said to be good', async () => {
    await comesBack('permanent');
    const redriven = async () => {
      const item = await stage.notices.find(key('EMAIL'));
      if (item === undefined) throw new Error('The delivery is gone');
      expect(await stage.notices.redrive(item, stage.now())).toBe(true);
      return sends('EMAIL');
    };
    expect(await redriven()).toEqual(['FAILED']);
    await stage.administration.carryOut('restoreAddress', { officer }, founder, stage.now());
    mailId = 'mail-2';
    expect(await redriven()).toEqual(['SENT']);
    await comesBack('permanent', 'mail-1');
    expect(await stateOf('EMAIL')).toBe('SENT');
    await comesBack('permanent');
    const email = 'another@test.invalid';
    const wish = { officer, email, phone: null };
    await stage.administration.carryOut('setContact', wish, founder, stage.now());
    expect((await onFile())?.unreachable).toBeNull();
    expect(await redriven()).toEqual(['SENT']);
  });
});

it('a full mailbox sends it by short message and leaves the address good', async () => {
  await sends('EMAIL');
  expect(await comesBack('transient')).toBe(1);
  expect((await onFile())?.unreachable).toBeNull();
  expect(await stateOf('SMS')).toBe('PENDING');
});

it('a complaint marks the address; the mail had arrived', async () => {
  await sends('EMAIL');
  expect(await comesBack('complaint')).toBe(1);
  expect(await comesBack('complaint')).toBe(0);
  expect((await onFile())?.unreachable?.code).toBe('COMPLAINT_ABUSE');
  expect(await stateOf('EMAIL')).toBe('SENT');
  expect(await stateOf('SMS')).toBeUndefined();
});

it('a mail told to have come back before it is settled is told again later', async () => {
  await stage.notices.claim(key('EMAIL'), stage.now());
  await expect(comesBack('permanent')).rejects.toThrow('not settled');
});

it('mail that is refused for good goes by short message', async () => {
  answers = 'REFUSED';
  expect(await sends('EMAIL')).toEqual(['FAILED']);
  expect(await stateOf('SMS')).toBe('PENDING');
});

it('mail that is tried in vain for the whole schedule is given up, and the ledger has its last lines', async () => {
  answers = 'LATER';
  const became: unknown[] = [];
  for (let tries = 1; tries <= 19; tries += 1) {
    became.push(...((await sends('EMAIL')) ?? []));
    stage.setClock(plusHours(stage.now(), 8));
  }
  expect(became).toEqual([...new Array(18).fill('LATER'), 'FAILED']);
  expect((await stage.notices.find(key('EMAIL')))?.ledger.map(({ words }) => words)).toEqual(
    new Array(19).fill('7'),
  );
  expect(await stateOf('SMS')).toBe('PENDING');
});
