import type { Bilingual } from './bilingual.ts';
import { citation } from './citation.ts';
import { isInHours } from './deadline.ts';
import type { Notice } from './notice.ts';
import { basisOf, type Limit, limitOf } from './procedure.ts';
import { canaryProcedure } from './procedures/canary.ts';
import { procedures } from './procedures/registry.ts';
import { type Instant, localDate, plusDays, spokenDay, spokenTime } from './time.ts';

/** Where a case is opened by whoever may see it. */
export function caseLink(consoleUrl: string, caseId: string): string {
  return `${consoleUrl}/cases/${caseId}`;
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
