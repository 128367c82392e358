import { namesArea, startsAreaName } from '../area-words.ts';
import { isCapitals } from '../wording.ts';
import { type CellLine, isNumberAlone } from './cell-costs.ts';
import { placeCells } from './cell-placement.ts';
import type { FoundTable } from './delimited-table.ts';
import { findRunTogetherHeader, type RunTogetherHeader } from './run-together-header.ts';
import type { TextLine } from './text-lines.ts';

/** A heading over rows: its sign, its name, and its own points where the table has columns of them. */
type AreaRow = {
  readonly kind: 'area';
  readonly ordinal: string;
  readonly name: string;
  readonly figures: readonly string[];
};
type Stretch = { readonly kind: 'rows'; readonly lines: CellLine[] };

const NEXT_SECTION =
  /^(?:[IVX]{1,5}|[A-H]|\d{1,2})[.)]\s+(?:Tổ chức thực hiện|Kinh phí|Chế độ báo cáo|Phân công thực hiện|Tổ chức triển khai)(?!\p{L})/iu;
const END_OF_TABLE =
  /^(?:SỞ|ỦY BAN|UBND|GIÁM ĐỐC|PHÓ GIÁM ĐỐC|KT\.|TM\.|TL\.|PHỤ LỤC|TỔ CHỨC THỰC HIỆN|Nơi nhận|Ghi chú|Người lập)(?![\p{L}])/u;

/**
 * A table of a PDF pasted as text: the cells stand one under the other, each broken into the lines of its column.
 * Which column a line belongs to is decided by what columns hold, where cells can start, and how wide columns are.
 */
export function findRunTogetherTable(lines: readonly TextLine[], start: number): FoundTable | null {
  const header = findRunTogetherHeader(lines, start);
  if (!header) return null;
  const { roles } = header;
  const { parts, next } = partsOfTable(lines, header);
  const stretches = parts.flatMap((part) => (part.kind === 'rows' ? [part.lines] : []));
  const placed = placeCells(
    stretches,
    roles.map((role, column) => (role === 'group' && !/lĩnh vực/iu.test(header.titles[column] ?? '') ? null : role)),
  );
  const rows = parts.flatMap((part) =>
    part.kind === 'area' ? [rowOfArea(part, roles)] : (placed[stretches.indexOf(part.lines)] ?? []),
  );
  return { rows: [[...header.titles], ...rows], next };
}

const FIGURE_ROLES = new Set(['maxPoints', 'points', 'selfPoints', 'lostPoints', 'percent']);

/** The figures of an area stand in the columns of points, in their order. */
function rowOfArea({ ordinal, name, figures }: AreaRow, roles: readonly (string | null)[]): string[] {
  const left = [...figures];
  if (roles[0] !== 'ordinal') return [ordinal === '' ? name : `${ordinal}. ${name}`, ...roles.slice(1).map(() => '')];
  return [ordinal, name, ...roles.slice(2).map((role) => (FIGURE_ROLES.has(role ?? '') ? (left.shift() ?? '') : ''))];
}

function partsOfTable(
  lines: readonly TextLine[],
  { roles, titles, next: start }: RunTogetherHeader,
): { parts: (AreaRow | Stretch)[]; next: number } {
  const parts: (AreaRow | Stretch)[] = [];
  const isNumbered = roles[0] === 'ordinal';
  const isOfScores = roles.slice(2).every((role) => FIGURE_ROLES.has(role ?? '') || role === 'note');
  let isTotal = false;
  let sign: string | null = null;
  let blankBefore = 0;
  let last = 0;
  let index = start;
  for (; index < lines.length; index += 1) {
    const text = lines[index]?.text ?? '';
    if (text === '') {
      blankBefore += 1;
      continue;
    }
    if (isEnd(text, parts) || (parts.length > 0 && (text === titles[0] || isProse(text, parts, isNumbered)))) break;
    if (isOfScores && isTotal && !isNumberAlone(text)) break;
    isTotal ||= isOfScores && /^(?:Tổng|Cộng)/iu.test(text);
    const before = lastLine(parts);
    if (before && goesOnWithTime(before.text, text)) {
      linesOfLast(parts).splice(-1, 1, { ...before, text: `${before.text} ${text}` });
      continue;
    }
    const area = isNumbered
      ? (readAreaRow(lines, index) ?? readBareArea(lines, index, last + 1))
      : readSignedArea(lines, index);
    if (area) {
      parts.push(area.row);
      index = area.last;
      blankBefore = 0;
      continue;
    }
    const numbered = isNumbered ? readOrdinal(text, last + 1) : null;
    sign ??= numbered?.sign ?? null;
    if (numbered?.sign === sign && numbered !== null) {
      if (numbered.rest !== '' || !isBeforeNumber(lines, index)) last = Number.parseInt(numbered.ordinal, 10) || last;
      linesOfLast(parts).push({ text: numbered.ordinal, blankBefore, isOrdinal: true });
      if (numbered.rest !== '') linesOfLast(parts).push({ text: numbered.rest, blankBefore: 0, isOrdinal: false });
    } else linesOfLast(parts).push({ text, blankBefore, isOrdinal: isNumbered && isSubOrdinal(text) });
    blankBefore = 0;
  }
  return { parts, next: index };
}

