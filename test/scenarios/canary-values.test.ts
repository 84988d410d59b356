import { beforeAll, describe, expect, it } from 'vitest';
import { baitIn, forms } from '../support/bait.ts';
import { type Fuzzed, fuzzed } from '../support/fuzzed.ts';
import { allPositions, nameOf } from '../support/positions.ts';

describe('a bait', () => {
  it.each(forms.map((form, at) => [at, form(123)] as const))(
    'of form %i is found, however it is written',
    (_, text) => {
      const ways = [text, JSON.stringify(text), encodeURIComponent(text), text.toUpperCase()];
      const based = ['', 'x', 'xy'].map((before) =>
        Buffer.from(before + text).toString('base64url'),
      );
      const isWord = /kanari/i.test(text);
      for (const way of [...ways, ...(isWord ? based : [])])
        expect(baitIn(`… ${way} …`)).toBeDefined();
    },
  );
  it('is found nowhere else', () => {
    expect(
      baitIn('{"code":"LC-00000","id":"0135792468","at":"2026-01-05T07:00:00Z"}'),
    ).toBeUndefined();
  });
});

describe('what is sent to any position of any operation', () => {
  let found: Fuzzed;
  beforeAll(async () => {
    found = await fuzzed(3);
  }, 120_000);

  it('was sent to all of them', () => {
    const names = allPositions().map(nameOf);
    expect(names.length).toBeGreaterThanOrEqual(620);
    expect(new Set(names).size).toBe(names.length);
    expect(found.requests).toBeGreaterThan(names.length * 3);
    expect(found.faults).toEqual([]);
    expect([...found.statuses.keys()].toSorted()).toEqual([200, 400, 401, 404, 405, 415]);
  });

  it('is in no answer and no header', () => expect(found.answers).toEqual([]));
  it('is in no line of the log', () =>
    expect(found.log.map((line) => baitIn(line)).filter(Boolean)).toEqual([]));
  it('is in no mail, metric, feed, list, letter of a queue, live or dead', () =>
    expect(found.elsewhere.map(baitIn).filter(Boolean)).toEqual([]));
  it('can be read in no item of any table', () => expect(found.items.found).toEqual([]));
});
