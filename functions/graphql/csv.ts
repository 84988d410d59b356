import type { UserError } from '#schema/generated.ts';

/** The records of a CSV that has exactly these columns, in this order; nothing when it is none. */
export function recordsOf<Column extends string>(
  csv: string,
  columns: readonly Column[],
): readonly Readonly<Record<Column, string>>[] | undefined {
  const [header, ...lines] = linesOf(csv) ?? [];
  if (String(header) !== String(columns)) return undefined;
  if (lines.some(({ length }) => length !== columns.length)) return undefined;
  return lines.map((cells) => named(columns, cells));
}

function named<Column extends string>(columns: readonly Column[], cells: readonly string[]) {
  const entries = columns.map((name, at) => [name, cells[at] ?? '']);
  return Object.fromEntries(entries) as Record<Column, string>;
}

/** A cell, what stands behind it (a comma, a line end or nothing), and where the next one begins. */
type Cell = {
  readonly text: string;
  readonly isBlank: boolean;
  readonly end: string;
  readonly next: number;
};

/** The cells of each line (RFC 4180), without blank lines, the byte-order mark and blanks around cells. */
export function linesOf(csv: string): readonly (readonly string[])[] | undefined {
  const text = csv.replace(/^\uFEFF/, '');
  const lines: Cell[][] = [];
  let line: Cell[] = [];
  for (let at = 0; ; ) {
    const cell = cellAt(text, at);
    if (cell === undefined) return undefined;
    at = cell.next;
    line.push(cell);
    if (cell.end === ',') continue;
    lines.push(line);
    if (cell.end === '') break;
    line = [];
  }
  return lines.filter(isWritten).map((cells) => cells.map((cell) => cell.text));
}

// A quote inside an unquoted cell, or anything but blanks behind a quoted one, fits nowhere. No two parts
// beside each other can take the same blanks, so that a text which fits nowhere is soon found out.
const form = /(?:[^\S\r\n]*"([^"]*(?:""[^"]*)*)"[^\S\r\n]*|([^",\r\n]*))(,|\r?\n|\r|$)/y;

function cellAt(text: string, at: number): Cell | undefined {
  form.lastIndex = at;
  const found = form.exec(text);
  if (found === null) return undefined;
  const [, quoted, plain = '', end = ''] = found;
  const content = quoted?.replaceAll('""', '"') ?? plain.trim();
  const isBlank = quoted === undefined && content === '';
  return { text: content, isBlank, end, next: form.lastIndex };
}

function isWritten([first, ...others]: readonly Cell[]): boolean {
  return first?.isBlank === false || others.length > 0;
}

/** Problems of the records of a CSV as problems of the input that holds it. */
export function withinCsv(problems: readonly UserError[]): readonly UserError[] {
  return problems.map((each) => ({ ...each, field: ['csv', ...(each.field ?? [])] }));
}
