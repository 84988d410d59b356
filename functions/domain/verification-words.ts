import type { Bilingual } from './bilingual.ts';

/**
 * Every way in which a record may fail to hold, in the order in which they are looked for; each in words that
 * say nothing of what the record holds.
 */
export const verificationFaults = {
  CHANGED: {
    vi: 'Sự kiện này không còn đúng như khi được ghi.',
    en: 'This event is not what was written.',
  },
  NOT_IN_SEQUENCE: {
    vi: 'Thiếu sự kiện mang số này, hoặc sự kiện đứng sai chỗ.',
    en: 'The event of this number is missing or stands elsewhere.',
  },
  NOT_LINKED: {
    vi: 'Sự kiện này không nối vào sự kiện liền trước.',
    en: 'This event is not linked to the one before it.',
  },
  REPLACED: {
    vi: 'Sự kiện này đã bị thay bằng một sự kiện khác.',
    en: 'This event was put in the place of another.',
  },
  SHORT_OF_HEAD: {
    vi: 'Các sự kiện dừng trước số cuối cùng mà trạng thái hồ sơ ghi nhận.',
    en: 'The events end before the last one the state of the case knows of.',
  },
  BEYOND_HEAD: {
    vi: 'Sự kiện này nằm sau số cuối cùng mà trạng thái hồ sơ ghi nhận.',
    en: 'This event lies behind the last one the state of the case knows of.',
  },
  NOT_THE_HEAD: {
    vi: 'Sự kiện cuối cùng không phải là sự kiện mà trạng thái hồ sơ ghi nhận.',
    en: 'The last event is not the one the state of the case knows of.',
  },
  TRUNCATED: {
    vi: 'Bản tóm lược đã ký chứng nhận sự kiện mang số này, nhưng sự kiện không còn.',
    en: 'A signed digest vouches for an event of this number, and it is gone.',
  },
  REWRITTEN: {
    vi: 'Bản tóm lược đã ký chứng nhận một sự kiện khác mang số này.',
    en: 'A signed digest vouches for another event of this number.',
  },
  DIGEST_BROKEN: {
    vi: 'Bản tóm lược chứng nhận từ số này trở đi không còn đúng như khi được ký.',
    en: 'The digest that vouches from this number on is not what was signed.',
  },
  PAPER_MISSING: {
    vi: 'Thiếu một giấy tờ niêm phong mà sự kiện này đã nộp.',
    en: 'A sealed paper this event filed is missing.',
  },
  PAPER_CHANGED: {
    vi: 'Một giấy tờ niêm phong mà sự kiện này đã nộp không còn đúng như khi được nộp.',
    en: 'A sealed paper this event filed is not what was filed.',
  },
  HEAD_CHANGED: {
    vi: 'Trạng thái hồ sơ hoặc kế hoạch không phải là kết quả của các sự kiện.',
    en: 'The state of the case or its plan is not what the events add up to.',
  },
  ROW_CHANGED: {
    vi: 'Một dòng trong danh sách không phải là kết quả của các sự kiện.',
    en: 'A row of a list is not what the events add up to.',
  },
  INCIDENT_CHANGED: {
    vi: 'Vụ việc không phải là kết quả của các sự kiện.',
    en: 'The incident is not what the events add up to.',
  },
  CODE_CHANGED: {
    vi: 'Mã hồ sơ không dẫn đến hồ sơ này.',
    en: 'The code of the case does not lead to it.',
  },
  COUNTER_CHANGED: {
    vi: 'Bộ đếm không khớp với số đã cấp cho hồ sơ này.',
    en: 'A counter does not agree with the numbers this case was given.',
  },
} as const satisfies Record<string, Bilingual>;

/** One of {@link verificationFaults}. */
export type VerificationFault = keyof typeof verificationFaults;
