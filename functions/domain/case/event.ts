import type { AbuseCategory, AgeGroup, Channel, Sex, SubjectGroup } from '../classification.ts';
import type { Post, Role, UnitCode } from '../directory.ts';
import type { RungKind } from '../escalation.ts';
import type { LegName, RuleId } from '../procedure.ts';
import type { Instant, PlainDate } from '../time.ts';

/** The sealed papers of a case; a new version is a new item and the old one stays. */
export const paperKinds = [
  'IDENTITY',
  'NARRATIVE',
  'INFORMANT',
  'PERPETRATOR',
  'FORM02',
  'FORM03',
  'MINUTES',
  'FORM04',
  'FORM05',
  'FORM06',
  'FORM07',
  'MEASURE',
  'NOTE',
] as const;
/** One of {@link paperKinds}. */
export type PaperKind = (typeof paperKinds)[number];

/** A sealed paper by kind and version; the content is never in a fact. */
export type PaperRef = { readonly kind: PaperKind; readonly version: number };

/** The numbered forms of Decree 56/2017, in the agency's running order of the year. */
export const forms = ['F01', 'F02', 'F03', 'F04', 'F05', 'F06', 'F07'] as const;
/** One of {@link forms}. */
export type Form = (typeof forms)[number];

/** A form with its running number at the agency that drew it up. */
export type FormNumber = {
  readonly form: Form;
  readonly agency: string;
  readonly year: number;
  readonly number: number;
};

/** What is known of the child without saying who it is; the part of a record that may be counted. */
export type Profile = {
  readonly categories: readonly AbuseCategory[];
  readonly subjectGroup: SubjectGroup;
  readonly sex: Sex;
  readonly ageGroup: AgeGroup;
  readonly channel: Channel;
};

/** A service or task of the plan (Decree 56/2017 Art. 28.3); its wording is in the sealed form. */
export type PlanItem = {
  readonly id: string;
  readonly measure: string;
  readonly startOn: PlainDate;
  readonly endOn: PlainDate;
  readonly costVnd: number;
};

/** What makes a deadline the same one after any number of re-plannings. */
export type DeadlineKey = {
  readonly rule: RuleId;
  readonly leg: LegName;
  readonly cycle: number;
  readonly subject: string;
  readonly triggerSeq: number;
  readonly planRevision: number;
};

/** How the end of a deadline stands. */
export const deadlineStatuses = ['PLANNED', 'PROVISIONAL', 'UNPLANNED', 'CONDITIONAL'] as const;
/** One of {@link deadlineStatuses}. */
export type DeadlineStatus = (typeof deadlineStatuses)[number];

/** Why an emergency was found (Decree 56/2017 Art. 31.1). */
export const emergencyGrounds = ['THREATENED_SERIOUS_HARM', 'CARER_IS_HARM_SOURCE'] as const;
/** One of {@link emergencyGrounds}. */
export type EmergencyGround = (typeof emergencyGrounds)[number];

/** Why a child may be taken from parents or carers (Decree 56/2017 Art. 32.1). */
export const isolationGrounds = [
  'ABUSED_BY_CARER',
  'CARER_REFUSES_PLAN',
  'RISK_OF_CONTINUED_ABUSE',
] as const;
/** One of {@link isolationGrounds}. */
export type IsolationGround = (typeof isolationGrounds)[number];

/** How an isolation ended (Circular 14/2020 Art. 14.3). */
export const isolationOutcomes = ['RETURNED_HOME', 'ALTERNATIVE_CARE', 'COURT_REQUESTED'] as const;
/** One of {@link isolationOutcomes}. */
export type IsolationOutcome = (typeof isolationOutcomes)[number];

/** What the review proposes (Decree 56/2017 Art. 30.1). */
export const reviewOutcomes = ['CLOSE', 'CONTINUE'] as const;
/** One of {@link reviewOutcomes}. */
export type ReviewOutcome = (typeof reviewOutcomes)[number];

