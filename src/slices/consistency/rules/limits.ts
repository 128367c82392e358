import { excerptAround } from './excerpt.ts';
import { type Step, sentencesOf, stepsOf } from './grammar.ts';
import { nounOf } from './part-list.ts';
import type { Fraction, Passage } from './passage.ts';
import type { PrintedNumber } from './printed-number.ts';
import { plus, type Relation, type Remark, type Term } from './relation.ts';

const RANKED = /(?<!\p{L})(?:thứ|hạng|vị trí|vị thứ|thứ hạng)(?:\s(?:thứ|hạng))?\s?:?\s?$/iu;
const REACHED = /(?<!\p{L})(?:đạt|được|chấm|là|:)\s?(?:được\s)?$|\(\s?$/iu;
const EXTRA = /điểm thưởng|điểm cộng|vượt/iu;
const OPENS_PART = /(?<!\p{L})trong đó(?!\p{L})/iu;
/** "Trong số 12 văn bản đã trình, có 15 văn bản …" */
const OPENS_WHOLE = /(?<!\p{L})trong (?:tổng )?số\s$/iu;
const COMPARES = /(?:tăng|giảm|so với|hơn|kém|lũy kế|cùng kỳ|năm trước)/iu;

export const ABOVE_MAXIMUM: Remark = {
  vi: 'Điểm đạt không thể lớn hơn điểm tối đa.',
  en: 'Points cannot be above their maximum.',
};
const BELOW_LAST: Remark = {
  vi: 'Thứ hạng không thể lớn hơn số đơn vị được xếp hạng.',
  en: 'A place cannot be beyond the number of those that are ranked.',
};
const ABOVE_WHOLE: Remark = {
  vi: 'Phần nêu sau “trong đó”, “trong số” không thể lớn hơn tổng.',
  en: 'A part of a whole cannot be larger than the whole.',
};

/**
 * What no value can exceed: points their maximum, a place the number of those ranked, a part its whole. Only what
 * exceeds is told; which of the two is wrong the words do not say, so none is corrected.
 */
export function findLimits(passage: Passage): Relation[] {
  return sentencesOf(passage.skeleton).flatMap((sentence) => {
    const steps = stepsOf(passage, sentence);
    return [...steps.flatMap((step) => fractionBeyond(passage, step)), ...partsBeyond(passage, steps)];
  });
}

function fractionBeyond(passage: Passage, { fraction, before, after }: Step): Relation[] {
  if (!fraction || isWithin(fraction)) return [];
  const arePoints = /^\s?điểm(?!\p{L})/iu.test(after) && REACHED.test(before) && !EXTRA.test(passage.text);
  const isPlace = RANKED.test(before) && fraction.above.digits === 0 && fraction.below.digits === 0;
  if (!arePoints && !isPlace) return [];
  return [beyond(passage, fraction.above, fraction.below, isPlace ? BELOW_LAST : ABOVE_MAXIMUM)];
}

const isWithin = ({ above, below }: Fraction): boolean =>
  above.value.lte(below.value) || above.alternative !== null || below.alternative !== null || below.value.isZero();

/** "148 đơn, trong đó giải quyết đúng hạn 165 đơn": counted in one thing, right after the whole. */
function partsBeyond(passage: Passage, steps: readonly Step[]): Relation[] {
  return steps.flatMap((step, index) => {
    const next = steps[index + 1];
    const [whole, part] = [step.number, next?.number];
    if (step.kind !== 'number' || next?.kind !== 'number' || !whole || !part) return [];
    if (!OPENS_PART.test(next.before) && !OPENS_WHOLE.test(step.before)) return [];
    if (COMPARES.test(next.before)) return [];
    if (whole.isBound || part.isBound || part.value.lte(whole.value) || whole.alternative || part.alternative)
      return [];
    const noun = nounOf(step.after);
    return noun !== '' && noun === nounOf(next.after) ? [beyond(passage, part, whole, ABOVE_WHOLE)] : [];
  });
}

function beyond(passage: Passage, stated: PrintedNumber, most: PrintedNumber, remark: Remark): Relation {
  const places = [stated, most].sort((a, b) => a.from - b.from);
  return beyondIn(excerptAround(passage, places), { stated, computed: [plus(most)], remark });
}

type Beyond = { readonly stated: PrintedNumber; readonly computed: readonly Term[]; readonly remark: Remark };

/** What is stated against what it can at most be: a relation that is told where it is broken, and never mended. */
export function beyondIn(text: string, { stated, computed, remark }: Beyond): Relation {
  return { kind: 'difference', stated: [plus(stated)], computed, text, isFirm: true, isLimit: true, remark };
}
