import { describe, expect, it } from 'vitest';
import type * as z from 'zod';
import { documentNumber, line, text } from '#graphql/inputs/fields.ts';
import { submitPlan } from '#graphql/inputs/plan.ts';
import { archiveCase } from '#graphql/inputs/review.ts';
import { problemsOf } from '#graphql/problems.ts';

const head = { caseId: 'c', idempotencyKey: 'unseen-test-key-01', expectedVersion: 1 };
const item = { measure: 'COUNSELLING', startOn: '2026-01-06', endOn: '2026-02-06', costVnd: 0 };
const isTaken = (schema: z.ZodType, value: unknown) => schema.safeParse(value).success;

describe('a name', () => {
  const name = 'Nguyễn Thị Thử Nghiệm';

  it.each(['NFC', 'NFD'] as const)('is kept as it was typed in %s', (form) => {
    expect(line.parse(name.normalize(form))).toBe(name.normalize(form));
  });

  it.each([
    ['turns the direction of writing', '\u202e'],
    ['sets a direction apart', '\u2066'],
    ['marks a direction', '\u200f'],
    ['has no width', '\u200b'],
    ['joins words without being seen', '\u2060'],
    ['marks the order of bytes', '\ufeff'],
    ['separates lines', '\u2028'],
    ['hyphenates without being seen', '\u00ad'],
    ['marks the direction of Arabic', '\u061c'],
    ['separates vowels without being seen', '\u180e'],
    ['multiplies without being seen', '\u2062'],
    ['fills the place of a letter', '\u3164'],
    ['tags a language', '\u{e0041}'],
    ['is a control', '\u0000'],
    ['is half of one', '\ud800'],
  ])('has no character that %s, and neither has a text', (_, character) => {
    for (const schema of [line, text]) {
      const read = schema.safeParse(name + character);
      expect(read.success).toBe(false);
      expect(problemsOf(read.error as z.ZodError)).toEqual([
        {
          code: 'INVALID_INPUT',
          field: [],
          message: 'Some of its characters cannot be kept.',
          currentVersion: null,
        },
      ]);
    }
  });

  it.each([
    '#a',
    ':v',
    'attribute_exists(pk)',
    'SET x=:y',
    '%23',
    '|',
    '/',
    '__proto__',
    "'; --",
    '👨‍👩‍👧',
  ])('keeps %s as it is, for it is only text', (written) =>
    expect(line.parse(written)).toBe(written),
  );
});

describe('a number that lies in clear', () => {
  const people = ['079123456789', '0912345678', '123456789', '+84912345678'];
  it.each(people)('is not the one of a person or a telephone: %s', (number) => {
    expect(isTaken(documentNumber, number)).toBe(false);
    expect(isTaken(archiveCase, { ...head, nationalRecord: number })).toBe(false);
    expect(isTaken(submitPlan, { ...head, items: [{ ...item, id: number }] })).toBe(false);
  });

  it('of a document has a figure in it, and no name is one', () => {
    for (const number of ['12/QĐ-UBND', 'QĐ 8', '05/2026/QĐ-TA', '14'])
      expect(isTaken(documentNumber, number)).toBe(true);
    for (const name of ['Nguyen Van A', 'Tran Thi B', 'so 12 0912345678'])
      expect(isTaken(documentNumber, name)).toBe(false);
  });

  it('of a record or a plan item is what offices write', () => {
    for (const nationalRecord of ['TE-2026-0001', 'CSDL-0001', '20260000017', '1234567890123'])
      expect(isTaken(archiveCase, { ...head, nationalRecord })).toBe(true);
    for (const id of ['i1', 'care1', '3f2504e0-4f89-41d3-9a0c-03050607', '123456789a'])
      expect(isTaken(submitPlan, { ...head, items: [{ ...item, id }] })).toBe(true);
  });
});
