import type { Instant } from '../functions/domain/time.ts';
import type { PlainDate } from '../functions/domain/time.ts';
import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { Ability as AbilityModel } from '../functions/domain/ability.ts';
import type { CaseView } from '../functions/domain/view.ts';
import type { PublicCount } from '../functions/domain/disclosure.ts';
import type { Unit as UnitModel, Post as PostModel, Tenure as TenureModel } from '../functions/domain/directory.ts';
import type { ListedCase as ListedCaseModel } from '../functions/app/ports/worklists.ts';
import type { KeptDelivery as KeptDeliveryModel, KeptDelivery } from '../functions/app/ports/notices.ts';
import type { Entry } from '../functions/domain/attempt.ts';
import type { IncidentOfCase, ReportOfIncident, CasePage, PlannedItem, OpenDeadline, DisclosureOfCase, CaseLeg, HeldPost as HeldPostModel, CredentialOfApp, ExclusionOfCase, SubjectRequestOfCase, CaseGiven, GlassOfCase } from '../functions/graphql/views.ts';
import type { StoredEvent } from '../functions/app/ports/ledger.ts';
import type { Fact } from '../functions/domain/case/event.ts';
import type { ToldPost as ToldPostModel } from '../functions/domain/case/terms.ts';
import type { Release as ReleaseModel } from '../functions/app/ports/statistics.ts';
import type { Procedure as ProcedureModel, Adoption as AdoptionModel, Limit } from '../functions/domain/procedure.ts';
import type { Plan as PlanModel, Case as CaseModel, Offer, Care as CareModel } from '../functions/domain/case/case.ts';
import type { FilledForm } from '../functions/graphql/papers.ts';
import type { Calculation, ReachedRung } from '../functions/domain/calculation.ts';
import type { LadderPolicy as LadderPolicyModel } from '../functions/domain/ladder.ts';
import type { Interval as IntervalModel } from '../functions/domain/deadline.ts';
import type { Change, Movement } from '../functions/domain/case/movement.ts';
import type { AgencyForecast as AgencyForecastModel } from '../functions/domain/forecast.ts';
import type { AgencyChange as AgencyChangeModel, LadderLoad as LadderLoadModel } from '../functions/domain/consequences.ts';
import type { OrderWithCases } from '../functions/graphql/erasure.ts';
import type { Candidate } from '../functions/domain/retention.ts';
import type { OfficerOnFile as OfficerOnFileModel, LogEntry as LogEntryModel } from '../functions/app/ports/personnel.ts';
import type { RegisteredApp } from '../functions/app/ports/directory.ts';
import type { Delegation as DelegationModel, Stretch } from '../functions/domain/absence.ts';
import type { CaseVerdict } from '../functions/app/verify.ts';
import type { NoticeDuty as NoticeDutyModel } from '../functions/domain/notice.ts';
import type { NoticeProof as NoticeProofModel, ProvenNotice as ProvenNoticeModel, ProvenDuty as ProvenDutyModel, KeptWay } from '../functions/domain/notice-proof.ts';
import type { HeadDigest as HeadDigestModel, Access as AccessModel } from '../functions/app/ports/proof.ts';
import type { Actor } from '../functions/domain/permission.ts';
import type { WebhookStanding } from '../functions/domain/webhook.ts';
import type { Context } from '../functions/graphql/context.ts';
export type Maybe<T> = T | null | undefined;
export type InputMaybe<T> = T | null | undefined;
export type Omit<T, K extends keyof T> = Pick<T, Exclude<keyof T, K>>;
export type RequireFields<T, K extends keyof T> = Omit<T, K> & { [P in K]-?: NonNullable<T[P]> };
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  /**
   * An instant as RFC 3339 text. Answers are in UTC with milliseconds; requests may use any offset, such
   * as `2026-01-05T07:30:00+07:00`.
   */
  DateTime: { input: string; output: Instant; }
  /** A day in Vietnam (+07:00), `YYYY-MM-DD`; requests may name days of the years 1900 to 2100. */
  LocalDate: { input: string; output: PlainDate; }
  /**
   * Code of an administrative unit by the national statistics office: `VN`, two digits for a province,
   * five for a commune.
   */
  UnitCode: { input: string; output: string; }
  /**
   * A key you choose for one request, 16 to 255 printable ASCII characters. Send the same key again with
   * the same input and you get the first act's answer, never a second act; it is kept for 30 days.
   */
  IdempotencyKey: { input: string; output: string; }
  /** An amount in Vietnamese đồng, a whole number. */
  Vnd: { input: number; output: number; }
};

/** A text in Vietnamese and in English. */
export type Bilingual = {
  /** Vietnamese. */
  readonly vi: Scalars['String']['output'];
  /** English. */
  readonly en: Scalars['String']['output'];
};

/** Where a page ends. */
export type PageInfo = {
  /** Give it as `after` to get what follows; absent on the last page. */
  readonly endCursor?: Maybe<Scalars['String']['output']>;
  /** Whether more rows follow. */
  readonly hasNextPage: Scalars['Boolean']['output'];
};

/** Whatever has an id that `node` finds again. */
export type Node = {
  /** Opaque and stable. */
  readonly id: Scalars['ID']['output'];
};

/** What can be asked. */
export type Query = {
  /** The clock by which every deadline is judged; in the sandbox, the clock of the sandbox. */
  readonly serverTime: Scalars['DateTime']['output'];
  /** Who you are here, and by which posts you act. */
  readonly viewer: Viewer;
  /** An administrative unit; null when there is none of this code. */
  readonly unit?: Maybe<Unit>;
  /** The units directly below one, in code order. */
  readonly units: UnitConnection;
  /** A year of the working calendar; the limits in working days and working hours are counted by it. */
  readonly calendar: CalendarYear;
  /** The procedures by which cases are handled, the local ones after them, with every time limit and where it stands. */
  readonly procedures: ReadonlyArray<Procedure>;
  /** A case or a unit by its id; null when there is none for you. */
  readonly node?: Maybe<Node>;
  /** A case by its id; null when there is none for you. */
  readonly case?: Maybe<Case>;
  /** The cases a unit works on and you may see, oldest report first; a page may hold fewer than asked for. */
  readonly cases: CaseConnection;
  /**
   * Counts a time limit, or a span of your own, as it would be counted for a case. No case is needed
   * and none is read; whoever is admitted may ask. Give either `rule` or `span`.
   */
  readonly deadlineCalculation: DeadlineCalculationPayload;
  /**
   * What is kept about a child, to be given to whoever asked for it: for the office that answers for the case, while
   * the request is unanswered; null otherwise. Informants, who is alleged, carers, parents, officers and other children
   * are left out, and struck out of the words by what their own papers say of them: read it before you give it away.
   * Every part opened stands in the register of reads under the request.
   */
  readonly subjectExport?: Maybe<SubjectExport>;
  /** What one of your posts was told, newest first. */
  readonly inbox: NoticeConnection;
  /**
   * What falls due in the coming days, for each unit and role that has to act, counted now in the cases of a unit
   * page by page; nothing in it is about a single case. For whoever may list the cases of the unit; those of the
   * country for the ministry alone.
   */
  readonly forecast: Forecast;
  /**
   * What a changed limit would do to the open duties of a unit, looked for in its cases page by page; nothing is
   * written, and a breach on record would stay. For administrators, and for supervisors of the ministry and of a
   * province within what they may list.
   */
  readonly simulatePolicy: PolicySimulation;
  /**
   * A case as it was known here at an instant: what had been written by then. The parts you see are those you see of
   * it now, and papers are those of then; opening them is written down like any other reading. Null when there is
   * none for you now, or was none then.
   */
  readonly caseAsOf?: Maybe<CaseAsOf>;
  /** All posts of a unit, in the order of their ids; for administrators. */
  readonly unitPosts: ReadonlyArray<PostOnFile>;
  /** An officer by id in the directory; null when there is none. For administrators. */
  readonly officer?: Maybe<OfficerOnFile>;
  /** All apps, in the order of their ids; for administrators. */
  readonly apps: AppConnection;
  /** Who had a post or acted by it, latest first; for administrators. */
  readonly tenures: TenureConnection;
  /** What administrators changed and officers made by themselves, in order; for administrators. */
  readonly administrationLog: LogConnection;
  /**
   * What an officer may see and do on a case, and why: for administrators who are asked why somebody sees a case or
   * does not. The answer holds nothing of the case but its code, and asking is written down in the audit.
   */
  readonly explainAccess: AccessExplanation;
  /**
   * The open deadlines that would move if an amendment were in force, looked for in the cases of a unit page by
   * page; nothing is written. For administrators, and for supervisors of the ministry and of a province within
   * what they may list.
   */
  readonly previewCalendarRevision: CalendarPreview;
  /**
   * The ladders of a province, every revision: those of the code, and those imported for it. Ladders are policy of the
   * operator, not law. For administrators, and for supervisors of the ministry and of the province.
   */
  readonly ladders: LadderBook;
  /**
   * Why this post was told, on this rung and at this instant: for whoever oversees the case, and for whoever holds the post.
   * The answer holds nothing of the case but its code and the duty; that it was asked is written down in the audit.
   */
  readonly explainNotice: NoticeExplanationPayload;
  /**
   * What a migration would make of the open deadlines in the cases of a unit, page by page; nothing is written. For
   * administrators, and for supervisors of the ministry and of a province within what they may list.
   */
  readonly previewProcedureMigration: ProcedureMigrationPreview;
  /**
   * Verifies the whole record of a case: every event, the state and the plans, the sealed papers, what was signed at
   * night, and what follows from the events: rows of lists, the incident, code and counters. For administrators, and for the supervisor and the chair of its province and the chair of the
   * commune that answers; null when there is none for you. That you asked is written down.
   */
  readonly verifyCase?: Maybe<CaseVerification>;
  /**
   * Who opened which parts of a case, newest first; never what they read. For administrators, the supervisor of
   * its province and the chair of the commune that answers; null when there is none for you. That you asked is
   * written down before it is shown.
   */
  readonly accessLog?: Maybe<AccessConnection>;
  /** The book of signed digests, newest first; for administrators. */
  readonly headDigests: HeadDigestConnection;
  /**
   * The public half of the key digests are signed with, in PEM; for administrators. Keep it with the digests,
   * elsewhere than here.
   */
  readonly signingKey: Scalars['String']['output'];
  /**
   * Every notice of a case that should exist and does, or does not and why; and every duty, with why nobody is told
   * more of it. For administrators, and for the supervisor and the chair of its province and the chair of the commune
   * that answers; null when there is none for you. That you asked is written down.
   */
  readonly noticeProof?: Maybe<NoticeProof>;
  /**
   * Orders of erasure, the last to expire first. Administrators see all, the chair of a province those whose cases
   * are all in the province. A page may be empty while more follow.
   */
  readonly erasureOrders: ErasureOrderConnection;
  /**
   * Archived cases of a unit that a rule of retention proposes for erasure today, page by page; nothing is erased by
   * it. Everything is kept for which no rule names a time. For administrators and supervisors.
   */
  readonly erasureCandidates: ErasureCandidateConnection;
  /**
   * What was told to the operator of officers who opened or tried much in a short time, the newest first.
   * For administrators. It names nobody's case.
   */
  readonly anomalies: AnomalyConnection;
  /** The webhooks of an app, in the order of their ids; for administrators. */
  readonly webhooks: WebhookConnection;
  /** A webhook by its id; null when there is none. For administrators. */
  readonly webhook?: Maybe<Webhook>;
  /** What went to a webhook or waits for it, newest first; for administrators. */
  readonly webhookDeliveries: WebhookDeliveryConnection;
  /**
   * What went to a post by one way, newest first, with the ledger of each delivery. For administrators, the chair of
   * the commune, supervisors and the chair of its province, and the ministry; but for administrators, without what is
   * about cases they may not see.
   */
  readonly deliveries: DeliveryConnection;
  /** The ways on which one notice goes to a post, for whoever may ask for its deliveries; empty when there is none. */
  readonly noticeDeliveries: ReadonlyArray<Delivery>;
  /**
   * Deliveries that were given up, by recipient, with what helps. For administrators. This list and no queue says
   * what was not delivered: a message in a dead-letter queue is a hint that something failed.
   */
  readonly deadLetters: DeliveryConnection;
  /** Published releases, newest first. Nothing else can be read here: no live number is published. */
  readonly releases: ReleaseConnection;
  /** A release by its id; a release never changes. */
  readonly release?: Maybe<Release>;
};


/** What can be asked. */
export type QueryUnitArgs = {
  code: Scalars['UnitCode']['input'];
};


/** What can be asked. */
export type QueryUnitsArgs = {
  parent?: Scalars['UnitCode']['input'];
  first?: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
};


/** What can be asked. */
export type QueryCalendarArgs = {
  year: Scalars['Int']['input'];
  unit?: InputMaybe<Scalars['UnitCode']['input']>;
};


/** What can be asked. */
export type QueryNodeArgs = {
  id: Scalars['ID']['input'];
};


/** What can be asked. */
export type QueryCaseArgs = {
  id: Scalars['ID']['input'];
};


/** What can be asked. */
export type QueryCasesArgs = {
  unit: Scalars['UnitCode']['input'];
  agency?: InputMaybe<Scalars['ID']['input']>;
  list?: ListKind;
  first?: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
};


/** What can be asked. */
export type QueryDeadlineCalculationArgs = {
  rule?: InputMaybe<RuleId>;
  span?: InputMaybe<SpanInput>;
  from: Scalars['DateTime']['input'];
  unit?: InputMaybe<Scalars['UnitCode']['input']>;
  procedure?: InputMaybe<Scalars['ID']['input']>;
  count?: InputMaybe<Scalars['Int']['input']>;
  namedDay?: InputMaybe<Scalars['LocalDate']['input']>;
  pauses?: ReadonlyArray<PauseInput>;
  extra?: InputMaybe<Scalars['Int']['input']>;
};


/** What can be asked. */
export type QuerySubjectExportArgs = {
  caseId: Scalars['ID']['input'];
  request: Scalars['ID']['input'];
};


/** What can be asked. */
export type QueryInboxArgs = {
  post: Scalars['ID']['input'];
  first?: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
};


/** What can be asked. */
export type QueryForecastArgs = {
  unit: Scalars['UnitCode']['input'];
  days?: Scalars['Int']['input'];
  first?: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
};


/** What can be asked. */
export type QuerySimulatePolicyArgs = {
  draft: PolicyDraftInput;
  unit: Scalars['UnitCode']['input'];
  first?: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
};


/** What can be asked. */
export type QueryCaseAsOfArgs = {
  id: Scalars['ID']['input'];
  at: Scalars['DateTime']['input'];
};


/** What can be asked. */
export type QueryUnitPostsArgs = {
  unit: Scalars['UnitCode']['input'];
};


/** What can be asked. */
export type QueryOfficerArgs = {
  id: Scalars['ID']['input'];
};


/** What can be asked. */
export type QueryAppsArgs = {
  first?: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
};


/** What can be asked. */
export type QueryTenuresArgs = {
  post: Scalars['ID']['input'];
  first?: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
};


/** What can be asked. */
export type QueryAdministrationLogArgs = {
  from: Scalars['LocalDate']['input'];
  to?: InputMaybe<Scalars['LocalDate']['input']>;
  first?: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
};


/** What can be asked. */
export type QueryExplainAccessArgs = {
  officer: Scalars['ID']['input'];
  caseId: Scalars['ID']['input'];
  app?: InputMaybe<Scalars['ID']['input']>;
};


/** What can be asked. */
export type QueryPreviewCalendarRevisionArgs = {
  input: PreviewCalendarRevisionInput;
  unit?: Scalars['UnitCode']['input'];
  first?: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
};


/** What can be asked. */
export type QueryLaddersArgs = {
  province: Scalars['UnitCode']['input'];
};


/** What can be asked. */
export type QueryExplainNoticeArgs = {
  id: Scalars['ID']['input'];
};


/** What can be asked. */
export type QueryPreviewProcedureMigrationArgs = {
  unit: Scalars['UnitCode']['input'];
  from: Scalars['ID']['input'];
  to: Scalars['ID']['input'];
  first?: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
};


/** What can be asked. */
export type QueryVerifyCaseArgs = {
  caseId: Scalars['ID']['input'];
};


/** What can be asked. */
export type QueryAccessLogArgs = {
  caseId: Scalars['ID']['input'];
  first?: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
};


/** What can be asked. */
export type QueryHeadDigestsArgs = {
  first?: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
};


/** What can be asked. */
export type QueryNoticeProofArgs = {
  caseId: Scalars['ID']['input'];
};


/** What can be asked. */
export type QueryErasureOrdersArgs = {
  first?: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
};


/** What can be asked. */
export type QueryErasureCandidatesArgs = {
  unit: Scalars['UnitCode']['input'];
  first?: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
};


/** What can be asked. */
export type QueryAnomaliesArgs = {
  month: Scalars['String']['input'];
  first?: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
};


/** What can be asked. */
export type QueryWebhooksArgs = {
  app: Scalars['ID']['input'];
  first?: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
};


/** What can be asked. */
export type QueryWebhookArgs = {
  id: Scalars['ID']['input'];
};


/** What can be asked. */
export type QueryWebhookDeliveriesArgs = {
  webhook: Scalars['ID']['input'];
  state?: InputMaybe<DeliveryState>;
  first?: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
};


/** What can be asked. */
export type QueryDeliveriesArgs = {
  unit: Scalars['UnitCode']['input'];
  post: Scalars['ID']['input'];
  channel?: DeliveryChannel;
  first?: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
};


/** What can be asked. */
export type QueryNoticeDeliveriesArgs = {
  unit: Scalars['UnitCode']['input'];
  post: Scalars['ID']['input'];
  notice: Scalars['ID']['input'];
};


/** What can be asked. */
export type QueryDeadLettersArgs = {
  to?: InputMaybe<Scalars['ID']['input']>;
  first?: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
};


/** What can be asked. */
export type QueryReleasesArgs = {
  first?: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
};


/** What can be asked. */
export type QueryReleaseArgs = {
  id: Scalars['ID']['input'];
};

/** What can be changed. Each act is recorded whole or not at all. */
export type Mutation = {
  /**
   * Says that a deadline was seen; the ladder waits two hours in an emergency and a working day otherwise,
   * and then climbs on. The duty itself stays.
   */
  readonly acknowledge: CasePayload;
  /** Adds a note to the record; it changes nothing that others decide on. */
  readonly addNote: CasePayload;
  /**
   * Takes a report down on Form 01 (Mẫu 01, ND56/2017 Art. 25.1). The commune of the incident is told at
   * once; its twelve hours run from `receivedAt` (Art. 26.3). One case is opened for each child.
   */
  readonly receiveReport: CasePayload;
  /**
   * Takes down another report of the same incident, on a Form 01 of its own (ND56/2017 Art. 25.1). It joins
   * every case of the incident, whatever the step, closed or not, and both communes are told. The earliest
   * receipt counts.
   */
  readonly addReport: CasePayload;
  /**
   * Corrects when a report was received. It is written on every case of the incident; where the earliest
   * receipt moves, the deadlines follow. For the chair of the commune of the incident, and for the agency
   * that took the report down.
   */
  readonly correctReceipt: CasePayload;
  /**
   * Passes the report on to the commune in which the incident really happened; all clocks go on running
   * (ND56/2017 Art. 26.1).
   */
  readonly forwardReport: CasePayload;
  /** Closes a case behind whose report verification found nothing (ND56/2017 Art. 25.2); it can be reopened. */
  readonly markUnfounded: CasePayload;
  /**
   * Records that signs of a crime were passed on to the investigating body (ND56/2017 Art. 25.3). The
   * protection of the child goes on beside it.
   */
  readonly referToInvestigation: CasePayload;
  /**
   * Records the initial assessment on Form 02 (Mẫu 02, ND56/2017 Art. 26.2). Serious harm or the risk of
   * it makes the case an emergency and the twelve hours binding (Art. 26.3).
   */
  readonly assessInitially: CasePayload;
  /** Makes the case an emergency outside Form 02 or after it (ND56/2017 Art. 31.1). */
  readonly raiseEmergency: CasePayload;
  /** Ends the emergency. A breach recorded meanwhile stays. */
  readonly lowerEmergency: CasePayload;
  /** Records the specific assessment on Form 03 (Mẫu 03, ND56/2017 Art. 27.1). */
  readonly assessNeeds: CasePayload;
  /**
   * Records the meeting with all concerned, whose minutes belong to the dossier (ND56/2017 Art.
   * 27.2).
   */
  readonly recordMeeting: CasePayload;
  /**
   * Records emergency measures other than isolation; within twelve hours of the receipt (ND56/2017
   * Art. 26.3, 31.2).
   */
  readonly applyEmergencyMeasure: CasePayload;
  /**
   * Records the chair's decision on Form 07 (Mẫu 07) to keep the child from parents or carers
   * (ND56/2017 Art. 32).
   */
  readonly orderIsolation: CasePayload;
  /**
   * Adds days to the isolation order in force; the fifteen days in total never move (ND56/2017 Art.
   * 32.3).
   */
  readonly extendIsolation: CasePayload;
  /**
   * Ends the isolation after the child was assessed again on Form 03 (ND56/2017 Art. 32.3; TT14/2020
   * Art. 14.3).
   */
  readonly endIsolation: CasePayload;
  /**
   * Asks the court to restrict parental rights, or to let an isolation go on beyond the fifteen days (Law on
   * Children 2016 Art. 52.3).
   */
  readonly requestCourt: CasePayload;
  /**
   * Offers the residence leg to another commune; until it accepts, the present one answers (Law on
   * Children 2016 Art. 52.2).
   */
  readonly offerHandover: CasePayload;
  /** Takes the residence leg over, under the procedure in force in your commune now. */
  readonly acceptHandover: CasePayload;
  /** Declines the offer; the present commune answers on and may ask another. */
  readonly declineHandover: CasePayload;
  /** Names the post of the worker who follows the case (Law on Children 2016 Art. 90.4). */
  readonly assignWorker: CasePayload;
  /**
   * The province says which commune answers, where communes cannot agree or nobody knows the residence; between
   * provinces the ministry does.
   */
  readonly assignCommune: CasePayload;
  /** Submits the plan on Form 04 (Mẫu 04) to the chair (ND56/2017 Art. 28.1). */
  readonly submitPlan: CasePayload;
  /** Sends the plan back to be worked on; the five working days start again. */
  readonly returnPlan: CasePayload;
  /**
   * Records the chair's decision on Form 05 (Mẫu 05) that puts the plan in force (ND56/2017 Art.
   * 28.4).
   */
  readonly approvePlan: CasePayload;
  /**
   * Records that decision and plan were sent to those responsible and to parents or carers
   * (ND56/2017 Art. 28.5).
   */
  readonly sendDecision: CasePayload;
  /** Changes the plan in force; completed items stay as they were (ND56/2017 Art. 29.1a). */
  readonly adjustPlan: CasePayload;
  /** Records that a service of the plan has begun (ND56/2017 Art. 29). */
  readonly startPlanItem: CasePayload;
  /** Records that a service of the plan is done (ND56/2017 Art. 28.3a, 29). */
  readonly completePlanItem: CasePayload;
  /**
   * Records that parents or carers refuse the plan: a ground to isolate the child or to ask the court
   * (ND56/2017 Art. 32.1b).
   */
  readonly recordPlanRefusal: CasePayload;
  /**
   * Records the review on Form 06 (Mẫu 06, ND56/2017 Art. 30.1): close, or go round again from the
   * plan.
   */
  readonly reviewPlan: CasePayload;
  /** Closes the case (ND56/2017 Art. 30.1b). */
  readonly closeCase: CasePayload;
  /**
   * Records that the dossier is archived and the child entered in the national database (ND56/2017
   * Art. 30.3).
   */
  readonly archiveCase: CasePayload;
  /**
   * Takes a closed case up again. New information is a receipt: Form 02 again, and twelve hours from
   * `happenedAt`. A case closed in error goes on with Form 03.
   */
  readonly reopenCase: CasePayload;
  /**
   * Hands the child to an alternative carer (Law on Children 2016 Art. 61). The carer's commune follows it up
   * after one and three months and then every six, beyond the end of the case (ND56/2017 Art. 43.2).
   */
  readonly placeInCare: CasePayload;
  /** Records that the child was followed up in care. */
  readonly recordFollowUp: CasePayload;
  /** Ends the placement, and with it what was owed for it. */
  readonly endCare: CasePayload;
  /**
   * Corrects where the child lives, or records that nobody knows. Who answers changes by a hand-over or by
   * the province, never by a correction.
   */
  readonly correctResidence: CasePayload;
  /** Corrects who the child is; all of it is given anew, and the version before stays sealed in the record. */
  readonly correctChild: CasePayload;
  /** Gives a duty of policy more time. No limit of the law can be extended, and none that has passed. */
  readonly extendDeadline: CasePayload;
  /**
   * Stops the clock of a duty of policy for at most so many days; at their end it goes on by itself. A day is
   * left out of the count only if the clock stood still through the whole of it.
   */
  readonly pauseDeadline: CasePayload;
  /** Lets a stopped clock go on before the granted days are over. */
  readonly resumeDeadline: CasePayload;
  /**
   * Records that something of the case was told to somebody outside this system: to whom, on which basis, under
   * which level of secrecy (ND56/2017 Art. 24.3; Law 91/2025/QH15 Art. 24).
   */
  readonly recordDisclosure: CasePayload;
  /** Consent to disclosures is taken back: none is recorded under it from then on. Protection goes on without any. */
  readonly withdrawConsent: CasePayload;
  /** Records that the child, or somebody for the child, asks to see what is kept about it (Law 91/2025/QH15 Art. 24). */
  readonly recordSubjectRequest: CasePayload;
  /** Records the answer: given, or refused and on which ground. */
  readonly answerSubjectRequest: CasePayload;
  /**
   * Keeps somebody linked to the alleged perpetrator out of the incident with all its cases: of reading, of being
   * told, of deciding. For them there is no such case from now on; what they had to do, the next above has to do.
   * Anybody who follows the case may say so of themselves.
   */
  readonly declareConflict: CasePayload;
  /**
   * Lets somebody in again. Only the provincial supervisor can, or the ministry where somebody above the communes
   * is kept out; nobody who is kept out.
   */
  readonly liftConflict: CasePayload;
  /**
   * Opens a case in an emergency, open or closed, that is none of yours: for three hours its status, who the child
   * is, what happened, protection and care; no act is gained by it. The commune and the province are told at once, every
   * reading is marked, and a human judges it.
   */
  readonly breakGlass: CasePayload;
  /** Judges an access in an emergency: never your own; what was not justified ends at once. */
  readonly reviewBreakGlass: CasePayload;
  /**
   * Makes a calendar of the open deadlines of a post you hold: an address that calendar programs
   * subscribe to. It shows case codes and duties, never anything about a child. The address before it is
   * dead from then on; it dies too when you leave the post, when the post, you or the app are disabled, or
   * when the app may no longer read cases.
   */
  readonly createCalendarFeed: CreateCalendarFeedPayload;
  /** Kills the address of a post you hold, whoever made it. Repeating it changes nothing. */
  readonly revokeCalendarFeed: RevokeCalendarFeedPayload;
  /**
   * Imports administrative units as they stand from a day on. Repeating an import changes nothing. A unit that is known
   * stays in its province, and made up or not as it was.
   */
  readonly importUnits: ImportUnitsPayload;
  /**
   * Puts an officer into a post; what is missing of agency, post and officer is made. Nobody appoints themselves, and
   * no administrator or analyst holds a post that follows cases.
   */
  readonly appointOfficer: AppointOfficerPayload;
  /** Empties a post. Notices to it go to the next above from now on. */
  readonly vacatePost: VacatePostPayload;
  /** Registers a partner app or a machine client, or replaces what it may do. */
  readonly registerApp: RegisterAppPayload;
  /**
   * Appoints the officers of a list as `appointOfficer` would, a few at a time. Repeating an import changes
   * nothing, and finishes one that was cut short.
   */
  readonly importOfficers: ImportOfficersPayload;
  /**
   * Suspends an officer: the next request with a token of theirs is refused, their posts count as vacant, and
   * what was delegated to them ends.
   */
  readonly suspendOfficer: ChangePayload;
  /** Ends the suspension of an officer. */
  readonly restoreOfficer: ChangePayload;
  /** Changes where an officer's notices go. What is left out stays as it was. */
  readonly setContact: ChangePayload;
  /**
   * Says that mail to the officer's address arrives again, after it came back or was complained of. Another address
   * by `setContact` needs no such word.
   */
  readonly restoreAddress: ChangePayload;
  /**
   * Says who an officer is at the identity provider. Tokens of the subject before are refused from then on.
   * Nobody moves their own.
   */
  readonly linkSubject: ChangePayload;
  /**
   * Records a leave. While it lasts the officer's posts count as vacant for new notices, unless they are
   * delegated; what the officer may do stays.
   */
  readonly recordLeave: ChangePayload;
  /** Takes a leave back, or ends it early. */
  readonly cancelLeave: ChangePayload;
  /** Disables a post: it gives no rights, its notices go to the next above, and its delegations end. */
  readonly disablePost: ChangePayload;
  /** Enables a post again for whoever holds it. */
  readonly enablePost: ChangePayload;
  /**
   * Lets another officer act by a post for a stretch of time, and get its mail. They hold a post in the same unit
   * and are not on leave then; an administrator or analyst stands in for no other role, nor the reverse. It
   * cannot be passed on, and ends at once when the post changes hands or is disabled, or the delegate is suspended.
   */
  readonly delegatePost: ChangePayload;
  /** Ends a delegation at once. */
  readonly revokeDelegation: ChangePayload;
  /** Disables an app: no token of it is accepted from the next request on. */
  readonly disableApp: ChangePayload;
  /** Enables an app again. */
  readonly enableApp: ChangePayload;
  /** Adds a secret to an app, which has at most two that are good at once. */
  readonly addCredential: ChangePayload;
  /**
   * Retires a secret of an app: it is accepted no more. A token got with it holds until it expires; `disableApp` ends
   * that at once.
   */
  readonly retireCredential: ChangePayload;
  /**
   * Adds an amendment to the working calendar, whole or not at all. Open deadlines follow it within minutes, by
   * facts; a breach on record stays. For administrators.
   */
  readonly importCalendar: ImportCalendarPayload;
  /**
   * Puts ladders in the place of the default ones in a province, from a day on, whole or not at all. They may tell earlier
   * and more, and never later or fewer. A deadline keeps the ladders it was set under. For administrators.
   */
  readonly importLadder: ImportLadderPayload;
  /**
   * Lets the cases of a unit follow another version of the procedure, some at a time: send the same input again until
   * `done`. Cases in work keep their version unless this is ordered. For administrators.
   */
  readonly migrateProcedure: MigrateProcedurePayload;
  /**
   * Orders that the keys of some archived cases be destroyed: what they sealed can then be read by nobody, in no
   * copy. Nothing is done before another person approves and 72 hours have passed. For administrators.
   */
  readonly orderErasure: ErasurePayload;
  /**
   * The second signature under an order, by another person than the first: an administrator, or the chair of the
   * province in which all its cases are.
   */
  readonly approveErasure: ErasurePayload;
  /** Takes an order back, before it is carried out. Whoever may sign it may take it back. */
  readonly withdrawErasure: ErasurePayload;
  /**
   * Registers where an app gets the notices of a unit, or changes that. It is off until it is enabled, and again when its
   * address changes; what is written meanwhile is kept.
   */
  readonly registerWebhook: RegisterWebhookPayload;
  /**
   * Changes the secrets of a webhook: until the overlap is over, what is sent carries signatures under both. Repeating it
   * is refused with `CONFLICT`.
   */
  readonly rotateWebhook: RotateWebhookPayload;
  /**
   * Switches a webhook on, after its server has answered a signed ping with a status of 200 to 299. What was kept while it
   * was off stays where it is until it is replayed.
   */
  readonly enableWebhook: EnableWebhookPayload;
  /** Switches a webhook off: nothing leaves from the next attempt on, and everything is kept. */
  readonly disableWebhook: ChangePayload;
  /** Sends a signed ping to the server of a webhook, on or off, and says what came back. */
  readonly testWebhook: TestWebhookPayload;
  /** Sends a delivery again; the schedule of its attempts begins anew. */
  readonly replayWebhook: ReplayWebhookPayload;
  /**
   * Sends again what was parked or given up in a stretch of time, oldest first and at most a hundred a call: repeat with
   * `after` until `endCursor` is null.
   */
  readonly replayWebhooks: ReplayWebhooksPayload;
  /**
   * Begins a delivery that was given up anew: its schedule starts now. The entry in the inbox stays the same one, and
   * what is no longer needed is not sent. For administrators.
   */
  readonly redriveDelivery: RedrivePayload;
  /** Begins up to 100 deliveries that were given up anew, of one recipient or of all; for administrators. */
  readonly redriveDeliveries: RedrivePayload;
};


/** What can be changed. Each act is recorded whole or not at all. */
export type MutationAcknowledgeArgs = {
  input: AcknowledgeInput;
};


/** What can be changed. Each act is recorded whole or not at all. */
export type MutationAddNoteArgs = {
  input: AddNoteInput;
};


/** What can be changed. Each act is recorded whole or not at all. */
export type MutationReceiveReportArgs = {
  input: ReceiveReportInput;
};


/** What can be changed. Each act is recorded whole or not at all. */
export type MutationAddReportArgs = {
  input: AddReportInput;
};


/** What can be changed. Each act is recorded whole or not at all. */
export type MutationCorrectReceiptArgs = {
  input: CorrectReceiptInput;
};


/** What can be changed. Each act is recorded whole or not at all. */
export type MutationForwardReportArgs = {
  input: ForwardReportInput;
};


/** What can be changed. Each act is recorded whole or not at all. */
export type MutationMarkUnfoundedArgs = {
  input: MarkUnfoundedInput;
};


/** What can be changed. Each act is recorded whole or not at all. */
export type MutationReferToInvestigationArgs = {
  input: ReferToInvestigationInput;
};


/** What can be changed. Each act is recorded whole or not at all. */
export type MutationAssessInitiallyArgs = {
  input: AssessInitiallyInput;
};


/** What can be changed. Each act is recorded whole or not at all. */
export type MutationRaiseEmergencyArgs = {
  input: RaiseEmergencyInput;
};


/** What can be changed. Each act is recorded whole or not at all. */
export type MutationLowerEmergencyArgs = {
  input: LowerEmergencyInput;
};


/** What can be changed. Each act is recorded whole or not at all. */
export type MutationAssessNeedsArgs = {
  input: AssessNeedsInput;
};


/** What can be changed. Each act is recorded whole or not at all. */
export type MutationRecordMeetingArgs = {
  input: RecordMeetingInput;
};


/** What can be changed. Each act is recorded whole or not at all. */
export type MutationApplyEmergencyMeasureArgs = {
  input: ApplyEmergencyMeasureInput;
};


/** What can be changed. Each act is recorded whole or not at all. */
export type MutationOrderIsolationArgs = {
  input: OrderIsolationInput;
};


/** What can be changed. Each act is recorded whole or not at all. */
export type MutationExtendIsolationArgs = {
  input: ExtendIsolationInput;
};


/** What can be changed. Each act is recorded whole or not at all. */
export type MutationEndIsolationArgs = {
  input: EndIsolationInput;
};


/** What can be changed. Each act is recorded whole or not at all. */
export type MutationRequestCourtArgs = {
  input: RequestCourtInput;
};


/** What can be changed. Each act is recorded whole or not at all. */
export type MutationOfferHandoverArgs = {
  input: OfferHandoverInput;
};


/** What can be changed. Each act is recorded whole or not at all. */
export type MutationAcceptHandoverArgs = {
  input: AcceptHandoverInput;
};


/** What can be changed. Each act is recorded whole or not at all. */
export type MutationDeclineHandoverArgs = {
  input: DeclineHandoverInput;
};


/** What can be changed. Each act is recorded whole or not at all. */
export type MutationAssignWorkerArgs = {
  input: AssignWorkerInput;
};


/** What can be changed. Each act is recorded whole or not at all. */
export type MutationAssignCommuneArgs = {
  input: AssignCommuneInput;
};


/** What can be changed. Each act is recorded whole or not at all. */
export type MutationSubmitPlanArgs = {
  input: SubmitPlanInput;
};


/** What can be changed. Each act is recorded whole or not at all. */
export type MutationReturnPlanArgs = {
  input: ReturnPlanInput;
};


/** What can be changed. Each act is recorded whole or not at all. */
export type MutationApprovePlanArgs = {
  input: ApprovePlanInput;
};


/** What can be changed. Each act is recorded whole or not at all. */
export type MutationSendDecisionArgs = {
  input: SendDecisionInput;
};


/** What can be changed. Each act is recorded whole or not at all. */
export type MutationAdjustPlanArgs = {
  input: AdjustPlanInput;
};


/** What can be changed. Each act is recorded whole or not at all. */
export type MutationStartPlanItemArgs = {
  input: StartPlanItemInput;
};


/** What can be changed. Each act is recorded whole or not at all. */
export type MutationCompletePlanItemArgs = {
  input: CompletePlanItemInput;
};


/** What can be changed. Each act is recorded whole or not at all. */
export type MutationRecordPlanRefusalArgs = {
  input: RecordPlanRefusalInput;
};


/** What can be changed. Each act is recorded whole or not at all. */
export type MutationReviewPlanArgs = {
  input: ReviewPlanInput;
};


/** What can be changed. Each act is recorded whole or not at all. */
export type MutationCloseCaseArgs = {
  input: CloseCaseInput;
};


/** What can be changed. Each act is recorded whole or not at all. */
export type MutationArchiveCaseArgs = {
  input: ArchiveCaseInput;
};


/** What can be changed. Each act is recorded whole or not at all. */
export type MutationReopenCaseArgs = {
  input: ReopenCaseInput;
};


/** What can be changed. Each act is recorded whole or not at all. */
export type MutationPlaceInCareArgs = {
  input: PlaceInCareInput;
};


/** What can be changed. Each act is recorded whole or not at all. */
export type MutationRecordFollowUpArgs = {
  input: RecordFollowUpInput;
};


/** What can be changed. Each act is recorded whole or not at all. */
export type MutationEndCareArgs = {
  input: EndCareInput;
};


/** What can be changed. Each act is recorded whole or not at all. */
export type MutationCorrectResidenceArgs = {
  input: CorrectResidenceInput;
};


/** What can be changed. Each act is recorded whole or not at all. */
export type MutationCorrectChildArgs = {
  input: CorrectChildInput;
};


/** What can be changed. Each act is recorded whole or not at all. */
export type MutationExtendDeadlineArgs = {
  input: ExtendDeadlineInput;
};


/** What can be changed. Each act is recorded whole or not at all. */
export type MutationPauseDeadlineArgs = {
  input: PauseDeadlineInput;
};


/** What can be changed. Each act is recorded whole or not at all. */
export type MutationResumeDeadlineArgs = {
  input: ResumeDeadlineInput;
};


/** What can be changed. Each act is recorded whole or not at all. */
export type MutationRecordDisclosureArgs = {
  input: RecordDisclosureInput;
};


/** What can be changed. Each act is recorded whole or not at all. */
export type MutationWithdrawConsentArgs = {
  input: WithdrawConsentInput;
};


/** What can be changed. Each act is recorded whole or not at all. */
export type MutationRecordSubjectRequestArgs = {
  input: RecordSubjectRequestInput;
};


/** What can be changed. Each act is recorded whole or not at all. */
export type MutationAnswerSubjectRequestArgs = {
  input: AnswerSubjectRequestInput;
};


/** What can be changed. Each act is recorded whole or not at all. */
export type MutationDeclareConflictArgs = {
  input: DeclareConflictInput;
};


/** What can be changed. Each act is recorded whole or not at all. */
export type MutationLiftConflictArgs = {
  input: LiftConflictInput;
};


/** What can be changed. Each act is recorded whole or not at all. */
export type MutationBreakGlassArgs = {
  input: BreakGlassInput;
};


/** What can be changed. Each act is recorded whole or not at all. */
export type MutationReviewBreakGlassArgs = {
  input: ReviewBreakGlassInput;
};


/** What can be changed. Each act is recorded whole or not at all. */
export type MutationCreateCalendarFeedArgs = {
  input: CreateCalendarFeedInput;
};


/** What can be changed. Each act is recorded whole or not at all. */
export type MutationRevokeCalendarFeedArgs = {
  input: RevokeCalendarFeedInput;
};


/** What can be changed. Each act is recorded whole or not at all. */
export type MutationImportUnitsArgs = {
  input: ImportUnitsInput;
};


/** What can be changed. Each act is recorded whole or not at all. */
export type MutationAppointOfficerArgs = {
  input: AppointOfficerInput;
};


/** What can be changed. Each act is recorded whole or not at all. */
export type MutationVacatePostArgs = {
  input: VacatePostInput;
};


/** What can be changed. Each act is recorded whole or not at all. */
export type MutationRegisterAppArgs = {
  input: RegisterAppInput;
};


/** What can be changed. Each act is recorded whole or not at all. */
export type MutationImportOfficersArgs = {
  input: ImportOfficersInput;
};


/** What can be changed. Each act is recorded whole or not at all. */
export type MutationSuspendOfficerArgs = {
  input: OfficerInput;
};


/** What can be changed. Each act is recorded whole or not at all. */
export type MutationRestoreOfficerArgs = {
  input: OfficerInput;
};


/** What can be changed. Each act is recorded whole or not at all. */
export type MutationSetContactArgs = {
  input: SetContactInput;
};


/** What can be changed. Each act is recorded whole or not at all. */
export type MutationRestoreAddressArgs = {
  input: OfficerInput;
};


/** What can be changed. Each act is recorded whole or not at all. */
export type MutationLinkSubjectArgs = {
  input: LinkSubjectInput;
};


/** What can be changed. Each act is recorded whole or not at all. */
export type MutationRecordLeaveArgs = {
  input: RecordLeaveInput;
};


/** What can be changed. Each act is recorded whole or not at all. */
export type MutationCancelLeaveArgs = {
  input: CancelLeaveInput;
};


/** What can be changed. Each act is recorded whole or not at all. */
export type MutationDisablePostArgs = {
  input: PostInput;
};


/** What can be changed. Each act is recorded whole or not at all. */
export type MutationEnablePostArgs = {
  input: PostInput;
};


/** What can be changed. Each act is recorded whole or not at all. */
export type MutationDelegatePostArgs = {
  input: DelegatePostInput;
};


/** What can be changed. Each act is recorded whole or not at all. */
export type MutationRevokeDelegationArgs = {
  input: RevokeDelegationInput;
};


/** What can be changed. Each act is recorded whole or not at all. */
export type MutationDisableAppArgs = {
  input: AppInput;
};


/** What can be changed. Each act is recorded whole or not at all. */
export type MutationEnableAppArgs = {
  input: AppInput;
};


/** What can be changed. Each act is recorded whole or not at all. */
export type MutationAddCredentialArgs = {
  input: AddCredentialInput;
};


/** What can be changed. Each act is recorded whole or not at all. */
export type MutationRetireCredentialArgs = {
  input: RetireCredentialInput;
};


/** What can be changed. Each act is recorded whole or not at all. */
export type MutationImportCalendarArgs = {
  input: ImportCalendarInput;
};


/** What can be changed. Each act is recorded whole or not at all. */
export type MutationImportLadderArgs = {
  input: ImportLadderInput;
};


/** What can be changed. Each act is recorded whole or not at all. */
export type MutationMigrateProcedureArgs = {
  input: MigrateProcedureInput;
};


/** What can be changed. Each act is recorded whole or not at all. */
export type MutationOrderErasureArgs = {
  input: OrderErasureInput;
};


/** What can be changed. Each act is recorded whole or not at all. */
export type MutationApproveErasureArgs = {
  input: SignErasureInput;
};


/** What can be changed. Each act is recorded whole or not at all. */
export type MutationWithdrawErasureArgs = {
  input: SignErasureInput;
};


/** What can be changed. Each act is recorded whole or not at all. */
export type MutationRegisterWebhookArgs = {
  input: RegisterWebhookInput;
};


/** What can be changed. Each act is recorded whole or not at all. */
export type MutationRotateWebhookArgs = {
  input: RotateWebhookInput;
};


/** What can be changed. Each act is recorded whole or not at all. */
export type MutationEnableWebhookArgs = {
  input: WebhookInput;
};


/** What can be changed. Each act is recorded whole or not at all. */
export type MutationDisableWebhookArgs = {
  input: WebhookInput;
};


/** What can be changed. Each act is recorded whole or not at all. */
export type MutationTestWebhookArgs = {
  input: WebhookInput;
};


/** What can be changed. Each act is recorded whole or not at all. */
export type MutationReplayWebhookArgs = {
  input: ReplayWebhookInput;
};


/** What can be changed. Each act is recorded whole or not at all. */
export type MutationReplayWebhooksArgs = {
  input: ReplayWebhooksInput;
};


/** What can be changed. Each act is recorded whole or not at all. */
export type MutationRedriveDeliveryArgs = {
  input: RedriveDeliveryInput;
};


/** What can be changed. Each act is recorded whole or not at all. */
export type MutationRedriveDeliveriesArgs = {
  input: RedriveDeliveriesInput;
};

/** Who acts. */
export type ActorKind =
  /** A person through an app; rights come from the posts held now. */
  | 'OFFICER'
  /** An app of its own accord, such as the intake of the hotline. */
  | 'MACHINE'
  /** The clock of this system. */
  | 'SYSTEM'
  /** Whoever followed a link in a letter to a post: it was done for the post, and nobody knows by whom. */
  | 'LINK';

/** The posts the procedure knows. */
export type Role =
  /** Child-protection worker of a commune (người làm công tác bảo vệ trẻ em cấp xã). */
  | 'COMMUNE_WORKER'
  /** Chair of a commune's People's Committee (Chủ tịch UBND cấp xã). */
  | 'COMMUNE_CHAIR'
  /** Police of a commune (Công an cấp xã). */
  | 'COMMUNE_POLICE'
  /**
   * Mass organisation that supervises in a commune: Fatherland Front, Youth Union or Women's Union (Law on Children
   * 2016 Art. 91). It is told of code and duty when a duty stays undone, and sees no case.
   */
  | 'COMMUNE_MASS_ORGANISATION'
  /** Supervisor at the provincial department in charge (Sở Y tế). */
  | 'PROVINCE_SUPERVISOR'
  /** Chair of a province's People's Committee. */
  | 'PROVINCE_CHAIR'
  /** Supervisor at the ministry in charge. */
  | 'MINISTRY_SUPERVISOR'
  /** National child-protection hotline 111. */
  | 'HOTLINE_111'
  /** Reads published statistics only. */
  | 'ANALYST'
  /** Keeps units, officers and apps; sees no case. */
  | 'ADMINISTRATOR';

/** You, as this request was made. */
export type Viewer = {
  /** Person or machine. */
  readonly kind: ActorKind;
  /** Your id in the directory. */
  readonly id: Scalars['ID']['output'];
  /** The app you act through. */
  readonly app: Scalars['ID']['output'];
  /** What the app and your token allow together, such as `cases:read`. */
  readonly scopes: ReadonlyArray<Scalars['String']['output']>;
  /** The posts you hold now. */
  readonly posts: ReadonlyArray<HeldPost>;
};

/** A post held. */
export type HeldPost = {
  /** Id of the post, as notices and assignments name it. */
  readonly id: Scalars['ID']['output'];
  /** Its role. */
  readonly role: Role;
  /** Code of its unit. */
  readonly unitCode: Scalars['UnitCode']['output'];
  /** Its unit. */
  readonly unit?: Maybe<Unit>;
  /** The agency it belongs to. */
  readonly agency: Scalars['ID']['output'];
  /** When that ends, if you act by it for somebody else; null for a post of your own. */
  readonly until?: Maybe<Scalars['DateTime']['output']>;
};

/** Why an act was refused. Texts are constant: they never repeat what you sent. */
export type UserError = {
  /** What to program against. */
  readonly code: RefusalCode;
  /** Path of the input at fault, from the input object on. */
  readonly field?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  /** What can be done about it. */
  readonly message: Scalars['String']['output'];
  /** `Case.version`, or `CalendarYear.revision`, now; with `CONFLICT`. */
  readonly currentVersion?: Maybe<Scalars['Int']['output']>;
};

/** Why an act was refused. */
export type RefusalCode =
  /** The input does not fit; every problem is listed, at most 50. */
  | 'INVALID_INPUT'
  /** No such case for you. Check the id and the unit you act for. */
  | 'NOT_FOUND'
  /** Your posts do not permit this act on this case. Ask the accountable commune. */
  | 'NOT_ALLOWED'
  /** This act is not available at the present step. Read `step` and `availableActions`. */
  | 'NOT_AVAILABLE'
  /** The case has changed. Read it again and repeat with its current version. */
  | 'CONFLICT'
  /** Others are writing this case. Repeat with the same idempotency key. */
  | 'BUSY'
  /** This key was used for another request. Use a new key. */
  | 'IDEMPOTENCY_KEY_REUSED'
  /** An act can be recorded only after it happened. Correct the instant. */
  | 'HAPPENED_IN_FUTURE'
  /** The act lies before what it answers: the step it belongs to had not begun. Correct the instant. */
  | 'HAPPENED_BEFORE_STEP'
  /** An act lies before the report was received. Correct the instant. */
  | 'HAPPENED_BEFORE_RECEIPT'
  /** No such administrative unit on that day. Use a code of the current unit list. */
  | 'UNIT_UNKNOWN'
  /** A commune-level unit is needed here. Use its five-digit code. */
  | 'UNIT_NOT_COMMUNE'
  /** No procedure is in force for this unit on that day. */
  | 'PROCEDURE_UNKNOWN'
  /** No such version of the procedure, or it has no such limit. Read `procedures`. */
  | 'LIMIT_UNKNOWN'
  /** This limit is counted with a day the record names. Say which day. */
  | 'NAMED_DAY_MISSING'
  /** This limit takes no such term. Leave it out. */
  | 'TERM_UNFIT'
  /** The case is already with this commune. Name another one. */
  | 'SAME_COMMUNE'
  /** A hand-over offer is open. It is to be accepted or declined first. */
  | 'HANDOVER_PENDING'
  /** No open hand-over offer to your commune. */
  | 'NO_HANDOVER'
  /** The case is already an emergency. */
  | 'EMERGENCY_ALREADY_RAISED'
  /** The case is not an emergency. */
  | 'NO_EMERGENCY'
  /** An isolation order is in force. End it first. */
  | 'ISOLATION_OPEN'
  /** No isolation order is in force. */
  | 'NO_ISOLATION'
  /** The order would have ended before this act. End it and order anew. */
  | 'ISOLATION_LAPSED'
  /** Isolation may last 15 days in total. Shorten it or request the court. */
  | 'ISOLATION_CAP_EXCEEDED'
  /** An emergency measure is still due. Record it or lower the emergency first. */
  | 'EMERGENCY_MEASURE_MISSING'
  /** The dossier needs the minutes of the meeting. Record the meeting first. */
  | 'MEETING_MISSING'
  /** A plan needs items, with distinct ids and ends not before their starts. */
  | 'PLAN_ITEMS_INVALID'
  /** The plan has no such item. */
  | 'PLAN_ITEM_UNKNOWN'
  /** The plan item is already started or completed. */
  | 'PLAN_ITEM_STATE'
  /** A completed plan item cannot be changed or left out. */
  | 'PLAN_ITEM_COMPLETED_CHANGED'
  /** Closing needs a child no longer at risk and stable. Continue instead. */
  | 'REVIEW_NOT_SAFE'
  /** The case has no such open deadline. */
  | 'DEADLINE_UNKNOWN'
  /** No such post in that unit. */
  | 'POST_UNKNOWN'
  /** An act is known after it happened and before it is written down. Correct the instant. */
  | 'KNOWN_OUT_OF_ORDER'
  /** The case is an emergency. Lower it first. */
  | 'EMERGENCY_OPEN'
  /** Another commune answers for the case now. It can only be closed there. */
  | 'ALREADY_HANDED_OVER'
  /** At this step the other leg is the one to be assigned. Name that, or wait for its step. */
  | 'LEG_NOT_ASSIGNABLE'
  /** No refusal of the plan is on record. Record it first. */
  | 'PLAN_REFUSAL_MISSING'
  /** The child is in alternative care already. End that placement first. */
  | 'CARE_OPEN'
  /** The case has no such placement in care. */
  | 'CARE_UNKNOWN'
  /** This placement in care has ended. */
  | 'CARE_ENDED'
  /** No follow-up of this kind is owed for this placement. */
  | 'FOLLOW_UP_NOT_DUE'
  /** The record says so already. */
  | 'NOTHING_CHANGED'
  /** The clock of this limit cannot be stopped: nothing allows it. */
  | 'NOT_PAUSABLE'
  /** This limit cannot be extended: nothing allows it. */
  | 'NOT_EXTENDABLE'
  /** This limit takes no such ground. Read `relief` of its procedure. */
  | 'GROUND_NOT_TAKEN'
  /** More than may be granted in total. Ask for less. */
  | 'CAP_EXCEEDED'
  /** The deadline has passed; time that is over cannot be granted. */
  | 'DEADLINE_PAST'
  /** The clock of this deadline stands still already. */
  | 'DEADLINE_PAUSED'
  /** The clock of this deadline is running. */
  | 'DEADLINE_NOT_PAUSED'
  /**
   * The clock would stand still through no time that counts, so the end would stay. Stop it for longer, or extend
   * the deadline.
   */
  | 'PAUSE_WITHOUT_EFFECT'
  /** The offices of this unit are kept out of the case by a conflict of interest. Name another. */
  | 'UNIT_EXCLUDED'
  /** The case has no such exclusion. Read `exclusions`. */
  | 'EXCLUSION_UNKNOWN'
  /** You may see these parts already. */
  | 'GLASS_NOT_NEEDED'
  /** The case has no such access to be judged. Read `glasses`. */
  | 'GLASS_UNKNOWN'
  /** The content is too large. Shorten the texts. */
  | 'TOO_LARGE'
  /** One incident may concern at most 15 children. */
  | 'TOO_MANY_CHILDREN'
  /** Consent of the representative and, from seven years on, of the child is needed before the disclosure. */
  | 'CONSENT_MISSING'
  /** This consent was taken back. A new one is needed, or another basis. */
  | 'CONSENT_WITHDRAWN'
  /** The case has no such unanswered request. Read `subjectRequests`. */
  | 'REQUEST_UNKNOWN'
  /** By what is on record of who asks it cannot be given. Refuse it on `groundOffered`. */
  | 'NOT_TO_BE_GIVEN'
  /** The papers of this case are erased already. */
  | 'ALREADY_ERASED'
  /** Only an archived case can be erased. Archive it first. */
  | 'NOT_ARCHIVED'
  /** Somebody still owes something for this child. Read `deadlines`. */
  | 'DUTY_OPEN'
  /** There is no such order. */
  | 'ORDER_UNKNOWN'
  /** The order is approved, withdrawn or has expired. Read its status. */
  | 'ORDER_NOT_OPEN'
  /** Whoever signs second had the post before the order was made. Ask somebody who had. */
  | 'NEW_SIGNER'
  /** The second signature is another person's. Ask somebody else to approve. */
  | 'SAME_SIGNER'
  /** The incident has no such report. Read `incident.reports`. */
  | 'REPORT_UNKNOWN'
  /** The report was received then already. Give another instant. */
  | 'SAME_RECEIPT'
  /** No such officer. Appoint them to a post first. */
  | 'OFFICER_UNKNOWN'
  /** No such app. Register it first. */
  | 'APP_UNKNOWN'
  /** This id is that of another officer at the identity provider. Move it there first. */
  | 'SUBJECT_TAKEN'
  /** Nobody holds this post, or it is disabled. Appoint somebody first. */
  | 'POST_VACANT'
  /** This officer cannot act by the post then. Read `delegatePost` in the schema. */
  | 'DELEGATE_UNFIT'
  /** The stretch is empty or over. Correct its ends. */
  | 'STRETCH_UNFIT'
  /** Another leave or delegation covers a part of this stretch. End that first. */
  | 'STRETCH_TAKEN'
  /** No more are kept at once. End or retire one first. */
  | 'TOO_MANY'
  /** Another active credential has this id or this secret. Use new ones. */
  | 'CREDENTIAL_KNOWN'
  /** There must always be an administrator who can act. Appoint another first. */
  | 'LAST_ADMINISTRATOR'
  /** This would shut you out. Another administrator does it, or you through another app. */
  | 'OWN_ACCOUNT'
  /** No such webhook. Register it first. */
  | 'WEBHOOK_UNKNOWN'
  /** Another app has a webhook of this name in this unit. Choose another name. */
  | 'WEBHOOK_TAKEN'
  /** The server did not take the ping. Install the secret there, and try with `testWebhook`. */
  | 'WEBHOOK_UNANSWERED'
  /** The webhook has no such delivery. Read `webhookDeliveries`. */
  | 'DELIVERY_UNKNOWN'
  /** The delivery is waiting for its next attempt already. */
  | 'DELIVERY_ON_ITS_WAY'
  /** Only a delivery that was given up is sent again. Read `deadLetters`. */
  | 'DELIVERY_NOT_DEAD'
  /** Nobody gives posts to themselves. Another administrator does it. */
  | 'OWN_RIGHTS'
  /** Nobody who administers or analyses holds a post that follows cases, nor the reverse. Name another officer. */
  | 'ROLES_APART'
  /** You were suspended, or your app was disabled, while this was being done. */
  | 'NO_LONGER_ADMITTED';

/** The tiers of government since 2025-07-01 (Resolution 202/2025/QH15). */
export type UnitLevel =
  /** The country. */
  | 'NATION'
  /** Province or centrally-run city (tỉnh, thành phố). */
  | 'PROVINCE'
  /** Commune, ward or special zone (xã, phường, đặc khu). */
  | 'COMMUNE';

/** An administrative unit. */
export type Unit = Node & {
  /** Its id as a node. */
  readonly id: Scalars['ID']['output'];
  /** Its code. */
  readonly code: Scalars['UnitCode']['output'];
  /** Its tier. */
  readonly level: UnitLevel;
  /** Its name, such as `Ba Đình`. */
  readonly name: Scalars['String']['output'];
  /** Its name with its kind, such as `Phường Ba Đình`. */
  readonly fullName: Scalars['String']['output'];
  /** Code of the unit above. */
  readonly parentCode: Scalars['UnitCode']['output'];
  /** The unit above; null for the country. */
  readonly parent?: Maybe<Unit>;
  /** First day on which it exists. */
  readonly validFrom: Scalars['LocalDate']['output'];
  /** First day on which it no longer exists. */
  readonly validUntil?: Maybe<Scalars['LocalDate']['output']>;
  /** Made up for trying the system. */
  readonly fictional: Scalars['Boolean']['output'];
};

/** A page of units. */
export type UnitConnection = {
  /** The units. */
  readonly nodes: ReadonlyArray<Unit>;
  /** Where the page ends. */
  readonly pageInfo: PageInfo;
};

/** How sure a calendar row is. */
export type RowStatus =
  /** Decided and published. */
  | 'CONFIRMED'
  /** Announced; deadlines that touch it are `PROVISIONAL`. */
  | 'ANNOUNCED'
  /** Expected only; deadlines that touch it are `PROVISIONAL`. */
  | 'UNCONFIRMED';

/** Why a day differs from a plain week. */
export type RowKind =
  /** Public holiday (Labour Code 2019 Art. 112). */
  | 'HOLIDAY'
  /** Day off for a holiday that fell on a rest day. */
  | 'COMPENSATORY'
  /** Day off that is worked another day. */
  | 'SWAPPED_OFF'
  /** Rest day that is worked for another one. */
  | 'SWAPPED_WORK'
  /** What was said of this day is revoked: it is as in a plain week. */
  | 'REVOKED';

/** One year of the working calendar. */
export type CalendarYear = {
  /** The year. */
  readonly year: Scalars['Int']['output'];
  /** Whether the year was reviewed; deadlines that reach into another year are `UNPLANNED`. */
  readonly reviewed: Scalars['Boolean']['output'];
  /** Revision of the whole calendar, with all its years and units; `importCalendar` asks for it. */
  readonly revision: Scalars['Int']['output'];
  /** The days that differ from a plain week of Monday to Friday, in order. */
  readonly rows: ReadonlyArray<CalendarRow>;
  /** When offices work, by which limits in working hours are counted. */
  readonly officeHours: OfficeWeek;
};

/** A day that differs from a plain week. */
export type CalendarRow = {
  /** The day. */
  readonly on: Scalars['LocalDate']['output'];
  /** How it differs. */
  readonly kind: RowKind;
  /** What it is called. */
  readonly name: Bilingual;
  /** The document that says so. */
  readonly source: Scalars['String']['output'];
  /** How sure it is. */
  readonly status: RowStatus;
  /** The province or commune in which alone it holds; null when it holds in the whole country. */
  readonly unitCode?: Maybe<Scalars['UnitCode']['output']>;
};

/** Sessions of each day of a week, such as `07:30-11:30 13:30-17:00`; empty for a day that is not worked. */
export type OfficeWeek = {
  /** Monday. */
  readonly monday: Scalars['String']['output'];
  /** Tuesday. */
  readonly tuesday: Scalars['String']['output'];
  /** Wednesday. */
  readonly wednesday: Scalars['String']['output'];
  /** Thursday. */
  readonly thursday: Scalars['String']['output'];
  /** Friday. */
  readonly friday: Scalars['String']['output'];
  /** Saturday. */
  readonly saturday: Scalars['String']['output'];
  /** Sunday. */
  readonly sunday: Scalars['String']['output'];
};

/**
 * The duties under a time limit. D-numbers follow the transcription of the law, P-numbers are
 * policy.
 */
export type RuleId =
  /** Record the report on Form 01 (Mẫu 01). */
  | 'D02'
  /** Forward it to the commune of the incident. */
  | 'D03'
  /** Initial assessment on Form 02 (Mẫu 02), ND56/2017 Art. 26.2. */
  | 'D04'
  /** Emergency measure or isolation within 12 hours, ND56/2017 Art. 26.3. */
  | 'D05'
  /** Specific assessment on Form 03 (Mẫu 03), ND56/2017 Art. 27. */
  | 'D06'
  /** Submit the plan on Form 04 (Mẫu 04), ND56/2017 Art. 28. */
  | 'D07'
  /** Decide on the plan on Form 05 (Mẫu 05), ND56/2017 Art. 28.4. */
  | 'D08'
  /** Send the decision and the plan, ND56/2017 Art. 28.5. */
  | 'D09'
  /** Complete a service of the plan, ND56/2017 Art. 28.3a. */
  | 'D10'
  /** Review on Form 06 (Mẫu 06), ND56/2017 Art. 30. */
  | 'D11'
  /** Archive and enter the national database, ND56/2017 Art. 30.3. */
  | 'D12'
  /** Isolation of at most 15 days in total, ND56/2017 Art. 32.3. */
  | 'D13'
  /** Assess the child when the isolation period ends, TT14/2020 Art. 14.3. */
  | 'D14'
  /** Follow up the child in alternative care, ND56/2017 Art. 43.2. */
  | 'D15'
  /** Notice of the carer, Law on Children 2016 Art. 64.1b. */
  | 'D16'
  /** Evaluate the alternative care, Law on Children 2016 Art. 68.2. */
  | 'D17'
  /** Answer a request to see what is kept about the child (policy, after Decree 356/2025). */
  | 'D26'
  /** Answer a hand-over offer. */
  | 'P01'
  /** Decide on closing the case (policy). */
  | 'P02'
  /** Say which commune answers (policy). */
  | 'P03'
  /** Follow a request to the court up (policy). */
  | 'P04'
  /** Answer a refusal of the plan (policy). */
  | 'P05'
  /** Review before the child turns 16 (policy). */
  | 'P06'
  /** Judge an access in an emergency (policy). */
  | 'P07'
  /** Judge an access of the province or the ministry in an emergency (policy). */
  | 'P08';

/** How the end of a deadline stands. */
export type DeadlineStatus =
  /** Counted on confirmed days. */
  | 'PLANNED'
  /** Counted over a calendar row that is not confirmed yet; it may move. */
  | 'PROVISIONAL'
  /** Not counted yet: a year of the calendar has not been reviewed. */
  | 'UNPLANNED'
  /** Runs, but binds only once serious harm or an emergency is found. */
  | 'CONDITIONAL';

/** An open deadline that would end otherwise. */
export type DeadlineMovement = {
  /** Code of the case. */
  readonly caseCode: Scalars['String']['output'];
  /** Code of the unit that owes it. */
  readonly unitCode: Scalars['UnitCode']['output'];
  /** The rule. */
  readonly rule: RuleId;
  /** Where it ends now. */
  readonly before: DeadlineEnd;
  /** Where it would end. */
  readonly after: DeadlineEnd;
  /** Whether its breach is on record; that is never taken back. */
  readonly breached: Scalars['Boolean']['output'];
  /** Whether the end it would have has passed already. */
  readonly late: Scalars['Boolean']['output'];
};

/** Where a deadline ends. */
export type DeadlineEnd = {
  /** The first instant at which it is late; null while `UNPLANNED`. */
  readonly dueAt?: Maybe<Scalars['DateTime']['output']>;
  /** How its end stands. */
  readonly status: DeadlineStatus;
};

/** Why a stretch of time does or does not count. */
export type IntervalReason =
  /** Clock hours. */
  | 'HOURS'
  /** A session of the office. */
  | 'WORKING_HOURS'
  /** A night or a break of the office. */
  | 'OUTSIDE_HOURS'
  /** The rest of the day on which it started does not count (Civil Code 2015 Art. 147.2). */
  | 'DAY_OF_TRIGGER'
  /** A worked day. */
  | 'WORKING_DAY'
  /** A day of a span in calendar days. */
  | 'CALENDAR_DAY'
  /** A stretch of a span in months. */
  | 'MONTHS'
  /** A rest day of the week. */
  | 'WEEKEND'
  /** To the end of the day named in the record. */
  | 'NAMED_DAY'
  /** The clock stood still, and without that the time would have counted. */
  | 'PAUSED'
  /** Public holiday. */
  | 'HOLIDAY'
  /** Day off for a holiday that fell on a rest day. */
  | 'COMPENSATORY'
  /** Day off that is worked another day. */
  | 'SWAPPED_OFF'
  /** Rest day that is worked for another one. */
  | 'SWAPPED_WORK'
  /** What was said of this day is revoked: it counts as in a plain week. */
  | 'REVOKED';

/** A stretch of time in the count of a deadline. */
export type Interval = {
  /** Where it begins. */
  readonly from: Scalars['DateTime']['output'];
  /** Where it ends, not included. */
  readonly to: Scalars['DateTime']['output'];
  /** Whether it counts. */
  readonly counts: Scalars['Boolean']['output'];
  /** Why. */
  readonly reason: IntervalReason;
  /** The reason in words. */
  readonly label: Bilingual;
  /** What a holiday or a swapped day is called. */
  readonly occasion?: Maybe<Bilingual>;
  /** The document behind a holiday or a swapped day. */
  readonly source?: Maybe<Scalars['String']['output']>;
  /** How sure that document makes the day. */
  readonly status?: Maybe<RowStatus>;
  /** Whether it counts against time granted by an extension. */
  readonly granted: Scalars['Boolean']['output'];
};

/** A version of the procedure. A case keeps the version in force when its leg began. */
export type Procedure = {
  /** Its id, such as `ND56/2017`. */
  readonly id: Scalars['ID']['output'];
  /** Its title. */
  readonly title: Scalars['String']['output'];
  /** Who decided it, and when. */
  readonly decidedBy: Scalars['String']['output'];
  /** First day on which it is in force. */
  readonly validFrom: Scalars['LocalDate']['output'];
  /** First day on which it is no longer in force. */
  readonly validUntil?: Maybe<Scalars['LocalDate']['output']>;
  /** Codes of the units it holds in; `VN` for everywhere. */
  readonly territory: ReadonlyArray<Scalars['UnitCode']['output']>;
  /** Of a local procedure: the id of the one it lies over. Its limits run beside those and replace none. */
  readonly over?: Maybe<Scalars['ID']['output']>;
  /** The units that hold themselves to it by a decision of theirs; nothing is inherited without one. */
  readonly adoptedBy: ReadonlyArray<Adoption>;
  /** What of its text is not known for sure; null when it is. */
  readonly unconfirmed?: Maybe<Scalars['String']['output']>;
  /** Its time limits. */
  readonly limits: ReadonlyArray<TimeLimit>;
};

/** A local procedure that a unit holds itself to although it is not its own. */
export type Adoption = {
  /** Code of the unit. */
  readonly unitCode: Scalars['UnitCode']['output'];
  /** First day on which it holds there. */
  readonly validFrom: Scalars['LocalDate']['output'];
  /** First day on which it no longer holds there. */
  readonly validUntil?: Maybe<Scalars['LocalDate']['output']>;
  /** Number of the policy record, or of the unit's document. */
  readonly policy: Scalars['String']['output'];
};

/** Whose duty a limit is. */
export type LimitLeg =
  /** The commune of the incident. */
  | 'INCIDENT'
  /** The commune of residence. */
  | 'RESIDENCE'
  /** The commune that answers when it starts. */
  | 'ACCOUNTABLE';

/** How a span of time is measured. */
export type SpanUnit =
  /** Clock hours; nights, weekends and holidays count (Civil Code 2015 Art. 147.1). */
  | 'HOURS'
  /** Hours in which the office of the unit is open, from the very minute of the start. */
  | 'WORKING_HOURS'
  /** Days on which state offices work, from the day after the start (Civil Code 2015 Art. 147.2). */
  | 'WORKING_DAYS'
  /** Days one after another. */
  | 'CALENDAR_DAYS'
  /** To the same day of a later month (Civil Code 2015 Art. 148.3). */
  | 'MONTHS'
  /** To the end of a day named in the record. */
  | 'UNTIL_DAY';

/** A time limit of a procedure. It stands in a law, a policy of the operator or a local procedure, in one of them. */
export type TimeLimit = {
  /** Its id, the same in every version. */
  readonly id: RuleId;
  /** The duty. */
  readonly title: Bilingual;
  /** Whose duty it is. */
  readonly leg: LimitLeg;
  /** How the time is measured. */
  readonly unit: SpanUnit;
  /** How much time there is; null when the record names the day. */
  readonly count?: Maybe<Scalars['Int']['output']>;
  /** Facts that start it. */
  readonly from: ReadonlyArray<FactType>;
  /** Facts that fulfil it. */
  readonly until: ReadonlyArray<FactType>;
  /** Facts after which it is no longer owed. */
  readonly voidedBy: ReadonlyArray<FactType>;
  /** Runs from the start but binds only once serious harm or an emergency is found. */
  readonly conditional: Scalars['Boolean']['output'];
  /** The role that has to act. */
  readonly by: Role;
  /** How fast it escalates. */
  readonly ladder: LadderName;
  /** Whether the limit is law, policy or that of a local procedure. */
  readonly basis: Basis;
  /** The article, such as `ND56/2017 Art. 26.3`, or the number of the policy record. */
  readonly source: Scalars['String']['output'];
  /** Where the law gives the limit but not its start: the policy record that chooses it. */
  readonly startChosenBy?: Maybe<Scalars['String']['output']>;
  /** What more time it may be given by stopping its clock. */
  readonly pausable?: Maybe<Relief>;
  /** What more units it may be given. */
  readonly extendable?: Maybe<Relief>;
};

/** An act, by the name of its mutation; `sweep`, `replan`, `erase` and `migrate` are the clock's. */
export type Act =
  /** A report was taken down on Form 01. */
  | 'receiveReport'
  /** Another report of the incident was taken down. */
  | 'addReport'
  /** Form 02. */
  | 'assessInitially'
  /** Emergency raised. */
  | 'raiseEmergency'
  /** Emergency lowered. */
  | 'lowerEmergency'
  /** Emergency measures. */
  | 'applyEmergencyMeasure'
  /** Form 07. */
  | 'orderIsolation'
  /** Isolation extended. */
  | 'extendIsolation'
  /** Isolation ended. */
  | 'endIsolation'
  /** Hand-over offered. */
  | 'offerHandover'
  /** Hand-over accepted. */
  | 'acceptHandover'
  /** Hand-over declined. */
  | 'declineHandover'
  /** Form 03. */
  | 'assessNeeds'
  /** Meeting. */
  | 'recordMeeting'
  /** Form 04. */
  | 'submitPlan'
  /** Plan sent back. */
  | 'returnPlan'
  /** Form 05. */
  | 'approvePlan'
  /** Decision sent. */
  | 'sendDecision'
  /** Plan changed. */
  | 'adjustPlan'
  /** Plan item begun. */
  | 'startPlanItem'
  /** Plan item done. */
  | 'completePlanItem'
  /** Form 06. */
  | 'reviewPlan'
  /** Closed. */
  | 'closeCase'
  /** Archived. */
  | 'archiveCase'
  /** Worker named. */
  | 'assignWorker'
  /** Deadline seen. */
  | 'acknowledge'
  /** Note. */
  | 'addNote'
  /** Receipt of a report corrected. */
  | 'correctReceipt'
  /** Passed on to another commune. */
  | 'forwardReport'
  /** Nothing found behind the report. */
  | 'markUnfounded'
  /** Passed on to the investigating body. */
  | 'referToInvestigation'
  /** Court asked. */
  | 'requestCourt'
  /** Plan refused. */
  | 'recordPlanRefusal'
  /** Reopened. */
  | 'reopenCase'
  /** Commune named by the province. */
  | 'assignCommune'
  /** Placed in alternative care. */
  | 'placeInCare'
  /** Followed up in care. */
  | 'recordFollowUp'
  /** Care ended. */
  | 'endCare'
  /** Residence corrected. */
  | 'correctResidence'
  /** Child corrected. */
  | 'correctChild'
  /** Deadline extended. */
  | 'extendDeadline'
  /** Clock stopped. */
  | 'pauseDeadline'
  /** Clock goes on. */
  | 'resumeDeadline'
  /** Told outside this system. */
  | 'recordDisclosure'
  /** Consent taken back. */
  | 'withdrawConsent'
  /** Asked to see what is kept about the child. */
  | 'recordSubjectRequest'
  /** Such a request answered. */
  | 'answerSubjectRequest'
  /** Kept out by a conflict of interest. */
  | 'declareConflict'
  /** Let in again. */
  | 'liftConflict'
  /** Opened in an emergency. */
  | 'breakGlass'
  /** Access in an emergency judged. */
  | 'reviewBreakGlass'
  /** The clock: reminders, breaches and escalations that had become due. */
  | 'sweep'
  /** The clock: deadlines that follow a newer calendar. */
  | 'replan'
  /** The clock, by an order with two signatures: the keys of the papers are destroyed. */
  | 'erase'
  /** The clock, by order of an administrator: legs that follow another version of the procedure. */
  | 'migrate';

/** Parts of a case that are shown or not as a whole (ND56/2017 Art. 33). */
export type FieldClass =
  /** Steps, deadlines, units and history. */
  | 'STATUS'
  /** Who the child is. */
  | 'IDENTITY'
  /** What happened, and notes. */
  | 'NARRATIVE'
  /** Who reported it. */
  | 'INFORMANT'
  /** Who is alleged to have done it. */
  | 'PERPETRATOR'
  /** Forms 02, 03 and 06 and the minutes. */
  | 'ASSESSMENT'
  /** Emergency measures and isolation. */
  | 'PROTECTION'
  /** Placements in alternative care and what follow-ups found. */
  | 'CARE'
  /** The plan and the decision on it. */
  | 'PLAN'
  /** Who is kept out, who looked into it in an emergency or asked to see it, and why. */
  | 'OVERSIGHT';

/** What a notice is about. */
export type NoticeKind =
  /** A report was taken down and is with this commune (ND56/2017 Art. 25). */
  | 'FORWARDED'
  /** Another report of the incident came in; a closed case stays closed. */
  | 'REPORT_ADDED'
  /** A commune is asked to take a case over. */
  | 'HANDOVER_OFFERED'
  /** The commune asked took the case over. */
  | 'HANDOVER_ACCEPTED'
  /** The commune asked declined. */
  | 'HANDOVER_DECLINED'
  /** The province said which commune answers. */
  | 'COMMUNE_ASSIGNED'
  /** A child was placed in alternative care in this commune. */
  | 'CARE_PLACED'
  /** Somebody is kept out of a case by a conflict of interest; you answer for it now, or watch over it. */
  | 'CONFLICT_DECLARED'
  /** An officer broke the glass of a case; it is to be judged. */
  | 'GLASS_BROKEN'
  /** A deadline comes near. */
  | 'REMINDER'
  /** A deadline has passed. */
  | 'BREACH'
  /** A passed deadline is still open, and those above are told. */
  | 'ESCALATION';

/** How fast reminders and escalations follow one another. */
export type LadderName =
  /** In hours. */
  | 'EMERGENCY'
  /** In working days. */
  | 'ROUTINE'
  /** In working days, from the province up. */
  | 'PROVINCE'
  /** A duty of the ministry. */
  | 'MINISTRY';

/** What a rung of a ladder does. */
export type RungKind =
  /** Reminds before the due instant. */
  | 'REMINDER'
  /** Records the breach at the due instant. */
  | 'BREACH'
  /** Tells those above, after it. */
  | 'ESCALATION';

/** The duty a notice speaks of. */
export type NoticeDuty = {
  /** `Deadline.id` on the case. */
  readonly deadline: Scalars['ID']['output'];
  /** The rule. */
  readonly rule: RuleId;
  /** When it ends. */
  readonly dueAt: Scalars['DateTime']['output'];
  /** Id of the procedure version it was set under. */
  readonly procedure: Scalars['ID']['output'];
};

/** The lists of a unit. */
export type ListKind =
  /** Cases neither closed nor archived. */
  | 'OPEN'
  /** Cases, open or closed, with a recorded breach still open. */
  | 'OVERDUE'
  /** Cases closed or archived. */
  | 'CLOSED';

/** A page of a unit's list. */
export type CaseConnection = {
  /** The rows. */
  readonly nodes: ReadonlyArray<ListedCase>;
  /** Where the page ends. */
  readonly pageInfo: PageInfo;
  /** How many cases the whole list has. */
  readonly totalCount: Scalars['Int']['output'];
};

/** A row of a list; nothing in it tells who the child is. */
export type ListedCase = {
  /** Id of the case. */
  readonly id: Scalars['ID']['output'];
  /** Code of the case, to be said over the phone. */
  readonly code: Scalars['String']['output'];
  /** Where the case stands. */
  readonly step: Step;
  /** Whether it is an emergency. */
  readonly emergency: Scalars['Boolean']['output'];
  /** Whether a recorded breach is open. */
  readonly overdue: Scalars['Boolean']['output'];
  /** When the report was received. */
  readonly receivedAt: Scalars['DateTime']['output'];
  /** Earliest end of the open deadlines that bind. */
  readonly dueAt?: Maybe<Scalars['DateTime']['output']>;
  /** Commune of the incident. */
  readonly incidentUnit: Scalars['UnitCode']['output'];
  /** Commune that answers for the residence leg. */
  readonly residenceUnit: Scalars['UnitCode']['output'];
  /** How the hand-over stands. */
  readonly handover: HandoverState;
  /** The case itself, read strongly; null when it is not yours to see. */
  readonly case?: Maybe<Case>;
};

/** How a hand-over stands. */
export type HandoverState =
  /** With the commune of the incident. */
  | 'NONE'
  /** Offered to another commune. */
  | 'OFFERED'
  /** Accepted by another commune. */
  | 'ACCEPTED';

/** The six steps of Decree 56/2017 as a case waits in them, and its two ends. */
export type Step =
  /** Waits for Form 02 (Art. 26). */
  | 'INITIAL_ASSESSMENT'
  /** Waits for Form 03 (Art. 27). */
  | 'NEEDS_ASSESSMENT'
  /** Waits for the plan on Form 04 (Art. 28). */
  | 'PLAN_DRAFTING'
  /** Waits for the chair's decision on Form 05 (Art. 28.4). */
  | 'PLAN_APPROVAL'
  /** The plan is carried out (Art. 29). */
  | 'EXECUTION'
  /** Waits for the chair to close it (Art. 30.1). */
  | 'CLOSING'
  /** Closed. */
  | 'CLOSED'
  /** The dossier is archived (Art. 30.3). */
  | 'ARCHIVED';

/**
 * One child's case. What you may not see is null. Opening a personal part is recorded with your name,
 * at most ten cases in one request.
 */
export type Case = Node & {
  /** Opaque and stable. */
  readonly id: Scalars['ID']['output'];
  /** A running number with a check digit, to be said over the phone; tells neither place nor date. */
  readonly code: Scalars['String']['output'];
  /** Counts the changes people made; send it as `expectedVersion`. */
  readonly version: Scalars['Int']['output'];
  /** Where the case stands. */
  readonly step: Step;
  /** What your posts let you do at this step; each is a mutation. */
  readonly availableActions: ReadonlyArray<Act>;
  /**
   * The parts you may see. Of an archived case those are how it stands and who looked into it; whoever follows the
   * child up in care still sees who it is and where it lives.
   */
  readonly visibleParts: ReadonlyArray<FieldClass>;
  /** Whether it is an emergency now. */
  readonly emergency: Scalars['Boolean']['output'];
  /** Since when it is an emergency. */
  readonly emergencySince?: Maybe<Scalars['DateTime']['output']>;
  /** Whether a recorded breach is open. */
  readonly overdue: Scalars['Boolean']['output'];
  /** Earliest receipt of the reports that speak of the child; the twelve hours run from here (Art. 26.3). */
  readonly receivedAt: Scalars['DateTime']['output'];
  /** What is known without saying who the child is. */
  readonly profile: Profile;
  /** Steps 1 and 2. */
  readonly incidentLeg: Leg;
  /** Steps 3 to 6; with the commune of the incident until another accepts. */
  readonly residenceLeg: Leg;
  /** Commune of residence as it was reported. */
  readonly residenceUnit?: Maybe<Scalars['UnitCode']['output']>;
  /** Whether it was looked for and nobody knows where the child lives. */
  readonly residenceUnknown: Scalars['Boolean']['output'];
  /** How the hand-over stands. */
  readonly handover: HandoverState;
  /** The open hand-over offer. */
  readonly offer?: Maybe<HandoverOffer>;
  /** Communes that declined. */
  readonly declinedBy: ReadonlyArray<Scalars['UnitCode']['output']>;
  /** How often a plan was begun: 1, and one more for each review that went on. */
  readonly cycle: Scalars['Int']['output'];
  /** When the keys of its papers were destroyed; whatever they held is null from then on. */
  readonly erasedAt?: Maybe<Scalars['DateTime']['output']>;
  /** When the meeting was held (Art. 27.2). */
  readonly meetingAt?: Maybe<Scalars['DateTime']['output']>;
  /** What the last review proposed. */
  readonly reviewOutcome?: Maybe<ReviewOutcome>;
  /** When the parents or carers refused the plan. */
  readonly planRefusedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Since when the matter is with the investigating body. */
  readonly investigatedSince?: Maybe<Scalars['DateTime']['output']>;
  /** When it was closed. */
  readonly closedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Whether it was closed because nothing was found behind the report. */
  readonly unfounded: Scalars['Boolean']['output'];
  /** When it was archived. */
  readonly archivedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Made up for trying the system; in no official count. */
  readonly synthetic: Scalars['Boolean']['output'];
  /** The open deadlines, the earliest end first. */
  readonly deadlines: ReadonlyArray<Deadline>;
  /** Whether Form 02 found serious harm or the risk of it (assessment). */
  readonly seriousHarm?: Maybe<Scalars['Boolean']['output']>;
  /** The plan of the present cycle (plan). */
  readonly plan?: Maybe<Plan>;
  /** The isolation orders (protection). */
  readonly isolations?: Maybe<ReadonlyArray<Isolation>>;
  /** The placements in alternative care (care). */
  readonly care?: Maybe<ReadonlyArray<Care>>;
  /** First day of the month in which the child turns 16, where the day of birth is known (identity). */
  readonly sixteenFrom?: Maybe<Scalars['LocalDate']['output']>;
  /** Who the child is (identity). */
  readonly identity?: Maybe<Identity>;
  /** What happened, as the newest report says (narrative). */
  readonly narrative?: Maybe<Narrative>;
  /** Who made the newest report, if that person agreed to be named (informant; Art. 24.1). */
  readonly informant?: Maybe<Informant>;
  /** Who is alleged to have done it, by the newest report (perpetrator). */
  readonly perpetrators?: Maybe<ReadonlyArray<Perpetrator>>;
  /** Form 02 as last filled in (assessment). */
  readonly initialAssessment?: Maybe<Questionnaire>;
  /** Form 03 as last filled in (assessment). */
  readonly needsAssessment?: Maybe<Questionnaire>;
  /** Minutes of the last meeting (assessment). */
  readonly minutes?: Maybe<Minutes>;
  /** Form 04: wording of the plan (plan). */
  readonly planForm?: Maybe<PlanForm>;
  /** Form 05: the chair's decision (plan). */
  readonly decision?: Maybe<Decision>;
  /** Form 06 as last filled in (assessment). */
  readonly reviewForm?: Maybe<Questionnaire>;
  /** Form 07: the last isolation order (protection). */
  readonly isolationOrder?: Maybe<IsolationOrder>;
  /** The last emergency measure in words (protection). */
  readonly emergencyMeasure?: Maybe<Scalars['String']['output']>;
  /** The last placement in words (care). */
  readonly placement?: Maybe<CarePlacement>;
  /** What the last follow-up in care found (care). */
  readonly followUpFindings?: Maybe<Scalars['String']['output']>;
  /** The last note (narrative). */
  readonly lastNote?: Maybe<Scalars['String']['output']>;
  /** What happened to the case, oldest first; each entry is chained to the one before by its hash. */
  readonly history: HistoryConnection;
  /**
   * Every act on a case, and what keeps you from it now: to grey a button out and say why. An act that can
   * be done may still be refused for what it says, such as a commune or an instant that does not fit.
   */
  readonly viewerCan: ReadonlyArray<Ability>;
  /** The incident this case belongs to, with its reports and its other cases. */
  readonly incident: Incident;
  /** What was told outside this system, the last fifty recorded, oldest first; `history` tells that there were more. */
  readonly disclosures: ReadonlyArray<Disclosure>;
  /** When consent to disclosures was last taken back. */
  readonly consentWithdrawnAt?: Maybe<Scalars['DateTime']['output']>;
  /** Who asked to see what is kept about the child, oldest first (oversight). */
  readonly subjectRequests?: Maybe<ReadonlyArray<SubjectRequest>>;
  /** Who is kept out of the incident by a conflict of interest. */
  readonly exclusions?: Maybe<ReadonlyArray<Exclusion>>;
  /** Accesses in an emergency that are to be judged or still last. */
  readonly glasses?: Maybe<ReadonlyArray<Glass>>;
};


/**
 * One child's case. What you may not see is null. Opening a personal part is recorded with your name,
 * at most ten cases in one request.
 */
export type CaseHistoryArgs = {
  first?: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
};

/** Kinds of child abuse the law names (Law on Children 2016 Art. 4.5–4.9). */
export type AbuseCategory =
  /** Violence (bạo lực trẻ em). */
  | 'VIOLENCE'
  /** Exploitation (bóc lột trẻ em). */
  | 'EXPLOITATION'
  /** Sexual abuse (xâm hại tình dục trẻ em). */
  | 'SEXUAL_ABUSE'
  /** Abandonment or neglect (bỏ rơi, bỏ mặc trẻ em). */
  | 'ABANDON_NEGLECT'
  /** Trafficking (mua bán trẻ em). */
  | 'TRAFFICKING'
  /** Another kind. */
  | 'OTHER';

/** Sex of the child as recorded. */
export type Sex =
  /** Male. */
  | 'MALE'
  /** Female. */
  | 'FEMALE'
  /** Not established. */
  | 'UNKNOWN';

/** The group that brought the child into the procedure (Form 01, title). */
export type SubjectGroup =
  /** Abused (bị xâm hại). */
  | 'ABUSED'
  /** At risk of violence, exploitation or abandonment. */
  | 'AT_RISK'
  /** In special circumstances (có hoàn cảnh đặc biệt). */
  | 'SPECIAL_CIRCUMSTANCE';

/** Age of the child at the report, in completed years. */
export type AgeGroup =
  /** Under 6. */
  | 'AGE_0_5'
  /** 6 to 9. */
  | 'AGE_6_9'
  /** 10 to 13. */
  | 'AGE_10_13'
  /** 14 or 15. */
  | 'AGE_14_15'
  /** 16 or over: no longer a child in law (Law on Children 2016 Art. 1). */
  | 'OVER_15'
  /** Not established. */
  | 'UNKNOWN';

/** How a report came in (Form 01, A.1). */
export type Channel =
  /** By telephone. */
  | 'PHONE'
  /** In person. */
  | 'IN_PERSON'
  /** Told by somebody else. */
  | 'THIRD_PARTY'
  /** Through an app. */
  | 'APP'
  /** From the press. */
  | 'PRESS'
  /** By post. */
  | 'POST'
  /** By official letter. */
  | 'OFFICIAL_LETTER';

/** What is known of the child without saying who it is. */
export type Profile = {
  /** Kinds of abuse, the principal one first. */
  readonly categories: ReadonlyArray<AbuseCategory>;
  /** The group. */
  readonly subjectGroup: SubjectGroup;
  /** Sex. */
  readonly sex: Sex;
  /** Age group. */
  readonly ageGroup: AgeGroup;
  /** How the report came in. */
  readonly channel: Channel;
};

/** One leg of a case: who answers for it, and by which procedure. */
export type Leg = {
  /** Code of the commune. */
  readonly unitCode: Scalars['UnitCode']['output'];
  /** The commune. */
  readonly unit?: Maybe<Unit>;
  /** Code of its province. */
  readonly provinceCode: Scalars['UnitCode']['output'];
  /** Id of the procedure version the leg is handled by. */
  readonly procedure: Scalars['ID']['output'];
  /** Id of the local procedure that lies over it there; null where there is none. */
  readonly overlay?: Maybe<Scalars['ID']['output']>;
  /** Post of the worker who follows the case on this leg. */
  readonly worker?: Maybe<Scalars['ID']['output']>;
};

/** An offer to hand the residence leg over, until it is answered. */
export type HandoverOffer = {
  /** Code of the commune asked. */
  readonly toCode: Scalars['UnitCode']['output'];
  /** The commune asked. */
  readonly to?: Maybe<Unit>;
  /** When it was made. */
  readonly at: Scalars['DateTime']['output'];
};

/** Who the child is (Form 01, A.2). */
export type Identity = {
  /** Full name. */
  readonly fullName?: Maybe<Scalars['String']['output']>;
  /** Day of birth. */
  readonly bornOn?: Maybe<Scalars['LocalDate']['output']>;
  /** Age by estimate. */
  readonly estimatedAge?: Maybe<Scalars['Int']['output']>;
  /** Where the child lives or stays. */
  readonly address?: Maybe<Scalars['String']['output']>;
  /** Father, as far as known. */
  readonly father?: Maybe<Parent>;
  /** Mother, as far as known. */
  readonly mother?: Maybe<Parent>;
};

/** A parent (Form 01, A.2). */
export type Parent = {
  /** Full name. */
  readonly fullName?: Maybe<Scalars['String']['output']>;
  /** Age. */
  readonly age?: Maybe<Scalars['Int']['output']>;
  /** Occupation. */
  readonly occupation?: Maybe<Scalars['String']['output']>;
};

/** What happened, as it was reported (Form 01, A.2). */
export type Narrative = {
  /** Place of the incident (địa điểm xảy ra vụ việc). */
  readonly incidentPlace?: Maybe<Scalars['String']['output']>;
  /** Present condition of the child (tình trạng hiện tại). */
  readonly currentCondition?: Maybe<Scalars['String']['output']>;
  /** What may follow without support (phỏng đoán hậu quả). */
  readonly predictedConsequence?: Maybe<Scalars['String']['output']>;
  /** Circumstances of the family (hoàn cảnh gia đình). */
  readonly familyCircumstances?: Maybe<Scalars['String']['output']>;
  /** Who cares for the child now (người chăm sóc). */
  readonly currentCarer?: Maybe<Scalars['String']['output']>;
  /** What was done before the report. */
  readonly priorActions?: Maybe<Scalars['String']['output']>;
};

/** Who reported it (Form 01, A.3). */
export type Informant = {
  /** Name. */
  readonly name?: Maybe<Scalars['String']['output']>;
  /** Telephone. */
  readonly phone?: Maybe<Scalars['String']['output']>;
  /** Address. */
  readonly address?: Maybe<Scalars['String']['output']>;
  /** Note. */
  readonly note?: Maybe<Scalars['String']['output']>;
};

/** Who is alleged to have done it (đối tượng). */
export type Perpetrator = {
  /** Full name. */
  readonly fullName?: Maybe<Scalars['String']['output']>;
  /** Year of birth. */
  readonly birthYear?: Maybe<Scalars['Int']['output']>;
  /** Relation to the child. */
  readonly relationToChild?: Maybe<Scalars['String']['output']>;
  /** Note. */
  readonly note?: Maybe<Scalars['String']['output']>;
};

/** How high a risk or an ability is. */
export type Level =
  /** High (Cao). */
  | 'HIGH'
  /** Medium (Trung bình). */
  | 'MEDIUM'
  /** Low (Thấp). */
  | 'LOW';

/** A form that rates items (Mẫu 02, 03, 06). */
export type Questionnaire = {
  /** Edition of the wording the items come from. */
  readonly edition: Scalars['String']['output'];
  /** The items. */
  readonly items: ReadonlyArray<QuestionnaireItem>;
  /** Items rated high (Tổng số Cao). */
  readonly highCount: Scalars['Int']['output'];
  /** Items rated medium (Tổng số Trung bình). */
  readonly mediumCount: Scalars['Int']['output'];
  /** Items rated low (Tổng số Thấp). */
  readonly lowCount: Scalars['Int']['output'];
  /** The conclusion. */
  readonly conclusion?: Maybe<Scalars['String']['output']>;
};

/** One rated item. */
export type QuestionnaireItem = {
  /** The item, by its number or wording in the form. */
  readonly item: Scalars['String']['output'];
  /** Its rating. */
  readonly level: Level;
  /** What was observed. */
  readonly note?: Maybe<Scalars['String']['output']>;
};

/** A rated form to record (Mẫu 02, 03, 06). Personal: it is sealed. */
export type QuestionnaireInput = {
  /** Edition of the wording the items come from, such as `ND56/2017`. */
  readonly edition?: Scalars['String']['input'];
  /** The items, at most 50. */
  readonly items: ReadonlyArray<QuestionnaireItemInput>;
  /** The conclusion. */
  readonly conclusion?: InputMaybe<Scalars['String']['input']>;
};

/** One rated item. */
export type QuestionnaireItemInput = {
  /** The item, by its number or wording in the form. */
  readonly item: Scalars['String']['input'];
  /** Its rating. */
  readonly level: Level;
  /** What was observed. */
  readonly note?: InputMaybe<Scalars['String']['input']>;
};

/** What every act on a case answers. */
export type CasePayload = {
  /** The case after the act, as you see it now; null when refused or no longer yours. */
  readonly case?: Maybe<Case>;
  /** Code of the case the act was done on, also for clients that may write and not read; null when refused. */
  readonly caseCode?: Maybe<Scalars['String']['output']>;
  /**
   * Codes of the cases the act opened, one for each child in the order in which they were told of; empty for an
   * act that opens none.
   */
  readonly openedCaseCodes: ReadonlyArray<Scalars['String']['output']>;
  /** Why it was refused; empty when it was done. */
  readonly userErrors: ReadonlyArray<UserError>;
  /** This key had done the act before; nothing was done again. */
  readonly replayed: Scalars['Boolean']['output'];
};

/** An act, and whether you can do it now. */
export type Ability = {
  /** The act. */
  readonly act: Act;
  /** Whether you can do it now; then it is one of `availableActions`. */
  readonly allowed: Scalars['Boolean']['output'];
  /** What keeps you from it; null when it is allowed. */
  readonly why?: Maybe<Hindrance>;
};

/** What keeps somebody from an act, in the order in which it is judged. */
export type Hindrance =
  /** The app or the token may not write (`cases:write`). */
  | 'LACKS_SCOPE'
  /** None of the posts held permits the act on this case: somebody else has to do it. */
  | 'LACKS_POST'
  /** The act is not one of the present step: it was done, or its time has not come. */
  | 'NOT_NOW';

/** Where a limit stands. */
export type Basis =
  /** In a law, decree or circular. */
  | 'LAW'
  /** In a policy of the operator; the law gives no number here. */
  | 'POLICY'
  /** In a local procedure. It replaces nothing: the limit of the law runs beside it. */
  | 'LOCAL';

/** The two legs of a case. */
export type LegName =
  /** Steps 1 and 2 and the emergency, answered by the commune of the incident. */
  | 'INCIDENT'
  /** Steps 3 to 6, answered by the commune of residence once it has accepted. */
  | 'RESIDENCE';

/** An open duty under a time limit. It is met by what happens before `dueAt` and breached from it on. */
export type Deadline = {
  /** The same after any number of re-plannings; `acknowledge` takes it. */
  readonly id: Scalars['ID']['output'];
  /** The rule. */
  readonly rule: RuleId;
  /** The duty. */
  readonly title: Bilingual;
  /** Whether the limit is law, policy or that of a local procedure. */
  readonly basis: Basis;
  /** Owed under a local procedure, beside the deadline of the same rule that the statute sets. */
  readonly local: Scalars['Boolean']['output'];
  /** The article, such as `ND56/2017 Art. 26.3`, or the number of the policy record. */
  readonly source: Scalars['String']['output'];
  /** Whose duty it is. */
  readonly leg: LegName;
  /** Code of the unit that owes it: a commune, or the province asked which commune answers. */
  readonly unitCode: Scalars['UnitCode']['output'];
  /** The unit that owes it. */
  readonly unit?: Maybe<Unit>;
  /** The role that has to act. */
  readonly responsible: Role;
  /** The plan item, isolation order or commune it is about; `-` for the case as a whole. */
  readonly subject: Scalars['String']['output'];
  /** The fact that started its clock. */
  readonly startedBy: FactType;
  /** When its clock started. */
  readonly startedAt: Scalars['DateTime']['output'];
  /** The first instant at which it is late; null while `UNPLANNED`. */
  readonly dueAt?: Maybe<Scalars['DateTime']['output']>;
  /** How its end stands. */
  readonly status: DeadlineStatus;
  /** How often `dueAt` has moved. */
  readonly planning: Scalars['Int']['output'];
  /** Revision of the calendar it was counted with. */
  readonly calendarRevision: Scalars['Int']['output'];
  /** When it was breached; null while in time. */
  readonly breachedAt?: Maybe<Scalars['DateTime']['output']>;
  /** When somebody responsible said to have seen it. */
  readonly acknowledgedAt?: Maybe<Scalars['DateTime']['output']>;
  /** When somebody will next be told. */
  readonly nextTellingAt?: Maybe<Scalars['DateTime']['output']>;
  /** The times in which its clock stands still. */
  readonly pauses: ReadonlyArray<Standstill>;
  /** Units granted beyond the limit. */
  readonly extensions: ReadonlyArray<Extension>;
  /** What more time the limit may be given by stopping its clock; null for a limit nothing can stop. */
  readonly pausable?: Maybe<Relief>;
  /** What more units the limit may be given; null for a limit that cannot be extended. */
  readonly extendable?: Maybe<Relief>;
  /**
   * Why it ends when it does, in words to be read, checked and printed: duty and article, what started the
   * clock, what was counted and what was not and by which document, pauses, extensions, calendar, end.
   */
  readonly account: Bilingual;
  /**
   * Why it ends when it does: intervals that follow one another, counted again now. The last ends at
   * the due instant; null when the calendar does not reach that far.
   */
  readonly explanation?: Maybe<ReadonlyArray<Interval>>;
};

/** A span of time. */
export type SpanInput = {
  /** How it is measured; a day named in a record is no span of your own. */
  readonly unit: SpanUnit;
  /** How much: at most two years. */
  readonly count: Scalars['Int']['input'];
  /**
   * For calendar days and months: whether a last day that nobody works gives way to the next worked one (Civil Code
   * 2015 Art. 148.5).
   */
  readonly rolls?: Scalars['Boolean']['input'];
};

/** A time during which a clock stood still. */
export type PauseInput = {
  /** When it stopped. */
  readonly from: Scalars['DateTime']['input'];
  /** When it went on, later than it stopped. */
  readonly until: Scalars['DateTime']['input'];
};

/** A count, or why there is none. */
export type DeadlineCalculationPayload = {
  /** The count; null when refused. */
  readonly calculation?: Maybe<DeadlineCalculation>;
  /** Why it was refused; empty when it was counted. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** A time limit counted without a case. */
export type DeadlineCalculation = {
  /** The limit; null for a span of your own. */
  readonly limit?: Maybe<TimeLimit>;
  /** The version of the procedure the limit stands in; null for a span of your own. */
  readonly procedure?: Maybe<Procedure>;
  /** The span as it was counted, without what was granted beyond it. */
  readonly span: CountedSpan;
  /** When the clock starts. */
  readonly startedAt: Scalars['DateTime']['output'];
  /** The first instant at which it is late; null while `UNPLANNED`. */
  readonly dueAt?: Maybe<Scalars['DateTime']['output']>;
  /** How its end stands; never `CONDITIONAL`, for that is known only of a case. */
  readonly status: DeadlineStatus;
  /** The year of the calendar that has not been reviewed; null unless `UNPLANNED`. */
  readonly missingYear?: Maybe<Scalars['Int']['output']>;
  /** Revision of the calendar it was counted with. */
  readonly calendarRevision: Scalars['Int']['output'];
  /** Why it ends when it does, in words to be read, checked and printed; null for a span of your own. */
  readonly account?: Maybe<Bilingual>;
  /**
   * Why it ends when it does: intervals that follow one another, the last ending at the due instant; null
   * while `UNPLANNED`.
   */
  readonly explanation?: Maybe<ReadonlyArray<Interval>>;
  /** The rungs of the limit's ladder in order; empty for a span of your own and while `UNPLANNED`. */
  readonly rungs: ReadonlyArray<LadderRung>;
};

/** A span as it was counted. */
export type CountedSpan = {
  /** How it is measured. */
  readonly unit: SpanUnit;
  /** How much; null when it ends with a day the record names. */
  readonly count?: Maybe<Scalars['Int']['output']>;
};

/** A rung of the ladder of a limit. Ladders are policy of the operator, not law. */
export type LadderRung = {
  /** Its id, such as `+1d`. */
  readonly id: Scalars['ID']['output'];
  /** What it does. */
  readonly kind: RungKind;
  /** When it is reached, if the duty is then still open. */
  readonly at: Scalars['DateTime']['output'];
  /**
   * Whom it tells. A post that stands empty is skipped for the next above; `HOTLINE_111` is told only of
   * the cases it took down.
   */
  readonly roles: ReadonlyArray<Role>;
};

/** What can have happened to a case. */
export type FactType =
  /** A report was received. */
  | 'ReportReceived'
  /** Form 01 was drawn up. */
  | 'ReportRecorded'
  /** The commune of the incident was told. */
  | 'ReportForwarded'
  /** Another report of the incident came in. */
  | 'ReportAdded'
  /** The receipt of a report was corrected. */
  | 'ReceiptCorrected'
  /** The earliest receipt is another one now. */
  | 'ReceiptMoved'
  /** Form 02 was filled in. */
  | 'InitialAssessed'
  /** The case became an emergency. */
  | 'EmergencyRaised'
  /** The emergency ended. */
  | 'EmergencyLowered'
  /** Emergency measures were taken. */
  | 'EmergencyMeasureApplied'
  /** The child was isolated from parents or carers. */
  | 'IsolationOrdered'
  /** The isolation was extended. */
  | 'IsolationExtended'
  /** The isolation ended. */
  | 'IsolationEnded'
  /** The residence leg was offered to a commune. */
  | 'HandoverOffered'
  /** A commune took the residence leg over. */
  | 'HandoverAccepted'
  /** A commune declined the residence leg. */
  | 'HandoverDeclined'
  /** Form 03 was filled in. */
  | 'NeedsAssessed'
  /** The meeting was held. */
  | 'MeetingRecorded'
  /** The plan was submitted. */
  | 'PlanSubmitted'
  /** The plan was sent back. */
  | 'PlanReturned'
  /** The plan was approved. */
  | 'PlanApproved'
  /** Decision and plan were sent. */
  | 'DecisionSent'
  /** The plan was changed. */
  | 'PlanAdjusted'
  /** A service began. */
  | 'PlanItemStarted'
  /** A service was completed. */
  | 'PlanItemCompleted'
  /** The plan was reviewed. */
  | 'PlanReviewed'
  /** The case was closed. */
  | 'CaseClosed'
  /** The dossier was archived. */
  | 'CaseArchived'
  /** A worker was named. */
  | 'WorkerAssigned'
  /** A note was added. */
  | 'NoteAdded'
  /** Something was told outside this system. */
  | 'DisclosureRecorded'
  /** Consent to disclosures was taken back. */
  | 'ConsentWithdrawn'
  /** It was asked to see what is kept about the child. */
  | 'SubjectRequestRecorded'
  /** Such a request was answered. */
  | 'SubjectRequestAnswered'
  /** The papers were erased: the keys they were sealed under are destroyed. */
  | 'CaseErased'
  /** Nothing was found behind the report. */
  | 'ReportUnfounded'
  /** The matter was passed on to the investigating body. */
  | 'ReferredToInvestigation'
  /** The province said which commune answers. */
  | 'CommuneAssigned'
  /** Parents or carers refused the plan. */
  | 'PlanRefused'
  /** The court was asked. */
  | 'CourtRequested'
  /** The case was taken up again. */
  | 'CaseReopened'
  /** The child was placed in alternative care. */
  | 'CarePlaced'
  /** The child was followed up in care. */
  | 'FollowUpRecorded'
  /** The placement ended. */
  | 'CareEnded'
  /** The residence was corrected. */
  | 'ResidenceCorrected'
  /** The child was corrected. */
  | 'ChildCorrected'
  /** Somebody is kept out by a conflict of interest. */
  | 'ConflictDeclared'
  /** Somebody is kept out no more. */
  | 'ConflictLifted'
  /** An officer opened the case in an emergency. */
  | 'GlassBroken'
  /** An access in an emergency was judged. */
  | 'GlassReviewed'
  /** A leg of the case follows another version of the procedure. */
  | 'ProcedureMigrated'
  /** The clock of a deadline was stopped. */
  | 'DeadlinePaused'
  /** The clock of a deadline goes on. */
  | 'DeadlineResumed'
  /** A deadline was extended. */
  | 'DeadlineExtended'
  /** A corrected receipt judged a duty again that was done. */
  | 'DeadlineRejudged'
  /** A deadline began to run. */
  | 'DeadlineSet'
  /** The end of a deadline moved. */
  | 'DeadlineMoved'
  /** A conditional deadline became binding. */
  | 'DeadlineConfirmed'
  /** A deadline was met or is no longer owed. */
  | 'DeadlineClosed'
  /** Somebody responsible has seen a deadline. */
  | 'Acknowledged'
  /** A reminder was due. */
  | 'ReminderRecorded'
  /** A deadline was breached. */
  | 'BreachRecorded'
  /** Those above were told of a breach. */
  | 'Escalated';

/** A page of the history. */
export type HistoryConnection = {
  /** The entries. */
  readonly nodes: ReadonlyArray<HistoryEntry>;
  /** Where the page ends. */
  readonly pageInfo: PageInfo;
};

/** One commit: an act and all that followed from it. */
export type HistoryEntry = {
  /** Its number in the case, without gaps. */
  readonly seq: Scalars['Int']['output'];
  /** `Case.version` after it. */
  readonly version: Scalars['Int']['output'];
  /** The act. */
  readonly act: Act;
  /** When it was written. */
  readonly writtenAt: Scalars['DateTime']['output'];
  /** Who acted. */
  readonly byKind: ActorKind;
  /** What happened, in order. */
  readonly facts: ReadonlyArray<HistoryFact>;
  /** Hash of the entry before. */
  readonly previousHash: Scalars['String']['output'];
  /** Hash of this entry. */
  readonly hash: Scalars['String']['output'];
};

/** Something that happened. */
export type HistoryFact = {
  /** What happened. */
  readonly type: FactType;
  /** When it happened. */
  readonly about: Scalars['DateTime']['output'];
  /** When it could first be known here. */
  readonly known: Scalars['DateTime']['output'];
  /** `Deadline.id`, for facts about a deadline. */
  readonly deadline?: Maybe<Scalars['ID']['output']>;
  /**
   * Where the deadline ends by this fact: set or moved to, or where the rung was told of; null for other facts and
   * while it is `UNPLANNED`.
   */
  readonly dueAt?: Maybe<Scalars['DateTime']['output']>;
  /** Revision of the calendar it was counted with, for facts that set or move a deadline. */
  readonly calendarRevision?: Maybe<Scalars['Int']['output']>;
  /** The posts told by it, as they stood when it was written; null for facts that tell nobody. */
  readonly told?: Maybe<ReadonlyArray<ToldPost>>;
  /** Whether a breach is of a law, a policy or a local procedure; null for other facts. */
  readonly basis?: Maybe<Basis>;
  /** How a deadline ended; null for other facts. */
  readonly how?: Maybe<Closing>;
  /** Why the end of a deadline moved; null for other facts. */
  readonly why?: Maybe<MoveReason>;
  /** Why more time was granted; null for other facts. */
  readonly ground?: Maybe<ReliefGround>;
  /** Id of the procedure version it brings in, or that a deadline is owed under; null for other facts. */
  readonly procedure?: Maybe<Scalars['ID']['output']>;
  /** Number of the document behind the fact, where it names one. */
  readonly document?: Maybe<Scalars['String']['output']>;
  /** Running number of the form this fact drew up; null for other facts. */
  readonly number?: Maybe<FormNumber>;
  /** `IncidentReport.number`, for facts about a report; null for other facts. */
  readonly report?: Maybe<Scalars['Int']['output']>;
  /** The receipt as the fact has it, where it adds, corrects or moves one; null for other facts. */
  readonly receivedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Id of the post that acknowledged, or to which the link was sent by which it was done; null for other facts. */
  readonly acknowledgedBy?: Maybe<Scalars['ID']['output']>;
  /** Whether it was acknowledged by such a link, so that nobody knows by whom; null for other facts. */
  readonly byLink?: Maybe<Scalars['Boolean']['output']>;
};

/** What made an open deadline end at another instant. */
export type MoveReason =
  /** A newer calendar. */
  | 'CALENDAR'
  /** The emergency was lowered before Form 02. */
  | 'EMERGENCY_LOWERED'
  /** Another earliest receipt. */
  | 'RECEIPT'
  /** Its clock was stopped. */
  | 'PAUSED'
  /** Its clock goes on. */
  | 'RESUMED'
  /** It was extended. */
  | 'EXTENDED'
  /** The case follows another version of the procedure. */
  | 'MIGRATED'
  /** Another commune owes it now, with days of its own. */
  | 'HANDED_OVER';

/** How a deadline ended. */
export type Closing =
  /** In time. */
  | 'MET'
  /** After its end. */
  | 'MET_LATE'
  /** No longer owed. */
  | 'VOID';

/** The numbered forms of Decree 56/2017. */
export type Form =
  /** Mẫu 01, the report. */
  | 'F01'
  /** Mẫu 02, the initial assessment. */
  | 'F02'
  /** Mẫu 03, the specific assessment. */
  | 'F03'
  /** Mẫu 04, the plan. */
  | 'F04'
  /** Mẫu 05, the decision. */
  | 'F05'
  /** Mẫu 06, the review. */
  | 'F06'
  /** Mẫu 07, the isolation order. */
  | 'F07';

/** A form with its running number at the agency that drew it up, in its year. */
export type FormNumber = {
  /** Which form. */
  readonly form: Form;
  /** The agency. */
  readonly agency: Scalars['ID']['output'];
  /** The year. */
  readonly year: Scalars['Int']['output'];
  /** The number. */
  readonly number: Scalars['Int']['output'];
};

/** A post as it was told. */
export type ToldPost = {
  /** Its id. */
  readonly id: Scalars['ID']['output'];
  /** Its role. */
  readonly role: Role;
  /** Code of its unit. */
  readonly unitCode: Scalars['UnitCode']['output'];
};

/** An acknowledgement. */
export type AcknowledgeInput = {
  /** The case. */
  readonly caseId: Scalars['ID']['input'];
  /** Key of this request. */
  readonly idempotencyKey: Scalars['IdempotencyKey']['input'];
  /** When it was done, if that was earlier than now. */
  readonly happenedAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** When your office knew of it, if that was before now: for papers entered late. */
  readonly knownAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** `Deadline.id`. */
  readonly deadline: Scalars['ID']['input'];
};

/** A note. */
export type AddNoteInput = {
  /** The case. */
  readonly caseId: Scalars['ID']['input'];
  /** Key of this request. */
  readonly idempotencyKey: Scalars['IdempotencyKey']['input'];
  /** When it was done, if that was earlier than now. */
  readonly happenedAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** When your office knew of it, if that was before now: for papers entered late. */
  readonly knownAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** The note. Personal: it is sealed. */
  readonly text: Scalars['String']['input'];
};

/**
 * The child of a report (Form 01, A.2). Of all this only sex and age group stay clear, because they are
 * counted; the rest is sealed.
 */
export type ReportedChildInput = {
  /** Sex. */
  readonly sex: Sex;
  /** Day of birth, if known. */
  readonly bornOn?: InputMaybe<Scalars['LocalDate']['input']>;
  /** Age by estimate, in years, if the day of birth is not known. */
  readonly estimatedAge?: InputMaybe<Scalars['Int']['input']>;
  /** Full name, if known. */
  readonly fullName?: InputMaybe<Scalars['String']['input']>;
  /** Where the child lives or stays. */
  readonly address?: InputMaybe<Scalars['String']['input']>;
  /** Father, as far as known. */
  readonly father?: InputMaybe<ParentInput>;
  /** Mother, as far as known. */
  readonly mother?: InputMaybe<ParentInput>;
};

/** A parent (Form 01, A.2). */
export type ParentInput = {
  /** Full name. */
  readonly fullName?: InputMaybe<Scalars['String']['input']>;
  /** Age. */
  readonly age?: InputMaybe<Scalars['Int']['input']>;
  /** Occupation. */
  readonly occupation?: InputMaybe<Scalars['String']['input']>;
};

/** What happened, as it is reported (Form 01, A.2). */
export type NarrativeInput = {
  /** Place of the incident (địa điểm xảy ra vụ việc). */
  readonly incidentPlace?: InputMaybe<Scalars['String']['input']>;
  /** Present condition of the child (tình trạng hiện tại). */
  readonly currentCondition?: InputMaybe<Scalars['String']['input']>;
  /** What may follow without support (phỏng đoán hậu quả). */
  readonly predictedConsequence?: InputMaybe<Scalars['String']['input']>;
  /** Circumstances of the family (hoàn cảnh gia đình). */
  readonly familyCircumstances?: InputMaybe<Scalars['String']['input']>;
  /** Who cares for the child now (người chăm sóc). */
  readonly currentCarer?: InputMaybe<Scalars['String']['input']>;
  /** What was done before the report. */
  readonly priorActions?: InputMaybe<Scalars['String']['input']>;
};

/** Who reports (Form 01, A.3). */
export type InformantInput = {
  /** Name. */
  readonly name?: InputMaybe<Scalars['String']['input']>;
  /** Telephone. */
  readonly phone?: InputMaybe<Scalars['String']['input']>;
  /** Address. */
  readonly address?: InputMaybe<Scalars['String']['input']>;
  /** Note. */
  readonly note?: InputMaybe<Scalars['String']['input']>;
};

/** Who is alleged to have done it (đối tượng). */
export type PerpetratorInput = {
  /** Full name. */
  readonly fullName?: InputMaybe<Scalars['String']['input']>;
  /** Year of birth. */
  readonly birthYear?: InputMaybe<Scalars['Int']['input']>;
  /** Relation to the child. */
  readonly relationToChild?: InputMaybe<Scalars['String']['input']>;
  /** Note. */
  readonly note?: InputMaybe<Scalars['String']['input']>;
};

/** A report to take down. */
export type ReceiveReportInput = {
  /** Key of this request. */
  readonly idempotencyKey: Scalars['IdempotencyKey']['input'];
  /** When it was done, if that was earlier than now. */
  readonly happenedAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** When the report was received; not in the future. */
  readonly receivedAt: Scalars['DateTime']['input'];
  /** How it came in. */
  readonly channel: Channel;
  /** The group that brings the child into the procedure. */
  readonly subjectGroup: SubjectGroup;
  /** Kinds of abuse, the principal one first, at least one. */
  readonly categories: ReadonlyArray<AbuseCategory>;
  /** Commune of the incident: it is accountable. */
  readonly incidentUnit: Scalars['UnitCode']['input'];
  /** Commune of residence, if known. */
  readonly residenceUnit?: InputMaybe<Scalars['UnitCode']['input']>;
  /** The child, or the first of several. */
  readonly child: ReportedChildInput;
  /**
   * Further children of the same incident, at most 14; each gets a case of its own. The payload answers with
   * the case of the first, and `Case.incident` leads to the others.
   */
  readonly otherChildren?: InputMaybe<ReadonlyArray<ReportedChildInput>>;
  /** What happened. Personal: it is sealed. */
  readonly narrative?: InputMaybe<NarrativeInput>;
  /** Who reports, only if that person agrees to be named (Art. 24.1). Personal: it is sealed. */
  readonly informant?: InputMaybe<InformantInput>;
  /** Who is alleged to have done it, at most 50. Personal: it is sealed. */
  readonly perpetrators?: InputMaybe<ReadonlyArray<PerpetratorInput>>;
};

/** An incident (vụ): one or more children, one case each, and one or more reports. */
export type Incident = {
  /** Opaque and stable. */
  readonly id: Scalars['ID']['output'];
  /** How many children it concerns, at most 15; each has a case. */
  readonly childCount: Scalars['Int']['output'];
  /** Its reports, in the order in which they were taken down. */
  readonly reports: ReadonlyArray<IncidentReport>;
  /** Its cases that you may see. */
  readonly cases: ReadonlyArray<Case>;
};

/** A report of an incident (Form 01). */
export type IncidentReport = {
  /** Which report of the incident it is, from 1. */
  readonly number: Scalars['Int']['output'];
  /** When it was received, as it is known now. */
  readonly receivedAt: Scalars['DateTime']['output'];
  /** When Form 01 was filled in. */
  readonly recordedAt: Scalars['DateTime']['output'];
  /** How it came in. */
  readonly channel: Channel;
  /** Code of the unit that took it down. */
  readonly unitCode: Scalars['UnitCode']['output'];
  /** The agency that took it down. */
  readonly agency: Scalars['ID']['output'];
  /** The role in which it was taken down. */
  readonly role: Role;
  /** Number of its Form 01. */
  readonly form: FormNumber;
  /** What happened, as this report says (narrative). */
  readonly narrative?: Maybe<Narrative>;
  /** Who made this report, if that person agreed to be named (informant; Art. 24.1). */
  readonly informant?: Maybe<Informant>;
  /** Who is alleged to have done it, by this report (perpetrator). */
  readonly perpetrators?: Maybe<ReadonlyArray<Perpetrator>>;
};

/** Why a recorded instant is corrected. */
export type CorrectionReason =
  /** It was written down wrong. */
  | 'SLIP'
  /** Other proof has come up, such as the record of a call. */
  | 'EVIDENCE';

/** Another report of an incident. */
export type AddReportInput = {
  /** Any case of the incident. */
  readonly caseId: Scalars['ID']['input'];
  /** Key of this request. */
  readonly idempotencyKey: Scalars['IdempotencyKey']['input'];
  /** When it was taken down, if that was earlier than now. */
  readonly happenedAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** When your office knew of it, if that was before now: for papers entered late. */
  readonly knownAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** When the report was received; not in the future. */
  readonly receivedAt: Scalars['DateTime']['input'];
  /** How it came in. */
  readonly channel: Channel;
  /** What happened. Personal: it is sealed. */
  readonly narrative?: InputMaybe<NarrativeInput>;
  /** Who reports, only if that person agrees to be named (Art. 24.1). Personal: it is sealed. */
  readonly informant?: InputMaybe<InformantInput>;
  /** Who is alleged to have done it, at most 50. Personal: it is sealed. */
  readonly perpetrators?: InputMaybe<ReadonlyArray<PerpetratorInput>>;
  /**
   * Children this report is the first to tell of; each gets a case, with group, kinds of abuse and commune of
   * residence as in the case given. An incident concerns at most 15 children.
   */
  readonly otherChildren?: InputMaybe<ReadonlyArray<ReportedChildInput>>;
};

/** A corrected receipt. */
export type CorrectReceiptInput = {
  /** Any case of the incident. */
  readonly caseId: Scalars['ID']['input'];
  /** `Case.version` you decided on. */
  readonly expectedVersion: Scalars['Int']['input'];
  /** Key of this request. */
  readonly idempotencyKey: Scalars['IdempotencyKey']['input'];
  /** When it was done, if that was earlier than now. */
  readonly happenedAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** When your office knew of it, if that was before now: for papers entered late. */
  readonly knownAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** `IncidentReport.number`. */
  readonly report: Scalars['Int']['input'];
  /** When the report was received; neither in the future, nor after Form 01 was filled in or anything was done upon it. */
  readonly receivedAt: Scalars['DateTime']['input'];
  /** Why it is corrected. */
  readonly reason: CorrectionReason;
};

/** Why a report is found to have nothing behind it. */
export type UnfoundedGround =
  /** Verification did not confirm it. */
  | 'NOT_SUBSTANTIATED'
  /** Another case stands for the same report. */
  | 'DUPLICATE_REPORT'
  /** The person was 16 or over. */
  | 'NOT_A_CHILD';

/** A report that goes on. */
export type ForwardReportInput = {
  /** The case. */
  readonly caseId: Scalars['ID']['input'];
  /** Key of this request. */
  readonly idempotencyKey: Scalars['IdempotencyKey']['input'];
  /** `Case.version` you decided on. */
  readonly expectedVersion: Scalars['Int']['input'];
  /** When it was done, if that was earlier than now. */
  readonly happenedAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** When your office knew of it, if that was before now: for papers entered late. */
  readonly knownAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** Code of the commune of the incident. */
  readonly to: Scalars['UnitCode']['input'];
};

/** A report with nothing behind it. */
export type MarkUnfoundedInput = {
  /** The case. */
  readonly caseId: Scalars['ID']['input'];
  /** Key of this request. */
  readonly idempotencyKey: Scalars['IdempotencyKey']['input'];
  /** `Case.version` you decided on. */
  readonly expectedVersion: Scalars['Int']['input'];
  /** When it was done, if that was earlier than now. */
  readonly happenedAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** When your office knew of it, if that was before now: for papers entered late. */
  readonly knownAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** Why. */
  readonly ground: UnfoundedGround;
  /** Why, in words. Personal: it is sealed. */
  readonly note?: InputMaybe<Scalars['String']['input']>;
};

/** A matter passed on. */
export type ReferToInvestigationInput = {
  /** The case. */
  readonly caseId: Scalars['ID']['input'];
  /** Key of this request. */
  readonly idempotencyKey: Scalars['IdempotencyKey']['input'];
  /** `Case.version` you decided on. */
  readonly expectedVersion: Scalars['Int']['input'];
  /** When it was done, if that was earlier than now. */
  readonly happenedAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** When your office knew of it, if that was before now: for papers entered late. */
  readonly knownAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** Number of the document, such as `12/QĐ-UBND`: letters, digits, spaces, `.`, `/` and `-`, at most 64; a figure in it, and never nine in a row. */
  readonly document: Scalars['String']['input'];
};

/** Why an emergency is found (ND56/2017 Art. 31.1). */
export type EmergencyGround =
  /** The child is threatened with serious harm to life or health. */
  | 'THREATENED_SERIOUS_HARM'
  /** A parent or carer is the source of the harm. */
  | 'CARER_IS_HARM_SOURCE';

/** Minutes of the meeting (biên bản cuộc họp). */
export type Minutes = {
  /** Who took part. */
  readonly participants: ReadonlyArray<Scalars['String']['output']>;
  /** What was said and agreed. */
  readonly text: Scalars['String']['output'];
};

/** Minutes of the meeting (biên bản cuộc họp). */
export type MinutesInput = {
  /** Who took part, at most 50. */
  readonly participants: ReadonlyArray<Scalars['String']['input']>;
  /** What was said and agreed. */
  readonly text: Scalars['String']['input'];
};

/** An initial assessment. */
export type AssessInitiallyInput = {
  /** The case. */
  readonly caseId: Scalars['ID']['input'];
  /** Key of this request. */
  readonly idempotencyKey: Scalars['IdempotencyKey']['input'];
  /** `Case.version` you decided on. */
  readonly expectedVersion: Scalars['Int']['input'];
  /** When it was done, if that was earlier than now. */
  readonly happenedAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** When your office knew of it, if that was before now: for papers entered late. */
  readonly knownAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** Whether the child suffers or risks serious harm. */
  readonly seriousHarm: Scalars['Boolean']['input'];
  /** Form 02 as filled in; leave it out if it stays on paper. Personal: it is sealed. */
  readonly form?: InputMaybe<QuestionnaireInput>;
};

/** An emergency. */
export type RaiseEmergencyInput = {
  /** The case. */
  readonly caseId: Scalars['ID']['input'];
  /** Key of this request. */
  readonly idempotencyKey: Scalars['IdempotencyKey']['input'];
  /** `Case.version` you decided on. */
  readonly expectedVersion: Scalars['Int']['input'];
  /** When it was done, if that was earlier than now. */
  readonly happenedAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** When your office knew of it, if that was before now: for papers entered late. */
  readonly knownAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** Why. */
  readonly ground: EmergencyGround;
};

/** The end of an emergency. */
export type LowerEmergencyInput = {
  /** The case. */
  readonly caseId: Scalars['ID']['input'];
  /** Key of this request. */
  readonly idempotencyKey: Scalars['IdempotencyKey']['input'];
  /** `Case.version` you decided on. */
  readonly expectedVersion: Scalars['Int']['input'];
  /** When it was done, if that was earlier than now. */
  readonly happenedAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** When your office knew of it, if that was before now: for papers entered late. */
  readonly knownAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** It should never have been raised. */
  readonly raisedInError: Scalars['Boolean']['input'];
};

/** A specific assessment. */
export type AssessNeedsInput = {
  /** The case. */
  readonly caseId: Scalars['ID']['input'];
  /** Key of this request. */
  readonly idempotencyKey: Scalars['IdempotencyKey']['input'];
  /** `Case.version` you decided on. */
  readonly expectedVersion: Scalars['Int']['input'];
  /** When it was done, if that was earlier than now. */
  readonly happenedAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** When your office knew of it, if that was before now: for papers entered late. */
  readonly knownAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** Whether the child needs a support plan; if not, the case can be closed. */
  readonly planNeeded: Scalars['Boolean']['input'];
  /** Form 03 as filled in; leave it out if it stays on paper. Personal: it is sealed. */
  readonly form?: InputMaybe<QuestionnaireInput>;
};

/** A meeting. */
export type RecordMeetingInput = {
  /** The case. */
  readonly caseId: Scalars['ID']['input'];
  /** Key of this request. */
  readonly idempotencyKey: Scalars['IdempotencyKey']['input'];
  /** `Case.version` you decided on. */
  readonly expectedVersion: Scalars['Int']['input'];
  /** When it was done, if that was earlier than now. */
  readonly happenedAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** When your office knew of it, if that was before now: for papers entered late. */
  readonly knownAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** The minutes. Personal: they are sealed. */
  readonly minutes?: InputMaybe<MinutesInput>;
};

/** The emergency measures of ND56/2017 Art. 31 and 32 other than isolation. */
export type EmergencyMeasure =
  /** The police stopped the act. */
  | 'ACT_STOPPED_BY_POLICE'
  /** First aid. */
  | 'FIRST_AID'
  /** Medical treatment. */
  | 'MEDICAL_TREATMENT'
  /** Evidence was kept. */
  | 'EVIDENCE_KEPT'
  /** A safe place to stay. */
  | 'SAFE_SHELTER'
  /** Temporary alternative care. */
  | 'TEMPORARY_ALTERNATIVE_CARE';

/** Why a child may be kept from parents or carers (ND56/2017 Art. 32.1). */
export type IsolationGround =
  /** A parent or carer abuses the child. */
  | 'ABUSED_BY_CARER'
  /** A parent or carer refuses the plan. */
  | 'CARER_REFUSES_PLAN'
  /** The abuse may go on. */
  | 'RISK_OF_CONTINUED_ABUSE';

/** How an isolation ended (TT14/2020 Art. 14.3). */
export type IsolationOutcome =
  /** The child went home. */
  | 'RETURNED_HOME'
  /** The child went into alternative care. */
  | 'ALTERNATIVE_CARE'
  /** The court is asked to restrict parental rights. */
  | 'COURT_REQUESTED';

/** An isolation order. */
export type Isolation = {
  /** Its id within the case. */
  readonly order: Scalars['ID']['output'];
  /** When it began. */
  readonly from: Scalars['DateTime']['output'];
  /** How many days it was given. */
  readonly days: Scalars['Int']['output'];
  /** When it ended; null while in force. */
  readonly endedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Whether a court was asked to let it go on. */
  readonly inCourt: Scalars['Boolean']['output'];
};

/** The isolation order in words (Mẫu 07). */
export type IsolationOrder = {
  /** From whom the child is kept. */
  readonly isolatedFrom: ReadonlyArray<Scalars['String']['output']>;
  /** Where the child stays. */
  readonly placedWith?: Maybe<Scalars['String']['output']>;
  /** Note. */
  readonly note?: Maybe<Scalars['String']['output']>;
};

/** The isolation order in words (Mẫu 07). */
export type IsolationOrderInput = {
  /** From whom the child is kept, at most 50. */
  readonly isolatedFrom: ReadonlyArray<Scalars['String']['input']>;
  /** Where the child stays. */
  readonly placedWith?: InputMaybe<Scalars['String']['input']>;
  /** Note. */
  readonly note?: InputMaybe<Scalars['String']['input']>;
};

/** Emergency measures. */
export type ApplyEmergencyMeasureInput = {
  /** The case. */
  readonly caseId: Scalars['ID']['input'];
  /** Key of this request. */
  readonly idempotencyKey: Scalars['IdempotencyKey']['input'];
  /** `Case.version` you decided on. */
  readonly expectedVersion: Scalars['Int']['input'];
  /** When it was done, if that was earlier than now. */
  readonly happenedAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** When your office knew of it, if that was before now: for papers entered late. */
  readonly knownAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** The measures, at least one. */
  readonly measures: ReadonlyArray<EmergencyMeasure>;
  /** The measures in words. Personal: it is sealed. */
  readonly description?: InputMaybe<Scalars['String']['input']>;
};

/** An isolation order. */
export type OrderIsolationInput = {
  /** The case. */
  readonly caseId: Scalars['ID']['input'];
  /** Key of this request. */
  readonly idempotencyKey: Scalars['IdempotencyKey']['input'];
  /** `Case.version` you decided on. */
  readonly expectedVersion: Scalars['Int']['input'];
  /** When it was done, if that was earlier than now. */
  readonly happenedAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** When your office knew of it, if that was before now: for papers entered late. */
  readonly knownAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** Why. */
  readonly ground: IsolationGround;
  /** For how many days, 1 to 15; all orders together at most 15 (Art. 32.3). */
  readonly days: Scalars['Int']['input'];
  /** Form 07 in words. Personal: it is sealed. */
  readonly order?: InputMaybe<IsolationOrderInput>;
};

/** More days of isolation. */
export type ExtendIsolationInput = {
  /** The case. */
  readonly caseId: Scalars['ID']['input'];
  /** Key of this request. */
  readonly idempotencyKey: Scalars['IdempotencyKey']['input'];
  /** `Case.version` you decided on. */
  readonly expectedVersion: Scalars['Int']['input'];
  /** When it was done, if that was earlier than now. */
  readonly happenedAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** When your office knew of it, if that was before now: for papers entered late. */
  readonly knownAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** How many more days, 1 to 15. */
  readonly days: Scalars['Int']['input'];
  /** The extension in words. Personal: it is sealed. */
  readonly order?: InputMaybe<IsolationOrderInput>;
};

/** The end of an isolation. */
export type EndIsolationInput = {
  /** The case. */
  readonly caseId: Scalars['ID']['input'];
  /** Key of this request. */
  readonly idempotencyKey: Scalars['IdempotencyKey']['input'];
  /** `Case.version` you decided on. */
  readonly expectedVersion: Scalars['Int']['input'];
  /** When it was done, if that was earlier than now. */
  readonly happenedAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** When your office knew of it, if that was before now: for papers entered late. */
  readonly knownAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** How it ended. */
  readonly outcome: IsolationOutcome;
  /** Form 03 as filled in; leave it out if it stays on paper. Personal: it is sealed. */
  readonly form?: InputMaybe<QuestionnaireInput>;
};

/** A request to the court. */
export type RequestCourtInput = {
  /** The case. */
  readonly caseId: Scalars['ID']['input'];
  /** Key of this request. */
  readonly idempotencyKey: Scalars['IdempotencyKey']['input'];
  /** `Case.version` you decided on. */
  readonly expectedVersion: Scalars['Int']['input'];
  /** When it was done, if that was earlier than now. */
  readonly happenedAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** When your office knew of it, if that was before now: for papers entered late. */
  readonly knownAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** Number of the document, such as `12/QĐ-UBND`: letters, digits, spaces, `.`, `/` and `-`, at most 64; a figure in it, and never nine in a row. */
  readonly document: Scalars['String']['input'];
};

/** An offer. */
export type OfferHandoverInput = {
  /** The case. */
  readonly caseId: Scalars['ID']['input'];
  /** Key of this request. */
  readonly idempotencyKey: Scalars['IdempotencyKey']['input'];
  /** `Case.version` you decided on. */
  readonly expectedVersion: Scalars['Int']['input'];
  /** When it was done, if that was earlier than now. */
  readonly happenedAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** When your office knew of it, if that was before now: for papers entered late. */
  readonly knownAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** Code of the commune asked. */
  readonly to: Scalars['UnitCode']['input'];
};

/** An acceptance. */
export type AcceptHandoverInput = {
  /** The case. */
  readonly caseId: Scalars['ID']['input'];
  /** Key of this request. */
  readonly idempotencyKey: Scalars['IdempotencyKey']['input'];
  /** `Case.version` you decided on. */
  readonly expectedVersion: Scalars['Int']['input'];
  /** When it was done, if that was earlier than now. */
  readonly happenedAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** When your office knew of it, if that was before now: for papers entered late. */
  readonly knownAt?: InputMaybe<Scalars['DateTime']['input']>;
};

/** A refusal to take over. */
export type DeclineHandoverInput = {
  /** The case. */
  readonly caseId: Scalars['ID']['input'];
  /** Key of this request. */
  readonly idempotencyKey: Scalars['IdempotencyKey']['input'];
  /** `Case.version` you decided on. */
  readonly expectedVersion: Scalars['Int']['input'];
  /** When it was done, if that was earlier than now. */
  readonly happenedAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** When your office knew of it, if that was before now: for papers entered late. */
  readonly knownAt?: InputMaybe<Scalars['DateTime']['input']>;
};

/** An assignment. */
export type AssignWorkerInput = {
  /** The case. */
  readonly caseId: Scalars['ID']['input'];
  /** Key of this request. */
  readonly idempotencyKey: Scalars['IdempotencyKey']['input'];
  /** `Case.version` you decided on. */
  readonly expectedVersion: Scalars['Int']['input'];
  /** When it was done, if that was earlier than now. */
  readonly happenedAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** When your office knew of it, if that was before now: for papers entered late. */
  readonly knownAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** Id of the worker's post in the commune of the leg. */
  readonly post: Scalars['ID']['input'];
  /** Which leg. */
  readonly leg: LegName;
};

/** A commune that is to answer. */
export type AssignCommuneInput = {
  /** The case. */
  readonly caseId: Scalars['ID']['input'];
  /** Key of this request. */
  readonly idempotencyKey: Scalars['IdempotencyKey']['input'];
  /** `Case.version` you decided on. */
  readonly expectedVersion: Scalars['Int']['input'];
  /** When it was done, if that was earlier than now. */
  readonly happenedAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** When your office knew of it, if that was before now: for papers entered late. */
  readonly knownAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** Code of the commune. */
  readonly to: Scalars['UnitCode']['input'];
  /** For which leg. */
  readonly leg: LegName;
};

/** The plan of the present cycle. */
export type Plan = {
  /** The cycle it belongs to. */
  readonly cycle: Scalars['Int']['output'];
  /** Counts its submissions and changes. */
  readonly revision: Scalars['Int']['output'];
  /** Its services and tasks. */
  readonly items: ReadonlyArray<PlanItem>;
};

/** A service or task of the plan (ND56/2017 Art. 28.3). */
export type PlanItem = {
  /** Its id, unique in the plan. */
  readonly id: Scalars['ID']['output'];
  /** Code of the measure, such as `COUNSELLING`. */
  readonly measure: Scalars['String']['output'];
  /** Expected first day. */
  readonly startOn: Scalars['LocalDate']['output'];
  /** Expected last day; its deadline ends with it. */
  readonly endOn: Scalars['LocalDate']['output'];
  /** Estimated cost. */
  readonly costVnd: Scalars['Vnd']['output'];
  /** Whether its beginning was recorded. */
  readonly started: Scalars['Boolean']['output'];
  /** Whether its completion was recorded. */
  readonly completed: Scalars['Boolean']['output'];
};

/** The wording of the plan (Mẫu 04). */
export type PlanForm = {
  /** What the plan is to reach. */
  readonly goals?: Maybe<Scalars['String']['output']>;
  /** The wording of its items. */
  readonly items: ReadonlyArray<PlanWording>;
};

/** The wording of a plan item. */
export type PlanWording = {
  /** Id of the plan item. */
  readonly id: Scalars['ID']['output'];
  /** The service or task (dịch vụ, công việc). */
  readonly service?: Maybe<Scalars['String']['output']>;
  /** Who is responsible in the commune. */
  readonly responsible?: Maybe<Scalars['String']['output']>;
  /** Who provides it. */
  readonly provider?: Maybe<Scalars['String']['output']>;
};

/** A service or task of the plan (ND56/2017 Art. 28.3). */
export type PlanItemInput = {
  /** Its id, unique in the plan: letters, digits, `-` and `_`, at most 32, and not nine digits or more alone. */
  readonly id: Scalars['ID']['input'];
  /** Code of the measure: capitals, digits and `_`, such as `COUNSELLING`; its wording goes below. */
  readonly measure: Scalars['String']['input'];
  /** Expected first day. */
  readonly startOn: Scalars['LocalDate']['input'];
  /** Expected last day, not before the first. */
  readonly endOn: Scalars['LocalDate']['input'];
  /** Estimated cost. */
  readonly costVnd?: Scalars['Vnd']['input'];
  /** The service or task (dịch vụ, công việc). Personal: it is sealed. */
  readonly service?: InputMaybe<Scalars['String']['input']>;
  /** Who is responsible in the commune. Personal: it is sealed. */
  readonly responsible?: InputMaybe<Scalars['String']['input']>;
  /** Who provides it. Personal: it is sealed. */
  readonly provider?: InputMaybe<Scalars['String']['input']>;
};

/** The chair's decision (Mẫu 05). */
export type Decision = {
  /** Who signed it. */
  readonly signer?: Maybe<Scalars['String']['output']>;
  /** Its wording. */
  readonly text?: Maybe<Scalars['String']['output']>;
};

/** The chair's decision (Mẫu 05). */
export type DecisionInput = {
  /** Who signed it. */
  readonly signer?: InputMaybe<Scalars['String']['input']>;
  /** Its wording. */
  readonly text?: InputMaybe<Scalars['String']['input']>;
};

/** A plan. */
export type SubmitPlanInput = {
  /** The case. */
  readonly caseId: Scalars['ID']['input'];
  /** Key of this request. */
  readonly idempotencyKey: Scalars['IdempotencyKey']['input'];
  /** `Case.version` you decided on. */
  readonly expectedVersion: Scalars['Int']['input'];
  /** When it was done, if that was earlier than now. */
  readonly happenedAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** When your office knew of it, if that was before now: for papers entered late. */
  readonly knownAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** The services and tasks of the plan, at most 40. */
  readonly items: ReadonlyArray<PlanItemInput>;
  /** What the plan is to reach. Personal: it is sealed. */
  readonly goals?: InputMaybe<Scalars['String']['input']>;
};

/** A plan sent back. */
export type ReturnPlanInput = {
  /** The case. */
  readonly caseId: Scalars['ID']['input'];
  /** Key of this request. */
  readonly idempotencyKey: Scalars['IdempotencyKey']['input'];
  /** `Case.version` you decided on. */
  readonly expectedVersion: Scalars['Int']['input'];
  /** When it was done, if that was earlier than now. */
  readonly happenedAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** When your office knew of it, if that was before now: for papers entered late. */
  readonly knownAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** A note. Personal: it is sealed. */
  readonly note?: InputMaybe<Scalars['String']['input']>;
};

/** An approval. */
export type ApprovePlanInput = {
  /** The case. */
  readonly caseId: Scalars['ID']['input'];
  /** Key of this request. */
  readonly idempotencyKey: Scalars['IdempotencyKey']['input'];
  /** `Case.version` you decided on. */
  readonly expectedVersion: Scalars['Int']['input'];
  /** When it was done, if that was earlier than now. */
  readonly happenedAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** When your office knew of it, if that was before now: for papers entered late. */
  readonly knownAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** The decision in words. Personal: it is sealed. */
  readonly decision?: InputMaybe<DecisionInput>;
};

/** A dispatch. */
export type SendDecisionInput = {
  /** The case. */
  readonly caseId: Scalars['ID']['input'];
  /** Key of this request. */
  readonly idempotencyKey: Scalars['IdempotencyKey']['input'];
  /** `Case.version` you decided on. */
  readonly expectedVersion: Scalars['Int']['input'];
  /** When it was done, if that was earlier than now. */
  readonly happenedAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** When your office knew of it, if that was before now: for papers entered late. */
  readonly knownAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** How many received it, 1 to 100. */
  readonly recipients: Scalars['Int']['input'];
};

/** A changed plan. */
export type AdjustPlanInput = {
  /** The case. */
  readonly caseId: Scalars['ID']['input'];
  /** Key of this request. */
  readonly idempotencyKey: Scalars['IdempotencyKey']['input'];
  /** `Case.version` you decided on. */
  readonly expectedVersion: Scalars['Int']['input'];
  /** When it was done, if that was earlier than now. */
  readonly happenedAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** When your office knew of it, if that was before now: for papers entered late. */
  readonly knownAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** The services and tasks of the plan, at most 40. */
  readonly items: ReadonlyArray<PlanItemInput>;
  /** What the plan is to reach. Personal: it is sealed. */
  readonly goals?: InputMaybe<Scalars['String']['input']>;
};

/** A beginning. */
export type StartPlanItemInput = {
  /** The case. */
  readonly caseId: Scalars['ID']['input'];
  /** Key of this request. */
  readonly idempotencyKey: Scalars['IdempotencyKey']['input'];
  /** `Case.version` you decided on. */
  readonly expectedVersion: Scalars['Int']['input'];
  /** When it was done, if that was earlier than now. */
  readonly happenedAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** When your office knew of it, if that was before now: for papers entered late. */
  readonly knownAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** Id of the plan item. */
  readonly item: Scalars['ID']['input'];
};

/** A completion. */
export type CompletePlanItemInput = {
  /** The case. */
  readonly caseId: Scalars['ID']['input'];
  /** Key of this request. */
  readonly idempotencyKey: Scalars['IdempotencyKey']['input'];
  /** `Case.version` you decided on. */
  readonly expectedVersion: Scalars['Int']['input'];
  /** When it was done, if that was earlier than now. */
  readonly happenedAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** When your office knew of it, if that was before now: for papers entered late. */
  readonly knownAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** Id of the plan item. */
  readonly item: Scalars['ID']['input'];
};

/** Who refuses the plan. */
export type PlanRefuser =
  /** The parents. */
  | 'PARENTS'
  /** Other carers. */
  | 'CARERS';

/** A refusal of the plan. */
export type RecordPlanRefusalInput = {
  /** The case. */
  readonly caseId: Scalars['ID']['input'];
  /** Key of this request. */
  readonly idempotencyKey: Scalars['IdempotencyKey']['input'];
  /** `Case.version` you decided on. */
  readonly expectedVersion: Scalars['Int']['input'];
  /** When it was done, if that was earlier than now. */
  readonly happenedAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** When your office knew of it, if that was before now: for papers entered late. */
  readonly knownAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** Who refuses it. */
  readonly by: PlanRefuser;
  /** Why, in words. Personal: it is sealed. */
  readonly note?: InputMaybe<Scalars['String']['input']>;
};

/** What a review proposes (ND56/2017 Art. 30.1). */
export type ReviewOutcome =
  /** Close the case. */
  | 'CLOSE'
  /** Go round again from the plan. */
  | 'CONTINUE';

/** A review. */
export type ReviewPlanInput = {
  /** The case. */
  readonly caseId: Scalars['ID']['input'];
  /** Key of this request. */
  readonly idempotencyKey: Scalars['IdempotencyKey']['input'];
  /** `Case.version` you decided on. */
  readonly expectedVersion: Scalars['Int']['input'];
  /** When it was done, if that was earlier than now. */
  readonly happenedAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** When your office knew of it, if that was before now: for papers entered late. */
  readonly knownAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** What it proposes. Closing needs a child no longer at risk and stable. */
  readonly outcome: ReviewOutcome;
  /** Whether the child is still at risk of abuse. */
  readonly atRisk: Scalars['Boolean']['input'];
  /** Whether the child is stable. */
  readonly stable: Scalars['Boolean']['input'];
  /** Form 06 as filled in; leave it out if it stays on paper. Personal: it is sealed. */
  readonly form?: InputMaybe<QuestionnaireInput>;
};

/** A closure. */
export type CloseCaseInput = {
  /** The case. */
  readonly caseId: Scalars['ID']['input'];
  /** Key of this request. */
  readonly idempotencyKey: Scalars['IdempotencyKey']['input'];
  /** `Case.version` you decided on. */
  readonly expectedVersion: Scalars['Int']['input'];
  /** When it was done, if that was earlier than now. */
  readonly happenedAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** When your office knew of it, if that was before now: for papers entered late. */
  readonly knownAt?: InputMaybe<Scalars['DateTime']['input']>;
};

/** An archiving. */
export type ArchiveCaseInput = {
  /** The case. */
  readonly caseId: Scalars['ID']['input'];
  /** Key of this request. */
  readonly idempotencyKey: Scalars['IdempotencyKey']['input'];
  /** `Case.version` you decided on. */
  readonly expectedVersion: Scalars['Int']['input'];
  /** When it was done, if that was earlier than now. */
  readonly happenedAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** When your office knew of it, if that was before now: for papers entered late. */
  readonly knownAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** Number of the record in the national database: letters, digits, `.`, `/` and `-`, at most 64. */
  readonly nationalRecord: Scalars['String']['input'];
};

/** Why a closed case is taken up again. */
export type ReopeningGround =
  /** Something new was reported. */
  | 'NEW_INFORMATION'
  /** It should not have been closed. */
  | 'CLOSED_IN_ERROR';

/** A reopening. */
export type ReopenCaseInput = {
  /** The case. */
  readonly caseId: Scalars['ID']['input'];
  /** Key of this request. */
  readonly idempotencyKey: Scalars['IdempotencyKey']['input'];
  /** `Case.version` you decided on. */
  readonly expectedVersion: Scalars['Int']['input'];
  /** When it was done, if that was earlier than now. */
  readonly happenedAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** When your office knew of it, if that was before now: for papers entered late. */
  readonly knownAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** Why. */
  readonly ground: ReopeningGround;
  /** Why, in words. Personal: it is sealed. */
  readonly note?: InputMaybe<Scalars['String']['input']>;
};

/** Forms of alternative care (Law on Children 2016 Art. 61). */
export type CareForm =
  /** By a relative. */
  | 'RELATIVE'
  /** By a person or family that is not related. */
  | 'NON_RELATIVE'
  /** By adoption. */
  | 'ADOPTION'
  /** In a facility. */
  | 'FACILITY';

/** How a placement ended. */
export type CareOutcome =
  /** The child went home. */
  | 'RETURNED_HOME'
  /** Another carer or facility took over. */
  | 'OTHER_CARE'
  /** The child was adopted. */
  | 'ADOPTED'
  /** The child came of age. */
  | 'CAME_OF_AGE';

/** The follow-ups of alternative care, by the duty each meets. */
export type FollowUp =
  /** A visit of the commune on Form 13 (ND56/2017 Art. 43.2). */
  | 'D15'
  /** A notice of the carer (Law on Children 2016 Art. 64.1b). */
  | 'D16'
  /** An evaluation by the commune (Law on Children 2016 Art. 68.2). */
  | 'D17';

/** A placement of the child in alternative care. */
export type Care = {
  /** Its id within the case. */
  readonly id: Scalars['ID']['output'];
  /** Its form. */
  readonly form: CareForm;
  /** Code of the carer's commune, which follows the child up. */
  readonly unitCode: Scalars['UnitCode']['output'];
  /** The carer's commune. */
  readonly unit?: Maybe<Unit>;
  /** When the child was handed over. */
  readonly from: Scalars['DateTime']['output'];
  /** When it ended; null while it lasts. */
  readonly endedAt?: Maybe<Scalars['DateTime']['output']>;
};

/** The placement in words. */
export type CarePlacement = {
  /** Name of the carer or facility. */
  readonly carer?: Maybe<Scalars['String']['output']>;
  /** Where the child lives now. */
  readonly address?: Maybe<Scalars['String']['output']>;
  /** Telephone of the carer. */
  readonly phone?: Maybe<Scalars['String']['output']>;
  /** Note. */
  readonly note?: Maybe<Scalars['String']['output']>;
};

/** The placement in words. Personal: it is sealed. */
export type CarePlacementInput = {
  /** Name of the carer or facility. */
  readonly carer?: InputMaybe<Scalars['String']['input']>;
  /** Where the child lives now. */
  readonly address?: InputMaybe<Scalars['String']['input']>;
  /** Telephone of the carer. */
  readonly phone?: InputMaybe<Scalars['String']['input']>;
  /** Note. */
  readonly note?: InputMaybe<Scalars['String']['input']>;
};

/** A placement. */
export type PlaceInCareInput = {
  /** The case. */
  readonly caseId: Scalars['ID']['input'];
  /** Key of this request. */
  readonly idempotencyKey: Scalars['IdempotencyKey']['input'];
  /** `Case.version` you decided on. */
  readonly expectedVersion: Scalars['Int']['input'];
  /** When it was done, if that was earlier than now. */
  readonly happenedAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** When your office knew of it, if that was before now: for papers entered late. */
  readonly knownAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** Its form. */
  readonly form: CareForm;
  /** Code of the carer's commune. */
  readonly unit: Scalars['UnitCode']['input'];
  /** The placement in words. */
  readonly placement?: InputMaybe<CarePlacementInput>;
};

/** A follow-up. */
export type RecordFollowUpInput = {
  /** The case. */
  readonly caseId: Scalars['ID']['input'];
  /** Key of this request. */
  readonly idempotencyKey: Scalars['IdempotencyKey']['input'];
  /** `Case.version` you decided on. */
  readonly expectedVersion: Scalars['Int']['input'];
  /** When it was done, if that was earlier than now. */
  readonly happenedAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** When your office knew of it, if that was before now: for papers entered late. */
  readonly knownAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** `Care.id`. */
  readonly care: Scalars['ID']['input'];
  /** Which follow-up. */
  readonly followUp: FollowUp;
  /** What was found. Personal: it is sealed. */
  readonly findings?: InputMaybe<Scalars['String']['input']>;
};

/** The end of a placement. */
export type EndCareInput = {
  /** The case. */
  readonly caseId: Scalars['ID']['input'];
  /** Key of this request. */
  readonly idempotencyKey: Scalars['IdempotencyKey']['input'];
  /** `Case.version` you decided on. */
  readonly expectedVersion: Scalars['Int']['input'];
  /** When it was done, if that was earlier than now. */
  readonly happenedAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** When your office knew of it, if that was before now: for papers entered late. */
  readonly knownAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** `Care.id`. */
  readonly care: Scalars['ID']['input'];
  /** How it ended. */
  readonly outcome: CareOutcome;
};

/** A corrected residence. */
export type CorrectResidenceInput = {
  /** The case. */
  readonly caseId: Scalars['ID']['input'];
  /** Key of this request. */
  readonly idempotencyKey: Scalars['IdempotencyKey']['input'];
  /** `Case.version` you decided on. */
  readonly expectedVersion: Scalars['Int']['input'];
  /** When it was done, if that was earlier than now. */
  readonly happenedAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** When your office knew of it, if that was before now: for papers entered late. */
  readonly knownAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** Code of the commune of residence; null when it is unknown. */
  readonly residenceUnit?: InputMaybe<Scalars['UnitCode']['input']>;
};

/** A corrected child. */
export type CorrectChildInput = {
  /** The case. */
  readonly caseId: Scalars['ID']['input'];
  /** Key of this request. */
  readonly idempotencyKey: Scalars['IdempotencyKey']['input'];
  /** `Case.version` you decided on. */
  readonly expectedVersion: Scalars['Int']['input'];
  /** When it was done, if that was earlier than now. */
  readonly happenedAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** When your office knew of it, if that was before now: for papers entered late. */
  readonly knownAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** The child. */
  readonly child: ReportedChildInput;
};

/** Why a clock is stopped or given more time. */
export type ReliefGround =
  /** The child is in medical treatment. */
  | 'CHILD_IN_TREATMENT'
  /** The child cannot be found or is away. */
  | 'CHILD_ABSENT'
  /** Another authority has to answer first. */
  | 'AWAITING_AUTHORITY'
  /** An event nobody could prevent. */
  | 'FORCE_MAJEURE'
  /** The case is unusually complex. */
  | 'COMPLEX_CASE';

/** More time that a limit may be given. */
export type Relief = {
  /** On which grounds. */
  readonly grounds: ReadonlyArray<ReliefGround>;
  /** How much in total: days for a stopped clock, units of the limit for an extension. */
  readonly atMost: Scalars['Int']['output'];
  /** Who grants it. */
  readonly by: Role;
  /** Number of the policy record. */
  readonly policy: Scalars['String']['output'];
};

/** A time in which the clock of a deadline stands still. */
export type Standstill = {
  /** From when. */
  readonly from: Scalars['DateTime']['output'];
  /** Until when; the end of the granted days while it was not resumed. */
  readonly until: Scalars['DateTime']['output'];
  /** Whether it was resumed before the granted days were over. */
  readonly resumed: Scalars['Boolean']['output'];
  /** Why. */
  readonly ground: ReliefGround;
  /** Number of the document. */
  readonly document: Scalars['String']['output'];
};

/** Units granted beyond a limit. */
export type Extension = {
  /** How many units of the limit. */
  readonly extra: Scalars['Int']['output'];
  /** Why. */
  readonly ground: ReliefGround;
  /** Number of the document. */
  readonly document: Scalars['String']['output'];
};

/** More time. */
export type ExtendDeadlineInput = {
  /** The case. */
  readonly caseId: Scalars['ID']['input'];
  /** Key of this request. */
  readonly idempotencyKey: Scalars['IdempotencyKey']['input'];
  /** `Case.version` you decided on. */
  readonly expectedVersion: Scalars['Int']['input'];
  /** When it was done, if that was earlier than now. */
  readonly happenedAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** When your office knew of it, if that was before now: for papers entered late. */
  readonly knownAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** `Deadline.id`. */
  readonly deadline: Scalars['ID']['input'];
  /** How many units of the limit more, 1 to 30. */
  readonly extra: Scalars['Int']['input'];
  /** Why. */
  readonly ground: ReliefGround;
  /** Number of the document, such as `12/QĐ-UBND`: letters, digits, spaces, `.`, `/` and `-`, at most 64; a figure in it, and never nine in a row. */
  readonly document: Scalars['String']['input'];
};

/** A stopped clock. */
export type PauseDeadlineInput = {
  /** The case. */
  readonly caseId: Scalars['ID']['input'];
  /** Key of this request. */
  readonly idempotencyKey: Scalars['IdempotencyKey']['input'];
  /** `Case.version` you decided on. */
  readonly expectedVersion: Scalars['Int']['input'];
  /** When it was done, if that was earlier than now. */
  readonly happenedAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** When your office knew of it, if that was before now: for papers entered late. */
  readonly knownAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** `Deadline.id`. */
  readonly deadline: Scalars['ID']['input'];
  /** For at most how many days, 1 to 30. */
  readonly days: Scalars['Int']['input'];
  /** Why. */
  readonly ground: ReliefGround;
  /** Number of the document, such as `12/QĐ-UBND`: letters, digits, spaces, `.`, `/` and `-`, at most 64; a figure in it, and never nine in a row. */
  readonly document: Scalars['String']['input'];
};

/** A clock that goes on. */
export type ResumeDeadlineInput = {
  /** The case. */
  readonly caseId: Scalars['ID']['input'];
  /** Key of this request. */
  readonly idempotencyKey: Scalars['IdempotencyKey']['input'];
  /** `Case.version` you decided on. */
  readonly expectedVersion: Scalars['Int']['input'];
  /** When it was done, if that was earlier than now. */
  readonly happenedAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** When your office knew of it, if that was before now: for papers entered late. */
  readonly knownAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** `Deadline.id`. */
  readonly deadline: Scalars['ID']['input'];
};

/** Something of a case told to somebody outside this system. */
export type Disclosure = {
  /** When it was told. */
  readonly at: Scalars['DateTime']['output'];
  /** What kind of recipient it was. */
  readonly recipient: DisclosureRecipient;
  /** On which basis. */
  readonly legalBasis: DisclosureBasis;
  /** Under which level of secrecy. */
  readonly secrecy: SecrecyLevel;
  /** What for. */
  readonly purpose: DisclosurePurpose;
  /** The parts that were told of. */
  readonly parts: ReadonlyArray<FieldClass>;
  /** Who exactly it was (narrative). */
  readonly recipientName?: Maybe<Scalars['String']['output']>;
};

/** Who was told. */
export type DisclosureRecipient =
  /** Police. */
  | 'POLICE'
  /** Procuracy. */
  | 'PROCURACY'
  /** Court. */
  | 'COURT'
  /** Another agency of the state. */
  | 'AGENCY'
  /** Clinic or hospital. */
  | 'CLINIC'
  /** School. */
  | 'SCHOOL'
  /** Legal aid. */
  | 'LEGAL_AID'
  /** Whoever provides another service to the child. */
  | 'PROVIDER'
  /** Press. */
  | 'PRESS'
  /** Research. */
  | 'RESEARCH'
  /** Anybody else. */
  | 'OTHER';

/** What allows a disclosure. */
export type DisclosureBasis =
  /** A competent body has asked for it (Law on Children 2016 Art. 58.1đ). */
  | 'AUTHORITY_REQUEST'
  /** The child has to be protected (Law on Children 2016 Art. 100.1c). */
  | 'PROTECTION'
  /** The plan needs it (ND56/2017 Art. 28.5, 29). */
  | 'PLAN'
  /** The representative consents, and from seven years on the child (Law 91/2025/QH15 Art. 24). */
  | 'CONSENT';

/** How secret it is to be kept by whoever is told. */
export type SecrecyLevel =
  /** Within the office of the recipient. */
  | 'INTERNAL'
  /** By named persons only. */
  | 'NAMED_PERSONS'
  /** A secret of the state (mật). */
  | 'STATE_SECRET';

/** What a disclosure is for. */
export type DisclosurePurpose =
  /** Protection of the child. */
  | 'CHILD_PROTECTION'
  /** Investigation and trial. */
  | 'PROCEEDINGS'
  /** Treatment and recovery. */
  | 'TREATMENT'
  /** School and social assistance. */
  | 'SUPPORT'
  /** Research. */
  | 'STUDY'
  /** A publication. */
  | 'PUBLICATION';

/** Who takes consent back. */
export type ConsentGiver =
  /** The child. */
  | 'CHILD'
  /** The representative. */
  | 'REPRESENTATIVE';

/** Consent to a disclosure. */
export type DisclosureConsentInput = {
  /** Whether the child consents; needed from seven years on. */
  readonly child: Scalars['Boolean']['input'];
  /** Whether the representative consents. */
  readonly representative: Scalars['Boolean']['input'];
  /** When it was given. */
  readonly givenAt: Scalars['DateTime']['input'];
};

/** A disclosure. */
export type RecordDisclosureInput = {
  /** The case. */
  readonly caseId: Scalars['ID']['input'];
  /** Key of this request. */
  readonly idempotencyKey: Scalars['IdempotencyKey']['input'];
  /** When it was told, if that was earlier than now. */
  readonly happenedAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** When your office knew of it, if that was before now: for papers entered late. */
  readonly knownAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** What kind of recipient it was. */
  readonly recipient: DisclosureRecipient;
  /** Who exactly it was. Personal: it is sealed. */
  readonly recipientName: Scalars['String']['input'];
  /** On which basis. */
  readonly legalBasis: DisclosureBasis;
  /** Under which level of secrecy. */
  readonly secrecy: SecrecyLevel;
  /** What for. */
  readonly purpose: DisclosurePurpose;
  /** The parts that were told of. */
  readonly parts: ReadonlyArray<FieldClass>;
  /** With the basis `CONSENT`: whose, and since when. */
  readonly consent?: InputMaybe<DisclosureConsentInput>;
};

/** Consent taken back. */
export type WithdrawConsentInput = {
  /** The case. */
  readonly caseId: Scalars['ID']['input'];
  /** Key of this request. */
  readonly idempotencyKey: Scalars['IdempotencyKey']['input'];
  /** When it was taken back, if that was earlier than now. */
  readonly happenedAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** When your office knew of it, if that was before now: for papers entered late. */
  readonly knownAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** Who takes it back; one of the two is enough. */
  readonly by: ConsentGiver;
};

/** Who asks for what is kept about a child. */
export type Asker =
  /** The child. */
  | 'CHILD'
  /** Father or mother. */
  | 'PARENT'
  /** Guardian (người giám hộ). */
  | 'GUARDIAN'
  /** Another legal representative. */
  | 'OTHER_REPRESENTATIVE';

/** By what the office knows who asks, and that this person may speak for the child. */
export type Verification =
  /** Papers of identity. */
  | 'IDENTITY_PAPERS'
  /** The birth certificate of the child, with papers of identity. */
  | 'BIRTH_CERTIFICATE'
  /** A decision of a court or an authority that names the representative. */
  | 'COURT_DECISION'
  /** Known to the office in person. */
  | 'KNOWN_IN_PERSON'
  /** Not made sure of: nothing can be given. */
  | 'NOT_VERIFIED';

/** Whether the record was given. */
export type SubjectAnswer =
  /** Given. */
  | 'GIVEN'
  /** Refused. */
  | 'REFUSED';

/** Why a record is not given. */
export type WithholdingGround =
  /** It would endanger the child. */
  | 'ENDANGERS_CHILD'
  /** The asker is who is alleged, or linked to them. */
  | 'ASKER_IN_CONFLICT'
  /** It is not sure who asks. */
  | 'ASKER_NOT_VERIFIED'
  /** The asker does not represent the child. */
  | 'NOT_REPRESENTATIVE'
  /** It would hinder an investigation or a trial. */
  | 'HINDERS_PROCEEDINGS';

/** A request to see what is kept about the child. */
export type SubjectRequest = {
  /** Id; `answerSubjectRequest` and `subjectExport` take it. */
  readonly id: Scalars['ID']['output'];
  /** When it was received; its term runs from here. */
  readonly at: Scalars['DateTime']['output'];
  /** Who asks. */
  readonly asker: Asker;
  /** By what that is known. */
  readonly verifiedBy: Verification;
  /** What links the asker to who is alleged, as far as the office or an exclusion says. */
  readonly conflict?: Maybe<ConflictGround>;
  /** The ground on which it has to be refused by what is on record; null where it may be given. */
  readonly groundOffered?: Maybe<WithholdingGround>;
  /** What was noted of it, such as who exactly asked (narrative). */
  readonly note?: Maybe<Scalars['String']['output']>;
  /** When it was answered. */
  readonly answeredAt?: Maybe<Scalars['DateTime']['output']>;
  /** Why it was refused; null where the record was given or nobody has answered yet. */
  readonly refusedOn?: Maybe<WithholdingGround>;
};

/** What is kept about a child: every version of every paper, oldest first, with other persons struck out (▇▇▇). */
export type SubjectExport = {
  /** Code of the case. */
  readonly caseCode: Scalars['String']['output'];
  /** When it was first reported. */
  readonly receivedAt: Scalars['DateTime']['output'];
  /** Where the case stands. */
  readonly step: Step;
  /** Kinds of abuse. */
  readonly categories: ReadonlyArray<AbuseCategory>;
  /** Who the child is. */
  readonly identities: ReadonlyArray<IdentityGiven>;
  /** What happened, as it was reported. */
  readonly narratives: ReadonlyArray<Narrative>;
  /** Form 02. */
  readonly initialAssessments: ReadonlyArray<Questionnaire>;
  /** Form 03. */
  readonly needsAssessments: ReadonlyArray<Questionnaire>;
  /** Minutes of the meetings. */
  readonly minutes: ReadonlyArray<Scalars['String']['output']>;
  /** Form 04. */
  readonly plans: ReadonlyArray<PlanForm>;
  /** Form 05. */
  readonly decisions: ReadonlyArray<Scalars['String']['output']>;
  /** Form 06. */
  readonly reviews: ReadonlyArray<Questionnaire>;
  /** Form 07: what is noted on it, and not where the child was. */
  readonly isolations: ReadonlyArray<Scalars['String']['output']>;
  /** Emergency measures. */
  readonly measures: ReadonlyArray<Scalars['String']['output']>;
  /** What follow-ups in care found. */
  readonly followUps: ReadonlyArray<Scalars['String']['output']>;
  /** Who was told of the child outside this system. */
  readonly disclosures: ReadonlyArray<DisclosureGiven>;
  /** What happened, and what was owed until when, in order. */
  readonly steps: ReadonlyArray<ToldStep>;
};

/** Who the child is, without its parents. */
export type IdentityGiven = {
  /** Full name. */
  readonly fullName?: Maybe<Scalars['String']['output']>;
  /** Day of birth. */
  readonly bornOn?: Maybe<Scalars['LocalDate']['output']>;
  /** Age by estimate. */
  readonly estimatedAge?: Maybe<Scalars['Int']['output']>;
  /** Where the child lives or stays. */
  readonly address?: Maybe<Scalars['String']['output']>;
};

/** Something told of the child outside this system. */
export type DisclosureGiven = {
  /** When it was told. */
  readonly at: Scalars['DateTime']['output'];
  /** What kind of recipient it was. */
  readonly recipient: DisclosureRecipient;
  /** Who exactly it was. */
  readonly recipientName?: Maybe<Scalars['String']['output']>;
  /** What for. */
  readonly purpose: DisclosurePurpose;
};

/** Something that happened, or a duty that began, moved, was breached or ended. */
export type ToldStep = {
  /** What kind of fact. */
  readonly type: FactType;
  /** When it happened. */
  readonly at: Scalars['DateTime']['output'];
  /** What happened, or the duty, in words. */
  readonly words: Bilingual;
  /** Where the duty ends. */
  readonly dueAt?: Maybe<Scalars['DateTime']['output']>;
  /** How the duty ended. */
  readonly how?: Maybe<Closing>;
};

/** A request of the subject. */
export type RecordSubjectRequestInput = {
  /** The case. */
  readonly caseId: Scalars['ID']['input'];
  /** Key of this request. */
  readonly idempotencyKey: Scalars['IdempotencyKey']['input'];
  /** When the request was received, if that was earlier than now. */
  readonly happenedAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** When your office knew of it, if that was before now: for papers entered late. */
  readonly knownAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** Who asks. */
  readonly asker: Asker;
  /** By what that is known. */
  readonly verifiedBy: Verification;
  /** What links the asker to who is alleged, as far as your office knows; never for the child. */
  readonly conflict?: InputMaybe<ConflictGround>;
  /** Id in the directory, where the asker is an officer: held against the exclusions of the case, and not kept. */
  readonly officer?: InputMaybe<Scalars['ID']['input']>;
  /** Who exactly asks, and what for. Personal: it is sealed. */
  readonly note?: InputMaybe<Scalars['String']['input']>;
};

/** The answer to a request of the subject. */
export type AnswerSubjectRequestInput = {
  /** The case. */
  readonly caseId: Scalars['ID']['input'];
  /** Key of this request. */
  readonly idempotencyKey: Scalars['IdempotencyKey']['input'];
  /** When it was answered, if that was earlier than now. */
  readonly happenedAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** When your office knew of it, if that was before now: for papers entered late. */
  readonly knownAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** `SubjectRequest.id`. */
  readonly request: Scalars['ID']['input'];
  /** Whether the record was given. */
  readonly outcome: SubjectAnswer;
  /** Why it was refused. */
  readonly ground?: InputMaybe<WithholdingGround>;
  /** What was said to the asker. Personal: it is sealed. */
  readonly note?: InputMaybe<Scalars['String']['input']>;
};

/** Why somebody is kept out of a case. */
export type ConflictGround =
  /** Related to the alleged perpetrator, by blood, marriage or household. */
  | 'RELATED_TO_PERPETRATOR'
  /** Under the alleged perpetrator's orders, or bound by money or favours. */
  | 'DEPENDENT_ON_PERPETRATOR'
  /** Is the alleged perpetrator. */
  | 'IS_PERPETRATOR'
  /** Has an interest of their own in the matter. */
  | 'PARTY_TO_MATTER';

/** Somebody who is kept out of an incident. */
export type Exclusion = {
  /** Id; `liftConflict` takes it. */
  readonly id: Scalars['ID']['output'];
  /** The officer, where one is named. */
  readonly officer?: Maybe<Scalars['ID']['output']>;
  /** The unit whose office is named. */
  readonly unitCode?: Maybe<Scalars['UnitCode']['output']>;
  /** The post named, in that unit. */
  readonly post?: Maybe<Scalars['ID']['output']>;
  /** The agency named, in that unit. */
  readonly agency?: Maybe<Scalars['ID']['output']>;
  /** Officers who held what is named when it was declared; they stay out wherever they go. */
  readonly heldBy: ReadonlyArray<Scalars['ID']['output']>;
  /** Why. */
  readonly ground: ConflictGround;
  /** Since when. */
  readonly since: Scalars['DateTime']['output'];
  /** The sealed note; only on the case it was declared on. */
  readonly note?: Maybe<Scalars['String']['output']>;
};

/**
 * A conflict of interest: either an officer, or a unit alone, or a unit with one of its posts or agencies. Whoever holds
 * the post now or later is kept out, and whoever held it when it was declared.
 */
export type DeclareConflictInput = {
  /** The case; the whole incident is meant. */
  readonly caseId: Scalars['ID']['input'];
  /** Key of this request. */
  readonly idempotencyKey: Scalars['IdempotencyKey']['input'];
  /** When it was done, if that was earlier than now. */
  readonly happenedAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** When your office knew of it, if that was before now: for papers entered late. */
  readonly knownAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** The officer (`sub` of the token). */
  readonly officer?: InputMaybe<Scalars['ID']['input']>;
  /** Code of the unit. */
  readonly unit?: InputMaybe<Scalars['UnitCode']['input']>;
  /** A post of that unit. */
  readonly post?: InputMaybe<Scalars['ID']['input']>;
  /** An agency of that unit. */
  readonly agency?: InputMaybe<Scalars['ID']['input']>;
  /** Why. */
  readonly ground: ConflictGround;
  /** In words; sealed, at most 8,000 characters. */
  readonly note?: InputMaybe<Scalars['String']['input']>;
};

/** The end of an exclusion. */
export type LiftConflictInput = {
  /** The case; the whole incident is meant. */
  readonly caseId: Scalars['ID']['input'];
  /** Key of this request. */
  readonly idempotencyKey: Scalars['IdempotencyKey']['input'];
  /** When it was done, if that was earlier than now. */
  readonly happenedAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** When your office knew of it, if that was before now: for papers entered late. */
  readonly knownAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** `Exclusion.id`. */
  readonly exclusion: Scalars['ID']['input'];
  /** Why; sealed, at most 8,000 characters. */
  readonly reason: Scalars['String']['input'];
};

/** How an access in an emergency was judged. */
export type GlassOutcome =
  /** The child needed it. */
  | 'JUSTIFIED'
  /** Nothing called for it. */
  | 'UNJUSTIFIED';

/** An access in an emergency. */
export type Glass = {
  /** Id; `reviewBreakGlass` takes it. */
  readonly id: Scalars['ID']['output'];
  /** Who broke the glass. */
  readonly officer: Scalars['ID']['output'];
  /** Since when it lasts. */
  readonly at: Scalars['DateTime']['output'];
  /** The first instant at which it shows nothing any more. */
  readonly until: Scalars['DateTime']['output'];
  /** Who has to judge it. */
  readonly reviewer: Role;
  /** Whether it was judged. */
  readonly reviewed: Scalars['Boolean']['output'];
  /** The sealed reason. */
  readonly reason?: Maybe<Scalars['String']['output']>;
};

/** An access in an emergency. */
export type BreakGlassInput = {
  /** The case: its id, or the code that is said over the phone. */
  readonly caseId: Scalars['ID']['input'];
  /** Key of this request. */
  readonly idempotencyKey: Scalars['IdempotencyKey']['input'];
  /** Why, with at least 20 letters, digits or marks that are not blanks; sealed, at most 8,000 characters. */
  readonly reason: Scalars['String']['input'];
};

/** A judgement. */
export type ReviewBreakGlassInput = {
  /** The case. */
  readonly caseId: Scalars['ID']['input'];
  /** Key of this request. */
  readonly idempotencyKey: Scalars['IdempotencyKey']['input'];
  /** When it was done, if that was earlier than now. */
  readonly happenedAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** When your office knew of it, if that was before now: for papers entered late. */
  readonly knownAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** `Glass.id`. */
  readonly glass: Scalars['ID']['input'];
  /** The judgement. */
  readonly outcome: GlassOutcome;
  /** On what grounds; sealed, at most 8,000 characters. */
  readonly note: Scalars['String']['input'];
};

/** How the mail of a notice stands. */
export type EmailStatus =
  /** Not sent yet. */
  | 'PENDING'
  /** Being sent. */
  | 'CLAIMED'
  /** Handed to the carrier. */
  | 'SENT'
  /** No longer needed: the duty ended first, or the post is kept out of the case. */
  | 'VOID'
  /** Given up; the notice itself stays. */
  | 'FAILED';

/** Something one post was told: the case code and the duty, and never anything about the child. */
export type Notice = {
  /** The same for every attempt to write it. */
  readonly id: Scalars['ID']['output'];
  /** What it is about. */
  readonly kind: NoticeKind;
  /** Code of the case, to be said over the phone. */
  readonly caseCode: Scalars['String']['output'];
  /** The case; null when it is not yours to see. */
  readonly case?: Maybe<Case>;
  /** The post that is told. */
  readonly post: Scalars['ID']['output'];
  /** Whether the case was an emergency. */
  readonly emergency: Scalars['Boolean']['output'];
  /** When it became due to be told. */
  readonly about: Scalars['DateTime']['output'];
  /** When it was written. */
  readonly writtenAt: Scalars['DateTime']['output'];
  /** The duty it speaks of. */
  readonly duty?: Maybe<NoticeDuty>;
  /** How its mail stands. */
  readonly email: EmailStatus;
  /** Until when its mail waits, or waited at last, although it could leave; an emergency waits for nothing. */
  readonly emailHeld?: Maybe<EmailHold>;
};

/** Until when a mail waits, and why. */
export type EmailHold = {
  /** It leaves then, with whatever else waits for the same post. */
  readonly until: Scalars['DateTime']['output'];
  /** Why it waits. */
  readonly why: EmailHoldReason;
};

/** Why a mail waits although it could leave. */
export type EmailHoldReason =
  /** The office is closed, or for a limit in hours it is night. */
  | 'QUIET_HOURS'
  /** It is routine and leaves with the first mail of the next day of work. */
  | 'DIGEST'
  /** The post has had enough letters in this hour; the next one tells all that wait. */
  | 'NOISE_BUDGET';

/** A page of notices. */
export type NoticeConnection = {
  /** The notices. */
  readonly nodes: ReadonlyArray<Notice>;
  /** Where the page ends. */
  readonly pageInfo: PageInfo;
};

/** A post to be followed. */
export type CreateCalendarFeedInput = {
  /** Id of the post, of a commune or a province. */
  readonly post: Scalars['ID']['input'];
  /** A key of your choice; under it you get the same address again as long as that is alive. */
  readonly idempotencyKey: Scalars['IdempotencyKey']['input'];
};

/** The address of a calendar. */
export type CreateCalendarFeedPayload = {
  /**
   * Whoever has it can read the calendar, so give it to nobody. Only a digest of it is kept here. Null when
   * refused.
   */
  readonly url?: Maybe<Scalars['String']['output']>;
  /** Whether it was made by an earlier request under this key. */
  readonly replayed: Scalars['Boolean']['output'];
  /** Why it was refused; empty when it was done. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** A post to be followed no more. */
export type RevokeCalendarFeedInput = {
  /** Id of the post. */
  readonly post: Scalars['ID']['input'];
};

/** Whether an address was killed. */
export type RevokeCalendarFeedPayload = {
  /** False when the post had none; null when refused. */
  readonly revoked?: Maybe<Scalars['Boolean']['output']>;
  /** Why it was refused; empty when it was done. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** A page of what falls due. */
export type Forecast = {
  /** How many cases were looked at for this page. */
  readonly cases: Scalars['Int']['output'];
  /** Whether this page alone has looked at all cases of the unit. */
  readonly complete: Scalars['Boolean']['output'];
  /** The agencies that owe something, by code of the unit and by role. */
  readonly agencies: ReadonlyArray<AgencyForecast>;
  /** Where the page ends. */
  readonly pageInfo: PageInfo;
};

/**
 * What an agency owes. Each open duty is counted once: as breached, on a day in `due`, as later, as unplanned or as
 * conditional.
 */
export type AgencyForecast = {
  /** Code of its unit. */
  readonly unitCode: Scalars['UnitCode']['output'];
  /** The role that has to act. */
  readonly role: Role;
  /** Duties whose breach is on record, or whose end has passed. */
  readonly breached: Scalars['Int']['output'];
  /** Duties in time to which at most eight hours of its office are left; they are counted in `due` or `later` too. */
  readonly atRisk: Scalars['Int']['output'];
  /** The days asked for on which something is due, in order; a duty that ends at 00:00 is one of the day before. */
  readonly due: ReadonlyArray<DayLoad>;
  /** Duties due after the days asked for. */
  readonly later: Scalars['Int']['output'];
  /** Duties whose end lies in a year of the calendar that has not been reviewed. */
  readonly unplanned: Scalars['Int']['output'];
  /** Duties that bind only once serious harm or an emergency is found. */
  readonly conditional: Scalars['Int']['output'];
  /** The earliest end of a duty that binds and is in time. */
  readonly nextDueAt?: Maybe<Scalars['DateTime']['output']>;
  /** The rules of all these duties. */
  readonly rules: ReadonlyArray<RuleId>;
};

/** What is to be done on a day. */
export type DayLoad = {
  /** The day. */
  readonly on: Scalars['LocalDate']['output'];
  /** How many duties. */
  readonly duties: Scalars['Int']['output'];
  /** Those of them whose limit stands in a law; the others are limits of policy. */
  readonly law: Scalars['Int']['output'];
};

/** Limits as they would be, on top of a version of the procedure. */
export type PolicyDraftInput = {
  /** Id of that version, of `procedures`; absent for the one in force in the unit today. */
  readonly procedure?: InputMaybe<Scalars['ID']['input']>;
  /** The limits that would change, each rule once. */
  readonly limits: ReadonlyArray<LimitDraftInput>;
};

/** A limit as it would be. */
export type LimitDraftInput = {
  /** The rule. */
  readonly rule: RuleId;
  /**
   * How the time would be measured. Days and months end with a worked day, unless the present limit is one in days
   * or months that does not.
   */
  readonly unit: SpanUnit;
  /** How much time there would be, 1 to 365; absent where the record names the day. */
  readonly count?: InputMaybe<Scalars['Int']['input']>;
  /** How fast it would escalate; absent for no change. */
  readonly ladder?: InputMaybe<LadderName>;
};

/** A page of what a draft would do. */
export type PolicySimulation = {
  /** Id of the version it is a draft of; null when refused. */
  readonly procedure?: Maybe<Scalars['ID']['output']>;
  /** How each drafted limit stands to the law; a looser one is never taken silently. Empty when refused. */
  readonly standings: ReadonlyArray<LimitStanding>;
  /** How many cases were looked at for this page. */
  readonly cases: Scalars['Int']['output'];
  /** Whether this page alone has looked at all cases of the unit. */
  readonly complete: Scalars['Boolean']['output'];
  /** The deadlines that would move, of the cases looked at for this page. */
  readonly nodes: ReadonlyArray<DeadlineMovement>;
  /** What would change for the agencies that owe a duty or are told of one, by code of the unit and by role. */
  readonly agencies: ReadonlyArray<AgencyChange>;
  /** Where the page ends. */
  readonly pageInfo: PageInfo;
  /** Everything that is wrong with the draft, at most 50. */
  readonly problems: ReadonlyArray<DraftProblem>;
  /** Why it was refused; empty when it was not. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** A drafted limit beside the limit of law for the same rule. */
export type LimitStanding = {
  /** The rule. */
  readonly rule: RuleId;
  /** How the draft stands to it. */
  readonly standing: Standing;
  /** The article, such as `ND56/2017 Art. 26.3`; null where the law gives no number. */
  readonly source?: Maybe<Scalars['String']['output']>;
};

/** How a drafted limit stands to the law of the country. */
export type Standing =
  /** A warning: there are starts from which it would end later than the law allows, or they cannot be ruled out. */
  | 'LOOSER_THAN_LAW'
  /** It would always end when the limit of law does. */
  | 'SAME_AS_LAW'
  /** It would never end later than the limit of law. */
  | 'STRICTER_THAN_LAW'
  /** The law gives no number for this duty; the limit is one of policy. */
  | 'NO_LAW';

/** What a draft would do to an agency. */
export type AgencyChange = {
  /** Code of its unit. */
  readonly unitCode: Scalars['UnitCode']['output'];
  /** The role. */
  readonly role: Role;
  /** Duties it owes that would be overdue at once. */
  readonly overdue: Scalars['Int']['output'];
  /** Duties it owes that are overdue and would not be; a breach on record stays there. */
  readonly relieved: Scalars['Int']['output'];
  /** What its posts are told in the next seven days as things stand, if nothing is done meanwhile. */
  readonly before: LadderLoad;
  /** What they would be told under the draft. */
  readonly after: LadderLoad;
};

/** How often ladders tell an agency something; a post that stands empty is counted as if it were held. */
export type LadderLoad = {
  /** Reminders before the end of a duty. */
  readonly reminders: Scalars['Int']['output'];
  /** Breaches. */
  readonly breaches: Scalars['Int']['output'];
  /** Escalations after the end of a duty. */
  readonly escalations: Scalars['Int']['output'];
};

/** What is wrong with a draft, and where. Texts are constant: they never repeat what you sent. */
export type DraftProblem = {
  /** What to program against. */
  readonly code: DraftProblemCode;
  /** Path of the input at fault, from the draft on; limits are counted from 0. */
  readonly field: ReadonlyArray<Scalars['String']['output']>;
  /** How it is mended. */
  readonly message: Scalars['String']['output'];
};

/** What can be wrong with a draft. */
export type DraftProblemCode =
  /** There is no such version of the procedure, or none is in force in the unit. */
  | 'PROCEDURE_UNKNOWN'
  /** The version has no limit of this rule. */
  | 'RULE_UNKNOWN'
  /** A rule is drafted twice. */
  | 'RULE_REPEATED'
  /** The count is missing, or not of 1 to 365. */
  | 'COUNT_OUT_OF_RANGE'
  /** The limit would end with a day that no record names. */
  | 'UNIT_UNFIT'
  /** Each record says how long the duty takes, so that no other span can be drafted. */
  | 'SPAN_FROM_RECORD';

/** A case as it was known at an instant; nothing can be done to it. */
export type CaseAsOf = {
  /** `Case.id`. */
  readonly caseId: Scalars['ID']['output'];
  /** `Case.version` of then. */
  readonly version: Scalars['Int']['output'];
  /** A running number with a check digit, to be said over the phone; tells neither place nor date. */
  readonly code: Scalars['String']['output'];
  /** Where the case stood. */
  readonly step: Step;
  /** The parts you may see. */
  readonly visibleParts: ReadonlyArray<FieldClass>;
  /** Whether it was an emergency. */
  readonly emergency: Scalars['Boolean']['output'];
  /** Since when it is an emergency. */
  readonly emergencySince?: Maybe<Scalars['DateTime']['output']>;
  /** Whether a recorded breach is open. */
  readonly overdue: Scalars['Boolean']['output'];
  /** Earliest receipt of the reports that speak of the child; the twelve hours run from here (Art. 26.3). */
  readonly receivedAt: Scalars['DateTime']['output'];
  /** What is known without saying who the child is. */
  readonly profile: Profile;
  /** Steps 1 and 2. */
  readonly incidentLeg: Leg;
  /** Steps 3 to 6; with the commune of the incident until another accepts. */
  readonly residenceLeg: Leg;
  /** Commune of residence as it was reported. */
  readonly residenceUnit?: Maybe<Scalars['UnitCode']['output']>;
  /** Whether it was looked for and nobody knows where the child lives. */
  readonly residenceUnknown: Scalars['Boolean']['output'];
  /** How the hand-over stands. */
  readonly handover: HandoverState;
  /** The open hand-over offer. */
  readonly offer?: Maybe<HandoverOffer>;
  /** Communes that declined. */
  readonly declinedBy: ReadonlyArray<Scalars['UnitCode']['output']>;
  /** How often a plan was begun: 1, and one more for each review that went on. */
  readonly cycle: Scalars['Int']['output'];
  /** When the meeting was held (Art. 27.2). */
  readonly meetingAt?: Maybe<Scalars['DateTime']['output']>;
  /** What the last review proposed. */
  readonly reviewOutcome?: Maybe<ReviewOutcome>;
  /** When the parents or carers refused the plan. */
  readonly planRefusedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Since when the matter is with the investigating body. */
  readonly investigatedSince?: Maybe<Scalars['DateTime']['output']>;
  /** When it was closed. */
  readonly closedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Whether it was closed because nothing was found behind the report. */
  readonly unfounded: Scalars['Boolean']['output'];
  /** When it was archived. */
  readonly archivedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Made up for trying the system; in no official count. */
  readonly synthetic: Scalars['Boolean']['output'];
  /** The open deadlines, the earliest end first. */
  readonly deadlines: ReadonlyArray<DeadlineAsOf>;
  /** Whether Form 02 found serious harm or the risk of it (assessment). */
  readonly seriousHarm?: Maybe<Scalars['Boolean']['output']>;
  /** The plan of the present cycle (plan). */
  readonly plan?: Maybe<Plan>;
  /** The isolation orders (protection). */
  readonly isolations?: Maybe<ReadonlyArray<Isolation>>;
  /** The placements in alternative care (care). */
  readonly care?: Maybe<ReadonlyArray<Care>>;
  /** First day of the month in which the child turns 16, where the day of birth is known (identity). */
  readonly sixteenFrom?: Maybe<Scalars['LocalDate']['output']>;
  /** Who the child is (identity). */
  readonly identity?: Maybe<Identity>;
  /** What happened, as the newest report says (narrative). */
  readonly narrative?: Maybe<Narrative>;
  /** Who made the newest report, if that person agreed to be named (informant; Art. 24.1). */
  readonly informant?: Maybe<Informant>;
  /** Who is alleged to have done it, by the newest report (perpetrator). */
  readonly perpetrators?: Maybe<ReadonlyArray<Perpetrator>>;
  /** Form 02 as last filled in (assessment). */
  readonly initialAssessment?: Maybe<Questionnaire>;
  /** Form 03 as last filled in (assessment). */
  readonly needsAssessment?: Maybe<Questionnaire>;
  /** Minutes of the last meeting (assessment). */
  readonly minutes?: Maybe<Minutes>;
  /** Form 04: wording of the plan (plan). */
  readonly planForm?: Maybe<PlanForm>;
  /** Form 05: the chair's decision (plan). */
  readonly decision?: Maybe<Decision>;
  /** Form 06 as last filled in (assessment). */
  readonly reviewForm?: Maybe<Questionnaire>;
  /** Form 07: the last isolation order (protection). */
  readonly isolationOrder?: Maybe<IsolationOrder>;
  /** The last emergency measure in words (protection). */
  readonly emergencyMeasure?: Maybe<Scalars['String']['output']>;
  /** The last placement in words (care). */
  readonly placement?: Maybe<CarePlacement>;
  /** What the last follow-up in care found (care). */
  readonly followUpFindings?: Maybe<Scalars['String']['output']>;
  /** The last note (narrative). */
  readonly lastNote?: Maybe<Scalars['String']['output']>;
};

/**
 * A deadline as it stood at an instant. It was counted with the calendar of that revision, so it is not explained
 * from the days as they are known now.
 */
export type DeadlineAsOf = {
  /** The same after any number of re-plannings. */
  readonly id: Scalars['ID']['output'];
  /** The rule. */
  readonly rule: RuleId;
  /** The duty. */
  readonly title: Bilingual;
  /** Whether the limit is law, policy or that of a local procedure. */
  readonly basis: Basis;
  /** Owed under a local procedure, beside the deadline of the same rule that the statute sets. */
  readonly local: Scalars['Boolean']['output'];
  /** The article, such as `ND56/2017 Art. 26.3`, or the number of the policy record. */
  readonly source: Scalars['String']['output'];
  /** Whose duty it is. */
  readonly leg: LegName;
  /** Code of the commune that answers. */
  readonly unitCode: Scalars['UnitCode']['output'];
  /** The commune that answers. */
  readonly unit?: Maybe<Unit>;
  /** The role that has to act. */
  readonly responsible: Role;
  /** The plan item, isolation order or commune it is about; `-` for the case as a whole. */
  readonly subject: Scalars['String']['output'];
  /** The fact that started its clock. */
  readonly startedBy: FactType;
  /** When its clock started. */
  readonly startedAt: Scalars['DateTime']['output'];
  /** The first instant at which it is late; null while `UNPLANNED`. */
  readonly dueAt?: Maybe<Scalars['DateTime']['output']>;
  /** How its end stands. */
  readonly status: DeadlineStatus;
  /** How often `dueAt` has moved. */
  readonly planning: Scalars['Int']['output'];
  /** Revision of the calendar it was counted with. */
  readonly calendarRevision: Scalars['Int']['output'];
  /** When it was breached; null while in time. */
  readonly breachedAt?: Maybe<Scalars['DateTime']['output']>;
  /** When somebody responsible said to have seen it. */
  readonly acknowledgedAt?: Maybe<Scalars['DateTime']['output']>;
  /** When somebody will next be told. */
  readonly nextTellingAt?: Maybe<Scalars['DateTime']['output']>;
  /** The times in which its clock stands still. */
  readonly pauses: ReadonlyArray<Standstill>;
  /** Units granted beyond the limit. */
  readonly extensions: ReadonlyArray<Extension>;
  /** What more time the limit may be given by stopping its clock; null for a limit nothing can stop. */
  readonly pausable?: Maybe<Relief>;
  /** What more units the limit may be given; null for a limit that cannot be extended. */
  readonly extendable?: Maybe<Relief>;
};

/** Units to import. */
export type ImportUnitsInput = {
  /**
   * CSV with the header `code,level,name,full_name,parent_code`; level is `nation`, `province` or
   * `commune`. At most 5,000 rows; a parent comes with or before its children. Two more columns,
   * `valid_until,successor_code`, say from which day a unit is no more and which unit took its place; each may be empty.
   */
  readonly csv: Scalars['String']['input'];
  /** First day on which the units exist. */
  readonly validFrom?: Scalars['LocalDate']['input'];
  /** Only check the list and say what it would come to; nothing is written. */
  readonly dryRun?: Scalars['Boolean']['input'];
  /** Units made up for trying the system; their cases stay out of every official count. */
  readonly fictional?: Scalars['Boolean']['input'];
};

/** What an import came to. */
export type ImportUnitsPayload = {
  /** Units listed; null when refused. */
  readonly rows?: Maybe<Scalars['Int']['output']>;
  /** Units that were not known; null when refused. */
  readonly added?: Maybe<Scalars['Int']['output']>;
  /** Units that changed; null when refused. */
  readonly changed?: Maybe<Scalars['Int']['output']>;
  /** Units that stayed as they were; null when refused. */
  readonly unchanged?: Maybe<Scalars['Int']['output']>;
  /** Why it was refused; empty when it was done. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** An appointment. */
export type AppointOfficerInput = {
  /** Unit of the post. */
  readonly unit: Scalars['UnitCode']['input'];
  /** Role of the post. */
  readonly role: Role;
  /** Which of several posts of this role in this unit, from 1. Whoever held that post before leaves it. */
  readonly seat?: Scalars['Int']['input'];
  /** Agency of the post, an id of your choice such as `ubnd-00004`. */
  readonly agency: Scalars['ID']['input'];
  /** The officer's id at the identity provider (`sub` of the token). */
  readonly officer: Scalars['ID']['input'];
  /** Where notices for the post are mailed while the officer holds it. */
  readonly email?: InputMaybe<Scalars['String']['input']>;
  /** Where emergencies, and what mail cannot bring, go by short message; as E.164 writes it: `+84912345678`. */
  readonly phone?: InputMaybe<Scalars['String']['input']>;
};

/** The post filled. */
export type AppointOfficerPayload = {
  /** The post; null when refused. */
  readonly post?: Maybe<HeldPost>;
  /** Why it was refused; empty when it was done. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** A post to empty. */
export type VacatePostInput = {
  /** Unit of the post. */
  readonly unit: Scalars['UnitCode']['input'];
  /** Id of the post. */
  readonly post: Scalars['ID']['input'];
};

/** Whether a post stands empty. */
export type VacatePostPayload = {
  /** False when there is no such post; null when refused. */
  readonly vacated?: Maybe<Scalars['Boolean']['output']>;
  /** Why it was refused; empty when it was done. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** An app to register. */
export type RegisterAppInput = {
  /** Its client id (`azp` of the token). */
  readonly id: Scalars['ID']['input'];
  /**
   * At most what its officers may do through it: `cases:read`, `cases:write`, `notices`,
   * `statistics:read`, `directory:admin`.
   */
  readonly scopes: ReadonlyArray<Scalars['String']['input']>;
  /** No token of a disabled app is accepted; left out, it stays as it was. */
  readonly disabled?: InputMaybe<Scalars['Boolean']['input']>;
  /**
   * SHA-256 of a machine client's secret, in hexadecimal; the secret itself is never sent here. It is kept as
   * the credential `first`, in place of the one before; left out, the credentials stay as they are.
   */
  readonly secretSha256?: InputMaybe<Scalars['String']['input']>;
  /** What it is for, as the register of reads shows it; left out, it stays as it was. */
  readonly purpose?: InputMaybe<Scalars['String']['input']>;
  /** For a machine client: what it stands in for; left out, it stays as it was. No machine becomes an app of officers. */
  readonly machine?: InputMaybe<MachineInput>;
};

/** What a machine client stands in for. */
export type MachineInput = {
  /** Its role: `HOTLINE_111` or `ANALYST`; people hold the posts of all others. */
  readonly role: Role;
  /** Its unit. */
  readonly unit: Scalars['UnitCode']['input'];
  /** Its agency. */
  readonly agency: Scalars['ID']['input'];
};

/** Whether an app was registered. */
export type RegisterAppPayload = {
  /** Its id; null when refused. */
  readonly app?: Maybe<Scalars['ID']['output']>;
  /** Why it was refused; empty when it was done. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** What came of a change. */
export type ChangePayload = {
  /** False when it was so already; null when refused. */
  readonly changed?: Maybe<Scalars['Boolean']['output']>;
  /** Why it was refused; empty when it was done. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** Officers to import. */
export type ImportOfficersInput = {
  /**
   * CSV with the header `unit,role,seat,agency,officer,email,phone`; a seat left empty is the first, an address or
   * number left empty stays as it was. A number is written with its country and without the `+`: `84912345678`.
   * The column `phone` may be left out. At most 500 rows.
   */
  readonly csv: Scalars['String']['input'];
  /** Only check the list and say what it would come to; nothing is written. */
  readonly dryRun?: Scalars['Boolean']['input'];
};

/** What an import came to, or would. */
export type ImportOfficersPayload = {
  /** What becomes of each row, in order; null when refused. */
  readonly outcomes?: Maybe<ReadonlyArray<RowOutcome>>;
  /** Posts that were not known; null when refused. */
  readonly added?: Maybe<Scalars['Int']['output']>;
  /** Posts with another holder, agency or address than before; null when refused. */
  readonly changed?: Maybe<Scalars['Int']['output']>;
  /** Posts that stayed as they were; null when refused. */
  readonly unchanged?: Maybe<Scalars['Int']['output']>;
  /** Why it was refused; empty when it was done. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** What becomes of a row of a list. */
export type RowOutcome =
  /** The post was not known. */
  | 'ADDED'
  /** The post or the address changed. */
  | 'CHANGED'
  /** Everything was so already. */
  | 'UNCHANGED';

/** An officer. */
export type OfficerInput = {
  /** Their id in the directory. */
  readonly officer: Scalars['ID']['input'];
};

/** An officer's address. */
export type SetContactInput = {
  /** Their id in the directory. */
  readonly officer: Scalars['ID']['input'];
  /** The address for mail. */
  readonly email?: InputMaybe<Scalars['String']['input']>;
  /** The number for short messages, as E.164 writes it: `+84912345678`. */
  readonly phone?: InputMaybe<Scalars['String']['input']>;
};

/** An officer's identity. */
export type LinkSubjectInput = {
  /** Their id in the directory. */
  readonly officer: Scalars['ID']['input'];
  /** `sub` of their tokens; their id in the directory takes the link away. */
  readonly subject: Scalars['ID']['input'];
};

/** A leave to record. */
export type RecordLeaveInput = {
  /** Who is on leave. */
  readonly officer: Scalars['ID']['input'];
  /** When it begins. */
  readonly from: Scalars['DateTime']['input'];
  /** When it has ended. */
  readonly until: Scalars['DateTime']['input'];
};

/** A leave to take back. */
export type CancelLeaveInput = {
  /** Who was to be on leave. */
  readonly officer: Scalars['ID']['input'];
  /** When it was to begin. */
  readonly from: Scalars['DateTime']['input'];
};

/** A post. */
export type PostInput = {
  /** Unit of the post. */
  readonly unit: Scalars['UnitCode']['input'];
  /** Id of the post. */
  readonly post: Scalars['ID']['input'];
};

/** A delegation to make. */
export type DelegatePostInput = {
  /** Unit of the post. */
  readonly unit: Scalars['UnitCode']['input'];
  /** Id of the post. */
  readonly post: Scalars['ID']['input'];
  /** Who is to act by it. */
  readonly to: Scalars['ID']['input'];
  /** When it begins; an instant that is past means now. */
  readonly from: Scalars['DateTime']['input'];
  /** When it has ended. */
  readonly until: Scalars['DateTime']['input'];
  /** Number of the document that says so. */
  readonly document: Scalars['String']['input'];
};

/** A delegation to end. */
export type RevokeDelegationInput = {
  /** Unit of the post. */
  readonly unit: Scalars['UnitCode']['input'];
  /** Id of the post. */
  readonly post: Scalars['ID']['input'];
  /** When it began or was to; see `PostOnFile.delegations`. */
  readonly from: Scalars['DateTime']['input'];
};

/** An app. */
export type AppInput = {
  /** Its client id. */
  readonly app: Scalars['ID']['input'];
};

/** A secret to add. */
export type AddCredentialInput = {
  /** Client id of the app. */
  readonly app: Scalars['ID']['input'];
  /** An id of your choice, by which the secret is retired. */
  readonly credential: Scalars['ID']['input'];
  /** SHA-256 of the secret, in hexadecimal; the secret itself is never sent here. */
  readonly secretSha256: Scalars['String']['input'];
  /** From when on it is accepted no more; until it is retired when left out. */
  readonly expiresAt?: InputMaybe<Scalars['DateTime']['input']>;
};

/** A secret to retire. */
export type RetireCredentialInput = {
  /** Client id of the app. */
  readonly app: Scalars['ID']['input'];
  /** Its id. */
  readonly credential: Scalars['ID']['input'];
};

/** A post as administrators see it. */
export type PostOnFile = {
  /** Its id. */
  readonly id: Scalars['ID']['output'];
  /** Its role. */
  readonly role: Role;
  /** Code of its unit. */
  readonly unitCode: Scalars['UnitCode']['output'];
  /** The agency it belongs to. */
  readonly agency: Scalars['ID']['output'];
  /** Who holds it; null while it is vacant. */
  readonly holder?: Maybe<Scalars['ID']['output']>;
  /** Since when. */
  readonly since?: Maybe<Scalars['DateTime']['output']>;
  /** Whether it gives no rights. */
  readonly disabled: Scalars['Boolean']['output'];
  /** Whether its holder is suspended. */
  readonly suspended: Scalars['Boolean']['output'];
  /** Who answers for new notices now: the delegate or the holder; null when they go to the next above. */
  readonly answeredBy?: Maybe<Scalars['ID']['output']>;
  /** When its holder is on leave, now or later. */
  readonly leave: ReadonlyArray<Leave>;
  /** Who acts by it for its holder, now or later. */
  readonly delegations: ReadonlyArray<Delegation>;
};

/** A stretch of leave. */
export type Leave = {
  /** When it begins. */
  readonly from: Scalars['DateTime']['output'];
  /** When it has ended. */
  readonly until: Scalars['DateTime']['output'];
};

/** Somebody acts by the post of another. */
export type Delegation = {
  /** Who acts. */
  readonly to: Scalars['ID']['output'];
  /** When it begins. */
  readonly from: Scalars['DateTime']['output'];
  /** When it has ended. */
  readonly until: Scalars['DateTime']['output'];
  /** Number of the document that says so. */
  readonly document: Scalars['String']['output'];
};

/** An officer as administrators see them. */
export type OfficerOnFile = {
  /** Their id in the directory. */
  readonly id: Scalars['ID']['output'];
  /** `sub` of their tokens. */
  readonly subject: Scalars['ID']['output'];
  /** Where their notices are mailed. */
  readonly email?: Maybe<Scalars['String']['output']>;
  /** Where emergencies, and what mail cannot bring, go by short message. */
  readonly phone?: Maybe<Scalars['String']['output']>;
  /** Set while mail to the address is known to come back: nothing is mailed there. */
  readonly unreachable?: Maybe<UnreachableAddress>;
  /** Whether they are suspended. */
  readonly suspended: Scalars['Boolean']['output'];
  /** The posts they may act by now. */
  readonly posts: ReadonlyArray<HeldPost>;
  /** When they are on leave, now or later. */
  readonly leave: ReadonlyArray<Leave>;
};

/** That an address brings nothing. */
export type UnreachableAddress = {
  /** Since when. */
  readonly since: Scalars['DateTime']['output'];
  /** The code by which the mail service said so, such as `BOUNCE_PERMANENT`. */
  readonly code: Scalars['String']['output'];
};

/** An app as administrators see it. */
export type AppOnFile = {
  /** Its client id. */
  readonly id: Scalars['ID']['output'];
  /** At most what its officers may do through it. */
  readonly scopes: ReadonlyArray<Scalars['String']['output']>;
  /** What it is for. */
  readonly purpose?: Maybe<Scalars['String']['output']>;
  /** Whether none of its tokens is accepted. */
  readonly disabled: Scalars['Boolean']['output'];
  /** For a machine client: the post it stands in for. */
  readonly machine?: Maybe<HeldPost>;
  /** Its secrets, known by their ids alone. */
  readonly credentials: ReadonlyArray<Credential>;
  /** The day of the last request of it that was let in. */
  readonly lastUsedOn?: Maybe<Scalars['LocalDate']['output']>;
};

/** A secret of an app. */
export type Credential = {
  /** Its id. */
  readonly id: Scalars['ID']['output'];
  /** When it was added. */
  readonly addedAt: Scalars['DateTime']['output'];
  /** From when on it is accepted no more; null until it is retired. */
  readonly expiresAt?: Maybe<Scalars['DateTime']['output']>;
  /** Whether it is accepted now. */
  readonly active: Scalars['Boolean']['output'];
  /** The day on which the sandbox's issuer last took it; null where another issuer checks secrets. */
  readonly lastUsedOn?: Maybe<Scalars['LocalDate']['output']>;
};

/** A page of apps. */
export type AppConnection = {
  /** The apps. */
  readonly nodes: ReadonlyArray<AppOnFile>;
  /** Where the page ends. */
  readonly pageInfo: PageInfo;
};

/** When somebody had a post. */
export type Tenure = {
  /** Who. */
  readonly officer: Scalars['ID']['output'];
  /** The agency the post belonged to. */
  readonly agency: Scalars['ID']['output'];
  /** From when on. */
  readonly from: Scalars['DateTime']['output'];
  /** Until then and not longer; null as long as they hold it. */
  readonly until?: Maybe<Scalars['DateTime']['output']>;
  /** The document by which they acted for its holder; null for the holder. */
  readonly document?: Maybe<Scalars['String']['output']>;
};

/** A page of tenures. */
export type TenureConnection = {
  /** The tenures. */
  readonly nodes: ReadonlyArray<Tenure>;
  /** Where the page ends. */
  readonly pageInfo: PageInfo;
};

/** Something that was changed. */
export type LogEntry = {
  /** When. */
  readonly at: Scalars['DateTime']['output'];
  /** What was done, such as `suspendOfficer`. */
  readonly act: Scalars['String']['output'];
  /** To what and how: ids, instants and documents as they were sent; never an address or a digest. */
  readonly about: ReadonlyArray<Scalars['String']['output']>;
  /** Who did it. */
  readonly officer: Scalars['ID']['output'];
  /** The app it was done through. */
  readonly app: Scalars['ID']['output'];
};

/** A page of the log. */
export type LogConnection = {
  /** The entries. */
  readonly nodes: ReadonlyArray<LogEntry>;
  /** Where the page ends. */
  readonly pageInfo: PageInfo;
  /** What is wrong with the days asked for. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** What somebody may see and do on a case, whatever its step, and why. */
export type AccessExplanation = {
  /** Code of the case; null when refused. */
  readonly caseCode?: Maybe<Scalars['String']['output']>;
  /** The parts seen, by all posts together; none means that the case does not exist for them. */
  readonly sees: ReadonlyArray<FieldClass>;
  /** The acts permitted, by all posts together. */
  readonly may: ReadonlyArray<Act>;
  /** The posts held now, each with what it grants. */
  readonly posts: ReadonlyArray<PostAccess>;
  /** What stands in the way, from the person to the app; empty when something is seen and nothing is narrowed. */
  readonly missing: ReadonlyArray<AccessGap>;
  /** When the access in an emergency ends by which some parts are seen; null where there is none. */
  readonly lentUntil?: Maybe<Scalars['DateTime']['output']>;
  /** Why it was refused; empty when it was done. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** What one post grants on a case. */
export type PostAccess = {
  /** The post. */
  readonly post: HeldPost;
  /** How it stands to the case, in every way; none means that it grants nothing. */
  readonly relations: ReadonlyArray<RelationAccess>;
};

/** The rows of the permission tables for the role of a post standing so to a case. */
export type RelationAccess = {
  /** How the post stands to the case. */
  readonly relation: Relation;
  /** The parts these rows show. */
  readonly sees: ReadonlyArray<FieldClass>;
  /** The acts these rows permit. */
  readonly may: ReadonlyArray<Act>;
};

/** How a post stands to a case. */
export type Relation =
  /** Its unit is the commune of the incident. */
  | 'INCIDENT'
  /** Its unit is the commune that answers for the residence leg. */
  | 'RESIDENCE'
  /** Its commune is asked to take the case over. */
  | 'OFFERED'
  /** The child is in alternative care in its commune. */
  | 'CARE'
  /** Its agency took the report down. */
  | 'OPENER'
  /** Its province is above one of these communes: of the incident, of residence, or asked. */
  | 'PROVINCE'
  /** The same, while a recorded breach is open. */
  | 'PROVINCE_OVERDUE'
  /** Its province is above the commune of the carer. */
  | 'CARE_PROVINCE'
  /** It stands above all cases. */
  | 'NATION';

/** What stands between somebody and a case. */
export type AccessGap =
  /** The directory knows no such officer. */
  | 'OFFICER_UNKNOWN'
  /** The officer is suspended. */
  | 'OFFICER_SUSPENDED'
  /** The officer holds no post. */
  | 'NO_POST'
  /** None of the posts stands to the case in any way. */
  | 'NO_RELATION'
  /** A post stands to the case, and its role has no right by that. */
  | 'NO_RIGHT'
  /** A conflict of interest keeps them out of the case. */
  | 'KEPT_OUT'
  /** The case is archived, which closes papers that a post would open; a reopening opens them again. */
  | 'ARCHIVED'
  /** The directory knows no such app. */
  | 'APP_UNKNOWN'
  /** The app is suspended. */
  | 'APP_SUSPENDED'
  /** The app is a machine client: nobody acts through it. */
  | 'APP_WITHOUT_OFFICERS'
  /** The app may not read cases (`cases:read`), so that none exists through it. */
  | 'APP_MAY_NOT_READ'
  /** The app may not write cases (`cases:write`). */
  | 'APP_MAY_NOT_WRITE';

/** Office hours to import: each day as its sessions in order, such as `07:30-11:30 13:30-17:00`. */
export type OfficeHoursInput = {
  /** The province or commune, for itself and the units below it; `VN` for the whole country. */
  readonly unit: Scalars['UnitCode']['input'];
  /** Monday. */
  readonly monday?: Scalars['String']['input'];
  /** Tuesday. */
  readonly tuesday?: Scalars['String']['input'];
  /** Wednesday. */
  readonly wednesday?: Scalars['String']['input'];
  /** Thursday. */
  readonly thursday?: Scalars['String']['input'];
  /** Friday. */
  readonly friday?: Scalars['String']['input'];
  /** Saturday. */
  readonly saturday?: Scalars['String']['input'];
  /** Sunday. */
  readonly sunday?: Scalars['String']['input'];
};

/** An amendment to the calendar. */
export type ImportCalendarInput = {
  /** Send the same key again with the same input and you get the first answer, never a second import. */
  readonly idempotencyKey?: InputMaybe<Scalars['IdempotencyKey']['input']>;
  /** `CalendarYear.revision` you decided on. */
  readonly expectedRevision: Scalars['Int']['input'];
  /** Number of the document by which this is imported; it is kept in the audit. */
  readonly document: Scalars['String']['input'];
  /**
   * CSV with the header `date,kind,name_vi,name_en,source,status,unit`, at most 1,000 rows. A row replaces what was
   * said of its day in its unit before; `unit` is empty for the whole country, and the narrowest unit wins.
   */
  readonly csv?: InputMaybe<Scalars['String']['input']>;
  /** Office hours of units; the narrowest unit wins. */
  readonly officeHours?: ReadonlyArray<OfficeHoursInput>;
  /** Years that are reviewed with this amendment: their holidays must be there, or come with it. */
  readonly years?: ReadonlyArray<Scalars['Int']['input']>;
  /** Only check it; nothing is written. */
  readonly dryRun?: Scalars['Boolean']['input'];
};

/** An amendment to be previewed, as `importCalendar` takes it. */
export type PreviewCalendarRevisionInput = {
  /** As `ImportCalendarInput.csv`. */
  readonly csv?: InputMaybe<Scalars['String']['input']>;
  /** As `ImportCalendarInput.officeHours`. */
  readonly officeHours?: ReadonlyArray<OfficeHoursInput>;
  /** As `ImportCalendarInput.years`. */
  readonly years?: ReadonlyArray<Scalars['Int']['input']>;
};

/** What an import came to. */
export type ImportCalendarPayload = {
  /**
   * Revision of the calendar now, or, when only checked, that it would have; null when refused. An amendment that
   * changes nothing is not written.
   */
  readonly revision?: Maybe<Scalars['Int']['output']>;
  /** Rows for days that had none in their unit; null when refused. */
  readonly added?: Maybe<Scalars['Int']['output']>;
  /** Rows that differ from what was there; null when refused. */
  readonly changed?: Maybe<Scalars['Int']['output']>;
  /** Rows that say what was there; null when refused. */
  readonly unchanged?: Maybe<Scalars['Int']['output']>;
  /** This key had done the import before; nothing was done again. */
  readonly replayed: Scalars['Boolean']['output'];
  /** Everything that is wrong with the amendment, at most 50. */
  readonly problems: ReadonlyArray<CalendarProblem>;
  /** Why it was refused; empty when it was done. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** What is wrong with an amendment, and where. Texts are constant: they never repeat what you sent. */
export type CalendarProblem = {
  /** What to program against. */
  readonly code: CalendarProblemCode;
  /** Row of the CSV, the first below the header being 1; null when it is not about a row. */
  readonly row?: Maybe<Scalars['Int']['output']>;
  /** Path of the input at fault, from the input object on; rows are counted from 0. */
  readonly field: ReadonlyArray<Scalars['String']['output']>;
  /** How it is mended. */
  readonly message: Scalars['String']['output'];
};

/** What can be wrong with an amendment. */
export type CalendarProblemCode =
  /** There is no such day, or it is not written `YYYY-MM-DD`. */
  | 'DAY_UNKNOWN'
  /** None of `RowKind`. */
  | 'KIND_UNKNOWN'
  /** None of `RowStatus`. */
  | 'STATUS_UNKNOWN'
  /** A day has no name in one of the languages. */
  | 'NAME_MISSING'
  /** No document says so. */
  | 'SOURCE_MISSING'
  /** No such province or commune. */
  | 'UNIT_UNKNOWN'
  /** The day lies in a year that is neither reviewed nor declared so. */
  | 'YEAR_NOT_REVIEWED'
  /** A day has two rows in one unit. */
  | 'ROW_REPEATED'
  /** A day worked for another one is no Saturday or Sunday. */
  | 'SWAP_ON_WORKDAY'
  /** A day off rests anyway. */
  | 'OFF_ON_REST_DAY'
  /** A day in lieu has no holiday on a rest day in the two weeks before. */
  | 'NOTHING_COMPENSATED'
  /** A source would swap another number of days off than of days worked. */
  | 'SWAP_UNPAIRED'
  /** A row revokes what nobody said. */
  | 'REVOKES_NOTHING'
  /** Sessions are not written as `07:30-11:30 13:30-17:00`. */
  | 'SESSION_UNREADABLE'
  /** Sessions overlap, or do not follow one another. */
  | 'SESSIONS_OUT_OF_ORDER'
  /** A week has no session. */
  | 'WEEK_EMPTY'
  /** A unit has two weeks. */
  | 'HOURS_REPEATED'
  /** A year declared reviewed lacks holidays of Labour Code 2019 Art. 112. */
  | 'YEAR_INCOMPLETE';

/** A page of what an amendment would move. */
export type CalendarPreview = {
  /** Revision the calendar would have; null when refused. */
  readonly revision?: Maybe<Scalars['Int']['output']>;
  /** The deadlines that would move, of the cases looked at for this page. */
  readonly nodes: ReadonlyArray<DeadlineMovement>;
  /** Where the page ends. */
  readonly pageInfo: PageInfo;
  /** Everything that is wrong with the amendment, at most 50. */
  readonly problems: ReadonlyArray<CalendarProblem>;
  /** Why it was refused; empty when it was not. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** The units a ladder is measured in. */
export type LadderUnit =
  /** Minutes by the clock. */
  | 'MINUTES'
  /** Hours by the clock, through nights and holidays. */
  | 'HOURS'
  /** Hours in which the office is open. */
  | 'WORKING_HOURS'
  /** Days on which offices work. */
  | 'WORKING_DAYS';

/** What an acknowledgement does to the climb of a ladder. */
export type HoldEffect =
  /** The next rung waits a span, once. */
  | 'SLOWS'
  /** Nobody further up is told; the breach is recorded all the same. */
  | 'STOPS';

/** The ladders a province may have of its own. */
export type ProvincialLadder =
  /** Of an emergency. */
  | 'EMERGENCY'
  /** Of every other duty of a commune. */
  | 'ROUTINE'
  /** Of a duty of the province itself. */
  | 'PROVINCE';

/** A span of a ladder. */
export type LadderSpanInput = {
  /** How it is measured. */
  readonly unit: LadderUnit;
  /** How many, 1 to 10,000. */
  readonly count: Scalars['Int']['input'];
};

/** A rung, with exactly one of `share`, `before` and `after`. */
export type RungInput = {
  /** Its id in the ladder, such as `+1d`: letters, figures, `+`, `-` and `/`. */
  readonly id: Scalars['ID']['input'];
  /** What it does. */
  readonly kind: RungKind;
  /** Share of the way from the start of the duty to its end: below 1 for a reminder, 1 for the breach. */
  readonly share?: InputMaybe<Scalars['Float']['input']>;
  /** How long before the due instant a reminder is told. */
  readonly before?: InputMaybe<LadderSpanInput>;
  /** How long after the due instant it escalates. */
  readonly after?: InputMaybe<LadderSpanInput>;
  /** Whom it tells; `HOTLINE_111` only of the cases it took down. */
  readonly tell: ReadonlyArray<Role>;
};

/** What an acknowledgement does. */
export type HoldInput = {
  /** Slows or stops; by a link it may only slow. */
  readonly effect: HoldEffect;
  /** How long it slows; left out where it stops. */
  readonly by?: InputMaybe<LadderSpanInput>;
};

/** A ladder: reminders, exactly one breach, then escalations. */
export type LadderInput = {
  /** Which ladder it replaces. */
  readonly name: ProvincialLadder;
  /** Its rungs, lowest first. */
  readonly rungs: ReadonlyArray<RungInput>;
  /** What an acknowledgement by a named officer does. */
  readonly named: HoldInput;
  /** What an acknowledgement by a link does. */
  readonly anonymous: HoldInput;
};

/** Ladders for a province. */
export type ImportLadderInput = {
  /** Send the same key again with the same input and you get the first answer, never a second import. */
  readonly idempotencyKey?: InputMaybe<Scalars['IdempotencyKey']['input']>;
  /** `LadderPolicy.revision` of the last ladders imported for the province; 0 when there are none. */
  readonly expectedRevision: Scalars['Int']['input'];
  /** Code of the province. */
  readonly province: Scalars['UnitCode']['input'];
  /** Number of the document by which this is imported; it is kept in the audit. */
  readonly document: Scalars['String']['input'];
  /** From which day deadlines are set under it, today or later. */
  readonly validFrom: Scalars['LocalDate']['input'];
  /** The ladders that differ from the default; none to go back to it. */
  readonly ladders: ReadonlyArray<LadderInput>;
  /** Only check it; nothing is written. */
  readonly dryRun?: Scalars['Boolean']['input'];
};

/** What an import came to. */
export type ImportLadderPayload = {
  /** The ladders as they are in force from their day on, or, when only checked, would be; null when refused. */
  readonly policy?: Maybe<LadderPolicy>;
  /** This key had done the import before; nothing was done again. */
  readonly replayed: Scalars['Boolean']['output'];
  /** Everything that is wrong with the ladders, at most 50. */
  readonly problems: ReadonlyArray<LadderProblem>;
  /** Why it was refused; empty when it was done. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** What is wrong with ladders, and where. Texts are constant: they never repeat what you sent. */
export type LadderProblem = {
  /** What to program against. */
  readonly code: LadderProblemCode;
  /** Path of the input at fault, from the input object on; lists are counted from 0. */
  readonly field: ReadonlyArray<Scalars['String']['output']>;
  /** How it is mended. */
  readonly message: Scalars['String']['output'];
};

/** What can be wrong with ladders. */
export type LadderProblemCode =
  /** A ladder is named twice. */
  | 'LADDER_REPEATED'
  /** The day is over. */
  | 'PAST_DAY'
  /** A rung has none or several of `share`, `before` and `after`. */
  | 'PLACE_UNCLEAR'
  /** A share is not between 0 and 1, or that of the breach is not 1. */
  | 'SHARE_OUT_OF_RANGE'
  /** A span is not a whole number from 1 to 10,000. */
  | 'SPAN_OUT_OF_RANGE'
  /** A rung of this kind does not stand there. */
  | 'PLACE_UNFIT'
  /** A ladder has no breach, or several. */
  | 'BREACH_UNIQUE'
  /** Rungs do not follow one another whatever the calendar is. */
  | 'OUT_OF_ORDER'
  /** Two rungs of a ladder have one id. */
  | 'RUNG_REPEATED'
  /** A rung tells nobody. */
  | 'NOBODY_TOLD'
  /** A role that follows no duty is told. */
  | 'ROLE_UNFIT'
  /** A role might be told later than by default. */
  | 'TOLD_LATER'
  /** A role is told less often than by default. */
  | 'TOLD_LESS'
  /** A hold that slows has no span, or one that stops has one. */
  | 'HOLD_UNCLEAR'
  /** An acknowledgement might hold longer than by default. */
  | 'HOLD_LONGER'
  /** An acknowledgement by a link would stop the climb. */
  | 'ANONYMOUS_STOPS'
  /** An acknowledgement by a link might hold longer than one by name. */
  | 'ANONYMOUS_LONGER'
  /** An emergency might tell a role later than a routine duty does. */
  | 'EMERGENCY_SLOWER';

/** The ladders of a province. */
export type LadderBook = {
  /** `LadderPolicy.id` of those under which deadlines are set there today. */
  readonly inForce: Scalars['ID']['output'];
  /** Every revision: those of the code first, then those of the province, oldest first. */
  readonly revisions: ReadonlyArray<LadderPolicy>;
};

/** A revision of the ladders of the nation or of a province. */
export type LadderPolicy = {
  /** Where and which revision, such as `default/1` or `79/2`. */
  readonly id: Scalars['ID']['output'];
  /** The province; `VN` for the default. */
  readonly province: Scalars['UnitCode']['output'];
  /** Which revision of that place. */
  readonly revision: Scalars['Int']['output'];
  /** From which day deadlines are set under it. */
  readonly validFrom: Scalars['LocalDate']['output'];
  /** Number of the document of the province, or of the policy record. */
  readonly document: Scalars['String']['output'];
  /** Its ladders, those left as by default included. */
  readonly ladders: ReadonlyArray<Ladder>;
};

/** A ladder. */
export type Ladder = {
  /** Its name. */
  readonly name: LadderName;
  /** Its rungs, lowest first. */
  readonly rungs: ReadonlyArray<Rung>;
  /** What an acknowledgement by a named officer does. */
  readonly named: Hold;
  /** What an acknowledgement by a link does. */
  readonly anonymous: Hold;
};

/** A rung of a ladder. */
export type Rung = {
  /** Its id in the ladder. */
  readonly id: Scalars['ID']['output'];
  /** What it does. */
  readonly kind: RungKind;
  /** Share of the way from the start of the duty to its end. */
  readonly share?: Maybe<Scalars['Float']['output']>;
  /** How long before the due instant it stands. */
  readonly before?: Maybe<LadderSpan>;
  /** How long after the due instant it stands. */
  readonly after?: Maybe<LadderSpan>;
  /** Whom it tells. */
  readonly tell: ReadonlyArray<Role>;
};

/** What an acknowledgement does. */
export type Hold = {
  /** Slows or stops. */
  readonly effect: HoldEffect;
  /** How long it slows; null where it stops. */
  readonly by?: Maybe<LadderSpan>;
};

/** A span of a ladder. */
export type LadderSpan = {
  /** How it is measured. */
  readonly unit: LadderUnit;
  /** How many. */
  readonly count: Scalars['Int']['output'];
};

/** Why a post was told, or why that is not said. */
export type NoticeExplanationPayload = {
  /** The explanation; null when refused. */
  readonly explanation?: Maybe<NoticeExplanation>;
  /** Why it was refused; empty when it was not. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** Why a post was told something, from what was on record. */
export type NoticeExplanation = {
  /** Id of the notice. */
  readonly id: Scalars['ID']['output'];
  /** What it is about. */
  readonly kind: NoticeKind;
  /** Code of the case. */
  readonly caseCode: Scalars['String']['output'];
  /** Number of the commit in the history of the case that holds the fact it comes from. */
  readonly seq: Scalars['Int']['output'];
  /** When it became due to be told. */
  readonly about: Scalars['DateTime']['output'];
  /** When it could first be known here. */
  readonly known: Scalars['DateTime']['output'];
  /** When the fact was written. */
  readonly writtenAt: Scalars['DateTime']['output'];
  /** The post that was told. */
  readonly post: Scalars['ID']['output'];
  /** Its role. */
  readonly role: Role;
  /** Code of its unit. */
  readonly unitCode: Scalars['UnitCode']['output'];
  /** The roles to be told for which this post answers. */
  readonly wanted: ReadonlyArray<Role>;
  /** The seats found empty on the way to it, lowest first; empty when it was told in its own right alone. */
  readonly insteadOf: ReadonlyArray<EmptySeat>;
  /** Whether somebody acted by the post for its holder. */
  readonly delegated: Scalars['Boolean']['output'];
  /** The climb of the duty; null for a notice of an act. */
  readonly climb?: Maybe<ClimbExplanation>;
  /** All of it in a paragraph, in Vietnamese and English. */
  readonly account: Bilingual;
};

/** A role in a unit for which nobody answered. */
export type EmptySeat = {
  /** The role. */
  readonly role: Role;
  /** Code of the unit. */
  readonly unitCode: Scalars['UnitCode']['output'];
  /** Why nobody did. */
  readonly why: SeatGap;
};

/** Why nobody answers for a role in a unit. */
export type SeatGap =
  /** The unit is no more. */
  | 'UNIT_ENDED'
  /** Closed to whoever has it by a conflict of interest; said to those alone who oversee the case. */
  | 'KEPT_OUT'
  /** Its holder is on leave, and nobody acts by it. */
  | 'ON_LEAVE'
  /** Its holder is suspended. */
  | 'SUSPENDED'
  /** The post is disabled. */
  | 'DISABLED'
  /** Nobody holds it, or there is no such post. */
  | 'VACANT'
  /** Nobody could answer; why is not for you. */
  | 'NOT_SAID';

/** How a duty climbed to a rung. */
export type ClimbExplanation = {
  /** `Deadline.id` on the case. */
  readonly deadline: Scalars['ID']['output'];
  /** The rule. */
  readonly rule: RuleId;
  /** The duty. */
  readonly title: Bilingual;
  /** Id of the procedure version it was set under. */
  readonly procedure: Scalars['ID']['output'];
  /** When its clock started. */
  readonly startedAt: Scalars['DateTime']['output'];
  /** When it was due. */
  readonly dueAt: Scalars['DateTime']['output'];
  /** The ladders it was set under. */
  readonly ladders: LadderPolicy;
  /** Which of them it climbs. */
  readonly ladder: LadderName;
  /** The rung. */
  readonly rung: Rung;
  /** Which rung it is, from 1. */
  readonly number: Scalars['Int']['output'];
  /** When the rung stands, held by nothing. */
  readonly plannedAt: Scalars['DateTime']['output'];
  /** The span of the rung as it was counted; empty where it stands at a share of the way. */
  readonly counted: ReadonlyArray<Interval>;
  /** The acknowledgements that made it wait, oldest first. */
  readonly holds: ReadonlyArray<HoldExplanation>;
};

/** An acknowledgement that made a rung wait. */
export type HoldExplanation = {
  /** When somebody acknowledged. */
  readonly at: Scalars['DateTime']['output'];
  /** Until when the rung waited. */
  readonly until: Scalars['DateTime']['output'];
  /** By a link, which names nobody. */
  readonly anonymous: Scalars['Boolean']['output'];
};

/** Which cases are to follow which version. */
export type MigrateProcedureInput = {
  /** Names the order. With the same input it goes on where it was left; once it is done, it answers what it came to. */
  readonly idempotencyKey: Scalars['IdempotencyKey']['input'];
  /** Whose legs: a commune, a province, or `VN` for all. */
  readonly unit: Scalars['UnitCode']['input'];
  /** Id of the version they are handled by. */
  readonly from: Scalars['ID']['input'];
  /** Id of the version that is to follow; legs for whose commune it is not in force now stay as they are. */
  readonly to: Scalars['ID']['input'];
  /** Number of the document by which this is ordered; it is kept in each case and in the audit. */
  readonly document: Scalars['String']['input'];
};

/** What a migration has come to so far, over all calls with its key. */
export type MigrateProcedurePayload = {
  /** Cases that changed over; null when refused. */
  readonly cases?: Maybe<Scalars['Int']['output']>;
  /** Deadlines that are owed under the new version; null when refused. */
  readonly moved?: Maybe<Scalars['Int']['output']>;
  /** Deadlines that the new version does not know, which are no longer owed; null when refused. */
  readonly voided?: Maybe<Scalars['Int']['output']>;
  /** Cases that could not be changed over; they stay as they were, and another order takes them up. Null when refused. */
  readonly failed?: Maybe<Scalars['Int']['output']>;
  /** Whether all cases were looked at; while it is false, send the same input again. Null when refused. */
  readonly done?: Maybe<Scalars['Boolean']['output']>;
  /** Why it was refused; empty when it was not. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** A page of what a migration would change. */
export type ProcedureMigrationPreview = {
  /** The deadlines it would move or end, of the cases looked at for this page. */
  readonly nodes: ReadonlyArray<MigratedDeadline>;
  /** Where the page ends. */
  readonly pageInfo: PageInfo;
  /** Why it was refused; empty when it was not. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** An open deadline that would follow another version. */
export type MigratedDeadline = {
  /** Code of the case. */
  readonly caseCode: Scalars['String']['output'];
  /** Code of the unit that owes it. */
  readonly unitCode: Scalars['UnitCode']['output'];
  /** `Deadline.id` on the case. */
  readonly deadline: Scalars['ID']['output'];
  /** The rule. */
  readonly rule: RuleId;
  /** Where it ends now. */
  readonly before: DeadlineEnd;
  /** Where it would end; null where the new version does not know it and it is no longer owed. */
  readonly after?: Maybe<DeadlineEnd>;
  /** Whether its breach is on record; that is never taken back. */
  readonly breached: Scalars['Boolean']['output'];
  /** Whether the end it would have has passed already: the next sweep would record a breach. */
  readonly late: Scalars['Boolean']['output'];
};

/** What a verification found. */
export type CaseVerification = {
  /** Whether everything holds. */
  readonly ok: Scalars['Boolean']['output'];
  /** How many events there are. */
  readonly events: Scalars['Int']['output'];
  /** The last event a signed digest vouches for; 0 when there is none yet. */
  readonly vouchedTo: Scalars['Int']['output'];
  /** Number of that digest. */
  readonly digest?: Maybe<Scalars['Int']['output']>;
  /** The first sequence number that does not hold. */
  readonly at?: Maybe<Scalars['Int']['output']>;
  /** Why it does not hold. */
  readonly reason?: Maybe<VerificationFault>;
  /** Which list, by unit and agency, or which counter of forms, by agency and year; null where there is only one. */
  readonly where?: Maybe<Scalars['String']['output']>;
  /** The reason in words. */
  readonly explanation?: Maybe<Bilingual>;
};

/** Why a record does not hold at a number. */
export type VerificationFault =
  /** The event is not what was written. */
  | 'CHANGED'
  /** The event of this number is missing or stands elsewhere. */
  | 'NOT_IN_SEQUENCE'
  /** The event is not linked to the one before it. */
  | 'NOT_LINKED'
  /** The event was put in the place of another. */
  | 'REPLACED'
  /** The events end before the last one the state knows of. */
  | 'SHORT_OF_HEAD'
  /** The event lies behind the last one the state knows of. */
  | 'BEYOND_HEAD'
  /** The last event is not the one the state knows of. */
  | 'NOT_THE_HEAD'
  /** A digest vouches for an event that is gone. */
  | 'TRUNCATED'
  /** A digest vouches for another event. */
  | 'REWRITTEN'
  /** The digest itself is not what was signed. */
  | 'DIGEST_BROKEN'
  /** A sealed paper is missing. */
  | 'PAPER_MISSING'
  /** A sealed paper is not what was filed. */
  | 'PAPER_CHANGED'
  /** The state or a plan is not what the events add up to. */
  | 'HEAD_CHANGED'
  /** A row of a list is not what the events add up to. */
  | 'ROW_CHANGED'
  /** The incident is not what the events add up to. */
  | 'INCIDENT_CHANGED'
  /** The code of the case does not lead to it. */
  | 'CODE_CHANGED'
  /** A counter does not agree with the numbers the case was given. */
  | 'COUNTER_CHANGED';

/** One request that opened papers of a case. */
export type Access = {
  /** When. */
  readonly at: Scalars['DateTime']['output'];
  /** Person or machine. */
  readonly kind: ActorKind;
  /** Who, by id in the directory. */
  readonly officer: Scalars['ID']['output'];
  /** Through which app. */
  readonly app: Scalars['ID']['output'];
  /** What that app was for when it happened, as its registration said; null where it said nothing. */
  readonly purpose?: Maybe<Scalars['String']['output']>;
  /** Under which request id. */
  readonly request: Scalars['ID']['output'];
  /** By which posts. */
  readonly posts: ReadonlyArray<Scalars['ID']['output']>;
  /** Which parts; empty where it was refused. */
  readonly classes: ReadonlyArray<FieldClass>;
  /** The act that was refused to them; null where parts were opened. */
  readonly refused?: Maybe<Scalars['String']['output']>;
  /** The access in an emergency by which they were opened, if it took one. */
  readonly glass?: Maybe<Scalars['ID']['output']>;
  /** `SubjectRequest.id`, where they were opened to be given to whoever asked for the child; null for any other reading. */
  readonly subjectRequest?: Maybe<Scalars['ID']['output']>;
};

/** A page of a list of accesses. */
export type AccessConnection = {
  /** The accesses. */
  readonly nodes: ReadonlyArray<Access>;
  /** Where the page ends. */
  readonly pageInfo: PageInfo;
};

/**
 * One sheet of the book of digests: what was written to cases since the sheet before, event by event. To check it
 * without this system, hash `text` with SHA-256, compare with `hash`, verify `signature` under `signingKey`, and see
 * that `text` begins with the `hash` of the sheet before; or run `npm run verify -- --digests`.
 */
export type HeadDigest = {
  /** Counted from 1, without a gap. */
  readonly number: Scalars['Int']['output'];
  /** When it was written. */
  readonly writtenAt: Scalars['DateTime']['output'];
  /** How many cases it vouches for. */
  readonly caseCount: Scalars['Int']['output'];
  /** Whether the walk of that night ended with this sheet. */
  readonly complete: Scalars['Boolean']['output'];
  /** The hash of the sheet before. */
  readonly previousHash: Scalars['String']['output'];
  /** SHA-256 of `text`, hex. */
  readonly hash: Scalars['String']['output'];
  /** The very text that was signed: the hash before and the sheet in canonical JSON; ids and hashes, no content. */
  readonly text: Scalars['String']['output'];
  /** Signature in base64: ECDSA P-256 with SHA-256 over `text`; in a sandbox Ed25519 over the bytes of `hash`. */
  readonly signature: Scalars['String']['output'];
  /** The key that made it. */
  readonly keyId: Scalars['String']['output'];
};

/** A page of the book of digests. */
export type HeadDigestConnection = {
  /** The sheets. */
  readonly nodes: ReadonlyArray<HeadDigest>;
  /** Where the page ends. */
  readonly pageInfo: PageInfo;
};

/** What the notices of a case come to, compared with its record. */
export type NoticeProof = {
  /** Whether all is as it should be. */
  readonly ok: Scalars['Boolean']['output'];
  /** How many things are not. */
  readonly faults: Scalars['Int']['output'];
  /** How many events the case has. */
  readonly events: Scalars['Int']['output'];
  /** The last event whose notices have been written. */
  readonly projectedTo: Scalars['Int']['output'];
  /** Notices in the order of the events they follow from; last those that follow from none. */
  readonly notices: ReadonlyArray<ProvenNotice>;
  /** Every duty there was. */
  readonly duties: ReadonlyArray<ProvenDuty>;
  /** Events that nobody was told of, because no post was held up to the ministry. */
  readonly unheard: ReadonlyArray<Scalars['Int']['output']>;
};

/** A notice, and how it stands. */
export type ProvenNotice = {
  /** The same for every attempt to write it. */
  readonly id: Scalars['ID']['output'];
  /** The event it follows from; null when it follows from none. */
  readonly event?: Maybe<Scalars['Int']['output']>;
  /** What it is about. */
  readonly kind?: Maybe<NoticeKind>;
  /** The post that is told. */
  readonly post?: Maybe<Scalars['ID']['output']>;
  /** When it became due to be told. */
  readonly about?: Maybe<Scalars['DateTime']['output']>;
  /** The duty it speaks of. */
  readonly duty?: Maybe<NoticeDuty>;
  /** How it stands. */
  readonly verdict: NoticeVerdict;
  /** Why it need not be sent any more. */
  readonly reason?: Maybe<VoidReason>;
  /** Its ways to the post. */
  readonly ways: ReadonlyArray<NoticeWay>;
};

/** A notice on one way. */
export type NoticeWay = {
  /** Which way. */
  readonly channel: DeliveryChannel;
  /** How it stands there. */
  readonly state: DeliveryState;
};

/** The ways a notice goes. */
export type DeliveryChannel =
  /** By mail; the entry in the inbox of the post goes with it. */
  | 'EMAIL'
  /** By short message: an emergency at once, anything else where mail could not bring it. */
  | 'SMS'
  /** To the server of a partner. */
  | 'WEBHOOK';

/** How far a delivery is. */
export type DeliveryState =
  /** Waiting to leave. */
  | 'PENDING'
  /** Being sent. */
  | 'CLAIMED'
  /** Handed over. */
  | 'SENT'
  /** Needed no longer, or for nobody. */
  | 'VOID'
  /** Given up, or it came back; what went to a webhook can be replayed. */
  | 'FAILED'
  /** Kept, because its webhook is off; it can be replayed. */
  | 'PARKED';

/** How a notice that should or should not exist stands. */
export type NoticeVerdict =
  /** It exists and has been sent. */
  | 'TOLD'
  /** It is on its way. */
  | 'WAITING'
  /** It exists, and its mail waits until somebody should be disturbed. */
  | 'HELD'
  /** It exists, and need not be sent any more. */
  | 'NEEDED_NO_LONGER'
  /** It exists, and could not be sent. */
  | 'GIVEN_UP'
  /** It should exist and does not. */
  | 'MISSING'
  /** It exists and follows from nothing. */
  | 'UNEXPECTED'
  /** It was not sent, and there is no reason for that on record. */
  | 'VOID_WITHOUT_REASON';

/** Why a notice need not be sent any more. */
export type VoidReason =
  /** The duty is over. */
  | 'DUTY_OVER'
  /** The duty ends at another time, of which a reminder of its own tells. */
  | 'END_MOVED'
  /** The post is kept out of the case by a conflict of interest. */
  | 'KEPT_OUT';

/** A duty, and how far its ladder is climbed. */
export type ProvenDuty = {
  /** `Deadline.id` on the case. */
  readonly deadline: Scalars['ID']['output'];
  /** The rule. */
  readonly rule: RuleId;
  /** How far its ladder is climbed. */
  readonly verdict: LadderVerdict;
  /** When somebody is told next, or when it ended. */
  readonly at?: Maybe<Scalars['DateTime']['output']>;
};

/** How far the ladder of a duty is climbed. */
export type LadderVerdict =
  /** Somebody is told at its time. */
  | 'OPEN'
  /** Everybody has been told. */
  | 'CLIMBED'
  /** The duty ended, so nobody else is told. */
  | 'ENDED'
  /** The duty does not bind yet, or its end cannot be counted yet. */
  | 'NOT_BOUND'
  /** Somebody should have been told and was not. */
  | 'OVERDUE';

/** Why the papers of a case are erased. */
export type ErasureGround =
  /** A court has decided so. */
  | 'COURT_ORDER'
  /** The child or the representative has asked and may (Law 91/2025/QH15). */
  | 'SUBJECT_REQUEST'
  /** The record should never have been made. */
  | 'UNLAWFUL_RECORD'
  /** The time of its keeping is over. */
  | 'RETENTION_OVER';

/** An order of erasure. */
export type OrderErasureInput = {
  /** Names the order: the same input again answers the order as it stands. */
  readonly idempotencyKey: Scalars['IdempotencyKey']['input'];
  /** The cases, 1 to 20; each is archived and nobody owes anything on it. */
  readonly cases: ReadonlyArray<Scalars['ID']['input']>;
  /** Why. */
  readonly ground: ErasureGround;
  /** Number of the document by which it is ordered. */
  readonly document: Scalars['String']['input'];
};

/** Which order is signed or taken back. */
export type SignErasureInput = {
  /** Id of the order. */
  readonly order: Scalars['ID']['input'];
};

/** How an order of erasure stands. */
export type ErasureOrderStatus =
  /** Waits for the second signature. */
  | 'ORDERED'
  /** Approved; waits until it may be carried out. */
  | 'WAITING'
  /** To be carried out by the next nightly run, on each case that still may be erased. */
  | 'DUE'
  /** Every case is erased. */
  | 'DONE'
  /** Taken back. */
  | 'WITHDRAWN'
  /** Its time is over; what is left of it is not done. */
  | 'EXPIRED';

/** An order of erasure with its signatures. */
export type ErasureOrder = {
  /** Opaque and stable. */
  readonly id: Scalars['ID']['output'];
  /** How it stands now. */
  readonly status: ErasureOrderStatus;
  /** Its cases. */
  readonly cases: ReadonlyArray<OrderedCase>;
  /** Why. */
  readonly ground: ErasureGround;
  /** Number of the document by which it is ordered. */
  readonly document: Scalars['String']['output'];
  /** Officer of the first signature. */
  readonly orderedBy: Scalars['ID']['output'];
  /** When it was ordered. */
  readonly orderedAt: Scalars['DateTime']['output'];
  /** Officer of the second signature. */
  readonly approvedBy?: Maybe<Scalars['ID']['output']>;
  /** When it was approved. */
  readonly approvedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Officer who took it back. */
  readonly withdrawnBy?: Maybe<Scalars['ID']['output']>;
  /** From when on it is carried out, once it is approved. */
  readonly dueFrom?: Maybe<Scalars['DateTime']['output']>;
  /** Last day on which it can be approved and carried out. */
  readonly expiresOn: Scalars['LocalDate']['output'];
};

/** A case an order names. */
export type OrderedCase = {
  /** Id of the case. */
  readonly id: Scalars['ID']['output'];
  /** Its code. */
  readonly code: Scalars['String']['output'];
  /** When its papers were erased. */
  readonly erasedAt?: Maybe<Scalars['DateTime']['output']>;
};

/** What an order came to. */
export type ErasurePayload = {
  /** The order; null when refused. */
  readonly order?: Maybe<ErasureOrder>;
  /** Why it was refused; empty when it was done. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** A page of orders. */
export type ErasureOrderConnection = {
  /** The orders. */
  readonly nodes: ReadonlyArray<ErasureOrder>;
  /** Where the page ends. */
  readonly pageInfo: PageInfo;
};

/** A case a rule of retention proposes for erasure. */
export type ErasureCandidate = {
  /** Id of the case. */
  readonly caseId: Scalars['ID']['output'];
  /** Its code. */
  readonly caseCode: Scalars['String']['output'];
  /** Id of the rule. */
  readonly rule: Scalars['String']['output'];
  /** Number of the policy record of the rule. */
  readonly policy: Scalars['String']['output'];
  /** When the dossier was archived. */
  readonly archivedAt: Scalars['DateTime']['output'];
  /** Since when the rule proposes it. */
  readonly since: Scalars['LocalDate']['output'];
};

/** A page of candidates. */
export type ErasureCandidateConnection = {
  /** The cases. */
  readonly nodes: ReadonlyArray<ErasureCandidate>;
  /** Where the page ends. */
  readonly pageInfo: PageInfo;
};

/** What was met more of than is usual. */
export type AnomalyKind =
  /** Papers of many different cases were opened within one hour. */
  | 'READ_IN_AN_HOUR'
  /** Papers of many different cases were opened within 24 hours. */
  | 'READ_IN_A_DAY'
  /** Many different things were refused within one hour; papers then stay closed for the rest of it, but for emergencies and for the worker's own cases. */
  | 'REFUSED_IN_AN_HOUR';

/** One telling of one officer behind one app; the same is told once per hour or day. */
export type Anomaly = {
  /** What was met much. */
  readonly kind: AnomalyKind;
  /** How many different cases or things, at least. */
  readonly count: Scalars['Int']['output'];
  /** Id of the officer, or of the machine. */
  readonly officer: Scalars['ID']['output'];
  /** Id of the app. */
  readonly app: Scalars['ID']['output'];
  /** When it was told. */
  readonly at: Scalars['DateTime']['output'];
};

/** A page of anomalies. */
export type AnomalyConnection = {
  /** The anomalies of the page. */
  readonly nodes: ReadonlyArray<Anomaly>;
  /** Where the page ends. */
  readonly pageInfo: PageInfo;
};

/** A webhook to register. */
export type RegisterWebhookInput = {
  /** A name of your choice: 1 to 40 small letters, digits and hyphens. With the unit it is the id: `name@unit`. */
  readonly name: Scalars['String']['input'];
  /** Client id of the app it belongs to. */
  readonly app: Scalars['ID']['input'];
  /** What posts of this unit are told. */
  readonly unit: Scalars['UnitCode']['input'];
  /** Only posts of this agency; those of the whole unit when left out. */
  readonly agency?: InputMaybe<Scalars['ID']['input']>;
  /**
   * Where it is posted: `https`, written in ASCII, without a name, a secret or a fragment, on port 443, and on a server
   * of the internet. At most 500 characters.
   */
  readonly url: Scalars['String']['input'];
  /** Only notices of these kinds; of every kind when left out, and of none when empty, which ends it. */
  readonly kinds?: InputMaybe<ReadonlyArray<NoticeKind>>;
};

/** A webhook as registered. */
export type RegisterWebhookPayload = {
  /** Its id; null when refused. */
  readonly webhook?: Maybe<Scalars['ID']['output']>;
  /** False when it was so already; null when refused. */
  readonly changed?: Maybe<Scalars['Boolean']['output']>;
  /**
   * The secret of `v1` signatures (`whsec_…`), for a new webhook: it is shown this once. For `v1a` signatures take
   * `Webhook.keys`.
   */
  readonly secret?: Maybe<Scalars['String']['output']>;
  /** Why it was refused; empty when it was done. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** A webhook. */
export type WebhookInput = {
  /** Its id. */
  readonly webhook: Scalars['ID']['input'];
};

/** A change of secrets. */
export type RotateWebhookInput = {
  /** Id of the webhook. */
  readonly webhook: Scalars['ID']['input'];
  /** `Webhook.version` as you know it. */
  readonly version: Scalars['Int']['input'];
  /** How many hours the secret before goes on signing, 0 to 168; 0 where it is known to others. */
  readonly overlapHours?: Scalars['Int']['input'];
};

/** New secrets. */
export type RotateWebhookPayload = {
  /** The version in force; null when refused. */
  readonly version?: Maybe<Scalars['Int']['output']>;
  /** The secret of `v1` signatures (`whsec_…`): it is shown this once. Null when refused. */
  readonly secret?: Maybe<Scalars['String']['output']>;
  /** Why it was refused; empty when it was done. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** What came of switching a webhook on. */
export type EnableWebhookPayload = {
  /** Whether it is on; null when refused. */
  readonly enabled?: Maybe<Scalars['Boolean']['output']>;
  /** What its server answered to the ping; null where it was not asked. */
  readonly answer?: Maybe<WebhookAnswer>;
  /** Why it was refused; empty when it was done. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** What came of a ping. */
export type TestWebhookPayload = {
  /** What came back; null when refused. */
  readonly answer?: Maybe<WebhookAnswer>;
  /** Why it was refused; empty when it was done. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** What a server answered: never what it said. */
export type WebhookAnswer = {
  /** What it comes to. */
  readonly code: WebhookAnswerCode;
  /** The status of HTTP; null where none came. */
  readonly status?: Maybe<Scalars['Int']['output']>;
};

/** What an attempt came to. */
export type WebhookAnswerCode =
  /** Taken: a status of 200 to 299. */
  | 'ANSWERED'
  /** Gone (410): the webhook is off from now on. */
  | 'GONE'
  /** Too busy (429 or 503); `Retry-After` in seconds is obeyed. */
  | 'BUSY'
  /** Another status of 400 to 499. */
  | 'REJECTED'
  /** Another status of 500 or more. */
  | 'FAULT'
  /** Sent elsewhere (300 to 399), where nothing is posted. */
  | 'REDIRECTED'
  /** No answer within 15 seconds. */
  | 'TIMED_OUT'
  /** No such name, no connection, or no answer one can read. */
  | 'UNREACHABLE'
  /** The certificate is not that of the server, or of nobody who is trusted. */
  | 'UNTRUSTED'
  /** The address leads to no server of the internet. */
  | 'NOT_PUBLIC';

/** A delivery to send again. */
export type ReplayWebhookInput = {
  /** Id of the webhook. */
  readonly webhook: Scalars['ID']['input'];
  /** `WebhookDelivery.notice`. */
  readonly notice: Scalars['ID']['input'];
};

/** What came of sending again. */
export type ReplayWebhookPayload = {
  /** Whether its schedule began anew; null when refused. */
  readonly replayed?: Maybe<Scalars['Boolean']['output']>;
  /** Why it was refused; empty when it was done. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** Deliveries to send again. */
export type ReplayWebhooksInput = {
  /** Id of the webhook. */
  readonly webhook: Scalars['ID']['input'];
  /** Those written from this instant on. */
  readonly from: Scalars['DateTime']['input'];
  /** And until this one. */
  readonly to: Scalars['DateTime']['input'];
  /** Also what the server has taken, for one that lost it. */
  readonly sentToo?: Scalars['Boolean']['input'];
  /** `endCursor` of the call before. */
  readonly after?: InputMaybe<Scalars['String']['input']>;
};

/** What came of sending a range again. */
export type ReplayWebhooksPayload = {
  /** How many schedules this call began anew; null when refused. */
  readonly replayed?: Maybe<Scalars['Int']['output']>;
  /** Give it as `after` to go on; null when the range is done. */
  readonly endCursor?: Maybe<Scalars['String']['output']>;
  /** Why it was refused; empty when it was done. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/**
 * Where a partner app gets notices: each is posted to its server, signed after Standard Webhooks 1.0, at least once and in
 * no order that is promised. It says that there is a notice, and nothing of what is in it.
 */
export type Webhook = {
  /** Its id: name and unit. */
  readonly id: Scalars['ID']['output'];
  /** Client id of the app it belongs to. */
  readonly app: Scalars['ID']['output'];
  /** Of which unit. */
  readonly unitCode: Scalars['UnitCode']['output'];
  /** Only of this agency; null for the whole unit. */
  readonly agency?: Maybe<Scalars['ID']['output']>;
  /** Where it is posted. */
  readonly url: Scalars['String']['output'];
  /** Only of these kinds; null for every kind. */
  readonly kinds?: Maybe<ReadonlyArray<NoticeKind>>;
  /** Whether deliveries leave. While the app is disabled or may read no notices, they do not. */
  readonly on: Scalars['Boolean']['output'];
  /** Since when an administrator has it on; null while off. */
  readonly enabledAt?: Maybe<Scalars['DateTime']['output']>;
  /** When its deliveries stopped of themselves, since it was last enabled. */
  readonly stoppedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Why they did. */
  readonly stopReason?: Maybe<WebhookStopReason>;
  /** Which of its secrets is the newest, from 1. */
  readonly version: Scalars['Int']['output'];
  /** The public keys of `v1a` signatures, newest first; two while one is being changed for the other. */
  readonly keys: ReadonlyArray<WebhookKey>;
};

/** Why deliveries to a webhook stopped of themselves. */
export type WebhookStopReason =
  /** Its server said that it is gone (410). */
  | 'GONE'
  /** A delivery was tried for some 75 hours in vain. */
  | 'EXHAUSTED';

/** A public key of `v1a` signatures. */
export type WebhookKey = {
  /** Of which version of the secrets. */
  readonly version: Scalars['Int']['output'];
  /** The Ed25519 key: `whpk_` and its 32 bytes in base64. */
  readonly publicKey: Scalars['String']['output'];
  /** Until when it signs; null for the newest. */
  readonly until?: Maybe<Scalars['DateTime']['output']>;
};

/** A page of webhooks. */
export type WebhookConnection = {
  /** The webhooks. */
  readonly nodes: ReadonlyArray<Webhook>;
  /** Where the page ends. */
  readonly pageInfo: PageInfo;
};

/** A notice on its way to a webhook. */
export type WebhookDelivery = {
  /** `webhook-id` of each of its attempts. */
  readonly id: Scalars['ID']['output'];
  /** Id of the notice; what is sent names it by the SHA-256 of this in base64url. */
  readonly notice: Scalars['ID']['output'];
  /** What it is about. */
  readonly kind: NoticeKind;
  /** The post that was told. */
  readonly post: Scalars['ID']['output'];
  /** Code of the case. */
  readonly caseCode: Scalars['String']['output'];
  /** When it was written. */
  readonly writtenAt: Scalars['DateTime']['output'];
  /** How it stands. */
  readonly state: DeliveryState;
  /** How many attempts were made since its schedule began, by now or the last time. */
  readonly attempts: Scalars['Int']['output'];
  /** What came of the last twenty, oldest first. */
  readonly tries: ReadonlyArray<WebhookAttempt>;
};

/** What came of an attempt. */
export type WebhookAttempt = {
  /** When. */
  readonly at: Scalars['DateTime']['output'];
  /** What came back; null where nothing was sent, because the webhook was off or its schedule was begun anew. */
  readonly answer?: Maybe<WebhookAnswer>;
};

/** A page of deliveries. */
export type WebhookDeliveryConnection = {
  /** The deliveries. */
  readonly nodes: ReadonlyArray<WebhookDelivery>;
  /** Where the page ends. */
  readonly pageInfo: PageInfo;
};

/** What happened to a delivery. */
export type DeliveryOutcome =
  /** Handed to the carrier. */
  | 'SENT'
  /** To be tried again. */
  | 'LATER'
  /** Given up. */
  | 'FAILED'
  /** Needed no longer, or for nobody. */
  | 'VOID'
  /** It came back after it had left. */
  | 'RETURNED'
  /** Its reader complained of it. */
  | 'COMPLAINED'
  /** Kept, because its webhook is off. */
  | 'PARKED'
  /** An administrator had it begun anew. */
  | 'REDRIVEN';

/** What should be done before a delivery is begun anew. */
export type DeliveryRemedy =
  /** Nobody held the post for the whole schedule. Appoint somebody. */
  | 'APPOINT'
  /** The officer has no address. Give one by `setContact`. */
  | 'GIVE_ADDRESS'
  /** The address brings nothing. Give another by `setContact`, or `restoreAddress` if it is mended. */
  | 'CORRECT_ADDRESS'
  /** The service refused the message or could not be reached. Look at its code. */
  | 'ASK_CARRIER';

/** One notice on one way to one post; nothing of the case but its opaque id in that of the notice. */
export type Delivery = {
  /** Id of the notice. */
  readonly notice: Scalars['ID']['output'];
  /** By which way. */
  readonly channel: DeliveryChannel;
  /** To whom: id of the post, or of the webhook. */
  readonly to: Scalars['ID']['output'];
  /** What the notice is about. */
  readonly kind: NoticeKind;
  /** Whether it goes at once and is tried in minutes. */
  readonly emergency: Scalars['Boolean']['output'];
  /** When it became due to be told. */
  readonly about: Scalars['DateTime']['output'];
  /** When it was written. */
  readonly writtenAt: Scalars['DateTime']['output'];
  /** How far it is. */
  readonly state: DeliveryState;
  /** Attempts ever made, also those that are no longer in the ledger. */
  readonly attempts: Scalars['Int']['output'];
  /** What happened to it, oldest first, the last twenty lines. */
  readonly ledger: ReadonlyArray<DeliveryEntry>;
  /** What helps, while it is given up. */
  readonly remedy?: Maybe<DeliveryRemedy>;
};

/** One line of the ledger of a delivery. */
export type DeliveryEntry = {
  /** When. */
  readonly at: Scalars['DateTime']['output'];
  /** What happened. */
  readonly outcome: DeliveryOutcome;
  /** Why, as a stable code of ours or of the service. */
  readonly code?: Maybe<Scalars['String']['output']>;
  /** Version of the words it was written in. */
  readonly words?: Maybe<Scalars['String']['output']>;
  /** What the service calls the message. */
  readonly message?: Maybe<Scalars['String']['output']>;
};

/** A page of deliveries. */
export type DeliveryConnection = {
  /** The deliveries. */
  readonly nodes: ReadonlyArray<Delivery>;
  /** Where the page ends. */
  readonly pageInfo: PageInfo;
};

/** A delivery to begin anew. */
export type RedriveDeliveryInput = {
  /** By which way. */
  readonly channel: DeliveryChannel;
  /** To whom: id of the post, or of the webhook. */
  readonly to: Scalars['ID']['input'];
  /** Id of the notice. */
  readonly notice: Scalars['ID']['input'];
};

/** Deliveries to begin anew. */
export type RedriveDeliveriesInput = {
  /** Only those of this recipient: id of a post; left out, of all. */
  readonly to?: InputMaybe<Scalars['ID']['input']>;
};

/** What was begun anew. */
export type RedrivePayload = {
  /** How many deliveries; null when refused. */
  readonly redriven?: Maybe<Scalars['Int']['output']>;
  /** Whether some are left that were given up; null when refused. */
  readonly more?: Maybe<Scalars['Boolean']['output']>;
  /** Why it was refused; empty when it was done. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** What a table counts. Counts of different units are never added. */
export type CountUnit =
  /** One child in one incident. */
  | 'CHILD_CASE'
  /** Incidents (vụ). */
  | 'INCIDENT'
  /** Children (trẻ em). */
  | 'CHILD'
  /** Alleged perpetrators (đối tượng). */
  | 'PERPETRATOR';

/** How a release is protected. */
export type DisclosureMethod =
  /** Counts of 1 to 7 are hidden, and with each as many others as would give it away. */
  | 'SUPPRESS_1_7';

/** A count, or only the fact that it is hidden. */
export type Count = {
  /** Null when hidden. */
  readonly value?: Maybe<Scalars['Int']['output']>;
  /** Whether it is hidden, for its own sake or for another's. */
  readonly suppressed: Scalars['Boolean']['output'];
};

/** A frozen table of one period. */
export type Release = {
  /** Its id. */
  readonly id: Scalars['ID']['output'];
  /** Id of the definition. */
  readonly table: Scalars['ID']['output'];
  /** What it is called. */
  readonly title: Bilingual;
  /** What exactly is counted. */
  readonly definition: Bilingual;
  /** The unit of count. */
  readonly unit: CountUnit;
  /** The quarter, such as `2026-Q1`. */
  readonly period: Scalars['String']['output'];
  /** Version of the counting method. */
  readonly methodVersion: Scalars['String']['output'];
  /** How it is protected. */
  readonly disclosureMethod: DisclosureMethod;
  /** Whether made-up cases are counted; only ever in a sandbox. */
  readonly includesSynthetic: Scalars['Boolean']['output'];
  /** The categories, in the order of the counts. */
  readonly columns: ReadonlyArray<Scalars['String']['output']>;
  /** One row for each province, in code order. */
  readonly rows: ReadonlyArray<ReleaseRow>;
  /** Total of each category. */
  readonly totals: ReadonlyArray<CategoryCount>;
  /** Total of all. */
  readonly grandTotal: Count;
  /** When it was frozen. */
  readonly createdAt: Scalars['DateTime']['output'];
  /** SHA-256 of the canonical table, in hexadecimal. */
  readonly hash: Scalars['String']['output'];
  /** Signature over the hash, in base64. */
  readonly signature: Scalars['String']['output'];
  /** Id of the key that signed it. */
  readonly keyId: Scalars['String']['output'];
};

/** The counts of one province. */
export type ReleaseRow = {
  /** Code of the province. */
  readonly province: Scalars['UnitCode']['output'];
  /** Its counts. */
  readonly counts: ReadonlyArray<CategoryCount>;
  /** Its total. */
  readonly total: Count;
};

/** The count of one category. */
export type CategoryCount = {
  /** The category. */
  readonly category: Scalars['String']['output'];
  /** The count. */
  readonly count: Count;
};

/** A page of releases. */
export type ReleaseConnection = {
  /** The releases. */
  readonly nodes: ReadonlyArray<Release>;
  /** Where the page ends. */
  readonly pageInfo: PageInfo;
};



export type ResolverTypeWrapper<T> = Promise<T> | T;


export type ResolverWithResolve<TResult, TParent, TContext, TArgs> = {
  resolve: ResolverFn<TResult, TParent, TContext, TArgs>;
};
export type Resolver<TResult, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = ResolverFn<TResult, TParent, TContext, TArgs> | ResolverWithResolve<TResult, TParent, TContext, TArgs>;

export type ResolverFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => Promise<TResult> | TResult;

export type SubscriptionSubscribeFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => AsyncIterable<TResult> | Promise<AsyncIterable<TResult>>;

export type SubscriptionResolveFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

export interface SubscriptionSubscriberObject<TResult, TKey extends string, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<{ [key in TKey]: TResult }, TParent, TContext, TArgs>;
  resolve?: SubscriptionResolveFn<TResult, { [key in TKey]: TResult }, TContext, TArgs>;
}

export interface SubscriptionResolverObject<TResult, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<any, TParent, TContext, TArgs>;
  resolve: SubscriptionResolveFn<TResult, any, TContext, TArgs>;
}

export type SubscriptionObject<TResult, TKey extends string, TParent, TContext, TArgs> =
  | SubscriptionSubscriberObject<TResult, TKey, TParent, TContext, TArgs>
  | SubscriptionResolverObject<TResult, TParent, TContext, TArgs>;

export type SubscriptionResolver<TResult, TKey extends string, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> =
  | ((...args: any[]) => SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>)
  | SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>;

export type TypeResolveFn<TTypes, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (
  parent: TParent,
  context: TContext,
  info: GraphQLResolveInfo
) => Maybe<TTypes> | Promise<Maybe<TTypes>>;

export type IsTypeOfResolverFn<T = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (obj: T, context: TContext, info: GraphQLResolveInfo) => boolean | Promise<boolean>;

export type NextResolverFn<T> = () => Promise<T>;

export type DirectiveResolverFn<TResult = Record<PropertyKey, never>, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = (
  next: NextResolverFn<TResult>,
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;




/** Mapping of interface types */
export type ResolversInterfaceTypes<_RefType extends Record<string, unknown>> = {
  Node:
    | ( UnitModel )
    | ( CaseView )
  ;
};

/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  LocalDate: ResolverTypeWrapper<Scalars['LocalDate']['output']>;
  UnitCode: ResolverTypeWrapper<Scalars['UnitCode']['output']>;
  IdempotencyKey: ResolverTypeWrapper<Scalars['IdempotencyKey']['output']>;
  Vnd: ResolverTypeWrapper<Scalars['Vnd']['output']>;
  Bilingual: ResolverTypeWrapper<Bilingual>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  Node: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['Node']>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  ActorKind: ActorKind;
  Role: Role;
  Viewer: ResolverTypeWrapper<Actor>;
  HeldPost: ResolverTypeWrapper<HeldPostModel>;
  UserError: ResolverTypeWrapper<UserError>;
  RefusalCode: RefusalCode;
  UnitLevel: UnitLevel;
  Unit: ResolverTypeWrapper<UnitModel>;
  UnitConnection: ResolverTypeWrapper<Omit<UnitConnection, 'nodes'> & { nodes: ReadonlyArray<ResolversTypes['Unit']> }>;
  RowStatus: RowStatus;
  RowKind: RowKind;
  CalendarYear: ResolverTypeWrapper<CalendarYear>;
  CalendarRow: ResolverTypeWrapper<CalendarRow>;
  OfficeWeek: ResolverTypeWrapper<OfficeWeek>;
  RuleId: RuleId;
  DeadlineStatus: DeadlineStatus;
  DeadlineMovement: ResolverTypeWrapper<Movement>;
  DeadlineEnd: ResolverTypeWrapper<DeadlineEnd>;
  IntervalReason: IntervalReason;
  Interval: ResolverTypeWrapper<IntervalModel>;
  Procedure: ResolverTypeWrapper<ProcedureModel>;
  Adoption: ResolverTypeWrapper<AdoptionModel>;
  LimitLeg: LimitLeg;
  SpanUnit: SpanUnit;
  TimeLimit: ResolverTypeWrapper<Limit>;
  Act: Act;
  FieldClass: FieldClass;
  NoticeKind: NoticeKind;
  LadderName: LadderName;
  RungKind: RungKind;
  NoticeDuty: ResolverTypeWrapper<NoticeDutyModel>;
  ListKind: ListKind;
  CaseConnection: ResolverTypeWrapper<CasePage>;
  ListedCase: ResolverTypeWrapper<ListedCaseModel>;
  HandoverState: HandoverState;
  Step: Step;
  Case: ResolverTypeWrapper<CaseView>;
  AbuseCategory: AbuseCategory;
  Sex: Sex;
  SubjectGroup: SubjectGroup;
  AgeGroup: AgeGroup;
  Channel: Channel;
  Profile: ResolverTypeWrapper<Profile>;
  Leg: ResolverTypeWrapper<CaseLeg>;
  HandoverOffer: ResolverTypeWrapper<Offer>;
  Identity: ResolverTypeWrapper<Identity>;
  Parent: ResolverTypeWrapper<Parent>;
  Narrative: ResolverTypeWrapper<Narrative>;
  Informant: ResolverTypeWrapper<Informant>;
  Perpetrator: ResolverTypeWrapper<Perpetrator>;
  Level: Level;
  Questionnaire: ResolverTypeWrapper<FilledForm>;
  QuestionnaireItem: ResolverTypeWrapper<QuestionnaireItem>;
  QuestionnaireInput: QuestionnaireInput;
  QuestionnaireItemInput: QuestionnaireItemInput;
  CasePayload: ResolverTypeWrapper<Omit<CasePayload, 'case'> & { case?: Maybe<ResolversTypes['Case']> }>;
  Ability: ResolverTypeWrapper<AbilityModel>;
  Hindrance: Hindrance;
  Basis: Basis;
  LegName: LegName;
  Deadline: ResolverTypeWrapper<OpenDeadline>;
  SpanInput: SpanInput;
  PauseInput: PauseInput;
  DeadlineCalculationPayload: ResolverTypeWrapper<Omit<DeadlineCalculationPayload, 'calculation'> & { calculation?: Maybe<ResolversTypes['DeadlineCalculation']> }>;
  DeadlineCalculation: ResolverTypeWrapper<Calculation>;
  CountedSpan: ResolverTypeWrapper<CountedSpan>;
  LadderRung: ResolverTypeWrapper<ReachedRung>;
  FactType: FactType;
  HistoryConnection: ResolverTypeWrapper<Omit<HistoryConnection, 'nodes'> & { nodes: ReadonlyArray<ResolversTypes['HistoryEntry']> }>;
  HistoryEntry: ResolverTypeWrapper<StoredEvent>;
  HistoryFact: ResolverTypeWrapper<Fact>;
  MoveReason: MoveReason;
  Closing: Closing;
  Form: Form;
  FormNumber: ResolverTypeWrapper<FormNumber>;
  ToldPost: ResolverTypeWrapper<ToldPostModel>;
  AcknowledgeInput: AcknowledgeInput;
  AddNoteInput: AddNoteInput;
  ReportedChildInput: ReportedChildInput;
  ParentInput: ParentInput;
  NarrativeInput: NarrativeInput;
  InformantInput: InformantInput;
  PerpetratorInput: PerpetratorInput;
  ReceiveReportInput: ReceiveReportInput;
  Incident: ResolverTypeWrapper<IncidentOfCase>;
  IncidentReport: ResolverTypeWrapper<ReportOfIncident>;
  CorrectionReason: CorrectionReason;
  AddReportInput: AddReportInput;
  CorrectReceiptInput: CorrectReceiptInput;
  UnfoundedGround: UnfoundedGround;
  ForwardReportInput: ForwardReportInput;
  MarkUnfoundedInput: MarkUnfoundedInput;
  ReferToInvestigationInput: ReferToInvestigationInput;
  EmergencyGround: EmergencyGround;
  Minutes: ResolverTypeWrapper<Minutes>;
  MinutesInput: MinutesInput;
  AssessInitiallyInput: AssessInitiallyInput;
  RaiseEmergencyInput: RaiseEmergencyInput;
  LowerEmergencyInput: LowerEmergencyInput;
  AssessNeedsInput: AssessNeedsInput;
  RecordMeetingInput: RecordMeetingInput;
  EmergencyMeasure: EmergencyMeasure;
  IsolationGround: IsolationGround;
  IsolationOutcome: IsolationOutcome;
  Isolation: ResolverTypeWrapper<Isolation>;
  IsolationOrder: ResolverTypeWrapper<IsolationOrder>;
  IsolationOrderInput: IsolationOrderInput;
  ApplyEmergencyMeasureInput: ApplyEmergencyMeasureInput;
  OrderIsolationInput: OrderIsolationInput;
  ExtendIsolationInput: ExtendIsolationInput;
  EndIsolationInput: EndIsolationInput;
  RequestCourtInput: RequestCourtInput;
  OfferHandoverInput: OfferHandoverInput;
  AcceptHandoverInput: AcceptHandoverInput;
  DeclineHandoverInput: DeclineHandoverInput;
  AssignWorkerInput: AssignWorkerInput;
  AssignCommuneInput: AssignCommuneInput;
  Plan: ResolverTypeWrapper<PlanModel>;
  PlanItem: ResolverTypeWrapper<PlannedItem>;
  PlanForm: ResolverTypeWrapper<PlanForm>;
  PlanWording: ResolverTypeWrapper<PlanWording>;
  PlanItemInput: PlanItemInput;
  Decision: ResolverTypeWrapper<Decision>;
  DecisionInput: DecisionInput;
  SubmitPlanInput: SubmitPlanInput;
  ReturnPlanInput: ReturnPlanInput;
  ApprovePlanInput: ApprovePlanInput;
  SendDecisionInput: SendDecisionInput;
  AdjustPlanInput: AdjustPlanInput;
  StartPlanItemInput: StartPlanItemInput;
  CompletePlanItemInput: CompletePlanItemInput;
  PlanRefuser: PlanRefuser;
  RecordPlanRefusalInput: RecordPlanRefusalInput;
  ReviewOutcome: ReviewOutcome;
  ReviewPlanInput: ReviewPlanInput;
  CloseCaseInput: CloseCaseInput;
  ArchiveCaseInput: ArchiveCaseInput;
  ReopeningGround: ReopeningGround;
  ReopenCaseInput: ReopenCaseInput;
  CareForm: CareForm;
  CareOutcome: CareOutcome;
  FollowUp: FollowUp;
  Care: ResolverTypeWrapper<CareModel>;
  CarePlacement: ResolverTypeWrapper<CarePlacement>;
  CarePlacementInput: CarePlacementInput;
  PlaceInCareInput: PlaceInCareInput;
  RecordFollowUpInput: RecordFollowUpInput;
  EndCareInput: EndCareInput;
  CorrectResidenceInput: CorrectResidenceInput;
  CorrectChildInput: CorrectChildInput;
  ReliefGround: ReliefGround;
  Relief: ResolverTypeWrapper<Relief>;
  Standstill: ResolverTypeWrapper<Standstill>;
  Extension: ResolverTypeWrapper<Extension>;
  ExtendDeadlineInput: ExtendDeadlineInput;
  PauseDeadlineInput: PauseDeadlineInput;
  ResumeDeadlineInput: ResumeDeadlineInput;
  Disclosure: ResolverTypeWrapper<DisclosureOfCase>;
  DisclosureRecipient: DisclosureRecipient;
  DisclosureBasis: DisclosureBasis;
  SecrecyLevel: SecrecyLevel;
  DisclosurePurpose: DisclosurePurpose;
  ConsentGiver: ConsentGiver;
  DisclosureConsentInput: DisclosureConsentInput;
  RecordDisclosureInput: RecordDisclosureInput;
  WithdrawConsentInput: WithdrawConsentInput;
  Asker: Asker;
  Verification: Verification;
  SubjectAnswer: SubjectAnswer;
  WithholdingGround: WithholdingGround;
  SubjectRequest: ResolverTypeWrapper<SubjectRequestOfCase>;
  SubjectExport: ResolverTypeWrapper<CaseGiven>;
  IdentityGiven: ResolverTypeWrapper<IdentityGiven>;
  DisclosureGiven: ResolverTypeWrapper<DisclosureGiven>;
  ToldStep: ResolverTypeWrapper<ToldStep>;
  RecordSubjectRequestInput: RecordSubjectRequestInput;
  AnswerSubjectRequestInput: AnswerSubjectRequestInput;
  ConflictGround: ConflictGround;
  Exclusion: ResolverTypeWrapper<ExclusionOfCase>;
  DeclareConflictInput: DeclareConflictInput;
  LiftConflictInput: LiftConflictInput;
  GlassOutcome: GlassOutcome;
  Glass: ResolverTypeWrapper<GlassOfCase>;
  BreakGlassInput: BreakGlassInput;
  ReviewBreakGlassInput: ReviewBreakGlassInput;
  EmailStatus: EmailStatus;
  Notice: ResolverTypeWrapper<KeptDelivery>;
  EmailHold: ResolverTypeWrapper<EmailHold>;
  EmailHoldReason: EmailHoldReason;
  NoticeConnection: ResolverTypeWrapper<Omit<NoticeConnection, 'nodes'> & { nodes: ReadonlyArray<ResolversTypes['Notice']> }>;
  CreateCalendarFeedInput: CreateCalendarFeedInput;
  CreateCalendarFeedPayload: ResolverTypeWrapper<CreateCalendarFeedPayload>;
  RevokeCalendarFeedInput: RevokeCalendarFeedInput;
  RevokeCalendarFeedPayload: ResolverTypeWrapper<RevokeCalendarFeedPayload>;
  Forecast: ResolverTypeWrapper<Omit<Forecast, 'agencies'> & { agencies: ReadonlyArray<ResolversTypes['AgencyForecast']> }>;
  AgencyForecast: ResolverTypeWrapper<AgencyForecastModel>;
  DayLoad: ResolverTypeWrapper<DayLoad>;
  PolicyDraftInput: PolicyDraftInput;
  LimitDraftInput: LimitDraftInput;
  PolicySimulation: ResolverTypeWrapper<Omit<PolicySimulation, 'nodes' | 'agencies'> & { nodes: ReadonlyArray<ResolversTypes['DeadlineMovement']>, agencies: ReadonlyArray<ResolversTypes['AgencyChange']> }>;
  LimitStanding: ResolverTypeWrapper<LimitStanding>;
  Standing: Standing;
  AgencyChange: ResolverTypeWrapper<AgencyChangeModel>;
  LadderLoad: ResolverTypeWrapper<LadderLoadModel>;
  DraftProblem: ResolverTypeWrapper<DraftProblem>;
  DraftProblemCode: DraftProblemCode;
  CaseAsOf: ResolverTypeWrapper<CaseView>;
  DeadlineAsOf: ResolverTypeWrapper<OpenDeadline>;
  ImportUnitsInput: ImportUnitsInput;
  ImportUnitsPayload: ResolverTypeWrapper<ImportUnitsPayload>;
  AppointOfficerInput: AppointOfficerInput;
  AppointOfficerPayload: ResolverTypeWrapper<Omit<AppointOfficerPayload, 'post'> & { post?: Maybe<ResolversTypes['HeldPost']> }>;
  VacatePostInput: VacatePostInput;
  VacatePostPayload: ResolverTypeWrapper<VacatePostPayload>;
  RegisterAppInput: RegisterAppInput;
  MachineInput: MachineInput;
  RegisterAppPayload: ResolverTypeWrapper<RegisterAppPayload>;
  ChangePayload: ResolverTypeWrapper<ChangePayload>;
  ImportOfficersInput: ImportOfficersInput;
  ImportOfficersPayload: ResolverTypeWrapper<ImportOfficersPayload>;
  RowOutcome: RowOutcome;
  OfficerInput: OfficerInput;
  SetContactInput: SetContactInput;
  LinkSubjectInput: LinkSubjectInput;
  RecordLeaveInput: RecordLeaveInput;
  CancelLeaveInput: CancelLeaveInput;
  PostInput: PostInput;
  DelegatePostInput: DelegatePostInput;
  RevokeDelegationInput: RevokeDelegationInput;
  AppInput: AppInput;
  AddCredentialInput: AddCredentialInput;
  RetireCredentialInput: RetireCredentialInput;
  PostOnFile: ResolverTypeWrapper<PostModel>;
  Leave: ResolverTypeWrapper<Stretch>;
  Delegation: ResolverTypeWrapper<DelegationModel>;
  OfficerOnFile: ResolverTypeWrapper<OfficerOnFileModel>;
  UnreachableAddress: ResolverTypeWrapper<UnreachableAddress>;
  AppOnFile: ResolverTypeWrapper<RegisteredApp>;
  Credential: ResolverTypeWrapper<CredentialOfApp>;
  AppConnection: ResolverTypeWrapper<Omit<AppConnection, 'nodes'> & { nodes: ReadonlyArray<ResolversTypes['AppOnFile']> }>;
  Tenure: ResolverTypeWrapper<TenureModel>;
  TenureConnection: ResolverTypeWrapper<Omit<TenureConnection, 'nodes'> & { nodes: ReadonlyArray<ResolversTypes['Tenure']> }>;
  LogEntry: ResolverTypeWrapper<LogEntryModel>;
  LogConnection: ResolverTypeWrapper<Omit<LogConnection, 'nodes'> & { nodes: ReadonlyArray<ResolversTypes['LogEntry']> }>;
  AccessExplanation: ResolverTypeWrapper<Omit<AccessExplanation, 'posts'> & { posts: ReadonlyArray<ResolversTypes['PostAccess']> }>;
  PostAccess: ResolverTypeWrapper<Omit<PostAccess, 'post'> & { post: ResolversTypes['HeldPost'] }>;
  RelationAccess: ResolverTypeWrapper<RelationAccess>;
  Relation: Relation;
  AccessGap: AccessGap;
  OfficeHoursInput: OfficeHoursInput;
  ImportCalendarInput: ImportCalendarInput;
  PreviewCalendarRevisionInput: PreviewCalendarRevisionInput;
  ImportCalendarPayload: ResolverTypeWrapper<ImportCalendarPayload>;
  CalendarProblem: ResolverTypeWrapper<CalendarProblem>;
  CalendarProblemCode: CalendarProblemCode;
  CalendarPreview: ResolverTypeWrapper<Omit<CalendarPreview, 'nodes'> & { nodes: ReadonlyArray<ResolversTypes['DeadlineMovement']> }>;
  LadderUnit: LadderUnit;
  HoldEffect: HoldEffect;
  ProvincialLadder: ProvincialLadder;
  LadderSpanInput: LadderSpanInput;
  RungInput: RungInput;
  Float: ResolverTypeWrapper<Scalars['Float']['output']>;
  HoldInput: HoldInput;
  LadderInput: LadderInput;
  ImportLadderInput: ImportLadderInput;
  ImportLadderPayload: ResolverTypeWrapper<Omit<ImportLadderPayload, 'policy'> & { policy?: Maybe<ResolversTypes['LadderPolicy']> }>;
  LadderProblem: ResolverTypeWrapper<LadderProblem>;
  LadderProblemCode: LadderProblemCode;
  LadderBook: ResolverTypeWrapper<Omit<LadderBook, 'revisions'> & { revisions: ReadonlyArray<ResolversTypes['LadderPolicy']> }>;
  LadderPolicy: ResolverTypeWrapper<LadderPolicyModel>;
  Ladder: ResolverTypeWrapper<Ladder>;
  Rung: ResolverTypeWrapper<Rung>;
  Hold: ResolverTypeWrapper<Hold>;
  LadderSpan: ResolverTypeWrapper<LadderSpan>;
  NoticeExplanationPayload: ResolverTypeWrapper<Omit<NoticeExplanationPayload, 'explanation'> & { explanation?: Maybe<ResolversTypes['NoticeExplanation']> }>;
  NoticeExplanation: ResolverTypeWrapper<Omit<NoticeExplanation, 'climb'> & { climb?: Maybe<ResolversTypes['ClimbExplanation']> }>;
  EmptySeat: ResolverTypeWrapper<EmptySeat>;
  SeatGap: SeatGap;
  ClimbExplanation: ResolverTypeWrapper<Omit<ClimbExplanation, 'ladders' | 'counted'> & { ladders: ResolversTypes['LadderPolicy'], counted: ReadonlyArray<ResolversTypes['Interval']> }>;
  HoldExplanation: ResolverTypeWrapper<HoldExplanation>;
  MigrateProcedureInput: MigrateProcedureInput;
  MigrateProcedurePayload: ResolverTypeWrapper<MigrateProcedurePayload>;
  ProcedureMigrationPreview: ResolverTypeWrapper<Omit<ProcedureMigrationPreview, 'nodes'> & { nodes: ReadonlyArray<ResolversTypes['MigratedDeadline']> }>;
  MigratedDeadline: ResolverTypeWrapper<Change>;
  CaseVerification: ResolverTypeWrapper<CaseVerdict>;
  VerificationFault: VerificationFault;
  Access: ResolverTypeWrapper<AccessModel>;
  AccessConnection: ResolverTypeWrapper<Omit<AccessConnection, 'nodes'> & { nodes: ReadonlyArray<ResolversTypes['Access']> }>;
  HeadDigest: ResolverTypeWrapper<HeadDigestModel>;
  HeadDigestConnection: ResolverTypeWrapper<Omit<HeadDigestConnection, 'nodes'> & { nodes: ReadonlyArray<ResolversTypes['HeadDigest']> }>;
  NoticeProof: ResolverTypeWrapper<NoticeProofModel>;
  ProvenNotice: ResolverTypeWrapper<ProvenNoticeModel>;
  NoticeWay: ResolverTypeWrapper<KeptWay>;
  DeliveryChannel: DeliveryChannel;
  DeliveryState: DeliveryState;
  NoticeVerdict: NoticeVerdict;
  VoidReason: VoidReason;
  ProvenDuty: ResolverTypeWrapper<ProvenDutyModel>;
  LadderVerdict: LadderVerdict;
  ErasureGround: ErasureGround;
  OrderErasureInput: OrderErasureInput;
  SignErasureInput: SignErasureInput;
  ErasureOrderStatus: ErasureOrderStatus;
  ErasureOrder: ResolverTypeWrapper<OrderWithCases>;
  OrderedCase: ResolverTypeWrapper<CaseModel>;
  ErasurePayload: ResolverTypeWrapper<Omit<ErasurePayload, 'order'> & { order?: Maybe<ResolversTypes['ErasureOrder']> }>;
  ErasureOrderConnection: ResolverTypeWrapper<Omit<ErasureOrderConnection, 'nodes'> & { nodes: ReadonlyArray<ResolversTypes['ErasureOrder']> }>;
  ErasureCandidate: ResolverTypeWrapper<Candidate>;
  ErasureCandidateConnection: ResolverTypeWrapper<Omit<ErasureCandidateConnection, 'nodes'> & { nodes: ReadonlyArray<ResolversTypes['ErasureCandidate']> }>;
  AnomalyKind: AnomalyKind;
  Anomaly: ResolverTypeWrapper<Anomaly>;
  AnomalyConnection: ResolverTypeWrapper<AnomalyConnection>;
  RegisterWebhookInput: RegisterWebhookInput;
  RegisterWebhookPayload: ResolverTypeWrapper<RegisterWebhookPayload>;
  WebhookInput: WebhookInput;
  RotateWebhookInput: RotateWebhookInput;
  RotateWebhookPayload: ResolverTypeWrapper<RotateWebhookPayload>;
  EnableWebhookPayload: ResolverTypeWrapper<EnableWebhookPayload>;
  TestWebhookPayload: ResolverTypeWrapper<TestWebhookPayload>;
  WebhookAnswer: ResolverTypeWrapper<WebhookAnswer>;
  WebhookAnswerCode: WebhookAnswerCode;
  ReplayWebhookInput: ReplayWebhookInput;
  ReplayWebhookPayload: ResolverTypeWrapper<ReplayWebhookPayload>;
  ReplayWebhooksInput: ReplayWebhooksInput;
  ReplayWebhooksPayload: ResolverTypeWrapper<ReplayWebhooksPayload>;
  Webhook: ResolverTypeWrapper<WebhookStanding>;
  WebhookStopReason: WebhookStopReason;
  WebhookKey: ResolverTypeWrapper<WebhookKey>;
  WebhookConnection: ResolverTypeWrapper<Omit<WebhookConnection, 'nodes'> & { nodes: ReadonlyArray<ResolversTypes['Webhook']> }>;
  WebhookDelivery: ResolverTypeWrapper<KeptDelivery>;
  WebhookAttempt: ResolverTypeWrapper<Entry>;
  WebhookDeliveryConnection: ResolverTypeWrapper<Omit<WebhookDeliveryConnection, 'nodes'> & { nodes: ReadonlyArray<ResolversTypes['WebhookDelivery']> }>;
  DeliveryOutcome: DeliveryOutcome;
  DeliveryRemedy: DeliveryRemedy;
  Delivery: ResolverTypeWrapper<KeptDeliveryModel>;
  DeliveryEntry: ResolverTypeWrapper<Entry>;
  DeliveryConnection: ResolverTypeWrapper<Omit<DeliveryConnection, 'nodes'> & { nodes: ReadonlyArray<ResolversTypes['Delivery']> }>;
  RedriveDeliveryInput: RedriveDeliveryInput;
  RedriveDeliveriesInput: RedriveDeliveriesInput;
  RedrivePayload: ResolverTypeWrapper<RedrivePayload>;
  CountUnit: CountUnit;
  DisclosureMethod: DisclosureMethod;
  Count: ResolverTypeWrapper<PublicCount>;
  Release: ResolverTypeWrapper<ReleaseModel>;
  ReleaseRow: ResolverTypeWrapper<Omit<ReleaseRow, 'counts' | 'total'> & { counts: ReadonlyArray<ResolversTypes['CategoryCount']>, total: ResolversTypes['Count'] }>;
  CategoryCount: ResolverTypeWrapper<Omit<CategoryCount, 'count'> & { count: ResolversTypes['Count'] }>;
  ReleaseConnection: ResolverTypeWrapper<Omit<ReleaseConnection, 'nodes'> & { nodes: ReadonlyArray<ResolversTypes['Release']> }>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  DateTime: Scalars['DateTime']['output'];
  LocalDate: Scalars['LocalDate']['output'];
  UnitCode: Scalars['UnitCode']['output'];
  IdempotencyKey: Scalars['IdempotencyKey']['output'];
  Vnd: Scalars['Vnd']['output'];
  Bilingual: Bilingual;
  String: Scalars['String']['output'];
  PageInfo: PageInfo;
  Boolean: Scalars['Boolean']['output'];
  Node: ResolversInterfaceTypes<ResolversParentTypes>['Node'];
  ID: Scalars['ID']['output'];
  Query: Record<PropertyKey, never>;
  Int: Scalars['Int']['output'];
  Mutation: Record<PropertyKey, never>;
  Viewer: Actor;
  HeldPost: HeldPostModel;
  UserError: UserError;
  Unit: UnitModel;
  UnitConnection: Omit<UnitConnection, 'nodes'> & { nodes: ReadonlyArray<ResolversParentTypes['Unit']> };
  CalendarYear: CalendarYear;
  CalendarRow: CalendarRow;
  OfficeWeek: OfficeWeek;
  DeadlineMovement: Movement;
  DeadlineEnd: DeadlineEnd;
  Interval: IntervalModel;
  Procedure: ProcedureModel;
  Adoption: AdoptionModel;
  TimeLimit: Limit;
  NoticeDuty: NoticeDutyModel;
  CaseConnection: CasePage;
  ListedCase: ListedCaseModel;
  Case: CaseView;
  Profile: Profile;
  Leg: CaseLeg;
  HandoverOffer: Offer;
  Identity: Identity;
  Parent: Parent;
  Narrative: Narrative;
  Informant: Informant;
  Perpetrator: Perpetrator;
  Questionnaire: FilledForm;
  QuestionnaireItem: QuestionnaireItem;
  QuestionnaireInput: QuestionnaireInput;
  QuestionnaireItemInput: QuestionnaireItemInput;
  CasePayload: Omit<CasePayload, 'case'> & { case?: Maybe<ResolversParentTypes['Case']> };
  Ability: AbilityModel;
  Deadline: OpenDeadline;
  SpanInput: SpanInput;
  PauseInput: PauseInput;
  DeadlineCalculationPayload: Omit<DeadlineCalculationPayload, 'calculation'> & { calculation?: Maybe<ResolversParentTypes['DeadlineCalculation']> };
  DeadlineCalculation: Calculation;
  CountedSpan: CountedSpan;
  LadderRung: ReachedRung;
  HistoryConnection: Omit<HistoryConnection, 'nodes'> & { nodes: ReadonlyArray<ResolversParentTypes['HistoryEntry']> };
  HistoryEntry: StoredEvent;
  HistoryFact: Fact;
  FormNumber: FormNumber;
  ToldPost: ToldPostModel;
  AcknowledgeInput: AcknowledgeInput;
  AddNoteInput: AddNoteInput;
  ReportedChildInput: ReportedChildInput;
  ParentInput: ParentInput;
  NarrativeInput: NarrativeInput;
  InformantInput: InformantInput;
  PerpetratorInput: PerpetratorInput;
  ReceiveReportInput: ReceiveReportInput;
  Incident: IncidentOfCase;
  IncidentReport: ReportOfIncident;
  AddReportInput: AddReportInput;
  CorrectReceiptInput: CorrectReceiptInput;
  ForwardReportInput: ForwardReportInput;
  MarkUnfoundedInput: MarkUnfoundedInput;
  ReferToInvestigationInput: ReferToInvestigationInput;
  Minutes: Minutes;
  MinutesInput: MinutesInput;
  AssessInitiallyInput: AssessInitiallyInput;
  RaiseEmergencyInput: RaiseEmergencyInput;
  LowerEmergencyInput: LowerEmergencyInput;
  AssessNeedsInput: AssessNeedsInput;
  RecordMeetingInput: RecordMeetingInput;
  Isolation: Isolation;
  IsolationOrder: IsolationOrder;
  IsolationOrderInput: IsolationOrderInput;
  ApplyEmergencyMeasureInput: ApplyEmergencyMeasureInput;
  OrderIsolationInput: OrderIsolationInput;
  ExtendIsolationInput: ExtendIsolationInput;
  EndIsolationInput: EndIsolationInput;
  RequestCourtInput: RequestCourtInput;
  OfferHandoverInput: OfferHandoverInput;
  AcceptHandoverInput: AcceptHandoverInput;
  DeclineHandoverInput: DeclineHandoverInput;
  AssignWorkerInput: AssignWorkerInput;
  AssignCommuneInput: AssignCommuneInput;
  Plan: PlanModel;
  PlanItem: PlannedItem;
  PlanForm: PlanForm;
  PlanWording: PlanWording;
  PlanItemInput: PlanItemInput;
  Decision: Decision;
  DecisionInput: DecisionInput;
  SubmitPlanInput: SubmitPlanInput;
  ReturnPlanInput: ReturnPlanInput;
  ApprovePlanInput: ApprovePlanInput;
  SendDecisionInput: SendDecisionInput;
  AdjustPlanInput: AdjustPlanInput;
  StartPlanItemInput: StartPlanItemInput;
  CompletePlanItemInput: CompletePlanItemInput;
  RecordPlanRefusalInput: RecordPlanRefusalInput;
  ReviewPlanInput: ReviewPlanInput;
  CloseCaseInput: CloseCaseInput;
  ArchiveCaseInput: ArchiveCaseInput;
  ReopenCaseInput: ReopenCaseInput;
  Care: CareModel;
  CarePlacement: CarePlacement;
  CarePlacementInput: CarePlacementInput;
  PlaceInCareInput: PlaceInCareInput;
  RecordFollowUpInput: RecordFollowUpInput;
  EndCareInput: EndCareInput;
  CorrectResidenceInput: CorrectResidenceInput;
  CorrectChildInput: CorrectChildInput;
  Relief: Relief;
  Standstill: Standstill;
  Extension: Extension;
  ExtendDeadlineInput: ExtendDeadlineInput;
  PauseDeadlineInput: PauseDeadlineInput;
  ResumeDeadlineInput: ResumeDeadlineInput;
  Disclosure: DisclosureOfCase;
  DisclosureConsentInput: DisclosureConsentInput;
  RecordDisclosureInput: RecordDisclosureInput;
  WithdrawConsentInput: WithdrawConsentInput;
  SubjectRequest: SubjectRequestOfCase;
  SubjectExport: CaseGiven;
  IdentityGiven: IdentityGiven;
  DisclosureGiven: DisclosureGiven;
  ToldStep: ToldStep;
  RecordSubjectRequestInput: RecordSubjectRequestInput;
  AnswerSubjectRequestInput: AnswerSubjectRequestInput;
  Exclusion: ExclusionOfCase;
  DeclareConflictInput: DeclareConflictInput;
  LiftConflictInput: LiftConflictInput;
  Glass: GlassOfCase;
  BreakGlassInput: BreakGlassInput;
  ReviewBreakGlassInput: ReviewBreakGlassInput;
  Notice: KeptDelivery;
  EmailHold: EmailHold;
  NoticeConnection: Omit<NoticeConnection, 'nodes'> & { nodes: ReadonlyArray<ResolversParentTypes['Notice']> };
  CreateCalendarFeedInput: CreateCalendarFeedInput;
  CreateCalendarFeedPayload: CreateCalendarFeedPayload;
  RevokeCalendarFeedInput: RevokeCalendarFeedInput;
  RevokeCalendarFeedPayload: RevokeCalendarFeedPayload;
  Forecast: Omit<Forecast, 'agencies'> & { agencies: ReadonlyArray<ResolversParentTypes['AgencyForecast']> };
  AgencyForecast: AgencyForecastModel;
  DayLoad: DayLoad;
  PolicyDraftInput: PolicyDraftInput;
  LimitDraftInput: LimitDraftInput;
  PolicySimulation: Omit<PolicySimulation, 'nodes' | 'agencies'> & { nodes: ReadonlyArray<ResolversParentTypes['DeadlineMovement']>, agencies: ReadonlyArray<ResolversParentTypes['AgencyChange']> };
  LimitStanding: LimitStanding;
  AgencyChange: AgencyChangeModel;
  LadderLoad: LadderLoadModel;
  DraftProblem: DraftProblem;
  CaseAsOf: CaseView;
  DeadlineAsOf: OpenDeadline;
  ImportUnitsInput: ImportUnitsInput;
  ImportUnitsPayload: ImportUnitsPayload;
  AppointOfficerInput: AppointOfficerInput;
  AppointOfficerPayload: Omit<AppointOfficerPayload, 'post'> & { post?: Maybe<ResolversParentTypes['HeldPost']> };
  VacatePostInput: VacatePostInput;
  VacatePostPayload: VacatePostPayload;
  RegisterAppInput: RegisterAppInput;
  MachineInput: MachineInput;
  RegisterAppPayload: RegisterAppPayload;
  ChangePayload: ChangePayload;
  ImportOfficersInput: ImportOfficersInput;
  ImportOfficersPayload: ImportOfficersPayload;
  OfficerInput: OfficerInput;
  SetContactInput: SetContactInput;
  LinkSubjectInput: LinkSubjectInput;
  RecordLeaveInput: RecordLeaveInput;
  CancelLeaveInput: CancelLeaveInput;
  PostInput: PostInput;
  DelegatePostInput: DelegatePostInput;
  RevokeDelegationInput: RevokeDelegationInput;
  AppInput: AppInput;
  AddCredentialInput: AddCredentialInput;
  RetireCredentialInput: RetireCredentialInput;
  PostOnFile: PostModel;
  Leave: Stretch;
  Delegation: DelegationModel;
  OfficerOnFile: OfficerOnFileModel;
  UnreachableAddress: UnreachableAddress;
  AppOnFile: RegisteredApp;
  Credential: CredentialOfApp;
  AppConnection: Omit<AppConnection, 'nodes'> & { nodes: ReadonlyArray<ResolversParentTypes['AppOnFile']> };
  Tenure: TenureModel;
  TenureConnection: Omit<TenureConnection, 'nodes'> & { nodes: ReadonlyArray<ResolversParentTypes['Tenure']> };
  LogEntry: LogEntryModel;
  LogConnection: Omit<LogConnection, 'nodes'> & { nodes: ReadonlyArray<ResolversParentTypes['LogEntry']> };
  AccessExplanation: Omit<AccessExplanation, 'posts'> & { posts: ReadonlyArray<ResolversParentTypes['PostAccess']> };
  PostAccess: Omit<PostAccess, 'post'> & { post: ResolversParentTypes['HeldPost'] };
  RelationAccess: RelationAccess;
  OfficeHoursInput: OfficeHoursInput;
  ImportCalendarInput: ImportCalendarInput;
  PreviewCalendarRevisionInput: PreviewCalendarRevisionInput;
  ImportCalendarPayload: ImportCalendarPayload;
  CalendarProblem: CalendarProblem;
  CalendarPreview: Omit<CalendarPreview, 'nodes'> & { nodes: ReadonlyArray<ResolversParentTypes['DeadlineMovement']> };
  LadderSpanInput: LadderSpanInput;
  RungInput: RungInput;
  Float: Scalars['Float']['output'];
  HoldInput: HoldInput;
  LadderInput: LadderInput;
  ImportLadderInput: ImportLadderInput;
  ImportLadderPayload: Omit<ImportLadderPayload, 'policy'> & { policy?: Maybe<ResolversParentTypes['LadderPolicy']> };
  LadderProblem: LadderProblem;
  LadderBook: Omit<LadderBook, 'revisions'> & { revisions: ReadonlyArray<ResolversParentTypes['LadderPolicy']> };
  LadderPolicy: LadderPolicyModel;
  Ladder: Ladder;
  Rung: Rung;
  Hold: Hold;
  LadderSpan: LadderSpan;
  NoticeExplanationPayload: Omit<NoticeExplanationPayload, 'explanation'> & { explanation?: Maybe<ResolversParentTypes['NoticeExplanation']> };
  NoticeExplanation: Omit<NoticeExplanation, 'climb'> & { climb?: Maybe<ResolversParentTypes['ClimbExplanation']> };
  EmptySeat: EmptySeat;
  ClimbExplanation: Omit<ClimbExplanation, 'ladders' | 'counted'> & { ladders: ResolversParentTypes['LadderPolicy'], counted: ReadonlyArray<ResolversParentTypes['Interval']> };
  HoldExplanation: HoldExplanation;
  MigrateProcedureInput: MigrateProcedureInput;
  MigrateProcedurePayload: MigrateProcedurePayload;
  ProcedureMigrationPreview: Omit<ProcedureMigrationPreview, 'nodes'> & { nodes: ReadonlyArray<ResolversParentTypes['MigratedDeadline']> };
  MigratedDeadline: Change;
  CaseVerification: CaseVerdict;
  Access: AccessModel;
  AccessConnection: Omit<AccessConnection, 'nodes'> & { nodes: ReadonlyArray<ResolversParentTypes['Access']> };
  HeadDigest: HeadDigestModel;
  HeadDigestConnection: Omit<HeadDigestConnection, 'nodes'> & { nodes: ReadonlyArray<ResolversParentTypes['HeadDigest']> };
  NoticeProof: NoticeProofModel;
  ProvenNotice: ProvenNoticeModel;
  NoticeWay: KeptWay;
  ProvenDuty: ProvenDutyModel;
  OrderErasureInput: OrderErasureInput;
  SignErasureInput: SignErasureInput;
  ErasureOrder: OrderWithCases;
  OrderedCase: CaseModel;
  ErasurePayload: Omit<ErasurePayload, 'order'> & { order?: Maybe<ResolversParentTypes['ErasureOrder']> };
  ErasureOrderConnection: Omit<ErasureOrderConnection, 'nodes'> & { nodes: ReadonlyArray<ResolversParentTypes['ErasureOrder']> };
  ErasureCandidate: Candidate;
  ErasureCandidateConnection: Omit<ErasureCandidateConnection, 'nodes'> & { nodes: ReadonlyArray<ResolversParentTypes['ErasureCandidate']> };
  Anomaly: Anomaly;
  AnomalyConnection: AnomalyConnection;
  RegisterWebhookInput: RegisterWebhookInput;
  RegisterWebhookPayload: RegisterWebhookPayload;
  WebhookInput: WebhookInput;
  RotateWebhookInput: RotateWebhookInput;
  RotateWebhookPayload: RotateWebhookPayload;
  EnableWebhookPayload: EnableWebhookPayload;
  TestWebhookPayload: TestWebhookPayload;
  WebhookAnswer: WebhookAnswer;
  ReplayWebhookInput: ReplayWebhookInput;
  ReplayWebhookPayload: ReplayWebhookPayload;
  ReplayWebhooksInput: ReplayWebhooksInput;
  ReplayWebhooksPayload: ReplayWebhooksPayload;
  Webhook: WebhookStanding;
  WebhookKey: WebhookKey;
  WebhookConnection: Omit<WebhookConnection, 'nodes'> & { nodes: ReadonlyArray<ResolversParentTypes['Webhook']> };
  WebhookDelivery: KeptDelivery;
  WebhookAttempt: Entry;
  WebhookDeliveryConnection: Omit<WebhookDeliveryConnection, 'nodes'> & { nodes: ReadonlyArray<ResolversParentTypes['WebhookDelivery']> };
  Delivery: KeptDeliveryModel;
  DeliveryEntry: Entry;
  DeliveryConnection: Omit<DeliveryConnection, 'nodes'> & { nodes: ReadonlyArray<ResolversParentTypes['Delivery']> };
  RedriveDeliveryInput: RedriveDeliveryInput;
  RedriveDeliveriesInput: RedriveDeliveriesInput;
  RedrivePayload: RedrivePayload;
  Count: PublicCount;
  Release: ReleaseModel;
  ReleaseRow: Omit<ReleaseRow, 'counts' | 'total'> & { counts: ReadonlyArray<ResolversParentTypes['CategoryCount']>, total: ResolversParentTypes['Count'] };
  CategoryCount: Omit<CategoryCount, 'count'> & { count: ResolversParentTypes['Count'] };
  ReleaseConnection: Omit<ReleaseConnection, 'nodes'> & { nodes: ReadonlyArray<ResolversParentTypes['Release']> };
};

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export interface LocalDateScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['LocalDate'], any> {
  name: 'LocalDate';
}

export interface UnitCodeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['UnitCode'], any> {
  name: 'UnitCode';
}

export interface IdempotencyKeyScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['IdempotencyKey'], any> {
  name: 'IdempotencyKey';
}

export interface VndScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Vnd'], any> {
  name: 'Vnd';
}

export type BilingualResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Bilingual'] = ResolversParentTypes['Bilingual']> = {
  vi?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  en?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type PageInfoResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type NodeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Node'] = ResolversParentTypes['Node']> = {
  __resolveType: TypeResolveFn<'Unit' | 'Case', ParentType, ContextType>;
};

export type QueryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  serverTime?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  viewer?: Resolver<ResolversTypes['Viewer'], ParentType, ContextType>;
  unit?: Resolver<Maybe<ResolversTypes['Unit']>, ParentType, ContextType, RequireFields<QueryUnitArgs, 'code'>>;
  units?: Resolver<ResolversTypes['UnitConnection'], ParentType, ContextType, RequireFields<QueryUnitsArgs, 'parent' | 'first'>>;
  calendar?: Resolver<ResolversTypes['CalendarYear'], ParentType, ContextType, RequireFields<QueryCalendarArgs, 'year'>>;
  procedures?: Resolver<ReadonlyArray<ResolversTypes['Procedure']>, ParentType, ContextType>;
  node?: Resolver<Maybe<ResolversTypes['Node']>, ParentType, ContextType, RequireFields<QueryNodeArgs, 'id'>>;
  case?: Resolver<Maybe<ResolversTypes['Case']>, ParentType, ContextType, RequireFields<QueryCaseArgs, 'id'>>;
  cases?: Resolver<ResolversTypes['CaseConnection'], ParentType, ContextType, RequireFields<QueryCasesArgs, 'unit' | 'list' | 'first'>>;
  deadlineCalculation?: Resolver<ResolversTypes['DeadlineCalculationPayload'], ParentType, ContextType, RequireFields<QueryDeadlineCalculationArgs, 'from' | 'pauses'>>;
  subjectExport?: Resolver<Maybe<ResolversTypes['SubjectExport']>, ParentType, ContextType, RequireFields<QuerySubjectExportArgs, 'caseId' | 'request'>>;
  inbox?: Resolver<ResolversTypes['NoticeConnection'], ParentType, ContextType, RequireFields<QueryInboxArgs, 'post' | 'first'>>;
  forecast?: Resolver<ResolversTypes['Forecast'], ParentType, ContextType, RequireFields<QueryForecastArgs, 'unit' | 'days' | 'first'>>;
  simulatePolicy?: Resolver<ResolversTypes['PolicySimulation'], ParentType, ContextType, RequireFields<QuerySimulatePolicyArgs, 'draft' | 'unit' | 'first'>>;
  caseAsOf?: Resolver<Maybe<ResolversTypes['CaseAsOf']>, ParentType, ContextType, RequireFields<QueryCaseAsOfArgs, 'id' | 'at'>>;
  unitPosts?: Resolver<ReadonlyArray<ResolversTypes['PostOnFile']>, ParentType, ContextType, RequireFields<QueryUnitPostsArgs, 'unit'>>;
  officer?: Resolver<Maybe<ResolversTypes['OfficerOnFile']>, ParentType, ContextType, RequireFields<QueryOfficerArgs, 'id'>>;
  apps?: Resolver<ResolversTypes['AppConnection'], ParentType, ContextType, RequireFields<QueryAppsArgs, 'first'>>;
  tenures?: Resolver<ResolversTypes['TenureConnection'], ParentType, ContextType, RequireFields<QueryTenuresArgs, 'post' | 'first'>>;
  administrationLog?: Resolver<ResolversTypes['LogConnection'], ParentType, ContextType, RequireFields<QueryAdministrationLogArgs, 'from' | 'first'>>;
  explainAccess?: Resolver<ResolversTypes['AccessExplanation'], ParentType, ContextType, RequireFields<QueryExplainAccessArgs, 'officer' | 'caseId'>>;
  previewCalendarRevision?: Resolver<ResolversTypes['CalendarPreview'], ParentType, ContextType, RequireFields<QueryPreviewCalendarRevisionArgs, 'input' | 'unit' | 'first'>>;
  ladders?: Resolver<ResolversTypes['LadderBook'], ParentType, ContextType, RequireFields<QueryLaddersArgs, 'province'>>;
  explainNotice?: Resolver<ResolversTypes['NoticeExplanationPayload'], ParentType, ContextType, RequireFields<QueryExplainNoticeArgs, 'id'>>;
  previewProcedureMigration?: Resolver<ResolversTypes['ProcedureMigrationPreview'], ParentType, ContextType, RequireFields<QueryPreviewProcedureMigrationArgs, 'unit' | 'from' | 'to' | 'first'>>;
  verifyCase?: Resolver<Maybe<ResolversTypes['CaseVerification']>, ParentType, ContextType, RequireFields<QueryVerifyCaseArgs, 'caseId'>>;
  accessLog?: Resolver<Maybe<ResolversTypes['AccessConnection']>, ParentType, ContextType, RequireFields<QueryAccessLogArgs, 'caseId' | 'first'>>;
  headDigests?: Resolver<ResolversTypes['HeadDigestConnection'], ParentType, ContextType, RequireFields<QueryHeadDigestsArgs, 'first'>>;
  signingKey?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  noticeProof?: Resolver<Maybe<ResolversTypes['NoticeProof']>, ParentType, ContextType, RequireFields<QueryNoticeProofArgs, 'caseId'>>;
  erasureOrders?: Resolver<ResolversTypes['ErasureOrderConnection'], ParentType, ContextType, RequireFields<QueryErasureOrdersArgs, 'first'>>;
  erasureCandidates?: Resolver<ResolversTypes['ErasureCandidateConnection'], ParentType, ContextType, RequireFields<QueryErasureCandidatesArgs, 'unit' | 'first'>>;
  anomalies?: Resolver<ResolversTypes['AnomalyConnection'], ParentType, ContextType, RequireFields<QueryAnomaliesArgs, 'month' | 'first'>>;
  webhooks?: Resolver<ResolversTypes['WebhookConnection'], ParentType, ContextType, RequireFields<QueryWebhooksArgs, 'app' | 'first'>>;
  webhook?: Resolver<Maybe<ResolversTypes['Webhook']>, ParentType, ContextType, RequireFields<QueryWebhookArgs, 'id'>>;
  webhookDeliveries?: Resolver<ResolversTypes['WebhookDeliveryConnection'], ParentType, ContextType, RequireFields<QueryWebhookDeliveriesArgs, 'webhook' | 'first'>>;
  deliveries?: Resolver<ResolversTypes['DeliveryConnection'], ParentType, ContextType, RequireFields<QueryDeliveriesArgs, 'unit' | 'post' | 'channel' | 'first'>>;
  noticeDeliveries?: Resolver<ReadonlyArray<ResolversTypes['Delivery']>, ParentType, ContextType, RequireFields<QueryNoticeDeliveriesArgs, 'unit' | 'post' | 'notice'>>;
  deadLetters?: Resolver<ResolversTypes['DeliveryConnection'], ParentType, ContextType, RequireFields<QueryDeadLettersArgs, 'first'>>;
  releases?: Resolver<ResolversTypes['ReleaseConnection'], ParentType, ContextType, RequireFields<QueryReleasesArgs, 'first'>>;
  release?: Resolver<Maybe<ResolversTypes['Release']>, ParentType, ContextType, RequireFields<QueryReleaseArgs, 'id'>>;
};

export type MutationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  acknowledge?: Resolver<ResolversTypes['CasePayload'], ParentType, ContextType, RequireFields<MutationAcknowledgeArgs, 'input'>>;
  addNote?: Resolver<ResolversTypes['CasePayload'], ParentType, ContextType, RequireFields<MutationAddNoteArgs, 'input'>>;
  receiveReport?: Resolver<ResolversTypes['CasePayload'], ParentType, ContextType, RequireFields<MutationReceiveReportArgs, 'input'>>;
  addReport?: Resolver<ResolversTypes['CasePayload'], ParentType, ContextType, RequireFields<MutationAddReportArgs, 'input'>>;
  correctReceipt?: Resolver<ResolversTypes['CasePayload'], ParentType, ContextType, RequireFields<MutationCorrectReceiptArgs, 'input'>>;
  forwardReport?: Resolver<ResolversTypes['CasePayload'], ParentType, ContextType, RequireFields<MutationForwardReportArgs, 'input'>>;
  markUnfounded?: Resolver<ResolversTypes['CasePayload'], ParentType, ContextType, RequireFields<MutationMarkUnfoundedArgs, 'input'>>;
  referToInvestigation?: Resolver<ResolversTypes['CasePayload'], ParentType, ContextType, RequireFields<MutationReferToInvestigationArgs, 'input'>>;
  assessInitially?: Resolver<ResolversTypes['CasePayload'], ParentType, ContextType, RequireFields<MutationAssessInitiallyArgs, 'input'>>;
  raiseEmergency?: Resolver<ResolversTypes['CasePayload'], ParentType, ContextType, RequireFields<MutationRaiseEmergencyArgs, 'input'>>;
  lowerEmergency?: Resolver<ResolversTypes['CasePayload'], ParentType, ContextType, RequireFields<MutationLowerEmergencyArgs, 'input'>>;
  assessNeeds?: Resolver<ResolversTypes['CasePayload'], ParentType, ContextType, RequireFields<MutationAssessNeedsArgs, 'input'>>;
  recordMeeting?: Resolver<ResolversTypes['CasePayload'], ParentType, ContextType, RequireFields<MutationRecordMeetingArgs, 'input'>>;
  applyEmergencyMeasure?: Resolver<ResolversTypes['CasePayload'], ParentType, ContextType, RequireFields<MutationApplyEmergencyMeasureArgs, 'input'>>;
  orderIsolation?: Resolver<ResolversTypes['CasePayload'], ParentType, ContextType, RequireFields<MutationOrderIsolationArgs, 'input'>>;
  extendIsolation?: Resolver<ResolversTypes['CasePayload'], ParentType, ContextType, RequireFields<MutationExtendIsolationArgs, 'input'>>;
  endIsolation?: Resolver<ResolversTypes['CasePayload'], ParentType, ContextType, RequireFields<MutationEndIsolationArgs, 'input'>>;
  requestCourt?: Resolver<ResolversTypes['CasePayload'], ParentType, ContextType, RequireFields<MutationRequestCourtArgs, 'input'>>;
  offerHandover?: Resolver<ResolversTypes['CasePayload'], ParentType, ContextType, RequireFields<MutationOfferHandoverArgs, 'input'>>;
  acceptHandover?: Resolver<ResolversTypes['CasePayload'], ParentType, ContextType, RequireFields<MutationAcceptHandoverArgs, 'input'>>;
  declineHandover?: Resolver<ResolversTypes['CasePayload'], ParentType, ContextType, RequireFields<MutationDeclineHandoverArgs, 'input'>>;
  assignWorker?: Resolver<ResolversTypes['CasePayload'], ParentType, ContextType, RequireFields<MutationAssignWorkerArgs, 'input'>>;
  assignCommune?: Resolver<ResolversTypes['CasePayload'], ParentType, ContextType, RequireFields<MutationAssignCommuneArgs, 'input'>>;
  submitPlan?: Resolver<ResolversTypes['CasePayload'], ParentType, ContextType, RequireFields<MutationSubmitPlanArgs, 'input'>>;
  returnPlan?: Resolver<ResolversTypes['CasePayload'], ParentType, ContextType, RequireFields<MutationReturnPlanArgs, 'input'>>;
  approvePlan?: Resolver<ResolversTypes['CasePayload'], ParentType, ContextType, RequireFields<MutationApprovePlanArgs, 'input'>>;
  sendDecision?: Resolver<ResolversTypes['CasePayload'], ParentType, ContextType, RequireFields<MutationSendDecisionArgs, 'input'>>;
  adjustPlan?: Resolver<ResolversTypes['CasePayload'], ParentType, ContextType, RequireFields<MutationAdjustPlanArgs, 'input'>>;
  startPlanItem?: Resolver<ResolversTypes['CasePayload'], ParentType, ContextType, RequireFields<MutationStartPlanItemArgs, 'input'>>;
  completePlanItem?: Resolver<ResolversTypes['CasePayload'], ParentType, ContextType, RequireFields<MutationCompletePlanItemArgs, 'input'>>;
  recordPlanRefusal?: Resolver<ResolversTypes['CasePayload'], ParentType, ContextType, RequireFields<MutationRecordPlanRefusalArgs, 'input'>>;
  reviewPlan?: Resolver<ResolversTypes['CasePayload'], ParentType, ContextType, RequireFields<MutationReviewPlanArgs, 'input'>>;
  closeCase?: Resolver<ResolversTypes['CasePayload'], ParentType, ContextType, RequireFields<MutationCloseCaseArgs, 'input'>>;
  archiveCase?: Resolver<ResolversTypes['CasePayload'], ParentType, ContextType, RequireFields<MutationArchiveCaseArgs, 'input'>>;
  reopenCase?: Resolver<ResolversTypes['CasePayload'], ParentType, ContextType, RequireFields<MutationReopenCaseArgs, 'input'>>;
  placeInCare?: Resolver<ResolversTypes['CasePayload'], ParentType, ContextType, RequireFields<MutationPlaceInCareArgs, 'input'>>;
  recordFollowUp?: Resolver<ResolversTypes['CasePayload'], ParentType, ContextType, RequireFields<MutationRecordFollowUpArgs, 'input'>>;
  endCare?: Resolver<ResolversTypes['CasePayload'], ParentType, ContextType, RequireFields<MutationEndCareArgs, 'input'>>;
  correctResidence?: Resolver<ResolversTypes['CasePayload'], ParentType, ContextType, RequireFields<MutationCorrectResidenceArgs, 'input'>>;
  correctChild?: Resolver<ResolversTypes['CasePayload'], ParentType, ContextType, RequireFields<MutationCorrectChildArgs, 'input'>>;
  extendDeadline?: Resolver<ResolversTypes['CasePayload'], ParentType, ContextType, RequireFields<MutationExtendDeadlineArgs, 'input'>>;
  pauseDeadline?: Resolver<ResolversTypes['CasePayload'], ParentType, ContextType, RequireFields<MutationPauseDeadlineArgs, 'input'>>;
  resumeDeadline?: Resolver<ResolversTypes['CasePayload'], ParentType, ContextType, RequireFields<MutationResumeDeadlineArgs, 'input'>>;
  recordDisclosure?: Resolver<ResolversTypes['CasePayload'], ParentType, ContextType, RequireFields<MutationRecordDisclosureArgs, 'input'>>;
  withdrawConsent?: Resolver<ResolversTypes['CasePayload'], ParentType, ContextType, RequireFields<MutationWithdrawConsentArgs, 'input'>>;
  recordSubjectRequest?: Resolver<ResolversTypes['CasePayload'], ParentType, ContextType, RequireFields<MutationRecordSubjectRequestArgs, 'input'>>;
  answerSubjectRequest?: Resolver<ResolversTypes['CasePayload'], ParentType, ContextType, RequireFields<MutationAnswerSubjectRequestArgs, 'input'>>;
  declareConflict?: Resolver<ResolversTypes['CasePayload'], ParentType, ContextType, RequireFields<MutationDeclareConflictArgs, 'input'>>;
  liftConflict?: Resolver<ResolversTypes['CasePayload'], ParentType, ContextType, RequireFields<MutationLiftConflictArgs, 'input'>>;
  breakGlass?: Resolver<ResolversTypes['CasePayload'], ParentType, ContextType, RequireFields<MutationBreakGlassArgs, 'input'>>;
  reviewBreakGlass?: Resolver<ResolversTypes['CasePayload'], ParentType, ContextType, RequireFields<MutationReviewBreakGlassArgs, 'input'>>;
  createCalendarFeed?: Resolver<ResolversTypes['CreateCalendarFeedPayload'], ParentType, ContextType, RequireFields<MutationCreateCalendarFeedArgs, 'input'>>;
  revokeCalendarFeed?: Resolver<ResolversTypes['RevokeCalendarFeedPayload'], ParentType, ContextType, RequireFields<MutationRevokeCalendarFeedArgs, 'input'>>;
  importUnits?: Resolver<ResolversTypes['ImportUnitsPayload'], ParentType, ContextType, RequireFields<MutationImportUnitsArgs, 'input'>>;
  appointOfficer?: Resolver<ResolversTypes['AppointOfficerPayload'], ParentType, ContextType, RequireFields<MutationAppointOfficerArgs, 'input'>>;
  vacatePost?: Resolver<ResolversTypes['VacatePostPayload'], ParentType, ContextType, RequireFields<MutationVacatePostArgs, 'input'>>;
  registerApp?: Resolver<ResolversTypes['RegisterAppPayload'], ParentType, ContextType, RequireFields<MutationRegisterAppArgs, 'input'>>;
  importOfficers?: Resolver<ResolversTypes['ImportOfficersPayload'], ParentType, ContextType, RequireFields<MutationImportOfficersArgs, 'input'>>;
  suspendOfficer?: Resolver<ResolversTypes['ChangePayload'], ParentType, ContextType, RequireFields<MutationSuspendOfficerArgs, 'input'>>;
  restoreOfficer?: Resolver<ResolversTypes['ChangePayload'], ParentType, ContextType, RequireFields<MutationRestoreOfficerArgs, 'input'>>;
  setContact?: Resolver<ResolversTypes['ChangePayload'], ParentType, ContextType, RequireFields<MutationSetContactArgs, 'input'>>;
  restoreAddress?: Resolver<ResolversTypes['ChangePayload'], ParentType, ContextType, RequireFields<MutationRestoreAddressArgs, 'input'>>;
  linkSubject?: Resolver<ResolversTypes['ChangePayload'], ParentType, ContextType, RequireFields<MutationLinkSubjectArgs, 'input'>>;
  recordLeave?: Resolver<ResolversTypes['ChangePayload'], ParentType, ContextType, RequireFields<MutationRecordLeaveArgs, 'input'>>;
  cancelLeave?: Resolver<ResolversTypes['ChangePayload'], ParentType, ContextType, RequireFields<MutationCancelLeaveArgs, 'input'>>;
  disablePost?: Resolver<ResolversTypes['ChangePayload'], ParentType, ContextType, RequireFields<MutationDisablePostArgs, 'input'>>;
  enablePost?: Resolver<ResolversTypes['ChangePayload'], ParentType, ContextType, RequireFields<MutationEnablePostArgs, 'input'>>;
  delegatePost?: Resolver<ResolversTypes['ChangePayload'], ParentType, ContextType, RequireFields<MutationDelegatePostArgs, 'input'>>;
  revokeDelegation?: Resolver<ResolversTypes['ChangePayload'], ParentType, ContextType, RequireFields<MutationRevokeDelegationArgs, 'input'>>;
  disableApp?: Resolver<ResolversTypes['ChangePayload'], ParentType, ContextType, RequireFields<MutationDisableAppArgs, 'input'>>;
  enableApp?: Resolver<ResolversTypes['ChangePayload'], ParentType, ContextType, RequireFields<MutationEnableAppArgs, 'input'>>;
  addCredential?: Resolver<ResolversTypes['ChangePayload'], ParentType, ContextType, RequireFields<MutationAddCredentialArgs, 'input'>>;
  retireCredential?: Resolver<ResolversTypes['ChangePayload'], ParentType, ContextType, RequireFields<MutationRetireCredentialArgs, 'input'>>;
  importCalendar?: Resolver<ResolversTypes['ImportCalendarPayload'], ParentType, ContextType, RequireFields<MutationImportCalendarArgs, 'input'>>;
  importLadder?: Resolver<ResolversTypes['ImportLadderPayload'], ParentType, ContextType, RequireFields<MutationImportLadderArgs, 'input'>>;
  migrateProcedure?: Resolver<ResolversTypes['MigrateProcedurePayload'], ParentType, ContextType, RequireFields<MutationMigrateProcedureArgs, 'input'>>;
  orderErasure?: Resolver<ResolversTypes['ErasurePayload'], ParentType, ContextType, RequireFields<MutationOrderErasureArgs, 'input'>>;
  approveErasure?: Resolver<ResolversTypes['ErasurePayload'], ParentType, ContextType, RequireFields<MutationApproveErasureArgs, 'input'>>;
  withdrawErasure?: Resolver<ResolversTypes['ErasurePayload'], ParentType, ContextType, RequireFields<MutationWithdrawErasureArgs, 'input'>>;
  registerWebhook?: Resolver<ResolversTypes['RegisterWebhookPayload'], ParentType, ContextType, RequireFields<MutationRegisterWebhookArgs, 'input'>>;
  rotateWebhook?: Resolver<ResolversTypes['RotateWebhookPayload'], ParentType, ContextType, RequireFields<MutationRotateWebhookArgs, 'input'>>;
  enableWebhook?: Resolver<ResolversTypes['EnableWebhookPayload'], ParentType, ContextType, RequireFields<MutationEnableWebhookArgs, 'input'>>;
  disableWebhook?: Resolver<ResolversTypes['ChangePayload'], ParentType, ContextType, RequireFields<MutationDisableWebhookArgs, 'input'>>;
  testWebhook?: Resolver<ResolversTypes['TestWebhookPayload'], ParentType, ContextType, RequireFields<MutationTestWebhookArgs, 'input'>>;
  replayWebhook?: Resolver<ResolversTypes['ReplayWebhookPayload'], ParentType, ContextType, RequireFields<MutationReplayWebhookArgs, 'input'>>;
  replayWebhooks?: Resolver<ResolversTypes['ReplayWebhooksPayload'], ParentType, ContextType, RequireFields<MutationReplayWebhooksArgs, 'input'>>;
  redriveDelivery?: Resolver<ResolversTypes['RedrivePayload'], ParentType, ContextType, RequireFields<MutationRedriveDeliveryArgs, 'input'>>;
  redriveDeliveries?: Resolver<ResolversTypes['RedrivePayload'], ParentType, ContextType, RequireFields<MutationRedriveDeliveriesArgs, 'input'>>;
};

export type ViewerResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Viewer'] = ResolversParentTypes['Viewer']> = {
  kind?: Resolver<ResolversTypes['ActorKind'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  app?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  scopes?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  posts?: Resolver<ReadonlyArray<ResolversTypes['HeldPost']>, ParentType, ContextType>;
};

export type HeldPostResolvers<ContextType = Context, ParentType extends ResolversParentTypes['HeldPost'] = ResolversParentTypes['HeldPost']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  role?: Resolver<ResolversTypes['Role'], ParentType, ContextType>;
  unitCode?: Resolver<ResolversTypes['UnitCode'], ParentType, ContextType>;
  unit?: Resolver<Maybe<ResolversTypes['Unit']>, ParentType, ContextType>;
  agency?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  until?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type UserErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UserError'] = ResolversParentTypes['UserError']> = {
  code?: Resolver<ResolversTypes['RefusalCode'], ParentType, ContextType>;
  field?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  currentVersion?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type UnitResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Unit'] = ResolversParentTypes['Unit']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  code?: Resolver<ResolversTypes['UnitCode'], ParentType, ContextType>;
  level?: Resolver<ResolversTypes['UnitLevel'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  fullName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  parentCode?: Resolver<ResolversTypes['UnitCode'], ParentType, ContextType>;
  parent?: Resolver<Maybe<ResolversTypes['Unit']>, ParentType, ContextType>;
  validFrom?: Resolver<ResolversTypes['LocalDate'], ParentType, ContextType>;
  validUntil?: Resolver<Maybe<ResolversTypes['LocalDate']>, ParentType, ContextType>;
  fictional?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type UnitConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UnitConnection'] = ResolversParentTypes['UnitConnection']> = {
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Unit']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type CalendarYearResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CalendarYear'] = ResolversParentTypes['CalendarYear']> = {
  year?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  reviewed?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  revision?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  rows?: Resolver<ReadonlyArray<ResolversTypes['CalendarRow']>, ParentType, ContextType>;
  officeHours?: Resolver<ResolversTypes['OfficeWeek'], ParentType, ContextType>;
};

export type CalendarRowResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CalendarRow'] = ResolversParentTypes['CalendarRow']> = {
  on?: Resolver<ResolversTypes['LocalDate'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['RowKind'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['Bilingual'], ParentType, ContextType>;
  source?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['RowStatus'], ParentType, ContextType>;
  unitCode?: Resolver<Maybe<ResolversTypes['UnitCode']>, ParentType, ContextType>;
};

export type OfficeWeekResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OfficeWeek'] = ResolversParentTypes['OfficeWeek']> = {
  monday?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  tuesday?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  wednesday?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  thursday?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  friday?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  saturday?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  sunday?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type DeadlineMovementResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DeadlineMovement'] = ResolversParentTypes['DeadlineMovement']> = {
  caseCode?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  unitCode?: Resolver<ResolversTypes['UnitCode'], ParentType, ContextType>;
  rule?: Resolver<ResolversTypes['RuleId'], ParentType, ContextType>;
  before?: Resolver<ResolversTypes['DeadlineEnd'], ParentType, ContextType>;
  after?: Resolver<ResolversTypes['DeadlineEnd'], ParentType, ContextType>;
  breached?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  late?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type DeadlineEndResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DeadlineEnd'] = ResolversParentTypes['DeadlineEnd']> = {
  dueAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['DeadlineStatus'], ParentType, ContextType>;
};

export type IntervalResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Interval'] = ResolversParentTypes['Interval']> = {
  from?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  to?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  counts?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['IntervalReason'], ParentType, ContextType>;
  label?: Resolver<ResolversTypes['Bilingual'], ParentType, ContextType>;
  occasion?: Resolver<Maybe<ResolversTypes['Bilingual']>, ParentType, ContextType>;
  source?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  status?: Resolver<Maybe<ResolversTypes['RowStatus']>, ParentType, ContextType>;
  granted?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type ProcedureResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Procedure'] = ResolversParentTypes['Procedure']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  decidedBy?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  validFrom?: Resolver<ResolversTypes['LocalDate'], ParentType, ContextType>;
  validUntil?: Resolver<Maybe<ResolversTypes['LocalDate']>, ParentType, ContextType>;
  territory?: Resolver<ReadonlyArray<ResolversTypes['UnitCode']>, ParentType, ContextType>;
  over?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  adoptedBy?: Resolver<ReadonlyArray<ResolversTypes['Adoption']>, ParentType, ContextType>;
  unconfirmed?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  limits?: Resolver<ReadonlyArray<ResolversTypes['TimeLimit']>, ParentType, ContextType>;
};

export type AdoptionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Adoption'] = ResolversParentTypes['Adoption']> = {
  unitCode?: Resolver<ResolversTypes['UnitCode'], ParentType, ContextType>;
  validFrom?: Resolver<ResolversTypes['LocalDate'], ParentType, ContextType>;
  validUntil?: Resolver<Maybe<ResolversTypes['LocalDate']>, ParentType, ContextType>;
  policy?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type TimeLimitResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TimeLimit'] = ResolversParentTypes['TimeLimit']> = {
  id?: Resolver<ResolversTypes['RuleId'], ParentType, ContextType>;
  title?: Resolver<ResolversTypes['Bilingual'], ParentType, ContextType>;
  leg?: Resolver<ResolversTypes['LimitLeg'], ParentType, ContextType>;
  unit?: Resolver<ResolversTypes['SpanUnit'], ParentType, ContextType>;
  count?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  from?: Resolver<ReadonlyArray<ResolversTypes['FactType']>, ParentType, ContextType>;
  until?: Resolver<ReadonlyArray<ResolversTypes['FactType']>, ParentType, ContextType>;
  voidedBy?: Resolver<ReadonlyArray<ResolversTypes['FactType']>, ParentType, ContextType>;
  conditional?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  by?: Resolver<ResolversTypes['Role'], ParentType, ContextType>;
  ladder?: Resolver<ResolversTypes['LadderName'], ParentType, ContextType>;
  basis?: Resolver<ResolversTypes['Basis'], ParentType, ContextType>;
  source?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  startChosenBy?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  pausable?: Resolver<Maybe<ResolversTypes['Relief']>, ParentType, ContextType>;
  extendable?: Resolver<Maybe<ResolversTypes['Relief']>, ParentType, ContextType>;
};

export type NoticeDutyResolvers<ContextType = Context, ParentType extends ResolversParentTypes['NoticeDuty'] = ResolversParentTypes['NoticeDuty']> = {
  deadline?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  rule?: Resolver<ResolversTypes['RuleId'], ParentType, ContextType>;
  dueAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  procedure?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type CaseConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CaseConnection'] = ResolversParentTypes['CaseConnection']> = {
  nodes?: Resolver<ReadonlyArray<ResolversTypes['ListedCase']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ListedCaseResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ListedCase'] = ResolversParentTypes['ListedCase']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  step?: Resolver<ResolversTypes['Step'], ParentType, ContextType>;
  emergency?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  overdue?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  receivedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  dueAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  incidentUnit?: Resolver<ResolversTypes['UnitCode'], ParentType, ContextType>;
  residenceUnit?: Resolver<ResolversTypes['UnitCode'], ParentType, ContextType>;
  handover?: Resolver<ResolversTypes['HandoverState'], ParentType, ContextType>;
  case?: Resolver<Maybe<ResolversTypes['Case']>, ParentType, ContextType>;
};

export type CaseResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Case'] = ResolversParentTypes['Case']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  step?: Resolver<ResolversTypes['Step'], ParentType, ContextType>;
  availableActions?: Resolver<ReadonlyArray<ResolversTypes['Act']>, ParentType, ContextType>;
  visibleParts?: Resolver<ReadonlyArray<ResolversTypes['FieldClass']>, ParentType, ContextType>;
  emergency?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  emergencySince?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  overdue?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  receivedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  profile?: Resolver<ResolversTypes['Profile'], ParentType, ContextType>;
  incidentLeg?: Resolver<ResolversTypes['Leg'], ParentType, ContextType>;
  residenceLeg?: Resolver<ResolversTypes['Leg'], ParentType, ContextType>;
  residenceUnit?: Resolver<Maybe<ResolversTypes['UnitCode']>, ParentType, ContextType>;
  residenceUnknown?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  handover?: Resolver<ResolversTypes['HandoverState'], ParentType, ContextType>;
  offer?: Resolver<Maybe<ResolversTypes['HandoverOffer']>, ParentType, ContextType>;
  declinedBy?: Resolver<ReadonlyArray<ResolversTypes['UnitCode']>, ParentType, ContextType>;
  cycle?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  erasedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  meetingAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  reviewOutcome?: Resolver<Maybe<ResolversTypes['ReviewOutcome']>, ParentType, ContextType>;
  planRefusedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  investigatedSince?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  closedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  unfounded?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  archivedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  synthetic?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  deadlines?: Resolver<ReadonlyArray<ResolversTypes['Deadline']>, ParentType, ContextType>;
  seriousHarm?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  plan?: Resolver<Maybe<ResolversTypes['Plan']>, ParentType, ContextType>;
  isolations?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Isolation']>>, ParentType, ContextType>;
  care?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Care']>>, ParentType, ContextType>;
  sixteenFrom?: Resolver<Maybe<ResolversTypes['LocalDate']>, ParentType, ContextType>;
  identity?: Resolver<Maybe<ResolversTypes['Identity']>, ParentType, ContextType>;
  narrative?: Resolver<Maybe<ResolversTypes['Narrative']>, ParentType, ContextType>;
  informant?: Resolver<Maybe<ResolversTypes['Informant']>, ParentType, ContextType>;
  perpetrators?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Perpetrator']>>, ParentType, ContextType>;
  initialAssessment?: Resolver<Maybe<ResolversTypes['Questionnaire']>, ParentType, ContextType>;
  needsAssessment?: Resolver<Maybe<ResolversTypes['Questionnaire']>, ParentType, ContextType>;
  minutes?: Resolver<Maybe<ResolversTypes['Minutes']>, ParentType, ContextType>;
  planForm?: Resolver<Maybe<ResolversTypes['PlanForm']>, ParentType, ContextType>;
  decision?: Resolver<Maybe<ResolversTypes['Decision']>, ParentType, ContextType>;
  reviewForm?: Resolver<Maybe<ResolversTypes['Questionnaire']>, ParentType, ContextType>;
  isolationOrder?: Resolver<Maybe<ResolversTypes['IsolationOrder']>, ParentType, ContextType>;
  emergencyMeasure?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  placement?: Resolver<Maybe<ResolversTypes['CarePlacement']>, ParentType, ContextType>;
  followUpFindings?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  lastNote?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  history?: Resolver<ResolversTypes['HistoryConnection'], ParentType, ContextType, RequireFields<CaseHistoryArgs, 'first'>>;
  viewerCan?: Resolver<ReadonlyArray<ResolversTypes['Ability']>, ParentType, ContextType>;
  incident?: Resolver<ResolversTypes['Incident'], ParentType, ContextType>;
  disclosures?: Resolver<ReadonlyArray<ResolversTypes['Disclosure']>, ParentType, ContextType>;
  consentWithdrawnAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  subjectRequests?: Resolver<Maybe<ReadonlyArray<ResolversTypes['SubjectRequest']>>, ParentType, ContextType>;
  exclusions?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Exclusion']>>, ParentType, ContextType>;
  glasses?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Glass']>>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ProfileResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Profile'] = ResolversParentTypes['Profile']> = {
  categories?: Resolver<ReadonlyArray<ResolversTypes['AbuseCategory']>, ParentType, ContextType>;
  subjectGroup?: Resolver<ResolversTypes['SubjectGroup'], ParentType, ContextType>;
  sex?: Resolver<ResolversTypes['Sex'], ParentType, ContextType>;
  ageGroup?: Resolver<ResolversTypes['AgeGroup'], ParentType, ContextType>;
  channel?: Resolver<ResolversTypes['Channel'], ParentType, ContextType>;
};

export type LegResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Leg'] = ResolversParentTypes['Leg']> = {
  unitCode?: Resolver<ResolversTypes['UnitCode'], ParentType, ContextType>;
  unit?: Resolver<Maybe<ResolversTypes['Unit']>, ParentType, ContextType>;
  provinceCode?: Resolver<ResolversTypes['UnitCode'], ParentType, ContextType>;
  procedure?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  overlay?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  worker?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
};

export type HandoverOfferResolvers<ContextType = Context, ParentType extends ResolversParentTypes['HandoverOffer'] = ResolversParentTypes['HandoverOffer']> = {
  toCode?: Resolver<ResolversTypes['UnitCode'], ParentType, ContextType>;
  to?: Resolver<Maybe<ResolversTypes['Unit']>, ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type IdentityResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Identity'] = ResolversParentTypes['Identity']> = {
  fullName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  bornOn?: Resolver<Maybe<ResolversTypes['LocalDate']>, ParentType, ContextType>;
  estimatedAge?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  address?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  father?: Resolver<Maybe<ResolversTypes['Parent']>, ParentType, ContextType>;
  mother?: Resolver<Maybe<ResolversTypes['Parent']>, ParentType, ContextType>;
};

export type ParentResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Parent'] = ResolversParentTypes['Parent']> = {
  fullName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  age?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  occupation?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type NarrativeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Narrative'] = ResolversParentTypes['Narrative']> = {
  incidentPlace?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  currentCondition?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  predictedConsequence?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  familyCircumstances?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  currentCarer?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  priorActions?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type InformantResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Informant'] = ResolversParentTypes['Informant']> = {
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  phone?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  address?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  note?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type PerpetratorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Perpetrator'] = ResolversParentTypes['Perpetrator']> = {
  fullName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  birthYear?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  relationToChild?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  note?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type QuestionnaireResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Questionnaire'] = ResolversParentTypes['Questionnaire']> = {
  edition?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  items?: Resolver<ReadonlyArray<ResolversTypes['QuestionnaireItem']>, ParentType, ContextType>;
  highCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  mediumCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  lowCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  conclusion?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type QuestionnaireItemResolvers<ContextType = Context, ParentType extends ResolversParentTypes['QuestionnaireItem'] = ResolversParentTypes['QuestionnaireItem']> = {
  item?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  level?: Resolver<ResolversTypes['Level'], ParentType, ContextType>;
  note?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type CasePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CasePayload'] = ResolversParentTypes['CasePayload']> = {
  case?: Resolver<Maybe<ResolversTypes['Case']>, ParentType, ContextType>;
  caseCode?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  openedCaseCodes?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
  replayed?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type AbilityResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Ability'] = ResolversParentTypes['Ability']> = {
  act?: Resolver<ResolversTypes['Act'], ParentType, ContextType>;
  allowed?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  why?: Resolver<Maybe<ResolversTypes['Hindrance']>, ParentType, ContextType>;
};

export type DeadlineResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Deadline'] = ResolversParentTypes['Deadline']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  rule?: Resolver<ResolversTypes['RuleId'], ParentType, ContextType>;
  title?: Resolver<ResolversTypes['Bilingual'], ParentType, ContextType>;
  basis?: Resolver<ResolversTypes['Basis'], ParentType, ContextType>;
  local?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  source?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  leg?: Resolver<ResolversTypes['LegName'], ParentType, ContextType>;
  unitCode?: Resolver<ResolversTypes['UnitCode'], ParentType, ContextType>;
  unit?: Resolver<Maybe<ResolversTypes['Unit']>, ParentType, ContextType>;
  responsible?: Resolver<ResolversTypes['Role'], ParentType, ContextType>;
  subject?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  startedBy?: Resolver<ResolversTypes['FactType'], ParentType, ContextType>;
  startedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  dueAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['DeadlineStatus'], ParentType, ContextType>;
  planning?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  calendarRevision?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  breachedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  acknowledgedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  nextTellingAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  pauses?: Resolver<ReadonlyArray<ResolversTypes['Standstill']>, ParentType, ContextType>;
  extensions?: Resolver<ReadonlyArray<ResolversTypes['Extension']>, ParentType, ContextType>;
  pausable?: Resolver<Maybe<ResolversTypes['Relief']>, ParentType, ContextType>;
  extendable?: Resolver<Maybe<ResolversTypes['Relief']>, ParentType, ContextType>;
  account?: Resolver<ResolversTypes['Bilingual'], ParentType, ContextType>;
  explanation?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Interval']>>, ParentType, ContextType>;
};

export type DeadlineCalculationPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DeadlineCalculationPayload'] = ResolversParentTypes['DeadlineCalculationPayload']> = {
  calculation?: Resolver<Maybe<ResolversTypes['DeadlineCalculation']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type DeadlineCalculationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DeadlineCalculation'] = ResolversParentTypes['DeadlineCalculation']> = {
  limit?: Resolver<Maybe<ResolversTypes['TimeLimit']>, ParentType, ContextType>;
  procedure?: Resolver<Maybe<ResolversTypes['Procedure']>, ParentType, ContextType>;
  span?: Resolver<ResolversTypes['CountedSpan'], ParentType, ContextType>;
  startedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  dueAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['DeadlineStatus'], ParentType, ContextType>;
  missingYear?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  calendarRevision?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  account?: Resolver<Maybe<ResolversTypes['Bilingual']>, ParentType, ContextType>;
  explanation?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Interval']>>, ParentType, ContextType>;
  rungs?: Resolver<ReadonlyArray<ResolversTypes['LadderRung']>, ParentType, ContextType>;
};

export type CountedSpanResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CountedSpan'] = ResolversParentTypes['CountedSpan']> = {
  unit?: Resolver<ResolversTypes['SpanUnit'], ParentType, ContextType>;
  count?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type LadderRungResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LadderRung'] = ResolversParentTypes['LadderRung']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['RungKind'], ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  roles?: Resolver<ReadonlyArray<ResolversTypes['Role']>, ParentType, ContextType>;
};

export type HistoryConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['HistoryConnection'] = ResolversParentTypes['HistoryConnection']> = {
  nodes?: Resolver<ReadonlyArray<ResolversTypes['HistoryEntry']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type HistoryEntryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['HistoryEntry'] = ResolversParentTypes['HistoryEntry']> = {
  seq?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  act?: Resolver<ResolversTypes['Act'], ParentType, ContextType>;
  writtenAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  byKind?: Resolver<ResolversTypes['ActorKind'], ParentType, ContextType>;
  facts?: Resolver<ReadonlyArray<ResolversTypes['HistoryFact']>, ParentType, ContextType>;
  previousHash?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  hash?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type HistoryFactResolvers<ContextType = Context, ParentType extends ResolversParentTypes['HistoryFact'] = ResolversParentTypes['HistoryFact']> = {
  type?: Resolver<ResolversTypes['FactType'], ParentType, ContextType>;
  about?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  known?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  deadline?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  dueAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  calendarRevision?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  told?: Resolver<Maybe<ReadonlyArray<ResolversTypes['ToldPost']>>, ParentType, ContextType>;
  basis?: Resolver<Maybe<ResolversTypes['Basis']>, ParentType, ContextType>;
  how?: Resolver<Maybe<ResolversTypes['Closing']>, ParentType, ContextType>;
  why?: Resolver<Maybe<ResolversTypes['MoveReason']>, ParentType, ContextType>;
  ground?: Resolver<Maybe<ResolversTypes['ReliefGround']>, ParentType, ContextType>;
  procedure?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  document?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  number?: Resolver<Maybe<ResolversTypes['FormNumber']>, ParentType, ContextType>;
  report?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  receivedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  acknowledgedBy?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  byLink?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
};

export type FormNumberResolvers<ContextType = Context, ParentType extends ResolversParentTypes['FormNumber'] = ResolversParentTypes['FormNumber']> = {
  form?: Resolver<ResolversTypes['Form'], ParentType, ContextType>;
  agency?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  year?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  number?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ToldPostResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ToldPost'] = ResolversParentTypes['ToldPost']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  role?: Resolver<ResolversTypes['Role'], ParentType, ContextType>;
  unitCode?: Resolver<ResolversTypes['UnitCode'], ParentType, ContextType>;
};

export type IncidentResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Incident'] = ResolversParentTypes['Incident']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  childCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  reports?: Resolver<ReadonlyArray<ResolversTypes['IncidentReport']>, ParentType, ContextType>;
  cases?: Resolver<ReadonlyArray<ResolversTypes['Case']>, ParentType, ContextType>;
};

export type IncidentReportResolvers<ContextType = Context, ParentType extends ResolversParentTypes['IncidentReport'] = ResolversParentTypes['IncidentReport']> = {
  number?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  receivedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  recordedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  channel?: Resolver<ResolversTypes['Channel'], ParentType, ContextType>;
  unitCode?: Resolver<ResolversTypes['UnitCode'], ParentType, ContextType>;
  agency?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  role?: Resolver<ResolversTypes['Role'], ParentType, ContextType>;
  form?: Resolver<ResolversTypes['FormNumber'], ParentType, ContextType>;
  narrative?: Resolver<Maybe<ResolversTypes['Narrative']>, ParentType, ContextType>;
  informant?: Resolver<Maybe<ResolversTypes['Informant']>, ParentType, ContextType>;
  perpetrators?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Perpetrator']>>, ParentType, ContextType>;
};

export type MinutesResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Minutes'] = ResolversParentTypes['Minutes']> = {
  participants?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type IsolationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Isolation'] = ResolversParentTypes['Isolation']> = {
  order?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  from?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  days?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  endedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  inCourt?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type IsolationOrderResolvers<ContextType = Context, ParentType extends ResolversParentTypes['IsolationOrder'] = ResolversParentTypes['IsolationOrder']> = {
  isolatedFrom?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  placedWith?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  note?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type PlanResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Plan'] = ResolversParentTypes['Plan']> = {
  cycle?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  revision?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  items?: Resolver<ReadonlyArray<ResolversTypes['PlanItem']>, ParentType, ContextType>;
};

export type PlanItemResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PlanItem'] = ResolversParentTypes['PlanItem']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  measure?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  startOn?: Resolver<ResolversTypes['LocalDate'], ParentType, ContextType>;
  endOn?: Resolver<ResolversTypes['LocalDate'], ParentType, ContextType>;
  costVnd?: Resolver<ResolversTypes['Vnd'], ParentType, ContextType>;
  started?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  completed?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type PlanFormResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PlanForm'] = ResolversParentTypes['PlanForm']> = {
  goals?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  items?: Resolver<ReadonlyArray<ResolversTypes['PlanWording']>, ParentType, ContextType>;
};

export type PlanWordingResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PlanWording'] = ResolversParentTypes['PlanWording']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  service?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  responsible?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  provider?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type DecisionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Decision'] = ResolversParentTypes['Decision']> = {
  signer?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  text?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type CareResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Care'] = ResolversParentTypes['Care']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  form?: Resolver<ResolversTypes['CareForm'], ParentType, ContextType>;
  unitCode?: Resolver<ResolversTypes['UnitCode'], ParentType, ContextType>;
  unit?: Resolver<Maybe<ResolversTypes['Unit']>, ParentType, ContextType>;
  from?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  endedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type CarePlacementResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CarePlacement'] = ResolversParentTypes['CarePlacement']> = {
  carer?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  address?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  phone?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  note?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type ReliefResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Relief'] = ResolversParentTypes['Relief']> = {
  grounds?: Resolver<ReadonlyArray<ResolversTypes['ReliefGround']>, ParentType, ContextType>;
  atMost?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  by?: Resolver<ResolversTypes['Role'], ParentType, ContextType>;
  policy?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type StandstillResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Standstill'] = ResolversParentTypes['Standstill']> = {
  from?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  until?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  resumed?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  ground?: Resolver<ResolversTypes['ReliefGround'], ParentType, ContextType>;
  document?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ExtensionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Extension'] = ResolversParentTypes['Extension']> = {
  extra?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  ground?: Resolver<ResolversTypes['ReliefGround'], ParentType, ContextType>;
  document?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type DisclosureResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Disclosure'] = ResolversParentTypes['Disclosure']> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  recipient?: Resolver<ResolversTypes['DisclosureRecipient'], ParentType, ContextType>;
  legalBasis?: Resolver<ResolversTypes['DisclosureBasis'], ParentType, ContextType>;
  secrecy?: Resolver<ResolversTypes['SecrecyLevel'], ParentType, ContextType>;
  purpose?: Resolver<ResolversTypes['DisclosurePurpose'], ParentType, ContextType>;
  parts?: Resolver<ReadonlyArray<ResolversTypes['FieldClass']>, ParentType, ContextType>;
  recipientName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type SubjectRequestResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SubjectRequest'] = ResolversParentTypes['SubjectRequest']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  asker?: Resolver<ResolversTypes['Asker'], ParentType, ContextType>;
  verifiedBy?: Resolver<ResolversTypes['Verification'], ParentType, ContextType>;
  conflict?: Resolver<Maybe<ResolversTypes['ConflictGround']>, ParentType, ContextType>;
  groundOffered?: Resolver<Maybe<ResolversTypes['WithholdingGround']>, ParentType, ContextType>;
  note?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  answeredAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  refusedOn?: Resolver<Maybe<ResolversTypes['WithholdingGround']>, ParentType, ContextType>;
};

export type SubjectExportResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SubjectExport'] = ResolversParentTypes['SubjectExport']> = {
  caseCode?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  receivedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  step?: Resolver<ResolversTypes['Step'], ParentType, ContextType>;
  categories?: Resolver<ReadonlyArray<ResolversTypes['AbuseCategory']>, ParentType, ContextType>;
  identities?: Resolver<ReadonlyArray<ResolversTypes['IdentityGiven']>, ParentType, ContextType>;
  narratives?: Resolver<ReadonlyArray<ResolversTypes['Narrative']>, ParentType, ContextType>;
  initialAssessments?: Resolver<ReadonlyArray<ResolversTypes['Questionnaire']>, ParentType, ContextType>;
  needsAssessments?: Resolver<ReadonlyArray<ResolversTypes['Questionnaire']>, ParentType, ContextType>;
  minutes?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  plans?: Resolver<ReadonlyArray<ResolversTypes['PlanForm']>, ParentType, ContextType>;
  decisions?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  reviews?: Resolver<ReadonlyArray<ResolversTypes['Questionnaire']>, ParentType, ContextType>;
  isolations?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  measures?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  followUps?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  disclosures?: Resolver<ReadonlyArray<ResolversTypes['DisclosureGiven']>, ParentType, ContextType>;
  steps?: Resolver<ReadonlyArray<ResolversTypes['ToldStep']>, ParentType, ContextType>;
};

export type IdentityGivenResolvers<ContextType = Context, ParentType extends ResolversParentTypes['IdentityGiven'] = ResolversParentTypes['IdentityGiven']> = {
  fullName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  bornOn?: Resolver<Maybe<ResolversTypes['LocalDate']>, ParentType, ContextType>;
  estimatedAge?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  address?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type DisclosureGivenResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DisclosureGiven'] = ResolversParentTypes['DisclosureGiven']> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  recipient?: Resolver<ResolversTypes['DisclosureRecipient'], ParentType, ContextType>;
  recipientName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  purpose?: Resolver<ResolversTypes['DisclosurePurpose'], ParentType, ContextType>;
};

export type ToldStepResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ToldStep'] = ResolversParentTypes['ToldStep']> = {
  type?: Resolver<ResolversTypes['FactType'], ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  words?: Resolver<ResolversTypes['Bilingual'], ParentType, ContextType>;
  dueAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  how?: Resolver<Maybe<ResolversTypes['Closing']>, ParentType, ContextType>;
};

export type ExclusionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Exclusion'] = ResolversParentTypes['Exclusion']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  officer?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  unitCode?: Resolver<Maybe<ResolversTypes['UnitCode']>, ParentType, ContextType>;
  post?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  agency?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  heldBy?: Resolver<ReadonlyArray<ResolversTypes['ID']>, ParentType, ContextType>;
  ground?: Resolver<ResolversTypes['ConflictGround'], ParentType, ContextType>;
  since?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  note?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type GlassResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Glass'] = ResolversParentTypes['Glass']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  officer?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  until?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  reviewer?: Resolver<ResolversTypes['Role'], ParentType, ContextType>;
  reviewed?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type NoticeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Notice'] = ResolversParentTypes['Notice']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['NoticeKind'], ParentType, ContextType>;
  caseCode?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  case?: Resolver<Maybe<ResolversTypes['Case']>, ParentType, ContextType>;
  post?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  emergency?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  about?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  writtenAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  duty?: Resolver<Maybe<ResolversTypes['NoticeDuty']>, ParentType, ContextType>;
  email?: Resolver<ResolversTypes['EmailStatus'], ParentType, ContextType>;
  emailHeld?: Resolver<Maybe<ResolversTypes['EmailHold']>, ParentType, ContextType>;
};

export type EmailHoldResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EmailHold'] = ResolversParentTypes['EmailHold']> = {
  until?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  why?: Resolver<ResolversTypes['EmailHoldReason'], ParentType, ContextType>;
};

export type NoticeConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['NoticeConnection'] = ResolversParentTypes['NoticeConnection']> = {
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Notice']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type CreateCalendarFeedPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CreateCalendarFeedPayload'] = ResolversParentTypes['CreateCalendarFeedPayload']> = {
  url?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  replayed?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type RevokeCalendarFeedPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RevokeCalendarFeedPayload'] = ResolversParentTypes['RevokeCalendarFeedPayload']> = {
  revoked?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type ForecastResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Forecast'] = ResolversParentTypes['Forecast']> = {
  cases?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  complete?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  agencies?: Resolver<ReadonlyArray<ResolversTypes['AgencyForecast']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type AgencyForecastResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AgencyForecast'] = ResolversParentTypes['AgencyForecast']> = {
  unitCode?: Resolver<ResolversTypes['UnitCode'], ParentType, ContextType>;
  role?: Resolver<ResolversTypes['Role'], ParentType, ContextType>;
  breached?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  atRisk?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  due?: Resolver<ReadonlyArray<ResolversTypes['DayLoad']>, ParentType, ContextType>;
  later?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  unplanned?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  conditional?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  nextDueAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  rules?: Resolver<ReadonlyArray<ResolversTypes['RuleId']>, ParentType, ContextType>;
};

export type DayLoadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DayLoad'] = ResolversParentTypes['DayLoad']> = {
  on?: Resolver<ResolversTypes['LocalDate'], ParentType, ContextType>;
  duties?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  law?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type PolicySimulationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PolicySimulation'] = ResolversParentTypes['PolicySimulation']> = {
  procedure?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  standings?: Resolver<ReadonlyArray<ResolversTypes['LimitStanding']>, ParentType, ContextType>;
  cases?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  complete?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['DeadlineMovement']>, ParentType, ContextType>;
  agencies?: Resolver<ReadonlyArray<ResolversTypes['AgencyChange']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  problems?: Resolver<ReadonlyArray<ResolversTypes['DraftProblem']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type LimitStandingResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LimitStanding'] = ResolversParentTypes['LimitStanding']> = {
  rule?: Resolver<ResolversTypes['RuleId'], ParentType, ContextType>;
  standing?: Resolver<ResolversTypes['Standing'], ParentType, ContextType>;
  source?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type AgencyChangeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AgencyChange'] = ResolversParentTypes['AgencyChange']> = {
  unitCode?: Resolver<ResolversTypes['UnitCode'], ParentType, ContextType>;
  role?: Resolver<ResolversTypes['Role'], ParentType, ContextType>;
  overdue?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  relieved?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  before?: Resolver<ResolversTypes['LadderLoad'], ParentType, ContextType>;
  after?: Resolver<ResolversTypes['LadderLoad'], ParentType, ContextType>;
};

export type LadderLoadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LadderLoad'] = ResolversParentTypes['LadderLoad']> = {
  reminders?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  breaches?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  escalations?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type DraftProblemResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DraftProblem'] = ResolversParentTypes['DraftProblem']> = {
  code?: Resolver<ResolversTypes['DraftProblemCode'], ParentType, ContextType>;
  field?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type CaseAsOfResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CaseAsOf'] = ResolversParentTypes['CaseAsOf']> = {
  caseId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  step?: Resolver<ResolversTypes['Step'], ParentType, ContextType>;
  visibleParts?: Resolver<ReadonlyArray<ResolversTypes['FieldClass']>, ParentType, ContextType>;
  emergency?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  emergencySince?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  overdue?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  receivedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  profile?: Resolver<ResolversTypes['Profile'], ParentType, ContextType>;
  incidentLeg?: Resolver<ResolversTypes['Leg'], ParentType, ContextType>;
  residenceLeg?: Resolver<ResolversTypes['Leg'], ParentType, ContextType>;
  residenceUnit?: Resolver<Maybe<ResolversTypes['UnitCode']>, ParentType, ContextType>;
  residenceUnknown?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  handover?: Resolver<ResolversTypes['HandoverState'], ParentType, ContextType>;
  offer?: Resolver<Maybe<ResolversTypes['HandoverOffer']>, ParentType, ContextType>;
  declinedBy?: Resolver<ReadonlyArray<ResolversTypes['UnitCode']>, ParentType, ContextType>;
  cycle?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  meetingAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  reviewOutcome?: Resolver<Maybe<ResolversTypes['ReviewOutcome']>, ParentType, ContextType>;
  planRefusedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  investigatedSince?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  closedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  unfounded?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  archivedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  synthetic?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  deadlines?: Resolver<ReadonlyArray<ResolversTypes['DeadlineAsOf']>, ParentType, ContextType>;
  seriousHarm?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  plan?: Resolver<Maybe<ResolversTypes['Plan']>, ParentType, ContextType>;
  isolations?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Isolation']>>, ParentType, ContextType>;
  care?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Care']>>, ParentType, ContextType>;
  sixteenFrom?: Resolver<Maybe<ResolversTypes['LocalDate']>, ParentType, ContextType>;
  identity?: Resolver<Maybe<ResolversTypes['Identity']>, ParentType, ContextType>;
  narrative?: Resolver<Maybe<ResolversTypes['Narrative']>, ParentType, ContextType>;
  informant?: Resolver<Maybe<ResolversTypes['Informant']>, ParentType, ContextType>;
  perpetrators?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Perpetrator']>>, ParentType, ContextType>;
  initialAssessment?: Resolver<Maybe<ResolversTypes['Questionnaire']>, ParentType, ContextType>;
  needsAssessment?: Resolver<Maybe<ResolversTypes['Questionnaire']>, ParentType, ContextType>;
  minutes?: Resolver<Maybe<ResolversTypes['Minutes']>, ParentType, ContextType>;
  planForm?: Resolver<Maybe<ResolversTypes['PlanForm']>, ParentType, ContextType>;
  decision?: Resolver<Maybe<ResolversTypes['Decision']>, ParentType, ContextType>;
  reviewForm?: Resolver<Maybe<ResolversTypes['Questionnaire']>, ParentType, ContextType>;
  isolationOrder?: Resolver<Maybe<ResolversTypes['IsolationOrder']>, ParentType, ContextType>;
  emergencyMeasure?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  placement?: Resolver<Maybe<ResolversTypes['CarePlacement']>, ParentType, ContextType>;
  followUpFindings?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  lastNote?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type DeadlineAsOfResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DeadlineAsOf'] = ResolversParentTypes['DeadlineAsOf']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  rule?: Resolver<ResolversTypes['RuleId'], ParentType, ContextType>;
  title?: Resolver<ResolversTypes['Bilingual'], ParentType, ContextType>;
  basis?: Resolver<ResolversTypes['Basis'], ParentType, ContextType>;
  local?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  source?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  leg?: Resolver<ResolversTypes['LegName'], ParentType, ContextType>;
  unitCode?: Resolver<ResolversTypes['UnitCode'], ParentType, ContextType>;
  unit?: Resolver<Maybe<ResolversTypes['Unit']>, ParentType, ContextType>;
  responsible?: Resolver<ResolversTypes['Role'], ParentType, ContextType>;
  subject?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  startedBy?: Resolver<ResolversTypes['FactType'], ParentType, ContextType>;
  startedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  dueAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['DeadlineStatus'], ParentType, ContextType>;
  planning?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  calendarRevision?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  breachedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  acknowledgedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  nextTellingAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  pauses?: Resolver<ReadonlyArray<ResolversTypes['Standstill']>, ParentType, ContextType>;
  extensions?: Resolver<ReadonlyArray<ResolversTypes['Extension']>, ParentType, ContextType>;
  pausable?: Resolver<Maybe<ResolversTypes['Relief']>, ParentType, ContextType>;
  extendable?: Resolver<Maybe<ResolversTypes['Relief']>, ParentType, ContextType>;
};

export type ImportUnitsPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ImportUnitsPayload'] = ResolversParentTypes['ImportUnitsPayload']> = {
  rows?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  added?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  changed?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  unchanged?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type AppointOfficerPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AppointOfficerPayload'] = ResolversParentTypes['AppointOfficerPayload']> = {
  post?: Resolver<Maybe<ResolversTypes['HeldPost']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type VacatePostPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['VacatePostPayload'] = ResolversParentTypes['VacatePostPayload']> = {
  vacated?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type RegisterAppPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RegisterAppPayload'] = ResolversParentTypes['RegisterAppPayload']> = {
  app?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type ChangePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ChangePayload'] = ResolversParentTypes['ChangePayload']> = {
  changed?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type ImportOfficersPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ImportOfficersPayload'] = ResolversParentTypes['ImportOfficersPayload']> = {
  outcomes?: Resolver<Maybe<ReadonlyArray<ResolversTypes['RowOutcome']>>, ParentType, ContextType>;
  added?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  changed?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  unchanged?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type PostOnFileResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PostOnFile'] = ResolversParentTypes['PostOnFile']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  role?: Resolver<ResolversTypes['Role'], ParentType, ContextType>;
  unitCode?: Resolver<ResolversTypes['UnitCode'], ParentType, ContextType>;
  agency?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  holder?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  since?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  disabled?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  suspended?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  answeredBy?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  leave?: Resolver<ReadonlyArray<ResolversTypes['Leave']>, ParentType, ContextType>;
  delegations?: Resolver<ReadonlyArray<ResolversTypes['Delegation']>, ParentType, ContextType>;
};

export type LeaveResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Leave'] = ResolversParentTypes['Leave']> = {
  from?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  until?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type DelegationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Delegation'] = ResolversParentTypes['Delegation']> = {
  to?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  from?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  until?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  document?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type OfficerOnFileResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OfficerOnFile'] = ResolversParentTypes['OfficerOnFile']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  subject?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  email?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  phone?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  unreachable?: Resolver<Maybe<ResolversTypes['UnreachableAddress']>, ParentType, ContextType>;
  suspended?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  posts?: Resolver<ReadonlyArray<ResolversTypes['HeldPost']>, ParentType, ContextType>;
  leave?: Resolver<ReadonlyArray<ResolversTypes['Leave']>, ParentType, ContextType>;
};

export type UnreachableAddressResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UnreachableAddress'] = ResolversParentTypes['UnreachableAddress']> = {
  since?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type AppOnFileResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AppOnFile'] = ResolversParentTypes['AppOnFile']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  scopes?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  purpose?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  disabled?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  machine?: Resolver<Maybe<ResolversTypes['HeldPost']>, ParentType, ContextType>;
  credentials?: Resolver<ReadonlyArray<ResolversTypes['Credential']>, ParentType, ContextType>;
  lastUsedOn?: Resolver<Maybe<ResolversTypes['LocalDate']>, ParentType, ContextType>;
};

export type CredentialResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Credential'] = ResolversParentTypes['Credential']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  addedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  expiresAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  active?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  lastUsedOn?: Resolver<Maybe<ResolversTypes['LocalDate']>, ParentType, ContextType>;
};

export type AppConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AppConnection'] = ResolversParentTypes['AppConnection']> = {
  nodes?: Resolver<ReadonlyArray<ResolversTypes['AppOnFile']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type TenureResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Tenure'] = ResolversParentTypes['Tenure']> = {
  officer?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  agency?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  from?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  until?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  document?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type TenureConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TenureConnection'] = ResolversParentTypes['TenureConnection']> = {
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Tenure']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type LogEntryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LogEntry'] = ResolversParentTypes['LogEntry']> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  act?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  about?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  officer?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  app?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type LogConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LogConnection'] = ResolversParentTypes['LogConnection']> = {
  nodes?: Resolver<ReadonlyArray<ResolversTypes['LogEntry']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type AccessExplanationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AccessExplanation'] = ResolversParentTypes['AccessExplanation']> = {
  caseCode?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  sees?: Resolver<ReadonlyArray<ResolversTypes['FieldClass']>, ParentType, ContextType>;
  may?: Resolver<ReadonlyArray<ResolversTypes['Act']>, ParentType, ContextType>;
  posts?: Resolver<ReadonlyArray<ResolversTypes['PostAccess']>, ParentType, ContextType>;
  missing?: Resolver<ReadonlyArray<ResolversTypes['AccessGap']>, ParentType, ContextType>;
  lentUntil?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type PostAccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PostAccess'] = ResolversParentTypes['PostAccess']> = {
  post?: Resolver<ResolversTypes['HeldPost'], ParentType, ContextType>;
  relations?: Resolver<ReadonlyArray<ResolversTypes['RelationAccess']>, ParentType, ContextType>;
};

export type RelationAccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RelationAccess'] = ResolversParentTypes['RelationAccess']> = {
  relation?: Resolver<ResolversTypes['Relation'], ParentType, ContextType>;
  sees?: Resolver<ReadonlyArray<ResolversTypes['FieldClass']>, ParentType, ContextType>;
  may?: Resolver<ReadonlyArray<ResolversTypes['Act']>, ParentType, ContextType>;
};

export type ImportCalendarPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ImportCalendarPayload'] = ResolversParentTypes['ImportCalendarPayload']> = {
  revision?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  added?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  changed?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  unchanged?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  replayed?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  problems?: Resolver<ReadonlyArray<ResolversTypes['CalendarProblem']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type CalendarProblemResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CalendarProblem'] = ResolversParentTypes['CalendarProblem']> = {
  code?: Resolver<ResolversTypes['CalendarProblemCode'], ParentType, ContextType>;
  row?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  field?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type CalendarPreviewResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CalendarPreview'] = ResolversParentTypes['CalendarPreview']> = {
  revision?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['DeadlineMovement']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  problems?: Resolver<ReadonlyArray<ResolversTypes['CalendarProblem']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type ImportLadderPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ImportLadderPayload'] = ResolversParentTypes['ImportLadderPayload']> = {
  policy?: Resolver<Maybe<ResolversTypes['LadderPolicy']>, ParentType, ContextType>;
  replayed?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  problems?: Resolver<ReadonlyArray<ResolversTypes['LadderProblem']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type LadderProblemResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LadderProblem'] = ResolversParentTypes['LadderProblem']> = {
  code?: Resolver<ResolversTypes['LadderProblemCode'], ParentType, ContextType>;
  field?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type LadderBookResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LadderBook'] = ResolversParentTypes['LadderBook']> = {
  inForce?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  revisions?: Resolver<ReadonlyArray<ResolversTypes['LadderPolicy']>, ParentType, ContextType>;
};

export type LadderPolicyResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LadderPolicy'] = ResolversParentTypes['LadderPolicy']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  province?: Resolver<ResolversTypes['UnitCode'], ParentType, ContextType>;
  revision?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  validFrom?: Resolver<ResolversTypes['LocalDate'], ParentType, ContextType>;
  document?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  ladders?: Resolver<ReadonlyArray<ResolversTypes['Ladder']>, ParentType, ContextType>;
};

export type LadderResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Ladder'] = ResolversParentTypes['Ladder']> = {
  name?: Resolver<ResolversTypes['LadderName'], ParentType, ContextType>;
  rungs?: Resolver<ReadonlyArray<ResolversTypes['Rung']>, ParentType, ContextType>;
  named?: Resolver<ResolversTypes['Hold'], ParentType, ContextType>;
  anonymous?: Resolver<ResolversTypes['Hold'], ParentType, ContextType>;
};

export type RungResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Rung'] = ResolversParentTypes['Rung']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['RungKind'], ParentType, ContextType>;
  share?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  before?: Resolver<Maybe<ResolversTypes['LadderSpan']>, ParentType, ContextType>;
  after?: Resolver<Maybe<ResolversTypes['LadderSpan']>, ParentType, ContextType>;
  tell?: Resolver<ReadonlyArray<ResolversTypes['Role']>, ParentType, ContextType>;
};

export type HoldResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Hold'] = ResolversParentTypes['Hold']> = {
  effect?: Resolver<ResolversTypes['HoldEffect'], ParentType, ContextType>;
  by?: Resolver<Maybe<ResolversTypes['LadderSpan']>, ParentType, ContextType>;
};

export type LadderSpanResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LadderSpan'] = ResolversParentTypes['LadderSpan']> = {
  unit?: Resolver<ResolversTypes['LadderUnit'], ParentType, ContextType>;
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type NoticeExplanationPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['NoticeExplanationPayload'] = ResolversParentTypes['NoticeExplanationPayload']> = {
  explanation?: Resolver<Maybe<ResolversTypes['NoticeExplanation']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type NoticeExplanationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['NoticeExplanation'] = ResolversParentTypes['NoticeExplanation']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['NoticeKind'], ParentType, ContextType>;
  caseCode?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  seq?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  about?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  known?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  writtenAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  post?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  role?: Resolver<ResolversTypes['Role'], ParentType, ContextType>;
  unitCode?: Resolver<ResolversTypes['UnitCode'], ParentType, ContextType>;
  wanted?: Resolver<ReadonlyArray<ResolversTypes['Role']>, ParentType, ContextType>;
  insteadOf?: Resolver<ReadonlyArray<ResolversTypes['EmptySeat']>, ParentType, ContextType>;
  delegated?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  climb?: Resolver<Maybe<ResolversTypes['ClimbExplanation']>, ParentType, ContextType>;
  account?: Resolver<ResolversTypes['Bilingual'], ParentType, ContextType>;
};

export type EmptySeatResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EmptySeat'] = ResolversParentTypes['EmptySeat']> = {
  role?: Resolver<ResolversTypes['Role'], ParentType, ContextType>;
  unitCode?: Resolver<ResolversTypes['UnitCode'], ParentType, ContextType>;
  why?: Resolver<ResolversTypes['SeatGap'], ParentType, ContextType>;
};

export type ClimbExplanationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ClimbExplanation'] = ResolversParentTypes['ClimbExplanation']> = {
  deadline?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  rule?: Resolver<ResolversTypes['RuleId'], ParentType, ContextType>;
  title?: Resolver<ResolversTypes['Bilingual'], ParentType, ContextType>;
  procedure?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  startedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  dueAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  ladders?: Resolver<ResolversTypes['LadderPolicy'], ParentType, ContextType>;
  ladder?: Resolver<ResolversTypes['LadderName'], ParentType, ContextType>;
  rung?: Resolver<ResolversTypes['Rung'], ParentType, ContextType>;
  number?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  plannedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  counted?: Resolver<ReadonlyArray<ResolversTypes['Interval']>, ParentType, ContextType>;
  holds?: Resolver<ReadonlyArray<ResolversTypes['HoldExplanation']>, ParentType, ContextType>;
};

export type HoldExplanationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['HoldExplanation'] = ResolversParentTypes['HoldExplanation']> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  until?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  anonymous?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type MigrateProcedurePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MigrateProcedurePayload'] = ResolversParentTypes['MigrateProcedurePayload']> = {
  cases?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  moved?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  voided?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  failed?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  done?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type ProcedureMigrationPreviewResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ProcedureMigrationPreview'] = ResolversParentTypes['ProcedureMigrationPreview']> = {
  nodes?: Resolver<ReadonlyArray<ResolversTypes['MigratedDeadline']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type MigratedDeadlineResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MigratedDeadline'] = ResolversParentTypes['MigratedDeadline']> = {
  caseCode?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  unitCode?: Resolver<ResolversTypes['UnitCode'], ParentType, ContextType>;
  deadline?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  rule?: Resolver<ResolversTypes['RuleId'], ParentType, ContextType>;
  before?: Resolver<ResolversTypes['DeadlineEnd'], ParentType, ContextType>;
  after?: Resolver<Maybe<ResolversTypes['DeadlineEnd']>, ParentType, ContextType>;
  breached?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  late?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type CaseVerificationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CaseVerification'] = ResolversParentTypes['CaseVerification']> = {
  ok?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  events?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  vouchedTo?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  digest?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  at?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['VerificationFault']>, ParentType, ContextType>;
  where?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  explanation?: Resolver<Maybe<ResolversTypes['Bilingual']>, ParentType, ContextType>;
};

export type AccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Access'] = ResolversParentTypes['Access']> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['ActorKind'], ParentType, ContextType>;
  officer?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  app?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  purpose?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  request?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  posts?: Resolver<ReadonlyArray<ResolversTypes['ID']>, ParentType, ContextType>;
  classes?: Resolver<ReadonlyArray<ResolversTypes['FieldClass']>, ParentType, ContextType>;
  refused?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  glass?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  subjectRequest?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
};

export type AccessConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AccessConnection'] = ResolversParentTypes['AccessConnection']> = {
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Access']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type HeadDigestResolvers<ContextType = Context, ParentType extends ResolversParentTypes['HeadDigest'] = ResolversParentTypes['HeadDigest']> = {
  number?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  writtenAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  caseCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  complete?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  previousHash?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  hash?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  signature?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  keyId?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type HeadDigestConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['HeadDigestConnection'] = ResolversParentTypes['HeadDigestConnection']> = {
  nodes?: Resolver<ReadonlyArray<ResolversTypes['HeadDigest']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type NoticeProofResolvers<ContextType = Context, ParentType extends ResolversParentTypes['NoticeProof'] = ResolversParentTypes['NoticeProof']> = {
  ok?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  faults?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  events?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  projectedTo?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  notices?: Resolver<ReadonlyArray<ResolversTypes['ProvenNotice']>, ParentType, ContextType>;
  duties?: Resolver<ReadonlyArray<ResolversTypes['ProvenDuty']>, ParentType, ContextType>;
  unheard?: Resolver<ReadonlyArray<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type ProvenNoticeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ProvenNotice'] = ResolversParentTypes['ProvenNotice']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  event?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  kind?: Resolver<Maybe<ResolversTypes['NoticeKind']>, ParentType, ContextType>;
  post?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  about?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  duty?: Resolver<Maybe<ResolversTypes['NoticeDuty']>, ParentType, ContextType>;
  verdict?: Resolver<ResolversTypes['NoticeVerdict'], ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['VoidReason']>, ParentType, ContextType>;
  ways?: Resolver<ReadonlyArray<ResolversTypes['NoticeWay']>, ParentType, ContextType>;
};

export type NoticeWayResolvers<ContextType = Context, ParentType extends ResolversParentTypes['NoticeWay'] = ResolversParentTypes['NoticeWay']> = {
  channel?: Resolver<ResolversTypes['DeliveryChannel'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['DeliveryState'], ParentType, ContextType>;
};

export type ProvenDutyResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ProvenDuty'] = ResolversParentTypes['ProvenDuty']> = {
  deadline?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  rule?: Resolver<ResolversTypes['RuleId'], ParentType, ContextType>;
  verdict?: Resolver<ResolversTypes['LadderVerdict'], ParentType, ContextType>;
  at?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type ErasureOrderResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ErasureOrder'] = ResolversParentTypes['ErasureOrder']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['ErasureOrderStatus'], ParentType, ContextType>;
  cases?: Resolver<ReadonlyArray<ResolversTypes['OrderedCase']>, ParentType, ContextType>;
  ground?: Resolver<ResolversTypes['ErasureGround'], ParentType, ContextType>;
  document?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  orderedBy?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  orderedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  approvedBy?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  approvedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  withdrawnBy?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  dueFrom?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  expiresOn?: Resolver<ResolversTypes['LocalDate'], ParentType, ContextType>;
};

export type OrderedCaseResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OrderedCase'] = ResolversParentTypes['OrderedCase']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  erasedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type ErasurePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ErasurePayload'] = ResolversParentTypes['ErasurePayload']> = {
  order?: Resolver<Maybe<ResolversTypes['ErasureOrder']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type ErasureOrderConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ErasureOrderConnection'] = ResolversParentTypes['ErasureOrderConnection']> = {
  nodes?: Resolver<ReadonlyArray<ResolversTypes['ErasureOrder']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type ErasureCandidateResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ErasureCandidate'] = ResolversParentTypes['ErasureCandidate']> = {
  caseId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  caseCode?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  rule?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  policy?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  archivedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  since?: Resolver<ResolversTypes['LocalDate'], ParentType, ContextType>;
};

export type ErasureCandidateConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ErasureCandidateConnection'] = ResolversParentTypes['ErasureCandidateConnection']> = {
  nodes?: Resolver<ReadonlyArray<ResolversTypes['ErasureCandidate']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type AnomalyResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Anomaly'] = ResolversParentTypes['Anomaly']> = {
  kind?: Resolver<ResolversTypes['AnomalyKind'], ParentType, ContextType>;
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  officer?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  app?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type AnomalyConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AnomalyConnection'] = ResolversParentTypes['AnomalyConnection']> = {
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Anomaly']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type RegisterWebhookPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RegisterWebhookPayload'] = ResolversParentTypes['RegisterWebhookPayload']> = {
  webhook?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  changed?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  secret?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type RotateWebhookPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RotateWebhookPayload'] = ResolversParentTypes['RotateWebhookPayload']> = {
  version?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  secret?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type EnableWebhookPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EnableWebhookPayload'] = ResolversParentTypes['EnableWebhookPayload']> = {
  enabled?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  answer?: Resolver<Maybe<ResolversTypes['WebhookAnswer']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type TestWebhookPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TestWebhookPayload'] = ResolversParentTypes['TestWebhookPayload']> = {
  answer?: Resolver<Maybe<ResolversTypes['WebhookAnswer']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type WebhookAnswerResolvers<ContextType = Context, ParentType extends ResolversParentTypes['WebhookAnswer'] = ResolversParentTypes['WebhookAnswer']> = {
  code?: Resolver<ResolversTypes['WebhookAnswerCode'], ParentType, ContextType>;
  status?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type ReplayWebhookPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReplayWebhookPayload'] = ResolversParentTypes['ReplayWebhookPayload']> = {
  replayed?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type ReplayWebhooksPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReplayWebhooksPayload'] = ResolversParentTypes['ReplayWebhooksPayload']> = {
  replayed?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type WebhookResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Webhook'] = ResolversParentTypes['Webhook']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  app?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  unitCode?: Resolver<ResolversTypes['UnitCode'], ParentType, ContextType>;
  agency?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  url?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  kinds?: Resolver<Maybe<ReadonlyArray<ResolversTypes['NoticeKind']>>, ParentType, ContextType>;
  on?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  enabledAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  stoppedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  stopReason?: Resolver<Maybe<ResolversTypes['WebhookStopReason']>, ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  keys?: Resolver<ReadonlyArray<ResolversTypes['WebhookKey']>, ParentType, ContextType>;
};

export type WebhookKeyResolvers<ContextType = Context, ParentType extends ResolversParentTypes['WebhookKey'] = ResolversParentTypes['WebhookKey']> = {
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  publicKey?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  until?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type WebhookConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['WebhookConnection'] = ResolversParentTypes['WebhookConnection']> = {
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Webhook']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type WebhookDeliveryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['WebhookDelivery'] = ResolversParentTypes['WebhookDelivery']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  notice?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['NoticeKind'], ParentType, ContextType>;
  post?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  caseCode?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  writtenAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['DeliveryState'], ParentType, ContextType>;
  attempts?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  tries?: Resolver<ReadonlyArray<ResolversTypes['WebhookAttempt']>, ParentType, ContextType>;
};

export type WebhookAttemptResolvers<ContextType = Context, ParentType extends ResolversParentTypes['WebhookAttempt'] = ResolversParentTypes['WebhookAttempt']> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  answer?: Resolver<Maybe<ResolversTypes['WebhookAnswer']>, ParentType, ContextType>;
};

export type WebhookDeliveryConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['WebhookDeliveryConnection'] = ResolversParentTypes['WebhookDeliveryConnection']> = {
  nodes?: Resolver<ReadonlyArray<ResolversTypes['WebhookDelivery']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type DeliveryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Delivery'] = ResolversParentTypes['Delivery']> = {
  notice?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  channel?: Resolver<ResolversTypes['DeliveryChannel'], ParentType, ContextType>;
  to?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['NoticeKind'], ParentType, ContextType>;
  emergency?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  about?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  writtenAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['DeliveryState'], ParentType, ContextType>;
  attempts?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  ledger?: Resolver<ReadonlyArray<ResolversTypes['DeliveryEntry']>, ParentType, ContextType>;
  remedy?: Resolver<Maybe<ResolversTypes['DeliveryRemedy']>, ParentType, ContextType>;
};

export type DeliveryEntryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DeliveryEntry'] = ResolversParentTypes['DeliveryEntry']> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  outcome?: Resolver<ResolversTypes['DeliveryOutcome'], ParentType, ContextType>;
  code?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  words?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  message?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type DeliveryConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DeliveryConnection'] = ResolversParentTypes['DeliveryConnection']> = {
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Delivery']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type RedrivePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RedrivePayload'] = ResolversParentTypes['RedrivePayload']> = {
  redriven?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  more?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type CountResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Count'] = ResolversParentTypes['Count']> = {
  value?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  suppressed?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type ReleaseResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Release'] = ResolversParentTypes['Release']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  table?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  title?: Resolver<ResolversTypes['Bilingual'], ParentType, ContextType>;
  definition?: Resolver<ResolversTypes['Bilingual'], ParentType, ContextType>;
  unit?: Resolver<ResolversTypes['CountUnit'], ParentType, ContextType>;
  period?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  methodVersion?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  disclosureMethod?: Resolver<ResolversTypes['DisclosureMethod'], ParentType, ContextType>;
  includesSynthetic?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  columns?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  rows?: Resolver<ReadonlyArray<ResolversTypes['ReleaseRow']>, ParentType, ContextType>;
  totals?: Resolver<ReadonlyArray<ResolversTypes['CategoryCount']>, ParentType, ContextType>;
  grandTotal?: Resolver<ResolversTypes['Count'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  hash?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  signature?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  keyId?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ReleaseRowResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReleaseRow'] = ResolversParentTypes['ReleaseRow']> = {
  province?: Resolver<ResolversTypes['UnitCode'], ParentType, ContextType>;
  counts?: Resolver<ReadonlyArray<ResolversTypes['CategoryCount']>, ParentType, ContextType>;
  total?: Resolver<ResolversTypes['Count'], ParentType, ContextType>;
};

export type CategoryCountResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CategoryCount'] = ResolversParentTypes['CategoryCount']> = {
  category?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  count?: Resolver<ResolversTypes['Count'], ParentType, ContextType>;
};

export type ReleaseConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReleaseConnection'] = ResolversParentTypes['ReleaseConnection']> = {
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Release']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type Resolvers<ContextType = Context> = {
  DateTime?: GraphQLScalarType;
  LocalDate?: GraphQLScalarType;
  UnitCode?: GraphQLScalarType;
  IdempotencyKey?: GraphQLScalarType;
  Vnd?: GraphQLScalarType;
  Bilingual?: BilingualResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  Node?: NodeResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  Viewer?: ViewerResolvers<ContextType>;
  HeldPost?: HeldPostResolvers<ContextType>;
  UserError?: UserErrorResolvers<ContextType>;
  Unit?: UnitResolvers<ContextType>;
  UnitConnection?: UnitConnectionResolvers<ContextType>;
  CalendarYear?: CalendarYearResolvers<ContextType>;
  CalendarRow?: CalendarRowResolvers<ContextType>;
  OfficeWeek?: OfficeWeekResolvers<ContextType>;
  DeadlineMovement?: DeadlineMovementResolvers<ContextType>;
  DeadlineEnd?: DeadlineEndResolvers<ContextType>;
  Interval?: IntervalResolvers<ContextType>;
  Procedure?: ProcedureResolvers<ContextType>;
  Adoption?: AdoptionResolvers<ContextType>;
  TimeLimit?: TimeLimitResolvers<ContextType>;
  NoticeDuty?: NoticeDutyResolvers<ContextType>;
  CaseConnection?: CaseConnectionResolvers<ContextType>;
  ListedCase?: ListedCaseResolvers<ContextType>;
  Case?: CaseResolvers<ContextType>;
  Profile?: ProfileResolvers<ContextType>;
  Leg?: LegResolvers<ContextType>;
  HandoverOffer?: HandoverOfferResolvers<ContextType>;
  Identity?: IdentityResolvers<ContextType>;
  Parent?: ParentResolvers<ContextType>;
  Narrative?: NarrativeResolvers<ContextType>;
  Informant?: InformantResolvers<ContextType>;
  Perpetrator?: PerpetratorResolvers<ContextType>;
  Questionnaire?: QuestionnaireResolvers<ContextType>;
  QuestionnaireItem?: QuestionnaireItemResolvers<ContextType>;
  CasePayload?: CasePayloadResolvers<ContextType>;
  Ability?: AbilityResolvers<ContextType>;
  Deadline?: DeadlineResolvers<ContextType>;
  DeadlineCalculationPayload?: DeadlineCalculationPayloadResolvers<ContextType>;
  DeadlineCalculation?: DeadlineCalculationResolvers<ContextType>;
  CountedSpan?: CountedSpanResolvers<ContextType>;
  LadderRung?: LadderRungResolvers<ContextType>;
  HistoryConnection?: HistoryConnectionResolvers<ContextType>;
  HistoryEntry?: HistoryEntryResolvers<ContextType>;
  HistoryFact?: HistoryFactResolvers<ContextType>;
  FormNumber?: FormNumberResolvers<ContextType>;
  ToldPost?: ToldPostResolvers<ContextType>;
  Incident?: IncidentResolvers<ContextType>;
  IncidentReport?: IncidentReportResolvers<ContextType>;
  Minutes?: MinutesResolvers<ContextType>;
  Isolation?: IsolationResolvers<ContextType>;
  IsolationOrder?: IsolationOrderResolvers<ContextType>;
  Plan?: PlanResolvers<ContextType>;
  PlanItem?: PlanItemResolvers<ContextType>;
  PlanForm?: PlanFormResolvers<ContextType>;
  PlanWording?: PlanWordingResolvers<ContextType>;
  Decision?: DecisionResolvers<ContextType>;
  Care?: CareResolvers<ContextType>;
  CarePlacement?: CarePlacementResolvers<ContextType>;
  Relief?: ReliefResolvers<ContextType>;
  Standstill?: StandstillResolvers<ContextType>;
  Extension?: ExtensionResolvers<ContextType>;
  Disclosure?: DisclosureResolvers<ContextType>;
  SubjectRequest?: SubjectRequestResolvers<ContextType>;
  SubjectExport?: SubjectExportResolvers<ContextType>;
  IdentityGiven?: IdentityGivenResolvers<ContextType>;
  DisclosureGiven?: DisclosureGivenResolvers<ContextType>;
  ToldStep?: ToldStepResolvers<ContextType>;
  Exclusion?: ExclusionResolvers<ContextType>;
  Glass?: GlassResolvers<ContextType>;
  Notice?: NoticeResolvers<ContextType>;
  EmailHold?: EmailHoldResolvers<ContextType>;
  NoticeConnection?: NoticeConnectionResolvers<ContextType>;
  CreateCalendarFeedPayload?: CreateCalendarFeedPayloadResolvers<ContextType>;
  RevokeCalendarFeedPayload?: RevokeCalendarFeedPayloadResolvers<ContextType>;
  Forecast?: ForecastResolvers<ContextType>;
  AgencyForecast?: AgencyForecastResolvers<ContextType>;
  DayLoad?: DayLoadResolvers<ContextType>;
  PolicySimulation?: PolicySimulationResolvers<ContextType>;
  LimitStanding?: LimitStandingResolvers<ContextType>;
  AgencyChange?: AgencyChangeResolvers<ContextType>;
  LadderLoad?: LadderLoadResolvers<ContextType>;
  DraftProblem?: DraftProblemResolvers<ContextType>;
  CaseAsOf?: CaseAsOfResolvers<ContextType>;
  DeadlineAsOf?: DeadlineAsOfResolvers<ContextType>;
  ImportUnitsPayload?: ImportUnitsPayloadResolvers<ContextType>;
  AppointOfficerPayload?: AppointOfficerPayloadResolvers<ContextType>;
  VacatePostPayload?: VacatePostPayloadResolvers<ContextType>;
  RegisterAppPayload?: RegisterAppPayloadResolvers<ContextType>;
  ChangePayload?: ChangePayloadResolvers<ContextType>;
  ImportOfficersPayload?: ImportOfficersPayloadResolvers<ContextType>;
  PostOnFile?: PostOnFileResolvers<ContextType>;
  Leave?: LeaveResolvers<ContextType>;
  Delegation?: DelegationResolvers<ContextType>;
  OfficerOnFile?: OfficerOnFileResolvers<ContextType>;
  UnreachableAddress?: UnreachableAddressResolvers<ContextType>;
  AppOnFile?: AppOnFileResolvers<ContextType>;
  Credential?: CredentialResolvers<ContextType>;
  AppConnection?: AppConnectionResolvers<ContextType>;
  Tenure?: TenureResolvers<ContextType>;
  TenureConnection?: TenureConnectionResolvers<ContextType>;
  LogEntry?: LogEntryResolvers<ContextType>;
  LogConnection?: LogConnectionResolvers<ContextType>;
  AccessExplanation?: AccessExplanationResolvers<ContextType>;
  PostAccess?: PostAccessResolvers<ContextType>;
  RelationAccess?: RelationAccessResolvers<ContextType>;
  ImportCalendarPayload?: ImportCalendarPayloadResolvers<ContextType>;
  CalendarProblem?: CalendarProblemResolvers<ContextType>;
  CalendarPreview?: CalendarPreviewResolvers<ContextType>;
  ImportLadderPayload?: ImportLadderPayloadResolvers<ContextType>;
  LadderProblem?: LadderProblemResolvers<ContextType>;
  LadderBook?: LadderBookResolvers<ContextType>;
  LadderPolicy?: LadderPolicyResolvers<ContextType>;
  Ladder?: LadderResolvers<ContextType>;
  Rung?: RungResolvers<ContextType>;
  Hold?: HoldResolvers<ContextType>;
  LadderSpan?: LadderSpanResolvers<ContextType>;
  NoticeExplanationPayload?: NoticeExplanationPayloadResolvers<ContextType>;
  NoticeExplanation?: NoticeExplanationResolvers<ContextType>;
  EmptySeat?: EmptySeatResolvers<ContextType>;
  ClimbExplanation?: ClimbExplanationResolvers<ContextType>;
  HoldExplanation?: HoldExplanationResolvers<ContextType>;
  MigrateProcedurePayload?: MigrateProcedurePayloadResolvers<ContextType>;
  ProcedureMigrationPreview?: ProcedureMigrationPreviewResolvers<ContextType>;
  MigratedDeadline?: MigratedDeadlineResolvers<ContextType>;
  CaseVerification?: CaseVerificationResolvers<ContextType>;
  Access?: AccessResolvers<ContextType>;
  AccessConnection?: AccessConnectionResolvers<ContextType>;
  HeadDigest?: HeadDigestResolvers<ContextType>;
  HeadDigestConnection?: HeadDigestConnectionResolvers<ContextType>;
  NoticeProof?: NoticeProofResolvers<ContextType>;
  ProvenNotice?: ProvenNoticeResolvers<ContextType>;
  NoticeWay?: NoticeWayResolvers<ContextType>;
  ProvenDuty?: ProvenDutyResolvers<ContextType>;
  ErasureOrder?: ErasureOrderResolvers<ContextType>;
  OrderedCase?: OrderedCaseResolvers<ContextType>;
  ErasurePayload?: ErasurePayloadResolvers<ContextType>;
  ErasureOrderConnection?: ErasureOrderConnectionResolvers<ContextType>;
  ErasureCandidate?: ErasureCandidateResolvers<ContextType>;
  ErasureCandidateConnection?: ErasureCandidateConnectionResolvers<ContextType>;
  Anomaly?: AnomalyResolvers<ContextType>;
  AnomalyConnection?: AnomalyConnectionResolvers<ContextType>;
  RegisterWebhookPayload?: RegisterWebhookPayloadResolvers<ContextType>;
  RotateWebhookPayload?: RotateWebhookPayloadResolvers<ContextType>;
  EnableWebhookPayload?: EnableWebhookPayloadResolvers<ContextType>;
  TestWebhookPayload?: TestWebhookPayloadResolvers<ContextType>;
  WebhookAnswer?: WebhookAnswerResolvers<ContextType>;
  ReplayWebhookPayload?: ReplayWebhookPayloadResolvers<ContextType>;
  ReplayWebhooksPayload?: ReplayWebhooksPayloadResolvers<ContextType>;
  Webhook?: WebhookResolvers<ContextType>;
  WebhookKey?: WebhookKeyResolvers<ContextType>;
  WebhookConnection?: WebhookConnectionResolvers<ContextType>;
  WebhookDelivery?: WebhookDeliveryResolvers<ContextType>;
  WebhookAttempt?: WebhookAttemptResolvers<ContextType>;
  WebhookDeliveryConnection?: WebhookDeliveryConnectionResolvers<ContextType>;
  Delivery?: DeliveryResolvers<ContextType>;
  DeliveryEntry?: DeliveryEntryResolvers<ContextType>;
  DeliveryConnection?: DeliveryConnectionResolvers<ContextType>;
  RedrivePayload?: RedrivePayloadResolvers<ContextType>;
  Count?: CountResolvers<ContextType>;
  Release?: ReleaseResolvers<ContextType>;
  ReleaseRow?: ReleaseRowResolvers<ContextType>;
  CategoryCount?: CategoryCountResolvers<ContextType>;
  ReleaseConnection?: ReleaseConnectionResolvers<ContextType>;
};

