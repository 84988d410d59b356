import { isDeepStrictEqual } from 'node:util';
import type { Appointment } from '#app/ports/directory.ts';
import type { OfficerImport, RowOutcome } from '#app/ports/personnel.ts';
import { isRefusal, type Refusal, refuse } from '#domain/refusal.ts';
import { appoint, postIdOf } from './appointments.ts';
import { type Draft, drafted, openDraft } from './draft.ts';
import { keys } from './table.ts';
import type { Register, Signed } from './turn.ts';

type Wish = { readonly rows: readonly Appointment[]; readonly dryRun: boolean };

/**
 * Rows in one transaction of at most a hundred: each may change a post with its holder before and after, their
 * tenures, a calendar, and five delegations on both sides.
 */
const rowsPerTransaction = 6;

/**
 * All rows are tried, in the same steps, before any is written, so that only what others do meanwhile can stop an import midway. One
 * that was cut short is finished by importing the same list again: rows that stand so already change nothing.
 */
export async function importOfficers(
  register: Register,
  { rows, dryRun }: Wish,
  signed: Signed,
): Promise<OfficerImport> {
  const tried = await tryOut(openDraft(register.database), rows, signed);
  if ('row' in tried || dryRun) return tried;
  for (const { chunk } of inSteps(rows)) {
    const entry = { ...signed, act: 'importOfficers', about: chunk.map(aboutOf) };
    const done = await drafted(register, entry, async (draft) => {
      const appointed = await appointAll(draft, chunk, signed);
      return 'row' in appointed ? appointed.refusal : appointed;
    });
    if (isRefusal(done)) return { row: null, refusal: done };
  }
  return tried;
}

function inSteps(rows: readonly Appointment[]) {
  const starts = rows.map((_, at) => at).filter((at) => at % rowsPerTransaction === 0);
  return starts.map((at) => ({ at, chunk: rows.slice(at, at + rowsPerTransaction) }));
}

/** What the list would come to, step by step: one that no step of the run would refuse. */
async function tryOut(
  draft: Draft,
  rows: readonly Appointment[],
  signed: Signed,
): Promise<OfficerImport> {
  const outcomes: RowOutcome[] = [];
  for (const { at, chunk } of inSteps(rows)) {
    const tried = await appointAll(draft, chunk, signed);
    if ('row' in tried) return { ...tried, row: tried.row === null ? null : at + tried.row };
    outcomes.push(...tried.outcomes);
  }
  return { outcomes };
}

function aboutOf(row: Appointment): string {
  return `${postIdOf(row)} ${row.officer}`;
}

async function appointAll(
  draft: Draft,
  rows: readonly Appointment[],
  signed: Signed,
): Promise<OfficerImport> {
  const outcomes: RowOutcome[] = [];
  for (const [row, wish] of rows.entries()) {
    const outcome = await appointRow(draft, wish, signed);
    if (typeof outcome !== 'string') return { row, refusal: outcome };
    outcomes.push(outcome);
  }
  // Together the rows may do what none of them does alone.
  const isLost = await draft.leavesNobody();
  return isLost ? { row: null, refusal: refuse('LAST_ADMINISTRATOR') } : { outcomes };
}

async function appointRow(
  draft: Draft,
  wish: Appointment,
  signed: Signed,
): Promise<RowOutcome | Refusal> {
  const sides = [keys.post(wish.unit, postIdOf(wish)), keys.officer(wish.officer)];
  const look = () => Promise.all(sides.map(draft.read));
  const before = await look();
  const done = await appoint(draft, wish, signed);
  if (isRefusal(done)) return done;
  if (before[0] === undefined) return 'ADDED';
  return isDeepStrictEqual(before, await look()) ? 'UNCHANGED' : 'CHANGED';
}
