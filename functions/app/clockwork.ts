import { type Case, nextTelling, placesOf } from '#domain/case/case.ts';
import type { Fact } from '#domain/case/event.ts';
import { committed } from '#domain/case/evolve.ts';
import { type Migration, migration } from '#domain/case/migration.ts';
import { replan } from '#domain/case/replan.ts';
import { sweep, type Tick } from '#domain/case/sweep.ts';
import type { Actor } from '#domain/permission.ts';
import { canaryProcedure } from '#domain/procedures/canary.ts';
import { hoursBetween, type Instant } from '#domain/time.ts';
import { linked } from './entry.ts';
import { seatsOf } from './moment.ts';
import type { Head } from './ports/ledger.ts';
import type { Surroundings } from './surroundings.ts';

const clockwork: Actor = { kind: 'SYSTEM', id: 'sweeper', app: 'sweeper', scopes: [], posts: [] };

/** What the clock left on one case: its facts, and whether something is still due. */
export type Swept = { readonly facts: number; readonly isDue: boolean };

/**
 * Records what has become due on one case, judged on a strong read.
 *
 * Nothing where nothing is due after all, or where another sweeper was first. A case that has not followed the
 * present calendar yet follows it first, and what is then due is judged next: nobody is told of an end that no
 * longer holds.
 */
export async function sweepCase(head: Head, around: Surroundings): Promise<Swept> {
  const { act, facts, after } = (await writeByClock(judge, head, around)) ?? nothing;
  const now = around.world.now();
  if (act === 'sweep')
    for (const { known } of facts)
      around.world.log({ event: 'rung_told', lagSeconds: lag(known, now) });
  if (facts.some(isToldForEndedUnit))
    around.world.log({ event: 'unit_ended', alarm: true, caseId: head.state.id });
  const next = after && nextTelling(after);
  return { facts: facts.length, isDue: typeof next === 'string' && next <= now };
}

/** Officers of a successor do not see the case until the province has assigned it to them. */
function isToldForEndedUnit(fact: Fact): boolean {
  if (!('told' in fact)) return false;
  return fact.told.some(({ insteadOf }) => insteadOf?.some(({ why }) => why === 'UNIT_ENDED'));
}

function judge(state: Case, moment: Tick): Decision {
  const moved = follow(state, moment);
  return moved.facts.length > 0 ? moved : { act: 'sweep', facts: sweep(state, moment) };
}

/** Lets the open deadlines of one case follow the present calendar; answers the number that moved. */
export async function replanCase(head: Head, around: Surroundings): Promise<number> {
  return (await writeByClock(follow, head, around))?.facts.length ?? 0;
}

const attempts = 8;

/**
 * Lets the legs of one case change over to another version; answers the facts.
 *
 * It is ordered once, so whoever was first is waited for. Throws when others are first again and again.
 */
export async function migrateCase(
  head: Head,
  wish: Migration,
  around: Surroundings,
): Promise<readonly Fact[]> {
  const decide: Decide = (state, moment) => ({
    act: 'migrate',
    facts: migration(state, wish, moment),
  });
  let read: Head | undefined = head;
  for (let attempt = 1; read !== undefined && attempt <= attempts; attempt += 1) {
    const written = await writeByClock(decide, read, around);
    if (written !== undefined) return written.facts;
    await around.world.pause(attempt);
    read = await around.ledger.head(head.state.id);
  }
  throw new Error('The case could not change over');
}

type Decision = {
  readonly act: 'sweep' | 'replan' | 'migrate';
  readonly facts: readonly Fact[];
};
type Decide = (state: Case, moment: Tick) => Decision;
type Written = Decision & { readonly after?: Case };

const nothing: Written = { act: 'sweep', facts: [] };

/** Whoever has read the calendar before its last import leaves alone what was planned after it. */
function follow(state: Case, moment: Tick): Decision {
  const { revision } = moment.calendar;
  const isAhead = state.deadlines.some((open) => open.calendar > revision);
  return { act: 'replan', facts: isAhead ? [] : replan(state, moment) };
}

/** What the system does by itself: decide on a strong read, and write; nothing where somebody else was first. */
async function writeByClock(
  decide: Decide,
  head: Head,
  { ledger, directories, world }: Surroundings,
): Promise<Written | undefined> {
  const now = world.now();
  const [directory, calendar, procedures] = await Promise.all([
    directories.around(seatsOf(...placesOf(head.state))),
    directories.calendar(),
    directories.procedures(),
  ]);
  const known = [...procedures, canaryProcedure];
  const { ladders } = directory;
  const moment = { now, actor: clockwork, calendar, procedures: known, ladders, directory };
  const { act, facts } = decide(head.state, moment);
  if (facts.length === 0) return nothing;
  const after = committed(head.state, facts, { id: head.state.id, raisesRevision: false });
  const event = linked(head, after, { act, moment, facts, papers: [] }, world);
  const cases = [{ before: head, after, event, papers: [] }];
  const outcome = await ledger.commit({ cases, now });
  return outcome === 'COMMITTED' ? { act, facts, after } : undefined;
}

function lag(known: Instant, now: Instant): number {
  return Math.round(hoursBetween(known, now) * 3600);
}
