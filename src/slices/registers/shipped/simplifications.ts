import { declareRegister } from '../rules/declaration.ts';
import { all, both, count, isGiven, isOneOf, onTimeOfDue, share } from './words.ts';

/** @source plan KH III.1: every problem found in the review is handled or passed on */
export const simplifications = declareRegister({
  key: 'simplifications',
  version: 1,
  name: both('Phương án đơn giản hóa thủ tục', 'Simplification proposals'),
  purpose: both(
    'Vấn đề phát hiện qua rà soát và phương án đã đi đến đâu',
    'Problems found in the review, and what became of them',
  ),
  group: 'procedures',
  title: 'procedure',
  owner: 'unit',
  fields: {
    procedure: { kind: 'text', label: both('Thủ tục', 'Procedure'), required: true, isColumn: true, isPublic: true },
    plan: { kind: 'link', label: both('Kế hoạch rà soát', 'Review plan'), register: 'procedure-review-plans' },
    unit: { kind: 'unit', label: both('Đơn vị rà soát', 'Unit'), required: true, isColumn: true },
    foundOn: { kind: 'day', label: both('Ngày phát hiện', 'Found on'), required: true },
    problem: { kind: 'long-text', label: both('Vấn đề', 'Problem'), required: true },
    proposal: { kind: 'long-text', label: both('Phương án', 'Proposal') },
    authority: {
      kind: 'choice',
      label: both('Thẩm quyền', 'Authority'),
      isColumn: true,
      options: {
        own: both('Của Sở, UBND tỉnh', 'The department or the province'),
        ministry: both('Của bộ, cơ quan trung ương', 'A ministry'),
      },
    },
    savingPercent: { kind: 'percent', label: both('Chi phí cắt giảm', 'Cost saved'), decimals: 1, isColumn: true },
    dueOn: { kind: 'day', label: both('Thời hạn xử lý', 'Due on') },
    handledOn: { kind: 'day', label: both('Ngày xử lý, kiến nghị', 'Handled or passed on'), isColumn: true },
    handledBy: { kind: 'document', label: both('Văn bản xử lý, kiến nghị', 'Document'), isPublic: true },
    outcome: {
      kind: 'choice',
      label: both('Kết quả', 'Outcome'),
      isColumn: true,
      options: {
        enacted: both('Đã thực thi', 'Enacted'),
        approved: both('Đã thông qua phương án', 'Approved'),
        proposed: both('Đã kiến nghị', 'Passed on'),
        declined: both('Không được chấp nhận', 'Declined'),
      },
    },
  },
  due: { field: 'dueOn', inclusive: true },
  finishedOn: 'handledOn',
  steps: {
    found: { label: both('Đã phát hiện', 'Found') },
    handled: {
      label: both('Đã xử lý, kiến nghị', 'Handled'),
      isEnd: true,
      needs: ['handledOn', 'handledBy', 'outcome'],
    },
  },
  firstStep: 'found',
  remindBefore: [5],
  measures: {
    handled: share(
      both('Vấn đề qua rà soát đã xử lý, kiến nghị', 'Problems handled or passed on'),
      isGiven('handledOn'),
      { periodBy: 'foundOn', byUnit: 'unit', target: all, leaves: ['3.1.3'] },
    ),
    enacted: count(both('Phương án đã thực thi', 'Proposals enacted'), isOneOf('outcome', 'enacted'), {
      periodBy: 'handledOn',
      byUnit: 'unit',
    }),
    'on-time': { ...onTimeOfDue('Phương án xử lý đúng hạn', 'Proposals handled in time'), byUnit: 'unit' },
  },
});
