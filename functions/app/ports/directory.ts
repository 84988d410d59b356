import type { Calendar } from '#domain/calendar.ts';
import type { App, Directory, Officer, Post, Role, Unit, UnitCode } from '#domain/directory.ts';
import type { LadderPolicy } from '#domain/ladder.ts';
import type { Actor, FieldClass } from '#domain/permission.ts';
import type { Credential } from '#domain/personnel.ts';
import type { Procedure } from '#domain/procedure.ts';
import type { Refusal } from '#domain/refusal.ts';
import type { Instant } from '#domain/time.ts';
import type { DirectoryActs, OfficerImport, Roster } from './personnel.ts';
import type { Page, PageWish } from './worklists.ts';

/** The register of reads of personal data, append-only. */
export type Audit = {
  readonly opened: (entry: {
    readonly caseId: string;
    readonly classes: readonly FieldClass[];
    /** The access in an emergency by which some of it was seen. */
    readonly glass: string | null;
    /** The request of the subject under which it was opened to be given away. */
    readonly subjectRequest: string | null;
    readonly actor: Actor;
    readonly requestId: string;
    readonly at: Instant;
  }) => Promise<void>;
  /** Something that was asked for and refused; `caseId` where it was about a case that may exist. */
  readonly refused: (entry: {
    readonly act: string;
    readonly caseId: string | null;
    readonly actor: Actor;
    readonly requestId: string;
    readonly at: Instant;
  }) => Promise<void>;
};

/** What administrators keep. Each change is one transaction and raises the directory revision. */
export type Administration = Roster & {
  readonly importUnits: (units: readonly Unit[], by: Actor, now: Instant) => Promise<UnitCounts>;
  /** What an import of these units would come to, and those of them that are known, as they stand. */
  readonly compareUnits: (
    units: readonly Unit[],
  ) => Promise<{ readonly counts: UnitCounts; readonly known: ReadonlyMap<UnitCode, Unit> }>;
  readonly appoint: (wish: Appointment, by: Actor, now: Instant) => Promise<Post | Refusal>;
  readonly vacate: (post: PostSeat, by: Actor, now: Instant) => Promise<boolean | Refusal>;
  readonly registerApp: (app: AppWish, by: Actor, now: Instant) => Promise<boolean | Refusal>;
  /** Does one act; says whether it changed anything. */
  readonly carryOut: <Act extends keyof DirectoryActs>(
    act: Act,
    wish: DirectoryActs[Act],
    by: Actor,
    now: Instant,
  ) => Promise<boolean | Refusal>;
  /**
   * Appoints the officers of a list, or only says what that would come to. An import cut short is finished by
   * importing the same list again.
   */
  readonly importOfficers: (
    wish: { readonly rows: readonly Appointment[]; readonly dryRun: boolean },
    by: Actor,
    now: Instant,
  ) => Promise<OfficerImport>;
  /** Writes down that something was asked which changes nothing; ids alone, and before it is answered. */
  readonly asked: (question: Question, by: Actor, now: Instant) => Promise<void>;
};

/** How many units of an import were not known, stand otherwise, and stand so already. */
export type UnitCounts = Readonly<Record<'added' | 'changed' | 'unchanged', number>>;

/** What was asked, and the ids it was about. */
export type Question = { readonly act: string; readonly about: readonly string[] };

/** Puts an officer into a post, making agency, post and officer where they are missing. */
export type Appointment = {
  readonly unit: UnitCode;
  readonly role: Role;
  /** Which of several posts of this role in this unit, from 1. */
  readonly seat: number;
  readonly agency: string;
  readonly officer: string;
  readonly email: string | null;
  /** A number as E.164 writes it; left out it stays as it was, like an address. */
  readonly phone?: string | null;
};

/** A post by where it is. */
export type PostSeat = { readonly unit: UnitCode; readonly post: string };

/** An app to be registered; the secret is kept as a digest, and what is null stays as it is. */
export type AppWish = Omit<App, 'purpose' | 'disabled'> & {
  readonly disabled: boolean | null;
  readonly secretSha256: string | null;
  readonly purpose?: string | null;
};

/** An app as it is registered. */
export type RegisteredApp = App & { readonly credentials: readonly Credential[] };

/** A snapshot of the directory, with the ladders that provinces have imported until then. */
export type Surrounded = Directory & { readonly ladders: readonly LadderPolicy[] };

/** Directory snapshots, and what is versioned beside it. */
export type Directories = {
  /** The units named, those above them, and all their posts as they stand now. */
  readonly around: (units: readonly UnitCode[]) => Promise<Surrounded>;
  /** Every province there is or was, and the made-up ones. */
  readonly provinces: () => Promise<readonly Unit[]>;
  readonly officer: (id: string) => Promise<Officer | undefined>;
  /** The officer for whom a subject of the identity provider stands now, and no other. */
  readonly officerOf: (subject: string) => Promise<Officer | undefined>;
  readonly app: (id: string) => Promise<RegisteredApp | undefined>;
  readonly post: (seat: PostSeat) => Promise<Post | undefined>;
  /** Notes the day on which an app was last used. */
  readonly used: (app: string, at: Instant) => Promise<void>;
  readonly unit: (code: UnitCode) => Promise<Unit | undefined>;
  readonly children: (parent: UnitCode, wish: PageWish) => Promise<Page<Unit>>;
  readonly calendar: () => Promise<Calendar>;
  readonly procedures: () => Promise<readonly Procedure[]>;
};
