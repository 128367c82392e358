import { expect, test } from 'vitest';
import { civilDate } from '../../../kernel/civil-date.ts';
import { SHIPPED_CALENDAR } from '../../calendar/index.ts';
import { readDeadlines } from '../../deadlines/index.ts';
import { nextDayOf } from './next-day.ts';
import { dueOf } from './task.ts';

const rules = { calendar: SHIPPED_CALENDAR, dayOffRule: 'stay' } as const;
const read = (text: string) => readDeadlines(text, { year: 2026 }).map(({ deadline }) => deadline);

test.each([
  {
    text: 'Định kỳ vào ngày 25 hằng tháng',
    today: '2026-11-20',
    next: '2026-11-25',
    because: 'this month is still to come',
  },
  {
    text: 'Định kỳ vào ngày 25 hằng tháng',
    today: '2026-11-25',
    next: '2026-11-25',
    because: 'the day itself is still in time',
  },
  { text: 'Định kỳ vào ngày 25 hằng tháng', today: '2026-12-26', next: '2027-01-25', because: 'the year goes on' },
  {
    text: 'Trong ngày 14 của tháng cuối kỳ báo cáo',
    today: '2026-11-20',
    next: '2026-12-14',
    because: 'the PAR report of the year',
  },
  {
    text: 'Thường xuyên',
    today: '2026-11-20',
    next: '2026-11-30',
    because: 'a continuous task is checked at the end of the month',
  },
  { text: 'Trước ngày 15/12/2026', today: '2026-11-20', next: null, because: 'a single day does not come again' },
])('“$text” on $today comes next on $next: $because', ({ text, today, next }) => {
  expect(nextDayOf(read(text), civilDate(today), rules)).toBe(next);
});

test.each([
  { text: 'Trước ngày 15/12/2026', due: { kind: 'day', dueOn: '2026-12-14' } },
  {
    text: 'Báo cáo 6 tháng trước ngày 15/6/2026; báo cáo năm trước ngày 15/11/2026',
    due: { kind: 'day', dueOn: '2026-11-14' },
  },
  { text: 'Thường xuyên', due: { kind: 'continuous', dueOn: null } },
  { text: 'Định kỳ hằng tháng', due: { kind: 'recurring', dueOn: null } },
  { text: 'Theo quy định', due: { kind: 'external', dueOn: null } },
  { text: 'Trong vòng 30 ngày sau khi có hướng dẫn', due: { kind: 'event', dueOn: null } },
])('a task “$text” ends by $due.kind', ({ text, due }) => {
  expect(dueOf(read(text))).toEqual(due);
});
