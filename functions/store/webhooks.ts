import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { Subscriptions, WebhookDesk, Webhooks } from '#app/ports/webhooks.ts';
import type { Page, PageWish } from '#app/ports/worklists.ts';
import type { UnitCode } from '#domain/directory.ts';
import type { Stop, Subscription, WebhookStanding } from '#domain/webhook.ts';
import { checkVersion, itemVersion } from './body.ts';
import { askAll, type Database, get, type Item, nameOf } from './database.ts';
import { readApp, readPost } from './directory.ts';
import { paged } from './paging.ts';
import { indexed, keys, prefixes } from './table.ts';
import { readWebhook } from './webhook-acts.ts';

/**
 * Who is subscribed to what, unit by unit.
 *
 * Every change of the directory raises its revision, which is read strongly each time; while it stays, what was
 * read of a unit still holds.
 */
export function openSubscriptions(database: Database): Subscriptions {
  type Known = Map<UnitCode, Promise<readonly Subscription[]>>;
  let kept: { readonly id: unknown; readonly known: Known } | undefined;
  return {
    subscribed: async (units) => {
      const mark = await get(database, 'directory', keys.directoryRevision());
      const id = mark?.['id'];
      if (id === undefined || kept?.id !== id) kept = { id, known: new Map() };
      const { known } = kept;
      const read = (unit: UnitCode) => {
        const found = known.get(unit) ?? subscriptionsOf(database, unit);
        known.set(unit, found);
        found.catch(() => known.delete(unit));
        return found;
      };
      return (await Promise.all([...new Set(units)].map(read))).flat();
    },
  };
}

async function subscriptionsOf(
  database: Database,
  unit: UnitCode,
): Promise<readonly Subscription[]> {
  const { pk } = keys.webhook(`@${unit}`);
  const values = { ':pk': pk };
  const items = await askAll(database, { table: 'directory', where: 'pk = :pk', values });
  const webhooks = items.flatMap((item) => readWebhook(item) ?? []);
  const needsPosts = webhooks.some(({ agency }) => agency !== null);
  const posts = needsPosts ? await postsOf(database, unit) : [];
  return webhooks.map(({ id, kinds, agency }) => {
    const own = posts.filter((post) => post.agency === agency).map((post) => post.id);
    return { id, unit, kinds, posts: agency === null ? null : own };
  });
}

async function postsOf(database: Database, unit: UnitCode) {
  const values = { ':pk': keys.unit(unit).pk, ':posts': prefixes.post };
  const where = 'pk = :pk AND begins_with(sk, :posts)';
  return (await askAll(database, { table: 'directory', where, values })).map(readPost);
}

/** Webhooks as they stand: what administrators set lies in the directory, what carriers found beside the deliveries. */
export function openWebhooks(database: Database): Webhooks & Pick<WebhookDesk, 'webhooks'> {
  return {
    standing: async (id) =>
      standingOf(database, await get(database, 'directory', keys.webhook(id))),
    stop: (standing, stop) => writeStop(database, standing, stop),
    webhooks: (app, wish) => webhooksOf(database, app, wish),
  };
}

async function standingOf(
  database: Database,
  item: Item | undefined,
): Promise<WebhookStanding | undefined> {
  const webhook = readWebhook(item);
  if (webhook === undefined) return undefined;
  const [app, stopped] = await Promise.all([
    get(database, 'directory', keys.app(webhook.app)),
    get(database, 'notices', keys.stop(webhook.id)),
  ]);
  const registered = readApp(app);
  const admitted = registered?.disabled === false && registered.scopes.includes('notices');
  return { webhook, stop: readStop(stopped), admitted };
}

function readStop(item: Item | undefined): Stop | null {
  if (item === undefined) return null;
  checkVersion(item);
  return item['stop'] as Stop;
}

/** Written once for each time it was enabled, however many deliveries find the server gone. */
async function writeStop(
  database: Database,
  { webhook: { id, enabledAt } }: WebhookStanding,
  stop: Stop,
): Promise<boolean> {
  const command = new UpdateCommand({
    TableName: nameOf(database, 'notices'),
    Key: keys.stop(id),
    UpdateExpression: 'SET v = :v, stop = :stop, stopped = :enabled',
    ConditionExpression: 'attribute_not_exists(pk) OR stopped <> :enabled',
    ExpressionAttributeValues: { ':v': itemVersion, ':stop': stop, ':enabled': enabledAt },
  });
  try {
    await database.client.send(command);
    return true;
  } catch (failure) {
    if ((failure as Error).name === 'ConditionalCheckFailedException') return false;
    throw failure;
  }
}

async function webhooksOf(
  database: Database,
  app: string,
  wish: PageWish,
): Promise<Page<WebhookStanding>> {
  const values = { ':pk': indexed.webhook(app, '').parentPk };
  const where = 'parentPk = :pk';
  const question = { table: 'directory', index: 'children', where, values } as const;
  const { items, next } = await paged(database, question, wish);
  const found = await Promise.all(
    items.map(async ({ pk, sk }) => {
      const item = await get(database, 'directory', { pk, sk });
      return (await standingOf(database, item)) ?? [];
    }),
  );
  return { rows: found.flat(), next };
}
