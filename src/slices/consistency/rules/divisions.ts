import { excerptAround } from './excerpt.ts';
import { type Step, sentencesOf, stepsOf } from './grammar.ts';
import { nounOf } from './part-list.ts';
import type { Passage } from './passage.ts';
import type { PrintedNumber } from './printed-number.ts';
import { minus, plus, type Relation } from './relation.ts';
import { isAllOfRest } from './remainders.ts';

/** Pairs of words that divide a whole in two: what has come to be, and what has not. */
const HALVES: readonly { readonly done: RegExp; readonly rest: RegExp }[] = [
  {
    done: /(?<!chưa |chưa được )(?:đã (?:giải quyết|xử lý|giải ngân|hoàn thành|thực hiện|trả lời|ban hành|chi|sử dụng)|hoàn thành|giải quyết xong)(?!\p{L})/iu,
    rest: /(?<!\p{L})(?:còn lại|còn|đang (?:giải quyết|xử lý|thực hiện|triển khai)|chưa (?:giải quyết|xử lý|giải ngân|hoàn thành|thực hiện|trả lời|ban hành|đến hạn))(?!\p{L})/iu,
  },
  {
    done: /(?<!\p{L})(?:hiện có|đã tuyển|có mặt|hiện nay có)(?!\p{L})/iu,
    rest: /(?<!\p{L})(?:còn thiếu|thiếu|chưa tuyển)(?!\p{L})/iu,
  },
  { done: /(?<!\p{L})(?:đúng hạn|trước hạn|trong hạn)(?!\p{L})/iu, rest: /(?<!\p{L})(?:trễ hạn|quá hạn)(?!\p{L})/iu },
];
const COMPARES = /(?:tăng|giảm|so với|hơn|kém|mỗi|từng|bình quân)(?!\p{L})/iu;

/**
 * "Biên chế được giao 62 người, hiện có 57 người, còn thiếu 05 người": a whole, what is done and what is left, counted in
 * one thing. Only a sentence with exactly these three outside brackets claims it.
 */
export function findDivisions(passage: Passage): Relation[] {
  return sentencesOf(passage.skeleton).flatMap((sentence) => {
    const steps = outsideBrackets(stepsOf(passage, sentence)).filter(
      (step) => step.kind !== 'percent' && step.kind !== 'other',
    );
    if (COMPARES.test(steps.map((step) => step.before).join(' '))) return [];
    return [...threeCounts(passage, steps), ...fractionAndRest(passage, steps)];
  });
}

function outsideBrackets(steps: readonly Step[]): Step[] {
  let depth = 0;
  return steps.filter(({ before }) => {
    for (const sign of before) depth += sign === '(' ? 1 : sign === ')' ? -1 : 0;
    return depth <= 0;
  });
}

function threeCounts(passage: Passage, steps: readonly Step[]): Relation[] {
  const [whole, done, rest] = steps.map((step) => step.number);
  const [, second, third] = steps;
  if (steps.length !== 3 || !whole || !done || !rest || !second || !third) return [];
  const isDivided = HALVES.some((half) => half.done.test(second.before) && half.rest.test(third.before));
  if (!isDivided || !countOneThing(steps) || done.value.gt(whole.value)) return [];
  return isAllOfRest(passage, rest, whole.value.minus(done.value)) ? [division(passage, { whole, done, rest })] : [];
}

/** "đúng hạn 412/430 hồ sơ, trễ hạn 18 hồ sơ". */
function fractionAndRest(passage: Passage, steps: readonly Step[]): Relation[] {
  const [first, second] = steps;
  if (steps.length !== 2 || !first?.fraction || !second?.number) return [];
  const isDivided = HALVES.some(
    (half) => half.done.test(`${first.before} ${first.after}`) && half.rest.test(second.before),
  );
  const left = first.fraction.below.value.minus(first.fraction.above.value);
  if (!isDivided || !countOneThing(steps) || !isAllOfRest(passage, second.number, left)) return [];
  return [division(passage, { whole: first.fraction.below, done: first.fraction.above, rest: second.number })];
}

function countOneThing(steps: readonly Step[]): boolean {
  const nouns = new Set(steps.map((step) => nounOf(step.after)));
  return nouns.size === 1 && !nouns.has('');
}

type Division = { readonly whole: PrintedNumber; readonly done: PrintedNumber; readonly rest: PrintedNumber };

function division(passage: Passage, { whole, done, rest }: Division): Relation {
  const isSure = !whole.isBound && !done.isBound && !rest.isBound && rest.value.lte(whole.value);
  return {
    kind: 'difference',
    stated: [plus(rest)],
    computed: [plus(whole), minus(done)],
    text: excerptAround(passage, [whole, done, rest]),
    isFirm: isSure,
  };
}
