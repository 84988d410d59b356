import { afterAll, beforeAll, expect, it } from 'vitest';
import { roles } from '#domain/directory.ts';
import { cellsOf, expectedOf, faultOf } from '../support/matrix.ts';
import { openStandings, type Standings, seated } from '../support/standings.ts';

let stage: Standings;
const tally = new Map<string, number>();

beforeAll(async () => {
  stage = await openStandings();
});
afterAll(() => stage.api.close());

it.each(roles)('every cell of %s is answered as the tables in words say', async (role) => {
  const faults = [];
  for (const cell of cellsOf(seated.filter((seat) => seat.role === role))) {
    faults.push(...(await faultOf(stage, cell)));
    const expected = expectedOf(cell.seat, cell.act);
    tally.set(expected, (tally.get(expected) ?? 0) + 1);
  }
  expect(faults).toEqual([]);
});

it('all cells have been tried, and there are some of each kind', () => {
  const tried = [...tally.values()].reduce((sum, cells) => sum + cells, 0);
  expect(tried).toBe(cellsOf(seated).length);
  expect([...tally.keys()].toSorted()).toEqual(['NOT_ALLOWED', 'NOT_FOUND', 'PERMITTED']);
});
