import type { RefusalTexts } from '../../../server/http.ts';

export type CalendarRefusal =
  | { code: 'calendar-not-found' }
  | { code: 'calendar-changed' }
  | { code: 'day-outside' }
  | { code: 'sessions-wrong' }
  | { code: 'weeks-wrong' }
  | { code: 'sheet-not-read' };

export const calendarRefusals: RefusalTexts<CalendarRefusal['code']> = {
  'calendar-not-found': {
    status: 404,
    vi: 'Không tìm thấy lịch làm việc này. Hãy chọn lại trong danh sách.',
    en: 'This calendar was not found. Choose it from the list.',
  },
  'calendar-changed': {
    status: 409,
    vi: 'Người khác vừa sửa lịch này. Hãy tải lại, xem các thời hạn bị dời rồi lưu.',
    en: 'Somebody else has just changed this calendar. Reload, look at what moves, then save.',
  },
  'day-outside': {
    status: 422,
    vi: 'Có ngày nằm ngoài các năm của lịch. Hãy bỏ ngày đó.',
    en: 'A day lies outside the years of the calendar. Leave it out.',
  },
  'sessions-wrong': {
    status: 422,
    vi: 'Các buổi làm việc phải theo thứ tự, không chồng nhau và nằm trong một ngày.',
    en: 'Sessions must follow each other, apart, inside one day.',
  },
  'weeks-wrong': {
    status: 422,
    vi: 'Mỗi lịch tuần phải có ít nhất một buổi làm việc; ngày bắt đầu phải nằm trong các năm của lịch và không trùng nhau.',
    en: 'Each week needs at least one session; the days on which hours begin must lie in the years of the calendar, each once.',
  },
  'sheet-not-read': {
    status: 422,
    vi: 'Không đọc được bảng trong tệp này. Hãy lưu lại thành .xlsx hoặc .csv, hoặc dán các dòng vào ô bên dưới.',
    en: 'No table could be read in this file. Save it as .xlsx or .csv, or paste the rows below.',
  },
};
