import { startsAreaName } from '../area-words.ts';
import { type ColumnRole, roleOfHeader } from '../column-roles.ts';
import { isCapitals, startsLower } from '../wording.ts';
import type { TextLine } from './text-lines.ts';

/** The head of a table whose cells were pasted one under the other: its columns, and the line after the head. */
export type RunTogetherHeader = {
  readonly titles: readonly string[];
  readonly roles: readonly (ColumnRole | null)[];
  readonly next: number;
};

const FIRST_COLUMN = /^(?:stt|tt|số tt)\.?(?:\s|$)/i;
const MOST_HEADER_LINES = 30;
const FEWEST_TITLES = 3;

/**
 * Reads "TT", then the titles of the other columns on the lines below, up to the first row ("I", "1").
 * @returns null where fewer than three columns are known by their words
 */
export function findRunTogetherHeader(lines: readonly TextLine[], start: number): RunTogetherHeader | null {
  const first = lines[start]?.text ?? '';
  const mark = FIRST_COLUMN.exec(first);
  if (/[\t|]/.test(first)) return null;
  if (!mark) return findHeaderWithoutNumbers(lines, start);
  const titles: string[] = [];
  const rest = first.slice(mark[0].length).trim();
  if (rest !== '') titles.push(...splitTitles(rest));
  let next = start + 1;
  for (; next < Math.min(lines.length, start + MOST_HEADER_LINES); next += 1) {
    const text = lines[next]?.text ?? '';
    if (text === '') continue;
    if (
      /^(?:[IVX]{1,5}|[A-Z]|\d{1,2})(?:[.)]?$|[.)]?\s+\p{Lu})/u.test(text) ||
      isCapitals(text) ||
      (titles.length >= FEWEST_TITLES && startsAreaName(text)) ||
      /^Lĩnh vực\s+(?:\d|[IVX])/u.test(text)
    )
      break;
    addTitle(titles, text);
  }
  setLowerTitles(titles);
  const roles = titles.map(roleOfHeader);
  const known = roles.filter((role) => role !== null).length;
  if (titles.length < 2 || known < 2) return null;
  return { titles: [first.slice(0, mark[0].length).trim(), ...titles], roles: ['ordinal', ...roles], next };
}

const LONGEST_TITLE_LINE = 48;
const FEWEST_TITLES_WITHOUT_NUMBERS = 3;
/** Titles that prose does not have on lines of their own; a table without a column of numbers needs two of them. */
const FIRM_ROLES: ReadonlySet<ColumnRole | null> = new Set([
  'deadline',
  'lead',
  'coordinator',
  'responsible',
  'remedy',
  'reason',
  'product',
  'maxPoints',
  'points',
  'lostPoints',
  'assignment',
]);

/** Titles one under the other without "TT" before them: short lines that each name another column, then the first row. */
function findHeaderWithoutNumbers(lines: readonly TextLine[], start: number): RunTogetherHeader | null {
  const first = lines[start]?.text ?? '';
  if (!isTitleLine(first) || roleOfHeader(first) === null || FIRM_ROLES.has(roleOfHeader(first))) return null;
  const titles: string[] = [];
  let next = start;
  for (; next < Math.min(lines.length, start + MOST_HEADER_LINES); next += 1) {
    const text = lines[next]?.text ?? '';
    if (text === '') continue;
    if (!isTitleLine(text) || endsTitles(titles, text)) break;
    addTitle(titles, text);
  }
  setLowerTitles(titles);
  const roles = titles.map(roleOfHeader);
  const known = new Set(roles.filter((role) => role !== null));
  const firm = roles.filter((role) => FIRM_ROLES.has(role)).length;
  if (titles.length < FEWEST_TITLES_WITHOUT_NUMBERS || known.size < titles.length - 1 || firm < 2) return null;
  return { titles, roles, next };
}

function isTitleLine(text: string): boolean {
  return /^[\p{L}(%]/u.test(text) && text.length <= LONGEST_TITLE_LINE && !/[.;:!?]$/.test(text) && !isCapitals(text);
}

/** A capital that begins no title, after enough titles that all name a column: the first row. */
function endsTitles(titles: readonly string[], text: string): boolean {
  if (titles.length < FEWEST_TITLES_WITHOUT_NUMBERS || startsLower(text)) return false;
  if (/^[IVX]{1,5}[.)]\s/.test(text) || startsAreaName(text)) return true;
  return roleOfHeader(text) === null && titles.every((title) => roleOfHeader(title) !== null);
}

/** "Cơ quan thực hiện" over "Chủ trì" and "Phối hợp", which a PDF gives after the titles of the first row. */
function setLowerTitles(titles: string[]): void {
  for (const { wide, lower } of WIDE_TITLES) {
    const at = titles.slice(0, -lower.length).findIndex((title) => wide.test(title));
    const last = titles.slice(-lower.length).map(roleOfHeader);
    if (at < 0 || !lower.every((role, index) => last[index] === role)) continue;
    titles.splice(at, 1, ...titles.splice(-lower.length));
    return;
  }
}

const OVER_UNITS = /^(?:(?:đơn vị|cơ quan) thực hiện|phân công|tổ chức thực hiện)/iu;
const OVER_POINTS = /^(?:kết quả|(?:số )?điểm)(?: (?:đánh giá|chấm|chấm điểm|số|năm \d{4}))?$/iu;
const WIDE_TITLES: readonly { readonly wide: RegExp; readonly lower: readonly ColumnRole[] }[] = [
  { wide: OVER_UNITS, lower: ['lead', 'coordinator'] },
  { wide: OVER_POINTS, lower: ['maxPoints', 'selfPoints', 'points'] },
  { wide: OVER_POINTS, lower: ['selfPoints', 'points'] },
  { wide: OVER_POINTS, lower: ['maxPoints', 'points'] },
];

/** A new title starts with a capital after a title that already says what its column holds. */
function addTitle(titles: string[], text: string): void {
  const last = titles.at(-1);
  const goesOn = last !== undefined && (startsLower(text) || /[,/(]$/.test(last) || roleOfHeader(last) === null);
  if (goesOn) titles[titles.length - 1] = `${last} ${text}`;
  else titles.push(...splitTitles(text));
}

/** "Nhiệm vụ Sản phẩm Thời gian" on one line: cut before a capital where both sides name a column. */
function splitTitles(text: string): string[] {
  const words = text.split(' ');
  const titles: string[] = [];
  let current: string[] = [];
  for (const word of words) {
    const begun = current.join(' ');
    if (/^\p{Lu}(?:\p{Ll}|$)/u.test(word) && roleOfHeader(begun) !== null && !/(?:và|\/|,|-)$/u.test(begun)) {
      titles.push(begun);
      current = [];
    }
    current.push(word);
  }
  titles.push(current.join(' '));
  return titles;
}
