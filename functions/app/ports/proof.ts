import type { PaperRef } from '#domain/case/terms.ts';
import type { Actor, FieldClass } from '#domain/permission.ts';
import type { Instant } from '#domain/time.ts';
import type { VerificationFault } from '#domain/verification-words.ts';
import type { SealedPaper, StoredEvent } from './ledger.ts';
import type { Page, PageWish } from './worklists.ts';

/** A position in a chain: the number of an event and its hash. */
export type Anchor = { readonly seq: number; readonly hash: string };

/** Why a chain does not hold at a sequence number. */
export type ChainFault =
  | 'NOT_IN_SEQUENCE'
  | 'NOT_LINKED'
  | 'REPLACED'
  | 'CHANGED'
  | 'SHORT_OF_HEAD'
  | 'BEYOND_HEAD'
  | 'NOT_THE_HEAD';

/** What a walk along a chain found: its end, or the first sequence number that does not hold. */
export type ChainVerdict =
  | { readonly ok: true; readonly head: Anchor }
  | { readonly ok: false; readonly at: number; readonly reason: ChainFault };

/** The number at which something that is stored is not what it should be, and why. */
export type RecordFault = {
  readonly at: number;
  readonly reason: VerificationFault;
  /** The list, by unit and agency, or the counter, by agency and year, where it is one of several. */
  readonly where: string | null;
};

/** A case as it lies in the store, damaged or not; reading it never fails on what it holds. */
export type CaseRecord = {
  /** In stored order; an item that is not exactly what an event of the ledger leaves has none. */
  readonly entries: readonly (StoredEvent | undefined)[];
  /** The last event by HEAD; nothing where there is no HEAD that could be read. */
  readonly head: Anchor | undefined;
  /** Whether HEAD and every plan are what these events add up to. */
  readonly addsUp: (events: readonly StoredEvent[]) => boolean;
  /** What else follows from these events and is not there as it should be, by number: rows, incident, numbers. */
  readonly beside: (events: readonly StoredEvent[]) => readonly RecordFault[];
  /** A sealed paper of the case or of a report of its incident. */
  readonly paper: (ref: PaperRef) => Pick<SealedPaper, 'nonce' | 'body' | 'digest'> | undefined;
};

/** What a digest vouches for of one case: the hashes of its events from a number on. */
export type Vouched = {
  readonly case: string;
  readonly from: number;
  readonly hashes: readonly string[];
  /** The digest that vouches for the events before these; null when these are the first. */
  readonly before: number | null;
};

/** What a digest says: one sheet of a night, with what changed since the last. */
export type DigestBody = {
  /** Counted from 1 over all nights. */
  readonly seq: number;
  readonly written: Instant;
  readonly cases: readonly Vouched[];
  /** Where the walk of this night goes on; null when it has been through every case. */
  readonly after: string | null;
};

/** A digest as stored: linked to the one before, and its hash signed. */
export type HeadDigest = DigestBody & {
  readonly previous: string;
  readonly hash: string;
  /** Signature of the hash, base64, and the id of the key that made it. */
  readonly signature: string;
  readonly keyId: string;
};

/** How far a case is vouched for, and by which digest. */
export type Anchored = Anchor & { readonly digest: number };

/** The book of digests: sheets are added at its end, and never changed or taken out. */
export type DigestBook = {
  readonly last: () => Promise<HeadDigest | undefined>;
  readonly find: (seq: number) => Promise<HeadDigest | undefined>;
  /** Newest first. */
  readonly list: (wish: PageWish) => Promise<Page<HeadDigest>>;
  readonly anchors: (caseIds: readonly string[]) => Promise<ReadonlyMap<string, Anchored>>;
  /** Adds a sheet with the anchors of its cases in one transaction; false when another was first. */
  readonly append: (digest: HeadDigest) => Promise<boolean>;
};

/** Cases as they lie in the store. */
export type Records = {
  /** Nothing where nothing at all is stored. */
  readonly find: (caseId: string) => Promise<CaseRecord | undefined>;
  /** Entries after a sequence number, as in {@link CaseRecord}. */
  readonly entries: (caseId: string, after: number, most: number) => Promise<CaseRecord['entries']>;
  /** The last event of each case by its HEAD, strongly. */
  readonly marks: (caseIds: readonly string[]) => Promise<ReadonlyMap<string, Anchor>>;
};

/** Hashes and signatures, for whoever checks what was written. */
export type Notary = {
  /** Walks events of a case from a position on; the beginning of its chain where none is given. */
  readonly walk: (
    caseId: string,
    events: readonly StoredEvent[],
    ends: { readonly start?: Anchor | undefined; readonly head?: Anchor | undefined },
  ) => ChainVerdict;
  readonly digestOfPaper: (paper: Pick<SealedPaper, 'nonce' | 'body'>) => string;
  /** What the first digest is linked to. */
  readonly bookStart: string;
  /** The very text whose SHA-256 is the hash of a digest. */
  readonly textOf: (previous: string, body: DigestBody) => string;
  readonly hashOf: (text: string) => string;
};

/** Signs a hex SHA-256 digest. */
export type Sign = (
  digest: string,
) => Promise<{ readonly signature: string; readonly keyId: string }>;

/** Whether a signature of a text's SHA-256 is ours. */
export type Check = (signed: {
  readonly text: string;
  readonly signature: string;
}) => Promise<boolean>;

/** One request that opened papers of a case. */
export type Access = {
  readonly at: Instant;
  readonly kind: Actor['kind'];
  readonly officer: string;
  readonly app: string;
  /** What the app was for then; nothing where that was not on record. */
  readonly purpose: string | null;
  readonly request: string;
  readonly posts: readonly string[];
  readonly classes: readonly FieldClass[];
  /** The act that was refused to them; nothing where parts were opened. */
  readonly refused: string | null;
  /** The access in an emergency by which they were opened, if it took one. */
  readonly glass: string | null;
  /** The request of the subject under which they were opened to be given away. */
  readonly subjectRequest: string | null;
};

/** Who opened what and to whom it was refused, newest first. */
export type Accesses = {
  readonly list: (caseId: string, wish: PageWish) => Promise<Page<Access>>;
};
