import { isCapitals, startsLower } from '../wording.ts';
import type { TextLine } from './text-lines.ts';

/** Lines first..last of the text make one paragraph. */
export type LineGroup = { readonly lines: readonly TextLine[] };

/** What starts a paragraph of its own: a heading number, a bullet, "Điều 3.", "Lĩnh vực 1:", "Nơi nhận:". */
const STARTS_PARAGRAPH =
  /^(?:[#*]|[-–—+•·●○▪►➢✓]\s*\S|[IVX]{1,5}[.)]\s|\d{1,2}(?:\.\d{1,2}){0,3}[.)]\s|\d{1,2}(?:\.\d{1,2}){1,3}\s|\(\d{1,2}\)\s|[a-zđ]\)\s|\[\^?\d{1,2}\]|(?:Điều|Phần|Chương|Mục|Phụ lục|Lĩnh vực)\s+(?:\d|[IVX])|(?:PHỤ LỤC|Nơi nhận|Căn cứ|Thực hiện)(?!\p{L})|Số\s*:)/u;

const ENDS_PARAGRAPH = /[.;:!?…/]["”')]*$/u;
const PAGE_NUMBER = /^[-–\s]*\d{1,3}[-–\s]*$/;

/**
 * Joins the lines that a PDF broke. A line goes on where the next one starts with a small letter, or where it was full;
 * it ends where the next one carries a bullet or a number.
 */
export function groupBrokenLines(lines: readonly TextLine[]): LineGroup[] {
  const width = wrapWidth(lines);
  const groups: TextLine[][] = [];
  for (const line of lines) {
    if (line.text === '') continue;
    const group = groups.at(-1);
    const last = group?.at(-1);
    if (last && PAGE_NUMBER.test(line.text) && width !== null) continue;
    if (group && last && goesOn(last, line, width)) group.push(line);
    else groups.push([line]);
  }
  return groups.map((group) => ({ lines: group }));
}

/** The usual length of a full line, or null where the author's paragraphs stand on one line each. */
function wrapWidth(lines: readonly TextLine[]): number | null {
  const filled = lines.filter((line) => line.text.length >= 25).map((line) => line.text);
  if (filled.length < 8) return null;
  const lowerStarts = filled.filter(startsLower).length;
  const lengths = filled.map((text) => text.length).sort((a, b) => a - b);
  if (lowerStarts / filled.length < 0.15 && !breaksAtOneWidth(lengths)) return null;
  return lengths[Math.floor(lengths.length * 0.95)] ?? null;
}

const WIDEST_PAGE = 115;

/** No line is longer than a page is wide, and several are nearly so: paragraphs of one line each are longer now and then. */
function breaksAtOneWidth(lengths: readonly number[]): boolean {
  const longest = lengths.at(-1) ?? 0;
  return longest >= 60 && longest <= WIDEST_PAGE && lengths.filter((length) => length >= longest * 0.9).length >= 4;
}

function goesOn(last: TextLine, next: TextLine, width: number | null): boolean {
  const isOpen = !ENDS_PARAGRAPH.test(last.text);
  if (startsLower(next.text) && !/^[a-zđ]\)\s/u.test(next.text)) return isOpen || width !== null;
  if (
    /(?:^|\s)(?:ngày|trước|đến|hết|tháng|quý|năm)$/u.test(last.text) &&
    /^\d{1,2}[/.-]\d|^[IVX]{1,3}[/,.\s]\S*\d{4}/.test(next.text)
  )
    return true;
  if (STARTS_PARAGRAPH.test(next.text)) return isOpen && endsInsideReference(last.text) && !/^[-–+*•]/u.test(next.text);
  if (/\([^()]{0,80}$/.test(last.text) && /^[^()]{0,80}\)/.test(next.text)) return true;
  if (width === null) return false;
  if (isCapitals(last.text) !== isCapitals(next.text)) return false;
  if (isCapitals(last.text)) return false;
  const firstWord = next.text.split(' ', 1)[0] ?? '';
  const isFull = last.text.length + 1 + firstWord.length > width - 3;
  return isOpen ? isFull || last.text.length > width * 0.8 : isFull && !/[;:]$/u.test(last.text);
}

/** "… Kế hoạch" + "Số 12/KH-…", "… năm" + "2023.": the words before cannot end a sentence. */
function endsInsideReference(text: string): boolean {
  return /(?:^|\s)(?:và|của|tại|theo|năm|tháng|ngày|(?<!(?:đổi|quyền|ký|kinh tế|xã hội|công nghệ|kỹ năng|nền tảng|hạ tầng) )số|các|với|do|về|từ|đến|là|cho|trong|hoặc)$/u.test(
    text,
  );
}

/** The text of joined lines: hyphens at line ends undone where a word was cut. */
export function joinLines(lines: readonly TextLine[]): string {
  const parts = lines.map((line, index) => {
    const next = lines[index + 1]?.text;
    if (next === undefined) return line.text;
    return /\p{Ll}-$/u.test(line.text.slice(-2)) && startsLower(next) ? line.text.slice(0, -1) : `${line.text} `;
  });
  return parts.join('').replace(/[ \t]+/g, ' ');
}
