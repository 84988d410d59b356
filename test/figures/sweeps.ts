import { project } from '#app/project.ts';
import { byMail } from '#domain/delivery.ts';
import { noticesOf } from '#domain/notice.ts';
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

/**
 * Two and ten sweepers at once over two hundred cases due in one minute, and as many projectors over what they leave,
 * told of each event twice and in another order: every breach is on record once and in each inbox once.
 */
export async function raceFigures(): Promise<Shown> {
  const rows = [];
  for (const sweepers of [2, 10]) rows.push(await racing(sweepers));
  return { rows, faults: notNought(rows, ['missing', 'doubled', 'untold', 'doubledInInbox']) };
}

async function racing(sweepers: number) {
  const stage = await openTestStage('2026-01-05T08:00:00+07:00', 'WIRE');
  const worker = await staffed(stage);
  const ids = await openCases(stage, worker, { count: 200, receivedAt: received });
  stage.setClock(due);
  const many = Array.from({ length: sweepers });
  await Promise.all(many.map(() => sweepOnce(stage)));
  await sweepOnce(stage);
  const perCase = await Promise.all(ids.map((id) => factsOf(stage, [id], ['BreachRecorded'])));
  const room = { ...stage.around, ...stage, hasten: async () => undefined };
  const backwards = ids.toReversed();
  await Promise.all(
    many.flatMap((_, at) => (at % 2 === 0 ? ids : backwards).map((id) => project(id, room))),
  );
  const events = (await Promise.all(ids.map((id) => stage.around.ledger.events(id, 0)))).flat();
  const told = events.flatMap(noticesOf);
  const found = await Promise.all(told.map((notice) => stage.notices.find(byMail(notice))));
  const untold = found.filter((item) => item === undefined).length;
  const inInboxes = await entriesOf(stage, new Set(told.map(({ post }) => post.id)));
  await stage.close();
  return {
    ...{ sweepers, due: ids.length, breaches: perCase.flat().length },
    missing: perCase.filter((facts) => facts.length === 0).length,
    doubled: perCase.filter((facts) => facts.length > 1).length,
    ...{ notices: told.length, untold, doubledInInbox: inInboxes - told.length },
  };
}

/** How many entries the inboxes of some posts have. */
async function entriesOf({ notices }: TestStage, posts: ReadonlySet<string>): Promise<number> {
  let entries = 0;
  for (const post of posts) {
    let after: string | undefined;
    do {
      const page = await notices.inbox(post, { first: 100, after });
      entries += page.rows.length;
      after = page.next;
    } while (after !== undefined);
  }
  return entries;
}
