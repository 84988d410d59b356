import type { Json } from '../canonical.ts';
import type { AbuseCategory, Channel, Sex, SubjectGroup } from '../classification.ts';
import type { UnitCode } from '../directory.ts';
import type { FieldClass } from '../permission.ts';
import type { LegName } from '../procedure.ts';
import type { Instant, PlainDate } from '../time.ts';
import type {
  ConsentGiver,
  DisclosureBasis,
  DisclosurePurpose,
  DisclosureRecipient,
  SecrecyLevel,
} from './disclosure-terms.ts';
import type { ConflictGround, Excluded, GlassOutcome } from './oversight.ts';
import type { Asker, Verification, WithholdingGround } from './subject-terms.ts';
import type {
  CareForm,
  CareOutcome,
  CorrectionReason,
  EmergencyGround,
  EmergencyMeasure,
  FollowUp,
  IsolationGround,
  IsolationOutcome,
  PaperKind,
  PlanItem,
  PlanRefuser,
  ReliefGround,
  ReopeningGround,
  ReviewOutcome,
  UnfoundedGround,
} from './terms.ts';

/** Personal content of a command, by the paper it is sealed as. */
export type Papers = Readonly<Partial<Record<PaperKind, Json>>>;

type WithPapers = { readonly papers: Papers };

/** What is told of a child when a report comes in; name and birth date travel in the sealed identity. */
export type ReportedChild = {
  readonly sex: Sex;
  readonly bornOn: PlainDate | null;
  readonly estimatedAge: number | null;
};

/** A further child of a report, with the identity that is to be sealed. */
export type OtherChild = ReportedChild & WithPapers;

type Contents = {
  receiveReport: WithPapers & {
    readonly receivedAt: Instant;
    readonly channel: Channel;
    readonly subjectGroup: SubjectGroup;
    readonly categories: readonly AbuseCategory[];
    readonly incidentUnit: UnitCode;
    readonly residenceUnit: UnitCode | null;
    readonly child: ReportedChild;
    readonly otherChildren: readonly OtherChild[];
  };
  addReport: WithPapers & {
    readonly receivedAt: Instant;
    readonly channel: Channel;
    readonly otherChildren: readonly OtherChild[];
  };
  assessInitially: WithPapers & { readonly seriousHarm: boolean };
  raiseEmergency: { readonly ground: EmergencyGround };
  lowerEmergency: { readonly raisedInError: boolean };
  applyEmergencyMeasure: WithPapers & { readonly measures: readonly EmergencyMeasure[] };
  orderIsolation: WithPapers & { readonly ground: IsolationGround; readonly days: number };
  extendIsolation: WithPapers & { readonly days: number };
  endIsolation: WithPapers & { readonly outcome: IsolationOutcome };
  offerHandover: { readonly to: UnitCode };
  acceptHandover: object;
  declineHandover: object;
  assessNeeds: WithPapers & { readonly planNeeded: boolean };
  recordMeeting: WithPapers;
  submitPlan: WithPapers & { readonly items: readonly PlanItem[] };
  returnPlan: WithPapers;
  approvePlan: WithPapers;
  sendDecision: { readonly recipients: number };
  adjustPlan: WithPapers & { readonly items: readonly PlanItem[] };
  startPlanItem: { readonly item: string };
  completePlanItem: { readonly item: string };
  reviewPlan: WithPapers & {
    readonly outcome: ReviewOutcome;
    readonly atRisk: boolean;
    readonly stable: boolean;
  };
  closeCase: object;
  archiveCase: { readonly nationalRecord: string };
  assignWorker: { readonly post: string; readonly leg: LegName };
  acknowledge: { readonly deadline: string };
  addNote: WithPapers;
  correctReceipt: {
    /** Which report of the incident, from 1. */
    readonly report: number;
    readonly receivedAt: Instant;
    readonly reason: CorrectionReason;
  };
  forwardReport: { readonly to: UnitCode };
  markUnfounded: WithPapers & { readonly ground: UnfoundedGround };
  referToInvestigation: { readonly document: string };
  requestCourt: { readonly document: string };
  recordPlanRefusal: WithPapers & { readonly by: PlanRefuser };
  reopenCase: WithPapers & { readonly ground: ReopeningGround };
  assignCommune: { readonly to: UnitCode; readonly leg: LegName };
  placeInCare: WithPapers & { readonly form: CareForm; readonly unit: UnitCode };
  recordFollowUp: WithPapers & { readonly care: string; readonly followUp: FollowUp };
  endCare: { readonly care: string; readonly outcome: CareOutcome };
  correctResidence: { readonly residenceUnit: UnitCode | null };
  correctChild: WithPapers & { readonly child: ReportedChild };
  extendDeadline: Relieved & { readonly extra: number };
  pauseDeadline: Relieved & { readonly days: number };
  resumeDeadline: { readonly deadline: string };
  recordDisclosure: WithPapers & {
    readonly recipient: DisclosureRecipient;
    readonly legalBasis: DisclosureBasis;
    readonly secrecy: SecrecyLevel;
    readonly purpose: DisclosurePurpose;
    readonly parts: readonly FieldClass[];
    readonly consent: DisclosureConsent | null;
  };
  withdrawConsent: { readonly by: ConsentGiver };
  recordSubjectRequest: WithPapers & {
    readonly asker: Asker;
    readonly verifiedBy: Verification;
    readonly conflict: ConflictGround | null;
    /** Id in the directory of whoever asks, where that is an officer. */
    readonly officer: string | null;
  };
  answerSubjectRequest: WithPapers & {
    readonly request: string;
    /** Null where the record was given. */
    readonly refusedOn: WithholdingGround | null;
  };
  declareConflict: WithPapers & Excluded & { readonly ground: ConflictGround };
  liftConflict: WithPapers & { readonly exclusion: string };
  breakGlass: WithPapers;
  reviewBreakGlass: WithPapers & { readonly glass: string; readonly outcome: GlassOutcome };
};

