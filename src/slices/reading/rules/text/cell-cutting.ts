import type { ColumnRole } from '../column-roles.ts';
import { looksLikeDeadline } from '../deadline-words.ts';
import { startsWithUnit } from '../units-in-prose.ts';
import { startsLower } from '../wording.ts';
import { isNumberAlone, NUMBER_ROLES } from './cell-costs.ts';
import type { Starts } from './character-columns.ts';
import type { SetLine, SetWords } from './set-line.ts';

/** How wide the words of each column get, in thousandths of a letter's size; 0 where no line tells. */
export type Widths = readonly number[];

export type Roles = readonly (ColumnRole | null)[];

/** What is known of the columns where a line stands; `above`: the cells of the line before. */
export type Columns = {
  readonly starts: Starts;
  readonly widths: Widths;
  readonly roles: Roles;
  readonly above: readonly string[];
};

/** A run may begin so many characters before its column: centred words do. */
const MOST_EARLY = 3;

type Place = { readonly column: number; readonly words: SetWords; readonly isCrossing: boolean };

/** The runs of a line with the column each begins in. */
function placeRuns(line: SetLine, starts: Starts): Place[] {
  const places: Place[] = [];
  for (const [index, words] of line.runs.entries()) {
    let column = columnAt(words.from, starts);
    const next = starts[column + 1];
    const isTaken = places.some((place) => place.column === column);
    const isNextFree = columnAt(line.runs[index + 1]?.from ?? Number.POSITIVE_INFINITY, starts) > column + 1;
    const isEarly = next !== undefined && words.to > next && (isTaken || next - words.from <= MOST_EARLY);
    if (isEarly || (next !== undefined && isTaken && isNextFree)) column += 1;
    const end = starts[column + 1];
    places.push({ column, words, isCrossing: end !== undefined && words.to > end + 1 });
  }
  return places;
}

function columnAt(at: number, starts: Starts): number {
  return Math.max(
    0,
    starts.findLastIndex((start) => start <= at),
  );
}

/** Widths of the columns over many lines, from the runs that stand in one column only. */
export function widthsOf(parts: readonly { readonly lines: readonly SetLine[]; readonly starts: Starts }[]): Widths {
  const widths: number[] = [];
  for (const { lines, starts } of parts) {
    for (const place of lines.flatMap((line) => placeRuns(line, starts))) {
      if (place.isCrossing) continue;
      widths[place.column] = Math.max(widths[place.column] ?? 0, widthOf(place.words.text));
    }
  }
  return Array.from(widths, (width) => width ?? 0);
}

/**
 * The words of a line by the columns they stand in. Where two cells nearly touch, a program sets both as one run of words
 * with a single blank between: it is cut where the left cell is as wide as its column.
 */
export function cutIntoCells(line: SetLine, columns: Columns): string[] {
  const { starts } = columns;
  const cells = starts.map(() => '');
  for (const { column, words } of placeRuns(line, starts)) {
    let rest = words.text;
    let at = column;
    let from = words.from;
    while (rest !== '') {
      const end = starts[at + 1];
      const cut = end !== undefined && words.to > end + 1 ? bestCut(rest, { from, end, at }, columns) : rest.length;
      cells[at] = [cells[at] ?? '', rest.slice(0, cut).trim()].filter((text) => text !== '').join(' ');
      from += cut + 1;
      rest = rest.slice(cut).trim();
      if (at < starts.length - 1) at += 1;
    }
  }
  return cells;
}

type Crossing = { readonly from: number; readonly end: number; readonly at: number };

/** Characters of the run that belong to its first column. */
function bestCut(text: string, { from, end, at }: Crossing, { starts, widths, roles, above }: Columns): number {
  const width = Math.max(widths[at] ?? 0, (end - (starts[at] ?? 0) - 1.5) * MEAN);
  let best = { at: text.length, cost: Number.POSITIVE_INFINITY };
  for (const { index } of text.matchAll(/ /g)) {
    const next = text.slice(index + 1);
    const byPlace = Math.abs(from + index + 1 - end) * LETTER * BY_PLACE;
    const byWidth = Math.abs(widthOf(text.slice(0, index)) - width);
    const isTimeCut = roles[at + 1] === 'deadline' && ENDS_IN_TIME.test(text.slice(0, index));
    const byWords = (costOfWords(next, roles[at + 1] ?? null, above[at + 1] ?? '') + (isTimeCut ? 4 : 0)) * LETTER;
    const cost = byWidth + byPlace + byWords;
    if (cost < best.cost) best = { at: index, cost };
  }
  return best.at;
}

const BY_PLACE = 0.25;
const ENDS_IN_TIME = /(?:^|\s)(?:quý|tháng|ngày|trước|hằng|hàng)$/iu;

/** In letters: what speaks for a cell's line beginning with these words, or against it. */
function costOfWords(text: string, role: ColumnRole | null, above: string): number {
  if (startsLower(text)) return above === '' ? 3 : 0;
  if (/^[-+•] \p{Lu}/u.test(text)) return above === '' ? -5 : -3;
  if (role === 'deadline') return looksLikeDeadline(text) ? -3 : 0;
  if (NUMBER_ROLES.has(role)) return isNumberAlone(text) ? -3 : 3;
  if (role === 'lead' || role === 'coordinator' || role === 'responsible') return startsWithUnit(text) ? -2 : -1;
  return /^\p{Lu}|^[-+•] /u.test(text) ? -1 : 0;
}

const LETTER = 500;
/** The mean over running text, blanks and capitals among it. */
const MEAN = 440;
/** Widths of a serif face as documents use it, in thousandths of its size; letters with signs are as wide as without. */
const LETTERS: readonly (readonly [number, RegExp])[] = [
  [278, /[ijlt/]/],
  [250, /[ .,]/],
  [333, /[rfsI()\-:;“”"!]/],
  [444, /[acez]/],
  [778, /[mM]/],
  [889, /[W%—]/],
  [722, /[wABCDGHKNOQRUVXYĐ]/],
  [611, /[EFLPTZS]/],
];

function widthOf(text: string): number {
  const plain = text.normalize('NFD').replace(/\p{M}/gu, '');
  let width = 0;
  for (const letter of plain) width += LETTERS.find(([, pattern]) => pattern.test(letter))?.[0] ?? LETTER;
  return width;
}
