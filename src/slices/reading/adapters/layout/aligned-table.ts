import type { DraftCell, DraftRow, DraftTable } from '../draft/draft.ts';
import type { Band } from './columns.ts';
import { joinLineTexts } from './join-lines.ts';
import { groupIntoParagraphs } from './paragraphs.ts';
import type { WritePiece } from './table-cells.ts';
import type { TextLine } from './text-lines.ts';
import { lineText } from './text-lines.ts';

/** Fewer columns are a letterhead or a signature, fewer lines a coincidence. */
const LEAST_COLUMNS = 3;
const LEAST_ROWS = 2;

/**
 * A table drawn without rules: three or more columns kept apart by gutters. A row starts where the first column says
 * something.
 *
 * @returns null where the band is no table
 */
export function readAlignedTable({ columns }: Band, page: number, write: WritePiece): DraftTable | null {
  if (columns.length < LEAST_COLUMNS) return null;
  const starts = (columns[0] ?? []).map(({ baseline, size }) => baseline - size * 0.5);
  if (starts.length < LEAST_ROWS) return null;
  const rowOf = (line: TextLine): number => Math.max(0, starts.filter((start) => line.baseline > start).length - 1);
  const rows: DraftRow[] = starts.map((_start, row) =>
    columns.map((lines) =>
      makeCell(
        lines,
        lines.filter((line) => rowOf(line) === row),
        page,
        write,
      ),
    ),
  );
  return { kind: 'table', rows, page };
}

function makeCell(column: readonly TextLine[], lines: readonly TextLine[], page: number, write: WritePiece): DraftCell {
  const frame = {
    left: Math.min(...column.map(({ left }) => left)),
    right: Math.max(...column.map(({ right }) => right)),
  };
  const text = groupIntoParagraphs(lines, frame)
    .map((group) =>
      joinLineTexts(group.map((line) => lineText(line, (piece) => write(piece, line.size, line.baseline)))),
    )
    .join('\n');
  return { text, columnSpan: 1, rowSpan: 1, page };
}
