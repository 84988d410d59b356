import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { tried as samples } from '../support/breadth.ts';
import {
  anyTampering,
  judged,
  type Stored,
  storedCase,
  tampered,
  tamperings,
} from '../support/tampering.ts';
import {
  anyTamperingBeside,
  tamperedBeside,
  tamperingsBeside,
} from '../support/tampering-beside.ts';

let stored: Stored;
beforeAll(async () => {
  stored = await storedCase();
});

describe('the record of a case', () => {
  it('holds as written, vouched for to its last event', async () => {
    const events = stored.items.filter(({ sk }) => sk.startsWith('E#')).length;
    expect(await judged(stored)).toMatchObject({ events, vouchedTo: events, fault: undefined });
    expect(events).toBeGreaterThan(15);
  });

  it.each(Object.keys(tamperings))('does not hold when %s, and says where', async (name) => {
    for (let seed = 1; seed <= 8; seed += 1) {
      const [draws = []] = fc.sample(
        anyTampering.map((each) => each.draws),
        { seed, numRuns: 1 },
      );
      const wrong = tampered(stored, { name, draws });
      expect((await judged(wrong))?.fault?.at).toBe(wrong.at);
    }
  });

  it('betrays each of some hundreds of random changes, and where it was made', async () => {
    const tried = new Set<string>();
    const change = fc.asyncProperty(anyTampering, async (tampering) => {
      tried.add(tampering.name);
      const wrong = tampered(stored, tampering);
      expect((await judged(wrong))?.fault?.at).toBe(wrong.at);
    });
    await fc.assert(change, { numRuns: 300 });
    expect(tried.size).toBe(Object.keys(tamperings).length);
  });
});

describe('what follows from the record of a case', () => {
  it('betrays each random change of rows, incident, code and counters: what it is, and where', async () => {
    const tried = new Set<string>();
    const change = fc.asyncProperty(anyTamperingBeside, async (tampering) => {
      tried.add(tampering.name);
      const wrong = tamperedBeside(stored, tampering);
      expect([tampering.name, (await judged(wrong))?.fault]).toEqual([tampering.name, wrong.fault]);
    });
    await fc.assert(change, { numRuns: samples(1000) });
    expect(tried.size).toBe(Object.keys(tamperingsBeside).length);
  });

  it('is looked at where the events hold, and no sooner', async () => {
    const beside = tamperedBeside(stored, { name: 'a row is deleted', draws: [1] });
    const wrong = tampered(beside, { name: 'the tail is truncated', draws: [3] });
    expect((await judged(wrong))?.fault?.at).toBe(wrong.at);
  });
});
