import { describe, expect, test } from 'vitest';
import { civilDate } from '../../../kernel/civil-date.ts';
import { changeDaysOf, daysOutside } from './changed-days.ts';
import { readDayRows } from './day-rows.ts';
import { SHIPPED_PLAN } from './shipped-calendar.ts';

describe('days copied from a spreadsheet', () => {
  test('each row gives a day with its reason and decision', () => {
    const rows =
      'Ngày\tLoại\tLý do\tSố quyết định\n02/9/2027\tNghỉ\tQuốc khánh\t12/TB-VP\n2027-09-04;làm việc;làm bù;\n\n';
    expect(readDayRows(rows)).toEqual({
      days: [
        { day: '2027-09-02', kind: 'off', reason: 'Quốc khánh', decision: '12/TB-VP', isProvisional: false },
        { day: '2027-09-04', kind: 'working', reason: 'làm bù', decision: null, isProvisional: true },
      ],
      problems: [],
    });
  });

  test.each([
    { row: '30/02/2027;nghỉ;Tết', problem: 'no-day' },
    { row: ';nghỉ;Tết', problem: 'no-day' },
    { row: '01/3/2027;đi chơi;Tết', problem: 'no-kind' },
    { row: '01/3/2027;nghỉ;', problem: 'no-reason' },
  ])('“$row” is refused: $problem', ({ row, problem }) => {
    expect(readDayRows(row)).toEqual({ days: [], problems: [{ row: 1, problem }] });
  });

  test('a day named twice is said', () => {
    expect(readDayRows('01/3/2027;nghỉ;a\n01/3/2027;nghỉ;b').problems).toEqual([{ row: 2, problem: 'day-twice' }]);
  });
});

describe('changed days', () => {
  const day = civilDate('2024-02-08');

  test('an exception is taken away, another takes its place, in order', () => {
    expect(changeDaysOf(SHIPPED_PLAN, [{ day, exception: null }]).exceptions).toHaveLength(
      SHIPPED_PLAN.exceptions.length - 1,
    );
    const exception = { day, kind: 'half-day', reason: 'thử', decision: null, isProvisional: false } as const;
    const changed = changeDaysOf(SHIPPED_PLAN, [{ day, exception }]).exceptions;
    expect(changed.find((one) => one.day === day)).toEqual(exception);
    expect(changed.map((one) => one.day)).toEqual([...changed.map((one) => one.day)].sort());
  });

  test('days outside the years of the calendar are named', () => {
    expect(daysOutside(SHIPPED_PLAN, [{ day: civilDate('2028-01-03'), exception: null }])).toEqual(['2028-01-03']);
  });
});
