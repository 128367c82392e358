import { declareRegister } from '../rules/declaration.ts';
import { all, both, share, shareOfSums } from './words.ts';

const whole = { kind: 'number', decimals: 0, min: 0 } as const;
const byMonth = { periodBy: 'month', byUnit: 'unit' } as const;

/** @source domain.md §2.2 no. 53 and 57 (HG 2.73 of 3.5; DN: some units issue nothing electronically); secret ones apart */
export const issuedDocuments = declareRegister({
  key: 'issued-documents',
  version: 1,
  name: both('Văn bản đi ký số, điện tử', 'Issued documents'),
  purpose: both(
    'Số văn bản đi, ký số, gửi điện tử theo đơn vị và tháng',
    'Documents issued, signed and sent, by unit and month',
  ),
  group: 'digital',
  title: 'note',
  owner: 'unit',
  fields: {
    note: { kind: 'text', label: both('Tháng', 'Month'), required: true, isColumn: true },
    unit: { kind: 'unit', label: both('Đơn vị', 'Unit'), required: true, isColumn: true },
    month: { kind: 'day', label: both('Ngày cuối tháng', 'Last day of the month'), required: true },
    isSubordinate: { kind: 'yes-no', label: both('Đơn vị trực thuộc', 'Subordinate unit') },
    issued: {
      ...whole,
      label: both('Văn bản đi (trừ mật)', 'Issued, secret ones apart'),
      required: true,
      isColumn: true,
    },
    signed: { ...whole, label: both('Ký số cơ quan và cá nhân', 'Signed by office and person'), isColumn: true },
    electronic: { ...whole, label: both('Gửi điện tử', 'Sent electronically'), isColumn: true },
    workFiles: { ...whole, label: both('Hồ sơ công việc', 'Work files') },
    onlineFiles: { ...whole, label: both('Hồ sơ lập trên mạng', 'Work files on line') },
    percent: {
      kind: 'computed',
      label: both('Tỷ lệ ký số', 'Share signed'),
      formula: 'signed / issued * 100',
      as: 'percent',
      isColumn: true,
    },
  },
  unique: [['unit', 'month']],
  measures: {
    signed: shareOfSums(
      both('Văn bản đi ký số', 'Documents signed'),
      { of: 'signed', dividedBy: 'issued' },
      { ...byMonth, target: all, leaves: ['7.2.1'] },
    ),
    electronic: shareOfSums(
      both('Văn bản đi gửi điện tử', 'Documents sent electronically'),
      { of: 'electronic', dividedBy: 'issued' },
      { ...byMonth, target: all },
    ),
    'units-issuing': share(
      both('Đơn vị trực thuộc phát hành văn bản điện tử', 'Subordinate units that issue electronically'),
      { field: 'electronic', from: '1' },
      {
        among: { field: 'isSubordinate', is: true },
        distinct: 'unit',
        periodBy: 'month',
        target: all,
        leaves: ['7.2.2'],
      },
    ),
    'work-files': shareOfSums(
      both('Hồ sơ công việc lập trên mạng', 'Work files on line'),
      { of: 'onlineFiles', dividedBy: 'workFiles' },
      { ...byMonth, leaves: ['7.2.3'] },
    ),
  },
});
