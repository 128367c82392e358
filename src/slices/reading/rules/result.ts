import { cut, type Excerpt } from './excerpt.ts';
import { fieldAt, NOT_STATED, SURE } from './fields.ts';
import type { Line } from './outline.ts';
import type { Count, ResultReading, Text } from './plan-reading.ts';
import { foldLetters, NUMBER, readNumber } from './wording.ts';

/** Words of a sentence that gives a department's result; the one with most of them is read. */
const CUES: readonly RegExp[] = [
  /tong (?:so )?diem|chi so (?:cchc|cai cach hanh chinh)|par ?index|diem chi so|ket qua (?:cham diem|danh gia|xep hang)/,
  new RegExp(`${NUMBER}\\s*(?:/\\s*${NUMBER}\\s*)?diem`),
  /(?:xep|dung|o|dat|giu)\s+(?:o\s+)?(?:hang|thu|loai|vi tri|vi thu)|vi (?:tri|thu) thu|thu hang|xep loai/,
  /xep loai:? (?:tot|kha|xuat sac|trung binh|yeu)/,
  /so voi (?:nam|cung ky)|(?:tang|giam|tut|len|xuong)\s+[\d.,]+\s*(?:diem|bac|hang|vi tri|%)|(?:cao|thap|kem|nhieu|it) hon\s+(?:so voi\s+)?nam/,
  /cac so,? (?:ban,? )?nganh|tren dia ban tinh|khoi (?:cac )?so|co quan chuyen mon|\d\s*(?:so|co quan|don vi|xa|huyen)(?!\p{L})/u,
];
/** A place among so many: "thứ 12/20", "vị trí thứ 5 trong số 19". */
const PLACED =
  /(?:hang|thu|vi tri|vi thu)\s*:?\s*(?:thu\s*)?\d{1,3}\s*(?:\/|tren|trong)\s*(?:tong )?(?:so )?\d{1,3}(?!\s*(?:diem|\/\d))/;
const ENOUGH_CUES = 3;
const MOST_LINES = 4;

/** The department's own result as its plan states it; null where the plan states none. */
export function readResult(lines: readonly Line[]): ResultReading | null {
  let best: { at: number; cues: number } | null = null;
  for (const [at, line] of lines.entries()) {
    const folded = foldLetters(line.body.text);
    const isPlaced = CUES[1]?.test(folded) && PLACED.test(folded) ? 1 : 0;
    const cues = CUES.filter((cue) => cue.test(folded)).length + isPlaced;
    if (cues > (best?.cues ?? ENOUGH_CUES - 1) && /diem|xep/.test(folded) && !isGoal(folded)) best = { at, cues };
  }
  const found = best ? readAround(lines, best.at) : readListed(lines);
  return found && (found.total.value !== null || found.rank.value !== null) ? found : null;
}

/** "Phấn đấu … đạt từ 90 điểm": what is wanted is not what was reached. */
function isGoal(folded: string): boolean {
  return /^.{0,80}?(?<!\p{L})(?:phan dau|muc tieu|dat muc tieu|quyet tam|duy tri|dam bao|bao dam|nham)(?!\p{L})/u.test(
    folded,
  );
}

/** The result's line and, where it leaves something open, the bullets under it. */
function readAround(lines: readonly Line[], at: number): ResultReading {
  const first = Math.max(0, at - 2);
  const around = lines
    .slice(first, at + MOST_LINES)
    .filter((line, index) => first + index === at || isAboutResult(line));
  const found = readFrom(around.map((line) => line.body));
  const isNamedLate = !namesYearBeforeTotal(lines[at]?.body.text ?? '');
  const heading = found.year.value === null || isNamedLate ? yearOfHeading(lines, at) : NOT_STATED;
  return heading.value === null ? found : { ...found, year: heading };
}

/** A year that is named only after the total may be the one compared with; then the heading's counts. */
function namesYearBeforeTotal(text: string): boolean {
  return /năm\s+\d{4}/iu.test(text.slice(0, TOTAL.exec(text)?.index ?? text.length));
}

const HEADING_REACH = 4;

/** "I. KẾT QUẢ NĂM 2023" over a sentence that names no year of its own. */
function yearOfHeading(lines: readonly Line[], at: number): Count {
  const above = lines.slice(Math.max(0, at - HEADING_REACH), at).reverse();
  const heading = above.find(
    (line) =>
      (line.marker !== null || line.headingLevel !== null || line.isCapitals || line.isBold) &&
      /ket qua|danh gia|thuc trang|so lieu|cham diem/.test(foldLetters(line.body.text)),
  );
  return heading ? yearOf([heading.body]) : NOT_STATED;
}

