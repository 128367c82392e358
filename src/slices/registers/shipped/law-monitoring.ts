import { declareRegister } from '../rules/declaration.ts';
import { atLeast, both, count, every, fellDue, inTime, isGiven, isOneOf, openThenDone, share } from './words.ts';

const activities = {
  plan: both('Ban hành kế hoạch', 'Plan'),
  collection: both('Thu thập, xử lý thông tin', 'Collection of information'),
  inspection: both('Kiểm tra tình hình thi hành', 'Inspection'),
  survey: both('Điều tra, khảo sát', 'Survey'),
  report: both('Báo cáo kết quả', 'Report'),
  other: both('Nhiệm vụ khác của kế hoạch', 'Other task of the plan'),
};
const proven = (activity: keyof typeof activities) => every(isOneOf('activity', activity), isGiven('evidence'));
const part = (activity: keyof typeof activities, place: number) =>
  count(activities[activity], proven(activity), { periodBy: 'doneOn', leaves: ['2.3.2'], place });
const reportWith = (unresolved: string) => every(proven('report'), { field: 'unresolved', to: unresolved });

/** @source domain.md §2.2 no. 20–22 (HG: two activities without evidence ⇒ half; no report ⇒ 0); before 05/12: plan KH */
export const lawMonitoring = declareRegister({
  key: 'law-monitoring',
  version: 1,
  name: both('Theo dõi tình hình thi hành pháp luật', 'Law-enforcement monitoring'),
  purpose: both('Kế hoạch, thu thập, kiểm tra, khảo sát, báo cáo', 'Plan, collection, inspection, survey, report'),
  group: 'institutions',
  title: 'task',
  owner: 'unit',
  fields: {
    task: { kind: 'text', label: both('Nhiệm vụ', 'Task'), required: true, isColumn: true },
    activity: {
      kind: 'choice',
      label: both('Hoạt động', 'Activity'),
      required: true,
      isColumn: true,
      options: activities,
    },
    unit: { kind: 'unit', label: both('Đơn vị thực hiện', 'Unit'), required: true, isColumn: true },
    yearDay: { kind: 'day', label: both('Ngày giao', 'Given on'), required: true },
    dueOn: { kind: 'day', label: both('Thời hạn', 'Due on'), isColumn: true },
    doneOn: { kind: 'day', label: both('Ngày hoàn thành', 'Done on'), isColumn: true },
    found: { kind: 'number', label: both('Số bất cập phát hiện', 'Shortcomings found'), decimals: 0, min: 0 },
    unresolved: {
      kind: 'number',
      label: both('Số chưa xử lý, chưa kiến nghị', 'Not handled yet'),
      decimals: 0,
      min: 0,
    },
    evidence: { kind: 'document', label: both('Văn bản minh chứng', 'Evidence') },
    files: { kind: 'files', label: both('Biên bản, phiếu khảo sát', 'Minutes, questionnaires') },
  },
  due: {
    by: 'activity',
    cases: { report: { phrase: 'trước ngày 05/12', yearOf: 'yearDay' } },
    otherwise: { field: 'dueOn', inclusive: true },
  },
  finishedOn: 'doneOn',
  steps: openThenDone('doneOn'),
  firstStep: 'open',
  remindBefore: [10, 3],
  measures: {
    plan: share(both('Nhiệm vụ trong kế hoạch đã hoàn thành', 'Tasks of the plan done in time'), inTime, {
      among: fellDue,
      periodBy: 'due-day',
      byUnit: 'unit',
      leaves: ['2.3.1'],
    }),
    collection: part('collection', 0),
    inspection: part('inspection', 1),
    survey: part('survey', 2),
    'all-handled': count(both('Báo cáo, không còn bất cập chưa xử lý', 'Reports with nothing left'), reportWith('0'), {
      periodBy: 'doneOn',
      leaves: ['2.3.3'],
    }),
    reported: count(both('Báo cáo kết quả đã gửi', 'Reports sent'), proven('report'), {
      periodBy: 'doneOn',
      target: atLeast('1'),
      leaves: ['2.3.3'],
      place: 1,
    }),
  },
});
