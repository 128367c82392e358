import { declareRegister } from '../rules/declaration.ts';
import { both, count, every, isGiven, isOneOf, share } from './words.ts';

const kinds = {
  'par-plan': both('Kế hoạch CCHC năm', 'Yearly PAR plan'),
  'remediation-plan': both('Kế hoạch khắc phục, cải thiện Chỉ số', 'Remediation plan'),
  'communication-plan': both('Kế hoạch tuyên truyền CCHC', 'Communication plan'),
  'rating-rules': both('Quy chế đánh giá có áp dụng kết quả CCHC, TTHC', 'Rating rules that use PAR results'),
  'post-scheme': both('Rà soát, điều chỉnh đề án vị trí việc làm', 'Review of the scheme of posts'),
  'digital-rules': both('Quy định chuyên ngành về chuyển đổi số', 'Sector rules for digital transformation'),
  directive: both('Triển khai văn bản chỉ đạo của tỉnh', 'Carrying out a directive of the province'),
};
const punctual = (kind: keyof typeof kinds) =>
  every(isOneOf('kind', kind), isGiven('issuedOn'), { not: { timing: ['late'] } });
const inGrace = every(isOneOf('kind', 'par-plan'), { timing: ['early', 'on-time'], clock: 'grace' });
const counted = (kind: keyof typeof kinds, leaf: string) =>
  count(kinds[kind], punctual(kind), { periodBy: 'yearDay', leaves: [leaf] });

/** @source domain.md §1.5, §2.2 no. 6, 11, 12, 43, 53; days of 31/01 and February: plan ST; 31/03: [M] */
export const requiredDocuments = declareRegister({
  key: 'required-documents',
  version: 1,
  name: both('Kế hoạch, văn bản phải ban hành', 'Documents to be issued'),
  purpose: both('Kế hoạch, văn bản triển khai của năm và thời hạn', 'Plans and directing documents of the year'),
  group: 'direction',
  title: 'subject',
  owner: 'unit',
  fields: {
    subject: { kind: 'text', label: both('Tên văn bản', 'Document'), required: true, isColumn: true },
    kind: { kind: 'choice', label: both('Loại', 'Kind'), required: true, isColumn: true, options: kinds },
    basis: { kind: 'document', label: both('Văn bản yêu cầu', 'Required by') },
    unit: { kind: 'unit', label: both('Đơn vị tham mưu', 'Drafting unit'), required: true, isColumn: true },
    yearDay: { kind: 'day', label: both('Ngày bắt đầu theo dõi', 'Followed since'), required: true },
    dueOn: { kind: 'day', label: both('Thời hạn', 'Due on') },
    issuedOn: { kind: 'day', label: both('Ngày ban hành', 'Issued on'), isColumn: true },
    issued: { kind: 'document', label: both('Văn bản đã ban hành', 'Issued document'), isPublic: true },
  },
  due: {
    by: 'kind',
    cases: {
      'par-plan': { phrase: 'chậm nhất ngày 31/01', yearOf: 'yearDay' },
      'remediation-plan': { phrase: 'chậm nhất ngày 31/3', yearOf: 'yearDay' },
      'communication-plan': { phrase: 'trong tháng 02', yearOf: 'yearDay' },
    },
    otherwise: { field: 'dueOn', inclusive: true },
  },
  clocks: {
    grace: {
      label: both('Trễ không quá 15 ngày', 'At most 15 days late'),
      due: { phrase: 'chậm nhất ngày 15/02', yearOf: 'yearDay' },
      finishedOn: 'issuedOn',
      where: isOneOf('kind', 'par-plan'),
    },
  },
  steps: {
    open: { label: both('Đang soạn thảo', 'Being drafted') },
    issued: { label: both('Đã ban hành', 'Issued'), isEnd: true, needs: ['issuedOn', 'issued'] },
  },
  firstStep: 'open',
  finishedOn: 'issuedOn',
  measures: {
    'par-plan': counted('par-plan', '1.1.1'),
    'par-plan-grace': count(both('Kế hoạch CCHC trễ không quá 15 ngày', 'PAR plan up to 15 days late'), inGrace, {
      periodBy: 'yearDay',
      leaves: ['1.1.1'],
      place: 1,
    }),
    'remediation-plan': counted('remediation-plan', '1.1.4'),
    'communication-plan': counted('communication-plan', '1.4.1'),
    'rating-rules': counted('rating-rules', '1.6.1'),
    'post-scheme': counted('post-scheme', '5.1.1'),
    'digital-rules': counted('digital-rules', '7.1.2'),
    directives: share(both('Văn bản chỉ đạo của tỉnh đã triển khai', 'Directives carried out'), isGiven('issuedOn'), {
      among: isOneOf('kind', 'directive'),
      periodBy: 'yearDay',
      byUnit: 'unit',
      leaves: ['1.6.2'],
    }),
  },
});
