import type { Held } from '#domain/calm.ts';
import type { Channel, Delivery, DeliveryState } from '#domain/delivery.ts';
import type { Notice } from '#domain/notice.ts';
import type { Instant } from '#domain/time.ts';
import type { Page, PageWish } from './worklists.ts';

/** A notice as it is kept for one way to one recipient; the one by mail is what stands in the post's inbox. */
export type KeptDelivery = Notice & {
  readonly channel: Channel;
  /** Id of the post, or of the subscription of a partner. */
  readonly to: string;
  readonly written: Instant;
  readonly state: DeliveryState;
  readonly attempts: number;
  /** Until when it waits although it could leave, or waited at last. */
  readonly held: Held | null;
  /** When the notice of a canary arrived at the end of its way; nothing for every other. */
  readonly arrivedAt: Instant | null;
};

/** Which of some cases are not to be shown. */
export type Hidden = (caseIds: readonly string[]) => Promise<ReadonlySet<string>>;

/** Notices as they wait for their posts and carriers, each on each of its ways. */
export type Notices = {
  /** Writes each delivery that is not there yet; returns those this call wrote. */
  readonly putNew: (deliveries: readonly Delivery[], now: Instant) => Promise<readonly Delivery[]>;
  /** What a post was told, without what is about cases that are to be hidden. */
  readonly inbox: (post: string, wish: PageWish, hidden?: Hidden) => Promise<Page<KeptDelivery>>;
  readonly find: (key: DeliveryKey) => Promise<KeptDelivery | undefined>;
  /** Takes the delivery for sending until the lease ends; nothing when it is sent, void or another's. */
  readonly claim: (key: DeliveryKey, now: Instant) => Promise<KeptDelivery | undefined>;
  /** Gives it up for good; false when it is sent, void or being sent now. */
  readonly void: (key: DeliveryKey, now: Instant) => Promise<boolean>;
  /** Ends a claim; false when its lease had run out and another has it. */
  readonly settle: (
    claimed: KeptDelivery,
    outcome: 'SENT' | 'FAILED' | { readonly retryAt: Instant },
  ) => Promise<boolean>;
  /** Lets a delivery wait that nobody has taken; false when somebody has, or it is over. */
  readonly hold: (key: DeliveryKey, held: Held) => Promise<boolean>;
  /** Counts one more letter to a recipient in an hour; false when it would be beyond the limit. */
  readonly take: (to: Recipient, budget: Budget) => Promise<boolean>;
  /** Puts the next attempt off, because one is on its way. */
  readonly postpone: (key: DeliveryKey, until: Instant) => Promise<void>;
  /** Writes down that the notice of a canary has arrived. */
  readonly arrived: (key: DeliveryKey, at: Instant) => Promise<void>;
  /** Deliveries whose next attempt is due, oldest first. */
  readonly due: (now: Instant, limit: number) => Promise<readonly DeliveryKey[]>;
  /** When the next attempt becomes due, if any will. */
  readonly next: () => Promise<Instant | undefined>;
};

/** What is kept of the notices of a case, read strongly. */
export type NoticeBook = {
  /** By mail and by short message to some posts, whatever became of it. */
  readonly ofCase: (caseId: string, posts: readonly string[]) => Promise<readonly KeptDelivery[]>;
};

/** A letter to a post: case codes, duties and links, and nothing about a child by what it is made of. */
export type Letter = {
  readonly subject: string;
  readonly text: string;
  /** The version of the words it was written in. */
  readonly words: string;
};

/** A way to reach a person outside; `ref` is the same for every attempt of one notice. */
export type Carrier = (mail: {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly ref: string;
}) => Promise<'SENT' | 'REFUSED' | 'LATER'>;

/** A recipient by one way. */
export type Recipient = Pick<DeliveryKey, 'channel' | 'to'>;

/** How many letters may leave in an hour, and which hour it is. */
export type Budget = { readonly hour: string; readonly limit: number };

/** Deliveries that may leave together: by one way, to one recipient. */
export type Batch = Recipient & { readonly ids: readonly string[] };

/** Where a delivery lies: by which way, to whom, and of which notice. */
export type DeliveryKey = {
  readonly channel: Channel;
  readonly to: string;
  readonly id: string;
};
