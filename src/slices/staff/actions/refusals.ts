import type { RefusalTexts } from '../../../server/http.ts';
import { type RegisterRefusal, registerRefusals } from '../../registers/server.ts';

export type StaffRefusal =
  | RegisterRefusal
  | { code: 'office-only' }
  | { code: 'nothing-to-approve' }
  | { code: 'not-all-graded'; count: number }
  | { code: 'quota-exceeded'; excellent: number; allowed: number };

export const staffRefusals: RefusalTexts<StaffRefusal['code']> = {
  ...registerRefusals,
  'office-only': {
    status: 403,
    vi: 'Chỉ Văn phòng Sở ghi nhận quyết định xếp loại cả năm. Hãy gửi danh sách cho Văn phòng.',
    en: 'Only the office records the decision on yearly grades. Send it your list.',
  },
  'nothing-to-approve': {
    status: 404,
    vi: 'Chưa có ai của nhóm này trong sổ xếp loại năm. Hãy nhập danh sách trước.',
    en: 'Nobody of this kind is in the register of yearly grades. Enter the list first.',
  },
  'not-all-graded': {
    status: 409,
    vi: 'Còn người chưa có mức xếp loại. Hãy xếp loại đủ rồi ghi nhận quyết định.',
    en: 'Some people have no grade yet. Grade everybody, then record the decision.',
  },
  'quota-exceeded': {
    status: 409,
    vi: 'Số người xuất sắc vượt tỷ lệ cho phép. Hãy xem lại danh sách hoặc chọn tỷ lệ đặc biệt nếu được duyệt.',
    en: 'More people are excellent than the quota allows. Review the list, or choose the exceptional quota where it is granted.',
  },
};
