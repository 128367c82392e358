import { writeXlsx } from 'hucre';
import { expect, test } from 'vitest';
import { lettersRegister } from '../../../testing/registers.ts';
import { faultSheet } from '../rules/fault-sheet.ts';
import { dataRows, readSheetRow } from '../rules/read-sheet-rows.ts';
import { planSheet } from '../rules/sheet-plan.ts';
import { readSheetFile } from './sheet-file.ts';

const HEADERS = [
  ['SỔ THEO DÕI ĐƠN THƯ', null, null, null, null, null],
  ['TT', 'Trích yếu', 'Đơn vị', 'Ngày nhận', 'Văn bản', null],
  [null, null, null, null, 'số', 'ngày'],
];
const merges = [
  { startRow: 0, startCol: 0, endRow: 0, endCol: 5 },
  { startRow: 1, startCol: 4, endRow: 1, endCol: 5 },
  { startRow: 3, startCol: 2, endRow: 4, endCol: 2 },
];

async function read(rows: (string | number | Date | null)[][]) {
  const sheets = await readSheetFile(
    await writeXlsx({ sheets: [{ name: 'Sổ', rows: [...HEADERS, ...rows], merges }] }),
  );
  const plan = planSheet(lettersRegister, sheets, new Map());
  const lookup = { units: new Map([['vpdk', 'unit_vpdk']]), people: new Map(), guessUnit: () => null };
  const rights = { changeable: Object.keys(lettersRegister.fields), unitIds: null, ownUnitId: null };
  const [sheet] = sheets;
  const found = sheet ? dataRows(sheet, plan) : [];
  const reader = { declaration: lettersRegister, plan, lookup, rights };
  return { plan, rows: found.map(({ cells, row }) => readSheetRow(reader, cells, row)) };
}

test('two header rows, merged cells and days in three styles are understood', async () => {
  const { plan, rows } = await read([
    [1, 'Đơn một', 'VPĐK', new Date('2026-10-05T00:00:00Z'), '12/QĐ-UBND', '01/10/2026'],
    [2, 'Đơn hai', null, '6/10/2026', null, null],
    [3, 'Đơn ba', 'VPĐK', 'ngày 7 tháng 10 năm 2026', null, null],
  ]);
  expect(plan).toMatchObject({ headerRow: 1, headerRows: 2 });
  expect(plan.columns.map(({ target }) => target && [target.field, target.part])).toEqual([
    null,
    ['subject', null],
    ['unit', null],
    ['received', null],
    ['paper', 'number'],
    ['paper', 'date'],
  ]);
  expect(rows.map((one) => one?.ok && [one.values.received, one.values.unit])).toEqual([
    ['2026-10-05', 'unit_vpdk'],
    ['2026-10-06', 'unit_vpdk'],
    ['2026-10-07', 'unit_vpdk'],
  ]);
});

test('the sheet of errors holds a refused row as it can be read again, with its number and its reasons', async () => {
  const { plan, rows } = await read([
    [1, 'Đơn một', 'Phòng Không Có', new Date('2026-10-05T00:00:00Z'), null, '31/02/2026'],
  ]);
  const faulty = rows.flatMap((one) => (one && !one.ok ? [one] : []));
  expect(faulty.flatMap(({ faults }) => faults.map(({ column, code }) => [column, code]))).toEqual([
    [2, 'unit-unknown'],
    [5, 'not-a-day'],
  ]);
  const [, line] = faultSheet(plan, faulty, 'vi');
  expect(line?.slice(0, 7)).toEqual([1, 'Đơn một', 'Phòng Không Có', '2026-10-05', null, '31/02/2026', 4]);
});
