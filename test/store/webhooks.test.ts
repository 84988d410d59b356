import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { execute } from '#app/execute.ts';
import { type NotifyRoom, notify as notifyBatch } from '#app/notify.ts';
import type { Batch, DeliveryKey, Parcel } from '#app/ports/notices.ts';
import type { WebhookDoor } from '#app/ports/webhooks.ts';
import { project } from '#app/project.ts';
import { retry } from '#app/retry.ts';
import { webhookCarrier } from '#app/webhook-carrier.ts';
import type { Actor } from '#domain/permission.ts';
import { isRefusal } from '#domain/refusal.ts';
import { hoursBetween, type Instant, plusHours } from '#domain/time.ts';
import { newId } from '#runtime/world.ts';
import { openContacts } from '#store/contacts.ts';
import { openWebhooks } from '#store/webhooks.ts';
import { received as judged } from '../../docs/webhook-receiver.ts';
import { act } from '../support/builders.ts';
import { openCases, sweepOnce } from '../support/load.ts';
import { webhooksOf } from '../support/outside.ts';
import { answers, openReceiver, type Receiver } from '../support/receiver.ts';
import { openTestStage, type TestStage } from '../support/stage.ts';

const webhook = 'partner@91001';
let stage: TestStage;
let receiver: Receiver;
let door: WebhookDoor;
let room: NotifyRoom;
let mailed: Parcel[];
let founder: Actor;
let caseId: string;

beforeEach(async () => {
  stage = await openTestStage('2026-01-05T08:00:00+07:00');
  receiver = await openReceiver();
  door = webhooksOf(stage);
  mailed = [];
  const { ledger, directories, world } = stage.around;
  const carrier = webhookCarrier({
    webhooks: openWebhooks(stage.database),
    directories,
    contacts: openContacts(stage.database),
    mail: async (parcel) => {
      mailed.push(parcel);
      return { verdict: 'SENT', code: null, message: null };
    },
    signer: door.keys,
    outside: door.outside,
    world,
  });
  const EMAIL: NonNullable<NotifyRoom['carriers']['EMAIL']> = async () => ({
    ...{ verdict: 'SENT', code: null, words: null, message: null },
  });
  room = {
    ledger,
    directories,
    notices: stage.notices,
    carriers: { EMAIL, SMS: EMAIL, WEBHOOK: carrier },
    world: { ...world, chance: () => 0 },
  };
  founder = await stage.appoint('ADMINISTRATOR', 'VN');
  const app = { id: 'partner', scopes: ['notices'], disabled: false, secretSha256: null } as const;
  await stage.administration.registerApp(app, founder, stage.now());
  await registered(webhook);
  await done('enableWebhook');
  await stage.appoint('COMMUNE_CHAIR', '91001');
  await stage.appoint('COMMUNE_POLICE', '91001', 'CA-91001');
  const worker = await stage.appoint('COMMUNE_WORKER', '91001');
  [caseId = ''] = await openCases(stage, worker, { count: 1, receivedAt: stage.now() });
});
afterEach(async () => {
  await receiver.close();
  await stage.close();
});

async function registered(id: string) {
  const wish = { webhook: id, app: 'partner', unit: '91001', agency: null, kinds: null };
  const { administration, now } = stage;
  await administration.carryOut('registerWebhook', { ...wish, url: receiver.url }, founder, now());
}
const done = (name: 'enableWebhook' | 'disableWebhook') =>
  stage.administration.carryOut(name, { webhook }, founder, stage.now());

const keysOf = ({ ids, ...to }: Batch): readonly DeliveryKey[] => ids.map((id) => ({ ...to, id }));

async function notify({ id, ...to }: DeliveryKey, by: NotifyRoom) {
  return (await notifyBatch({ ...to, ids: [id] }, by))[0];
}

async function projected(): Promise<readonly DeliveryKey[]> {
  const told: DeliveryKey[] = [];
  const { notices, subscriptions, projections, around } = stage;
  const hasten = async (batches: readonly Batch[]) => void told.push(...batches.flatMap(keysOf));
  const river = { ...around, notices, subscriptions, projections, hasten };
  await project(caseId, river);
  return told.filter(({ channel }) => channel === 'WEBHOOK');
}

/** Everything whose attempt is due is tried, until nothing is before an instant. */
async function keptUpTo(end: Instant): Promise<void> {
  for (;;) {
    const next = await stage.notices.next();
    if (next === undefined || next > end) break;
    if (next > stage.now()) stage.setClock(next);
    const found: DeliveryKey[] = [];
    const hasten = async (batches: readonly Batch[]) => void found.push(...batches.flatMap(keysOf));
    await retry(stage.now(), { notices: stage.notices, hasten });
    for (const key of found) await notify(key, room);
  }
  if (end > stage.now()) stage.setClock(end);
}