const LEAST_PROSE_LINE = 64;

/** A line of the page's full width, far wider than the lines of cells before it: the text after the table. */
function isProse(text: string, parts: readonly (AreaRow | Stretch)[], isNumbered: boolean): boolean {
  if (!isNumbered && /^(?:\d{1,2}(?:\.\d{1,2})*\.|[A-H]\.|[IVX]{1,5}\.)\s+\p{Lu}/u.test(text) && !namesArea(text))
    return true;
  if (text.length < LEAST_PROSE_LINE || /^(?:\d|[IVX]{1,5}\s)/.test(text)) return false;
  const widest = Math.max(
    ...parts
      .flatMap((part) => (part.kind === 'rows' ? part.lines.map((line) => line.text.length) : []))
      .slice(-MOST_COMPARED),
  );
  return text.length > widest * 1.6;
}

const MOST_COMPARED = 200;

/** "III. NHIỆM VỤ" with its name on one line, below a table whose areas are named otherwise, is the next section. */
function isEnd(text: string, parts: readonly (AreaRow | Stretch)[]): boolean {
  if (NEXT_SECTION.test(text)) return true;
  const heading = /^[IVX]{1,5}\.\s+(\p{Lu}.*)$/u.exec(text);
  if (heading?.[1] && isCapitals(heading[1])) {
    return !namesArea(heading[1]) && (parts.length > 0 || END_OF_TABLE.test(heading[1]));
  }
  return END_OF_TABLE.test(text) && (isCapitals(text) || /^(?:Nơi nhận|Ghi chú|Người lập)/.test(text));
}

function lastLine(parts: readonly (AreaRow | Stretch)[]): CellLine | undefined {
  const part = parts.at(-1);
  return part?.kind === 'rows' ? part.lines.at(-1) : undefined;
}

function linesOfLast(parts: (AreaRow | Stretch)[]): CellLine[] {
  const last = parts.at(-1);
  if (last?.kind === 'rows') return last.lines;
  const stretch: Stretch = { kind: 'rows', lines: [] };
  parts.push(stretch);
  return stretch.lines;
}

const AREA_SIGN = /^([IVX]{1,5}|[A-H])[.)]?(?:\s+(.*))?$/;
const NUMBERED_AREA = /^(\d{1,2})[.)]?$/;
const NAMED_AREA = /^(?:Lĩnh vực|LĨNH VỰC|Nội dung|Nhóm)\s*(?:thứ\s*)?(\d{1,2}|[IVX]{1,5})\s*[:.–-]\s*(.*)$/u;
const MOST_NAME_LINES = 12;
const LONGEST_AREA_NAME = 160;

/**
 * "IV CẢI CÁCH …", or "I" alone and its name on the lines below: in capitals, or naming a reform area up to the next
 * number. The numbers after the name are the area's points; the last one before words numbers the next row.
 */
function readAreaRow(lines: readonly TextLine[], start: number): { row: AreaRow; last: number } | null {
  const text = lines[start]?.text ?? '';
  const named = NAMED_AREA.exec(text);
  const sign = named ?? AREA_SIGN.exec(text) ?? NUMBERED_AREA.exec(text);
  if (!sign?.[1]) return null;
  const isNumbered = named === null && /^\d/.test(sign[1]);
  const names = sign[2] ? [named ? text : sign[2]] : [];
  let last = start;
  for (let index = start + 1; index < lines.length && index <= start + MOST_NAME_LINES; index += 1) {
    const line = lines[index]?.text ?? '';
    if (line === '') continue;
    const isInBracket = /\([^)]*$/.test(names.join(' '));
    const isNext = isNumberAlone(line) || /^(?:[IVX]{1,5}|\d{1,2})(?:[.)]?$|[.)]?\s)/.test(line) || isEnd(line, []);
    if (isNext && !isInBracket) break;
    if (names.length > 0 && isCapitals(names.join(' ')) !== isCapitals(line)) break;
    names.push(line);
    last = index;
  }
  const name = names.join(' ');
  const isArea = isCapitals(name) ? !isNumbered || namesArea(name) : !isNumbered && isAreaInWords(name, lines, last);
  if (!isArea || name.length > LONGEST_AREA_NAME) return null;
  const { figures, last: end } = figuresAfter(lines, last);
  return { row: { kind: 'area', ordinal: named ? '' : sign[1], name, figures }, last: end };
}

