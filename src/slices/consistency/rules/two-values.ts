import { excerptAround } from './excerpt.ts';
import { type Step, sentencesOf, stepsOf } from './grammar.ts';
import { isLikelySlip } from './likely-slip.ts';
import type { Passage } from './passage.ts';
import type { PrintedNumber } from './printed-number.ts';
import { judge, minus, plus, type Relation, slackOf, type Term } from './relation.ts';

const IS_GOAL = /phấn đấu|mục tiêu|quyết tâm|đề ra|chỉ tiêu|dự kiến|thang điểm/iu;
/** What says by how much two values differ. */
const DIFFERS =
  /(?<!\p{L})(?:tăng|giảm|tụt|lùi|thăng|cao hơn|thấp hơn|kém|kém hơn|nhiều hơn|ít hơn|chênh lệch|lệch|chênh)(?:\s(?:thêm|được|lên|xuống|đi|là|so với năm trước|so với cùng kỳ)){0,2}\s?:?\s?$/iu;
const OF_ANOTHER_YEAR = /¤|(?<!\p{L})(?:cùng kỳ|năm trước|kỳ trước|quý trước)(?!\p{L})/iu;
const OF_ANOTHER_SOURCE = /(?<!\p{L})(?:tự chấm|tự đánh giá|thẩm định|hội đồng)(?!\p{L})/iu;
const UNIT =
  /^\s?(%|điểm phần trăm|điểm %|điểm|bậc|hạng|vị trí|thứ hạng|hồ sơ|nhiệm vụ|văn bản|cuộc|người|lượt|thủ tục|đơn vị|triệu đồng)(?!\p{L})/iu;
const RANKED = /(?<!\p{L})(?:thứ|hạng|vị trí|vị thứ|thứ hạng)(?:\s(?:thứ|hạng))?\s?:?\s?$/iu;
const PLACES = new Set(['bậc', 'hạng', 'vị trí', 'thứ hạng']);

/** "…; SIPAS tăng 4 bậc": whose change it is stands before the verb. */
const NAMES_ANOTHER = /;|\p{Lu}|SIPAS|(?<!\p{L})(?:chỉ số|mức độ|riêng)(?!\p{L})/u;

/** The clause ends with the change: "tăng 2 điểm nếu không tính …" is another one. */
const ENDS_THERE =
  /^\s?(?:%|điểm (?:phần trăm|%)|\p{L}+(?:\s(?:trí|hạng|sơ|vụ|bản|tục|vị|đồng))?)?\s?(?:[.,;):(]|$|so với|và|trong bảng)/iu;

type Figure = {
  readonly number: PrintedNumber;
  readonly unit: string | null;
  readonly step: Step;
  readonly isRank: boolean;
};

/**
 * "Năm 2023 đạt 88,25 điểm, năm 2022 đạt 86,75 điểm, tăng 1,5 điểm": a sentence of exactly three figures, of which the
 * last says how far the other two lie apart.
 */
export function findTwoValues(passage: Passage): Relation[] {
  return sentencesOf(passage.skeleton).flatMap((sentence) => {
    if (IS_GOAL.test(sentence)) return [];
    const figures = wordsSinceFigure(stepsOf(passage, sentence)).flatMap((step) => figureOf(step) ?? []);
    const [one, other, by] = figures;
    if (figures.length !== 3 || !one || !other || !by || !DIFFERS.test(by.step.before)) return [];
    if (DIFFERS.test(one.step.before) || DIFFERS.test(other.step.before) || NAMES_ANOTHER.test(by.step.before))
      return [];
    if (!ENDS_THERE.test(by.step.after)) return [];
    if (isOfAnotherYear(passage, { one, other, by })) return [];
    const words = `${one.step.before} ${other.step.before}`;
    const areYears = OF_ANOTHER_YEAR.test(other.step.before);
    const areSources =
      (words.match(new RegExp(OF_ANOTHER_SOURCE, 'giu')) ?? []).length === 2 && !/so với/iu.test(by.step.after);
    return areYears || areSources ? differenceOf(passage, { one, other, by }) : [];
  });
}

/** "tăng 1 điểm so với năm 2021" beside a value of 2022: another comparison. */
function isOfAnotherYear({ text }: Passage, { one, other, by }: Told): boolean {
  const compared = /^[^.;]{0,24}?so với (?:kết quả )?(?:của )?năm (\d{4})/iu.exec(text.slice(by.number.to))?.[1];
  const years = [one, other].flatMap(
    ({ number }) => [...text.slice(0, number.from).matchAll(/năm (\d{4})/giu)].at(-1)?.[1] ?? [],
  );
  return compared !== undefined && !years.includes(compared);
}

/** Years and dates between two figures are words before the second. */
function wordsSinceFigure(steps: readonly Step[]): Step[] {
  const figures: Step[] = [];
  let words = '';
  for (const step of steps) {
    words += step.before;
    if (step.kind === 'other') words += '¤';
    else {
      figures.push({ ...step, before: words });
      words = '';
    }
  }
  return figures;
}

function figureOf(step: Step): Figure | null {
  const number = step.fraction?.above ?? step.number;
  if (!number || number.isBound) return null;
  const unit = number.isPercent ? '%' : unitOf(step.after);
  return { number, unit, step, isRank: RANKED.test(step.before) };
}

/** Points of a percentage differ as percentages do. */
function unitOf(after: string): string | null {
  const unit = UNIT.exec(after)?.[1]?.toLowerCase() ?? null;
  return unit === 'điểm phần trăm' || unit === 'điểm %' ? '%' : unit;
}

type Told = { readonly one: Figure; readonly other: Figure; readonly by: Figure };

function differenceOf(passage: Passage, { one, other, by }: Told): Relation[] {
  const isOfRanks = by.unit !== null && PLACES.has(by.unit);
  if (isOfRanks ? !(one.isRank && other.isRank) : one.isRank || other.isRank) return [];
  if (!isOfRanks && !(by.unit !== null && one.unit === by.unit && (other.unit === by.unit || other.unit === null)))
    return [];
  const [high, low] = one.number.value.gte(other.number.value)
    ? [one.number, other.number]
    : [other.number, one.number];
  const computed: Term[] = [plus(high), minus(low)];
  const text = excerptAround(passage, [one.number, other.number, by.number]);
  const relation: Relation = { kind: 'difference', stated: [plus(by.number)], computed, text, isFirm: true };
  if (by.unit !== '%' || judge(relation, slackOf(relation))?.holds) return [relation];
  const meant = high.value.minus(low.value);
  return isLikelySlip(by.number.value, meant) ? [relation] : [];
}
