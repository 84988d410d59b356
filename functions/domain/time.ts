declare const instantBrand: unique symbol;
declare const dateBrand: unique symbol;

/** An instant as RFC 3339 text in UTC with milliseconds; one width, so text order is time order. */
export type Instant = string & { readonly [instantBrand]: true };

/** A day as text of the form `YYYY-MM-DD`; text order is time order. */
export type PlainDate = string & { readonly [dateBrand]: true };

/** Milliseconds of a minute. */
export const minuteLength = 60_000;
/** Milliseconds of an hour. */
export const hourLength = 60 * minuteLength;
/** Milliseconds of a day: in Vietnam none is longer or shorter. */
export const dayLength = 24 * hourLength;
// Vietnam keeps +07:00 all year; a fixed offset cannot be changed by the host's zone tables.
const offset = 7 * hourLength;
// Days are numbered from 0001-01-01, a Monday; a year of five digits would break the text order.
const epochDay = 719_162;
const lastDay = 3_652_058;

const rfc3339 =
  /^(\d{4}-\d\d-\d\d)T([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d)(?:\.(\d{1,9}))?)?(Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/i;

/** The instant a text of RFC 3339 names, whatever its offset; throws `RangeError` for any other text. */
export function instant(text: string): Instant {
  const [, day = '', hour = '', minute = '', second = '0', fraction = '', zone = ''] =
    rfc3339.exec(text) ?? [];
  if (zone === '') throw new RangeError('not an instant of RFC 3339');
  const time = Number(hour) * hourLength + Number(minute) * minuteLength + Number(second) * 1000;
  const rest = Number(fraction.padEnd(3, '0').slice(0, 3));
  // What an offset is ahead of UTC has to be taken away again.
  const ahead = zone.length === 1 ? 0 : offsetLength(zone);
  return fromEpoch(toEpoch(startOfDay(plainDate(day))) + offset + time + rest - ahead);
}

function offsetLength(zone: string): number {
  const length = Number(zone.slice(1, 3)) * hourLength + Number(zone.slice(4)) * minuteLength;
  return zone.startsWith('-') ? -length : length;
}

/** The instant this many milliseconds after 1970-01-01T00:00Z, in the years 1 to 9999. */
export function fromEpoch(milliseconds: number): Instant {
  if (!Number.isInteger(milliseconds)) throw new RangeError('not whole milliseconds');
  const days = Math.floor(milliseconds / dayLength);
  const rest = milliseconds - days * dayLength;
  const hour = twoDigits(Math.floor(rest / hourLength));
  const minute = twoDigits(Math.floor(rest / minuteLength) % 60);
  const second = twoDigits(Math.floor(rest / 1000) % 60);
  const fraction = `${Math.floor((rest % 1000) / 100)}${twoDigits(rest % 100)}`;
  return `${dayNumbered(days + epochDay)}T${hour}:${minute}:${second}.${fraction}Z` as Instant;
}

/** Milliseconds after 1970-01-01T00:00Z. */
export function toEpoch(at: Instant): number {
  const time =
    Number(at.slice(11, 13)) * hourLength +
    Number(at.slice(14, 16)) * minuteLength +
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

/** The later of two instants. */
export function latest(a: Instant, b: Instant): Instant {
  return a > b ? a : b;
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
  return localDateAt(toEpoch(at));
}

/** The day in Vietnam this many milliseconds after 1970-01-01T00:00Z. */
export function localDateAt(milliseconds: number): PlainDate {
  return dayNumbered(Math.floor((milliseconds + offset) / dayLength) + epochDay);
}

/** The last midnight in Vietnam before or at a time; both in milliseconds after 1970-01-01T00:00Z. */
export function midnightBefore(milliseconds: number): number {
  return Math.floor((milliseconds + offset) / dayLength) * dayLength - offset;
}

/** The first instant of a day in Vietnam: 00:00 at +07:00. */
export function startOfDay(on: PlainDate): Instant {
  return endOfDay(plusDays(on, -1));
}

/** The instant at which a day has ended: 00:00 of the next; a duty met before it is in time. */
export function endOfDay(on: PlainDate): Instant {
  // At midnight in Vietnam the clocks of UTC show 17:00 of the day that ends.
  return `${on}T17:00:00.000Z` as Instant;
}

/** The day a number of days later. */
export function plusDays(on: PlainDate, days: number): PlainDate {
  return dayNumbered(dayNumber(on) + days);
}

/** The same day of the month some months later, or the last day of a month that has no such day. */
export function plusMonths(on: PlainDate, months: number): PlainDate {
  const sum = yearOf(on) * 12 + Number(on.slice(5, 7)) - 1 + months;
  const [year, month] = [Math.floor(sum / 12), (sum % 12) + 1];
  const first = daysBeforeYear(year) + daysBeforeMonth(year, month);
  const length = daysBeforeMonth(year, month + 1) - daysBeforeMonth(year, month);
  return dayNumbered(first + Math.min(Number(on.slice(8, 10)), length) - 1);
}

/** Whole days from one day to another. */
export function daysBetween(from: PlainDate, to: PlainDate): number {
  return dayNumber(to) - dayNumber(from);
}

/** The day of the week: 0 for Monday to 6 for Sunday. */
export function weekdayOf(on: PlainDate): number {
  return dayNumber(on) % 7;
}

/** Saturday or Sunday. */
export function isWeekend(on: PlainDate): boolean {
  return weekdayOf(on) > 4;
}

/** The calendar year of a day. */
export function yearOf(on: PlainDate): number {
  return Number(on.slice(0, 4));
}

/** A day as Vietnamese officials write it: day/month/year. */
export function spokenDay(on: PlainDate): string {
  return on.split('-').toReversed().join('/');
}

/** The time of day in Vietnam, on a 24-hour clock and without its seconds. */
export function spokenTime(at: Instant): string {
  return plusHours(at, 7).slice(11, 16);
}

/** Completed years of life on a day. */
export function ageOn(born: PlainDate, on: PlainDate): number {
  const years = yearOf(on) - yearOf(born);
  // Born on 29 February, one is a year older on 1 March of a common year: a child stays one a day longer.
  return on.slice(5) < born.slice(5) ? years - 1 : years;
}

// Counting walks day by day through every open deadline, so days are whole numbers here: objects made
// and parsed for each step cost twenty times as much.

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
  const century = twoDigits(Math.floor(year / 100));
  return `${century}${twoDigits(year % 100)}-${twoDigits(month)}-${twoDigits(dayOfMonth)}` as PlainDate;
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

function twoDigits(value: number): string {
  return value < 10 ? `0${value}` : `${value}`;
}
