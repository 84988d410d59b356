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
  { worklists, provinces }: WalkRoom,
  kinds: readonly ListKind[],
): AsyncGenerator<readonly ListedCase[]> {
  for (const unit of await provinces())
    for (const kind of kinds) yield* pagesOf(worklists, { unit, agency: null }, kind);
}

async function* pagesOf(
  worklists: WalkRoom['worklists'],
  owner: { readonly unit: UnitCode; readonly agency: null },
  kind: ListKind,
): AsyncGenerator<readonly ListedCase[]> {
  let after: string | undefined;
  do {
    const page = await worklists.list(owner, kind, { first: pageSize, after });
    yield page.rows;
    after = page.next;
  } while (after !== undefined);
}
