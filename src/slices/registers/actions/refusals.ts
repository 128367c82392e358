import type { RefusalTexts } from '../../../server/http.ts';
import type { DeclarationFault } from '../rules/check-declaration.ts';
import type { FilterFault } from '../rules/filters.ts';
import type { ValueFault } from '../rules/values.ts';

export type RegisterRefusal =
  | { code: 'register-not-found' }
  | { code: 'record-not-found' }
  | { code: 'record-not-yours' }
  | { code: 'record-deleted' }
  | { code: 'record-not-deleted' }
  | { code: 'record-changed'; version: number; theirs: Record<string, unknown>; by: string; at: string }
  | { code: 'record-moved'; version: number; step: string | null; by: string; at: string }
  | { code: 'values-faulty'; faults: readonly ValueFault[] }
  | { code: 'stands-already'; fields: readonly string[]; recordId: string | null }
  | { code: 'step-unknown' }
  | { code: 'step-not-next'; from: string | null; to: string }
  | { code: 'step-needs'; fields: readonly string[] }
  | { code: 'filter-faulty'; fault: FilterFault }
  | { code: 'sort-unknown'; sort: string }
  | { code: 'sort-too-large' }
  | { code: 'cursor-unknown' }
  | { code: 'declaration-faulty'; faults: readonly DeclarationFault[] }
  | { code: 'declaration-changed'; version: number }
  | { code: 'register-shipped' }
  | { code: 'register-rebuilding' }
  | { code: 'measure-not-found' }
  | { code: 'view-not-found' }
  | { code: 'import-not-found' }
  | { code: 'import-state'; state: string }
  | { code: 'import-unreadable'; reason: string }
  | { code: 'import-faulty'; rows: number }
  | { code: 'file-not-found' }
  | { code: 'file-missing' }
  | { code: 'file-too-large' };

