import { declareRegister } from '../rules/declaration.ts';
import { termText } from './terms.ts';
import { atLeast, both, count, every, isGiven, isOneOf, onTimeOfDue, share } from './words.ts';

const heldForPar = every(isOneOf('kind', 'par'), isGiven('inspectedOn'));
const ofDecentralisation = (...given: readonly string[]) =>
  every(isOneOf('kind', 'decentralisation'), ...given.map(isGiven));
const ofAssets = (given: string, vi: string, en: string, place: number) =>
  count(both(vi, en), every(isOneOf('kind', 'assets'), isGiven(given)), {
    periodBy: 'plannedOn',
    leaves: ['6.3.2'],
    place,
  });

/** @source domain.md §2.2 no. 13 (≥ 30 % of the units), 51 (plan, minutes, report, notice); plan KH IV.5 */
export const inspections = declareRegister({
  key: 'inspections',
  version: 1,
  name: both('Kiểm tra theo kế hoạch năm', 'Inspections of the yearly plan'),
  purpose: both('Mỗi dòng là một đơn vị được kiểm tra', 'One line for each unit that is inspected'),
  group: 'direction',
  title: 'subject',
  owner: 'unit',
  fields: {
    subject: { kind: 'text', label: both('Nội dung kiểm tra', 'Subject'), required: true, isColumn: true },
    kind: {
      kind: 'choice',
      label: both('Loại kiểm tra', 'Kind'),
      required: true,
      isColumn: true,
      options: {
        par: both('Cải cách hành chính', 'Administrative reform'),
        decentralisation: both('Nhiệm vụ đã phân cấp', 'Decentralised tasks'),
        assets: both('Quản lý tài sản công', 'Public assets'),
        discipline: both('Kỷ luật, kỷ cương', 'Discipline'),
      },
    },
    unit: { kind: 'unit', label: both('Đơn vị được kiểm tra', 'Inspected unit'), required: true, isColumn: true },
    plan: { kind: 'document', label: both('Kế hoạch kiểm tra', 'Inspection plan') },
    plannedOn: { kind: 'day', label: both('Ngày theo kế hoạch', 'Planned for'), required: true, isColumn: true },
    inspectedOn: { kind: 'day', label: both('Ngày kiểm tra', 'Inspected on'), isColumn: true },
    minutes: { kind: 'document', label: both('Biên bản', 'Minutes') },
    report: { kind: 'document', label: both('Báo cáo kết quả', 'Report') },
    notice: { kind: 'document', label: both('Thông báo kết quả, văn bản chấn chỉnh', 'Notice, directing document') },
    files: { kind: 'files', label: both('Tệp kèm theo', 'Files') },
  },
  due: { field: 'plannedOn', inclusive: true },
  finishedOn: 'inspectedOn',
  steps: {
    planned: { label: both('Theo kế hoạch', 'Planned') },
    inspected: { label: both('Đã kiểm tra', 'Inspected'), needs: ['inspectedOn', 'minutes'] },
    concluded: { label: both('Đã kết luận', 'Concluded'), isEnd: true, needs: ['report', 'notice'] },
  },
  firstStep: 'planned',
  remindBefore: [5],
  measures: {
    'units-inspected': share(both('Phòng, đơn vị được kiểm tra CCHC', 'Units inspected for PAR'), heldForPar, {
      distinct: 'unit',
      outOf: 'units',
      periodBy: 'inspectedOn',
      target: atLeast(termText('inspectedUnits')),
      leaves: ['1.3.1'],
    }),
    'on-plan': { ...onTimeOfDue('Cuộc kiểm tra đúng kế hoạch', 'Inspections held as planned'), byUnit: 'unit' },
    'decentralisation-complete': count(
      both('Kiểm tra phân cấp đủ hồ sơ', 'Decentralisation checks in full'),
      ofDecentralisation('plan', 'minutes', 'report'),
      { periodBy: 'plannedOn', leaves: ['4.3.2'] },
    ),
    'decentralisation-checks': count(
      both('Kiểm tra phân cấp có biên bản', 'Decentralisation checks held'),
      ofDecentralisation('minutes'),
      { periodBy: 'plannedOn', leaves: ['4.3.2'], place: 1 },
    ),
    'asset-plans': ofAssets('plan', 'Kiểm tra tài sản có kế hoạch', 'Asset checks with a plan', 0),
    'asset-minutes': ofAssets('minutes', 'Kiểm tra tài sản có biên bản', 'Asset checks with minutes', 1),
    'asset-reports': ofAssets('report', 'Kiểm tra tài sản có báo cáo', 'Asset checks with a report', 2),
    'asset-notices': ofAssets('notice', 'Kiểm tra tài sản có thông báo', 'Asset checks with a notice', 3),
  },
});
