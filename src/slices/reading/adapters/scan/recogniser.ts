import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { createWorker, OEM, PSM } from 'tesseract.js';
import type { TextPiece } from '../layout/page-content.ts';
import { mendPairs, mendWord } from './mend-words.ts';

/** Reads the letters of one page after another; `close` ends its thread. */
export type Recogniser = {
  /** Looks for words all over the picture. */
  readonly recognisePage: (png: Buffer, dpi: number) => Promise<TextPiece[]>;
  /** Reads a picture that holds the number of a row and nothing else; blank where it is none. */
  readonly recogniseNumber: (png: Buffer) => Promise<string>;
  /** Reads a picture that holds one line of text, be it a single letter; blank where it is none. */
  readonly recogniseLine: (png: Buffer) => Promise<string>;
  readonly close: () => Promise<void>;
};

const model = join(
  dirname(createRequire(import.meta.url).resolve('@tesseract.js-data/vie/package.json')),
  '4.0.0_best_int',
);
/** Rows are numbered with these. */
const NUMBER_SIGNS = '0123456789IVX.';
const POINTS_PER_INCH = 72;
const PERCENT = 100;
/** Signs without letters or digits that are less sure than this are dirt. */
const LEAST_CONFIDENCE = 0.5;

/**
 * Starts recognition with the model of the package: nothing is fetched, nothing is written. Text is looked for wherever
 * it stands: what belongs together is decided by our own layout, which knows the table's rules.
 */
export async function startRecogniser(): Promise<Recogniser> {
  const worker = await createWorker('vie', OEM.LSTM_ONLY, { langPath: model, gzip: true, cacheMethod: 'none' });
  return {
    recognisePage: async (png, dpi) => {
      await worker.setParameters({ tessedit_pageseg_mode: PSM.SPARSE_TEXT, tessedit_char_whitelist: '' });
      const { data } = await worker.recognize(png, {}, { text: false, blocks: true });
      const lines = (data.blocks ?? []).flatMap((block) => block.paragraphs).flatMap((paragraph) => paragraph.lines);
      return lines.flatMap((line) => makePieces(line, POINTS_PER_INCH / dpi));
    },
    recogniseNumber: async (png) => {
      await worker.setParameters({ tessedit_pageseg_mode: PSM.SINGLE_LINE, tessedit_char_whitelist: NUMBER_SIGNS });
      const { data } = await worker.recognize(png, {}, { text: true });
      return data.text.replace(/[\s.]+$/, '').trim();
    },
    recogniseLine: async (png) => {
      await worker.setParameters({ tessedit_pageseg_mode: PSM.SINGLE_LINE, tessedit_char_whitelist: '' });
      const { data } = await worker.recognize(png, {}, { text: true });
      const text = data.text.trim();
      return /[\p{L}\d]/u.test(text) ? mendPairs(text.split(/\s+/).map(mendWord)).join(' ') : '';
    },
    close: async () => {
      await worker.terminate();
    },
  };
}

type Box = { readonly x0: number; readonly y0: number; readonly x1: number; readonly y1: number };
type RecognisedWord = { readonly text: string; readonly confidence: number; readonly bbox: Box };
type RecognisedLine = {
  readonly baseline: Box;
  readonly rowAttributes?: { readonly rowHeight: number } | undefined;
  readonly bbox: Box;
};

function makePieces(line: RecognisedLine & { readonly words: readonly RecognisedWord[] }, points: number): TextPiece[] {
  const pieces = line.words.flatMap((word) => makePiece(word, line, points));
  const texts = mendPairs(pieces.map(({ text }) => text));
  return pieces.map((piece, index) => ({ ...piece, text: texts[index] ?? piece.text }));
}

function makePiece(word: RecognisedWord, line: RecognisedLine, points: number): TextPiece[] {
  const confidence = word.confidence / PERCENT;
  const isDirt = !/[\p{L}\d]/u.test(word.text) && confidence < LEAST_CONFIDENCE;
  if (word.text.trim() === '' || isDirt) return [];
  const { x0, y0, x1, y1 } = line.baseline;
  const middle = (word.bbox.x0 + word.bbox.x1) / 2;
  const baseline = x1 > x0 ? y0 + ((y1 - y0) * (middle - x0)) / (x1 - x0) : y0;
  const height = line.rowAttributes?.rowHeight ?? line.bbox.y1 - line.bbox.y0;
  return [
    {
      text: mendWord(word.text),
      left: word.bbox.x0 * points,
      right: word.bbox.x1 * points,
      baseline: baseline * points,
      size: height * points,
      isBold: false,
      isItalic: false,
      confidence,
    },
  ];
}
