import { declareRegister } from '../rules/declaration.ts';
import { termText } from './terms.ts';
import { atLeast, both, shareOfSums } from './words.ts';

const sources = {
  central: both('Ngân sách trung ương', 'Central budget'),
  province: both('Ngân sách tỉnh', 'Provincial budget'),
  land: both('Nguồn thu sử dụng đất', 'Land revenue'),
  oda: both('Vốn ODA', 'ODA'),
  recurrent: both('Chi thường xuyên', 'Recurrent spending'),
};
const paid = { of: 'disbursed', dividedBy: 'planned' } as const;

/**
 * One line a month and source: what the plan gained and what was paid in that month, so that the sum up to any day is the
 * state of that day. The checkpoints are days of the measure, not lines of their own.
 *
 * @source domain.md §2.2 no. 52: 60 % by the end of 30/9, 85 % by the end of 15/12 (KH)
 */
export const disbursements = declareRegister({
  key: 'disbursements',
  version: 1,
  name: both('Giải ngân theo nguồn vốn', 'Disbursement by source'),
  purpose: both(
    'Kế hoạch vốn giao thêm và số giải ngân từng tháng',
    'What was planned and what was paid in each month',
  ),
  group: 'money',
  title: 'project',
  owner: 'unit',
  fields: {
    project: { kind: 'text', label: both('Dự án, nhiệm vụ chi', 'Project'), required: true, isColumn: true },
    source: { kind: 'choice', label: both('Nguồn vốn', 'Source'), required: true, isColumn: true, options: sources },
    unit: { kind: 'unit', label: both('Chủ đầu tư, đơn vị', 'Unit'), required: true, isColumn: true },
    paidUpTo: { kind: 'day', label: both('Số liệu đến ngày', 'Up to'), required: true, isColumn: true },
    planned: { kind: 'money', label: both('Kế hoạch vốn giao trong kỳ', 'Planned in the month'), isColumn: true },
    disbursed: { kind: 'money', label: both('Giải ngân trong kỳ', 'Paid in the month'), isColumn: true },
    decision: { kind: 'document', label: both('Quyết định giao vốn', 'Decision of the plan') },
    obstacle: { kind: 'long-text', label: both('Khó khăn, vướng mắc', 'Obstacles') },
  },
  unique: [['project', 'source', 'paidUpTo']],
  measures: {
    september: shareOfSums(both('Giải ngân đến hết 30/9', 'Disbursed by 30/9'), paid, {
      periodBy: 'paidUpTo',
      closesOn: '09-30',
      byUnit: 'unit',
      target: atLeast(termText('disbursedSeptember')),
      leaves: ['6.1.1'],
    }),
    year: shareOfSums(both('Giải ngân đến hết 15/12', 'Disbursed by 15/12'), paid, {
      periodBy: 'paidUpTo',
      closesOn: '12-15',
      byUnit: 'unit',
      target: atLeast(termText('disbursedYear')),
      leaves: ['6.1.2'],
    }),
    paid: {
      label: both('Tổng số đã giải ngân', 'Paid'),
      kind: 'sum',
      of: 'disbursed',
      periodBy: 'paidUpTo',
      byUnit: 'unit',
      unit: 'đồng',
    },
  },
});
