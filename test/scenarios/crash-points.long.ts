import { expect, it } from 'vitest';
import { livedThrough, stories } from '../support/crash-points.ts';
import { faultKinds } from '../support/faults.ts';

it.each(stories)(
  'at every call of a %s, whatever goes wrong with it, nothing is lost and nothing doubled',
  async (story) => {
    const { calls } = await livedThrough(story);
    const wrong: string[] = [];
    // A call goes wrong in one of the five ways here, in turn; `npm run figures -- crashes` tries all five at each.
    for (const [at, command] of calls.entries()) {
      const kind = faultKinds[at % faultKinds.length] ?? 'DIES_AFTER';
      const { faults, untold, doubled, cases } = await livedThrough(story, { at, kind });
      if (faults + untold + doubled > 0 || cases !== 2) wrong.push(`${at} ${command} ${kind}`);
    }
    expect(wrong).toEqual([]);
  },
  600_000,
);
