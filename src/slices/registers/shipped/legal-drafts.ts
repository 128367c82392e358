import { declareRegister } from '../rules/declaration.ts';
import { both, fellDue, isGiven, onTimeOfDue, share } from './words.ts';

/** What the file of a draft must hold before it goes up; the impact report stands for itself because it is asked about. */
const file = {
  submission: both('Tờ trình', 'Submission'),
  draft: both('Dự thảo văn bản', 'Draft'),
  impact: both('Báo cáo đánh giá tác động', 'Impact report'),
  opinions: both('Bản tổng hợp, tiếp thu ý kiến', 'Summary of opinions'),
  appraisal: both('Báo cáo thẩm định', 'Appraisal report'),
  review: both('Báo cáo tổng kết, rà soát', 'Review of what applies now'),
};

const forms = { resolution: both('Nghị quyết HĐND', 'Resolution'), decision: both('Quyết định UBND', 'Decision') };
const parts = Object.keys(file);
const holds = (...hasAll: readonly string[]) => ({ field: 'file', hasAll });

/** @source domain.md §2.2 no. 16–18: one of four drafts with an incomplete file costs points (HT) */
export const legalDrafts = declareRegister({
  key: 'legal-drafts',
  version: 1,
  name: both('Soạn thảo văn bản quy phạm pháp luật', 'Drafting of legal documents'),
  purpose: both(
    'Chương trình xây dựng văn bản, từng bước và hồ sơ',
    'The drafting programme, step by step, with the file',
  ),
  group: 'institutions',
  title: 'subject',
  owner: 'unit',
  fields: {
    subject: { kind: 'text', label: both('Tên văn bản', 'Draft'), required: true, isColumn: true, isPublic: true },
    form: { kind: 'choice', label: both('Hình thức', 'Form'), required: true, isColumn: true, options: forms },
    programme: { kind: 'document', label: both('Chương trình', 'Drafting programme') },
    unit: { kind: 'unit', label: both('Đơn vị soạn thảo', 'Drafting unit'), required: true, isColumn: true },
    opinionsFrom: { kind: 'day', label: both('Lấy ý kiến từ ngày', 'Opinions asked from') },
    appraisedOn: { kind: 'day', label: both('Ngày thẩm định', 'Appraised on') },
    opinionDays: {
      kind: 'computed',
      label: both('Số ngày lấy ý kiến', 'Days of opinions'),
      formula: 'days_between(opinionsFrom, appraisedOn)',
      as: 'number',
    },
    dueOn: { kind: 'day', label: both('Thời hạn trình', 'To be submitted by'), required: true, isColumn: true },
    extendedTo: { kind: 'day', label: both('Gia hạn đến', 'Extended to') },
    submittedOn: { kind: 'day', label: both('Ngày trình UBND tỉnh', 'Submitted on'), isColumn: true },
    file: { kind: 'choice', label: both('Hồ sơ đã có', 'File holds'), isMultiple: true, options: file },
    issuedOn: { kind: 'day', label: both('Ngày ban hành', 'Issued on') },
    issued: { kind: 'document', label: both('Văn bản ban hành', 'Issued document'), isPublic: true },
    files: { kind: 'files', label: both('Tệp hồ sơ', 'Files') },
  },
  due: { field: 'dueOn', inclusive: true, extendedBy: 'extendedTo' },
  finishedOn: 'submittedOn',
  steps: {
    drafting: { label: both('Đang soạn thảo', 'Drafting') },
    opinions: { label: both('Lấy ý kiến', 'Opinions'), needs: ['opinionsFrom'] },
    appraisal: { label: both('Thẩm định', 'Appraisal') },
    submitted: { label: both('Đã trình', 'Submitted'), needs: ['submittedOn', 'file'] },
    issued: { label: both('Đã ban hành', 'Issued'), isEnd: true, needs: ['issuedOn', 'issued'] },
  },
  firstStep: 'drafting',
  remindBefore: [15, 5],
  measures: {
    'on-time': {
      ...onTimeOfDue('Văn bản trình đúng tiến độ', 'Drafts submitted in time'),
      byUnit: 'unit',
      leaves: ['2.1.2'],
    },
    'file-complete': share(both('Dự thảo đủ hồ sơ, đúng quy trình', 'Drafts with a complete file'), holds(...parts), {
      among: isGiven('submittedOn'),
      periodBy: 'submittedOn',
      byUnit: 'unit',
      leaves: ['2.1.3'],
    }),
    'impact-report': share(both('Dự thảo có báo cáo tác động', 'Drafts with an impact report'), holds('impact'), {
      among: fellDue,
      periodBy: 'due-day',
    }),
  },
});
