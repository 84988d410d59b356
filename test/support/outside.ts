import type { WebhookDoor } from '#app/ports/webhooks.ts';
import { type OutsideRoom, outside } from '#channels/webhook.ts';
import { webhookKeys } from '#sealing/webhook-keys.ts';
import { openDeliveries } from '#store/webhook-deliveries.ts';
import { openWebhooks } from '#store/webhooks.ts';
import type { TestStage } from './stage.ts';

/** The secret all secrets of test webhooks follow from. */
export const testMaster = 'a test secret from which all others follow';

/** Whoever goes outside on a test stage: to this machine, and to made-up names. */
export function testOutside(
  more: Partial<OutsideRoom> = {},
): Pick<WebhookDoor, 'keys' | 'outside'> {
  const room: OutsideRoom = {
    rules: { ports: [443], loopback: true },
    resolve: async (name) => (name === 'partner.test.example' ? ['8.8.8.8'] : []),
    patience: () => AbortSignal.timeout(2_000),
    ...more,
  };
  return { keys: webhookKeys(testMaster), outside: outside(room) };
}

/** What administrators reach webhooks through. */
export function webhooksOf({ database }: Pick<TestStage, 'database'>): WebhookDoor {
  return { desk: { ...openWebhooks(database), ...openDeliveries(database) }, ...testOutside() };
}
