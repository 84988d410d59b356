import { caseload } from '#app/caseload.ts';
import { territoryOf } from '#domain/calendar-amendment.ts';
import type { Json } from '#domain/canonical.ts';
import { consequences } from '#domain/consequences.ts';
import { nation, type Unit } from '#domain/directory.ts';
import { forecast } from '#domain/forecast.ts';
import { inForce } from '#domain/in-force.ts';
import type { Actor } from '#domain/permission.ts';
import {
  type Drafted,
  type DraftProblem,
  drafted,
  draftProblems,
  standingsOf,
} from '#domain/policy-draft.ts';
import { localDate, type PlainDate } from '#domain/time.ts';
import { view } from '#domain/view.ts';
import type {
  QueryForecastArgs,
  QuerySimulatePolicyArgs,
  RequireFields,
} from '#schema/generated.ts';
import { unseenBy } from './case-list.ts';
import { caseloadOf, listsFor, mayCount, mayPreview } from './caseload.ts';
import type { Context, Law } from './context.ts';
import { connection, type Listing, wishOf } from './cursor.ts';
import { beyond, fault, limits } from './errors.ts';
import { type PolicyDraft, policyDraft } from './inputs/outlook.ts';
import { mostProblems, problem, problemsOf } from './problems.ts';
import { seesWholeList } from './resolvers/access.ts';

type Permission = (actor: Actor, unit: Unit) => boolean;

async function permitted(code: string, may: Permission, { actor, units }: Context): Promise<Unit> {
  const unit = await units.load(code);
  if (unit === null || !may(actor, unit)) throw fault('NOT_ALLOWED');
  return unit;
}

type PageArguments = { readonly first: number; readonly after?: string | null | undefined };

/** The next cases of a unit, and how far that goes. */
async function casesOf(unit: Unit, asked: PageArguments, listing: Listing, context: Context) {
  const wish = wishOf(asked, listing);
  // The police of a commune list it and do not see who is only cared for in it.
  const isWhole = mayPreview(context.actor, unit) || seesWholeList(context.actor, unit, null);
  const hidden = isWhole ? undefined : unseenBy(context);
  const room = { ...context.around, worklists: listsFor(context, hidden) };
  const { rows, next } = await caseload(room, await caseloadOf(unit, context), wish);
  const { pageInfo } = connection({ rows, next }, listing);
  const complete = wish.after === undefined && next === undefined;
  const states = rows.map(({ state }) => state);
  return { states, page: { cases: states.length, complete, pageInfo } };
}

type ForecastArguments = RequireFields<QueryForecastArgs, 'days' | 'first'>;

/** What falls due in the coming days, of a page of the cases of a unit. */
export async function forecastOf(
  _parent: unknown,
  { unit: code, days, ...asked }: ForecastArguments,
  context: Context,
) {
  const unit = await permitted(code, mayCount, context);
  if (days < 1 || days > limits.days) throw beyond('days');
  const { actor, around } = context;
  const listing = { name: 'forecast', of: `${code}/${days}`, actor, world: around.world };
  const { states, page } = await casesOf(unit, asked, listing, context);
  const outlook = { unit: code, now: around.world.now(), days, ...(await context.law()) };
  const seen = states.filter((state) => view(actor, state) !== undefined);
  return { ...page, cases: seen.length, agencies: forecast(seen, outlook) };
}

type SimulationArguments = RequireFields<QuerySimulatePolicyArgs, 'first'>;

const faulty = 'The draft cannot be taken as it is. See `problems`.';

/** What a draft would do to the open duties of a unit, of a page of its cases. */
export async function simulatePolicy(
  _parent: unknown,
  { draft: written, unit: code, ...asked }: SimulationArguments,
  context: Context,
) {
  const unit = await permitted(code, mayPreview, context);
  const { actor, around } = context;
  const admitted = policyDraft.safeParse(written);
  if (!admitted.success) return { ...nothing, userErrors: problemsOf(admitted.error) };
  const { world } = around;
  // The numbers of pages add up for one draft only, so a cursor is good for no other.
  const of = world.fingerprint([code, admitted.data as unknown as Json]);
  const listing = { name: 'simulatePolicy', of, actor, world };
  const [law, ladders] = await Promise.all([context.law(), context.ladders()]);
  const now = world.now();
  const today = localDate(now);
  const read = readDraft(admitted.data, unit, { ...law, today });
  if ('problems' in read) return { ...nothing, ...refused(read.problems) };
  const { procedure } = read;
  const { states, page } = await casesOf(unit, asked, listing, context);
  const found = consequences(states, { unit: code, draft: procedure, now, ladders, ...law });
  return {
    ...page,
    procedure: procedure.id,
    standings: standingsOf(procedure, admitted.data.limits, { ...law, today }),
    nodes: found.movements,
    agencies: found.agencies,
    problems: [],
    userErrors: [],
  };
}

/** The drafted version of the procedure that is named, or in force in the unit. */
function readDraft(
  { procedure: id, limits: drafts }: PolicyDraft,
  unit: Unit,
  { procedures, today }: Law & { readonly today: PlainDate },
): Drafted {
  const version =
    id === null
      ? inForce(procedures, [...territoryOf(unit), nation], today)
      : procedures.find((each) => each.id === id);
  if (version === undefined)
    return { problems: [{ code: 'PROCEDURE_UNKNOWN', field: ['procedure'] }] };
  return drafted(version, drafts);
}

const nothing = {
  procedure: null,
  standings: [],
  cases: 0,
  complete: false,
  nodes: [],
  agencies: [],
  pageInfo: { endCursor: null, hasNextPage: false },
  problems: [],
};

function refused(problems: readonly DraftProblem[]) {
  const told = problems
    .slice(0, mostProblems)
    .map(({ code, field }) => ({ code, field: [...field], message: draftProblems[code] }));
  return { problems: told, userErrors: [problem([], faulty)] };
}
