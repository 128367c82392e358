import { declareRegister } from '../rules/declaration.ts';
import { staffGrades, staffKinds } from './staff-grades.ts';
import { termText } from './terms.ts';
import { all, both, every, isGiven, isOneOf, share, shareOfSums, staffReaders } from './words.ts';

const whole = { kind: 'number', decimals: 0, min: 0 } as const;
const rated = 'round(common + (quantity + quality + progress) / 3 * 0.7, 2)';
const lateOfHandled = { of: 'late', dividedBy: 'handled' } as const;
const belowGood = isOneOf('decided', 'done', 'not-done');
const grade = { kind: 'choice', options: staffGrades, isColumn: true } as const;
const part = { kind: 'percent', decimals: 2, max: 100 } as const;

/**
 * Proposal and trace come from the staff slice's rule; the head's decision stands apart.
 * @source domain.md §8: ≥ 10 % of own dossiers late ⇒ not "good" or better (KH); 30 + 70 points from 2026
 */
export const staffMonths = declareRegister({
  key: 'staff-months',
  version: 1,
  name: both('Xếp loại hằng tháng', 'Monthly ratings'),
  purpose: both('Mức đề xuất tính được, quyết định của người đứng đầu', 'Proposal computed, decision apart'),
  group: 'organisation',
  title: 'code',
  owner: 'unit',
  seenBy: staffReaders,
  fields: {
    code: { kind: 'text', label: both('Mã cán bộ', 'Staff code'), required: true, isColumn: true },
    name: { kind: 'text', label: both('Họ tên', 'Name'), isPersonal: true },
    kind: { kind: 'choice', label: both('Đối tượng', 'Kind'), options: staffKinds },
    unit: { kind: 'unit', label: both('Đơn vị', 'Unit'), required: true, isColumn: true },
    month: { kind: 'day', label: both('Ngày cuối tháng', 'Last day of the month'), required: true, isColumn: true },
    handled: { ...whole, label: both('Hồ sơ, bước đã xử lý', 'Dossiers handled') },
    late: { ...whole, label: both('Trễ hạn', 'Late') },
    excused: { ...whole, label: both('Trễ khách quan', 'Late, excused') },
    lateShare: {
      kind: 'computed',
      label: both('Tỷ lệ trễ', 'Share late'),
      formula: '(late - excused) / handled * 100',
      as: 'percent',
      isColumn: true,
    },
    common: { kind: 'number', decimals: 2, min: 0, max: 30, label: both('Điểm tiêu chí chung (30)', 'Common points') },
    quantity: { ...part, label: both('Số lượng (%)', 'Quantity') },
    quality: { ...part, label: both('Chất lượng (%)', 'Quality') },
    progress: { ...part, label: both('Tiến độ (%)', 'Progress') },
    points: { kind: 'computed', label: both('Điểm', 'Points'), formula: rated, as: 'number' },
    ownGrade: { kind: 'choice', label: both('Tự xếp loại', 'Own rating'), options: staffGrades },
    proposed: { ...grade, label: both('Mức đề xuất', 'Proposed'), changedBy: [] },
    trace: { kind: 'long-text', label: both('Căn cứ đề xuất', 'Why'), changedBy: [] },
    decided: { ...grade, label: both('Quyết định', 'Decided'), changedBy: staffReaders },
    reason: { kind: 'long-text', label: both('Lý do khác đề xuất', 'Why it differs') },
  },
  unique: [['code', 'month']],
  measures: {
    'ceiling-kept': share(
      both('Người từ 10% hồ sơ trễ xếp dưới tốt', 'People with 10 % late rated below good'),
      belowGood,
      {
        among: every(isGiven('decided'), { field: 'lateShare', from: termText('lateDossiers') }),
        periodBy: 'month',
        byUnit: 'unit',
        target: all,
        leaves: ['5.3.2'],
      },
    ),
    'late-dossiers': shareOfSums(both('Hồ sơ trễ trên hồ sơ đã xử lý', 'Late dossiers'), lateOfHandled, {
      periodBy: 'month',
      byUnit: 'unit',
    }),
  },
});
