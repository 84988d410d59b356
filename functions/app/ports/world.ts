import type { Json } from '#domain/canonical.ts';
import type { PaperKind } from '#domain/case/terms.ts';
import type { Instant } from '#domain/time.ts';
import type { Event, SealedPaper } from './ledger.ts';

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
  /** Chance from 0 to below 1, every part of it as likely. */
  readonly chance: () => number;
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
  readonly officer?: string;
  readonly requestId?: string;
};
