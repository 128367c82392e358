import type { CheckableCell, CheckableTable } from './checkable-document.ts';
import { readRoman } from './list-mark.ts';
import { readCellNumber } from './passage.ts';
import type { PrintedNumber } from './printed-number.ts';

export type TableRow = {
  readonly label: string;
  /** 0 for A, I; 1 for 1, 2; 2 for 1.1, a; 9 for "-" and "+"; null where the row carries no mark. */
  readonly depth: number | null;
  readonly isTotal: boolean;
  readonly numbers: readonly (PrintedNumber | null)[];
  /** Cells that hold words or several numbers: what they count is not known. */
  readonly isUnreadable: readonly boolean[];
};

export type TableColumn = {
  readonly index: number;
  /** Header texts from the top down, each once. */
  readonly path: readonly string[];
  readonly title: string;
  readonly isShare: boolean;
  readonly isAdditive: boolean;
};

/** A table as its figures see it: what the columns are called, what the rows are called, which cells are numbers. */
export type TableFigures = {
  readonly columns: readonly TableColumn[];
  readonly rows: readonly TableRow[];
  /** Texts such as "(3)=(4)+(5)" of the row that numbers the columns. */
  readonly formulas: readonly string[];
};

const MARK = /^(?:([A-H]|[IVX]{1,5})|(\d{1,2})|(\d{1,2}(?:\.\d{1,2})+|[a-zđ])|([-–+*•]))[.)]?$/u;
const MARK_IN_LABEL = /^(?:([A-H]|[IVX]{1,5})[.)]|(\d{1,2})[.)]|(\d{1,2}(?:\.\d{1,2})+[.)]?|[a-zđ][.)])|([-–+*•]))\s+/u;
const TOTAL =
  /^(?:tổng cộng|tổng số|tổng điểm|tổng|cộng|toàn (?:tỉnh|sở|ngành|đơn vị))(?:\s(?:nhóm\s|phần\s|mục\s)?(?:[A-H]|[IVX]{1,4}|\d))?(?:\s?\(.{0,30}\))?\s?:?$/iu;
const COUNTS_ROWS = /^(?:stt|tt|số tt|số thứ tự|mã số?)$/iu;
const SHARE = /%|tỷ lệ|tỉ lệ|tỷ trọng|cơ cấu/iu;
const NOT_ADDITIVE =
  /bình quân|trung bình|đơn giá|hạng|thứ tự|năm sinh|hệ số|mức độ|ghi chú|ngày|số hiệu|định mức|thời hạn|thời gian/iu;
const EMPTY = /^[\s\-–—./…]*$/u;
const INDEX_CELL = /^\(?\d{1,2}[a-z]?\)?$|^\(?[A-Z]\)?$|^\(?\d{1,2}\)?\s?=/u;
const YEAR = /^(?:199\d|20\d\d)$/;
const MOST_COLUMNS = 40;

export function readTable(table: CheckableTable): TableFigures | null {
  const width = Math.min(
    MOST_COLUMNS,
    table.rows.reduce((most, row) => Math.max(most, row.length), 0),
  );
  const texts = spreadTexts(table, width);
  const firstData = findFirstDataRow(table);
  if (firstData <= 0 || width < 2) return null;
  const headerRows = texts.slice(0, firstData);
  const formulas = headerRows.filter(isIndexRow).at(-1) ?? [];
  const paths = columnPaths(
    headerRows.filter((row) => !isIndexRow(row)),
    width,
  );
  const bodyRows = table.rows.slice(firstData);
  const ordinals = findOrdinalColumn(paths, bodyRows);
  const rows = bodyRows.map((row) => readRow(row, width, ordinals));
  const columns = paths.map((path, index) => readColumn({ path, index, isOrdinal: index === ordinals }, rows));
  return { columns, rows, formulas };
}

/** Every place of the grid with the text of the cell that covers it. */
function spreadTexts(table: CheckableTable, width: number): string[][] {
  const texts = table.rows.map(() => Array<string>(width).fill(''));
  table.rows.forEach((row, r) => {
    row.slice(0, width).forEach((cell, c) => {
      if (!cell) return;
      const lastRow = Math.min(table.rows.length, r + Math.max(1, cell.rowSpan));
      const lastColumn = Math.min(width, c + Math.max(1, cell.columnSpan));
      for (let i = r; i < Math.min(lastRow, r + 6); i += 1) {
        for (let j = c; j < lastColumn; j += 1) {
          const line = texts[i];
          if (line && (line[j] === '' || (i === r && j === c))) line[j] = cell.text.replace(/\s+/g, ' ').trim();
        }
      }
    });
  });
  return texts;
}

const isIndexRow = (row: readonly string[]): boolean => {
  const filled = row.filter((text) => text !== '');
  return filled.length >= 2 && filled.every((text) => INDEX_CELL.test(text)) && isCounting(filled);
};

