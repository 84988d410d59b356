import fc from 'fast-check';
import { expect, it } from 'vitest';
import { pace } from '#runtime/pace.ts';

/** Time that passes only where somebody waits or works. */
function handClock() {
  const hand = { at: 1_000_000 };
  const wait = async (milliseconds: number) => {
    hand.at += milliseconds;
  };
  return { hand, passing: { clock: () => hand.at, wait } };
}

const anyRate = fc.integer({ min: 1, max: 1_000 });
const anyWork = fc.array(fc.integer({ min: 0, max: 400 }), { minLength: 1, maxLength: 300 });

it('lets no more through in any second than its rate, however long each takes', async () => {
  await fc.assert(
    fc.asyncProperty(anyRate, anyWork, async (rate, work) => {
      const { hand, passing } = handClock();
      const turn = pace(rate, passing);
      const turns: number[] = [];
      for (const milliseconds of work) {
        await turn();
        turns.push(hand.at);
        hand.at += milliseconds;
      }
      // The last of one turn more than the rate begins a second after the first, but for rounding.
      const early = turns.filter((at, n) => at - (turns[n - rate] ?? 0) < 1_000 - 1e-6);
      expect(early).toEqual([]);
    }),
  );
});

it('costs nobody time who is slower than its rate', async () => {
  const { hand, passing } = handClock();
  const turn = pace(240, passing);
  for (let n = 0; n < 100; n += 1) {
    const before = hand.at;
    await turn();
    expect(hand.at).toBe(before);
    hand.at += 5;
  }
});

it('lets two hundred and forty through in a second when nothing else takes time', async () => {
  const { hand, passing } = handClock();
  const turn = pace(240, passing);
  const began = hand.at;
  for (let n = 0; n <= 2_400; n += 1) await turn();
  expect(hand.at - began).toBeCloseTo(10_000, 3);
});
