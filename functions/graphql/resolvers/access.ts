import type { Unit, UnitCode } from '#domain/directory.ts';
import type { Actor } from '#domain/permission.ts';
import type { Resolvers } from '#schema/generated.ts';
import { appointOfficer, importUnits, registerApp, vacatePost } from '../administration.ts';
import { sought } from '../context.ts';

const unitId = 'unit:';

/** The id of a unit as a node. */
export function nodeIdOf(unit: Unit): string {
  return `${unitId}${unit.code}`;
}

/** Who asks, ids of all kinds, and what administrators keep. */
export const access = {
  Query: {
    serverTime: (_parent, _arguments, { around }) => around.world.now(),
    viewer: (_parent, _arguments, { actor }) => actor,
    node: (_parent, { id }, context) =>
      id.startsWith(unitId)
        ? context.units.load(id.slice(unitId.length))
        : sought(id, 'node', context),
  },
  Node: { __resolveType: (node) => ('sees' in node ? 'Case' : 'Unit') },
  Viewer: {
    scopes: ({ scopes }) => [...scopes],
    posts: ({ posts }) => [...posts],
  },
  HeldPost: {
    unitCode: ({ unit }) => unit,
    unit: ({ unit }, _arguments, { units }) => units.load(unit),
  },
  Mutation: { importUnits, appointOfficer, vacatePost, registerApp },
} satisfies Resolvers;

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
