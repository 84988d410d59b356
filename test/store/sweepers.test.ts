import { afterEach, describe, expect, it } from 'vitest';
import { instant } from '#domain/time.ts';
import { tried } from '../support/breadth.ts';
import { copyCases, modelOf } from '../support/caseload.ts';
import { factsOf, openCases, sweepOnce, unitsUsed } from '../support/load.ts';
import { openTestStage, type TestStage } from '../support/stage.ts';

let stage: TestStage;
afterEach(() => stage.close());

const received = instant('2026-01-05T08:00:00+07:00');
const due = '2026-01-05T20:00:00+07:00';

async function staffed() {
  stage = await openTestStage('2026-01-05T08:00:00+07:00');
  await stage.appoint('COMMUNE_CHAIR', '91001');
  await stage.appoint('COMMUNE_POLICE', '91001', 'CA-91001');
  await stage.appoint('PROVINCE_SUPERVISOR', '91', 'SYT-91');
  return stage.appoint('COMMUNE_WORKER', '91001');
}

describe('sweepers', () => {
  it('record each breach once when eight of them run at once', async () => {
    const worker = await staffed();
    const count = tried(200);
    const ids = await openCases(stage, worker, { count, receivedAt: received });
    stage.setClock(due);
    await Promise.all(Array.from({ length: 8 }, () => sweepOnce(stage)));
    await sweepOnce(stage);
    const breaches = await factsOf(stage, ids, ['BreachRecorded']);
    expect(breaches).toHaveLength(count);
  }, 120_000);

  it('leave nothing due behind and find nothing twice', async () => {
    const worker = await staffed();
    await openCases(stage, worker, { count: 20, receivedAt: received });
    stage.setClock(due);
    await sweepOnce(stage);
    expect(await stage.due.due('91', stage.now(), 100)).toEqual([]);
    expect(await sweepOnce(stage)).toEqual({ cases: 0, facts: 0, failed: 0 });
  });

  it('read and write as much for 20 due cases among a few hundred as among ten times as many', async () => {
    const units: object[] = [];
    for (const others of [tried(1_000), tried(10_000)]) {
      const worker = await staffed();
      await openCases(stage, worker, { count: 20, receivedAt: received });
      stage.setClock('2026-01-05T14:00:00+07:00');
      const [last = ''] = await openCases(stage, worker, { count: 1, receivedAt: stage.now() });
      const model = await modelOf(stage, last);
      await copyCases(stage, [{ ...model, events: [] }], { count: others });
      stage.setClock(due);
      stage.engine.capacity.reset();
      expect(await sweepOnce(stage)).toMatchObject({ cases: 20, failed: 0 });
      units.push(unitsUsed(stage, 'cases'));
      await stage.close();
    }
    stage = await openTestStage();
    expect(units[1]).toEqual(units[0]);
  }, 120_000);

  it('catch everything up in order after a stop of seventy-two hours', async () => {
    const worker = await staffed();
    const ids = await openCases(stage, worker, { count: 5, receivedAt: received });
    stage.setClock('2026-01-08T08:00:00+07:00');
    await sweepOnce(stage);
    const rungs = await factsOf(stage, ids.slice(0, 1), [
      'ReminderRecorded',
      'BreachRecorded',
      'Escalated',
    ]);
    const abouts = rungs.map(({ about }) => about);
    expect(abouts).toEqual(abouts.toSorted());
    expect(new Set(rungs.map((fact) => JSON.stringify(fact))).size).toBe(rungs.length);
  });
});
