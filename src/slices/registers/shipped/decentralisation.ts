import { declareRegister } from '../rules/declaration.ts';
import { all, both, fellDue, isGiven, onTimeOfDue, openThenDone, share } from './words.ts';

/** @source plan KH IV.4; report before 30/11; checks of decentralised tasks stand among the inspections */
export const decentralisation = declareRegister({
  key: 'decentralisation',
  version: 1,
  name: both('Phân cấp, ủy quyền', 'Decentralisation and delegation'),
  purpose: both('Nhiệm vụ phân cấp phải tham mưu, thực hiện', 'Decentralised tasks to be prepared and carried out'),
  group: 'organisation',
  title: 'task',
  owner: 'unit',
  fields: {
    task: { kind: 'text', label: both('Nhiệm vụ phân cấp', 'Task'), required: true, isColumn: true },
    direction: {
      kind: 'choice',
      label: both('Chiều', 'Direction'),
      required: true,
      options: {
        down: both('Sở phân cấp, ủy quyền cho cấp dưới', 'Handed down by the department'),
        received: both('Cấp trên phân cấp cho Sở', 'Handed to the department'),
      },
    },
    receiver: { kind: 'text', label: both('Cơ quan được phân cấp', 'Handed to'), isColumn: true },
    basis: { kind: 'document', label: both('Văn bản phân cấp', 'Basis'), required: true },
    unit: { kind: 'unit', label: both('Đơn vị tham mưu', 'Unit'), required: true, isColumn: true },
    dueOn: { kind: 'day', label: both('Thời hạn', 'Due on'), required: true, isColumn: true },
    doneOn: { kind: 'day', label: both('Ngày hoàn thành', 'Done on'), isColumn: true },
    result: { kind: 'document', label: both('Kết quả', 'Result') },
  },
  due: { field: 'dueOn', inclusive: true },
  finishedOn: 'doneOn',
  steps: openThenDone('doneOn'),
  firstStep: 'open',
  remindBefore: [10, 3],
  measures: {
    done: share(both('Nhiệm vụ phân cấp đã thực hiện', 'Decentralised tasks carried out'), isGiven('doneOn'), {
      among: fellDue,
      periodBy: 'due-day',
      byUnit: 'unit',
      target: all,
      leaves: ['4.3.1'],
    }),
    'on-time': { ...onTimeOfDue('Nhiệm vụ phân cấp đúng hạn', 'Decentralised tasks in time'), byUnit: 'unit' },
  },
});
