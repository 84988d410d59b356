import { Temporal } from 'temporal-polyfill';

declare const instantBrand: unique symbol;
declare const dateBrand: unique symbol;

/** An instant as RFC 3339 text in UTC with milliseconds; one width, so text order is time order. */
export type Instant = string & { readonly [instantBrand]: true };

/** An instant as RFC 3339 text in UTC with milliseconds; text order is time order. */
export type PlainDate = string & { readonly [dateBrand]: true };

const hourLength = 3_600_000;
const dayLength = 24 * hourLength;
// Vietnam keeps +07:00 all year; a fixed offset cannot be changed by the host's zone tables.
const offset = 7 * hourLength;
// Days are numbered from 0001-01-01, a Monday; a year of five digits would break the text order.
const epochDay = 719_162;
const lastDay = 3_652_058;

/** The instant a text names, whatever its offset; throws `RangeError` for any other text. */
export function instant(text: string): Instant {
  return fromEpoch(Temporal.Instant.from(text).epochMilliseconds);
}

/** The instant this many milliseconds after 1970-01-01T00:00Z, in the years 1 to 9999. */
export function fromEpoch(milliseconds: number): Instant {
  if (!Number.isInteger(milliseconds)) throw new RangeError('not whole milliseconds');
  const days = Math.floor(milliseconds / dayLength);
  const rest = milliseconds - days * dayLength;
  const hour = digits(Math.floor(rest / hourLength), 2);
  const minute = digits(Math.floor(rest / 60_000) % 60, 2);
  const second = digits(Math.floor(rest / 1000) % 60, 2);
  const day = dayNumbered(days + epochDay);
  return `${day}T${hour}:${minute}:${second}.${digits(rest % 1000, 3)}Z` as Instant;
}

/** Milliseconds after 1970-01-01T00:00Z. */
export function toEpoch(at: Instant): number {
  const time =
    Number(at.slice(11, 13)) * hourLength +
    Number(at.slice(14, 16)) * 60_000 +
    Number(at.slice(17, 19)) * 1000 +
    Number(at.slice(20, 23));
  return (dayNumber(at) - epochDay) * dayLength + time;
}

/** The instant a number of hours later, through nights and holidays alike. */
export function plusHours(at: Instant, hours: number): Instant {
  return fromEpoch(toEpoch(at) + Math.round(hours * hourLength));
}

/** The instant that lies at this share (0–1) of the way between two instants. */
export function between(from: Instant, to: Instant, share: number): Instant {
  return fromEpoch(toEpoch(from) + Math.floor((toEpoch(to) - toEpoch(from)) * share));
}

/** Whole and part hours from one instant to another; negative when the second is earlier. */
export function hoursBetween(from: Instant, to: Instant): number {
  return (toEpoch(to) - toEpoch(from)) / hourLength;
}

/** The earlier of two instants. */
export function earliest(a: Instant, b: Instant): Instant {
  return a < b ? a : b;
}

/** The day a text of the form `YYYY-MM-DD` names; throws `RangeError` for any other text. */
export function plainDate(text: string): PlainDate {
  const day = dayNumbered(dayNumber(text));
  // A day that does not exist is numbered like one of the next month.
  if (day !== text) throw new RangeError('not a day of the form YYYY-MM-DD');
  return day;
}

/** The day in Vietnam on which an instant falls. */
export function localDate(at: Instant): PlainDate {
  return dayNumbered(Math.floor((toEpoch(at) + offset) / dayLength) + epochDay);
}

/** The first instant of a day in Vietnam: 00:00 at +07:00. */
export function startOfDay(on: PlainDate): Instant {
  return fromEpoch((dayNumber(on) - epochDay) * dayLength - offset);
}

/** The instant at which a day has ended: 00:00 of the next; a duty met before it is in time. */
export function endOfDay(on: PlainDate): Instant {
  return fromEpoch((dayNumber(on) + 1 - epochDay) * dayLength - offset);
}

/** The day a number of days later. */
export function plusDays(on: PlainDate, days: number): PlainDate {
  return dayNumbered(dayNumber(on) + days);
}

/** The same day of the month some months later, or the last day of a month that has no such day. */
export function plusMonths(on: PlainDate, months: number): PlainDate {
  return Temporal.PlainDate.from(on).add({ months }).toString() as PlainDate;
}

/** Whole days from one day to another. */
export function daysBetween(from: PlainDate, to: PlainDate): number {
  return dayNumber(to) - dayNumber(from);
}

/** Saturday or Sunday. */
export function isWeekend(on: PlainDate): boolean {
  return dayNumber(on) % 7 > 4;
}

/** The calendar year of a day. */
export function yearOf(on: PlainDate): number {
  return Number(on.slice(0, 4));
}

/** Completed years of life on a day. */
export function ageOn(born: PlainDate, on: PlainDate): number {
  return Temporal.PlainDate.from(born).until(Temporal.PlainDate.from(on), {
    largestUnit: 'years',
  }).years;
}

// Counting walks day by day through every open deadline, so days are whole numbers here: Temporal
// objects made and parsed for each step cost twenty times as much.

/** The number of the day with which a text begins. */
function dayNumber(text: string): number {
  const year = Number(text.slice(0, 4));
  const month = Number(text.slice(5, 7));
  return daysBeforeYear(year) + daysBeforeMonth(year, month) + Number(text.slice(8, 10)) - 1;
}

function dayNumbered(day: number): PlainDate {
  const isDay = Number.isInteger(day) && day >= 0 && day <= lastDay;
  if (!isDay) throw new RangeError('not a day of the years 1 to 9999');
  const guess = Math.floor(day / 365.2425) + 1;
  const year =
    guess + Number(daysBeforeYear(guess + 1) <= day) - Number(daysBeforeYear(guess) > day);
  const dayOfYear = day - daysBeforeYear(year);
  // No month is longer than 31 days, so the quotient is the month or the one before it.
  const early = Math.floor(dayOfYear / 31) + 1;
  const month = early + Number(early < 12 && daysBeforeMonth(year, early + 1) <= dayOfYear);
  const dayOfMonth = dayOfYear - daysBeforeMonth(year, month) + 1;
  return `${digits(year, 4)}-${digits(month, 2)}-${digits(dayOfMonth, 2)}` as PlainDate;
}

function daysBeforeYear(year: number): number {
  const past = year - 1;
  return past * 365 + Math.floor(past / 4) - Math.floor(past / 100) + Math.floor(past / 400);
}

function daysBeforeMonth(year: number, month: number): number {
  // As if every month had 30 7/12 days; after February this is too many by what February lacks.
  const evenly = Math.floor((367 * month - 362) / 12);
  if (month <= 2) return evenly;
  return evenly - (isLeap(year) ? 1 : 2);
}

function isLeap(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

function digits(value: number, width: number): string {
  return String(value).padStart(width, '0');
}