/** Consent to a disclosure: whose, and since when. */
export type DisclosureConsent = {
  readonly child: boolean;
  readonly representative: boolean;
  readonly givenAt: Instant;
};

/** What every grant of more time says: for which duty, why, and by which document. */
type Relieved = {
  readonly deadline: string;
  readonly ground: ReliefGround;
  readonly document: string;
};

/** The acts people and partner apps may ask for. */
export type CommandType = keyof Contents;

/** An act on a case that exists. */
export type LaterCommandType = Exclude<CommandType, 'receiveReport'>;

/**
 * One act; `happenedAt` is given when it was done earlier than it is written down, `knownAt` when the office
 * also knew of it earlier, as with papers entered late.
 */
export type CommandOf<Type extends CommandType> = {
  readonly type: Type;
  readonly caseId: string;
  readonly happenedAt: Instant | null;
  readonly knownAt?: Instant | null;
} & Contents[Type];

/** Any act. */
export type Command = { [Type in CommandType]: CommandOf<Type> }[CommandType];

/** Acts that neither need nor raise the revision: they change nothing that others decide on. */
export const sideActs: readonly CommandType[] = [
  'acknowledge',
  'addNote',
  'addReport',
  'recordDisclosure',
  'withdrawConsent',
  'recordSubjectRequest',
  'answerSubjectRequest',
  'declareConflict',
  'liftConflict',
  'breakGlass',
  'reviewBreakGlass',
];

/** Acts about an incident: they are written on all its cases at once, or not at all. */
export const incidentActs = [
  'receiveReport',
  'addReport',
  'correctReceipt',
  'declareConflict',
  'liftConflict',
] as const;

/** One of the acts about an incident. */
export type IncidentCommand = Extract<Command, { readonly type: (typeof incidentActs)[number] }>;

/** Whether an act is about an incident with all its cases. */
export function isAboutIncident(command: Command): command is IncidentCommand {
  const acts: readonly CommandType[] = incidentActs;
  return acts.includes(command.type);
}

/** Acts that draw up a form and so use up a running number of the acting agency. */
export const numberedActs: readonly CommandType[] = [
  'receiveReport',
  'addReport',
  'assessInitially',
  'orderIsolation',
  'assessNeeds',
  'submitPlan',
  'approvePlan',
  'reviewPlan',
];
