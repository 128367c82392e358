import type { Texts } from './declaration.ts';
import type { RowFault } from './read-sheet-rows.ts';

/** What is wrong with a cell and what to do, in words. */
const texts: Readonly<Record<RowFault['code'], Texts>> = {
  required: { vi: 'Chưa điền ô bắt buộc.', en: 'A required field is empty.' },
  'unknown-field': { vi: 'Sổ không có ô này.', en: 'The register has no such field.' },
  'not-yours': {
    vi: 'Bạn không được điền ô này, hoặc dòng thuộc đơn vị khác.',
    en: 'You may not fill this field, or the row is another unit’s.',
  },
  computed: { vi: 'Ô này do máy tính, không nhập.', en: 'This field is computed, not entered.' },
  'not-text': { vi: 'Không phải chữ.', en: 'Not a text.' },
  'too-long': { vi: 'Quá dài. Hãy viết gọn lại.', en: 'Too long. Shorten it.' },
  'not-a-number': { vi: 'Không phải số. Hãy viết như 1.234,5.', en: 'Not a number. Write it like 1.234,5.' },
  'too-many-decimals': { vi: 'Quá nhiều chữ số lẻ.', en: 'Too many decimals.' },
  'too-small': { vi: 'Nhỏ hơn mức cho phép.', en: 'Less than allowed.' },
  'too-large': { vi: 'Lớn hơn mức cho phép.', en: 'More than allowed.' },
  'not-a-day': {
    vi: 'Không có ngày này. Hãy viết như 31/12/2026.',
    en: 'There is no such day. Write it like 31/12/2026.',
  },
  'not-an-instant': { vi: 'Hãy viết như 31/12/2026 08:30.', en: 'Write it like 31/12/2026 08:30.' },
  'not-yes-or-no': { vi: 'Hãy viết Có hoặc Không.', en: 'Write Có or Không.' },
  'not-an-option': {
    vi: 'Không có lựa chọn này. Hãy chọn một mục của ô.',
    en: 'There is no such option. Choose one of the field’s.',
  },
  'retired-option': {
    vi: 'Lựa chọn này không dùng nữa. Hãy chọn mục khác.',
    en: 'This option is no longer offered. Choose another.',
  },
  'not-a-document': { vi: 'Văn bản cần có số, ký hiệu.', en: 'A document needs its number.' },
  'not-a-list': { vi: 'Ô này cần một danh sách.', en: 'This field takes a list.' },
  'too-many': { vi: 'Quá nhiều mục trong một ô.', en: 'Too many items in one cell.' },
  'not-an-id': { vi: 'Không nhận ra mục này.', en: 'This is not recognised.' },
  'unit-unknown': {
    vi: 'Không có đơn vị này. Hãy viết đúng tên đơn vị.',
    en: 'There is no such unit. Write its name.',
  },
  'person-unknown': {
    vi: 'Không có người này. Hãy viết đúng tên hiển thị.',
    en: 'There is no such person. Write the display name.',
  },
  'file-unknown': { vi: 'Không có tệp này.', en: 'There is no such file.' },
  'link-unknown': {
    vi: 'Không tìm thấy mục liên kết. Hãy ghi mã mục trong ngoặc vuông.',
    en: 'The linked record was not found. Write its identifier in brackets.',
  },
  'not-imported': { vi: 'Ô này không nhập từ bảng tính.', en: 'This field is not taken from a sheet.' },
  'step-unknown': { vi: 'Sổ không có bước này.', en: 'The register has no such step.' },
  'step-needs': {
    vi: 'Bước này cần ô này. Hãy điền, hoặc để bước trước.',
    en: 'The step needs this field. Fill it, or leave an earlier step.',
  },
  'stands-already': {
    vi: 'Đã có mục trùng trong sổ hoặc trong bảng tính.',
    en: 'The same stands already in the register or in the sheet.',
  },
  formula: {
    vi: 'Công thức báo lỗi hoặc chưa có kết quả. Hãy mở bằng Excel, sửa, lưu lại rồi tải lên.',
    en: 'The formula has an error or no result. Open, correct and save the sheet in a spreadsheet program, then upload it.',
  },
  merged: {
    vi: 'Ô gộp nhiều dòng: không rõ con số là của từng dòng hay của cả nhóm. Hãy tách ô rồi ghi số cho từng dòng.',
    en: 'A cell merged over several rows: is the number that of each row or of all? Split the cell and give each row its own.',
  },
};

export const describeRowFault = (code: RowFault['code']): Texts => texts[code];
