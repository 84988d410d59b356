import type { ListedCase, ListKind, ListOwner } from '#app/ports/worklists.ts';
import type { QueryCasesArgs, RequireFields } from '#schema/generated.ts';
import type { Context } from './context.ts';
import { connection, wishOf } from './cursor.ts';
import { fault } from './errors.ts';
import { mayList, seesWholeList } from './resolvers/access.ts';
import type { CasePage } from './views.ts';

type Arguments = RequireFields<QueryCasesArgs, 'first' | 'list' | 'unit'>;

/** A page of a unit's list. */
export async function listOf(
  _parent: unknown,
  { unit: code, agency = null, list, ...page }: Arguments,
  context: Context,
): Promise<CasePage> {
  const { actor, around, units, worklists } = context;
  const unit = await units.load(code);
  if (unit === null || !mayList(actor, unit, agency)) throw fault('NOT_ALLOWED');
  const owner = { unit: code, agency };
  const listing = { name: `cases/${list}/${agency}`, of: code, actor, world: around.world };
  const { rows, next } = await worklists.list(owner, list, wishOf(page, listing));
  const whole = seesWholeList(actor, unit, agency);
  const seen = whole ? rows : await onlySeen(rows, context);
  return { ...connection({ rows: seen, next }, listing), owner, list, whole };
}

/** How many cases a list holds for whoever asks: counted in the store where they may see them all. */
export async function countOf(
  { owner, list, whole }: CasePage,
  _arguments: unknown,
  context: Context,
): Promise<number> {
  return whole ? context.worklists.count(owner, list) : countSeen(owner, list, context);
}

const rowsAPage = 100;

async function countSeen(owner: ListOwner, list: ListKind, context: Context): Promise<number> {
  let count = 0;
  let after: string | undefined;
  do {
    const page = await context.worklists.list(owner, list, { first: rowsAPage, after });
    count += (await onlySeen(page.rows, context)).length;
    after = page.next;
  } while (after !== undefined);
  return count;
}

/** The rows of cases the caller may see, judged on the cases themselves. */
async function onlySeen(
  rows: readonly ListedCase[],
  { cases }: Context,
): Promise<readonly ListedCase[]> {
  const views = await Promise.all(rows.map(({ id }) => cases.load(id)));
  return rows.filter((_, at) => views[at] !== null);
}
