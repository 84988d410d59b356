import { dayOf } from '#domain/calendar.ts';
import { vietnam } from '#domain/calendars/vietnam.ts';
import { fromEpoch, isWeekend, localDate, type PlainDate, plusDays } from '#domain/time.ts';
import type { Chance } from './chance.ts';

/** Milliseconds of the clock. */
export const minute = 60_000;
export const hour = 60 * minute;
export const day = 24 * hour;

// Vietnam keeps +07:00 all year.
const offset = 7 * hour;

/** The day in Vietnam on which an instant falls. */
export function dateAt(at: number): PlainDate {
  return localDate(fromEpoch(Math.floor(at)));
}

/** The instant of an hour of a day in Vietnam. */
export function at(date: PlainDate, hours: number): number {
  return Date.parse(`${date}T00:00:00Z`) - offset + Math.round(hours * hour);
}

/** Hours since 00:00 in Vietnam. */
export function hourAt(instant: number): number {
  return ((instant + offset) % day) / hour;
}

/** Whether offices are open on a day; in a year nobody has reviewed, on every weekday. */
export function isWorkingDay(date: PlainDate): boolean {
  return dayOf(vietnam, date)?.worked ?? !isWeekend(date);
}

/** The first instant from one on at which an office is open. */
export function openFrom(from: number): number {
  const date = dateAt(from);
  const hours = hourAt(from);
  if (!isWorkingDay(date) || hours >= 17) return openFrom(at(plusDays(date, 1), 7.5));
  if (hours < 7.5) return at(date, 7.5);
  return hours >= 11.5 && hours < 13.5 ? at(date, 13.5) : from;
}

/** When an office gets to something that could be done from an instant on: what waited at the door takes its turn. */
export function inOffice(from: number, chance: Chance): number {
  const open = openFrom(from);
  return open === from ? from : open + chance.between(0, 1.5) * hour;
}

/** The same hour some working days later. */
export function workingDaysAfter(from: number, days: number): number {
  let date = dateAt(from);
  for (let left = Math.floor(days); left > 0; ) {
    date = plusDays(date, 1);
    if (isWorkingDay(date)) left -= 1;
  }
  const rest = (days - Math.floor(days)) * 8 * hour;
  return openFrom(at(date, hourAt(from)) + rest);
}

/** The quarter in which an instant falls, counted by the months and nothing else. */
export function quarterAt(instant: number): string {
  const local = new Date(instant + offset);
  return `${local.getUTCFullYear()}-Q${Math.floor(local.getUTCMonth() / 3) + 1}`;
}
