import { Decimal } from '../../../kernel/decimal.ts';
import type { BothLanguages, LeafRule, Rule, RuleOf, ScoreStage } from '../../criteria/index.ts';
import type { MeasureOf, MeasureRefusal } from './measures.ts';

export const ZERO = new Decimal(0);
export const HUNDRED = new Decimal(100);

/** Compares once or twice; `Decimal.min` and `Decimal.max` copy their arguments, which shows at 107 leaves a frame. */
export const smallerOf = (one: Decimal, other: Decimal): Decimal => (other.lessThan(one) ? other : one);
export const largerOf = (one: Decimal, other: Decimal): Decimal => (one.lessThan(other) ? other : one);

/** How a ratio came to its points. */
export type RatioOutcome =
  | 'zero-denominator'
  | 'below-floor'
  | 'at-target'
  | 'in-proportion'
  | 'in-band'
  | 'reached'
  | 'missed';

/** What the explanation needs to know beside rule and measure. */
export type Facts = {
  readonly outcome?: RatioOutcome;
  readonly bandIndex?: number;
  readonly isCapped?: boolean;
  readonly isZeroed?: boolean;
  readonly isFloored?: boolean;
  readonly formulaKey?: string;
  /** Survey: the share of the scale reached, 0–100. */
  readonly percent?: Decimal;
};

/** Points before rounding, or why there are none. */
export type Reckoning =
  | {
      readonly kind: 'points';
      readonly exact: Decimal;
      readonly facts: Facts;
      readonly doubts: readonly BothLanguages[];
    }
  | { readonly kind: 'not-applicable'; readonly facts: Facts; readonly doubts: readonly BothLanguages[] }
  | { readonly kind: 'refused'; readonly refusal: MeasureRefusal };

/** The points of one measure under one rule. `max` is the leaf's maximum; `stage` matters to `formula_choice` only. */
export type Reckon<Name extends LeafRule['shape']> = (
  rule: RuleOf<Name>,
  measure: MeasureOf<Name>,
  max: Decimal,
  stage: ScoreStage,
) => Reckoning;

const NO_FACTS: Facts = {};
const NO_DOUBTS: readonly BothLanguages[] = [];

export function points(
  exact: Decimal,
  facts: Facts = NO_FACTS,
  doubts: readonly BothLanguages[] = NO_DOUBTS,
): Reckoning {
  return { kind: 'points', exact, facts, doubts };
}

export function refused(refusal: MeasureRefusal): Reckoning {
  return { kind: 'refused', refusal };
}

/** What a denominator of zero gives, as the rule says. */
export function ofZeroDenominator(
  treatment: Extract<Rule, { zero_denominator: unknown }>['zero_denominator'],
  max: Decimal,
  doubts: readonly BothLanguages[],
): Reckoning {
  const facts: Facts = { outcome: 'zero-denominator' };
  if (treatment === 'not_applicable') return { kind: 'not-applicable', facts, doubts };
  return points(treatment === 'full' ? max : ZERO, facts, doubts);
}
