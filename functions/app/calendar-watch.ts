import type { Calendar } from '#domain/calendar.ts';
import { localDate, type PlainDate, yearOf } from '#domain/time.ts';
import type { Directories } from './ports/directory.ts';
import type { World } from './ports/world.ts';

/** What watching the calendar needs around it. */
export type WatchRoom = {
  readonly directories: Pick<Directories, 'calendar'>;
  readonly world: Pick<World, 'now' | 'log'>;
};

/**
 * Alarms while a year that is needed has not been reviewed: the present one, and from 1 December on the next.
 * Answers that year, if there is one.
 *
 * The days off of a year are decided in the autumn before. Without them whatever ends in that year is
 * `UNPLANNED`, and nobody is reminded of it.
 *
 * @policy 0025
 */
export async function watchCalendar({ directories, world }: WatchRoom): Promise<number | null> {
  const missing = missingYear(await directories.calendar(), localDate(world.now()));
  if (missing !== null)
    world.log({ event: 'calendar_year_missing', alarm: true, code: String(missing) });
  return missing;
}

function missingYear({ years }: Calendar, today: PlainDate): number | null {
  const year = yearOf(today);
  const isDecember = today.slice(5, 7) === '12';
  const needed = isDecember ? [year, year + 1] : [year];
  return needed.find((each) => !years.includes(each)) ?? null;
}
