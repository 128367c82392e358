import { declareRegister } from '../rules/declaration.ts';
import { surveyFactors } from './survey-answers.ts';
import { both, onTimeOfDue, openThenDone } from './words.ts';

/** @source issue 6: the weakest points of a survey become work with an owner and a day (plan KH VII: more than 87 %) */
export const surveyActions = declareRegister({
  key: 'survey-actions',
  version: 1,
  name: both('Khắc phục điểm yếu sau khảo sát', 'Remedies after a survey'),
  purpose: both('Yếu tố dưới mục tiêu thành việc phải làm', 'Factors below the target, and what is done about them'),
  group: 'service',
  title: 'remedy',
  owner: 'unit',
  holder: 'holder',
  fields: {
    remedy: { kind: 'text', label: both('Việc phải làm', 'What is to be done'), required: true, isColumn: true },
    round: { kind: 'link', label: both('Đợt khảo sát', 'Round'), register: 'survey-rounds', required: true },
    factor: { kind: 'choice', label: both('Yếu tố', 'Factor'), required: true, isColumn: true, options: surveyFactors },
    percent: { kind: 'percent', label: both('Tỷ lệ hài lòng', 'Satisfied'), decimals: 2, isColumn: true },
    unit: { kind: 'unit', label: both('Đơn vị thực hiện', 'Unit'), required: true, isColumn: true },
    holder: { kind: 'person', label: both('Người thực hiện', 'Person in charge') },
    foundOn: { kind: 'day', label: both('Ngày có kết quả', 'Result of'), required: true },
    dueOn: { kind: 'day', label: both('Thời hạn', 'Due on'), required: true, isColumn: true },
    doneOn: { kind: 'day', label: both('Ngày hoàn thành', 'Done on'), isColumn: true },
    proof: { kind: 'document', label: both('Sản phẩm', 'Product') },
  },
  due: { field: 'dueOn', inclusive: true },
  finishedOn: 'doneOn',
  steps: openThenDone('doneOn'),
  firstStep: 'open',
  remindBefore: [5],
  unique: [['round', 'factor', 'unit']],
  measures: {
    'on-time': {
      ...onTimeOfDue('Việc khắc phục sau khảo sát đúng hạn', 'Remedies carried out in time'),
      byUnit: 'unit',
    },
  },
});
