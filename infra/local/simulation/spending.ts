import type { DynamoDB } from '../dynamodb.ts';

/** Units of capacity used for one kind of act, all that follows from it included. */
export type Spent = { readonly times: number; readonly read: number; readonly write: number };

/** What each kind of act used, and the clock by itself. */
export type Spending = {
  /** Books what was used since the last booking; without a name it belongs to several acts at once. */
  readonly book: (name: string, times?: number) => void;
  readonly entries: () => ReadonlyMap<string, Spent>;
};

/** Opens the accounts over the engine's meter. */
export function openSpending({ capacity }: Pick<DynamoDB, 'capacity'>): Spending {
  const spent = new Map<string, Spent>();
  let before = capacity.units();
  return {
    book: (name, times = 1) => {
      const now = capacity.units();
      const { times: known, read, write } = spent.get(name) ?? { times: 0, read: 0, write: 0 };
      spent.set(name, {
        times: known + times,
        read: read + now.read - before.read,
        write: write + now.write - before.write,
      });
      before = now;
    },
    entries: () => spent,
  };
}
