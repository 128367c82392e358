import { declareRegister } from '../rules/declaration.ts';
import { atLeast, both, count, isGiven, onTimeOfDue, openThenDone } from './words.ts';

/** The seven criteria of the anti-corruption index that plan KH VIII.3 gives to a department; their texts are the index's own. */
const named = (code: string) => both(`Tiêu chí ${code}`, `Criterion ${code}`);
const criteria = {
  'B-1-1-1': named('B.1.1.1'),
  'B-1-1-7': named('B.1.1.7'),
  'B-1-5-1': named('B.1.5.1'),
  'B-1-5-2': named('B.1.5.2'),
  'B-1-6-1': named('B.1.6.1'),
  'B-1-6-2': named('B.1.6.2'),
  'B-1-8': named('B.1.8'),
};

/** @source domain.md §6.4 */
export const paca = declareRegister({
  key: 'paca',
  version: 1,
  name: both('Tiêu chí phòng, chống tham nhũng (PACA)', 'Anti-corruption criteria (PACA)'),
  purpose: both('Bảy tiêu chí PACA giao cho Sở, kết quả và minh chứng', 'The seven criteria given to the department'),
  group: 'direction',
  title: 'work',
  owner: 'unit',
  fields: {
    criterion: {
      kind: 'choice',
      label: both('Tiêu chí', 'Criterion'),
      required: true,
      isColumn: true,
      options: criteria,
    },
    work: { kind: 'text', label: both('Việc phải làm', 'What is to be done'), required: true, isColumn: true },
    unit: { kind: 'unit', label: both('Đơn vị thực hiện', 'Unit'), required: true, isColumn: true },
    startedOn: { kind: 'day', label: both('Ngày giao', 'Given on'), required: true },
    dueOn: { kind: 'day', label: both('Thời hạn', 'Due on'), isColumn: true },
    doneOn: { kind: 'day', label: both('Ngày hoàn thành', 'Done on'), isColumn: true },
    evidence: { kind: 'document', label: both('Báo cáo, văn bản minh chứng', 'Report or other evidence') },
    files: { kind: 'files', label: both('Tệp kèm theo', 'Files') },
  },
  due: { field: 'dueOn', inclusive: true },
  finishedOn: 'doneOn',
  steps: openThenDone('doneOn'),
  firstStep: 'open',
  remindBefore: [5],
  measures: {
    done: count(both('Tiêu chí PACA đã thực hiện có minh chứng', 'Criteria done, with evidence'), isGiven('evidence'), {
      distinct: 'criterion',
      periodBy: 'doneOn',
      target: atLeast('7'),
      leaves: ['B.4'],
    }),
    'on-time': { ...onTimeOfDue('Việc PACA đúng hạn trên số đến hạn', 'Work done in time'), byUnit: 'unit' },
  },
});
