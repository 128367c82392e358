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

const csv = (text: string): Buffer => Buffer.from(text);
const COLUMNS = ['Trích yếu', 'Đơn vị', 'Ngày nhận', 'Phí', 'Tiến độ'];

async function readBytes(bytes: Uint8Array) {
  const sheets = await readSheetFile(bytes);
  const plan = planSheet(lettersRegister, sheets, new Map());
  const lookup = { units: new Map([['vpdk', 'unit_vpdk']]), people: new Map(), guessUnit: () => null };
  const rights = { changeable: Object.keys(lettersRegister.fields), unitIds: null, ownUnitId: null };
  const [sheet = { name: '', rows: [] }] = sheets;
  const reader = { declaration: lettersRegister, plan, lookup, rights };
  const rows = dataRows(sheet, plan).map(({ cells, row }) => readSheetRow(reader, cells, row));
  return { plan, rows, told: rows.map((one) => (one && !one.ok ? one.faults.map(({ code }) => code) : one?.values)) };
}

test('what a spreadsheet shows counts, not how it keeps it: per cent, leading zeros', async () => {
  const rows = [COLUMNS, [7, 'VPĐK', '1/10/2026', 1000, 0.95], [8, 'VPĐK', '1/10/2026', 1000, 0.01234]];
  const cells = new Map([
    ['1,0', { value: 7, style: { numFmt: '00000' } }],
    ['1,4', { value: 0.95, style: { numFmt: '0.0%' } }],
    ['2,4', { value: 0.01234, style: { numFmt: '0.000%' } }],
  ]);
  const { told } = await readBytes(await writeXlsx({ sheets: [{ name: 'Sổ', rows, cells }] }));
  expect(told[0]).toMatchObject({ subject: '00007', done: '95' });
  expect(told[1]).toEqual(['too-many-decimals']);
});

test('a number in a merged cell is not counted for every row of it', async () => {
  const rows = [
    [...COLUMNS.slice(0, 4), 'Loại'],
    ['Đơn một', 'VPĐK', '1/10/2026', 5000, 'Khác'],
    ['Đơn hai', 'VPĐK', '1/10/2026', null, null],
  ];
  const down = (column: number) => ({ startRow: 1, startCol: column, endRow: 2, endCol: column });
  const { rows: read, told } = await readBytes(
    await writeXlsx({ sheets: [{ name: 'Sổ', rows, merges: [down(3), down(4)] }] }),
  );
  expect(told[0]).toMatchObject({ fee: '5000', kind: 'other' });
  expect(read[1]).toMatchObject({ ok: false, faults: [{ column: 3, field: 'fee', code: 'merged' }] });
});

test('a formula that ended in an error is no text', async () => {
  const { told } = await readBytes(csv('Trích yếu;Đơn vị;Ngày nhận\n#REF!;VPĐK;1/10/2026\n#hết;VPĐK;1/10/2026'));
  expect(told).toMatchObject([['formula'], { subject: '#hết' }]);
});

test('days with a time, and years of two digits, are read as people mean them', async () => {
  const days = [
    '5/3/2026 00:00:00',
    '2026-03-05T00:00:00',
    '2026-03-05 8:30',
    '05/03/26',
    '05/03/99',
    '5/3/2026 25:00',
    '2026-03-05T22:00:00Z',
  ];
  const lines = days.map((day, at) => `Đơn ${at};VPĐK;${day}`);
  const { told } = await readBytes(csv(['Trích yếu;Đơn vị;Ngày nhận', ...lines].join('\n')));
  expect(told.map((one) => (Array.isArray(one) ? one[0] : one?.received))).toEqual([
    '2026-03-05',
    '2026-03-05',
    '2026-03-05',
    '2026-03-05',
    '1999-03-05',
    'not-a-day',
    'not-a-day',
  ]);
});

test('empty rows in the middle do not move the numbers of the rows below; a column named twice is taken once', async () => {
  const { plan, rows } = await readBytes(
    csv('Trích yếu;Đơn vị;Ngày nhận;Phí;Phí\nMột;VPĐK;1/10/2026;1;2\n\n;;;;\nHai;VPĐK;31/2/2026;1;2'),
  );
  expect(plan.columns.map(({ target }) => target?.field ?? null)).toEqual(['subject', 'unit', 'received', 'fee', null]);
  expect(rows.map((one) => one?.row ?? null)).toEqual([2, null, null, 5]);
});

test('hidden sheets and columns beyond the three hundredth are not read', async () => {
  const rows = [COLUMNS, ['Đơn một', 'VPĐK', '1/10/2026', 1, 1]];
  const sheets = [
    { name: 'Ẩn', rows: [COLUMNS, ['Đơn ẩn', 'VPĐK', '1/10/2026', 1, 1]], hidden: true },
    { name: 'Sổ', rows },
  ];
  expect((await readSheetFile(await writeXlsx({ sheets }))).map(({ name }) => name)).toEqual(['Sổ']);
  const [wide] = await readSheetFile(csv(Array.from({ length: 16_000 }, (_, at) => `Cột ${at}`).join(';')));
  expect(wide?.rows[0]).toHaveLength(300);
});

test('a sheet in the letters of an older Windows is read', async () => {
  // "Trích yếu;Đơn vị;Ngày nhận", "Đơn cũ;VPĐK;1/10/2026" in code page 1258.
  const bytes = Buffer.from(
    '5472ed63682079eaec753bd0f56e207669f23b4e67e079206e68e2f26e0ad0f56e206375de3b5650d04b3b312f31302f32303236',
    'hex',
  );
  const { told } = await readBytes(bytes);
  expect(told).toMatchObject([{ subject: 'Đơn cũ', unit: 'unit_vpdk', received: '2026-10-01' }]);
});

test.each([
  ['a sheet of Excel 97', Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600, 7)])],
  ['a PDF', Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj')],
  ['a picture', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')],
  ['zeros', Buffer.alloc(100)],
])('%s is refused, not read as letters', async (_, bytes) => {
  await expect(readSheetFile(bytes)).rejects.toThrow('no sheet');
});
