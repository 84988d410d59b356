import { nation, type UnitCode } from '../directory.ts';
import { type LegName, legs, limitOf, type Procedure } from '../procedure.ts';
import { type Case, type Deadline, isInWork, type Leg, legOf } from './case.ts';
import type { FactOf } from './event.ts';
import { fold } from './evolve.ts';
import { pinsFor } from './moment.ts';
import { keyOf, type Law, moved } from './planning.ts';
import type { Tick } from './sweep.ts';

/** What is to follow another version: the legs of a commune, of a province or of the nation that pin one. */
export type Migration = {
  readonly unit: UnitCode;
  /** Id of the version they are handled by. */
  readonly from: string;
  readonly to: Procedure;
  /** The document by which they change over. */
  readonly document: string;
};

/** Facts by which a leg changes over to another version. */
export type MigrationFact = FactOf<'ProcedureMigrated' | 'DeadlineMoved' | 'DeadlineClosed'>;

type Now = Law & Pick<Tick, 'now' | 'ladders'>;

/**
 * The facts by which the legs of a case change over; none where none of them pins the version that is left.
 *
 * A leg changes only to what is in force for its commune now, and a case that owes nothing more is left alone.
 *
 * @policy 0026
 */
export function migration(
  before: Case,
  { unit, from, to, document }: Migration,
  moment: Now,
): readonly MigrationFact[] {
  if (!isInWork(before) && before.deadlines.length === 0) return [];
  const facts: MigrationFact[] = [];
  for (const name of legs) {
    const leg = legOf(before, name);
    if (!liesIn(leg, unit) || pinOf(leg, to) !== from || !isInForce(to, leg, moment)) continue;
    const state = facts.length === 0 ? before : fold(before, facts, before.id);
    facts.push(...migrate(state, { leg: name, to, document }, moment));
  }
  return facts;
}

type LegChange = {
  readonly leg: LegName;
  readonly to: Procedure;
  readonly document: string;
};

/**
 * The facts by which one leg follows another version.
 *
 * What it owes and the new version still knows goes on from where it started, with the new limit; what the
 * new one does not know is no longer owed. A recorded breach stays, and a duty that only the new version has
 * does not start for what has already happened.
 *
 * @policy 0026
 */
export function migrate(
  state: Case,
  { leg, to, document }: LegChange,
  moment: Now,
): readonly MigrationFact[] {
  const from = pinOf(legOf(state, leg), to);
  if (from === null || from === to.id) return [];
  const dated = { about: moment.now, known: moment.now };
  const local = to.over !== undefined;
  const owed = state.deadlines.filter((open) => open.leg === leg && open.procedure === from);
  return [
    { type: 'ProcedureMigrated', ...dated, leg, from, to: to.id, local, document },
    ...owed.flatMap((open) => followed(open, to, state, moment)),
  ];
}

function followed(
  open: Deadline,
  to: Procedure,
  state: Case,
  moment: Now,
): readonly MigrationFact[] {
  const { now } = moment;
  if (limitOf(to, open.rule) !== undefined) {
    const after = { ...open, procedure: to.id };
    return moved({ before: open, after, why: 'MIGRATED' }, state, moment);
  }
  const { planning } = open;
  const dated = { about: now, known: now };
  return [{ type: 'DeadlineClosed', ...dated, deadline: keyOf(open), planning, how: 'VOID' }];
}

/** The version of the kind of another that a leg pins: its statute, or its local procedure. */
function pinOf(leg: Leg, { over }: Procedure): string | null {
  return over === undefined ? leg.procedure : leg.overlay;
}

function isInForce(to: Procedure, leg: Leg, moment: Now): boolean {
  const pins = pinsFor(leg, moment.now, moment);
  return pins !== undefined && pinOf({ ...leg, ...pins }, to) === to.id;
}

function liesIn({ unit, province }: Leg, within: UnitCode): boolean {
  return within === nation || within === unit || within === province;
}
