import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Sandbox } from '../../infra/local/sandbox.ts';
import {
  describeOfficial,
  type Followed,
  importOfficialUnits,
  local,
  receive,
  utc,
} from '../support/followed.ts';
import { type Officer, officer, startSandbox } from '../support/http.ts';

const baDinh = '00004';
let sandbox: Sandbox;
let worker: Officer;
let chair: Officer;

/** Everything is entered from paper on one evening, so no clock has to be moved. */
const evening = '2026-11-23 20:00';

type Explained = {
  readonly rule: string;
  readonly startedAt: string;
  readonly dueAt: string;
  readonly status: string;
  readonly explanation: readonly { readonly from: string; readonly to: string }[];
};

async function deadline(followed: Followed, rule: string): Promise<Explained | undefined> {
  const query = `query ($id: ID!) { case(id: $id) { deadlines {
    rule startedAt dueAt status explanation { from to counts reason } } } }`;
  const data = await worker.ask<{ case: { deadlines: Explained[] } }>(query, { id: followed.id });
  return data.case.deadlines.find((each) => each.rule === rule);
}

/** A case whose Form 03 is dated on a day, so that the five working days of the plan start there. */
async function needsKnownOn(day: string): Promise<Followed> {
  const followed = await receive(worker, baDinh, `${day} 08:00`);
  const happenedAt = local(`${day} 15:00`);
  await followed.does(worker, 'assessInitially', { seriousHarm: false, happenedAt });
  await followed.does(worker, 'assessNeeds', { planNeeded: true, happenedAt });
  return followed;
}

const items = [{ id: 'i1', measure: 'COUNSELLING', startOn: '2026-12-07', endOn: '2026-12-18' }];

async function submittedOn(followed: Followed, day: string): Promise<void> {
  const happenedAt = local(`${day} 16:00`);
  await followed.does(worker, 'recordMeeting', { happenedAt });
  await followed.does(worker, 'submitPlan', { items, happenedAt });
}

describeOfficial('the worked examples of the law, in an official commune', () => {
  beforeAll(async () => {
    sandbox = await startSandbox({ near: false, clock: Date.parse(local(evening)) });
    await importOfficialUnits(sandbox.origin);
    worker = await officer(sandbox.origin, 'COMMUNE_WORKER', baDinh);
    chair = await officer(sandbox.origin, 'COMMUNE_CHAIR', baDinh);
  });
  afterAll(() => sandbox.close());

  it('twelve hours run through the night of Tết', async () => {
    const followed = await receive(worker, baDinh, '2026-02-16 22:10');
    expect(await deadline(followed, 'D05')).toMatchObject({ dueAt: utc('2026-02-17 10:10') });
  });

  it.each([
    ['2025-12-31', '2026-01-10 00:00', 'PLANNED', 'over a swapped 2 January'],
    ['2026-02-12', '2026-02-27 00:00', 'PLANNED', 'over Tết'],
    ['2026-04-24', '2026-05-07 00:00', 'PLANNED', 'over the Hùng Kings and two holidays'],
    ['2026-08-27', '2026-09-09 00:00', 'PLANNED', 'over National Day with 31 August off'],
    ['2026-11-20', '2026-12-01 00:00', 'PROVISIONAL', 'over the announced 24 November'],
  ])('five working days for the plan from %s end at %s, %s: %s', async (day, end, status) => {
    const found = await deadline(await needsKnownOn(day), 'D07');
    expect(found).toMatchObject({ dueAt: utc(end), status });
  });

  it('two working days for the approval end on a Monday when the plan came on a Thursday', async () => {
    const followed = await needsKnownOn('2026-02-23');
    await submittedOn(followed, '2026-02-26');
    const found = await deadline(followed, 'D08');
    expect(found).toMatchObject({ dueAt: utc('2026-03-03 00:00'), status: 'PLANNED' });
  });

  it('fifteen days of isolation count every day and are not moved off a rest day', async () => {
    const followed = await receive(worker, baDinh, '2026-09-01 08:00');
    const order = { ground: 'ABUSED_BY_CARER', days: 15, happenedAt: local('2026-09-01 09:00') };
    await followed.does(chair, 'orderIsolation', order);
    expect(await deadline(followed, 'D13')).toMatchObject({ dueAt: utc('2026-09-17 00:00') });
  });

  it('every explanation begins with its duty, has no gap and ends at the due instant', async () => {
    const followed = await needsKnownOn('2026-11-20');
    await submittedOn(followed, '2026-11-23');
    await followed.does(chair, 'approvePlan');
    for (const rule of ['D09', 'D10', 'D11']) {
      const found = await deadline(followed, rule);
      const told = found?.explanation ?? [];
      const edges = [found?.startedAt, ...told.map(({ to }) => to)];
      expect(told.map(({ from }) => from)).toEqual(edges.slice(0, -1));
      expect(edges.at(-1)).toBe(found?.dueAt);
    }
  });
});
