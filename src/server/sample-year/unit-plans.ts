import { civilDate } from '../../kernel/civil-date.ts';
import type { UnitId, UserId } from '../../kernel/ids.ts';
import { readDeadlines } from '../../slices/deadlines/index.ts';
import type { TaskDeadline } from '../../slices/tasks/index.ts';
import { findTasks, findUnitPlan, moveUnitPlan, saveItems } from '../../slices/tasks/server.ts';
import { takes } from './deeds.ts';
import { type Chapter, type Deed, done, type Scene, taskOf } from './telling.ts';

const YEAR = 2026;

type Line = { readonly of: string | null; readonly title: string; readonly by: string; readonly until: string };

/** Writes the lines of a unit's plan; a line belongs to a task of the department or to the unit alone. */
const drafts =
  (unitId: UnitId, number: string, issuedOn: string, lines: readonly Line[]): Deed =>
  async (scene) => {
    const { context, person } = scene;
    const items = lines.map(({ of, title, by, until }, at) => ({
      key: `dong-${at + 1}`,
      taskId: of === null ? null : taskOf(scene, of),
      title,
      product: null,
      userIds: [`user_${by}` as UserId],
      deadlineText: until,
      deadlines: readDeadlines(until, { year: YEAR }).map(({ deadline }) => deadline) as TaskDeadline[],
    }));
    const version = (await findUnitPlan(context.database, person.agencyId, YEAR, unitId))?.version ?? 0;
    const given = { year: YEAR, unitId, version, items, number, issuedOn: civilDate(issuedOn), unitIds: [unitId] };
    done(await saveItems(context, person, given), `the plan of ${unitId}`);
  };

/** The steps that approved plans make, by words of ours. */
const stepWords: readonly (readonly [word: string, title: string])[] = [
  ['số hóa: bước 1', 'Ký số kết quả đang lưu'],
  ['số hóa: bước 2', 'Quét và ký số hồ sơ'],
  ['mở quầy', 'Mở thêm một quầy'],
  ['đề cương', 'Gửi đề cương cho'],
  ['tên sáng kiến', 'Đăng ký tên sáng kiến'],
];

async function learnSteps({ context, person, tasks }: Scene): Promise<void> {
  const filter = { year: YEAR, origins: ['unit' as const], limit: 100, offset: 0 };
  const made = await findTasks(context.database, person.agencyId, filter);
  for (const { taskId, title } of made.tasks) {
    const known = stepWords.find(([, begin]) => title.startsWith(begin));
    if (known) tasks.set(known[0], taskId);
  }
}

const goes =
  (unitId: UnitId, to: 'handed-in' | 'returned' | 'approved', reason: string | null = null): Deed =>
  async (scene) => {
    const { context, person } = scene;
    const version = (await findUnitPlan(context.database, person.agencyId, YEAR, unitId))?.version ?? 0;
    const step = { year: YEAR, unitId, version, to, reason };
    done(await moveUnitPlan(context, person, step, scene.names), `the plan of ${unitId} ${to}`);
    if (to === 'approved') await learnSteps(scene);
  };

const landOffice: readonly Line[] = [
  {
    of: 'số hóa',
    title: 'Ký số kết quả đang lưu bản giấy của năm trước',
    by: 'chuyenvien',
    until: 'Trước ngày 30/6/2026',
  },
  { of: 'số hóa', title: 'Quét và ký số hồ sơ địa chính cũ', by: 'chuyenvien', until: 'Trước ngày 30/11/2026' },
  {
    of: null,
    title: 'Mở thêm một quầy tiếp nhận vào buổi sáng thứ hai',
    by: 'chuyenvien',
    until: 'Trước ngày 16/3/2026',
  },
];

/** Plans of the units: approved, handed in late, returned, waiting, being written; the other units have none. */
export const unitPlans: readonly Chapter[] = [
  [
    '2026-01-27',
    'truongphong',
    drafts('unit_vpdk', '05/KH-VPĐK', '2026-01-27', landOffice),
    goes('unit_vpdk', 'handed-in'),
  ],
  ['2026-01-29', 'cchc', goes('unit_vpdk', 'approved')],
  [
    '2026-02-03',
    'thanhtra',
    drafts('unit_thanhtra', '03/KH-TTr', '2026-02-03', [
      {
        of: 'thi hành pháp luật',
        title: 'Gửi đề cương cho các phòng, đơn vị',
        by: 'cv.thanhtra',
        until: 'Trước ngày 31/10/2026',
      },
    ]),
    goes('unit_thanhtra', 'handed-in'),
  ],
  ['2026-02-05', 'cchc', goes('unit_thanhtra', 'approved')],
  [
    '2026-01-30',
    'khtc',
    drafts('unit_khtc', '04/KH-KHTC', '2026-01-30', [
      { of: 'giải ngân', title: 'Họp với chủ đầu tư hằng tháng', by: 'cv.khtc', until: 'Trước ngày 10/12/2026' },
    ]),
    goes('unit_khtc', 'handed-in'),
  ],
  ['2026-02-04', 'cchc', goes('unit_khtc', 'returned', 'Chưa có việc cho ba kiến nghị của thanh tra')],
  [
    '2026-01-30',
    'cntt',
    drafts('unit_cntt', '06/KH-CNTT', '2026-01-30', [
      { of: 'sáng kiến', title: 'Đăng ký tên sáng kiến với hội đồng', by: 'cv.cntt', until: 'Trước ngày 31/3/2026' },
    ]),
    goes('unit_cntt', 'handed-in'),
  ],
  ['2026-02-06', 'cchc', goes('unit_cntt', 'approved')],
  ['2026-03-24', 'cv.cntt', takes('tên sáng kiến', 'handed-in', 'Đã đăng ký hai tên')],
  ['2026-03-25', 'cntt', takes('tên sáng kiến', 'done')],
  [
    '2026-02-24',
    'bvmt',
    drafts('unit_ccbvmt', '02/KH-CCBVMT', '2026-02-24', [
      {
        of: 'hồ sơ',
        title: 'Gửi danh sách hồ sơ môi trường sắp đến hạn',
        by: 'cv.bvmt',
        until: 'Trước ngày 15/12/2026',
      },
    ]),
  ],
  ['2026-11-26', 'bvmt', goes('unit_ccbvmt', 'handed-in')],
  [
    '2026-03-02',
    'qhgd',
    drafts('unit_qhgd', '01/KH-QHGĐ', '2026-03-02', [
      { of: 'văn bản', title: 'Soạn hai dự thảo quyết định về giao đất', by: 'qhgd', until: 'Trước ngày 15/10/2026' },
    ]),
  ],
  ['2026-06-25', 'chuyenvien', takes('số hóa: bước 1', 'handed-in', 'Đã ký số xong')],
  ['2026-06-26', 'truongphong', takes('số hóa: bước 1', 'done')],
  ['2026-03-12', 'chuyenvien', takes('mở quầy', 'handed-in', 'Quầy số 4 mở từ ngày 12/3')],
  ['2026-03-13', 'truongphong', takes('mở quầy', 'done')],
  ['2026-09-01', 'chuyenvien', takes('số hóa: bước 2', 'in-progress')],
  ['2026-10-29', 'cv.thanhtra', takes('đề cương', 'handed-in', 'Đã gửi đề cương ngày 28/10')],
  ['2026-10-30', 'thanhtra', takes('đề cương', 'done')],
];
