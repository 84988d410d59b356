/** What lies ahead, earliest first; what was put in first comes first among equals. */
export type Agenda<Entry extends { readonly at: number }> = {
  readonly put: (entry: Entry) => void;
  /** Takes everything of the earliest instant, unless that is after the last one asked for. */
  readonly take: (last: number) => readonly Entry[];
};

type Numbered<Entry> = { readonly entry: Entry; readonly turn: number };

/** An empty agenda, kept as a heap. */
export function newAgenda<Entry extends { readonly at: number }>(): Agenda<Entry> {
  const heap: Numbered<Entry>[] = [];
  let turns = 0;

  const isBefore = (a: Numbered<Entry> | undefined, b: Numbered<Entry> | undefined): boolean => {
    if (a === undefined || b === undefined) return a !== undefined;
    return a.entry.at === b.entry.at ? a.turn < b.turn : a.entry.at < b.entry.at;
  };
  const swap = (a: number, b: number) => {
    const [one, other] = [heap[a], heap[b]];
    if (one !== undefined && other !== undefined) [heap[a], heap[b]] = [other, one];
  };
  const rise = (from: number) => {
    for (let at = from; at > 0; ) {
      const parent = (at - 1) >> 1;
      if (!isBefore(heap[at], heap[parent])) return;
      swap(at, parent);
      at = parent;
    }
  };
  const sink = () => {
    for (let at = 0; ; ) {
      const [left, right] = [2 * at + 1, 2 * at + 2];
      const child = isBefore(heap[right], heap[left]) ? right : left;
      if (!isBefore(heap[child], heap[at])) return;
      swap(at, child);
      at = child;
    }
  };
  const takeFirst = (): Entry | undefined => {
    const first = heap[0];
    const last = heap.pop();
    if (heap.length > 0 && last !== undefined) {
      heap[0] = last;
      sink();
    }
    return first?.entry;
  };
  return {
    put: (entry) => {
      turns += 1;
      heap.push({ entry, turn: turns });
      rise(heap.length - 1);
    },
    take: (last) => {
      const earliest = heap[0]?.entry.at ?? Number.POSITIVE_INFINITY;
      const taken: Entry[] = [];
      while (earliest <= last && heap[0]?.entry.at === earliest) {
        const entry = takeFirst();
        if (entry !== undefined) taken.push(entry);
      }
      return taken;
    },
  };
}
