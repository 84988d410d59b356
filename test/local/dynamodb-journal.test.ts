import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFile, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { describe, expect, it, onTestFinished } from 'vitest';
import { startDynamoDB } from '../../infra/local/dynamodb.ts';
import { clientOf, key, started } from './dynamodb-client.ts';

const TableName = 'cases';

async function emptyDirectory(): Promise<string> {
  const dir = await mkdtemp(join(tmpdir(), 'dynamodb-'));
  onTestFinished(() => rm(dir, { recursive: true, force: true }));
  return dir;
}

/** An engine in a process of its own, which ends when its standard input does. */
async function childEngine(dir: string) {
  const module = new URL('../../infra/local/dynamodb.ts', import.meta.url).href;
  const program = `
    process.stdin.resume().on('end', () => process.exit());
    const { startDynamoDB } = await import(${JSON.stringify(module)});
    const engine = await startDynamoDB({ dir: ${JSON.stringify(dir)}, now: Date.now });
    console.log(engine.endpoint);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', program], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const [endpoint] = await once(createInterface(child.stdout), 'line');
  const kill = async () => {
    const exit = once(child, 'exit');
    child.kill('SIGKILL');
    await exit;
  };
  return { endpoint: String(endpoint), kill };
}

/** Writes until the other side is gone; returns what was acknowledged. */
async function writeUntilGone(endpoint: string, writer: number, onAnswer: () => void) {
  const client = clientOf(endpoint);
  const acknowledged: string[] = [];
  for (let n = 0; ; n += 1) {
    const id = `${writer}-${n}`;
    const TransactItems = [
      { Put: { TableName, Item: key(id) } },
      { Put: { TableName: 'audit', Item: key(id) } },
    ];
    const isDone = await client.transactWriteItems({ TransactItems }).then(
      () => true,
      () => false,
    );
    if (!isDone) return acknowledged;
    acknowledged.push(id);
    onAnswer();
  }
}

async function idsIn(client: ReturnType<typeof clientOf>, table: string): Promise<string[]> {
  const { Items = [] } = await client.scan({ TableName: table });
  return Items.map(({ pk }) => pk?.S ?? '').sort();
}

describe('after SIGKILL', () => {
  it('every acknowledged transaction is there, whole', async () => {
    const dir = await emptyDirectory();
    const { endpoint, kill } = await childEngine(dir);
    let answers = 0;
    let killed: Promise<void> | undefined;
    const onAnswer = () => {
      answers += 1;
      if (answers === 100) killed = kill();
    };
    const writers = [1, 2, 3, 4, 5, 6, 7, 8].map((n) => writeUntilGone(endpoint, n, onAnswer));
    const acknowledged = (await Promise.all(writers)).flat();
    await killed;
    const { client } = await started({ dir });
    const kept = await idsIn(client, TableName);
    expect(acknowledged.length).toBeGreaterThanOrEqual(100);
    expect(kept).toEqual(expect.arrayContaining(acknowledged));
    expect(await idsIn(client, 'audit')).toEqual(kept);
  });
});

describe('the journal', () => {
  async function withThree(dir: string): Promise<void> {
    const { client, close } = await started({ dir });
    for (const id of ['a', 'b', 'c']) await client.putItem({ TableName, Item: key(id) });
    await close();
  }

  it('brings back items, indexes, tokens, tables and what was remembered', async () => {
    const dir = await emptyDirectory();
    const first = await started({ dir });
    const Item = { ...key('a'), duePk: { S: 'D' }, dueSk: { S: '1' }, tags: { SS: ['x'] } };
    const request = {
      ClientRequestToken: 'token',
      TransactItems: [
        {
          Put: { TableName, Item, ConditionExpression: 'attribute_not_exists(pk)' },
        },
      ],
    };
    await first.client.transactWriteItems(request);
    await first.client.putItem({ TableName, Item: key('b') });
    await first.client.deleteItem({ TableName, Key: key('b') });
    await first.engine.remember('clock', { at: 5 });
    await first.close();

    const { client, engine } = await started({ dir });
    await client.transactWriteItems(request);
    const { Items } = await client.query({
      TableName,
      IndexName: 'due',
      KeyConditionExpression: 'duePk = :d',
      ExpressionAttributeValues: { ':d': { S: 'D' } },
    });
    expect(Items).toEqual([{ ...key('a'), duePk: { S: 'D' }, dueSk: { S: '1' } }]);
    expect((await client.scan({ TableName })).Items).toEqual([Item]);
    expect(engine.recall('clock')).toEqual({ at: 5 });
  });

  it('keeps the offsets of the feed and the position of each consumer', async () => {
    const dir = await emptyDirectory();
    const first = await started({ dir });
    await first.client.putItem({ TableName, Item: key('a') });
    await first.client.putItem({ TableName, Item: key('a') });
    await first.client.putItem({ TableName, Item: key('b') });
    await first.engine.feed.savePosition('projector', 1);
    const before = first.engine.feed.read(0, 10);
    await first.close();

    const { client, engine } = await started({ dir });
    expect(engine.feed.read(0, 10)).toEqual(before);
    expect(engine.feed.loadPosition('projector')).toBe(1);
    expect(engine.feed.loadPosition('notifier')).toBe(0);
    await client.putItem({ TableName, Item: key('c') });
    expect(engine.feed.read(engine.feed.loadPosition('projector'), 10)).toMatchObject([
      { offset: 2, Keys: key('b') },
      { offset: 3, commit: 3, Keys: key('c') },
    ]);
  });

  it('loses a torn last frame and nothing else, and goes on from there', async () => {
    const dir = await emptyDirectory();
    await withThree(dir);
    await appendFile(join(dir, 'journal'), '0badf00d {"kind":"commit","wri');
    const second = await started({ dir });
    expect(second.engine.recovered).toEqual({ frames: 3, cutBytes: 30 });
    await second.client.putItem({ TableName, Item: key('d') });
    await second.close();
    const { client, engine } = await started({ dir });
    expect(await idsIn(client, TableName)).toEqual(['a', 'b', 'c', 'd']);
    expect(engine.recovered).toEqual({ frames: 4, cutBytes: 0 });
  });

  it('refuses to start over a damaged or a missing frame in the middle', async () => {
    const dir = await emptyDirectory();
    await withThree(dir);
    const path = join(dir, 'journal');
    const whole = await readFile(path, 'utf8');
    const [first = '', second = '', third = ''] = whole.split('\n');
    await writeFile(path, [first, second.replace('"b"', '"x"'), third, ''].join('\n'));
    await expect(startDynamoDB({ dir, now: Date.now })).rejects.toThrow(/frame 2 .* checksum/);
    await writeFile(path, [first, third, third, ''].join('\n'));
    await expect(startDynamoDB({ dir, now: Date.now })).rejects.toThrow('is damaged');
    await writeFile(path, whole);
    const { client } = await started({ dir });
    expect(await idsIn(client, TableName)).toEqual(['a', 'b', 'c']);
  });

  it('belongs to one engine at a time', async () => {
    const dir = await emptyDirectory();
    const { close } = await started({ dir });
    await expect(startDynamoDB({ dir, now: Date.now })).rejects.toThrow('is in use by process');
    await close();
    const { kill } = await childEngine(dir);
    await expect(startDynamoDB({ dir, now: Date.now })).rejects.toThrow('is in use by process');
    await kill();
    await started({ dir });
  });

  it('is emptied by a reset, with everything that stood in it', async () => {
    const dir = await emptyDirectory();
    await withThree(dir);
    const { client, engine, close } = await started({ dir });
    await engine.remember('clock', 1);
    await engine.feed.savePosition('projector', 2);
    await engine.reset();
    expect((await stat(join(dir, 'journal'))).size).toBe(0);
    expect(engine.recall('clock')).toBeUndefined();
    expect(engine.feed.loadPosition('projector')).toBe(0);
    expect(engine.feed.read(0, 10)).toEqual([]);
    await client.putItem({ TableName, Item: key('z') });
    await close();
    const again = await started({ dir });
    expect(await idsIn(again.client, TableName)).toEqual(['z']);
    expect(again.engine.feed.read(0, 10)).toMatchObject([{ offset: 1, commit: 1 }]);
  });
});