/** The emergency measures of Decree 56/2017 Arts 31–32 other than isolation. */
export const emergencyMeasures = [
  'ACT_STOPPED_BY_POLICE',
  'FIRST_AID',
  'MEDICAL_TREATMENT',
  'EVIDENCE_KEPT',
  'SAFE_SHELTER',
  'TEMPORARY_ALTERNATIVE_CARE',
] as const;
/** One of {@link emergencyMeasures}. */
export type EmergencyMeasure = (typeof emergencyMeasures)[number];

/** How a deadline ended. */
export const closings = ['MET', 'MET_LATE', 'VOID'] as const;
/** One of {@link closings}. */
export type Closing = (typeof closings)[number];

/** Why a recorded instant is corrected: it was written down wrong, or other proof has come up. */
export const correctionReasons = ['SLIP', 'EVIDENCE'] as const;
/** One of {@link correctionReasons}. */
export type CorrectionReason = (typeof correctionReasons)[number];

/** Who took a report down. */
export type Opener = { readonly unit: UnitCode; readonly agency: string; readonly role: Role };

/** A post as it was resolved when the fact was written; projection never asks "who was it then". */
export type ToldPost = Pick<Post, 'id' | 'role' | 'unit'>;

type Dated<Type extends string, More = unknown> = {
  readonly type: Type;
  /** When it happened in the world. */
  readonly about: Instant;
  /** When it could first be known here. */
  readonly known: Instant;
} & More;

type WithPapers = { readonly papers: readonly PaperRef[] };
type OfDeadline = { readonly deadline: DeadlineKey; readonly planning: number };
type OnLadder = OfDeadline & {
  readonly procedure: string;
  readonly dueAt: Instant;
  readonly rung: number;
  readonly told: readonly ToldPost[];
  readonly nextAt: Instant | null;
};

