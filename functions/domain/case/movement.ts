import { isBreached } from '../deadline.ts';
import type { UnitCode } from '../directory.ts';
import type { RuleId } from '../procedure.ts';
import type { Instant } from '../time.ts';
import { type Case, type Deadline, findDeadline } from './case.ts';
import { debtorPlace } from './debtor.ts';
import type { MigrationFact } from './migration.ts';
import { replan } from './replan.ts';
import type { Tick } from './sweep.ts';
import { type DeadlineStatus, deadlineId } from './terms.ts';

/** Where a deadline ends, as far as that is known. */
export type End = { readonly dueAt: Instant | null; readonly status: DeadlineStatus };

/** An open deadline that would end otherwise: enough to find it, and nothing of the child. */
export type Movement = {
  readonly caseCode: string;
  /** The commune or province that owes it. */
  readonly unit: UnitCode;
  readonly rule: RuleId;
  readonly before: End;
  readonly after: End;
  /** Whether a breach is on record; it stays there. */
  readonly breached: boolean;
  /** Whether the end it would have has passed already. */
  readonly late: boolean;
};

/** An open deadline that a migration moves or ends; nothing after it where it is no longer owed. */
export type Change = Omit<Movement, 'after'> & {
  readonly deadline: string;
  readonly after: End | null;
};

const nobody = { revision: 0, units: new Map(), posts: [] };

/** The open deadlines of a case that would move under a calendar; nothing is recorded. */
export function movements(state: Case, moment: Omit<Tick, 'directory'>): readonly Movement[] {
  // Re-planning tells nobody, so it needs no directory.
  return replan(state, { ...moment, directory: nobody }).flatMap(({ deadline, dueAt, status }) => {
    const before = findDeadline(state, deadlineId(deadline));
    return before === undefined ? [] : [movement(state, before, { dueAt, status }, moment.now)];
  });
}

/** What facts of a migration make of the open deadlines of a case. */
export function changes(
  state: Case,
  facts: readonly MigrationFact[],
  now: Instant,
): readonly Change[] {
  return facts.flatMap((fact) => {
    if (fact.type === 'ProcedureMigrated') return [];
    const deadline = deadlineId(fact.deadline);
    const before = findDeadline(state, deadline);
    if (before === undefined) return [];
    const { dueAt, status } = fact.type === 'DeadlineMoved' ? fact : noEnd;
    const moved = { ...movement(state, before, { dueAt, status }, now), deadline };
    return [fact.type === 'DeadlineMoved' ? moved : { ...moved, after: null }];
  });
}

/** What is no longer owed can be late no more. */
const noEnd: End = { dueAt: null, status: 'PLANNED' };

/** An open deadline of a case beside the end it would have at an instant. */
export function movement(state: Case, open: Deadline, after: End, now: Instant): Movement {
  const { rule, dueAt, status, breachedAt } = open;
  return {
    caseCode: state.code,
    unit: debtorPlace(state, open).unit,
    rule,
    before: { dueAt, status },
    after,
    breached: breachedAt !== null,
    late: isLate(after, now),
  };
}

/** Whether an end has passed; one that does not bind cannot be late. */
export function isLate({ dueAt, status }: End, now: Instant): boolean {
  return dueAt !== null && status !== 'CONDITIONAL' && isBreached(now, dueAt);
}
