import { type Calendar, calendarIn } from '../calendar.ts';
import { type Counted, count, type Span, type Terms, type Uncountable } from '../deadline.ts';
import { nation } from '../directory.ts';
import { breachRung, rungAt } from '../escalation.ts';
import type { Ladder, LadderPolicy } from '../ladder.ts';
import { ladderBehind } from '../ladders/registry.ts';
import { type Limit, limitOf, type Procedure } from '../procedure.ts';
import type { Instant } from '../time.ts';
import type { Case, Deadline } from './case.ts';
import { debtorPlace } from './debtor.ts';
import type { FactOf } from './event.ts';
import { startOfCount } from './openings.ts';
import type { DeadlineKey, DeadlineStatus, MoveReason } from './terms.ts';

/** What counting and re-counting a duty takes of the world. */
export type Law = { readonly procedures: readonly Procedure[]; readonly calendar: Calendar };

/** What provinces have put in the place of the default ladders. */
export type Ladders = { readonly ladders: readonly LadderPolicy[] };

/** What of a duty its end follows from. */
export type Duty = Pick<
  Deadline,
  'rule' | 'leg' | 'subject' | 'from' | 'count' | 'named' | 'pauses' | 'extensions'
>;

/** The limit behind an open deadline, in the procedure version it was set under. */
export function limitBehind(
  open: Pick<Deadline, 'rule' | 'procedure'>,
  procedures: readonly Procedure[],
): Limit | undefined {
  const pinned = procedures.find(({ id }) => id === open.procedure);
  return pinned && limitOf(pinned, open.rule);
}

/** The identity of a deadline without its state. */
export function keyOf(open: DeadlineKey): DeadlineKey {
  const { rule, leg, cycle, subject, triggerSeq, planRevision, local } = open;
  return { rule, leg, cycle, subject, triggerSeq, planRevision, ...(local && { local }) };
}

/** The calendar of the commune or province that owes a duty. */
export function calendarOf(
  duty: Pick<Duty, 'rule' | 'leg' | 'subject'>,
  state: Case,
  days: Calendar,
) {
  const { unit, province } = debtorPlace(state, duty);
  return calendarIn(days, [unit, province, nation]);
}

/** When a duty ends and why, counted from its facts. */
export function countDuty(
  limit: Limit,
  duty: Duty,
  state: Case,
  { calendar }: Pick<Law, 'calendar'>,
): Counted | Uncountable {
  // A count the record gives is in the unit of the limit.
  const span = (
    duty.count === null ? limit.within : { ...limit.within, count: duty.count }
  ) as Span;
  const terms: Terms = {
    named: duty.named ?? undefined,
    pauses: duty.pauses,
    extra: duty.extensions.reduce((sum, { extra }) => sum + extra, 0),
  };
  const start = startOfCount(limit, duty, state);
  return sinceStart(duty.from, start, count(span, start, calendarOf(duty, state, calendar), terms));
}

/** A count that waits for a day named in the record is told from the start of the duty on. */
export function sinceStart(
  from: Instant,
  start: Instant,
  counted: Counted | Uncountable,
): Counted | Uncountable {
  if (counted.status === 'UNPLANNED' || start <= from) return counted;
  const [waited, ...rest] = counted.explanation;
  if (waited === undefined) return counted;
  const wait = { from, to: waited.to, counts: false, reason: 'NAMED_DAY' } as const;
  return { ...counted, explanation: [wait, ...rest] };
}

/** Why an open deadline ends when it does, counted again from its facts. */
export function explain(open: Deadline, state: Case, law: Law): Counted | Uncountable | undefined {
  const limit = limitBehind(open, law.procedures);
  return limit && countDuty(limit, open, state, law);
}

/** Where a duty ends and who is next told of it. */
export type Planned = {
  readonly dueAt: Instant | null;
  readonly status: DeadlineStatus;
  readonly rung: number;
  readonly nextAt: Instant | null;
};