/** "1, 2, 3" or "(1) … (2)=(3)+(4)": the numbers of columns rise one by one. */
function isCounting(filled: readonly string[]): boolean {
  const numbers = filled.flatMap((text) => {
    const digits = /^\(?(\d{1,2})/.exec(text)?.[1];
    return digits === undefined ? [] : [Number(digits)];
  });
  return numbers.length >= 2 && numbers.every((value, i) => i === 0 || value === (numbers[i - 1] ?? 0) + 1);
}

function findFirstDataRow(table: CheckableTable): number {
  return table.rows.findIndex((row) => {
    const texts = row.map((cell) => cell?.text.replace(/\s+/g, ' ').trim() ?? '');
    if (isIndexRow(texts)) return false;
    return texts.slice(1).some((text) => !YEAR.test(text) && readCellNumber(text, table.place) !== null);
  });
}

function columnPaths(headerRows: readonly (readonly string[])[], width: number): string[][] {
  return Array.from({ length: width }, (_, column) => {
    const texts = headerRows.map((row) => row[column] ?? '').filter((text) => !EMPTY.test(text));
    return texts.filter((text, i) => text !== texts[i - 1]);
  });
}

function findOrdinalColumn(paths: readonly (readonly string[])[], rows: CheckableTable['rows']): number | null {
  const named = paths.findIndex((path) => COUNTS_ROWS.test(path.at(-1) ?? ''));
  if (named >= 0) return named;
  const first = rows.map((row) => row[0]?.text.trim() ?? '').filter((text) => text !== '');
  return first.length > 0 && first.every((text) => MARK.test(text)) ? 0 : null;
}

function readRow(row: readonly (CheckableCell | null)[], width: number, ordinals: number | null): TableRow {
  const cells = Array.from({ length: width }, (_, index) => row[index] ?? null);
  const numbers = cells.map((cell, index) =>
    cell && index !== ordinals ? readCellNumber(cell.text, cell.place) : null,
  );
  const words = cells.flatMap((cell, index) => {
    const text = cell?.text.replace(/\s+/g, ' ').trim() ?? '';
    return index === ordinals || numbers[index] || EMPTY.test(text) ? [] : [text];
  });
  const ordinalText = ordinals === null ? '' : (cells[ordinals]?.text.trim() ?? '');
  const inLabel = MARK_IN_LABEL.exec(words[0] ?? '');
  const label = (words[0] ?? ordinalText).replace(MARK_IN_LABEL, '').trim();
  const depth = depthOf(MARK.exec(ordinalText)) ?? depthOf(inLabel) ?? (/^trong đó/iu.test(label) ? 9 : null);
  const isUnreadable = cells.map((cell, index) => !!cell && !numbers[index] && !EMPTY.test(cell.text));
  return { label, depth, isTotal: TOTAL.test(label) || TOTAL.test(ordinalText), numbers, isUnreadable };
}

function depthOf(match: RegExpExecArray | null): number | null {
  if (!match) return null;
  if (match[1] !== undefined) return /^[A-H]$/.test(match[1]) && readRoman(match[1]) === null ? 0 : 0.5;
  if (match[2] !== undefined) return 1;
  if (match[3] !== undefined) return /^\p{L}/u.test(match[3]) ? 5 : match[3].split('.').length;
  return 9;
}

type Head = { readonly path: readonly string[]; readonly index: number; readonly isOrdinal: boolean };

function readColumn({ path, index, isOrdinal }: Head, rows: readonly TableRow[]): TableColumn {
  const numbers = rows.flatMap((row) => row.numbers[index] ?? []);
  const title = path.join(' – ');
  const isShare = SHARE.test(title) || (numbers.length > 0 && numbers.every((number) => number.isPercent));
  const isAdditive = !isOrdinal && numbers.length > 0 && !isShare && !NOT_ADDITIVE.test(path.at(-1) ?? '');
  return { index, path, title, isShare: isShare && numbers.length > 0, isAdditive };
}

/** Tables of one head behind each other, as pages part them: their rows together say what the columns are. */
export function joinSplitFigures(tables: readonly TableFigures[]): TableFigures[] {
  const joined: TableFigures[] = [];
  for (const table of tables) {
    const last = joined.at(-1);
    if (last && haveOneHead(last, table)) joined.splice(-1, 1, { ...last, rows: [...last.rows, ...table.rows] });
    else joined.push(table);
  }
  return joined;
}

/** A heading under the head may have been taken for a part of it. */
function haveOneHead(first: TableFigures, second: TableFigures): boolean {
  return (
    first.columns.length === second.columns.length &&
    first.columns.length > 0 &&
    first.columns.every(({ title }, index) => {
      const other = second.columns[index]?.title ?? '';
      return title === other || title.startsWith(`${other} – `) || other.startsWith(`${title} – `);
    })
  );
}