/** "II. Cải cách thể chế" in a table without a column of numbers. */
function readSignedArea(lines: readonly TextLine[], start: number): { row: AreaRow; last: number } | null {
  const sign = /^([IVX]{1,5}|[A-H])[.)]\s+(\p{Lu}.*)$/u.exec(lines[start]?.text ?? '');
  if (!sign?.[1] || !sign[2] || !namesArea(sign[2]) || sign[2].length > LONGEST_AREA_NAME) return null;
  return { row: { kind: 'area', ordinal: sign[1], name: sign[2], figures: [] }, last: start };
}

const MOST_BARE_LINES = 3;
const LONGEST_BARE_NAME = 90;

/** An area without a sign: its name alone, and then the number of the next row. */
function readBareArea(lines: readonly TextLine[], start: number, next: number): { row: AreaRow; last: number } | null {
  if (!startsAreaName(lines[start]?.text ?? '')) return null;
  const names: string[] = [];
  for (let index = start; index < lines.length; index += 1) {
    const text = lines[index]?.text ?? '';
    if (text === '') continue;
    if (text === `${next}` || text === '1') {
      const name = names.join(' ');
      const isArea = names.length <= MOST_BARE_LINES && name.length <= LONGEST_BARE_NAME && namesArea(name);
      return isArea ? { row: { kind: 'area', ordinal: '', name, figures: [] }, last: index - 1 } : null;
    }
    if (names.length === MOST_BARE_LINES) return null;
    names.push(text);
  }
  return null;
}

/** A name in small letters must name a reform area, and a number must follow it. */
function isAreaInWords(name: string, lines: readonly TextLine[], last: number): boolean {
  const next = lines.slice(last + 1).find((line) => line.text !== '')?.text ?? '';
  return namesArea(name) && (isNumberAlone(next) || /^\d{1,2}(?:\.\d{1,2})*[.)]?\s/.test(next));
}

function figuresAfter(lines: readonly TextLine[], from: number): { figures: string[]; last: number } {
  const figures: { text: string; at: number }[] = [];
  let index = from + 1;
  for (; index < lines.length; index += 1) {
    const text = lines[index]?.text ?? '';
    if (text === '') continue;
    if (!isNumberAlone(text)) break;
    figures.push({ text, at: index });
  }
  const own = figures.slice(0, -1);
  return { figures: own.map(({ text }) => text), last: own.at(-1)?.at ?? from };
}

/** "Quý" | "II/2024", "trước ngày" | "31/01": a narrow column breaks a time before its number. */
function goesOnWithTime(before: string, text: string): boolean {
  if (/(?<!\p{L}|(?:hằng|hàng|mỗi|theo|từng)\s)quý$/iu.test(before))
    return /^(?:[IVX]{1,3}|[1-4])(?=$|[\s/,;.])/u.test(text);
  if (/(?<!\p{L})tháng$/iu.test(before)) return /^\d{1,2}\s?\/\s?\d{4}/.test(text);
  return /(?<!\p{L})(?:ngày|trước|đến|hết|từ|năm)$/iu.test(before) && /^\d{1,2}\s?[/.-]\s?\d{1,2}(?!\d)/.test(text);
}

/** A number right before another one is more likely a value than the number of a row. */
function isBeforeNumber(lines: readonly TextLine[], index: number): boolean {
  return isNumberAlone(lines.slice(index + 1).find((line) => line.text !== '')?.text ?? '');
}

/** "1.4", "a)": numbers of rows that no value looks like. */
function isSubOrdinal(text: string): boolean {
  return /^(?:\d{1,2}(?:\.\d{1,2}){1,3}[.)]?|[a-zđ]\))$/u.test(text);
}

/** `sign`: what stands after the number. "1)" inside a cell is no row where rows are numbered "1". */
function readOrdinal(text: string, expected: number): { ordinal: string; rest: string; sign: string } | null {
  const match = /^(\d{1,3}(?:\.\d{1,2}){0,3}|[a-zđ](?=\)))([.)]?)(?:\s+(.*))?$/u.exec(text);
  if (!match?.[1]) return null;
  const rest = match[3] ?? '';
  const sign = /^[a-zđ]/.test(match[1]) || match[2] !== ')' ? '' : ')';
  const isNested = /[.a-zđ]/.test(match[1]);
  if (!isNested && Number(match[1]) !== expected && Number(match[1]) !== 1) return null;
  if (isNested && rest === '') return null;
  return rest === '' || /^["“(]?\p{Lu}/u.test(rest) ? { ordinal: match[1], rest, sign } : null;
}
