import type { XmlElement } from '../container/xml-tree.ts';
import { findChild, readValue } from '../container/xml-tree.ts';
import type { DraftBlock, DraftCell, DraftTable } from '../draft/draft.ts';
import type { PlacedCell } from '../draft/grid.ts';
import { makeGrid } from '../draft/grid.ts';
import type { Walk } from './walk.ts';
import { visibleChildren } from './walk.ts';

/** Word itself allows no more columns; a file that claims more is broken. */
const MAX_COLUMNS = 63;

type VerticalMerge = 'none' | 'starts' | 'goes-on';

/** @returns the grid with merged cells, or null where the rows make no sense */
export function readTable(element: XmlElement, walk: Walk): DraftTable | null {
  const rows = rowsOf(element);
  const page = walk.page;
  if (rows.some((row) => rowWidth(row) > MAX_COLUMNS || cellsOf(row).length === 0)) return null;
  const placed: PlacedCell[] = [];
  const openMerges = new Map<number, PlacedCell>();
  rows.forEach((row, rowIndex) => {
    let column = skippedColumns(row, 'w:gridBefore');
    for (const cell of cellsOf(row)) {
      const columnSpan = spanOf(cell);
      const above = openMerges.get(column);
      if (verticalMergeOf(cell) === 'goes-on' && above?.columnSpan === columnSpan) {
        above.rowSpan = rowIndex - above.row + 1;
      } else {
        const started = { row: rowIndex, column, columnSpan, rowSpan: 1, cell: readCell(cell, walk) };
        placed.push(started);
        closeMerges(openMerges, column, columnSpan);
        if (verticalMergeOf(cell) === 'starts') openMerges.set(column, started);
      }
      column += columnSpan;
    }
  });
  return { kind: 'table', rows: makeGrid(rows.length, placed), ...(page === null ? {} : { page }) };
}

/** What a broken table says, cell by cell, as plain paragraphs. */
export function readTableTexts(element: XmlElement, walk: Walk): DraftBlock[] {
  return rowsOf(element).flatMap((row) => cellsOf(row).flatMap((cell) => walk.readBlocks(cell, walk)));
}

function closeMerges(openMerges: Map<number, PlacedCell>, column: number, columnSpan: number): void {
  for (let covered = column; covered < column + columnSpan; covered += 1) openMerges.delete(covered);
}

function rowsOf(table: XmlElement): XmlElement[] {
  return visibleChildren(table).filter(
    (child) => child.name === 'w:tr' && !findChild(findChild(child, 'w:trPr'), 'w:del'),
  );
}

function cellsOf(row: XmlElement): XmlElement[] {
  return visibleChildren(row).filter(
    (child) => child.name === 'w:tc' && !findChild(findChild(child, 'w:tcPr'), 'w:cellDel'),
  );
}

function rowWidth(row: XmlElement): number {
  return cellsOf(row).reduce((sum, cell) => sum + spanOf(cell), skippedColumns(row, 'w:gridBefore'));
}

function skippedColumns(row: XmlElement, name: string): number {
  return Math.max(0, Number(readValue(findChild(row, 'w:trPr'), name)) || 0);
}

function spanOf(cell: XmlElement): number {
  return Math.max(1, Math.floor(Number(readValue(findChild(cell, 'w:tcPr'), 'w:gridSpan')) || 1));
}

function verticalMergeOf(cell: XmlElement): VerticalMerge {
  const merge = findChild(findChild(cell, 'w:tcPr'), 'w:vMerge');
  if (!merge) return 'none';
  return merge.attributes['w:val'] === 'restart' ? 'starts' : 'goes-on';
}

function readCell(element: XmlElement, walk: Walk): DraftCell {
  const page = walk.page;
  const blocks = walk.readBlocks(element, walk);
  const lines = blocks.flatMap((block) =>
    block.kind === 'paragraph' ? [[block.listMarker, block.text].filter(Boolean).join(' ')] : [],
  );
  const nested = blocks.filter((block) => block.kind === 'table');
  return {
    text: lines.filter((line) => line.trim() !== '').join('\n'),
    columnSpan: 1,
    rowSpan: 1,
    ...(page === null ? {} : { page }),
    ...(nested.length === 0 ? {} : { nested }),
  };
}
