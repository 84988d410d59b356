import type { ProtectedTable } from '#domain/disclosure.ts';
import type { StatisticalRecord } from '#domain/statistics.ts';
import type { Instant } from '#domain/time.ts';
import type { Page, PageWish } from './worklists.ts';

/** How far a case has been projected, and the record it adds up to. */
export type Projections = {
  readonly cursor: (caseId: string) => Promise<number>;
  readonly cursors: (caseIds: readonly string[]) => Promise<ReadonlyMap<string, number>>;
  readonly record: (caseId: string) => Promise<StatisticalRecord | undefined>;
  /** Moves the cursor and writes the record in one transaction; false when another projector was first. */
  readonly advance: (step: {
    readonly caseId: string;
    readonly from: number;
    readonly to: number;
    /** The record as it was before, which may lie in another quarter. */
    readonly before: StatisticalRecord | undefined;
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
