import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CalendarImport } from '#app/ports/calendars.ts';
import { dayOf } from '#domain/calendar.ts';
import type { Amendment } from '#domain/calendar-amendment.ts';
import { vietnam } from '#domain/calendars/vietnam.ts';
import { nation } from '#domain/directory.ts';
import type { Actor } from '#domain/permission.ts';
import { plainDate } from '#domain/time.ts';
import { newId } from '#runtime/world.ts';
import { openCalendarProgress, openCalendars } from '#store/calendars.ts';
import { openDirectories, remembering } from '#store/directory.ts';
import { unitsUsed } from '../support/load.ts';
import { openTestStage, type TestStage } from '../support/stage.ts';

let stage: TestStage;
beforeEach(async () => {
  stage = await openTestStage();
});
afterEach(() => stage.close());

const by: Actor = { kind: 'OFFICER', id: 'admin', app: 'test-app', scopes: [], posts: [] };

function holiday(on: string, unit: string = nation): Amendment {
  const name = { vi: 'Ngày nghỉ', en: 'A day off' };
  const row = {
    on: plainDate(on),
    kind: 'HOLIDAY',
    name,
    source: 'QĐ 1',
    status: 'CONFIRMED',
  } as const;
  return { rows: [{ ...row, unit }], hours: [], years: [] };
}

function wish(amendment: Amendment, revision = vietnam.revision): CalendarImport {
  const changes = { added: 1, changed: 0, unchanged: 0 };
  return { revision, document: 'QĐ 1/QĐ-TTg', amendment, changes, request: null };
}

const isWorked = async (on: string) => {
  const days = await stage.around.directories.calendar();
  return dayOf(days, plainDate(on))?.worked;
};

describe('the calendar of a command', () => {
  it('is that of the code until something is imported, and has the import at once', async () => {
    expect(await stage.around.directories.calendar()).toBe(vietnam);
    await stage.calendars.add(wish(holiday('2026-03-06')), by, stage.now());
    expect((await stage.around.directories.calendar()).revision).toBe(vietnam.revision + 1);
    expect(await isWorked('2026-03-06')).toBe(false);
  });

  it('costs half a read unit and one call while nothing more is imported', async () => {
    const { engine, around, calendars, now } = stage;
    await calendars.add(wish(holiday('2026-03-06')), by, now());
    const first = await around.directories.calendar();
    engine.capacity.reset();
    expect(await around.directories.calendar()).toBe(first);
    expect(unitsUsed(stage, 'directory')).toEqual({ calls: 1, readUnits: 0.5, writeUnits: 0 });
  });

  it('is read once in a tick', async () => {
    const { engine, around } = stage;
    const directories = remembering(around.directories);
    engine.capacity.reset();
    await Promise.all([directories.calendar(), directories.calendar()]);
    await directories.calendar();
    expect(unitsUsed(stage, 'directory').calls).toBe(1);
  });

  it('is never that of another book which has grown to the same length', async () => {
    const { database, around, calendars, engine, now } = stage;
    const other = openDirectories(database, {
      calendar: async () => vietnam,
      procedures: around.directories.procedures,
    });
    await calendars.add(wish(holiday('2026-03-06')), by, now());
    expect((await other.calendar()).rows.has(plainDate('2026-03-06'))).toBe(true);
    await engine.reset();
    await calendars.add(wish(holiday('2026-03-09')), by, now());
    const days = await other.calendar();
    expect(days.rows.has(plainDate('2026-03-06'))).toBe(false);
    expect(days.rows.has(plainDate('2026-03-09'))).toBe(true);
  });

  it('goes up with the code as well as with the book', async () => {
    const { database, around, calendars, now } = stage;
    await calendars.add(wish(holiday('2026-03-06')), by, now());
    const newer = async () => ({ ...vietnam, revision: vietnam.revision + 1 });
    const { procedures } = around.directories;
    const directories = openDirectories(database, { calendar: newer, procedures });
    expect((await directories.calendar()).revision).toBe(vietnam.revision + 2);
  });
});

describe('an import', () => {
  it('is kept with its document, who made it and when, and is audited', async () => {
    const { calendars, now, engine } = stage;
    const request = { key: 'a key of sixteen or more', fingerprint: 'f' };
    await calendars.add({ ...wish(holiday('2026-03-06', '91001')), request }, by, now());
    const { calendar, imports } = await calendars.book();
    expect(imports).toEqual([
      {
        ...wish(holiday('2026-03-06', '91001')),
        request,
        by: { id: 'admin', app: 'test-app' },
        at: now(),
      },
    ]);
    expect(calendar.locals.get('91001')?.rows.size).toBe(1);
    expect(engine.capacity.totals()).toHaveProperty('TransactWriteItems.audit');
  });

  it('is refused on another revision than the present one', async () => {
    const { calendars, now } = stage;
    const old = wish(holiday('2026-03-09'));
    expect(await calendars.add(wish(holiday('2026-03-06')), by, now())).toBe(true);
    expect(await calendars.add(old, by, now())).toBe(false);
    const ahead = wish(holiday('2026-03-09'), vietnam.revision + 2);
    expect(await calendars.add(ahead, by, now())).toBe(false);
    expect((await calendars.book()).imports).toHaveLength(1);
  });

  it('has one winner among several made at once on one revision', async () => {
    const { database, now } = stage;
    const shipped = async () => vietnam;
    const wishes = ['2026-03-06', '2026-03-09', '2026-03-10', '2026-03-11'].map((on) =>
      openCalendars({ database, newId }, shipped).add(wish(holiday(on)), by, now()),
    );
    const done = await Promise.all(wishes);
    expect(done.filter(Boolean)).toHaveLength(1);
    const { calendar, imports } = await stage.calendars.book();
    expect([imports.length, calendar.revision]).toEqual([1, vietnam.revision + 1]);
  });

  it('never goes out of the book: each leaves the ones before as they were', async () => {
    const { calendars, now } = stage;
    for (const [at, on] of ['2026-03-06', '2026-03-09', '2026-03-10'].entries())
      expect(await calendars.add(wish(holiday(on), vietnam.revision + at), by, now())).toBe(true);
    const { imports } = await calendars.book();
    expect(imports.flatMap(({ amendment }) => amendment.rows.map(({ on }) => on))).toEqual([
      '2026-03-06',
      '2026-03-09',
      '2026-03-10',
    ]);
  });
});

it('remembers how far deadlines have followed, and never goes back', async () => {
  const progress = openCalendarProgress(stage.database);
  expect(await progress.replannedTo()).toBe(0);
  await progress.replanned(3);
  await progress.replanned(2);
  expect(await progress.replannedTo()).toBe(3);
});
