import type { UnitCode } from '#domain/directory.ts';
import type { Actor } from '#domain/permission.ts';
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
    unit: ({ unit }, _arguments, { units }) => units.load(unit),
  },
} satisfies Resolvers<Shared>;

type Listed = { readonly code: UnitCode; readonly parent: UnitCode };

/** Whether an actor may see a unit's lists: by a post in it or above it that follows cases. */
export function mayList(actor: Actor, unit: Listed, agency: string | null): boolean {
  if (!actor.scopes.includes('cases:read')) return false;
  const follows = agency === null ? isOverUnit(unit) : isOfAgency(unit, agency);
  return actor.posts.some(follows);
}

type Held = Actor['posts'][number];

const isOfAgency = (unit: Listed, agency: string) => (post: Held) =>
  post.agency === agency && post.unit === unit.code;

const isOverUnit = (unit: Listed) => (post: Held) => {
  if (post.role === 'ANALYST' || post.role === 'ADMINISTRATOR') return false;
  if (post.unit === unit.code || post.role === 'MINISTRY_SUPERVISOR') return true;
  return post.role.startsWith('PROVINCE_') && post.unit === unit.parent;
};