/** What can have happened to a case. Complete, dated, never changed. */
export type Fact =
  | Dated<
      'ReportReceived',
      {
        readonly incident: string;
        readonly code: string;
        readonly openedBy: Opener;
        readonly unit: UnitCode;
        readonly province: UnitCode;
        readonly procedure: string;
        readonly residenceUnit: UnitCode | null;
        readonly profile: Profile;
        readonly synthetic: boolean;
      }
    >
  | Dated<
      'ReportRecorded',
      WithPapers & {
        readonly number: FormNumber;
        /** Which report of the incident first told of the child, from 1. */
        readonly report: number;
      }
    >
  | Dated<'ReportForwarded', { readonly unit: UnitCode; readonly told: readonly ToldPost[] }>
  | Dated<
      'ReportAdded',
      WithPapers & {
        readonly report: number;
        readonly number: FormNumber;
        readonly receivedAt: Instant;
        readonly channel: Channel;
        readonly openedBy: Opener;
        readonly told: readonly ToldPost[];
      }
    >
  | Dated<
      'ReceiptCorrected',
      {
        readonly report: number;
        readonly receivedAt: Instant;
        readonly reason: CorrectionReason;
      }
    >
  /** The earliest receipt of the reports that speak of the child is another one now. */
  | Dated<'ReceiptMoved', { readonly receivedAt: Instant }>
  | Dated<
      'InitialAssessed',
      WithPapers & {
        readonly number: FormNumber;
        readonly seriousHarm: boolean;
        readonly procedure: string;
      }
    >
  | Dated<'EmergencyRaised', { readonly ground: EmergencyGround }>
  | Dated<'EmergencyLowered', { readonly raisedInError: boolean }>
  | Dated<
      'EmergencyMeasureApplied',
      WithPapers & { readonly measures: readonly EmergencyMeasure[] }
    >
  | Dated<
      'IsolationOrdered',
      WithPapers & {
        readonly number: FormNumber;
        readonly ground: IsolationGround;
        readonly days: number;
        readonly order: string;
      }
    >
  | Dated<'IsolationExtended', WithPapers & { readonly order: string; readonly days: number }>
  | Dated<
      'IsolationEnded',
      WithPapers & { readonly order: string; readonly outcome: IsolationOutcome }
    >
  | Dated<
      'HandoverOffered',
      {
        readonly to: UnitCode;
        readonly province: UnitCode;
        readonly told: readonly ToldPost[];
      }
    >
  | Dated<
      'HandoverAccepted',
      {
        readonly unit: UnitCode;
        readonly province: UnitCode;
        readonly procedure: string;
        readonly told: readonly ToldPost[];
      }
    >
  | Dated<'HandoverDeclined', { readonly unit: UnitCode; readonly told: readonly ToldPost[] }>
  | Dated<
      'NeedsAssessed',
      WithPapers & { readonly number: FormNumber; readonly planNeeded: boolean }
    >
  | Dated<'MeetingRecorded', WithPapers>
  | Dated<
      'PlanSubmitted',
      WithPapers & { readonly number: FormNumber; readonly items: readonly PlanItem[] }
    >
  | Dated<'PlanReturned', WithPapers>
  | Dated<'PlanApproved', WithPapers & { readonly number: FormNumber }>
  | Dated<'DecisionSent', { readonly recipients: number }>
  | Dated<'PlanAdjusted', WithPapers & { readonly items: readonly PlanItem[] }>
  | Dated<'PlanItemStarted', { readonly item: string }>
  | Dated<'PlanItemCompleted', { readonly item: string }>
  | Dated<
      'PlanReviewed',
      WithPapers & {
        readonly number: FormNumber;
        readonly outcome: ReviewOutcome;
        readonly atRisk: boolean;
        readonly stable: boolean;
      }
    >
  | Dated<'CaseClosed'>
  | Dated<'CaseArchived', { readonly nationalRecord: string }>
  | Dated<'WorkerAssigned', { readonly post: string; readonly leg: LegName }>
  | Dated<'NoteAdded', WithPapers>
  | Dated<
      'DeadlineSet',
      OfDeadline & {
        readonly procedure: string;
        readonly from: Instant;
        readonly dueAt: Instant | null;
        readonly status: DeadlineStatus;
        readonly calendar: number;
        readonly rung: number;
        readonly nextAt: Instant | null;
        /** Days granted, where the record and not the law says how many. */
        readonly days?: number;
        /** The day named in the record, for a limit that ends with it. */
        readonly named?: PlainDate;
      }
    >
  | Dated<
      'DeadlineMoved',
      OfDeadline & {
        readonly dueAt: Instant | null;
        readonly status: DeadlineStatus;
        readonly calendar: number;
        readonly nextAt: Instant | null;
        readonly rung: number;
      }
    >
  | Dated<'DeadlineConfirmed', OfDeadline & { readonly nextAt: Instant | null }>
  | Dated<'DeadlineClosed', OfDeadline & { readonly how: Closing }>
  | Dated<'Acknowledged', OfDeadline & { readonly post: string; readonly nextAt: Instant | null }>
  | Dated<'ReminderRecorded', OnLadder>
  | Dated<'BreachRecorded', OnLadder & { readonly basis: 'LAW' | 'POLICY' }>
  | Dated<'Escalated', OnLadder>;

/** The name of a fact. */
export type FactType = Fact['type'];
/** A fact of one type. */
export type FactOf<Type extends FactType> = Extract<Fact, { type: Type }>;

/** The fact type a rung of each kind leaves. */
export const rungFacts = {
  REMINDER: 'ReminderRecorded',
  BREACH: 'BreachRecorded',
  ESCALATION: 'Escalated',
} as const satisfies Record<RungKind, FactType>;

/** A deadline's identity as one word; the same for every planning of it. */
export function deadlineId(key: DeadlineKey): string {
  const { rule, leg, cycle, subject, triggerSeq, planRevision } = key;
  return [rule, leg === 'INCIDENT' ? 'I' : 'R', cycle, subject, triggerSeq, planRevision].join('.');
}
