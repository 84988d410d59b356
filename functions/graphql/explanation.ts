import { type AccessSubject, explainAccess as explain } from '#domain/access.ts';
import { postsAt } from '#domain/directory.ts';
import { refuse } from '#domain/refusal.ts';
import { isShutOut } from '#domain/wall.ts';
import type { QueryExplainAccessArgs } from '#schema/generated.ts';
import { isCaseId } from './access-log.ts';
import { isAdministrator } from './administer.ts';
import type { AdministrationContext } from './context.ts';
import { fault } from './errors.ts';
import * as inputs from './inputs/explanation.ts';
import { problemsOf } from './problems.ts';
import { userError } from './write.ts';

const nothing = { caseCode: null, sees: [], may: [], posts: [], missing: [], lentUntil: null };

/** Why an officer sees a case or does not; that it was asked is on record before anything is looked up. */
export async function explainAccess(
  _parent: unknown,
  asked: QueryExplainAccessArgs,
  context: AdministrationContext,
) {
  const { actor, administration, around } = context;
  if (!isAdministrator(actor)) throw fault('NOT_ALLOWED');
  const admitted = inputs.explainAccess.safeParse(asked);
  if (!admitted.success) return { ...nothing, userErrors: problemsOf(admitted.error) };
  const { officer, caseId, app } = admitted.data;
  const about = [officer, isCaseId(caseId) ? caseId : '-', ...(app === null ? [] : [app])];
  await administration.asked({ act: 'explainAccess', about }, actor, around.world.now());
  const state = (await around.ledger.head(caseId))?.state;
  // A canary is in no answer, nor is a case that whoever asks is kept out of.
  if (state === undefined || state.canary || isShutOut(actor, state))
    return { ...nothing, userErrors: [userError(refuse('NOT_FOUND', ['caseId']))] };
  const found = explain(await subjectOf(officer, app, context), state, around.world.now());
  return { ...found, userErrors: [] };
}

async function subjectOf(
  officer: string,
  app: string | null,
  { around: { directories, world } }: AdministrationContext,
): Promise<AccessSubject> {
  const [person, through] = await Promise.all([
    directories.officer(officer),
    app === null ? ('UNNAMED' as const) : directories.app(app),
  ]);
  // What is delegated counts as long as it lasts, as it does for a request.
  const acting = person && { ...person, posts: postsAt(person, world.now()) };
  return { officer: acting, app: through };
}
