import { remedyOf } from '#domain/dead-letter.ts';
import { nation, type UnitCode } from '#domain/directory.ts';
import { refuse } from '#domain/refusal.ts';
import type { Resolvers } from '#schema/generated.ts';
import { administer, isAdministrator } from '../administer.ts';
import { type AdministrationContext, isId } from '../context.ts';
import { connection, type Listing, wishOf } from '../cursor.ts';
import { fault } from '../errors.ts';
import * as inputs from '../inputs/delivery.ts';
import { hiddenFrom, open } from '../told.ts';
import { userError } from '../write.ts';

/** Which posts a role oversees the deliveries of: those of its commune, of its province, or all. */
const reach: Readonly<Record<string, 'COMMUNE' | 'PROVINCE' | 'NATION'>> = {
  COMMUNE_CHAIR: 'COMMUNE',
  PROVINCE_SUPERVISOR: 'PROVINCE',
  PROVINCE_CHAIR: 'PROVINCE',
  MINISTRY_SUPERVISOR: 'NATION',
};

async function mayLook(unit: UnitCode, { actor, units }: AdministrationContext): Promise<void> {
  if (isAdministrator(actor)) return;
  const known = isId(unit) ? await units.load(unit) : null;
  const province = known?.level === 'PROVINCE' ? known.code : known?.parent;
  const over = { COMMUNE: known?.code, PROVINCE: province, NATION: nation };
  const isOver = actor.posts.some((post) => {
    const within = reach[post.role];
    return within !== undefined && over[within] === post.unit;
  });
  if (!isOver || !actor.scopes.includes('notices')) throw fault('NOT_ALLOWED');
}

const noRows = { rows: [], next: undefined };

/** How deliveries stand, and those given up begun anew. */
export const deliveries = {
  Query: {
    deliveries: async (_parent, { unit, post, channel, ...page }, context) => {
      await mayLook(unit, context);
      const listing = listingOf('deliveries', `${channel} ${post}`, context);
      const wish = wishOf(page, listing);
      if (!(await isIn(unit, post, context))) return connection(noRows, listing);
      const box = { channel, to: post };
      return connection(await context.deliveries.list(box, wish, hiddenFrom(context)), listing);
    },
    noticeDeliveries: async (_parent, { unit, post, notice: id }, context) => {
      await mayLook(unit, context);
      if (!isId(id) || !(await isIn(unit, post, context))) return [];
      const hidden = await hiddenFrom(context)([caseIn(id)]);
      if (hidden.size > 0) return [];
      const ways = (['EMAIL', 'SMS'] as const).map((channel) => ({ channel, to: post, id }));
      const found = await Promise.all(ways.map(context.deliveries.find));
      return found.filter((each) => each !== undefined);
    },
    deadLetters: async (_parent, { to, ...page }, context) => {
      if (!isAdministrator(context.actor)) throw fault('NOT_ALLOWED');
      const listing = listingOf('deadLetters', to ?? '', context);
      const wish = wishOf(page, listing);
      if (to != null && !isId(to)) return connection(noRows, listing);
      return connection(
        await open(await context.deliveries.dead(to ?? null, wish), context),
        listing,
      );
    },
  },
  Mutation: {
    redriveDelivery: administer(inputs.redriveDelivery, async (key, context) => {
      const { deliveries: desk, administration, actor, around } = context;
      const now = around.world.now();
      const item = await desk.find(key);
      if (item?.state !== 'FAILED') return notDead;
      // The rest of the id of a notice may hold that of a plan item, which partners choose.
      const about = [key.channel, key.to, caseIn(key.id)];
      await administration.asked({ act: 'redriveDelivery', about }, actor, now);
      return (await desk.redrive(item, now))
        ? { redriven: 1, more: false, userErrors: [] }
        : notDead;
    }),
    redriveDeliveries: administer(inputs.redriveDeliveries, async ({ to }, context) => {
      const { deliveries: desk, administration, actor, around } = context;
      const now = around.world.now();
      const { rows, next } = await desk.dead(to, { first: mostAtOnce, after: undefined });
      // Written down before anything moves: a run that is cut short is known of all the same.
      // What names nobody for whom something was given up is anybody's text, and stays out of the log.
      const about = to === null || rows.length === 0 ? [] : [to];
      await administration.asked({ act: 'redriveDeliveries', about }, actor, now);
      const begun = await Promise.all(rows.map((item) => desk.redrive(item, now)));
      const redriven = begun.filter(Boolean).length;
      return { redriven, more: next !== undefined, userErrors: [] };
    }),
  },
  Delivery: {
    notice: ({ id }) => id,
    writtenAt: ({ written }) => written,
    ledger: ({ ledger }) => [...ledger],
    remedy: ({ state, ledger }) => (state === 'FAILED' ? remedyOf(ledger) : null),
  },
} satisfies Resolvers<AdministrationContext>;

/** The id of a notice begins with that of its case. */
const caseIn = (notice: string): string => notice.split('#')[0] ?? '';

const mostAtOnce = 100;
const notDead = { userErrors: [userError(refuse('DELIVERY_NOT_DEAD', ['notice']))] };

function listingOf(name: string, of: string, { actor, around }: AdministrationContext): Listing {
  return { name, of, actor, world: around.world };
}

/** Whether the post lies where it is said to lie, so that nobody is asked about by another's unit. */
async function isIn(unit: UnitCode, post: string, { around }: AdministrationContext) {
  if (!isId(unit) || !isId(post)) return false;
  return (await around.directories.post({ unit, post })) !== undefined;
}
