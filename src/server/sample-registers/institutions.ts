import { committee, dayIn, department, paper, recordsOf, type SampleRecord } from './sample-record.ts';

const whole = ['submission', 'draft', 'impact', 'opinions', 'appraisal', 'review'] as const;

/** Four drafts in the programme: three submitted in time, one with a file that lacks its impact report. */
const drafts = recordsOf('legalDrafts', [
  {
    subject: 'Quyết định về bảng giá đất',
    form: 'decision',
    unit: 'unit_qhgd',
    opinionsFrom: '2026-02-02',
    appraisedOn: '2026-03-16',
    dueOn: '2026-04-30',
    submittedOn: '2026-04-24',
    file: whole,
    issuedOn: '2026-05-20',
    issued: paper('31/2026/QĐ-UBND', '2026-05-20', committee),
    step: 'issued',
    handle: 'draft-prices',
  },
  {
    subject: 'Nghị quyết về danh mục dự án thu hồi đất',
    form: 'resolution',
    unit: 'unit_qhgd',
    opinionsFrom: '2026-04-10',
    appraisedOn: '2026-05-22',
    dueOn: '2026-06-15',
    submittedOn: '2026-06-12',
    file: whole,
    step: 'submitted',
  },
  {
    subject: 'Quyết định về hạn mức giao đất',
    form: 'decision',
    unit: 'unit_dktk',
    opinionsFrom: '2026-06-01',
    appraisedOn: '2026-07-15',
    dueOn: '2026-08-31',
    submittedOn: '2026-08-28',
    file: ['submission', 'draft', 'opinions', 'appraisal', 'review'],
    step: 'submitted',
  },
  {
    subject: 'Quyết định về bảo vệ nguồn nước',
    form: 'decision',
    unit: 'unit_kstnn',
    opinionsFrom: '2026-07-20',
    appraisedOn: '2026-09-10',
    dueOn: '2026-09-30',
    submittedOn: '2026-10-09',
    file: whole,
    step: 'submitted',
  },
  {
    subject: 'Quyết định về quản lý chất thải rắn',
    form: 'decision',
    unit: 'unit_ccbvmt',
    dueOn: '2027-03-31',
    step: 'drafting',
  },
]);

const delegated = recordsOf('delegatedContents', [
  {
    content: 'Hạn mức giao đất theo vùng',
    superior: paper('31/2024/QH15', '2024-01-18', 'Quốc hội'),
    unit: 'unit_dktk',
    dueOn: '2026-02-28',
    reportedOn: '2026-02-20',
    report: paper('40/BC-STNMT', '2026-02-20', department),
    form: 'decision',
    step: 'done',
  },
  {
    content: 'Mức thu phí bảo vệ môi trường',
    superior: paper('27/2023/NĐ-CP', '2023-05-31', 'Chính phủ'),
    unit: 'unit_ccbvmt',
    dueOn: '2026-04-30',
    reportedOn: '2026-05-08',
    report: paper('102/BC-STNMT', '2026-05-08', department),
    form: 'resolution',
    step: 'done',
  },
  {
    content: 'Vùng hạn chế khai thác nước dưới đất',
    superior: paper('28/2023/QH15', '2023-11-27', 'Quốc hội'),
    unit: 'unit_kstnn',
    dueOn: '2026-09-30',
    reportedOn: '2026-09-25',
    report: paper('260/BC-STNMT', '2026-09-25', department),
    form: 'decision',
    step: 'done',
  },
]);

/** Six tasks of the review, five done: 0,833 of a point. */
const reviews = recordsOf(
  'legalReviews',
  Array.from({ length: 6 }, (_, at) => ({
    document: `Quyết định số ${12 + at}/20${18 + at}/QĐ-UBND`,
    remedy: (['amend', 'replace', 'repeal', 'amend', 'replace', 'repeal'] as const)[at] ?? ('amend' as const),
    basis: paper('15/BC-STNMT', '2026-01-20', department),
    unit:
      (['unit_qhgd', 'unit_dktk', 'unit_kstnn', 'unit_ccbvmt', 'unit_khtc', 'unit_thanhtra'] as const)[at] ??
      'unit_qhgd',
    dueOn: dayIn(2026, 5 + at, 30),
    ...(at === 2 ? { extendedTo: '2026-08-31', extendedBy: paper('880/UBND-NC', '2026-07-20', committee) } : {}),
    ...(at === 5
      ? { step: 'open' }
      : {
          doneOn: dayIn(2026, 5 + at, at === 2 ? 31 : 20),
          result: paper(`${50 + at}/2026/QĐ-UBND`, dayIn(2026, 5 + at, at === 2 ? 31 : 20), committee),
          step: 'done',
        }),
  })),
);

