import type { ColumnRole } from '../column-roles.ts';
import { looksLikeDeadline } from '../deadline-words.ts';
import { looksLikeUnits, startsWithUnit } from '../units-in-prose.ts';
import { startsLower } from '../wording.ts';

/** A line inside the table: its words, the blank lines before it, and whether a new row begins with it. */
export type CellLine = { readonly text: string; readonly blankBefore: number; readonly ordinal: string | null };

type Columns = readonly (ColumnRole | null)[];

/** What it costs to read a line as something unlikely; the cheapest reading of all lines together wins. */
const COST = {
  wrongContent: 8,
  unlikelyStart: 6,
  skippedColumn: 5,
  rowWithoutOrdinal: 3,
  ordinalInsideRow: 12,
  capitalInsideCell: 2,
  capitalAfterClosedWords: 4,
  abbreviationAtEdge: 0.7,
  gapInsideCell: 2,
  unitInsideWords: 1,
  cellEndsOpen: 4,
  perCharacterTooWide: 0.5,
  brokenTooEarly: 2.5,
} as const;

type Step = { readonly cost: number; readonly from: number | null; readonly starts: boolean };

/**
 * Rows of cells out of the lines of a table, one list for each stretch between two area headings. Two passes: the first
 * goes by content, the second also by the widths of the columns that the first one found.
 */
export function placeCells(stretches: readonly (readonly CellLine[])[], columns: Columns): string[][][] {
  const unknown = columns.map(() => null);
  const first = stretches.map((lines) => cheapestPath(lines, columns, unknown));
  const widths = columnWidths(stretches.flat(), first.flat(), columns.length);
  return stretches.map((lines) => {
    const split = lines.flatMap((line) => splitOverWide(line, widths));
    return rowsOf(split, cheapestPath(split, columns, widths), columns.length);
  });
}

type Widths = readonly (number | null)[];
type Placed = { readonly column: number; readonly starts: boolean };

function cheapestPath(lines: readonly CellLine[], columns: Columns, widths: Widths): Placed[] {
  const table: Step[][] = [];
  for (const [index, line] of lines.entries()) {
    const previous = table.at(-1);
    table.push(columns.map((_, column) => bestStep({ lines, index, line, column, columns, widths }, previous)));
  }
  return walkBack(table);
}

type Situation = {
  readonly lines: readonly CellLine[];
  readonly index: number;
  readonly line: CellLine;
  readonly column: number;
  readonly columns: Columns;
  readonly widths: Widths;
};

function bestStep(here: Situation, previous: readonly Step[] | undefined): Step {
  const startCost = costOfStart(here);
  if (!previous) return { cost: startCost + here.column * COST.skippedColumn, from: null, starts: true };
  let best: Step = { cost: Number.POSITIVE_INFINITY, from: null, starts: true };
  for (const [from, step] of previous.entries()) {
    const goesOn = from === here.column ? step.cost + costOfGoingOn(here) : Number.POSITIVE_INFINITY;
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
    placed.unshift({ column, starts: step.starts });
    column = step.from ?? 0;
  }
  return placed;
}

function cheapestColumn(steps: readonly Step[]): number {
  return steps.reduce(
    (best, step, column) => (step.cost < (steps[best]?.cost ?? Number.POSITIVE_INFINITY) ? column : best),
    0,
  );
}

/** From one column to a later one of the same row, or to a new row. */
function costOfMove({ line, column, columns }: Situation, from: number): number {
  if (column > from) {
    return (column - from - 1) * COST.skippedColumn + (line.ordinal === null ? 0 : COST.ordinalInsideRow);
  }
  const unfilled = columns.length - 1 - from;
  return (unfilled + column) * COST.skippedColumn + (line.ordinal === null ? COST.rowWithoutOrdinal : 0);
}

