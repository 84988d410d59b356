import type { Calendar } from '#domain/calendar.ts';
import type { Json } from '#domain/canonical.ts';
import type { Case } from '#domain/case/case.ts';
import type { CommandType } from '#domain/case/command.ts';
import type { Fact, PaperKind } from '#domain/case/event.ts';
import type { Counters } from '#domain/case/moment.ts';
import type { App, Directory, Officer, Post, Role, Unit, UnitCode } from '#domain/directory.ts';
import type { ProtectedTable } from '#domain/disclosure.ts';
import type { Notice } from '#domain/notice.ts';
import type { Actor, FieldClass } from '#domain/permission.ts';
import type { Procedure, Step } from '#domain/procedure.ts';
import type { StatisticalRecord } from '#domain/statistics.ts';
import type { Instant } from '#domain/time.ts';

/** What one commit leaves in the ledger; complete, so that nobody ever reads "as of then". */
export type Event = {
  readonly caseId: string;
  readonly caseCode: string;
  readonly seq: number;
  readonly revision: number;
  readonly act: CommandType | 'sweep';
  readonly written: Instant;
  readonly by: { readonly kind: Actor['kind']; readonly id: string; readonly app: string };
  readonly emergency: boolean;
  readonly synthetic: boolean;
  /** Due instants of the deadlines the facts speak of, by deadline id. */
  readonly dueAt: Readonly<Record<string, Instant | null>>;
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
  readonly events: (caseId: string, after: number) => Promise<readonly StoredEvent[]>;
  /** The newest version of a paper, still sealed, with the key it is sealed under. */
  readonly papers: (
    state: Case,
    kinds: readonly PaperKind[],
  ) => Promise<{ readonly papers: readonly SealedPaper[]; readonly keys: PaperKeys }>;
};

/** The wrapped keys papers are sealed under: of the case, and of the incident for perpetrators. */
export type PaperKeys = { readonly ofCase: Uint8Array; readonly ofIncident: Uint8Array };

/** One row of a unit's worklist: nothing in it is sealed or says what was done to the child. */
export type ListedCase = {
  readonly id: string;
  readonly code: string;
  readonly step: Step;
  readonly emergency: boolean;
  readonly overdue: boolean;
  readonly receivedAt: Instant;
  /** Earliest due instant of the open deadlines that bind. */
  readonly dueAt: Instant | null;
  readonly incidentUnit: UnitCode;
  readonly residenceUnit: UnitCode;
  readonly handover: 'NONE' | 'OFFERED' | 'ACCEPTED';
  readonly synthetic: boolean;
};

/** The lists a unit works through; a closed case is in one list, an open one in OPEN and perhaps OVERDUE. */
export const listKinds = ['OPEN', 'OVERDUE', 'CLOSED'] as const;
/** One of {@link listKinds}. */
export type ListKind = (typeof listKinds)[number];

/** A page of rows in a stable order; `next` continues behind the last row. */
export type Page<Row> = { readonly rows: readonly Row[]; readonly next: string | undefined };
/** Where a page begins and how long it may be. */
export type PageWish = { readonly first: number; readonly after: string | undefined };

/** Worklists of communes, provinces and opening agencies, oldest report first. */
export type Worklists = {
  readonly list: (unit: UnitCode, kind: ListKind, wish: PageWish) => Promise<Page<ListedCase>>;
  readonly count: (unit: UnitCode, kind: ListKind) => Promise<number>;
};

/** A notice in a post's inbox. */
export type InboxItem = Notice & {
  readonly written: Instant;
  readonly email: 'PENDING' | 'CLAIMED' | 'SENT' | 'VOID' | 'FAILED';
  readonly attempts: number;
};

/** Notices as they wait for their posts and carriers. */
export type Notices = {
  /** Writes each notice that is not there yet; returns those this call wrote. */
  readonly putNew: (notices: readonly Notice[], now: Instant) => Promise<readonly Notice[]>;
  readonly inbox: (post: string, wish: PageWish) => Promise<Page<InboxItem>>;
  readonly find: (post: string, id: string) => Promise<InboxItem | undefined>;
  /** Takes the notice for sending until the lease ends; nothing when it is sent, void or another's. */
  readonly claim: (post: string, id: string, now: Instant) => Promise<InboxItem | undefined>;
  readonly settle: (
    post: string,
    id: string,
    outcome: { readonly email: 'SENT' | 'VOID' } | { readonly retryAt: Instant | null },
  ) => Promise<void>;
  /** Notices whose next attempt is due, oldest first. */
  readonly due: (now: Instant, limit: number) => Promise<readonly NoticeKey[]>;
  /** When the next attempt becomes due, if any will. */
  readonly next: () => Promise<Instant | undefined>;
};

/** A way to reach a person outside; `ref` is the same for every attempt of one notice. */
export type Carrier = (mail: {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly ref: string;
}) => Promise<'SENT' | 'REFUSED' | 'LATER'>;

/** Where a notice lies. */
export type NoticeKey = { readonly post: string; readonly id: string };

