import { type Case, debtorOf } from '#domain/case/case.ts';
import { explain, limitBehind } from '#domain/case/deadlines.ts';
import { deadlineId } from '#domain/case/event.ts';
import { intervalLabels } from '#domain/deadline-words.ts';
import { basisOf } from '#domain/procedure.ts';
import type { Resolvers } from '#schema/generated.ts';
import type { Law } from '../context.ts';
import type { OpenDeadline } from '../views.ts';

/** The open deadlines of a case with the limits behind them, the earliest end first. */
export function deadlinesOf(state: Case, { procedures }: Law): readonly OpenDeadline[] {
  const known = state.deadlines.flatMap((open) => {
    const limit = limitBehind(open, procedures);
    return limit === undefined ? [] : [{ open, state, limit }];
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
    rule: ({ open }) => open.rule,
    title: ({ limit }) => limit.title,
    basis: ({ limit }) => basisOf(limit),
    source: ({ limit }) => limit.law ?? limit.policy ?? '',
    leg: ({ open }) => open.leg,
    unitCode: ({ open, state }) => debtorOf(state, open),
    unit: ({ open, state }, _arguments, { units }) => units.load(debtorOf(state, open)),
    responsible: ({ limit }) => limit.by,
    subject: ({ open }) => open.subject,
    startedAt: ({ open }) => open.from,
    dueAt: ({ open }) => open.dueAt,
    status: ({ open }) => open.status,
    planning: ({ open }) => open.planning,
    calendarRevision: ({ open }) => open.calendar,
    breachedAt: ({ open }) => open.breachedAt,
    acknowledgedAt: ({ open }) => open.acknowledgedAt,
    nextTellingAt: ({ open }) => open.nextAt,
    explanation: async ({ open }, _arguments, { law }) => {
      const counted = explain(open, await law());
      if (counted === undefined || counted.status === 'UNPLANNED') return null;
      return [...counted.explanation];
    },
  },
  Interval: {
    label: ({ reason }) => intervalLabels[reason],
    granted: ({ granted }) => granted ?? false,
  },
} satisfies Resolvers;
