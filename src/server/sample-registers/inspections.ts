import { dayIn, department, linkTo, paper, recordsOf, type SampleRecord } from './sample-record.ts';

const inspectionPlan = paper('20/KH-STNMT', '2026-02-02', department);
const inspected = (unit: string, month: number, kind: 'par' | 'decentralisation' | 'assets', handle?: string) => ({
  subject:
    kind === 'par'
      ? 'Kiểm tra CCHC'
      : kind === 'assets'
        ? 'Kiểm tra quản lý tài sản công'
        : 'Kiểm tra nhiệm vụ phân cấp',
  kind,
  unit,
  plan: inspectionPlan,
  plannedOn: dayIn(2026, month, 20),
  inspectedOn: dayIn(2026, month, 18),
  minutes: paper('BB', dayIn(2026, month, 18)),
  report: paper(`${month}0/BC-KT`, dayIn(2026, month, 25), department),
  notice: paper(`${month}1/TB-STNMT`, dayIn(2026, month, 27), department),
  step: 'concluded',
  ...(handle ? { handle } : {}),
});
/** Four of eleven units: 36,36 %. */
const inspections = recordsOf('inspections', [
  inspected('unit_vpdk', 4, 'par', 'inspection-vpdk'),
  inspected('unit_dktk', 5, 'par', 'inspection-dktk'),
  inspected('unit_ccbvmt', 6, 'par'),
  inspected('unit_kstnn', 9, 'par'),
  inspected('unit_vpdk', 7, 'decentralisation'),
  inspected('unit_ptqd', 8, 'assets'),
  {
    subject: 'Kiểm tra CCHC',
    kind: 'par',
    unit: 'unit_qbvmt',
    plan: inspectionPlan,
    plannedOn: '2026-12-04',
    step: 'planned',
  },
]);

const mended = (number: string, day: string) => ({
  handledOn: day,
  outcome: 'mended' as const,
  proof: paper(number, day),
  step: 'handled',
});
const findings = recordsOf('findings', [
  {
    finding: 'Chưa cập nhật địa chỉ tiếp nhận phản ánh tại nơi trả kết quả',
    from: 'par',
    inspection: linkTo('inspection-vpdk'),
    foundOn: '2026-04-18',
    unit: 'unit_vpdk',
    directive: paper('41/TB-STNMT', '2026-04-27', department),
    dueOn: '2026-05-15',
    ...mended('15/BC-VPĐK', '2026-05-12'),
  },
  {
    finding: 'Phiếu kiểm soát quá trình thiếu chữ ký bàn giao',
    from: 'par',
    inspection: linkTo('inspection-vpdk'),
    foundOn: '2026-04-18',
    unit: 'unit_vpdk',
    directive: paper('41/TB-STNMT', '2026-04-27', department),
    dueOn: '2026-05-30',
    ...mended('19/BC-VPĐK', '2026-06-03'),
  },
  {
    finding: 'Hồ sơ yêu cầu bổ sung chưa có phiếu',
    from: 'par',
    inspection: linkTo('inspection-dktk'),
    foundOn: '2026-05-18',
    unit: 'unit_dktk',
    directive: paper('51/TB-STNMT', '2026-05-27', department),
    dueOn: '2026-06-20',
    ...mended('8/BC-ĐKTK', '2026-06-18'),
  },
  {
    finding: 'Chưa lập hồ sơ công việc điện tử đủ danh mục',
    from: 'par',
    foundOn: '2026-06-18',
    unit: 'unit_ccbvmt',
    directive: paper('61/TB-STNMT', '2026-06-27', department),
    dueOn: '2026-07-31',
    ...mended('22/BC-CCBVMT', '2026-07-25'),
  },
  {
    finding: 'Bảng phân công một cửa chưa thay sau khi đổi người',
    from: 'par',
    foundOn: '2026-09-18',
    unit: 'unit_kstnn',
    directive: paper('91/TB-STNMT', '2026-09-27', department),
    dueOn: '2026-10-30',
    step: 'open',
  },
  {
    finding: 'Báo cáo phân cấp thiếu số liệu cấp xã',
    from: 'decentralisation',
    foundOn: '2026-07-18',
    unit: 'unit_vpdk',
    directive: paper('71/TB-STNMT', '2026-07-27', department),
    dueOn: '2026-08-31',
    ...mended('31/BC-VPĐK', '2026-08-28'),
  },
]);

/** Inspections of the year's plan and what they found. */
export const inspectionsSample = (): SampleRecord[] => [...inspections, ...findings];
