import type { PageContent, TextPiece } from '../layout/page-content.ts';
import type { RuledCell } from '../layout/ruled-tables.ts';
import { findRuledTables } from '../layout/ruled-tables.ts';
import type { Bitmap } from './bitmap.ts';
import { findOverlookedLines, insideOf } from './overlooked-lines.ts';
import type { PixelBox, PreparedPage } from './prepare-picture.ts';
import { encodePart, encodePng, preparePicture, WORKING_DPI } from './prepare-picture.ts';
import { takePrintedRules } from './printed-rules.ts';
import type { Recogniser } from './recogniser.ts';

const POINTS = 72 / WORKING_DPI;
/** Kept clear of a cell's rules, in pixels. */
const INSET = 2;
/** Fewer dark pixels are dirt. */
const LEAST_INK = 12;
const LONGEST_NUMBER = 4;
const SURE_NUMBER = /^([2-9]|\d\d|I?V|VI{1,3}|IX|XI{0,3})[.)]?$/;
/** Wider ink is a word that the page's own reading would have found. */
const WIDEST_NUMBER = 80;

/** What stands on a pictured page: its words with their places, and the lines printed on it. */
export async function recognisePage(
  picture: Uint8Array,
  dpi: number | null,
  number: number,
  recogniser: Recogniser,
): Promise<PageContent> {
  const { bitmap, threshold } = await preparePicture(picture, dpi);
  const { rules, without } = takePrintedRules(bitmap, threshold, WORKING_DPI);
  const words = evenSizes(await recogniser.recognisePage(await encodePng(without), WORKING_DPI));
  const cells = findRuledTables(rules).flatMap((table) => table.cells);
  const firstCells = cells.filter(({ row, column }) => row > 0 && column === 0);
  const doubtful = firstCells.filter((cell) => isDoubtful(words.filter((word) => isInside(word, cell))));
  const numbers = await recogniseNumbers(doubtful, { bitmap: without, threshold }, recogniser);
  const replaced = new Set(numbers.flatMap(({ cell }) => words.filter((word) => isInside(word, cell))));
  const read = [...words, ...numbers.map(({ piece }) => piece)];
  const overlooked = await recogniseOverlooked(cells, read, { bitmap: without, threshold }, recogniser);
  return {
    number,
    width: bitmap.width * POINTS,
    height: bitmap.height * POINTS,
    pieces: [...words.filter((word) => !replaced.has(word)), ...numbers.map(({ piece }) => piece), ...overlooked],
    rules,
  };
}

/** Recognition measures each line by the letters it happens to have: sizes near the usual one are that one. */
function evenSizes(words: readonly TextPiece[]): TextPiece[] {
  const usual = usualSize(words);
  return words.map((word) => (word.size > usual * 0.6 && word.size < usual * 1.5 ? { ...word, size: usual } : word));
}

function usualSize(words: readonly TextPiece[]): number {
  const sizes = words.map(({ size }) => size).sort((a, b) => a - b);
  return sizes[Math.floor(sizes.length / 2)] ?? 0;
}

/** A number that the page's own reading overlooked, or one of the strokes that it mixes up: 1, I, II, III. */
function isDoubtful(words: readonly TextPiece[]): boolean {
  const text = words.map((word) => word.text).join('');
  return text.length <= LONGEST_NUMBER && !SURE_NUMBER.test(text);
}

function isInside({ left, right, baseline, size }: TextPiece, cell: RuledCell): boolean {
  const [x, y] = [(left + right) / 2, baseline - size * 0.3];
  return x > cell.left && x < cell.right && y > cell.top && y < cell.bottom;
}

/** Numbers of rows, standing alone in their cells, are often overlooked on the page: they are read one by one. */
async function recogniseNumbers(
  cells: readonly RuledCell[],
  { bitmap, threshold }: PreparedPage,
  recogniser: Recogniser,
): Promise<{ cell: RuledCell; piece: TextPiece }[]> {
  const found: { cell: RuledCell; piece: TextPiece }[] = [];
  for (const cell of cells) {
    const ink = inkIn(cell, bitmap, threshold);
    const text = ink ? await recogniser.recogniseNumber(await encodePart(bitmap, ink)) : '';
    if (ink && text !== '') found.push({ cell, piece: makePiece(text, ink) });
  }
  return found;
}

/** More lines without a word are a pattern or dirt, not letters left alone. */
const MOST_OVERLOOKED = 40;

async function recogniseOverlooked(
  cells: readonly RuledCell[],
  words: readonly TextPiece[],
  page: PreparedPage,
  recogniser: Recogniser,
): Promise<TextPiece[]> {
  const size = usualSize(words);
  const lines = cells.flatMap((cell) => findOverlookedLines(cell, words, { ...page, points: POINTS }));
  const found: TextPiece[] = [];
  for (const line of lines.filter(({ height }) => height * POINTS < size * 1.5).slice(0, MOST_OVERLOOKED)) {
    const text = await recogniser.recogniseLine(await encodePart(page.bitmap, line));
    if (text !== '') found.push({ ...makePiece(text, line), size });
  }
  return found;
}

function makePiece(text: string, { left, top, width, height }: PixelBox): TextPiece {
  const [size, baseline] = [height * POINTS * 1.4, (top + height) * POINTS];
  const reach = { left: left * POINTS, right: (left + width) * POINTS };
  return { text, ...reach, baseline, size, isBold: false, isItalic: false, confidence: NUMBER_CONFIDENCE };
}

/** What is read without its line around it is a guess to be looked at. */
const NUMBER_CONFIDENCE = 0.7;

/** The box around the ink of a cell, or null for a blank cell and for ink too wide for a number. */
function inkIn(cell: RuledCell, { data, width, height }: Bitmap, threshold: number): PixelBox | null {
  const inside = insideOf(cell, POINTS, INSET);
  const [left, top] = [inside.left, inside.top];
  const [right, bottom] = [left + inside.width - 1, top + inside.height - 1];
  let [ink, firstX, lastX, firstY, lastY] = [0, right, left, bottom, top];
  for (let y = Math.max(0, top); y <= Math.min(height - 1, bottom); y += 1) {
    for (let x = Math.max(0, left); x <= Math.min(width - 1, right); x += 1) {
      if ((data[y * width + x] ?? 255) > threshold) continue;
      ink += 1;
      [firstX, lastX] = [Math.min(firstX, x), Math.max(lastX, x)];
      [firstY, lastY] = [Math.min(firstY, y), Math.max(lastY, y)];
    }
  }
  if (ink < LEAST_INK || lastX - firstX > WIDEST_NUMBER) return null;
  return { left: firstX, top: firstY, width: lastX - firstX + 1, height: lastY - firstY + 1 };
}
