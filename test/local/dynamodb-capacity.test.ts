import { describe, expect, it } from 'vitest';
import {
  type EntryRule,
  entryOf,
  type Item,
  isSame,
  itemBytes,
  readUnits,
  writeCost,
} from '../../infra/local/dynamodb-capacity.ts';

const due: EntryRule = {
  name: 'due',
  keys: ['duePk', 'dueSk'],
  projected: ['pk', 'sk', 'duePk', 'dueSk', 'listed'],
};

/** An item of exactly so many bytes. */
function sized(bytes: number): Item {
  return { b: { S: 'x'.repeat(bytes - 1) } };
}

function dueItem(at: string, extra: Item = {}): Item {
  return { pk: { S: 'c' }, sk: { S: 'h' }, duePk: { S: 'd' }, dueSk: { S: at }, ...extra };
}

function cost(before: Item | undefined, after: Item | undefined, transactional = false) {
  return writeCost({ before, after, indexes: [due], transactional });
}

describe('bytes of an item', () => {
  it.each<[string, Item, number]>([
    ['a name and an ASCII string', { name: { S: 'abc' } }, 7],
    ['Vietnamese letters in UTF-8', { ñ: { S: 'trẻ em' } }, 2 + 8],
    ['a small number', { n: { N: '7' } }, 1 + 2],
    ['zero', { n: { N: '0' } }, 1 + 1],
    ['a negative number', { n: { N: '-12' } }, 1 + 3],
    ['trailing zeros in pairs', { n: { N: '1000' } }, 1 + 2],
    ['an odd place of trailing zeros', { n: { N: '120' } }, 1 + 3],
    ['digits on both sides of the point', { n: { N: '1.25' } }, 1 + 3],
    ['leading zeros of a fraction', { n: { N: '0.001' } }, 1 + 2],
    ['bytes in base64', { b: { B: 'AQIDBA==' } }, 1 + 4],
    ['bytes as an array', { b: { B: new Uint8Array(5) } }, 1 + 5],
    ['truth and nothing', { t: { BOOL: false }, n: { NULL: true } }, 4],
    ['a set of strings', { s: { SS: ['a', 'bc'] } }, 1 + 3],
    ['a list', { l: { L: [{ S: 'ab' }, { BOOL: true }] } }, 1 + 3 + 2 + 3],
    ['a map', { m: { M: { a: { S: 'b' } } } }, 1 + 3 + 1 + 2],
  ])('counts %s', (_what, item, bytes) => {
    expect(itemBytes(item)).toBe(bytes);
  });
});

describe('read units', () => {
  it.each([
    [0, 'eventual', 0.5],
    [4096, 'eventual', 0.5],
    [4097, 'eventual', 1],
    [4096, 'strong', 1],
    [4097, 'transactional', 4],
  ] as const)('of %i bytes, %s, are %f', (bytes, manner, units) => {
    expect(readUnits(bytes, manner)).toBe(units);
  });
});

describe('write units of the table', () => {
  it.each([
    ['exactly one kilobyte', undefined, sized(1024), 1],
    ['one byte more', undefined, sized(1025), 2],
    ['the larger image when an item shrinks', sized(3000), sized(10), 3],
    ['the old image of a deletion', sized(2049), undefined, 3],
    ['a deletion of nothing', undefined, undefined, 1],
  ])('charge %s', (_what, before, after, units) => {
    expect(cost(before, after)).toEqual({ table: units, indexes: {} });
  });
});

describe('write units of an index', () => {
  it.each<[string, Item | undefined, Item | undefined, number]>([
    ['an entry that appears', sized(9), dueItem('1'), 1],
    ['an entry that goes', dueItem('1'), undefined, 1],
    ['a moved entry twice', dueItem('1'), dueItem('2'), 2],
    ['a carried attribute once', dueItem('1'), dueItem('1', { listed: { S: 'y' } }), 1],
    ['a large entry by its size', undefined, dueItem('1', { listed: { S: 'y'.repeat(1500) } }), 2],
  ])('charge %s', (_what, before, after, units) => {
    expect(cost(before, after).indexes).toEqual({ due: units });
  });

  it('are nothing where no projected attribute changed', () => {
    expect(cost(dueItem('1'), dueItem('1', { body: { S: 'z' } })).indexes).toEqual({});
  });

  it('are the same inside a transaction, while the table is charged double', () => {
    expect(cost(undefined, dueItem('1'), true)).toEqual({ table: 2, indexes: { due: 1 } });
  });
});

it('keeps no entry where an index key is missing', () => {
  expect(entryOf({ pk: { S: 'c' }, duePk: { S: 'd' } }, due)).toBeUndefined();
});

it('takes images as one value whatever the order of attributes or of a set', () => {
  expect(
    isSame({ a: { N: '1' }, s: { SS: ['x', 'y'] } }, { s: { SS: ['y', 'x'] }, a: { N: '1' } }),
  ).toBe(true);
  expect(
    isSame({ l: { L: [{ S: 'x' }, { S: 'y' }] } }, { l: { L: [{ S: 'y' }, { S: 'x' }] } }),
  ).toBe(false);
});
