import type { TextLine } from './text-lines.ts';
import { firstWordWidth, lineText, shareOf } from './text-lines.ts';

/** Between what the lines of a column run. */
export type Frame = { readonly left: number; readonly right: number };

/** What starts a paragraph of its own wherever a line begins with it: a dash before a capital. */
const STARTS_ITEM = /^\s*[-–—+*•▪●○➢✓]\s*\p{Lu}/u;
/** What may also stand at a line's beginning by chance: "… Điều | 2. …", "từ 85% | - 100%". */
const MAY_START_ITEM = /^\s*([-–—+*•▪●○➢✓]|[a-zđ]\)|\d{1,2}([.)]|(\.\d{1,2}){1,3}\.?)|\(\d{1,2}\)|[IVX]{1,5}[.)])\s/u;
const ENDS_SENTENCE = /[.;:!?…]["”’)]*\s*$/u;

/** As many capitals as a heading has at least; fewer are an abbreviation. */
const LEAST_CAPITALS = 8;

/** Widths within which two places count as the same, in letter sizes. */
const NEAR = 0.6;
/** Room that must be left beyond the next word, in letter sizes: a blank and what measuring may err. */
const ROOM = 0.55;
const ROOM_WHEN_RECOGNISED = 1.8;
/** A step larger than this many usual steps between baselines parts paragraphs. */
const WIDE_STEP = 1.35;

/**
 * Groups the lines of one column into the paragraphs that were broken into them. A line was broken by the margin only if
 * the next line's first word found no room on it; everything else the author did.
 */
export function groupIntoParagraphs(lines: readonly TextLine[], frame: Frame): TextLine[][] {
  const step = usualStep(lines);
  const paragraphs: TextLine[][] = [];
  for (const line of lines) {
    const paragraph = paragraphs.at(-1);
    const last = paragraph?.at(-1);
    if (paragraph && last && !startsParagraph(last, line, frame, step)) paragraph.push(line);
    else paragraphs.push([line]);
  }
  return paragraphs;
}

/** The median distance between baselines; Infinity for a single line. */
function usualStep(lines: readonly TextLine[]): number {
  const steps = lines
    .slice(1)
    .map((line, index) => line.baseline - (lines[index]?.baseline ?? 0))
    .filter((step) => step > 0)
    .sort((a, b) => a - b);
  return steps[Math.floor(steps.length / 2)] ?? Number.POSITIVE_INFINITY;
}

function startsParagraph(last: TextLine, line: TextLine, frame: Frame, step: number): boolean {
  const distance = line.baseline - last.baseline;
  if (distance > WIDE_STEP * Math.min(step, last.size * 2) + 1) return true;
  if (Math.abs(line.size - last.size) > last.size * 0.15) return true;
  return goesOnBadly(last, line, frame);
}

/** Whether the next line, wherever it stands, cannot be the rest of this one. */
export function goesOnBadly(last: TextLine, line: TextLine, frame: Frame): boolean {
  const text = lineText(line);
  if (!isBrokenByMargin(last, line, frame) && !startsInSentence(lineText(last), text)) return true;
  if (changesCapitals(lineText(last), text)) return true;
  if (isBoldLine(last) !== isBoldLine(line) && !/^\s*\p{Ll}/u.test(text)) return true;
  const isIndented = line.left > last.left + line.size * NEAR && !isCentredIn(line, frame);
  if (isIndented && line.left > frame.left + line.size * NEAR) return true;
  if (STARTS_ITEM.test(text)) return true;
  return MAY_START_ITEM.test(text) && (ENDS_SENTENCE.test(lineText(last)) || line.left > frame.left + line.size * NEAR);
}

/** Nobody starts a paragraph with a small letter after a line that ends in the middle of a sentence. */
function startsInSentence(last: string, text: string): boolean {
  return /^\s*\p{Ll}(?!\))/u.test(text) && !ENDS_SENTENCE.test(last);
}

/** A heading ends, or one begins after a full sentence; a line of abbreviations inside a sentence is neither. */
function changesCapitals(last: string, text: string): boolean {
  if (isHeading(last)) return /^[^\p{L}]*\p{Lu}/u.test(text) && /\p{Ll}/u.test(text);
  return isHeading(text) && /\p{Ll}/u.test(last) && ENDS_SENTENCE.test(last);
}

function isHeading(text: string): boolean {
  return (text.match(/\p{Lu}/gu)?.length ?? 0) >= LEAST_CAPITALS && !/\p{Ll}/u.test(text);
}

function isBoldLine(line: TextLine): boolean {
  return shareOf(line, ({ isBold }) => isBold) > 0.5;
}

function isBrokenByMargin(last: TextLine, line: TextLine, frame: Frame): boolean {
  const isCentred = isCentredIn(last, frame) && isCentredIn(line, frame);
  const room = isCentred ? frame.right - frame.left - (last.right - last.left) : frame.right - last.right;
  const isRecognised = last.pieces.some(({ confidence }) => confidence !== undefined);
  return room < firstWordWidth(line) + line.size * (isRecognised ? ROOM_WHEN_RECOGNISED : ROOM);
}

/** In the middle of the frame and clear of both its sides. */
export function isCentredIn(line: TextLine, frame: Frame): boolean {
  const [before, after] = [line.left - frame.left, frame.right - line.right];
  return before > line.size * 2 && Math.abs(before - after) < line.size * 1.5;
}
