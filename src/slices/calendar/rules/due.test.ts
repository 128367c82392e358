import { expect, test } from 'vitest';
import { dueAfter } from './due.ts';
import { DUE_CASES } from './due-cases.ts';
import { parseOfficeMoment } from './moment.ts';
import { SHIPPED_CALENDAR } from './shipped-calendar.ts';

function due(
  from: string,
  amount: number,
  unit: 'working-day' | 'working-hour' | 'day' | 'month',
  direction: 'after' | 'before' = 'after',
) {
  const moment = parseOfficeMoment(from);
  if (!moment) throw new Error(from);
  return dueAfter(SHIPPED_CALENDAR, moment, { amount, unit, direction });
}

test('at least 200 cases are tried', () => {
  expect(DUE_CASES.length).toBeGreaterThanOrEqual(200);
});

test.each(DUE_CASES)('%s and %s %s %s: %s, because %s', (from, amount, unit, direction, answer) => {
  expect(due(from, amount, unit, direction)).toEqual({ ok: true, value: answer });
});

test.each([
  { from: '2027-12-20T09:00', amount: 15, unit: 'working-day', year: 2028 },
  { from: '2027-12-31T16:00', amount: 2, unit: 'working-hour', year: 2028 },
  { from: '2027-12-01T09:00', amount: 60, unit: 'day', year: 2028 },
  { from: '2027-12-01T09:00', amount: 1200, unit: 'month', year: 2028 },
  { from: '2019-05-05T09:00', amount: 5, unit: 'working-day', year: 2019 },
  { from: '2031-05-05T09:00', amount: 5, unit: 'working-hour', year: 2031 },
  { from: '9998-05-05T09:00', amount: 100000, unit: 'month', year: 2028 },
  { from: '2024-05-05T09:00', amount: 10_000_000, unit: 'day', year: 2028 },
  { from: '2024-05-05T09:00', amount: 10_000_000, unit: 'working-hour', year: 2028 },
] as const)('$amount $unit after $from need the missing year $year', ({ from, amount, unit, year }) => {
  const answer = due(from, amount, unit);
  expect(answer.ok).toBe(false);
  if (!answer.ok) expect(answer.refusal).toMatchObject({ code: 'calendar-gap' });
  if (!answer.ok && answer.refusal.code === 'calendar-gap')
    expect(answer.refusal.missingYear).toBeGreaterThanOrEqual(year);
});

test.each([-1, 1.5, Number.NaN, Number.POSITIVE_INFINITY])('%s working days are refused', (amount) => {
  expect(due('2024-02-05T09:00', amount, 'working-day')).toEqual({
    ok: false,
    refusal: { code: 'amount-out-of-range' },
  });
});

test('back over the start of the calendar names the year before it', () => {
  expect(due('2021-01-05T09:00', 10, 'working-day', 'before')).toEqual({
    ok: false,
    refusal: { code: 'calendar-gap', missingYear: 2020 },
  });
});
