import { isCanaryPost } from './case/canary.ts';
import type { Notice } from './notice.ts';
import { isSubscribed, type Subscription } from './webhook.ts';

/** The ways a notice goes: to whoever holds the post by mail and by short message, and to a partner's server. */
export const channels = ['EMAIL', 'SMS', 'WEBHOOK'] as const;
/** One of {@link channels}. */
export type Channel = (typeof channels)[number];

/** How far a delivery is: waiting, taken by a worker, handed over, needed no longer, or given up. */
export const deliveryStates = ['PENDING', 'CLAIMED', 'SENT', 'VOID', 'FAILED', 'PARKED'] as const;
/** One of {@link deliveryStates}. */
export type DeliveryState = (typeof deliveryStates)[number];

/** One notice on one way to one recipient: a post, or what a partner subscribed to. */
export type Delivery = { readonly channel: Channel; readonly to: string; readonly notice: Notice };

/** Where the entry of a notice in the inbox of its post lies, which is its way by mail as well. */
export function byMail({ post, id }: Pick<Notice, 'post' | 'id'>) {
  return { channel: 'EMAIL', to: post.id, id } as const;
}

/**
/**
 * The ways a notice goes from the beginning; that by mail is the entry in the inbox of the post. An emergency goes by
 * short message at once, and to the server of a partner goes what it is subscribed to; of a canary nobody is told.
 *
 * @policy 0047
 * @policy 0048
 */
export function deliveriesOf(
  notice: Notice,
  subscriptions: readonly Subscription[],
): readonly Delivery[] {
  const isCanary = isCanaryPost(notice.post);
  const ways: readonly Channel[] = notice.emergency && !isCanary ? ['EMAIL', 'SMS'] : ['EMAIL'];
  const subscribed = subscriptions.filter((each) => !isCanary && isSubscribed(each, notice));
  return [
    ...ways.map((channel) => ({ channel, to: notice.post.id, notice })),
    ...subscribed.map(({ id }) => ({ channel: 'WEBHOOK', to: id, notice }) as const),
  ];
}