function isAboutResult(line: Line): boolean {
  return (
    line.marker?.style !== 'roman' &&
    !isGoal(foldLetters(line.body.text)) &&
    /^(?:tong (?:so )?diem|xep (?:hang|loai|thu)|so voi nam|ket qua|thu hang|vi tri|tang|giam|nhu vay)/.test(
      foldLetters(line.body.text),
    )
  );
}

/** "Tổng điểm: 75,66", "Xếp hạng: 19/20" as lines of their own. */
function readListed(lines: readonly Line[]): ResultReading | null {
  const at = lines.findIndex(
    (line) => /^tong (?:so )?diem\b/.test(foldLetters(line.body.text)) && /\d/.test(line.body.text),
  );
  return at < 0 ? null : readAround(lines, at);
}

function readFrom(sources: readonly Excerpt[]): ResultReading {
  const total = firstMatch(sources, TOTAL);
  const rank = firstMatch(sources, MOVED_TO) ?? firstMatch(sources, RANK);
  return {
    year: yearOf(sources),
    total: countFrom(total, 'score'),
    max: maximumFrom(total, sources),
    grade: gradeFrom(firstMatch(sources, GRADE)),
    rank: countFrom(rank, 'rank'),
    rankOf: countFrom(rank, 'of'),
    totalChange: changeFrom(firstMatch(sources, TOTAL_CHANGE)),
    rankChange: rankChangeFrom(sources),
  };
}

