const isWhole = process.env['BREADTH'] === 'WHOLE';

/** How many samples of a law are tried: a third on every push, other ones each time, and all in the long run. */
export function tried(all: number): number {
  return isWhole ? all : Math.ceil(all / 3);
}
