import { type Case, placesOf } from '#domain/case/case.ts';
import type { UnitCode } from '#domain/directory.ts';
import type { Head, Ledger } from './ports/ledger.ts';
import type { ListKind, Page, PageWish, Worklists } from './ports/worklists.ts';

/** What going through a caseload reads. */
export type CaseloadRoom = {
  readonly ledger: Pick<Ledger, 'heads'>;
  readonly worklists: Pick<Worklists, 'list'>;
};

const kinds: readonly ListKind[] = ['OPEN', 'CLOSED'];
const pageSize = 100;

/** A list of the caseload, and how far it has been read. */
type Place = { readonly unit: UnitCode; readonly kind: ListKind; readonly after?: string };

/**
 * A page of the open and the closed cases in the lists of some units (provinces, communes), each case once.
 *
 * It looks at `first` rows at most and may hold fewer cases, or none, while more follow: a case that lies in the
 * lists of several of the units is met in the first of them. One that is closed meanwhile may come twice.
 */
export async function caseload(
  room: CaseloadRoom,
  units: readonly UnitCode[],
  wish: PageWish,
): Promise<Page<Head>> {
  const places = placesFrom(units, wish.after);
  const rows: Head[] = [];
  let left = wish.first;
  for (let place = places.shift(); place !== undefined; place = places.shift()) {
    if (left === 0) return { rows, next: written(place) };
    const owner = { unit: place.unit, agency: null };
    const page = await room.worklists.list(owner, place.kind, { first: left, after: place.after });
    const heads = await room.ledger.heads(page.rows.map(({ id }) => id));
    const found = page.rows.flatMap(({ id }) => heads.get(id) ?? []);
    rows.push(...found.filter(({ state }) => metFirst(state, units) === place.unit));
    left -= page.rows.length;
    if (page.next !== undefined) places.unshift({ ...place, after: page.next });
  }
  return { rows, next: undefined };
}

/** The whole caseload of some units, page by page. */
export async function* wholeCaseload(
  room: CaseloadRoom,
  units: readonly UnitCode[],
): AsyncGenerator<readonly Head[]> {
  let after: string | undefined;
  do {
    const page = await caseload(room, units, { first: pageSize, after });
    yield page.rows;
    after = page.next;
  } while (after !== undefined);
}

/** The first of some units in whose lists a case is. */
function metFirst(state: Case, units: readonly UnitCode[]): UnitCode | undefined {
  const listing = new Set(placesOf(state).flatMap(({ unit, province }) => [unit, province]));
  return units.find((unit) => listing.has(unit));
}

/** What is left of the lists from a place on; a text that names none of them begins at their head. */
function placesFrom(units: readonly UnitCode[], after: string | undefined): Place[] {
  const all = units.flatMap((unit) => kinds.map((kind): Place => ({ unit, kind })));
  const [unit, kind, ...rest] = after?.split('/') ?? [];
  const at = all.findIndex((place) => place.unit === unit && place.kind === kind);
  const [place, ...others] = all.slice(Math.max(at, 0));
  if (place === undefined) return [];
  const from = rest.join('/');
  return [from === '' ? place : { ...place, after: from }, ...others];
}

function written({ unit, kind, after = '' }: Place): string {
  return `${unit}/${kind}/${after}`;
}
