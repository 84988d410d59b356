import type { PostSeat } from '#app/ports/directory.ts';
import type { FeedLink, FeedRegister, Feeds, FoundFeed } from '#app/ports/feeds.ts';
import type { Feed } from '#domain/feed.ts';
import { checkVersion, itemVersion } from './body.ts';
import {
  type Action,
  type Database,
  get,
  getAll,
  type Item,
  isNew,
  put,
  transact,
  word,
} from './database.ts';
import { readApp, readOfficer, readPost, readUnit } from './directory.ts';
import { keys } from './table.ts';
import { administeredItem, type Signed } from './turn.ts';

/** Makes secrets and forgets them. */
export type FeedSecrets = {
  /** The secret that belongs to a nonce; nobody without the key of this stage can make it. */
  readonly secretOf: (nonce: string) => string;
  /** A digest from which the secret cannot be had back. */
  readonly digestOf: (secret: string) => string;
};

type Register = FeedSecrets & { readonly database: Database; readonly newId: () => string };
type Request = Signed & { readonly key: string };

/**
 * The calendars of posts, each beside its post.
 *
 * Nothing is deleted: the link of a calendar that was replaced or revoked leads to a post with another digest.
 */
export function openFeedRegister(register: Register): FeedRegister {
  return {
    create: (feed, request) => create(register, feed, request),
    revoke: async ({ unit, post }, by, now) => {
      const { database, newId } = register;
      const unlinked = await unlink(database, { unit, post });
      if (unlinked.length === 0) return false;
      const entry = { by, now, act: 'revokeCalendarFeed', about: [post] };
      const audited = put(database, 'audit', administeredItem(entry, newId()), isNew);
      return insisted(database, async () => {
        const reasons = await transact(database, [...unlinked, audited]);
        return reasons === undefined ? true : undefined;
      });
    },
  };
}

/** Takes the digest of its link from a post that has a calendar; nothing is to be done for any other. */
async function unlink(database: Database, { unit, post }: PostSeat): Promise<readonly Action[]> {
  const key = keys.feed(unit, post);
  const item = await get(database, 'directory', key);
  return item?.['digest'] === undefined
    ? []
    : [put(database, 'directory', { ...key, v: itemVersion })];
}

async function create(
  register: Register,
  feed: Feed,
  request: Request,
): Promise<FeedLink | 'KEY_REUSED'> {
  const { database, newId, secretOf } = register;
  return insisted(database, async () => {
    const key = keys.request(feed.app, feed.officer, request.key);
    const prior = await get(database, 'directory', key);
    if (prior !== undefined) return repeated(register, feed, prior);
    const nonce = newId();
    const secret = secretOf(nonce);
    const asked = put(database, 'directory', { ...key, v: itemVersion, nonce }, isNew);
    const reasons = await transact(database, [asked, ...linked(register, feed, secret, request)]);
    return reasons === undefined ? { secret, replayed: false } : undefined;
  });
}

function linked(
  { database, newId, digestOf }: Register,
  feed: Feed,
  secret: string,
  { by, now }: Request,
): readonly Action[] {
  const digest = digestOf(secret);
  const entry = { by, now, act: 'createCalendarFeed', about: [feed.post] };
  return [
    put(database, 'directory', { ...keys.feedLink(digest), v: itemVersion, feed }, isNew),
    put(database, 'directory', { ...keys.feed(feed.unit, feed.post), v: itemVersion, digest }),
    put(database, 'audit', administeredItem(entry, newId()), isNew),
  ];
}

/** The secret of the earlier request, which can be made again but is kept nowhere. */
async function repeated(
  { database, secretOf, digestOf }: Register,
  { unit, post }: Feed,
  prior: Item,
): Promise<FeedLink | 'KEY_REUSED'> {
  checkVersion(prior);
  const secret = secretOf(String(prior['nonce']));
  const item = await get(database, 'directory', keys.feed(unit, post));
  const isAlive = item?.['digest'] === digestOf(secret);
  return isAlive ? { secret, replayed: true } : 'KEY_REUSED';
}

const tries = 5;

/** Tries again while other writers are in the way; a change that was asked for is never dropped. */
async function insisted<Done>(
  database: Database,
  act: () => Promise<Done | undefined>,
): Promise<Done> {
  for (let tried = 1; tried <= tries; tried += 1) {
    const done = await act();
    if (done !== undefined) return done;
    await database.pause(tried);
  }
  throw new Error('Others were in the way of a calendar feed');
}

/** Feeds by their secret, in two strong reads. */
export function openFeeds(database: Database, digestOf: FeedSecrets['digestOf']): Feeds {
  return {
    find: async (secret) => {
      const digest = digestOf(secret);
      const link = await get(database, 'directory', keys.feedLink(digest));
      if (link === undefined) return undefined;
      checkVersion(link);
      return ground(database, link['feed'] as Feed, digest);
    },
  };
}

async function ground(
  database: Database,
  feed: Feed,
  digest: string,
): Promise<FoundFeed | undefined> {
  const at = {
    feed: keys.feed(feed.unit, feed.post),
    post: keys.post(feed.unit, feed.post),
    officer: keys.officer(feed.officer),
    app: keys.app(feed.app),
    unit: keys.unit(feed.unit),
  };
  const found = await getAll(database, 'directory', Object.values(at));
  const item = (name: keyof typeof at) => found.get(word(at[name]));
  const [unit, post] = [item('unit'), item('post')];
  if (unit === undefined || item('feed')?.['digest'] !== digest) return undefined;
  return {
    feed,
    unit: readUnit(unit),
    ground: {
      post: post && readPost(post),
      officer: readOfficer(item('officer')),
      app: readApp(item('app')),
    },
  };
}
