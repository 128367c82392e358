import type { TextLine } from './text-lines.ts';
import { lineRectangle, splitAtWideBlanks } from './text-lines.ts';

/** Lines that stand side by side in columns, from the first such line to the last; or one column of lines. */
export type Band = { readonly columns: readonly (readonly TextLine[])[] };

type Gutter = { readonly left: number; readonly right: number };

/** Lines that share less than this of their height stand under each other. */
const OVERLAP = 0.4;
const SMALLEST_GUTTER = 8;

/** Cuts a stretch of a page into bands: letterhead, body, signature. */
export function findBands(lines: readonly TextLine[]): Band[] {
  const bands: { lines: TextLine[]; gutters: Gutter[] }[] = [];
  for (const row of groupSideBySide(lines)) {
    const band = bands.at(-1);
    const gutters = guttersOf(row);
    const shared = band ? sharedGutters(band.gutters, row) : [];
    if (band && band.gutters.length === 0 && gutters.length === 0) band.lines.push(...row);
    else if (band && band.gutters.length > 0 && shared.length === band.gutters.length && isNear(band.lines, row)) {
      band.lines.push(...row);
      band.gutters = shared;
    } else {
      bands.push({ lines: [...row], gutters });
    }
  }
  return bands.map((band) => ({
    columns: band.gutters.length === 0 ? splitAt(band.lines, []) : splitColumns(band.lines),
  }));
}

/** The columns of a whole band: what stands close in one row may be parted by what the others leave white. */
function splitColumns(lines: readonly TextLine[]): TextLine[][] {
  const parts = lines.flatMap(splitAtWideBlanks);
  return splitAt(parts, guttersOf(parts));
}

/** Lines whose heights overlap make a row, also where the columns' lines are not level. */
function groupSideBySide(lines: readonly TextLine[]): TextLine[][] {
  const rows: { lines: TextLine[]; bottom: number }[] = [];
  for (const line of [...lines].sort((a, b) => a.baseline - b.baseline)) {
    const { top, bottom } = lineRectangle(line);
    const row = rows.at(-1);
    if (row && row.bottom - top > OVERLAP * (bottom - top)) {
      row.lines.push(line);
      row.bottom = Math.max(row.bottom, bottom);
    } else {
      rows.push({ lines: [line], bottom });
    }
  }
  return rows.map((row) => row.lines);
}

function guttersOf(row: readonly TextLine[]): Gutter[] {
  const gutters: Gutter[] = [];
  let reach = Number.POSITIVE_INFINITY;
  for (const { left, right } of [...row].sort((a, b) => a.left - b.left)) {
    if (left - reach > SMALLEST_GUTTER) gutters.push({ left: reach, right: left });
    reach = reach === Number.POSITIVE_INFINITY ? right : Math.max(reach, right);
  }
  return gutters;
}

/** What is left of the gutters when this row is set under them; a gutter that it fills is gone. */
function sharedGutters(gutters: readonly Gutter[], row: readonly TextLine[]): Gutter[] {
  return gutters.flatMap((gutter) => {
    let { left, right } = gutter;
    for (const line of row) {
      const isLeft = (line.left + line.right) / 2 < (left + right) / 2;
      if (isLeft) left = Math.max(left, line.right);
      else right = Math.min(right, line.left);
    }
    return right - left > SMALLEST_GUTTER ? [{ left, right }] : [];
  });
}

/** Columns do not jump over blank space: what follows far below is body again. */
function isNear(above: readonly TextLine[], row: readonly TextLine[]): boolean {
  const last = above.reduce((lowest, line) => (line.baseline > lowest.baseline ? line : lowest));
  const first = row[0];
  const isSideBySide = row.length > 1;
  return first !== undefined && first.baseline - last.baseline < last.size * (isSideBySide ? 8 : 6);
}

function splitAt(lines: readonly TextLine[], gutters: readonly Gutter[]): TextLine[][] {
  const edges = gutters.map(({ left, right }) => (left + right) / 2);
  const columns: TextLine[][] = Array.from({ length: edges.length + 1 }, () => []);
  for (const line of lines) columns[edges.filter((edge) => (line.left + line.right) / 2 > edge).length]?.push(line);
  return columns.map((column) => column.sort((a, b) => a.baseline - b.baseline || a.left - b.left));
}
