import type { UnitCode } from '#domain/directory.ts';
import type { DueIndex } from './ports/worklists.ts';
import type { Surroundings } from './surroundings.ts';
import { sweepCase } from './sweep.ts';

/** What a tick of the sweeper needs around it. */
export type TickRoom = Surroundings & {
  readonly due: DueIndex;
  /** Whether there is still time to begin another round. */
  readonly hasTime: () => boolean;
};

/** What a tick came to. */
export type Tick = { readonly cases: number; readonly facts: number; readonly failed: number };

const casesPerRound = 100;

/**
 * Records everything that has become due, oldest first, until nothing is due or the time is up.
 *
 * What is late after any outage is simply still due: there is no watermark to lose.
 */
export async function tick(room: TickRoom): Promise<Tick> {
  const provinces = await room.directories.provinces();
  const sums = await Promise.all(provinces.map((province) => sweepProvince(province, room)));
  return sums.reduce(
    (total, each) => ({
      cases: total.cases + each.cases,
      facts: total.facts + each.facts,
      failed: total.failed + each.failed,
    }),
    { cases: 0, facts: 0, failed: 0 },
  );
}

async function sweepProvince(province: UnitCode, room: TickRoom): Promise<Tick> {
  const failed = new Set<string>();
  let total = { cases: 0, facts: 0 };
  while (room.hasTime()) {
    const limit = casesPerRound + failed.size;
    const found = await room.due.due(province, room.world.now(), limit);
    const cases = found.filter((caseId) => !failed.has(caseId));
    const round = await sweepRound(cases, room, failed);
    total = { cases: total.cases + round.cases, facts: total.facts + round.facts };
    // Entries of the index lag; a round that left no fact has found only what is done already.
    if (round.facts === 0) break;
  }
  return { ...total, failed: failed.size };
}

/** A case that fails is left for the next tick with an alarm and never holds the others up. */
async function sweepRound(cases: readonly string[], room: TickRoom, failed: Set<string>) {
  const heads = await room.ledger.heads(cases);
  let facts = 0;
  for (const caseId of cases) {
    const head = heads.get(caseId);
    if (head === undefined) continue;
    try {
      facts += (await sweepCase(head, room))?.facts ?? 0;
    } catch {
      failed.add(caseId);
      room.world.log({ event: 'sweep_failed', alarm: true, caseId });
    }
  }
  return { cases: heads.size, facts };
}