/** When the next rung is told; nothing while the duty has no end or does not bind yet. */
export function tellingAt(
  rung: number,
  { rungs }: Ladder,
  { from, dueAt, status }: Pick<Planned, 'dueAt' | 'status'> & { readonly from: Instant },
  days: Calendar,
): Instant | null {
  if (dueAt === null || status === 'CONDITIONAL') return null;
  return rungAt(rungs, rung, { from, dueAt }, days) ?? null;
}

/**
 * Plans a duty that begins at an instant, or goes on from it.
 *
 * Nobody is reminded of an end that is past already.
 */
export function planned(
  limit: Limit,
  duty: Duty,
  since: Instant,
  {
    state,
    calendar,
    ladder,
    conditional,
  }: {
    readonly state: Case;
    readonly calendar: Calendar;
    readonly ladder: Ladder;
    readonly conditional: boolean;
  },
): Planned {
  const counted = countDuty(limit, duty, state, { calendar });
  const dueAt = counted.status === 'UNPLANNED' ? null : counted.dueAt;
  const status: DeadlineStatus = conditional ? 'CONDITIONAL' : counted.status;
  const rung = dueAt !== null && dueAt <= since ? breachRung(ladder.rungs) : 0;
  const end = { from: duty.from, dueAt, status };
  return {
    dueAt,
    status,
    rung,
    nextAt: tellingAt(rung, ladder, end, calendarOf(duty, state, calendar)),
  };
}

/** An open deadline as it stood, as it stands now, and why. */
export type Move = {
  readonly before: Deadline;
  readonly after: Deadline;
  readonly why: MoveReason;
};

/**
 * The fact by which an open deadline gets another end; nothing where it stays as it is.
 *
 * It climbs its ladder anew, unless its breach is on record: that is never taken back, and while the calendar does
 * not reach far enough for another end, the one that was missed stays.
 */
export function moved(
  { before, after, why }: Move,
  state: Case,
  { procedures, calendar, ladders, now }: Law & Ladders & { readonly now: Instant },
): readonly FactOf<'DeadlineMoved'>[] {
  const limit = limitBehind(after, procedures);
  if (limit === undefined) throw new Error(`No procedure knows ${after.rule}`);
  const conditional = before.status === 'CONDITIONAL' && limit.conditional;
  const ladder = ladderBehind(before, limit, ladders);
  const plan = planned(limit, after, now, { state, calendar, ladder, conditional });
  const hasEnd = plan.dueAt !== before.dueAt;
  const terms = changedTerms(before, after);
  if (!hasEnd && plan.status === before.status && terms === unchanged) return [];
  if (losesMissedEnd(before, plan)) return [];
  const { rung, nextAt } = climbsAnew(before, plan) ? plan : before;
  return [
    {
      type: 'DeadlineMoved',
      about: now,
      known: now,
      why,
      ...terms,
      deadline: keyOf(after),
      planning: before.planning + Number(hasEnd && before.dueAt !== null),
      dueAt: plan.dueAt,
      status: plan.status,
      calendar: calendar.revision,
      rung,
      nextAt,
    },
  ];
}

function climbsAnew(before: Deadline, plan: Planned): boolean {
  if (before.breachedAt !== null) return false;
  return plan.dueAt !== before.dueAt || before.status === 'CONDITIONAL';
}

/** What of a duty is given anew, beside its end: where its clock starts, and the version it is owed under. */
function changedTerms(before: Deadline, { from, procedure }: Deadline) {
  if (procedure !== before.procedure) return { from, procedure };
  return from === before.from ? unchanged : { from };
}

const unchanged = {};
/** The ladder goes on from the end that was missed; without one nobody further up would be told. */
function losesMissedEnd({ breachedAt }: Deadline, { dueAt }: Planned): boolean {
  return breachedAt !== null && dueAt === null;
}
