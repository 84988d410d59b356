import { afterEach, expect, it } from 'vitest';
import { replanAll } from '#app/replan.ts';
import { calendar } from '#domain/calendar.ts';
import { vietnam } from '#domain/calendars/vietnam.ts';
import { chainStart, verifyChain } from '#sealing/chain.ts';
import { openCases, sweepOnce } from '../support/load.ts';
import { openTestStage, type TestStage } from '../support/stage.ts';

let stage: TestStage;
afterEach(() => stage.close());

const newer = calendar(vietnam.revision + 1, [...vietnam.years, 2028], [...vietnam.rows.values()]);

it('plans what waited for a year, by a fact in the chain, and the sweeper then finds it', async () => {
  stage = await openTestStage('2027-12-29 09:00+07:00'.replace(' ', 'T'));
  await stage.appoint('COMMUNE_CHAIR', '91001');
  const worker = await stage.appoint('COMMUNE_WORKER', '91001');
  const [id = ''] = await openCases(stage, worker, { count: 1, receivedAt: stage.now() });
  await stage.assess(worker, id);
  const directories = { ...stage.around.directories, calendar: async () => newer };
  const around = { ...stage.around, directories };
  const provinces = async () => ['91', '92'];
  const room = { ...around, worklists: stage.worklists, provinces };
  expect(await replanAll(room)).toEqual({ cases: 1, moved: 1, failed: 0 });
  expect(await replanAll(room)).toEqual({ cases: 1, moved: 0, failed: 0 });
  const head = await stage.around.ledger.head(id);
  const planned = head?.state.deadlines.find(({ rule }) => rule === 'D06');
  expect(planned?.dueAt).toBe('2028-01-05T17:00:00.000Z');
  const events = await stage.around.ledger.events(id, 0);
  expect(events.at(-1)).toMatchObject({ act: 'replan', by: { kind: 'SYSTEM' } });
  expect(verifyChain(events as never, { start: chainStart(id) })).toMatchObject({ ok: true });
  stage.setClock('2028-01-06T00:00:00+07:00');
  expect(await sweepOnce(stage)).toMatchObject({ cases: 1, facts: 2 });
});
