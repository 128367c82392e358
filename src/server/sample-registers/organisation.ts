import {
  committee,
  dayIn,
  department,
  monthEnd,
  paper,
  recordsOf,
  type SampleRecord,
  workUnits,
} from './sample-record.ts';

const functions = recordsOf('unitFunctions', [
  {
    subject: 'Chức năng, nhiệm vụ Văn phòng Đăng ký đất đai',
    unit: 'unit_vpdk',
    guidance: paper('16/2026/TT-BNNMT', '2026-03-02', 'Bộ chuyên ngành'),
    guidedOn: '2026-03-02',
    submittedOn: '2026-03-30',
    issuedOn: '2026-05-06',
    decision: paper('702/QĐ-UBND', '2026-05-06', committee),
    step: 'issued',
  },
  {
    subject: 'Chức năng, nhiệm vụ Chi cục Bảo vệ môi trường',
    unit: 'unit_ccbvmt',
    guidance: paper('16/2026/TT-BNNMT', '2026-03-02', 'Bộ chuyên ngành'),
    guidedOn: '2026-03-02',
    submittedOn: '2026-03-31',
    step: 'submitted',
  },
]);

/** One deputy above the norm, no unit above its quota. */
const norms = recordsOf(
  'unitNorms',
  workUnits.map((unit, at) => {
    const quota = 8 + ((at * 5) % 17);
    return {
      note: 'Thời điểm 30/9/2026',
      unit,
      recordedOn: '2026-09-30',
      quota: String(quota),
      present: String(quota - (at % 3)),
      minimum: at % 2 === 0 ? '7' : '5',
      deputyNorm: quota > 15 ? '3' : '2',
      deputies: unit === 'unit_ptqd' ? '4' : '2',
      basis: paper('33/QĐ-UBND', '2026-01-12', committee),
    };
  }),
);

const plans = recordsOf('headcountPlans', [
  {
    name: 'Kế hoạch số lượng người làm việc năm 2027',
    kind: 'public-units',
    unit: 'unit_vanphong',
    yearDay: '2026-01-01',
    heads: '210',
    sentOn: '2026-03-27',
    plan: paper('71/KH-STNMT', '2026-03-27', department),
    step: 'done',
  },
  {
    name: 'Kế hoạch biên chế công chức năm 2027',
    kind: 'civil-servants',
    unit: 'unit_vanphong',
    yearDay: '2026-01-01',
    heads: '96',
    sentOn: '2026-05-18',
    plan: paper('140/KH-STNMT', '2026-05-18', department),
    step: 'done',
  },
]);

const reduction = recordsOf('staffReduction', [
  {
    name: 'Tinh giản năm 2026',
    unit: 'unit_vanphong',
    yearDay: '2026-01-01',
    planned: '2',
    done: '2',
    decision: paper('55/QĐ-STNMT', '2026-06-30', department),
  },
  {
    name: 'Tinh giản năm 2026',
    unit: 'unit_vpdk',
    yearDay: '2026-01-01',
    planned: '5',
    done: '5',
    decision: paper('55/QĐ-STNMT', '2026-06-30', department),
  },
  {
    name: 'Tinh giản năm 2026',
    unit: 'unit_ptqd',
    yearDay: '2026-01-01',
    planned: '3',
    done: '2',
    reason: 'Một trường hợp chuyển sang năm sau',
  },
]);

const decentralised = recordsOf('decentralisation', [
  {
    task: 'Hướng dẫn cấp xã xác nhận hồ sơ đất đai',
    direction: 'down',
    receiver: 'UBND cấp xã',
    basis: paper('21/2025/QĐ-UBND', '2025-06-28', committee),
    unit: 'unit_dktk',
    dueOn: '2026-03-31',
    doneOn: '2026-03-24',
    result: paper('68/HD-STNMT', '2026-03-24', department),
    step: 'done',
  },
  {
    task: 'Cấp phép khai thác nước dưới đất quy mô nhỏ',
    direction: 'received',
    receiver: department,
    basis: paper('131/2025/NĐ-CP', '2025-06-12', 'Chính phủ'),
    unit: 'unit_kstnn',
    dueOn: '2026-06-30',
    doneOn: '2026-06-25',
    result: paper('188/BC-STNMT', '2026-06-25', department),
    step: 'done',
  },
  {
    task: 'Báo cáo kết quả phân cấp năm',
    direction: 'down',
    receiver: 'UBND cấp xã',
    basis: paper('21/2025/QĐ-UBND', '2025-06-28', committee),
    unit: 'unit_vanphong',
    dueOn: '2026-12-11',
    step: 'open',
  },
]);

