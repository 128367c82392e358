import { excerptAround, shorten } from './excerpt.ts';
import { fractionAt, gap, NUMBER, numberAt } from './grammar.ts';
import type { Passage } from './passage.ts';
import type { PrintedNumber } from './printed-number.ts';
import { judge, minus, numbersOf, plus, type Relation, slackOf, type Term } from './relation.ts';
import type { ScoredArea } from './scored-areas.ts';

const LOST = '(?:bị mất|mất|bị trừ|trừ)';
const LOST_FRACTION = new RegExp(`${LOST}(?:\\s(?:đi|điểm))?\\s⟨(\\d+)⟩`, 'iu');
const SCORE_FRACTION =
  /(?:(?:đạt|được|chỉ đạt|còn)(?: điểm)?\s?:?\s?|[(:“”"*]\s?)?⟨(\d+)⟩\s?điểm|(?:đạt|chỉ đạt|được)\s⟨(\d+)⟩(?=\s?(?:[(;.,)]|$))|\(⟨(\d+)⟩\)/iu;
const LOST_POINTS = new RegExp(`${LOST}(?:\\s(?:đi|điểm))?\\s?:?\\s?${NUMBER}\\s?điểm`, 'iu');
const DEDUCTED = new RegExp(`⟨(\\d+)⟩${gap(40)}(?:bị mất|mất|bị trừ|trừ|thiếu)(?:\\s(?:đi|điểm))?\\s?${NUMBER}`, 'giu');
const LISTS_LOSSES =
  /(?:mất điểm|trừ điểm|(?:không|chưa) đạt (?:điểm )?tối đa|(?:không|chưa) đạt điểm)[^.«⟨⟪]{0,40}(?:gồm|sau đây|như sau|sau|cụ thể)?[^.«⟨⟪]{0,20}:\s?$/iu;
const SOME_NOT_FULL = /⟨(\d+)⟩\s([\p{L} ]{3,40}?)\s(?:thành phần\s)?(?:không|chưa) đạt (?:điểm )?tối đa/iu;
const POINTS_AFTER = /(?:đạt\s)?⟨(\d+)⟩\s?điểm/giu;

/** Points lost inside an area, as its items list them. */
export type ListedLosses = {
  readonly terms: readonly Term[];
  readonly isComplete: boolean;
  /** Each loss as its item prints it: "3/4", "01". */
  readonly printed: readonly string[];
};

/** "đạt 1,25/1,5 điểm (trừ 0,25)": the deduction against maximum less score, in any paragraph. */
export function findDeductions(passage: Passage): Relation[] {
  return [...passage.skeleton.matchAll(DEDUCTED)].flatMap((match) => {
    const fraction = fractionAt(passage, match[1]);
    const deducted = numberAt(passage, match[3]);
    const words = (match[2] ?? '').toLowerCase();
    if (!fraction || !deducted || deducted.isBound || fraction.above.value.gt(fraction.below.value)) return [];
    if (/(?:so với|tăng|giảm|hồ sơ|nhiệm vụ|tiêu chí)/u.test(words)) return [];
    const text = excerptAround(passage, [fraction.above, fraction.below, deducted]);
    const computed = [plus(fraction.below), minus(fraction.above)];
    const rest = passage.skeleton.slice(match.index + match[0].length);
    const isAlone = !/^[^.\n]*«\d+»\s?(?:điểm|đ(?!\p{L}))/u.test(rest);
    const isFirm = isAlone && /^\s?(?:điểm)?\s?[(,;]\s?(?:bị\s)?$/u.test(words);
    return [{ kind: 'difference' as const, stated: [plus(deducted)], computed, text, isFirm }];
  });
}

/** The area's lost points (maximum less score) against the losses that its items list. */
export function findAreaLosses(area: ScoredArea): Relation[] {
  if (!area.score || area.score.above.value.gt(area.score.below.value)) return [];
  const losses = listedBelow(area) ?? listedInHead(area);
  if (!losses || losses.terms.length === 0) return [];
  const { above, below } = area.score;
  const listed = losses.printed.join('; ');
  const text = shorten(
    `${shorten(area.head.text, 90)} ${above.printed}/${below.printed}; điểm mất đã liệt kê: ${listed}`,
  );
  const lost: Term[] = [plus(below), minus(above)];
  if (losses.isComplete) {
    return [{ kind: 'difference', stated: losses.terms, computed: lost, text, isFirm: true }];
  }
  return remainder(losses, lost, text);
}

/** Some items print no points: what is left for them must not be negative. */
function remainder(losses: ListedLosses, lost: readonly Term[], text: string): Relation[] {
  const negated = losses.terms.map((term) => ({ ...term, factor: -term.factor }));
  const left: Relation = { kind: 'difference', stated: [], computed: [...lost, ...negated], text, isFirm: false };
  const isPossible = judge(left, slackOf(left))?.computed.gte(0) === true;
  if (!isPossible) return [];
  const remark = {
    vi: 'Đây là số điểm mất còn lại của các tiêu chí không ghi điểm.',
    en: 'This is what is left for the items that print no points.',
  };
  return [{ ...left, remark }];
}

function listedBelow(area: ScoredArea): ListedLosses | null {
  const start = area.passages.findIndex((passage) => LISTS_LOSSES.test(passage.skeleton));
  const first = area.passages[start + 1];
  if (start < 0 || !first?.mark) return null;
  const intro = area.passages[start];
  const items: Passage[] = [];
  for (const passage of area.passages.slice(start + 1)) {
    if (passage.mark && passage.mark.style === intro?.mark?.style && passage.mark.style !== first.mark.style) break;
    if (passage.mark?.style === first.mark.style) items.push(passage);
  }
  return gather(items.map(lossOf));
}

/** "Có 01/8 tiêu chí không đạt điểm tối đa … 3/6 điểm": as many scores follow as are said to be below the maximum. */
function listedInHead(area: ScoredArea): ListedLosses | null {
  const match = SOME_NOT_FULL.exec(area.head.skeleton);
  const count = fractionAt(area.head, match?.[1])?.above;
  if (!match || !count) return null;
  const rest = area.head.skeleton.slice(match.index + match[0].length);
  const scores = [...rest.matchAll(POINTS_AFTER)].flatMap((one) => fractionAt(area.head, one[1]) ?? []);
  const belowMax = scores.filter((score) => score.above.value.lt(score.below.value));
  if (!count.value.eq(belowMax.length)) return null;
  return gather(belowMax.map((score) => [plus(score.below), minus(score.above)]));
}

function gather(losses: readonly (Term[] | null)[]): ListedLosses {
  return {
    terms: losses.flatMap((loss) => loss ?? []),
    isComplete: losses.length > 0 && losses.every((loss) => loss !== null),
    printed: losses.flatMap((loss) => (loss ? [printLoss(loss)] : [])),
  };
}

/** A score below its maximum prints as the document has it, a bare loss with its sign. */
function printLoss(loss: readonly Term[]): string {
  const [first, second] = numbersOf(loss);
  return second ? `${second.printed}/${first?.printed}` : `−${first?.printed}`;
}

/** The points that one item says were lost; null where it prints none. */
export function lossOf(passage: Passage): Term[] | null {
  const lostPart = fractionAt(passage, LOST_FRACTION.exec(passage.skeleton)?.[1]);
  if (lostPart) return [plus(lostPart.above)];
  const match = SCORE_FRACTION.exec(passage.skeleton);
  const score = fractionAt(passage, match?.[1] ?? match?.[2] ?? match?.[3]);
  if (score?.above.value.lte(score.below.value)) return [plus(score.below), minus(score.above)];
  const lost: PrintedNumber | null = numberAt(passage, LOST_POINTS.exec(passage.skeleton)?.[1]);
  return lost ? [plus(lost)] : null;
}
