import { roleOfHeader } from '../column-roles.ts';
import type { FoundTable } from './delimited-table.ts';
import type { TextLine } from './text-lines.ts';

/** Words of a line with the characters they stand at: what a PDF laid out in columns leaves as text. */
type Segment = { readonly text: string; readonly from: number; readonly to: number };
type Column = { readonly from: number; readonly to: number };

const FEWEST_COLUMNS = 3;
const FEWEST_KNOWN = 2;
const MOST_BLANK_LINES = 3;
const ORDINAL = /^(?:\d{1,3}(?:\.\d{1,2})*|[IVX]{1,5}|[A-H])[.)]?$/;

/**
 * A table whose columns are kept apart by spaces. The head gives the columns; a line belongs to the row above unless
 * something stands in the column of numbers.
 */
export function findSpacedTable(lines: readonly TextLine[], start: number): FoundTable | null {
  const first = segmentsOf(lines[start]);
  if (first.length < FEWEST_COLUMNS || !/^(?:stt|tt|số tt)\.?$/i.test(first[0]?.text ?? '')) return null;
  if (first.filter((segment) => roleOfHeader(segment.text) !== null).length < FEWEST_KNOWN + 1) return null;
  const columns = first.map(({ from, to }) => ({ from, to }));
  const rows: string[][] = [first.map((segment) => segment.text)];
  let blank = 0;
  let next = start + 1;
  for (let index = start + 1; index < lines.length && blank <= MOST_BLANK_LINES; index += 1) {
    const segments = segmentsOf(lines[index]);
    if (segments.length === 0) {
      blank += 1;
      continue;
    }
    if (endsTable(segments, columns, rows.length)) break;
    addLine(rows, segments, columns);
    blank = 0;
    next = index + 1;
  }
  return rows.length > 1 ? { rows, next } : null;
}

function segmentsOf(line: TextLine | undefined): Segment[] {
  if (!line || line.text === '' || line.text.includes('\t')) return [];
  return [...line.text.matchAll(/\S+(?: \S+)*/g)].map((match) => {
    const from = line.indent + match.index;
    return { text: match[0], from, to: from + match[0].length };
  });
}

/** A line that runs over several columns, or words in capitals after the rows, stand below the table. */
function endsTable(segments: readonly Segment[], columns: readonly Column[], rowCount: number): boolean {
  const [only, second] = segments;
  if (!only || second || rowCount < 2) return false;
  const covered = columns.filter((column) => column.from < only.to && column.to > only.from).length;
  const startsLeft = only.from <= (columns[1]?.from ?? 0);
  return (
    (covered > 2 && startsLeft && !ORDINAL.test(only.text)) ||
    /^(?:Nơi nhận|GIÁM ĐỐC|PHỤ LỤC|KT\.|TM\.)/u.test(only.text)
  );
}

function addLine(rows: string[][], segments: readonly Segment[], columns: readonly Column[]): void {
  const placed = columns.map((_, column) =>
    segments.filter((segment) => columnOf(segment, columns) === column).map((segment) => segment.text),
  );
  const ordinal = placed[0]?.[0] ?? '';
  const isNewRow = ORDINAL.test(ordinal);
  if (isNewRow) rows.push(columns.map(() => ''));
  const row = rows.at(-1);
  if (!row) return;
  for (const [column, texts] of placed.entries()) {
    if (texts.length > 0) row[column] = [row[column] ?? '', ...texts].filter((text) => text !== '').join(' ');
  }
}

/** The column whose title a segment starts under: the last that begins no later than the segment, give or take two. */
function columnOf(segment: Segment, columns: readonly Column[]): number {
  const shared = columns.map((column) => Math.min(column.to, segment.to) - Math.max(column.from, segment.from));
  const widest = Math.max(...shared);
  if (widest > 0 && shared.filter((width) => width > 0).length === 1) return shared.indexOf(widest);
  const at = columns.findLastIndex((column) => column.from <= segment.from + 2);
  return Math.max(0, at);
}
