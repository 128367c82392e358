import type { DraftCell, DraftTable } from '../draft/draft.ts';
import { makeGrid } from '../draft/grid.ts';
import { joinLineTexts } from './join-lines.ts';
import type { PageContent, TextPiece } from './page-content.ts';
import { boxOf } from './page-content.ts';
import type { Frame } from './paragraphs.ts';
import { groupIntoParagraphs } from './paragraphs.ts';
import type { RuledCell, RuledTable } from './ruled-tables.ts';
import type { TextLine } from './text-lines.ts';
import { letterWidth, lineText, makeLines } from './text-lines.ts';

/** How a piece is written in a text: as it is, or by what its mark stands for. */
export type WritePiece = (piece: TextPiece, lineSize: number, lineBaseline: number) => string;

const TOLERANCE = 3;

export function isInsideTable(piece: TextPiece, table: RuledTable): boolean {
  const middle = piece.baseline - piece.size * 0.3;
  return (
    middle > table.top &&
    middle < table.bottom &&
    piece.right > table.left + TOLERANCE &&
    piece.left < table.right - TOLERANCE
  );
}

/** Puts the pieces of a ruled table into its cells and makes a grid of it. */
export function readRuledTable(table: RuledTable, page: PageContent, write: WritePiece): DraftTable {
  const pieces = page.pieces
    .filter((piece) => isInsideTable(piece, table))
    .flatMap((piece) => splitAtRules(piece, table));
  const placed = table.cells.map((cell) => ({
    row: cell.row,
    column: cell.column,
    rowSpan: cell.rowSpan,
    columnSpan: cell.columnSpan,
    cell: readCell(cell, pieces, page.number, write),
  }));
  return { kind: 'table', rows: makeGrid(table.rowCount, placed), page: page.number };
}

function cellAt(table: RuledTable, x: number, y: number): RuledCell | undefined {
  return table.cells.find(({ left, right, top, bottom }) => x >= left && x < right && y >= top && y < bottom);
}

/** Some writers set neighbouring cells in one go: such a piece is cut at the blank nearest to the rule. */
function splitAtRules(piece: TextPiece, table: RuledTable): TextPiece[] {
  const cell = cellAt(table, piece.left + TOLERANCE, piece.baseline - piece.size * 0.3);
  if (!cell || piece.right <= cell.right + TOLERANCE) return [piece];
  const blanks = [...piece.text.matchAll(/\s+/g)].map(({ index, 0: blank }) => ({
    index,
    after: index + blank.length,
  }));
  const at = (index: number): number =>
    piece.left + (piece.right - piece.left) * (letterWidth(piece.text.slice(0, index)) / letterWidth(piece.text));
  const nearest = blanks.sort((a, b) => Math.abs(at(a.after) - cell.right) - Math.abs(at(b.after) - cell.right))[0];
  if (!nearest) return [piece];
  const before = {
    ...piece,
    text: piece.text.slice(0, nearest.index),
    right: Math.min(at(nearest.index), cell.right - 1),
  };
  const after = { ...piece, text: piece.text.slice(nearest.after), left: Math.max(at(nearest.after), cell.right + 1) };
  return after.left < after.right ? [before, ...splitAtRules(after, table)] : [piece];
}

/** Text keeps as far from the right rule as most lines do from the left one. */
function frameWithin(cell: RuledCell, lines: readonly TextLine[]): Frame {
  const lefts = lines.map(({ left }) => left - cell.left).sort((a, b) => a - b);
  const padding = Math.min(Math.max(lefts[Math.floor(lefts.length / 2)] ?? 0, 0), 8);
  return { left: cell.left + padding, right: cell.right - padding };
}

function readCell(cell: RuledCell, pieces: readonly TextPiece[], page: number, write: WritePiece): DraftCell {
  const inside = pieces.filter((piece) => {
    const [x, y] = [(piece.left + piece.right) / 2, piece.baseline - piece.size * 0.3];
    return x >= cell.left && x < cell.right && y >= cell.top && y < cell.bottom;
  });
  const lines = makeLines(inside);
  const frame = frameWithin(cell, lines);
  const text = groupIntoParagraphs(lines, frame)
    .map((group) =>
      joinLineTexts(group.map((line) => lineText(line, (piece) => write(piece, line.size, line.baseline)))),
    )
    .join('\n');
  return { text, columnSpan: cell.columnSpan, rowSpan: cell.rowSpan, page, box: boxOf(cell) };
}
