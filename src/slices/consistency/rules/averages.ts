import { Decimal } from '../../../kernel/decimal.ts';
import { excerptAround } from './excerpt.ts';
import { sentencesOf, stepsOf } from './grammar.ts';
import type { Passage } from './passage.ts';
import { lastUnit } from './printed-number.ts';
import { plus, type Relation, type Term, valueOfSide } from './relation.ts';

const IS_AVERAGE = /(?<!\p{L})(?:điểm )?(?:trung bình|bình quân)(?:\s[^,;.:]{0,60})?\s(?:đạt|là|:)\s?$/iu;
const COUNTED = /^\s?(?:phòng|đơn vị|chi cục|trung tâm|xã|phường|tháng|quý|năm|lĩnh vực|tiêu chí|nhóm)(?!\p{L})/iu;
const FEWEST = 2;

/** "Điểm trung bình của 03 phòng đạt 91 điểm: Phòng A 88 điểm, Phòng B 91 điểm, Phòng C 94 điểm". */
export function findAverages(passage: Passage): Relation[] {
  return sentencesOf(passage.skeleton).flatMap((sentence) => {
    const steps = stepsOf(passage, sentence).filter((step) => step.kind !== 'other');
    const at = steps.findIndex((_, index) => IS_AVERAGE.test(wordsBefore(steps, index)));
    const average = steps[at]?.number;
    if (!average || average.isBound || !/:\s/u.test(steps[at]?.after ?? '')) return [];
    const values = steps.slice(at + 1).flatMap((step) => step.number ?? []);
    const count = steps.slice(0, at).find((step) => step.number && COUNTED.test(step.after))?.number;
    if (values.length < FEWEST || values.length !== steps.length - at - 1) return [];
    if (!count?.value.eq(values.length) || values.some((value) => value.isPercent !== average.isPercent)) return [];
    const computed = values.map((value): Term => ({ factor: 1 / values.length, over: [value], under: [] }));
    const text = excerptAround(passage, [average, ...values]);
    const mean = valueOfSide(computed) ?? new Decimal(0);
    const isNear = mean.minus(average.value).abs().lt(lastUnit(average));
    return isNear ? [] : [{ kind: 'ratio', stated: [plus(average)], computed, text, isFirm: true }];
  });
}

/** The words since the sentence began, for "trung bình của 03 phòng đạt": a number may stand between. */
function wordsBefore(steps: readonly { readonly before: string }[], index: number): string {
  return steps
    .slice(Math.max(0, index - 1), index + 1)
    .map((step) => step.before)
    .join(' ');
}
