import { namesArea } from '../area-words.ts';
import { roleOfHeader } from '../column-roles.ts';
import { isCapitals, startsLower } from '../wording.ts';
import { type Columns, cutIntoCells, type Roles, widthsOf } from './cell-cutting.ts';
import { joinCellLines } from './cell-text.ts';
import { findStarts, findStretches, type Span, type Starts } from './character-columns.ts';
import type { FoundTable } from './delimited-table.ts';
import { type SetLine, type SetWords, toSetLine } from './set-line.ts';
import { isRowOrdinal, type PlacedLine, rowsOf } from './spaced-rows.ts';
import type { TextLine } from './text-lines.ts';

const FEWEST_COLUMNS = 3;
const FEWEST_KNOWN = 3;
const MOST_HEAD_LINES = 9;
/** Lines whose columns are looked at to know how many there are. */
const LINES_TO_COUNT_BY = 24;
const MOST_BLANK_LINES = 4;
const MOST_BESIDE = 2;

type Head = { readonly starts: Starts; readonly titles: readonly string[]; readonly lineCount: number };

/**
 * A table whose columns are kept apart by blanks, as a program gives a page that keeps its layout. Where columns stand is
 * found for each part of the table anew; words belong to the column they stand in.
 */
export function findSpacedTable(lines: readonly TextLine[], start: number): FoundTable | null {
  if (!mayBeHead(lines, start)) return null;
  const rough = readHead(lines.slice(start, start + LINES_TO_COUNT_BY).map(toSetLine), false);
  if (!rough) return null;
  const first = partsOfTable(lines, start, rough).parts[0] ?? [];
  const head = readHead(first.slice(0, LINES_TO_COUNT_BY), true) ?? rough;
  const { end, parts } = partsOfTable(lines, start, head);
  const roles = head.titles.map((title, column) =>
    column === 0 && NUMBERS_TITLE.test(title) ? 'ordinal' : roleOfHeader(title),
  );
  const placed = placeParts(parts, head, roles);
  if (placed.length === 0) return null;
  const rows = rowsOf(placed, roles);
  const titles = head.titles.map((title, column) => (roles[column] === 'ordinal' ? 'STT' : title));
  return { rows: [titles, ...rows], next: end };
}

const NUMBERS_TITLE = /^(?:s|t|st|s ?t ?t|tt|số|số tt)\.?$/i;

/** A first look: runs of words side by side, of which this line or one of the next few names columns. */
function mayBeHead(lines: readonly TextLine[], start: number): boolean {
  const first = lines[start]?.text ?? '';
  if (!/\S {2,}\S/.test(first) || first.includes('\t') || /[.;]$/.test(first)) return false;
  let known = 0;
  for (const line of lines.slice(start, start + MOST_HEAD_LINES)) {
    if (line.text === '') break;
    const runs = line.text.split(/ {2,}/);
    known += runs.filter((run) => NUMBERS_TITLE.test(run) || roleOfHeader(run) !== null).length;
    if (known >= 2) return true;
  }
  return false;
}

/** The head by its first lines; once it is known which lines are the table's, also titles that nearly touch are parted. */
function readHead(lines: readonly SetLine[], isTable: boolean): Head | null {
  const endOfFirstPart = lines.findIndex((line, index) => index > 0 && line.page !== lines[0]?.page);
  const own = (endOfFirstPart < 0 ? lines : lines.slice(0, endOfFirstPart)).filter((line) => line.text !== '');
  const spans = titleSpans(own);
  if (spans.length < 2 || (isTable && spans.length < FEWEST_COLUMNS)) return null;
  const counted = own.filter((line, index) => index < 2 || line.runs.length > 1);
  return readTitles(own, findStarts(counted, spans, isTable));
}

/** Where titles stand, over all lines that can belong to the head: what overlaps is one. */
function titleSpans(lines: readonly SetLine[]): Span[] {
  const left = Math.min(...lines.map((line) => line.indent));
  const spans: { from: number; to: number; isRest: boolean }[] = [];
  for (const [index, line] of lines.slice(0, MOST_HEAD_LINES).entries()) {
    const first = line.words[0];
    if (index > 0 && first && first.from <= left + 4 && isRowOrdinal(first.text)) break;
    if (index > 0 && !goesOnWithTitles(line)) break;
    for (const run of line.runs.flatMap(splitNumbersTitle)) {
      const touched = spans.filter((span) => span.from <= run.to && span.to >= run.from);
      const from = Math.min(run.from, ...touched.map((span) => span.from));
      const to = Math.max(run.to, ...touched.map((span) => span.to));
      for (const span of touched) spans.splice(spans.indexOf(span), 1);
      const isRest = touched.length === 0 ? startsLower(run.text) : touched.every((span) => span.isRest);
      spans.push({ from, to, isRest });
    }
  }
  return joinRests(spans.sort((a, b) => a.from - b.from));
}

