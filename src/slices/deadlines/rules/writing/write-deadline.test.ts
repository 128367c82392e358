import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  addDays,
  type CivilDate,
  civilDate,
  daysInMonth,
  fromDayNumber,
  type Weekday,
} from '../../../../kernel/civil-date.ts';
import type { Deadline, RecurringDeadline } from '../deadline.ts';
import { readDeadlines } from '../reading/read-deadlines.ts';
import { writeDeadline, writeDeadlines } from './write-deadline.ts';

const readBack = (text: string): Deadline[] => readDeadlines(text, { year: 2024 }).map(({ deadline }) => deadline);

const aDay = fc.integer({ min: 18_262, max: 22_000 }).map((number) => fromDayNumber(number));
const anEvent = fc.constantFrom(
  'nhận được văn bản',
  'có kết luận thanh tra',
  'hồ sơ được tiếp nhận',
  'hết hạn xử lý',
  'Hội đồng họp',
  'văn bản trả lời được ban hành',
);

function recurring(every: RecurringDeadline['every'], rest: Partial<RecurringDeadline>): RecurringDeadline {
  const { day = null, month = null, of = null, inclusive = true } = rest;
  const weekday = every === 'week' ? { weekday: rest.weekday ?? null } : {};
  return { kind: 'recurring', every, ...weekday, day, month, of, inclusive };
}

const aDayOfMonth = fc.integer({ min: 1, max: 31 });
const aYearlyDay = fc
  .integer({ min: 1, max: 12 })
  .chain((month) => fc.integer({ min: 1, max: daysInMonth(2024, month) }).map((day) => ({ month, day })));

const aRecurring: fc.Arbitrary<RecurringDeadline> = fc.oneof(
  fc
    .constantFrom('week', 'month', 'quarter', 'half-year', 'year', 'reporting-period')
    .map((every) => recurring(every as RecurringDeadline['every'], {})),
  fc
    .record({ weekday: fc.integer({ min: 1, max: 7 }), inclusive: fc.boolean() })
    .map(({ weekday, inclusive }) => recurring('week', { weekday: weekday as Weekday, inclusive })),
  fc
    .record({ day: aDayOfMonth, of: fc.constantFrom('month' as const, 'next-month' as const), inclusive: fc.boolean() })
    .map((rest) => recurring('month', rest)),
  fc
    .record({
      every: fc.constantFrom('quarter' as const, 'half-year' as const, 'reporting-period' as const),
      day: fc.option(aDayOfMonth),
      of: fc.constantFrom('last-month' as const, 'next-month' as const),
      inclusive: fc.boolean(),
    })
    .map(({ every, ...rest }) => recurring(every, rest)),
  fc
    .record({
      every: fc.constantFrom('quarter' as const, 'half-year' as const, 'reporting-period' as const),
      day: aDayOfMonth,
      inclusive: fc.boolean(),
    })
    .map(({ every, ...rest }) => recurring(every, rest)),
  fc
    .record({ date: aYearlyDay, inclusive: fc.boolean() })
    .map(({ date, inclusive }) => recurring('year', { ...date, inclusive })),
  fc.record({ month: fc.integer({ min: 1, max: 12 }), inclusive: fc.boolean() }).map((rest) => recurring('year', rest)),
);

const aDeadline: fc.Arbitrary<Deadline> = fc.oneof(
  fc.record({ date: aDay, inclusive: fc.boolean() }).map((rest): Deadline => ({ kind: 'by', ...rest })),
  fc
    .record({ from: aDay, days: fc.nat(800) })
    .map(({ from, days }): Deadline => ({ kind: 'window', from, to: addDays(from, days) })),
  fc
    .record({ year: fc.integer({ min: 2020, max: 2028 }), first: fc.integer({ min: 1, max: 12 }), months: fc.nat(30) })
    .map(wholeMonths),
  aRecurring,
  fc.constant<Deadline>({ kind: 'continuous' }),
  fc
    .record({
      amount: fc.integer({ min: 1, max: 400 }),
      unit: fc.constantFrom('working-day' as const, 'day' as const, 'working-hour' as const, 'month' as const),
      direction: fc.constantFrom('after' as const, 'before' as const),
      event: fc.oneof(anEvent, fc.constant('')),
    })
    .map((rest): Deadline => ({ kind: 'relative', ...rest })),
  fc
    .constantFrom('Theo quy định', 'Theo hướng dẫn của Sở Nội vụ', 'Khi có yêu cầu', 'Theo kế hoạch của tỉnh')
    .map((text): Deadline => ({ kind: 'external', text })),
);

