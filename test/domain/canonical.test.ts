import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonical, type Json } from '#domain/canonical.ts';

const wellFormed = () => fc.string({ unit: 'binary' });
const { value: anyJson } = fc.letrec<{ value: Json }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    fc.constant(null),
    fc.boolean(),
    fc.integer(),
    fc.double({ noNaN: true, noDefaultInfinity: true }).map((each) => (each === 0 ? 0 : each)),
    wellFormed(),
    fc.array(tie('value')),
    fc.dictionary(wellFormed(), tie('value')),
  ),
}));

/** The same value with the members of every object in the opposite order. */
function turned(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(turned);
  if (typeof value !== 'object' || value === null) return value;
  const members = Object.entries(value).map(([name, member]) => [name, turned(member)]);
  return Object.fromEntries(members.reverse());
}

describe('the canonical text of a value', () => {
  it('sorts members by UTF-16 code unit and writes no white space', () => {
    const value = { ﬀ: 6, '😀': 5, é: 4, b: [1, { z: 1, a: 2 }], B: 2, 10: 1, 9: 3, '': 0 };
    expect(canonical(value)).toBe(
      '{"":0,"10":1,"9":3,"B":2,"b":[1,{"a":2,"z":1}],"é":4,"😀":5,"ﬀ":6}',
    );
  });

  it('writes numbers in their shortest form', () => {
    const numbers = [0, -0, 1.5, 1e21, 1e-7, 123456789012, 0.1 + 0.2, 5e-324];
    expect(canonical(numbers)).toBe('[0,0,1.5,1e+21,1e-7,123456789012,0.30000000000000004,5e-324]');
  });

  it('escapes only quotes, backslashes and control characters', () => {
    expect(canonical('"\\/\n\t\u0001\u007f\u2028 Trần')).toBe(
      '"\\"\\\\/\\n\\t\\u0001\u007f\u2028 Trần"',
    );
  });

  it('keeps composed and decomposed spellings apart', () => {
    const name = 'Nguyễn Thị Ánh';
    expect(canonical(name.normalize('NFD'))).not.toBe(canonical(name.normalize('NFC')));
  });

  it('treats an undefined member as absent', () => {
    expect(canonical({ a: undefined, b: null })).toBe(canonical({ b: null }));
  });

  it('carries a member that is called __proto__ like any other', () => {
    expect(canonical(JSON.parse('{"b":1,"__proto__":{"a":2}}'))).toBe(
      '{"__proto__":{"a":2},"b":1}',
    );
  });

  it('does not depend on the order in which members were written', () => {
    fc.assert(
      fc.property(anyJson, (value) => canonical(turned(value) as Json) === canonical(value)),
    );
  });

  it('reads back as the same value', () => {
    fc.assert(
      fc.property(anyJson, (value) => {
        const back: Json = JSON.parse(canonical(value));
        expect(back).toEqual(JSON.parse(JSON.stringify(value)));
        expect(canonical(back)).toBe(canonical(value));
      }),
    );
  });
});

describe('a value that JSON cannot carry', () => {
  it.each<[string, unknown]>([
    ['not a number', Number.NaN],
    ['an infinity', [Number.NEGATIVE_INFINITY]],
    ['a bigint', { a: 1n }],
    ['a function', () => 1],
    ['a symbol', Symbol('x')],
    ['undefined itself', undefined],
    ['undefined in a list', [undefined]],
    ['a hole in a list', new Array(1)],
    ['a date', new Date(0)],
    ['a map', new Map()],
    ['bytes', new Uint8Array(1)],
    ['half a surrogate pair', '\ud800'],
    ['half a surrogate pair in a name', { '\udc00': 1 }],
  ])('is refused when it is %s', (_, value) => {
    expect(() => canonical(value as Json)).toThrow(TypeError);
  });

  it('is refused without repeating any of it', () => {
    expect(() => canonical({ name: 'Trần Văn Mẫu \ud800' })).toThrow(
      /^no canonical form: string with half a surrogate pair$/,
    );
  });
});
