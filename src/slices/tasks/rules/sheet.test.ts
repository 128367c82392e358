import { describe, expect, test } from 'vitest';
import { civilDate } from '../../../kernel/civil-date.ts';
import { columnName, type ReadCell, readSheetRows } from './sheet.ts';

const context = {
  matchUnit: (name: string) =>
    name.startsWith('Phòng') ? ({ kind: 'sure', unitId: 'unit_a' } as const) : ({ kind: 'unknown' } as const),
  knownTaskIds: new Set(['task_1']),
  year: 2026,
  today: civilDate('2026-06-01'),
};
const head = ['Mã công việc', 'Tên công việc', 'Lĩnh vực', 'Chủ trì', 'Phối hợp', 'Thời hạn', 'Sản phẩm'];
const rowsOf = (...rows: readonly (readonly string[])[]): ReadCell[][] =>
  rows.map((cells, row) => cells.map((text, column) => ({ text, row: row + 1, column: column + 1 })));
const read = (...rows: readonly (readonly string[])[]) => readSheetRows(rowsOf(head, ...rows), context);

describe('a spreadsheet of tasks', () => {
  test('a whole row becomes a task, products and deadline read', () => {
    const row = ['', 'Rà soát thủ tục', '2', 'Phòng A', 'Phòng B', 'Trước ngày 15/12/2026', 'Báo cáo; Danh mục'];
    expect(read(row)).toMatchObject({
      errors: [],
      rows: [{ title: 'Rà soát thủ tục', areaOrdinal: 2, leadId: 'unit_a', products: ['Báo cáo', 'Danh mục'] }],
    });
  });

  test.each([
    { because: 'no title', row: ['', '', '', 'Phòng A'], cell: 'B2', code: 'title-missing' },
    { because: 'no lead', row: ['', 'Việc một', '', ''], cell: 'D2', code: 'unit-missing' },
    { because: 'a unit that nobody knows', row: ['', 'Việc một', '', 'Ban X'], cell: 'D2', code: 'unit-unknown' },
    { because: 'an area in words', row: ['', 'Việc một', 'hai', 'Phòng A'], cell: 'C2', code: 'area-wrong' },
    { because: 'a foreign id', row: ['task_9', 'Việc một', '', 'Phòng A'], cell: 'A2', code: 'task-unknown' },
    {
      because: 'a deadline that is over',
      row: ['', 'Việc một', '', 'Phòng A', '', '01/02/2026'],
      cell: 'F2',
      code: 'deadline-past',
    },
  ])('$because is told at $cell', ({ row, cell, code }) => {
    const found = read(row);
    expect(found?.errors.map((error) => [error.cell, error.code])).toEqual([[cell, code]]);
    expect(found?.rows).toEqual([]);
  });

  test('the same task twice is told, new rows are not', () => {
    const found = read(['task_1', 'Việc một', '', 'Phòng A'], ['task_1', 'Việc hai', '', 'Phòng A']);
    expect(found?.errors).toMatchObject([{ cell: 'A3', code: 'task-twice' }]);
    expect(read(['', 'Việc một', '', 'Phòng A'], ['', 'Việc hai', '', 'Phòng A'])?.rows).toHaveLength(2);
  });

  test('empty rows and a heading above the columns are passed over', () => {
    const rows = rowsOf(['DANH SÁCH CÔNG VIỆC'], head, ['', '', '', ''], ['', 'Việc một', '', 'Phòng A']);
    expect(readSheetRows(rows, context)?.rows).toMatchObject([{ row: 4 }]);
  });

  test('a sheet without the columns is not read', () => expect(readSheetRows(rowsOf(['a', 'b']), context)).toBeNull());

  test('columns are named as a spreadsheet names them', () => {
    expect([1, 26, 27, 52, 703].map(columnName)).toEqual(['A', 'Z', 'AA', 'AZ', 'AAA']);
  });
});
