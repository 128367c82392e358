import { declareRegister } from '../rules/declaration.ts';
import { all, both, count, none, share } from './words.ts';

const whole = { kind: 'number', decimals: 0, min: 0, required: true } as const;

/** @source domain.md §2.2 no. 41 (one excess deputy ⇒ loss, HT); plan ST: head-count within the quota in every unit */
export const unitNorms = declareRegister({
  key: 'unit-norms',
  version: 1,
  name: both('Biên chế, cấp phó so với định mức', 'Head-count and deputies against the norm'),
  purpose: both(
    'Số có mặt, số giao, số cấp phó của từng đơn vị tại một ngày',
    'Staff, quota and deputies of each unit on a day',
  ),
  group: 'organisation',
  title: 'note',
  owner: 'unit',
  fields: {
    note: { kind: 'text', label: both('Kỳ ghi nhận', 'Recorded for'), required: true, isColumn: true },
    unit: { kind: 'unit', label: both('Phòng, đơn vị', 'Unit'), required: true, isColumn: true },
    recordedOn: { kind: 'day', label: both('Ngày ghi nhận', 'Recorded on'), required: true, isColumn: true },
    quota: { ...whole, label: both('Biên chế được giao', 'Quota'), isColumn: true },
    present: { ...whole, label: both('Biên chế có mặt', 'Present'), isColumn: true },
    minimum: { ...whole, label: both('Số tối thiểu để thành lập', 'Least number to be founded') },
    deputyNorm: { ...whole, label: both('Định mức cấp phó', 'Norm of deputies') },
    deputies: { ...whole, label: both('Số cấp phó có mặt', 'Deputies'), isColumn: true },
    excessDeputies: {
      kind: 'computed',
      label: both('Cấp phó vượt quy định', 'Deputies above the norm'),
      formula: 'max(0, deputies - deputyNorm)',
      as: 'number',
      isColumn: true,
    },
    basis: { kind: 'document', label: both('Quyết định giao', 'Decision of the quota') },
  },
  unique: [['unit', 'recordedOn']],
  measures: {
    founding: share(
      both('Phòng, đơn vị bảo đảm tiêu chí thành lập', 'Units that meet the criteria of founding'),
      { field: 'present', op: '>=', than: 'minimum' },
      { periodBy: 'recordedOn', target: all, leaves: ['4.1.2'] },
    ),
    'excess-deputies': {
      label: both('Cấp phó vượt quy định', 'Deputies above the norm'),
      kind: 'sum',
      of: 'excessDeputies',
      periodBy: 'recordedOn',
      byUnit: 'unit',
      target: none,
      leaves: ['4.1.3'],
    },
    'over-quota': count(
      both('Đơn vị vượt biên chế được giao', 'Units above their quota'),
      { field: 'present', op: '>', than: 'quota' },
      { periodBy: 'recordedOn', byUnit: 'unit', target: none, leaves: ['4.2.2'] },
    ),
  },
});
