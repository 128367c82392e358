import type { RefusalTexts } from '../../../server/http.ts';
import type { FigureFault } from '../rules/figures.ts';
import type { OddFigure } from '../rules/odd-figures.ts';
import type { DutyFault } from '../rules/read-duty.ts';

export type ReportRefusal =
  | DutyFault
  | { code: 'duty-not-found' }
  | { code: 'duty-changed' }
  | { code: 'unit-not-found' }
  | { code: 'period-not-found' }
  | { code: 'report-not-expected' }
  | { code: 'report-not-yours' }
  | { code: 'period-closed'; receiver: string }
  | { code: 'report-handed-in' }
  | { code: 'report-not-handed-in' }
  | { code: 'report-incomplete'; fields: readonly { field: string; reason: string }[]; figures: readonly FigureFault[] }
  | { code: 'report-odd'; odd: readonly OddFigure[] }
  | { code: 'again-by-past' }
  | { code: 'units-missing-reports'; unitIds: readonly string[] }
  | { code: 'compilation-closed' }
  | { code: 'compilation-open' }
  | { code: 'stays-inside' }
  | { code: 'day-in-future' }
  | { code: 'file-missing' }
  | { code: 'file-not-found' }
  | { code: 'file-too-large' }
  | { code: 'file-is-program' }
  | { code: 'file-kind-unknown' }
  | { code: 'too-many-files' };

