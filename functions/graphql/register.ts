import { nation, type Role, tierOf, type Unit, type UnitCode } from '#domain/directory.ts';
import { isRefusal, refuse } from '#domain/refusal.ts';
import type { UserError } from '#schema/generated.ts';
import { administer } from './administer.ts';
import type { AdministrationContext } from './context.ts';
import * as inputs from './inputs/access.ts';
import { mostProblems, problem } from './problems.ts';
import { unitsFrom } from './unit-list.ts';
import { userError } from './write.ts';

const elsewhere =
  'The unit is known in another province. One that moves is a new unit with a code of its own.';
const otherKind = 'The unit is known as made up, or as not made up. Set `fictional` as it was.';
const misplaced = 'The role has its posts in units of another tier.';

/** Imports a list of units, or only checks it. */
export const importUnits = administer(inputs.importUnits, async (wish, context) => {
  const listed = unitsFrom(wish);
  if (listed.problems.length > 0) return { userErrors: listed.problems };
  const { units } = listed;
  const orphans = await orphansOf(units, context);
  if (orphans.length > 0) return { userErrors: orphans.slice(0, mostProblems) };
  const rows = units.length;
  const { administration, actor, around } = context;
  const found = await administration.compareUnits(units);
  const moved = movedIn(units, found.known);
  if (moved.length > 0) return { userErrors: moved.slice(0, mostProblems) };
  if (wish.dryRun) return { rows, ...found.counts, userErrors: [] };
  const counts = await administration.importUnits(units, actor, around.world.now());
  return { rows, ...counts, userErrors: [] };
});

/** The units of a list that are known elsewhere: their cases stay where they are, and lists and counts go by that. */
function movedIn(units: readonly Unit[], known: ReadonlyMap<UnitCode, Unit>): readonly UserError[] {
  return units.flatMap(({ code, parent, fictional }, at) => {
    const before = known.get(code) ?? { parent, fictional };
    if (before.parent !== parent) return [problem(['csv', String(at), 'parent_code'], elsewhere)];
    return before.fictional === fictional ? [] : [problem(['csv', String(at), 'code'], otherKind)];
  });
}

/** The units of a list whose parent is neither in it nor known. */
async function orphansOf(
  units: readonly Unit[],
  context: AdministrationContext,
): Promise<readonly UserError[]> {
  const listed = new Set(units.map(({ code }) => code));
  const above = [...new Set(units.map(({ parent }) => parent))].filter(
    (code) => code !== nation && !listed.has(code),
  );
  const known = await context.units.loadMany(above);
  const lacking = above.filter((_, at) => known[at] === null);
  return units.flatMap(({ parent }, at) =>
    lacking.includes(parent)
      ? [userError(refuse('UNIT_UNKNOWN', ['csv', String(at), 'parent_code']))]
      : [],
  );
}

/** Puts an officer into a post of a unit that exists, of the tier in which the role has its posts. */
export const appointOfficer = administer(inputs.appointOfficer, async (wish, context) => {
  const { administration, actor, around } = context;
  const wrong = await seatProblem(wish, ['unit'], context);
  if (wrong !== undefined) return { userErrors: [wrong] };
  const post = await administration.appoint(wish, actor, around.world.now());
  if (isRefusal(post)) return { userErrors: [userError(post)] };
  return { post, userErrors: [] };
});

/** What is wrong with the unit in which a role is to sit, if anything. */
export async function seatProblem(
  { role, unit: code }: { readonly role: Role; readonly unit: UnitCode },
  field: readonly string[],
  { units }: AdministrationContext,
): Promise<UserError | undefined> {
  const unit = await units.load(code);
  if (unit === null) return userError(refuse('UNIT_UNKNOWN', field));
  return unit.level === tierOf(role) ? undefined : problem(field, misplaced);
}

/** Empties a post. */
export const vacatePost = administer(inputs.vacatePost, async (seat, context) => {
  const { administration, actor, around } = context;
  const vacated = await administration.vacate(seat, actor, around.world.now());
  if (typeof vacated !== 'boolean') return { userErrors: [userError(vacated)] };
  return { vacated, userErrors: [] };
});

/** Registers an app or replaces what it may do; a machine sits where a post of its role would. */
export const registerApp = administer(inputs.registerApp, async (wish, context) => {
  const { machine } = wish;
  const wrong = machine && (await seatProblem(machine, ['machine', 'unit'], context));
  if (wrong !== undefined) return { userErrors: [wrong] };
  const { administration, actor, around } = context;
  const done = await administration.registerApp(wish, actor, around.world.now());
  if (typeof done !== 'boolean') return { userErrors: [userError(done)] };
  return { app: wish.id, userErrors: [] };
});
