import { declareRegister } from '../rules/declaration.ts';
import { both, count, isGiven, onTimeOfDue, shareOfSums } from './words.ts';

/** @source domain.md §11: n = N / (1 + N·e²), e = 5 % [M]; method 2023–2026: QĐ 1001/QĐ-BNV 11/12/2023; `survey.ts` reckons it */
export const surveyRounds = declareRegister({
  key: 'survey-rounds',
  version: 1,
  name: both('Đợt khảo sát hài lòng (SIPAS)', 'Satisfaction surveys (SIPAS)'),
  purpose: both('Đối tượng, cỡ mẫu, số phiếu từng đợt', 'Population, sample size and answers of each round'),
  group: 'service',
  title: 'name',
  owner: 'unit',
  fields: {
    name: { kind: 'text', label: both('Đợt khảo sát', 'Round'), required: true, isColumn: true, isPublic: true },
    unit: { kind: 'unit', label: both('Đơn vị thực hiện', 'Unit'), required: true, isColumn: true },
    respondents: {
      kind: 'choice',
      label: both('Đối tượng', 'Respondents'),
      required: true,
      options: {
        citizens: both('Người dân, tổ chức đã sử dụng dịch vụ', 'People who used a service'),
        officials: both('Lãnh đạo, công chức các cơ quan', 'Officials'),
      },
    },
    plan: { kind: 'document', label: both('Kế hoạch khảo sát', 'Plan') },
    startsOn: { kind: 'day', label: both('Ngày bắt đầu', 'Starts on'), required: true },
    dueOn: { kind: 'day', label: both('Thời hạn báo cáo', 'Report due on'), isColumn: true },
    population: {
      kind: 'number',
      label: both('Tổng số đối tượng (N)', 'Population (N)'),
      decimals: 0,
      min: 1,
      required: true,
    },
    errorPercent: {
      kind: 'percent',
      label: both('Sai số cho phép (e)', 'Margin of error (e)'),
      decimals: 1,
      required: true,
    },
    sampleSize: {
      kind: 'computed',
      label: both('Cỡ mẫu tối thiểu', 'Sample size needed'),
      formula: 'ceil(population / (1 + population * errorPercent * errorPercent / 10000))',
      as: 'number',
      isColumn: true,
    },
    handedOut: { kind: 'number', label: both('Số phiếu phát ra', 'Handed out'), decimals: 0, min: 0 },
    valid: { kind: 'number', label: both('Số phiếu hợp lệ', 'Valid answers'), decimals: 0, min: 0, isColumn: true },
    reportedOn: { kind: 'day', label: both('Ngày báo cáo', 'Reported on'), isColumn: true },
    report: { kind: 'document', label: both('Báo cáo kết quả', 'Report'), isPublic: true },
  },
  due: { field: 'dueOn', inclusive: true },
  finishedOn: 'reportedOn',
  steps: {
    planned: { label: both('Theo kế hoạch', 'Planned') },
    asking: { label: both('Đang khảo sát', 'Asking'), needs: ['handedOut'] },
    reported: { label: both('Đã báo cáo', 'Reported'), isEnd: true, needs: ['reportedOn', 'valid', 'report'] },
  },
  firstStep: 'planned',
  remindBefore: [10, 3],
  measures: {
    held: count(both('Đợt khảo sát đã báo cáo', 'Surveys reported'), isGiven('reportedOn'), { periodBy: 'reportedOn' }),
    'sample-reached': shareOfSums(
      both('Phiếu hợp lệ so với cỡ mẫu', 'Valid answers against the sample size'),
      { of: 'valid', dividedBy: 'sampleSize' },
      { periodBy: 'startsOn' },
    ),
    'on-time': onTimeOfDue('Đợt khảo sát báo cáo đúng hạn', 'Surveys reported in time'),
  },
});
