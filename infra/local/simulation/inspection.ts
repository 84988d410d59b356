import type { Event, StoredEvent } from '#app/ports/ledger.ts';
import type { Fact } from '#domain/case/event.ts';
import { deadlineId } from '#domain/case/terms.ts';
import { toEpoch } from '#domain/time.ts';
import { type Book, oneMore } from './book.ts';
import { minute } from './local-time.ts';

/** What the records of all cases say, counted from their facts alone. */
export type Inspection = {
  readonly events: number;
  readonly facts: number;
  /** Breaches by rule. */
  readonly breaches: ReadonlyMap<string, number>;
  /** Facts of the ladder written more than one tick after they were due and could be known. */
  readonly late: readonly string[];
  /** Rungs told twice under one planning of one deadline. */
  readonly doubledRungs: readonly string[];
  /** Open deadlines past their end without a breach, and tellings past due that nobody has made. */
  readonly missed: readonly string[];
  /** Acts acknowledged and not on record, or on record and never acknowledged. */
  readonly actDifferences: number;
};

/** The records of the cases, by case. */
export type Records = ReadonlyMap<string, readonly StoredEvent[]>;

/** Reads every record again from its first fact, as it stood at an instant. */
export function inspect(records: Records, book: Book, end: number): Inspection {
  const found = { breaches: new Map<string, number>(), late: [], doubledRungs: [], missed: [] };
  for (const [id, events] of records) follow(id, events, { end, found });
  const events = [...records.values()].flat();
  return {
    ...found,
    events: events.length,
    facts: events.reduce((sum, each) => sum + each.facts.length, 0),
    actDifferences: actDifferences(records, book),
  };
}

type Found = {
  readonly breaches: Map<string, number>;
  readonly late: string[];
  readonly doubledRungs: string[];
  readonly missed: string[];
};

/** A deadline as its facts leave it; `since` is when the last of them was written. */
type Open = {
  readonly dueAt: string | null;
  readonly nextAt: string | null;
  readonly status: string;
  readonly since: number;
  readonly isBreached: boolean;
};

type DeadlineFact = Extract<Fact, { readonly deadline: object }>;

type Following = {
  readonly id: string;
  readonly open: Map<string, Open>;
  readonly rungs: Set<string>;
  readonly found: Found;
};

function follow(
  id: string,
  events: readonly Event[],
  { end, found }: { readonly end: number; readonly found: Found },
): void {
  const following = { id, open: new Map<string, Open>(), rungs: new Set<string>(), found };
  for (const event of events)
    for (const fact of event.facts.filter(isOfDeadline)) take(fact, event, following);
  const left = [...following.open].filter(([, deadline]) => isMissed(deadline, end));
  found.missed.push(...left.map(([key]) => `${id} ${key}`));
}

const isOfDeadline = (fact: Fact): fact is DeadlineFact => 'deadline' in fact;

function take(fact: DeadlineFact, event: Event, following: Following): void {
  const { open, found } = following;
  const key = deadlineId(fact.deadline);
  if (fact.type === 'BreachRecorded') oneMore(found.breaches, fact.deadline.rule);
  if (isOfDoneDuty(fact, event, open.has(key))) return;
  if (isRung(fact)) judge(fact, event, following);
  if (fact.type === 'DeadlineClosed') open.delete(key);
  else open.set(key, after(open.get(key), fact, toEpoch(event.written)));
}

/** A corrected receipt judges what is done again: nobody is told of it, and nothing opens. */
function isOfDoneDuty(fact: DeadlineFact, { act }: Event, isOpen: boolean): boolean {
  if (fact.type === 'DeadlineRejudged') return true;
  return fact.type === 'BreachRecorded' && !isOpen && act !== 'sweep' && fact.told.length === 0;
}

type RungFact = Extract<DeadlineFact, { readonly rung: number; readonly told: object }>;

const isRung = (fact: DeadlineFact): fact is RungFact => 'rung' in fact && 'told' in fact;

function judge(fact: RungFact, event: Event, { id, open, rungs, found }: Following): void {
  const key = deadlineId(fact.deadline);
  const rung = `${key} ${fact.planning} ${fact.rung}`;
  if (rungs.has(rung)) found.doubledRungs.push(`${id} ${rung}`);
  rungs.add(rung);
  if (isLate(fact, open.get(key), event)) found.late.push(`${id} ${rung}`);
}

function after(before: Open | undefined, fact: DeadlineFact, written: number): Open {
  const { dueAt = null, nextAt = null, status = 'PLANNED', isBreached = false } = before ?? {};
  const confirmed = fact.type === 'DeadlineConfirmed' ? 'PLANNED' : status;
  return {
    dueAt: 'dueAt' in fact ? fact.dueAt : dueAt,
    nextAt: 'nextAt' in fact ? fact.nextAt : nextAt,
    status: 'status' in fact ? fact.status : confirmed,
    since: written,
    isBreached: isBreached || fact.type === 'BreachRecorded',
  };
}

const tick = minute;

/** The tick after an instant is the first that can see it; it may take the rest of its minute. */
const firstTickEnds = (at: number): number => Math.ceil(at / tick) * tick + tick;

function isLate(fact: DeadlineFact, open: Open | undefined, { act, written }: Event): boolean {
  // An act that ends a late duty records its breach itself: due at the end, not at the next telling.
  const isByAct = fact.type === 'BreachRecorded' && act !== 'sweep';
  const due = isByAct ? open?.dueAt : open?.nextAt;
  if (open === undefined || due === null || due === undefined) return true;
  return toEpoch(written) >= firstTickEnds(Math.max(Date.parse(due), open.since));
}

function isMissed({ dueAt, nextAt, status, since, isBreached }: Open, end: number): boolean {
  const isOver = (at: string | null) =>
    at !== null && firstTickEnds(Math.max(Date.parse(at), since)) <= end;
  if (status === 'CONDITIONAL' || status === 'UNPLANNED') return false;
  return isOver(nextAt) || (isOver(dueAt) && !isBreached);
}

function actDifferences(records: Records, book: Book): number {
  const ids = [...new Set([...records.keys(), ...book.acts().keys()])];
  const differences = ids.map((id) => {
    const left = new Map(book.acts().get(id));
    const acts = records.get(id)?.filter(({ by }) => by.kind !== 'SYSTEM') ?? [];
    for (const { act } of acts) oneMore(left, act, -1);
    return [...left.values()].reduce((sum, count) => sum + Math.abs(count), 0);
  });
  return differences.reduce((sum, each) => sum + each, 0);
}