/** What begins with a small letter goes on with the title beside it. */
function joinRests(spans: readonly (Span & { readonly isRest: boolean })[]): Span[] {
  const joined: (Span & { readonly isRest: boolean })[] = [];
  for (const span of spans) {
    const last = joined.at(-1);
    if (last && span.isRest && span.from - last.to <= MOST_BESIDE) joined.splice(-1, 1, { ...last, to: span.to });
    else joined.push(span);
  }
  return joined;
}

/** "STT Nhiệm vụ": the title of the numbers is so narrow that the next one touches it. */
function splitNumbersTitle(run: SetWords): SetWords[] {
  const at = run.text.indexOf(' ');
  if (at < 0 || !NUMBERS_TITLE.test(run.text.slice(0, at))) return [run];
  return [
    { text: run.text.slice(0, at), from: run.from, to: run.from + at },
    { text: run.text.slice(at + 1), from: run.from + at + 1, to: run.to },
  ];
}

/** Half of its runs at least go on with a title, or are one. */
function goesOnWithTitles(line: SetLine): boolean {
  const likely = line.runs.filter(
    ({ text }) =>
      startsLower(text) ||
      isShortTitle(text) ||
      NUMBERS_TITLE.test(text) ||
      (roleOfHeader(text) !== null && text.length < 40),
  );
  return likely.length * 2 >= line.runs.length;
}

/** "Quý I", "III", "độ": too short to begin a row. */
function isShortTitle(text: string): boolean {
  return text.length <= 6 && !/\d/.test(text);
}

/** The titles over the columns, and how many lines they take; a column without a title is part of the one before. */
function readTitles(lines: readonly SetLine[], starts: Starts): Head | null {
  const lineCount = countHeadLines(lines, starts);
  const columns = starts.map(() => [] as string[]);
  for (const line of lines.slice(0, lineCount)) {
    for (const [column, text] of cutIntoCells(line, { starts, widths: [], roles: [], above: [] }).entries())
      columns[column]?.push(text);
  }
  const titles = columns.map(joinCellLines);
  const empty = titles.indexOf('');
  if (empty >= 0) return readTitles(lines, starts.toSpliced(Math.max(1, empty), 1));
  const known = titles.filter((title) => NUMBERS_TITLE.test(title) || roleOfHeader(title) !== null).length;
  if (titles.length < FEWEST_COLUMNS || known < FEWEST_KNOWN) return null;
  return { starts, titles, lineCount };
}

/** Up to the first number of a row, or to the line that starts anew under titles that were complete. */
function countHeadLines(lines: readonly SetLine[], starts: Starts): number {
  const titles = starts.map(() => '');
  for (const [index, line] of lines.slice(0, MOST_HEAD_LINES).entries()) {
    const cells = cutIntoCells(line, { starts, widths: [], roles: [], above: [] });
    const isAreaRow = line.runs.length === 1 && (namesArea(line.text) || SECTION.test(line.text));
    if (index > 0 && (isAreaRow || isRowOrdinal(cells[0] ?? '') || startsRow(cells, titles))) return index;
    for (const [column, text] of cells.entries()) titles[column] = joinCellLines([titles[column] ?? '', text]);
  }
  return Math.min(lines.length, MOST_HEAD_LINES);
}

function startsRow(cells: readonly string[], titles: readonly string[]): boolean {
  const filled = cells.flatMap((text, column) => (text === '' ? [] : [{ text, title: titles[column] ?? '' }]));
  const anew = filled.filter(
    ({ text, title }) =>
      title !== '' && /^[\p{Lu}\d+•-]/u.test(text) && roleOfHeader(title) !== null && !/(?:,|và|\/|-)$/u.test(title),
  );
  const isTitles = filled.every(({ text }) => roleOfHeader(text) !== null && text.length < 30);
  return anew.length > 0 && anew.length * 2 > filled.length && !isTitles;
}

