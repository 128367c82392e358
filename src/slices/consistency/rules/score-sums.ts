import { shorten } from './excerpt.ts';
import type { Fraction } from './passage.ts';
import type { PrintedNumber } from './printed-number.ts';
import { judge, plus, type Relation, slackOf } from './relation.ts';

/** A total score with its maximum, where one is printed. */
export type TotalScore = { readonly score: PrintedNumber; readonly max: PrintedNumber | null };

/**
 * Scores against the total score and maxima against the total maximum. That the list of parts is complete is proved by one of
 * the two sums; then the other one must hold as well. Without a maximum, a total near the sum is believed.
 */
export function sumScores(title: string, total: TotalScore, parts: readonly Fraction[]): Relation[] {
  const scores = sumOf(
    title,
    total.score,
    parts.map((part) => part.above),
  );
  if (total.max === null) return [{ ...scores, isFirm: isNear(scores) }];
  const maxima = sumOf(
    `${title} tối đa`,
    total.max,
    parts.map((part) => part.below),
  );
  return [
    { ...scores, isFirm: isTrue(maxima) },
    { ...maxima, isFirm: isTrue(scores) },
  ];
}

function sumOf(title: string, whole: PrintedNumber, parts: readonly PrintedNumber[]): Relation {
  const text = `${title} ${whole.printed}; các phần: ${parts.map((part) => part.printed).join(' + ')}`;
  return { kind: 'sum', stated: [plus(whole)], computed: parts.map(plus), text: shorten(text), isFirm: false };
}

const isTrue = (relation: Relation): boolean => judge(relation, slackOf(relation))?.holds === true;

function isNear(relation: Relation): boolean {
  const verdict = judge(relation, slackOf(relation));
  return verdict?.computed.minus(verdict.stated).abs().lte(verdict.stated.abs().times('0.05')) === true;
}
