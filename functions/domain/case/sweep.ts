import type { Role } from '../directory.ts';
import { rungAt } from '../escalation.ts';
import type { Rung } from '../ladder.ts';
import { ladderBehind, pinned } from '../ladders/registry.ts';
import { basisOf, type LegName } from '../procedure.ts';
import type { Instant } from '../time.ts';
import { beyondWall } from '../wall.ts';
import { canaryPost } from './canary.ts';
import { type Case, type Deadline, legOf, nextTelling, offeredPlace, type Place } from './case.ts';
import { rungFacts } from './deadline-facts.ts';
import { debtorPlace } from './debtor.ts';
import type { Fact, FactOf } from './event.ts';
import { evolve } from './evolve.ts';
import { distinct, type Moment, postsFor } from './moment.ts';
import { calendarOf, keyOf, limitBehind } from './planning.ts';
import { isFollowUp, type ToldPost } from './terms.ts';

/** What the clock knows when it ticks: no officer, no form, no number. */
export type Tick = Pick<Moment, 'now' | 'calendar' | 'procedures' | 'ladders' | 'directory'>;

/** Facts one sweep of one case may leave; what is over stays due and the next sweep takes it. */
export const factsPerSweep = 24;

/**
 * The reminders, breaches and escalations that have become due, oldest first.
 *
 * Nothing is due on a case that another sweeper has just swept: due-ness is judged on this state alone.
 */
export function sweep(before: Case, moment: Tick): readonly Fact[] {
  const facts: Fact[] = [];
  let state = before;
  while (facts.length < factsPerSweep) {
    const open = oldestDue(state, moment.now);
    if (open === undefined) break;
    const fact = climb(open, state, moment);
    facts.push(fact);
    state = evolve(state, fact, state.id);
  }
  return facts;
}

function oldestDue(state: Case, now: Instant): Deadline | undefined {
  const next = nextTelling(state);
  if (next === null || next > now) return undefined;
  return state.deadlines.find((open) => open.nextAt === next);
}

type RungFact = FactOf<'ReminderRecorded' | 'BreachRecorded' | 'Escalated'>;

function climb(open: Deadline, state: Case, moment: Tick): RungFact {
  const { limit, rungs, rung } = placeOnLadder(open, moment);
  const { from, dueAt, nextAt } = open;
  // A deadline without these instants has no next telling, so it is never found due.
  if (nextAt === null || dueAt === null) throw new Error(`${open.rule} is due without an instant`);
  const shared = {
    about: rung.kind === 'BREACH' ? dueAt : nextAt,
    known: nextAt > open.since ? nextAt : open.since,
    deadline: keyOf(open),
    planning: open.planning,
    procedure: open.procedure,
    ...pinned(open),
    dueAt,
    rung: open.rung,
    told: toldOn(rung, open, state, moment),
    nextAt:
      rungAt(rungs, open.rung + 1, { from, dueAt }, calendarOf(open, state, moment.calendar)) ??
      null,
  };
  if (rung.kind === 'BREACH') return { type: rungFacts.BREACH, ...shared, basis: basisOf(limit) };
  return { type: rungFacts[rung.kind], ...shared };
}

function placeOnLadder(open: Deadline, moment: Tick) {
  const limit = limitBehind(open, moment.procedures);
  const { rungs } = limit ? ladderBehind(open, limit, moment.ladders) : { rungs: [] };
  const rung = rungs[open.rung];
  if (limit === undefined || rung === undefined)
    throw new Error(`${open.rule} is due on no rung of its procedure`);
  return { limit, rungs, rung };
}

function toldOn(rung: Rung, open: Deadline, state: Case, moment: Tick): readonly ToldPost[] {
  if (state.canary) return [canaryPost(state)];
  const wanted = rolesTold(rung, state);
  const { now } = moment;
  const beyond = { now, directory: beyondWall(moment.directory, state, now) };
  const told = communesTold(open, state).flatMap((commune) =>
    assigned(wanted, open.leg, state, postsFor(wanted, commune, beyond)),
  );
  return distinct(told);
}

/** The roles a rung tells; hotline 111 hears of the cases it opened. */
export function rolesTold({ tell }: Rung, { openedBy }: Case): readonly Role[] {
  return tell.filter((role) => role !== 'HOTLINE_111' || openedBy.role === 'HOTLINE_111');
}

/** The communes a duty is told to: while a hand-over offer is open, both are told of the residence leg. */
export function communesTold(open: Deadline, state: Case): readonly Place[] {
  if (isFollowUp(open.rule)) return [debtorPlace(state, open)];
  const own = legOf(state, open.leg);
  const offered = open.leg === 'RESIDENCE' ? offeredPlace(state) : undefined;
  return offered === undefined ? [own] : [own, offered];
}

/** Where a worker is assigned to the leg, other workers of that commune are left alone. */
function assigned(
  wanted: readonly Role[],
  leg: LegName,
  state: Case,
  posts: readonly ToldPost[],
): readonly ToldPost[] {
  const worker = state.workers[leg];
  const isThere = worker !== undefined && posts.some(({ id }) => id === worker);
  if (!isThere || !wanted.includes('COMMUNE_WORKER')) return posts;
  return posts.filter((post) => post.role !== 'COMMUNE_WORKER' || post.id === worker);
}
