import { afterEach, beforeEach, expect, it } from 'vitest';
import { followCalendar, replanAll } from '#app/replan.ts';
import type { Calendar } from '#domain/calendar.ts';
import { amended } from '#domain/calendar-amendment.ts';
import { vietnam } from '#domain/calendars/vietnam.ts';
import { nation } from '#domain/directory.ts';
import type { Actor } from '#domain/permission.ts';
import { plainDate } from '#domain/time.ts';
import { openCalendarProgress } from '#store/calendars.ts';
import { remembering } from '#store/directory.ts';
import { factsOf, openCases, sweepOnce } from '../support/load.ts';
import { openTestStage, type TestStage } from '../support/stage.ts';

let stage: TestStage;
let worker: Actor;
let id: string;

const name = { vi: 'Ngày nghỉ', en: 'A day off' };
const amendment = {
  rows: ['2026-01-06', '2026-01-07'].map((on) => ({
    ...{ on: plainDate(on), kind: 'HOLIDAY' as const, name, source: 'QĐ 1' },
    ...{ status: 'CONFIRMED' as const, unit: nation },
  })),
  hours: [],
  years: [],
};

beforeEach(async () => {
  stage = await openTestStage();
  worker = await stage.appoint('COMMUNE_WORKER', '91001');
  await stage.appoint('COMMUNE_CHAIR', '91001');
  [id = ''] = await openCases(stage, worker, { count: 1, receivedAt: stage.now() });
  await stage.assess(worker, id);
});
afterEach(() => stage.close());

function importDays() {
  const changes = { added: 2, changed: 0, unchanged: 0 };
  const wish = { revision: vietnam.revision, document: 'QĐ 1', amendment, changes, request: null };
  return stage.calendars.add(wish, worker, stage.now());
}

function roomWith(calendar?: Calendar) {
  const { around, worklists, database } = stage;
  const directories = remembering(around.directories);
  return {
    ...around,
    directories: calendar ? { ...directories, calendar: async () => calendar } : directories,
    worklists,
    provinces: async () => ['91', '92'],
    progress: openCalendarProgress(database),
  };
}

const d06 = async () => {
  const head = await stage.around.ledger.head(id);
  return head?.state.deadlines.find(({ rule }) => rule === 'D06');
};
const breaches = () => factsOf(stage, [id], ['BreachRecorded']);

const oldEnd = '2026-01-10T17:00:00.000Z';
const newEnd = '2026-01-13T17:00:00.000Z';

it('leaves no reminder and no breach of an end that an import has moved, whoever comes first', async () => {
  expect((await d06())?.dueAt).toBe(oldEnd);
  await importDays();
  stage.setClock(oldEnd);
  // No job has walked over the cases yet: the sweeper meets the case by its old timer.
  await sweepOnce(stage);
  expect(await d06()).toMatchObject({ dueAt: newEnd, breachedAt: null, calendar: 2 });
  expect(await breaches()).toEqual([]);
  stage.setClock(newEnd);
  await sweepOnce(stage);
  expect((await breaches()).map(({ about }) => about)).toEqual([newEnd]);
});

it('walks once for each revision, and again only after a run that was cut short', async () => {
  const none = { cases: 0, moved: 0, failed: 0 };
  expect(await followCalendar(roomWith())).toEqual({ cases: 1, moved: 0, failed: 0 });
  expect(await followCalendar(roomWith())).toEqual(none);
  await importDays();
  const cut = roomWith();
  const worklists = { ...cut.worklists, list: () => Promise.reject(new Error('cut short')) };
  await expect(followCalendar({ ...cut, worklists })).rejects.toThrow('cut short');
  expect(await followCalendar(roomWith())).toEqual({ cases: 1, moved: 1, failed: 0 });
  expect(await followCalendar(roomWith())).toEqual(none);
  expect(stage.lines).toContainEqual({ event: 'replanned', count: 1 });
});

it('costs one read unit while the calendar stays as it is', async () => {
  await importDays();
  const { progress, ...room } = roomWith();
  await followCalendar({ ...room, progress });
  const fresh = roomWith();
  stage.engine.capacity.reset();
  await followCalendar(fresh);
  const { GetItem, ...others } = stage.engine.capacity.totals();
  const read = Object.values(GetItem ?? {}).reduce((sum, { readUnits }) => sum + readUnits, 0);
  expect([read, others]).toEqual([1, {}]);
});

it('leaves alone what was planned after a calendar it has not seen yet', async () => {
  await importDays();
  await followCalendar(roomWith());
  expect((await d06())?.dueAt).toBe(newEnd);
  // A process that read the calendar before the import, and one that has it after two.
  expect(await replanAll(roomWith(vietnam))).toEqual({ cases: 1, moved: 0, failed: 0 });
  expect((await d06())?.dueAt).toBe(newEnd);
  const later = amended(amended(vietnam, { rows: [], hours: [], years: [] }), {
    ...amendment,
    rows: amendment.rows.slice(0, 1),
  });
  expect(await replanAll(roomWith(later))).toEqual({ cases: 1, moved: 1, failed: 0 });
});
