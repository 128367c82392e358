import { blanksBefore, type SetLine } from './set-line.ts';

/** Where the columns of some lines start: characters from the left, rising; the first column starts at 0. */
export type Starts = readonly number[];

/** Lines [from, to) whose columns stand at the same characters. */
export type Stretch = { readonly from: number; readonly to: number; readonly starts: Starts };

/** For each character: what speaks for a column starting there, less what speaks against it. */
type Gains = Float64Array;

const WIDEST = 320;
const LEAST_WIDTH = 2;
const GAIN = {
  /** A word after two blanks or at the line's beginning. */
  start: 1,
  /** A word after a single blank: as likely inside a cell. */
  word: -0.2,
  /** A word runs through; where two cells nearly touch, they are set as one run of words, anywhere. */
  crossing: -0.5,
} as const;
const LEAST_TIGHT = 3;
const LEAST_BESIDE = 2;
/** Items are indented by less. */
const LEAST_INDENT = 4;
/** Other starts from here on must be worth more than this. */
const COST_OF_STRETCH = 5;
const COST_OF_SHIFT = 0.15;
const MOST_SHIFT_COUNTED = 20;
const LINES_COMPARED = 6;
/** A stretch goes over fewer places where another could begin: what one page holds. */
const MOST_BREAKS = 40;

/**
 * The column starts of a table's first lines: one in each gap between titles, where the lines below speak for it most,
 * and others inside a title's width where titles stand close.
 *
 * @param titles where the titles stand, from left to right
 */
export function findStarts(lines: readonly SetLine[], titles: readonly Span[], isTable: boolean): Starts {
  const gains = new Float64Array(WIDEST);
  for (const line of lines) addGains(gains, line);
  const between = titles.slice(1).map((title, index) => bestIn(gains, (titles[index]?.to ?? 0) + 1, title.from));
  const inside = !isTable
    ? []
    : titles.flatMap((title, index) => tightStarts(lines.slice(1), title, titles[index - 1]?.to ?? 0));
  return [0, ...[...between, ...inside].sort((a, b) => a - b)];
}

/** Characters [from, to). */
export type Span = { readonly from: number; readonly to: number };

/** The most telling start in [from, to]; the last of several. */
function bestIn(gains: Gains, from: number, to: number): number {
  let best = to;
  for (let at = to - 1; at >= from; at -= 1) if ((gains[at] ?? 0) > (gains[best] ?? 0)) best = at;
  return best;
}

/** Starts inside a title's width that lines speak for, and none against: titles that nearly touch are set as one. */
function tightStarts(lines: readonly SetLine[], { from, to }: Span, left: number): number[] {
  const found: { at: number; count: number }[] = [];
  for (let at = from + LEAST_INDENT; at < to; at += 1) {
    const count = lines.filter((line) => startsAt(line, at)).length;
    const crossing = lines.filter((line) => line.words.some((word) => word.from < at && word.to > at)).length;
    const beside = lines.filter(
      (line) =>
        startsAt(line, at) && line.runs.some((run) => run.from > Math.max(left, from - LEAST_INDENT) && run.to < at),
    );
    if (count < LEAST_TIGHT || crossing * 3 > count || beside.length < LEAST_BESIDE) continue;
    const last = found.at(-1);
    if (!last || at - last.at > LEAST_WIDTH) found.push({ at, count });
    else if (last.count < count) found.splice(-1, 1, { at, count });
  }
  return found.map(({ at }) => at);
}

function startsAt(line: SetLine, at: number): boolean {
  return line.words.some((word, index) => word.from === at && blanksBefore(line.words, index) >= 2);
}

function addGains(gains: Gains, line: SetLine): void {
  for (const [index, word] of line.words.entries()) {
    if (word.from >= WIDEST) return;
    const gain = blanksBefore(line.words, index) >= 2 ? GAIN.start : GAIN.word;
    gains[word.from] = (gains[word.from] ?? 0) + gain;
    for (let at = word.from + 1; at < Math.min(word.to, WIDEST); at += 1) {
      gains[at] = (gains[at] ?? 0) + GAIN.crossing;
    }
  }
}

/**
 * Lines in stretches with column starts of their own: a program that sets text in characters gives each part of a page
 * other positions. As many columns everywhere; the cheapest parting of all lines wins.
 *
 * @param first the starts of the lines before, from which a stretch departs only for a reason
 * @param isNumbered the first column holds the numbers of rows, which begin where the lines do
 */
