import { inspectionsSample } from './inspections.ts';
import { committee, dayIn, department, paper, recordsOf, type SampleRecord, workUnits } from './sample-record.ts';

const given = [
  'Rà soát quỹ đất công trên địa bàn',
  'Báo cáo tiến độ cấp giấy chứng nhận lần đầu',
  'Phương án xử lý dự án chậm sử dụng đất',
  'Kế hoạch quan trắc môi trường năm',
  'Hoàn thiện cơ sở dữ liệu đất đai',
  'Kiểm tra khai thác cát, sỏi lòng sông',
  'Tham mưu bảng giá đất điều chỉnh',
  'Xử lý kiến nghị cử tri về môi trường',
  'Đề xuất danh mục dự án thu hồi đất',
  'Báo cáo bảo vệ nguồn nước',
] as const;

/** Twenty-five tasks: fifteen done in time, one overdue, nine that are not due yet. */
function assignedTasks(): SampleRecord[] {
  const rows = Array.from({ length: 25 }, (_, at) => {
    const month = 1 + (at % 9);
    const isOpen = at >= 16;
    const isOverdue = at === 15;
    const dueOn = isOpen ? dayIn(2027, 1 + (at % 3), 15) : dayIn(2026, month + 1, 15);
    const text = given[at % given.length] ?? '';
    const done = isOpen || isOverdue ? {} : { doneOn: dayIn(2026, month + 1, at % 3 === 0 ? 15 : 10) };
    return {
      content: at < given.length ? text : `${text} (lần ${1 + Math.floor(at / given.length)})`,
      assigner: at % 4 === 0 ? ('chairman' as const) : ('committee' as const),
      assignedBy: paper(`${100 + at}/UBND-NL`, dayIn(2026, month, 5), committee),
      assignedOn: dayIn(2026, month, 5),
      unit: workUnits[at % workUnits.length] ?? 'unit_vanphong',
      dueOn,
      extensions: at === 6 ? '2' : at === 3 ? '1' : '0',
      ...(at === 6 ? { extendedTo: dayIn(2026, month + 2, 1) } : {}),
      ...done,
      ...('doneOn' in done ? { product: paper(`${200 + at}/BC-STNMT`, done.doneOn ?? '', department) } : {}),
      step: 'doneOn' in done ? 'done' : isOverdue ? 'doing' : 'given',
      ...(isOverdue ? { handle: 'overdue-task' } : at === 16 ? { handle: 'open-task' } : {}),
    };
  });
  return recordsOf('assignedTasks', rows);
}

const yearDay = '2026-01-01';
const required = recordsOf('requiredDocuments', [
  {
    subject: 'Kế hoạch CCHC năm 2026',
    kind: 'par-plan',
    unit: 'unit_vanphong',
    yearDay,
    issuedOn: '2026-01-16',
    issued: paper('12/KH-STNMT', '2026-01-16', department),
    step: 'issued',
  },
  {
    subject: 'Kế hoạch cải thiện Chỉ số CCHC năm 2026',
    kind: 'remediation-plan',
    unit: 'unit_vanphong',
    yearDay,
    issuedOn: '2026-02-24',
    issued: paper('31/KH-STNMT', '2026-02-24', department),
    step: 'issued',
  },
  {
    subject: 'Kế hoạch tuyên truyền CCHC năm 2026',
    kind: 'communication-plan',
    unit: 'unit_vanphong',
    yearDay,
    issuedOn: '2026-02-10',
    issued: paper('25/KH-STNMT', '2026-02-10', department),
    step: 'issued',
  },
  {
    subject: 'Quy chế đánh giá, xếp loại gắn với kết quả TTHC',
    kind: 'rating-rules',
    unit: 'unit_vanphong',
    yearDay,
    dueOn: '2026-03-31',
    issuedOn: '2026-03-20',
    issued: paper('88/QĐ-STNMT', '2026-03-20', department),
    step: 'issued',
  },
  {
    subject: 'Rà soát đề án vị trí việc làm',
    kind: 'post-scheme',
    unit: 'unit_vanphong',
    yearDay,
    dueOn: '2026-06-30',
    issuedOn: '2026-06-22',
    issued: paper('190/TTr-STNMT', '2026-06-22', department),
    step: 'issued',
  },
  {
    subject: 'Quy định cập nhật dữ liệu đất đai điện tử',
    kind: 'digital-rules',
    unit: 'unit_cntt',
    yearDay,
    dueOn: '2026-09-30',
    issuedOn: '2026-09-12',
    issued: paper('402/QĐ-STNMT', '2026-09-12', department),
    step: 'issued',
  },
  {
    subject: 'Triển khai chỉ đạo về hồ sơ trễ hạn',
    kind: 'directive',
    unit: 'unit_vanphong',
    yearDay: '2026-03-02',
    basis: paper('55/CT-UBND', '2026-02-27', committee),
    dueOn: '2026-03-13',
    issuedOn: '2026-03-12',
    issued: paper('77/STNMT-VP', '2026-03-12', department),
    step: 'issued',
  },
  {
    subject: 'Triển khai chỉ đạo về thanh toán trực tuyến',
    kind: 'directive',
    unit: 'unit_vpdk',
    yearDay: '2026-05-04',
    basis: paper('91/UBND-KSTT', '2026-05-02', committee),
    dueOn: '2026-05-15',
    issuedOn: '2026-05-14',
    issued: paper('151/STNMT-VP', '2026-05-14', department),
    step: 'issued',
  },
  {
    subject: 'Triển khai chỉ đạo về số hóa kết quả',
    kind: 'directive',
    unit: 'unit_vpdk',
    yearDay: '2026-08-03',
    basis: paper('140/UBND-KSTT', '2026-08-01', committee),
    dueOn: '2026-08-20',
    step: 'open',
  },
]);

