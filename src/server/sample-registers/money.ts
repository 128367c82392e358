import {
  committee,
  department,
  monthEnd,
  paper,
  recordsOf,
  type SampleRecord,
  sampleMonths,
  subordinateUnits,
} from './sample-record.ts';

const MILLION = 1_000_000;
/** Project, source, unit, million đồng of the year, percent paid by the end of September and of the year. */
const projects = [
  ['Cơ sở dữ liệu đất đai', 'province', 'unit_cntt', 18_000, 58, 90],
  ['Trạm quan trắc tự động', 'central', 'unit_ccbvmt', 12_500, 66, 92],
  ['Đo đạc lập bản đồ địa chính', 'land', 'unit_vpdk', 24_000, 61, 88],
  ['Cải tạo trụ sở', 'province', 'unit_vanphong', 6_400, 72, 97],
] as const;

function paidIn([, , , total, september, year]: (typeof projects)[number], month: number): number {
  const share = month <= 9 ? september / 9 : (year - september) / 3;
  return Math.round((total * MILLION * share) / 100);
}

/** The plan of a year stands in its January; each month adds what was paid in it. */
const disbursements = (): SampleRecord[] =>
  recordsOf(
    'disbursements',
    projects.flatMap((project) =>
      sampleMonths.map(([year, month]) => ({
        project: project[0],
        source: project[1],
        unit: project[2],
        paidUpTo: monthEnd(year, month),
        planned: String(month === 1 ? project[3] * MILLION : 0),
        disbursed: String(paidIn(project, month)),
        ...(month === 1 ? { decision: paper('2400/QĐ-UBND', `${year - 1}-12-20`, committee) } : {}),
      })),
    ),
  );

const rules = recordsOf(
  'assetRules',
  subordinateUnits.map((unit, at) => ({
    name: 'Quy chế quản lý, sử dụng tài sản công',
    unit,
    yearDay: '2026-01-01',
    dueOn: '2026-06-30',
    ...(at === 4
      ? { step: 'open' }
      : { issuedOn: `2026-0${3 + at}-15`, rules: paper(`${20 + at}/QC`, `2026-0${3 + at}-15`), step: 'done' }),
  })),
);

const recommendations = recordsOf('auditRecommendations', [
  {
    recommendation: 'Nộp ngân sách khoản thu phí chưa nộp',
    by: 'audit',
    conclusion: paper('88/TB-KTNN', '2026-02-20', 'Kiểm toán nhà nước'),
    unit: 'unit_vpdk',
    concludedOn: '2026-02-20',
    isMisuse: true,
    amount: '420000000',
    recovered: '420000000',
    dueOn: '2026-06-30',
    doneOn: '2026-06-18',
    proof: paper('GNT 18/6', '2026-06-18'),
    step: 'done',
  },
  {
    recommendation: 'Quyết toán lại dự án đo đạc',
    by: 'inspection',
    conclusion: paper('12/KL-TTr', '2026-03-16', 'Thanh tra tỉnh'),
    unit: 'unit_khtc',
    concludedOn: '2026-03-16',
    isMisuse: false,
    amount: '150000000',
    recovered: '150000000',
    dueOn: '2026-09-30',
    doneOn: '2026-09-22',
    proof: paper('301/BC-STNMT', '2026-09-22', department),
    step: 'done',
  },
  {
    recommendation: 'Thu hồi tạm ứng quá hạn',
    by: 'finance',
    conclusion: paper('45/TB-STC', '2026-05-11', 'Sở Tài chính'),
    unit: 'unit_ptqd',
    concludedOn: '2026-05-11',
    isMisuse: false,
    amount: '96000000',
    recovered: '30000000',
    dueOn: '2026-10-31',
    step: 'open',
  },
]);

const autonomy = recordsOf('unitAutonomy', [
  {
    note: 'Phương án 2026–2030',
    unit: 'unit_vpdk',
    yearDay: '2026-01-01',
    mechanism: 'full',
    percent: '100',
    lastYear: '100',
  },
  {
    note: 'Phương án 2026–2030',
    unit: 'unit_cntt',
    yearDay: '2026-01-01',
    mechanism: 'partly',
    percent: '46',
    lastYear: '41',
  },
  {
    note: 'Phương án 2026–2030',
    unit: 'unit_ptqd',
    yearDay: '2026-01-01',
    mechanism: 'recurrent',
    percent: '100',
    lastYear: '100',
  },
]);

/** Disbursement, rules on assets, recommendations, autonomy: area 6. */
export const moneySample = (): SampleRecord[] => [...disbursements(), ...rules, ...recommendations, ...autonomy];
