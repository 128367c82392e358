import { declareRegister } from '../rules/declaration.ts';
import { both, count, every, isGiven, isOneOf, none } from './words.ts';

const wrongful = (kind: string, vi: string, en: string, leaf: string) =>
  count(both(vi, en), every(isOneOf('kind', kind), { field: 'isWrongful', is: true }), {
    periodBy: 'decidedOn',
    byUnit: 'unit',
    target: none,
    leaves: [leaf],
  });

/** @source plan ST, item 4: what an inspection concluded to be wrong counts, nothing else */
export const appointments = declareRegister({
  key: 'appointments',
  version: 1,
  name: both('Tuyển dụng, bổ nhiệm', 'Recruitment and appointments'),
  purpose: both(
    'Từng đợt tuyển dụng, bổ nhiệm và kết luận kiểm tra',
    'Each recruitment and appointment, and what was concluded',
  ),
  group: 'organisation',
  title: 'subject',
  owner: 'unit',
  seenBy: ['par-officer', 'director', 'unit-head', 'appraiser'],
  fields: {
    subject: { kind: 'text', label: both('Nội dung', 'Subject'), required: true, isColumn: true },
    kind: {
      kind: 'choice',
      label: both('Loại', 'Kind'),
      required: true,
      isColumn: true,
      options: {
        recruitment: both('Tuyển dụng', 'Recruitment'),
        appointment: both('Bổ nhiệm', 'Appointment'),
        reappointment: both('Bổ nhiệm lại', 'Reappointment'),
        rotation: both('Luân chuyển, điều động', 'Rotation'),
      },
    },
    unit: { kind: 'unit', label: both('Đơn vị', 'Unit'), required: true, isColumn: true },
    decidedOn: { kind: 'day', label: both('Ngày quyết định', 'Decided on'), required: true, isColumn: true },
    decision: { kind: 'document', label: both('Quyết định', 'Decision') },
    people: { kind: 'number', label: both('Số người', 'People'), decimals: 0, min: 0 },
    isWrongful: { kind: 'yes-no', label: both('Bị kết luận có sai phạm', 'Concluded to be wrong'), isColumn: true },
    conclusion: { kind: 'document', label: both('Kết luận', 'Conclusion') },
  },
  measures: {
    'wrong-recruitments': wrongful(
      'recruitment',
      'Đợt tuyển dụng bị kết luận sai',
      'Recruitments concluded to be wrong',
      '5.2.1',
    ),
    'wrong-appointments': wrongful(
      'appointment',
      'Trường hợp bổ nhiệm bị kết luận sai',
      'Appointments concluded to be wrong',
      '5.2.2',
    ),
    decided: count(both('Quyết định nhân sự', 'Decisions on people'), isGiven('decidedOn'), {
      periodBy: 'decidedOn',
      byUnit: 'unit',
    }),
  },
});
