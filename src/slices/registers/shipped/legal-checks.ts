import { declareRegister } from '../rules/declaration.ts';
import { all, both, isGiven, isOneOf, onTimeOfDue, share } from './words.ts';

const unlawful = isOneOf('finding', 'content', 'authority', 'form');

/** @source domain.md §2.2 no. 16 (below 100 % ⇒ loss) and 23; plan KH II: documents that break the law are handled */
export const legalChecks = declareRegister({
  key: 'legal-checks',
  version: 1,
  name: both('Kiểm tra, xử lý văn bản trái luật', 'Checks of issued documents'),
  purpose: both(
    'Văn bản đã ban hành được kiểm tra, văn bản sai được xử lý',
    'Issued documents checked, unlawful ones handled',
  ),
  group: 'institutions',
  title: 'subject',
  owner: 'unit',
  fields: {
    subject: { kind: 'text', label: both('Văn bản được kiểm tra', 'Checked document'), required: true, isColumn: true },
    document: {
      kind: 'document',
      label: both('Số, ngày văn bản', 'Its number and day'),
      required: true,
      isPublic: true,
    },
    unit: { kind: 'unit', label: both('Đơn vị tham mưu', 'Unit that drafted it'), required: true, isColumn: true },
    checkedOn: { kind: 'day', label: both('Ngày kiểm tra', 'Checked on'), required: true, isColumn: true },
    conclusion: { kind: 'document', label: both('Kết luận kiểm tra', 'Conclusion') },
    finding: {
      kind: 'choice',
      label: both('Kết quả', 'Result'),
      required: true,
      isColumn: true,
      options: {
        lawful: both('Hợp hiến, hợp pháp, khả thi', 'Lawful and workable'),
        content: both('Sai nội dung', 'Unlawful content'),
        authority: both('Sai thẩm quyền', 'Wrong authority'),
        form: both('Sai thể thức, trình tự', 'Wrong form or procedure'),
      },
    },
    dueOn: { kind: 'day', label: both('Thời hạn xử lý', 'To be handled by') },
    handledOn: { kind: 'day', label: both('Ngày xử lý', 'Handled on'), isColumn: true },
    handledBy: { kind: 'document', label: both('Văn bản xử lý', 'Document of the remedy') },
  },
  due: { field: 'dueOn', inclusive: true },
  finishedOn: 'handledOn',
  steps: {
    checked: { label: both('Đã kiểm tra', 'Checked') },
    handled: { label: both('Đã xử lý', 'Handled'), isEnd: true, needs: ['handledOn', 'handledBy'] },
    clean: { label: both('Không phải xử lý', 'Nothing to handle'), isEnd: true },
  },
  firstStep: 'checked',
  remindBefore: [10, 3],
  measures: {
    lawful: share(
      both('Văn bản bảo đảm chất lượng', 'Documents found lawful and workable'),
      isOneOf('finding', 'lawful'),
      { periodBy: 'checkedOn', byUnit: 'unit', target: all, leaves: ['2.1.4'] },
    ),
    handled: share(both('Văn bản trái luật đã xử lý', 'Unlawful documents handled'), isGiven('handledOn'), {
      among: unlawful,
      periodBy: 'checkedOn',
      byUnit: 'unit',
      target: all,
    }),
    'on-time': {
      ...onTimeOfDue('Văn bản trái luật xử lý đúng hạn', 'Unlawful documents handled in time'),
      byUnit: 'unit',
    },
  },
});