/** How far a case has been projected, and the record it adds up to. */
export type Projections = {
  readonly cursor: (caseId: string) => Promise<number>;
  readonly record: (caseId: string) => Promise<StatisticalRecord | undefined>;
  /** Moves the cursor and writes the record in one transaction; false when another projector was first. */
  readonly advance: (step: {
    readonly caseId: string;
    readonly from: number;
    readonly to: number;
    readonly record: StatisticalRecord | undefined;
  }) => Promise<boolean>;
};

/** A frozen, protected table: its id names table and period, and nothing in it ever changes. */
export type Release = {
  readonly id: string;
  readonly createdAt: Instant;
  readonly table: ProtectedTable;
  /** SHA-256 of the canonical table, hex. */
  readonly hash: string;
  /** Signature of the hash, base64, and the id of the key that made it. */
  readonly signature: string;
  readonly keyId: string;
};

/** The releases there are; a release is written once. */
export type Releases = {
  readonly list: (wish: PageWish) => Promise<Page<Release>>;
  readonly find: (id: string) => Promise<Release | undefined>;
  readonly putNew: (release: Release) => Promise<boolean>;
};

/** The register of reads of personal data, append-only. */
export type Audit = {
  readonly opened: (entry: {
    readonly caseId: string;
    readonly classes: readonly FieldClass[];
    readonly actor: Actor;
    readonly requestId: string;
    readonly at: Instant;
  }) => Promise<void>;
};

/** What administrators keep. Each change is one transaction and raises the directory revision. */
export type Administration = {
  readonly importUnits: (
    units: readonly Unit[],
    by: Actor,
    now: Instant,
  ) => Promise<{ readonly added: number; readonly changed: number; readonly unchanged: number }>;
  readonly appoint: (wish: Appointment, by: Actor, now: Instant) => Promise<Post>;
  readonly vacate: (post: PostSeat, by: Actor, now: Instant) => Promise<boolean>;
  readonly registerApp: (app: AppWish, by: Actor, now: Instant) => Promise<void>;
};

/** Puts an officer into a post, making agency, post and officer where they are missing. */
export type Appointment = {
  readonly unit: UnitCode;
  readonly role: Role;
  readonly agency: string;
  readonly officer: string;
  readonly email: string | null;
};
/** A post by where it is. */
export type PostSeat = { readonly unit: UnitCode; readonly post: string };
/** An app to be registered; the secret is kept as a digest. */
export type AppWish = App & { readonly secretSha256: string | null };

/** Which cases have become due; entries may lag and are judged again on the case itself. */
export type DueIndex = {
  /** Cases of a province due at an instant, oldest first, at most `limit`. */
  readonly due: (province: UnitCode, now: Instant, limit: number) => Promise<readonly string[]>;
  /** When the next case of a province becomes due, if any will. */
  readonly next: (province: UnitCode) => Promise<Instant | undefined>;
};

/** Directory snapshots, and what is versioned beside it. */
export type Directories = {
  /** The units named, those above them, and all their posts as they stand now. */
  readonly around: (units: readonly UnitCode[]) => Promise<Directory>;
  readonly provinces: () => Promise<readonly UnitCode[]>;
  readonly officer: (id: string) => Promise<Officer | undefined>;
  readonly app: (id: string) => Promise<AppWish | undefined>;
  readonly unit: (code: UnitCode) => Promise<Unit | undefined>;
  readonly children: (parent: UnitCode, wish: PageWish) => Promise<Page<Unit>>;
  /** Where mail for a post goes now: its holder's address; nothing while it is vacant. */
  readonly address: (unit: UnitCode, post: string) => Promise<string | undefined>;
  readonly calendar: () => Promise<Calendar>;
  readonly procedures: () => Promise<readonly Procedure[]>;
};

/** Seals and opens papers; `subject` is the opaque id the key belongs to. */
export type Sealing = {
  readonly newKey: (subject: string) => Promise<Uint8Array>;
  readonly seal: (paper: ToSeal) => Promise<SealedPaper>;
  readonly open: (paper: ToOpen) => Promise<Json>;
};

type Under = { readonly subject: string; readonly wrapped: Uint8Array };
/** A paper to be sealed. */
export type ToSeal = Under & {
  readonly kind: PaperKind;
  readonly version: number;
  readonly plain: Json;
};
/** A paper to be opened. */
export type ToOpen = Under & { readonly paper: SealedPaper };

/** Time and chance, and the digests that need a secret or a hash. */
export type World = {
  readonly now: () => Instant;
  /** A fresh id of 128 random bits. */
  readonly newId: () => string;
  /** Waits a random while that grows with the attempt, before another try. */
  readonly pause: (attempt: number) => Promise<void>;
  /** What the first event of a case is linked to. */
  readonly chainStart: (caseId: string) => string;
  /** The hash that links an event to the one before. */
  readonly link: (previous: string, event: Event) => string;
  /** Keyed digest of a value, for telling requests apart. */
  readonly fingerprint: (value: Json) => string;
  /** Writes one line of the operator's log; only these fields ever reach it. */
  readonly log: (line: LogLine) => void;
};

/** What may be logged: codes, ids and counts, never content. */
export type LogLine = {
  readonly event: string;
  readonly alarm?: boolean;
  readonly caseId?: string;
  readonly code?: string;
  readonly count?: number;
  readonly lagSeconds?: number;
  readonly requestId?: string;
};
