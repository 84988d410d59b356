import type { CareForm, ReliefGround } from './case/terms.ts';
import type { Span } from './deadline.ts';
import type { Role, UnitCode } from './directory.ts';
import type { PlainDate } from './time.ts';

/** The six steps of the decree as a case waits in them, and its two ends. */
export const steps = [
  'INITIAL_ASSESSMENT',
  'NEEDS_ASSESSMENT',
  'PLAN_DRAFTING',
  'PLAN_APPROVAL',
  'EXECUTION',
  'CLOSING',
  'CLOSED',
  'ARCHIVED',
] as const;
/** One of {@link steps}. */
export type Step = (typeof steps)[number];

/** The incident leg is answered by the commune of the incident, the residence leg by that of residence. */
export const legs = ['INCIDENT', 'RESIDENCE'] as const;
/** One of {@link legs}. */
export type LegName = (typeof legs)[number];

/** Whose duty a limit is: of one leg's commune, or of the commune that answers when it starts. */
export type LimitLeg = LegName | 'ACCOUNTABLE';

/** The ladders: an emergency climbs in hours, the rest in working days, a duty of the province or the ministry from there. */
export const ladderNames = ['EMERGENCY', 'ROUTINE', 'PROVINCE', 'MINISTRY'] as const;
/** One of {@link ladderNames}, or the one rung of the canary. */
export type LadderName = (typeof ladderNames)[number] | 'CANARY';

/** The duties under a time limit; D-numbers follow the transcription of the law, P-numbers are policy. */
export const rules = [
  'D02',
  'D03',
  'D04',
  'D05',
  'D06',
  'D07',
  'D08',
  'D09',
  'D10',
  'D11',
  'D12',
  'D13',
  'D14',
  'D15',
  'D16',
  'D17',
  'D26',
  'P01',
  'P02',
  'P03',
  'P04',
  'P05',
  'P06',
  'P07',
  'P08',
] as const;
/** One of {@link rules}, or that of the canary: nobody's duty, and in no schema. */
export type RuleId = (typeof rules)[number] | 'P00';

/** Where the limit stands: in a law, or in one of our policy records. Never both. */
export type Basis =
  | { readonly law: string; readonly policy?: never }
  | { readonly policy: string; readonly law?: never };

/** What a deadline is counted for where a case may have several. */
export type Subject = 'PLAN_ITEM' | 'PLAN' | 'ISOLATION' | 'CARE' | 'CHILD' | 'GLASS' | 'REQUEST';

/** A turn of the case on which a duty starts or ends. */
export type Turn =
  | 'GOES_ON'
  | 'ENDS'
  | 'PLACE_DISPUTED'
  | 'PLACE_SETTLED'
  | 'HARM_FOUND'
  | 'FOR_PROVINCE'
  | 'FOR_MINISTRY';

/** When a duty that comes again is due, in units of its span from the start of it all. */
export type Series = { readonly at: readonly number[]; readonly every: number };

/** More time that may be granted: on which grounds, how much in total, and by whom. */
export type Relief = {
  readonly grounds: readonly ReliefGround[];
  /** For a stopped clock calendar days, for an extension units of the limit; all grants together. */
  readonly atMost: number;
  readonly by: Role;
  readonly policy: string;
};

/** The types of facts that start, meet or void a duty. */
export type Trigger =
  | 'CanarySetOff'
  | 'ReportReceived'
  | 'ReportRecorded'
  | 'ReportForwarded'
  | 'InitialAssessed'
  | 'EmergencyRaised'
  | 'EmergencyLowered'
  | 'EmergencyMeasureApplied'
  | 'IsolationOrdered'
  | 'IsolationExtended'
  | 'IsolationEnded'
  | 'HandoverOffered'
  | 'HandoverAccepted'
  | 'HandoverDeclined'
  | 'NeedsAssessed'
  | 'PlanSubmitted'
  | 'PlanReturned'
  | 'PlanApproved'
  | 'PlanAdjusted'
  | 'DecisionSent'
  | 'PlanItemStarted'
  | 'PlanItemCompleted'
  | 'PlanReviewed'
  | 'CaseClosed'
  | 'CaseArchived'
  | 'CaseReopened'
  | 'ReportUnfounded'
  | 'CommuneAssigned'
  | 'PlanRefused'
  | 'CourtRequested'
  | 'CarePlaced'
  | 'FollowUpRecorded'
  | 'CareEnded'
  | 'ChildCorrected'
  | 'ResidenceCorrected'
  | 'GlassBroken'
  | 'GlassReviewed'
  | 'SubjectRequestRecorded'
  | 'SubjectRequestAnswered';

