import { isSyllable } from '../syllable.ts';
import { startsLower } from '../wording.ts';

/** What starts a line of its own in a cell. */
const BULLET = /^[-–+•*]\s/;
/** Columns no wider break words in their middle as a rule: "chu" | "ẩn". */
const NARROW = 4;
const LONGEST_WORD = 40;

/** The lines of a narrow cell as its words: items keep their lines, words and dates that the column cut are whole again. */
export function joinCellLines(lines: readonly string[]): string {
  const filled = lines.filter((line) => line !== '');
  const width = filled.reduce((most, line) => Math.max(most, line.length), 0);
  return filled
    .map((line, index) => {
      const before = filled[index - 1];
      return before === undefined ? line : `${between(before.slice(-LONGEST_WORD), line, width)}${line}`;
    })
    .join('');
}

/** What stands between a cell's text so far and its next line: nothing, a blank, or a new line. */
function between(before: string, line: string, width: number): '' | ' ' | '\n' {
  const isRange = /\d%?$/.test(before) && /^[-–]\s\d/.test(line);
  if (BULLET.test(line)) return isRange ? ' ' : '\n';
  return isCutDate(before, line) || isCutNumber(before, line) || isCutWord(before, line, width) ? '' : ' ';
}

/** "15/12/20" | "24", "30/6/" | "2024", "31/12" | "/2024", "III/20" | "24". */
function isCutDate(before: string, line: string): boolean {
  if (/^\/\d{1,4}(?!\d)/.test(line)) return /\d$|(?:^|\s)[IVX]{1,3}$/.test(before);
  const year = /(?:(?:\d{1,2}\/){1,2}|(?:^|\s)[IVX]{1,3}\/)(?<year>\d{0,3})$/.exec(before)?.groups?.year;
  const rest = /^\d{1,4}(?!\d)/.exec(line)?.[0];
  if (year === undefined || rest === undefined) return false;
  return year.length + rest.length === 4 || (year === '' && rest.length <= 2 && /^\d{1,2}\//.test(line));
}

/** "28/QĐ-" | "STNMT", "21/" | "CT-UBND". */
function isCutNumber(before: string, line: string): boolean {
  return /\d\/(?:[\p{Lu}\d]+-)*$/u.test(before) && /^\p{Lu}{2}/u.test(line);
}

function isCutWord(before: string, line: string, width: number): boolean {
  if (!startsLower(line)) return false;
  const end = /\p{L}+$/u.exec(before)?.[0] ?? '';
  const start = /^\p{L}+/u.exec(line)?.[0] ?? '';
  if (end === '' || !isSyllable(end + start)) return false;
  if (!isSyllable(end) || !isSyllable(start)) return true;
  return width <= NARROW && !/^[bcdđghklmnpqrstvx]/.test(start);
}
