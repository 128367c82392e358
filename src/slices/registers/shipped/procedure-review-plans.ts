import { declareRegister } from '../rules/declaration.ts';
import { both, count, every, isGiven, lateness } from './words.ts';

/** @source domain.md §2.2 no. 26 (plan without its list ⇒ 0, HT); report before 25/7: plan KH; units before 01/6 */
export const procedureReviewPlans = declareRegister({
  key: 'procedure-review-plans',
  version: 1,
  name: both('Kế hoạch rà soát thủ tục hành chính', 'Plans for the review of procedures'),
  purpose: both('Kế hoạch rà soát kèm danh mục và báo cáo kết quả', 'The plan with its list, and the report'),
  group: 'procedures',
  title: 'name',
  owner: 'unit',
  fields: {
    name: { kind: 'text', label: both('Kế hoạch', 'Plan'), required: true, isColumn: true },
    unit: { kind: 'unit', label: both('Đơn vị tham mưu', 'Unit'), required: true, isColumn: true },
    yearDay: { kind: 'day', label: both('Ngày đầu năm kế hoạch', 'First day of its year'), required: true },
    plan: { kind: 'document', label: both('Kế hoạch đã ban hành', 'Issued plan'), isColumn: true, isPublic: true },
    issuedOn: { kind: 'day', label: both('Ngày ban hành', 'Issued on'), isColumn: true },
    procedures: {
      kind: 'number',
      label: both('Số thủ tục trong phụ lục', 'Procedures in its annex'),
      decimals: 0,
      min: 0,
      isColumn: true,
    },
    reportedOn: { kind: 'day', label: both('Ngày báo cáo kết quả', 'Reported on'), isColumn: true },
    report: { kind: 'document', label: both('Báo cáo kết quả rà soát', 'Report') },
    files: { kind: 'files', label: both('Kế hoạch và phụ lục', 'Plan and annex') },
  },
  due: { phrase: 'chậm nhất ngày 31/01', yearOf: 'yearDay' },
  clocks: {
    report: {
      label: both('Báo cáo kết quả rà soát trước 25/7', 'Report before 25/7'),
      due: { phrase: 'trước ngày 25/7', yearOf: 'yearDay' },
      finishedOn: 'reportedOn',
      remindBefore: [10, 3],
    },
  },
  finishedOn: 'issuedOn',
  steps: {
    open: { label: both('Chưa ban hành', 'Not issued') },
    issued: { label: both('Đã ban hành', 'Issued'), needs: ['issuedOn', 'plan'] },
    reported: { label: both('Đã báo cáo kết quả', 'Reported'), isEnd: true, needs: ['reportedOn', 'report'] },
  },
  firstStep: 'open',
  remindBefore: [10, 3],
  measures: {
    'with-annex': count(
      both('Kế hoạch rà soát kèm danh mục thủ tục', 'Review plans with their list'),
      every(isGiven('plan'), { field: 'procedures', from: '1' }),
      { periodBy: 'yearDay', leaves: ['3.1.1'] },
    ),
    issued: count(both('Kế hoạch rà soát đã ban hành', 'Review plans issued'), isGiven('plan'), {
      periodBy: 'yearDay',
      leaves: ['3.1.1'],
      place: 1,
    }),
    report: lateness(both('Báo cáo kết quả rà soát đúng hạn', 'Reports of the review'), {
      clock: 'report',
      leaves: ['3.1.2'],
    }),
  },
});
