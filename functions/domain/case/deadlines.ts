import { laddersInForce, pinOf } from '../ladders/registry.ts';
import type { LegName, Limit, Procedure, Trigger } from '../procedure.ts';
import { localDate } from '../time.ts';
import {
  accountableLegName,
  type Case,
  type Deadline,
  type Leg,
  legOf,
  planRevision,
} from './case.ts';
import { debtorPlace } from './debtor.ts';
import { confirm, end, suspend } from './endings.ts';
import type { Fact, FactOf } from './event.ts';
import { evolve } from './evolve.ts';
import type { Moment } from './moment.ts';
import { isSameDuty, type Opening, openings, startOfClock } from './openings.ts';
import { planned } from './planning.ts';
import { follows, judgeByHarm, rejudge } from './rederivation.ts';
import { deadlineId } from './terms.ts';
import { takesTurn } from './turn.ts';

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
  const confirmed = left.flatMap((open) => confirm(open, state, fact, commit));
  const replanned = left.flatMap((open) => follows(open, state, fact, commit));
  const rejudged = judgements(state, fact, commit);
  const starting = { state, fact, commit };
  const started = limitsInForce(state, commit.procedures)
    .filter((limit) => limit.from.includes(fact.type as Trigger) && starts(limit, starting, left))
    .flatMap((limit) => start(limit, left, starting));
  return [...ended, ...suspended, ...confirmed, ...replanned, ...rejudged, ...started];
}

/** What is done may be judged again. */
function judgements(state: Case, fact: Fact, commit: Commit): readonly Fact[] {
  if (fact.type === 'ReceiptMoved') return rejudge(state, commit);
  return fact.type === 'InitialAssessed' && fact.seriousHarm ? judgeByHarm(state, commit) : [];
}

/**
 * The limits that hold now: each leg under the versions it pinned, those of the statute and those of the
 * local procedure over it side by side.
 */
export function limitsInForce(state: Case, procedures: readonly Procedure[]): readonly Limit[] {
  const accountable = accountableLegName(state);
  const of = (name: LegName) => {
    const { procedure, overlay } = legOf(state, name);
    const pinned = procedures.filter(({ id }) => id === procedure || id === overlay);
    return pinned.flatMap(({ limits }) => limits);
  };
  return [
    ...of('INCIDENT').filter((limit) => limit.leg === 'INCIDENT'),
    ...of('RESIDENCE').filter((limit) => limit.leg === 'RESIDENCE'),
    ...of(accountable).filter((limit) => limit.leg === 'ACCOUNTABLE'),
  ];
}

/** A receipt, or news about a closed case: the hours run, and a finding makes them bind. */
function isInformation(fact: Fact): boolean {
  return fact.type === 'ReportReceived' || fact.type === 'CaseReopened';
}

function starts(limit: Limit, { fact, state }: Starting, open: readonly Deadline[]): boolean {
  if (limit.when !== undefined && !takesTurn(limit.when, fact, state)) return false;
  if (fact.type === 'CaseReopened') return limit.reopensAt === fact.to;
  if (fact.type === 'FollowUpRecorded') return limit.id === fact.followUp;
  // A second finding never gives more time: the duty that already runs is confirmed instead.
  if (fact.type === 'EmergencyRaised') return !open.some((each) => isOfLimit(each, limit));
  return true;
}

function start(
  limit: Limit,
  left: readonly Deadline[],
  starting: Starting,
): readonly FactOf<'DeadlineSet'>[] {
  const running = left.filter((each) => isOfLimit(each, limit));
  return openings(limit, starting.state, starting.fact)
    .filter((opening) => !running.some((open) => isSameDuty(opening, open)))
    .map((opening) => set(limit, opening, starting));
}

function isOfLimit({ rule, local }: Deadline, limit: Limit): boolean {
  return rule === limit.id && local === limit.local;
}

/** The version a limit stands in, of those a leg has pinned. */
function versionOf({ local }: Limit, { procedure, overlay }: Leg): string {
  return (local && overlay) || procedure;
}

type Starting = {
  readonly state: Case;
  readonly fact: Fact;
  readonly commit: Commit;
};

function set(limit: Limit, opening: Opening, starting: Starting): FactOf<'DeadlineSet'> {
  const { state, fact, commit } = starting;
  const leg = limit.leg === 'ACCOUNTABLE' ? accountableLegName(state) : limit.leg;
  const duty = {
    rule: limit.id,
    leg,
    subject: opening.subject,
    from: startOfClock(limit, state, fact),
    count: opening.count ?? null,
    named: opening.named ?? null,
    pauses: [],
    extensions: [],
  };
  const conditional = limit.conditional && isInformation(fact);
  const { calendar } = commit;
  const { province } = debtorPlace(state, duty);
  const policy = laddersInForce(commit.ladders, [province], localDate(commit.now));
  const ladder = policy.ladders[limit.ladder];
  const plan = planned(limit, duty, duty.from, { state, calendar, ladder, conditional });
  return {
    type: 'DeadlineSet',
    about: fact.about,
    known: commit.now,
    deadline: {
      rule: limit.id,
      leg,
      cycle: state.cycle,
      subject: duty.subject,
      triggerSeq: commit.seq,
      planRevision: planRevision(state),
      ...(limit.local && { local: limit.local }),
    },
    planning: 0,
    procedure: versionOf(limit, legOf(state, leg)),
    trigger: fact.type as Trigger,
    from: duty.from,
    ...plan,
    calendar: calendar.revision,
    ...pinOf(policy),
    ...(opening.count !== undefined && { count: opening.count }),
    ...(opening.named !== undefined && { named: opening.named }),
  };
}
