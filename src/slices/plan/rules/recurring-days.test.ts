import { expect, test } from 'vitest';
import type { RecurringDeadline } from '../../deadlines/index.ts';
import { recurringDays } from './recurring-days.ts';

const every = (change: Partial<RecurringDeadline>): RecurringDeadline => ({
  kind: 'recurring',
  every: 'quarter',
  day: 14,
  month: null,
  of: 'last-month',
  inclusive: true,
  ...change,
});

test.each([
  {
    because: 'on the 14th of the last month of each quarter',
    deadline: every({}),
    days: ['2026-03-14', '2026-06-14', '2026-09-14', '2026-12-14'],
  },
  {
    because: 'before the 25th of each month ends on the 24th',
    deadline: every({ every: 'month', day: 25, of: 'month', inclusive: false }),
    days: Array.from({ length: 12 }, (_, at) => `2026-${String(at + 1).padStart(2, '0')}-24`),
  },
  {
    because: 'on the 5th of the month after each half-year',
    deadline: every({ every: 'half-year', day: 5, of: 'next-month' }),
    days: ['2026-07-05', '2027-01-05'],
  },
  {
    because: 'the 31st of a shorter month is its last day',
    deadline: every({ every: 'half-year', day: 31 }),
    days: ['2026-06-30', '2026-12-31'],
  },
  { because: 'once a year in its month', deadline: every({ every: 'year', day: 1, month: 3 }), days: ['2026-03-01'] },
  { because: 'a quarter without a day names none', deadline: every({ day: null }), days: [] },
  { because: 'reporting periods are set elsewhere', deadline: every({ every: 'reporting-period' }), days: [] },
])('$because', ({ deadline, days }) => {
  expect(recurringDays(deadline, 2026)).toEqual(days);
});
