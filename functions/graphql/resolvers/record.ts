import type { StoredEvent } from '#app/ports/ledger.ts';
import type { Fact } from '#domain/case/event.ts';
import { deadlineId } from '#domain/case/terms.ts';
import type { Resolvers } from '#schema/generated.ts';
import { connection, wishOf } from '../cursor.ts';

function pageOf(events: readonly StoredEvent[], first: number) {
  const rows = events.slice(0, first);
  const last = rows.at(-1);
  const next = events.length > first && last !== undefined ? String(last.seq) : undefined;
  return { rows, next };
}

/** The record of a case: what happened, without any content. */
export const record = {
  Case: {
    history: async ({ state }, page, { actor, around }) => {
      const listing = { name: 'history', of: state.id, actor, world: around.world };
      const { first, after } = wishOf(page, listing);
      const events = await around.ledger.events(state.id, Number(after ?? 0));
      return connection(pageOf(events, first), listing);
    },
  },
  HistoryEntry: {
    version: ({ revision }) => revision,
    writtenAt: ({ written }) => written,
    byKind: ({ by }) => by.kind,
    facts: ({ facts }) => [...facts],
    previousHash: ({ previous }) => previous,
  },
  HistoryFact: {
    deadline: (fact) => ('deadline' in fact ? deadlineId(fact.deadline) : null),
    dueAt: (fact) => ('dueAt' in fact ? fact.dueAt : null),
    calendarRevision: (fact) => ('calendar' in fact ? fact.calendar : null),
    told: (fact) => ('told' in fact ? [...fact.told] : null),
    basis: (fact) => ('basis' in fact ? fact.basis : null),
    how: (fact) => ('how' in fact ? fact.how : null),
    number: (fact) => ('number' in fact ? fact.number : null),
    why: (fact) => ('why' in fact ? fact.why : null),
    ground: (fact) => ('extra' in fact || 'until' in fact ? fact.ground : null),
    procedure: versionIn,
    document: (fact) => ('document' in fact ? fact.document : null),
    report: (fact) => ('report' in fact ? fact.report : null),
    receivedAt: (fact) => ('receivedAt' in fact ? fact.receivedAt : null),
    acknowledgedBy: (fact) => (fact.type === 'Acknowledged' ? fact.post : null),
    byLink: (fact) => (fact.type === 'Acknowledged' ? fact.anonymous === true : null),
  },
  ToldPost: {
    unitCode: ({ unit }) => unit,
  },
} satisfies Resolvers;

/** The version a fact brings in, or that what it sets is owed under. */
function versionIn(fact: Fact): string | null {
  if (fact.type === 'ProcedureMigrated') return fact.to;
  return ('procedure' in fact ? fact.procedure : null) ?? null;
}
