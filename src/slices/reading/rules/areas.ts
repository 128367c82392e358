import { areaNameLength, namesArea } from './area-words.ts';
import { cut, type Excerpt, trim } from './excerpt.ts';
import { fieldAt, NOT_STATED, SURE, textField } from './fields.ts';
import type { Line, Outline } from './outline.ts';
import type { AreaReading, Count } from './plan-reading.ts';
import { comparableWords, wordAgreement } from './word-agreement.ts';
import { NUMBER, readNumber } from './wording.ts';

/** An area of the assessment in prose: what its heading says, and the lines under it. */
export type AreaSection = {
  readonly area: AreaReading;
  /** What the heading's own paragraph goes on to say after the area's figures. */
  readonly rest: Excerpt;
  readonly lines: readonly Line[];
  /** The plan comes back to an area that it named before: its figures first, what it lost later. */
  readonly isAgain?: boolean;
};

/** "Thứ nhất, về …", "Một là, …": how a paragraph counts what it goes through. */
const COUNTED = String.raw`(?:(?:thứ\s+(?:nhất|hai|ba|tư|năm|sáu|bảy|bẩy|tám|chín|mười)|(?:một|hai|ba|bốn|năm|sáu|bảy|bẩy|tám|chín|mười)\s+là)\s*[,:–-]?\s*)?`;
const LABELLED =
  /^(?:(?:về|đối với)\s+)?(?:lĩnh vực|nội dung)\s*(?:thứ\s*)?(?<ordinal>\d{1,2}|[IVX]{1,5})\s*[:.)–-]?\s*/iu;
const LABEL_WORD = new RegExp(
  `^${COUNTED}(?:(?:về|đối với|ở|trong|với)\\s+)?(?:(?:lĩnh vực|nội dung|nhóm tiêu chí|công tác(?= cải cách))\\s*:?\\s*)?(?=\\S)`,
  'iu',
);
/** An area's points right after its name. */
const SCORED = new RegExp(
  `^\\s*[:(,–-]?\\s*(?:(?:Sở|đơn vị|cơ quan)\\s+)?(?:chỉ\\s+)?(?:đạt|được)?\\s*(?:số điểm\\s*)?(?:là\\s*)?${NUMBER}\\s*(?:điểm\\s*)?(?:/|trên(?:\\s+tổng(?:\\s+số)?)?)\\s*${NUMBER}\\s*điểm`,
  'iu',
);
const FEWEST_HEADINGS = 2;
const LONGEST_HEADING_NAME = 140;

/** The areas that the prose of a plan goes through, in its order. */
export function readAreaSections(outline: Outline): AreaSection[] {
  const lines = outline.filter((item) => item.kind === 'line');
  const headings = findHeadings(lines);
  const first = sectionsAt(headings, lines);
  return [...first, ...comebacks(first, headings, lines)];
}

function sectionsAt(headings: readonly number[], lines: readonly Line[]): AreaSection[] {
  return headings.map((at, index) => {
    const end = endOfSection(lines, at, headings[index + 1] ?? lines.length);
    return readSection(lines, at, end, index + 1);
  });
}

/** Headings further down that name the same areas: of the same numbering, or of another. */
function comebacks(first: readonly AreaSection[], headings: readonly number[], lines: readonly Line[]): AreaSection[] {
  const last = headings.at(-1);
  if (last === undefined) return [];
  const known = first.map(({ area }) => ({ area, words: comparableWords(area.name.value) }));
  const later = indexesOf(lines, (line) => isNamedHeading(line) || LABELLED.test(line.body.text)).filter(
    (at) => at > last,
  );
  return sectionsAt(later, lines).flatMap((section) => {
    const words = comparableWords(section.area.name.value);
    const same = known.find((area) => wordAgreement(area.words, words) >= SAME_AREA);
    return same ? [{ ...section, area: same.area, isAgain: true }] : [];
  });
}

function findHeadings(lines: readonly Line[]): number[] {
  const labelled = indexesOf(lines, (line) => LABELLED.test(line.body.text));
  if (labelled.length >= FEWEST_HEADINGS) return labelled;
  const byName = indexesOf(lines, isNamedHeading);
  return longestRun(
    byName.filter((at) => lines[at]),
    lines,
  );
}

function indexesOf(lines: readonly Line[], holds: (line: Line) => boolean): number[] {
  return lines.flatMap((line, index) => (holds(line) ? [index] : []));
}

