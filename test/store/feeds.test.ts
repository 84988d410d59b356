import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { FeedRegister, Feeds } from '#app/ports/feeds.ts';
import type { Feed } from '#domain/feed.ts';
import { readerOf } from '#domain/feed.ts';
import type { Actor } from '#domain/permission.ts';
import { feedSecrets, newId } from '#runtime/world.ts';
import { get, put, transact } from '#store/database.ts';
import { openFeedRegister, openFeeds } from '#store/feeds.ts';
import { keys } from '#store/table.ts';
import { openTestStage, type TestStage } from '../support/stage.ts';

const unit = '91001';
let stage: TestStage;
let register: FeedRegister;
let feeds: Feeds;
let chair: Actor;
let feed: Feed;

beforeAll(async () => {
  stage = await openTestStage();
  const secrets = feedSecrets(stage.around.world);
  register = openFeedRegister({ database: stage.database, newId, ...secrets });
  feeds = openFeeds(stage.database, secrets.digestOf);
  const app = { id: 'test-app', scopes: ['cases:read'] as const, disabled: false };
  chair = await stage.appoint('COMMUNE_CHAIR', unit);
  await stage.administration.registerApp({ ...app, secretSha256: null }, chair, stage.now());
});
beforeEach(async () => {
  chair = await stage.appoint('COMMUNE_CHAIR', unit);
  feed = { unit, post: `COMMUNE_CHAIR@${unit}`, officer: chair.id, app: chair.app };
});
afterAll(() => stage.close());

async function create(key = newId(), wish = feed) {
  const made = await register.create(wish, { key, by: chair, now: stage.now() });
  if (made === 'KEY_REUSED') throw new Error('the key was used before');
  return made;
}

async function reader(secret: string) {
  const found = await feeds.find(secret);
  return found && readerOf(found.feed, found.ground);
}

async function everything(table: 'directory' | 'audit') {
  const { Items } = await stage.client.send(
    new ScanCommand({ TableName: `${stage.database.prefix}${table}` }),
  );
  return Items ?? [];
}

