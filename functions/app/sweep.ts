import type { Case } from '#domain/case/case.ts';
import { committed } from '#domain/case/evolve.ts';
import { sweep } from '#domain/case/sweep.ts';
import { nation, type UnitCode } from '#domain/directory.ts';
import type { Actor } from '#domain/permission.ts';
import { hoursBetween, type Instant } from '#domain/time.ts';
import { linked } from './entry.ts';
import type { Head } from './ports/ledger.ts';
import type { Surroundings } from './surroundings.ts';

const clockwork: Actor = { kind: 'SYSTEM', id: 'sweeper', app: 'sweeper', scopes: [], posts: [] };

/**
 * Records what has become due on one case, judged on a strong read; answers the number of facts.
 *
 * None where nothing is due after all, or where another sweeper was first.
 */
export async function sweepCase(head: Head, around: Surroundings): Promise<number> {
  const { ledger, directories, world } = around;
  const now = world.now();
  const [directory, calendar, procedures] = await Promise.all([
    directories.around(unitsTold(head.state)),
    directories.calendar(),
    directories.procedures(),
  ]);
  const moment = { now, actor: clockwork, calendar, procedures, directory };
  const facts = sweep(head.state, moment);
  if (facts.length === 0) return 0;
  const after = committed(head.state, facts, { id: head.state.id, raisesRevision: false });
  const event = linked(head, after, { act: 'sweep', moment, facts, papers: [] }, world);
  const outcome = await ledger.commit({ before: head, after, event, papers: [], now });
  if (outcome !== 'COMMITTED') return 0;
  for (const { known } of facts) world.log({ event: 'rung_told', lagSeconds: lag(known, now) });
  return facts.length;
}

function unitsTold(state: Case): readonly UnitCode[] {
  const offered = state.offer === null ? [] : [state.offer.to];
  return [state.incidentLeg.unit, state.residenceLeg.unit, ...offered, nation];
}

function lag(known: Instant, now: Instant): number {
  return Math.round(hoursBetween(known, now) * 3600);
}
