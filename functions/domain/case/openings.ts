import type { Span } from '../deadline.ts';
import type { Limit } from '../procedure.ts';
import {
  daysBetween,
  endOfDay,
  fromEpoch,
  type Instant,
  localDate,
  type PlainDate,
  plusDays,
  plusHours,
  toEpoch,
} from '../time.ts';
import { type Case, openIsolation } from './case.ts';
import type { Fact } from './event.ts';

/** One duty a fact starts: for what, how long, and to which named day if the record names one. */
export type Opening = { readonly subject: string; readonly span: Span; readonly named?: PlainDate };

/** The duties a fact starts under a limit: one, or one for each plan item. */
export function openings(limit: Limit, state: Case, fact: Fact): readonly Opening[] {
  if (limit.each === 'PLAN_ITEM') return itemOpenings(limit, state);
  if (limit.each === 'PLAN') return planOpenings(limit, state);
  if (limit.each === 'ISOLATION') return isolationOpenings(limit, state);
  return [{ subject: subjectOf(fact), span: limit.within }];
}

function subjectOf(fact: Fact): string {
  return fact.type === 'HandoverOffered' ? fact.to : '-';
}

function itemOpenings(limit: Limit, state: Case): readonly Opening[] {
  const plan = state.plan;
  const open = plan?.items.filter(({ id }) => !plan.completed.includes(id)) ?? [];
  return open.map(({ id, endOn }) => ({ subject: id, span: limit.within, named: endOn }));
}

function planOpenings(limit: Limit, state: Case): readonly Opening[] {
  const last = state.plan?.items.reduce<PlainDate | undefined>(
    (latest, { endOn }) => (latest === undefined || endOn > latest ? endOn : latest),
    undefined,
  );
  return last === undefined ? [] : [{ subject: '-', span: limit.within, named: last }];
}

function isolationOpenings(limit: Limit, state: Case): readonly Opening[] {
  const isolation = openIsolation(state);
  if (isolation === undefined) return [];
  const { order, from, days } = isolation;
  if (limit.within.unit !== 'CALENDAR_DAYS')
    return [{ subject: order, span: limit.within, named: plusDays(localDate(from), days) }];
  const left = limit.within.count - isolationDaysUsed(state, order);
  return [{ subject: order, span: { ...limit.within, count: left } }];
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

/** The review is counted from the last expected end of the plan, not from its approval. */
export function startOfCount(limit: Limit, named: PlainDate | undefined, from: Instant): Instant {
  return limit.each === 'PLAN' && named !== undefined ? lastInstantOf(named, from) : from;
}

function lastInstantOf(named: PlainDate, from: Instant): Instant {
  const end = fromEpoch(toEpoch(endOfDay(named)) - 1);
  return end > from ? end : from;
}