const ids = () => receiver.received.map(({ headers }) => headers['webhook-id']);
const idOf = (key: DeliveryKey) => door.keys.idOf(key.to, key.id);
const stateOf = async (key: DeliveryKey) => (await stage.notices.find(key))?.state;
const standing = async () => {
  const found = await door.desk.standing(webhook);
  if (found === undefined) throw new Error('The webhook is registered');
  return found;
};
const alarms = () =>
  stage.lines.filter((line) => 'event' in line && line.event === 'webhook_stopped');
const wish = { first: 100, after: undefined };
const day = { from: '2026-01-05T00:00:00.000Z', to: '2026-02-05T00:00:00.000Z' } as const;
const whole = () => ({ webhook, ...(day as unknown as { from: Instant; to: Instant }) });

describe('a delivery', () => {
  it('reaches the server once, signed, and says that there is a notice and nothing of a child', async () => {
    const [first, ...others] = await projected();
    if (first === undefined) throw new Error('The worker is told of the case');
    for (const key of [first, ...others]) expect(await notify(key, room)).toBe('SENT');
    expect(await notify(first, room)).toBe('NOT_OURS');
    expect(ids()).toEqual([first, ...others].map(idOf));
    const [request] = receiver.received;
    const now = Date.parse(stage.now()) / 1000;
    const keys = { secrets: [door.keys.secret(webhook, 1)], publicKeys: [] };
    const body = Buffer.from(request?.body ?? '');
    const verdict = judged(
      { headers: request?.headers ?? {}, body },
      keys,
      { has: () => false },
      now,
    );
    const kept = await stage.notices.find(first);
    expect(verdict).toMatchObject({ verdict: 'NEW', id: idOf(first) });
    expect(JSON.parse(String(request?.body))).toEqual({
      type: 'notice.forwarded',
      timestamp: kept?.about,
      data: {
        notice: door.keys.referenceOf(first.id),
        kind: 'FORWARDED',
        post: kept?.post.id,
        caseCode: kept?.caseCode,
      },
    });
    expect(JSON.stringify(request)).not.toContain(caseId);
  });

  it('is signed under both secrets while one is being changed for the other', async () => {
    const rotation = { webhook, version: 1, overlapHours: 1 };
    const { administration, now } = stage;
    await administration.carryOut('rotateWebhook', rotation, founder, now());
    const [key, other] = await projected();
    if (key === undefined || other === undefined) throw new Error('Several posts are told');
    await notify(key, room);
    stage.setClock('2026-01-05T09:00:00+07:00');
    await notify(other, room);
    const takes = (at: number, version: number) => {
      const { headers, body } = receiver.received[at] ?? { headers: {}, body: '' };
      const keys = { secrets: [], publicKeys: [door.keys.publicKey(webhook, version)] };
      const request = { headers, body: Buffer.from(body) };
      const second = Number(headers['webhook-timestamp']);
      return judged(request, keys, { has: () => false }, second).verdict;
    };
    expect([takes(0, 1), takes(0, 2)]).toEqual(['NEW', 'NEW']);
    expect([takes(1, 1), takes(1, 2)]).toEqual(['REFUSED', 'NEW']);
  });

  it('is written once, however often a case is projected', async () => {
    const written = await projected();
    expect(written.length).toBeGreaterThan(0);
    expect(await projected()).toEqual([]);
    expect((await door.desk.deliveries(webhook, null, wish)).rows).toHaveLength(written.length);
  });

  it('is sent by one of two workers', async () => {
    const [key] = await projected();
    if (key === undefined) throw new Error('The worker is told of the case');
    const ends = await Promise.all([notify(key, room), notify(key, room)]);
    expect(ends.toSorted()).toEqual(['NOT_OURS', 'SENT']);
    expect(ids()).toEqual([idOf(key)]);
  });

  it('is told to a machine although the duty is done meanwhile: that a post was told stays so', async () => {
    stage.setClock('2026-01-05T20:00:00+07:00');
    await sweepOnce(stage);
    const told = await projected();
    await stage.assess(await stage.appoint('COMMUNE_WORKER', '91001'), caseId);
    for (const key of told) expect(await notify(key, room)).toBe('SENT');
    expect(receiver.received.map(({ body }) => JSON.parse(body).type)).toContain('notice.breach');
  });

  it('is void where the post is kept out of the case since', async () => {
    stage.setClock('2026-01-05T20:00:00+07:00');
    await sweepOnce(stage);
    const told = await projected();
    const worker = told.filter(({ id }) => id.endsWith('COMMUNE_WORKER@91001'));
    const supervisor = await stage.appoint('PROVINCE_SUPERVISOR', '91');
    const excluded = { unit: null, officer: 'officer-COMMUNE_WORKER-91001' };
    const command = act('declareConflict', { caseId, ...excluded, papers: {} });
    const asked = { actor: supervisor, command, idempotencyKey: newId(), expectedVersion: 1 };
    expect(isRefusal(await execute(asked, stage.around))).toBe(false);
    expect(worker.length).toBeGreaterThan(0);
    for (const key of worker) expect(await notify(key, room)).toBe('VOID');
    expect(receiver.received).toEqual([]);
  });
});

