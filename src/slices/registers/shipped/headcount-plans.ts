import { declareRegister } from '../rules/declaration.ts';
import { both, lateness, openThenDone } from './words.ts';

/** @source domain.md §6.4: civil servants before 15/5, public-unit head-count before 01/4 (KH) */
export const headcountPlans = declareRegister({
  key: 'headcount-plans',
  version: 1,
  name: both('Kế hoạch biên chế, số lượng người làm việc', 'Head-count plans'),
  purpose: both('Kế hoạch biên chế hằng năm gửi đúng hạn', 'The yearly plans, sent in time'),
  group: 'organisation',
  title: 'name',
  owner: 'unit',
  fields: {
    name: { kind: 'text', label: both('Kế hoạch', 'Plan'), required: true, isColumn: true },
    kind: {
      kind: 'choice',
      label: both('Loại', 'Kind'),
      required: true,
      isColumn: true,
      options: {
        'civil-servants': both('Biên chế công chức (trước 15/5)', 'Civil servants (before 15/5)'),
        'public-units': both('Số lượng người làm việc (trước 01/4)', 'Head-count of public units (before 01/4)'),
      },
    },
    unit: { kind: 'unit', label: both('Đơn vị tham mưu', 'Unit'), required: true, isColumn: true },
    yearDay: { kind: 'day', label: both('Ngày đầu năm lập kế hoạch', 'First day of the year'), required: true },
    heads: { kind: 'number', label: both('Số đề nghị', 'Heads asked for'), decimals: 0, min: 0 },
    sentOn: { kind: 'day', label: both('Ngày gửi', 'Sent on'), isColumn: true },
    plan: { kind: 'document', label: both('Văn bản gửi', 'Document') },
  },
  due: {
    by: 'kind',
    cases: {
      'civil-servants': { phrase: 'trước ngày 15/5', yearOf: 'yearDay' },
      'public-units': { phrase: 'trước ngày 01/4', yearOf: 'yearDay' },
    },
  },
  finishedOn: 'sentOn',
  steps: openThenDone('sentOn'),
  firstStep: 'open',
  remindBefore: [15, 5],
  unique: [['kind', 'yearDay', 'unit']],
  measures: {
    sent: lateness(both('Kế hoạch biên chế gửi đúng hạn', 'Head-count plans sent'), { leaves: ['4.2.1'] }),
  },
});
