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
  if (!mark || /[\t|]/.test(first)) return null;
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

/** "Cơ quan thực hiện" over "Chủ trì" and "Phối hợp", which a PDF gives after the titles of the first row. */
function setLowerTitles(titles: string[]): void {
  const [lead, coordinator] = titles.slice(-2).map(roleOfHeader);
  const wide = titles
    .slice(0, -2)
    .findIndex((title) => /^(?:(?:đơn vị|cơ quan) thực hiện|phân công|tổ chức thực hiện)/iu.test(title));
  if (wide < 0 || lead !== 'lead' || coordinator !== 'coordinator') return;
  titles.splice(wide, 1, ...titles.splice(-2));
}

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
