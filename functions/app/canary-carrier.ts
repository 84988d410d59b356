import type { Carrier, Notices } from './ports/notices.ts';
import type { World } from './ports/world.ts';

type Room = {
  readonly notices: Pick<Notices, 'arrived'>;
  readonly world: Pick<World, 'now'>;
};

/** The carrier of canaries: nobody is told, only when it arrived is written down. */
export function canaryCarrier({ notices, world }: Room): Carrier {
  return async ({ to, ref }) => {
    await notices.arrived({ channel: 'EMAIL', to, id: ref }, world.now());
    return 'SENT';
  };
}
