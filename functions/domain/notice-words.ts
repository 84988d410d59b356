import type { EmptySeat, SeatGap } from './answering.ts';
import { type Bilingual, joined } from './bilingual.ts';
import { amountWords } from './deadline-words.ts';
import type { Role } from './directory.ts';
import type { LadderSpan, Rung, RungKind } from './ladder.ts';
import { spokenEnd } from './letter.ts';
import type { ClimbExplained, NoticeExplained } from './notice-explanation.ts';
import { roleWords } from './role-words.ts';
import { type Instant, localDate, spokenDay, spokenTime } from './time.ts';

/** Why nobody answers for a seat, as far as the reader may know. */
export type ToldGap = SeatGap | 'NOT_SAID';

/** An empty seat as the reader may know it. */
export type ToldSeat = Omit<EmptySeat, 'why'> & { readonly why: ToldGap };

/** The explanation of a notice as a short paragraph; it names rules, roles, units and instants, and no person. */
export function noticeAccount(notice: NoticeExplained, insteadOf: readonly ToldSeat[]): Bilingual {
  const { climb } = notice;
  const sentences = [
    recordWords(notice),
    ...(climb === null ? [] : climbWords(climb, notice.about)),
    toldWords(notice),
    ...insteadOf.map(seatWords),
    ...(notice.post.delegated === true ? [delegated] : []),
  ];
  return joined(sentences, ' ');
}

function recordWords({ caseCode, seq, written, known }: NoticeExplained): Bilingual {
  return {
    vi: `Vụ việc ${caseCode}, bản ghi số ${seq}, ghi lúc ${at(written)}, có thể biết từ ${at(known)}.`,
    en: `Case ${caseCode}, record ${seq}, written at ${at(written)}, knowable from ${at(known)} on.`,
  };
}

function climbWords(climb: ClimbExplained, about: Instant): readonly Bilingual[] {
  const { limit, startedAt, dueAt, ladders, rung, number, plannedAt, holds } = climb;
  const end = spokenEnd(limit, dueAt);
  const place = placeWords(rung.at);
  const kind = kindWords[rung.kind];
  const { id, document } = ladders;
  const waits = holds.map((hold) => ({
    vi: `Đã có người xác nhận lúc ${at(hold.at)}${hold.anonymous ? ' qua đường liên kết' : ''}, nên bậc này chờ đến ${at(hold.until)}.`,
    en: `Somebody acknowledged at ${at(hold.at)}${hold.anonymous ? ' by a link' : ''}, so the rung waited until ${at(hold.until)}.`,
  }));
  return [
    {
      vi: `Nhiệm vụ: ${limit.title.vi} (${limit.id}), tính từ ${at(startedAt)}, thời hạn ${end.vi}.`,
      en: `Duty: ${limit.title.en} (${limit.id}), from ${at(startedAt)} on, due ${end.en}.`,
    },
    {
      vi: `Thang báo cáo ${id} (${document}), bậc ${number} “${rung.id}”: ${kind.vi}, ${place.vi}, tức ${at(plannedAt)}.`,
      en: `Ladders ${id} (${document}), rung ${number} "${rung.id}": ${kind.en}, ${place.en}, which is ${at(plannedAt)}.`,
    },
    ...waits,
    { vi: `Phải báo lúc ${at(about)}.`, en: `It was to be told at ${at(about)}.` },
  ];
}

const kindWords: Readonly<Record<RungKind, Bilingual>> = {
  REMINDER: { vi: 'nhắc việc', en: 'a reminder' },
  BREACH: { vi: 'ghi nhận quá hạn', en: 'the record of the breach' },
  ESCALATION: { vi: 'báo lên cấp trên', en: 'an escalation' },
};

function placeWords(place: Rung['at']): Bilingual {
  if ('before' in place) {
    const { vi, en } = lengthWords(place.before);
    return { vi: `trước hạn ${vi}`, en: `${en} before it was due` };
  }
  if ('after' in place) {
    const { vi, en } = lengthWords(place.after);
    return { vi: `sau hạn ${vi}`, en: `${en} after it was due` };
  }
  if (place.share === 1) return { vi: 'khi đến hạn', en: 'when it was due' };
  const share = Math.round(place.share * 100);
  return { vi: `khi hết ${share}% thời gian`, en: `after ${share} % of the time` };
}

function lengthWords({ unit, count }: LadderSpan): Bilingual {
  if (unit !== 'MINUTES') return amountWords(count, unit);
  return { vi: `${count} phút`, en: `${count} minute${count === 1 ? '' : 's'}` };
}

function toldWords({ post: { role, unit }, wanted }: NoticeExplained): Bilingual {
  const of = (language: keyof Bilingual) =>
    wanted.map((each: Role) => roleWords[each][language]).join(', ');
  return {
    vi: `Bậc này phải báo cho: ${of('vi')}. Chức danh đã được báo: ${roleWords[role].vi} tại ${unit}.`,
    en: `To be told: ${of('en')}. The post told: ${roleWords[role].en} in ${unit}.`,
  };
}

const gapWords: Readonly<Record<ToldGap, Bilingual>> = {
  UNIT_ENDED: { vi: 'đơn vị không còn tồn tại', en: 'the unit is no more' },
  KEPT_OUT: { vi: 'phải tránh do xung đột lợi ích', en: 'kept out by a conflict of interest' },
  ON_LEAVE: { vi: 'đang nghỉ, không có người thay', en: 'on leave, and nobody acts by the post' },
  SUSPENDED: { vi: 'đang bị đình chỉ', en: 'suspended' },
  DISABLED: { vi: 'chức danh đã ngừng sử dụng', en: 'the post is disabled' },
  VACANT: { vi: 'chưa có người đảm nhiệm', en: 'nobody holds the post' },
  NOT_SAID: { vi: 'không thể nhận', en: 'nobody could answer' },
};

function seatWords({ role, unit, why }: ToldSeat): Bilingual {
  const [whom, gap] = [roleWords[role], gapWords[why]];
  return {
    vi: `Thay cho ${whom.vi} tại ${unit}: ${gap.vi}.`,
    en: `In place of the ${whom.en} in ${unit}: ${gap.en}.`,
  };
}

const delegated: Bilingual = {
  vi: 'Người được ủy quyền đang làm thay.',
  en: 'Somebody acted by the post for its holder.',
};

/** An instant as Vietnamese officials write it. */
function at(instant: Instant): string {
  return `${spokenTime(instant)} ${spokenDay(localDate(instant))} (+07:00)`;
}
