import { accountOf } from '#domain/case/account.ts';
import type { Case } from '#domain/case/case.ts';
import { debtorPlace } from '#domain/case/debtor.ts';
import { beginningOf } from '#domain/case/openings.ts';
import { explain, limitBehind } from '#domain/case/planning.ts';
import { deadlineId } from '#domain/case/terms.ts';
import { basisOf } from '#domain/procedure.ts';
import type { Resolvers } from '#schema/generated.ts';
import type { Law } from '../context.ts';
import type { OpenDeadline } from '../views.ts';

/** The open deadlines of a case with the limits behind them, the earliest end first. */
export function deadlinesOf(state: Case, { procedures }: Law): readonly OpenDeadline[] {
  const known = state.deadlines.flatMap((open) => {
    const limit = limitBehind(open, procedures);
    if (limit === undefined || open.rule === 'P00') return [];
    const { by: trigger, at: startedAt } = beginningOf(open, limit, state);
    return trigger === 'CanarySetOff'
      ? []
      : [{ rule: open.rule, trigger, startedAt, open, state, limit }];
  });
  return known.toSorted((a, b) => (endOf(a) < endOf(b) ? -1 : 1));
}

function endOf({ open }: OpenDeadline): string {
  // What has no end yet comes last; no instant is later than this text.
  return open.dueAt ?? '~';
}

/** One open duty, and why it ends when it does. */
export const deadline = {
  Deadline: {
    id: ({ open }) => deadlineId(open),
    rule: ({ rule }) => rule,
    title: ({ limit }) => limit.title,
    basis: ({ limit }) => basisOf(limit),
    local: ({ open }) => open.local ?? false,
    source: ({ limit }) => limit.law ?? limit.policy ?? '',
    leg: ({ open }) => open.leg,
    unitCode: ({ open, state }) => debtorPlace(state, open).unit,
    unit: ({ open, state }, _arguments, { units }) => units.load(debtorPlace(state, open).unit),
    responsible: ({ limit }) => limit.by,
    subject: ({ open }) => open.subject,
    startedBy: ({ trigger }) => trigger,
    startedAt: ({ startedAt }) => startedAt,
    dueAt: ({ open }) => open.dueAt,
    status: ({ open }) => open.status,
    planning: ({ open }) => open.planning,
    calendarRevision: ({ open }) => open.calendar,
    breachedAt: ({ open }) => open.breachedAt,
    acknowledgedAt: ({ open }) => open.acknowledgedAt,
    nextTellingAt: ({ open }) => open.nextAt,
    pauses: ({ open }) => [...open.pauses],
    extensions: ({ open }) => [...open.extensions],
    pausable: ({ limit }) => limit.pausable ?? null,
    extendable: ({ limit }) => limit.extendable ?? null,
    account: async ({ open, limit, state }, _arguments, { law }) =>
      accountOf(open, limit, state, await law()),
    explanation: async ({ open, state }, _arguments, { law }) => {
      const counted = explain(open, state, await law());
      if (counted === undefined || counted.status === 'UNPLANNED') return null;
      return [...counted.explanation];
    },
  },
} satisfies Resolvers;
