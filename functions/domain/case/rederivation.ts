import { breachRung } from '../escalation.ts';
import { ladderBehind, type Pinned, pinned } from '../ladders/registry.ts';
import { basisOf, type Limit } from '../procedure.ts';
import type { Instant } from '../time.ts';
import type { Case, Deadline, Ended } from './case.ts';
import { debtorPlace } from './debtor.ts';
import type { Fact, FactOf } from './event.ts';
import { countDuty, keyOf, type Ladders, type Law, limitBehind, moved } from './planning.ts';
import { deadlineId, type MoveReason } from './terms.ts';

type Commit = Law & Ladders & { readonly now: Instant };

const clockReasons = {
  DeadlinePaused: 'PAUSED',
  DeadlineResumed: 'RESUMED',
  DeadlineExtended: 'EXTENDED',
} as const satisfies Partial<Record<Fact['type'], MoveReason>>;

/** The fact by which an open duty follows what was granted or corrected, if that moves it. */
export function follows(
  open: Deadline,
  state: Case,
  fact: Fact,
  commit: Commit,
): readonly FactOf<'DeadlineMoved'>[] {
  switch (fact.type) {
    case 'DeadlinePaused':
    case 'DeadlineResumed':
    case 'DeadlineExtended': {
      const isIts = deadlineId(open) === deadlineId(fact.deadline);
      return isIts
        ? moved({ before: open, after: open, why: clockReasons[fact.type] }, state, commit)
        : [];
    }
    case 'ReceiptMoved': {
      const after = { ...open, from: fact.receivedAt };
      return isOfReceipt(open) ? moved({ before: open, after, why: 'RECEIPT' }, state, commit) : [];
    }
    case 'ReportForwarded':
    case 'HandoverAccepted':
    case 'CommuneAssigned':
      return isToFollow(open, state, fact)
        ? moved({ before: open, after: open, why: 'HANDED_OVER' }, state, commit)
        : [];
    default:
      return [];
  }
}

type Placing = FactOf<'ReportForwarded' | 'HandoverAccepted' | 'CommuneAssigned'>;

/**
 * Whether a duty goes by the days of the commune a case has come to.
 *
 * What the commune before it let pass has passed, also where a tick has yet to put it on record.
 */
function isToFollow(open: Deadline, state: Case, { unit, about }: Placing): boolean {
  const isPast = open.dueAt !== null && open.dueAt <= about;
  return debtorPlace(state, open).unit === unit && (!isPast || open.breachedAt !== null);
}

/** Whether the clock of a duty started with the receipt; one that ends with a named day has no clock. */
function isOfReceipt({ trigger, named }: Deadline): boolean {
  return trigger === 'ReportReceived' && named === null;
}

/**
 * A corrected receipt judges again whether what is done was done in time.
 *
 * What turns out late is recorded as a breach; a breach already on record stays there, and the new judgement beside it.
 */
export function rejudge(
  state: Case,
  commit: Commit,
): readonly FactOf<'DeadlineRejudged' | 'BreachRecorded'>[] {
  return state.ended.flatMap((ended) => {
    const limit = limitBehind(ended, commit.procedures);
    // What the receipt starts, it starts with the first commit.
    if (limit === undefined || ended.triggerSeq !== 1) return [];
    return rejudgeOne(ended, limit, state, commit);
  });
}

/**
 * Serious harm found on Form 02 makes the hours of the receipt binding, also where a measure has ended them.
 *
 * One that came too late was a breach all along, and is one on record from now on.
 *
 * @policy 0016
 */
export function judgeByHarm(
  state: Case,
  commit: Commit,
): readonly FactOf<'DeadlineRejudged' | 'BreachRecorded'>[] {
  const late = state.ended.filter(({ conditional, how }) => conditional && how === 'MET_LATE');
  return late.flatMap((ended) => {
    const limit = limitBehind(ended, commit.procedures);
    if (limit === undefined || ended.cycle !== state.cycle) return [];
    const judged = judgedAnew(ended, state.informedAt, 'MET_LATE', commit.now);
    return [untoldBreach(ended, limit, commit), judged];
  });
}

function rejudgeOne(ended: Ended, limit: Limit, state: Case, commit: Commit) {
  const dueAt = dueAnew(ended, limit, state, commit);
  if (dueAt === undefined || dueAt === ended.dueAt) return [];
  const moved = { ...ended, planning: ended.planning + 1, dueAt };
  const how = ended.at < dueAt ? 'MET' : 'MET_LATE';
  const judged = judgedAnew(moved, state.receivedAt, how, commit.now);
  if (ended.conditional && how === 'MET_LATE') return [{ ...judged, unbound: true } as const];
  const isNewlyLate = how === 'MET_LATE' && ended.how === 'MET';
  return isNewlyLate ? [untoldBreach(moved, limit, commit), judged] : [judged];
}

function judgedAnew(
  ended: Ended,
  from: Instant,
  how: Ended['how'],
  now: Instant,
): FactOf<'DeadlineRejudged'> {
  const { planning, dueAt } = ended;
  const dated = { about: now, known: now };
  return { type: 'DeadlineRejudged', ...dated, deadline: keyOf(ended), planning, from, dueAt, how };
}

function dueAnew(ended: Ended, limit: Limit, state: Case, law: Law): Instant | undefined {
  const blank = { count: null, named: null, pauses: [], extensions: [] };
  const duty = { ...ended, ...blank, from: state.receivedAt };
  const counted = countDuty(limit, duty, state, law);
  return counted.status === 'UNPLANNED' ? undefined : counted.dueAt;
}

type Missed = Pick<Ended, 'planning' | 'procedure' | 'dueAt'> &
  Pinned &
  Parameters<typeof keyOf>[0];

/** The breach of a duty that is done: on record, and nobody is told to do what is done. */
export function untoldBreach(
  missed: Missed,
  limit: Limit,
  { now: known, ladders }: Pick<Commit, 'now' | 'ladders'>,
): FactOf<'BreachRecorded'> {
  const { planning, procedure, dueAt } = missed;
  return {
    type: 'BreachRecorded',
    about: dueAt,
    known,
    deadline: keyOf(missed),
    planning,
    procedure,
    dueAt,
    ...pinned(missed),
    rung: breachRung(ladderBehind(missed, limit, ladders).rungs),
    told: [],
    nextAt: null,
    basis: basisOf(limit),
  };
}
