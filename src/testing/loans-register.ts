import { declareRegister } from '../slices/registers/index.ts';

const both = (vi: string) => ({ vi, en: vi });

/** Loans of files from the archive: a register that nobody ships, as an office would declare it. */
export const loansRegister = declareRegister({
  key: 'archive-loans',
  version: 1,
  name: both('Sổ mượn hồ sơ lưu trữ'),
  purpose: both('Theo dõi hồ sơ cho mượn và ngày trả'),
  group: 'own',
  title: 'file',
  owner: 'unit',
  holder: 'keeper',
  fields: {
    file: { kind: 'text', label: both('Hồ sơ'), required: true, isColumn: true },
    unit: { kind: 'unit', label: both('Đơn vị mượn'), required: true, isColumn: true },
    keeper: { kind: 'person', label: both('Người giữ') },
    phone: { kind: 'text', label: both('Điện thoại người mượn'), isPersonal: true },
    remark: { kind: 'long-text', label: both('Nhận xét của Văn phòng'), seenBy: ['par-officer', 'director'] },
    reason: {
      kind: 'choice',
      label: both('Lý do'),
      isColumn: true,
      options: { inspection: both('Thanh tra'), complaint: both('Giải quyết khiếu nại'), other: both('Khác') },
    },
    borrowed: { kind: 'day', label: both('Ngày mượn'), required: true, isColumn: true },
    extendedTo: { kind: 'day', label: both('Gia hạn đến'), changedBy: ['par-officer'] },
    returned: { kind: 'day', label: both('Ngày trả') },
    sheets: { kind: 'number', label: both('Số tờ'), decimals: 0, min: 1 },
    deposit: { kind: 'money', label: both('Đặt cọc') },
    slip: { kind: 'document', label: both('Phiếu mượn') },
    scans: { kind: 'files', label: both('Bản chụp') },
    days: {
      kind: 'computed',
      label: both('Số ngày làm việc giữ'),
      formula: 'working_days_between(borrowed, returned)',
      as: 'number',
    },
  },
  due: { relativeTo: 'borrowed', amount: 10, unit: 'working-day', extendedBy: 'extendedTo' },
  finishedOn: 'returned',
  steps: {
    out: { label: both('Đang mượn') },
    back: { label: both('Đã trả'), isEnd: true, needs: ['returned'] },
  },
  firstStep: 'out',
  unique: [['file', 'borrowed']],
  remindBefore: [2],
  measures: {
    'on-time': {
      label: both('Trả đúng hạn'),
      kind: 'share',
      where: { timing: ['early', 'on-time'] },
      among: { timing: ['early', 'on-time', 'late', 'overdue'] },
      periodBy: 'due-day',
      unit: '%',
      target: { op: '>=', value: '90' },
    },
    sheets: { label: both('Số tờ đã cho mượn'), kind: 'sum', of: 'sheets', periodBy: 'borrowed' },
    remarked: {
      label: both('Có nhận xét'),
      kind: 'count',
      where: { field: 'remark', isEmpty: false },
      periodBy: 'borrowed',
    },
  },
});
