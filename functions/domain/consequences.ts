import { type Agency, agencyAt, byAgency, type Owed, owedIn } from './agency.ts';
import type { Calendar } from './calendar.ts';
import type { Case, Deadline } from './case/case.ts';
import { isLate, type Movement, movement } from './case/movement.ts';
import { calendarOf, limitBehind, moved } from './case/planning.ts';
import { communesTold, rolesTold } from './case/sweep.ts';
import type { UnitCode } from './directory.ts';
import { rungAt } from './escalation.ts';
import type { LadderPolicy, Rung, RungKind } from './ladder.ts';
import { ladderBehind } from './ladders/registry.ts';
import type { Procedure } from './procedure.ts';
import { type Instant, plusHours } from './time.ts';

/** How often the ladders would tell the posts of an agency something, if each of its posts is held. */
export type LadderLoad = Readonly<Record<RungKind, number>>;

/** What a draft would do to an agency. */
export type AgencyChange = Agency & {
  /** Duties it owes that would be overdue at once. */
  readonly overdue: number;
  /** Duties it owes that are overdue and would not be; a breach on record stays there. */
  readonly relieved: number;
  /** What it is told in the next seven days as things stand, and what it would be, nothing else happening. */
  readonly before: LadderLoad;
  readonly after: LadderLoad;
};

/** What a draft would do to some cases. */
export type Consequences = {
  readonly movements: readonly Movement[];
  /** The agencies that owe a duty or are told of one. */
  readonly agencies: readonly AgencyChange[];
};

/** Whose duties a draft is tried on, when and on which law. */
export type Trial = {
  readonly unit: UnitCode;
  /** The drafted procedure; it stands in for the one of its id. */
  readonly draft: Procedure;
  readonly now: Instant;
  readonly calendar: Calendar;
  readonly procedures: readonly Procedure[];
  readonly ladders: readonly LadderPolicy[];
};

/**
 * What a drafted procedure would do to the open duties set under the one it stands in for.
 *
 * They are counted as re-planning counts them, so that this is what a real change would do. Nothing is recorded;
 * what several sets of cases come to adds up.
 */
export function consequences(states: readonly Case[], trial: Trial): Consequences {
  const duties = owedIn(trial.unit, states, trial.procedures);
  const changes = duties.map((duty) => changeOf(duty, trial));
  return {
    movements: changes.flatMap(({ movement }) => movement ?? []),
    agencies: byAgency(changes.flatMap((change) => marksOf(change, trial))).map(tallied),
  };
}

type Change = {
  readonly before: Owed;
  readonly after: Owed;
  readonly movement: Movement | undefined;
};

function changeOf(before: Owed, { draft, now, calendar, procedures, ladders }: Trial): Change {
  const { state, open } = before;
  const law = {
    now,
    calendar,
    ladders,
    procedures: procedures.map((of) => (of.id === draft.id ? draft : of)),
  };
  const limit = limitBehind(open, law.procedures);
  if (limit === undefined || limit === before.limit)
    return { before, after: before, movement: undefined };
  const [fact] = moved({ before: open, after: open, why: 'MIGRATED' }, state, law);
  if (fact === undefined) return { before, after: { ...before, limit }, movement: undefined };
  const { dueAt, status, rung, nextAt } = fact;
  return {
    before,
    after: { ...before, limit, open: { ...open, dueAt, status, rung, nextAt } },
    movement: movement(state, open, { dueAt, status }, now),
  };
}

type Mark = 'OVERDUE' | 'RELIEVED' | `${'BEFORE' | 'AFTER'}_${RungKind}`;
type Marked = { readonly agency: Agency; readonly mark: Mark };

function marksOf({ before, after }: Change, trial: Trial): readonly Marked[] {
  const { agency, open } = before;
  const [was, is] = [isLate(open, trial.now), isLate(after.open, trial.now)];
  const isNew = is && !was && open.breachedAt === null;
  return [
    ...(isNew ? [{ agency, mark: 'OVERDUE' } as const] : []),
    ...(was && !is ? [{ agency, mark: 'RELIEVED' } as const] : []),
    ...tellings(before, trial).map(({ kind, ...each }) => ({
      ...each,
      mark: `BEFORE_${kind}` as const,
    })),
    ...tellings(after, trial).map(({ kind, ...each }) => ({
      ...each,
      mark: `AFTER_${kind}` as const,
    })),
  ];
}

type Telling = { readonly agency: Agency; readonly kind: RungKind };

const loadDays = 7;

/** Whom the ladder of a duty tells what in the days to come, while nobody does the duty. */
function tellings(
  { state, open, limit }: Owed,
  { now, calendar, ladders }: Trial,
): readonly Telling[] {
  const until = plusHours(now, 24 * loadDays);
  const { from, dueAt } = open;
  const days = calendarOf(open, state, calendar);
  const { rungs } = ladderBehind(open, limit, ladders);
  const told: Telling[] = [];
  let at: Instant | null = open.nextAt;
  for (let rung = open.rung; at !== null && dueAt !== null && at <= until; rung += 1) {
    told.push(...tellingsOf(rungs[rung], open, state));
    at = rungAt(rungs, rung + 1, { from, dueAt }, days) ?? null;
  }
  return told;
}

function tellingsOf(rung: Rung | undefined, open: Deadline, state: Case): readonly Telling[] {
  if (rung === undefined) throw new Error(`${open.rule} is due on no rung of its procedure`);
  const agencies = communesTold(open, state).flatMap((commune) =>
    rolesTold(rung, state).map((role) => ({ agency: agencyAt(role, commune), kind: rung.kind })),
  );
  // Two communes of one province have one supervisor.
  return byAgency(agencies).flatMap(([, [first]]) => first ?? []);
}

function tallied([agency, marks]: readonly [Agency, readonly Marked[]]): AgencyChange {
  const count = (wanted: Mark) => marks.filter(({ mark }) => mark === wanted).length;
  const load = (when: 'BEFORE' | 'AFTER'): LadderLoad => ({
    REMINDER: count(`${when}_REMINDER`),
    BREACH: count(`${when}_BREACH`),
    ESCALATION: count(`${when}_ESCALATION`),
  });
  return {
    ...agency,
    overdue: count('OVERDUE'),
    relieved: count('RELIEVED'),
    before: load('BEFORE'),
    after: load('AFTER'),
  };
}
