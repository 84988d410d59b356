import { tick, tickBudget } from '#app/tick.ts';
import type { Actor } from '#domain/permission.ts';
import { type Instant, instant, plusHours } from '#domain/time.ts';
import { pace } from '#runtime/pace.ts';
import { remembering } from '#store/directory.ts';
import { timersPerSecond } from '#store/table.ts';
import { copyCases, modelOf } from './caseload.ts';
import { commitsOf, feedEnd, openCases, sweepOnce } from './load.ts';
import type { StageTime } from './passing.ts';
import type { TestStage } from './stage.ts';

/** Cases that become due in one minute, each with the instant of its own. */
export type Herd = ReadonlyMap<string, Instant>;

const hour = '2026-01-05T08:00';
const second = (n: number): string => `${hour}:${String(n).padStart(2, '0')}+07:00`;

/**
 * Cases whose twelve hours end between 20:00 and 20:01, spread over the seconds of that minute; their reminders
 * have been told. The clock is left at 20:01.
 */
export async function gather(stage: TestStage, worker: Actor, count: number): Promise<Herd> {
  const herd = new Map<string, Instant>();
  const models: string[] = [];
  for (let n = 0; n < Math.min(60, count); n += 1) {
    stage.setClock(second(n));
    models.push(...(await openCases(stage, worker, { count: 1, receivedAt: stage.now() })));
  }
  stage.setClock('2026-01-05T17:01:00+07:00');
  await sweepOnce(stage);
  const whole = await Promise.all(models.map((id) => modelOf(stage, id)));
  const copies = await copyCases(stage, whole, { count: count - models.length });
  const dueOf = (n: number) => plusHours(instant(second(n % models.length)), 12);
  for (const [n, id] of models.entries()) herd.set(id, dueOf(n));
  for (const [n, id] of copies.entries()) herd.set(id, dueOf(n));
  stage.setClock('2026-01-05T20:01:00+07:00');
  return herd;
}

/** How a herd was driven through: by how many ticks, and which cases they wrote about in which order. */
export type Drive = {
  readonly ticks: number;
  readonly seconds: number;
  readonly facts: number;
  readonly failed: number;
  readonly commits: readonly string[];
};

/** Ticks of one sweeper, a minute apart, until one finds nothing; a commit takes so many milliseconds. */
export async function drive(stage: TestStage, time: StageTime, latency: number): Promise<Drive> {
  const seen = feedEnd(stage);
  const began = time.clock();
  let total = { ticks: 0, seconds: 0, facts: 0, failed: 0 };
  for (;;) {
    const { facts, failed } = await paced(stage, time, latency);
    if (facts === 0) break;
    const seconds = Math.round((time.clock() - began) / 1000);
    total = {
      ticks: total.ticks + 1,
      seconds,
      facts: total.facts + facts,
      failed: total.failed + failed,
    };
    time.nextMinute();
    time.show();
  }
  return { ...total, commits: commitsOf(stage, seen) };
}

/** One tick as the sweeper runs it, in the time of the stage. */
export function paced(stage: TestStage, time: StageTime, latency: number) {
  const { around, due } = stage;
  const end = time.clock() + tickBudget;
  const commit: typeof around.ledger.commit = async (entry) => {
    if (latency > 0) await time.wait(latency);
    time.show();
    return around.ledger.commit(entry);
  };
  return tick({
    ...around,
    ledger: { ...around.ledger, commit },
    directories: remembering(around.directories),
    due,
    hasTime: () => time.clock() < end,
    pace: () => pace(timersPerSecond, time),
  });
}

/** Neighbours in the order of writing of which the later one was due first; ties go by their id. */
export function outOfOrder(commits: readonly string[], herd: Herd): number {
  const keys = commits.filter((id) => herd.has(id)).map((id) => `${herd.get(id)}#${id}`);
  return keys.filter((key, at) => at > 0 && key < (keys[at - 1] ?? '')).length;
}
