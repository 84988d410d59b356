import type { UnitCode } from '#domain/directory.ts';
import type { Actor } from '#domain/permission.ts';
import type { Instant } from '#domain/time.ts';

/** That the cases of a unit are to follow another version, as an administrator orders it. */
export type MigrationOrder = {
  readonly unit: UnitCode;
  readonly from: string;
  readonly to: string;
  /** The document by which it is ordered. */
  readonly document: string;
  /** Names the order among those of one officer and app. */
  readonly key: string;
  readonly fingerprint: string;
};

/** What an order has come to so far: cases that changed over, their deadlines that moved or ended, cases that failed. */
export type MigrationCounts = {
  readonly cases: number;
  readonly moved: number;
  readonly voided: number;
  readonly failed: number;
};

/** How far an order has been carried out; `next` is where it goes on, and nothing is left where there is none. */
export type MigrationProgress = {
  readonly fingerprint: string;
  /** Pages carried out. */
  readonly pages: number;
  readonly next?: string | undefined;
  readonly done: boolean;
  readonly counts: MigrationCounts;
};

/** The orders of administrators and how far each has come. */
export type Migrations = {
  /** Writes an order down with its audit entry; answers the progress of the one written before under its key. */
  readonly begin: (order: MigrationOrder, by: Actor, now: Instant) => Promise<MigrationProgress>;
  /** Keeps what a page came to; false where another caller has carried that page out. */
  readonly advance: (key: string, by: Actor, progress: MigrationProgress) => Promise<boolean>;
};
