import { declareRegister } from '../rules/declaration.ts';
import { both, count, isGiven, onTimeOfDue, openThenDone } from './words.ts';

/** @source issue 6: communication of law stands beside the monitoring of its enforcement; no leaf of the sample set scores it */
export const lawCommunication = declareRegister({
  key: 'law-communication',
  version: 1,
  name: both('Phổ biến, giáo dục pháp luật', 'Communication of law'),
  purpose: both('Đợt phổ biến văn bản mới theo đối tượng và hình thức', 'What new law was made known to whom and how'),
  group: 'institutions',
  title: 'subject',
  owner: 'unit',
  fields: {
    subject: {
      kind: 'text',
      label: both('Nội dung, văn bản phổ biến', 'Law made known'),
      required: true,
      isColumn: true,
      isPublic: true,
    },
    form: {
      kind: 'choice',
      label: both('Hình thức', 'Form'),
      required: true,
      isColumn: true,
      options: {
        conference: both('Hội nghị trực tiếp, trực tuyến', 'Conference'),
        website: both('Đăng tải trên trang thông tin', 'Website'),
        handbook: both('Tài liệu, sổ tay', 'Handbook'),
        contest: both('Cuộc thi tìm hiểu', 'Contest'),
        integrated: both('Lồng ghép sinh hoạt', 'Within other meetings'),
      },
    },
    audience: { kind: 'text', label: both('Đối tượng', 'Audience') },
    unit: { kind: 'unit', label: both('Đơn vị thực hiện', 'Unit'), required: true, isColumn: true },
    dueOn: { kind: 'day', label: both('Thời hạn theo kế hoạch', 'Planned by') },
    doneOn: { kind: 'day', label: both('Ngày thực hiện', 'Done on'), isColumn: true },
    people: { kind: 'number', label: both('Số lượt người', 'People'), decimals: 0, min: 0 },
    evidence: { kind: 'text', label: both('Minh chứng', 'Evidence') },
  },
  due: { field: 'dueOn', inclusive: true },
  finishedOn: 'doneOn',
  steps: openThenDone('doneOn'),
  firstStep: 'open',
  measures: {
    held: count(both('Đợt phổ biến pháp luật đã thực hiện', 'Communications held'), isGiven('doneOn'), {
      periodBy: 'doneOn',
      byUnit: 'unit',
    }),
    people: {
      label: both('Lượt người được phổ biến', 'People reached'),
      kind: 'sum',
      of: 'people',
      periodBy: 'doneOn',
      byUnit: 'unit',
    },
    'on-time': { ...onTimeOfDue('Đợt phổ biến đúng kế hoạch', 'Communications held as planned'), byUnit: 'unit' },
  },
});
