import { declareRegister } from '../rules/declaration.ts';
import { all, both, count, every, isGiven, none, onTimeOfDue, openThenDone, share, shareOfSums } from './words.ts';

const misuse = { field: 'isMisuse', is: true } as const;

/** @source domain.md §2.2 no. 49 (not carried out ⇒ 0, DN) and 50 (misuse corrected within the year ⇒ middle level, HT) */
export const auditRecommendations = declareRegister({
  key: 'audit-recommendations',
  version: 1,
  name: both('Kiến nghị thanh tra, kiểm toán', 'Recommendations of inspection and audit'),
  purpose: both(
    'Kiến nghị về tài chính phải thực hiện và số đã thực hiện',
    'What was to be done about money, and was done',
  ),
  group: 'money',
  title: 'recommendation',
  owner: 'unit',
  fields: {
    recommendation: { kind: 'long-text', label: both('Kiến nghị', 'Recommendation'), required: true, isColumn: true },
    by: {
      kind: 'choice',
      label: both('Cơ quan', 'By'),
      required: true,
      options: {
        inspection: both('Thanh tra', 'Inspectorate'),
        audit: both('Kiểm toán nhà nước', 'State Audit'),
        finance: both('Cơ quan tài chính', 'Finance authority'),
      },
    },
    conclusion: { kind: 'document', label: both('Kết luận, báo cáo kiểm toán', 'Conclusion'), required: true },
    unit: { kind: 'unit', label: both('Đơn vị thực hiện', 'Unit'), required: true, isColumn: true },
    concludedOn: { kind: 'day', label: both('Ngày kết luận', 'Concluded on'), required: true },
    isMisuse: { kind: 'yes-no', label: both('Sai phạm sử dụng nguồn tài chính', 'Misuse of money') },
    amount: { kind: 'money', label: both('Số tiền phải thực hiện', 'Amount'), isColumn: true },
    recovered: { kind: 'money', label: both('Số tiền đã thực hiện', 'Recovered'), isColumn: true },
    dueOn: { kind: 'day', label: both('Thời hạn', 'Due on'), required: true, isColumn: true },
    doneOn: { kind: 'day', label: both('Ngày thực hiện xong', 'Done on'), isColumn: true },
    proof: { kind: 'document', label: both('Chứng từ, báo cáo', 'Proof') },
  },
  due: { field: 'dueOn', inclusive: true },
  finishedOn: 'doneOn',
  steps: openThenDone('doneOn'),
  firstStep: 'open',
  remindBefore: [15, 5],
  measures: {
    done: share(both('Kiến nghị đã thực hiện', 'Recommendations carried out'), isGiven('doneOn'), {
      periodBy: 'due-day',
      byUnit: 'unit',
      target: all,
      leaves: ['6.2.1'],
    }),
    money: shareOfSums(
      both('Số tiền đã thực hiện', 'Amount recovered'),
      { of: 'recovered', dividedBy: 'amount' },
      { periodBy: 'due-day', byUnit: 'unit', target: all },
    ),
    misuse: count(both('Sai phạm sử dụng nguồn tài chính', 'Misuses of money'), misuse, {
      periodBy: 'concludedOn',
      target: none,
      leaves: ['6.4.1'],
    }),
    'misuse-open': count(
      both('Sai phạm chưa khắc phục', 'Misuses not mended'),
      every(misuse, { field: 'doneOn', isEmpty: true }),
      { periodBy: 'concludedOn', target: none, leaves: ['6.4.1'], place: 1 },
    ),
    'on-time': {
      ...onTimeOfDue('Kiến nghị thực hiện đúng hạn', 'Recommendations carried out in time'),
      byUnit: 'unit',
    },
  },
});
