/** Ends of a range of keys, as level databases name them; a negative limit is none. */
export type Bounds = {
  readonly gt?: string;
  readonly gte?: string;
  readonly lt?: string;
  readonly lte?: string;
  readonly reverse?: boolean;
  readonly limit?: number;
};

/** A map whose keys can be walked in order. */
export type SortedMap<V> = {
  get(key: string): V | undefined;
  set(key: string, value: V): void;
  delete(key: string): void;
  range(bounds: Bounds): V[];
};

const fullChunk = 1024;
const everything = Number.POSITIVE_INFINITY;

/** First place in a sorted list whose element is not before the key. */
function placeOf(sorted: readonly string[], key: string): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? '') < key) low = middle + 1;
    else high = middle;
  }
  return low;
}

function isWithin(key: string, { lt, lte }: Bounds): boolean {
  return (lt === undefined || key < lt) && (lte === undefined || key <= lte);
}

function lowestOf({ gt, gte }: Bounds): string {
  return gte ?? gt ?? '';
}

function taken(keys: Iterable<string>, most: number): string[] {
  const first: string[] = [];
  for (const key of keys) {
    if (first.length >= most) break;
    first.push(key);
  }
  return first;
}

/** Sorted keys in chunks, so that an insertion moves a thousand of them at most. */
function newSortedKeys() {
  const chunks: string[][] = [];

  /** The chunk that holds the key or would hold it. */
  function chunkAt(key: string): number {
    let low = 0;
    let high = chunks.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      if ((chunks[middle]?.[0] ?? '') <= key) low = middle;
      else high = middle - 1;
    }
    return low;
  }
  function insert(key: string): void {
    const at = chunkAt(key);
    const chunk = chunks[at] ?? [];
    if (chunk.length === 0) chunks.push(chunk);
    chunk.splice(placeOf(chunk, key), 0, key);
    if (chunk.length > fullChunk) chunks.splice(at + 1, 0, chunk.splice(fullChunk / 2));
  }
  function remove(key: string): void {
    const at = chunkAt(key);
    const chunk = chunks[at] ?? [];
    chunk.splice(placeOf(chunk, key), 1);
    if (chunk.length === 0) chunks.splice(at, 1);
  }
  function* from(first: string): Generator<string> {
    const at = chunkAt(first);
    yield* chunks[at]?.slice(placeOf(chunks[at], first)) ?? [];
    for (const chunk of chunks.slice(at + 1)) yield* chunk;
  }
  function* within(bounds: Bounds): Generator<string> {
    for (const key of from(lowestOf(bounds))) {
      if (!isWithin(key, bounds)) return;
      if (key !== bounds.gt) yield key;
    }
  }
  return { insert, remove, within };
}

/** An empty map. */
export function newSortedMap<V>(): SortedMap<V> {
  const values = new Map<string, V>();
  const keys = newSortedKeys();

  return {
    get: (key) => values.get(key),
    set(key, value) {
      if (!values.has(key)) keys.insert(key);
      values.set(key, value);
    },
    delete(key) {
      if (values.delete(key)) keys.remove(key);
    },
    range(bounds) {
      const most = bounds.limit === undefined || bounds.limit < 0 ? everything : bounds.limit;
      const within = keys.within(bounds);
      const wanted = taken(bounds.reverse ? [...within].reverse() : within, most);
      return Array.from(wanted, (key) => values.get(key) as V);
    },
  };
}
