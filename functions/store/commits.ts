import type { CaseCommit, Commit, CommitOutcome, Head, IncidentCommit } from '#app/ports/ledger.ts';
import type { Counters } from '#domain/case/moment.ts';
import {
  type Action,
  type Database,
  type Item,
  isNew,
  type Key,
  mostActions,
  put,
  putIf,
  transact,
} from './database.ts';
import {
  changedListings,
  changedPlan,
  codeItem,
  epochSeconds,
  eventItem,
  headItem,
  incidentItem,
  requestItem,
} from './items.ts';
import { paperItem } from './papers.ts';
import { shredItem } from './shred-list.ts';
import { keys } from './table.ts';

/** Writes a commit in one transaction, or says who was first. */
export async function write(database: Database, commit: Commit): Promise<CommitOutcome> {
  const request = requestItem(commit);
  const needed = [
    ...(request ? [putRequest(database, request, commit)] : []),
    ...commit.cases.flatMap((each) => caseActions(database, each)),
    ...incidentActions(database, commit.incident),
    ...(commit.shredded ?? []).map((entry) => put(database, 'audit', shredItem(entry), isNew)),
    ...counterActions(database, commit),
  ];
  const { rows, later } = rowsOf(commit, mostActions - needed.length);
  const listed = rows.map((row) => put(database, 'cases', row));
  const reasons = await transact(database, [...needed, ...listed]);
  if (reasons === undefined) {
    await Promise.all(later.map((row) => relist(database, row)));
    return 'COMMITTED';
  }
  // The request is looked at first: a repeat that lost the race is a repeat, not a conflict.
  const repeated = request !== undefined && reasons[0] === 'ConditionalCheckFailed';
  return repeated ? 'SAME_REQUEST' : 'OTHER_COMMIT';
}

/**
 * The rows of lists a commit changes, those of new cases first, and what of them is beyond one transaction.
 *
 * Only an incident whose many children are each with several places has that many.
 */
function rowsOf({ cases }: Commit, room: number) {
  const inOrder = cases.toSorted(
    (a, b) => Number(b.before === undefined) - Number(a.before === undefined),
  );
  const rows = inOrder.flatMap(({ before, after }) => changedListings(before?.state, after));
  return { rows: rows.slice(0, room), later: rows.slice(room) };
}

/** Writes a row behind its commit, unless a later commit has written it by now. */
async function relist(database: Database, row: Item): Promise<void> {
  await putIf(database, 'cases', row, {
    when: 'attribute_not_exists(pk) OR seq < :seq',
    values: { ':seq': row['seq'] },
  });
}

function putRequest(database: Database, item: Item, { now }: Commit): Action {
  return put(database, 'cases', item, {
    when: 'attribute_not_exists(pk) OR expiresOn < :now',
    values: { ':now': epochSeconds(now) },
  });
}

function caseActions(database: Database, commit: CaseCommit): readonly Action[] {
  const { before, after, event } = commit;
  const plan = changedPlan(before?.state, after);
  const planSeq = plan ? after.seq : (before?.planSeq ?? 0);
  const papers = commit.papers.map((paper) => paperItem(after, paper));
  return [
    put(database, 'cases', headItem(after, event, planSeq), unmoved(before)),
    put(database, 'cases', eventItem(event), isNew),
    ...(before === undefined && !after.canary
      ? [put(database, 'cases', codeItem(after), isNew)]
      : []),
    ...[...(plan ? [plan] : []), ...papers].map((item) => put(database, 'cases', item)),
  ];
}

function unmoved(before: Head | undefined) {
  return before === undefined ? isNew : hasSeq(before.state.seq);
}

function hasSeq(seq: number) {
  return { when: 'seq = :before', values: { ':before': seq } };
}

function incidentActions(
  database: Database,
  commit: IncidentCommit | undefined,
): readonly Action[] {
  if (commit === undefined) return [];
  const { before, after, papers } = commit;
  const seq = before?.seq ?? 0;
  const item = incidentItem({ incident: after, seq: seq + 1, keys: commit.keys });
  const of = { id: '', incident: after.id };
  return [
    put(database, 'cases', item, before === undefined ? isNew : hasSeq(seq)),
    ...papers.map((paper) => put(database, 'cases', paperItem(of, paper))),
  ];
}

/** Running numbers go up with the commit that uses them: no gap, no double. */
function counterActions(database: Database, { counters }: Commit): readonly Action[] {
  if (counters === undefined) return [];
  const { before, after } = counters;
  const actions: Action[] = [];
  if (after.cases !== before.cases)
    actions.push(count(database, keys.caseCounter(), { n: after.cases }, before.cases));
  const given = sum(after.forms);
  if (given !== sum(before.forms)) {
    const key = keys.formCounter(after.agency, after.year);
    actions.push(count(database, key, { n: given, forms: after.forms }, sum(before.forms)));
  }
  return actions;
}

function count(database: Database, key: Key, now: object, before: number): Action {
  const condition = before === 0 ? isNew : { when: 'n = :before', values: { ':before': before } };
  return put(database, 'cases', { ...key, v: 1, ...now }, condition);
}

function sum(forms: Counters['forms']): number {
  return Object.values(forms).reduce((total, number) => total + number, 0);
}