function wholeMonths({ year, first, months }: { year: number; first: number; months: number }): Deadline {
  const last = first - 1 + months;
  const [lastYear, lastMonth] = [year + Math.floor(last / 12), (last % 12) + 1];
  return { kind: 'window', from: day(year, first, 1), to: day(lastYear, lastMonth, daysInMonth(lastYear, lastMonth)) };
}

function day(year: number, month: number, number: number): CivilDate {
  return civilDate(`${year}-${String(month).padStart(2, '0')}-${String(number).padStart(2, '0')}`);
}

test('every deadline that is written is read back as it was', () => {
  fc.assert(
    fc.property(aDeadline, (deadline) => {
      expect(readBack(writeDeadline(deadline)), writeDeadline(deadline)).toEqual([deadline]);
    }),
    { numRuns: 4_000 },
  );
});

test('a list keeps its labels', () => {
  const aDated = fc.record({ date: aDay, inclusive: fc.boolean() });
  const labels = ['Báo cáo 6 tháng', 'Báo cáo năm', 'Đợt 3', 'Kế hoạch kiểm tra'];
  fc.assert(
    fc.property(fc.array(aDated, { minLength: 2, maxLength: 4 }), (days) => {
      const list = days.map((rest, index): Deadline => ({ kind: 'by', ...rest, label: labels[index] ?? '' }));
      expect(readBack(writeDeadlines(list))).toEqual(list);
    }),
  );
});

test.each<[Deadline, string]>([
  [{ kind: 'by', date: civilDate('2024-03-05'), inclusive: false }, 'Trước ngày 05/3/2024'],
  [{ kind: 'by', date: civilDate('2024-02-05'), inclusive: true }, 'Chậm nhất ngày 05/02/2024'],
  [{ kind: 'window', from: civilDate('2024-07-01'), to: civilDate('2024-09-30') }, 'Trong quý III/2024'],
  [{ kind: 'window', from: civilDate('2024-04-01'), to: civilDate('2024-09-30') }, 'Từ quý II/2024 đến quý III/2024'],
  [{ kind: 'window', from: civilDate('2024-01-01'), to: civilDate('2024-12-31') }, 'Trong năm 2024'],
  [
    { kind: 'window', from: civilDate('2024-11-01'), to: civilDate('2025-02-28') },
    'Từ tháng 11/2024 đến tháng 02/2025',
  ],
  [recurring('month', { day: 5, of: 'next-month', inclusive: false }), 'Trước ngày 05 của tháng tiếp theo'],
  [recurring('quarter', { day: 18, of: 'last-month' }), 'Ngày 18 của tháng cuối quý'],
  [recurring('year', { day: 10, month: 11, inclusive: false }), 'Trước ngày 10/11 hằng năm'],
  [
    recurring('half-year', { day: 15, of: 'last-month', inclusive: false }),
    'Định kỳ 6 tháng, trước ngày 15 của tháng cuối kỳ',
  ],
  [
    { kind: 'relative', amount: 2, unit: 'working-day', direction: 'after', event: 'có văn bản' },
    'Trong thời hạn 02 ngày làm việc kể từ khi có văn bản',
  ],
])('%o is written “%s”', (deadline, phrase) => {
  expect(writeDeadline(deadline)).toBe(phrase);
});
