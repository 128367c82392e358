import { declareRegister } from '../rules/declaration.ts';
import { all, both, isGiven, onTimeOfDue, openThenDone, share } from './words.ts';

/** @source plan KH VI.1: every unit has its rules on public assets */
export const assetRules = declareRegister({
  key: 'asset-rules',
  version: 1,
  name: both('Quy chế quản lý, sử dụng tài sản công', 'Rules on public assets'),
  purpose: both('Đơn vị nào phải có, đã có quy chế', 'Which units must have rules, and have them'),
  group: 'money',
  title: 'name',
  owner: 'unit',
  fields: {
    name: { kind: 'text', label: both('Quy chế', 'Rules'), required: true, isColumn: true },
    unit: { kind: 'unit', label: both('Đơn vị phải ban hành', 'Unit'), required: true, isColumn: true },
    yearDay: { kind: 'day', label: both('Ngày đầu năm theo dõi', 'First day of the year'), required: true },
    dueOn: { kind: 'day', label: both('Thời hạn', 'Due on'), isColumn: true },
    issuedOn: { kind: 'day', label: both('Ngày ban hành', 'Issued on'), isColumn: true },
    rules: { kind: 'document', label: both('Văn bản quy chế', 'Document'), isPublic: true },
    needsUpdate: { kind: 'yes-no', label: both('Cần sửa đổi', 'Needs an update') },
    files: { kind: 'files', label: both('Tệp quy chế', 'Files') },
  },
  due: { field: 'dueOn', inclusive: true },
  finishedOn: 'issuedOn',
  steps: openThenDone('issuedOn'),
  firstStep: 'open',
  remindBefore: [10],
  unique: [['unit', 'yearDay']],
  measures: {
    'units-with-rules': share(
      both('Đơn vị có quy chế tài sản công', 'Units with rules on assets'),
      isGiven('issuedOn'),
      { periodBy: 'yearDay', byUnit: 'unit', target: all, leaves: ['6.3.1'] },
    ),
    'on-time': { ...onTimeOfDue('Quy chế ban hành đúng hạn', 'Rules issued in time'), byUnit: 'unit' },
  },
});
