import { Resolver } from 'node:dns/promises';
import type { WebhookDoor } from '#app/ports/webhooks.ts';
import { type OutsideRoom, outside } from '#channels/webhook.ts';
import { webhookKeys } from '#sealing/webhook-keys.ts';
import { type Environment, needed } from './environment.ts';
import { log } from './log.ts';

/** How long a partner's server has for its answer, in milliseconds. */
const patience = 15_000;

/** What signs webhooks and posts them: to servers of the internet, and in a sandbox that says so to this machine. */
export function openOutside(settings: Environment): Pick<WebhookDoor, 'keys' | 'outside'> {
  const loopback = settings.SANDBOX === '1' && settings.WEBHOOKS_TO_LOOPBACK === '1';
  const ports = settings.WEBHOOK_PORTS.split(',').map(Number);
  const room: OutsideRoom = {
    rules: { ports, loopback },
    resolve: addressesOf,
    patience: () => AbortSignal.timeout(patience),
  };
  return { keys: webhookKeys(needed(settings, 'WEBHOOK_SECRET')), outside: outside(room) };
}

const resolver = new Resolver({ timeout: 2_000, tries: 2 });
const nameless = ['ENOTFOUND', 'ENODATA'];

/** All addresses of a name, asked of the servers of names alone and of no file of this machine. */
async function addressesOf(name: string): Promise<readonly string[]> {
  const found = await Promise.allSettled([resolver.resolve4(name), resolver.resolve6(name)]);
  return found.flatMap((each) => {
    if (each.status === 'fulfilled') return each.value;
    const code = String((each.reason as NodeJS.ErrnoException).code);
    // A name that is not there is the partner's to mend; one that cannot be asked for is seen by an operator.
    if (!nameless.includes(code)) log({ event: 'name_unresolved', code });
    return [];
  });
}