const TOTAL = new RegExp(
  `(?<!(?:tăng|giảm|thêm|hơn|kém|mất|trừ)\\s{0,3})(?<![\\d.,/])(?<score>${NUMBER})\\s*(?:điểm\\s*)?(?:(?:/|trên(?: tổng số)?)\\s*(?<max>${NUMBER})\\s*)?(?:điểm|đ(?!\\p{L})|%)`,
  'iu',
);
const MAXIMUM = new RegExp(
  `(?:thang(?: điểm)?|điểm tối đa|tối đa|trên tổng(?: số)?(?=\\s*${NUMBER}\\s*điểm))\\s*(?:là\\s*|:\\s*)?(?<max>${NUMBER})(?![\\d,.]*\\d)`,
  'iu',
);
const GRADE =
  /(?:xếp loại|loại|nhóm|mức|đạt loại|xếp)\s*:?\s*[“"(]?(?<grade>xuất sắc|rất tốt|tốt|khá|trung bình|yếu|kém)(?!\p{L})/iu;
/** "từ thứ 8 xuống thứ 12 trên 17", "từ hạng 9/20 lên hạng 6/20": the second place is the one reached. */
const MOVED_TO =
  /từ\s+(?:(?:vị trí|vị thứ|thứ hạng|hạng|bậc|thứ)\s*){1,2}\d{1,3}(?:\s*\/\s*\d{1,3})?[^.;\d]{0,30}?\s(?:xuống|lên|còn|thành|sang)\s+(?:(?:vị trí|vị thứ|thứ hạng|hạng|bậc|thứ)\s*){0,2}(?<rank>\d{1,3})(?:\s*(?:\/|trên|trong(?: tổng)?(?: số)?)\s*(?:tổng(?: số)?\s*)?(?<of>\d{1,3}))?(?![\d.,]*\s*(?:điểm|%|bậc))/iu;
const RANK =
  /(?:(?:xếp|đứng|giữ|đạt|ở)\s+(?:ở\s+)?(?:hạng|thứ|vị trí|vị thứ)|vị trí|vị thứ|thứ hạng|hạng|xếp|đứng)\s*:?\s*(?:vị trí\s*)?(?:thứ\s*)?(?:hạng\s*)?(?<rank>\d{1,3})(?:\s*(?:\/|trên|trong(?: tổng)?(?: số)?|so với)\s*(?:tổng số\s*)?(?<of>\d{1,3}))?(?!\s*(?:điểm|tháng|\/\d))/iu;
/** "tăng 1,5 điểm", "cao hơn năm trước 1,25 điểm", "thấp hơn năm 2022 là 2 điểm". */
const TOTAL_CHANGE = new RegExp(
  `(?<way>tăng|giảm|cao hơn|thấp hơn|kém hơn|kém|nhiều hơn|ít hơn|tụt|thêm)\\s*(?:so với\\s+)?(?:(?:kết quả\\s+)?(?:cùng kỳ\\s+)?năm\\s+(?:trước|\\d{4})(?:\\s+trước)?\\s*,?\\s*)?(?:là\\s*|:\\s*)?(?<amount>${NUMBER})\\s*(?:điểm|%)`,
  'iu',
);
const RANK_CHANGE =
  /(?<way>tăng|giảm|tụt|lên|xuống|thăng|tiến|lùi|vươn|rớt|rơi|sụt|cải thiện|cao hơn|thấp hơn)\s*(?:so với\s+)?(?:năm\s+(?:trước|\d{4})\s*)?(?:là\s*|:\s*|hạng\s*)?(?<amount>\d{1,3})\s*(?:bậc|hạng|thứ hạng|vị trí|thứ bậc)/iu;

/** "giữ nguyên thứ hạng", "thứ hạng không thay đổi". */
const SAME_RANK =
  /(?<!\p{L})giữ nguyên\s+(?:thứ hạng|vị trí|thứ bậc|hạng|bậc)|(?:thứ hạng|vị trí|thứ bậc|xếp hạng)\s+(?:vẫn\s+)?(?:không (?:thay )?đổi|giữ nguyên|không tăng, không giảm)|không thay đổi (?:về )?(?:thứ hạng|vị trí|thứ bậc)/iu;

function rankChangeFrom(sources: readonly Excerpt[]): Count {
  const same = firstMatch(sources, SAME_RANK);
  return same ? fieldAt(0, same.excerpt, SURE.stated) : changeFrom(firstMatch(sources, RANK_CHANGE));
}

type Match = { readonly groups: Readonly<Record<string, string | undefined>>; readonly excerpt: Excerpt };

function firstMatch(sources: readonly Excerpt[], pattern: RegExp): Match | null {
  for (const source of sources) {
    const match = pattern.exec(source.text);
    if (match) return { groups: match.groups ?? {}, excerpt: cut(source, match.index, match.index + match[0].length) };
  }
  return null;
}

function countFrom(match: Match | null, group: string): Count {
  const value = match?.groups[group] === undefined ? null : readNumber(match.groups[group]);
  return match && value !== null ? fieldAt(value, match.excerpt, SURE.stated) : NOT_STATED;
}

/** The maximum beside the total, also where the total is said twice ("86,35% (86,35/100 điểm)"), else "thang điểm 100". */
function maximumFrom(total: Match | null, sources: readonly Excerpt[]): Count {
  if (total?.groups.max !== undefined) return countFrom(total, 'max');
  const score = total?.groups.score?.replace(/[.,]/g, '[.,]');
  const again = score
    ? firstMatch(sources, new RegExp(`(?<![\\d.,])${score}\\s*/\\s*(?<max>${NUMBER})\\s*điểm`, 'iu'))
    : null;
  return countFrom(again ?? firstMatch(sources, MAXIMUM), 'max');
}

function gradeFrom(match: Match | null): Text {
  const grade = match?.groups.grade;
  if (!match || !grade) return NOT_STATED;
  return fieldAt(grade.charAt(0).toUpperCase() + grade.slice(1).toLowerCase(), match.excerpt, SURE.stated);
}

/** A fall is negative: fewer points, or a place further down. */
function changeFrom(match: Match | null): Count {
  const amount = readNumber(match?.groups.amount ?? '');
  if (!match || amount === null) return NOT_STATED;
  const isFall = /giảm|thấp|tụt|xuống|kém|ít|lùi|rớt|rơi|sụt/iu.test(match.groups.way ?? '');
  return fieldAt(isFall ? -amount : amount, match.excerpt, SURE.stated);
}

/** The first year named that is not the one compared with. */
function yearOf(sources: readonly Excerpt[]): Count {
  for (const source of sources) {
    for (const match of source.text.matchAll(/năm\s+(\d{4})/giu)) {
      const before = source.text.slice(Math.max(0, match.index - 24), match.index);
      if (/(?:so với|hơn|kém)(?: (?:so với|kết quả|cùng kỳ|của))*\s*$|\((?:[^()]{0,20}\s)?$/iu.test(before)) continue;
      return fieldAt(Number(match[1]), cut(source, match.index, match.index + match[0].length), SURE.labelled);
    }
  }
  return NOT_STATED;
}
