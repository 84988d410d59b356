import { afterEach, beforeEach, expect, it } from 'vitest';
import { execute } from '#app/execute.ts';
import type { Command } from '#domain/case/command.ts';
import type { Actor } from '#domain/permission.ts';
import { isRefusal } from '#domain/refusal.ts';
import { type Instant, plusHours } from '#domain/time.ts';
import { newId } from '#runtime/world.ts';
import { chainStart, verifyChain } from '#sealing/chain.ts';
import { vn } from '../support/builders.ts';
import { openCases, sweepOnce } from '../support/load.ts';
import { openTestStage, type TestStage } from '../support/stage.ts';

const received = '2026-01-05 08:00';
let stage: TestStage;
let worker: Actor;

beforeEach(() => begin());
afterEach(() => stage.close());

async function begin() {
  stage = await openTestStage(vn(received));
  await stage.appoint('COMMUNE_CHAIR', '91001');
  await stage.appoint('PROVINCE_SUPERVISOR', '91', 'SYT-91');
  worker = await stage.appoint('COMMUNE_WORKER', '91001');
}

async function does(command: Command) {
  const asked = { actor: worker, command, idempotencyKey: newId(), expectedVersion: null };
  const done = await execute(asked, stage.around);
  if (isRefusal(done)) throw new Error(done.refused);
}

type Clocks = (
  at: Instant,
  sweepers: { right: () => Promise<void>; back: () => Promise<void> },
) => Promise<void>;

/** Two days of two cases, a note every eight hours, and whoever sweeps every hour. */
async function twoDays(clocks: Clocks) {
  const ids = await openCases(stage, worker, { count: 2, receivedAt: vn(received) });
  for (let hours = 1; hours <= 48; hours += 1) {
    const at = plusHours(vn(received), hours);
    const sweepAt = async (now: Instant) => {
      stage.setClock(now);
      await sweepOnce(stage);
      stage.setClock(at);
    };
    stage.setClock(at);
    const note = {
      type: 'addNote',
      happenedAt: null,
      papers: { NOTE: { text: 'giả định' } },
    } as const;
    if (hours % 8 === 0) for (const caseId of ids) await does({ ...note, caseId });
    await clocks(at, {
      right: () => sweepAt(at),
      back: () => sweepAt(plusHours(at, -1)),
    });
  }
  return Promise.all(ids.map(lifeOf));
}

async function lifeOf(id: string) {
  const events = await stage.around.ledger.events(id, 0);
  const head = await stage.around.ledger.head(id);
  const last = { seq: events.length, hash: head?.hash ?? '' };
  expect(verifyChain(events as never, { start: chainStart(id), head: last }).ok).toBe(true);
  const dates = events.map(({ written }) => written);
  expect(dates).toEqual(dates.toSorted());
  for (const { written, facts } of events)
    for (const { known } of facts) expect(known <= written).toBe(true);
  const swept = events.filter(({ act }) => act === 'sweep').flatMap(({ facts }) => facts);
  return swept.map(({ type, about, known }) => ({ type, about, known }));
}

it('makes no difference when a sweeper with the right clock runs beside the one set back', async () => {
  const alone = await twoDays(async (_, { right }) => right());
  expect(alone[0]?.length).toBeGreaterThan(3);
  await stage.close();
  await begin();
  const beside = await twoDays(async (_, { right, back }) => {
    await back();
    await right();
    await back();
  });
  expect(beside).toEqual(alone);
}, 60_000);

it('tells the same an hour later when the only sweeper is set back, with no entry before another', async () => {
  const alone = await twoDays(async (_, { right }) => right());
  await stage.close();
  await begin();
  const late = await twoDays(async (at, { right, back }) =>
    at < vn('2026-01-05 19:00') || at >= vn('2026-01-07 08:00') ? right() : back(),
  );
  expect(late).toEqual(alone);
}, 60_000);

it('dates what a clock set back finds due with the entry before it', async () => {
  const [caseId = ''] = await openCases(stage, worker, { count: 1, receivedAt: vn(received) });
  stage.setClock(vn('2026-01-05 18:30'));
  await does({ type: 'addNote', caseId, happenedAt: null, papers: { NOTE: { text: 'giả định' } } });
  // The reminder was due at 17:00 and nobody swept; the clock of the sweeper now stands an hour back.
  stage.setClock(vn('2026-01-05 17:35'));
  await sweepOnce(stage);
  const events = await stage.around.ledger.events(caseId, 0);
  expect(events.map(({ act, written }) => [act, written])).toEqual([
    ['receiveReport', vn(received)],
    ['addNote', vn('2026-01-05 18:30')],
    ['sweep', vn('2026-01-05 18:30')],
  ]);
  expect(events[2]?.facts).toMatchObject([
    { type: 'ReminderRecorded', about: vn('2026-01-05 17:00') },
  ]);
});
