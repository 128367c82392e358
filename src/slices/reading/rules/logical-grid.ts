import { countTitles, roleOfHeader } from './column-roles.ts';
import { join } from './excerpt.ts';
import { appendRestOfRow, type Grid, type GridCell, type GridRow, isRestOfRow } from './grid.ts';
import { cleanWording, foldLetters } from './wording.ts';

type PlacedCell = { readonly cell: GridCell; readonly from: number; readonly to: number };

const MOST_ROWS_ABOVE_HEAD = 3;
const FEWEST_KNOWN_TITLES = 3;

/**
 * A table with as many columns as its head has titles. A PDF gives a table whose column lines do not quite meet more
 * columns than it has, and prints the head again on every page; the titles say which cells belong together.
 * A head of two rows, and a table without a known head, stay as they are.
 */
export function toTitledColumns(grid: Grid): Grid {
  const headAt = grid.rows.slice(0, MOST_ROWS_ABOVE_HEAD).findIndex(isHead);
  const head = grid.rows[headAt];
  const below = grid.rows[headAt + 1];
  if (!head || (below && isLowerHead(head, below))) return grid;
  const titles = placedCells(head).filter(({ cell }) => cell.excerpt.text.trim() !== '');
  if (titles.length === placedCells(head).length && titles.length === grid.columnCount && !hasRepeatedHead(grid, head))
    return grid;
  const rows = dropRepeatedHeads(grid.rows, head).map((row) => ({ cells: byTitles(row, titles) }));
  return { ...grid, rows, columnCount: titles.length };
}

function isHead(row: GridRow): boolean {
  return (
    countTitles(placedCells(row).map(({ cell }) => (cell.isInherited ? '' : cell.excerpt.text))) >= FEWEST_KNOWN_TITLES
  );
}

/** The second row of a head: titles under a wide one, the others merged from above. */
function isLowerHead(head: GridRow, below: GridRow): boolean {
  const titles = placedCells(below).filter(({ cell }) => !cell.isInherited && cell.excerpt.text.trim() !== '');
  const isUnderWide =
    placedCells(head).some(({ cell }) => cell.columnSpan > 1) ||
    placedCells(head).some(({ cell }) => cell.excerpt.text.trim() === '');
  return (
    isUnderWide &&
    titles.length >= 1 &&
    titles.every(({ cell }) => roleOfHeader(cell.excerpt.text) !== null) &&
    wordsOf(head) !== wordsOf(below)
  );
}

function placedCells(row: GridRow): PlacedCell[] {
  return row.cells.flatMap((cell, from) => (cell ? [{ cell, from, to: from + cell.columnSpan }] : []));
}

function wordsOf(row: GridRow): string {
  return placedCells(row)
    .map(({ cell }) => foldLetters(cleanWording(cell.excerpt.text)))
    .filter((words) => words !== '')
    .join('|');
}

function hasRepeatedHead(grid: Grid, head: GridRow): boolean {
  return grid.rows.filter((row) => wordsOf(row) === wordsOf(head)).length > 1;
}

/** Without the heads after the first; the rest of a row that a page cut goes back to its row. */
function dropRepeatedHeads(rows: readonly GridRow[], head: GridRow): GridRow[] {
  const words = wordsOf(head);
  const kept: GridRow[] = [];
  let isAfterHead = false;
  for (const row of rows) {
    if (row !== head && wordsOf(row) === words) {
      isAfterHead = true;
      continue;
    }
    const last = kept.at(-1);
    if (isAfterHead && last && placedCells(last).length === placedCells(row).length && isRestOfRow(row, 0)) {
      kept[kept.length - 1] = appendInOrder(last, row);
    } else kept.push(row);
    isAfterHead = false;
  }
  return kept;
}

/** Two halves of a row whose cells do not stand in the same columns: first to first, second to second. */
function appendInOrder(last: GridRow, rest: GridRow): GridRow {
  const firsts = placedCells(last).map(({ cell }) => ({ ...cell, columnSpan: 1 }));
  const rests = placedCells(rest).map(({ cell }) => ({ ...cell, columnSpan: 1 }));
  return appendRestOfRow({ cells: firsts }, { cells: rests });
}

/** The cells of a row under the titles: one each where there are as many, else by where they stand. */
function byTitles(row: GridRow, titles: readonly PlacedCell[]): (GridCell | null)[] {
  const cells = placedCells(row);
  if (cells.length === titles.length) return cells.map(({ cell }) => ({ ...cell, columnSpan: 1 }));
  return titles.map((title) => {
    const under = cells.filter((placed) => bestTitle(placed, titles) === title);
    const filled = under.filter(({ cell }) => cell.excerpt.text.trim() !== '').map(({ cell }) => cell);
    const [first] = filled.length > 0 ? filled : under.map(({ cell }) => cell);
    if (!first) return null;
    const excerpt =
      filled.length > 1
        ? join(
            filled.map((cell) => cell.excerpt),
            '\n',
          )
        : first.excerpt;
    return { excerpt, isInherited: first.isInherited, columnSpan: titlesUnder(under, titles) };
  });
}

function bestTitle(placed: PlacedCell, titles: readonly PlacedCell[]): PlacedCell | undefined {
  const shared = (title: PlacedCell) => Math.min(title.to, placed.to) - Math.max(title.from, placed.from);
  return titles.reduce((best, title) => (shared(title) > shared(best) ? title : best), titles[0] ?? placed);
}

/** How many titles the widest of some cells stands under. */
function titlesUnder(cells: readonly PlacedCell[], titles: readonly PlacedCell[]): number {
  return Math.max(
    1,
    ...cells.map(({ from, to }) => titles.filter((title) => title.from < to && title.to > from).length),
  );
}
