import { declareRegister } from '../rules/declaration.ts';
import { both, fellDue, isGiven, onTimeOfDue, openThenDone, share } from './words.ts';

/** @source domain.md §2.2 no. 19: 5 of 6 tasks of the review done ⇒ 0.833 of 1 (DN) */
export const legalReviews = declareRegister({
  key: 'legal-reviews',
  version: 1,
  name: both('Xử lý kết quả rà soát văn bản', 'Tasks from the review of legal documents'),
  purpose: both('Văn bản phải sửa đổi, thay thế, bãi bỏ sau rà soát', 'Documents to be amended, replaced or repealed'),
  group: 'institutions',
  title: 'document',
  owner: 'unit',
  fields: {
    document: {
      kind: 'text',
      label: both('Văn bản được rà soát', 'Document under review'),
      required: true,
      isColumn: true,
    },
    remedy: {
      kind: 'choice',
      label: both('Hình thức xử lý', 'Remedy'),
      required: true,
      isColumn: true,
      options: {
        amend: both('Sửa đổi, bổ sung', 'Amend'),
        replace: both('Thay thế', 'Replace'),
        repeal: both('Bãi bỏ', 'Repeal'),
        new: both('Ban hành mới', 'Issue'),
        keep: both('Giữ nguyên', 'Keep'),
      },
    },
    basis: { kind: 'document', label: both('Báo cáo, kết luận rà soát', 'Report of the review') },
    unit: { kind: 'unit', label: both('Đơn vị tham mưu', 'Unit'), required: true, isColumn: true },
    dueOn: { kind: 'day', label: both('Thời hạn', 'Due on'), required: true, isColumn: true },
    extendedTo: { kind: 'day', label: both('Gia hạn đến', 'Extended to') },
    extendedBy: { kind: 'document', label: both('Văn bản cho gia hạn', 'Extension granted by') },
    doneOn: { kind: 'day', label: both('Ngày xử lý xong', 'Done on'), isColumn: true },
    result: { kind: 'document', label: both('Văn bản xử lý', 'Resulting document'), isPublic: true },
  },
  due: { field: 'dueOn', inclusive: true, extendedBy: 'extendedTo' },
  finishedOn: 'doneOn',
  steps: openThenDone('doneOn'),
  firstStep: 'open',
  remindBefore: [15, 5],
  measures: {
    done: share(both('Nhiệm vụ xử lý sau rà soát đã hoàn thành', 'Tasks of the review done'), isGiven('doneOn'), {
      among: fellDue,
      periodBy: 'due-day',
      byUnit: 'unit',
      leaves: ['2.2.3'],
    }),
    'on-time': { ...onTimeOfDue('Nhiệm vụ xử lý đúng hạn', 'Tasks done in time'), byUnit: 'unit' },
  },
});
