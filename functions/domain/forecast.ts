import { type Agency, byAgency, type Owed, owedIn } from './agency.ts';
import { type Calendar, calendarIn, dayOf, sessionsOf } from './calendar.ts';
import type { Case, Deadline } from './case/case.ts';
import { isBreached } from './deadline.ts';
import type { UnitCode } from './directory.ts';
import { basisOf, type Procedure, type RuleId } from './procedure.ts';
import {
  dayLength,
  earliest,
  hourLength,
  type Instant,
  localDate,
  localDateAt,
  midnightBefore,
  minuteLength,
  type PlainDate,
  plusDays,
  toEpoch,
} from './time.ts';

/** What is to be done on a day. */
export type DayLoad = {
  readonly on: PlainDate;
  readonly duties: number;
  /** Those of them whose limit stands in a law. */
  readonly law: number;
};

/** What an agency owes: each open duty is in exactly one of `breached`, `due`, `later`, `unplanned`, `conditional`. */
export type AgencyForecast = Agency & {
  /** Its breach is on record, or its end has passed. */
  readonly breached: number;
  /** In time, but little office time is left; counted in `due` or `later` too. */
  readonly atRisk: number;
  /** The days on which something is due, in order; a duty that ends at 00:00 is one of the day before. */
  readonly due: readonly DayLoad[];
  readonly later: number;
  /** Its end lies in a year that has not been reviewed. */
  readonly unplanned: number;
  /** It binds only once serious harm or an emergency is found. */
  readonly conditional: number;
  /** The earliest end of a duty that binds and is in time. */
  readonly nextDueAt: Instant | null;
  readonly rules: readonly RuleId[];
};

/** Whose duties are looked at, when, and how many days ahead, today being the first of them. */
export type Outlook = {
  readonly unit: UnitCode;
  readonly now: Instant;
  readonly days: number;
  readonly calendar: Calendar;
  readonly procedures: readonly Procedure[];
};

/**
 * The most office time left to a duty that is at risk: about one working day.
 *
 * @policy 0034
 */
export const riskHours = 8;

/** What is due in the coming days, for each agency of a unit and below it; forecasts of several cases add up. */
export function forecast(states: readonly Case[], outlook: Outlook): readonly AgencyForecast[] {
  const { unit, procedures } = outlook;
  return byAgency(owedIn(unit, states, procedures)).map(([agency, duties]) => ({
    ...agency,
    ...loadOf(duties, outlook),
  }));
}

type Ahead = Owed & { readonly dueAt: Instant };

function loadOf(duties: readonly Owed[], outlook: Outlook): Omit<AgencyForecast, keyof Agency> {
  const { now, days } = outlook;
  const last = plusDays(localDate(now), days - 1);
  const groups = Map.groupBy(duties, ({ open }) => standing(open, now));
  const ahead = (groups.get('AHEAD') ?? []).flatMap((duty): Ahead[] =>
    duty.open.dueAt === null ? [] : [{ ...duty, dueAt: duty.open.dueAt }],
  );
  const near = ahead.filter(({ dueAt }) => lastDay(dueAt) <= last);
  return {
    breached: groups.get('BREACHED')?.length ?? 0,
    atRisk: ahead.filter((duty) => isAtRisk(duty, outlook)).length,
    due: byDay(near),
    later: ahead.length - near.length,
    unplanned: groups.get('UNPLANNED')?.length ?? 0,
    conditional: groups.get('CONDITIONAL')?.length ?? 0,
    nextDueAt: ahead.map(({ dueAt }) => dueAt).reduce<Instant | null>(earlier, null),
    rules: [...new Set(duties.map(({ open }) => open.rule))].toSorted(),
  };
}

function earlier(first: Instant | null, next: Instant): Instant {
  return first === null ? next : earliest(first, next);
}

function standing({ dueAt, status, breachedAt }: Deadline, now: Instant) {
  if (breachedAt !== null) return 'BREACHED';
  if (status === 'CONDITIONAL') return 'CONDITIONAL';
  if (dueAt === null) return 'UNPLANNED';
  return isBreached(now, dueAt) ? 'BREACHED' : 'AHEAD';
}

/** The last day on which a duty can be met in time. */
function lastDay(dueAt: Instant): PlainDate {
  return localDateAt(toEpoch(dueAt) - 1);
}

function byDay(duties: readonly Ahead[]): readonly DayLoad[] {
  const days = Map.groupBy(duties, ({ dueAt }) => lastDay(dueAt));
  return [...days]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([on, due]) => ({
      on,
      duties: due.length,
      law: due.filter(({ limit }) => basisOf(limit) === 'LAW').length,
    }));
}

function isAtRisk({ dueAt, agency, place }: Ahead, { now, calendar }: Outlook): boolean {
  const days = calendarIn(calendar, [...new Set([agency.unit, place.province])]);
  return !isOpenFor(riskHours * hourLength, { now, dueAt, days });
}

type Left = { readonly now: Instant; readonly dueAt: Instant; readonly days: Calendar };

/** Whether an office is open for longer than some milliseconds before an end; days nobody reviewed do not count. */
function isOpenFor(length: number, { now, dueAt, days }: Left): boolean {
  const [from, to] = [toEpoch(now), toEpoch(dueAt)];
  let open = 0;
  for (let day = midnightBefore(from); day < to && open <= length; day += dayLength)
    for (const session of sessionsAt(day, days)) {
      const opens = Math.max(from, day + session.from * minuteLength);
      open += Math.max(0, Math.min(to, day + session.to * minuteLength) - opens);
    }
  return open > length;
}

function sessionsAt(midnight: number, days: Calendar) {
  const on = localDateAt(midnight);
  const day = dayOf(days, on);
  return day === undefined ? [] : sessionsOf(days, on, day);
}
