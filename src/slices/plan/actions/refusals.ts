import type { RefusalTexts } from '../../../server/http.ts';

export type PlanRefusal =
  | { code: 'review-not-found' }
  | { code: 'review-closed' }
  | { code: 'review-changed' }
  | { code: 'review-unread' }
  | { code: 'plan-without-year' }
  | { code: 'plan-empty' }
  | { code: 'plan-not-found' }
  | { code: 'area-twice'; ordinal: number }
  | { code: 'unit-not-found' }
  | { code: 'file-too-large' }
  | { code: 'file-missing' }
  | { code: 'page-not-drawn' };

export const planRefusals: RefusalTexts<PlanRefusal['code']> = {
  'review-not-found': {
    status: 404,
    vi: 'Không tìm thấy lần đọc văn bản này. Hãy mở lại danh sách văn bản đã đọc.',
    en: 'This review was not found. Open the list of documents read.',
  },
  'page-not-drawn': {
    status: 404,
    vi: 'Không dựng được hình của trang này. Hãy xem phần chữ đã đọc.',
    en: 'This page could not be drawn. Look at the text that was read.',
  },
  'review-closed': {
    status: 409,
    vi: 'Văn bản này đã được nhận hoặc đã bỏ, không sửa được nữa. Hãy đọc lại văn bản nếu cần sửa.',
    en: 'This document has been accepted or dropped and cannot be changed. Read it again to change something.',
  },
  'review-changed': {
    status: 409,
    vi: 'Người khác vừa sửa bản soát này. Hãy tải lại để thấy thay đổi của họ; phần bạn nhập vẫn còn trên màn hình.',
    en: 'Somebody else has just changed this review. Reload to see it; what you typed is still on the screen.',
  },
  'review-unread': {
    status: 409,
    vi: 'Văn bản chưa đọc xong. Hãy đợi đọc xong rồi nhận.',
    en: 'The document is still being read. Wait until it is done.',
  },
  'plan-without-year': {
    status: 422,
    vi: 'Chưa rõ kế hoạch của năm nào. Hãy nhập năm kế hoạch rồi nhận lại.',
    en: 'The year of the plan is not known. Enter it, then accept again.',
  },
  'plan-empty': {
    status: 422,
    vi: 'Văn bản không có nhiệm vụ hay điểm mất nào được giữ lại. Hãy thêm ít nhất một mục hoặc bỏ lần đọc này.',
    en: 'No task and no loss is kept. Add at least one, or drop this review.',
  },
  'plan-not-found': { status: 404, vi: 'Không tìm thấy kế hoạch này.', en: 'This plan was not found.' },
  'area-twice': {
    status: 422,
    vi: 'Hai lĩnh vực có cùng số thứ tự. Hãy sửa số thứ tự của một lĩnh vực.',
    en: 'Two areas have the same number. Change one of them.',
  },
  'unit-not-found': {
    status: 422,
    vi: 'Không tìm thấy đơn vị đã chọn. Hãy chọn lại.',
    en: 'The unit was not found. Choose it again.',
  },
  'file-too-large': {
    status: 413,
    vi: 'Tệp lớn hơn 60 MB. Hãy bỏ bớt ảnh hoặc lưu lại văn bản ở dạng .docx rồi tải lên.',
    en: 'The file is larger than 60 MB. Take pictures out or save it as .docx, then upload it again.',
  },
  'file-missing': {
    status: 400,
    vi: 'Chưa có tệp nào được gửi. Hãy chọn một tệp văn bản.',
    en: 'No file was sent. Choose a document.',
  },
};
