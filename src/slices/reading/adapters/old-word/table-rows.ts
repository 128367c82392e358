import type { DraftCell, DraftTable } from '../draft/draft.ts';
import type { PlacedCell } from '../draft/grid.ts';
import { makeGrid } from '../draft/grid.ts';
import type { Property } from './properties.ts';
import { propertyNumbers } from './properties.ts';

/** Edges that lie closer are one edge drawn twice: 1/20 points, well under a millimetre. */
const SAME_EDGE = 30;
/** Word itself allows no more columns; a file that claims more is broken. */
const MAX_COLUMNS = 63;
const CELL_BYTES = 20;
const GOES_ON = 1;
const STARTS = 3;

type CellShape = { readonly left: number; readonly right: number; across: number; down: number };
/** What the end of a row says about its cells, in order. */
export type RowShape = readonly CellShape[];
export type TableRow = { readonly cells: readonly DraftCell[]; readonly shape: RowShape };

/** @source [MS-DOC] §2.9.326 TDefTable, §2.9.309 TC80, §2.6.3 table properties */
export function readRowShape(properties: readonly Property[]): RowShape {
  let shape: CellShape[] = [];
  for (const { number, operand } of properties) {
    if (number === propertyNumbers.tableDefinition) shape = readDefinition(operand);
    else if (number === propertyNumbers.mergeCells || number === propertyNumbers.splitCells) {
      const [from = 0, to = 0] = operand;
      shape.forEach((cell, index) => {
        if (index >= from && index < to) cell.across = acrossOf(number, index === from);
      });
    } else if (number === propertyNumbers.mergeDown && operand.length >= 2) {
      const cell = shape[operand[0] ?? 0];
      if (cell) cell.down = operand[1] ?? 0;
    }
  }
  return shape;
}

function acrossOf(number: number, isFirst: boolean): number {
  if (number === propertyNumbers.splitCells) return 0;
  return isFirst ? 1 : 2;
}

function readDefinition(operand: Buffer): CellShape[] {
  const count = Math.min(operand[0] ?? 0, MAX_COLUMNS);
  const cellsAt = 1 + (count + 1) * 2;
  if (operand.length < cellsAt) return [];
  return Array.from({ length: count }, (_unused, index) => {
    const at = cellsAt + index * CELL_BYTES;
    const flags = at + 2 <= operand.length ? operand.readUInt16LE(at) : 0;
    return {
      left: operand.readInt16LE(1 + index * 2),
      right: operand.readInt16LE(3 + index * 2),
      across: flags & 3,
      down: (flags >> 5) & 3,
    };
  });
}

/** The table as a grid: columns lie between the edges that its rows have. */
export function makeTable(rows: readonly TableRow[]): DraftTable {
  const merged = rows.map(mergeAcross);
  const edges = distinctEdges(merged.flat().flatMap(({ shape }) => [shape.left, shape.right]));
  const columnAt = (edge: number): number => edges.findLastIndex((each) => each <= edge);
  const placed: PlacedCell[] = [];
  const open = new Map<number, PlacedCell>();
  merged.forEach((cells, row) => {
    for (const { shape, cell } of cells) {
      const column = columnAt(shape.left);
      const columnSpan = Math.max(1, columnAt(shape.right) - column);
      const above = open.get(column);
      if (shape.down === GOES_ON && above?.columnSpan === columnSpan) {
        above.rowSpan = row - above.row + 1;
        continue;
      }
      const started = { row, column, columnSpan, rowSpan: 1, cell };
      placed.push(started);
      for (let covered = column; covered < column + columnSpan; covered += 1) open.delete(covered);
      if (shape.down === STARTS) open.set(column, started);
    }
  });
  return { kind: 'table', rows: makeGrid(rows.length, placed) };
}

type ShapedCell = { readonly shape: CellShape; readonly cell: DraftCell };

/**
 * Cells of one row; those merged with the cell to their left are part of it. Writers disagree which of the two signs
 * means the first cell: it is the one that a run begins with.
 */
function mergeAcross({ cells, shape }: TableRow): ShapedCell[] {
  const merged: ShapedCell[] = [];
  let first = 0;
  cells.forEach((cell, index) => {
    const own = shape[index] ?? shapeBehind(shape, index);
    const last = merged.at(-1);
    if (own.across !== 0 && first !== 0 && own.across !== first && last) {
      merged[merged.length - 1] = { ...last, shape: { ...last.shape, right: own.right } };
      return;
    }
    first = own.across;
    merged.push({ shape: own, cell });
  });
  return merged;
}

/** Rows that lost their definition: cells of one width, one after the other. */
function shapeBehind(shape: RowShape, index: number): CellShape {
  const left = shape.at(-1)?.right ?? 0;
  const beyond = (index - shape.length) * MISSING_WIDTH;
  return { left: left + beyond, right: left + beyond + MISSING_WIDTH, across: 0, down: 0 };
}

const MISSING_WIDTH = 1000;

function distinctEdges(edges: readonly number[]): number[] {
  const distinct: number[] = [];
  for (const edge of [...edges].sort((a, b) => a - b)) {
    if (edge - (distinct.at(-1) ?? Number.NEGATIVE_INFINITY) > SAME_EDGE) distinct.push(edge);
  }
  return distinct;
}
