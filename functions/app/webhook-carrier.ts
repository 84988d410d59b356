import { type Handover, unwritten, type Verdict } from '#domain/attempt.ts';
import { nextAttempt } from '#domain/retry-schedule.ts';
import { plusHours } from '#domain/time.ts';
import { isOn, isSubscribed, payloadOf, type StopReason, type Webhook } from '#domain/webhook.ts';
import type { Directories } from './ports/directory.ts';
import type { Carrier, KeptDelivery } from './ports/notices.ts';
import type { Answer, Webhooks } from './ports/webhooks.ts';
import { type CallRoom, call } from './webhook-call.ts';
import { type StopRoom, stopWebhook } from './webhook-stop.ts';

/** What carrying to servers of partners needs around it. */
export type WebhookRoom = CallRoom &
  StopRoom & {
    readonly webhooks: Webhooks;
    readonly directories: Pick<Directories, 'around' | 'post'>;
  };

/**
 * Carries to the server of a partner; what is for a webhook that is off, or is for it no longer, is parked.
 *
 * A server that says it is gone, or has been asked for as long as the schedule lasts, switches its webhook off, and
 * that is written before the delivery is settled: whatever stops in between, the next attempt finds it off.
 */
export function webhookCarrier(room: WebhookRoom): Carrier {
  const { webhooks, signer } = room;
  return async ([claimed]) => {
    const standing = await webhooks.standing(claimed.to);
    if (standing === undefined || !isOn(standing)) return parked;
    if (!(await isForIt(standing.webhook, claimed, room))) return parked;
    const id = signer.idOf(claimed.to, claimed.id);
    const payload = payloadOf(claimed, signer.referenceOf(claimed.id));
    const answer = await call(standing, { id, payload }, room);
    const why = stopReasonOf(answer, claimed);
    if (why !== undefined) await stopWebhook(standing, why, room);
    return handoverOf(answer, room);
  };
}

/** Whether it is for the webhook as that stands now: what waited may have been written for another agency. */
async function isForIt(webhook: Webhook, notice: KeptDelivery, { directories }: WebhookRoom) {
  const { agency } = webhook;
  const post = agency === null ? undefined : await directories.post(seatOf(notice));
  const posts = agency === null ? null : post?.agency === agency ? [post.id] : [];
  return isSubscribed({ ...webhook, posts }, notice);
}

const seatOf = ({ post }: KeptDelivery) => ({ unit: post.unit, post: post.id });

const parked = unwritten('PARKED', 'OFF');

function stopReasonOf({ code }: Answer, claimed: KeptDelivery): StopReason | undefined {
  if (code === 'ANSWERED') return undefined;
  if (code === 'GONE') return 'GONE';
  const attempts = claimed.attempts - claimed.attemptsBefore;
  const isLast = nextAttempt({ ...claimed, attempts }, 0) === undefined;
  return isLast ? 'EXHAUSTED' : undefined;
}

function handoverOf(answer: Answer, { world }: WebhookRoom): Handover {
  const { code, status, retryAfter } = answer;
  const seconds = Math.min(retryAfter ?? 0, longestRetryAfter);
  return {
    ...unwritten(verdictOf(answer), status === null ? code : `${code} ${status}`),
    ...(code === 'BUSY' && { notBefore: plusHours(world.now(), seconds / 3_600) }),
  };
}

/** As long as the longest gap of the schedule: nobody puts us off for longer. */
const longestRetryAfter = 24 * 3_600;

function verdictOf({ code }: Answer): Verdict {
  if (code === 'ANSWERED') return 'SENT';
  return code === 'GONE' ? 'PARKED' : 'LATER';
}
