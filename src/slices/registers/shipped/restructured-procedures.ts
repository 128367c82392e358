import { declareRegister } from '../rules/declaration.ts';
import { both, count, isGiven, onTimeOfDue, openThenDone } from './words.ts';

/** @source issue 6: restructured processes; days are working days of the internal process */
export const restructuredProcedures = declareRegister({
  key: 'restructured-procedures',
  version: 1,
  name: both('Tái cấu trúc quy trình thủ tục', 'Restructured processes'),
  purpose: both('Quy trình nội bộ được rút ngắn, bỏ bước', 'Internal processes made shorter'),
  group: 'procedures',
  title: 'procedure',
  owner: 'unit',
  fields: {
    procedure: { kind: 'text', label: both('Thủ tục', 'Procedure'), required: true, isColumn: true, isPublic: true },
    unit: { kind: 'unit', label: both('Đơn vị', 'Unit'), required: true, isColumn: true },
    daysBefore: { kind: 'number', label: both('Số ngày trước', 'Days before'), required: true, min: 0 },
    daysAfter: { kind: 'number', label: both('Số ngày sau', 'Days after'), min: 0 },
    daysSaved: {
      kind: 'computed',
      label: both('Số ngày cắt giảm', 'Days saved'),
      formula: 'daysBefore - daysAfter',
      as: 'number',
      isColumn: true,
    },
    stepsBefore: { kind: 'number', label: both('Số bước trước', 'Steps before'), decimals: 0, min: 0 },
    stepsAfter: { kind: 'number', label: both('Số bước sau', 'Steps after'), decimals: 0, min: 0 },
    dueOn: { kind: 'day', label: both('Thời hạn', 'Due on') },
    approvedOn: { kind: 'day', label: both('Ngày phê duyệt quy trình', 'Approved on'), isColumn: true },
    decision: { kind: 'document', label: both('Quyết định phê duyệt', 'Decision'), isPublic: true },
    onSystem: {
      kind: 'yes-no',
      label: both('Đã cấu hình trên hệ thống một cửa', 'Set up in the one-stop system'),
      isColumn: true,
    },
  },
  due: { field: 'dueOn', inclusive: true },
  finishedOn: 'approvedOn',
  steps: openThenDone('approvedOn'),
  firstStep: 'open',
  measures: {
    restructured: count(both('Quy trình đã tái cấu trúc', 'Processes restructured'), isGiven('approvedOn'), {
      periodBy: 'approvedOn',
      byUnit: 'unit',
    }),
    'days-saved': {
      label: both('Tổng số ngày cắt giảm', 'Days saved'),
      kind: 'sum',
      of: 'daysSaved',
      where: isGiven('approvedOn'),
      periodBy: 'approvedOn',
      byUnit: 'unit',
      unit: 'ngày',
    },
    'on-time': { ...onTimeOfDue('Quy trình tái cấu trúc đúng hạn', 'Processes restructured in time'), byUnit: 'unit' },
  },
});