/** "1. Công tác chỉ đạo, điều hành: đạt 8/9 điểm", "II. CẢI CÁCH THỂ CHẾ". */
function isNamedHeading(line: Line): boolean {
  const isPlain = !line.marker && !line.isBold && line.headingLevel === null && !line.isCapitals;
  if (line.marker?.style === 'bullet' && !/^(?:lĩnh vực|về)/iu.test(line.body.text) && !line.isBold) return false;
  const body = line.body.text.replace(LABEL_WORD, '');
  const name = body.slice(0, areaNameLength(body));
  if (name.length < 6 || name.length > LONGEST_HEADING_NAME || !namesArea(name)) return false;
  const rest = body.slice(name.length);
  if (isPlain && !SCORED.test(rest)) return false;
  return (
    /^(?:Công tác|Cải cách|Lĩnh vực|Xây dựng|Hiện đại|Tác động|Chỉ đạo|Về |Tổ chức|Thủ tục|Thể chế|Chế độ|Tài chính|Điểm|Mức độ|Nâng cao|Kiểm soát|Phát triển|Chuyển đổi|Ứng dụng|Đổi mới|Chính quyền|Chính phủ|Cải thiện|Sự hài lòng|Công vụ|Công chức|Cán bộ|Quản lý|Đội ngũ|Bộ máy)/iu.test(
      name.trim(),
    ) &&
    (rest.length < 3 || /\d|^\s*[:.(]/.test(rest))
  );
}

/** The area that a heading names by itself: "2. Cải cách thủ tục hành chính" right above a table of its own. */
export function areaOfHeading(line: Line): Excerpt | null {
  const isHeading = line.marker !== null || line.isBold || line.headingLevel !== null || line.isCapitals;
  if (!isHeading || !(LABELLED.test(line.body.text) || isNamedHeading(line))) return null;
  const label = LABELLED.exec(line.body.text) ?? LABEL_WORD.exec(line.body.text);
  const name = trim(cut(line.body, label?.[0].length ?? 0));
  return namesArea(name.text) ? cut(name, 0, areaNameLength(name.text)) : null;
}

/** Headings of one kind of numbering: the kind that occurs most often, from its first "1" on. */
function longestRun(candidates: readonly number[], lines: readonly Line[]): number[] {
  const byStyle = new Map<string, number[]>();
  for (const at of candidates) {
    const line = lines[at];
    const key = `${line?.marker?.style ?? 'none'} ${line?.marker?.depth ?? 0}`;
    byStyle.set(key, [...(byStyle.get(key) ?? []), at]);
  }
  const best = [...byStyle.values()].sort((a, b) => b.length - a.length)[0] ?? [];
  return best.length >= FEWEST_HEADINGS ? firstSeries(best, lines) : [];
}

/** Where the same areas are gone through twice (results, then tasks), the first time counts. */
function firstSeries(headings: readonly number[], lines: readonly Line[]): number[] {
  const first = headingWords(lines[headings[0] ?? 0]);
  const again = headings.findIndex(
    (at, index) => index > 0 && wordAgreement(first, headingWords(lines[at])) >= SAME_AREA,
  );
  return again < 0 ? [...headings] : headings.slice(0, again);
}

const SAME_AREA = 0.75;

function headingWords(line: Line | undefined): string[] {
  const body = line?.body.text.replace(LABEL_WORD, '') ?? '';
  return comparableWords(body.slice(0, areaNameLength(body)));
}

const ENDS_SECTION = /^(?:Nơi nhận|PHỤ LỤC|TỔ CHỨC THỰC HIỆN)(?!\p{L})/u;

/** A section ends at the next part or Roman heading, and where the plan's recipients begin. */
function endOfSection(lines: readonly Line[], at: number, limit: number): number {
  for (let index = at + 1; index < limit; index += 1) {
    const line = lines[index];
    const style = line?.marker?.style;
    if (style === 'part' || style === 'roman' || (line && ENDS_SECTION.test(line.body.text))) return index;
    if (limit === lines.length && isNextOfKind(lines, at, index)) return index;
  }
  return limit;
}

/** After the last area, the next number of the same list is no area but ends it; a list under the area begins with 1. */
function isNextOfKind(lines: readonly Line[], at: number, index: number): boolean {
  const [heading, line] = [lines[at]?.marker, lines[index]?.marker];
  if (!heading || !line || heading.style !== line.style || heading.depth !== line.depth) return false;
  const number = (sign: string): number => Number(sign.split('.').at(-1));
  if (!(number(heading.sign) >= FEWEST_HEADINGS && number(line.sign) === number(heading.sign) + 1)) return false;
  return !lines.slice(at + 1, index).some(({ marker }) => marker?.style === line.style && number(marker.sign) === 1);
}

function readSection(lines: readonly Line[], at: number, end: number, position: number): AreaSection {
  const line = lines[at];
  if (!line) throw new RangeError(`no line ${at}`);
  const { area, rest } = readAreaHeading(line.body, position);
  return { area, rest, lines: lines.slice(at + 1, end) };
}

/** Name and figures of an area out of its heading, and what follows them. */
export function readAreaHeading(heading: Excerpt, position: number): { area: AreaReading; rest: Excerpt } {
  const label = LABELLED.exec(heading.text) ?? LABEL_WORD.exec(heading.text);
  const after = trim(cut(heading, label?.[0].length ?? 0));
  const nameEnd = areaNameLength(after.text);
  const name = cut(after, 0, nameEnd);
  const figures = readAreaFigures(cut(after, nameEnd));
  const ordinal = fieldAt(position, heading, SURE.labelled);
  return { area: { ordinal, name: textField(name, SURE.labelled), ...figures.fields }, rest: figures.rest };
}

/** Name and figures of an area that heads the rows of a table: "Lĩnh vực 1: Cải cách thể chế (đạt 8,75/9,5 điểm)". */
export function readRowHeading(heading: Excerpt): { name: Excerpt; figures: AreaFigures } {
  const label = LABELLED.exec(heading.text);
  const name = label ? trim(cut(heading, label[0].length)) : heading;
  const bracket = /\s*[(:–-]\s*(?=(?:đạt|được|số điểm)?\s*\d{1,3}(?:[.,]\d{1,3})?\s*(?:điểm\s*)?\/\s*\d)/iu.exec(
    name.text,
  );
  if (!bracket) return { name, figures: NO_AREA_FIGURES };
  return { name: cut(name, 0, bracket.index), figures: readAreaFigures(cut(name, bracket.index)).fields };
}

const AREA_SCORE = new RegExp(
  `(?:đạt|được|:|là|\\()?\\s*(?<score>${NUMBER})\\s*(?:điểm\\s*)?(?:/|trên(?:\\s+tổng(?:\\s+số)?)?)\\s*(?<max>${NUMBER})\\s*(?:điểm)?`,
  'iu',
);
const AREA_SCORE_ALONE = new RegExp(`(?:đạt|được|số điểm)\\s*:?\\s*(?<score>${NUMBER})\\s*điểm`, 'iu');
const AREA_MAX = new RegExp(`(?:điểm tối đa|tối đa)\\s*:?\\s*(?<max>${NUMBER})`, 'iu');
const PERCENT = new RegExp(
  `(?:chiếm|đạt|tỷ lệ|tỉ lệ|tương đương|tương ứng|bằng|\\()\\s*(?:tỷ lệ\\s*)?(?<percent>${NUMBER})\\s*%`,
  'iu',
);
const CRITERIA = /(?<![\d/,.])(?<count>\d{1,3})\s*tiêu chí(?!\s*thành phần)(?!\p{L})/iu;
const SUBCRITERIA = /(?<![\d/,.])(?<count>\d{1,3})\s*(?:tiêu chí thành phần|TCTP)(?!\p{L})/iu;
const FIGURES_REACH = 160;

type AreaFigures = Omit<AreaReading, 'ordinal' | 'name'>;

function readAreaFigures(excerpt: Excerpt): { fields: AreaFigures; rest: Excerpt } {
  const reach = figuresEnd(excerpt.text);
  const head = cut(excerpt, 0, reach);
  const pair = find(head, AREA_SCORE) ?? find(head, AREA_SCORE_ALONE);
  const found = [pair, find(head, PERCENT), find(head, CRITERIA), find(head, SUBCRITERIA)];
  const end = Math.max(0, ...found.map((match) => match?.end ?? 0));
  return {
    fields: {
      score: countOf(pair, 'score'),
      max: countOf(pair?.groups.max === undefined ? find(head, AREA_MAX) : pair, 'max'),
      percent: countOf(found[1] ?? null, 'percent'),
      criteria: countOf(found[2] ?? null, 'count'),
      subcriteria: countOf(found[3] ?? null, 'count'),
    },
    rest: trim(cut(excerpt, end)),
  };
}

/** An area's own figures stand before the first criterion is named. */
function figuresEnd(text: string): number {
  const stop = /[;.](?=\s+\p{Lu})|(?:có\s+\d{1,3}\s*\/\s*\d{1,3}\s*tiêu chí)|[“"]/u.exec(text);
  return Math.min(stop?.index ?? text.length, FIGURES_REACH);
}

type Found = {
  readonly groups: Readonly<Record<string, string | undefined>>;
  readonly excerpt: Excerpt;
  readonly end: number;
};

function find(excerpt: Excerpt, pattern: RegExp): Found | null {
  const match = pattern.exec(excerpt.text);
  if (!match) return null;
  const end = match.index + match[0].length;
  return { groups: match.groups ?? {}, excerpt: cut(excerpt, match.index, end), end };
}

function countOf(match: Found | null, group: string): Count {
  const value = readNumber(match?.groups[group] ?? '');
  return match && value !== null ? fieldAt(value, match.excerpt, SURE.stated) : NOT_STATED;
}

export const NO_AREA_FIGURES: AreaFigures = {
  score: NOT_STATED,
  max: NOT_STATED,
  percent: NOT_STATED,
  criteria: NOT_STATED,
  subcriteria: NOT_STATED,
};
