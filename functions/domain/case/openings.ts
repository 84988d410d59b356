import type { Limit, Series, Trigger } from '../procedure.ts';
import {
  daysBetween,
  endOfDay,
  fromEpoch,
  type Instant,
  localDate,
  type PlainDate,
  plusDays,
  plusHours,
  plusMonths,
  toEpoch,
} from '../time.ts';
import { type Case, type Deadline, findCare, openIsolation } from './case.ts';
import type { Fact } from './event.ts';

/** One duty a fact starts: for what, how many units or to which named day where the record says so. */
export type Opening = {
  readonly subject: string;
  readonly count?: number;
  readonly named?: PlainDate;
};

/** The duties a fact starts under a limit: one, one for each plan item, or none where it has no subject. */
export function openings(limit: Limit, state: Case, fact: Fact): readonly Opening[] {
  switch (limit.each) {
    case 'PLAN_ITEM':
      return itemOpenings(state);
    case 'PLAN':
      return planOpenings(state);
    case 'ISOLATION':
      return isolationOpenings(limit, state);
    case 'CARE':
      return careOpenings(limit, state, fact);
    case 'CHILD':
      return childOpenings(state, fact);
    case 'GLASS':
      return fact.type === 'GlassBroken' ? [{ subject: fact.glass.id }] : [];
    case 'REQUEST':
      return fact.type === 'SubjectRequestRecorded' ? [{ subject: fact.request.id }] : [];
    default:
      return [{ subject: fact.type === 'HandoverOffered' ? fact.to : '-' }];
  }
}

function itemOpenings({ plan }: Case): readonly Opening[] {
  const open = plan?.items.filter(({ id }) => !plan.completed.includes(id)) ?? [];
  return open.map(({ id, endOn }) => ({ subject: id, named: endOn }));
}

function planOpenings({ plan }: Case): readonly Opening[] {
  const last = plan?.items.reduce<PlainDate | undefined>(
    (latest, { endOn }) => (latest === undefined || endOn > latest ? endOn : latest),
    undefined,
  );
  return last === undefined ? [] : [{ subject: '-', named: last }];
}

function isolationOpenings({ within }: Limit, state: Case): readonly Opening[] {
  const isolation = openIsolation(state);
  if (isolation === undefined) return [];
  const { order, from, days } = isolation;
  if (within.unit === 'UNTIL_DAY')
    return [{ subject: order, named: plusDays(localDate(from), days) }];
  if (within.unit !== 'CALENDAR_DAYS') return [{ subject: order }];
  return [{ subject: order, count: within.count - isolationDaysUsed(state, order) }];
}

/** The next follow-up of a placement: later ones are counted from the hand-over, not from the last. */
function careOpenings({ series, careForms }: Limit, state: Case, fact: Fact): readonly Opening[] {
  const care = 'care' in fact ? findCare(state, fact.care) : undefined;
  if (care === undefined || care.endedAt !== null || series === undefined) return [];
  if (careForms?.includes(care.form) === false) return [];
  const met = fact.type === 'FollowUpRecorded' ? fact.month : 0;
  const begun = localDate(care.from);
  const isAhead = (month: number) =>
    month > met && (met === 0 || plusMonths(begun, month) > localDate(fact.about));
  return [{ subject: care.id, count: firstOf(series, isAhead) }];
}

/** The first due of a series that is looked for. */
export function firstOf({ at, every }: Series, isIt: (count: number) => boolean): number {
  const found = at.find(isIt);
  if (found !== undefined) return found;
  let next = (at.at(-1) ?? 0) + every;
  while (!isIt(next)) next += every;
  return next;
}

/** Only the last two years before a child turns 16 call for a look at what follows. */
const monthsAhead = 24;

function childOpenings({ sixteenFrom, step }: Case, { about }: Fact): readonly Opening[] {
  const today = localDate(about);
  if (step !== 'EXECUTION' || sixteenFrom === null || sixteenFrom <= today) return [];
  if (sixteenFrom > plusMonths(today, monthsAhead)) return [];
  return [{ subject: '-', named: plusDays(sixteenFrom, -1) }];
}

/** Days of isolation already taken by other orders of the case. */
export function isolationDaysUsed(state: Case, except?: string): number {
  return state.isolations
    .filter(({ order }) => order !== except)
    .reduce((sum, each) => sum + daysTaken(each), 0);
}

function daysTaken({ from, days, endedAt }: Case['isolations'][number]): number {
  if (endedAt === null) return days;
  // An end written down as before its beginning gives no days back.
  return Math.max(0, daysBetween(localDate(from), localDate(endedAt)));
}

/**
 * When the clock of a duty starts: with the fact that starts it.
 *
 * An emergency raised again while the hours of the lowered one still run goes on with those: lowering
 * and raising wins no time.
 */
export function startOfClock(limit: Limit, { loweredFrom }: Case, fact: Fact): Instant {
  const { within } = limit;
  const isAgain = fact.type === 'EmergencyRaised' && loweredFrom !== null;
  if (!isAgain || within.unit !== 'HOURS') return fact.about;
  return fact.about < plusHours(loweredFrom, within.count) ? loweredFrom : fact.about;
}

/**
 * When the days of a duty begin to be counted: with its clock; where the record names a day, at the end of
 * that day; where duties come again, with what the first of them was counted from.
 */
export function startOfCount(
  { within, series }: Limit,
  { named, from, subject }: Pick<Deadline, 'named' | 'from' | 'subject'>,
  state: Case,
): Instant {
  if (series !== undefined) return findCare(state, subject)?.from ?? from;
  return named === null || within.unit === 'UNTIL_DAY' ? from : lastInstantOf(named, from);
}

/** The last instant of a named day; a start that is later where there is one. */
export function lastInstantOf(named: PlainDate, from: Instant): Instant {
  const end = fromEpoch(toEpoch(endOfDay(named)) - 1);
  return end > from ? end : from;
}

type Beginning = { readonly by: Trigger; readonly at: Instant };

/** What a duty is told to run from: the fact that started it, or the hand-over, for all of a series. */
export function beginningOf(open: Deadline, { series }: Limit, state: Case): Beginning {
  const care = series === undefined ? undefined : findCare(state, open.subject);
  return care === undefined
    ? { by: open.trigger, at: open.from }
    : { by: 'CarePlaced', at: care.from };
}

/** Whether an open duty is the one an opening would begin. */
export function isSameDuty(opening: Opening, open: Deadline): boolean {
  return opening.subject === open.subject && (opening.named ?? null) === open.named;
}
