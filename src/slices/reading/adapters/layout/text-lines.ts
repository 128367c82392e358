import type { Rectangle, TextPiece } from './page-content.ts';

/** Pieces on one baseline without a wide gap between them. */
export type TextLine = {
  readonly pieces: readonly TextPiece[];
  readonly left: number;
  readonly right: number;
  readonly baseline: number;
  /** The size most of its letters have. */
  readonly size: number;
};

/** How far baselines may differ within a line, as a share of the letter size: marks are raised by about a third. */
const SAME_LINE = 0.45;
/** Pieces come by their baselines: only the last few rows can be theirs. */
const ROWS_NEAR = 8;
/** A gap wider than this many letter sizes parts columns; justified lines stretch their blanks to about one. */
const COLUMN_GAP = 2.2;
/** Where lines below part into columns, a gap of this many letter sizes in the line above does, too. */
const WIDE_BLANK = 1;
/** A gap wider than this many letter sizes is a blank that the file does not spell out. */
const BLANK_GAP = 0.15;

/** Lines from top to bottom, and from left to right where several stand side by side. */
export function makeLines(pieces: readonly TextPiece[]): TextLine[] {
  const rows: TextPiece[][] = [];
  for (const piece of [...pieces].sort((a, b) => a.baseline - b.baseline || a.left - b.left)) {
    const row = rows.slice(-ROWS_NEAR).findLast((candidate) => isOnRow(candidate, piece));
    if (row) row.push(piece);
    else rows.push([piece]);
  }
  return rows.flatMap(splitAtGaps).sort((a, b) => a.baseline - b.baseline || a.left - b.left);
}

function isOnRow(row: readonly TextPiece[], piece: TextPiece): boolean {
  const anchor = row.reduce((best, candidate) => (candidate.size > best.size ? candidate : best));
  return Math.abs(piece.baseline - anchor.baseline) <= SAME_LINE * Math.max(anchor.size, piece.size);
}

function splitAtGaps(row: readonly TextPiece[]): TextLine[] {
  return splitWider(row, COLUMN_GAP);
}

/** The parts of a line that stand further apart than blanks of justified text usually are. */
export function splitAtWideBlanks(line: TextLine): TextLine[] {
  return splitWider(line.pieces, WIDE_BLANK);
}

/** Parts between gaps wider than so many letter sizes. */
function splitWider(row: readonly TextPiece[], widest: number): TextLine[] {
  const groups: TextPiece[][] = [];
  for (const piece of [...row].sort((a, b) => a.left - b.left)) {
    const group = groups.at(-1);
    const last = group?.at(-1);
    const isNear = last && piece.left - last.right <= widest * Math.max(piece.size, last.size);
    if (group && last && (isNear || isLeftBlank(last.text, piece.text))) group.push(piece);
    else groups.push([piece]);
  }
  return groups.map(makeLine);
}

/** "ngày      tháng 4 năm 2023", "Số:      /KH-STP": room for what is written in by hand parts no columns. */
function isLeftBlank(before: string, after: string): boolean {
  const rest = after.trimStart();
  return /(?<!\p{L})(?:ngày|tháng|năm)[\s.…]*$/iu.test(before)
    ? /^(?:tháng|năm|\d{1,4}(?!\d))/iu.test(rest)
    : /(?<!\p{L})số\s*:?[\s.…]*$/iu.test(before) && /^(?:\d{0,6}\s*\/\s*\p{Lu})/u.test(rest);
}

export function makeLine(pieces: readonly TextPiece[]): TextLine {
  const main = pieces.reduce((best, piece) => (weightOf(piece) > weightOf(best) ? piece : best));
  return {
    pieces,
    left: Math.min(...pieces.map(({ left }) => left)),
    right: Math.max(...pieces.map(({ right }) => right)),
    baseline: main.baseline,
    size: main.size,
  };
}

function weightOf(piece: TextPiece): number {
  return piece.text.trim().length * piece.size;
}

/** The line's text with the blanks that gaps stand for; `replace` may put something else for a piece. */
export function lineText(line: TextLine, replace: (piece: TextPiece) => string = ({ text }) => text): string {
  let text = '';
  let last: TextPiece | undefined;
  for (const piece of line.pieces) {
    const isApart = last !== undefined && piece.left - last.right > BLANK_GAP * Math.max(piece.size, last.size);
    text += isApart && !/\s$/.test(text) && !/^\s/.test(piece.text) ? ` ${replace(piece)}` : replace(piece);
    last = piece;
  }
  return text;
}

/** Widths of letters in a usual serif font, in half letter sizes: enough to tell which blank is meant. */
export function letterWidth(text: string): number {
  return [...text].reduce(
    (sum, letter) => sum + (/[\silt.,;:'|()\-/fjr]/.test(letter) ? 0.6 : /[mwMW%\p{Lu}]/u.test(letter) ? 1.5 : 1),
    0,
  );
}

/** Width of the line's first word, taken as its share of the letters of its piece. */
export function firstWordWidth(line: TextLine): number {
  const [first, second] = line.pieces;
  if (!first) return 0;
  const word = /^\s*\S+/.exec(first.text)?.[0] ?? first.text;
  const isWhole = word.length === first.text.length;
  const width = ((first.right - first.left) * letterWidth(word)) / Math.max(letterWidth(first.text), 1);
  const continues =
    isWhole && second && second.left - first.right <= BLANK_GAP * first.size && !/^\s/.test(second.text);
  return continues ? width + (second.right - second.left) / Math.max(second.text.split(/\s/).length, 1) : width;
}

export function lineRectangle(line: TextLine): Rectangle {
  return {
    left: line.left,
    right: line.right,
    top: line.baseline - line.size * 0.85,
    bottom: line.baseline + line.size * 0.25,
  };
}

/** The share of the line's letters for which the claim holds. */
export function shareOf(line: TextLine, claim: (piece: TextPiece) => boolean): number {
  const letters = (pieces: readonly TextPiece[]): number =>
    pieces.reduce((sum, { text }) => sum + text.trim().length, 0);
  const all = letters(line.pieces);
  return all === 0 ? 0 : letters(line.pieces.filter(claim)) / all;
}
