import { declareRegister } from '../rules/declaration.ts';
import { both, count, every, isGiven } from './words.ts';

/** @source plan ST: ISO 9001 kept up, with internal audit and publication; day of 31/12 is the year's end */
export const iso = declareRegister({
  key: 'iso',
  version: 1,
  name: both('Hệ thống quản lý chất lượng ISO', 'ISO quality management'),
  purpose: both('Duy trì, đánh giá nội bộ, công bố từng năm', 'Kept up, audited and published each year'),
  group: 'digital',
  title: 'name',
  owner: 'unit',
  fields: {
    name: { kind: 'text', label: both('Hệ thống, năm', 'System, year'), required: true, isColumn: true },
    unit: { kind: 'unit', label: both('Đơn vị', 'Unit'), required: true, isColumn: true },
    yearDay: { kind: 'day', label: both('Ngày đầu năm', 'First day of the year'), required: true },
    procedures: {
      kind: 'number',
      label: both('Thủ tục áp dụng', 'Procedures under it'),
      decimals: 0,
      min: 0,
      isColumn: true,
    },
    plan: { kind: 'document', label: both('Kế hoạch duy trì', 'Plan'), isColumn: true },
    auditedOn: { kind: 'day', label: both('Ngày đánh giá nội bộ', 'Internal audit on'), isColumn: true },
    audit: { kind: 'document', label: both('Báo cáo đánh giá', 'Audit report') },
    publishedOn: { kind: 'day', label: both('Ngày công bố phù hợp', 'Published on'), isColumn: true },
    publication: { kind: 'document', label: both('Quyết định công bố', 'Publication'), isPublic: true },
    isElectronic: { kind: 'yes-no', label: both('ISO điện tử', 'Electronic ISO') },
  },
  due: { phrase: 'chậm nhất ngày 31/12', yearOf: 'yearDay' },
  finishedOn: 'publishedOn',
  steps: {
    kept: { label: both('Đang duy trì', 'Kept up') },
    audited: { label: both('Đã đánh giá', 'Audited'), needs: ['auditedOn', 'audit'] },
    published: { label: both('Đã công bố', 'Published'), isEnd: true, needs: ['publishedOn', 'publication'] },
  },
  firstStep: 'kept',
  remindBefore: [20],
  unique: [['unit', 'yearDay']],
  measures: {
    full: count(
      both('ISO duy trì đủ, có đánh giá, công bố', 'ISO kept up, audited and published'),
      every(isGiven('audit'), isGiven('publication')),
      { periodBy: 'yearDay', leaves: ['7.6.1'] },
    ),
    kept: count(both('ISO được duy trì', 'ISO kept up'), isGiven('plan'), {
      periodBy: 'yearDay',
      leaves: ['7.6.1'],
      place: 1,
    }),
  },
});
