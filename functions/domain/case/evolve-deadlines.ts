import { pinned } from '../ladders/registry.ts';
import type { Instant } from '../time.ts';
import type { Case, Deadline, Ended, Standstill } from './case.ts';
import type { DeadlineFact } from './deadline-facts.ts';
import type { FactOf } from './event.ts';
import { keyOf } from './planning.ts';
import { type DeadlineKey, deadlineId } from './terms.ts';

type Evolvers = {
  readonly [Type in DeadlineFact['type']]: (state: Case, fact: FactOf<Type>) => Case;
};

/** The case after one more fact about a duty. */
export const deadlineEvolvers: Evolvers = {
  DeadlineSet: (state, fact) => ({ ...state, deadlines: [...state.deadlines, newDeadline(fact)] }),
  DeadlineMoved: (state, fact) =>
    changeDeadline(state, fact, {
      ...(fact.from !== undefined && { from: fact.from }),
      ...(fact.procedure !== undefined && { procedure: fact.procedure }),
      dueAt: fact.dueAt,
      status: fact.status,
      planning: fact.planning,
      calendar: fact.calendar,
      nextAt: fact.nextAt,
      rung: fact.rung,
      since: fact.known,
    }),
  DeadlinePaused: (state, { about: from, until, ground, document, ...fact }) =>
    withDeadline(state, fact, ({ pauses }) => ({
      pauses: [...pauses, { from, until, ground, document, resumed: false }],
    })),
  DeadlineResumed: (state, { about: until, ...fact }) =>
    withDeadline(state, fact, ({ pauses }) => ({
      // One that ran out by itself stays as long as it was.
      pauses: pauses.map((each) =>
        standsStillAt(each, until) ? { ...each, until, resumed: true } : each,
      ),
    })),
  DeadlineExtended: (state, { extra, ground, document, ...fact }) =>
    withDeadline(state, fact, ({ extensions }) => ({
      extensions: [...extensions, { extra, ground, document }],
    })),
  DeadlineConfirmed: (state, fact) =>
    changeDeadline(state, fact, { status: 'PLANNED', nextAt: fact.nextAt, since: fact.known }),
  DeadlineClosed: (state, fact) => {
    const id = deadlineId(fact.deadline);
    const over = state.deadlines.find((each) => deadlineId(each) === id);
    const deadlines = state.deadlines.filter((each) => each !== over);
    return { ...state, deadlines, ended: [...state.ended, ...endedBy(over, fact)] };
  },
  DeadlineRejudged: (state, { deadline, planning, dueAt, how }) => ({
    ...state,
    ended: state.ended.map((each) =>
      deadlineId(each) === deadlineId(deadline)
        ? boundByHarm({ ...each, planning, dueAt, how }, state)
        : each,
    ),
  }),
  Acknowledged: (state, fact) =>
    changeDeadline(state, fact, { acknowledgedAt: fact.about, nextAt: fact.nextAt }),
  ReminderRecorded: (state, fact) => climbed(state, fact, {}),
  BreachRecorded: (state, fact) => climbed(state, fact, { breachedAt: fact.about }),
  Escalated: (state, fact) => climbed(state, fact, {}),
};

/** Whether a clock that was stopped still stands at an instant. */
export function standsStillAt({ from, until, resumed }: Standstill, at: Instant): boolean {
  return !resumed && from <= at && at < until;
}

function newDeadline(fact: FactOf<'DeadlineSet'>): Deadline {
  return {
    ...fact.deadline,
    procedure: fact.procedure,
    trigger: fact.trigger,
    from: fact.from,
    dueAt: fact.dueAt,
    status: fact.status,
    planning: fact.planning,
    calendar: fact.calendar,
    since: fact.known,
    rung: fact.rung,
    nextAt: fact.nextAt,
    breachedAt: null,
    acknowledgedAt: null,
    ...pinned(fact),
    count: fact.count ?? null,
    named: fact.named ?? null,
    pauses: [],
    extensions: [],
  };
}

/** Only what was due from the receipt on, or did not bind yet, can be judged again, and only when it was done. */
function endedBy(
  over: Deadline | undefined,
  { how, about }: FactOf<'DeadlineClosed'>,
): readonly Ended[] {
  if (over === undefined || how === 'VOID' || over.dueAt === null) return [];
  const { procedure, planning, dueAt, trigger } = over;
  const conditional = isUnbound(over) && ({ conditional: true } as const);
  if (trigger !== 'ReportReceived' && !conditional) return [];
  const kept = { ...keyOf(over), ...pinned(over), procedure, planning, dueAt };
  return [{ ...kept, at: about, how, ...conditional }];
}

/** Whether a duty has not bound yet; one breached while it did has that on record. */
export function isUnbound({ status, breachedAt }: Deadline): boolean {
  return status === 'CONDITIONAL' && breachedAt === null;
}

/** A duty done before it was known to bind, which it does once Form 02 of the same course finds serious harm. */
export function boundByHarm(ended: Ended, { seriousHarm, cycle }: Case): Ended {
  if (seriousHarm !== true || ended.cycle !== cycle) return ended;
  const { conditional: _, ...bound } = ended;
  return bound;
}

function climbed(
  state: Case,
  fact: FactOf<'ReminderRecorded' | 'BreachRecorded' | 'Escalated'>,
  more: Partial<Deadline>,
): Case {
  return changeDeadline(state, fact, { ...more, rung: fact.rung + 1, nextAt: fact.nextAt });
}

type Change = (open: Deadline) => Partial<Deadline>;

function changeDeadline(
  state: Case,
  fact: { readonly deadline: DeadlineKey },
  change: Partial<Deadline>,
): Case {
  return withDeadline(state, fact, () => change);
}

function withDeadline(
  state: Case,
  { deadline }: { readonly deadline: DeadlineKey },
  change: Change,
): Case {
  const id = deadlineId(deadline);
  const deadlines = state.deadlines.map((each) =>
    deadlineId(each) === id ? { ...each, ...change(each) } : each,
  );
  return { ...state, deadlines };
}
