import { parseCsv, readXlsx } from 'hucre';
import { Decimal } from '../../../kernel/decimal.ts';
import type { RawCell } from '../rules/cells.ts';
import { mergedCell, UNCOMPUTED } from '../rules/marked-cells.ts';
import type { RawSheet } from '../rules/sheet-plan.ts';

const MOST_ROWS = 300_000;
const MOST_COLUMNS = 300;

type Book = Awaited<ReturnType<typeof readXlsx>>;
type BookSheet = Book['sheets'][number];

/** What a formula leaves in a cell where it went wrong. */
const FORMULA_ERROR = /^#(REF!|N\/A|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!|SPILL!|CALC!)$/;

const cellOf = (value: unknown): RawCell => {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string' && FORMULA_ERROR.test(value.trim())) return UNCOMPUTED;
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

/** A number as its format shows it, where that says something else: 0.95 as 95 %, 7 as 00007. */
function asShown(value: number, format: string | undefined): RawCell {
  if (format === undefined) return value;
  if (/^0{2,}$/.test(format) && Number.isInteger(value) && value >= 0)
    return String(value).padStart(format.length, '0');
  if (!format.includes('%') || /["\\]/.test(format)) return value;
  const percent = new Decimal(Number(value.toPrecision(15))).times(100).toFixed();
  return `${percent.replace('.', ',')}%`;
}

function showFormats(rows: RawCell[][], sheet: BookSheet): void {
  for (const [place, { style }] of sheet.cells ?? []) {
    const [row = 0, column = 0] = place.split(',').map(Number);
    const target = rows[row];
    const value = target?.[column];
    if (target && typeof value === 'number') target[column] = asShown(value, style?.numFmt);
  }
}

/**
 * Merged cells say the same for every cell of their range. Of a number only the first says it: whether it is the number of
 * each row or of all of them together, nobody can tell, so that the others are marked.
 */
function fillMerges(rows: RawCell[][], sheet: BookSheet): void {
  for (const { startRow, startCol, endRow, endCol } of sheet.merges ?? []) {
    const value = rows[startRow]?.[startCol] ?? null;
    for (let row = startRow; row <= Math.min(endRow, rows.length - 1); row += 1) {
      const target = rows[row];
      for (let column = startCol; target && column <= Math.min(endCol, MOST_COLUMNS); column += 1)
        target[column] = typeof value === 'number' && target !== rows[startRow] ? mergedCell(value) : value;
    }
  }
}

function toSheet(sheet: BookSheet): RawSheet {
  const rows = sheet.rows.map((row) => Array.from(row.slice(0, MOST_COLUMNS), cellOf));
  markFormulas(rows, sheet);
  showFormats(rows, sheet);
  fillMerges(rows, sheet);
  return { name: sheet.name, rows };
}

const isZip = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b;

/** Signs that stand in no text: whatever this is, it is not separated values. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these very signs are looked for
const BINARY = /[\0-\x08\x0e-\x1f\uFFFD]|^%PDF-/;

/** UTF-8, UTF-16 where the first sign says so, else the code page that older Vietnamese systems save in. */
function decode(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1258').decode(bytes).normalize('NFC');
  }
}

/**
 * The visible sheets of a spreadsheet or of separated values.
 *
 * @throws where it is neither, and whatever the reading library does with a damaged file: the caller is a thread of its own
 */
export async function readSheetFile(bytes: Uint8Array): Promise<RawSheet[]> {
  if (!isZip(bytes)) {
    const text = decode(bytes).replace(/^\uFEFF/, '');
    if (BINARY.test(text)) throw new Error('no sheet');
    const rows = parseCsv(text, { maxRows: MOST_ROWS });
    return [{ name: '', rows: rows.map((row) => Array.from(row.slice(0, MOST_COLUMNS), cellOf)) }];
  }
  const book = await readXlsx(bytes, { maxRows: MOST_ROWS, readStyles: true });
  return book.sheets.filter(({ hidden, veryHidden }) => !hidden && !veryHidden).map(toSheet);
}
