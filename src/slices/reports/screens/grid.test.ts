import { describe, expect, test } from 'vitest';
import { columnOf, columnsOf, type GridCell, lookOf, rowsOf, sumsOf } from './grid.ts';

const counts = { expected: 3, handedIn: 0, late: 0, overdue: 0, returned: 0, missing: 0 };
const cell = (more: Partial<GridCell> = {}): GridCell => ({
  dutyId: 'duty_a',
  name: 'Báo cáo',
  key: '2026-M1',
  periodId: 'M1',
  periodName: 'Tháng 1/2026',
  dueOn: '2026-01-25',
  cutOffs: [],
  isClosed: false,
  isWhole: true,
  counts,
  department: null,
  sentOn: null,
  ...more,
});

test('a cell stands in the month of its cut-off; after the year in a column of its own', () => {
  expect(columnOf(cell(), 2026)).toBe(1);
  expect(columnOf(cell({ dueOn: '2027-01-04' }), 2026)).toBe(13);
  expect(columnsOf([cell()], 2026)).toHaveLength(12);
  expect(columnsOf([cell({ dueOn: '2027-01-04' })], 2026)).toHaveLength(13);
});

test('a duty is one row, named as it is called now', () => {
  const rows = rowsOf([cell(), cell({ key: '2026-M2', name: 'Báo cáo mới' }), cell({ dutyId: 'duty_b' })]);
  expect(rows.map(({ name, cells }) => [name, cells.length])).toEqual([
    ['Báo cáo mới', 2],
    ['Báo cáo', 1],
  ]);
});

describe('how a cell looks', () => {
  const late = { stage: 'office' as const, text: '', dueOn: '2026-01-28', standing: 'overdue' as const, daysLate: 1 };
  test.each([
    { why: 'units are overdue', given: { counts: { ...counts, overdue: 1, handedIn: 2 } }, look: 'late' },
    { why: 'the office is overdue', given: { counts: { ...counts, handedIn: 3 }, cutOffs: [late] }, look: 'late' },
    { why: 'all are in', given: { counts: { ...counts, handedIn: 3 } }, look: 'done' },
    {
      why: 'closed with one missing',
      given: { isClosed: true, counts: { ...counts, handedIn: 2, missing: 1 } },
      look: 'done',
    },
    { why: 'some are in', given: { counts: { ...counts, handedIn: 1 } }, look: 'running' },
    { why: 'nobody has begun', given: {}, look: 'ahead' },
  ])('$why: $look', ({ given, look }) => expect(lookOf(cell(given))).toBe(look));
});

test('the sums of the year: on time is what is in and not late', () => {
  const sums = sumsOf([
    cell({ counts: { ...counts, handedIn: 2, late: 1, overdue: 1 } }),
    cell({ counts: { ...counts, handedIn: 3 } }),
  ]);
  expect(sums).toEqual({ expected: 6, handedIn: 5, onTime: 4, late: 1, overdue: 1, missing: 0, returned: 0 });
});
