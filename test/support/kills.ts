import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { StoredEvent } from '#app/ports/ledger.ts';
import type { Notices } from '#app/ports/notices.ts';
import { byMail } from '#domain/delivery.ts';
import { noticesOf } from '#domain/notice.ts';
import { chainStart, verifyChain } from '#sealing/chain.ts';
import { openLedger } from '#store/cases.ts';
import { openDatabase } from '#store/database.ts';
import { openNotices } from '#store/notices.ts';
import { startDynamoDB } from '../../infra/local/dynamodb.ts';
import { moveClock, type Officer, officer, report } from './http.ts';

/** What is left after some kills: everything but the first two figures should be nought. */
export type KillFigures = {
  readonly kills: number;
  readonly acknowledged: number;
  readonly lostWrites: number;
  readonly brokenChains: number;
  readonly missingNotices: number;
  readonly notices: number;
  readonly doubledNotices: number;
};

type Acknowledged = Map<string, number>;

/** Kills a sandbox that keeps its data again and again in the midst of work, and looks what is left. */
export async function killRepeatedly(kills: number): Promise<KillFigures> {
  const dir = await mkdtemp(join(tmpdir(), 'la-chan-kills-'));
  const acknowledged: Acknowledged = new Map();
  for (let killed = 0; killed < kills; killed += 1) {
    const child = await start(dir);
    const work = workUntilGone(child.origin, acknowledged);
    await someWork(acknowledged);
    child.process.kill('SIGKILL');
    await work;
    await child.gone;
  }
  await settle(dir);
  const left = await inspect(dir, acknowledged);
  await rm(dir, { recursive: true, force: true });
  return {
    kills,
    acknowledged: [...acknowledged.values()].reduce((sum, n) => sum + n, 0),
    ...left,
  };
}

/** Waits until some more writes are acknowledged, and then a little, so that the kill falls anywhere. */
async function someWork(acknowledged: Acknowledged): Promise<void> {
  const enough = total(acknowledged) + 1 + Math.floor(Math.random() * 8);
  const end = Date.now() + 5_000;
  while (total(acknowledged) < enough && Date.now() < end) await pause(5);
  await pause(Math.random() * 60);
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

function total(acknowledged: Acknowledged): number {
  return [...acknowledged.values()].reduce((sum, versions) => sum + versions, 0);
}

type Child = {
  readonly process: ChildProcess;
  readonly origin: string;
  readonly gone: Promise<unknown>;
};

async function start(dir: string): Promise<Child> {
  const main = new URL('../../infra/local/main.ts', import.meta.url).pathname;
  const child = spawn(process.execPath, [main, '--data', dir, '--empty'], {
    env: { ...process.env, PORT: '0' },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const gone = new Promise((resolve) => child.once('exit', resolve));
  for await (const line of createInterface({ input: child.stdout }))
    if (line.startsWith('ready ')) return { process: child, origin: line.slice(6), gone };
  throw new Error('The sandbox did not start');
}

/** Reports, assessments and twelve-hour leaps from four workers at once, until the server is gone. */
async function workUntilGone(origin: string, acknowledged: Acknowledged): Promise<void> {
  const communes = ['99001', '99002', '99003', '99004'];
  await Promise.all([...communes.map((unit) => workIn(unit, origin, acknowledged)), leap(origin)]);
}

async function workIn(unit: string, origin: string, acknowledged: Acknowledged): Promise<void> {
  try {
    const worker = await officer(origin, 'COMMUNE_WORKER', unit);
    for (;;) await oneCase(worker, unit, origin, acknowledged);
  } catch {
    // The server was killed while it was asked; what it had not acknowledged does not count.
  }
}

async function oneCase(worker: Officer, unit: string, origin: string, acknowledged: Acknowledged) {
  const { now } = (await (await fetch(`${origin}/sandbox/clock`)).json()) as { now: string };
  const opened = await worker.does('receiveReport', report(unit, now));
  acknowledged.set(opened.id, opened.version);
  const input = { caseId: opened.id, expectedVersion: opened.version, seriousHarm: true };
  const assessed = await worker.does('assessInitially', input);
  acknowledged.set(assessed.id, assessed.version);
}

const leapLength = 'PT3H';

async function leap(origin: string): Promise<void> {
  try {
    for (;;) await moveClock(origin, leapLength);
  } catch {
    // As above: the clock's last leap was cut short.
  }
}

/** One last start lets everything that was begun flow to its end, with one leap more. */
async function settle(dir: string): Promise<void> {
  const child = await start(dir);
  await moveClock(child.origin, leapLength);
  child.process.kill('SIGTERM');
  await child.gone;
}

async function inspect(dir: string, acknowledged: Acknowledged) {
  const engine = await startDynamoDB({ dir, now: Date.now });
  const credentials = { accessKeyId: 'test', secretAccessKey: 'test' };
  const region = 'ap-southeast-1';
  const client = new DynamoDBClient({ endpoint: engine.endpoint, region, credentials });
  const database = openDatabase(client, { prefix: '', pause: async () => undefined });
  const ledger = openLedger(database);
  const notices = openNotices(database);
  const ids = [...new Set(engine.feed.read(0, Number.POSITIVE_INFINITY).flatMap(caseOf))];
  let [lostWrites, brokenChains, missingNotices] = [0, 0, 0];
  const told = new Set<string>();
  const posts = new Set<string>();
  for (const id of ids) {
    const events = await ledger.events(id, 0);
    const head = await ledger.head(id);
    const expected = acknowledged.get(id) ?? 0;
    lostWrites += Math.max(0, expected - (head?.state.revision ?? 0));
    brokenChains += Number(!isWhole(id, events, head?.hash));
    for (const notice of events.flatMap((event) => noticesOf(event))) {
      posts.add(notice.post.id);
      told.add(notice.id);
      if ((await notices.find(byMail(notice))) === undefined) missingNotices += 1;
    }
  }
  const inInboxes = await Promise.all([...posts].map((each) => inboxSize(notices, each)));
  lostWrites += [...acknowledged.keys()].filter((id) => !ids.includes(id)).length;
  client.destroy();
  await engine.close();
  const shown = inInboxes.reduce((sum, size) => sum + size, 0);
  const doubledNotices = shown - (told.size - missingNotices);
  return { lostWrites, brokenChains, missingNotices, notices: told.size, doubledNotices };
}

async function inboxSize(notices: Notices, postId: string): Promise<number> {
  let [size, after]: [number, string | undefined] = [0, undefined];
  do {
    const page = await notices.inbox(postId, { first: 100, after });
    size += page.rows.length;
    after = page.next;
  } while (after !== undefined);
  return size;
}

function caseOf({
  Keys,
}: {
  readonly Keys: { readonly [name: string]: unknown };
}): readonly string[] {
  const { S } = Keys['pk'] as { readonly S: string };
  return S.startsWith('C#') ? [S.slice(2)] : [];
}

function isWhole(id: string, events: readonly StoredEvent[], hash: string | undefined): boolean {
  const head = { seq: events.length, hash: hash ?? '' };
  return verifyChain(events as never, { start: chainStart(id), head }).ok;
}
