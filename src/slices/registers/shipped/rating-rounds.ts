import { declareRegister } from '../rules/declaration.ts';
import { termAfter } from './terms.ts';
import { both, lateness, openThenDone } from './words.ts';

/** @source domain.md §6.4: monthly rating of the TTHC chain to the office before day 05 of the next month (KH) */
export const ratingRounds = declareRegister({
  key: 'rating-rounds',
  version: 1,
  name: both('Kỳ đánh giá tháng, quý', 'Rating rounds'),
  purpose: both('Kỳ đánh giá nào đã làm và gửi đúng hạn', 'Which rounds were held and sent in time'),
  group: 'organisation',
  title: 'name',
  owner: 'unit',
  fields: {
    name: { kind: 'text', label: both('Kỳ đánh giá', 'Round'), required: true, isColumn: true },
    unit: { kind: 'unit', label: both('Đơn vị tổng hợp', 'Compiling unit'), required: true, isColumn: true },
    lastDay: { kind: 'day', label: both('Ngày cuối kỳ', 'Last day'), required: true },
    sentOn: { kind: 'day', label: both('Ngày gửi kết quả', 'Sent on'), isColumn: true },
    result: { kind: 'document', label: both('Văn bản kết quả', 'Document of the result'), isColumn: true },
  },
  due: termAfter('lastDay', 'rateMonth'),
  finishedOn: 'sentOn',
  steps: openThenDone('sentOn'),
  firstStep: 'open',
  remindBefore: [2],
  unique: [['unit', 'lastDay']],
  measures: {
    sent: lateness(both('Kỳ đánh giá gửi đúng hạn', 'Rating rounds sent'), { byUnit: 'unit', leaves: ['5.3.1'] }),
  },
});
