import type { RefusalTexts } from '../../../server/http.ts';
import type { AddressFault } from '../channels/webhook.ts';
import type { ReminderFault } from '../rules/reminder-settings.ts';

export type NoticeRefusal =
  | { code: ReminderFault }
  | { code: AddressFault }
  | { code: 'webhook-no-secret' }
  | { code: 'reminder-changed' }
  | { code: 'email-missing' }
  | { code: 'delivery-not-found' };

export const noticeRefusals: RefusalTexts<NoticeRefusal['code']> = {
  'reminder-days': {
    status: 422,
    vi: 'Số ngày nhắc trước phải từ 0 đến 60, mỗi số một lần, nhiều nhất 12 lần nhắc.',
    en: 'Days before must be 0 to 60, each once, twelve at most.',
  },
  'reminder-steps': {
    status: 422,
    vi: 'Bước báo trễ phải từ 1 đến 60 ngày làm việc, mỗi bước một lần, nhiều nhất 12 bước.',
    en: 'Steps of lateness must be 1 to 60 working days, each once, twelve at most.',
  },
  'reminder-doer': {
    status: 422,
    vi: 'Người thực hiện phải được nhắc ít nhất một lần. Hãy thêm một lần nhắc trước hạn hoặc một bước báo trễ cho người thực hiện.',
    en: 'Who does the work must be told at least once. Add a day before, or a step of lateness for the doer.',
  },
  'reminder-time': {
    status: 422,
    vi: 'Giờ nhắc phải viết như 07:30.',
    en: 'Write the time of day as 07:30.',
  },
  'webhook-address': {
    status: 422,
    vi: 'Địa chỉ nhận phải là một địa chỉ https đầy đủ, không kèm tên và mật khẩu.',
    en: 'The webhook must be a whole https address without a name and password in it.',
  },
  'webhook-not-https': {
    status: 422,
    vi: 'Địa chỉ nhận phải bắt đầu bằng https.',
    en: 'The webhook must begin with https.',
  },
  'webhook-private': {
    status: 422,
    vi: 'Địa chỉ nhận nằm trong mạng nội bộ nên bị từ chối. Người quản trị máy chủ có thể cho phép bằng CAICACH_WEBHOOK_PRIVATE=yes.',
    en: 'The webhook lies in a private network and is refused. Whoever runs the server may allow it with CAICACH_WEBHOOK_PRIVATE=yes.',
  },
  'webhook-no-secret': {
    status: 409,
    vi: 'Chưa có khóa ký. Người quản trị máy chủ đặt CAICACH_WEBHOOK_SECRET (ít nhất 16 ký tự) rồi khởi động lại.',
    en: 'There is no key to sign with. Whoever runs the server sets CAICACH_WEBHOOK_SECRET (16 characters or more) and starts again.',
  },
  'reminder-changed': {
    status: 409,
    vi: 'Người khác vừa sửa cách nhắc việc. Hãy tải lại trang, xem rồi sửa tiếp.',
    en: 'Somebody else has just changed the reminders. Reload, look, then change.',
  },
  'email-missing': {
    status: 422,
    vi: 'Muốn nhận qua thư điện tử thì cần một địa chỉ thư.',
    en: 'To be told by e-mail, give an address.',
  },
  'delivery-not-found': {
    status: 404,
    vi: 'Không còn thư nào trong số này ở trạng thái chưa gửi được. Hãy tải lại trang.',
    en: 'None of these is still undelivered. Reload the page.',
  },
};
