/** A source of chance that gives the same again for the same seed. */
export type Chance = {
  /** A number from 0 up to 1. */
  readonly share: () => number;
  /** True in this share of all cases. */
  readonly happens: (share: number) => boolean;
  /** A number between two others. */
  readonly between: (least: number, most: number) => number;
  /** A whole number between two others, both included. */
  readonly whole: (least: number, most: number) => number;
  readonly pick: <Thing>(things: readonly Thing[]) => Thing;
  /** One of some things, each as often as its weight says. */
  readonly weighted: <Thing extends string>(weights: Readonly<Record<Thing, number>>) => Thing;
  /** A source of its own, which does not depend on how much of this one has been used. */
  readonly of: (name: string) => Chance;
};

/** Opens a source of chance; every name under a seed is a stream of its own. */
export function chanceOf(seed: string): Chance {
  const share = stream(seed);
  const between = (least: number, most: number) => least + share() * (most - least);
  return {
    share,
    happens: (wanted) => share() < wanted,
    between,
    whole: (least, most) => Math.floor(between(least, most + 1)),
    pick: (things) => chosen(things, Math.floor(share() * things.length)),
    weighted: (weights) => weighted(weights, share()),
    of: (name) => chanceOf(`${seed}/${name}`),
  };
}

function chosen<Thing>(things: readonly Thing[], at: number): Thing {
  if (things.length === 0) throw new Error('Nothing to choose from');
  return things[at] as Thing;
}

function weighted<Thing extends string>(weights: Readonly<Record<Thing, number>>, share: number) {
  const entries = Object.entries<number>(weights);
  let left = share * entries.reduce((sum, [, weight]) => sum + weight, 0);
  const found = entries.find(([, weight]) => {
    left -= weight;
    return left < 0;
  });
  return chosen(found === undefined ? entries : [found], 0)[0] as Thing;
}

/** Mulberry32, started from a FNV-1a hash of the name: small, and even enough for made-up lives. */
function stream(seed: string): () => number {
  let state = 0x811c9dc5;
  for (const letter of Buffer.from(seed)) state = Math.imul(state ^ letter, 0x01000193);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
