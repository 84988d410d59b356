import type { Delegation, Stretch } from '#domain/absence.ts';
import type { Officer, Post, Tenure, UnitCode } from '#domain/directory.ts';
import type { Refusal } from '#domain/refusal.ts';
import type { Instant, PlainDate } from '#domain/time.ts';
import type { Contact } from './contacts.ts';
import type { PostSeat, RegisteredApp } from './directory.ts';
import type { WebhookActs } from './webhooks.ts';
import type { Page, PageWish } from './worklists.ts';

type OfficerNamed = { readonly officer: string };
type AppNamed = { readonly app: string };

/** What administrators do to officers, posts and apps, beside appointing and registering them. */
type PersonnelActs = {
  readonly suspendOfficer: OfficerNamed;
  readonly restoreOfficer: OfficerNamed;
  readonly setContact: OfficerNamed & {
    /** What is null stays as it was. */
    readonly email: string | null;
    readonly phone: string | null;
  };
  /** Says that mail to the officer's address arrives again. */
  readonly restoreAddress: OfficerNamed;
  readonly linkSubject: OfficerNamed & { readonly subject: string };
  readonly recordLeave: OfficerNamed & Stretch;
  readonly cancelLeave: OfficerNamed & Pick<Stretch, 'from'>;
  readonly disablePost: PostSeat;
  readonly enablePost: PostSeat;
  readonly delegatePost: PostSeat & Delegation;
  readonly revokeDelegation: PostSeat & Pick<Stretch, 'from'>;
  readonly disableApp: AppNamed;
  readonly enableApp: AppNamed;
  readonly addCredential: AppNamed & {
    readonly credential: string;
    readonly secretSha256: string;
    readonly expiresAt: Instant | null;
  };
  readonly retireCredential: AppNamed & { readonly credential: string };
};

/** What administrators do that changes the directory and nothing else. */
export type DirectoryActs = PersonnelActs & WebhookActs;
/** The names of those done to officers, posts and apps. */
export type PersonnelAct = Exclude<keyof DirectoryActs, keyof WebhookActs>;

/** What becomes of a row of a list. */
export const rowOutcomes = ['ADDED', 'CHANGED', 'UNCHANGED'] as const;
/** One of {@link rowOutcomes}. */
export type RowOutcome = (typeof rowOutcomes)[number];

/** What an import comes to, row by row, or why it cannot be taken: for one row, or as a whole. */
export type OfficerImport =
  | { readonly outcomes: readonly RowOutcome[] }
  | { readonly row: number | null; readonly refusal: Refusal };

/** An officer as administrators see them. */
export type OfficerOnFile = Officer & Omit<Contact, 'officer'>;

/** The days on which an app and each of its credentials were last used. */
export type Uses = {
  readonly app: PlainDate | null;
  readonly credentials: ReadonlyMap<string, PlainDate>;
};

/** What somebody changed, as the audit has it. */
export type LogEntry = {
  readonly at: Instant;
  readonly act: string;
  readonly about: readonly string[];
  readonly officer: string;
  readonly app: string;
};

/** What administrators look up. */
export type Roster = {
  readonly posts: (unit: UnitCode) => Promise<readonly Post[]>;
  readonly officerOnFile: (id: string) => Promise<OfficerOnFile | undefined>;
  readonly apps: (wish: PageWish) => Promise<Page<RegisteredApp>>;
  readonly uses: (app: string) => Promise<Uses>;
  /** Who had a post, latest first. */
  readonly tenures: (post: string, wish: PageWish) => Promise<Page<Tenure>>;
  /** What was changed from one day to another, in order. */
  readonly log: (
    days: { readonly from: PlainDate; readonly to: PlainDate },
    wish: PageWish,
  ) => Promise<Page<LogEntry>>;
};
