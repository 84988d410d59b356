import type { AgeGroup, Channel, Sex } from '../classification.ts';
import type { UnitCode } from '../directory.ts';
import type { FieldClass } from '../permission.ts';
import type { LegName, Step } from '../procedure.ts';
import type { Instant, PlainDate } from '../time.ts';
import type { Dated, DeadlineFact } from './deadline-facts.ts';
import type {
  ConsentGiver,
  DisclosureBasis,
  DisclosurePurpose,
  DisclosureRecipient,
  SecrecyLevel,
} from './disclosure-terms.ts';
import type { Exclusion, Glass, GlassOutcome } from './oversight.ts';
import type { SubjectRequest } from './subject-terms.ts';
import type {
  CareForm,
  CareOutcome,
  CorrectionReason,
  EmergencyGround,
  EmergencyMeasure,
  ErasureGround,
  FollowUp,
  FormNumber,
  IsolationGround,
  IsolationOutcome,
  Opener,
  PaperRef,
  PlanItem,
  PlanRefuser,
  Profile,
  ReopeningGround,
  ReviewOutcome,
  ToldPost,
  UnfoundedGround,
} from './terms.ts';

type WithPapers = { readonly papers: readonly PaperRef[] };
/** The versions a leg pins when it starts. */
type Pinned = { readonly procedure: string; readonly overlay: string | null };
/** A commune that answers from now on, and what is in force there. */
type Placed = Pinned & { readonly unit: UnitCode; readonly province: UnitCode };

/** What can have happened to a case. Complete, dated, never changed. */
export type Fact =
  | Dated<'CanarySetOff', { readonly province: UnitCode }>
  | Dated<
      'ReportReceived',
      Placed & {
        readonly incident: string;
        readonly code: string;
        readonly openedBy: Opener;
        readonly residenceUnit: UnitCode | null;
        readonly profile: Profile;
        /** First day of the month in which the child turns 16, where the day of birth is known. */
        readonly sixteenFrom: PlainDate | null;
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
  | Dated<'ReportForwarded', Placed & { readonly told: readonly ToldPost[] }>
  | Dated<'ReportUnfounded', WithPapers & { readonly ground: UnfoundedGround }>
  | Dated<'ReferredToInvestigation', { readonly document: string }>
  | Dated<
      'InitialAssessed',
      WithPapers & Pinned & { readonly number: FormNumber; readonly seriousHarm: boolean }
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
  | Dated<'HandoverAccepted', Placed & { readonly told: readonly ToldPost[] }>
  | Dated<'HandoverDeclined', { readonly unit: UnitCode; readonly told: readonly ToldPost[] }>
  | Dated<'CommuneAssigned', Placed & { readonly leg: LegName; readonly told: readonly ToldPost[] }>
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
  | Dated<'PlanRefused', WithPapers & { readonly by: PlanRefuser }>
  | Dated<'CourtRequested', { readonly document: string; readonly order: string | null }>
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
  | Dated<'CaseReopened', WithPapers & { readonly ground: ReopeningGround; readonly to: Step }>
  | Dated<
      'CarePlaced',
      WithPapers & {
        readonly care: string;
        readonly form: CareForm;
        readonly unit: UnitCode;
        readonly province: UnitCode;
        readonly told: readonly ToldPost[];
      }
    >
  | Dated<
      'FollowUpRecorded',
      WithPapers & {
        readonly care: string;
        readonly followUp: FollowUp;
        /** Which of the series it is, by its months from the hand-over. */
        readonly month: number;
      }
    >
  | Dated<'CareEnded', { readonly care: string; readonly outcome: CareOutcome }>
  | Dated<'ResidenceCorrected', { readonly residenceUnit: UnitCode | null }>
  | Dated<
      'ChildCorrected',
      WithPapers & {
        readonly sex: Sex;
        readonly ageGroup: AgeGroup;
        readonly sixteenFrom: PlainDate | null;
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
  | Dated<'WorkerAssigned', { readonly post: string; readonly leg: LegName }>
  | Dated<
      'ProcedureMigrated',
      {
        readonly leg: LegName;
        readonly from: string;
        readonly to: string;
        /** Whether it is the local procedure of the leg that changes. */
        readonly local: boolean;
        readonly document: string;
      }
    >
  | Dated<'NoteAdded', WithPapers>
  | Dated<
      'DisclosureRecorded',
      WithPapers & {
        readonly recipient: DisclosureRecipient;
        readonly legalBasis: DisclosureBasis;
        readonly secrecy: SecrecyLevel;
        readonly purpose: DisclosurePurpose;
        readonly parts: readonly FieldClass[];
        readonly consentGivenAt: Instant | null;
      }
    >
  | Dated<'ConsentWithdrawn', { readonly by: ConsentGiver }>
  | Dated<'SubjectRequestRecorded', WithPapers & { readonly request: SubjectRequest }>
  | Dated<
      'SubjectRequestAnswered',
      WithPapers & { readonly request: string } & Pick<SubjectRequest, 'refusedOn'>
    >
  /** The keys of its papers are destroyed; what was sealed under them is gone in every copy. */
  | Dated<'CaseErased', { readonly order: string; readonly ground: ErasureGround }>
  | Dated<
      'ConflictDeclared',
      WithPapers & { readonly exclusion: Exclusion; readonly told: readonly ToldPost[] }
    >
  | Dated<'ConflictLifted', WithPapers & { readonly exclusion: string }>
  | Dated<'GlassBroken', WithPapers & { readonly glass: Glass; readonly told: readonly ToldPost[] }>
  | Dated<'GlassReviewed', WithPapers & { readonly glass: string; readonly outcome: GlassOutcome }>
  | DeadlineFact;

/** The name of a fact. */
export type FactType = Fact['type'];
/** A fact of one type. */
export type FactOf<Type extends FactType> = Extract<Fact, { type: Type }>;
