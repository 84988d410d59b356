import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Followed, follow } from '#app/follow.ts';
import type { Actor } from '#domain/permission.ts';
import { instant } from '#domain/time.ts';
import { feedSecrets, newId } from '#runtime/world.ts';
import { openFeedRegister, openFeeds } from '#store/feeds.ts';
import { openCases, unitsUsed } from '../support/load.ts';
import { openTestStage, type TestStage } from '../support/stage.ts';

const unit = '91001';
let stage: TestStage;
let worker: Actor;

beforeAll(async () => {
  stage = await openTestStage();
  worker = await stage.appoint('COMMUNE_WORKER', unit);
  const app = { id: 'test-app', scopes: ['cases:read'] as const, disabled: false };
  await stage.administration.registerApp({ ...app, secretSha256: null }, worker, stage.now());
});
afterAll(() => stage.close());

async function followed(by: Actor): Promise<Followed> {
  const { database, around, worklists, now } = stage;
  const secrets = feedSecrets(around.world);
  const register = openFeedRegister({ database, newId, ...secrets });
  const [post] = by.posts;
  if (post === undefined) throw new Error('The officer holds no post');
  const feed = { unit: post.unit, post: post.id, officer: by.id, app: by.app };
  const made = await register.create(feed, { key: newId(), by, now: now() });
  if (made === 'KEY_REUSED') throw new Error('the key was used before');
  const feeds = openFeeds(database, secrets.digestOf);
  stage.engine.capacity.reset();
  const seen = await follow(made.secret, { feeds, worklists, ledger: around.ledger, now });
  if (seen === undefined) throw new Error('the link is dead');
  return seen;
}

const receipt = (hour: number) => instant(`2026-01-05T0${hour}:00:00+07:00`);

it('a commune is shown what it owes, the soonest first, in calls that do not grow with the list', async () => {
  await openCases(stage, worker, { count: 3, receivedAt: receipt(4) });
  expect((await followed(worker)).entries).toHaveLength(3);
  const few = unitsUsed(stage, 'cases').calls;
  // The list is in the order of receipt, whatever comes later.
  await openCases(stage, worker, { count: 15, receivedAt: receipt(6) });
  await openCases(stage, worker, { count: 12, receivedAt: receipt(5) });
  const { office, entries } = await followed(worker);
  const { calls } = unitsUsed(stage, 'cases');
  const ends = Map.groupBy(entries, ({ duty }) => duty.dueAt);
  expect([...ends].map(([dueAt, each]) => [dueAt, each.length])).toEqual([
    [instant('2026-01-05T16:00:00+07:00'), 3],
    [instant('2026-01-05T17:00:00+07:00'), 12],
    [instant('2026-01-05T18:00:00+07:00'), 15],
  ]);
  expect(office).toBe('Đơn vị 91001');
  // Two lists, and one batch of heads.
  expect([few, calls]).toEqual([3, 3]);
});

it('a province is shown what its communes owe, and another nothing of it', async () => {
  const above = await stage.appoint('PROVINCE_SUPERVISOR', '91');
  const other = await stage.appoint('PROVINCE_SUPERVISOR', '92');
  expect((await followed(above)).entries).toHaveLength(30);
  expect((await followed(other)).entries).toEqual([]);
});
