import type { Happening } from './caseload.ts';
import { quarterAt } from './local-time.ts';

/** A report as the simulation itself knows it went in. */
export type Entered = {
  readonly id: string;
  readonly quarter: string;
  readonly province: string;
  readonly category: string;
  readonly writtenAt: number;
};

/**
 * The simulation's own book of what it asked for and was told: the other side of every comparison.
 *
 * Nothing in it is read from the system's records.
 */
export type Book = {
  readonly entered: (id: string, happening: Happening, writtenAt: number) => void;
  readonly acknowledged: (id: string, act: string) => void;
  readonly count: (what: string) => void;
  readonly surprise: (what: string) => void;
  readonly reports: () => readonly Entered[];
  /** How often each act was acknowledged, by case. */
  readonly acts: () => ReadonlyMap<string, ReadonlyMap<string, number>>;
  /** How many were acknowledged in all. */
  readonly acknowledgements: () => number;
  readonly counts: () => ReadonlyMap<string, number>;
  /** What no office reckoned with: refusals out of place, doubled answers. */
  readonly surprises: () => ReadonlyMap<string, number>;
};

/** An empty book. */
export function openBook(): Book {
  const reports: Entered[] = [];
  const acts = new Map<string, Map<string, number>>();
  let acknowledgements = 0;
  const counts = new Map<string, number>();
  const surprises = new Map<string, number>();
  return {
    entered: (id, { receivedAt, commune, category }, writtenAt) => {
      const quarter = quarterAt(receivedAt);
      reports.push({ id, quarter, province: commune.province, category, writtenAt });
    },
    acknowledged: (id, act) => {
      const own = acts.get(id) ?? new Map<string, number>();
      acts.set(id, oneMore(own, act));
      acknowledgements += 1;
    },
    count: (what) => void oneMore(counts, what),
    surprise: (what) => void oneMore(surprises, what),
    reports: () => reports,
    acts: () => acts,
    acknowledgements: () => acknowledgements,
    counts: () => counts,
    surprises: () => surprises,
  };
}

/** Counts one more of something. */
export function oneMore<Name>(counts: Map<Name, number>, name: Name, more = 1): Map<Name, number> {
  return counts.set(name, (counts.get(name) ?? 0) + more);
}
