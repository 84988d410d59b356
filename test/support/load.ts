import { execute } from '#app/execute.ts';
import { tick } from '#app/tick.ts';
import type { Actor } from '#domain/permission.ts';
import { isRefusal } from '#domain/refusal.ts';
import type { Instant } from '#domain/time.ts';
import { newId } from '#runtime/world.ts';
import { remembering } from '#store/directory.ts';
import { eventOf } from '#store/named.ts';
import { reportOf } from './commands.ts';
import type { TestStage } from './stage.ts';

/** Opens cases one after another, all received at one instant; answers their ids. */
export async function openCases(
  stage: TestStage,
  worker: Actor,
  { count, receivedAt }: { readonly count: number; readonly receivedAt: Instant },
): Promise<readonly string[]> {
  const ids: string[] = [];
  const unit = worker.posts[0]?.unit ?? '';
  for (let opened = 0; opened < count; opened += 1) {
    const command = reportOf(unit, newId(), receivedAt, { papers: {} });
    const idempotencyKey = newId();
    const asked = { actor: worker, command, idempotencyKey, expectedVersion: null };
    const answer = await execute(asked, stage.around);
    if (isRefusal(answer)) throw new Error(answer.refused);
    ids.push(answer.state.id);
  }
  return ids;
}

/** No pace at all. */
export const unpaced = () => async () => undefined;

/** One tick of one sweeper, with a memory of the directory of its own. */
export function sweepOnce(stage: TestStage) {
  const { around, due } = stage;
  const directories = remembering(around.directories);
  return tick({ ...around, directories, due, hasTime: () => true, pace: unpaced });
}

/** The case of each commit since a place in the change feed, in the order they were written. */
export function commitsOf({ engine }: TestStage, after: number): readonly string[] {
  return engine.feed.read(after, Number.POSITIVE_INFINITY).flatMap(({ eventName, Keys }) => {
    const { pk, sk } = Keys as Readonly<Record<'pk' | 'sk', { readonly S: string }>>;
    return eventName === 'INSERT' ? (eventOf(pk.S, sk.S) ?? []) : [];
  });
}

/** The place in the change feed up to which everything has been written. */
export function feedEnd({ engine }: TestStage): number {
  return engine.feed.read(0, Number.POSITIVE_INFINITY).length;
}

/** Facts of some types in the ledger of some cases. */
export async function factsOf(stage: TestStage, ids: readonly string[], types: readonly string[]) {
  const events = await Promise.all(ids.map((id) => stage.around.ledger.events(id, 0)));
  return events.flat().flatMap(({ facts }) => facts.filter(({ type }) => types.includes(type)));
}

/** Units of one table over all operations counted since the last reset. */
export function unitsUsed(stage: TestStage, table: string) {
  const totals = Object.values(stage.engine.capacity.totals());
  const costs = totals.flatMap((tables) => (tables[table] ? [tables[table]] : []));
  return costs.reduce(
    (sum, each) => ({
      calls: sum.calls + each.calls,
      readUnits: sum.readUnits + each.readUnits,
      writeUnits: sum.writeUnits + each.writeUnits,
    }),
    { calls: 0, readUnits: 0, writeUnits: 0 },
  );
}
