import { declareRegister } from '../rules/declaration.ts';
import { staffGrades, staffKinds } from './staff-grades.ts';
import { termText } from './terms.ts';
import { atMost, both, isGiven, isOneOf, share, staffReaders } from './words.ts';

const good = isOneOf('grade', 'excellent', 'good');

/** @source domain.md §2.2 no. 44: 300/321 and 159/161 rated good or better (HG); quota of 20 %: NĐ 335/2025; before 05/12 */
export const staffYears = declareRegister({
  key: 'staff-years',
  version: 1,
  name: both('Xếp loại chất lượng năm', 'Yearly grades'),
  purpose: both('Xếp loại năm và tỷ lệ xuất sắc so với trần', 'Yearly grades, and the quota of the excellent'),
  group: 'organisation',
  title: 'code',
  owner: 'unit',
  seenBy: staffReaders,
  fields: {
    code: { kind: 'text', label: both('Mã cán bộ', 'Staff code'), required: true, isColumn: true },
    name: { kind: 'text', label: both('Họ tên', 'Name'), isPersonal: true, seenBy: staffReaders },
    kind: { kind: 'choice', label: both('Đối tượng', 'Kind'), required: true, isColumn: true, options: staffKinds },
    unit: { kind: 'unit', label: both('Đơn vị', 'Unit'), required: true, isColumn: true },
    yearDay: { kind: 'day', label: both('Ngày cuối năm đánh giá', 'Last day of the year'), required: true },
    monthsWorked: { kind: 'number', label: both('Số tháng làm việc', 'Months worked'), decimals: 0, min: 0, max: 12 },
    points: { kind: 'number', label: both('Điểm', 'Points'), decimals: 2, min: 0, max: 100 },
    grade: { kind: 'choice', label: both('Xếp loại', 'Grade'), isColumn: true, options: staffGrades },
    gradedOn: { kind: 'day', label: both('Ngày quyết định', 'Graded on'), isColumn: true },
    decision: { kind: 'document', label: both('Quyết định', 'Decision') },
    reason: { kind: 'long-text', label: both('Lý do', 'Reason') },
  },
  due: { phrase: 'trước ngày 05/12', yearOf: 'yearDay' },
  finishedOn: 'gradedOn',
  unique: [['code', 'yearDay']],
  measures: {
    good: share(both('Người hoàn thành tốt nhiệm vụ trở lên', 'People rated good or better'), good, {
      among: isGiven('grade'),
      periodBy: 'yearDay',
      byUnit: 'unit',
      leaves: ['5.3.3'],
    }),
    excellent: share(
      both('Xuất sắc trên số từ tốt trở lên', 'Excellent of those good or better'),
      isOneOf('grade', 'excellent'),
      { among: good, periodBy: 'yearDay', byUnit: 'unit', target: atMost(termText('excellentQuota')) },
    ),
  },
});
