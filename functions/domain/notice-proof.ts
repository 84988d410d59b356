import { type Case, findDeadline } from './case/case.ts';
import type { Fact } from './case/event.ts';
import { deadlineId, type ToldPost } from './case/terms.ts';
import type { Channel, DeliveryState } from './delivery.ts';
import { type Notice, noticesOf, type Told } from './notice.ts';
import type { RuleId } from './procedure.ts';
import { type Instant, plusHours } from './time.ts';

/** How a notice that should or should not exist stands. */
export const noticeVerdicts = [
  'TOLD',
  'WAITING',
  'HELD',
  'NEEDED_NO_LONGER',
  'GIVEN_UP',
  'MISSING',
  'UNEXPECTED',
  'VOID_WITHOUT_REASON',
] as const;
/** One of {@link noticeVerdicts}. */
export type NoticeVerdict = (typeof noticeVerdicts)[number];

// These alone mean that the system has not done what it should; what was given up has an alarm of its own.
const faults: readonly NoticeVerdict[] = ['MISSING', 'UNEXPECTED', 'VOID_WITHOUT_REASON'];

/** Why a notice need not be sent any more. */
export const voidReasons = ['DUTY_OVER', 'END_MOVED', 'KEPT_OUT'] as const;
/** One of {@link voidReasons}. */
export type VoidReason = (typeof voidReasons)[number];

/** What is kept of a notice on one of its ways. */
export type KeptWay = Pick<Notice, 'id'> & {
  readonly channel: Channel;
  readonly to: string;
  readonly state: DeliveryState;
  readonly held: unknown;
};

/** A notice with the event it follows from and how it stands. */
export type ProvenNotice = {
  readonly id: string;
  /** The event it follows from; nothing for one that follows from none. */
  readonly seq: number | null;
  readonly notice: Notice | null;
  readonly verdict: NoticeVerdict;
  readonly reason: VoidReason | null;
  readonly ways: readonly KeptWay[];
};

/** How far the ladder of a duty is climbed. */
export const ladderVerdicts = ['OPEN', 'CLIMBED', 'ENDED', 'NOT_BOUND', 'OVERDUE'] as const;
/** One of {@link ladderVerdicts}. */
export type LadderVerdict = (typeof ladderVerdicts)[number];

/** A duty and why nobody is told more of it. */
export type ProvenDuty = {
  readonly deadline: string;
  readonly rule: RuleId;
  readonly verdict: LadderVerdict;
  /** When somebody is told next, or when it ended. */
  readonly at: Instant | null;
};

/** An event after which nobody could be told: no post was held up to the ministry. */
export type Unheard = { readonly seq: number; readonly type: Fact['type'] };

/** Every notice and duty of a case, and why each was told or was not. */
export type NoticeProof = {
  readonly events: number;
  /** The last event whose notices have been written. */
  readonly projectedTo: number;
  readonly notices: readonly ProvenNotice[];
  readonly duties: readonly ProvenDuty[];
  readonly unheard: readonly Unheard[];
  /** What should be otherwise; nothing where all is as it should be. */
  readonly faults: number;
};

/** What a proof is made from: all events of a case, what they add up to, and what is kept of its notices. */
export type Evidence = {
  readonly events: readonly (Told & { readonly written: Instant })[];
  readonly state: Case;
  readonly projectedTo: number;
  readonly kept: readonly KeptWay[];
  readonly now: Instant;
};

// Two ticks and the way through stream and queue: what is younger may still be on its way.
const onItsWayHours = 1 / 12;

/**
 * Compares the notices that follow from the record with those that are kept, both ways.
 *
 * @policy 0052
 */
export function proveNotices(evidence: Evidence): NoticeProof {
  const { events, projectedTo } = evidence;
  const expected = events.flatMap((event) => noticesOf(event).map((notice) => ({ event, notice })));
  const known = new Set(expected.map(({ notice }) => notice.id));
  const strangers = [...new Set(evidence.kept.map(({ id }) => id))].filter((id) => !known.has(id));
  const notices = [
    ...expected.map(({ event, notice }) => proven(notice, event, evidence)),
    ...strangers.map((id) => unexpected(id, evidence)),
  ];
  const duties = dutiesOf(evidence);
  const wrong = notices.filter(({ verdict }) => faults.includes(verdict)).length;
  const late = duties.filter(({ verdict }) => verdict === 'OVERDUE').length;
  const unheard = events.flatMap(unheardIn);
  return { events: events.length, projectedTo, notices, duties, unheard, faults: wrong + late };
}

