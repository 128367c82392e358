import { parseCsv, readXlsx } from 'hucre';
import type { RawCell } from '../rules/cells.ts';
import { UNCOMPUTED } from '../rules/read-sheet-rows.ts';
import type { RawSheet } from '../rules/sheet-plan.ts';

const MOST_ROWS = 300_000;
const MOST_COLUMNS = 300;

type Book = Awaited<ReturnType<typeof readXlsx>>;
type BookSheet = Book['sheets'][number];

const cellOf = (value: unknown): RawCell => {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' || value instanceof Date)
    return value;
  return String(value);
};

/** A formula whose value the spreadsheet never kept is told apart from an empty cell. */
function markFormulas(rows: RawCell[][], sheet: BookSheet): void {
  for (const [place, cell] of sheet.cells ?? []) {
    const [row = 0, column = 0] = place.split(',').map(Number);
    const isEmpty = cell.formula !== undefined && (rows[row]?.[column] ?? null) === null;
    const target = rows[row];
    if (isEmpty && target) target[column] = UNCOMPUTED;
  }
}

/** Merged cells say the same for every cell of their range. */
function fillMerges(rows: RawCell[][], sheet: BookSheet): void {
  for (const { startRow, startCol, endRow, endCol } of sheet.merges ?? []) {
    const value = rows[startRow]?.[startCol] ?? null;
    for (let row = startRow; row <= Math.min(endRow, rows.length - 1); row += 1) {
      const target = rows[row];
      for (let column = startCol; target && column <= Math.min(endCol, MOST_COLUMNS); column += 1)
        target[column] = value;
    }
  }
}

function toSheet(sheet: BookSheet): RawSheet {
  const rows = sheet.rows.map((row) => Array.from(row.slice(0, MOST_COLUMNS), cellOf));
  markFormulas(rows, sheet);
  fillMerges(rows, sheet);
  return { name: sheet.name, rows };
}

const isZip = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b;

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('utf-16le').decode(bytes);
  }
}

/**
 * The visible sheets of a spreadsheet or of separated values.
 *
 * @throws whatever the reading library does with a damaged file: the caller is a thread of its own
 */
export async function readSheetFile(bytes: Uint8Array): Promise<RawSheet[]> {
  if (!isZip(bytes)) {
    const rows = parseCsv(decode(bytes).replace(/^\uFEFF/, ''), { maxRows: MOST_ROWS });
    return [{ name: '', rows: rows.map((row) => Array.from(row, cellOf)) }];
  }
  const book = await readXlsx(bytes, { maxRows: MOST_ROWS });
  return book.sheets.filter(({ hidden, veryHidden }) => !hidden && !veryHidden).map(toSheet);
}
