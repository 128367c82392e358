import type { Clock, DueRule } from '../rules/declaration.ts';
import { type TermName, termAfter } from './terms.ts';
import { both, every, isGiven, isOneOf } from './words.ts';

export const channels = {
  portal: both('Cổng Dịch vụ công', 'Portal'),
  letter: both('Văn bản, thư', 'Letter'),
  phone: both('Điện thoại', 'Telephone'),
  form: both('Phiếu lấy ý kiến', 'Opinion form'),
  visit: both('Trực tiếp', 'In person'),
};

/** What a regulation of our own is reviewed for (NĐ 20/2008/NĐ-CP). */
export const reviewAspects = {
  necessity: both('Sự cần thiết', 'Necessity'),
  legality: both('Tính hợp lý, hợp pháp', 'Reason and legality'),
  simplicity: both('Tính đơn giản, dễ hiểu', 'Simplicity'),
  feasibility: both('Tính khả thi', 'Feasibility'),
  consistency: both('Sự thống nhất, đồng bộ', 'Consistency'),
  treaties: both('Phù hợp điều ước quốc tế', 'Treaties'),
};

/** Terms of an answer, by the rule that the case stands under (domain.md §5); which one an office uses is its own rule. */
export const answerTerms = {
  ordinary: both('Thông thường: 15 ngày làm việc (tạm đặt)', 'Ordinary: 15 working days (provisional)'),
  short: both('Rút gọn: 5 ngày làm việc', 'Short: 5 working days'),
  online: both('Trực tuyến: 3 ngày làm việc', 'On-line: 3 working days'),
  complex: both('Phức tạp: 10 ngày làm việc', 'Complex: 10 working days'),
  business: both('Doanh nghiệp (QĐ 574): 20 ngày', 'Business channel: 20 days'),
};

const after = (term: TermName) => ({ ...termAfter('receivedOn', term), extendedBy: 'extendedTo' }) as const;

/** Only our own matters are answered by us; another body's are passed on, which is a clock of its own. */
export const answerDue = {
  by: 'matter',
  cases: {
    own: {
      by: 'term',
      cases: {
        ordinary: after('answerOrdinary'),
        short: after('answerShort'),
        online: after('answerOnline'),
        complex: after('answerComplex'),
        business: after('answerBusiness'),
      },
      otherwise: after('answerOrdinary'),
    },
  },
} as const satisfies DueRule;

/** @source domain.md §5; the term for feedback about behaviour is [M] */
export const feedbackClocks = {
  transfer: {
    label: both('Chuyển cơ quan có thẩm quyền', 'Passed on to the competent body'),
    due: {
      by: 'about',
      cases: {
        regulation: termAfter('receivedOn', 'transferRegulation'),
        behaviour: termAfter('receivedOn', 'transferBehaviour'),
      },
    },
    finishedOn: 'transferredOn',
    where: isOneOf('matter', 'other'),
    remindBefore: [2],
  },
  'extension-request': {
    label: both('Xin gia hạn trước khi hết hạn ít nhất 02 ngày', 'Extension asked at least 2 days before the end'),
    due: { ...termAfter('first-due-day', 'askExtension'), direction: 'before' },
    finishedOn: 'extensionAskedOn',
    where: isGiven('extensionAskedOn'),
  },
  publication: {
    label: both('Công khai trong 02 ngày làm việc sau trả lời', 'Published within 2 working days of the answer'),
    due: termAfter('answeredOn', 'publishAnswer'),
    finishedOn: 'publishedOn',
    where: isGiven('answeredOn'),
    remindBefore: [1],
  },
  update: {
    label: both('Cập nhật 7 ngày một lần (QĐ 574)', 'Update every 7 days (business channel)'),
    due: termAfter('updatedOn', 'updateBusiness'),
    finishedOn: 'answeredOn',
    where: every(isOneOf('term', 'business'), isGiven('updatedOn')),
  },
} as const satisfies Readonly<Record<string, Clock>>;
