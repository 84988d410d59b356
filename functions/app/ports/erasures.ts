import type { ErasureOrder } from '#domain/erasure.ts';
import type { Actor } from '#domain/permission.ts';
import type { Instant, PlainDate } from '#domain/time.ts';
import type { Page, PageWish } from './worklists.ts';

/** Key of the caller's choice, and the keyed digest of what was asked under it. */
export type OrderRequest = { readonly key: string; readonly fingerprint: string };

/** The orders of erasure, each change with its entry in the audit. */
export type Erasures = {
  /** The order somebody has given under a key before, if it was the same. */
  readonly ofRequest: (
    request: OrderRequest,
    by: Actor,
  ) => Promise<ErasureOrder | 'KEY_REUSED' | undefined>;
  /** Writes a new order down; false where the same request is being carried out just now. */
  readonly order: (order: ErasureOrder, request: OrderRequest, by: Actor) => Promise<boolean>;
  /** Writes a signature on an order; false where somebody else has signed meanwhile. */
  readonly sign: (
    signed: ErasureOrder,
    signing: { readonly act: 'approveErasure' | 'withdrawErasure'; readonly before: ErasureOrder },
    by: Actor,
  ) => Promise<boolean>;
  readonly find: (id: string) => Promise<ErasureOrder | undefined>;
  /** Orders by the day on which they expire, the last first. */
  readonly list: (wish: PageWish) => Promise<Page<ErasureOrder>>;
  /** Orders that have not expired on a day, those that expire first before others. */
  readonly holding: (on: PlainDate) => Promise<readonly ErasureOrder[]>;
};

/** A key that was destroyed; the list of them outlives every backup of the keys. */
export type ShredEntry = {
  readonly incident: string;
  /** What was sealed under it: a case, or the incident. */
  readonly subject: string;
  /** The case with which it went. */
  readonly caseId: string;
  readonly order: string;
  readonly ground: ErasureOrder['ground'];
  readonly at: Instant;
};

/** The list of destroyed keys, append-only; entries are added by the commit that destroys. */
export type ShredList = {
  readonly of: (incident: string) => Promise<readonly ShredEntry[]>;
  readonly all: () => Promise<readonly ShredEntry[]>;
};
