import { parse } from 'csv-parse/sync';
import type { UserError } from '#schema/generated.ts';

/** The records of a CSV that has exactly these columns, in this order; nothing when it is none. */
export function recordsOf<Column extends string>(
  csv: string,
  columns: readonly Column[],
): readonly Readonly<Record<Column, unknown>>[] | undefined {
  try {
    const [header, ...records] = parse(csv, { bom: true, skip_empty_lines: true, trim: true });
    if (String(header) !== String(columns)) return undefined;
    return records.map((record) => named(columns, record));
  } catch {
    return undefined;
  }
}

function named<Column extends string>(columns: readonly Column[], record: readonly unknown[]) {
  const cells = columns.map((name, at) => [name, record[at]]);
  return Object.fromEntries(cells) as Record<Column, unknown>;
}

/** Problems of the records of a CSV as problems of the input that holds it. */
export function withinCsv(problems: readonly UserError[]): readonly UserError[] {
  return problems.map((each) => ({ ...each, field: ['csv', ...(each.field ?? [])] }));
}