type Part = readonly SetLine[];

/** The lines of the table, parted where a page ends and where the head is printed again. */
function partsOfTable(lines: readonly TextLine[], start: number, head: Head): { end: number; parts: Part[] } {
  const parts: SetLine[][] = [[]];
  let end = start;
  let blank = 0;
  for (let index = start; index < lines.length && blank <= MOST_BLANK_LINES; index += 1) {
    const line = lines[index];
    if (!line) break;
    if (line.text === '') {
      blank += 1;
      continue;
    }
    if (isPageNumber(lines, index) || isWideTitleAgain(lines, index, start, head)) continue;
    const set = toSetLine(line);
    const isHead = index === start || isHeadAgain(set, head);
    const last = parts.at(-1)?.at(-1);
    if (
      !isHead &&
      index >= start + head.lineCount &&
      endsTable(lines, index, { line: set, part: parts.at(-1) ?? [] }, head)
    )
      break;
    if (last && (last.page !== set.page || isHead)) parts.push([]);
    parts.at(-1)?.push({ ...set, blankBefore: blank } as SetLine);
    blank = 0;
    end = index + 1;
  }
  return { end, parts };
}

/** What stands over the head is printed again with it on the next page. */
function isWideTitleAgain(lines: readonly TextLine[], index: number, start: number, head: Head): boolean {
  const above = lines[start - 1]?.text ?? '';
  const next = lines[index + 1];
  if (index <= start || above === '' || lines[index]?.text !== above || !next) return false;
  return isHeadAgain(toSetLine(next), head);
}

function isPageNumber(lines: readonly TextLine[], index: number): boolean {
  const line = lines[index];
  if (!line || !/^[-–]?\s?\d{1,3}\s?[-–]?$/.test(line.text)) return false;
  const before = lines.slice(Math.max(0, index - MOST_BLANK_LINES), index).findLast((each) => each.text !== '');
  const after = lines.slice(index + 1, index + MOST_BLANK_LINES).find((each) => each.text !== '');
  return line.page !== (before?.page ?? line.page) || (line.page !== (after?.page ?? line.page) && line.indent > 20);
}

/** The first line of the head once more, however its words are broken: they begin with the first title's, and are all known. */
function isHeadAgain(line: SetLine, { titles }: Head): boolean {
  const known = titles.flatMap((title) => title.toLowerCase().split(' '));
  const own = line.words.map(({ text }) => text.toLowerCase());
  const [first = ''] = own;
  const isFirst = (titles[0] ?? '').toLowerCase().startsWith(first) && first.length > 1;
  const found = own.filter((word) =>
    known.some((title) => title === word || (word.length > 1 && title.startsWith(word))),
  ).length;
  return isFirst && own.length >= 3 && found >= own.length - 1;
}

const BELOW_TABLE =
  /^(?:Nơi nhận|GIÁM ĐỐC|PHÓ GIÁM ĐỐC|CHỦ TỊCH|CHÁNH VĂN PHÒNG|KT\.|TM\.|TL\.|TUQ\.|Ghi chú\s*:|Người lập|(?:PHỤ LỤC|Phụ lục|BIỂU|Biểu|BẢNG|Bảng)(?:\s+số)?\s*(?:\d|[IVX]|:|$))/u;
const SECTION = /^(?:(?:[IVX]{1,5}|[A-H]|\d{1,2}(?:\.\d{1,2})*)[.)]|Phần|Điều)\s/u;

function endsTable(
  lines: readonly TextLine[],
  index: number,
  { line, part }: { readonly line: SetLine; readonly part: Part },
  { starts, titles }: Head,
): boolean {
  if (BELOW_TABLE.test(line.text)) return true;
  const [only, second] = line.runs;
  if (!only || second) return false;
  const isLeft = only.from < Math.max(starts[1] ?? 0, 8) + 8;
  if (!isLeft || namesArea(only.text)) return false;
  const isNumbered = NUMBERS_TITLE.test(titles[0] ?? '');
  const crossed = starts.slice(1).filter((at) => at > only.from && at < only.to);
  if (SECTION.test(only.text) && crossed.length > 0 && !(isNumbered && /^\d/.test(only.text))) return true;
  if (isNumbered && isUnderNumbers(only, starts) && !isCapitals(only.text) && !isSeenAt(part, only.from)) return true;
  if (crossed.length < Math.min(2, starts.length - 2) || startsAt(line.words, crossed) * 2 > crossed.length)
    return false;
  const next = lines.slice(index + 1, index + 3).find((each) => each.text !== '');
  const goesOn = next !== undefined && /\S {2,}\S/.test(next.text);
  return !(isCapitals(only.text) && goesOn);
}

