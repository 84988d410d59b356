import { tick, tickBudget } from '#app/tick.ts';
import { budget } from '#runtime/clock.ts';
import { noSealing } from '#runtime/no-sealing.ts';
import { pace } from '#runtime/pace.ts';
import { once, openStage, openWorld, versions } from '#runtime/world.ts';
import { openLedger } from '#store/cases.ts';
import { openDirectories, remembering } from '#store/directory.ts';
import { openDueIndex } from '#store/due.ts';
import { dueShards, timersPerSecond } from '#store/table.ts';

const room = once(() => {
  const { database } = openStage();
  return {
    ledger: openLedger(database),
    directories: openDirectories(database, versions),
    sealing: noSealing,
    world: openWorld(),
    due: openDueIndex(database),
  };
});

/** A clock tick: what has become due is recorded. The scheduled time serves only to tell how late it is. */
export async function handler(event: { readonly scheduled?: string }) {
  const { directories, world, ...rest } = room();
  const scheduled = event.scheduled;
  const done = await tick({
    ...rest,
    world,
    directories: remembering(directories),
    hasTime: budget(tickBudget),
    pace: () => pace(dueShards * timersPerSecond),
  });
  world.log({ event: 'tick', count: done.facts, ...(scheduled && { code: scheduled }) });
  return done;
}