const handovers = recordsOf('handovers', [
  {
    event: 'Nhận nhiệm vụ đăng ký đất đai cấp huyện',
    unit: 'unit_vpdk',
    decidedOn: '2026-02-02',
    decision: paper('88/QĐ-UBND', '2026-01-30', committee),
    handed: ['dossiers', 'work', 'competence'],
    doneOn: '2026-02-12',
    minutes: paper('3/BB-BG', '2026-02-12'),
    step: 'done',
  },
]);

const posts = recordsOf(
  'unitPosts',
  workUnits.map((unit, at) => ({
    note: 'Thời điểm 30/9/2026',
    unit,
    recordedOn: '2026-09-30',
    posts: String(6 + (at % 4)),
    filled: String(8 + at),
    postFit: String(8 + at),
    gradeFit: String(unit === 'unit_qbvmt' || unit === 'unit_ptqd' ? 7 + at : 8 + at),
    scheme: paper('512/QĐ-UBND', '2024-04-01', committee),
  })),
);

const trained = recordsOf('training', [
  {
    course: 'Bồi dưỡng chuyên viên',
    unit: 'unit_vanphong',
    dueOn: '2026-06-30',
    planned: '12',
    attended: '12',
    heldOn: '2026-06-12',
    step: 'done',
  },
  {
    course: 'Kỹ năng số cho công chức một cửa',
    unit: 'unit_cntt',
    dueOn: '2026-09-30',
    planned: '40',
    attended: '36',
    heldOn: '2026-09-18',
    step: 'done',
  },
  { course: 'Lãnh đạo, quản lý cấp phòng', unit: 'unit_vanphong', dueOn: '2026-12-15', planned: '6', step: 'open' },
]);

const people = [
  ...recordsOf('discipline', [
    {
      code: 'KL-2026-01',
      unit: 'unit_vpdk',
      happenedOn: '2026-04-10',
      cause: 'discipline',
      penalty: 'reprimand',
      decidedOn: '2026-06-02',
      decision: paper('281/QĐ-STNMT', '2026-06-02', department),
      step: 'decided',
    },
    { code: 'KL-2026-02', unit: 'unit_dktk', happenedOn: '2026-09-10', cause: 'discipline', step: 'dropped' },
  ]),
  ...recordsOf('appointments', [
    {
      subject: 'Tuyển dụng viên chức đợt 1',
      kind: 'recruitment',
      unit: 'unit_vpdk',
      decidedOn: '2026-05-20',
      decision: paper('270/QĐ-STNMT', '2026-05-20', department),
      people: '14',
      isWrongful: false,
    },
    {
      subject: 'Bổ nhiệm cấp phòng',
      kind: 'appointment',
      unit: 'unit_qhgd',
      decidedOn: '2026-07-15',
      decision: paper('340/QĐ-STNMT', '2026-07-15', department),
      people: '1',
      isWrongful: false,
    },
  ]),
  ...recordsOf(
    'staffChanges',
    Array.from({ length: 12 }, (_, at) => ({
      code: `CB${String(101 + at * 3)}`,
      unit: workUnits[at % workUnits.length] ?? 'unit_vanphong',
      change: (['joined', 'moved', 'salary', 'left'] as const)[at % 4] ?? ('other' as const),
      changedOn: dayIn(2026, 1 + (at % 10), 3),
      enteredOn: dayIn(2026, 1 + (at % 10), at === 8 ? 14 : 6),
      decision: paper(`${120 + at}/QĐ-STNMT`, dayIn(2026, 1 + (at % 10), 2), department),
      step: 'done',
    })),
  ),
  ...recordsOf(
    'ratingRounds',
    Array.from({ length: 10 }, (_, at) => {
      const lastDay = Temporal.PlainDate.from(monthEnd(2026, at + 1));
      return {
        name: `Đánh giá tháng ${at + 1}/2026`,
        unit: 'unit_vanphong',
        lastDay: lastDay.toString(),
        sentOn: lastDay.add({ days: at === 4 ? 9 : 3 }).toString(),
        result: paper(`${30 + at}/TB-VP`, lastDay.add({ days: 3 }).toString()),
        step: 'done',
      };
    }),
  ),
];

/** Functions, norms, plans, posts, training, discipline: areas 4 and 5 without the ratings. */
export const organisationSample = (): SampleRecord[] => [
  ...functions,
  ...norms,
  ...plans,
  ...reduction,
  ...decentralised,
  ...handovers,
  ...posts,
  ...trained,
  ...people,
];
