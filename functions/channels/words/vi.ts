import type { Messages } from './messages.ts';

/** The words of letters in Vietnamese, which stand first. */
export const vi: Messages = {
  subjectOfOne: '{urgent, select, yes {[KHẨN CẤP] } other {}}{code}: {heading}',
  subjectOfMany:
    '{urgent, select, yes {[KHẨN CẤP] } other {}}{count} thông báo{overdue, plural, =0 {} other {, # việc quá hạn}}',
  intro: 'Có {count} thông báo, theo thứ tự thời gian, cũ nhất trước.',
  dutyNotice:
    '{urgent, select, yes {[KHẨN CẤP] } other {}}{heading}\nMã vụ việc: {code}\n{duty}\n{link}',
  acknowledge: 'Xác nhận đã biết (không cần đăng nhập, dùng một lần): {acknowledgement}',
  actNotice: '{urgent, select, yes {[KHẨN CẤP] } other {}}{heading}\nMã vụ việc: {code}\n{link}',
  closing:
    'Thư tự động gửi đến vị trí công tác của ông/bà; xin không trả lời thư này. Nội dung vụ việc chỉ xem được sau khi đăng nhập.',
  headingFORWARDED: 'Có vụ việc mới cần tiếp nhận',
  headingREPORT_ADDED: 'Có thêm tin báo về vụ việc',
  headingHANDOVER_OFFERED: 'Có đề nghị bàn giao vụ việc',
  headingHANDOVER_ACCEPTED: 'Đã nhận bàn giao vụ việc',
  headingHANDOVER_DECLINED: 'Bàn giao vụ việc bị từ chối',
  headingCOMMUNE_ASSIGNED: 'Cấp trên đã giao xã chịu trách nhiệm',
  headingCARE_PLACED: 'Có trẻ được chăm sóc thay thế tại địa bàn',
  headingCONFLICT_DECLARED: 'Có người phải tránh tiếp cận vụ việc do xung đột lợi ích',
  headingGLASS_BROKEN: 'Hồ sơ vừa bị truy cập khẩn cấp',
  headingREMINDER: 'Nhắc thời hạn',
  headingBREACH: 'Đã quá thời hạn',
  headingESCALATION: 'Quá thời hạn, chưa được xử lý',
};
