import type { EmptySeat } from '../answering.ts';
import type { AbuseCategory, AgeGroup, Channel, Sex, SubjectGroup } from '../classification.ts';
import type { Post, Role, UnitCode } from '../directory.ts';
import type { LegName, RuleId } from '../procedure.ts';
import type { PlainDate } from '../time.ts';

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
  'CARE',
  'FOLLOW_UP',
  'NOTE',
  'DISCLOSURE',
  'OVERSIGHT',
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
  /** Owed under a local procedure, beside the duty of the same rule under the statute. */
  readonly local?: true;
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
export type ToldPost = Pick<Post, 'id' | 'role' | 'unit'> & {
  /** The seats for which nobody answered and for which it is told, lowest first. */
  readonly insteadOf?: readonly EmptySeat[];
  /** Somebody acted by it for its holder. */
  readonly delegated?: true;
};

/** Why a report is found to have nothing behind it (Decree 56/2017 Art. 25.2). */
export const unfoundedGrounds = ['NOT_SUBSTANTIATED', 'DUPLICATE_REPORT', 'NOT_A_CHILD'] as const;
/** One of {@link unfoundedGrounds}. */
export type UnfoundedGround = (typeof unfoundedGrounds)[number];

/** Why a closed case is taken up again. */
export const reopeningGrounds = ['NEW_INFORMATION', 'CLOSED_IN_ERROR'] as const;
/** One of {@link reopeningGrounds}. */
export type ReopeningGround = (typeof reopeningGrounds)[number];

/** Who refuses the plan (Decree 56/2017 Art. 32.1b). */
export const planRefusers = ['PARENTS', 'CARERS'] as const;
/** One of {@link planRefusers}. */
export type PlanRefuser = (typeof planRefusers)[number];

/**
 * Why the keys of a case are destroyed: a court says so, the child or the representative has asked and may,
 * the record should never have been made, or the time of its keeping is over.
 *
 * @law Law 91/2025/QH15; ND56/2017 Art. 36
 */
export const erasureGrounds = [
  'COURT_ORDER',
  'SUBJECT_REQUEST',
  'UNLAWFUL_RECORD',
  'RETENTION_OVER',
] as const;
/** One of {@link erasureGrounds}. */
export type ErasureGround = (typeof erasureGrounds)[number];

/** The forms of alternative care (Law on Children 2016 Art. 61). */
export const careForms = ['RELATIVE', 'NON_RELATIVE', 'ADOPTION', 'FACILITY'] as const;
/** One of {@link careForms}. */
export type CareForm = (typeof careForms)[number];

/** How alternative care ended. */
export const careOutcomes = ['RETURNED_HOME', 'OTHER_CARE', 'ADOPTED', 'CAME_OF_AGE'] as const;
/** One of {@link careOutcomes}. */
export type CareOutcome = (typeof careOutcomes)[number];

/** The follow-ups of alternative care, by the duty each of them meets. */
export const followUps = ['D15', 'D16', 'D17'] as const satisfies readonly RuleId[];
/** One of {@link followUps}. */
export type FollowUp = (typeof followUps)[number];

/**
 * Whether a duty is owed for a placement in care, by the carer's commune.
 *
 * A plan item may bear any id, also that of a placement, so the subject of a duty never tells this.
 */
export function isFollowUp(rule: RuleId): rule is FollowUp {
  return followUps.some((each) => each === rule);
}

/** The reviews of an access in an emergency: duties of those above, and none of a commune. */
const reviews: readonly RuleId[] = ['P07', 'P08'];

/** Whether a duty is to judge an access in an emergency. */
export function isReview(rule: RuleId): boolean {
  return reviews.includes(rule);
}

/** Why a clock is stopped or given more time; each limit says which of them it takes. */
export const reliefGrounds = [
  'CHILD_IN_TREATMENT',
  'CHILD_ABSENT',
  'AWAITING_AUTHORITY',
  'FORCE_MAJEURE',
  'COMPLEX_CASE',
] as const;
/** One of {@link reliefGrounds}. */
export type ReliefGround = (typeof reliefGrounds)[number];

/** What made an open deadline end at another instant. */
export const moveReasons = [
  'CALENDAR',
  'EMERGENCY_LOWERED',
  'RECEIPT',
  'PAUSED',
  'RESUMED',
  'EXTENDED',
  'MIGRATED',
  'HANDED_OVER',
] as const;
/** One of {@link moveReasons}. */
export type MoveReason = (typeof moveReasons)[number];

/** A deadline's identity as one word; the same for every planning of it. */
export function deadlineId(key: DeadlineKey): string {
  const { rule, leg, cycle, subject, triggerSeq, planRevision, local } = key;
  const words = [rule, leg === 'INCIDENT' ? 'I' : 'R', cycle, subject, triggerSeq, planRevision];
  return (local ? [...words, 'L'] : words).join('.');
}
