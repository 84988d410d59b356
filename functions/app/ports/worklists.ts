import type { UnitCode } from '#domain/directory.ts';
import type { Step } from '#domain/procedure.ts';
import type { Instant } from '#domain/time.ts';
import type { Hidden } from './notices.ts';

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

/** Whose list it is: a unit's, or that of the cases one agency of a unit took down for others. */
export type ListOwner = { readonly unit: UnitCode; readonly agency: string | null };

/** The marks of whoever reads a list: cases they are kept out of are not in it. */
export type Reader = readonly string[];

/** A page of a list, without the cases that are to be hidden: it leaves no gap and no trace in a cursor. */
export type ListWish = PageWish & { readonly hidden?: Hidden | undefined };

/** Worklists of communes, provinces and opening agencies, oldest report first. */
export type Worklists = {
  readonly list: (
    owner: ListOwner,
    kind: ListKind,
    wish: ListWish,
    reader?: Reader,
  ) => Promise<Page<ListedCase>>;
  readonly count: (owner: ListOwner, kind: ListKind, reader?: Reader) => Promise<number>;
};

/** Which cases have become due; entries may lag and are judged again on the case itself. */
export type DueIndex = {
  /** Cases of a province due at an instant, oldest first, at most `limit`. */
  readonly due: (province: UnitCode, now: Instant, limit: number) => Promise<readonly string[]>;
  /** When the next case of a province becomes due, if any will. */
  readonly next: (province: UnitCode) => Promise<Instant | undefined>;
};
