import type { RefusalTexts } from '../../../server/http.ts';

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
  | { code: 'scenario-not-found' };

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
};
