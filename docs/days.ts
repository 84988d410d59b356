import { type Calendar, type CalendarRow, dayOf } from '#domain/calendar.ts';
import { daysBetween, type PlainDate, plainDate, yearOf } from '#domain/time.ts';
import { section, table } from './markdown.ts';
import { rowWords, statusWords } from './words.ts';

const monday = plainDate('2024-01-01');
const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

function weekdayOf(on: PlainDate): string {
  const days = daysBetween(monday, on);
  return weekdays[((days % 7) + 7) % 7] ?? '';
}

/** The reviewed years, and every day in them that differs from a plain week. */
export function calendarText(calendar: Calendar): string {
  const { revision, years } = calendar;
  const intro =
    `Revision ${revision}. A plain week is worked from Monday to Friday. A deadline whose count ` +
    'touches a row that is not confirmed is `PROVISIONAL`; one that reaches into a year not ' +
    'listed here is `UNPLANNED` until that year has been reviewed.';
  return section('Working calendar', intro, ...years.map((year) => yearText(calendar, year)));
}

function yearText(calendar: Calendar, year: number): string {
  const rows = [...calendar.rows.values()]
    .filter(({ on }) => yearOf(on) === year)
    .toSorted((a, b) => (a.on < b.on ? -1 : 1));
  const heading = [
    'Day',
    '',
    'Worked',
    'Why',
    'Occasion (vi)',
    'Occasion (en)',
    'Status',
    'Source',
  ];
  return [
    `### ${year}`,
    table(
      heading,
      rows.map((row) => dayRow(calendar, row)),
    ),
  ].join('\n\n');
}

function dayRow(calendar: Calendar, row: CalendarRow): readonly string[] {
  const { on, kind, name, status, source } = row;
  const worked = dayOf(calendar, on)?.worked === true ? 'yes' : 'no';
  return [on, weekdayOf(on), worked, rowWords[kind], name.vi, name.en, statusWords[status], source];
}
