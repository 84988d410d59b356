import { type Counted, count, type Span, type Uncountable } from '../deadline.ts';
import { breachRung, rungAt } from '../escalation.ts';
import {
  basisOf,
  type LegName,
  type Limit,
  limitOf,
  type Procedure,
  type Trigger,
} from '../procedure.ts';
import type { Instant, PlainDate } from '../time.ts';
import { accountableLegName, type Case, type Deadline, legOf, planRevision } from './case.ts';
import { type DeadlineKey, deadlineId, type Fact, type FactOf } from './event.ts';
import { evolve } from './evolve.ts';
import type { Moment } from './moment.ts';
import { type Opening, openings, startOfClock, startOfCount } from './openings.ts';

/**
 * The facts with what follows from them for the deadlines of the case.
 *
 * Each fact first voids or meets, then suspends or confirms, then starts duties, as the limits of
 * the pinned procedures say.
 */
export function withDeadlines(
  before: Case | undefined,
  facts: readonly Fact[],
  moment: Moment & { readonly caseId: string },
): readonly Fact[] {
  const all: Fact[] = [];
  let state = before;
  const seq = (before?.seq ?? 0) + 1;
  for (const fact of facts) {
    const then = evolve(state, fact, moment.caseId);
    const followed = follow(then, fact, { ...moment, seq });
    all.push(fact, ...followed);
    state = followed.reduce((each, next) => evolve(each, next, moment.caseId), then);
  }
  return all;
}

type Commit = Moment & { readonly seq: number };

function follow(state: Case, fact: Fact, commit: Commit): readonly Fact[] {
  const ended = state.deadlines.flatMap((open) => end(open, state, fact, commit));
  const gone = new Set(ended.map((each) => deadlineId(each.deadline)));
  const left = state.deadlines.filter((open) => !gone.has(deadlineId(open)));
  const suspended = left.flatMap((open) => suspend(open, state, fact, commit));
  const confirmed = left.flatMap((open) => confirm(open, fact, commit));
  const started = limitsInForce(state, commit.procedures)
    .filter((limit) => limit.from.includes(fact.type as Trigger) && starts(limit, fact, left))
    .flatMap((limit) => start(limit, left, { state, fact, commit }));
  return [...ended, ...suspended, ...confirmed, ...started];
}

/** The limits that hold now: each leg under the version it pinned. */
export function limitsInForce(state: Case, procedures: readonly Procedure[]): readonly Limit[] {
  const accountable = accountableLegName(state);
  const of = (leg: LegName) =>
    procedures.find(({ id }) => id === legOf(state, leg).procedure)?.limits ?? [];
  return [
    ...of('INCIDENT').filter((limit) => limit.leg === 'INCIDENT'),
    ...of('RESIDENCE').filter((limit) => limit.leg === 'RESIDENCE'),
    ...of(accountable).filter((limit) => limit.leg === 'ACCOUNTABLE'),
  ];
}

/** The limit behind an open deadline, in the procedure version it was set under. */
export function limitBehind(
  open: Pick<Deadline, 'rule' | 'procedure'>,
  procedures: readonly Procedure[],
): Limit | undefined {
  const pinned = procedures.find(({ id }) => id === open.procedure);
  return pinned && limitOf(pinned, open.rule);
}

function end(
  open: Deadline,
  state: Case,
  fact: Fact,
  commit: Commit,
): readonly FactOf<'BreachRecorded' | 'DeadlineClosed'>[] {
  const limit = limitBehind(open, commit.procedures);
  if (limit === undefined) return [];
  if (isSuspended(open, limit, state, fact) || isKept(open, limit, state, fact)) return [];
  const how = ending(open, limit, fact);
  if (how === undefined) return [];
  const missed = how === 'MET_LATE' ? unrecordedBreach(open, limit, commit) : [];
  return [...missed, closed(open, how, fact)];
}

/**
 * A duty done late before any tick could notice it was breached all the same, and is recorded so.
 *
 * Nobody is told: what they would be told to do is done.
 */
function unrecordedBreach(
  open: Deadline,
  limit: Limit,
  { now }: Commit,
): readonly FactOf<'BreachRecorded'>[] {
  const { dueAt, breachedAt, status } = open;
  if (dueAt === null || breachedAt !== null || status === 'CONDITIONAL') return [];
  return [
    {
      type: 'BreachRecorded',
      about: dueAt,
      known: now,
      deadline: keyOf(open),
      planning: open.planning,
      procedure: open.procedure,
      dueAt,
      rung: breachRung(limit.ladder),
      told: [],
      nextAt: null,
      basis: basisOf(limit),
    },
  ];
}

