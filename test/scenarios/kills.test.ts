import { expect, it } from 'vitest';
import { killRepeatedly } from '../support/kills.ts';

it('loses no acknowledged write, breaks no chain and tells everybody once over three kills', async () => {
  const left = await killRepeatedly(3);
  expect(left.acknowledged).toBeGreaterThan(3);
  expect(left).toMatchObject({
    lostWrites: 0,
    brokenChains: 0,
    missingNotices: 0,
    doubledNotices: 0,
  });
}, 120_000);
