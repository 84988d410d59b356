import type { UnitCode } from '#domain/directory.ts';
import { sweepCase } from './clockwork.ts';
import { nameOf } from './failure.ts';
import type { Head } from './ports/ledger.ts';
import type { DueIndex } from './ports/worklists.ts';
import type { Surroundings } from './surroundings.ts';

/** What a tick of the sweeper needs around it. */
export type TickRoom = Surroundings & {
  readonly due: DueIndex;
  /** Whether there is still time to begin with another case. */
  readonly hasTime: () => boolean;
  /** A pace for one province; it waits until the timer of another case may move in its due index. */
  readonly pace: () => () => Promise<void>;
};

/** What a tick came to: cases that left facts, their facts, and cases that failed. */
export type Tick = { readonly cases: number; readonly facts: number; readonly failed: number };

/** Milliseconds in which a tick begins with cases: it ends before the next one begins. */
export const tickBudget = 45_000;

const casesPerRound = 100;
const nothing: Tick = { cases: 0, facts: 0, failed: 0 };

/**
 * Records everything that has become due, oldest first, until nothing is due or the time is up.
 *
 * What is late after any outage is simply still due: there is no watermark to lose, and the next tick goes on
 * where the time of this one ended. Provinces are swept side by side, each at its own pace, so a province with
 * ten thousand due does not keep another waiting. A case or a province that fails is left for the next tick
 * with an alarm and holds nothing else up.
 */
export async function tick(room: TickRoom): Promise<Tick> {
  const provinces = await room.directories.provinces();
  const sweeps = provinces.map(({ code }) => sweepProvince(code, room));
  const ended = await Promise.allSettled(sweeps);
  return ended.reduce((total, sweep) => {
    if (sweep.status === 'fulfilled') return plus(total, sweep.value);
    room.world.log({ event: 'province_unswept', alarm: true, code: nameOf(sweep.reason) });
    return plus(total, { ...nothing, failed: 1 });
  }, nothing);
}

function plus(a: Tick, b: Tick): Tick {
  return { cases: a.cases + b.cases, facts: a.facts + b.facts, failed: a.failed + b.failed };
}

async function sweepProvince(province: UnitCode, room: TickRoom): Promise<Tick> {
  // Looked at in this tick and not due after all, or failed: these are asked past, not asked again.
  const passed = new Set<string>();
  const turn = room.pace();
  let total = nothing;
  while (room.hasTime()) {
    const limit = casesPerRound + passed.size;
    const found = await room.due.due(province, room.world.now(), limit);
    const cases = found.filter((caseId) => !passed.has(caseId));
    if (cases.length === 0) return total;
    const round = await sweepRound(cases, { ...room, passed, turn });
    total = plus(total, round);
    // Where the index gave all it had, only a case that is due again can be found by asking once more.
    if (found.length < limit && round.left === 0) return total;
  }
  room.world.log({ event: 'province_unfinished', code: province });
  return total;
}

type Round = TickRoom & { readonly passed: Set<string>; readonly turn: () => Promise<void> };

/** What a round came to, and how many of its cases are still due. */
type Sweep = Tick & { readonly left: number };

/** One case after another, because the oldest is told first. */
async function sweepRound(cases: readonly string[], room: Round): Promise<Sweep> {
  // One head that cannot be read must not hide the others; each is then read by itself below.
  const heads = await room.ledger.heads(cases).catch(() => undefined);
  let [total, left] = [nothing, 0];
  for (const [index, caseId] of cases.entries()) {
    await room.turn();
    if (!room.hasTime()) return { ...total, left: left + cases.length - index };
    const swept = await sweepOne(caseId, heads?.get(caseId), room);
    if (swept.facts === 0) room.passed.add(caseId);
    left += swept.left;
    total = plus(total, swept);
  }
  return { ...total, left };
}

async function sweepOne(caseId: string, read: Head | undefined, room: TickRoom): Promise<Sweep> {
  try {
    const head = read ?? (await room.ledger.head(caseId));
    if (head === undefined) return { ...nothing, left: 0 };
    const { facts, isDue } = await sweepCase(head, room);
    return { cases: facts > 0 ? 1 : 0, facts, failed: 0, left: isDue ? 1 : 0 };
  } catch (failure) {
    room.world.log({ event: 'sweep_failed', alarm: true, caseId, code: nameOf(failure) });
    return { ...nothing, failed: 1, left: 0 };
  }
}
