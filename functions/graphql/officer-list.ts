import type { Appointment } from '#app/ports/directory.ts';
import { type Refusal, refuse } from '#domain/refusal.ts';
import type { UserError } from '#schema/generated.ts';
import { administer } from './administer.ts';
import type { AdministrationContext } from './context.ts';
import { recordsOf, withinCsv } from './csv.ts';
import {
  importOfficers as admission,
  columnsWithoutPhone,
  officerColumns,
  officerRows,
} from './inputs/personnel.ts';
import { mostProblems, problem, problemsOf } from './problems.ts';
import { seatProblem } from './register.ts';
import { userError } from './write.ts';

const unreadable = 'This is no CSV with the header described in the schema.';
const repeated = 'A post is listed twice.';
const twoAddresses = 'An officer is listed with two addresses.';

/** Imports a list of officers, or only says what it would come to. */
export const importOfficers = administer(admission, async ({ csv, dryRun }, context) => {
  const listed = officersFrom(csv);
  if (listed.problems.length > 0) return refused(listed.problems);
  const { rows } = listed;
  const misplaced = await misplacedIn(rows, context);
  if (misplaced.length > 0) return refused(misplaced);
  const { administration, actor, around } = context;
  const now = around.world.now();
  const done = await administration.importOfficers({ rows, dryRun }, actor, now);
  if ('row' in done) return refused([ofRow(done.refusal, done.row)]);
  const count = (outcome: string) => done.outcomes.filter((each) => each === outcome).length;
  return {
    outcomes: done.outcomes,
    added: count('ADDED'),
    changed: count('CHANGED'),
    unchanged: count('UNCHANGED'),
    userErrors: [],
  };
});

const refused = (problems: readonly UserError[]) => ({
  userErrors: problems.slice(0, mostProblems),
});

type Listed = { readonly rows: readonly Appointment[]; readonly problems: readonly UserError[] };

/** Reads the list; a field path names `csv`, the row counted from 0, and the column. */
function officersFrom(csv: string): Listed {
  const read = recordsOf(csv, officerColumns) ?? recordsOf(csv, columnsWithoutPhone);
  if (read === undefined) return { rows: [], problems: [problem(['csv'], unreadable)] };
  const admitted = officerRows.safeParse(read);
  if (!admitted.success) return { rows: [], problems: withinCsv(problemsOf(admitted.error)) };
  return { rows: admitted.data, problems: contradictions(admitted.data) };
}

function contradictions(rows: readonly Appointment[]): readonly UserError[] {
  const posts = new Set<string>();
  const addresses = new Map<string, string>();
  return rows.flatMap(({ unit, role, seat, officer, email }, at) => {
    const post = `${role}@${unit}/${seat}`;
    const isRepeated = posts.has(post);
    posts.add(post);
    if (isRepeated) return [problem(['csv', String(at), 'seat'], repeated)];
    if (email === null) return [];
    const other = addresses.get(officer) ?? email;
    addresses.set(officer, other);
    return other === email ? [] : [problem(['csv', String(at), 'email'], twoAddresses)];
  });
}

async function misplacedIn(
  rows: readonly Appointment[],
  context: AdministrationContext,
): Promise<readonly UserError[]> {
  const found = await Promise.all(
    rows.map((row, at) => seatProblem(row, ['csv', String(at), 'unit'], context)),
  );
  return found.flatMap((each) => each ?? []);
}

function ofRow(refusal: Refusal, row: number | null): UserError {
  const within = row === null ? [] : [String(row), ...(refusal.field ?? [])];
  return userError(refuse(refusal.refused, ['csv', ...within]));
}
