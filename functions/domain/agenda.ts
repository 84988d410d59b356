import type { Case, Deadline } from './case/case.ts';
import { debtorPlace } from './case/debtor.ts';
import { deadlineId } from './case/terms.ts';
import { isBreached, isInHours } from './deadline.ts';
import { tierOf, type UnitCode } from './directory.ts';
import { dutyLines, limitCited, spokenEnd } from './letter.ts';
import type { Notice } from './notice.ts';
import { type Actor, view } from './permission.ts';
import type { Limit } from './procedure.ts';
import { type Instant, plusHours } from './time.ts';

/**
 * An open deadline in the calendar of an office: case code and duty.
 *
 * It has no member in which a name, a place or a text about a child would fit; the subject of a duty stays
 * out too, because ids of plan items are chosen by partners.
 */
export type AgendaEntry = Pick<Notice, 'caseId' | 'caseCode'> & {
  readonly duty: NonNullable<Notice['duty']>;
  /** How often its end moved. */
  readonly planning: number;
  /** When it could first be known here that it binds. */
  readonly since: Instant;
  readonly isProvisional: boolean;
  readonly isOverdue: boolean;
};

/** For whom an agenda is drawn up: the post of a reader, and the unit it sits in. */
export type AgendaOwner = { readonly reader: Actor; readonly unit: UnitCode };

/** The most entries of an agenda: what a calendar program still shows and a poll may cost. */
export const mostEntries = 250;

/**
 * How far a province looks ahead; a commune sees all that it owes.
 *
 * @policy 0030
 */
export const daysAhead = 14;

/**
 * The open, binding deadlines of some cases for a post, the soonest first.
 *
 * A commune is shown what it owes itself; a province what is owed in it, as far as it is overdue or near.
 * Nobody is shown what is counted for the age of the child: its day would tell when the child was born.
 */
export function agenda(
  owner: AgendaOwner,
  cases: readonly Case[],
  now: Instant,
): readonly AgendaEntry[] {
  const entries = cases
    .filter((state) => view(owner.reader, state) !== undefined)
    .flatMap((state) =>
      state.deadlines
        .filter((open) => isOwedIn(owner, open, state))
        .flatMap((open) => entryOf(open, state, now)),
    )
    .filter(({ duty }) => isNear(owner, duty.dueAt, now) && isShown(owner, limitCited(duty)));
  return entries.toSorted(bySoonest).slice(0, mostEntries);
}

/** Whether an end is near enough for the post to be shown it. */
export function isNear({ reader }: AgendaOwner, dueAt: Instant, now: Instant): boolean {
  return isOfCommune(reader) || dueAt <= plusHours(now, 24 * daysAhead);
}

function isOfCommune({ posts }: Actor): boolean {
  return posts.every(({ role }) => tierOf(role) === 'COMMUNE');
}

function isOwedIn({ reader, unit }: AgendaOwner, open: Deadline, state: Case): boolean {
  const debtor = debtorPlace(state, open);
  return unit === (isOfCommune(reader) ? debtor.unit : debtor.province);
}

function isShown({ reader }: AgendaOwner, { each, by }: Limit): boolean {
  const isOwn = !isOfCommune(reader) || tierOf(by) === 'COMMUNE';
  return isOwn && each !== 'CHILD';
}

function entryOf(open: Deadline, state: Case, now: Instant): readonly AgendaEntry[] {
  const { dueAt, status, rule, procedure, planning, since } = open;
  if (dueAt === null || status === 'CONDITIONAL') return [];
  const duty = { deadline: deadlineId(open), rule, procedure, dueAt };
  return [
    {
      caseId: state.id,
      caseCode: state.code,
      duty,
      planning,
      since,
      isProvisional: status === 'PROVISIONAL',
      isOverdue: isBreached(now, dueAt),
    },
  ];
}

function bySoonest(a: AgendaEntry, b: AgendaEntry): number {
  const order = (entry: AgendaEntry) =>
    [entry.duty.dueAt, entry.caseCode, entry.duty.deadline].join();
  return order(a) < order(b) ? -1 : 1;
}

/**
 * An entry in one line: code, duty, and the last day that is in time.
 *
 * A calendar shows a day limit at the midnight it ends with, which is the day on which it is late.
 */
export function headlineOf({ caseCode, duty, isOverdue }: AgendaEntry): string {
  const limit = limitCited(duty);
  const end = isInHours(limit.within) ? '' : ` (${spokenEnd(limit, duty.dueAt).vi})`;
  return `${isOverdue ? 'QUÁ HẠN · ' : ''}${caseCode} · ${duty.rule} ${limit.title.vi}${end}`;
}

/** An entry at length: Vietnamese first, English second. */
export function detailsOf({ caseCode, duty }: AgendaEntry): string {
  const vi = [`Mã vụ việc: ${caseCode}`, ...dutyLines({ duty }, 'vi')];
  const en = [`Case code: ${caseCode}`, ...dutyLines({ duty }, 'en')];
  return [...vi, '', ...en].join('\n');
}
