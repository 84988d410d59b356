import { expect, it } from 'vitest';
import { watchCalendar } from '#app/calendar-watch.ts';
import { calendar } from '#domain/calendar.ts';
import { instant } from '#domain/time.ts';

const watched = async (at: string, years: readonly number[]) => {
  const lines: object[] = [];
  const directories = { calendar: async () => calendar(1, years, []) };
  const world = { now: () => instant(at), log: (line: object) => void lines.push(line) };
  return [await watchCalendar({ directories, world }), lines];
};

it.each([
  ['2026-11-30T23:59:59.999+07:00', [2026]],
  ['2026-12-01T00:00:00+07:00', [2026, 2027]],
  ['2027-01-01T00:00:00+07:00', [2027]],
])('says nothing at %s of %j', async (at, years) => {
  expect(await watched(at, years)).toEqual([null, []]);
});

it.each([
  ['the next year from the first midnight of December in Vietnam on', '2026-11-30T17:00:00Z', 2027],
  ['the present year for as long as it is missing', '2027-06-15T00:00:00+07:00', 2027],
  ['the present year before the next', '2027-12-15T00:00:00+07:00', 2027],
])('alarms about %s', async (_, at, year) => {
  const line = { event: 'calendar_year_missing', alarm: true, code: String(year) };
  expect(await watched(at, [2026])).toEqual([year, [line]]);
});
