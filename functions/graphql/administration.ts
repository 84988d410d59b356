import type * as z from 'zod';
import type { Actor } from '#domain/permission.ts';
import { refuse } from '#domain/refusal.ts';
import type { UserError } from '#schema/generated.ts';
import type { Context } from './context.ts';
import { fault } from './errors.ts';
import * as inputs from './inputs/access.ts';
import { problemsOf } from './problems.ts';
import { unitsFrom } from './unit-list.ts';
import { userError } from './write.ts';

type Refused = { readonly userErrors: readonly UserError[] };
type Act<Admitted, Answer> = (admitted: Admitted, context: Context) => Promise<Answer>;

/** A mutation for administrators: permission, admission, act. */
function administer<Admitted, Answer>(admission: z.ZodType<Admitted>, act: Act<Admitted, Answer>) {
  return async (
    _parent: unknown,
    { input }: { readonly input: unknown },
    context: Context,
  ): Promise<Answer | Refused> => {
    if (!isAdministrator(context.actor)) throw fault('NOT_ALLOWED');
    const admitted = admission.safeParse(input);
    if (!admitted.success) return { userErrors: problemsOf(admitted.error) };
    return act(admitted.data, context);
  };
}

function isAdministrator({ scopes, posts }: Actor): boolean {
  return scopes.includes('directory:admin') && posts.some(({ role }) => role === 'ADMINISTRATOR');
}

/** Imports a list of units, or only checks it. */
export const importUnits = administer(inputs.importUnits, async (wish, context) => {
  const listed = unitsFrom(wish);
  if (listed.problems.length > 0) return { userErrors: listed.problems };
  const { units } = listed;
  const rows = units.length;
  if (wish.dryRun) return { rows, userErrors: [] };
  const { administration, actor, around } = context;
  const counts = await administration.importUnits(units, actor, around.world.now());
  return { rows, ...counts, userErrors: [] };
});

/** Puts an officer into a post of a unit that exists. */
export const appointOfficer = administer(inputs.appointOfficer, async (wish, context) => {
  const { administration, actor, around, units } = context;
  if ((await units.load(wish.unit)) === null)
    return { userErrors: [userError(refuse('UNIT_UNKNOWN', ['unit']))] };
  const post = await administration.appoint(wish, actor, around.world.now());
  return { post, userErrors: [] };
});

/** Empties a post. */
export const vacatePost = administer(inputs.vacatePost, async (seat, context) => {
  const { administration, actor, around } = context;
  const vacated = await administration.vacate(seat, actor, around.world.now());
  return { vacated, userErrors: [] };
});

/** Registers an app or replaces what it may do. */
export const registerApp = administer(inputs.registerApp, async (wish, context) => {
  const { administration, actor, around } = context;
  await administration.registerApp(wish, actor, around.world.now());
  return { app: wish.id, userErrors: [] };
});
