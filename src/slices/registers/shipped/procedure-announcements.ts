import { declareRegister } from '../rules/declaration.ts';
import { termAfter } from './terms.ts';
import { all, both, isGiven, onTimeOfDue, share } from './words.ts';

const timing = (...is: readonly ('early' | 'on-time' | 'late' | 'overdue')[]) => ({ timing: is, clock: 'publication' });

const changes = {
  new: both('Mới ban hành', 'New'),
  amended: both('Sửa đổi, thay thế', 'Amended'),
  repealed: both('Bãi bỏ', 'Repealed'),
};

/** @source domain.md §6.3: NĐ 63/2010 Điều 15 (province: 5 days before the act takes effect); §2.2 no. 24: 13 of 17 (HG) */
export const procedureAnnouncements = declareRegister({
  key: 'procedure-announcements',
  version: 1,
  name: both('Công bố, công khai thủ tục hành chính', 'Announcement of procedures'),
  purpose: both('Mỗi dòng là một thủ tục phải công bố', 'One line for each procedure to be announced'),
  group: 'procedures',
  title: 'procedure',
  owner: 'unit',
  fields: {
    procedure: { kind: 'text', label: both('Thủ tục', 'Procedure'), required: true, isColumn: true, isPublic: true },
    code: { kind: 'text', label: both('Mã thủ tục', 'Code'), isPublic: true },
    change: { kind: 'choice', label: both('Loại', 'Change'), required: true, isColumn: true, options: changes },
    superior: { kind: 'document', label: both('Quyết định của bộ', 'Superior decision'), required: true },
    effectiveOn: { kind: 'day', label: both('Hiệu lực từ', 'In force from'), required: true },
    unit: { kind: 'unit', label: both('Đơn vị tham mưu', 'Unit'), required: true, isColumn: true },
    submittedOn: { kind: 'day', label: both('Ngày trình công bố', 'Submitted on'), isColumn: true },
    announcedOn: { kind: 'day', label: both('Ngày quyết định công bố', 'Announced on'), isColumn: true },
    decision: { kind: 'document', label: both('Quyết định công bố', 'Decision'), isPublic: true },
    publishedOn: { kind: 'day', label: both('Ngày công khai', 'Published on'), isColumn: true },
    postedOn: { kind: 'day', label: both('Ngày niêm yết', 'Posted up on') },
    link: { kind: 'text', label: both('Đường dẫn công khai', 'Link'), isPublic: true },
  },
  due: { ...termAfter('effectiveOn', 'announceProcedure'), direction: 'before' },
  clocks: {
    publication: {
      label: both('Công khai trong 05 ngày làm việc', 'Published within 5 working days'),
      due: termAfter('announcedOn', 'publishProcedure'),
      finishedOn: 'publishedOn',
      where: isGiven('announcedOn'),
      remindBefore: [2],
    },
  },
  finishedOn: 'submittedOn',
  steps: {
    received: { label: both('Đã nhận văn bản', 'Received') },
    submitted: { label: both('Đã trình', 'Submitted'), needs: ['submittedOn'] },
    announced: { label: both('Đã công bố', 'Announced'), needs: ['announcedOn', 'decision'] },
    published: { label: both('Đã công khai', 'Published'), isEnd: true, needs: ['publishedOn'] },
  },
  firstStep: 'received',
  remindBefore: [10, 5, 2],
  measures: {
    'on-time': {
      ...onTimeOfDue('Thủ tục trình công bố đúng hạn', 'Procedures submitted in time'),
      byUnit: 'unit',
      target: all,
      leaves: ['3.2.1'],
    },
    published: share(
      both('Thủ tục công khai trong 05 ngày làm việc', 'Procedures published in time'),
      timing('early', 'on-time'),
      {
        among: timing('early', 'on-time', 'late', 'overdue'),
        periodBy: 'announcedOn',
        byUnit: 'unit',
        target: all,
        leaves: ['3.2.2'],
      },
    ),
  },
});
