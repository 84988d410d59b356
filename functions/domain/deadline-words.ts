import type { Bilingual } from './bilingual.ts';
import type { RowStatus } from './calendar.ts';
import type { ReliefGround } from './case/terms.ts';
import type { Interval, Span } from './deadline.ts';
import type { Trigger } from './procedure.ts';

/** Why a stretch of time does or does not count, in words. */
export const intervalLabels: Record<Interval['reason'], Bilingual> = {
  HOURS: { vi: 'Giờ liên tục', en: 'Clock hours' },
  WORKING_HOURS: { vi: 'Giờ làm việc', en: 'Working hours' },
  OUTSIDE_HOURS: { vi: 'Ngoài giờ làm việc', en: 'Outside working hours' },
  DAY_OF_TRIGGER: { vi: 'Ngày bắt đầu', en: 'Day of the start' },
  WORKING_DAY: { vi: 'Ngày làm việc', en: 'Working day' },
  CALENDAR_DAY: { vi: 'Ngày theo lịch', en: 'Calendar day' },
  MONTHS: { vi: 'Tháng', en: 'Months' },
  WEEKEND: { vi: 'Ngày nghỉ hằng tuần', en: 'Weekly rest day' },
  NAMED_DAY: { vi: 'Đến ngày ghi trong hồ sơ', en: 'To the day named in the record' },
  PAUSED: { vi: 'Tạm dừng', en: 'Clock stopped' },
  HOLIDAY: { vi: 'Ngày nghỉ lễ, tết', en: 'Public holiday' },
  COMPENSATORY: { vi: 'Ngày nghỉ bù', en: 'Day off in lieu' },
  SWAPPED_OFF: { vi: 'Ngày nghỉ hoán đổi', en: 'Day off by swap' },
  REVOKED: { vi: 'Ngày nghỉ hoặc làm bù đã bị bãi bỏ', en: 'Revoked holiday or swap' },
  SWAPPED_WORK: { vi: 'Ngày làm bù', en: 'Make-up working day' },
};

/** What to say of a day that is not certain. */
export const rowCertainty: Record<RowStatus, Bilingual> = {
  CONFIRMED: { vi: '', en: '' },
  ANNOUNCED: { vi: ' – mới được thông báo', en: ' – announced only' },
  UNCONFIRMED: { vi: ' – dự kiến, chưa được xác nhận', en: ' – expected, not confirmed' },
};

const unitWords = {
  HOURS: { vi: 'giờ', en: 'hour' },
  WORKING_HOURS: { vi: 'giờ làm việc', en: 'working hour' },
  WORKING_DAYS: { vi: 'ngày làm việc', en: 'working day' },
  CALENDAR_DAYS: { vi: 'ngày', en: 'day' },
  MONTHS: { vi: 'tháng', en: 'month' },
} as const satisfies Partial<Record<Span['unit'], Bilingual>>;
/** A unit time is counted in. */
export type Unit = keyof typeof unitWords;

/** An amount of a unit; hours that are not whole have minutes. */
export function amountWords(amount: number, unit: Unit): Bilingual {
  const { vi, en } = unitWords[unit];
  const sixtieths = Math.round(amount * 60);
  const [whole, minutes] = [Math.floor(sixtieths / 60), sixtieths % 60];
  const rest =
    minutes === 0 ? { vi: '', en: '' } : { vi: ` ${minutes} phút`, en: ` ${minutes} min` };
  const plural = whole === 1 ? '' : 's';
  return { vi: `${whole} ${vi}${rest.vi}`, en: `${whole} ${en}${plural}${rest.en}` };
}

/** Why a clock was stopped or given more time, in words. */
export const reliefWords: Record<ReliefGround, Bilingual> = {
  CHILD_IN_TREATMENT: { vi: 'trẻ đang điều trị', en: 'the child is in treatment' },
  CHILD_ABSENT: { vi: 'trẻ vắng mặt', en: 'the child is away' },
  AWAITING_AUTHORITY: { vi: 'chờ cơ quan khác trả lời', en: 'another authority has to answer' },
  FORCE_MAJEURE: { vi: 'sự kiện bất khả kháng', en: 'force majeure' },
  COMPLEX_CASE: { vi: 'vụ việc phức tạp', en: 'the case is complex' },
};

