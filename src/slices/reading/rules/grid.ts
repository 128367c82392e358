import { type Excerpt, excerptOf, join } from './excerpt.ts';
import type { Cell, Place, Table } from './source-document.ts';
import { cleanWording, foldLetters } from './wording.ts';

/** A place in a table: the words that hold there, also those of a merged cell that began in a row above. */
export type GridCell = {
  readonly excerpt: Excerpt;
  /** The words stand in a row above, in a cell merged over this row. */
  readonly isInherited: boolean;
  readonly columnSpan: number;
};

export type GridRow = { readonly cells: readonly (GridCell | null)[] };

/** A table with its parts on several pages put together. */
export type Grid = { readonly rows: readonly GridRow[]; readonly columnCount: number; readonly place: Place };

export function gridOf(table: Table): Grid {
  const columnCount = table.rows.reduce((most, row) => Math.max(most, row.length), 0);
  const above: (Cell | null)[] = Array<Cell | null>(columnCount).fill(null);
  const left = Array<number>(columnCount).fill(0);
  const rows = table.rows.map((row) => ({
    cells: Array.from({ length: columnCount }, (_, column): GridCell | null => {
      const cell = row[column] ?? null;
      if (cell) {
        above[column] = cell;
        left[column] = cell.rowSpan - 1;
        return { excerpt: excerptOf(cell), isInherited: false, columnSpan: cell.columnSpan };
      }
      const merged = above[column];
      if (!merged || (left[column] ?? 0) <= 0) return null;
      left[column] = (left[column] ?? 0) - 1;
      return { excerpt: excerptOf(merged), isInherited: true, columnSpan: merged.columnSpan };
    }),
  }));
  return { rows, columnCount, place: table.place };
}

export function textAt(row: GridRow | undefined, column: number): string {
  return row?.cells[column]?.excerpt.text.trim() ?? '';
}

export function isEmptyRow(row: GridRow): boolean {
  return row.cells.every((cell) => cell === null || cell.excerpt.text.trim() === '');
}

/** How many rows at the top of both say the same: the head that a word processor repeats on every page. */
function repeatedHeadRows(first: Grid, next: Grid): number {
  const limit = Math.min(3, first.rows.length, next.rows.length);
  let count = 0;
  while (
    count < limit &&
    wordsOf(first.rows[count]) === wordsOf(next.rows[count]) &&
    wordsOf(next.rows[count]) !== ''
  ) {
    count += 1;
  }
  return count;
}

function wordsOf(row: GridRow | undefined): string {
  return (row?.cells ?? [])
    .map((cell) => (cell && !cell.isInherited ? foldLetters(cleanWording(cell.excerpt.text)) : ''))
    .join('|')
    .replace(/\|+$/, '');
}

/** True where the second table goes on with the first: it repeats the head, or has as many columns and no head. */
export function goesOnWith(first: Grid, next: Grid, hasOwnHead: boolean): boolean {
  if (first.columnCount !== next.columnCount) return false;
  return repeatedHeadRows(first, next) > 0 || !hasOwnHead;
}

/** The two as one: the repeated head dropped, a row that the page cut put together again. */
export function joinGrids(first: Grid, next: Grid, ordinalColumn: number | null): Grid {
  const rest = next.rows.slice(repeatedHeadRows(first, next));
  const last = first.rows.at(-1);
  const head = rest[0];
  const isCut = last !== undefined && head !== undefined && isRestOfRow(head, ordinalColumn);
  const rows = isCut
    ? [...first.rows.slice(0, -1), appendRestOfRow(last, head), ...rest.slice(1)]
    : [...first.rows, ...rest];
  return { ...first, rows };
}

/** The rest of a row that began on the page before has no number, and some of its cells start in mid-sentence or are empty. */
export function isRestOfRow(row: GridRow, ordinalColumn: number | null): boolean {
  if (isEmptyRow(row) || textAt(row, ordinalColumn ?? 0) !== '') return false;
  const filled = row.cells.filter((cell) => cell && cell.excerpt.text.trim() !== '');
  return filled.length < row.cells.length;
}

/** A row and its rest from the next page, cell by cell. */
export function appendRestOfRow(last: GridRow, rest: GridRow): GridRow {
  return {
    cells: last.cells.map((cell, column) => {
      const more = rest.cells[column];
      if (!more || more.excerpt.text.trim() === '') return cell;
      if (!cell || cell.excerpt.text.trim() === '') return more;
      const separator = /^\s*[-+*•]\s/.test(more.excerpt.text) ? '\n' : ' ';
      return { ...cell, excerpt: join([cell.excerpt, more.excerpt], separator) };
    }),
  };
}
