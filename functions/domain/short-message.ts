import type { Bilingual } from './bilingual.ts';
import type { Notice, NoticeKind } from './notice.ts';

/** UTF-16 units that fit into one short message as soon as one letter of it is Vietnamese. */
export const longestInUcs2 = 70;
/** Letters that fit into one where all are of the alphabet of GSM 03.38. */
export const longestInGsm = 160;

/** Version of the words of short messages. */
export const shortWords = '2';

const said: Readonly<Record<NoticeKind, Bilingual>> = {
  FORWARDED: { vi: 'có vụ việc mới', en: 'a new case' },
  REPORT_ADDED: { vi: 'có thêm tin báo', en: 'another report' },
  HANDOVER_OFFERED: { vi: 'có đề nghị bàn giao', en: 'a hand-over is offered' },
  HANDOVER_ACCEPTED: { vi: 'đã nhận bàn giao', en: 'hand-over accepted' },
  HANDOVER_DECLINED: { vi: 'từ chối bàn giao', en: 'hand-over declined' },
  COMMUNE_ASSIGNED: { vi: 'đã giao xã chịu trách nhiệm', en: 'a commune is assigned' },
  CARE_PLACED: { vi: 'có chăm sóc thay thế tại xã', en: 'care placed in your commune' },
  CONFLICT_DECLARED: { vi: 'có xung đột lợi ích', en: 'a conflict of interest' },
  GLASS_BROKEN: { vi: 'có truy cập khẩn cấp', en: 'emergency access' },
  REMINDER: { vi: 'sắp hết hạn', en: 'nearly due' },
  BREACH: { vi: 'đã quá hạn', en: 'overdue' },
  ESCALATION: { vi: 'quá hạn, chưa xử lý', en: 'overdue, still not done' },
};

/** What a short message is made of. */
export type Briefly = Pick<Notice, 'caseCode' | 'kind' | 'emergency' | 'duty'>;

/**
 * Notices that leave together as one short message of one segment: case code, duty and rung, and that the rest
 * stands in Lá Chắn. It has nothing of a child, for it lies open on a telephone and with whoever carries it.
 *
 * @policy 0047
 */
export function shortMessage([first, ...others]: readonly [Briefly, ...Briefly[]]): Bilingual {
  const isUrgent = [first, ...others].some(({ emergency }) => emergency);
  const code = first.caseCode;
  const duty = first.duty === null ? code : `${code} ${first.duty.rule}`;
  const [vi, en] =
    others.length === 0
      ? [`${duty}: ${said[first.kind].vi}`, `${duty}: ${said[first.kind].en}`]
      : [`${code} và ${others.length} thông báo khác`, `${code} and ${others.length} more notices`];
  const urgent = isUrgent ? { vi: 'KHẨN ', en: 'URGENT ' } : { vi: '', en: '' };
  return {
    vi: `${urgent.vi}${vi}. Mở Lá Chắn`.normalize('NFC'),
    en: `${urgent.en}${en}. Open La Chan`,
  };
}
