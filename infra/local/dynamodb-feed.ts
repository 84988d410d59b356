import type { Item } from './dynamodb-capacity.ts';
import { isSame } from './dynamodb-capacity.ts';
import { keysOf, type Write } from './dynamodb-memory.ts';

/** One change of one item, as a KEYS_ONLY stream tells it. */
export type ChangeRecord = {
  /** Place in the feed, counted from 1; the same after every restart. */
  readonly offset: number;
  /** Number of the commit the change belongs to; a transaction's changes carry one number. */
  readonly commit: number;
  readonly table: string;
  readonly eventName: 'INSERT' | 'MODIFY' | 'REMOVE';
  readonly Keys: Item;
  /** Epoch milliseconds of the commit. */
  readonly at: number;
};

/** The changes of all streaming tables, oldest first; only what is on the disk is ever shown. */
export type Feed = {
  read(after: number, limit: number): readonly ChangeRecord[];
  /** Calls back after each commit that changed a streaming table, until the returned stop is called. */
  onAppend(listener: () => void): () => void;
  /** Keeps how far a consumer has come. */
  savePosition(name: string, offset: number): Promise<void>;
  /** How far a consumer has come; 0 before its first save. */
  loadPosition(name: string): number;
};

/** The writes among these that change something. */
export function changing(writes: readonly Write[]): readonly Write[] {
  return writes.filter(({ before, after }) => !isSame(before, after));
}

function eventName({ before, after }: Write): ChangeRecord['eventName'] {
  if (!before) return 'INSERT';
  return after ? 'MODIFY' : 'REMOVE';
}

/** The records behind a feed: appended at once, shown once published. */
export function newFeedLog() {
  const listeners = new Set<() => void>();
  let records: ChangeRecord[] = [];
  let published = 0;

  /** Adds the changes of one commit and returns what publishes them. */
  function append(writes: readonly Write[], commit: number, at: number): () => void {
    const log = records;
    const told = writes.filter(({ table }) => table.streams);
    for (const write of told)
      log.push({
        offset: log.length + 1,
        commit,
        table: write.table.name,
        eventName: eventName(write),
        Keys: keysOf(write.table, write.after ?? write.before ?? {}),
        at,
      });
    const upTo = log.length;
    return () => {
      if (log !== records || told.length === 0) return;
      published = Math.max(published, upTo);
      for (const listener of listeners) listener();
    };
  }
  return {
    append,
    read: (after: number, limit: number) =>
      records.slice(after, Math.min(after + limit, published)),
    onAppend(listener: () => void) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    clear() {
      records = [];
      published = 0;
    },
  };
}
