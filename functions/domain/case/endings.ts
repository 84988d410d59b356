import { isBreached, isMetInTime } from '../deadline.ts';
import { ladderBehind } from '../ladders/registry.ts';
import type { Limit, Trigger } from '../procedure.ts';
import type { Instant } from '../time.ts';
import { type Case, type Deadline, legOf } from './case.ts';
import type { Fact, FactOf, FactType } from './event.ts';
import { isUnbound } from './evolve-deadlines.ts';
import type { Moment } from './moment.ts';
import { isSameDuty, openings } from './openings.ts';
import { calendarOf, keyOf, limitBehind, tellingAt } from './planning.ts';
import { untoldBreach } from './rederivation.ts';
import { takesTurn } from './turn.ts';

/** The facts by which a fact ends an open duty, if it meets or voids it. */
export function end(
  open: Deadline,
  state: Case,
  fact: Fact,
  commit: Moment,
): readonly FactOf<'BreachRecorded' | 'DeadlineClosed'>[] {
  const limit = limitBehind(open, commit.procedures);
  if (limit === undefined) return [];
  if (isSuspended(open, limit, state, fact) || isKept(open, limit, state, fact)) return [];
  const how = isLeftBehind(open, state, fact) ? 'VOID' : ending(open, limit, state, fact);
  if (how === undefined) return [];
  return [...unrecordedBreach(open, limit, fact, commit), closing(open, how, fact)];
}

/**
 * A duty done or called off too late before any tick could notice it was breached all the same, and is
 * recorded so: after a stop the first act may come before the first tick.
 *
 * Nobody is told: what they would be told to do is done, or not to be done any more.
 */
function unrecordedBreach(
  open: Deadline,
  limit: Limit,
  { about }: Fact,
  commit: Moment,
): readonly FactOf<'BreachRecorded'>[] {
  const { dueAt, breachedAt, status } = open;
  if (dueAt === null || breachedAt !== null || status === 'CONDITIONAL') return [];
  if (isMetInTime(about, dueAt)) return [];
  return [untoldBreach({ ...open, dueAt }, limit, commit)];
}

/** A leg that moves to another commune leaves the local duties behind that do not hold there. */
function isLeftBehind({ local, leg, procedure }: Deadline, state: Case, { type }: Fact): boolean {
  if (!local || !moves.includes(type)) return false;
  return procedure !== legOf(state, leg).overlay;
}

const moves: readonly FactType[] = ['ReportForwarded', 'HandoverAccepted', 'CommuneAssigned'];

function ending(
  open: Deadline,
  limit: Limit,
  state: Case,
  fact: Fact,
): 'MET' | 'MET_LATE' | 'VOID' | undefined {
  const type = fact.type as Trigger;
  if (limit.until.includes(type) && isAbout(open, fact)) return metness(open, fact.about);
  if (limit.voidedBy.includes(type) && isAbout(open, fact)) return 'VOID';
  return isPointless(open, limit, state, fact) ? 'VOID' : undefined;
}

/** The case has taken a turn after which nobody needs the duty any more. */
function isPointless({ status }: Deadline, { voidWhen }: Limit, state: Case, fact: Fact): boolean {
  if (voidWhen !== undefined && takesTurn(voidWhen, fact, state)) return true;
  const unfounded = fact.type === 'InitialAssessed' && !fact.seriousHarm;
  return unfounded && status === 'CONDITIONAL';
}

/** An adjusted plan or a corrected record leaves the duties alone that it does not change. */
function isKept(open: Deadline, limit: Limit, state: Case, fact: Fact): boolean {
  if (fact.type === 'EmergencyLowered') return isBeyondRecall(open, state, fact);
  if (fact.type !== 'PlanAdjusted' && fact.type !== 'ChildCorrected') return false;
  return openings(limit, state, fact).some((opening) => isSameDuty(opening, open));
}

/** Serious harm was found and the hours have passed: whoever was late cannot call the duty off. */
function isBeyondRecall({ breachedAt, dueAt }: Deadline, { seriousHarm }: Case, { about }: Fact) {
  const isPast = breachedAt !== null || (dueAt !== null && isBreached(about, dueAt));
  return seriousHarm === true && isPast;
}

