import { Decimal } from '../../../kernel/decimal.ts';
import type { RelationKind } from './figure-finding.ts';
import { lastUnit, type PrintedNumber, readOtherWay, roundingOf } from './printed-number.ts';

/** A product of printed numbers: factor × over… / under…. A sum of such terms is one side of a relation. */
export type Term = {
  readonly factor: number;
  readonly over: readonly PrintedNumber[];
  readonly under: readonly PrintedNumber[];
};

export type Remark = { readonly vi: string; readonly en: string };

/** A claim of the document: what is stated equals what is computed from other printed numbers. */
export type Relation = {
  readonly kind: RelationKind;
  readonly stated: readonly Term[];
  readonly computed: readonly Term[];
  readonly text: string;
  /**
   * True where the grammar leaves no doubt that the document claims this relation: only then is its failure reported.
   * False where the words merely suggest it: it is reported when it holds.
   */
  readonly isFirm: boolean;
  readonly remark?: Remark;
  /** What is stated may not exceed what is computed; given only where it does, and never mended. */
  readonly isLimit?: boolean;
  /** A correction of words that the rule itself knows ("tiêu chí" for "tiêu chí thành phần"), with what speaks for it. */
  readonly rewording?: { readonly text: string; readonly confirmedBy: readonly string[] };
};

export const plus = (number: PrintedNumber): Term => ({ factor: 1, over: [number], under: [] });
export const minus = (number: PrintedNumber): Term => ({ factor: -1, over: [number], under: [] });
export const constant = (factor: number): Term => ({ factor, over: [], under: [] });
export const quotient = (above: PrintedNumber, below: PrintedNumber, scale: number): Term => ({
  factor: scale,
  over: [above],
  under: [below],
});

/** Values put in place of printed ones, to try a correction. */
export type Trial = { readonly number: PrintedNumber; readonly value: Decimal };

const valueIn = (number: PrintedNumber, trial: Trial | null): Decimal =>
  trial?.number === number ? trial.value : number.value;

/** Null where a divisor is zero. */
function valueOfTerm(term: Term, trial: Trial | null): Decimal | null {
  let value = new Decimal(term.factor);
  for (const number of term.over) value = value.times(valueIn(number, trial));
  for (const number of term.under) {
    const divisor = valueIn(number, trial);
    if (divisor.isZero()) return null;
    value = value.div(divisor);
  }
  return value;
}

export function valueOfSide(side: readonly Term[], trial: Trial | null = null): Decimal | null {
  let sum = new Decimal(0);
  for (const term of side) {
    const value = valueOfTerm(term, trial);
    if (value === null) return null;
    sum = sum.plus(value);
  }
  return sum;
}

export function numbersOf(side: readonly Term[]): PrintedNumber[] {
  return side.flatMap((term) => [...term.over, ...term.under]);
}

/** Whether every term is a bare number or count: nothing multiplied or divided. */
export function isLinear(side: readonly Term[]): boolean {
  return side.every((term) => term.under.length === 0 && term.over.length <= 1);
}

/** How far computed may stand below or above stated before the relation fails. */
export type Slack = { readonly below: Decimal; readonly above: Decimal };

/**
 * Half a unit of the last printed digit; a whole unit above, for offices that cut instead of rounding. Whole counts have none.
 * A sum of three or more decimals may be off by one unit, because some sets round the total and not the leaves.
 */
export function slackOf(relation: Relation): Slack {
  const stated = numbersOf(relation.stated);
  const computed = numbersOf(relation.computed);
  if (!isLinear(relation.computed)) return slackOfQuotient(relation, stated);
  const all = [...stated, ...computed];
  const unit = smallestDecimalUnit(all);
  const money = all.filter((number) => number.isRoundedMoney || number.isPercent).length;
  if (money > 2) return evenly(unit.isZero() ? new Decimal(money).div(2) : unit.times(money).div(2));
  if (unit.isZero()) return evenly(new Decimal(0));
  return computed.length >= 3 && unit.lt('0.1') ? evenly(unit) : evenly(unit.div(2));
}

const evenly = (slack: Decimal): Slack => ({ below: slack, above: slack });

/** The unit to which the coarsest decimal was rounded; zero where all are whole. */
function smallestDecimalUnit(numbers: readonly PrintedNumber[]): Decimal {
  const stated = numbers[0];
  const finest = numbers.reduce((digits, number) => Math.max(digits, number.digits), 0);
  if (finest === 0) return new Decimal(0);
  if (stated && stated.digits > 0 && stated.digits < finest) return lastUnit(stated);
  return new Decimal(10).pow(-finest);
}

function slackOfQuotient(relation: Relation, stated: readonly PrintedNumber[]): Slack {
  const value = valueOfSide(relation.computed)?.abs() ?? new Decimal(0);
  const inputs = numbersOf(relation.computed).reduce((sum, number) => {
    if (number.value.isZero()) return sum;
    return sum.plus(value.times(roundingOf(number)).div(number.value.abs()));
  }, new Decimal(0));
  const first = stated[0];
  const unit = first ? lastUnit(first) : new Decimal(0);
  return { below: unit.div(2).plus(inputs), above: unit.plus(inputs) };
}

export type Verdict = { readonly stated: Decimal; readonly computed: Decimal; readonly holds: boolean };

/** Null where the relation cannot be computed (a zero divisor). */
export function judge(relation: Relation, slack: Slack, trial: Trial | null = null): Verdict | null {
  const stated = valueOfSide(relation.stated, trial);
  const computed = valueOfSide(relation.computed, trial);
  if (stated === null || computed === null) return null;
  const excess = computed.minus(stated);
  const holds = excess.gte(slack.below.negated()) && excess.lte(slack.above);
  return { stated, computed, holds };
}

/** Whether the relation would hold if the points of its prints were read the other way ("8.645" as 8645). */
export function holdsReadOtherWay(relation: Relation): boolean {
  const flipSide = (side: readonly Term[]): Term[] =>
    side.map((term) => ({ ...term, over: term.over.map(readOtherWay), under: term.under.map(readOtherWay) }));
  const numbers = [...numbersOf(relation.stated), ...numbersOf(relation.computed)];
  if (!numbers.some((number) => number.alternative !== null)) return false;
  const flipped = [
    { ...relation, stated: flipSide(relation.stated) },
    { ...relation, computed: flipSide(relation.computed) },
    { ...relation, stated: flipSide(relation.stated), computed: flipSide(relation.computed) },
  ];
  return flipped.some((other) => judge(other, slackOf(other))?.holds === true);
}
