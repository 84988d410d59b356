import { apartRoles, nation, tierOf, type Unit } from '#domain/directory.ts';
import { type Actor, receivers } from '#domain/permission.ts';
import type { Resolvers } from '#schema/generated.ts';
import type { Shared } from '../context.ts';

/** Who asks, and by which posts. */
export const access = {
  Query: {
    serverTime: (_parent, _arguments, { around }) => around.world.now(),
    viewer: (_parent, _arguments, { actor }) => actor,
  },
  Viewer: {
    scopes: ({ scopes }) => [...scopes],
    posts: ({ posts }) => [...posts],
  },
  HeldPost: {
    unitCode: ({ unit }) => unit,
    until: ({ until }) => until ?? null,
    unit: ({ unit }, _arguments, { units }) => units.load(unit),
  },
} satisfies Resolvers<Shared>;

/** Whether an actor may see a unit's lists: by a post in it or above it that follows cases. */
export function mayList(actor: Actor, unit: Unit, agency: string | null): boolean {
  if (!actor.scopes.includes('cases:read')) return false;
  const follows = agency === null ? isOverUnit(unit) : isOfAgency(unit, agency);
  return actor.posts.some((post) => !apartRoles.includes(post.role) && follows(post));
}

/**
 * Whether an actor may see every case of a unit's list, so that its rows need not be looked at one by one.
 *
 * The police of a commune list what is with it, and know nothing of the children who are only cared for there.
 */
export function seesWholeList(actor: Actor, unit: Unit, agency: string | null): boolean {
  const posts = actor.posts.filter(({ role }) => role !== 'COMMUNE_POLICE');
  return agency !== null || mayList({ ...actor, posts }, unit, null);
}

type Held = Actor['posts'][number];

const isOfAgency = (unit: Unit, agency: string) => (post: Held) =>
  receivers.includes(post.role) && post.agency === agency && post.unit === unit.code;

const isOverUnit = (unit: Unit) => (post: Held) => {
  if (post.role === 'MINISTRY_SUPERVISOR') return true;
  const at = tierOf(post.role);
  // The list of the nation is that of the hotline; nobody else follows cases from there.
  if (at === 'NATION')
    return post.role === 'HOTLINE_111' && isIn(post, unit) && unit.code === nation;
  if (at === unit.level) return isIn(post, unit);
  return at === 'PROVINCE' && unit.level === 'COMMUNE' && post.unit === unit.parent;
};

const isIn = (post: Held, unit: Unit) => post.unit === unit.code;
