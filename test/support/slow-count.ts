// A second reading of Civil Code 2015 Art. 147 and 148, one day after another and in whole
// numbers only. It shares nothing with the code it checks: days are numbers since 1970-01-01 in
// Vietnam, instants are milliseconds since 1970-01-01T00:00Z.

const hour = 60 * 60 * 1000;
const day = 24 * hour;

/** What the reference has to know of the calendar. */
export type SlowCalendar = {
  readonly years: ReadonlySet<number>;
  /** Days off that a plain week would work. */
  readonly off: ReadonlySet<number>;
  /** Days worked that a plain week would rest. */
  readonly worked: ReadonlySet<number>;
};

/** The last millisecond has passed here; or the year that nobody has reviewed. */
export type SlowResult = { readonly dueAt: number } | { readonly missingYear: number };

/** Art. 147.1: a limit in hours starts at the moment itself and nothing interrupts it. */
export function slowHours(count: number, from: number): SlowResult {
  return { dueAt: from + count * hour };
}

/** Art. 147.2: the first day is not counted; after it only the days that are worked are. */
export function slowWorkingDays(count: number, from: number, known: SlowCalendar): SlowResult {
  let today = dayInVietnam(from);
  let counted = 0;
  while (counted < count) {
    today += 1;
    const year = yearOfDay(today);
    if (!known.years.has(year)) return { missingYear: year };
    if (!rests(today, known)) counted += 1;
  }
  return { dueAt: endOf(today) };
}

/** Art. 148.1, 148.6: the limit ends with its last day, at midnight. */
export function slowCappedDays(count: number, from: number): SlowResult {
  return { dueAt: endOf(dayInVietnam(from) + count) };
}

/** Art. 148.5: a last day of rest gives way to the next day that is worked. */
export function slowCalendarDays(count: number, from: number, known: SlowCalendar): SlowResult {
  let last = dayInVietnam(from) + count;
  while (known.years.has(yearOfDay(last)) && rests(last, known)) last += 1;
  const year = yearOfDay(last);
  return known.years.has(year) ? { dueAt: endOf(last) } : { missingYear: year };
}

/** The number of the day a text `YYYY-MM-DD` names. */
export function dayOfText(text: string): number {
  return Date.parse(`${text}T00:00:00Z`) / day;
}

function dayInVietnam(at: number): number {
  return Math.floor((at + 7 * hour) / day);
}

function endOf(today: number): number {
  return (today + 1) * day - 7 * hour;
}

function rests(today: number, known: SlowCalendar): boolean {
  if (known.worked.has(today)) return false;
  if (known.off.has(today)) return true;
  // 1970-01-01 was a Thursday, so day 2 was a Saturday and day 3 a Sunday.
  const afterSaturday = (today - 2) % 7;
  return afterSaturday === 0 || afterSaturday === 1;
}

function yearOfDay(today: number): number {
  let year = 1970;
  let left = today;
  for (;;) {
    const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
    const length = leap ? 366 : 365;
    if (left < length) return year;
    left -= length;
    year += 1;
  }
}
