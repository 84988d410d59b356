// A second reading of Civil Code 2015 Art. 147 and 148 and of decision 0024, one minute or one day
// after another. It shares nothing with the code it checks: days are numbers since 1970-01-01 in
// Vietnam, instants are milliseconds since 1970-01-01T00:00Z, and dates are those of `Date.UTC`.

const minute = 60 * 1000;
const hour = 60 * minute;
const day = 24 * hour;

/** What is to be counted; `rolls` says that the last day has to be a worked one. */
export type SlowSpan = {
  readonly unit: 'HOURS' | 'WORKING_HOURS' | 'WORKING_DAYS' | 'CALENDAR_DAYS' | 'MONTHS';
  readonly count: number;
  readonly rolls?: boolean;
};

/** What the reference has to know of the calendar. */
export type SlowCalendar = {
  readonly years: ReadonlySet<number>;
  /** Days off that a plain week would work. */
  readonly off: ReadonlySet<number>;
  /** Days worked that a plain week would rest. */
  readonly worked: ReadonlySet<number>;
  /** Monday first: the minutes after midnight at which an office opens and closes. */
  readonly hours: readonly (readonly { readonly from: number; readonly to: number }[])[];
};

/** When a clock stands still; these must begin and end on whole minutes. */
export type SlowPause = { readonly from: number; readonly until: number };

/** The last millisecond has passed here; or the year that nobody has reviewed. */
export type SlowResult = { readonly dueAt: number } | { readonly missingYear: number };

/** The due instant of a span that started at an instant. */
export function slowCount(
  span: SlowSpan,
  from: number,
  known: SlowCalendar,
  pauses: readonly SlowPause[] = [],
): SlowResult {
  if (span.unit === 'HOURS') return minuteByMinute(span.count, from, pauses, () => 'OPEN');
  if (span.unit === 'WORKING_HOURS') {
    return minuteByMinute(span.count, from, pauses, (at) => officeAt(at, known));
  }
  const first = dayInVietnam(from) + 1;
  if (span.unit === 'WORKING_DAYS') return workedDays(span.count, first, known, pauses);
  const needed = span.unit === 'MONTHS' ? daysOfMonths(span.count, first - 1) : span.count;
  if (span.rolls !== true) return { dueAt: startOf(afterDays(needed, first, pauses)) };
  return rolled(needed, first, known, pauses);
}

type Office = 'OPEN' | 'SHUT' | { readonly missingYear: number };

/** Art. 147.1: hours start at the moment itself; each minute is asked whether it counts. */
function minuteByMinute(
  count: number,
  from: number,
  pauses: readonly SlowPause[],
  office: (at: number) => Office,
): SlowResult {
  let at = from;
  let left = Math.round(count * hour);
  while (left > 0) {
    const rest = minute - (at % minute);
    const found = office(at);
    if (typeof found === 'object') return found;
    const counts = found === 'OPEN' && !standsStill(at, pauses);
    const step = counts ? Math.min(rest, left) : rest;
    if (counts) left -= step;
    at += step;
  }
  return { dueAt: at };
}

function officeAt(at: number, known: SlowCalendar): Office {
  const today = dayInVietnam(at);
  const year = yearOfDay(today);
  if (!known.years.has(year)) return { missingYear: year };
  const minutes = (at - startOf(today)) / minute;
  const isIn = ({ from, to }: { from: number; to: number }) => from <= minutes && minutes < to;
  return hoursOn(today, known).some(isIn) ? 'OPEN' : 'SHUT';
}

function hoursOn(today: number, known: SlowCalendar): SlowCalendar['hours'][number] {
  if (known.worked.has(today)) return known.hours.filter((hours) => hours.length > 0)[0] ?? [];
  if (known.off.has(today)) return [];
  return known.hours[(weekdayOf(today) + 6) % 7] ?? [];
}

/** Art. 147.2: the first day is not counted; after it only the days that are worked are. */
function workedDays(
  count: number,
  first: number,
  known: SlowCalendar,
  pauses: readonly SlowPause[],
): SlowResult {
  let today = first - 1;
  let counted = 0;
  while (counted < count) {
    today += 1;
    const year = yearOfDay(today);
    if (!known.years.has(year)) return { missingYear: year };
    if (!rests(today, known) && !isLost(today, pauses)) counted += 1;
  }
  return { dueAt: startOf(today + 1) };
}

/** Art. 148.1, 148.6: the day after so many days on which the clock did not stand still. */
function afterDays(count: number, first: number, pauses: readonly SlowPause[]): number {
  let today = first;
  for (let counted = 0; counted < count; today += 1) if (!isLost(today, pauses)) counted += 1;
  return today;
}

/** Art. 148.5: a last day of rest gives way to the next day that is worked; each day asked must be known. */
function rolled(
  count: number,
  first: number,
  known: SlowCalendar,
  pauses: readonly SlowPause[],
): SlowResult {
  return workedDays(1, afterDays(count - 1, first, pauses), known, pauses);
}

/** Art. 148.3: the days to the same day so many months on, or to the last day of that month. */
function daysOfMonths(count: number, today: number): number {
  const start = new Date(today * day);
  const [year, month] = [start.getUTCFullYear(), start.getUTCMonth() + count];
  const lastOfMonth = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  const end = Date.UTC(year, month, Math.min(start.getUTCDate(), lastOfMonth));
  return end / day - today;
}

/** How many milliseconds have to be counted in all. */
export function slowLength({ unit, count }: SlowSpan, from: number): number {
  if (unit === 'HOURS' || unit === 'WORKING_HOURS') return Math.round(count * hour);
  return day * (unit === 'MONTHS' ? daysOfMonths(count, dayInVietnam(from)) : count);
}

/** The number of the day a text `YYYY-MM-DD` names. */
export function dayOfText(text: string): number {
  return Date.parse(`${text}T00:00:00Z`) / day;
}

function dayInVietnam(at: number): number {
  return Math.floor((at + 7 * hour) / day);
}

function startOf(today: number): number {
  return today * day - 7 * hour;
}

function standsStill(at: number, pauses: readonly SlowPause[]): boolean {
  return pauses.some(({ from, until }) => from <= at && at < until);
}

/** Whether no moment of a day is left on which the clock runs. */
function isLost(today: number, pauses: readonly SlowPause[]): boolean {
  let at = startOf(today);
  while (at < startOf(today + 1)) {
    const ends = pauses.filter(({ from, until }) => from <= at && at < until);
    if (ends.length === 0) return false;
    at = Math.max(...ends.map(({ until }) => until));
  }
  return true;
}

function rests(today: number, known: SlowCalendar): boolean {
  if (known.worked.has(today)) return false;
  return known.off.has(today) || [0, 6].includes(weekdayOf(today));
}

/** 0 for Sunday to 6 for Saturday. */
function weekdayOf(today: number): number {
  return new Date(today * day).getUTCDay();
}

function yearOfDay(today: number): number {
  return new Date(today * day).getUTCFullYear();
}
