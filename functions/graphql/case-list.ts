import type { Hidden } from '#app/ports/notices.ts';
import type { ListKind, ListOwner } from '#app/ports/worklists.ts';
import { marksOfPerson } from '#domain/wall.ts';
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
  const whole = seesWholeList(actor, unit, agency);
  const wish = { ...wishOf(page, listing), hidden: whole ? undefined : unseenBy(context) };
  const found = await worklists.list(owner, list, wish, marksOfPerson(actor));
  return { ...connection(found, listing), owner, list, whole };
}

/** How many cases a list holds for whoever asks: counted in the store where they may see them all. */
export async function countOf(
  { owner, list, whole }: CasePage,
  _arguments: unknown,
  context: Context,
): Promise<number> {
  const reader = marksOfPerson(context.actor);
  return whole ? context.worklists.count(owner, list, reader) : countSeen(owner, list, context);
}

const rowsAPage = 100;

async function countSeen(owner: ListOwner, list: ListKind, context: Context): Promise<number> {
  const hidden = unseenBy(context);
  let count = 0;
  let after: string | undefined;
  do {
    const page = await context.worklists.list(owner, list, { first: rowsAPage, after, hidden });
    count += page.rows.length;
    after = page.next;
  } while (after !== undefined);
  return count;
}

/** The cases of some rows that the caller may not see, judged on the cases themselves. */
export function unseenBy({ cases }: Context): Hidden {
  return async (ids) => {
    const views = await Promise.all(ids.map((id) => cases.load(id)));
    return new Set(ids.filter((_, at) => views[at] === null));
  };
}
