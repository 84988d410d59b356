import { type Met, watched } from '#domain/watch.ts';
import type { KeptWatch, ToldAnomaly, Watchee, Watches } from './ports/watches.ts';
import type { World } from './ports/world.ts';

type Room = {
  readonly watches: Watches;
  readonly world: Pick<World, 'now' | 'pause' | 'log'>;
};

const attempts = 5;

/**
 * Remembers what a request met, and tells the operator what is out of the ordinary.
 *
 * `known` is the watch if this request has read it before. Where requests of one officer get in each other's
 * way for good the operator is told that, and the answer leaves: what was read is in the register all the same.
 */
export async function watchOver(
  { id, app }: Watchee,
  met: Met,
  { watches, world }: Room,
  known?: KeptWatch,
): Promise<void> {
  let kept = known ?? (await watches.load({ id, app }));
  for (let attempt = 1; attempt <= attempts; attempt += 1) {
    const at = world.now();
    const { watch, anomalies } = watched(kept.watch, met, at);
    if (watch === kept.watch) return;
    const told = anomalies.map((anomaly) => ({ ...anomaly, officer: id, app, at }));
    const isKept = await watches.keep({ id, app }, { watch, turn: kept.turn + 1 }, told);
    if (isKept) return logAll(told, world);
    await world.pause(attempt);
    kept = await watches.load({ id, app });
  }
  world.log({ event: 'watch_contended', alarm: true, officer: id });
}

function logAll(told: readonly ToldAnomaly[], { log }: Pick<World, 'log'>): void {
  for (const { kind: code, officer, count } of told)
    log({ event: 'anomaly', alarm: true, code, officer, count });
}