function ending(open: Deadline, limit: Limit, fact: Fact): 'MET' | 'MET_LATE' | 'VOID' | undefined {
  const type = fact.type as Trigger;
  if (limit.until.includes(type) && isAbout(open, fact)) return metness(open, fact.about);
  if (limit.voidedBy.includes(type) && isAbout(open, fact)) return 'VOID';
  const unfounded = fact.type === 'InitialAssessed' && !fact.seriousHarm;
  return unfounded && open.status === 'CONDITIONAL' ? 'VOID' : undefined;
}

/** An adjusted plan leaves the duties alone that it does not change, with all that was told of them. */
function isKept(open: Deadline, limit: Limit, state: Case, fact: Fact): boolean {
  if (fact.type === 'EmergencyLowered') return isBeyondRecall(open, state);
  if (fact.type !== 'PlanAdjusted') return false;
  return openings(limit, state, fact).some((opening) => isSameDuty(opening, open));
}

/** Serious harm was found and the hours have passed: whoever was late cannot call the duty off. */
function isBeyondRecall({ breachedAt }: Deadline, { seriousHarm }: Case): boolean {
  return seriousHarm === true && breachedAt !== null;
}

function isSameDuty(opening: Opening, open: Deadline): boolean {
  return opening.subject === open.subject && (opening.named ?? null) === open.named;
}

/** A duty is met in time when it happened before its due instant; one without such an instant cannot be late. */
function metness(open: Deadline, happenedAt: Instant): 'MET' | 'MET_LATE' {
  return open.dueAt === null || happenedAt < open.dueAt ? 'MET' : 'MET_LATE';
}

function isAbout(open: Deadline, fact: Fact): boolean {
  if (fact.type === 'PlanItemCompleted') return open.subject === fact.item;
  if (fact.type === 'IsolationEnded' || fact.type === 'IsolationExtended')
    return open.subject === fact.order;
  return true;
}

function closed(
  open: Deadline,
  how: 'MET' | 'MET_LATE' | 'VOID',
  fact: Fact,
): FactOf<'DeadlineClosed'> {
  const { about, known } = fact;
  return {
    type: 'DeadlineClosed',
    about,
    known,
    deadline: keyOf(open),
    planning: open.planning,
    how,
  };
}

/** The identity of a deadline without its state. */
export function keyOf(open: DeadlineKey): DeadlineKey {
  const { rule, leg, cycle, subject, triggerSeq, planRevision: revision } = open;
  return { rule, leg, cycle, subject, triggerSeq, planRevision: revision };
}

/**
 * An emergency lowered before Form 02 does not end the duty of the receipt: Form 02 may still find
 * serious harm, and its twelve hours have run since the receipt.
 */
function isSuspended(open: Deadline, limit: Limit, state: Case, fact: Fact): boolean {
  if (fact.type !== 'EmergencyLowered' || state.seriousHarm !== null) return false;
  return limit.conditional && open.from === state.receivedAt;
}

