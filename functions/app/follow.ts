import { type AgendaEntry, type AgendaOwner, agenda, isNear } from '#domain/agenda.ts';
import { personOf, readerOf } from '#domain/feed.ts';
import type { Instant } from '#domain/time.ts';
import { isShutOut } from '#domain/wall.ts';
import type { Feeds } from './ports/feeds.ts';
import type { Ledger } from './ports/ledger.ts';
import type { ListedCase, ListKind, Worklists } from './ports/worklists.ts';

/** What following a calendar needs around it: only things to read. */
export type FollowRoom = {
  readonly feeds: Feeds;
  readonly worklists: Pick<Worklists, 'list'>;
  readonly ledger: Pick<Ledger, 'heads'>;
  readonly now: () => Instant;
};

/** A calendar as its subscriber gets it now. */
export type Followed = { readonly office: string; readonly entries: readonly AgendaEntry[] };

// A list is in the order of receipt and the calendar in that of ends, so the whole list is looked at, as
// far as one request may read; no unit has as many cases in years.
const rowsAPage = 500;
const mostPages = 4;
/** Cases that are read strongly; one owes more than one duty, so fewer would do. */
const mostCases = 300;

/**
 * The calendar a secret leads to, with the directory and the cases as they stand now.
 *
 * Nothing when the secret is unknown or dead, whatever the reason.
 */
export async function follow(secret: string, room: FollowRoom): Promise<Followed | undefined> {
  const found = await room.feeds.find(secret);
  const reader = found && readerOf(found.feed, found.ground);
  if (found === undefined || reader === undefined) return undefined;
  const owner = { reader, unit: found.feed.unit };
  const now = room.now();
  const rows = await soonest(owner, now, room);
  const heads = await room.ledger.heads(rows.map(({ id }) => id));
  const person = personOf(found.ground, now);
  const cases = [...heads.values()]
    .map(({ state }) => state)
    .filter((state) => !isShutOut(person, state));
  return { office: found.unit.fullName, entries: agenda(owner, cases, now) };
}

type Due = ListedCase & { readonly dueAt: Instant };

/** The rows of the unit with the earliest ends; a closed case is archived and its care followed up. */
async function soonest(
  owner: AgendaOwner,
  now: Instant,
  room: FollowRoom,
): Promise<readonly Due[]> {
  const lists = (['OPEN', 'CLOSED'] as const).map((kind) => dueIn(kind, owner, room));
  const rows = (await Promise.all(lists)).flat();
  return rows
    .filter(({ dueAt }) => isNear(owner, dueAt, now))
    .toSorted((a, b) => (a.dueAt < b.dueAt ? -1 : 1))
    .slice(0, mostCases);
}

async function dueIn(
  kind: ListKind,
  { unit }: AgendaOwner,
  { worklists }: FollowRoom,
): Promise<readonly Due[]> {
  const rows: Due[] = [];
  let after: string | undefined;
  for (let pages = 0; pages < mostPages; pages += 1) {
    const wish = { first: rowsAPage, after };
    const page = await worklists.list({ unit, agency: null }, kind, wish);
    rows.push(...page.rows.filter(isDue));
    after = page.next;
    if (after === undefined) break;
  }
  return rows;
}

function isDue(row: ListedCase): row is Due {
  return row.dueAt !== null;
}
