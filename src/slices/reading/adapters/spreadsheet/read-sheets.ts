import type { Draft, DraftBlock, DraftCell } from '../draft/draft.ts';
import type { PlacedCell } from '../draft/grid.ts';
import { makeGrid } from '../draft/grid.ts';
import type { Sheet } from './sheets.ts';

type Row = { readonly index: number; readonly texts: readonly string[] };

/** Fewer filled cells make a letterhead, a title or a signature, not a row of a table. */
const TABLE_CELLS = 3;

/** Each sheet as an office lays it out: lines of a head, one or more tables, lines below. */
export function readSheets(sheets: readonly Sheet[]): Draft {
  return { blocks: sheets.flatMap(readSheet), footnotes: [], warnings: [], pageCount: null };
}

function readSheet(sheet: Sheet): DraftBlock[] {
  const rows = sheet.rows.map((texts, index) => ({ index, texts }));
  return splitAtBlankRows(rows).flatMap((group) => readGroup(group, sheet));
}

function isBlank(text: string): boolean {
  return text.trim() === '';
}

function filledCells(row: Row): number {
  return row.texts.filter((text) => !isBlank(text)).length;
}

function splitAtBlankRows(rows: readonly Row[]): Row[][] {
  const groups: Row[][] = [];
  let isOpen = false;
  for (const row of rows) {
    const hasText = filledCells(row) > 0;
    if (hasText && isOpen) groups.at(-1)?.push(row);
    else if (hasText) groups.push([row]);
    isOpen = hasText;
  }
  return groups;
}

function readGroup(rows: readonly Row[], sheet: Sheet): DraftBlock[] {
  const first = rows.findIndex((row) => filledCells(row) >= TABLE_CELLS);
  if (first < 0) return isNarrowTable(rows, sheet) ? [makeTable(rows, sheet)] : rows.flatMap(asParagraphs);
  return [...rows.slice(0, first).flatMap(asParagraphs), makeTable(rows.slice(first), sheet)];
}

/** A list of two columns is a table where nothing in the sheet is wider. */
function isNarrowTable(rows: readonly Row[], sheet: Sheet): boolean {
  const widest = Math.max(...sheet.rows.map((texts, index) => filledCells({ index, texts })));
  return widest === 2 && rows.filter((row) => filledCells(row) === 2).length >= 2;
}

function asParagraphs(row: Row): DraftBlock[] {
  return row.texts.filter((text) => !isBlank(text)).map((text) => ({ kind: 'paragraph', text }));
}

function makeTable(rows: readonly Row[], sheet: Sheet): DraftBlock {
  const width = Math.max(...rows.map(lastFilled)) + 1;
  const rowAt = new Map(rows.map((row, position) => [row.index, position]));
  const covered = new Set<string>();
  const placed: PlacedCell[] = [];
  for (const merge of sheet.merges) {
    const position = rowAt.get(merge.firstRow);
    if (position === undefined) continue;
    const lastRow = Math.min(merge.lastRow, rows.at(-1)?.index ?? merge.firstRow);
    const lastColumn = Math.min(merge.lastColumn, width - 1);
    placed.push({
      row: position,
      column: merge.firstColumn,
      columnSpan: Math.max(1, lastColumn - merge.firstColumn + 1),
      rowSpan: lastRow - merge.firstRow + 1,
      cell: cellOf(rows[position]?.texts[merge.firstColumn]),
    });
    for (let row = merge.firstRow; row <= lastRow; row += 1) {
      for (let column = merge.firstColumn; column <= lastColumn; column += 1) covered.add(`${row},${column}`);
    }
  }
  rows.forEach((row, position) => {
    for (let column = 0; column < width; column += 1) {
      if (covered.has(`${row.index},${column}`)) continue;
      placed.push({ row: position, column, columnSpan: 1, rowSpan: 1, cell: cellOf(row.texts[column]) });
    }
  });
  return { kind: 'table', rows: makeGrid(rows.length, placed), ...(sheet.name === '' ? {} : { sheet: sheet.name }) };
}

function lastFilled(row: Row): number {
  return row.texts.findLastIndex((text) => !isBlank(text));
}

function cellOf(text: string | undefined): DraftCell {
  return { text: text ?? '', columnSpan: 1, rowSpan: 1 };
}
