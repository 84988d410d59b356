import { expect, it } from 'vitest';
import { baitIn } from '../support/bait.ts';
import { kinds } from '../support/fuzz.ts';
import { fuzzed } from '../support/fuzzed.ts';
import { allPositions } from '../support/positions.ts';

it('no bait in any position, put there in any way, is seen anywhere', async () => {
  const { requests, faults, answers, log, elsewhere, items } = await fuzzed();
  expect(requests).toBeGreaterThan(allPositions().length * Object.keys(kinds).length);
  expect({ faults, answers, items: items.found }).toEqual({ faults: [], answers: [], items: [] });
  expect([...log, ...elsewhere].map(baitIn).filter(Boolean)).toEqual([]);
});