/** What a fact is in words, to follow "khi …" and "when …". */
export const triggerWords = {
  ReportReceived: { vi: 'tiếp nhận thông tin', en: 'the report was received' },
  ReportRecorded: {
    vi: 'ghi nhận thông tin theo Mẫu 01',
    en: 'the report was recorded on Form 01',
  },
  ReportForwarded: {
    vi: 'chuyển thông tin đến xã nơi xảy ra vụ việc',
    en: 'the report was forwarded to the commune of the incident',
  },
  InitialAssessed: {
    vi: 'hoàn thành đánh giá ban đầu theo Mẫu 02',
    en: 'the initial assessment on Form 02 was made',
  },
  EmergencyRaised: {
    vi: 'xác định trường hợp khẩn cấp',
    en: 'the case was found to be an emergency',
  },
  EmergencyLowered: {
    vi: 'xác định không còn khẩn cấp',
    en: 'the case was found to be no emergency any more',
  },
  EmergencyMeasureApplied: {
    vi: 'áp dụng biện pháp bảo vệ khẩn cấp',
    en: 'an emergency measure was applied',
  },
  IsolationOrdered: {
    vi: 'ra quyết định tạm thời cách ly',
    en: 'temporary isolation was ordered',
  },
  IsolationExtended: { vi: 'gia hạn thời gian cách ly', en: 'the isolation was extended' },
  IsolationEnded: { vi: 'chấm dứt việc cách ly', en: 'the isolation ended' },
  HandoverOffered: { vi: 'đề nghị bàn giao vụ việc', en: 'the hand-over was offered' },
  HandoverAccepted: { vi: 'nhận bàn giao vụ việc', en: 'the hand-over was accepted' },
  HandoverDeclined: { vi: 'từ chối nhận bàn giao vụ việc', en: 'the hand-over was declined' },
  NeedsAssessed: {
    vi: 'hoàn thành đánh giá cụ thể theo Mẫu 03',
    en: 'the specific assessment on Form 03 was made',
  },
  PlanSubmitted: { vi: 'trình kế hoạch theo Mẫu 04', en: 'the plan on Form 04 was submitted' },
  PlanReturned: { vi: 'trả lại kế hoạch để hoàn thiện', en: 'the plan was returned' },
  PlanApproved: { vi: 'phê duyệt kế hoạch theo Mẫu 05', en: 'the plan was approved on Form 05' },
  PlanAdjusted: { vi: 'điều chỉnh kế hoạch', en: 'the plan was adjusted' },
  DecisionSent: { vi: 'gửi quyết định và kế hoạch', en: 'the decision and the plan were sent' },
  PlanItemStarted: {
    vi: 'bắt đầu một dịch vụ trong kế hoạch',
    en: 'a service of the plan was started',
  },
  PlanItemCompleted: {
    vi: 'hoàn thành một dịch vụ trong kế hoạch',
    en: 'a service of the plan was completed',
  },
  PlanReviewed: { vi: 'rà soát theo Mẫu 06', en: 'the plan was reviewed on Form 06' },
  CaseClosed: { vi: 'kết thúc vụ việc', en: 'the case was closed' },
  CaseArchived: { vi: 'lưu hồ sơ', en: 'the file was archived' },
  CaseReopened: { vi: 'mở lại hồ sơ', en: 'the case was taken up again' },
  ReportUnfounded: {
    vi: 'xác định thông tin không có căn cứ',
    en: 'nothing was found behind the report',
  },
  CommuneAssigned: { vi: 'cấp trên giao xã chịu trách nhiệm', en: 'it was said who answers' },
  PlanRefused: { vi: 'gia đình không đồng ý kế hoạch', en: 'the family refused the plan' },
  CourtRequested: { vi: 'đề nghị Tòa án', en: 'the court was asked' },
  CarePlaced: { vi: 'giao trẻ chăm sóc thay thế', en: 'the child was handed to a carer' },
  FollowUpRecorded: { vi: 'theo dõi trẻ lần trước', en: 'the child was last followed up' },
  CareEnded: { vi: 'chấm dứt chăm sóc thay thế', en: 'the care ended' },
  ChildCorrected: { vi: 'đính chính thông tin trẻ em', en: 'the child was corrected' },
  GlassBroken: { vi: 'truy cập khẩn cấp hồ sơ', en: 'the case was opened in an emergency' },
  GlassReviewed: { vi: 'xem xét việc truy cập khẩn cấp', en: 'the access was judged' },
  SubjectRequestRecorded: {
    vi: 'tiếp nhận yêu cầu xem dữ liệu cá nhân',
    en: 'it was asked to see what is kept about the child',
  },
  SubjectRequestAnswered: {
    vi: 'trả lời yêu cầu xem dữ liệu cá nhân',
    en: 'the request to see what is kept was answered',
  },
  ResidenceCorrected: { vi: 'đính chính nơi cư trú', en: 'the residence was corrected' },
  CanarySetOff: { vi: 'thử đường cảnh báo', en: 'the way of alarms was tried' },
} satisfies Record<Trigger, Bilingual>;