export function findStretches(lines: readonly SetLine[], first: Starts, isNumbered: boolean): Stretch[] {
  const width = Math.min(WIDEST, Math.max(1, ...lines.map((line) => line.indent + line.text.length)));
  const breaks = [0, ...lines.flatMap((_, index) => (mayBreak(lines, index) ? [index] : [])), lines.length];
  const best: Fitted[] = breaks.map(() => ({ value: Number.NEGATIVE_INFINITY, from: 0, starts: first }));
  best[0] = { value: 0, from: 0, starts: first };
  const size = (first.length + 1) * width;
  const left = isNumbered ? lines.reduce((least, line) => Math.min(least, line.indent), WIDEST) : 0;
  const room: Room = { values: new Float64Array(size), origins: new Int16Array(size), left };
  for (let begin = 0; begin < breaks.length - 1; begin += 1) {
    const gains = new Float64Array(width);
    const base = best[begin];
    if (!base) continue;
    for (let end = begin + 1; end < Math.min(breaks.length, begin + MOST_BREAKS); end += 1) {
      for (const line of lines.slice(breaks[end - 1], breaks[end])) addGains(gains, line);
      const fitted = fitStarts(gains, base.starts, room);
      const value = base.value + fitted.value - (begin === 0 ? 0 : COST_OF_STRETCH);
      if (value > (best[end]?.value ?? 0)) best[end] = { value, from: begin, starts: fitted.starts };
    }
  }
  return walkBack(best, breaks);
}

/** Written anew for every fit: values and origins by column and character; `left`: where the first column begins. */
type Room = { readonly values: Float64Array; readonly origins: Int16Array; readonly left: number };

type Fitted = { readonly value: number; readonly from: number; readonly starts: Starts };

function walkBack(best: readonly Fitted[], breaks: readonly number[]): Stretch[] {
  const stretches: Stretch[] = [];
  for (let end = best.length - 1; end > 0; ) {
    const one = best[end];
    if (!one) break;
    stretches.unshift({ from: breaks[one.from] ?? 0, to: breaks[end] ?? 0, starts: one.starts });
    end = one.from;
  }
  return stretches;
}

/** A line one of whose runs begins where none of the lines before did. */
function mayBreak(lines: readonly SetLine[], index: number): boolean {
  const runs = lines[index]?.runs ?? [];
  if (index === 0 || runs.length < 2) return false;
  const before = lines.slice(Math.max(0, index - LINES_COMPARED), index).flatMap((line) => line.runs);
  return runs.some(({ from }) => !before.some((run) => Math.abs(run.from - from) <= 1));
}

/** The most telling starts, as many as there were before. */
function fitStarts(gains: Gains, before: Starts, { values, origins, left }: Room): { value: number; starts: Starts } {
  const count = before.length - 1;
  const width = gains.length;
  if (count === 0) return { value: 0, starts: [0] };
  for (let column = 1; column <= count; column += 1) {
    const [above, own] = [(column - 1) * width, column * width];
    let reach = column === 1 ? 0 : Number.NEGATIVE_INFINITY;
    let reachAt = 0;
    for (let at = 0; at < width; at += 1) {
      const open = at < LEAST_WIDTH ? Number.NEGATIVE_INFINITY : (values[above + at - LEAST_WIDTH] ?? 0);
      if (column > 1 && open > reach) [reach, reachAt] = [open, at - LEAST_WIDTH];
      const shift = Math.min(MOST_SHIFT_COUNTED, Math.abs(at - (before[column] ?? 0)));
      const value =
        at < left + LEAST_WIDTH ? Number.NEGATIVE_INFINITY : reach + (gains[at] ?? 0) - COST_OF_SHIFT * shift;
      values[own + at] = value;
      origins[own + at] = reachAt;
    }
  }
  let last = 0;
  for (let at = 1; at < width; at += 1) {
    if ((values[count * width + at] ?? 0) > (values[count * width + last] ?? 0)) last = at;
  }
  const value = values[count * width + last] ?? Number.NEGATIVE_INFINITY;
  if (value === Number.NEGATIVE_INFINITY) return { value: IMPOSSIBLE, starts: before };
  const starts: number[] = [];
  for (let column = count; column >= 1; column -= 1) {
    starts.unshift(last);
    last = origins[column * width + last] ?? 0;
  }
  return { value, starts: [0, ...starts] };
}

/** Fewer characters than columns: no start can be given, the ones before stay. */
const IMPOSSIBLE = -1e6;
