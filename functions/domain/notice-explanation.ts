import type { Calendar } from './calendar.ts';
import { type Case, type Deadline, findDeadline } from './case/case.ts';
import type { Fact } from './case/event.ts';
import { fold } from './case/evolve.ts';
import { calendarOf, type Ladders, type Law, limitBehind } from './case/planning.ts';
import { rolesTold } from './case/sweep.ts';
import { deadlineId, type ToldPost } from './case/terms.ts';
import type { Interval } from './deadline.ts';
import type { Role } from './directory.ts';
import { countedFrom, rungAt } from './escalation.ts';
import { type LadderPolicy, type Rung, spanOf } from './ladder.ts';
import { laddersOf } from './ladders/registry.ts';
import { isRungFact, type NoticeKind, noticesOf, type RungFact, type Told } from './notice.ts';
import type { LadderName, Limit } from './procedure.ts';
import type { Instant } from './time.ts';

/** An event of a case as it was written. */
export type WrittenEvent = Told & { readonly written: Instant };

/** An acknowledgement that made a rung wait. */
export type HoldExplained = {
  readonly at: Instant;
  readonly until: Instant;
  readonly anonymous: boolean;
};

/** How a duty climbed to a rung. */
export type ClimbExplained = {
  readonly deadline: string;
  readonly limit: Limit;
  readonly procedure: string;
  readonly startedAt: Instant;
  readonly dueAt: Instant;
  readonly ladders: LadderPolicy;
  readonly ladder: LadderName;
  readonly rung: Rung;
  /** Which rung it is, from 1. */
  readonly number: number;
  /** When the rung stands, held by nothing. */
  readonly plannedAt: Instant;
  /** The span of the rung as it was counted; empty where it stands at a share of the way. */
  readonly counted: readonly Interval[];
  readonly holds: readonly HoldExplained[];
};

/** Why a post was told something, from what was on record. */
export type NoticeExplained = {
  readonly id: string;
  readonly kind: NoticeKind;
  readonly caseCode: string;
  readonly seq: number;
  readonly about: Instant;
  readonly known: Instant;
  readonly written: Instant;
  readonly post: ToldPost;
  /** The roles to be told for which this post answers. */
  readonly wanted: readonly Role[];
  readonly climb: ClimbExplained | null;
};

/**
 * Why a post was told: from the fact behind a notice and from what was on record before it. Nothing where the history
 * of the case has no such fact.
 *
 * @policy 0046
 */
export function explainNotice(
  id: string,
  events: readonly WrittenEvent[],
  law: Law & Ladders,
): NoticeExplained | undefined {
  for (const [at, event] of events.entries()) {
    const place = event.facts.findIndex((fact) =>
      noticesOf({ ...event, facts: [fact] }).some((notice) => notice.id === id),
    );
    const fact = event.facts[place];
    if (fact === undefined) continue;
    const before = [...events.slice(0, at).flatMap(({ facts }) => facts)];
    return explained(id, event, fact, { before: [...before, ...event.facts.slice(0, place)], law });
  }
  return undefined;
}

type History = { readonly before: readonly Fact[]; readonly law: Law & Ladders };

function explained(
  id: string,
  event: WrittenEvent,
  fact: Fact,
  history: History,
): NoticeExplained | undefined {
  const [notice] = noticesOf({ ...event, facts: [fact] }).filter((each) => each.id === id);
  const post = 'told' in fact ? fact.told.find((each) => each.id === notice?.post.id) : undefined;
  if (notice === undefined || post === undefined) return undefined;
  const { kind, caseCode, about } = notice;
  const { seq, written } = event;
  const shared = { id, kind, caseCode, seq, about, known: fact.known, written, post };
  const answered = [post.role, ...(post.insteadOf ?? []).map(({ role }) => role)];
  if (!isRungFact(fact)) return { ...shared, wanted: wantedByAct(post), climb: null };
  const state = fold(undefined, history.before, event.caseId);
  const climb = climbOf(fact, state, history);
  const told = climb === undefined ? [] : rolesTold(climb.rung, state);
  const wanted = told.filter((role) => answered.includes(role));
  return climb && { ...shared, wanted, climb };
}

/** An act names no rung: who was told in their own right, or else for the first seat found empty. */
function wantedByAct({ role, insteadOf = [] }: ToldPost): readonly Role[] {
  const [first] = insteadOf;
  return [first?.role ?? role];
}

function climbOf(
  fact: RungFact,
  state: Case,
  { before, law }: History,
): ClimbExplained | undefined {
  const deadline = deadlineId(fact.deadline);
  const open = findDeadline(state, deadline);
  const limit = limitBehind({ ...fact.deadline, procedure: fact.procedure }, law.procedures);
  if (open === undefined || limit === undefined) return undefined;
  const ladders = laddersOf(fact, law.ladders);
  const { rungs } = ladders.ladders[limit.ladder];
  const rung = rungs[fact.rung];
  if (rung === undefined) return undefined;
  const days = calendarOf(open, state, law.calendar);
  const climb = { from: open.from, dueAt: fact.dueAt };
  const plannedAt = rungAt(rungs, fact.rung, climb, days) ?? fact.about;
  return {
    deadline,
    limit,
    procedure: fact.procedure,
    startedAt: open.from,
    dueAt: fact.dueAt,
    ladders,
    ladder: limit.ladder,
    rung,
    number: fact.rung + 1,
    plannedAt,
    counted: countedOn(rung, { ...climb, plannedAt }, days),
    holds: holdsOn(deadline, before, open),
  };
}

type Reached = Readonly<Record<'from' | 'dueAt' | 'plannedAt', Instant>>;

function countedOn(
  { at }: Rung,
  { from, dueAt, plannedAt }: Reached,
  days: Calendar,
): readonly Interval[] {
  if ('share' in at) return [];
  const end = dueAt > from ? dueAt : from;
  const counted =
    'after' in at
      ? countedFrom(spanOf(at.after), end, days)
      : countedFrom(spanOf(at.before), plannedAt, days);
  return counted.status === 'UNPLANNED' ? [] : counted.explanation;
}

/** What made this rung wait: the acknowledgements since the one before it, or since the duty was set or moved. */
function holdsOn(
  deadline: string,
  before: readonly Fact[],
  { planning }: Deadline,
): readonly HoldExplained[] {
  const own = before.filter((fact) => 'deadline' in fact && deadlineId(fact.deadline) === deadline);
  const since = own.slice(own.findLastIndex((fact) => fact.type !== 'Acknowledged') + 1);
  return since.flatMap((fact) =>
    fact.type === 'Acknowledged' && fact.planning === planning && fact.nextAt !== null
      ? [{ at: fact.about, until: fact.nextAt, anonymous: fact.anonymous === true }]
      : [],
  );
}
