import { execute } from '#app/execute.ts';
import type { StoredEvent } from '#app/ports/ledger.ts';
import type { Actor } from '#domain/permission.ts';
import { isRefusal } from '#domain/refusal.ts';
import { instant } from '#domain/time.ts';
import { newId } from '#runtime/world.ts';
import { act, vn } from '../support/builders.ts';
import { copyCases, modelOf } from '../support/caseload.ts';
import { commitsOf, feedEnd, openCases, sweepOnce } from '../support/load.ts';
import { openTestStage, type TestStage } from '../support/stage.ts';
import { notNought, type Shown } from './claims.ts';
import { staffed } from './sweeps.ts';

const open = 500;
const stopped = instant('2026-01-05T18:30:00+07:00');
const back = instant('2026-01-08T18:30:00+07:00');

/**
 * Five hundred open cases, a stop of 72 hours, one tick to catch up, beside the same cases swept all the while.
 *
 * The same facts must be there, none twice, and those about the oldest instants written first.
 */
export async function stopFigures(): Promise<Shown> {
  const still = await lived(async (stage) => {
    stage.setClock(back);
    const oldestFirst = await stage.due.due('91', stage.now(), open);
    const from = feedEnd(stage);
    await sweepOnce(stage);
    const commits = commitsOf(stage, from);
    return commits.filter((id, at) => id !== oldestFirst[at]).length;
  });
  const awake = await lived(async (stage) => {
    for (;;) {
      const next = await stage.due.next('91');
      if (next === undefined || next > back) return 0;
      stage.setClock(next);
      await sweepOnce(stage);
    }
  });
  const found = still.facts.flat();
  const late = still.events.flat().filter(({ written }) => written === back);
  const rows = [
    {
      open,
      stopHours: 72,
      ticks: 1,
      foundLate: late.flatMap(({ facts }) => facts).length,
      missing: without(awake.facts, still.facts),
      invented: without(still.facts, awake.facts),
      doubled: found.length - still.facts.flatMap((facts) => [...new Set(facts)]).length,
      outOfOrder: still.answer + still.events.filter(isOutOfOrder).length,
    },
  ];
  const nought = ['missing', 'invented', 'doubled', 'outOfOrder'];
  return { rows, faults: notNought(rows, nought) };
}

/** How many facts of each case are not among those of its twin. */
function without(these: readonly (readonly string[])[], those: typeof these): number {
  return these.flatMap((facts, at) => facts.filter((fact) => !those[at]?.includes(fact))).length;
}

/** Whether the entries of the clock in one case are about instants that go back. */
function isOutOfOrder(events: readonly StoredEvent[]): boolean {
  const swept = events.filter(({ act }) => act === 'sweep').flatMap(({ facts }) => facts);
  return swept.some(({ about }, at) => at > 0 && about < (swept[at - 1]?.about ?? ''));
}

async function lived<Answer>(through: (stage: TestStage) => Promise<Answer>) {
  const stage = await openTestStage('2026-01-05T08:00:00+07:00', 'WIRE');
  const ids = await caseload(stage, await staffed(stage));
  const answer = await through(stage);
  const events = await Promise.all(ids.map((id) => stage.around.ledger.events(id, 0)));
  await stage.close();
  const facts = events.map((each) =>
    each
      .filter(({ act }) => act === 'sweep')
      .flatMap((event) => event.facts.map((fact) => JSON.stringify(fact))),
  );
  return { answer, events, facts };
}

const minutes = [0, 37, 12, 5, 48, 23, 59, 31, 8, 44];

/** Ten cases in different steps, received over a day, and copies of them; swept until the stop. */
async function caseload(stage: TestStage, worker: Actor): Promise<readonly string[]> {
  const models: string[] = [];
  for (const [n, minute] of minutes.entries()) {
    stage.setClock(vn(`2026-01-05 ${pad(8 + n)}:${pad(minute)}`));
    const [id = ''] = await openCases(stage, worker, { count: 1, receivedAt: stage.now() });
    if (n % 3 > 0) await assess(stage, worker, { id, seriousHarm: n % 3 === 2 });
    models.push(id);
  }
  stage.setClock(stopped);
  await sweepOnce(stage);
  const whole = await Promise.all(models.map((id) => modelOf(stage, id)));
  const idOf = (n: number) => `stop${n}`.padStart(26, '0');
  return [...models, ...(await copyCases(stage, whole, { count: open - models.length, idOf }))];
}

const pad = (n: number): string => String(n).padStart(2, '0');

type Assessment = { readonly id: string; readonly seriousHarm: boolean };

async function assess(stage: TestStage, actor: Actor, { id, seriousHarm }: Assessment) {
  const command = { ...act('assessInitially', { seriousHarm }), caseId: id };
  const asked = { actor, command, idempotencyKey: newId(), expectedVersion: 1 };
  const done = await execute(asked, stage.around);
  if (isRefusal(done)) throw new Error(done.refused);
}
