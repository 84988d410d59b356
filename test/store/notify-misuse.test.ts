import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type NotifyRoom, notify } from '#app/notify.ts';
import type { Carrier, Group } from '#app/ports/notices.ts';
import { retry } from '#app/retry.ts';
import { lettersPerHour } from '#domain/calm.ts';
import { deadlineId } from '#domain/case/terms.ts';
import { byMail } from '#domain/delivery.ts';
import type { Notice } from '#domain/notice.ts';
import { plusHours } from '#domain/time.ts';
import { vn } from '../support/builders.ts';
import { openCases } from '../support/load.ts';
import { openTestStage, type TestStage } from '../support/stage.ts';

let stage: TestStage;
let room: NotifyRoom;
let caseId: string;
let isDown: boolean;
let letters: Group[];

const handedOver = { code: null, words: null, message: null } as const;

beforeEach(async () => {
  stage = await openTestStage('2026-01-05T08:00:00+07:00');
  isDown = false;
  letters = [];
  const EMAIL: Carrier = async (group) => {
    if (isDown) return { ...handedOver, verdict: 'LATER', code: 'DOWN' };
    letters.push(group);
    return { ...handedOver, verdict: 'SENT' };
  };
  room = {
    ...{ ledger: stage.around.ledger, directories: stage.around.directories },
    ...{ notices: stage.notices, carriers: { EMAIL } },
    world: { ...stage.around.world, chance: () => 0 },
  };
  const worker = await stage.appoint('COMMUNE_WORKER', '91001');
  [caseId = ''] = await openCases(stage, worker, { count: 1, receivedAt: stage.now() });
});
afterEach(() => stage.close());

const to = 'COMMUNE_WORKER@91001';

function noticeAt(at: number, more: Partial<Notice> = {}): Notice {
  return {
    ...{ caseId, caseCode: 'LC-0000001-3', kind: 'HANDOVER_OFFERED', emergency: false },
    post: { id: to, role: 'COMMUNE_WORKER', unit: '91001' },
    ...{ about: stage.now(), duty: null, ...more },
    id: `${caseId}#-#${at}#${more.kind ?? 'HANDOVER_OFFERED'}#${to}`,
  };
}

async function written(notice: Notice): Promise<Notice> {
  const delivery = { ...byMail(notice), notice };
  await stage.notices.putNew([delivery], stage.now());
  return notice;
}

const told = ({ id }: Notice) => notify({ channel: 'EMAIL', to, ids: [id] }, room);
const kept = (notice: Notice) => stage.notices.find(byMail(notice));

describe('a message of the queue that comes again', () => {
  it('while mail is down uses none of the attempts of the schedule up', async () => {
    isDown = true;
    const notice = await written(noticeAt(1));
    expect(await told(notice)).toEqual(['LATER']);
    for (let again = 0; again < 30; again += 1) await told(notice);
    expect(await kept(notice)).toMatchObject({ state: 'PENDING', attempts: 1 });
    stage.setClock(vn('2026-01-05 08:01'));
    isDown = false;
    expect(await told(notice)).toEqual(['SENT']);
  });

  it('for what another has, was sent or was given up, takes none of the letters of the hour', async () => {
    const taken = await written(noticeAt(1));
    await stage.notices.claim(byMail(taken), stage.now());
    const failed = await written(noticeAt(2));
    const claim = await stage.notices.claim(byMail(failed), stage.now());
    if (claim === undefined) throw new Error('Nobody else claims it');
    const given = { ...handedOver, at: stage.now(), outcome: 'FAILED' } as const;
    await stage.notices.settle(claim, given);
    for (let again = 0; again < lettersPerHour; again += 1)
      expect([...(await told(taken)), ...(await told(failed))]).toEqual(['NOT_OURS', 'NOT_OURS']);
    expect(await told(await written(noticeAt(3)))).toEqual(['SENT']);
  });

  it('with one notice named many times is one letter of one notice', async () => {
    const { id } = await written(noticeAt(1));
    const ends = await notify({ channel: 'EMAIL', to, ids: [id, id, id] }, room);
    expect(letters.map((group) => group.length)).toEqual([1]);
    expect(ends).toHaveLength(3);
  });
});

describe('the retry job', () => {
  it('hastens nothing that was put off for longer since it looked', async () => {
    isDown = true;
    const notice = await written(noticeAt(1));
    const due = await stage.notices.due(stage.now(), 10);
    const held = { until: plusHours(stage.now(), 20), why: 'DIGEST' } as const;
    await stage.notices.hold({ ...byMail(notice), about: notice.about }, held);
    await retry(stage.now(), {
      notices: { ...stage.notices, due: async () => due },
      hasten: async () => undefined,
    });
    expect(await stage.notices.due(plusHours(stage.now(), 1), 10)).toEqual([]);
  });
});

describe('more letters than an hour takes', () => {
  it('hold no reminder until its duty is over', async () => {
    const dueAt = vn('2026-01-05 08:30');
    const head = await stage.around.ledger.head(caseId);
    const [open] = head?.state.deadlines ?? [];
    if (head === undefined || open === undefined) throw new Error('A report sets deadlines');
    const deadlines = [{ ...open, dueAt }];
    const soon: NotifyRoom = {
      ...room,
      ledger: { head: async () => ({ ...head, state: { ...head.state, deadlines } }) },
    };
    for (let at = 0; at < lettersPerHour; at += 1) await told(await written(noticeAt(at)));
    const { rule, procedure } = open;
    const duty = { deadline: deadlineId(open), rule, procedure, dueAt };
    const reminder = await written(noticeAt(9, { kind: 'REMINDER', duty }));
    expect(await notify({ channel: 'EMAIL', to, ids: [reminder.id] }, soon)).toEqual(['HELD']);
    expect((await kept(reminder))?.held?.until).toBe(vn('2026-01-05 08:15'));
  });

  it('wait again where an attempt came to nothing since: after an outage they are no flood', async () => {
    const until = vn('2026-01-05 09:00');
    const notices: Notice[] = [];
    for (let at = 0; at < lettersPerHour * 2; at += 1) {
      const notice = await written(noticeAt(at));
      await stage.notices.hold(
        { ...byMail(notice), about: notice.about },
        { until, why: 'NOISE_BUDGET' },
      );
      notices.push(notice);
    }
    stage.setClock(until);
    isDown = true;
    for (const notice of notices) expect(await told(notice)).toEqual(['LATER']);
    stage.setClock(vn('2026-01-05 10:10'));
    isDown = false;
    for (const notice of notices) await told(notice);
    expect(letters).toHaveLength(lettersPerHour);
  });

  it('are counted where each has some notices of one case, as after an outage', async () => {
    const ends = [];
    for (let at = 0; at < lettersPerHour * 6; at += 3) {
      const three = [noticeAt(at), noticeAt(at + 1), noticeAt(at + 2)];
      const ids = (await Promise.all(three.map(written))).map(({ id }) => id);
      ends.push(...(await notify({ channel: 'EMAIL', to, ids }, room)));
    }
    expect(letters).toHaveLength(lettersPerHour);
    expect(ends.filter((end) => end === 'HELD')).toHaveLength(lettersPerHour * 3);
  });
});
