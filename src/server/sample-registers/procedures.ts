import { dayIn, department, linkTo, paper, recordsOf, type SampleRecord } from './sample-record.ts';

const names = [
  'Đăng ký biến động đất đai',
  'Cấp đổi giấy chứng nhận',
  'Tách thửa, hợp thửa đất',
  'Xóa đăng ký thế chấp',
  'Đăng ký thế chấp quyền sử dụng đất',
  'Cung cấp thông tin đất đai',
  'Cấp giấy phép môi trường',
  'Thẩm định báo cáo tác động môi trường',
  'Gia hạn giấy phép khai thác nước',
  'Cấp giấy phép thăm dò nước dưới đất',
  'Gia hạn giấy phép khai thác khoáng sản',
  'Chuyển mục đích sử dụng đất',
  'Giao đất cho tổ chức',
  'Cho thuê đất',
  'Thu hồi đất tự nguyện trả lại',
  'Điều chỉnh thời hạn sử dụng đất',
  'Xác nhận tiếp tục sử dụng đất',
] as const;
const unitOfProcedure = (at: number): string =>
  ['unit_vpdk', 'unit_dktk', 'unit_ccbvmt', 'unit_kstnn', 'unit_qhgd'][at % 5] ?? 'unit_vpdk';

/** Seventeen procedures after four superior decisions: thirteen submitted in time, four late. */
function announcements(): SampleRecord[] {
  return recordsOf(
    'procedureAnnouncements',
    names.map((procedure, at) => {
      const month = 3 + (at % 4) * 2;
      const isLate = at % 4 === 3;
      const submittedOn = dayIn(2026, month, isLate ? 20 : 10);
      const announcedOn = dayIn(2026, month, isLate ? 26 : 16);
      return {
        procedure,
        code: `1.00${4000 + at}`,
        change: (['new', 'amended', 'repealed'] as const)[at % 3] ?? ('new' as const),
        superior: paper(`${800 + month}/QĐ-BTNMT`, dayIn(2026, month, 2), 'Bộ chuyên ngành'),
        effectiveOn: dayIn(2026, month, 18),
        unit: unitOfProcedure(at),
        submittedOn,
        announcedOn,
        decision: paper(`${900 + month}/QĐ-UBND`, announcedOn, 'UBND tỉnh'),
        publishedOn: dayIn(2026, month, isLate ? 27 : at === 0 ? 28 : 19),
        step: 'published',
      };
    }),
  );
}

const plans = recordsOf('procedureReviewPlans', [
  {
    name: 'Kế hoạch rà soát thủ tục năm 2026',
    unit: 'unit_vanphong',
    yearDay: '2026-01-01',
    plan: paper('14/KH-STNMT', '2026-01-22', department),
    issuedOn: '2026-01-22',
    procedures: '12',
    reportedOn: '2026-07-20',
    report: paper('205/BC-STNMT', '2026-07-20', department),
    step: 'reported',
    handle: 'review-2026',
  },
  {
    name: 'Kế hoạch rà soát thủ tục năm 2025',
    unit: 'unit_vanphong',
    yearDay: '2025-01-01',
    plan: paper('11/KH-STNMT', '2025-01-24', department),
    issuedOn: '2025-01-24',
    reportedOn: '2025-07-28',
    report: paper('190/BC-STNMT', '2025-07-28', department),
    step: 'reported',
  },
]);

const simplifications = recordsOf(
  'simplifications',
  names.slice(0, 6).map((procedure, at) => ({
    procedure,
    plan: linkTo('review-2026'),
    unit: unitOfProcedure(at),
    foundOn: dayIn(2026, 4, 5 + at),
    problem: 'Thành phần hồ sơ đã có trong cơ sở dữ liệu',
    proposal: 'Bỏ yêu cầu nộp bản giấy',
    authority: at % 2 === 0 ? ('own' as const) : ('ministry' as const),
    savingPercent: String(12 + at),
    dueOn: '2026-07-15',
    ...(at === 5
      ? { step: 'found' }
      : {
          handledOn: dayIn(2026, 7, 2 + at),
          handledBy: paper(`${210 + at}/TTr-STNMT`, dayIn(2026, 7, 2 + at), department),
          outcome: at === 0 ? ('enacted' as const) : ('proposed' as const),
          step: 'handled',
        }),
  })),
);

const restructured = recordsOf('restructuredProcedures', [
  {
    procedure: 'Đăng ký thế chấp quyền sử dụng đất',
    unit: 'unit_vpdk',
    daysBefore: '3',
    daysAfter: '1',
    stepsBefore: '7',
    stepsAfter: '4',
    dueOn: '2026-06-30',
    approvedOn: '2026-06-18',
    decision: paper('300/QĐ-STNMT', '2026-06-18', department),
    onSystem: true,
    step: 'done',
  },
  {
    procedure: 'Cung cấp thông tin đất đai',
    unit: 'unit_dktk',
    daysBefore: '2',
    daysAfter: '1',
    stepsBefore: '5',
    stepsAfter: '3',
    dueOn: '2026-09-30',
    approvedOn: '2026-10-05',
    decision: paper('441/QĐ-STNMT', '2026-10-05', department),
    onSystem: false,
    step: 'done',
  },
  { procedure: 'Cấp đổi giấy chứng nhận', unit: 'unit_vpdk', daysBefore: '7', dueOn: '2026-12-15', step: 'open' },
]);

/** Twenty-seven procedures with a fee, one of them payable on line: 3,7 %. */
function onlineServices(): SampleRecord[] {
  return recordsOf(
    'onlineServices',
    Array.from({ length: 32 }, (_, at) => ({
      procedure: `${names[at % names.length] ?? ''}${at < names.length ? '' : ' (tổ chức)'}`,
      code: `2.00${1000 + at}`,
      unit: unitOfProcedure(at),
      recordedOn: '2026-10-31',
      level: at < 20 ? ('fully' as const) : at < 28 ? ('partly' as const) : ('none' as const),
      eligible: at < 22,
      hasFee: at < 27,
      payable: at === 0,
      mustCentre: true,
      atCentre: true,
    })),
  );
}

const checks = recordsOf('oneStopChecks', [
  {
    place: 'Quầy của Sở tại Trung tâm',
    unit: 'unit_vanphong',
    checkedOn: '2026-06-12',
    posted: ['procedures', 'phone', 'feedback', 'receipt'],
  },
  {
    place: 'Bộ phận trả kết quả Văn phòng Đăng ký',
    unit: 'unit_vpdk',
    checkedOn: '2026-06-12',
    posted: ['procedures', 'phone', 'receipt'],
  },
]);

/** Announcement, review, simplification, restructuring, on-line services and desks: area 3 without dossiers and feedback. */
export const proceduresSample = (): SampleRecord[] => [
  ...announcements(),
  ...plans,
  ...simplifications,
  ...restructured,
  ...onlineServices(),
  ...checks,
];
