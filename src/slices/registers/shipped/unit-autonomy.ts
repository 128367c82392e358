import { declareRegister } from '../rules/declaration.ts';
import { atLeast, both, count, isOneOf, moreThan } from './words.ts';

/** @source plan HT 1.1: more public units that pay for themselves than last year; levels as NĐ 60/2021/NĐ-CP groups them [M] */
export const unitAutonomy = declareRegister({
  key: 'unit-autonomy',
  version: 1,
  name: both('Tự chủ đơn vị sự nghiệp', 'Autonomy of public units'),
  purpose: both('Mức tự bảo đảm chi thường xuyên năm nay so với năm trước', 'How far public units pay for themselves'),
  group: 'money',
  title: 'note',
  owner: 'unit',
  fields: {
    note: { kind: 'text', label: both('Năm, phương án', 'Year, scheme'), required: true, isColumn: true },
    unit: { kind: 'unit', label: both('Đơn vị sự nghiệp', 'Public unit'), required: true, isColumn: true },
    yearDay: { kind: 'day', label: both('Ngày đầu năm', 'First day of the year'), required: true },
    mechanism: {
      kind: 'choice',
      label: both('Mức tự chủ', 'Autonomy'),
      required: true,
      isColumn: true,
      options: {
        full: both('Tự bảo đảm chi thường xuyên và đầu tư', 'Recurrent and capital'),
        recurrent: both('Tự bảo đảm chi thường xuyên', 'Recurrent'),
        partly: both('Tự bảo đảm một phần', 'Partly'),
        budget: both('Ngân sách bảo đảm', 'Paid by the budget'),
      },
    },
    percent: { kind: 'percent', label: both('Tỷ lệ tự bảo đảm', 'Share paid by itself'), decimals: 1, isColumn: true },
    lastYear: { kind: 'percent', label: both('Tỷ lệ năm trước', 'Share last year'), decimals: 1 },
    change: {
      kind: 'computed',
      label: both('Thay đổi', 'Change'),
      formula: 'percent - lastYear',
      as: 'percent',
      isColumn: true,
    },
    decision: { kind: 'document', label: both('Quyết định giao tự chủ', 'Decision') },
  },
  unique: [['unit', 'yearDay']],
  measures: {
    rise: {
      label: both('Mức tự bảo đảm tăng so với năm trước', 'Autonomy rose'),
      kind: 'sum',
      of: 'change',
      periodBy: 'yearDay',
      byUnit: 'unit',
      unit: '%',
      target: moreThan('0'),
      leaves: ['6.4.2'],
    },
    'no-fall': {
      label: both('Mức tự bảo đảm không giảm', 'Autonomy did not fall'),
      kind: 'sum',
      of: 'change',
      periodBy: 'yearDay',
      unit: '%',
      target: atLeast('0'),
      leaves: ['6.4.2'],
      place: 1,
    },
    'self-paying': count(
      both('Đơn vị tự bảo đảm chi thường xuyên', 'Units that pay for themselves'),
      isOneOf('mechanism', 'full', 'recurrent'),
      { periodBy: 'yearDay' },
    ),
  },
});
