import type { UnitCode } from './directory.ts';
import type { Notice, NoticeKind } from './notice.ts';
import { type Instant, plusHours } from './time.ts';

/** Where a partner app gets the notices of a unit: posted to its own server, signed, and without any content. */
export type Webhook = {
  /** A name of the administrator's choice and the unit: `phan-mem@91001`. */
  readonly id: string;
  readonly app: string;
  readonly unit: UnitCode;
  /** Only what the posts of this agency in the unit are told; nothing means the whole unit. */
  readonly agency: string | null;
  readonly url: string;
  /** Only notices of these kinds; nothing means every kind there is or will be, and none ends it. */
  readonly kinds: readonly NoticeKind[] | null;
  /** Which of its secrets is the newest, from 1. */
  readonly version: number;
  /** Until when the secret before signs as well. */
  readonly formerUntil: Instant | null;
  /** Since when it is on; nothing while it is off. */
  readonly enabledAt: Instant | null;
};

/** Why carriers switched a webhook off: its server said that it is gone, or a delivery used its schedule up. */
export const stopReasons = ['GONE', 'EXHAUSTED'] as const;
/** One of {@link stopReasons}. */
export type StopReason = (typeof stopReasons)[number];
/** That carriers switched a webhook off, and when. */
export type Stop = { readonly at: Instant; readonly why: StopReason };

/** A webhook as it stands: what administrators set, what carriers found, and whether its app may be told at all. */
export type WebhookStanding = {
  readonly webhook: Webhook;
  readonly stop: Stop | null;
  /** The app is enabled and may read notices. */
  readonly admitted: boolean;
};

/** The stop that holds, if any: a webhook that was enabled anew has left those before behind. */
export function presentStop({
  webhook,
  stop,
}: Pick<WebhookStanding, 'webhook' | 'stop'>): Stop | null {
  const { enabledAt } = webhook;
  return stop !== null && (enabledAt === null || stop.at >= enabledAt) ? stop : null;
}

/** Whether deliveries to a webhook leave now. */
export function isOn(standing: WebhookStanding): boolean {
  const { webhook, admitted } = standing;
  return admitted && webhook.enabledAt !== null && presentStop(standing) === null;
}

/** The secrets that sign at an instant, newest first: two while one is being changed for the next. */
export function versionsAt({ version, formerUntil }: Webhook, at: Instant): readonly number[] {
  const isOverlap = formerUntil !== null && formerUntil > at && version > 1;
  return isOverlap ? [version, version - 1] : [version];
}

/** A webhook under its next secret; the one before signs for some hours more, or no longer. */
export function rotated(webhook: Webhook, overlapHours: number, now: Instant): Webhook {
  const formerUntil = overlapHours > 0 ? plusHours(now, overlapHours) : null;
  return { ...webhook, version: webhook.version + 1, formerUntil };
}

/** A webhook as far as what is written for it depends on it; `posts` are those of its agency. */
export type Subscription = Pick<Webhook, 'id' | 'unit' | 'kinds'> & {
  readonly posts: readonly string[] | null;
};

/** Whether a notice is for a webhook, on or off: what is written while it is off waits. */
export function isSubscribed({ unit, kinds, posts }: Subscription, notice: Notice): boolean {
  const { post, kind } = notice;
  return (
    post.unit === unit &&
    (kinds === null || kinds.includes(kind)) &&
    (posts === null || posts.includes(post.id))
  );
}

/** The unit at the end of the id of a webhook. */
export function unitOfWebhook(id: string): UnitCode {
  return id.slice(id.lastIndexOf('@') + 1);
}

/** What a partner's server is sent, before it is signed. */
export type Payload = {
  readonly type: string;
  /** When it became due to be told; the same at every attempt. */
  readonly timestamp: Instant;
  readonly data: Readonly<Record<string, string>>;
};

/**
 * What a partner's server is told of a notice: that there is one. Whoever may see more reads it in the inbox,
 * where it is written down who did.
 *
 * `reference` is a digest of the id of the notice: the id itself names the case and may hold the id of a plan
 * item, which partners choose.
 */
export function payloadOf({ kind, post, caseCode, about }: Notice, reference: string): Payload {
  const type = `notice.${kind.toLowerCase()}`;
  return { type, timestamp: about, data: { notice: reference, kind, post: post.id, caseCode } };
}

/** What a server is sent to try it; it is about no case. */
export function pingOf({ id }: Pick<Webhook, 'id'>, now: Instant): Payload {
  return { type: 'webhook.ping', timestamp: now, data: { webhook: id } };
}
