import { declareRegister } from '../rules/declaration.ts';
import { all, both, onTimeOfDue, openThenDone, shareOfSums } from './words.ts';

/** @source plan ST, HT; report before 10/11: domain.md §6.4 (HG) */
export const training = declareRegister({
  key: 'training',
  version: 1,
  name: both('Đào tạo, bồi dưỡng', 'Training'),
  purpose: both(
    'Lớp theo kế hoạch, số lượt đăng ký và hoàn thành',
    'Courses of the plan, places planned and completed',
  ),
  group: 'organisation',
  title: 'course',
  owner: 'unit',
  fields: {
    course: { kind: 'text', label: both('Lớp, nội dung', 'Course'), required: true, isColumn: true },
    unit: { kind: 'unit', label: both('Đơn vị', 'Unit'), required: true, isColumn: true },
    plan: { kind: 'document', label: both('Kế hoạch', 'Plan') },
    dueOn: { kind: 'day', label: both('Thời hạn theo kế hoạch', 'Planned by'), required: true, isColumn: true },
    planned: {
      kind: 'number',
      label: both('Lượt theo kế hoạch', 'Places planned'),
      decimals: 0,
      min: 0,
      required: true,
      isColumn: true,
    },
    attended: { kind: 'number', label: both('Lượt hoàn thành', 'Completed'), decimals: 0, min: 0, isColumn: true },
    heldOn: { kind: 'day', label: both('Ngày kết thúc', 'Ended on'), isColumn: true },
    proof: { kind: 'document', label: both('Quyết định cử, chứng nhận', 'Decision or certificates') },
  },
  due: { field: 'dueOn', inclusive: true },
  finishedOn: 'heldOn',
  steps: openThenDone('heldOn'),
  firstStep: 'open',
  measures: {
    completed: shareOfSums(
      both('Lượt đào tạo thực hiện so với kế hoạch', 'Places completed of those planned'),
      { of: 'attended', dividedBy: 'planned' },
      { periodBy: 'dueOn', byUnit: 'unit', target: all, leaves: ['5.4.1'] },
    ),
    'on-time': { ...onTimeOfDue('Lớp tổ chức đúng kế hoạch', 'Courses held in time'), byUnit: 'unit' },
  },
});
