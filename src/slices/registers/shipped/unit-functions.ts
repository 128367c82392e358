import { declareRegister } from '../rules/declaration.ts';
import { termAfter } from './terms.ts';
import { all, both, isGiven, onTimeOfDue, share } from './words.ts';

/** @source domain.md §2.2 no. 40 (not reissued ⇒ half, HG); plan KH IV.1: within 30 days of the guidance */
export const unitFunctions = declareRegister({
  key: 'unit-functions',
  version: 1,
  name: both('Chức năng, nhiệm vụ phòng, đơn vị', 'Decisions on functions'),
  purpose: both(
    'Quyết định chức năng, nhiệm vụ phải ban hành, sửa đổi',
    'Decisions on functions to be issued or amended',
  ),
  group: 'organisation',
  title: 'subject',
  owner: 'unit',
  fields: {
    subject: { kind: 'text', label: both('Nội dung', 'Subject'), required: true, isColumn: true },
    unit: { kind: 'unit', label: both('Phòng, đơn vị', 'Unit'), required: true, isColumn: true },
    guidance: { kind: 'document', label: both('Văn bản hướng dẫn', 'Guidance') },
    guidedOn: {
      kind: 'day',
      label: both('Ngày văn bản hướng dẫn', 'Day of the guidance'),
      required: true,
      isColumn: true,
    },
    submittedOn: { kind: 'day', label: both('Ngày trình', 'Submitted on'), isColumn: true },
    issuedOn: { kind: 'day', label: both('Ngày ban hành', 'Issued on'), isColumn: true },
    decision: { kind: 'document', label: both('Quyết định', 'Decision'), isPublic: true },
    files: { kind: 'files', label: both('Tệp kèm theo', 'Files') },
  },
  due: termAfter('guidedOn', 'functionsDecision'),
  finishedOn: 'submittedOn',
  steps: {
    open: { label: both('Chưa trình', 'Not submitted') },
    submitted: { label: both('Đã trình', 'Submitted'), needs: ['submittedOn'] },
    issued: { label: both('Đã ban hành', 'Issued'), isEnd: true, needs: ['issuedOn', 'decision'] },
  },
  firstStep: 'open',
  remindBefore: [10, 5],
  measures: {
    issued: share(
      both('Chức năng, nhiệm vụ trình đúng hạn và đã ban hành', 'Functions submitted in time and issued'),
      { all: [{ timing: ['early', 'on-time'] }, isGiven('issuedOn')] },
      { periodBy: 'guidedOn', target: all, leaves: ['4.1.1'] },
    ),
    submitted: share(both('Chức năng, nhiệm vụ đã trình', 'Functions submitted'), isGiven('submittedOn'), {
      periodBy: 'guidedOn',
      target: all,
      leaves: ['4.1.1'],
      place: 1,
    }),
    'on-time': { ...onTimeOfDue('Trình chức năng, nhiệm vụ đúng hạn', 'Functions submitted in time'), byUnit: 'unit' },
  },
});
