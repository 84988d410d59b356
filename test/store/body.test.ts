import { expect, it } from 'vitest';
import { checkVersion, pack, unpack } from '#store/body.ts';

const state = { type: 'NeedsAssessed', papers: [{ kind: 'FORM03', version: 1 }], told: [] };

it('gives back what was packed', () => {
  expect(unpack(pack(state))).toEqual(state);
});

it('still reads the very bytes that version 1 has always written', () => {
  const written = 'qwaXr0pWqA0KJR1ofIDCF1yVKVkpufkH+RoYK+nA6jBIFQZuNoFivhYA';
  expect(unpack(Buffer.from(written, 'base64'))).toEqual(state);
});

it('takes fewer bytes than the text, because capacity is counted in bytes', () => {
  expect(pack(state).length).toBeLessThan(JSON.stringify(state).length);
});

it('refuses an item of a version it does not know', () => {
  expect(() => checkVersion({ v: 2 })).toThrow('version');
  expect(() => unpack('text')).toThrow('body');
});