function waysOf(id: string, { kept }: Evidence): readonly KeptWay[] {
  return kept.filter((way) => way.id === id);
}

function unexpected(id: string, evidence: Evidence): ProvenNotice {
  const ways = waysOf(id, evidence);
  return { id, seq: null, notice: null, verdict: 'UNEXPECTED', reason: null, ways };
}

function proven(
  notice: Notice,
  event: Evidence['events'][number],
  evidence: Evidence,
): ProvenNotice {
  const ways = waysOf(notice.id, evidence);
  const inbox = ways.find(({ channel }) => channel === 'EMAIL');
  const reason = inbox?.state === 'VOID' ? voidReason(notice, evidence) : null;
  const verdict = inbox === undefined ? absent(event, evidence) : verdictOf(inbox, reason);
  return { id: notice.id, seq: event.seq, notice, verdict, reason, ways };
}

/** What was written a moment ago may still be on its way. */
function absent({ written }: Evidence['events'][number], { now }: Evidence): NoticeVerdict {
  return plusHours(written, onItsWayHours) > now ? 'WAITING' : 'MISSING';
}

function verdictOf({ state, held }: KeptWay, reason: VoidReason | null): NoticeVerdict {
  if (state === 'VOID') return reason === null ? 'VOID_WITHOUT_REASON' : 'NEEDED_NO_LONGER';
  if (state === 'PARKED' || (state === 'PENDING' && held !== null)) return 'HELD';
  return ({ PENDING: 'WAITING', CLAIMED: 'WAITING', SENT: 'TOLD', FAILED: 'GIVEN_UP' } as const)[
    state
  ];
}

/** The reason on record why a notice need not be sent; nothing where there is none. */
function voidReason(notice: Notice, { state, events }: Evidence): VoidReason | null {
  const facts = events.flatMap((event) => event.facts);
  const { duty } = notice;
  if (duty !== null && findDeadline(state, duty.deadline) === undefined) return 'DUTY_OVER';
  const hasOtherEnd = duty !== null && facts.some((fact) => isOtherEnd(fact, duty));
  if (notice.kind === 'REMINDER' && hasOtherEnd) return 'END_MOVED';
  return facts.some(({ type }) => type === 'ConflictDeclared') ? 'KEPT_OUT' : null;
}

function isOtherEnd(fact: Fact, duty: NonNullable<Notice['duty']>): boolean {
  if (fact.type !== 'DeadlineSet' && fact.type !== 'DeadlineMoved') return false;
  return deadlineId(fact.deadline) === duty.deadline && fact.dueAt !== duty.dueAt;
}

/** Every duty there was, with the reason why nobody is told more of it. */
function dutiesOf({ events, state, now }: Evidence): readonly ProvenDuty[] {
  const duties = new Map<string, ProvenDuty>();
  for (const fact of events.flatMap((event) => event.facts)) {
    if (fact.type !== 'DeadlineSet' && fact.type !== 'DeadlineClosed') continue;
    const deadline = deadlineId(fact.deadline);
    const { rule } = fact.deadline;
    duties.set(deadline, { deadline, rule, verdict: 'ENDED', at: fact.about });
  }
  for (const open of state.deadlines) {
    const deadline = deadlineId(open);
    duties.set(deadline, { deadline, rule: open.rule, ...climbed(open, now) });
  }
  return [...duties.values()];
}

type Open = Case['deadlines'][number];

function climbed(
  { nextAt, since, breachedAt }: Open,
  now: Instant,
): Pick<ProvenDuty, 'verdict' | 'at'> {
  if (nextAt === null) return { verdict: breachedAt === null ? 'NOT_BOUND' : 'CLIMBED', at: null };
  const knownAt = nextAt > since ? nextAt : since;
  const isLate = plusHours(knownAt, onItsWayHours) <= now;
  return { verdict: isLate ? 'OVERDUE' : 'OPEN', at: nextAt };
}

function unheardIn({ seq, facts }: Told): readonly Unheard[] {
  return facts
    .filter((fact): fact is Fact & { readonly told: readonly ToldPost[] } => 'told' in fact)
    .filter(({ told }) => told.length === 0)
    .map(({ type }) => ({ seq, type }));
}
