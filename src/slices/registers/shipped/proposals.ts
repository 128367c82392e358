import { declareRegister } from '../rules/declaration.ts';
import { both, count, inTime, isGiven } from './words.ts';

/** @source plan KH VIII.1: documents for the bonus before 25/11 */
export const proposals = declareRegister({
  key: 'proposals',
  version: 1,
  name: both('Kiến nghị, đề xuất với UBND tỉnh', 'Proposals to the province'),
  purpose: both(
    'Giải pháp do Sở chủ động kiến nghị và ý kiến chấp thuận',
    'What the department proposed, and whether it was accepted',
  ),
  group: 'direction',
  title: 'proposal',
  owner: 'unit',
  fields: {
    proposal: { kind: 'text', label: both('Nội dung kiến nghị', 'Proposal'), required: true, isColumn: true },
    unit: { kind: 'unit', label: both('Đơn vị tham mưu', 'Drafting unit'), required: true, isColumn: true },
    proposedOn: { kind: 'day', label: both('Ngày kiến nghị', 'Proposed on'), required: true, isColumn: true },
    proposedBy: { kind: 'document', label: both('Văn bản kiến nghị', 'Document of the proposal'), required: true },
    acceptedOn: { kind: 'day', label: both('Ngày chấp thuận', 'Accepted on'), isColumn: true },
    acceptedBy: { kind: 'document', label: both('Văn bản chấp thuận', 'Document of acceptance') },
    files: { kind: 'files', label: both('Tệp kèm theo', 'Files') },
  },
  due: { phrase: 'trước ngày 25/11', yearOf: 'proposedOn' },
  finishedOn: 'acceptedOn',
  steps: {
    proposed: { label: both('Đã kiến nghị', 'Proposed') },
    accepted: { label: both('Được chấp thuận', 'Accepted'), isEnd: true, needs: ['acceptedOn', 'acceptedBy'] },
    declined: { label: both('Không chấp thuận', 'Declined'), isEnd: true },
  },
  firstStep: 'proposed',
  measures: {
    proposed: count(both('Kiến nghị đã gửi', 'Proposals made'), isGiven('proposedBy'), {
      periodBy: 'proposedOn',
      byUnit: 'unit',
    }),
    accepted: count(
      both('Kiến nghị được UBND tỉnh chấp thuận trước 25/11', 'Proposals accepted before 25/11'),
      inTime,
      { periodBy: 'acceptedOn', byUnit: 'unit', leaves: ['B.2'] },
    ),
  },
});
