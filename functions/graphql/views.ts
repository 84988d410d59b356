import type { ListedCase, ListKind, ListOwner } from '#app/ports/worklists.ts';
import type { Case, Deadline, Leg } from '#domain/case/case.ts';
import type { Disclosure } from '#domain/case/disclosure-terms.ts';
import type { Incident, IncidentReport } from '#domain/case/incident.ts';
import type { Exclusion, Glass } from '#domain/case/oversight.ts';
import type { SubjectRequest } from '#domain/case/subject-terms.ts';
import type { PlanItem } from '#domain/case/terms.ts';
import type { Actor } from '#domain/permission.ts';
import type { Credential } from '#domain/personnel.ts';
import type { Limit, RuleId, Trigger } from '#domain/procedure.ts';
import type { Redaction } from '#domain/redaction.ts';
import type { Instant } from '#domain/time.ts';
import type { CaseView } from '#domain/view.ts';

/** An open deadline with what its fields are told from. */
export type OpenDeadline = {
  /** Any but that of a canary, which nobody sees. */
  readonly rule: Exclude<RuleId, 'P00'>;
  readonly trigger: Exclude<Trigger, 'CanarySetOff'>;
  /** When what started it happened: the hand-over to the carer, for all of a series. */
  readonly startedAt: Instant;
  readonly open: Deadline;
  readonly state: Case;
  readonly limit: Limit;
};

/** A leg and the post of its worker. */
export type CaseLeg = Leg & { readonly worker: string | undefined };

/** An incident, reached through a case one may see. */
export type IncidentOfCase = { readonly incident: Incident; readonly view: CaseView };

/** A report of an incident; what of it may be opened is judged on the case it was reached through. */
export type ReportOfIncident = IncidentReport & { readonly place: number; readonly view: CaseView };

/** Something told outside this system, with the version of the paper that says to whom. */
export type DisclosureOfCase = Disclosure & { readonly version: number; readonly view: CaseView };

/** A post its holder acts by. */
export type HeldPost = Actor['posts'][number];

/** An exclusion, with the case its note is sealed with. */
export type ExclusionOfCase = Exclusion & { readonly view: CaseView };

/** An access in an emergency, with the case its reason is sealed with. */
export type GlassOfCase = Glass & { readonly view: CaseView };

/** A request of the subject, with the case its note is sealed with. */
export type SubjectRequestOfCase = SubjectRequest & { readonly view: CaseView };

/** A case as it is given to whoever asked for the child, and what strikes other persons out of its words. */
export type CaseGiven = { readonly view: CaseView; readonly struck: () => Promise<Redaction> };

/** A credential and the app whose it is. */
export type CredentialOfApp = Credential & { readonly app: string };

/** A page of a unit's list; the whole list is counted only when somebody asks. */
export type CasePage = {
  readonly nodes: readonly ListedCase[];
  readonly pageInfo: { readonly endCursor: string | null; readonly hasNextPage: boolean };
  readonly owner: ListOwner;
  readonly list: ListKind;
  /** Whether whoever asks may see every case of the list. */
  readonly whole: boolean;
};

/** A plan item and how far it has come. */
export type PlannedItem = PlanItem & { readonly started: boolean; readonly completed: boolean };