/** Words that begin under the numbers of rows and run on. */
function isUnderNumbers({ text, from, to }: SetWords, starts: Starts): boolean {
  const edge = starts[1] ?? 0;
  return from + 2 < edge && to > edge + 4 && !isRowOrdinal(text.split(' ', 1)[0] ?? '');
}

function isSeenAt(part: Part, from: number): boolean {
  return part.some((line) => line.runs.some((run) => Math.abs(run.from - from) <= 1));
}

/** How many columns start with a word of the line, exactly. */
function startsAt(words: readonly SetWords[], starts: Starts): number {
  return starts.slice(1).filter((at) => words.some(({ from }) => from === at)).length;
}

/** The lines with their words in columns, without repeated heads. */
function placeParts(parts: readonly Part[], head: Head, roles: Roles): PlacedLine[] {
  let before = head.starts;
  const set = parts.map((part) => {
    const stretches = findStretches(part, before, roles[0] === 'ordinal');
    before = stretches.at(-1)?.starts ?? before;
    return stretches.flatMap(({ from, to, starts }) => part.slice(from, to).map((line) => ({ lines: [line], starts })));
  });
  const bodies = set.map((part, index) => part.slice(countRepeatedHead(parts[index] ?? [], head, index === 0)));
  const columns = { widths: widthsOf(bodies.flat()), roles };
  const placed: PlacedLine[] = [];
  for (const [index, body] of bodies.entries()) {
    for (const [at, { lines, starts }] of body.entries()) {
      for (const line of lines) {
        const above = placed.at(-1)?.cells ?? [];
        placed.push({ ...placeLine(line, { ...columns, starts, above }), isPartStart: at === 0 && index > 0 });
      }
    }
  }
  return placed;
}

/** How many lines of a part say what the titles say. */
function countRepeatedHead(lines: readonly SetLine[], head: Head, isFirst: boolean): number {
  if (isFirst) return head.lineCount;
  if (!lines[0] || !isHeadAgain(lines[0], head)) return 0;
  const wanted = head.titles.reduce((sum, title) => sum + lettersOf(title), 0);
  let letters = 0;
  for (const [index, line] of lines.slice(0, MOST_HEAD_LINES * 2).entries()) {
    letters += lettersOf(line.text);
    if (letters >= wanted) return letters === wanted ? index + 1 : Math.min(index, head.lineCount);
  }
  return head.lineCount;
}

function lettersOf(text: string): number {
  return text.replace(/\s+/g, '').length;
}

/** A line in its cells; a heading that runs over the columns stays whole, in the column where it begins. */
function placeLine(line: SetLine, columns: Columns): Omit<PlacedLine, 'isPartStart'> {
  const { starts } = columns;
  const blankBefore = (line as SetLine & { blankBefore?: number }).blankBefore ?? 0;
  const cells = cutIntoCells(line, columns);
  const wide = line.runs.at(-1);
  const crossed = wide ? starts.filter((at) => at > wide.from && at < wide.to) : [];
  const isAreaAlone = wide !== undefined && line.runs.length === 1 && SECTION.test(wide.text) && namesArea(wide.text);
  const isHeading =
    isAreaAlone ||
    (wide !== undefined &&
      line.runs.length <= 2 &&
      crossed.length > 0 &&
      (isCapitals(wide.text) || namesArea(wide.text) || /^(?:[IVX]{1,5}|[A-H])[.)]\s/.test(wide.text)) &&
      startsAt(line.words, crossed) < crossed.length);
  if (!isHeading || !wide) return { cells, blankBefore, isHeading: false };
  const column = starts.filter((at) => at <= wide.from + 1).length - 1;
  const first = line.runs.length === 2 ? (line.runs[0]?.text ?? '') : '';
  return {
    cells: starts.map((_, index) => (index === column ? wide.text : index === 0 ? first : '')),
    blankBefore,
    isHeading: true,
  };
}
