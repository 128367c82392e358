import { excerptAround } from './excerpt.ts';
import { fractionAt, numberAt } from './grammar.ts';
import { beyondIn } from './limits.ts';
import type { Passage } from './passage.ts';
import type { PrintedNumber } from './printed-number.ts';
import { minus, plus, type Relation, type Remark } from './relation.ts';

const AGAINST_VERB: Remark = {
  vi: 'Hai giá trị thay đổi theo chiều ngược với từ dùng để so sánh; thứ hạng tăng khi số thứ hạng nhỏ đi.',
  en: 'The two values change the other way than the word says; a place rises when its number falls.',
};

export type Directed = {
  readonly now: PrintedNumber;
  readonly earlier: PrintedNumber;
  readonly by: PrintedNumber;
  /** The words say that the number became smaller: points that fell, a place that rose. */
  readonly isFall: boolean;
};

/** A change whose size agrees with its two values and whose direction does not; it is told and never mended. */
export function againstVerb(text: string, { now, earlier, by, isFall }: Directed): Relation[] {
  if (by.value.lte(0) || now.value.minus(earlier.value).abs().minus(by.value).abs().gt('0.005')) return [];
  if (now.value.lt(earlier.value) === isFall) return [];
  const computed = isFall ? [plus(earlier), minus(now)] : [plus(now), minus(earlier)];
  return [beyondIn(text, { stated: by, computed, remark: AGAINST_VERB })];
}

const VALUE = '(?:«(\\d+)»|⟨(\\d+)⟩)';
const RANK = new RegExp(`(?<!\\p{L})(?:thứ|hạng|vị trí|vị thứ)(?:\\s(?:thứ|hạng|số)){0,2}\\s?:?\\s?${VALUE}`, 'giu');
const POINTS = new RegExp(
  `(?<!\\p{L})(?:đạt|được)(?:\\s(?:tổng|số|điểm|là)){0,3}\\s?${VALUE}\\s?điểm(?!\\p{L})`,
  'giu',
);
const PLACES_BY =
  /(?<!\p{L})(tăng|giảm|tụt|thăng|lên|xuống|lùi|cải thiện)(?:\s(?:thêm|được|lên|xuống|đi)){0,2}\s«(\d+)»\s(?:bậc|hạng|vị trí|thứ hạng)/giu;
const POINTS_BY = /(?<!\p{L})(tăng|giảm|cao hơn|thấp hơn)(?:\s(?:thêm|được|đi))?\s«(\d+)»\s?điểm(?!\sphần trăm)/giu;
const UP = /tăng|thăng|lên|cải thiện|cao/iu;
const YEAR = /(?<!\d|[/.-])(20\d\d)(?!\d)/gu;
const COMPARES_YEARS = /(?<!\p{L})so với (?:kết quả )?(?:của )?(?:năm\s)?(?:¤|năm trước|năm ngoái)/iu;
/** Another index, a part of one or a goal: whose place a number is, is then not sure. */
const UNSURE =
  /SIPAS|PAPI|DDCI|(?<!\p{L})PCI|DTI|hài lòng|chuyển đổi số|lĩnh vực|tiêu chí|phấn đấu|mục tiêu|quyết tâm|dự kiến|trung bình|bình quân/iu;
const MOST_LETTERS = 500;

type Kind = { readonly values: RegExp; readonly by: RegExp; readonly isPlace: boolean };
const KINDS: readonly Kind[] = [
  { values: RANK, by: PLACES_BY, isPlace: true },
  { values: POINTS, by: POINTS_BY, isPlace: false },
];

/**
 * "Năm 2023 … đứng thứ 9; năm 2024 đứng thứ 12." | "So với năm 2023, thứ hạng tăng 03 bậc": told over one or two
 * paragraphs that give exactly two values of two years and one change between them.
 */
export function findDirections(passages: readonly Passage[]): Relation[] {
  return passages.flatMap((passage, index) => {
    if (!COMPARES_YEARS.test(passage.skeleton) || passage.text.length > MOST_LETTERS) return [];
    const above = passages.slice(Math.max(0, index - 2), index).filter(({ text }) => text.length <= MOST_LETTERS);
    const near = [...above, passage];
    return KINDS.flatMap((kind) => directionOf(passage, near, kind));
  });
}

type Dated = { readonly number: PrintedNumber; readonly year: number };

function directionOf(passage: Passage, near: readonly Passage[], kind: Kind): Relation[] {
  const changes = [...passage.skeleton.matchAll(kind.by)];
  const by = numberAt(passage, changes[0]?.[2]);
  if (!by || changes.length !== 1 || by.isBound) return [];
  const told = near.filter(({ skeleton }) => skeleton.search(kind.values) >= 0);
  if (told.some(({ skeleton }) => UNSURE.test(skeleton)) || UNSURE.test(passage.skeleton)) return [];
  const values = told.flatMap((one) => datedValues(one, kind.values));
  const [one, other] = values;
  if (values.length !== 2 || !one?.year || !other?.year || one.year === other.year) return [];
  const [earlier, now] = one.year < other.year ? [one.number, other.number] : [other.number, one.number];
  const isUp = UP.test(changes[0]?.[1] ?? '');
  return againstVerb(excerptAround(passage, [by]), { now, earlier, by, isFall: kind.isPlace ? isUp : !isUp });
}

/** Values with the year named last before each in its sentence; 0 where none is, or where the year is only compared with. */
function datedValues(passage: Passage, pattern: RegExp): Dated[] {
  return [...passage.skeleton.matchAll(pattern)].flatMap((match) => {
    const number = numberAt(passage, match[1]) ?? fractionAt(passage, match[2])?.above;
    return number ? [{ number, year: yearBefore(passage.text.slice(0, number.from)) }] : [];
  });
}

function yearBefore(text: string): number {
  const year = [...text.matchAll(YEAR)].at(-1);
  if (!year) return 0;
  const between = text.slice(year.index + 4);
  const isCompared = /so với[^,;.()]{0,24}$/iu.test(text.slice(0, year.index)) && !/^\s?\(/u.test(between);
  return isCompared || /[.!?]\s+\p{Lu}/u.test(between) ? 0 : Number(year[1]);
}