export const reportRefusals: RefusalTexts<ReportRefusal['code']> = {
  'period-unknown': {
    status: 422,
    vi: 'Chế độ báo cáo đã chọn không có kỳ này. Hãy chọn lại các kỳ.',
    en: 'The chosen regime has no such period. Choose the periods again.',
  },
  'phrase-unread': {
    status: 422,
    vi: 'Thời hạn này chưa nêu rõ một ngày. Hãy viết như “Trước ngày 12 của tháng cuối kỳ báo cáo” hoặc “Ngày 25 hằng tháng”.',
    en: 'This deadline does not name one day. Write it like “Trước ngày 12 của tháng cuối kỳ báo cáo” or “Ngày 25 hằng tháng”.',
  },
  'unit-stage-missing': {
    status: 422,
    vi: 'Chưa có thời hạn nộp của đơn vị. Hãy nhập thời hạn ở chặng Đơn vị.',
    en: 'There is no cut-off for the units. Enter one at the stage of the units.',
  },
  'stage-twice': {
    status: 422,
    vi: 'Một chặng được nêu hai lần. Hãy bỏ một dòng.',
    en: 'A stage is named twice. Drop one.',
  },
  'units-missing': {
    status: 422,
    vi: 'Chưa chọn đơn vị nào phải nộp. Hãy chọn đơn vị hoặc loại đơn vị.',
    en: 'No unit is chosen. Choose units or kinds of units.',
  },
  'ends-before-start': {
    status: 422,
    vi: 'Ngày thôi báo cáo trước ngày bắt đầu nên sẽ không có kỳ nào. Hãy sửa một trong hai ngày.',
    en: 'The duty ends before it begins, so there would be no period. Correct one of the two days.',
  },
  'field-twice': {
    status: 422,
    vi: 'Hai ô của biểu có cùng mã. Hãy đổi mã của một ô.',
    en: 'Two fields of the form have the same key. Change one of them.',
  },
  'field-unknown': {
    status: 422,
    vi: 'Công thức nhắc đến một ô không có trong biểu. Hãy chọn lại ô.',
    en: 'A formula names a field that the form does not have. Choose the field again.',
  },
  'duty-not-found': {
    status: 404,
    vi: 'Không tìm thấy nghĩa vụ báo cáo này. Hãy mở lại trang Báo cáo.',
    en: 'This report duty was not found. Open the page of reports again.',
  },
  'duty-changed': {
    status: 409,
    vi: 'Người khác vừa sửa nghĩa vụ này. Hãy tải lại để thấy bản mới; phần bạn nhập vẫn còn trên màn hình.',
    en: 'Somebody else has just changed this duty. Reload to see it; what you typed is still on the screen.',
  },
  'unit-not-found': {
    status: 422,
    vi: 'Không tìm thấy đơn vị đã chọn. Hãy chọn lại.',
    en: 'The unit was not found. Choose it again.',
  },
  'period-not-found': {
    status: 404,
    vi: 'Nghĩa vụ này không có kỳ báo cáo đó. Hãy mở lại trang Báo cáo và chọn kỳ.',
    en: 'The duty has no such period. Open the page of reports and choose one.',
  },
  'report-not-expected': {
    status: 404,
    vi: 'Đơn vị này không phải nộp báo cáo của kỳ này. Hãy xem danh sách đơn vị ở trang tổng hợp.',
    en: 'This unit owes no report for this period. See the list of units on the page of the period.',
  },
  'report-not-yours': {
    status: 403,
    vi: 'Báo cáo này không thuộc đơn vị của bạn. Hãy liên hệ đơn vị nộp hoặc đơn vị nhận báo cáo.',
    en: 'This report is not your unit’s. Ask the unit that owes it or the office that receives it.',
  },
  'period-closed': {
    status: 409,
    vi: 'Kỳ báo cáo này đã chốt nên không nhận thêm. Hãy đề nghị đơn vị nhận báo cáo mở lại kỳ, rồi nộp; phần bạn đã nhập vẫn được giữ.',
    en: 'This period is closed and takes no more reports. Ask the receiving office to reopen it, then hand in; what you typed is kept.',
  },
  'report-handed-in': {
    status: 409,
    vi: 'Báo cáo đã nộp nên không sửa được. Nếu cần sửa, hãy đề nghị đơn vị nhận trả lại.',
    en: 'The report has been handed in and cannot be changed. Ask the receiving office to return it.',
  },
  'report-not-handed-in': {
    status: 409,
    vi: 'Báo cáo này chưa nộp hoặc đã trả lại. Hãy tải lại để xem hiện trạng.',
    en: 'This report is not handed in, or was returned already. Reload to see where it stands.',
  },
  'report-incomplete': {
    status: 422,
    vi: 'Báo cáo chưa đủ hoặc có số chưa hợp lệ. Hãy xem lại các ô được nêu rồi nộp.',
    en: 'The report is not complete, or a figure is not right. See the fields named, then hand in.',
  },
  'report-odd': {
    status: 422,
    vi: 'Có số liệu khác thường. Hãy sửa hoặc ghi lý do ở từng số được nêu rồi nộp.',
    en: 'Some figures are odd. Correct each one named or say why it is right, then hand in.',
  },
  'again-by-past': {
    status: 422,
    vi: 'Ngày nộp lại đã qua. Hãy chọn hôm nay hoặc một ngày sau.',
    en: 'The day for handing in again is past. Choose today or later.',
  },
  'units-missing-reports': {
    status: 409,
    vi: 'Còn đơn vị chưa nộp. Hãy đôn đốc, hoặc xác nhận chốt thiếu: các đơn vị đó sẽ bị ghi là không nộp.',
    en: 'Some units have not handed in. Chase them, or confirm closing without them: they will be recorded as missing.',
  },
  'compilation-closed': {
    status: 409,
    vi: 'Kỳ này đã chốt. Hãy mở lại kỳ kèm lý do trước khi sửa.',
    en: 'This period is closed. Reopen it with a reason before changing anything.',
  },
  'compilation-open': {
    status: 409,
    vi: 'Kỳ này chưa chốt. Hãy chốt báo cáo tổng hợp trước.',
    en: 'This period is not closed yet. Close the compiled report first.',
  },
  'stays-inside': {
    status: 409,
    vi: 'Báo cáo này chỉ dùng trong cơ quan, không gửi lên trên. Nếu phải gửi, hãy sửa nghĩa vụ báo cáo.',
    en: 'This report stays inside the agency. If it must be sent, change the duty.',
  },
  'day-in-future': {
    status: 422,
    vi: 'Ngày này chưa đến. Hãy nhập ngày văn bản đã ký và ngày đã gửi thật.',
    en: 'This day has not come yet. Enter the day of the document and the day on which it really was sent.',
  },
  'file-missing': {
    status: 400,
    vi: 'Chưa có tệp nào được gửi. Hãy chọn một tệp.',
    en: 'No file was sent. Choose one.',
  },
  'file-not-found': {
    status: 404,
    vi: 'Không tìm thấy tệp này trong báo cáo. Có thể tệp đã được gỡ.',
    en: 'This file was not found in the report. It may have been taken out.',
  },
  'file-too-large': {
    status: 413,
    vi: 'Tệp lớn hơn 30 MB. Hãy nén ảnh, chia nhỏ hoặc lưu dạng PDF rồi đính kèm lại; phần đã nhập vẫn còn.',
    en: 'The file is larger than 30 MB. Make pictures smaller, split it or save it as PDF; what you typed is kept.',
  },
  'file-is-program': {
    status: 415,
    vi: 'Tệp này là chương trình hoặc có thể chạy lệnh nên không nhận. Hãy đính kèm văn bản, bảng tính, PDF hoặc ảnh.',
    en: 'This file is a program or can run commands and is not taken. Attach a document, a table, a PDF or a picture.',
  },
  'file-kind-unknown': {
    status: 415,
    vi: 'Nội dung tệp không khớp tên hoặc không thuộc loại được nhận. Hãy đính kèm .pdf, .docx, .xlsx, ảnh hoặc .txt.',
    en: 'The content does not fit the name, or the kind is not taken. Attach .pdf, .docx, .xlsx, a picture or .txt.',
  },
  'too-many-files': {
    status: 409,
    vi: 'Báo cáo đã có 30 tệp. Hãy gộp hoặc gỡ bớt tệp rồi đính kèm.',
    en: 'The report has 30 files already. Join or take out some first.',
  },
};
