import type { Case } from '#domain/case/case.ts';
import { committed } from '#domain/case/evolve.ts';
import type { Counters } from '#domain/case/moment.ts';
import { sweep } from '#domain/case/sweep.ts';
import { nation, type UnitCode } from '#domain/directory.ts';
import type { Actor } from '#domain/permission.ts';
import { hoursBetween, type Instant } from '#domain/time.ts';
import { linked } from './entry.ts';
import type { Head } from './ports/ledger.ts';
import type { Surroundings } from './surroundings.ts';

const clockwork: Actor = { kind: 'SYSTEM', id: 'sweeper', app: 'sweeper', scopes: [], posts: [] };

/** What a sweep of one case came to. */
export type Swept = { readonly facts: number; readonly left: boolean; readonly after: Case };

/**
 * Records what has become due on one case, judged on a strong read; nothing when another sweeper was first.
 */
export async function sweepCase(head: Head, around: Surroundings): Promise<Swept | undefined> {
  const { ledger, directories, world } = around;
  const now = world.now();
  const { state } = head;
  const [directory, calendar, procedures] = await Promise.all([
    directories.around(unitsTold(state)),
    directories.calendar(),
    directories.procedures(),
  ]);
  const counters: Counters = { cases: 0, agency: '', year: 0, forms: {} };
  const moment = {
    now,
    actor: clockwork,
    calendar,
    procedures,
    directory,
    counters,
    incidentId: '',
  };
  const facts = sweep(state, moment);
  if (facts.length === 0) return { facts: 0, left: false, after: state };
  const after = committed(state, facts, { id: state.id, raisesRevision: false });
  const event = linked(head, after, { act: 'sweep', moment, facts, papers: [] }, world);
  const outcome = await ledger.commit({ before: head, after, event, papers: [], now });
  if (outcome !== 'COMMITTED') return undefined;
  for (const { known } of facts) world.log({ event: 'rung_told', lagSeconds: lag(known, now) });
  const next = after.deadlines.some(({ nextAt }) => nextAt !== null && nextAt <= now);
  return { facts: facts.length, left: next, after };
}

function unitsTold(state: Case): readonly UnitCode[] {
  const offered = state.offer === null ? [] : [state.offer.to];
  return [state.incidentLeg.unit, state.residenceLeg.unit, ...offered, nation];
}

function lag(known: Instant, now: Instant): number {
  return Math.round(hoursBetween(known, now) * 3600);
}
