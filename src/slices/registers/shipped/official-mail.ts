import { declareRegister } from '../rules/declaration.ts';
import { atLeast, both, shareOfSums } from './words.ts';

/** @source domain.md §2.2 no. 57 (DN); the target of 80 % is the set's [M] */
export const officialMail = declareRegister({
  key: 'official-mail',
  version: 1,
  name: both('Thư điện tử công vụ', 'Official mail'),
  purpose: both('Tài khoản và người dùng thường xuyên theo đơn vị', 'Accounts and regular users by unit'),
  group: 'digital',
  title: 'note',
  owner: 'unit',
  fields: {
    note: { kind: 'text', label: both('Kỳ ghi nhận', 'Recorded for'), required: true, isColumn: true },
    unit: { kind: 'unit', label: both('Đơn vị', 'Unit'), required: true, isColumn: true },
    recordedOn: { kind: 'day', label: both('Ngày ghi nhận', 'Recorded on'), required: true },
    accounts: {
      kind: 'number',
      label: both('Tài khoản', 'Accounts'),
      decimals: 0,
      min: 0,
      required: true,
      isColumn: true,
    },
    regular: { kind: 'number', label: both('Dùng thường xuyên', 'Regular users'), decimals: 0, min: 0, isColumn: true },
  },
  unique: [['unit', 'recordedOn']],
  measures: {
    used: shareOfSums(
      both('Người dùng thư công vụ thường xuyên', 'Regular users of official mail'),
      { of: 'regular', dividedBy: 'accounts' },
      { periodBy: 'recordedOn', byUnit: 'unit', target: atLeast('80'), leaves: ['7.2.4'] },
    ),
  },
});
