import type { TextPiece } from '../layout/page-content.ts';
import type { RuledCell } from '../layout/ruled-tables.ts';
import type { Bitmap } from './bitmap.ts';
import type { PixelBox } from './prepare-picture.ts';

/** Kept clear of a cell's rules, in pixels. */
const INSET = 3;
/** Ink lower than this is a dot or dirt. */
const LEAST_HEIGHT = 6;
/** What a letter of a line reaches above and below its baseline, in letter sizes. */
const ABOVE = 0.9;
const BELOW = 0.3;

/** A cell's inside, its rules left out. */
export function insideOf(cell: RuledCell, points: number, inset: number): PixelBox {
  const [left, top] = [Math.ceil(cell.left / points) + inset, Math.ceil(cell.top / points) + inset];
  const [right, bottom] = [Math.floor(cell.right / points) - inset, Math.floor(cell.bottom / points) - inset];
  return { left, top, width: right - left + 1, height: bottom - top + 1 };
}

/**
 * Lines of ink in a cell on which recognition saw no word: a letter or two that a narrow column left alone ("xuyê|n").
 *
 * @param words  what was recognised on the page, in points
 * @param points points that a pixel measures
 */
export function findOverlookedLines(
  cell: RuledCell,
  words: readonly TextPiece[],
  { bitmap, threshold, points }: { bitmap: Bitmap; threshold: number; points: number },
): PixelBox[] {
  const own = words.filter(({ left, right }) => right > cell.left && left < cell.right);
  return inkLines(insideOf(cell, points, INSET), bitmap, threshold).filter(({ top, height }) => {
    const middle = (top + height / 2) * points;
    return !own.some(({ baseline, size }) => middle > baseline - size * ABOVE && middle < baseline + size * BELOW);
  });
}

/** Stretches of rows that hold ink, each as the box around its ink. */
function inkLines(cell: PixelBox, bitmap: Bitmap, threshold: number): PixelBox[] {
  const lines: PixelBox[] = [];
  let open: { first: number; last: number; left: number; right: number } | null = null;
  const close = (): void => {
    if (open && open.last - open.first + 1 >= LEAST_HEIGHT) {
      const { first, last, left, right } = open;
      lines.push({ left, top: first, width: right - left + 1, height: last - first + 1 });
    }
    open = null;
  };
  for (let y = Math.max(0, cell.top); y < Math.min(bitmap.height, cell.top + cell.height); y += 1) {
    const [left, right] = inkOfRow(cell, y, bitmap, threshold);
    if (left > right) close();
    else if (open === null) open = { first: y, last: y, left, right };
    else open = { first: open.first, last: y, left: Math.min(open.left, left), right: Math.max(open.right, right) };
  }
  close();
  return lines;
}

/** The first and the last dark pixel of a row within the cell; the wrong way round where there is none. */
function inkOfRow(cell: PixelBox, y: number, { data, width }: Bitmap, threshold: number): [number, number] {
  let [first, last] = [width, -1];
  for (let x = Math.max(0, cell.left); x < Math.min(width, cell.left + cell.width); x += 1) {
    if ((data[y * width + x] ?? 255) > threshold) continue;
    first = Math.min(first, x);
    last = x;
  }
  return [first, last];
}
