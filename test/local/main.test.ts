import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { officer, post, startSandbox } from '../support/http.ts';

let home: string;
beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'la-chan-main-'));
});
afterAll(() => rm(home, { recursive: true, force: true }));

/** Starts the sandbox as a process whose temporary directories lie in a place of ours. */
function start(more: readonly string[], port = '0') {
  const main = new URL('../../infra/local/main.ts', import.meta.url).pathname;
  const child = spawn(process.execPath, [main, ...more], {
    env: { ...process.env, PORT: port, TMPDIR: home },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const gone = new Promise<number | null>((resolve) => child.once('exit', resolve));
  return { child, gone };
}

async function ready({ stdout }: ChildProcess): Promise<string> {
  if (stdout === null) throw new Error('Nothing to read');
  for await (const line of createInterface({ input: stdout }))
    if (line.startsWith('ready ')) return line.slice(6);
  throw new Error('The sandbox did not start');
}

async function first(lines: AsyncIterable<string>, wanted: (line: string) => boolean) {
  for await (const line of lines) if (wanted(line)) return line;
  throw new Error('The line never came');
}

const left = async () => (await readdir(home)).filter((name) => name.startsWith('la-chan-'));

describe('the sandbox', () => {
  it.each([
    ['an instant that is none', ['--clock', 'tomorrow'], /^--clock must be an instant/],
    ['an instant before there was a unit', ['--clock', '2016-01-01T00:00Z'], /^--clock must/],
    ['a duration of months', ['--skip', 'P1M'], /^--skip must be a duration/],
    ['an option nobody knows', ['--nothing'], /^Unknown option.*\n\nnpm start/],
    ['a list that is not there', ['--empty', '--units', 'none.csv'], /ENOENT/],
  ])('explains %s in words, and leaves nothing behind', async (_, options, words) => {
    const { child, gone } = start(options);
    const told = await text(child.stderr);
    expect(told).toMatch(words);
    expect(told).not.toMatch(/^ +at /m);
    expect([await gone, await left()]).toEqual([1, []]);
  });

  it('explains a port that is none', async () => {
    const { child, gone } = start([], 'http');
    expect(await text(child.stderr)).toMatch(/^PORT must be a number/);
    expect(await gone).toBe(1);
  });

  it('leaves nothing behind when it is told to stop', async () => {
    const { child, gone } = start(['--empty']);
    await ready(child);
    expect(await left()).toHaveLength(1);
    child.kill('SIGINT');
    expect([await gone, await left()]).toEqual([0, []]);
  });

  it('tries the way of alarms when it is asked to', async () => {
    const { child, gone } = start(['--empty', '--canary']);
    const lines = createInterface({ input: child.stderr });
    const said = await first(lines, (line) => line.includes('canaries_set_off'));
    expect(JSON.parse(said)).toEqual({ event: 'canaries_set_off', count: 1 });
    child.kill('SIGTERM');
    expect(await gone).toBe(0);
  });

  it('begins anew when a reset was cut short', async () => {
    const dir = join(home, 'kept');
    // What it is reset from is quickest made empty, and here.
    await (await startSandbox({ dir })).close();
    const options = ['--data', dir];
    const first = start(options);
    const origin = await ready(first.child);
    const reset = post(`${origin}/sandbox/reset`, {}).catch(() => undefined);
    // While the cases are put in, the clock stands before its start.
    while ((await clockOf(origin)) >= '2026-01-05') await setTimeout(5);
    first.child.kill('SIGKILL');
    await Promise.all([reset, first.gone]);
    const second = start(options);
    const again = await ready(second.child);
    const worker = await officer(again, 'COMMUNE_WORKER', '99001');
    expect(await worker.ask('{ cases(unit: "99001") { totalCount } }')).toEqual({
      cases: { totalCount: 4 },
    });
    expect(await clockOf(again)).toMatch(/^2026-01-05T00:3/);
    second.child.kill('SIGTERM');
    expect(await second.gone).toBe(0);
  }, 120_000);
});

async function clockOf(origin: string): Promise<string> {
  const response = await fetch(`${origin}/sandbox/clock`);
  return ((await response.json()) as { now: string }).now;
}
