import { expect, test } from 'vitest';
import type { TextPiece } from '../layout/page-content.ts';
import { findOverlookedLines } from './overlooked-lines.ts';

/** White but for these boxes of ink; a pixel is a point. */
function bitmapWith(boxes: readonly (readonly [left: number, top: number, width: number, height: number])[]) {
  const [width, height] = [100, 100];
  const data = new Uint8Array(width * height).fill(255);
  for (const [left, top, wide, high] of boxes) {
    for (let y = top; y < top + high; y += 1) data.fill(0, y * width + left, y * width + left + wide);
  }
  return { bitmap: { width, height, data }, threshold: 128, points: 1 };
}

const cell = { row: 0, column: 0, rowSpan: 1, columnSpan: 1, left: 10, right: 60, top: 10, bottom: 90 };
const word = (baseline: number, left = 15): TextPiece => ({
  text: 'xuyê',
  left,
  right: left + 30,
  baseline,
  size: 12,
  isBold: false,
  isItalic: false,
});

test('a line of ink without a word is found, with the box around its ink', () => {
  const page = bitmapWith([
    [15, 20, 30, 10],
    [16, 40, 6, 9],
  ]);
  expect(findOverlookedLines(cell, [word(30)], page)).toEqual([{ left: 16, top: 40, width: 6, height: 9 }]);
});

test('lines with words, dots, rules and the ink of other cells are none', () => {
  const page = bitmapWith([
    [15, 20, 30, 10],
    [20, 50, 3, 3],
    [10, 10, 1, 80],
    [70, 60, 10, 10],
  ]);
  expect(findOverlookedLines(cell, [word(30)], page)).toEqual([]);
});

test('a word of the neighbouring cell on the same height hides nothing', () => {
  const page = bitmapWith([[16, 40, 6, 9]]);
  expect(findOverlookedLines(cell, [word(49, 62)], page)).toHaveLength(1);
});
