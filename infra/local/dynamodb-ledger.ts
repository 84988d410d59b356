import { type TableShape, tables } from '#store/table.ts';
import type { Item } from './dynamodb-capacity.ts';
import { changing, type Feed, newFeedLog } from './dynamodb-feed.ts';
import type { Definition } from './dynamodb-indexes.ts';
import { type Journal, noJournal, openJournal } from './dynamodb-journal.ts';
import type { Write } from './dynamodb-memory.ts';
import { apply, definitionOf, expiryMark, newMemory, newTable } from './dynamodb-memory.ts';

/** A client's token and the content it stood for. */
export type Receipt = { readonly token: string; readonly content: string };

type WrittenItem = { readonly table: string; readonly key: string; readonly item?: Item };

type Frame =
  | {
      readonly kind: 'commit';
      readonly at: number;
      readonly writes: readonly WrittenItem[];
      readonly receipt?: Receipt;
    }
  | { readonly kind: 'table'; readonly definition: Definition }
  | { readonly kind: 'position'; readonly name: string; readonly offset: number }
  | { readonly kind: 'remember'; readonly key: string; readonly value: unknown };

export type LedgerOptions = {
  readonly dir?: string | undefined;
  readonly prefix: string;
  /** Epoch milliseconds. */
  readonly now: () => number;
};

const tokenMilliseconds = 10 * 60 * 1000;

/** Receipts of the last ten minutes, oldest first. */
function newReceipts() {
  const kept = new Map<string, { readonly content: string; readonly at: number }>();
  function forgetUntil(now: number): void {
    for (const [token, { at }] of kept) {
      if (at + tokenMilliseconds > now) return;
      kept.delete(token);
    }
  }
  return {
    keep({ token, content }: Receipt, at: number) {
      forgetUntil(at);
      kept.set(token, { content, at });
    },
    contentOf(token: string, now: number) {
      forgetUntil(now);
      return kept.get(token)?.content;
    },
    clear: () => kept.clear(),
  };
}

/** All that a journal's frames add up to. */
function newReplica(prefix: string) {
  const memory = newMemory();
  const log = newFeedLog();
  const receipts = newReceipts();
  const positions = new Map<string, number>();
  const remembered = new Map<string, unknown>();
  let commits = 0;

  function define(definition: Definition, shape?: TableShape): void {
    memory.tables.set(definition.TableName, newTable(definition, shape));
  }
  function begin(): void {
    memory.tables.clear();
    for (const kept of [log, receipts, positions, remembered]) kept.clear();
    commits = 0;
    for (const shape of Object.values<TableShape>(tables))
      define(definitionOf(shape, prefix), shape);
  }
  /** Applies what changes, and returns what makes the feed show it. */
  function carryOut(writes: readonly Write[], at: number, receipt?: Receipt): () => void {
    commits += 1;
    for (const write of writes) apply(write);
    if (receipt) receipts.keep(receipt, at);
    return log.append(writes, commits, at);
  }
  begin();
  return { memory, log, receipts, positions, remembered, begin, define, carryOut };
}

type Replica = ReturnType<typeof newReplica>;

function writtenOn({ memory }: Replica, { table: name, key, item }: WrittenItem): Write {
  const table = memory.named(name);
  return { table, key, before: table.items.get(key), after: item };
}

function replay(replica: Replica, frame: Frame): void {
  if (frame.kind === 'commit') {
    const writes = frame.writes.map((written) => writtenOn(replica, written));
    replica.carryOut(writes, frame.at, frame.receipt)();
  }
  if (frame.kind === 'table') replica.define(frame.definition);
  if (frame.kind === 'position') replica.positions.set(frame.name, frame.offset);
  if (frame.kind === 'remember') replica.remembered.set(frame.key, frame.value);
}

function imageOf({ table, key, after }: Write): WrittenItem {
  return { table: table.name, key, ...(after ? { item: after } : {}) };
}

/** Applies writes as one; the caller answers only after the journal has settled. */
function committer(replica: Replica, journal: Journal, now: () => number) {
  return (writes: readonly Write[], receipt?: Receipt): void => {
    const changed = changing(writes);
    if (changed.length === 0 && !receipt) return;
    const at = now();
    const images = changed.map(imageOf);
    append(journal, { kind: 'commit', at, writes: images, ...(receipt ? { receipt } : {}) });
    const publish = replica.carryOut(changed, at, receipt);
    // A failed journal is told to whoever waits for an answer; the feed then stays silent.
    journal.settled().then(publish, () => {});
  };
}

function append(journal: Journal, frame: Frame): void {
  journal.append(frame);
}

/** Deletions of what has expired, soonest first. */
function expired({ memory }: Replica, epochSecond: number): Write[] {
  const bounds = { lt: expiryMark(epochSecond) };
  return [...memory.tables.values()].flatMap((table) =>
    table.expiring
      .range(bounds)
      .map((key) => ({ table, key, before: table.items.get(key), after: undefined })),
  );
}

function feedOf({ log, positions }: Replica, journal: Journal): Feed {
  return {
    read: log.read,
    onAppend: log.onAppend,
    savePosition(name, offset) {
      append(journal, { kind: 'position', name, offset });
      positions.set(name, offset);
      return journal.settled();
    },
    loadPosition: (name) => positions.get(name) ?? 0,
  };
}

async function openedJournal(dir: string | undefined, replica: Replica) {
  if (dir === undefined) return { journal: noJournal, frames: 0, cutBytes: 0 };
  return openJournal(dir, (frame) => replay(replica, frame as Frame));
}

export type Ledger = Awaited<ReturnType<typeof openLedger>>;

/** The one place that changes the memory: every change is a frame first told to the journal. */
export async function openLedger({ dir, prefix, now }: LedgerOptions) {
  const replica = newReplica(prefix);
  const { journal, frames, cutBytes } = await openedJournal(dir, replica);
  const commit = committer(replica, journal, now);
  return {
    memory: replica.memory,
    feed: feedOf(replica, journal),
    commit,
    createTable(definition: Definition): void {
      append(journal, { kind: 'table', definition });
      replica.define(definition);
    },
    contentOf: (token: string) => replica.receipts.contentOf(token, now()),
    remember(key: string, value: unknown): Promise<void> {
      append(journal, { kind: 'remember', key, value });
      replica.remembered.set(key, value);
      return journal.settled();
    },
    recall: (key: string) => replica.remembered.get(key),
    /** Deletes what has expired, item by item as AWS does, and says how many went. */
    async expire(epochSecond: number): Promise<number> {
      const due = expired(replica, epochSecond);
      for (const write of due) commit([write]);
      await journal.settled();
      return due.length;
    },
    reset(): Promise<void> {
      replica.begin();
      return journal.wipe();
    },
    settled: journal.settled,
    recovered: { frames, cutBytes },
    close: journal.close,
  };
}
