import { SESv2Client } from '@aws-sdk/client-sesv2';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { batchesOf } from '#app/batches.ts';
import { mailCarrier } from '#app/mail-carrier.ts';
import { type NotifyRoom, notify } from '#app/notify.ts';
import type { Batch } from '#app/ports/notices.ts';
import { retry } from '#app/retry.ts';
import { emailService } from '#channels/email.ts';
import { letterOf } from '#channels/words/letter.ts';
import { lettersPerHour } from '#domain/calm.ts';
import { byMail, deliveriesOf } from '#domain/delivery.ts';
import type { Notice } from '#domain/notice.ts';
import { plusHours } from '#domain/time.ts';
import { openContacts } from '#store/contacts.ts';
import { type MailCatcher, openMail } from '../../infra/local/mail.ts';
import { vn } from '../support/builders.ts';
import { openCases } from '../support/load.ts';
import { openTestStage, type TestStage } from '../support/stage.ts';

let stage: TestStage;
let mail: MailCatcher;
let room: NotifyRoom;
let caseId: string;

beforeEach(async () => {
  stage = await openTestStage('2026-01-05T08:00:00+07:00');
  mail = await openMail({ now: Date.now });
  const credentials = { accessKeyId: 'test', secretAccessKey: 'test' };
  const region = 'ap-southeast-1';
  const ses = new SESv2Client({ endpoint: mail.endpoint, region, credentials, maxAttempts: 1 });
  room = {
    ...{ ledger: stage.around.ledger, directories: stage.around.directories },
    ...{ notices: stage.notices, world: stage.around.world },
    carriers: {
      EMAIL: mailCarrier({
        contacts: openContacts(stage.database),
        letter: (notices) => letterOf(notices, 'https://console.test.invalid'),
        service: emailService(ses, { from: 'la-chan@test.invalid', events: undefined }),
        world: stage.around.world,
      }),
    },
  };
  const worker = await stage.appoint('COMMUNE_WORKER', '91001');
  [caseId = ''] = await openCases(stage, worker, { count: 1, receivedAt: stage.now() });
});
afterEach(async () => {
  await mail.close();
  await stage.close();
});

/** Notices of acts about the case, of which there may be any number. */
function told(count: number, more: Partial<Notice> = {}): readonly Notice[] {
  return Array.from({ length: count }, (_, at) => ({
    ...{ caseId, caseCode: `LC-000000${at}-1`, kind: 'HANDOVER_OFFERED', emergency: false },
    post: { id: 'COMMUNE_WORKER@91001', role: 'COMMUNE_WORKER', unit: '91001' },
    about: plusHours(stage.now(), at / 3600),
    duty: null,
    ...more,
    id: `${caseId}#-#${at}#${more.kind ?? 'HANDOVER_OFFERED'}#COMMUNE_WORKER@91001`,
  }));
}

// Of their mail alone: an emergency goes by short message as well.
const written = (notices: readonly Notice[]) => {
  const mails = notices
    .flatMap((each) => deliveriesOf(each, []))
    .filter(({ channel }) => channel === 'EMAIL');
  return stage.notices.putNew(mails, stage.now());
};
const oneByOne = async (notices: readonly Notice[]) => {
  const ends = [];
  for (const notice of notices) ends.push(...(await sent(batchesOf([byMail(notice)]))));
  return ends;
};
const sent = async (batches: readonly Batch[]) => {
  const ends = [];
  for (const batch of batches) ends.push(...(await notify(batch, room)));
  return ends;
};
/** What the retry job finds at an instant, all sent. */
const retriedAt = async (at: string) => {
  stage.setClock(vn(at));
  const found: Batch[] = [];
  const hasten = async (batches: readonly Batch[]) => void found.push(...batches);
  await retry(stage.now(), { notices: stage.notices, hasten });
  return sent(found);
};

describe('what is told in the evening', () => {
  it('leaves as one letter when the office opens, the oldest first, and not before', async () => {
    stage.setClock(vn('2026-01-05 18:00'));
    const notices = told(3);
    await written(notices);
    expect(await sent(batchesOf(notices.map(byMail)))).toEqual(['HELD', 'HELD', 'HELD']);
    expect(await retriedAt('2026-01-06 07:29')).toEqual([]);
    expect(await retriedAt('2026-01-06 07:30')).toEqual(['SENT', 'SENT', 'SENT']);
    expect(mail.mails()).toHaveLength(1);
    expect(mail.mails()[0]?.subject).toBe('3 thông báo');
    const codes = mail
      .mails()[0]
      ?.text.split('---')[0]
      ?.match(/LC-\d+-1/g);
    expect(codes).toEqual(notices.map(({ caseCode }) => caseCode));
  });

  it('stands in the inbox at once all the same, with the reason why its mail waits', async () => {
    stage.setClock(vn('2026-01-05 18:00'));
    const [notice] = told(1);
    if (notice === undefined) throw new Error('There is one');
    await written([notice]);
    await oneByOne([notice]);
    const { rows } = await stage.notices.inbox(notice.post.id, { first: 10, after: undefined });
    expect(rows.map(({ id, state, held }) => ({ id, state, held }))).toEqual([
      {
        ...{ id: notice.id, state: 'PENDING' },
        held: { until: vn('2026-01-06 07:30'), why: 'QUIET_HOURS' },
      },
    ]);
  });

  it('leaves at once where it is an emergency', async () => {
    stage.setClock(vn('2026-01-05 23:00'));
    const notices = told(1, { emergency: true });
    await written(notices);
    expect(await oneByOne(notices)).toEqual(['SENT']);
    expect(mail.mails()[0]?.subject).toMatch(/^\[KHẨN CẤP\] /);
  });
});

describe('more letters than an hour takes', () => {
  it('leave together at the next hour, and none is dropped', async () => {
    const notices = told(lettersPerHour + 4);
    await written(notices);
    const ends = await oneByOne(notices);
    expect(ends.filter((end) => end === 'SENT')).toHaveLength(lettersPerHour);
    expect(ends.slice(lettersPerHour)).toEqual(['HELD', 'HELD', 'HELD', 'HELD']);
    expect(await retriedAt('2026-01-05 09:00')).toEqual(['SENT', 'SENT', 'SENT', 'SENT']);
    expect(mail.mails()).toHaveLength(lettersPerHour + 1);
  });

  it('wait a minute where they are emergencies, and not again', async () => {
    const notices = told(lettersPerHour + 1, { emergency: true });
    await written(notices);
    const ends = await oneByOne(notices);
    expect(ends.at(-1)).toBe('HELD');
    expect(await retriedAt('2026-01-05 08:01')).toEqual(['SENT']);
  });

  it('are counted once, however many workers send at the same time', async () => {
    const notices = told(lettersPerHour * 2);
    await written(notices);
    const ends = await Promise.all(notices.map((notice) => oneByOne([notice])));
    expect(ends.flat().filter((end) => end === 'SENT')).toHaveLength(lettersPerHour);
    expect(mail.mails()).toHaveLength(lettersPerHour);
  });
});

it('is not held by a worker while another one sends it', async () => {
  const [notice] = told(1);
  if (notice === undefined) throw new Error('There is one');
  await written([notice]);
  await stage.notices.claim(byMail(notice), stage.now());
  const held = { until: plusHours(stage.now(), 24), why: 'QUIET_HOURS' } as const;
  expect(await stage.notices.hold({ ...byMail(notice), about: notice.about }, held)).toBe(false);
  // Its lease, and not the hold, says when it is tried again.
  expect(await stage.notices.due(plusHours(stage.now(), 1 / 10), 10)).toEqual([byMail(notice)]);
});