export const registerRefusals: RefusalTexts<RegisterRefusal['code']> = {
  'register-not-found': {
    status: 404,
    vi: 'Không tìm thấy sổ này. Hãy mở lại danh sách các sổ.',
    en: 'This register was not found. Open the list of registers.',
  },
  'record-not-found': {
    status: 404,
    vi: 'Không tìm thấy mục này trong sổ. Hãy tải lại danh sách.',
    en: 'This record is not in the register. Reload the list.',
  },
  'record-not-yours': {
    status: 403,
    vi: 'Mục này không thuộc đơn vị của bạn. Hãy liên hệ đơn vị phụ trách hoặc Văn phòng Sở.',
    en: 'This record is not your unit’s. Ask the unit that keeps it, or the office.',
  },
  'record-deleted': {
    status: 409,
    vi: 'Mục này đã bị xóa. Hãy khôi phục trước khi sửa.',
    en: 'This record was deleted. Restore it before changing it.',
  },
  'record-not-deleted': {
    status: 409,
    vi: 'Mục này chưa bị xóa nên không cần khôi phục.',
    en: 'This record is not deleted; there is nothing to restore.',
  },
  'record-changed': {
    status: 409,
    vi: 'Người khác vừa sửa cùng những ô này. Hãy xem nội dung của họ rồi chọn giữ bên nào; phần bạn nhập vẫn còn.',
    en: 'Somebody else has just changed the same fields. Look at theirs and choose which to keep; what you typed is still here.',
  },
  'record-moved': {
    status: 409,
    vi: 'Người khác vừa chuyển mục này sang bước khác. Hãy xem bước hiện tại rồi chuyển tiếp nếu còn cần.',
    en: 'Somebody else has just moved this record to another step. Look where it stands now, then move it on if still needed.',
  },
  'values-faulty': {
    status: 422,
    vi: 'Có ô chưa đúng. Hãy sửa các ô được nêu rồi lưu lại.',
    en: 'Some fields are not right. Correct those named, then save again.',
  },
  'stands-already': {
    status: 409,
    vi: 'Đã có mục trùng các ô được nêu. Hãy mở mục đó để sửa, hoặc đổi giá trị.',
    en: 'A record with the same fields stands already. Open it, or change the values.',
  },
  'step-unknown': {
    status: 422,
    vi: 'Sổ không có bước này. Hãy tải lại trang.',
    en: 'The register has no such step. Reload the page.',
  },
  'step-not-next': {
    status: 409,
    vi: 'Không chuyển thẳng sang bước này được. Hãy tải lại để xem bước hiện tại.',
    en: 'The record cannot move to this step from where it stands. Reload to see its step.',
  },
  'step-needs': {
    status: 422,
    vi: 'Bước này cần các ô được nêu. Hãy điền rồi chuyển bước.',
    en: 'This step needs the fields named. Fill them, then move on.',
  },
  'filter-faulty': {
    status: 422,
    vi: 'Bộ lọc có ô, bước hoặc giá trị không dùng được. Hãy bỏ điều kiện đó rồi lọc lại.',
    en: 'The filter names a field, step or value that cannot be used. Take it out and filter again.',
  },
  'sort-unknown': {
    status: 422,
    vi: 'Không sắp xếp theo ô này được. Hãy chọn ô khác.',
    en: 'The list cannot be sorted by this field. Choose another.',
  },
  'sort-too-large': {
    status: 422,
    vi: 'Sổ có hơn 100.000 mục nên không xếp được theo ô này. Hãy xếp theo ô khác.',
    en: 'The register has more than 100,000 entries and cannot be put in order by this field. Choose another.',
  },
  'cursor-unknown': {
    status: 422,
    vi: 'Vị trí trang không đúng. Hãy mở lại danh sách từ đầu.',
    en: 'The place in the list is not right. Open the list from its beginning.',
  },
  'declaration-faulty': {
    status: 422,
    vi: 'Khai báo sổ còn lỗi. Hãy sửa từng chỗ được nêu.',
    en: 'The declaration has faults. Correct each place named.',
  },
  'declaration-changed': {
    status: 409,
    vi: 'Người khác vừa sửa khai báo này. Hãy tải lại rồi làm tiếp.',
    en: 'Somebody else has just changed this declaration. Reload, then go on.',
  },
  'register-shipped': {
    status: 409,
    vi: 'Sổ này đi kèm chương trình nên không sửa khai báo được. Hãy lập một sổ riêng.',
    en: 'This register comes with the program and its declaration cannot be changed. Declare one of your own.',
  },
  'register-rebuilding': {
    status: 409,
    vi: 'Sổ đang được tính lại sau lần đổi trước. Hãy đợi xong rồi đổi tiếp.',
    en: 'The register is still being derived after the last change. Wait until it is done.',
  },
  'measure-not-found': { status: 404, vi: 'Không tìm thấy số liệu này.', en: 'This measure was not found.' },
  'view-not-found': { status: 404, vi: 'Không tìm thấy cách xem này.', en: 'This view was not found.' },
  'import-not-found': { status: 404, vi: 'Không tìm thấy lần nhập này.', en: 'This import was not found.' },
  'import-state': {
    status: 409,
    vi: 'Lần nhập đang ở trạng thái khác. Hãy tải lại để xem.',
    en: 'The import is in another state. Reload to see it.',
  },
  'import-unreadable': {
    status: 422,
    vi: 'Không đọc được bảng tính này: tệp .xls cũ, có mật khẩu hoặc không phải bảng tính. Hãy lưu lại ở dạng .xlsx hoặc .csv (UTF-8) rồi tải lên.',
    en: 'This spreadsheet cannot be read: an old .xls, one with a password, or no spreadsheet. Save it as .xlsx or .csv (UTF-8) and upload it again.',
  },
  'import-faulty': {
    status: 422,
    vi: 'Có dòng chưa đúng. Hãy sửa các ô được nêu, hoặc chọn chỉ nhập các dòng đúng.',
    en: 'Some rows are not right. Correct the cells named, or choose to take in the right rows only.',
  },
  'file-not-found': { status: 404, vi: 'Không tìm thấy tệp này.', en: 'This file was not found.' },
  'file-missing': {
    status: 400,
    vi: 'Chưa có tệp nào được gửi. Hãy chọn một tệp.',
    en: 'No file was sent. Choose a file.',
  },
  'file-too-large': {
    status: 413,
    vi: 'Tệp lớn hơn mức cho phép. Hãy chia nhỏ hoặc nén lại rồi tải lên.',
    en: 'The file is larger than allowed. Split it or make it smaller, then upload it again.',
  },
};
