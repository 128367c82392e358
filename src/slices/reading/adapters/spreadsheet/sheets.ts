import { parseCsv, readXlsx } from 'hucre';
import type { ZipArchive } from '../container/zip-archive.ts';
import { openZip } from '../container/zip-archive.ts';
import { decodeText } from '../plain-text/decode-text.ts';
import { ReadingRefused } from '../reading-refused.ts';

/** A sheet as texts, with the ranges of merged cells; the only file that knows which library reads spreadsheets. */
export type Sheet = {
  readonly name: string;
  readonly rows: readonly (readonly string[])[];
  readonly merges: readonly Range[];
};

/** All four count, from 0. */
export type Range = {
  readonly firstRow: number;
  readonly firstColumn: number;
  readonly lastRow: number;
  readonly lastColumn: number;
};

const MAX_ROWS = 20_000;

/** Visible sheets of a workbook, values as the office writes them: "80,567", "67,31%", "12/12/2024". */
export async function readWorkbook(bytes: Uint8Array): Promise<Sheet[]> {
  checkParts(openZip(bytes));
  const workbook = await readXlsx(bytes, { readStyles: true, maxRows: MAX_ROWS }).catch(() => {
    throw new ReadingRefused({ code: 'broken-file' });
  });
  return workbook.sheets
    .filter((sheet) => !sheet.hidden && !sheet.veryHidden)
    .map((sheet) => ({
      name: sheet.name,
      rows: sheet.rows.map((row, rowIndex) =>
        Array.from(row, (value, column) => showValue(value, sheet.cells?.get(`${rowIndex},${column}`)?.style?.numFmt)),
      ),
      merges: (sheet.merges ?? []).map(({ startRow, startCol, endRow, endCol }) => ({
        firstRow: startRow,
        firstColumn: startCol,
        lastRow: endRow,
        lastColumn: endCol,
      })),
    }));
}

/** One sheet without a name from separated values; the separator is recognised. */
export function readSeparatedValues(bytes: Uint8Array): Sheet[] {
  const rows = parseCsv(decodeText(bytes), { maxRows: MAX_ROWS });
  return [{ name: '', rows: rows.map((row) => row.map((value) => showValue(value, undefined))), merges: [] }];
}

/** The library unpacks by itself: what it is to unpack is unpacked once before, within our bounds, and looked at. */
function checkParts(archive: ZipArchive): void {
  for (const name of archive.names) {
    const part = archive.read(name);
    const text = part && Buffer.from(part.buffer, part.byteOffset, part.byteLength);
    if (text && /\.(xml|rels)$/i.test(name) && text.includes('<!DOCTYPE')) {
      throw new ReadingRefused({ code: 'xml-entities' });
    }
  }
}

function showValue(value: unknown, format: string | undefined): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number') return showNumber(value, format);
  if (value instanceof Date) return showDate(value);
  return String(value);
}

/** Spreadsheets keep binary fractions: twelve digits are what was typed, the rest is noise. */
function showNumber(value: number, format: string | undefined): string {
  const isPercent = format?.includes('%') ?? false;
  const digits = String(Number((isPercent ? value * 100 : value).toPrecision(12)));
  return `${digits.replace('.', ',')}${isPercent ? '%' : ''}`;
}

function showDate(value: Date): string {
  if (Number.isNaN(value.getTime())) return '';
  const [, year, month, day] = /^(\d+)-(\d\d)-(\d\d)/.exec(value.toISOString()) ?? [];
  return `${day}/${month}/${year}`;
}
