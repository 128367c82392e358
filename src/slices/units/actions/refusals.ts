import type { RefusalTexts } from '../../../server/http.ts';

export type UnitRefusal =
  | { code: 'unit-not-found' }
  | { code: 'unit-changed' }
  | { code: 'unit-below-itself' }
  | { code: 'unit-span' }
  | { code: 'unit-ended' }
  | { code: 'successors-missing' }
  | { code: 'successor-not-standing' }
  | { code: 'user-not-found' };

export const unitRefusals: RefusalTexts<UnitRefusal['code']> = {
  'unit-not-found': {
    status: 404,
    vi: 'Không tìm thấy đơn vị này. Hãy chọn lại trong danh sách.',
    en: 'This unit was not found. Choose it from the list.',
  },
  'unit-changed': {
    status: 409,
    vi: 'Người khác vừa sửa đơn vị này. Hãy tải lại rồi sửa tiếp.',
    en: 'Somebody else has just changed this unit. Reload, then change it.',
  },
  'unit-below-itself': {
    status: 422,
    vi: 'Một đơn vị không thể trực thuộc chính nó hoặc đơn vị cấp dưới của nó.',
    en: 'A unit cannot stand below itself or below one of its own.',
  },
  'unit-span': {
    status: 422,
    vi: 'Ngày kết thúc phải sau ngày bắt đầu của đơn vị.',
    en: 'The last day must not be before the first day of the unit.',
  },
  'unit-ended': {
    status: 409,
    vi: 'Đơn vị này đã kết thúc từ trước. Hãy chọn đơn vị đang hoạt động.',
    en: 'This unit has ended already. Choose one that stands.',
  },
  'successors-missing': {
    status: 422,
    vi: 'Hãy nêu đơn vị tiếp nhận: sáp nhập cần một, chia tách cần từ hai đơn vị.',
    en: 'Name the successors: a merger needs one, a split two or more.',
  },
  'successor-not-standing': {
    status: 422,
    vi: 'Đơn vị tiếp nhận phải đang hoạt động vào ngày có hiệu lực. Hãy chọn đơn vị khác hoặc ngày khác.',
    en: 'A successor must stand on the day the change takes effect. Choose another unit or another day.',
  },
  'user-not-found': { status: 422, vi: 'Không tìm thấy người được chọn.', en: 'The person chosen was not found.' },
};
