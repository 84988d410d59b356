import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { redaction, struck } from '#domain/redaction.ts';

const told = 'Bà Thử Báo Tin (0912.345.678) đã gọi; bà   thử báo tin ở Ngõ 7 xóm Giả.';

describe('what is struck out', () => {
  it.each([
    ['a name in any case and however spaced', ['Bà Thử Báo Tin'], 2],
    ['a number of a telephone with anything between its figures', ['0912 345 678'], 1],
    ['an address', ['ngõ 7\nxóm Giả'], 1],
    ['a name of one word only as it is written', ['BÁO'], 0],
    ['a name that begins with a shorter one, whole', ['Bà Thử', 'Bà Thử Báo Tin'], 2],
    ['no part of a word', ['gọ'], 0],
    ['nothing for a text of one character', ['B'], 0],
  ])('is %s', (_, texts, times) => {
    expect(redaction(texts)(told).split(struck)).toHaveLength(times + 1);
  });

  it('is found however its marks are composed', () => {
    expect(redaction(['Bà Thử'.normalize('NFD')])('Bà Thử đến')).toBe(`${struck} đến`);
    expect(redaction(['Bà Thử'])('Bà Thử đến'.normalize('NFD'))).toBe(`${struck} đến`);
  });

  it('stands in words: no code, day or number is changed', () => {
    const form = { id: 'HIGH', level: 'HIGH', bornOn: 'HIGH', note: 'HIGH', count: 3, none: null };
    expect(redaction(['HIGH'])([form])).toEqual([{ ...form, note: struck }]);
  });

  it('is every text that stands between blanks, whatever characters it is made of', () =>
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (text) => {
        const whole = text.normalize('NFC').trim();
        fc.pre(whole.length > 1);
        expect(redaction([text])(`a ${text} z`)).not.toContain(` ${whole} `);
      }),
      { numRuns: 500 },
    ));
});
