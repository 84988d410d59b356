import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linkTokens } from '#sealing/link-token.ts';
import { tried } from '../support/breadth.ts';
import { vn } from '../support/builders.ts';

const first = { version: 1, secret: 'a first secret of some length' };
const second = { version: 2, secret: 'a second secret of some length' };
const link = {
  to: 'COMMUNE_WORKER@99001',
  id: '0a1b2c3d4e5f6g7h8i9j0k1l2m#D04.I.1.-.1.0#1#2#COMMUNE_WORKER@99001',
  left: vn('2026-03-02 08:00'),
};

describe('the word of a link', () => {
  const { sign, read } = linkTokens([first]);
  const token = sign(link);

  it('leads back to what it was made of, and is the same each time', () => {
    fc.assert(
      fc.property(fc.string(), fc.string({ maxLength: 100 }), (to, id) => {
        const any = { to: to.slice(0, 50), id, left: link.left };
        expect(read(sign(any))).toEqual(any);
        expect(sign(any)).toBe(sign({ ...any }));
      }),
      { numRuns: tried(300) },
    );
  });

  it('shows nothing of it: neither plainly nor in base64', () => {
    const plain = Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('latin1');
    for (const said of [token, plain])
      for (const part of ['0a1b2c3d', 'COMMUNE', '99001', 'D04', '2026', '#'])
        expect(said).not.toContain(part);
    expect(token).toMatch(/^1\.[\w-]+$/);
  });

  it('changed in any character is no link', () => {
    const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.%/';
    for (let at = 0; at < token.length; at += 1) {
      const put = [...letters].filter((letter) => letter !== token[at]);
      for (const letter of [put[at % put.length], put[(at * 7 + 3) % put.length]])
        expect(read(`${token.slice(0, at)}${letter}${token.slice(at + 1)}`)).toBeUndefined();
    }
  });

  it('cut, lengthened or spelled otherwise is no link', () => {
    for (let end = 0; end < token.length; end += 1)
      expect(read(token.slice(0, end))).toBeUndefined();
    for (const more of ['A', 'AA', 'AAA', 'AAAA', '=', '.', '\n', ' '])
      expect(read(`${token}${more}`)).toBeUndefined();
    // The last character of 43 has two bits to spare, and so four spellings of one word in base64.
    const spelled = ['0', '01', '10000', ' 1'].map((version) => token.replace(/^1/, version));
    for (const other of [...spelled, `${token}A`.repeat(200), ''])
      expect(read(other)).toBeUndefined();
  });

  it('of two links put together is none', () => {
    const other = sign({ ...link, id: link.id.replace('D04', 'D05') });
    for (let at = 3; at < token.length; at += 5)
      expect(read(`${token.slice(0, at)}${other.slice(at)}`)).toBeUndefined();
  });

  it('of another secret or another number is none', () => {
    expect(linkTokens([second]).read(token)).toBeUndefined();
    expect(linkTokens([{ ...second, version: 1 }]).read(token)).toBeUndefined();
    expect(linkTokens([{ ...first, version: 2 }]).read(token)).toBeUndefined();
  });
});

describe('a secret that was changed', () => {
  it('still reads what it signed, until it is taken away, and signs no more', () => {
    const old = linkTokens([first]).sign(link);
    const both = linkTokens([second, first]);
    expect(both.read(old)).toEqual(link);
    expect(both.sign(link)).toMatch(/^2\./);
    expect(linkTokens([second]).read(old)).toBeUndefined();
  });

  it('is needed', () => {
    expect(() => linkTokens([])).toThrow('secret');
  });
});
