import { declareRegister } from '../rules/declaration.ts';
import { termAfter } from './terms.ts';
import { all, both, openThenDone, share } from './words.ts';

const parts = {
  dossiers: both('Biên bản bàn giao hồ sơ TTHC', 'Dossiers handed over by minutes'),
  work: both('Bàn giao nhiệm vụ, PAKN đang xử lý', 'Tasks and feedback in progress handed over'),
  competence: both('Cập nhật thẩm quyền TTHC', 'Competence of procedures updated'),
};
const handedOver = (part: keyof typeof parts, place: number) =>
  share(
    parts[part],
    { field: 'handed', hasAll: [part] },
    { periodBy: 'decidedOn', target: all, leaves: ['4.4.1'], place },
  );

/** @source domain.md §10: what a merged or dissolved unit must hand over; the term is [M] */
export const handovers = declareRegister({
  key: 'handovers',
  version: 1,
  name: both('Bàn giao khi hợp nhất, giải thể', 'Hand-overs of merged units'),
  purpose: both('Hồ sơ, nhiệm vụ, thẩm quyền bàn giao khi sắp xếp', 'Dossiers, tasks and competence handed over'),
  group: 'organisation',
  title: 'event',
  owner: 'unit',
  fields: {
    event: { kind: 'text', label: both('Việc sắp xếp', 'Reorganisation'), required: true, isColumn: true },
    unit: { kind: 'unit', label: both('Đơn vị nhận', 'Receiving unit'), required: true, isColumn: true },
    decidedOn: { kind: 'day', label: both('Ngày có hiệu lực', 'In force from'), required: true, isColumn: true },
    decision: { kind: 'document', label: both('Quyết định', 'Decision') },
    handed: {
      kind: 'choice',
      label: both('Đã bàn giao', 'Handed over'),
      isMultiple: true,
      options: parts,
      isColumn: true,
    },
    doneOn: { kind: 'day', label: both('Ngày hoàn thành', 'Done on'), isColumn: true },
    minutes: { kind: 'document', label: both('Biên bản', 'Minutes') },
  },
  due: termAfter('decidedOn', 'handOverUpdate'),
  finishedOn: 'doneOn',
  steps: openThenDone('doneOn'),
  firstStep: 'open',
  measures: {
    dossiers: handedOver('dossiers', 0),
    work: handedOver('work', 1),
    competence: handedOver('competence', 2),
  },
});
