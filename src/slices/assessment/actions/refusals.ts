import type { RefusalTexts } from '../../../server/http.ts';
import type { YearMapRefusal } from '../../criteria/index.ts';
import type { LostPointRefusal } from '../../scoring/index.ts';

export type AssessmentRefusal =
  | { code: 'index-not-set-up' }
  | { code: 'leaf-not-found' }
  | { code: 'set-not-found' }
  | { code: 'set-not-published' }
  | { code: 'task-not-found' }
  | { code: 'measure-refused'; leafCode: string; reason: string }
  | { code: 'points-outside'; leafCode: string; max: string }
  | { code: 'already-frozen' }
  | { code: 'two-own-entries' }
  | { code: 'scenario-not-found' }
  | { code: 'measure-not-found' }
  | { code: 'measure-misfit' }
  | { code: 'place-not-found' }
  | { code: 'unit-not-found' }
  | { code: 'reach-changed' }
  | { code: 'evidence-not-found' }
  | { code: 'evidence-empty' }
  | { code: 'file-not-found' }
  | { code: 'file-missing' }
  | { code: 'file-too-large' }
  | { code: 'file-unreadable' }
  | { code: 'map-incomplete'; faults: readonly YearMapRefusal[] }
  | { code: 'no-last-year' }
  | { code: 'loss-not-found' }
  | { code: 'loss-changed' }
  | { code: 'loss-taken-over' }
  | { code: 'loss-refused'; line: number; reason: LostPointRefusal['code'] };

export const assessmentRefusals: RefusalTexts<AssessmentRefusal['code']> = {
  'index-not-set-up': {
    status: 409,
    vi: 'Năm này chưa chọn bộ tiêu chí. Hãy chọn bộ tiêu chí trước.',
    en: 'No criteria set is chosen for this year. Choose one first.',
  },
  'leaf-not-found': {
    status: 404,
    vi: 'Bộ tiêu chí của năm không có tiêu chí thành phần này.',
    en: 'The set of the year has no such sub-criterion.',
  },
  'set-not-found': { status: 404, vi: 'Không tìm thấy bộ tiêu chí này.', en: 'This criteria set was not found.' },
  'set-not-published': {
    status: 409,
    vi: 'Bộ tiêu chí chưa công bố nên chưa dùng để chấm được. Hãy công bố trước.',
    en: 'The set is not published and cannot be scored with. Publish it first.',
  },
  'task-not-found': { status: 404, vi: 'Không tìm thấy công việc này.', en: 'This task was not found.' },
  'measure-refused': {
    status: 422,
    vi: 'Số liệu chưa đúng nên chưa lưu. Hãy sửa theo lý do được nêu.',
    en: 'The figure is not right and was not saved. Correct it as the reason says.',
  },
  'points-outside': {
    status: 422,
    vi: 'Điểm phải từ 0 đến điểm tối đa của tiêu chí. Hãy kiểm tra lại.',
    en: 'Points must lie between 0 and the maximum. Check them.',
  },
  'already-frozen': {
    status: 409,
    vi: 'Số liệu của năm đã chốt. Thay đổi sau đó được ghi thành chênh lệch.',
    en: 'The figures of the year are frozen. Later changes show as differences.',
  },
  'two-own-entries': {
    status: 422,
    vi: 'Chỉ một dòng được đánh dấu là của Sở. Hãy bỏ bớt dấu.',
    en: 'Only one line may be marked as our own.',
  },
  'scenario-not-found': { status: 404, vi: 'Không tìm thấy kịch bản này.', en: 'This scenario was not found.' },
  'measure-not-found': {
    status: 404,
    vi: 'Không có nguồn nào cung cấp số liệu này. Hãy chọn số liệu khác.',
    en: 'No source offers this measure. Choose another one.',
  },
  'measure-misfit': {
    status: 422,
    vi: 'Loại số liệu này không đưa vào quy tắc của tiêu chí được. Hãy chọn số liệu khác.',
    en: 'The rule of the leaf cannot take this kind of measure. Choose another one.',
  },
  'place-not-found': {
    status: 422,
    vi: 'Quy tắc của tiêu chí không có phần này. Hãy tải lại trang rồi chọn lại.',
    en: 'The rule of the leaf has no such part. Load the page again and choose anew.',
  },
  'unit-not-found': {
    status: 422,
    vi: 'Không có đơn vị này. Hãy chọn đơn vị khác.',
    en: 'There is no such unit. Choose another one.',
  },
  'reach-changed': {
    status: 409,
    vi: 'Người khác vừa đổi đầu mối hoặc công sức của tiêu chí trong danh sách. Hãy tải lại trang rồi ghi lại.',
    en: 'Somebody else has just changed the owner or effort of a leaf in the list. Load the page again and save anew.',
  },
  'evidence-not-found': {
    status: 404,
    vi: 'Không tìm thấy tài liệu kiểm chứng này.',
    en: 'This evidence was not found.',
  },
  'evidence-empty': {
    status: 422,
    vi: 'Hãy gửi tệp, ghi số văn bản hoặc dẫn tới sổ theo dõi: ít nhất một trong ba.',
    en: 'Give a file, a document number or a link to records: at least one of them.',
  },
  'file-not-found': { status: 404, vi: 'Không tìm thấy tệp này.', en: 'This file was not found.' },
  'file-missing': { status: 400, vi: 'Hãy chọn tệp.', en: 'Choose a file.' },
  'file-too-large': { status: 413, vi: 'Tệp quá lớn. Hãy chia nhỏ.', en: 'The file is too large. Split it.' },
  'file-unreadable': {
    status: 422,
    vi: 'Không đọc được bảng tính này. Hãy lưu lại thành .xlsx hoặc .csv rồi thử lại.',
    en: 'This spreadsheet cannot be read. Save it as .xlsx or .csv and try again.',
  },
  'map-incomplete': {
    status: 422,
    vi: 'Bảng nối hai năm chưa đủ: mỗi tiêu chí của cả hai bộ phải có đúng một chỗ.',
    en: 'The map of the two years is not whole: every leaf of both sets needs exactly one place.',
  },
  'no-last-year': {
    status: 409,
    vi: 'Năm trước chưa chọn bộ tiêu chí nên chưa nối được. Hãy chọn bộ của năm trước.',
    en: 'The year before has no set yet and cannot be mapped. Choose its set first.',
  },
  'loss-not-found': {
    status: 404,
    vi: 'Không tìm thấy bản ghi điểm mất này.',
    en: 'This record of lost points was not found.',
  },
  'loss-changed': {
    status: 409,
    vi: 'Người khác vừa sửa bản ghi này. Hãy tải lại rồi sửa tiếp.',
    en: 'Somebody else has just changed this record. Reload, then go on.',
  },
  'loss-taken-over': {
    status: 409,
    vi: 'Tồn tại này của kế hoạch đã được ghi thành điểm mất.',
    en: 'This shortcoming of the plan is recorded as a loss already.',
  },
  'loss-refused': {
    status: 422,
    vi: 'Có dòng điểm mất chưa đúng nên chưa ghi dòng nào. Hãy sửa theo lý do được nêu.',
    en: 'A line of the losses is not right; none was kept. Correct it as the reason says.',
  },
};
