import { Decimal } from '../../../kernel/decimal.ts';
import { termText } from './terms.ts';

/**
 * Least number of answers that stand for a population.
 *
 * @param population  people who could be asked: whole number, at least 1
 * @param errorPercent margin of error in percent: 5 means e = 0.05
 * @returns n = N / (1 + N·e²), rounded up: an answer cannot be asked by halves
 * @source domain.md §11 [M]
 */
export function sampleSize(population: number, errorPercent: Decimal): number {
  const error = errorPercent.div(100);
  return new Decimal(population).div(error.pow(2).mul(population).plus(1)).ceil().toNumber();
}

/** Answers to one factor, from a unit or from all. */
export type FactorCount<Factor extends string> = {
  readonly factor: Factor;
  readonly unitId: string | null;
  readonly satisfied: number;
  readonly answered: number;
};

export type WeakPoint<Factor extends string> = FactorCount<Factor> & {
  readonly percent: Decimal;
  /** Points of percent below the target. */
  readonly below: Decimal;
};

/**
 * Factors that do not reach the target, the weakest first; what nobody answered is not weak but unknown.
 *
 * @param leastAnswers fewer answers than this say nothing of a unit
 * @source plan KH VII: more than 87 % satisfied
 */
export function findWeakPoints<Factor extends string>(
  counts: readonly FactorCount<Factor>[],
  {
    target = termText('satisfaction'),
    leastAnswers = 1,
  }: { readonly target?: string; readonly leastAnswers?: number } = {},
): WeakPoint<Factor>[] {
  return counts
    .filter(({ answered }) => answered > 0 && answered >= leastAnswers)
    .map((one) => ({ ...one, percent: new Decimal(one.satisfied).mul(100).div(one.answered) }))
    .filter(({ percent }) => percent.lessThanOrEqualTo(target))
    .map((one) => ({ ...one, below: new Decimal(target).minus(one.percent) }))
    .sort((left, right) => left.percent.comparedTo(right.percent) || left.factor.localeCompare(right.factor));
}
