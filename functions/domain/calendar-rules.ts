import { type Calendar, type CalendarRow, calendarIn, type RowKind } from './calendar.ts';
import {
  type Amendment,
  amended,
  type PlacedRow,
  rowsIn,
  territoryOf,
} from './calendar-amendment.ts';
import type { CalendarProblem, CalendarProblemCode, Ground, RowDraft } from './calendar-import.ts';
import { daysBetween, isWeekend, type PlainDate, plainDate, plusDays, yearOf } from './time.ts';

type Around = Ground & { readonly amendment: Amendment; readonly after: Calendar };

/** What is wrong with an amendment whose parts can all be read, each problem at the part it was found on. */
export function contradictions(amendment: Amendment, ground: Ground): readonly CalendarProblem[] {
  const around = { ...ground, amendment, after: amended(ground.present, amendment) };
  return [
    ...amendment.rows.flatMap((row, at) =>
      rules
        .filter(({ isBroken }) => isBroken(row, around))
        .map(({ code, column }) => ({ code, field: ['csv', String(at), column] })),
    ),
    ...amendment.years.flatMap((year, at) =>
      isComplete(year, around.after)
        ? []
        : [{ code: 'YEAR_INCOMPLETE' as const, field: ['years', String(at)] }],
    ),
  ];
}

type Rule = {
  readonly code: CalendarProblemCode;
  readonly column: keyof RowDraft;
  readonly isBroken: (row: PlacedRow, around: Around) => boolean;
};

const rules: readonly Rule[] = [
  {
    code: 'YEAR_NOT_REVIEWED',
    column: 'date',
    isBroken: ({ on }, { after }) => !after.years.includes(yearOf(on)),
  },
  { code: 'ROW_REPEATED', column: 'date', isBroken: isRepeated },
  {
    code: 'SWAP_ON_WORKDAY',
    column: 'date',
    isBroken: ({ kind, on }) => kind === 'SWAPPED_WORK' && !isWeekend(on),
  },
  {
    code: 'OFF_ON_REST_DAY',
    column: 'date',
    isBroken: ({ kind, on }) =>
      (kind === 'SWAPPED_OFF' || kind === 'COMPENSATORY') && isWeekend(on),
  },
  { code: 'NOTHING_COMPENSATED', column: 'kind', isBroken: compensatesNothing },
  { code: 'SWAP_UNPAIRED', column: 'kind', isBroken: isUnpaired },
  { code: 'REVOKES_NOTHING', column: 'kind', isBroken: revokesNothing },
];

function isRepeated(row: PlacedRow, { amendment: { rows } }: Around): boolean {
  return rows.find(({ on, unit }) => on === row.on && unit === row.unit) !== row;
}

/** The days of a calendar as they hold where a row does. */
function daysAt({ unit }: PlacedRow, calendar: Calendar, { units }: Ground): Calendar['rows'] {
  const known = units.get(unit);
  return calendarIn(calendar, known === undefined ? [] : territoryOf(known)).rows;
}

const daysOfGrace = 14;

function compensatesNothing(row: PlacedRow, around: Around): boolean {
  if (row.kind !== 'COMPENSATORY') return false;
  const days = daysAt(row, around.after, around);
  const before = Array.from({ length: daysOfGrace }, (_, at) => plusDays(row.on, -1 - at));
  return !before.some((on) => isWeekend(on) && days.get(on)?.kind === 'HOLIDAY');
}

function revokesNothing(row: PlacedRow, around: Around): boolean {
  if (row.kind !== 'REVOKED') return false;
  return !daysAt(row, around.present, around).has(row.on);
}

/** Judged on what the amendment leaves, so that revoking one side of an old swap is found too. */
function isUnpaired(row: PlacedRow, { present, after }: Around): boolean {
  const touched = [row, rowsIn(present, row.unit).get(row.on)].filter((each) => each !== undefined);
  const left = [...rowsIn(after, row.unit).values()];
  const number = (kind: RowKind, from: string) =>
    left.filter((each) => each.kind === kind && each.source === from).length;
  return touched
    .filter(isSwap)
    .some(({ source }) => number('SWAPPED_OFF', source) !== number('SWAPPED_WORK', source));
}

function isSwap({ kind }: CalendarRow): boolean {
  return kind === 'SWAPPED_OFF' || kind === 'SWAPPED_WORK';
}

const fixedHolidays = ['01-01', '04-30', '05-01', '09-02'];
const daysOfTet = 5;

/**
 * Whether a year has the holidays no year goes without.
 *
 * The first day of Tết lies between 21 January and 20 February, so its days off lie between 18 January and
 * 27 February; no other holiday does.
 *
 * @law Labour Code 2019 Art. 112.1
 */
function isComplete(year: number, { rows }: Calendar): boolean {
  const isHoliday = (on: PlainDate) => rows.get(on)?.kind === 'HOLIDAY';
  const first = plainDate(`${year}-01-18`);
  const length = daysBetween(first, plainDate(`${year}-02-27`)) + 1;
  const early = Array.from({ length }, (_, at) => plusDays(first, at));
  const isFixed = fixedHolidays.every((day) => isHoliday(plainDate(`${year}-${day}`)));
  return isFixed && early.filter(isHoliday).length >= daysOfTet;
}
