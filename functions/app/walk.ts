import type { UnitCode } from '#domain/directory.ts';
import type { ListedCase, ListKind, Worklists } from './ports/worklists.ts';

/** What a walk over all cases reads. */
export type WalkRoom = {
  readonly worklists: Pick<Worklists, 'list'>;
  readonly provinces: () => Promise<readonly UnitCode[]>;
};

const pageSize = 100;

/** The cases in some lists of all provinces, page by page; one that changes meanwhile may come twice. */
export async function* casesIn(
  room: WalkRoom,
  kinds: readonly ListKind[],
): AsyncGenerator<readonly ListedCase[]> {
  for await (const { rows } of stepsIn(room, kinds, null)) yield rows;
}

/** One page of a walk: its place, from which a walk can be begun again, and what lies there. */
export type WalkStep = { readonly place: string; readonly rows: readonly ListedCase[] };

/**
 * The same walk from a place on; one that names no list there is begins at the head of all.
 *
 * The place is where the page begins, so that a walk which ends within a page meets the whole page again.
 */
export async function* stepsIn(
  { worklists, provinces }: WalkRoom,
  kinds: readonly ListKind[],
  from: string | null,
): AsyncGenerator<WalkStep> {
  const lists = (await provinces()).flatMap((unit) => kinds.map((kind) => ({ unit, kind })));
  const [unit, kind, ...rest] = from?.split('/') ?? [];
  const at = lists.findIndex((each) => each.unit === unit && each.kind === kind);
  let after = at < 0 ? '' : rest.join('/');
  for (const list of lists.slice(Math.max(at, 0))) {
    for (let next: string | undefined = after; next !== undefined; ) {
      const place = `${list.unit}/${list.kind}/${next}`;
      const owner = { unit: list.unit, agency: null };
      const wish = { first: pageSize, after: next === '' ? undefined : next };
      const page = await worklists.list(owner, list.kind, wish);
      yield { place, rows: page.rows };
      next = page.next;
    }
    after = '';
  }
}
