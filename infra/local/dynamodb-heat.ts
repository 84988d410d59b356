import type { Attribute } from './dynamodb-capacity.ts';

/** Write units that fell on one partition of a table or an index. */
export type Heat = {
  /** The table, or the table and its index with a full stop between. */
  readonly place: string;
  readonly partition: Attribute | undefined;
  readonly units: number;
};

/** The hottest partition of each place in its hottest second. */
export type Peaks = Readonly<Record<string, Peak>>;
export type Peak = { readonly partition: string; readonly units: number };

/**
 * Adds up what each partition is charged in one second, because that is where the service has its limit.
 *
 * Seconds are those of the engine's clock; only the peaks outlive their second.
 */
export function newHeat(now: () => number) {
  let second = Number.NaN;
  let felt = new Map<string, number>();
  let peaks: Record<string, Peak> = {};

  function turnTo(present: number): void {
    if (present === second) return;
    second = present;
    felt = new Map();
  }
  function addOne({ place, partition, units }: Heat): void {
    const name = String(Object.values(partition ?? {})[0]);
    const word = `${place} ${name}`;
    const sum = (felt.get(word) ?? 0) + units;
    felt.set(word, sum);
    if (sum > (peaks[place]?.units ?? 0)) peaks[place] = { partition: name, units: sum };
  }
  return {
    add(charged: readonly Heat[]): void {
      turnTo(Math.floor(now() / 1000));
      for (const heat of charged) addOne(heat);
    },
    peaks: (): Peaks => structuredClone(peaks),
    reset(): void {
      second = Number.NaN;
      peaks = {};
    },
  };
}
