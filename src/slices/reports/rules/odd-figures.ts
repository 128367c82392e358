import { Decimal } from '../../../kernel/decimal.ts';
import type { Confirmation } from './content.ts';
import type { ReportForm } from './duty.ts';
import { figureOf, type Numbers, typedFields } from './figures.ts';

export const oddReasons = ['jump', 'out-of-history', 'sum-mismatch', 'part-above-whole', 'missing-now'] as const;
export type OddReason = (typeof oddReasons)[number];

/** A figure that is asked about: the person corrects it or says why it is right. */
export type OddFigure = {
  readonly field: string;
  readonly reason: OddReason;
  /** The figure as it is; empty where it is missing. A confirmation holds for this value only. */
  readonly value: string;
  /** What it is compared with: last period's figure, the middle of the own history, the sum of the parts, the whole. */
  readonly against: string;
};

/** A figure jumps when it is this many times last period's, or this part of it … */
const JUMP_FACTOR = 3;
/** … and the difference is at least this much: from 1 to 3 is no jump. */
const LEAST_DIFFERENCE = 5;
/** Own earlier figures that are needed before they say anything. */
const LEAST_HISTORY = 4;
/** Median deviations from the median that are still ordinary. */
const ORDINARY_DEVIATIONS = 5;
/** A history without any spread is given a twentieth of its middle. */
const LEAST_SPREAD = '0.05';

function medianOf(values: readonly Decimal[]): Decimal {
  const sorted = [...values].sort((a, b) => a.comparedTo(b));
  const at = Math.floor(sorted.length / 2);
  const [upper = new Decimal(0), lower = new Decimal(0)] = [sorted[at], sorted[at - 1]];
  return sorted.length % 2 === 1 ? upper : upper.plus(lower).dividedBy(2);
}

function jumps(now: Decimal, last: Decimal): boolean {
  if (now.minus(last).abs().lessThan(LEAST_DIFFERENCE)) return false;
  const [small, large] = now.abs().lessThan(last.abs()) ? [now.abs(), last.abs()] : [last.abs(), now.abs()];
  return now.isNegative() !== last.isNegative() || large.greaterThanOrEqualTo(small.times(JUMP_FACTOR));
}

/** The middle of the own history, where the figure lies far outside of it; null where it does not. */
function leftHistory(now: Decimal, history: readonly Decimal[]): Decimal | null {
  if (history.length < LEAST_HISTORY) return null;
  const middle = medianOf(history);
  const spread = medianOf(history.map((one) => one.minus(middle).abs()));
  const ordinary = Decimal.max(spread, middle.abs().times(LEAST_SPREAD)).times(ORDINARY_DEVIATIONS);
  const distance = now.minus(middle).abs();
  return distance.greaterThan(ordinary) && distance.greaterThanOrEqualTo(LEAST_DIFFERENCE) ? middle : null;
}

function oddOfField(key: string, numbers: Numbers, history: readonly Numbers[]): OddFigure | null {
  const now = figureOf(numbers, key);
  const last = history[0] ? figureOf(history[0], key) : null;
  if (now === null) return last && { field: key, reason: 'missing-now', value: '', against: last.toFixed() };
  const value = now.toFixed();
  if (last !== null && jumps(now, last)) return { field: key, reason: 'jump', value, against: last.toFixed() };
  const earlier = history.flatMap((one) => figureOf(one, key) ?? []);
  const middle = leftHistory(now, earlier);
  return middle && { field: key, reason: 'out-of-history', value, against: middle.toFixed() };
}

function oddSums({ sums, numbers: fields }: ReportForm, numbers: Numbers): OddFigure[] {
  const ofSums = sums.flatMap(({ total, parts }): OddFigure[] => {
    const stated = figureOf(numbers, total);
    const given = parts.flatMap((part) => figureOf(numbers, part) ?? []);
    if (stated === null || given.length < parts.length) return [];
    const sum = given.reduce((all, one) => all.plus(one), new Decimal(0));
    return sum.equals(stated)
      ? []
      : [{ field: total, reason: 'sum-mismatch', value: stated.toFixed(), against: sum.toFixed() }];
  });
  const ofShares = fields.flatMap(({ compile }): OddFigure[] => {
    if (compile.how !== 'share') return [];
    const [part, whole] = [figureOf(numbers, compile.numerator), figureOf(numbers, compile.denominator)];
    if (part === null || whole === null || !part.greaterThan(whole)) return [];
    return [{ field: compile.numerator, reason: 'part-above-whole', value: part.toFixed(), against: whole.toFixed() }];
  });
  return [...ofSums, ...ofShares];
}

/**
 * Figures that a person is asked about before they go out: a jump from last period, a value far outside the own history,
 * parts that do not add up, a part above its whole, a figure that last period had. Each field is asked once about its past.
 *
 * @param history figures of earlier periods of the same length, the nearest first
 */
export function findOddFigures(form: ReportForm, numbers: Numbers, history: readonly Numbers[]): OddFigure[] {
  const ofPast = typedFields(form).flatMap(({ key }) => oddOfField(key, numbers, history) ?? []);
  return [...ofPast, ...oddSums(form, numbers)];
}

const isAnswered = (odd: OddFigure, confirmations: readonly Confirmation[]): boolean =>
  confirmations.some(
    ({ field, reason, value, note }) =>
      field === odd.field && reason === odd.reason && value === odd.value && note.length > 0,
  );

/** What is still to be corrected or confirmed: a confirmation of another value says nothing. */
export function unansweredOf(odd: readonly OddFigure[], confirmations: readonly Confirmation[]): OddFigure[] {
  return odd.filter((one) => !isAnswered(one, confirmations));
}