function suspend(
  open: Deadline,
  state: Case,
  fact: Fact,
  commit: Commit,
): readonly FactOf<'DeadlineMoved'>[] {
  const limit = limitBehind(open, commit.procedures);
  if (limit === undefined || !isSuspended(open, limit, state, fact)) return [];
  const { dueAt, planning, rung, calendar } = open;
  return [
    {
      type: 'DeadlineMoved',
      about: fact.about,
      known: commit.now,
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
function confirm(
  open: Deadline,
  fact: Fact,
  commit: Commit,
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
      nextAt: tellingAt(open.rung, limit, open, commit),
    },
  ];
}

type Planning = { readonly from: Instant; readonly dueAt: Instant | null };

function tellingAt(
  rung: number,
  limit: Limit,
  { from, dueAt }: Planning,
  { calendar }: Moment,
): Instant | null {
  if (dueAt === null) return null;
  return rungAt(limit.ladder, rung, { from, dueAt }, calendar) ?? null;
}

/** Whether an assessment or a review goes on to a plan or towards the end. */
function turn(fact: Fact): Limit['when'] {
  if (fact.type === 'NeedsAssessed') return fact.planNeeded ? 'GOES_ON' : 'ENDS';
  if (fact.type === 'PlanReviewed') return fact.outcome === 'CONTINUE' ? 'GOES_ON' : 'ENDS';
  return 'GOES_ON';
}

function starts(limit: Limit, fact: Fact, open: readonly Deadline[]): boolean {
  if (limit.when !== undefined && limit.when !== turn(fact)) return false;
  // A second finding never gives more time: the duty that already runs is confirmed instead.
  if (fact.type === 'EmergencyRaised') return !open.some((each) => each.rule === limit.id);
  return true;
}

function start(
  limit: Limit,
  left: readonly Deadline[],
  starting: Starting,
): readonly FactOf<'DeadlineSet'>[] {
  const running = left.filter(({ rule }) => rule === limit.id);
  return openings(limit, starting.state, starting.fact)
    .filter((opening) => !running.some((open) => isSameDuty(opening, open)))
    .map((opening) => set(limit, opening, starting));
}

type Starting = {
  readonly state: Case;
  readonly fact: Fact;
  readonly commit: Commit;
};

function set(limit: Limit, opening: Opening, starting: Starting): FactOf<'DeadlineSet'> {
  const { state, fact, commit } = starting;
  const from = startOfClock(limit, state, fact);
  const planned = plan(limit, opening, from, commit);
  const conditional = limit.conditional && fact.type === 'ReportReceived';
  // Nobody is reminded of an end that was past before the duty began.
  const isPast = planned.dueAt !== null && planned.dueAt <= from;
  const rung = isPast ? breachRung(limit.ladder) : 0;
  const leg = limit.leg === 'ACCOUNTABLE' ? accountableLegName(state) : limit.leg;
  return {
    type: 'DeadlineSet',
    about: fact.about,
    known: commit.now,
    deadline: {
      rule: limit.id,
      leg,
      cycle: state.cycle,
      subject: opening.subject,
      triggerSeq: commit.seq,
      planRevision: planRevision(state),
    },
    planning: 0,
    procedure: legOf(state, leg).procedure,
    from,
    dueAt: planned.dueAt,
    status: conditional ? 'CONDITIONAL' : planned.status,
    calendar: commit.calendar.revision,
    rung,
    nextAt: conditional ? null : tellingAt(rung, limit, { from, dueAt: planned.dueAt }, commit),
    ...(opening.span.unit === 'CALENDAR_DAYS' && { days: opening.span.count }),
    ...(opening.named !== undefined && { named: opening.named }),
  };
}

type Planned = { readonly dueAt: Instant | null; readonly status: Counted['status'] | 'UNPLANNED' };

function plan(limit: Limit, opening: Opening, from: Instant, commit: Moment): Planned {
  const counted = countOpening(limit, opening, from, commit);
  return counted.status === 'UNPLANNED' ? { dueAt: null, status: 'UNPLANNED' } : counted;
}

function countOpening(
  limit: Limit,
  opening: Opening,
  from: Instant,
  { calendar }: Moment,
): Counted | Uncountable {
  return count(opening.span, startOfCount(limit, opening.named, from), calendar, {
    named: opening.named,
  });
}

/** Why a deadline ends when it does, counted again from its facts. */
export function explain(
  open: Deadline,
  moment: Pick<Moment, 'procedures' | 'calendar'>,
): Counted | Uncountable | undefined {
  const limit = limitBehind(open, moment.procedures);
  if (limit === undefined) return undefined;
  const span = open.days === null ? limit.within : { ...limit.within, count: open.days };
  const named = (open.named ?? undefined) as PlainDate | undefined;
  const start = startOfCount(limit, named, open.from);
  return sinceStart(open.from, start, count(span as Span, start, moment.calendar, { named }));
}

/** A count that waits for a day named in the record is told from the start of the duty on. */
export function sinceStart(
  from: Instant,
  start: Instant,
  counted: Counted | Uncountable,
): Counted | Uncountable {
  if (counted.status === 'UNPLANNED' || from === start) return counted;
  const [waited, ...rest] = counted.explanation;
  if (waited === undefined) return counted;
  const wait = { from, to: waited.to, counts: false, reason: 'NAMED_DAY' } as const;
  return { ...counted, explanation: [wait, ...rest] };
}
