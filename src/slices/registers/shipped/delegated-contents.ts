import { declareRegister } from '../rules/declaration.ts';
import { both, lateness, onTimeOfDue, openThenDone } from './words.ts';

/** @source domain.md §2.2 no. 15: contents not determined in time cost points (HT) */
export const delegatedContents = declareRegister({
  key: 'delegated-contents',
  version: 1,
  name: both('Nội dung luật giao địa phương quy định', 'Contents that superior law leaves to the province'),
  purpose: both(
    'Văn bản cấp trên giao nội dung nào, đã xác định đúng hạn chưa',
    'Which contents were left, and determined in time?',
  ),
  group: 'institutions',
  title: 'content',
  owner: 'unit',
  fields: {
    content: { kind: 'text', label: both('Nội dung được giao', 'Content'), required: true, isColumn: true },
    superior: { kind: 'document', label: both('Văn bản cấp trên', 'Superior document'), required: true },
    effectiveOn: { kind: 'day', label: both('Ngày văn bản có hiệu lực', 'In force from'), isColumn: true },
    unit: { kind: 'unit', label: both('Đơn vị tham mưu', 'Unit'), required: true, isColumn: true },
    dueOn: { kind: 'day', label: both('Thời hạn xác định', 'To be determined by'), required: true, isColumn: true },
    reportedOn: { kind: 'day', label: both('Ngày báo cáo xác định', 'Determined on'), isColumn: true },
    report: { kind: 'document', label: both('Văn bản báo cáo', 'Report') },
    form: {
      kind: 'choice',
      label: both('Hình thức quy định', 'To be ruled by'),
      options: {
        resolution: both('Nghị quyết HĐND', 'Resolution'),
        decision: both('Quyết định UBND', 'Decision'),
        none: both('Không phải ban hành', 'Nothing to be issued'),
      },
    },
    draft: { kind: 'link', label: both('Dự thảo', 'Draft'), register: 'legal-drafts' },
  },
  due: { field: 'dueOn', inclusive: true },
  finishedOn: 'reportedOn',
  steps: openThenDone('reportedOn'),
  firstStep: 'open',
  remindBefore: [10, 3],
  measures: {
    determined: lateness(both('Xác định nội dung giao quy định', 'Contents determined'), {
      byUnit: 'unit',
      leaves: ['2.1.1'],
    }),
    'on-time': { ...onTimeOfDue('Nội dung xác định đúng hạn', 'Contents determined in time'), byUnit: 'unit' },
  },
});
