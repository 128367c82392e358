import { declareRegister } from '../rules/declaration.ts';
import { feedbackMeasures } from './feedback-measures.ts';
import { answerDue, answerTerms, channels, feedbackClocks, reviewAspects } from './feedback-rules.ts';
import { both } from './words.ts';

const about = { behaviour: both('Hành vi', 'Behaviour'), regulation: both('Quy định hành chính', 'Regulation') };
const matter = { own: both('Của Sở', 'Ours'), other: both('Cơ quan khác', 'Another body’s') };
const mayKnow = ['par-officer', 'unit-head', 'specialist'] as const;

/** @source domain.md §5 and §2.2 no. 39; who complains is personal data: masked, never on the public page */
export const feedback = declareRegister({
  key: 'feedback',
  version: 1,
  name: both('Phản ánh, kiến nghị', 'Feedback'),
  purpose: both('Tiếp nhận, chuyển, trả lời và công khai đúng hạn', 'Taken in, passed on, answered, published in time'),
  group: 'service',
  title: 'code',
  owner: 'unit',
  holder: 'holder',
  fields: {
    code: { kind: 'text', label: both('Mã', 'Code'), required: true, isColumn: true, isPublic: true },
    receivedOn: { kind: 'day', label: both('Tiếp nhận', 'Received'), required: true, isPublic: true },
    channel: { kind: 'choice', label: both('Kênh', 'Channel'), options: channels },
    complainant: { kind: 'text', label: both('Người phản ánh', 'Complainant'), isPersonal: true, seenBy: mayKnow },
    contact: { kind: 'text', label: both('Liên hệ', 'Contact'), isPersonal: true, seenBy: mayKnow },
    content: { kind: 'long-text', label: both('Nội dung', 'Content'), isPersonal: true, seenBy: mayKnow },
    summary: { kind: 'text', label: both('Tóm tắt', 'Summary'), isColumn: true, isPublic: true },
    about: { kind: 'choice', label: both('Loại', 'About'), required: true, isColumn: true, options: about },
    matter: { kind: 'choice', label: both('Thẩm quyền', 'Matter'), required: true, isColumn: true, options: matter },
    term: { kind: 'choice', label: both('Thời hạn trả lời', 'Term of the answer'), options: answerTerms },
    unit: { kind: 'unit', label: both('Đơn vị xử lý', 'Unit'), required: true, isColumn: true },
    holder: { kind: 'person', label: both('Người xử lý', 'Handled by') },
    transferredOn: { kind: 'day', label: both('Ngày chuyển', 'Passed on') },
    transferredTo: { kind: 'text', label: both('Cơ quan nhận', 'Passed on to') },
    reviewedFor: {
      kind: 'choice',
      label: both('Đã xem xét về', 'Reviewed for'),
      isMultiple: true,
      options: reviewAspects,
    },
    extensionAskedOn: { kind: 'day', label: both('Ngày xin gia hạn', 'Extension asked on') },
    extendedTo: { kind: 'day', label: both('Gia hạn đến', 'Extended to') },
    updatedOn: { kind: 'day', label: both('Ngày cập nhật gần nhất', 'Last update') },
    isFounded: { kind: 'yes-no', label: both('Phản ánh có căn cứ', 'Founded') },
    answeredOn: { kind: 'day', label: both('Ngày trả lời', 'Answered on'), isColumn: true, isPublic: true },
    answer: { kind: 'document', label: both('Văn bản trả lời', 'Answer'), isPublic: true },
    publishedOn: { kind: 'day', label: both('Ngày công khai', 'Published on'), isColumn: true, isPublic: true },
    isSatisfied: { kind: 'yes-no', label: both('Người phản ánh hài lòng', 'Complainant is satisfied') },
  },
  due: answerDue,
  clocks: feedbackClocks,
  finishedOn: 'answeredOn',
  steps: {
    received: { label: both('Đã tiếp nhận', 'Received') },
    handling: { label: both('Đang xử lý', 'In progress') },
    transferred: { label: both('Đã chuyển', 'Passed on'), isEnd: true, needs: ['transferredOn', 'transferredTo'] },
    answered: { label: both('Đã trả lời', 'Answered'), needs: ['answeredOn', 'answer'] },
    published: { label: both('Đã công khai', 'Published'), isEnd: true, needs: ['publishedOn', 'summary'] },
  },
  firstStep: 'received',
  remindBefore: [5, 2],
  measures: feedbackMeasures,
});