describe('a server that is down', () => {
  it.each([
    ['5 minutes', 5 / 60],
    ['24 hours', 24],
    ['72 hours', 72],
  ])('for %s loses nothing, and gets every notice in the end', async (_, hours) => {
    const back = plusHours(stage.now(), hours);
    receiver.behaves((response, request) =>
      answers(stage.now() < back ? 500 : 204)(response, request),
    );
    const told = [...(await projected())];
    await keptUpTo('2026-01-05T13:00:00.000Z' as Instant);
    await sweepOnce(stage);
    told.push(...(await projected()));
    await keptUpTo(plusHours(back, 80));
    expect(told.length).toBeGreaterThan(2);
    for (const key of told) expect([key.id, await stateOf(key)]).toEqual([key.id, 'SENT']);
    expect(new Set(ids())).toEqual(new Set(told.map(idOf)));
    expect((await standing()).stop).toBeNull();
  });

  it('is tried at the published instants, and given up after some 75 hours with one letter', async () => {
    receiver.behaves(answers(500));
    // Of those tried at one instant the one with the least id is tried first, and so it is the one given up.
    const [key, ...others] = (await projected()).toSorted((a, b) => (a.id < b.id ? -1 : 1));
    if (key === undefined) throw new Error('The worker is told of the case');
    const begun = stage.now();
    const at: number[] = [];
    receiver.behaves((response, request) => {
      if (request.headers['webhook-id'] === idOf(key)) at.push(hoursBetween(begun, stage.now()));
      answers(500)(response, request);
    });
    await keptUpTo(plusHours(begun, 100));
    expect(at.map((hours) => Math.round(hours * 3600))).toEqual([
      ...[0, 5, 305, 2105, 9305, 27_305, 63_305, 113_705, 185_705, 272_105],
    ]);
    const states = await Promise.all([key, ...others].map(stateOf));
    expect(states).toContain('FAILED');
    expect(states.filter((state) => state !== 'FAILED' && state !== 'PARKED')).toEqual([]);
    expect((await standing()).stop).toMatchObject({ why: 'EXHAUSTED' });
    expect(alarms()).toEqual([
      { event: 'webhook_stopped', alarm: true, code: `EXHAUSTED:${webhook}` },
    ]);
    expect(mailed.map(({ to }) => to)).toEqual(['officer-administrator-vn@test.invalid']);
    expect(mailed[0]?.text).toContain(webhook);
    const ledger = (await stage.notices.find(key))?.ledger ?? [];
    expect(ledger.map(({ outcome, code }) => `${outcome} ${code}`)).toEqual([
      ...new Array(9).fill('LATER FAULT 500'),
      'FAILED FAULT 500',
    ]);
  });

  it('and asks for more time is given it, a day at most', async () => {
    const [key] = await projected();
    if (key === undefined) throw new Error('The worker is told of the case');
    const dueAfter = async (seconds: string) => {
      receiver.behaves(answers(429, { 'retry-after': seconds }));
      expect(await notify(key, room)).toBe('LATER');
      const found: DeliveryKey[] = [];
      const hasten = async (batches: readonly Batch[]) =>
        void found.push(...batches.flatMap(keysOf));
      const isDue = async (hours: number) => {
        await retry(plusHours(stage.now(), hours), { notices: stage.notices, hasten });
        return found.splice(0).some(({ channel, id }) => channel === 'WEBHOOK' && id === key.id);
      };
      return isDue;
    };
    const hour = await dueAfter('3600');
    expect(await hour(0.99)).toBe(false);
    expect(await hour(1)).toBe(true);
    stage.setClock(plusHours(stage.now(), 1));
    const ever = await dueAfter('999999');
    expect(await ever(23.9)).toBe(false);
    expect(await ever(24)).toBe(true);
  });
});

