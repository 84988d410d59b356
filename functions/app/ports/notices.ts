import type { Entry, Handover } from '#domain/attempt.ts';
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
  /** All attempts ever made, whatever became of them. */
  readonly attempts: number;
  /** How many of them were made before it was begun anew by a person. */
  readonly attemptsBefore: number;
  /** What happened to it last, oldest first. */
  readonly ledger: readonly Entry[];
  /** When it was to be tried again after the last attempt that came to nothing. */
  readonly retryAt: Instant | null;
  /** Until when it waits although it could leave, or waited at last. */
  readonly held: Held | null;
  /** When the notice of a canary arrived at the end of its way; nothing for every other. */
  readonly arrivedAt: Instant | null;
};

/** How a claim ends, and what the ledger says of it; what is to be tried again says when. */
export type Settlement = Omit<Entry, 'outcome'> &
  (
    | { readonly outcome: 'SENT' | 'FAILED' | 'VOID' | 'PARKED' }
    | { readonly outcome: 'LATER'; readonly retryAt: Instant }
  );

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
  readonly settle: (claimed: KeptDelivery, settlement: Settlement) => Promise<boolean>;
  /** Takes back what had left, or writes down that it was complained of; false when it is not as it was found. */
  readonly returned: (
    item: KeptDelivery,
    entry: Entry & { readonly outcome: 'RETURNED' | 'COMPLAINED' },
  ) => Promise<boolean>;
  /** Begins what was given up anew, under the same id; false when it is not as it was found. */
  readonly redrive: (item: KeptDelivery, at: Instant) => Promise<boolean>;
  /** Lets a delivery wait that nobody has taken; false when somebody has, or it is over. */
  readonly hold: (key: DeliveryKey & Pick<Notice, 'about'>, held: Held) => Promise<boolean>;
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

/** Deliveries of one recipient by one way that leave together. */
export type Group = readonly [KeptDelivery, ...KeptDelivery[]];

/** One way out: takes what leaves together, and says what came of it. A fault of ours is thrown. */
export type Carrier = (group: Group) => Promise<Handover>;

/** The ways out that there are. */
export type Carriers = { readonly [Way in Channel]?: Carrier };

/** A message as a service outside takes it; `ref` is the same for every attempt of what it tells. */
export type Parcel = Letter & { readonly to: string; readonly ref: string; readonly post: string };

/** A short message as a service outside takes it. */
export type ShortParcel = { readonly to: string; readonly text: string; readonly ref: string };

/** What a service outside says. */
export type Answered = Omit<Handover, 'words'>;

/** A service outside that hands messages on. */
export type Service<Sent> = (parcel: Sent) => Promise<Answered>;

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
