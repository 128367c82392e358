import { declareRegister } from '../rules/declaration.ts';
import { both, count, every, isGiven, isOneOf } from './words.ts';

const kinds = {
  'late-self-score': both('Nộp tự chấm, tài liệu kiểm chứng trễ hạn', 'Self-scoring or evidence handed in late'),
  untruthful: both('Số liệu, tài liệu kiểm chứng không trung thực', 'Untruthful figures or evidence'),
  criticised: both('Bị UBND tỉnh phê bình bằng văn bản', 'Criticised in writing by the province'),
  praised: both('Được tỉnh khen thưởng về CCHC', 'Praised by the province for PAR'),
  other: both('Việc khác được cộng, trừ điểm', 'Other event that brings or costs points'),
};
const confirmed = (kind: keyof typeof kinds, leaf: string) =>
  count(kinds[kind], every(isOneOf('kind', kind), { step: ['confirmed'] }), {
    periodBy: 'happenedOn',
    byUnit: 'unit',
    leaves: [leaf],
  });

/** @source criteria set, bonus and penalty block; [M] in the sample set, the province's own list replaces the choice */
export const pointEvents = declareRegister({
  key: 'point-events',
  version: 1,
  name: both('Việc được cộng, trừ điểm', 'Events that bring or cost points'),
  purpose: both('Điểm thưởng, điểm trừ ngoài các tiêu chí', 'Bonus and penalty outside the criteria'),
  group: 'direction',
  title: 'event',
  owner: 'unit',
  fields: {
    event: { kind: 'text', label: both('Sự việc', 'Event'), required: true, isColumn: true },
    kind: { kind: 'choice', label: both('Loại', 'Kind'), required: true, isColumn: true, options: kinds },
    unit: { kind: 'unit', label: both('Đơn vị liên quan', 'Unit'), required: true, isColumn: true },
    happenedOn: { kind: 'day', label: both('Ngày', 'Day'), required: true, isColumn: true },
    basis: { kind: 'document', label: both('Văn bản căn cứ', 'Document') },
    reason: { kind: 'long-text', label: both('Nguyên nhân', 'Cause') },
    files: { kind: 'files', label: both('Tệp kèm theo', 'Files') },
  },
  steps: {
    noted: { label: both('Mới ghi nhận', 'Noted') },
    confirmed: { label: both('Đã xác nhận', 'Confirmed'), isEnd: true, needs: ['basis'] },
    withdrawn: { label: both('Không tính', 'Does not count'), isEnd: true },
  },
  firstStep: 'noted',
  measures: {
    'late-self-score': confirmed('late-self-score', 'P.1'),
    untruthful: confirmed('untruthful', 'P.2'),
    criticised: confirmed('criticised', 'P.4'),
    praised: count(kinds.praised, every(isOneOf('kind', 'praised'), isGiven('basis')), { periodBy: 'happenedOn' }),
  },
});
