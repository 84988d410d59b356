import type { Case } from '#domain/case/case.ts';
import type { CommandType } from '#domain/case/command.ts';
import type { Fact } from '#domain/case/event.ts';
import type { Incident } from '#domain/case/incident.ts';
import type { Counters } from '#domain/case/moment.ts';
import type { PaperKind, PaperRef } from '#domain/case/terms.ts';
import type { Actor } from '#domain/permission.ts';
import type { Instant } from '#domain/time.ts';
import type { ShredEntry } from './erasures.ts';

/** What one commit leaves in the ledger; complete, so that nobody ever reads "as of then". */
export type Event = {
  readonly caseId: string;
  readonly caseCode: string;
  readonly seq: number;
  readonly revision: number;
  readonly act: CommandType | 'sweep' | 'replan' | 'migrate' | 'erase' | 'canary';
  readonly written: Instant;
  readonly by: { readonly kind: Actor['kind']; readonly id: string; readonly app: string };
  readonly emergency: boolean;
  readonly synthetic: boolean;
  /** Of a canary: whatever counts or shows events leaves it out. */
  readonly canary?: true;
  readonly directory: number;
  readonly facts: readonly Fact[];
  /** The sealed papers of this commit and the digests of their ciphertexts. */
  readonly sealed: readonly {
    readonly kind: PaperKind;
    readonly version: number;
    readonly digest: string;
  }[];
};

/** An event as stored: linked to the one before by its hash. */
export type StoredEvent = Event & { readonly previous: string; readonly hash: string };

/** A paper ready for storing: only the ciphertext. */
export type SealedPaper = {
  readonly kind: PaperKind;
  readonly version: number;
  readonly nonce: Uint8Array;
  readonly body: Uint8Array;
  readonly digest: string;
};

/** A case as read for deciding, strongly. */
export type Head = {
  readonly state: Case;
  /** Hash of the last event. */
  readonly hash: string;
  /** When the last event was written. */
  readonly written: Instant;
  /** The commit that last wrote the plan; 0 before there is one. */
  readonly planSeq: number;
};

/** The wrapped data keys of an incident and of its cases, each by the id of what it seals. */
export type WrappedKeys = Readonly<Record<string, Uint8Array>>;

/** An incident as read for deciding, strongly, with the keys of all that is sealed in it. */
export type IncidentHead = {
  readonly incident: Incident;
  /** Commits about the incident so far. */
  readonly seq: number;
  readonly keys: WrappedKeys;
  /** The master key all of them were last found under; forgotten by every later commit about the incident. */
  readonly master?: string | undefined;
};

/** What an API write leaves behind so that a repeat finds the first answer. */
export type Request = {
  readonly app: string;
  readonly subject: string;
  readonly key: string;
  /** Keyed digest of the canonical input; two inputs under one key are told apart by it. */
  readonly fingerprint: string;
};

/** A request that has been carried out before. */
export type Prior = {
  readonly fingerprint: string;
  readonly caseId: string;
  readonly act: CommandType;
  /** Codes of the cases it opened. */
  readonly opened: readonly string[];
};

/** Everything a command needs of the ledger, in one read. */
export type Loaded = {
  readonly head: Head | undefined;
  readonly prior: Prior | undefined;
  readonly counters: Counters;
  /** The incident of the case, for acts that are about it or seal something. */
  readonly incident: IncidentHead | undefined;
  /** The other cases of the incident, for acts that are about all of them. */
  readonly siblings: readonly Head[];
};

/** What one transaction leaves on one case. */
export type CaseCommit = {
  readonly before: Head | undefined;
  readonly after: Case;
  readonly event: StoredEvent;
  /** The papers of this child alone. */
  readonly papers: readonly SealedPaper[];
};

/** What one transaction leaves on an incident. */
export type IncidentCommit = {
  readonly before: IncidentHead | undefined;
  readonly after: Incident;
  /** All keys of the incident, with those of its new cases. */
  readonly keys: WrappedKeys;
  /** What the report says of the incident, sealed once for all its cases. */
  readonly papers: readonly SealedPaper[];
};

/** One transaction of the ledger: all of it or nothing. */
export type Commit = {
  /** One case, or all those of an incident; the first is the one the act was asked for. */
  readonly cases: readonly CaseCommit[];
  readonly incident?: IncidentCommit;
  /** Codes of the cases it opens, in the order in which their children were told of. */
  readonly opened?: readonly string[];
  readonly request?: Request;
  /** Keys this commit destroys, for the list that outlives every backup of them. */
  readonly shredded?: readonly ShredEntry[];
  readonly counters?: { readonly before: Counters; readonly after: Counters };
  readonly now: Instant;
};

/** How a commit ended: written, or who was first. Anything else is thrown. */
export type CommitOutcome = 'COMMITTED' | 'OTHER_COMMIT' | 'SAME_REQUEST';

/**
 * Whether the caller sees a case. For whoever does not, it is read no further than one there is not: it comes
 * without its plan and the deadlines of that, by which nobody sees more or less of it.
 */
export type IsSeen = (state: Case) => boolean;

/** The ledger of cases. Reads of a case are strong. */
export type Ledger = {
  readonly load: (wanted: {
    readonly caseId: string;
    readonly request: Request;
    readonly agency: string;
    readonly year: number;
    readonly now: Instant;
    /** What this act needs beside the case itself. */
    readonly with: readonly ('incident' | 'siblings' | 'cases' | 'forms')[];
    readonly isSeen: IsSeen;
  }) => Promise<Loaded>;
  readonly head: (caseId: string, isSeen?: IsSeen) => Promise<Head | undefined>;
  /** The id of the case of a code. */
  readonly coded: (code: string) => Promise<string | undefined>;
  readonly heads: (
    caseIds: readonly string[],
    isSeen?: IsSeen,
  ) => Promise<ReadonlyMap<string, Head>>;
  readonly commit: (commit: Commit) => Promise<CommitOutcome>;
  /** Events after a sequence number, in order, strongly. */
  readonly events: (
    caseId: string,
    after: number,
    limit?: number,
  ) => Promise<readonly StoredEvent[]>;
  /** Incidents by id, with their keys. */
  readonly incidents: (ids: readonly string[]) => Promise<ReadonlyMap<string, IncidentHead>>;
  /** Papers of a case and of the reports of its incident, still sealed, in the order asked for. */
  readonly papers: (
    of: Pick<Case, 'id' | 'incident'>,
    refs: readonly PaperRef[],
  ) => Promise<readonly SealedPaper[]>;
};
