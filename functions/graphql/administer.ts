import type * as z from 'zod';
import type { Actor } from '#domain/permission.ts';
import type { UserError } from '#schema/generated.ts';
import type { AdministrationContext } from './context.ts';
import { fault } from './errors.ts';
import { problemsOf } from './problems.ts';

type Refused = { readonly userErrors: readonly UserError[] };
type Act<Admitted, Answer> = (
  admitted: Admitted,
  context: AdministrationContext,
) => Promise<Answer>;

/** A mutation for administrators: permission, admission, act. */
export function administer<Admitted, Answer>(
  admission: z.ZodType<Admitted>,
  act: Act<Admitted, Answer>,
) {
  return async (
    _parent: unknown,
    { input }: { readonly input: unknown },
    context: AdministrationContext,
  ): Promise<Answer | Refused> => {
    if (!isAdministrator(context.actor)) throw fault('NOT_ALLOWED');
    const admitted = admission.safeParse(input);
    if (!admitted.success) return { userErrors: problemsOf(admitted.error) };
    return act(admitted.data, context);
  };
}

/** Whether somebody administers the directory, by post and by scope; no machine does. */
export function isAdministrator({ kind, scopes, posts }: Actor): boolean {
  if (kind !== 'OFFICER' || !scopes.includes('directory:admin')) return false;
  return posts.some(({ role }) => role === 'ADMINISTRATOR');
}