/** A duty is met in time when it happened before its due instant; one without such an instant cannot be late. */
function metness(open: Deadline, happenedAt: Instant): 'MET' | 'MET_LATE' {
  return open.dueAt === null || isMetInTime(happenedAt, open.dueAt) ? 'MET' : 'MET_LATE';
}

function isAbout(open: Deadline, fact: Fact): boolean {
  switch (fact.type) {
    case 'PlanItemCompleted':
      return open.subject === fact.item;
    case 'IsolationEnded':
    case 'IsolationExtended':
      return open.subject === fact.order;
    case 'CourtRequested':
      return open.subject === '-' || open.subject === fact.order;
    case 'FollowUpRecorded':
      return open.subject === fact.care && open.rule === fact.followUp;
    case 'CareEnded':
      return open.subject === fact.care;
    case 'GlassReviewed':
      return open.subject === fact.glass;
    case 'SubjectRequestAnswered':
      return open.subject === fact.request;
    case 'EmergencyMeasureApplied':
    case 'IsolationOrdered':
      return !isOfFormerCourse(open, fact);
    default:
      return true;
  }
}

/** What was done before the news that reopened a case is no answer to them, even if it is written down after. */
function isOfFormerCourse({ trigger, from }: Deadline, { about }: Fact): boolean {
  return trigger === 'CaseReopened' && about < from;
}

function closing(
  open: Deadline,
  how: 'MET' | 'MET_LATE' | 'VOID',
  fact: Fact,
): FactOf<'DeadlineClosed'> {
  const { about, known } = fact;
  const unbound = how === 'MET_LATE' && isUnbound(open);
  return {
    type: 'DeadlineClosed',
    about,
    known,
    deadline: keyOf(open),
    planning: open.planning,
    how,
    ...(unbound && { unbound }),
  };
}

/**
 * An emergency lowered before Form 02 does not end the duty of the receipt: Form 02 may still find
 * serious harm, and its twelve hours have run since the receipt.
 */
function isSuspended(open: Deadline, limit: Limit, state: Case, fact: Fact): boolean {
  if (fact.type !== 'EmergencyLowered' || state.seriousHarm !== null) return false;
  return limit.conditional && open.from === state.informedAt;
}

/** The fact by which a binding duty becomes conditional again. */
export function suspend(
  open: Deadline,
  state: Case,
  fact: Fact,
  commit: Moment,
): readonly FactOf<'DeadlineMoved'>[] {
  const limit = limitBehind(open, commit.procedures);
  if (limit === undefined || !isSuspended(open, limit, state, fact)) return [];
  const { dueAt, planning, rung, calendar } = open;
  return [
    {
      type: 'DeadlineMoved',
      about: fact.about,
      known: commit.now,
      why: 'EMERGENCY_LOWERED',
      deadline: keyOf(open),
      planning,
      dueAt,
      status: 'CONDITIONAL',
      calendar,
      nextAt: null,
      rung,
    },
  ];
}

function isFinding(fact: Fact): boolean {
  return (
    fact.type === 'EmergencyRaised' ||
    (fact.type === 'InitialAssessed' && fact.seriousHarm === true)
  );
}

/** A conditional duty binds from the finding on; its clock has run since the receipt. */
export function confirm(
  open: Deadline,
  state: Case,
  fact: Fact,
  commit: Moment,
): readonly FactOf<'DeadlineConfirmed'>[] {
  if (open.status !== 'CONDITIONAL' || !isFinding(fact)) return [];
  const limit = limitBehind(open, commit.procedures);
  if (limit === undefined) return [];
  return [
    {
      type: 'DeadlineConfirmed',
      about: fact.about,
      known: commit.now,
      deadline: keyOf(open),
      planning: open.planning,
      nextAt: tellingAt(
        open.rung,
        ladderBehind(open, limit, commit.ladders),
        { ...open, status: 'PLANNED' },
        calendarOf(open, state, commit.calendar),
      ),
    },
  ];
}
