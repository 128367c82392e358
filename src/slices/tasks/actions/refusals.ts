import type { RefusalTexts } from '../../../server/http.ts';

export type TaskRefusal =
  | { code: 'plan-not-found' }
  | { code: 'task-not-found' }
  | { code: 'task-changed' }
  | { code: 'task-not-yours' }
  | { code: 'task-step'; from: string; to: string }
  | { code: 'own-work' }
  | { code: 'deficit-not-found' }
  | { code: 'unit-not-found' };

export const taskRefusals: RefusalTexts<TaskRefusal['code']> = {
  'plan-not-found': { status: 404, vi: 'Không tìm thấy kế hoạch này.', en: 'This plan was not found.' },
  'task-not-found': { status: 404, vi: 'Không tìm thấy công việc này.', en: 'This task was not found.' },
  'task-changed': {
    status: 409,
    vi: 'Người khác vừa sửa công việc này. Hãy tải lại rồi làm tiếp.',
    en: 'Somebody else has just changed this task. Reload, then go on.',
  },
  'task-not-yours': {
    status: 403,
    vi: 'Công việc này không thuộc đơn vị của bạn. Hãy liên hệ đơn vị chủ trì hoặc Văn phòng Sở.',
    en: 'This task is not your unit’s. Ask the lead unit or the office.',
  },
  'task-step': {
    status: 409,
    vi: 'Công việc đang ở bước khác nên chưa làm được việc này. Hãy tải lại để xem bước hiện tại.',
    en: 'The task is at another step. Reload to see where it stands.',
  },
  'own-work': {
    status: 403,
    vi: 'Người đã nộp sản phẩm không được tự duyệt. Hãy để người khác duyệt.',
    en: 'Who handed the product in may not approve it. Somebody else must.',
  },
  'deficit-not-found': { status: 404, vi: 'Không tìm thấy điểm mất này.', en: 'This loss was not found.' },
  'unit-not-found': {
    status: 422,
    vi: 'Không tìm thấy đơn vị đã chọn. Hãy chọn lại.',
    en: 'The unit was not found. Choose it again.',
  },
};
