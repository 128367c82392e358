import type { RawCell } from './cells.ts';

// Cells that hold something else than they show, told apart from a text by a sign that no text of a sheet can hold.

/** Stands in a cell whose formula has no value that can be taken: none was kept, or it ended in an error. */
export const UNCOMPUTED = '\u0000formula';

const MERGED = '\u0000merged ';

/** A number that stands in a merged cell above. */
export const mergedCell = (value: number): string => `${MERGED}${value}`;

/** The number of a cell that is part of a merged one; null for any other cell. */
export const mergedNumber = (cell: RawCell): number | null =>
  typeof cell === 'string' && cell.startsWith(MERGED) ? Number(cell.slice(MERGED.length)) : null;