function costOfStart({ lines, index, line, column, columns, widths }: Situation): number {
  const role = columns[column] ?? null;
  let cost = costOfContent(line.text, lines[index + 1]?.text ?? '', role) + costOfWidth(line, widths[column]);
  if (isOpenList(lines[index - 1]?.text ?? '')) cost += COST.cellEndsOpen;
  if (startsLower(line.text)) cost += isUnitRole(role) ? COST.unlikelyStart / 2 : COST.unlikelyStart;
  else if (startsWithAbbreviation(line.text) && !isUnitRole(role)) cost += COST.abbreviationAtEdge;
  return cost;
}

function costOfContent(text: string, next: string, role: ColumnRole | null): number {
  const isDeadline = looksLikeDeadline(text) || looksLikeDeadline(`${text} ${next}`);
  if (role === 'deadline') return isDeadline ? 0 : COST.wrongContent;
  if (isUnitRole(role)) return startsWithUnit(text) && !looksLikeDeadline(text) ? 0 : COST.wrongContent;
  if (looksLikeDeadline(text)) return COST.wrongContent / 2;
  return looksLikeUnits(text) ? 1 : 0;
}

function isUnitRole(role: ColumnRole | null): boolean {
  return role === 'lead' || role === 'coordinator' || role === 'responsible';
}

function costOfGoingOn({ lines, index, line, column, columns, widths }: Situation): number {
  if (line.ordinal !== null) return COST.ordinalInsideRow;
  const before = lines[index - 1]?.text ?? '';
  const role = columns[column] ?? null;
  let cost = costOfWidth(line, widths[column]) + (line.blankBefore >= 2 ? COST.gapInsideCell : 0);
  if (!startsLower(line.text) && /^\p{Lu}/u.test(line.text)) cost += costOfCapital(before, line.text);
  if (role === 'deadline' && looksLikeDeadline(before) && looksLikeUnits(line.text)) cost += COST.wrongContent;
  if (isUnitRole(role) && !startsLower(line.text) && !isOpenList(before)) cost += COST.capitalInsideCell;
  if (!isUnitRole(role) && looksLikeUnits(line.text)) cost += COST.unitInsideWords;
  if (role !== 'deadline' && looksLikeDeadline(line.text)) cost += COST.wrongContent / 2;
  return cost + costOfEarlyBreak(before, line.text, widths[column]);
}

function costOfCapital(before: string, text: string): number {
  if (isOpenList(before)) return 0;
  if (/[.)]$/.test(before)) return COST.capitalAfterClosedWords;
  return startsWithAbbreviation(text) ? COST.abbreviationAtEdge : COST.capitalInsideCell;
}

/** No cell ends with a comma or with "và". */
function isOpenList(text: string): boolean {
  return /(?:[,(]|(?:^|\s)(?:và|của|với|tại|theo|do|cho))$/u.test(text);
}

function startsWithAbbreviation(text: string): boolean {
  return /^\p{Lu}{2,}(?![\p{Ll}])/u.test(text);
}

function costOfWidth(line: CellLine, width: number | null | undefined): number {
  return width == null ? 0 : Math.max(0, line.text.length - width - 2) * COST.perCharacterTooWide;
}

/** A line breaks because the next word did not fit: where it would have fitted, the cell had ended. */
function costOfEarlyBreak(before: string, text: string, width: number | null | undefined): number {
  if (width == null || /^[-+•*]/.test(text)) return 0;
  const firstWord = text.split(' ', 1)[0] ?? '';
  return before.length + 1 + firstWord.length < width - 3 ? COST.brokenTooEarly : 0;
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
        { text: rest, blankBefore: 0, ordinal: null },
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
    if (index === 0 || (starts && column <= lastColumn)) rows.push(['', ...Array<string>(count).fill('')]);
    const row = rows.at(-1);
    if (row) {
      if (line.ordinal !== null) row[0] = line.ordinal;
      const cell = row[column + 1] ?? '';
      row[column + 1] = cell === '' ? line.text : joinCellLines(cell, line.text);
    }
    lastColumn = column;
  }
  return rows;
}

function joinCellLines(cell: string, line: string): string {
  return /^[-+•*]\s/.test(line) ? `${cell}\n${line}` : `${cell} ${line}`;
}
