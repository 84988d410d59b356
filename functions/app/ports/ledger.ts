import type { Case } from '#domain/case/case.ts';
import type { CommandType } from '#domain/case/command.ts';
import type { Fact } from '#domain/case/event.ts';
import type { Counters } from '#domain/case/moment.ts';
import type { PaperKind } from '#domain/case/terms.ts';
import type { Actor } from '#domain/permission.ts';
import type { Instant } from '#domain/time.ts';

/** What one commit leaves in the ledger; complete, so that nobody ever reads "as of then". */
export type Event = {
  readonly caseId: string;
  readonly caseCode: string;
  readonly seq: number;
  readonly revision: number;
  readonly act: CommandType | 'sweep' | 'replan' | 'canary';
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
  /** The commit that last wrote the plan; 0 before there is one. */
  readonly planSeq: number;
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
};

/** Everything a command needs of the ledger, in one read. */
export type Loaded = {
  readonly head: Head | undefined;
  readonly prior: Prior | undefined;
  readonly counters: Counters;
  /** The wrapped data key of the case; nothing before its first commit. */
  readonly wrappedKey: Uint8Array | undefined;
};

/** One transaction of the ledger: all of it or nothing. */
export type Commit = {
  readonly before: Head | undefined;
  readonly after: Case;
  readonly event: StoredEvent;
  readonly papers: readonly SealedPaper[];
  /** Given with the first commit of a case. */
  readonly keys?: { readonly ofCase: Uint8Array; readonly ofIncident: Uint8Array };
  readonly request?: Request;
  readonly counters?: { readonly before: Counters; readonly after: Counters };
  readonly now: Instant;
};

/** How a commit ended: written, or who was first. Anything else is thrown. */
export type CommitOutcome = 'COMMITTED' | 'OTHER_COMMIT' | 'SAME_REQUEST';

/** The ledger of cases. Reads of a case are strong. */
export type Ledger = {
  readonly load: (wanted: {
    readonly caseId: string;
    readonly request: Request;
    readonly agency: string;
    readonly year: number;
    readonly now: Instant;
    /** What this act needs beside the case itself. */
    readonly with: readonly ('dataKey' | 'cases' | 'forms')[];
  }) => Promise<Loaded>;
  readonly head: (caseId: string) => Promise<Head | undefined>;
  readonly heads: (caseIds: readonly string[]) => Promise<ReadonlyMap<string, Head>>;
  readonly commit: (commit: Commit) => Promise<CommitOutcome>;
  /** Events after a sequence number, in order, strongly. */
  readonly events: (
    caseId: string,
    after: number,
    limit?: number,
  ) => Promise<readonly StoredEvent[]>;
  /** The newest version of a paper, still sealed, with the key it is sealed under. */
  readonly papers: (
    state: Case,
    kinds: readonly PaperKind[],
  ) => Promise<{ readonly papers: readonly SealedPaper[]; readonly keys: PaperKeys }>;
};

/** The wrapped keys papers are sealed under: of the case, and of the incident for perpetrators. */
export type PaperKeys = { readonly ofCase: Uint8Array; readonly ofIncident: Uint8Array };
