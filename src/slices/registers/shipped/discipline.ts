import { declareRegister } from '../rules/declaration.ts';
import { both, count, every, isOneOf, none } from './words.ts';

const penalties = {
  reprimand: both('Khiển trách', 'Reprimand'),
  warning: both('Cảnh cáo', 'Warning'),
  demotion: both('Cách chức, giáng chức', 'Demotion'),
  dismissal: both('Buộc thôi việc', 'Dismissal'),
};
const decided = (leaf: string, place: number, vi: string, en: string, ...penalties: readonly string[]) =>
  count(both(vi, en), every({ step: ['decided'] }, isOneOf('penalty', ...penalties)), {
    periodBy: 'decidedOn',
    byUnit: 'unit',
    target: none,
    leaves: [leaf],
    place,
  });

/** @source domain.md §2.2 no. 48 (a member disciplined ⇒ loss, HT); weights of the events are the set's */
export const discipline = declareRegister({
  key: 'discipline',
  version: 1,
  name: both('Kỷ luật cán bộ', 'Disciplinary cases'),
  purpose: both('Vụ việc, hình thức kỷ luật và nguyên nhân', 'Cases, penalties and causes'),
  group: 'organisation',
  title: 'code',
  owner: 'unit',
  seenBy: ['par-officer', 'director'],
  fields: {
    code: { kind: 'text', label: both('Mã vụ việc', 'Case'), required: true, isColumn: true },
    name: {
      kind: 'text',
      label: both('Người vi phạm', 'Person'),
      isPersonal: true,
      seenBy: ['par-officer', 'director'],
    },
    unit: { kind: 'unit', label: both('Đơn vị', 'Unit'), required: true, isColumn: true },
    happenedOn: { kind: 'day', label: both('Ngày phát hiện', 'Found on'), required: true },
    cause: {
      kind: 'choice',
      label: both('Hành vi', 'Conduct'),
      required: true,
      isColumn: true,
      options: {
        harassment: both('Nhũng nhiễu trong giải quyết TTHC', 'Harassment in handling dossiers'),
        discipline: both('Vi phạm kỷ luật, kỷ cương', 'Breach of discipline'),
        party: both('Kỷ luật đảng', 'Party discipline'),
        other: both('Khác', 'Other'),
      },
    },
    penalty: { kind: 'choice', label: both('Hình thức', 'Penalty'), isColumn: true, options: penalties },
    decidedOn: { kind: 'day', label: both('Ngày quyết định', 'Decided on'), isColumn: true },
    decision: { kind: 'document', label: both('Quyết định', 'Decision') },
  },
  steps: {
    open: { label: both('Đang xem xét', 'Under review') },
    decided: { label: both('Đã kỷ luật', 'Decided'), isEnd: true, needs: ['decidedOn', 'penalty', 'decision'] },
    dropped: { label: both('Không kỷ luật', 'Dropped'), isEnd: true },
  },
  firstStep: 'open',
  measures: {
    reprimands: decided('5.5.2', 0, 'Người bị khiển trách', 'Reprimands', 'reprimand'),
    warnings: decided('5.5.2', 1, 'Người bị cảnh cáo', 'Warnings', 'warning'),
    graver: decided(
      '5.5.2',
      2,
      'Người bị từ cách chức, giáng chức trở lên',
      'Graver penalties',
      'demotion',
      'dismissal',
    ),
    harassment: count(
      both('Người bị xử lý do nhũng nhiễu', 'Penalties for harassment'),
      every({ step: ['decided'] }, isOneOf('cause', 'harassment')),
      { periodBy: 'decidedOn', leaves: ['P.3'] },
    ),
  },
});
