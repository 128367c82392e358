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
