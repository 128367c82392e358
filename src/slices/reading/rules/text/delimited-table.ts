import { countTitles } from '../column-roles.ts';
import type { Cell, Table } from '../source-document.ts';
import { dropTags, readMarkup } from './markup.ts';
import type { TextLine } from './text-lines.ts';

/** A table found in the lines: `next` is the first line after it. */
export type FoundTable = { readonly rows: readonly (readonly string[])[]; readonly next: number };

/** Cells separated by tabs (two tabs at least in the first line); a cell in quotes may run over several lines. */
export function findTabTable(lines: readonly TextLine[], start: number): FoundTable | null {
  if (tabCount(lines[start]) < 2) return null;
  const columns = tabCount(lines[start]) + 1;
  const rows: string[][] = [];
  let index = start;
  for (; index < lines.length; index += 1) {
    const line = lines[index];
    if (line === undefined) break;
    if (line.text.trim() === '') {
      if (goesOnAfterBlank(lines, index + 1, columns)) continue;
      break;
    }
    if (!addTabLine(rows, line, columns, isHeadingInTable(lines, index, columns))) break;
  }
  return { rows: rows.map((row) => row.map(dropQuotes)), next: index };
}

/** Adds a line to the table; false where it stands below it. */
function addTabLine(rows: string[][], line: TextLine, columns: number, isHeading: boolean): boolean {
  const last = rows.at(-1);
  const cells = line.text.split('\t').map((cell) => cell.trim());
  if (isHeading) rows.push(cells);
  else if (last && completesRow(last, cells, columns)) completeRow(last, cells);
  else if (cells.length > 1) rows.push(cells);
  else if (last && isOpenRow(last, columns)) completeRow(last, cells);
  else return false;
  return true;
}

/** After a blank line the table goes on with a row as wide as its head, or with a heading and such a row. */
function goesOnAfterBlank(lines: readonly TextLine[], from: number, columns: number): boolean {
  const next = nextFilled(lines, from);
  if (next < 0) return false;
  if (isHeadingInTable(lines, next, columns)) return true;
  const cells = lines[next]?.text.split('\t') ?? [];
  return cells.length === columns && countTitles(cells) < FEWEST_TITLES;
}

/** "I. CẢI CÁCH THỂ CHẾ" on a line of its own, with a row of the table below it. */
function isHeadingInTable(lines: readonly TextLine[], at: number, columns: number): boolean {
  const text = lines[at]?.text ?? '';
  if (
    text.includes('\t') ||
    !/^(?:[IVX]{1,5}|[A-H]|\d{1,2})[.)]?\s+\p{Lu}/u.test(text) ||
    text.length > LONGEST_HEADING
  )
    return false;
  const next = nextFilled(lines, at + 1);
  return next >= 0 && tabCount(lines[next]) === columns - 1;
}

const LONGEST_HEADING = 140;
const MOST_BLANK_LINES = 3;

function nextFilled(lines: readonly TextLine[], from: number): number {
  for (let index = from; index < Math.min(lines.length, from + MOST_BLANK_LINES); index += 1) {
    if (lines[index]?.text.trim() !== '') return index;
  }
  return -1;
}

function tabCount(line: TextLine | undefined): number {
  return line ? line.text.split('\t').length - 1 : 0;
}

/** A line without tabs inside a table goes on with the cell before it; after a full, closed row it is a paragraph again. */
function isOpenRow(row: readonly string[], columns: number): boolean {
  const last = row.at(-1) ?? '';
  const isInQuotes = last.startsWith('"') && !/[^"]"$/.test(last);
  return isInQuotes || row.length < columns || !/[.;/]$/.test(last);
}

/** A line break inside a cell cuts its row in two; together they have just as many cells as the table has columns. */
function completesRow(row: readonly string[], cells: readonly string[], columns: number): boolean {
  if (cells.length < 2 || row.length < 3 || row.length + cells.length - 1 !== columns) return false;
  return !/^(?:\d{1,3}|[IVX]{1,5})[.)]?$/.test(cells[0] ?? '');
}

function completeRow(row: string[], cells: readonly string[]): void {
  const [first = '', ...rest] = cells;
  row[row.length - 1] = `${row.at(-1) ?? ''}\n${first}`;
  row.push(...rest);
}

function dropQuotes(cell: string): string {
  return cell.startsWith('"') && cell.endsWith('"') && cell.length > 1 ? cell.slice(1, -1).replaceAll('""', '"') : cell;
}

/**
 * Cells between bars: a markdown table, whose lines start with a bar and whose line of dashes is dropped, or lines
 * without outer bars under a head that names its columns.
 */
export function findBarTable(lines: readonly TextLine[], start: number): FoundTable | null {
  const first = lines[start]?.text ?? '';
  const hasOuterBars = /^\|.*\|/.test(first);
  if (!hasOuterBars && countTitles(barCells(first)) < FEWEST_TITLES && !areAllBars(lines, start)) return null;
  const rows: string[][] = [];
  let isRuled = false;
  let index = start;
  for (; index < lines.length; index += 1) {
    const text = lines[index]?.text ?? '';
    if (!(hasOuterBars ? /^\|.*\|/ : / \| /).test(text)) break;
    if (/^[|\s:-]+$/.test(text)) isRuled = true;
    else rows.push(barCells(text));
  }
  return rows.length >= 2 || (isRuled && rows.length === 1) ? { rows, next: index } : null;
}

const FEWEST_TITLES = 3;
const FEWEST_BAR_LINES = 3;

/** Lines with as many bars each, two at least: a table whatever its titles say. */
function areAllBars(lines: readonly TextLine[], start: number): boolean {
  const counts = lines.slice(start, start + FEWEST_BAR_LINES).map((line) => line.text.split(' | ').length);
  return counts.length === FEWEST_BAR_LINES && (counts[0] ?? 0) >= 3 && counts.every((count) => count === counts[0]);
}

function barCells(text: string): string[] {
  return text
    .replace(/^\||\|\s*$/g, '')
    .split('|')
    .map((cell) => cell.trim());
}

/** A full grid out of rows of any length; tags and bold signs inside cells are dropped. */
export function makeGridTable(rows: readonly (readonly string[])[], block: number, page: number): Table {
  const columns = rows.reduce((most, row) => Math.max(most, row.length), 0);
  return {
    kind: 'table',
    place: { block, page },
    rows: rows.map((row, rowIndex) =>
      Array.from(
        { length: columns },
        (_, column): Cell => ({
          text: cellText(row[column] ?? ''),
          place: { block, page, row: rowIndex, column },
          columnSpan: 1,
          rowSpan: 1,
        }),
      ),
    ),
  };
}

function cellText(raw: string): string {
  return dropTags(raw)
    .split('\n')
    .map((line) => readMarkup(line).text)
    .join('\n')
    .replace(/[ \t]+/g, ' ')
    .trim();
}
