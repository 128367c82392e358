import type { ColumnRole } from '../column-roles.ts';
import { startsLower } from '../wording.ts';
import { joinCellLines } from './cell-text.ts';

/** A line of a table in its cells: '' where nothing stands. */
export type PlacedLine = {
  readonly cells: readonly string[];
  readonly blankBefore: number;
  /** The first of a page. */
  readonly isPartStart: boolean;
  /** Its words run over several columns. */
  readonly isHeading: boolean;
};

const ORDINAL = /^(?:\d{1,3}(?:\.\d{1,2})*|[IVX]{1,5}|[A-H]|[a-zđ]\))[.)]?$/u;

export function isRowOrdinal(text: string): boolean {
  return ORDINAL.test(text);
}

/** The rows of a table: by their numbers where it numbers them, else by where its columns start anew. */
export function rowsOf(lines: readonly PlacedLine[], roles: readonly (ColumnRole | null)[]): string[][] {
  const numbered = lines.flatMap((line, index) => (isRowOrdinal(line.cells[0] ?? '') ? [index] : []));
  const isNumbered = roles[0] === 'ordinal' && numbered.length > 0;
  const starts = isNumbered ? startsByNumbers(lines, numbered) : startsAnew(lines, roles);
  const rows: string[][] = [];
  for (const [index, from] of starts.entries()) {
    const own = lines.slice(from, starts[index + 1] ?? lines.length);
    rows.push((lines[0]?.cells ?? []).map((_, column) => joinCellLines(own.map((line) => line.cells[column] ?? ''))));
  }
  return rows;
}

/** What it costs to begin a row at a line where something else is likely. */
const COST = { lower: 3, open: 2, capital: -0.5, blankLine: -4, offCentre: 0.35 } as const;
const OPEN_END = /(?:[,(]|\s[-–]|(?:^|\s)(?:và|của|với|tại|theo|do|cho|về|các|trong))$/u;

/** Where numbers stand at the top of their rows these start there; where they stand in the middle, somewhere above. */
function startsByNumbers(lines: readonly PlacedLine[], numbered: readonly number[]): number[] {
  const first = numbered[0] ?? 0;
  const lower = numbered.filter((at) => startsLower(lines[at]?.cells[1] || 'x')).length;
  const isOnTop = lower <= numbered.length * 0.25 && (first === 0 || numbered.length > 3);
  const withRest = isOnTop ? addRowsWithoutNumber(lines, numbered) : startsAbove(lines, numbered);
  return withRest[0] === 0 ? withRest : [0, ...withRest.filter((at) => at > 0)];
}

/** A row without a number: its words start after an empty place, and so do those of two more columns. */
function addRowsWithoutNumber(lines: readonly PlacedLine[], numbered: readonly number[]): number[] {
  const starts = new Set(numbered);
  for (const [index, line] of lines.entries()) {
    if (index === 0 || line.isPartStart || starts.has(index)) continue;
    const before = lines[index - 1];
    if (line.isHeading && !before?.isHeading) starts.add(index);
    const others = line.cells.filter((text, column) => column > 1 && text !== '');
    const anew = line.cells.filter(
      (text, column) => column > 1 && /^[\p{Lu}\d+•-]/u.test(text) && before?.cells[column] === '',
    );
    if (/^\p{Lu}/u.test(line.cells[1] ?? '') && anew.length >= 2 && anew.length === others.length) starts.add(index);
  }
  return [...starts].sort((a, b) => a - b);
}

type Path = { readonly start: number; readonly cost: number; readonly before: Path | null };

/** Rows whose number stands in the middle: the cheapest beginnings between each number and the one before. */
function startsAbove(lines: readonly PlacedLine[], numbered: readonly number[]): number[] {
  let paths: Path[] = [{ start: 0, cost: 0, before: null }];
  for (const [index, at] of numbered.entries()) {
    const next = numbered[index + 1] ?? lines.length;
    const ends = next === lines.length ? [lines.length] : range(at + 1, next);
    paths = ends.map((end) => {
      const own = end < lines.length ? costOfStart(lines, end) : 0;
      const off = (path: Path): number => COST.offCentre * Math.abs(at - (path.start + end - 1) / 2);
      const from = paths.reduce((best, path) => (path.cost + off(path) < best.cost + off(best) ? path : best));
      return { start: end, cost: from.cost + off(from) + own, before: from };
    });
  }
  const starts: number[] = [];
  for (let path: Path | null = paths[0] ?? null; path; path = path.before) starts.unshift(path.start);
  return starts.filter((at) => at < lines.length);
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}

function costOfStart(lines: readonly PlacedLine[], at: number): number {
  const line = lines[at];
  let cost = line && line.blankBefore > 0 ? COST.blankLine : 0;
  for (const [column, text] of (line?.cells ?? []).entries()) {
    if (text === '' || column === 0) continue;
    const before = lines[at - 1]?.cells[column] ?? '';
    if (startsLower(text)) cost += COST.lower;
    else cost += COST.capital;
    if (OPEN_END.test(before)) cost += COST.open;
  }
  return cost;
}

/** Columns that name an area over several rows say nothing about where rows start. */
function startsAnew(lines: readonly PlacedLine[], roles: readonly (ColumnRole | null)[]): number[] {
  const starts: number[] = [0];
  for (const [index, line] of lines.entries()) {
    if (index > 0 && isRowStart(lines, index, roles)) starts.push(index);
    else if (index > 0 && line.isPartStart && !goesOn(line)) starts.push(index);
  }
  return starts;
}

/** What speaks for a row that begins at a line, summed over its columns; cells stand at the top of their rows. */
const MARK = /^[xX✓✔√]$/u;
const ANEW = { afterEmpty: 2, lowerAfterEmpty: 0, first: 1, capital: 1, lower: -4, open: -2, enough: 3 } as const;

function isRowStart(lines: readonly PlacedLine[], index: number, roles: readonly (ColumnRole | null)[]): boolean {
  const [line, before] = [lines[index], lines[index - 1]];
  if (line && before && (line.isHeading || before.isHeading)) return true;
  if (!line || !before || line.isPartStart) return false;
  let sum = 0;
  for (const [column, text] of line.cells.entries()) {
    if (text === '' || roles[column] === 'ordinal' || (roles[column] === 'group' && column > 0)) continue;
    const above = before.cells[column] ?? '';
    if (MARK.test(text)) continue;
    if (startsLower(text)) sum += above === '' ? ANEW.lowerAfterEmpty : ANEW.lower;
    else sum += above === '' ? ANEW.afterEmpty : ANEW.capital;
    if (column === 0 && above === '' && !startsLower(text)) sum += ANEW.first;
    if (OPEN_END.test(above)) sum += ANEW.open;
  }
  return sum >= ANEW.enough;
}

function goesOn(line: PlacedLine): boolean {
  const filled = line.cells.filter((text) => text !== '');
  return filled.filter(startsLower).length * 2 >= filled.length;
}
