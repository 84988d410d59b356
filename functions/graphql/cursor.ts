import type { Page, PageWish } from '#app/ports/worklists.ts';
import type { World } from '#app/ports/world.ts';
import type { Actor } from '#domain/permission.ts';
import { beyond, fault, limits } from './errors.ts';

/** A list as one caller asks for it; a cursor of it is good for nothing else. */
export type Listing = {
  readonly name: string;
  readonly of: string;
  readonly actor: Actor;
  readonly world: Pick<World, 'fingerprint'>;
};

type Arguments = { readonly first: number; readonly after?: string | null | undefined };

const longestCursor = 2_000;

/** The page asked for, after the cursor's signature was found good. */
export function wishOf({ first, after }: Arguments, listing: Listing): PageWish {
  if (first < 1 || first > limits.first) throw beyond('first');
  return { first, after: after == null ? undefined : read(after, listing) };
}

function read(cursor: string, listing: Listing): string {
  if (cursor.length > longestCursor) throw fault('BAD_CURSOR');
  const next = Buffer.from(cursor.split('.')[0] ?? '', 'base64url').toString();
  if (cursor !== written(next, listing)) throw fault('BAD_CURSOR');
  return next;
}

function written(next: string, { name, of, actor, world }: Listing): string {
  // What a list is asked of comes from the caller, and half a character has no digest.
  const about = [name.toWellFormed(), of.toWellFormed()];
  const seal = world.fingerprint(['cursor', ...about, actor.app, actor.id, next]);
  return `${Buffer.from(next).toString('base64url')}.${seal}`;
}

/** A page as the SDL shows it. */
export function connection<Row>({ rows, next }: Page<Row>, listing: Listing) {
  const endCursor = next === undefined ? null : written(next, listing);
  return { nodes: rows, pageInfo: { endCursor, hasNextPage: next !== undefined } };
}
