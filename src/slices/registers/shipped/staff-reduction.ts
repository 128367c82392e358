import { declareRegister } from '../rules/declaration.ts';
import { all, both, shareOfSums } from './words.ts';

/** @source domain.md §2.2 no. 47: band 85–100 % (HT) */
export const staffReduction = declareRegister({
  key: 'staff-reduction',
  version: 1,
  name: both('Tinh giản biên chế', 'Staff reduction'),
  purpose: both('Số phải giảm và số đã giảm của từng đơn vị', 'Heads to be reduced and reduced, by unit'),
  group: 'organisation',
  title: 'name',
  owner: 'unit',
  fields: {
    name: { kind: 'text', label: both('Kế hoạch năm', 'Plan of the year'), required: true, isColumn: true },
    unit: { kind: 'unit', label: both('Phòng, đơn vị', 'Unit'), required: true, isColumn: true },
    yearDay: { kind: 'day', label: both('Ngày đầu năm', 'First day of the year'), required: true },
    planned: {
      kind: 'number',
      label: both('Số theo kế hoạch', 'Planned'),
      decimals: 0,
      min: 0,
      required: true,
      isColumn: true,
    },
    done: { kind: 'number', label: both('Số thực hiện', 'Carried out'), decimals: 0, min: 0, isColumn: true },
    reason: { kind: 'long-text', label: both('Lý do chưa đạt', 'Why not all') },
    decision: { kind: 'document', label: both('Quyết định', 'Decision') },
  },
  unique: [['unit', 'yearDay']],
  measures: {
    reduced: shareOfSums(
      both('Tinh giản so với kế hoạch', 'Reduced against the plan'),
      { of: 'done', dividedBy: 'planned' },
      { periodBy: 'yearDay', byUnit: 'unit', target: all, leaves: ['5.6.2'] },
    ),
  },
});
