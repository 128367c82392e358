import { declareRegister } from '../rules/declaration.ts';
import { all, both, share, shareOfSums } from './words.ts';

const whole = { kind: 'number', decimals: 0, min: 0, required: true, isColumn: true } as const;

/** @source domain.md §2.2 no. 46: band 60–100 % (HT); plan KH V.1: 100 % */
export const unitPosts = declareRegister({
  key: 'unit-posts',
  version: 1,
  name: both('Vị trí việc làm, cơ cấu ngạch', 'Posts and grade fit'),
  purpose: both(
    'Bố trí đúng vị trí, ngạch theo đề án của từng đơn vị',
    'Whether people fit their post and grade, by unit',
  ),
  group: 'organisation',
  title: 'note',
  owner: 'unit',
  seenBy: ['par-officer', 'director', 'unit-head', 'appraiser'],
  fields: {
    note: { kind: 'text', label: both('Kỳ ghi nhận', 'Recorded for'), required: true, isColumn: true },
    unit: { kind: 'unit', label: both('Phòng, đơn vị', 'Unit'), required: true, isColumn: true },
    recordedOn: { kind: 'day', label: both('Ngày ghi nhận', 'Recorded on'), required: true },
    posts: { ...whole, label: both('Vị trí theo đề án', 'Posts of the scheme') },
    filled: { ...whole, label: both('Người được bố trí', 'People placed') },
    postFit: { ...whole, label: both('Đúng vị trí', 'Fit their post') },
    gradeFit: { ...whole, label: both('Đúng ngạch, CDNN', 'Fit their grade') },
    misfits: {
      kind: 'computed',
      label: both('Người chưa đúng', 'Misfits'),
      formula: 'filled - min(postFit, gradeFit)',
      as: 'number',
    },
    scheme: { kind: 'document', label: both('Đề án vị trí việc làm', 'Scheme of posts') },
  },
  unique: [['unit', 'recordedOn']],
  measures: {
    'units-fitting': share(
      both('Phòng, đơn vị bố trí đúng vị trí, ngạch', 'Units where everybody fits'),
      { field: 'misfits', to: '0' },
      { periodBy: 'recordedOn', target: all, leaves: ['5.1.2'] },
    ),
    'people-fitting': shareOfSums(
      both('Người đúng ngạch', 'People who fit their grade'),
      { of: 'gradeFit', dividedBy: 'filled' },
      { periodBy: 'recordedOn', byUnit: 'unit' },
    ),
  },
});
