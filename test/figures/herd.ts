import { tickBudget } from '#app/tick.ts';
import { timersPerSecond } from '#store/table.ts';
import { copyCases, modelOf } from '../support/caseload.ts';
import { drive, gather, outOfOrder } from '../support/herd.ts';
import { openCases, sweepOnce } from '../support/load.ts';
import { countedTime, realTime } from '../support/passing.ts';
import { openTestStage } from '../support/stage.ts';
import { above, notNought, type Shown } from './claims.ts';
import { staffed } from './sweeps.ts';

const size = 10_000;
// What one partition of a table or an index takes a second.
const ceiling = 1_000;

/**
 * Ten thousand cases of one province due in one minute, and five of another behind them.
 *
 * In counted time a commit takes a stated while and everything else none, so that the ticks are the same on every
 * machine; the last row is what this machine needs.
 */
export async function herdFigures(): Promise<Shown> {
  const rows = [
    await driven('counted', 0),
    await driven('counted', 25),
    await driven('this machine', 0),
  ];
  const faults = notNought(rows, ['untold', 'doubled', 'outOfOrder']);
  const slow = rows.filter(({ ticks, ticksAtMost }) => ticks > ticksAtMost);
  return {
    rows,
    faults: [
      ...faults,
      ...above(rows, 'hottest', ceiling),
      ...slow.map(({ commitMs }) => `a herd needs more ticks than it should at ${commitMs} ms`),
    ],
  };
}

/** As many ticks as the pace needs, or the commits where they are slower; what a machine needs is its own. */
function ticksAtMost(kind: Kind, commitMs: number): number {
  if (kind === 'this machine') return Number.POSITIVE_INFINITY;
  const perTick = tickBudget / Math.max(commitMs, 1000 / timersPerSecond);
  return Math.ceil(size / perTick);
}

type Kind = 'counted' | 'this machine';

async function driven(kind: Kind, commitMs: number) {
  const stage = await openTestStage('2026-01-05T08:00:00+07:00', 'WIRE');
  const worker = await staffed(stage);
  const few = await openFew(stage);
  const herd = await gather(stage, worker, size);
  stage.engine.capacity.reset();
  const time = kind === 'counted' ? countedTime(stage) : realTime(stage);
  const { commits, ...total } = await drive(stage, time, commitMs);
  const told = new Set(commits);
  const peaks = Object.entries(stage.engine.capacity.peaks());
  const hottest = Math.max(...peaks.map(([, { units }]) => units));
  await stage.close();
  return {
    time: kind,
    commitMs,
    due: size,
    ticks: total.ticks,
    ticksAtMost: ticksAtMost(kind, commitMs),
    seconds: total.seconds,
    untold: [...herd.keys()].filter((id) => !told.has(id)).length,
    doubled: total.facts - told.size,
    outOfOrder: outOfOrder(commits, herd),
    otherProvinceAfter: Math.max(...few.map((id) => commits.indexOf(id) + 1)),
    hottest,
    place: peaks.find(([, { units }]) => units === hottest)?.[0] ?? '',
  };
}

/** Five cases of another province, due in the last second of the same minute. */
async function openFew(stage: Awaited<ReturnType<typeof openTestStage>>) {
  stage.setClock('2026-01-05T08:00:59+07:00');
  const there = await stage.appoint('COMMUNE_WORKER', '92001');
  const [first = ''] = await openCases(stage, there, { count: 1, receivedAt: stage.now() });
  stage.setClock('2026-01-05T17:01:00+07:00');
  await sweepOnce(stage);
  return [first, ...(await copyCases(stage, [await modelOf(stage, first)], { count: 4 }))];
}
