import { instant } from '#domain/time.ts';
import { copyCases, modelOf } from '../support/caseload.ts';
import { factsOf, openCases, sweepOnce, unitsUsed } from '../support/load.ts';
import { openTestStage, type TestStage } from '../support/stage.ts';
import { notNought, type Shown, unequal } from './claims.ts';

const received = instant('2026-01-05T08:00:00+07:00');
const due = '2026-01-05T20:00:00+07:00';

/** Officers for the posts that a late case of commune 91001 is told to. */
export async function staffed(stage: TestStage) {
  await stage.appoint('COMMUNE_CHAIR', '91001');
  await stage.appoint('COMMUNE_POLICE', '91001', 'CA-91001');
  await stage.appoint('PROVINCE_SUPERVISOR', '91', 'SYT-91');
  return stage.appoint('COMMUNE_WORKER', '91001');
}

/** Capacity of one sweep of 100 due cases, among a thousand, ten and a hundred thousand open ones. */
export async function sweepFigures(): Promise<Shown> {
  const rows = [];
  for (const open of [1_000, 10_000, 100_000]) rows.push(await sweepAmong(open));
  const cost = ['due', 'facts', 'readUnits', 'writeUnits'];
  return { rows, faults: unequal(rows, cost) };
}

async function sweepAmong(open: number) {
  const stage = await openTestStage('2026-01-05T08:00:00+07:00', 'WIRE');
  const worker = await staffed(stage);
  await openCases(stage, worker, { count: 100, receivedAt: received });
  stage.setClock('2026-01-05T14:00:00+07:00');
  const [last = ''] = await openCases(stage, worker, { count: 1, receivedAt: stage.now() });
  const model = await modelOf(stage, last);
  await copyCases(stage, [{ ...model, events: [] }], { count: open - 101 });
  stage.setClock(due);
  stage.engine.capacity.reset();
  const swept = await sweepOnce(stage);
  const cases = unitsUsed(stage, 'cases');
  const directory = unitsUsed(stage, 'directory');
  await stage.close();
  return {
    open,
    due: swept.cases,
    facts: swept.facts,
    readUnits: cases.readUnits + directory.readUnits,
    writeUnits: cases.writeUnits,
  };
}

/** Eight sweepers at once over 200 due cases: breach facts, and how many of them are doubled. */
export async function raceFigures(): Promise<Shown> {
  const stage = await openTestStage('2026-01-05T08:00:00+07:00', 'WIRE');
  const worker = await staffed(stage);
  const ids = await openCases(stage, worker, { count: 200, receivedAt: received });
  stage.setClock(due);
  await Promise.all(Array.from({ length: 8 }, () => sweepOnce(stage)));
  await sweepOnce(stage);
  const perCase = await Promise.all(ids.map((id) => factsOf(stage, [id], ['BreachRecorded'])));
  await stage.close();
  const breaches = perCase.flat().length;
  const missing = perCase.filter((facts) => facts.length === 0).length;
  const doubled = perCase.filter((facts) => facts.length > 1).length;
  const rows = [{ sweepers: 8, due: ids.length, breaches, missing, doubled }];
  return { rows, faults: notNought(rows, ['missing', 'doubled']) };
}
