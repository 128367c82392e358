import { declareRegister } from '../rules/declaration.ts';
import { all, both, isGiven, isOneOf, onTimeOfDue, share } from './words.ts';

const byUnit = { periodBy: 'foundOn', byUnit: 'unit' } as const;
const handledOf = (from: string, vi: string, en: string, leaf: string) =>
  share(both(vi, en), isGiven('handledOn'), { ...byUnit, among: isOneOf('from', from), target: all, leaves: [leaf] });

/** @source domain.md §2.2 no. 14 (100 % handled), plan KH I.3 (directing document, owner, deadline), plan ST (4.3.3) */
export const findings = declareRegister({
  key: 'findings',
  version: 1,
  name: both('Vấn đề phát hiện qua kiểm tra, theo dõi', 'Findings of inspections and monitoring'),
  purpose: both(
    'Ai khắc phục vấn đề nào, đến bao giờ, đã xong chưa',
    'Who mends which finding by when, and whether it is done',
  ),
  group: 'direction',
  title: 'finding',
  owner: 'unit',
  holder: 'holder',
  fields: {
    finding: { kind: 'long-text', label: both('Vấn đề phát hiện', 'Finding'), required: true, isColumn: true },
    from: {
      kind: 'choice',
      label: both('Phát hiện qua', 'Found by'),
      required: true,
      isColumn: true,
      options: {
        par: both('Kiểm tra CCHC', 'PAR inspection'),
        decentralisation: both('Kiểm tra phân cấp', 'Check of decentralised tasks'),
        monitoring: both('Theo dõi thi hành pháp luật', 'Law-enforcement monitoring'),
        assets: both('Kiểm tra tài sản công', 'Check of public assets'),
        discipline: both('Kiểm tra kỷ luật, kỷ cương', 'Check of discipline'),
      },
    },
    inspection: { kind: 'link', label: both('Cuộc kiểm tra', 'Inspection'), register: 'inspections' },
    foundOn: { kind: 'day', label: both('Ngày phát hiện', 'Found on'), required: true },
    unit: { kind: 'unit', label: both('Đơn vị khắc phục', 'Unit to mend it'), required: true, isColumn: true },
    holder: { kind: 'person', label: both('Người chịu trách nhiệm', 'Person in charge') },
    directive: { kind: 'document', label: both('Văn bản chấn chỉnh', 'Directing document') },
    dueOn: { kind: 'day', label: both('Thời hạn khắc phục', 'To be mended by'), required: true, isColumn: true },
    extendedTo: { kind: 'day', label: both('Gia hạn đến', 'Extended to') },
    handledOn: { kind: 'day', label: both('Ngày xử lý', 'Handled on'), isColumn: true },
    outcome: {
      kind: 'choice',
      label: both('Kết quả', 'Outcome'),
      options: { mended: both('Đã khắc phục', 'Mended'), proposed: both('Đã kiến nghị xử lý', 'Passed on') },
    },
    proof: { kind: 'document', label: both('Báo cáo khắc phục', 'Report of the remedy') },
    files: { kind: 'files', label: both('Tệp kèm theo', 'Files') },
  },
  due: { field: 'dueOn', inclusive: true, extendedBy: 'extendedTo' },
  finishedOn: 'handledOn',
  steps: {
    open: { label: both('Chưa khắc phục', 'Open') },
    handled: { label: both('Đã xử lý', 'Handled'), isEnd: true, needs: ['handledOn', 'outcome', 'proof'] },
  },
  firstStep: 'open',
  remindBefore: [5, 2],
  measures: {
    par: handledOf('par', 'Vấn đề qua kiểm tra CCHC đã xử lý', 'PAR findings handled', '1.3.2'),
    decentralisation: handledOf(
      'decentralisation',
      'Vấn đề sau kiểm tra phân cấp đã xử lý',
      'Decentralisation findings handled',
      '4.3.3',
    ),
    'on-time': { ...onTimeOfDue('Vấn đề khắc phục đúng hạn', 'Findings mended in time'), byUnit: 'unit' },
    directed: share(
      both('Vấn đề có văn bản chấn chỉnh', 'Findings with a directing document'),
      isGiven('directive'),
      byUnit,
    ),
  },
});
