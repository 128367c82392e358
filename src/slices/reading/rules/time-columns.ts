import { type Excerpt, join } from './excerpt.ts';
import type { Grid, GridCell, GridRow } from './grid.ts';

const MOST_HEAD_ROWS = 4;
const FEWEST_PERIODS = 2;
const PERIOD = /^(?:quý|q\.?)\s*(?:IV|I{1,3}|[1-4])(?:[/\s.]\s?(?:năm\s)?\d{4})?$|^(?:tháng|th\.?|t\.?)\s?\d{1,2}$/iu;
const MARK = /^[xX✓✔√+*•●]$/u;
const BEGIN = /^(?:thời gian |ngày |tháng )?(?:bắt đầu|từ)$/iu;
const END = /^(?:thời gian |ngày |tháng )?(?:kết thúc|hoàn thành|xong|đến)$/iu;
const TIME =
  /^(?:từ (?:ngày )?)?\d{1,2}[/.]\d{1,2}(?:[/.]\d{4})?$|^(?:tháng )?\d{1,2}[/.]\d{4}$|^tháng \d{1,2}$|^quý (?:IV|I{1,3}|[1-4])(?:[/ ](?:năm )?\d{4})?$/iu;

/**
 * A table whose times take several columns as one with a single column of times: a quarter or month each, marked with an x
 * ("Quý II, Quý III"), or when a task begins and when it ends ("4/2029 - 9/2029").
 */
export function joinTimeColumns(grid: Grid): Grid {
  for (const [at, row] of grid.rows.slice(0, MOST_HEAD_ROWS).entries()) {
    const periods = runOf(row, (text) => PERIOD.test(text));
    if (periods.length >= FEWEST_PERIODS && areMarked(grid, at, periods)) {
      return withOneColumn(grid, at, periods, (cells) => marked(cells, row, periods));
    }
    const begin = row.cells.findIndex((cell) => BEGIN.test(textOf(cell)));
    if (begin >= 0 && END.test(textOf(row.cells[begin + 1]))) {
      return withOneColumn(grid, at, [begin, begin + 1], fromTo);
    }
  }
  return grid;
}

function textOf(cell: GridCell | null | undefined): string {
  return cell?.excerpt.text.trim() ?? '';
}

/** The first run of adjacent columns for which the text holds. */
function runOf(row: GridRow, holds: (text: string) => boolean): number[] {
  const first = row.cells.findIndex((cell) => holds(textOf(cell)));
  if (first < 0) return [];
  const rest = row.cells.slice(first).findIndex((cell) => !holds(textOf(cell)));
  const count = rest < 0 ? row.cells.length - first : rest;
  return Array.from({ length: count }, (_, index) => first + index);
}

function areMarked(grid: Grid, head: number, columns: readonly number[]): boolean {
  const texts = grid.rows
    .slice(head + 1)
    .flatMap((row) => columns.map((column) => (row.cells[column]?.columnSpan === 1 ? textOf(row.cells[column]) : '')))
    .filter((text) => text !== '');
  return texts.length > 0 && texts.every((text) => MARK.test(text));
}

function withOneColumn(
  grid: Grid,
  head: number,
  columns: readonly number[],
  join: (cells: readonly (GridCell | null)[]) => Excerpt | null,
): Grid {
  const [first = 0] = columns;
  const rows = grid.rows.flatMap((row, index): GridRow[] => {
    const own = columns.map((column) => row.cells[column] ?? null);
    const others = row.cells.filter((_, column) => !columns.includes(column));
    if (index === head && others.every((cell) => textOf(cell) === '' || cell?.isInherited)) return [];
    const before = row.cells.slice(0, first);
    const after = row.cells.slice(first + columns.length);
    return [{ cells: [...before, index <= head ? titleOf(own) : cellOf(own, join), ...after] }];
  });
  return { ...grid, rows, columnCount: grid.columnCount - columns.length + 1 };
}

/** The wide title over the columns; over titles without one, the first of them. */
function titleOf(cells: readonly (GridCell | null)[]): GridCell | null {
  const named = cells.find((cell) => textOf(cell) !== '') ?? null;
  if (!named) return null;
  const isBare = PERIOD.test(textOf(named)) || BEGIN.test(textOf(named));
  const text = isBare ? TITLE : named.excerpt.text;
  return { ...named, excerpt: { ...named.excerpt, text }, columnSpan: 1 };
}

const TITLE = 'Thời gian';

function cellOf(
  cells: readonly (GridCell | null)[],
  join: (cells: readonly (GridCell | null)[]) => Excerpt | null,
): GridCell | null {
  const wide = cells.find((cell) => cell && cell.columnSpan > 1);
  if (wide) return { ...wide, columnSpan: Math.max(1, wide.columnSpan - cells.length + 1) };
  const excerpt = join(cells);
  const first = cells.find((cell) => cell !== null) ?? null;
  return first && { ...first, excerpt: excerpt ?? { ...first.excerpt, text: '' } };
}

function marked(cells: readonly (GridCell | null)[], head: GridRow, columns: readonly number[]): Excerpt | null {
  const titles = columns.flatMap((column, index) => {
    const title = head.cells[column];
    return title && textOf(cells[index]) !== '' ? [title.excerpt] : [];
  });
  return titles.length === 0 ? null : join(titles, ', ');
}

/** From the begin to the end where both are bare times; else the end says by when. */
function fromTo(cells: readonly (GridCell | null)[]): Excerpt | null {
  const [begin, end] = cells.map((cell) => (cell && textOf(cell) !== '' ? cell.excerpt : null));
  if (!begin || !end) return begin ?? end ?? null;
  const [first, last] = [begin.text.trim(), end.text.trim()];
  return first !== last && TIME.test(first) && TIME.test(last) ? join([begin, end], ' - ') : end;
}
