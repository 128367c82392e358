import { excerptAround } from './excerpt.ts';
import { fractionAt, numberAt } from './grammar.ts';
import type { Passage } from './passage.ts';
import type { PrintedNumber } from './printed-number.ts';
import { minus, plus, type Relation, type Term } from './relation.ts';

const VALUE = '(?:«(\\d+)»|⟨(\\d+)⟩)';
const RANK = new RegExp(
  `(?<!\\p{L})(?:thứ|hạng|vị trí|vị thứ)(?:\\s(?:thứ|hạng|số)){0,2}\\s?:?\\s?${VALUE}(?!\\s?điểm)`,
  'giu',
);
const PLACES =
  /(?<!\p{L})(tăng|giảm|tụt|thăng|lên|xuống|lùi|cải thiện)(?:\s(?:thêm|được|lên|xuống|đi)){0,2}\s«(\d+)»\s(?:bậc|hạng|vị trí|thứ hạng)/giu;
const REACHED = new RegExp(
  `(?<!\\p{L})(?:đạt|được|là|điểm số|số điểm|so với (?:năm )?(?:¤|năm trước) ?\\()(?:\\s(?:được|tổng số|tổng|số|điểm|là)){0,3}\\s?:?\\s?${VALUE}\\s?(?:điểm(?!\\p{L})|(?=[,;)]))`,
  'giu',
);
const POINTS_MORE =
  /(?<!\p{L})(tăng|giảm|cao hơn|thấp hơn|kém hơn|kém|nhiều hơn|ít hơn|tụt)(?:\s(?:so với|năm|¤|trước|kết quả|cùng kỳ|là|thêm|được|đi)){0,6}\s«(\d+)»\s?điểm/giu;
/** The earlier value stands in brackets after its year, or right after "so với năm …". */
const EARLIER =
  /(?:\((?:[^()]{0,60}\s)?¤[^()]*|(?<!\p{L})từ\s|so với\s|so với (?:kết quả )?(?:của )?(?:năm )?(?:¤|năm trước) ?\([^()]*|so với (?:kết quả )?(?:¤|năm trước)[\s(,:]{0,3}(?:\p{L}+\s){0,4})$/iu;
/** Another index in the paragraph: whose place or points a number is, is then not sure. */
const OTHER_INDEX = /SIPAS|PAPI|DDCI|(?<!\p{L})PCI|DTI|hài lòng|chuyển đổi số/iu;
const IS_GOAL = /phấn đấu|mục tiêu|quyết tâm|đề ra|kế hoạch đề/iu;

/**
 * An index result told with that of the year before: two places with the places won or lost, two totals with the
 * points between them. Only where the paragraph tells exactly two and one change is it clear which belong together.
 */
export function findToldResults(passage: Passage): Relation[] {
  if (IS_GOAL.test(passage.skeleton) || OTHER_INDEX.test(passage.skeleton)) return [];
  const ranks = valuesOf(passage, RANK);
  const places = [...passage.skeleton.matchAll(PLACES)].flatMap((match) => numberAt(passage, match[2]) ?? []);
  const totals = valuesOf(passage, REACHED);
  const points = [...passage.skeleton.matchAll(POINTS_MORE)].flatMap((match) => numberAt(passage, match[2]) ?? []);
  return [...between(passage, ranks, places), ...between(passage, totals, points)];
}

type Told = { readonly number: PrintedNumber; readonly isEarlier: boolean };

function valuesOf(passage: Passage, pattern: RegExp): Told[] {
  return [...passage.skeleton.matchAll(pattern)].flatMap((match) => {
    const number = numberAt(passage, match[1]) ?? fractionAt(passage, match[2])?.above;
    const before = passage.skeleton.slice(Math.max(0, match.index - 90), match.index);
    const isEarlier = EARLIER.test(before) || /^so với/iu.test(match[0]);
    return number && !number.isBound ? [{ number, isEarlier }] : [];
  });
}

function between(passage: Passage, told: readonly Told[], changes: readonly PrintedNumber[]): Relation[] {
  const [by] = changes;
  const now = told.filter(({ isEarlier }) => !isEarlier);
  const earlier = told.filter(({ isEarlier }) => isEarlier);
  const [one, other] = [now[0]?.number, earlier[0]?.number];
  if (!by || !one || !other || changes.length > 1 || now.length !== 1 || earlier.length !== 1 || by.isBound) return [];
  const computed: Term[] = one.value.gte(other.value) ? [plus(one), minus(other)] : [plus(other), minus(one)];
  return [
    { kind: 'difference', stated: [plus(by)], computed, text: excerptAround(passage, [one, other, by]), isFirm: true },
  ];
}
