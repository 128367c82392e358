import { foldVietnamese } from '../../kernel/vietnamese.ts';

/** What a cell is worth for sorting and for the exported file; the cell itself may show more. */
export type CellValue = string | number | null;

export type Sort = { key: string; isDescending: boolean };

/** `due` and `-due`, as they stand in the address. */
export function parseSort(text: string | undefined): Sort | null {
  if (!text) return null;
  return text.startsWith('-') ? { key: text.slice(1), isDescending: true } : { key: text, isDescending: false };
}

export function writeSort({ key, isDescending }: Sort): string {
  return isDescending ? `-${key}` : key;
}

/** A click on a header: upwards, downwards, then as the server sent it. */
export function nextSort(now: Sort | null, key: string): Sort | null {
  if (now?.key !== key) return { key, isDescending: false };
  return now.isDescending ? null : { key, isDescending: true };
}

const vietnamese = new Intl.Collator('vi', { numeric: true });

/** Order of two cells; cells without a value come last, whichever way the column is sorted. */
export function compareCells(a: CellValue, b: CellValue, isDescending: boolean): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;
  const order = typeof a === 'number' && typeof b === 'number' ? a - b : vietnamese.compare(String(a), String(b));
  return isDescending ? -order : order;
}

/** Whether every word of `query` stands in the text, diacritics or not. */
export function matchesWords(text: string, query: string): boolean {
  const folded = foldVietnamese(text);
  return foldVietnamese(query)
    .split(' ')
    .every((word) => folded.includes(word));
}

/** A cell that a spreadsheet would take for a formula is made plain text. */
function csvCell(value: CellValue): string {
  if (value === null) return '';
  const text = typeof value === 'number' ? String(value).replace('.', ',') : value;
  const isFormula = typeof value === 'string' && /^[=+\-@\t\r]/.test(text) && !/^[+-]?[\d.]+(,\d+)?$/.test(text);
  const safe = isFormula ? `'${text}` : text;
  return /[";\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Semicolons and a byte order mark: what a spreadsheet set to Vietnamese opens without asking. */
export function toCsv(rows: readonly (readonly CellValue[])[]): string {
  return `\ufeff${rows.map((row) => row.map(csvCell).join(';')).join('\r\n')}\r\n`;
}