const told = (
  activity: string,
  form: 'website' | 'press' | 'seminar' | 'training' | 'social',
  unit: string,
  day: string,
) => ({ activity, form, unit, plannedOn: day, doneOn: day, evidence: 'Có đường dẫn, ảnh lưu', step: 'done' });
const communication = recordsOf('communication', [
  told('Chuyên mục CCHC trên trang thông tin', 'website', 'unit_vanphong', '2026-02-20'),
  told('Bài về đăng ký đất đai trực tuyến', 'press', 'unit_vpdk', '2026-04-14'),
  told('Tập huấn tiếp nhận hồ sơ điện tử', 'training', 'unit_cntt', '2026-05-21'),
  told('Chuyên mục CCHC quý III', 'website', 'unit_vanphong', '2026-08-20'),
  {
    activity: 'Tọa đàm với người dân về thủ tục đất đai',
    form: 'seminar',
    unit: 'unit_vpdk',
    plannedOn: '2026-12-10',
    step: 'open',
  },
  told('Chuyên mục CCHC năm trước', 'website', 'unit_vanphong', '2025-03-11'),
  told('Tập huấn năm trước', 'training', 'unit_cntt', '2025-06-11'),
]);

const initiatives = recordsOf('initiatives', [
  {
    name: 'Tra cứu tình trạng hồ sơ bằng mã QR',
    unit: 'unit_vpdk',
    about: 'par',
    registeredOn: '2026-02-12',
    level: 'department',
    recognisedOn: '2026-09-30',
    recognisedBy: paper('433/QĐ-STNMT', '2026-09-30', department),
    step: 'recognised',
  },
  {
    name: 'Kho mẫu văn bản dùng chung',
    unit: 'unit_vanphong',
    about: 'par',
    registeredOn: '2026-03-05',
    step: 'submitted',
  },
  {
    name: 'Phần mềm nhắc hạn cho cán bộ thụ lý',
    unit: 'unit_cntt',
    about: 'par',
    registeredOn: '2025-02-12',
    level: 'province',
    recognisedOn: '2025-10-15',
    recognisedBy: paper('1812/QĐ-UBND', '2025-10-15', committee),
    step: 'recognised',
  },
]);

const others = [
  ...recordsOf('proposals', [
    {
      proposal: 'Liên thông thuế và đăng ký đất đai trong một lần nộp',
      unit: 'unit_vpdk',
      proposedOn: '2026-06-10',
      proposedBy: paper('177/TTr-STNMT', '2026-06-10', department),
      acceptedOn: '2026-08-21',
      acceptedBy: paper('1422/UBND-KSTT', '2026-08-21', committee),
      step: 'accepted',
    },
    {
      proposal: 'Ủy quyền xác nhận thông tin đất đai',
      unit: 'unit_dktk',
      proposedOn: '2026-09-15',
      proposedBy: paper('290/TTr-STNMT', '2026-09-15', department),
      step: 'proposed',
    },
  ]),
  ...recordsOf(
    'paca',
    (['B-1-1-1', 'B-1-1-7', 'B-1-5-1', 'B-1-5-2', 'B-1-6-1', 'B-1-6-2', 'B-1-8'] as const).map((criterion, at) => ({
      criterion,
      work: `Báo cáo, cập nhật tiêu chí ${criterion.replaceAll('-', '.')}`,
      unit: 'unit_thanhtra',
      startedOn: '2026-03-01',
      dueOn: dayIn(2026, 10, 15),
      ...(at < 5
        ? {
            doneOn: dayIn(2026, 10, 8 + at),
            evidence: paper(`${60 + at}/BC-TTr`, dayIn(2026, 10, 8 + at)),
            step: 'done',
          }
        : { step: 'open' }),
    })),
  ),
  ...recordsOf('pointEvents', [
    {
      event: 'Nộp tự chấm năm 2025 sau hạn một ngày',
      kind: 'late-self-score',
      unit: 'unit_vanphong',
      happenedOn: '2025-12-16',
      basis: paper('2390/SNV-CCHC', '2025-12-18', 'Sở Nội vụ'),
      step: 'confirmed',
    },
    {
      event: 'Khen thưởng về cải cách hành chính',
      kind: 'praised',
      unit: 'unit_vanphong',
      happenedOn: '2026-01-22',
      basis: paper('120/QĐ-UBND', '2026-01-22', committee),
      step: 'confirmed',
    },
  ]),
];

/** Tasks, documents, inspections and their findings, communication, initiatives: area 1 and what lies outside the criteria. */
export const directionSample = (): SampleRecord[] => [
  ...assignedTasks(),
  ...required,
  ...inspectionsSample(),
  ...communication,
  ...initiatives,
  ...others,
];
