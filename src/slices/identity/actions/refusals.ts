import type { RefusalTexts } from '../../../server/http.ts';
import { LONGEST_PASSWORD, type PasswordFault, SHORTEST_PASSWORD } from '../rules/password.ts';

export type IdentityRefusal =
  | { code: 'wrong-password' }
  | { code: 'locked'; until: string }
  | { code: PasswordFault }
  | { code: 'username-taken' }
  | { code: 'user-not-found' }
  | { code: 'user-changed' }
  | { code: 'last-administrator' }
  | { code: 'unit-not-found' }
  | { code: 'link-used' }
  | { code: 'already-set-up' };

export const identityRefusals: RefusalTexts<IdentityRefusal['code']> = {
  'wrong-password': {
    status: 403,
    vi: 'Tên đăng nhập hoặc mật khẩu không đúng. Hãy kiểm tra phím Caps Lock rồi thử lại.',
    en: 'The name or the password is wrong. Check Caps Lock and try again.',
  },
  locked: {
    status: 429,
    vi: 'Tài khoản tạm khóa vì nhập sai nhiều lần. Hãy đợi đến giờ mở khóa, hoặc nhờ quản trị viên đặt lại mật khẩu.',
    en: 'The account is locked after several wrong passwords. Wait until it opens, or ask the administrator to reset the password.',
  },
  'password-short': {
    status: 422,
    vi: `Mật khẩu cần ít nhất ${SHORTEST_PASSWORD} ký tự. Một câu ngắn dễ nhớ là tốt nhất.`,
    en: `A password needs at least ${SHORTEST_PASSWORD} characters. A short sentence is best.`,
  },
  'password-long': {
    status: 422,
    vi: `Mật khẩu không quá ${LONGEST_PASSWORD} ký tự.`,
    en: `A password has at most ${LONGEST_PASSWORD} characters.`,
  },
  'password-is-name': {
    status: 422,
    vi: 'Mật khẩu không được chứa tên đăng nhập.',
    en: 'The password must not contain the user name.',
  },
  'password-simple': {
    status: 422,
    vi: 'Mật khẩu quá dễ đoán. Hãy dùng một câu dài hơn.',
    en: 'The password is too easy to guess. Use a longer sentence.',
  },
  'username-taken': {
    status: 409,
    vi: 'Tên đăng nhập này đã có người dùng. Hãy chọn tên khác.',
    en: 'This user name is taken. Choose another one.',
  },
  'user-not-found': { status: 404, vi: 'Không tìm thấy người dùng này.', en: 'This user was not found.' },
  'user-changed': {
    status: 409,
    vi: 'Người khác vừa sửa người dùng này. Hãy tải lại rồi sửa tiếp.',
    en: 'Somebody else has just changed this user. Reload, then change it.',
  },
  'last-administrator': {
    status: 409,
    vi: 'Đây là quản trị viên cuối cùng. Hãy giao quyền quản trị cho người khác trước.',
    en: 'This is the last administrator. Make somebody else administrator first.',
  },
  'unit-not-found': {
    status: 422,
    vi: 'Không tìm thấy đơn vị đã chọn. Hãy chọn lại đơn vị.',
    en: 'The unit was not found. Choose it again.',
  },
  'link-used': {
    status: 410,
    vi: 'Liên kết đã dùng hoặc đã hết hạn. Hãy khởi động lại máy chủ để in liên kết mới.',
    en: 'The link is used or too old. Restart the server to print a new one.',
  },
  'already-set-up': {
    status: 409,
    vi: 'Hệ thống đã có quản trị viên. Hãy đăng nhập.',
    en: 'The system has an administrator already. Log in.',
  },
};
