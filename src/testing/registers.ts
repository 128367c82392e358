import type { Context } from '../server/context.ts';
import { samplePerson } from '../server/sample.ts';
import { declareRegister, type RegisterDeclaration } from '../slices/registers/index.ts';
import { declareOwn } from '../slices/registers/server.ts';

const both = (vi: string) => ({ vi, en: vi });

/** A register with one field of every kind, a deadline, steps, rights and measures of every kind. */
export const lettersRegister = declareRegister({
  key: 'letters',
  version: 1,
  name: both('Sổ đơn thư'),
  purpose: both('Theo dõi đơn thư đến'),
  group: 'own',
  title: 'subject',
  owner: 'unit',
  holder: 'holder',
  fields: {
    subject: { kind: 'text', label: both('Trích yếu'), required: true, isColumn: true },
    unit: { kind: 'unit', label: both('Đơn vị'), required: true, isColumn: true },
    holder: { kind: 'person', label: both('Người xử lý') },
    sender: { kind: 'text', label: both('Người gửi'), isPersonal: true },
    note: { kind: 'long-text', label: both('Ghi chú nội bộ'), seenBy: ['par-officer', 'director'] },
    kind: {
      kind: 'choice',
      label: both('Loại'),
      isColumn: true,
      options: { complaint: both('Khiếu nại'), request: both('Đề nghị'), other: both('Khác') },
    },
    parts: {
      kind: 'choice',
      isMultiple: true,
      label: both('Hồ sơ gồm'),
      options: { form: both('Đơn'), map: both('Bản đồ'), deed: both('Giấy chứng nhận') },
    },
    received: { kind: 'day', label: both('Ngày nhận'), required: true, isColumn: true },
    extendedTo: { kind: 'day', label: both('Gia hạn đến'), changedBy: ['par-officer'] },
    answered: { kind: 'day', label: both('Ngày trả lời') },
    published: { kind: 'instant', label: both('Đăng lúc') },
    pages: { kind: 'number', label: both('Số trang'), decimals: 0, min: 0 },
    fee: { kind: 'money', label: both('Phí') },
    done: { kind: 'percent', label: both('Tiến độ'), decimals: 2, max: 100 },
    urgent: { kind: 'yes-no', label: both('Khẩn') },
    paper: { kind: 'document', label: both('Văn bản') },
    scans: { kind: 'files', label: both('Bản chụp') },
    earlier: { kind: 'link', label: both('Đơn trước'), register: 'letters', isMultiple: true },
    days: {
      kind: 'computed',
      label: both('Số ngày làm việc'),
      formula: 'working_days_between(received, answered)',
      as: 'number',
    },
    perPage: { kind: 'computed', label: both('Phí mỗi trang'), formula: 'round(fee / pages, 2)', as: 'number' },
  },
  due: { relativeTo: 'received', amount: 5, unit: 'working-day', extendedBy: 'extendedTo' },
  finishedOn: 'answered',
  clocks: {
    publish: {
      label: both('Công khai'),
      due: { relativeTo: 'answered', amount: 2, unit: 'working-day' },
      finishedOn: 'published',
    },
  },
  steps: {
    new: { label: both('Mới nhận') },
    working: { label: both('Đang xử lý') },
    closed: { label: both('Đã trả lời'), isEnd: true, needs: ['answered'] },
  },
  firstStep: 'new',
  unique: [['subject', 'received']],
  remindBefore: [3, 1],
  measures: {
    'on-time': {
      label: both('Trả lời đúng hạn'),
      kind: 'share',
      where: { timing: ['early', 'on-time'] },
      among: { timing: ['early', 'on-time', 'late', 'overdue'] },
      periodBy: 'due-day',
      unit: '%',
      target: { op: '>=', value: '95' },
      leaves: ['1.5.1'],
    },
    overdue: { label: both('Quá hạn'), kind: 'count', where: { timing: ['overdue'] }, periodBy: 'due-day' },
    fees: { label: both('Tổng phí'), kind: 'sum', of: 'fee', periodBy: 'received', unit: 'đồng' },
    pages: { label: both('Số trang bình quân'), kind: 'average', of: 'pages', periodBy: 'received' },
    newest: { label: both('Tiến độ mới nhất'), kind: 'latest', of: 'done', periodBy: 'received' },
    kinds: { label: both('Số loại'), kind: 'count', distinct: 'kind', periodBy: 'received' },
    reached: {
      label: both('Đơn vị có đơn'),
      kind: 'share',
      distinct: 'unit',
      outOf: 'units',
      periodBy: 'received',
      closesOn: '09-30',
    },
    late: { label: both('Công khai trễ'), kind: 'lateness', clock: 'publish', periodBy: 'due-day' },
    noted: {
      label: both('Có ghi chú'),
      kind: 'count',
      where: { field: 'note', isEmpty: false },
      periodBy: 'created-day',
    },
  },
});

/** Takes a register of its own into use for the sample agency, past the screens. */
export async function declareForTest(
  context: Context,
  declaration: RegisterDeclaration = lettersRegister,
): Promise<void> {
  const outcome = await declareOwn(context, samplePerson, declaration);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusal));
}
