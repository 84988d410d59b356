import * as z from 'zod';
import type { Calendar } from '#domain/calendar.ts';
import type { Amendment } from '#domain/calendar-amendment.ts';
import {
  type AmendmentDraft,
  type CalendarProblem,
  calendarProblems,
  type RowDraft,
  readAmendment,
  rowColumns,
} from '#domain/calendar-import.ts';
import type { CalendarProblem as ToldProblem, UserError } from '#schema/generated.ts';
import type { AdministrationContext } from './context.ts';
import { recordsOf, withinCsv } from './csv.ts';
import type { AmendmentWish } from './inputs/calendar.ts';
import { line } from './inputs/fields.ts';
import { mostProblems, problem, problemsOf } from './problems.ts';

/** An amendment that cannot be read, and why. */
export type Unread = {
  readonly problems: readonly ToldProblem[];
  readonly userErrors: readonly UserError[];
};

const mostRows = 1_000;
const unreadable = 'This is no CSV with the header described in the schema.';
const faulty = 'The amendment cannot be taken as it is. See `problems`.';

const cell = z.union([z.literal(''), line]);
const row = z.object({
  date: cell,
  kind: cell,
  name_vi: cell,
  name_en: cell,
  source: cell,
  status: cell,
  unit: cell,
}) satisfies z.ZodType<RowDraft>;
const rows = z.array(row).max(mostRows);

/** The amendment a wish means on the present calendar, or what is wrong with it. */
export async function amendmentFrom(
  wish: AmendmentWish,
  present: Calendar,
  context: AdministrationContext,
): Promise<{ readonly amendment: Amendment } | Unread> {
  const drafted = draftFrom(wish);
  if ('userErrors' in drafted) return { problems: [], ...drafted };
  const units = await unitsOf(drafted, context);
  const read = readAmendment(drafted, { present, units });
  if ('amendment' in read) return read;
  const problems = read.problems.slice(0, mostProblems).map(told);
  return { problems, userErrors: [problem([], faulty)] };
}

function draftFrom({
  csv,
  officeHours: hours,
  years,
}: AmendmentWish): AmendmentDraft | Pick<Unread, 'userErrors'> {
  const records = csv === null ? [] : recordsOf(csv, rowColumns);
  if (records === undefined) return { userErrors: [problem(['csv'], unreadable)] };
  const admitted = rows.safeParse(records);
  if (!admitted.success) return { userErrors: withinCsv(problemsOf(admitted.error)) };
  return { rows: admitted.data, hours, years };
}

/** The units a draft names, as far as there are such. */
async function unitsOf({ rows: written, hours }: AmendmentDraft, { units }: AdministrationContext) {
  const named = new Set([...written, ...hours].map(({ unit }) => unit));
  const found = await Promise.all([...named].map((code) => units.load(code)));
  return new Map(found.flatMap((unit) => (unit === null ? [] : [[unit.code, unit] as const])));
}

function told({ code, field }: CalendarProblem): ToldProblem {
  const [list, at] = field;
  const number = list === 'csv' ? Number(at) + 1 : null;
  return { code, row: number, field: [...field], message: calendarProblems[code] };
}
