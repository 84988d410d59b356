import { afterEach, beforeEach, expect, it } from 'vitest';
import { timersPerSecond } from '#store/table.ts';
import { drive, gather, type Herd, outOfOrder, paced } from '../support/herd.ts';
import { commitsOf, feedEnd, openCases } from '../support/load.ts';
import { countedTime } from '../support/passing.ts';
import { openTestStage, type TestStage } from '../support/stage.ts';

let stage: TestStage;
let few: readonly string[];
let herd: Herd;

const size = 400;

beforeEach(async () => {
  stage = await openTestStage('2026-01-05T08:00:30+07:00');
  const there = await stage.appoint('COMMUNE_WORKER', '92001');
  few = await openCases(stage, there, { count: 3, receivedAt: stage.now() });
  const worker = await stage.appoint('COMMUNE_WORKER', '91001');
  await stage.appoint('COMMUNE_CHAIR', '91001');
  herd = await gather(stage, worker, size);
  stage.engine.capacity.reset();
});
afterEach(() => stage.close());

it('tells a herd once each and oldest first, within the ceiling of the index', async () => {
  const driven = await drive(stage, countedTime(stage), 0);
  expect(driven).toMatchObject({ ticks: 1, facts: size + few.length, failed: 0 });
  expect(driven.commits.filter((id) => herd.has(id)).toSorted()).toEqual(
    [...herd.keys()].toSorted(),
  );
  expect(outOfOrder(driven.commits, herd)).toBe(0);
  const { 'cases.due': due } = stage.engine.capacity.peaks();
  // A tick may begin within a second, so one turn more may fall into it.
  expect(due?.units).toBeLessThanOrEqual(2 * (timersPerSecond + 1));
  expect(due?.partition).toBe('D#91#0');
}, 60_000);

it('goes on where the time of a tick ended, oldest first across ticks', async () => {
  // At 300 milliseconds a commit, 45 seconds are enough for a hundred and fifty.
  const driven = await drive(stage, countedTime(stage), 300);
  expect(driven).toMatchObject({ ticks: 3, facts: size + few.length, failed: 0 });
  expect(outOfOrder(driven.commits, herd)).toBe(0);
  const unfinished = { event: 'province_unfinished', code: '91' };
  expect(stage.lines.filter((line) => 'event' in line && line.event === unfinished.event)).toEqual([
    unfinished,
    unfinished,
  ]);
}, 60_000);

it('does not keep a province with three due waiting behind one with hundreds', async () => {
  const from = feedEnd(stage);
  await paced(stage, countedTime(stage), 300);
  const first = commitsOf(stage, from).slice(0, 2 * few.length);
  expect(few.filter((id) => !first.includes(id))).toEqual([]);
}, 60_000);
