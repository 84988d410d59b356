import * as z from 'zod';
import { nation, type Unit, unitLevels } from '#domain/directory.ts';
import type { PlainDate } from '#domain/time.ts';
import type { UserError } from '#schema/generated.ts';
import { recordsOf, withinCsv } from './csv.ts';
import { line, localDate, unitCode } from './inputs/fields.ts';
import { mostProblems, problem, problemsOf } from './problems.ts';

type List = {
  readonly csv: string;
  readonly validFrom: PlainDate;
  readonly fictional: boolean;
};

/** The units of a list, or what is wrong with it. */
export type Listed = { readonly units: readonly Unit[]; readonly problems: readonly UserError[] };

const mostRows = 5_000;
const columns = ['code', 'level', 'name', 'full_name', 'parent_code'];
const withEnd = [...columns, 'valid_until', 'successor_code'];
const unreadable = 'This is no CSV with the header described in the schema.';
const repeated = 'A unit is listed twice.';
const unfollowed =
  'Only a unit that ends has a successor, which is another unit of its tier. Correct the end or the successor.';
const misplaced = 'A province lies in `VN` and a commune in a province.';

const row = z.object({
  code: unitCode,
  level: z
    .string()
    .regex(/^\w*$/)
    .transform((level) => level.toUpperCase())
    .pipe(z.enum(unitLevels)),
  name: line,
  full_name: line,
  parent_code: z.union([z.literal(''), unitCode]),
  valid_until: z.union([z.literal(''), localDate]).default(''),
  successor_code: z.union([z.literal(''), unitCode]).default(''),
});
type Row = z.output<typeof row>;
const rows = z.array(row).min(1).max(mostRows);

/** Reads the list; a field path names `csv`, the row counted from 0, and the column. */
export function unitsFrom({ csv, validFrom, fictional }: List): Listed {
  const read = recordsOf(csv, columns) ?? recordsOf(csv, withEnd);
  if (read === undefined) return { units: [], problems: [problem(['csv'], unreadable)] };
  const admitted = rows.safeParse(read);
  if (!admitted.success) return { units: [], problems: withinCsv(problemsOf(admitted.error)) };
  const units = admitted.data.map((each) => ({ ...unitOf(each), from: validFrom, fictional }));
  return { units, problems: contradictions(units).slice(0, mostProblems) };
}

function unitOf(row: Row) {
  const { code, level, name, full_name: fullName, parent_code: parent } = row;
  const { valid_until: until, successor_code: successor } = row;
  return {
    code,
    level,
    name,
    fullName,
    parent: parent === '' ? nation : parent,
    ...(until !== '' && { until }),
    ...(successor !== '' && { successor }),
  };
}

function contradictions(units: readonly Unit[]): readonly UserError[] {
  const codes = new Set<string>();
  return units.flatMap((unit, at) => {
    const { code, level, parent } = unit;
    const isRepeated = codes.has(code);
    codes.add(code);
    if (isRepeated) return [problem(['csv', String(at), 'code'], repeated)];
    if (!isFollowed(unit)) return [problem(['csv', String(at), 'successor_code'], unfollowed)];
    const isPlaced = places[level].test(`${code} ${parent}`);
    return isPlaced ? [] : [problem(['csv', String(at), 'parent_code'], misplaced)];
  });
}

function isFollowed({ code, successor, until }: Unit): boolean {
  if (successor === undefined) return true;
  return until !== undefined && successor !== code && successor.length === code.length;
}

/** Code and parent of a unit of each tier. */
const places = { NATION: /^VN VN$/, PROVINCE: /^\d{2} VN$/, COMMUNE: /^\d{5} \d{2}$/ } as const;