/** One time limit of a procedure. */
export type Limit = Basis & {
  readonly id: RuleId;
  readonly title: { readonly vi: string; readonly en: string };
  readonly leg: LimitLeg;
  readonly within: Span;
  /** Facts that start the duty. */
  readonly from: readonly Trigger[];
  /** Facts that fulfil it. */
  readonly until: readonly Trigger[];
  /** Facts after which the duty no longer exists. */
  readonly voidedBy: readonly Trigger[];
  readonly each?: Subject;
  readonly series?: Series;
  /** The forms of care it holds for; all of them where nothing is said. */
  readonly careForms?: readonly CareForm[];
  /** Where a reopened case has to stand for the duty to start again. */
  readonly reopensAt?: Step;
  /** Grants no limit of the law takes: the law that sets the time would have to say so. */
  readonly pausable?: Relief;
  readonly extendable?: Relief;
  /**
   * Starts only when the assessment or review goes on to a plan, only when it leads to the end, only when
   * the commune of residence is unknown or will not have the case, only when Form 02 finds serious harm
   * and nothing was done against it yet, or only when the province or the ministry has to judge.
   */
  readonly when?: Turn;
  /** The turn after which it is no longer owed. */
  readonly voidWhen?: Turn;
  /** Runs from the start but binds only once serious harm or an emergency is found. */
  readonly conditional: boolean;
  readonly by: Role;
  readonly ladder: LadderName;
  /** Where the law gives the limit but not its start: the policy record that chooses it. */
  readonly startChosenBy?: string;
  /** Of a local procedure: owed beside what the statute says, and never instead of it. */
  readonly local?: true;
  /** Duties of the statute, one after another, that a local limit speaks of; its own rule where nothing is said. */
  readonly beside?: readonly RuleId[];
};

/** A unit holds itself to a local procedure that is not its own, by a decision that is on record. */
export type Adoption = {
  readonly by: UnitCode;
  readonly from: PlainDate;
  readonly until?: PlainDate;
  /** Number of the policy record, or of the document of the unit. */
  readonly policy: string;
};

/** A version of the procedure, or of a local one that lies over it: where and when it is in force, and its limits. */
export type Procedure = {
  readonly id: string;
  /** Of a local procedure: the id of the statute it lies over. */
  readonly over?: string;
  readonly adoptedBy?: readonly Adoption[];
  /** What of the text is not known for sure. */
  readonly unconfirmed?: string;
  readonly title: string;
  readonly decidedBy: string;
  readonly validFrom: PlainDate;
  readonly validUntil?: PlainDate;
  /** Units it holds in; the nation for everywhere. */
  readonly territory: readonly UnitCode[];
  readonly limits: readonly Limit[];
};

type LimitText = Basis &
  Pick<Limit, 'title' | 'leg' | 'within' | 'from' | 'until' | 'by'> &
  Partial<Omit<Limit, 'id' | keyof Basis>>;

/** Writes down one limit; a routine, unconditional one unless it says otherwise. */
export function limit(id: RuleId, text: LimitText): Limit {
  return { id, voidedBy: [], conditional: false, ladder: 'ROUTINE', ...text };
}

/** The limit of a procedure with this id. */
export function limitOf(procedure: Procedure, rule: RuleId): Limit | undefined {
  return procedure.limits.find((limit) => limit.id === rule);
}

/** What a limit stands in. */
export type BasisKind = 'LAW' | 'POLICY' | 'LOCAL';

/** Whether a limit is of law, of our policy or of a local procedure. */
export function basisOf({ law, local }: Basis & Pick<Limit, 'local'>): BasisKind {
  if (local) return 'LOCAL';
  return law === undefined ? 'POLICY' : 'LAW';
}