describe('a webhook that is off', () => {
  it('parks what is for it, from whenever it is off', async () => {
    await done('disableWebhook');
    const told = await projected();
    for (const key of told) expect(await notify(key, room)).toBe('PARKED');
    for (const key of told) expect(await notify(key, room)).toBe('NOT_OURS');
    expect(receiver.received).toEqual([]);
    expect(await stage.notices.due(plusHours(stage.now(), 500), 100)).not.toContainEqual(told[0]);
    const { rows } = await door.desk.deliveries(webhook, 'PARKED', wish);
    expect(rows.map(({ id }) => id).toSorted()).toEqual(told.map(({ id }) => id).toSorted());
  });

  it('parks what waits when its app is disabled, or may read no notices any more', async () => {
    const [key, other] = await projected();
    if (key === undefined || other === undefined) throw new Error('Several posts are told');
    const { administration, now } = stage;
    await administration.carryOut('disableApp', { app: 'partner' }, founder, now());
    expect(await notify(key, room)).toBe('PARKED');
    await administration.carryOut('enableApp', { app: 'partner' }, founder, now());
    const less = { id: 'partner', scopes: ['cases:read'], disabled: false } as const;
    await administration.registerApp({ ...less, secretSha256: null }, founder, now());
    expect(await notify(other, room)).toBe('PARKED');
    expect(receiver.received).toEqual([]);
  });

  it('because its server is gone is told of once, and goes on when it is enabled anew', async () => {
    const told = await projected();
    receiver.behaves(answers(410));
    const ends = await Promise.all(told.map((key) => notify(key, room)));
    expect(new Set(ends)).toEqual(new Set(['PARKED']));
    expect((await standing()).stop).toMatchObject({ why: 'GONE' });
    expect([alarms(), mailed]).toMatchObject([{ length: 1 }, { length: 1 }]);
    stage.setClock('2026-01-06T08:00:00+07:00');
    receiver.behaves(answers(204));
    await done('enableWebhook');
    const before = receiver.received.length;
    const { replayed, next } = await door.desk.replayRange(
      { ...whole(), sentToo: false },
      stage.now(),
      wish,
    );
    expect([replayed, next]).toEqual([told.length, undefined]);
    await keptUpTo(plusHours(stage.now(), 1));
    expect(new Set(ids().slice(before))).toEqual(new Set(told.map(idOf)));
    // Gone again it stops again, and is told of again.
    receiver.behaves(answers(410));
    await sweepOnce(stage);
    for (const key of await projected()) await notify(key, room);
    expect([alarms(), mailed]).toMatchObject([{ length: 2 }, { length: 2 }]);
  });
});

describe('what is replayed', () => {
  it('is each page of a range once, oldest first, and of what was taken only where that is asked', async () => {
    await done('disableWebhook');
    const early = await projected();
    for (const key of early) await notify(key, room);
    stage.setClock('2026-01-05T20:00:00+07:00');
    await sweepOnce(stage);
    const late = await projected();
    for (const key of late) await notify(key, room);
    await done('enableWebhook');
    const pageOf = (after?: string) =>
      door.desk.replayRange({ ...whole(), sentToo: false }, stage.now(), { first: 2, after });
    const counts: number[] = [];
    for (let page = await pageOf(); ; page = await pageOf(page.next)) {
      counts.push(page.replayed);
      stage.setClock(plusHours(stage.now(), 1 / 3600));
      if (page.next === undefined) break;
    }
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(early.length + late.length);
    await keptUpTo(plusHours(stage.now(), 1));
    const firsts = ids().slice(0, early.length);
    expect(new Set(firsts)).toEqual(new Set(early.map(idOf)));
    expect(new Set(ids())).toEqual(new Set([...early, ...late].map(idOf)));
    expect(await pageOf()).toEqual({ replayed: 0, next: undefined });
    const range = { ...whole(), sentToo: true };
    const again = await door.desk.replayRange(range, stage.now(), wish);
    expect(again.replayed).toBe(early.length + late.length);
    const none = { ...range, to: day.from as Instant };
    expect(await door.desk.replayRange(none, stage.now(), wish)).toMatchObject({ replayed: 0 });
  });

  it('is one delivery under its id of before, with the whole schedule before it, and by one of two', async () => {
    const [key] = await projected();
    if (key === undefined) throw new Error('The worker is told of the case');
    await notify(key, room);
    const found = await door.desk.delivery(webhook, key.id);
    if (found === undefined) throw new Error('It is there');
    const both = [door.desk.replay(found, stage.now()), door.desk.replay(found, stage.now())];
    expect((await Promise.all(both)).toSorted()).toEqual([false, true]);
    receiver.behaves(answers(500));
    expect(await notify(key, room)).toBe('LATER');
    receiver.behaves(answers(204));
    stage.setClock(plusHours(stage.now(), 1));
    expect(await notify(key, room)).toBe('SENT');
    expect(new Set(ids())).toEqual(new Set([idOf(key)]));
    expect(await stage.notices.find(key)).toMatchObject({ attempts: 3, attemptsBefore: 1 });
  });
});
