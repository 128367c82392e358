import { expect, test } from 'vitest';
import { comparePlans, type PlanExchange, readPlan, readPlanText, toExchangeFormat } from '../index.ts';

function plan(rows: readonly string[]): PlanExchange {
  const table = ['STT\tNhiệm vụ\tSản phẩm\tThời gian\tĐơn vị chủ trì', 'I\tCẢI CÁCH THỂ CHẾ\t\t\t', ...rows].join('\n');
  return toExchangeFormat(readPlan(readPlanText(`KẾ HOẠCH\nCải cách hành chính năm 2031\n\n${table}\n`)));
}

const review = '1\tRà soát văn bản quy phạm pháp luật\tBáo cáo rà soát\tQuý II\tThanh tra Sở';
const draft = plan([review, '2\tTập huấn kỹ năng soạn thảo\tLớp tập huấn\tTrước ngày 30/6/2031\tVăn phòng Sở']);

test('a plan compared with itself has no changes', () => {
  const { tasks, deficits, head } = comparePlans(draft, draft);
  expect([tasks.added, tasks.dropped, tasks.changed, deficits.changed, head]).toEqual([[], [], [], [], []]);
  expect(tasks.unchanged).toBe(2);
});

test('spacing, capitals and punctuation are no changes', () => {
  const typed = plan([
    review.replace('Rà soát', 'rà  soát').replace('pháp luật', 'pháp luật.'),
    '2\tTập huấn kỹ năng soạn thảo\tlớp tập huấn\tTrước ngày 30/6/2031\tVăn phòng Sở',
  ]);
  expect(comparePlans(draft, typed).tasks.unchanged).toBe(2);
});

test('tasks are told apart as added, dropped and changed', () => {
  const signed = plan([
    review.replace('Thanh tra Sở', 'Văn phòng Sở'),
    '2\tMua máy quét\tMáy quét\tQuý I\tVăn phòng Sở',
  ]);
  const { tasks } = comparePlans(draft, signed);
  expect(tasks.added.map((task) => task.title)).toEqual(['Mua máy quét']);
  expect(tasks.dropped.map((task) => task.title)).toEqual(['Tập huấn kỹ năng soạn thảo']);
  expect(tasks.changed.map(({ changes }) => changes)).toEqual([
    [{ field: 'leads', before: ['Thanh tra Sở'], after: ['Văn phòng Sở'] }],
  ]);
});

test.each([
  { to: 'Trước ngày 15/5/2031', direction: 'earlier' },
  { to: 'Quý IV', direction: 'later' },
  { to: 'Trước ngày 30/6/2032', direction: 'next-year' },
  { to: 'Thường xuyên', direction: 'other' },
])('a deadline moved to "$to" went $direction', ({ to, direction }) => {
  const moved = plan([review, `2\tTập huấn kỹ năng soạn thảo\tLớp tập huấn\t${to}\tVăn phòng Sở`]);
  expect(comparePlans(draft, moved).tasks.changed.map(({ deadlineMove }) => deadlineMove?.direction)).toEqual([
    direction,
  ]);
});

test('a reworded task is the same task', () => {
  const reworded = plan([
    '1\tRà soát, đề xuất sửa đổi văn bản quy phạm pháp luật\tBáo cáo rà soát\tQuý II\tThanh tra Sở',
    '2\tTập huấn kỹ năng soạn thảo\tLớp tập huấn\tTrước ngày 30/6/2031\tVăn phòng Sở',
  ]);
  const { tasks } = comparePlans(draft, reworded);
  expect(tasks.changed.map(({ changes }) => changes.map((change) => change.field))).toEqual([['title']]);
});

const AREAS = ['STT\tNhiệm vụ\tSản phẩm\tThời gian\tĐơn vị chủ trì\tPhối hợp', 'I\tCẢI CÁCH THỂ CHẾ\t\t\t\t'];
const OTHER_AREA = 'II\tCẢI CÁCH THỦ TỤC HÀNH CHÍNH\t\t\t\t';

function planOf(lines: readonly string[]): PlanExchange {
  return toExchangeFormat(readPlan(readPlanText(`KẾ HOẠCH\nCải cách hành chính năm 2031\n\n${lines.join('\n')}\n`)));
}

const publish = 'Công khai thủ tục hành chính\tTrang công khai\tThường xuyên\tVăn phòng Sở\tThanh tra Sở; Phòng Giá';
const inspect = 'Kiểm tra văn bản\tKết luận kiểm tra\tQuý III\tThanh tra Sở\t';

test('an order of rows, units or products that changed is no change', () => {
  const before = planOf([...AREAS, `1\t${inspect}`, OTHER_AREA, `1\t${publish}`]);
  const after = planOf([
    AREAS[0] ?? '',
    'I\tCẢI CÁCH THỦ TỤC HÀNH CHÍNH\t\t\t\t',
    `1\t${publish.replace('Thanh tra Sở; Phòng Giá', 'Phòng Giá; Thanh tra Sở')}`,
    'II\tCẢI CÁCH THỂ CHẾ\t\t\t\t',
    `1\t${inspect}`,
  ]);
  const { tasks } = comparePlans(before, after);
  expect([tasks.unchanged, tasks.changed, tasks.added, tasks.dropped]).toEqual([2, [], [], []]);
});

