import type { Notice } from '#domain/notice.ts';
import type { Instant } from '#domain/time.ts';
import type { Page, PageWish } from './worklists.ts';

/** A notice in a post's inbox. */
export type InboxItem = Notice & {
  readonly written: Instant;
  readonly email: 'PENDING' | 'CLAIMED' | 'SENT' | 'VOID' | 'FAILED';
  readonly attempts: number;
  /** When the notice of a canary arrived at the end of its way; nothing for every other. */
  readonly arrivedAt: Instant | null;
};

/** Which of some cases are not to be shown. */
export type Hidden = (caseIds: readonly string[]) => Promise<ReadonlySet<string>>;

/** Notices as they wait for their posts and carriers. */
export type Notices = {
  /** Writes each notice that is not there yet; returns those this call wrote. */
  readonly putNew: (notices: readonly Notice[], now: Instant) => Promise<readonly Notice[]>;
  /** What a post was told, without what is about cases that are to be hidden. */
  readonly inbox: (post: string, wish: PageWish, hidden?: Hidden) => Promise<Page<InboxItem>>;
  readonly find: (key: NoticeKey) => Promise<InboxItem | undefined>;
  /** Takes the notice for sending until the lease ends; nothing when it is sent, void or another's. */
  readonly claim: (key: NoticeKey, now: Instant) => Promise<InboxItem | undefined>;
  /** Gives the notice up for good; false when it is sent, void or being sent now. */
  readonly void: (key: NoticeKey, now: Instant) => Promise<boolean>;
  /** Ends a claim; false when its lease had run out and another has the notice. */
  readonly settle: (
    claimed: InboxItem,
    outcome: 'SENT' | 'FAILED' | { readonly retryAt: Instant },
  ) => Promise<boolean>;
  /** Puts the next attempt off, because one is on its way. */
  readonly postpone: (key: NoticeKey, until: Instant) => Promise<void>;
  /** Writes down that the notice of a canary has arrived. */
  readonly arrived: (key: NoticeKey, at: Instant) => Promise<void>;
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
