import type { Bilingual } from './bilingual.ts';
import { citation } from './citation.ts';
import { isInHours } from './deadline.ts';
import type { Notice, NoticeKind } from './notice.ts';
import { basisOf, type Limit, limitOf } from './procedure.ts';
import { canaryProcedure } from './procedures/canary.ts';
import { procedures } from './procedures/registry.ts';
import { type Instant, localDate, plusDays, spokenDay, spokenTime } from './time.ts';

/** A letter to a post: case code, duty and link, and nothing about the child by its very input. */
export type Letter = {
  readonly subject: string;
  readonly text: string;
  /** Version of the words it was written in. */
  readonly words: string;
};

const words = '1';

/** Where a case is opened by whoever may see it. */
export function caseLink(consoleUrl: string, caseId: string): string {
  return `${consoleUrl}/cases/${caseId}`;
}

const headings: Record<NoticeKind, Bilingual> = {
  FORWARDED: { vi: 'Có vụ việc mới cần tiếp nhận', en: 'A new case has come to you' },
  REPORT_ADDED: { vi: 'Có thêm tin báo về vụ việc', en: 'Another report of a case has come in' },
  HANDOVER_OFFERED: { vi: 'Có đề nghị bàn giao vụ việc', en: 'A hand-over is offered' },
  HANDOVER_ACCEPTED: { vi: 'Đã nhận bàn giao vụ việc', en: 'The hand-over is accepted' },
  HANDOVER_DECLINED: { vi: 'Bàn giao vụ việc bị từ chối', en: 'The hand-over is declined' },
  COMMUNE_ASSIGNED: {
    vi: 'Cấp trên đã giao xã chịu trách nhiệm',
    en: 'It was decided which commune answers',
  },
  CARE_PLACED: {
    vi: 'Có trẻ được chăm sóc thay thế tại địa bàn',
    en: 'A child is placed in care in your commune',
  },
  CONFLICT_DECLARED: {
    vi: 'Có người phải tránh tiếp cận vụ việc do xung đột lợi ích',
    en: 'Somebody is kept out of a case by a conflict of interest',
  },
  GLASS_BROKEN: { vi: 'Hồ sơ vừa bị truy cập khẩn cấp', en: 'A case was opened in an emergency' },
  REMINDER: { vi: 'Nhắc thời hạn', en: 'A time limit is near' },
  BREACH: { vi: 'Đã quá thời hạn', en: 'A time limit has passed' },
  ESCALATION: { vi: 'Quá thời hạn, chưa được xử lý', en: 'Overdue and still not done' },
};

/** The letter of a notice: Vietnamese first, English second. */
export function letterFor(notice: Notice, consoleUrl: string): Letter {
  const heading = headings[notice.kind];
  const urgent = notice.emergency ? '[KHẨN CẤP] ' : '';
  const link = caseLink(consoleUrl, notice.caseId);
  const vi = [heading.vi, `Mã vụ việc: ${notice.caseCode}`, ...dutyLines(notice, 'vi'), link];
  const en = [heading.en, `Case code: ${notice.caseCode}`, ...dutyLines(notice, 'en'), link];
  const subject = `${urgent}${notice.caseCode}: ${heading.vi}`;
  return { subject, text: `${vi.join('\n')}\n\n---\n\n${en.join('\n')}\n`, words };
}

const labels = {
  vi: {
    duty: 'Nhiệm vụ',
    due: 'Thời hạn',
    LAW: 'Căn cứ',
    POLICY: 'Thời hạn theo quy định nội bộ',
    LOCAL: 'Quy trình của địa phương, không thay thời hạn luật định',
  },
  en: {
    duty: 'Duty',
    due: 'Due',
    LAW: 'Basis',
    POLICY: 'A limit of policy, not of law',
    LOCAL: 'A local procedure, which does not replace the limit of the law',
  },
} as const;

/** What a letter says of a duty: what it is, until when, and by which law or policy. */
export function dutyLines(
  { duty }: Pick<Notice, 'duty'>,
  language: 'vi' | 'en',
): readonly string[] {
  if (duty === null) return [];
  const say = labels[language];
  const limit = limitCited(duty);
  const basis = say[basisOf(limit)];
  return [
    `${say.duty}: ${limit.title[language]} (${duty.rule})`,
    `${say.due}: ${spokenEnd(limit, duty.dueAt)[language]}`,
    limit.law === undefined ? basis : `${basis}: ${citation(limit.law)[language]}`,
  ];
}

/** The limit in the version the duty was set under; a letter never cites another. */
export function limitCited({ rule, procedure }: NonNullable<Notice['duty']>): Limit {
  const version = [...procedures, canaryProcedure].find(({ id }) => id === procedure);
  const limit = version && limitOf(version, rule);
  if (limit === undefined) throw new Error(`No procedure knows ${rule}`);
  return limit;
}

/** The end of a duty as people say it: an hour of a day, or the last day on which it is in time. */
export function spokenEnd({ within }: Limit, dueAt: Instant): Bilingual {
  if (isInHours(within)) return { vi: spoken(dueAt), en: spoken(dueAt) };
  const lastDay = spokenDay(plusDays(localDate(dueAt), -1));
  return { vi: `hết ngày ${lastDay}`, en: `end of ${lastDay} (+07:00)` };
}

/** An instant as Vietnamese officials write it: 24-hour clock and day/month/year. */
function spoken(at: Instant): string {
  return `${spokenTime(at)} ${spokenDay(localDate(at))} (+07:00)`;
}
