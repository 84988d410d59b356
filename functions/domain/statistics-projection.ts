import type { Fact, FactOf, FactType } from './case/event.ts';
import { deadlineId } from './case/terms.ts';
import { quarterOf, type StatisticalRecord, type TimelinessOutcome } from './statistics.ts';
import { type Instant, localDate } from './time.ts';

/** What of an event statistics look at. */
export type Counted = {
  readonly caseId: string;
  readonly synthetic: boolean;
  readonly emergency: boolean;
  readonly facts: readonly Fact[];
};

/** The statistical record after one more event; nothing before the report has been received. */
export function recordAfter(
  record: StatisticalRecord | undefined,
  event: Counted,
): StatisticalRecord | undefined {
  const next = event.facts.reduce((each, fact) => withFact(each, fact, event), record);
  return next && { ...next, emergency: next.emergency || event.emergency };
}

function withFact(
  record: StatisticalRecord | undefined,
  fact: Fact,
  event: Counted,
): StatisticalRecord | undefined {
  if (fact.type === 'ReportReceived') return opened(fact, event);
  if (record === undefined || isLocal(fact)) return record;
  switch (fact.type) {
    case 'ReportForwarded':
      return { ...record, incidentProvince: fact.province, incidentCommune: fact.unit };
    case 'ReceiptMoved':
      return receivedAt(record, fact.receivedAt);
    case 'HandoverAccepted':
      return { ...record, residenceProvince: fact.province };
    case 'CommuneAssigned':
      return assigned(record, fact);
    case 'ChildCorrected':
      return { ...record, sex: fact.sex, ageGroup: fact.ageGroup };
    case 'DeadlineClosed':
      return closed(record, fact);
    case 'DeadlineRejudged':
      return rejudged(record, fact);
    case 'BreachRecorded':
      return breached(record, fact);
    default:
      return stepped(record, fact);
  }
}

/** Duties of a local procedure are nobody's statistics: what holds in one place cannot be compared with another. */
function isLocal(fact: Fact): boolean {
  return 'deadline' in fact && fact.deadline.local === true;
}

function stepped(record: StatisticalRecord, fact: Fact): StatisticalRecord {
  return isStep(fact) ? { ...record, steps: { ...record.steps, [fact.type]: fact.about } } : record;
}

function assigned(
  record: StatisticalRecord,
  { leg, province, unit }: FactOf<'CommuneAssigned'>,
): StatisticalRecord {
  return leg === 'RESIDENCE'
    ? { ...record, residenceProvince: province }
    : { ...record, incidentProvince: province, incidentCommune: unit };
}

/** A corrected receipt replaces the judgement: it was made on an instant that was wrong. */
function rejudged(
  record: StatisticalRecord,
  { deadline, ...judged }: FactOf<'DeadlineRejudged'>,
): StatisticalRecord {
  const how = outcomeOf(judged);
  const openBreaches = record.openBreaches.filter((open) => open !== deadlineId(deadline));
  return { ...record, openBreaches, timeliness: { ...record.timeliness, [deadline.rule]: how } };
}

function opened(fact: FactOf<'ReportReceived'>, event: Counted): StatisticalRecord {
  const { profile, about, incident, province, unit } = fact;
  return {
    caseId: event.caseId,
    incidentId: incident,
    receivedAt: about,
    period: quarterOf(localDate(about)),
    incidentProvince: province,
    incidentCommune: unit,
    // The receiving officer names the principal category first.
    category: profile.categories[0] ?? 'OTHER',
    sex: profile.sex,
    ageGroup: profile.ageGroup,
    channel: profile.channel,
    emergency: false,
    steps: { ReportReceived: about },
    openBreaches: [],
    timeliness: {},
    synthetic: event.synthetic,
  };
}

/** A case is counted in the quarter of its earliest receipt. */
function receivedAt(record: StatisticalRecord, at: Instant): StatisticalRecord {
  const steps = { ...record.steps, ReportReceived: at };
  return { ...record, receivedAt: at, period: quarterOf(localDate(at)), steps };
}

function breached(record: StatisticalRecord, fact: FactOf<'BreachRecorded'>): StatisticalRecord {
  return { ...record, openBreaches: [...record.openBreaches, deadlineId(fact.deadline)] };
}

// How bad an ending is: a rule that ran several times keeps the worst.
const severity: readonly TimelinessOutcome[] = ['VOID', 'MET', 'MET_LATE'];

/** The end of a duty says how it went: late if it was late, and in time if paper showed so afterwards. */
function closed(record: StatisticalRecord, fact: FactOf<'DeadlineClosed'>): StatisticalRecord {
  const { rule } = fact.deadline;
  const id = deadlineId(fact.deadline);
  const before = record.timeliness[rule] ?? 'VOID';
  const how = outcomeOf(fact);
  const worst = severity.indexOf(how) > severity.indexOf(before) ? how : before;
  return {
    ...record,
    openBreaches: record.openBreaches.filter((open) => open !== id),
    timeliness: { ...record.timeliness, [rule]: worst },
  };
}

/** A clock that did not bind makes nobody late. */
function outcomeOf({ how, unbound }: Pick<FactOf<'DeadlineClosed'>, 'how' | 'unbound'>) {
  return unbound ? 'VOID' : how;
}

const milestones: readonly FactType[] = [
  'InitialAssessed',
  'EmergencyMeasureApplied',
  'IsolationOrdered',
  'NeedsAssessed',
  'PlanSubmitted',
  'PlanApproved',
  'PlanReviewed',
  'CaseClosed',
  'CaseArchived',
];

function isStep(fact: Fact): boolean {
  return milestones.includes(fact.type);
}
