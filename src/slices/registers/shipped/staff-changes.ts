import { declareRegister } from '../rules/declaration.ts';
import { termAfter } from './terms.ts';
import { all, both, onTimeOfDue, openThenDone, staffReaders } from './words.ts';

/** @source domain.md §6.4: personnel data within 5 days of the change (KH) */
export const staffChanges = declareRegister({
  key: 'staff-changes',
  version: 1,
  name: both('Cập nhật dữ liệu cán bộ', 'Changes of personnel data'),
  purpose: both('Thay đổi nào đã cập nhật trong 05 ngày', 'Which changes were entered within 5 days'),
  group: 'organisation',
  title: 'code',
  owner: 'unit',
  seenBy: staffReaders,
  fields: {
    code: { kind: 'text', label: both('Mã cán bộ', 'Staff code'), required: true, isColumn: true },
    unit: { kind: 'unit', label: both('Đơn vị', 'Unit'), required: true, isColumn: true },
    change: {
      kind: 'choice',
      label: both('Thay đổi', 'Change'),
      required: true,
      isColumn: true,
      options: {
        joined: both('Tuyển dụng, tiếp nhận', 'Joined'),
        moved: both('Điều động, bổ nhiệm', 'Moved or appointed'),
        salary: both('Nâng lương, chuyển ngạch', 'Salary or grade'),
        left: both('Nghỉ hưu, thôi việc', 'Left'),
        other: both('Thông tin khác', 'Other data'),
      },
    },
    changedOn: { kind: 'day', label: both('Ngày phát sinh', 'Changed on'), required: true, isColumn: true },
    enteredOn: { kind: 'day', label: both('Ngày cập nhật', 'Entered on'), isColumn: true },
    decision: { kind: 'document', label: both('Quyết định', 'Decision') },
  },
  due: termAfter('changedOn', 'staffData'),
  finishedOn: 'enteredOn',
  steps: openThenDone('enteredOn'),
  firstStep: 'open',
  remindBefore: [2],
  measures: {
    'on-time': {
      ...onTimeOfDue('Thay đổi cập nhật đúng hạn', 'Changes entered in time'),
      byUnit: 'unit',
      target: all,
      leaves: ['5.6.1'],
    },
  },
});
