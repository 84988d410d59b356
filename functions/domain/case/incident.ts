import type { Channel } from '../classification.ts';
import { type Refusal, refuse } from '../refusal.ts';
import { earliest, type Instant } from '../time.ts';
import type { Case } from './case.ts';
import type { Fact, FactOf, FactType } from './event.ts';
import { isOfReport } from './paper.ts';
import type { FormNumber, Opener, PaperKind } from './terms.ts';

/** How many children one incident may concern: its acts are one transaction over all its cases. */
export const mostChildren = 15;

/** A report of an incident, as it was taken down on Form 01. */
export type IncidentReport = {
  readonly receivedAt: Instant;
  /** When Form 01 was filled in. */
  readonly recordedAt: Instant;
  readonly channel: Channel;
  readonly openedBy: Opener;
  readonly number: FormNumber;
  /** What it says of the incident, sealed; the number of the report is the version of each paper. */
  readonly papers: readonly PaperKind[];
};

/** What the facts of all cases of one incident add up to. */
export type Incident = {
  readonly id: string;
  readonly synthetic: boolean;
  /** Its cases, one for each child, with the report that first told of the child, from 1. */
  readonly cases: readonly { readonly id: string; readonly report: number }[];
  /** Its reports in the order in which they were taken down. */
  readonly reports: readonly IncidentReport[];
};

/**
 * The incident after the facts of one commit on one of its cases; the first report makes it.
 *
 * The same report stands in the record of each case it speaks of and is counted once.
 */
export function incidentAfter(
  before: Incident | undefined,
  caseId: string,
  facts: readonly Fact[],
): Incident {
  const opened = opening(caseId, facts);
  const known = before ?? opened?.incident;
  if (known === undefined) throw new Error('An incident begins with a report');
  const cases = opened === undefined ? [] : [opened.child];
  const told = opened ?? adding(facts);
  const isNew = told !== undefined && told.number > known.reports.length;
  const next = {
    ...known,
    cases: [...known.cases, ...cases],
    reports: isNew ? [...known.reports, told.report] : known.reports,
  };
  return facts.filter((fact) => fact.type === 'ReceiptCorrected').reduce(corrected, next);
}

function factIn<Type extends FactType>(
  facts: readonly Fact[],
  type: Type,
): FactOf<Type> | undefined {
  return facts.find((fact): fact is FactOf<Type> => fact.type === type);
}

function opening(caseId: string, facts: readonly Fact[]) {
  const received = factIn(facts, 'ReportReceived');
  const recorded = factIn(facts, 'ReportRecorded');
  if (received === undefined || recorded === undefined) return undefined;
  const { incident: id, synthetic, openedBy, profile, about } = received;
  const { channel } = profile;
  return {
    incident: { id, synthetic, cases: [], reports: [] },
    child: { id: caseId, report: recorded.report },
    number: recorded.report,
    report: { receivedAt: about, channel, openedBy, ...formOf(recorded) },
  };
}

function adding(facts: readonly Fact[]) {
  const added = factIn(facts, 'ReportAdded');
  if (added === undefined) return undefined;
  const { report: number, receivedAt, channel, openedBy } = added;
  return { number, report: { receivedAt, channel, openedBy, ...formOf(added) } };
}

function formOf({ about, number, papers }: FactOf<'ReportRecorded' | 'ReportAdded'>) {
  const kinds = papers.map(({ kind }) => kind).filter(isOfReport);
  return { recordedAt: about, number, papers: kinds };
}

function corrected(
  incident: Incident,
  { report, receivedAt }: FactOf<'ReceiptCorrected'>,
): Incident {
  const reports = incident.reports.map((each, at) =>
    at + 1 === report ? { ...each, receivedAt } : each,
  );
  return { ...incident, reports };
}

/** When word of a child first came in: the earliest receipt of the reports that speak of it. */
export function receiptOf({ cases, reports }: Incident, caseId: string): Instant {
  const first = cases.find(({ id }) => id === caseId)?.report;
  const receipts = first === undefined ? [] : reports.slice(first - 1);
  const [one] = receipts;
  if (one === undefined) throw new Error('No report of the incident speaks of this case');
  return receipts.reduce((soonest, each) => earliest(soonest, each.receivedAt), one.receivedAt);
}

/**
 * What a fact about an incident leaves on one of its cases: itself, and the receipt if that moves.
 *
 * A receipt never moves past what was done upon it: nobody answers a report that has not come in.
 *
 * @policy 0029
 * @refuses HAPPENED_BEFORE_RECEIPT
 */
export function leftOn(
  state: Case,
  fact: FactOf<'ReportAdded' | 'ReceiptCorrected'>,
  incident: Incident,
): readonly Fact[] | Refusal {
  const { about, known } = fact;
  const receivedAt = receiptOf(incidentAfter(incident, state.id, [fact]), state.id);
  if (receivedAt === state.receivedAt) return [fact];
  if (answersOf(state).some((at) => at < receivedAt))
    return refuse('HAPPENED_BEFORE_RECEIPT', ['receivedAt']);
  return [fact, { type: 'ReceiptMoved', about, known, receivedAt }];
}

/** When the report was answered, as far as the state keeps it: by Form 02, by protection, by the end of the case. */
function answersOf(state: Case): readonly Instant[] {
  const done = state.ended.filter(({ rule }) => rule === 'D04' || rule === 'D05');
  const { emergencySince, investigatedSince, closedAt } = state;
  return [
    ...done.map(({ at }) => at),
    ...[...state.isolations, ...state.care].map(({ from }) => from),
    ...[emergencySince, investigatedSince, closedAt].filter((at) => at !== null),
  ];
}
