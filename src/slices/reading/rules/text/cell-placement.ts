import type { ColumnRole } from '../column-roles.ts';
import { type CellLine, COST, costOfGoingOn, costOfStart, type LineLook, lookOf } from './cell-costs.ts';

type Columns = readonly (ColumnRole | null)[];

type Step = { readonly cost: number; readonly from: number | null; readonly starts: boolean };

/**
 * Rows of cells out of the lines of a table, one list for each stretch between two area headings. Two passes: the first
 * goes by content, the second also by the widths of the columns that the first one found.
 */
export function placeCells(given: readonly (readonly CellLine[])[], columns: Columns): string[][][] {
  const unknown = columns.map(() => null);
  const stretches = given.map((lines) => lines.flatMap(partAtNextCell));
  const first = stretches.map((lines) => cheapestPath(lines, columns, unknown));
  const widths = columnWidths(stretches.flat(), first.flat(), columns.length);
  return stretches.map((lines) => {
    const split = lines.flatMap((line) => splitOverWide(line, widths));
    return rowsOf(split, cheapestPath(split, columns, widths), columns.length);
  });
}

/** Words with a capital that often start a cell: a unit, a time. */
const STARTS_CELL =
  /(?<=[\p{Ll}\d)%.;]) (?=(?:Văn phòng|Phòng|Các phòng|Các đơn vị|Trung tâm|Thanh tra|Chi cục|Chi nhánh|Ban Quản lý|Quý [IVX]|Tháng \d|Trước ngày|Thường xuyên|Trong năm|Năm \d|Hằng|Hàng)(?!\p{L}))/gu;

/** "Kế hoạch Văn phòng Sở": a line that may hold the end of one cell and the start of the next, in its parts. */
function partAtNextCell(line: CellLine): CellLine[] {
  const parts = line.text.split(STARTS_CELL);
  return parts.map((text, index) =>
    index === 0 ? { ...line, text } : { text, blankBefore: 0, isOrdinal: false, isRest: true },
  );
}

type Widths = readonly (number | null)[];
type Placed = { readonly column: number; readonly starts: boolean };

function cheapestPath(lines: readonly CellLine[], columns: Columns, widths: Widths): Placed[] {
  const table: Step[][] = [];
  for (const index of lines.keys()) {
    const previous = table.at(-1);
    const look = lookOf(lines, index);
    table.push(
      columns.map((role, column) => {
        return bestStep({ look, column, columns, role, width: widths[column] ?? null }, previous);
      }),
    );
  }
  return walkBack(table);
}

type Situation = {
  readonly look: LineLook;
  readonly column: number;
  readonly columns: Columns;
  readonly role: ColumnRole | null;
  readonly width: number | null;
};

function bestStep(here: Situation, previous: readonly Step[] | undefined): Step {
  const startCost = costOfStart(here.look, here.role, here.width);
  if (!previous) return { cost: startCost + costOfSkipping(here.columns, 0, here.column), from: null, starts: true };
  let best: Step = { cost: Number.POSITIVE_INFINITY, from: null, starts: true };
  for (const [from, step] of previous.entries()) {
    const goesOn =
      from === here.column ? step.cost + costOfGoingOn(here.look, here.role, here.width) : Number.POSITIVE_INFINITY;
    const starts = step.cost + startCost + costOfMove(here, from);
    if (goesOn < best.cost) best = { cost: goesOn, from, starts: false };
    if (starts < best.cost) best = { cost: starts, from, starts: true };
  }
  return best;
}

function walkBack(table: readonly Step[][]): Placed[] {
  const placed: Placed[] = [];
  let column = cheapestColumn(table.at(-1) ?? []);
  for (let index = table.length - 1; index >= 0; index -= 1) {
    const step = table[index]?.[column];
    if (!step) break;
    placed.push({ column, starts: step.starts });
    column = step.from ?? 0;
  }
  return placed.reverse();
}

function cheapestColumn(steps: readonly Step[]): number {
  return steps.reduce(
    (best, step, column) => (step.cost < (steps[best]?.cost ?? Number.POSITIVE_INFINITY) ? column : best),
    0,
  );
}

/** From one column to a later one of the same row, or to a new row. */
function costOfMove({ column, columns, look }: Situation, from: number): number {
  if (column === 0 && look.isNested)
    return Math.min(COST.wrongContent, costOfSkipping(columns, from + 1, columns.length));
  return column > from
    ? costOfSkipping(columns, from + 1, column)
    : costOfSkipping(columns, from + 1, columns.length) + costOfSkipping(columns, 0, column);
}

/** Columns [from, to) that a row leaves empty; the first holds the row's number, or an area merged over its rows. */
function costOfSkipping(columns: Columns, from: number, to: number): number {
  if (to <= from) return 0;
  if (from > 0) return (to - from) * COST.skippedColumn;
  const first =
    columns[0] === 'ordinal' ? COST.rowWithoutOrdinal : columns[0] === 'group' ? COST.sameGroup : COST.skippedColumn;
  return first + (to - 1) * COST.skippedColumn;
}

/** The 9th tenth of the line lengths in each column; null where a column has too few lines to tell. */
function columnWidths(lines: readonly CellLine[], placed: readonly Placed[], count: number): Widths {
  return Array.from({ length: count }, (_, column) => {
    const lengths = lines
      .filter((_line, index) => placed[index]?.column === column)
      .map((line) => line.text.length)
      .sort((a, b) => a - b);
    return lengths.length < 3 ? null : (lengths[Math.floor(lengths.length * 0.9)] ?? null);
  });
}

/** A line that holds the end of one cell and the start of the next is cut before a capital where both parts fit. */
function splitOverWide(line: CellLine, widths: Widths): CellLine[] {
  const widest = Math.max(...widths.map((width) => width ?? 0));
  if (widest < 10 || line.text.length <= widest + 6) return [line];
  for (const match of line.text.matchAll(/\s(?=\p{Lu}\p{Ll})/gu)) {
    const rest = line.text.slice(match.index + 1);
    if (
      match.index <= widest + 2 &&
      widths.some((width) => width !== null && rest.length <= width + 2 && width < widest)
    ) {
      return [
        { ...line, text: line.text.slice(0, match.index) },
        { text: rest, blankBefore: 0, isOrdinal: false },
      ];
    }
  }
  return [line];
}

function rowsOf(lines: readonly CellLine[], placed: readonly Placed[], count: number): string[][] {
  const rows: string[][] = [];
  let lastColumn = count;
  for (const [index, line] of lines.entries()) {
    const { column, starts } = placed[index] ?? { column: 0, starts: true };
    if (index === 0 || (starts && column <= lastColumn)) rows.push(Array<string>(count).fill(''));
    const row = rows.at(-1);
    if (row) {
      const cell = row[column] ?? '';
      row[column] = cell === '' ? line.text : joinCellLines(cell, line.text);
    }
    lastColumn = column;
  }
  return rows;
}

function joinCellLines(cell: string, line: string): string {
  const isRange = /^[-–]\s\d/.test(line) && /\d$/.test(cell);
  return /^[-+•*]\s/.test(line) && !isRange ? `${cell}\n${line}` : `${cell} ${line}`;
}
