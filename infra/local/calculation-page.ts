import type { Bilingual } from '#domain/bilingual.ts';
import type { Calculation, ReachedRung } from '#domain/calculation.ts';
import { citation } from '#domain/citation.ts';
import type { Interval, Span } from '#domain/deadline.ts';
import { amountWords, intervalLabels, rowCertainty } from '#domain/deadline-words.ts';
import type { RungKind } from '#domain/ladder.ts';
import { basisOf } from '#domain/procedure.ts';
import { roleWords } from '#domain/role-words.ts';
import {
  endOfDay,
  type Instant,
  localDate,
  plusDays,
  spokenDay,
  spokenTime,
  startOfDay,
} from '#domain/time.ts';

/** The languages a calculation is told in. */
export const languages = ['vi', 'en'] as const;
/** One of {@link languages}. */
export type Language = (typeof languages)[number];

const labels = {
  span: { vi: 'Khoảng thời gian', en: 'Span' },
  basis: { vi: 'Căn cứ', en: 'Basis' },
  procedure: { vi: 'Quy trình', en: 'Procedure' },
  responsible: { vi: 'Người thực hiện', en: 'Responsible' },
  starts: { vi: 'Bắt đầu', en: 'Starts' },
  due: { vi: 'Hết hạn', en: 'Due' },
  status: { vi: 'Tình trạng', en: 'Status' },
  calendar: { vi: 'Lịch làm việc', en: 'Calendar' },
  why: { vi: 'Cách tính', en: 'How it is counted' },
  told: { vi: 'Ai được báo, khi nào (chính sách 0009)', en: 'Who is told when (policy 0009)' },
} as const satisfies Record<string, Bilingual>;

const basisWords: Record<ReturnType<typeof basisOf>, Bilingual> = {
  LAW: { vi: 'luật', en: 'law' },
  POLICY: { vi: 'chính sách', en: 'policy' },
  LOCAL: { vi: 'quy trình của địa phương', en: 'local procedure' },
};

const rungWords: Record<RungKind, Bilingual> = {
  REMINDER: { vi: 'nhắc', en: 'remind' },
  BREACH: { vi: 'ghi nhận quá hạn', en: 'record the breach' },
  ESCALATION: { vi: 'báo lên trên', en: 'escalate' },
};

const statusWords: Record<Calculation['counted']['status'], Bilingual> = {
  PLANNED: { vi: 'tính trên các ngày đã được công bố', en: 'counted on confirmed days' },
  PROVISIONAL: {
    vi: 'có thể thay đổi: có ngày chưa được công bố chính thức',
    en: 'may move: a day is not confirmed yet',
  },
  UNPLANNED: { vi: 'chưa tính được: lịch chưa có năm', en: 'not counted: no calendar yet for' },
};

/** A calculation as a page of plain text. */
export function calculationPage(found: Calculation, language: Language): string {
  const say = (term: Bilingual): string => term[language];
  const { cited, counted, rungs } = found;
  const parts = [headOf(found, say)];
  if (cited !== null) parts.unshift(`${cited.limit.id} · ${say(cited.limit.title)}`);
  if ('explanation' in counted)
    parts.push(part(say(labels.why), counted.explanation.map(intervalRow(say))));
  if (rungs.length > 0) parts.push(part(say(labels.told), rungs.map(rungRow(say))));
  if (found.account !== null) parts.push(say(found.account));
  return parts.join('\n\n');
}

type Say = (term: Bilingual) => string;
type Row = readonly string[];

function headOf(found: Calculation, say: Say): string {
  const { span, from, counted, calendarRevision } = found;
  const dueAt = 'dueAt' in counted ? counted.dueAt : null;
  const missing = 'missingYear' in counted ? ` ${counted.missingYear}` : '';
  const rows: readonly Row[] = [
    [say(labels.span), say(spanWords(span))],
    ...citedRows(found, say),
    [say(labels.starts), `${short(from)} (+07:00)`],
    ...(dueAt === null ? [] : [[say(labels.due), spokenEnd(dueAt, say)]]),
    [say(labels.status), `${counted.status}: ${say(statusWords[counted.status])}${missing}`],
    [say(labels.calendar), say({ vi: `bản ${calendarRevision}`, en: `rev. ${calendarRevision}` })],
  ];
  return aligned(rows);
}

function spanWords(span: Span): Bilingual {
  if (span.unit === 'UNTIL_DAY') return intervalLabels.NAMED_DAY;
  return amountWords(span.count, span.unit);
}

function citedRows({ cited }: Calculation, say: Say): readonly Row[] {
  if (cited === null) return [];
  const { limit, procedure } = cited;
  const { startChosenBy: policy } = limit;
  const start = { vi: `bắt đầu tính theo chính sách ${policy}`, en: `start by policy ${policy}` };
  const basis = [say(basisWords[basisOf(limit)]), ...(policy === undefined ? [] : [say(start)])];
  return [
    [say(labels.basis), `${say(citation(limit.law ?? limit.policy ?? ''))} (${basis.join('; ')})`],
    [say(labels.procedure), procedure.id],
    [say(labels.responsible), say(roleWords[limit.by])],
  ];
}

/** Where the end is a midnight, people say the last day that is in time. */
function spokenEnd(dueAt: Instant, say: Say): string {
  const day = localDate(dueAt);
  if (dueAt !== startOfDay(day)) return `${short(dueAt)} (+07:00)`;
  const last = spokenDay(plusDays(day, -1));
  return `${say({ vi: `hết ngày ${last}`, en: `end of ${last}` })} = ${short(dueAt)} (+07:00)`;
}

const intervalRow =
  (say: Say) =>
  ({ from, to, counts, reason, occasion, source, status = 'CONFIRMED' }: Interval): Row => [
    counts ? '+' : '·',
    stretch(from, to),
    `${say(intervalLabels[reason])}${occasion === undefined ? '' : ` (${say(occasion)})`}`,
    `${source === undefined ? '' : say(citation(source))}${say(rowCertainty[status])}`,
  ];

const rungRow =
  (say: Say) =>
  ({ id, kind, at, tell }: ReachedRung): Row => [
    id,
    short(at),
    say(rungWords[kind]),
    tell.map((role) => say(roleWords[role])).join(', '),
  ];

/** A whole day by its date, anything else by its ends. */
function stretch(from: Instant, to: Instant): string {
  const day = localDate(from);
  const isWholeDay = from === startOfDay(day) && to === endOfDay(day);
  return isWholeDay ? spokenDay(day) : `${short(from)} – ${short(to)}`;
}

function short(at: Instant): string {
  return `${spokenTime(at)} ${spokenDay(localDate(at))}`;
}

function part(title: string, rows: readonly Row[]): string {
  return `${title}\n${aligned(rows.map((row) => ['', ...row]))}`;
}

/** Rows in columns as wide as their widest cell; composed Vietnamese letters are one column wide. */
function aligned(rows: readonly Row[]): string {
  const widthOf = (at: number) => Math.max(...rows.map((row) => row[at]?.length ?? 0));
  const widths = (rows[0] ?? []).map((_, at) => widthOf(at));
  const line = (row: Row) => row.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join('  ');
  return rows.map((row) => line(row).trimEnd()).join('\n');
}