test('a task that went to another area is moved', () => {
  const before = planOf([...AREAS, `1\t${publish}`, OTHER_AREA, `1\t${inspect}`]);
  const after = planOf([...AREAS, OTHER_AREA, `1\t${inspect}`, `2\t${publish}`]);
  expect(comparePlans(before, after).tasks.changed.map(({ changes }) => changes)).toEqual([
    [{ field: 'area', before: 'CẢI CÁCH THỂ CHẾ', after: 'CẢI CÁCH THỦ TỤC HÀNH CHÍNH' }],
  ]);
});

test('a task under quite another name is the same where product, lead and deadline are', () => {
  const before = planOf([
    ...AREAS,
    `1\t${inspect}`,
    '2\tTập huấn kỹ năng số\tLớp tập huấn cho công chức\tQuý II\tVăn phòng Sở\t',
  ]);
  const after = planOf([
    ...AREAS,
    `1\t${inspect}`,
    '2\tBồi dưỡng về an toàn thông tin\tLớp tập huấn cho công chức\tQuý II\tVăn phòng Sở\t',
  ]);
  const { tasks } = comparePlans(before, after);
  expect(tasks.changed.map(({ changes }) => changes.map(({ field }) => field))).toEqual([['title']]);
  expect(tasks.added).toEqual([]);
});

test('a task divided into two is told as a split, and two made one as a merge', () => {
  const whole = planOf([
    ...AREAS,
    '1\tRà soát, đơn giản hóa thủ tục hành chính và số hóa kết quả giải quyết\tBáo cáo\tQuý II\tVăn phòng Sở\t',
  ]);
  const parts = planOf([
    ...AREAS,
    '1\tRà soát, đơn giản hóa thủ tục hành chính\tBáo cáo\tQuý II\tVăn phòng Sở\t',
    '2\tSố hóa kết quả giải quyết\tBáo cáo\tQuý III\tVăn phòng Sở\t',
  ]);
  const { splits } = comparePlans(whole, parts).tasks;
  expect(splits.map(({ after }) => after.map(({ title }) => title))).toEqual([
    ['Rà soát, đơn giản hóa thủ tục hành chính', 'Số hóa kết quả giải quyết'],
  ]);
  const { merges } = comparePlans(parts, whole).tasks;
  expect(merges.map(({ before }) => before.length)).toEqual([2]);
});

test('a unit that bears another name is told once, and changes none of its tasks', () => {
  const rows = (office: string) => [
    `1\tRà soát văn bản quy phạm pháp luật\tBáo cáo rà soát\tQuý II\t${office}`,
    `2\tTập huấn kỹ năng soạn thảo\tLớp tập huấn\tTrước ngày 30/6/2031\t${office}`,
    '3\tMua máy quét\tMáy quét\tQuý I\tVăn phòng Sở',
  ];
  const { head, tasks } = comparePlans(plan(rows('Phòng Pháp chế')), plan(rows('Phòng Tổng hợp và Pháp chế')));
  expect(head).toEqual([{ field: 'unitName', before: 'Phòng Pháp chế', after: 'Phòng Tổng hợp và Pháp chế' }]);
  expect(tasks.unchanged).toBe(3);
});

test('a task that goes to another unit is no renaming, not even one to a unit that is new', () => {
  const old = ['1\tRà soát văn bản\tBáo cáo rà soát\tQuý II\tThanh tra Sở', review.replace('1', '2')];
  const next = ['1\tRà soát văn bản\tBáo cáo rà soát\tQuý II\tPhòng Pháp chế', review.replace('1', '2')];
  const { head, tasks } = comparePlans(plan(old), plan(next));
  expect(head).toEqual([]);
  expect(tasks.changed.map(({ changes }) => changes.map(({ field }) => field))).toEqual([['leads']]);
});

test('"VP Sở" is Văn phòng Sở', () => {
  const short = plan([review, '2\tTập huấn kỹ năng soạn thảo\tLớp tập huấn\tTrước ngày 30/6/2031\tVP Sở']);
  expect(comparePlans(draft, short).tasks.unchanged).toBe(2);
});

test('a task divided into phases is told as divided', () => {
  const phases = plan([
    review,
    '2\tTập huấn kỹ năng soạn thảo đợt 1\tLớp tập huấn\tTrước ngày 30/6/2031\tVăn phòng Sở',
    '3\tTập huấn kỹ năng soạn thảo đợt 2\tLớp tập huấn\tQuý IV\tVăn phòng Sở',
  ]);
  const { splits } = comparePlans(draft, phases).tasks;
  expect(splits.map(({ before, after }) => [before.title, after.map(({ title }) => title)])).toEqual([
    ['Tập huấn kỹ năng soạn thảo', ['Tập huấn kỹ năng soạn thảo đợt 1', 'Tập huấn kỹ năng soạn thảo đợt 2']],
  ]);
});
