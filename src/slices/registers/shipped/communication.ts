import { declareRegister } from '../rules/declaration.ts';
import { atLeast, both, count, isGiven, openThenDone } from './words.ts';

/** @source domain.md §2.2 no. 4 and 5: the variety of forms counts, and only those with evidence (DN 3 of 4, HG 0.69 of 1) */
export const communication = declareRegister({
  key: 'communication',
  version: 1,
  name: both('Tuyên truyền cải cách hành chính', 'Communication of the reform'),
  purpose: both('Hoạt động tuyên truyền theo hình thức, kèm minh chứng', 'What was done in which form, with evidence'),
  group: 'direction',
  title: 'activity',
  owner: 'unit',
  fields: {
    activity: { kind: 'text', label: both('Hoạt động', 'Activity'), required: true, isColumn: true },
    form: {
      kind: 'choice',
      label: both('Hình thức', 'Form'),
      required: true,
      isColumn: true,
      options: {
        website: both('Trang thông tin điện tử', 'Website'),
        press: both('Báo, đài', 'Press and broadcast'),
        seminar: both('Tọa đàm, hội nghị', 'Seminar or conference'),
        training: both('Tập huấn', 'Training'),
        social: both('Mạng xã hội', 'Social media'),
        leaflet: both('Tờ gấp, pano', 'Leaflet or poster'),
        contest: both('Cuộc thi', 'Contest'),
        'one-stop': both('Tại Bộ phận Một cửa', 'At the one-stop desk'),
      },
    },
    unit: { kind: 'unit', label: both('Đơn vị thực hiện', 'Unit'), required: true, isColumn: true },
    plannedOn: { kind: 'day', label: both('Ngày theo kế hoạch', 'Planned for') },
    doneOn: { kind: 'day', label: both('Ngày thực hiện', 'Done on'), isColumn: true },
    reach: { kind: 'number', label: both('Lượt người tiếp cận', 'People reached'), decimals: 0, min: 0 },
    evidence: {
      kind: 'text',
      label: both('Minh chứng (đường dẫn, số văn bản)', 'Evidence (link, number)'),
      isColumn: true,
    },
    files: { kind: 'files', label: both('Ảnh, tệp minh chứng', 'Pictures and files') },
  },
  due: { field: 'plannedOn', inclusive: true },
  finishedOn: 'doneOn',
  steps: openThenDone('doneOn'),
  firstStep: 'open',
  remindBefore: [3],
  measures: {
    forms: count(
      both('Hình thức tuyên truyền có minh chứng', 'Forms of communication with evidence'),
      isGiven('evidence'),
      { distinct: 'form', periodBy: 'doneOn', byUnit: 'unit', target: atLeast('4'), leaves: ['1.4.2'] },
    ),
    activities: count(both('Hoạt động tuyên truyền', 'Activities'), isGiven('doneOn'), {
      periodBy: 'doneOn',
      byUnit: 'unit',
    }),
  },
});
