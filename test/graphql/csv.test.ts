import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linesOf, recordsOf } from '#graphql/csv.ts';

const columns = ['a', 'b'] as const;

/** What another reader, known far and wide, makes of a text. */
function reference(text: string): unknown {
  const options = { bom: true, skip_empty_lines: true, trim: true };
  return parse(text, { ...options, relax_column_count: true });
}

// The other reader takes the first line end it meets for that of the whole text.
const pieces = ['"', '""', ',', '\n', '\n', ' ', '\t', 'a', 'Xã Định', '"a,b"', '"c ""d"""'];
const lineEnd = fc.constantFrom('\n', '\r\n');
const anyText = fc
  .tuple(fc.array(fc.constantFrom(...pieces), { maxLength: 12 }), lineEnd)
  .map(([all, end]) => all.join('').replaceAll('\n', end));

const anyCell = fc.array(fc.constantFrom('a', 'Đ', '"', ',', '\n', ' '), { maxLength: 6 });
const anyRecords = fc.array(
  fc.tuple(anyCell, anyCell).map(([a, b]) => [a.join(''), b.join('')] as const),
);

const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;

describe('a CSV', () => {
  it('is read, where it can be read, as another reader reads it', () => {
    let read = 0;
    fc.assert(
      fc.property(anyText, (text) => {
        const lines = linesOf(text);
        if (lines === undefined) return;
        read += 1;
        expect(lines).toEqual(reference(text));
      }),
      { numRuns: 5000 },
    );
    expect(read).toBeGreaterThan(1000);
  });

  it('is read back as it was written, whatever its cells hold', () => {
    fc.assert(
      fc.property(anyRecords, lineEnd, (records, end) => {
        const csv = [columns, ...records].map((cells) => cells.map(quoted).join(',')).join(end);
        expect(recordsOf(csv, columns)).toEqual(records.map(([a, b]) => ({ a, b })));
      }),
    );
  });

  it.each([
    ['with quotes, commas and lines inside a cell', 'a,b\n"x, ""y""","1\n2"', 'x, "y"', '1\n2'],
    ['of a spreadsheet, with its mark and its line ends', '\uFEFFa,b\r\n x ,\t1\r\n\r\n', 'x', '1'],
    ['without a last line end', 'a,b\n,', '', ''],
  ])('is read %s', (_, text, a, b) => {
    expect(recordsOf(text, columns)).toEqual([{ a, b }]);
  });

  it.each([
    ['another header', 'a,c\n1,2'],
    ['a line too short', 'a,b\n1'],
    ['a line too long', 'a,b\n1,2,3'],
    ['a quote that never ends', 'a,b\n1,"2'],
    ['a quote in the middle of a cell', 'a,b\n1,2"3"'],
    ['something behind a quote', 'a,b\n1,"2"3'],
    ['nothing at all', ''],
  ])('is none with %s', (_, text) => {
    expect(recordsOf(text, columns)).toBeUndefined();
  });

  it('is read, or found to be none, however long a cell is', () => {
    const long = 'x""'.repeat(80_000);
    expect(linesOf(`"${long}"`)?.[0]?.[0]).toHaveLength(160_000);
    expect(linesOf(`"${long}`)).toBeUndefined();
    expect(linesOf(`${' '.repeat(200_000)}x"`)).toBeUndefined();
    expect(linesOf(`"x"${' '.repeat(200_000)}y`)).toBeUndefined();
  });
});
