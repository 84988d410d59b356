import type { DeliveryState } from '#domain/delivery.ts';
import type { UnitCode } from '#domain/directory.ts';
import type { Instant } from '#domain/time.ts';
import type { Stop, Subscription, Webhook, WebhookStanding } from '#domain/webhook.ts';
import type { KeptDelivery } from './notices.ts';
import type { Page, PageWish } from './worklists.ts';

type Named = { readonly webhook: string };

/** What administrators do to webhooks. */
export type WebhookActs = {
  readonly registerWebhook: Named & Pick<Webhook, 'app' | 'unit' | 'agency' | 'url' | 'kinds'>;
  readonly rotateWebhook: Named & {
    /** The version that is known to whoever asks. */
    readonly version: number;
    readonly overlapHours: number;
  };
  readonly enableWebhook: Named;
  readonly disableWebhook: Named;
};

/** Who is subscribed to what the posts of some units are told. */
export type Subscriptions = {
  readonly subscribed: (units: readonly UnitCode[]) => Promise<readonly Subscription[]>;
};

/** Webhooks as they stand. */
export type Webhooks = {
  /** Read strongly; nothing where there is none. */
  readonly standing: (id: string) => Promise<WebhookStanding | undefined>;
  /** Writes down that carriers switched it off; false when it is off already. */
  readonly stop: (standing: WebhookStanding, stop: Stop) => Promise<boolean>;
};

/** Deliveries to a webhook that were written in a stretch of time. */
export type ReplayRange = {
  readonly webhook: string;
  readonly from: Instant;
  readonly to: Instant;
  /** Also what its server has taken. */
  readonly sentToo: boolean;
};

/** What administrators look up about webhooks and have sent again. */
export type WebhookDesk = Pick<Webhooks, 'standing'> & {
  /** The webhooks of an app. */
  readonly webhooks: (app: string, wish: PageWish) => Promise<Page<WebhookStanding>>;
  /** The deliveries to a webhook, newest first; those in one state alone where it is named. */
  readonly deliveries: (
    webhook: string,
    state: DeliveryState | null,
    wish: PageWish,
  ) => Promise<Page<KeptDelivery>>;
  readonly delivery: (webhook: string, notice: string) => Promise<KeptDelivery | undefined>;
  /** Begins the schedule of a delivery anew; false when it is not as it was found. */
  readonly replay: (delivery: KeptDelivery, at: Instant) => Promise<boolean>;
  /** Does so for a page of those parked, given up, or also taken, oldest first. */
  readonly replayRange: (
    range: ReplayRange,
    now: Instant,
    wish: PageWish,
  ) => Promise<{ readonly replayed: number; readonly next: string | undefined }>;
};

/** The two halves of what is sent: its id and instant, and the body as it was signed. */
export type Message = {
  /** The same at every attempt, and free of anything that could be told from it. */
  readonly id: string;
  readonly at: Instant;
  readonly body: string;
};

/** Signs messages, and tells digests apart from what they are of. */
export type WebhookSigner = {
  /** A message id for a delivery. */
  readonly idOf: (webhook: string, notice: string) => string;
  /** How a payload names a notice. */
  readonly referenceOf: (notice: string) => string;
  /** The instant of a message as its header says it, in seconds after 1970. */
  readonly timestampOf: (message: Pick<Message, 'at'>) => string;
  /** The signatures of a message under some versions of the secrets of a webhook. */
  readonly signatures: (webhook: string, versions: readonly number[], message: Message) => string;
};

/** Shows administrators what partners check signatures with. */
export type WebhookKeys = {
  /** The secret both sides know, for whoever registers or changes it. */
  readonly secret: (webhook: string, version: number) => string;
  /** The public half of the key that signs for those who should know no secret. */
  readonly publicKey: (webhook: string, version: number) => string;
};

/** Why an attempt ended as it did: for the ledger and for whoever asks. */
export const answerCodes = [
  'ANSWERED',
  'GONE',
  'BUSY',
  'REJECTED',
  'FAULT',
  'REDIRECTED',
  'TIMED_OUT',
  'UNREACHABLE',
  'UNTRUSTED',
  'NOT_PUBLIC',
] as const;
/** One of {@link answerCodes}. */
export type AnswerCode = (typeof answerCodes)[number];

/** What came back, and never what it said. */
export type Answer = {
  readonly code: AnswerCode;
  /** The status of HTTP; nothing where none came. */
  readonly status: number | null;
  /** Not before so many seconds, where the server asked for it. */
  readonly retryAfter: number | null;
};

/** A request to a server outside. */
export type Outgoing = {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
};

/** Posts to servers outside, and to none but such. */
export type Outside = {
  readonly post: (outgoing: Outgoing) => Promise<Answer>;
  /** Whether an address is written as it must be and leads outside now. */
  readonly isOutside: (url: string) => Promise<boolean>;
};

/** What administrators reach webhooks through. */
export type WebhookDoor = {
  readonly desk: WebhookDesk;
  readonly keys: WebhookKeys & WebhookSigner;
  readonly outside: Outside;
};
