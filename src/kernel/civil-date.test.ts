import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addDays,
  addMonths,
  civilDate,
  daysBetween,
  formatDay,
  fromDayNumber,
  makeCivilDate,
  parseCivilDate,
  toDayNumber,
  weekdayOf,
} from './civil-date.ts';

describe('a day', () => {
  test.each([
    { text: '2024-02-29', isDay: true, because: '2024 is a leap year' },
    { text: '2023-02-29', isDay: false, because: '2023 is not' },
    { text: '1900-02-29', isDay: false, because: 'a century is a leap year only every 400 years' },
    { text: '2024-13-01', isDay: false, because: 'there is no month 13' },
    { text: '2024-1-1', isDay: false, because: 'both digits are written' },
  ])('$text: $because', ({ text, isDay }) => {
    expect(parseCivilDate(text) !== null).toBe(isDay);
  });

  test.each([
    { from: '2024-01-31', months: 1, to: '2024-02-29' },
    { from: '2023-01-31', months: 1, to: '2023-02-28' },
    { from: '2024-02-29', months: 12, to: '2025-02-28' },
    { from: '2024-01-15', months: -1, to: '2023-12-15' },
  ])('$from and $months months is $to', ({ from, months, to }) => {
    expect(addMonths(civilDate(from), months)).toBe(to);
  });

  test('Monday is 1 and Sunday is 7', () => {
    expect(weekdayOf(civilDate('2026-11-20'))).toBe(5);
    expect(weekdayOf(civilDate('2024-02-11'))).toBe(7);
    expect(weekdayOf(civilDate('1969-12-29'))).toBe(1);
  });

  test('is written as on paper', () => {
    expect(formatDay(civilDate('2024-12-12'))).toBe('12/12/2024');
    expect(makeCivilDate(2024, 2, 30)).toBeNull();
  });

  test('agrees with Temporal on every day number', () => {
    fc.assert(
      fc.property(fc.integer({ min: -700_000, max: 2_900_000 }), (number) => {
        const day = fromDayNumber(number);
        expect(toDayNumber(day)).toBe(number);
        const temporal = new Temporal.PlainDate(1970, 1, 1).add({ days: number });
        expect(day).toBe(temporal.toString());
        expect(weekdayOf(day)).toBe(temporal.dayOfWeek);
      }),
    );
  });

  test('adding days and counting them back agree', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40_000 }), fc.integer({ min: -20_000, max: 20_000 }), (start, days) => {
        const day = fromDayNumber(start);
        expect(daysBetween(day, addDays(day, days))).toBe(days);
      }),
    );
  });
});