describe('a secret link', () => {
  it('leads to whoever made it, and to their post as it stands now', async () => {
    const { secret, replayed } = await create();
    expect(replayed).toBe(false);
    expect(secret).toMatch(/^[\w-]{43}$/);
    expect(await reader(secret)).toMatchObject({ id: chair.id, posts: [{ id: feed.post }] });
    expect((await feeds.find(secret))?.unit.code).toBe(unit);
  });

  it('is a new one each time, and no table has it', async () => {
    const made = [await create(), await create(), await create()].map(({ secret }) => secret);
    expect(new Set(made).size).toBe(3);
    const kept = JSON.stringify([await everything('directory'), await everything('audit')]);
    expect(made.filter((secret) => kept.includes(secret))).toEqual([]);
  });

  it('is found by nothing that resembles it', async () => {
    const { secret } = await create();
    const digest = feedSecrets(stage.around.world).digestOf(secret);
    const flipped = `${secret.slice(0, -1)}${secret.endsWith('A') ? 'B' : 'A'}`;
    for (const other of [digest, flipped, secret.slice(1), '', `${secret}#`])
      expect(await feeds.find(other)).toBeUndefined();
  });

  it('dies with the next one, and that with its revocation', async () => {
    const first = await create();
    const second = await create();
    expect(await reader(first.secret)).toBeUndefined();
    expect(await reader(second.secret)).toBeDefined();
    const seat = { unit, post: feed.post };
    expect(await register.revoke(seat, chair, stage.now())).toBe(true);
    expect(await reader(second.secret)).toBeUndefined();
    expect(await register.revoke(seat, chair, stage.now())).toBe(false);
  });

  it('dies when the post is emptied, and stays dead when the same officer comes back', async () => {
    const { secret } = await create();
    await stage.vacate('COMMUNE_CHAIR', unit);
    expect(await reader(secret)).toBeUndefined();
    await stage.appoint('COMMUNE_CHAIR', unit);
    expect(await reader(secret)).toBeUndefined();
  });

  it('dies when another takes the post, and stays dead when the first comes back', async () => {
    const { secret } = await create();
    const { administration, now } = stage;
    const seat = { unit, role: 'COMMUNE_CHAIR', seat: 1, agency: `UBND-${unit}` } as const;
    await administration.appoint({ ...seat, officer: 'other', email: null }, chair, now());
    expect(await reader(secret)).toBeUndefined();
    await stage.appoint('COMMUNE_CHAIR', unit);
    expect(await reader(secret)).toBeUndefined();
  });

  it('survives an appointment that changes nothing', async () => {
    const { secret } = await create();
    await stage.appoint('COMMUNE_CHAIR', unit);
    expect(await reader(secret)).toBeDefined();
  });

  it('is dead while the post is disabled', async () => {
    const { secret } = await create();
    const key = keys.post(unit, feed.post);
    const item = await get(stage.database, 'directory', key);
    if (item === undefined) throw new Error('The post is there');
    const { post } = item as { post?: object };
    const disabled = { ...item, post: { ...post, disabled: true } };
    await transact(stage.database, [put(stage.database, 'directory', disabled)]);
    expect(await reader(secret)).toBeUndefined();
    await transact(stage.database, [put(stage.database, 'directory', item)]);
    expect(await reader(secret)).toBeDefined();
  });

  it('is dead as soon as its app may read cases no more', async () => {
    const { secret } = await create();
    const { administration, now } = stage;
    const app = { id: chair.app, disabled: false, secretSha256: null };
    await administration.registerApp({ ...app, scopes: ['notices'] }, chair, now());
    expect(await reader(secret)).toBeUndefined();
    await administration.registerApp({ ...app, scopes: ['cases:read'] }, chair, now());
    expect(await reader(secret)).toBeDefined();
  });

  it('of one post leaves that of another alone', async () => {
    const { secret } = await create();
    const worker = await stage.appoint('COMMUNE_WORKER', unit);
    const post = `COMMUNE_WORKER@${unit}`;
    await create(newId(), { ...feed, post, officer: worker.id });
    await register.revoke({ unit, post }, worker, stage.now());
    expect(await reader(secret)).toBeDefined();
  });

  it('and its revocation are in the audit, by whom and for which post', async () => {
    const known = new Set((await everything('audit')).map(({ sk }) => sk));
    await create();
    await register.revoke({ unit, post: feed.post }, chair, stage.now());
    const entries = (await everything('audit')).filter(({ sk }) => !known.has(sk));
    const told = { about: [feed.post], officer: chair.id, app: chair.app };
    expect(entries.toSorted((a, b) => (a['act'] < b['act'] ? -1 : 1))).toMatchObject([
      { act: 'createCalendarFeed', ...told },
      { act: 'revokeCalendarFeed', ...told },
    ]);
  });
});

describe('a request for a link', () => {
  it('that is repeated gets the same link, as often as it is', async () => {
    const key = newId();
    const first = await create(key);
    expect(await create(key)).toEqual({ secret: first.secret, replayed: true });
  });

  it('that comes twenty times at once makes one link', async () => {
    const key = newId();
    const made = await Promise.all(Array.from({ length: 20 }, () => create(key)));
    expect(new Set(made.map(({ secret }) => secret)).size).toBe(1);
    expect(made.filter(({ replayed }) => !replayed)).toHaveLength(1);
    expect(await reader(made[0]?.secret ?? '')).toBeDefined();
  });

  it('never brings a dead link back, nor one of another post', async () => {
    const key = newId();
    await create(key);
    const reused = (wish = feed) => register.create(wish, { key, by: chair, now: stage.now() });
    expect(await reused({ ...feed, post: `COMMUNE_WORKER@${unit}` })).toBe('KEY_REUSED');
    await create();
    expect(await reused()).toBe('KEY_REUSED');
    await register.revoke({ unit, post: feed.post }, chair, stage.now());
    expect(await reused()).toBe('KEY_REUSED');
  });
});
