import type * as z from 'zod';
import type { DirectoryActs, PersonnelAct } from '#app/ports/personnel.ts';
import { delegateOf, isManned, type Post, postsAt } from '#domain/directory.ts';
import { ahead, isActive } from '#domain/personnel.ts';
import { daysBetween, type Instant } from '#domain/time.ts';
import type { Resolvers } from '#schema/generated.ts';
import { administer, isAdministrator } from '../administer.ts';
import { type AdministrationContext, isId } from '../context.ts';
import { connection, type Listing, wishOf } from '../cursor.ts';
import { beyond, fault, limits } from '../errors.ts';
import { directoryActs, logDays } from '../inputs/personnel.ts';
import { importOfficers } from '../officer-list.ts';
import { problemsOf } from '../problems.ts';
import { userError } from '../write.ts';

/** The mutation of one act: admitted by its input, carried out, answered. */
function carrying<Act extends PersonnelAct>(act: Act) {
  const admission: z.ZodType<DirectoryActs[Act]> = directoryActs[act];
  return administer(admission, async (wish, { administration, actor, around }) => {
    const done = await administration.carryOut(act, wish, actor, around.world.now());
    if (typeof done !== 'boolean') return { userErrors: [userError(done)] };
    return { changed: done, userErrors: [] };
  });
}

function allowed({ actor }: AdministrationContext): void {
  if (!isAdministrator(actor)) throw fault('NOT_ALLOWED');
}

function listingOf(name: string, of: string, context: AdministrationContext): Listing {
  allowed(context);
  const { actor, around } = context;
  return { name, of, actor, world: around.world };
}

const nothing = { nodes: [], pageInfo: { endCursor: null, hasNextPage: false } };

/** Officers, posts and apps as administrators keep and look them up. */
export const personnel = {
  Query: {
    unitPosts: async (_parent, { unit }, context) => {
      allowed(context);
      return isId(unit) ? [...(await context.administration.posts(unit))] : [];
    },
    officer: async (_parent, { id }, context) => {
      allowed(context);
      return isId(id) ? context.administration.officerOnFile(id) : null;
    },
    apps: async (_parent, page, context) => {
      const listing = listingOf('apps', '', context);
      return connection(await context.administration.apps(wishOf(page, listing)), listing);
    },
    tenures: async (_parent, { post, ...page }, context) => {
      const listing = listingOf('tenures', post, context);
      const wish = wishOf(page, listing);
      const { administration } = context;
      const none = { rows: [], next: undefined };
      return connection(isId(post) ? await administration.tenures(post, wish) : none, listing);
    },
    administrationLog: async (_parent, { from: first, to: last, ...page }, context) => {
      const listing = listingOf('log', `${first} ${last ?? first}`, context);
      const admitted = logDays.safeParse({ from: first, to: last });
      if (!admitted.success) return { ...nothing, userErrors: problemsOf(admitted.error) };
      const days = admitted.data;
      if (daysBetween(days.from, days.to) >= limits.days) throw beyond('days');
      const entries = await context.administration.log(days, wishOf(page, listing));
      return { ...connection(entries, listing), userErrors: [] };
    },
  },
  Mutation: {
    importOfficers,
    suspendOfficer: carrying('suspendOfficer'),
    restoreOfficer: carrying('restoreOfficer'),
    setContact: carrying('setContact'),
    restoreAddress: carrying('restoreAddress'),
    linkSubject: carrying('linkSubject'),
    recordLeave: carrying('recordLeave'),
    cancelLeave: carrying('cancelLeave'),
    disablePost: carrying('disablePost'),
    enablePost: carrying('enablePost'),
    delegatePost: carrying('delegatePost'),
    revokeDelegation: carrying('revokeDelegation'),
    disableApp: carrying('disableApp'),
    enableApp: carrying('enableApp'),
    addCredential: carrying('addCredential'),
    retireCredential: carrying('retireCredential'),
  },
  PostOnFile: {
    unitCode: ({ unit }) => unit,
    holder: ({ holder }) => holder ?? null,
    since: ({ since }) => since ?? null,
    suspended: ({ suspended }) => suspended ?? false,
    answeredBy: (post, _arguments, { around }) => answering(post, around.world.now()),
    leave: ({ leave }, _arguments, { around }) => [...ahead(leave, around.world.now())],
    delegations: ({ delegations }, _arguments, { around }) => [
      ...ahead(delegations, around.world.now()),
    ],
  },
  OfficerOnFile: {
    subject: ({ id, subject }) => subject ?? id,
    suspended: ({ disabled }) => disabled,
    posts: (officer, _arguments, { around }) => [...postsAt(officer, around.world.now())],
    leave: ({ leave }, _arguments, { around }) => [...ahead(leave, around.world.now())],
  },
  AppOnFile: {
    scopes: ({ scopes }) => [...scopes],
    purpose: ({ purpose }) => purpose ?? null,
    machine: ({ id, machine }) => (machine === undefined ? null : { id, ...machine }),
    credentials: ({ id, credentials }) => credentials.map((each) => ({ ...each, app: id })),
    lastUsedOn: async ({ id }, _arguments, { administration }) =>
      (await administration.uses(id)).app,
  },
  Credential: {
    active: (credential, _arguments, { around }) => isActive(credential, around.world.now()),
    lastUsedOn: async ({ id, app }, _arguments, { administration }) =>
      (await administration.uses(app)).credentials.get(id) ?? null,
  },
  Tenure: {
    until: ({ until }) => until ?? null,
    document: ({ document }) => document ?? null,
  },
  LogEntry: { about: ({ about }) => [...about] },
} satisfies Resolvers<AdministrationContext>;

function answering(post: Post, now: Instant): string | null {
  if (!isManned(post, now)) return null;
  return delegateOf(post, now)?.to ?? post.holder ?? null;
}
