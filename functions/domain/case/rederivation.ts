import { breachRung } from '../escalation.ts';
import { basisOf, type Limit } from '../procedure.ts';
import type { Instant } from '../time.ts';
import type { Case, Deadline, Ended } from './case.ts';
import { debtorPlace } from './debtor.ts';
import type { Fact, FactOf } from './event.ts';
import { countDuty, keyOf, type Law, limitBehind, moved } from './planning.ts';
import { deadlineId, type MoveReason } from './terms.ts';

type Commit = Law & { readonly now: Instant };

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
    return limit === undefined ? [] : rejudgeOne(ended, limit, state, commit);
  });
}

function rejudgeOne(ended: Ended, limit: Limit, state: Case, commit: Commit) {
  const dueAt = dueAnew(ended, limit, state, commit);
  if (dueAt === undefined || dueAt === ended.dueAt) return [];
  const planning = ended.planning + 1;
  const how = ended.at < dueAt ? 'MET' : 'MET_LATE';
  const judged: FactOf<'DeadlineRejudged'> = {
    type: 'DeadlineRejudged',
    about: commit.now,
    known: commit.now,
    deadline: keyOf(ended),
    planning,
    from: state.receivedAt,
    dueAt,
    how,
  };
  const isNewlyLate = how === 'MET_LATE' && ended.how === 'MET';
  const missed = { ...ended, planning, dueAt };
  return isNewlyLate ? [untoldBreach(missed, limit, commit.now), judged] : [judged];
}

function dueAnew(ended: Ended, limit: Limit, state: Case, law: Law): Instant | undefined {
  const blank = { count: null, named: null, pauses: [], extensions: [] };
  const duty = { ...ended, ...blank, from: state.receivedAt };
  const counted = countDuty(limit, duty, state, law);
  return counted.status === 'UNPLANNED' ? undefined : counted.dueAt;
}

type Missed = Pick<Ended, 'planning' | 'procedure' | 'dueAt'> & Parameters<typeof keyOf>[0];

/** The breach of a duty that is done: on record, and nobody is told to do what is done. */
export function untoldBreach(
  missed: Missed,
  limit: Limit,
  known: Instant,
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
    rung: breachRung(limit.ladder),
    told: [],
    nextAt: null,
    basis: basisOf(limit),
  };
}
