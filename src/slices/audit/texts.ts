/** Texts of the audit log. */
const vi = {
  title: 'Nhật ký',
  lead: 'Ai đã làm gì, với nội dung nào, lúc nào. Không ai sửa hay xóa được; mỗi dòng khóa dòng trước.',
  caption: 'Nhật ký thay đổi',
  none: 'Không có dòng nào khớp bộ lọc',
  sequence: 'Số',
  at: 'Lúc',
  actor: 'Người làm',
  deed: 'Việc',
  subject: 'Đối tượng',
  details: 'Trước → sau',
  fromDay: 'Từ ngày',
  toDay: 'Đến ngày',
  older: 'Hiện các dòng cũ hơn',
  verify: 'Kiểm tra chuỗi',
  whole: 'Chuỗi nguyên vẹn: {count} dòng, không dòng nào bị sửa hay mất.',
  broken: 'Chuỗi bị hỏng ở dòng {sequence}: {reason} Hãy báo ngay người quản trị dữ liệu và giữ nguyên hiện trạng.',
  'reason.missing': 'thiếu dòng.',
  'reason.changed': 'nội dung đã bị sửa.',
  'reason.head-differs': 'dòng cuối không khớp với dấu đã ghi.',
  'action.agency.create': 'Lập cơ quan',
  'action.session.open': 'Đăng nhập',
  'action.session.close': 'Kết thúc phiên',
  'action.user.create': 'Thêm người dùng',
  'action.user.change': 'Sửa người dùng',
  'action.user.change-password': 'Đổi mật khẩu',
  'action.user.reset-password': 'Đặt lại mật khẩu',
  'action.user.lock': 'Khóa tạm tài khoản',
  'action.unit.create': 'Thêm đơn vị',
  'action.unit.correct': 'Sửa đơn vị',
  'action.unit.reorganise': 'Sắp xếp đơn vị',
  'action.unit.add-alias': 'Thêm tên gọi đơn vị',
  'action.unit.remove-alias': 'Bỏ tên gọi đơn vị',
  'action.unit.appoint-head': 'Giao người đứng đầu',
} as const;

const en = {
  title: 'Audit log',
  lead: 'Who did what, to which record, when. Nobody can change or remove it; each line seals the one before.',
  caption: 'Log of changes',
  none: 'No line matches the filters',
  sequence: 'No.',
  at: 'When',
  actor: 'Who',
  deed: 'Deed',
  subject: 'Record',
  details: 'Before → after',
  fromDay: 'From',
  toDay: 'Until',
  older: 'Show older lines',
  verify: 'Verify the chain',
  whole: 'The chain is whole: {count} lines, none changed or missing.',
  broken:
    'The chain is broken at line {sequence}: {reason} Tell whoever keeps the data at once and leave everything as it is.',
  'reason.missing': 'lines are missing.',
  'reason.changed': 'its content was changed.',
  'reason.head-differs': 'the last line differs from the recorded seal.',
  'action.agency.create': 'Agency made',
  'action.session.open': 'Logged in',
  'action.session.close': 'Session ended',
  'action.user.create': 'User added',
  'action.user.change': 'User changed',
  'action.user.change-password': 'Password changed',
  'action.user.reset-password': 'Password reset',
  'action.user.lock': 'Account locked for now',
  'action.unit.create': 'Unit added',
  'action.unit.correct': 'Unit corrected',
  'action.unit.reorganise': 'Units reorganised',
  'action.unit.add-alias': 'Unit name added',
  'action.unit.remove-alias': 'Unit name removed',
  'action.unit.appoint-head': 'Head appointed',
} as const satisfies Record<keyof typeof vi, string>;

export const auditTexts = { vi, en } as const;

type ActionText = Extract<keyof typeof vi, `action.${string}`>;
export type KnownAction = ActionText extends `action.${infer Action}` ? Action : never;

/** An action that has no text of its own yet is shown by its code. */
export function isKnownAction(action: string): action is KnownAction {
  return `action.${action}` in vi;
}
