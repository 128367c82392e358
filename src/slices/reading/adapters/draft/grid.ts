import type { DraftCell, DraftRow } from './draft.ts';

/** A cell with the first place it takes in the grid and how far it reaches. */
export type PlacedCell = {
  readonly row: number;
  readonly column: number;
  readonly columnSpan: number;
  rowSpan: number;
  readonly cell: DraftCell;
};

/**
 * Lays cells out as a full grid: null where a merged cell covers the place, an empty cell where nothing stands.
 * Columns that no cell starts in, which come from ragged drawing and hold nothing, are folded into the one before.
 */
export function makeGrid(rowCount: number, cells: readonly PlacedCell[]): DraftRow[] {
  const starts = [...new Set(cells.map(({ column }) => column))].sort((a, b) => a - b);
  const columnAt = new Map(starts.map((column, index) => [column, index]));
  const rows: (DraftCell | null | undefined)[][] = Array.from({ length: rowCount }, () => new Array(starts.length));
  for (const placed of cells) {
    const from = columnAt.get(placed.column) ?? 0;
    const columnSpan = starts.filter(
      (start) => start >= placed.column && start < placed.column + placed.columnSpan,
    ).length;
    const rowSpan = Math.min(placed.rowSpan, rowCount - placed.row);
    for (let row = placed.row; row < placed.row + rowSpan; row += 1) {
      for (let column = from; column < from + columnSpan; column += 1) {
        const line = rows[row];
        if (line && line[column] === undefined) line[column] = null;
      }
    }
    const line = rows[placed.row];
    if (line) line[from] = { ...placed.cell, columnSpan, rowSpan };
  }
  return rows.map((row) => Array.from(row, (cell) => (cell === undefined ? EMPTY_CELL : cell)));
}

const EMPTY_CELL: DraftCell = { text: '', columnSpan: 1, rowSpan: 1 };
