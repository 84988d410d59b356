import type { Case, Deadline, Place } from './case/case.ts';
import { debtorPlace } from './case/debtor.ts';
import { limitBehind } from './case/planning.ts';
import { nation, type Role, seatOf, type UnitCode } from './directory.ts';
import type { Limit, Procedure } from './procedure.ts';

/** Who has to act: a role, and the unit in which it has its posts. */
export type Agency = { readonly unit: UnitCode; readonly role: Role };

/** An open duty with the limit behind it, the place it is owed in and who has to act. */
export type Owed = {
  readonly state: Case;
  readonly open: Deadline;
  readonly limit: Limit;
  readonly place: Place;
  readonly agency: Agency;
};

/** The open duties for which somebody in a unit or below it has to act; a canary owes none. */
export function owedIn(
  unit: UnitCode,
  states: readonly Case[],
  procedures: readonly Procedure[],
): readonly Owed[] {
  return states
    .filter(({ canary }) => canary === undefined)
    .flatMap((state) => state.deadlines.map((open) => owed(open, state, procedures)))
    .filter(({ place, agency }) => [nation, place.province, agency.unit].includes(unit));
}

function owed(open: Deadline, state: Case, procedures: readonly Procedure[]): Owed {
  const limit = limitBehind(open, procedures);
  if (limit === undefined) throw new Error(`No procedure knows ${open.rule}`);
  const place = debtorPlace(state, open);
  return { state, open, limit, place, agency: agencyAt(limit.by, place) };
}

/** The agency of a role that answers for a commune. */
export function agencyAt(role: Role, { unit: commune, province }: Place): Agency {
  return { unit: seatOf(role, { commune, province }), role };
}

/** What concerns each agency, by the codes of the units and then by role. */
export function byAgency<Each extends { readonly agency: Agency }>(
  all: readonly Each[],
): readonly (readonly [Agency, readonly Each[]])[] {
  const groups = Map.groupBy(all, ({ agency: { unit, role } }) => `${unit}/${role}`);
  return [...groups]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, [first, ...rest]]) =>
      first === undefined ? [] : [[first.agency, [first, ...rest]] as const],
    );
}