const checks = recordsOf('legalChecks', [
  {
    subject: 'Quyết định về bảng giá đất',
    document: paper('31/2026/QĐ-UBND', '2026-05-20', committee),
    unit: 'unit_qhgd',
    checkedOn: '2026-07-10',
    conclusion: paper('66/KL-STP', '2026-07-10', 'Sở Tư pháp'),
    finding: 'lawful',
    step: 'clean',
  },
  {
    subject: 'Quyết định về đo đạc địa chính',
    document: paper('9/2025/QĐ-UBND', '2025-03-03', committee),
    unit: 'unit_dktk',
    checkedOn: '2026-07-10',
    conclusion: paper('66/KL-STP', '2026-07-10', 'Sở Tư pháp'),
    finding: 'lawful',
    step: 'clean',
  },
  {
    subject: 'Quyết định về trình tự cấp phép',
    document: paper('44/2025/QĐ-UBND', '2025-09-12', committee),
    unit: 'unit_kstnn',
    checkedOn: '2025-11-20',
    conclusion: paper('99/KL-STP', '2025-11-20', 'Sở Tư pháp'),
    finding: 'form',
    dueOn: '2026-01-31',
    handledOn: '2026-01-22',
    handledBy: paper('3/2026/QĐ-UBND', '2026-01-22', committee),
    step: 'handled',
  },
]);

const task = (
  text: string,
  activity: 'plan' | 'collection' | 'inspection' | 'survey' | 'report',
  unit: string,
  dueOn: string,
  doneOn: string | null,
  number: string,
) => ({
  task: text,
  activity,
  unit,
  yearDay: '2026-01-05',
  dueOn,
  ...(doneOn === null ? { step: 'open' } : { doneOn, evidence: paper(number, doneOn, department), step: 'done' }),
});
/** The survey has no evidence yet, so the checklist gives 0,7 of a point. */
const monitoring = recordsOf('lawMonitoring', [
  task(
    'Kế hoạch theo dõi thi hành pháp luật năm 2026',
    'plan',
    'unit_thanhtra',
    '2026-01-31',
    '2026-01-26',
    '17/KH-STNMT',
  ),
  task('Thu thập thông tin về đăng ký đất đai', 'collection', 'unit_vpdk', '2026-06-30', '2026-06-24', '191/BC-STNMT'),
  task('Kiểm tra thi hành pháp luật khoáng sản', 'inspection', 'unit_kstnn', '2026-09-30', '2026-09-18', '27/BB-KT'),
  task('Khảo sát doanh nghiệp về thủ tục môi trường', 'survey', 'unit_ccbvmt', '2026-10-31', null, ''),
  task('Báo cáo kết quả theo dõi năm 2026', 'report', 'unit_thanhtra', '2026-12-04', null, ''),
]);

const lawTold = recordsOf('lawCommunication', [
  {
    subject: 'Luật Đất đai và văn bản hướng dẫn',
    form: 'conference',
    audience: 'Công chức cấp xã',
    unit: 'unit_qhgd',
    dueOn: '2026-04-30',
    doneOn: '2026-04-17',
    people: '180',
    evidence: 'Giấy mời, danh sách',
    step: 'done',
  },
  {
    subject: 'Quy định về chất thải',
    form: 'website',
    audience: 'Doanh nghiệp',
    unit: 'unit_ccbvmt',
    dueOn: '2026-06-30',
    doneOn: '2026-06-15',
    people: '950',
    evidence: 'Đường dẫn bài',
    step: 'done',
  },
  {
    subject: 'Quy định về tài nguyên nước',
    form: 'handbook',
    audience: 'Cấp xã',
    unit: 'unit_kstnn',
    dueOn: '2026-12-20',
    step: 'open',
  },
]);

/** Drafts, contents left to the province, review, checks, monitoring and communication of law: area 2. */
export const institutionsSample = (): SampleRecord[] => [
  ...drafts,
  ...delegated,
  ...reviews,
  ...checks,
  ...monitoring,
  ...lawTold,
];
